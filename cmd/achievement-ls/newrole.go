package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/workspace"
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
	beside := "roles"
	for f := range h.root.snapshot.All() {
		if folder := roleFolder(f.Path); folder != "" {
			beside = path.Dir(folder)
		}
	}
	taken, err := rolesIn(h.root.real(beside))
	if err != nil {
		return fmt.Errorf("reading %s: %w", shownPath(h.root.real(beside)), cause(err))
	}
	role := workspace.RoleFacts{ID: nextRole(append(taken, h.root.snapshot.Roles()...)), Title: squeezed(title), Organisation: squeezed(organisation)}
	folder := path.Join(beside, strings.Trim(strings.Join([]string{role.ID, slug(role.Organisation), slug(role.Title)}, "-"), "-"))
	folder = strings.ReplaceAll(folder, "--", "-")
	heading := role.Title
	if role.Organisation != "" {
		heading += " @ " + role.Organisation
	}
	content := fmt.Sprintf(`# Onboarding: %s

**Role ID:** %s
**Title:** %s
**Organisation:** %s
**Start:** %s
**End:** present
**Manager:**
**Buddy/Mentor:**

## Key collaborators

| Person | Role |
| --- | --- |
`, heading, role.ID, role.Title, cmp.Or(role.Organisation, "[Organisation]"), day)
	if err := h.write(env, h.root.real(path.Join(folder, "onboarding.md")), content); err != nil {
		return err
	}
	for _, name := range []string{"achievements", "reviews"} {
		name = filepath.Join(h.root.real(folder), name)
		if err := os.MkdirAll(name, 0o777); err != nil {
			return fmt.Errorf("making %s: %w", shownPath(name), cause(err))
		}
	}
	return nil
}

// rolesIn are the roles that a folder has folders of, which may hold no file yet.
func rolesIn(folder string) ([]workspace.RoleFacts, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var out []workspace.RoleFacts
	for _, e := range entries {
		if id := workspace.RoleID(e.Name()); id != "" {
			out = append(out, workspace.RoleFacts{ID: id})
		}
	}
	return out, err
}

// nextRole is the ID of one role more, with as many digits as others have.
func nextRole(roles []workspace.RoleFacts) string {
	highest, digits := 0, 3
	for _, r := range roles {
		number := strings.TrimPrefix(strings.ToUpper(r.ID), "ROLE-")
		if n, err := strconv.Atoi(number); err == nil && n >= highest {
			highest, digits = n, len(number)
		}
	}
	return fmt.Sprintf("ROLE-%0*d", digits, highest+1)
}
