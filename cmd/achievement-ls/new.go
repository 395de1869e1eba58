package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/draft"
	"achievement-ls/server/disk"
)

// newOptions are the flags of new.
type newOptions struct{ role, category, date string }

func newCommand(env environment) *cobra.Command {
	var o newOptions
	c := &cobra.Command{
		Use:   "new TITLE…",
		Short: "Write a new achievement from the template",
		Long: `New writes a file with the whole template, and prints its path. It bears the next
free ID, today's date and the role held last; what is left to write stands in
brackets. It lies where the latest achievement below the current folder lies: of
the role that --role names, where it names one. A file that is there already is
never overwritten.`,
		Example: `  achievement-ls new Halved the wait at the counter
  achievement-ls new 'Won the reading prize' --category 'Teaching / Reading' --date 2026-03-14
  $EDITOR "$(achievement-ls new Opened a seed library --role ROLE-002)"
  achievement-ls new role Librarian --organisation 'Elm Street Library'`,
		Args: titled("new"),
		RunE: func(_ *cobra.Command, words []string) error {
			if err := newAchievement(env, o, strings.Join(words, " ")); err != nil {
				return fmt.Errorf("new: %w", err)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&o.role, "role", "", "the role: its ID, or all that is to stand in the field")
	f.StringVar(&o.category, "category", "", "the category, such as 'Technical / Performance'")
	f.StringVar(&o.date, "date", "", "the day it was achieved, as YYYY-MM-DD, instead of today")
	c.AddCommand(newRoleCommand(env), newReviewCommand(env))
	return c
}

// titled asks for a title, of one word or more.
func titled(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, words []string) error {
		if strings.TrimSpace(strings.Join(words, "")) == "" {
			return fmt.Errorf("%s: name a TITLE, of one word or more", command)
		}
		return nil
	}
}

func newAchievement(env environment, o newOptions, title string) error {
	date := env.today()
	if o.date != "" {
		var ok bool
		if date, ok = calendar.ParseDate(o.date); !ok {
			return fmt.Errorf("--date is %q, use a day of the calendar as YYYY-MM-DD", o.date)
		}
	}
	h, err := here()
	if err != nil {
		return err
	}
	f, err := h.draft().Achievement(draft.Achievement{Title: title, Role: o.role, Category: o.category, Date: date})
	if err != nil {
		return err
	}
	return h.write(env, h.root.real(f.Path), f.Content)
}

// place is the current folder in its workspace.
type place struct {
	root   *root
	folder string // below the root, with slashes; "." for the root itself
}

// here reads the workspace of the current folder.
func here() (place, error) {
	wd, err := os.Getwd()
	if err != nil {
		return place{}, err
	}
	if wd, err = filepath.EvalSymlinks(wd); err != nil {
		return place{}, cause(err)
	}
	c := &career{roots: make(map[string]*root)}
	r, err := c.root(workspaceOf(wd))
	if err != nil {
		return place{}, err
	}
	return place{root: r, folder: r.relative(wd)}, nil
}

// draft is the place as drafts take it.
func (h place) draft() draft.Place {
	return draft.Place{
		Snapshot: h.root.snapshot, Config: h.root.config.For(h.folder), Folder: h.folder,
		Folders: disk.FoldersIn(h.root.path),
	}
}

// write writes a new file in a folder that is made where it is missing, and
// prints the file's path.
func (h place) write(env environment, name, content string) error {
	shown := shownPath(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("writing %s: %w", shown, cause(err))
	}
	// A link among the folders may lead elsewhere.
	if real, err := filepath.EvalSymlinks(filepath.Dir(name)); err != nil || !disk.Within(h.root.path, real) {
		return fmt.Errorf("writing %s: a symbolic link leads out of the workspace to it", shown)
	}
	switch err := create(name, []byte(content)); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("writing %s: there is a file of that name already", shown)
	case err != nil:
		return fmt.Errorf("writing %s: %w", shown, err)
	}
	_, err := fmt.Fprintln(env.stdout, shown)
	return err
}
