package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

// career is what a command works on: the files it was asked for, each in its
// workspace.
type career struct {
	files []*file
	roots map[string]*root
	today calendar.Date
	// problems are what could not be read; the rest is checked all the same.
	problems []error
}

// root is a workspace: a folder with what is known of all files below it.
type root struct {
	path     string // absolute
	config   *config.Config
	snapshot *workspace.Snapshot
	docs     map[string]*document.Document // by path below the root
}

// file is one that findings are wanted for.
type file struct {
	path  string // absolute, "" for standard input
	shown string
	root  *root
	doc   *document.Document
	today calendar.Date
}

func (f *file) input() rules.Input {
	return rules.Input{Document: f.doc, Workspace: f.root.snapshot, Config: f.root.config, Today: f.today}
}

func (f *file) check() []*rules.Finding { return rules.Check(f.input()) }

// load reads the workspaces that paths lie in, and picks the files below paths.
func load(paths []string, today calendar.Date) (*career, error) {
	c := &career{roots: map[string]*root{}, today: today}
	seen := map[string]bool{}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return nil, fmt.Errorf("check: %s: %w", p, err)
		}
		info, err := os.Stat(abs)
		if err != nil {
			return nil, fmt.Errorf("check: %w", err)
		}
		if err := c.loadBelow(abs, info.IsDir(), seen); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(c.files, func(a, b *file) int { return strings.Compare(a.shown, b.shown) })
	return c, nil
}
