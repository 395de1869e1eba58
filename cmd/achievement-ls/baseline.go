package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"achievement-ls/server/disk"
)

// baseline is what --baseline hides: the findings that stood when it was written.
type baseline struct {
	folder string // real; its paths are relative to it
	left   map[baselineFinding]int
}

// baselineFinding is a finding of a baseline: where, which rule, and what about.
type baselineFinding struct {
	Path        string `json:"path"` // relative to the baseline's folder, with slashes
	Rule        string `json:"rule"`
	Fingerprint string `json:"fingerprint"`
}

// baselineEntry is how many such findings there are in a file.
type baselineEntry struct {
	baselineFinding
	Count int `json:"count"`
}

// baselineFile is a baseline as it is written, version 1.
type baselineFile struct {
	Version  int             `json:"version"`
	Findings []baselineEntry `json:"findings"`
}

// readBaseline reads the baseline at name.
func readBaseline(name string) (*baseline, error) {
	b, err := newBaseline(name)
	if err != nil {
		return nil, err
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, cause(err)
	}
	entries, err := parseBaseline(src)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		b.left[e.baselineFinding] += e.Count
	}
	return b, nil
}

func newBaseline(name string) (*baseline, error) {
	folder, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	if folder, err = filepath.EvalSymlinks(folder); err != nil {
		return nil, cause(err)
	}
	return &baseline{folder: folder, left: make(map[baselineFinding]int)}, nil
}

func parseBaseline(src []byte) ([]baselineEntry, error) {
	var file baselineFile
	if err := json.Unmarshal(src, &file); err != nil {
		return nil, fmt.Errorf("it is no baseline: %w", err)
	}
	if file.Version != 1 {
		return nil, fmt.Errorf("it is no baseline of version 1; write it anew with --write-baseline")
	}
	return file.Findings, nil
}

// of is the finding as the baseline knows it.
func (b *baseline) of(f finding) baselineFinding {
	return baselineFinding{Path: b.pathOf(f.file), Rule: f.Rule.Name, Fingerprint: f.fingerprint()}
}

func (b *baseline) pathOf(f *file) string {
	if f.root.path == "" { // a text without a name
		return f.shown
	}
	return disk.Relative(b.folder, f.root.real(f.doc.Path))
}

// hides reports whether the finding stood before. Of several that are alike it
// hides as many as there were.
func (b *baseline) hides(f finding) bool {
	if b == nil {
		return false
	}
	key := b.of(f)
	if b.left[key] == 0 {
		return false
	}
	b.left[key]--
	return true
}

// gone counts the findings of the baseline that are no more in the files.
func (b *baseline) gone(files []*file) int {
	if b == nil {
		return 0
	}
	checked := make(map[string]bool)
	for _, f := range files {
		checked[b.pathOf(f)] = true
	}
	n := 0
	for key, left := range b.left {
		if checked[key.Path] {
			n += left
		}
	}
	return n
}

// writeBaseline writes found into the file at name, one finding a line, so that
// versions of it can be compared and merged. A file that is no baseline stays.
func writeBaseline(name string, found []finding) error {
	b, err := newBaseline(name)
	if err != nil {
		return err
	}
	for _, f := range found {
		b.left[b.of(f)]++
	}
	entries := make([]baselineEntry, 0, len(b.left))
	for key, n := range b.left {
		entries = append(entries, baselineEntry{key, n})
	}
	slices.SortFunc(entries, func(x, y baselineEntry) int {
		return cmp.Or(cmp.Compare(x.Path, y.Path), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Fingerprint, y.Fingerprint))
	})
	var out bytes.Buffer
	out.WriteString("{\"version\":1,\"findings\":[")
	for i, e := range entries {
		if i > 0 {
			out.WriteString(",")
		}
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		out.WriteString("\n" + string(line))
	}
	out.WriteString("\n]}\n")
	old, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return create(name, out.Bytes())
	case err != nil:
		return cause(err)
	}
	if _, err := parseBaseline(old); err != nil {
		return fmt.Errorf("%w; remove it, or name another file", err)
	}
	return replace(name, out.Bytes())
}
