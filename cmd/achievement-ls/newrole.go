package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/draft"
)

func newRoleCommand(env environment) *cobra.Command {
	var organisation, start string
	c := &cobra.Command{
		Use:   "role TITLE…",
		Short: "Make the folder of a new role",
		Long: `Role makes a role's folder with the next free number, in it the folders
"achievements" and "reviews" and the file onboarding.md, which says what the role
is, and prints the file's path. The folder lies beside those of other roles, else
below "roles".`,
		Example: `  achievement-ls new role Librarian --organisation 'Elm Street Library'
  achievement-ls new role Charge Nurse --start 2026-03-01`,
		Args: titled("new role"),
		RunE: func(_ *cobra.Command, words []string) error {
			if err := newRole(env, strings.Join(words, " "), organisation, start); err != nil {
				return fmt.Errorf("new role: %w", err)
			}
			return nil
		},
	}
	c.Flags().StringVar(&organisation, "organisation", "", "where the role is held")
	c.Flags().StringVar(&start, "start", "", "the first day in the role, as YYYY-MM-DD, instead of today")
	return c
}

func newRole(env environment, title, organisation, start string) error {
	day := env.today()
	if start != "" {
		var ok bool
		if day, ok = calendar.ParseDate(start); !ok {
			return fmt.Errorf("--start is %q, use a day of the calendar as YYYY-MM-DD", start)
		}
	}
	h, err := here()
	if err != nil {
		return err
	}
	f := h.draft().Role(draft.Role{Title: title, Organisation: organisation, Start: day})
	if err := h.write(env, h.root.real(f.Path), f.Content); err != nil {
		return err
	}
	for _, name := range []string{"achievements", "reviews"} {
		name = filepath.Join(filepath.Dir(h.root.real(f.Path)), name)
		if err := os.MkdirAll(name, 0o777); err != nil {
			return fmt.Errorf("making %s: %w", shownPath(name), cause(err))
		}
	}
	return nil
}
