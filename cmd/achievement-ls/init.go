package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/template"
)

func initCommand(env environment) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Begin a folder of achievements",
		Long: `Init writes a configuration in which every key stands in a comment, an example
achievement, and the folders "achievements" and "reviews", into FOLDER, the
current folder by default, which it makes where it is missing. It prints what it
wrote. Nothing is written where one of the files is there already.
--template chooses the form of the achievements, which the configuration then names.`,
		Example: "  achievement-ls init\n  achievement-ls init career && achievement-ls check career\n  achievement-ls init werdegang --template german",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			folder := "."
			if len(args) > 0 {
				folder = args[0]
			}
			if err := initFolder(env, folder, name); err != nil {
				return fmt.Errorf("init: %w", err)
			}
			return nil
		},
	}
	c.Flags().StringVar(&name, "template", template.Default().Name, "the form of the achievements: "+strings.Join(template.Names(), ", "))
	complete(c, "template", template.Names()...)
	return c
}

func initFolder(env environment, folder, templateName string) error {
	example, ok := examples[templateName]
	if !ok {
		return fmt.Errorf("there is no template %q; use %s", templateName, strings.Join(template.Names(), ", "))
	}
	files := []struct{ name, content string }{
		{config.FileName, config.Commented(templateName)},
		{"achievements/" + example.file, strings.ReplaceAll(example.text, "DATE", env.today().String())},
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
