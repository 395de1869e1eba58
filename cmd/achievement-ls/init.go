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
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/template"
)

func initCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Begin a folder of achievements",
		Long: `Init writes a configuration in which every key stands in a comment, an example
achievement, and the folders "achievements" and "reviews", into FOLDER, the
current folder by default, which it makes where it is missing. It prints what it
wrote. Nothing is written where one of the files is there already.`,
		Example: "  achievement-ls init\n  achievement-ls init career && achievement-ls check career",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			if err := initFolder(env, folder); err != nil {
				return fmt.Errorf("init: %w", err)
			}
			return nil
		},
	}
}

func initFolder(env environment, folder string) error {
	files := []struct{ name, content string }{
		{config.FileName, config.Commented(template.Default().Name)},
		{"achievements/ACH-001-Example.md", exampleAchievement(env.today())},
	}
	for _, f := range files {
		name := filepath.Join(folder, f.name)
		if _, err := os.Lstat(name); err == nil {
			return fmt.Errorf("%s is there already; nothing was written", filepath.ToSlash(name))
		}
	}
	for _, sub := range []string{"achievements", "reviews"} {
		name := filepath.Join(folder, sub)
		if err := os.MkdirAll(name, 0o777); err != nil {
			return fmt.Errorf("making %s: %w", filepath.ToSlash(name), cause(err))
		}
	}
	for _, f := range files {
		name := filepath.Join(folder, f.name)
		switch err := create(name, []byte(f.content)); {
		case errors.Is(err, fs.ErrExist): // since a moment ago
			return fmt.Errorf("%s is there already", filepath.ToSlash(name))
		case err != nil:
			return fmt.Errorf("writing %s: %w", filepath.ToSlash(name), err)
		}
		if _, err := fmt.Fprintln(env.stdout, filepath.ToSlash(name)); err != nil {
			return err
		}
	}
	return nil
}

// exampleAchievement is a whole one in which nothing is found.
func exampleAchievement(date calendar.Date) string {
	return strings.ReplaceAll(`# Achievement: Brought the Choir's Waiting List from 60 Names to 15

**Achievement ID:** ACH-001
**Date:** DATE
**Role:** Choir Director @ Harbour Street Music School
**Category:** Teaching / Organisation

---

## Summary

Brought the children's choir's waiting list from 60 names to 15 by opening a second rehearsal with parents as helpers.

---

## STAR Format

### Situation (Context)
- 60 children waited for a place, some of them for 2 years
- The hall was booked on every afternoon but one

### Task (Your Responsibility)
- Find places for at least 40 of them before the autumn term, without a second salary

### Action (What You Did)
1. Asked all 60 families which afternoon they could come
2. Trained 4 parents to lead the warm-up and keep the register
3. Opened a second rehearsal on the free afternoon

### Result (Quantified Impact)
- **Waiting list:** 60 → 15 names
- 45 children sing in the new group, and 41 of them stayed through the first term

---

## Evidence

| Type | Link/Location | Notes |
|------|---------------|-------|
| Register | Blue folder, choir office | Names and dates of both groups |

---

## Skills Demonstrated

### Technical Skills
- Choral conducting

### Soft Skills
- Leading volunteers

---

## Collaboration

| Person | Role | Their Contribution |
|--------|------|--------------------|
| Marta Lind | Parent | Led the warm-up from the third week on |

---

## Tags

- #teaching
- #organisation
`, "DATE", date.String())
}
