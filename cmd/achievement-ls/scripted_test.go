package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Each command, each of its flags and each value of those that take a choice is in
// some script.
func TestEverythingIsScripted(t *testing.T) {
	root := rootCommand(environment{stdout: io.Discard, stderr: io.Discard})
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd("version")
	scripted := scriptedUses(t, root)
	uses := 0
	need := func(use string) {
		uses++
		if !scripted[use] {
			t.Errorf("no script in testdata/script says: %s", use)
		}
	}
	var walk func(c *cobra.Command)
	walk = func(c *cobra.Command) {
		need(c.CommandPath())
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			use := c.CommandPath() + " --" + f.Name
			need(use)
			for _, value := range choices(c, f) {
				need(use + " " + value)
			}
		})
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk(root)
	if uses < 100 {
		t.Errorf("only %d commands, flags and values were looked for", uses)
	}
}

// choices are the values of a flag that takes one of a few.
func choices(c *cobra.Command, f *pflag.Flag) []string {
	complete, ok := c.GetFlagCompletionFunc(f.Name)
	if !ok || f.Value.Type() != "string" {
		return nil
	}
	var values []string
	offered, _ := complete(c, nil, "")
	for _, o := range offered {
		value, _, _ := strings.Cut(o, "\t")
		values = append(values, value)
	}
	return values
}

// scriptedUses are the commands, "COMMAND --FLAG" and "COMMAND --FLAG VALUE" that
// the scripts' own lines say.
func scriptedUses(t *testing.T, root *cobra.Command) map[string]bool {
	t.Helper()
	uses := make(map[string]bool)
	scripts, err := filepath.Glob("testdata/script/*.txtar")
	must(t, err)
	for _, script := range scripts {
		src, err := os.ReadFile(script)
		must(t, err)
		for line := range strings.Lines(string(src)) {
			if strings.HasPrefix(line, "-- ") {
				break // what follows are the script's files
			}
			words := strings.Fields(strings.NewReplacer("'", "", "=", " ").Replace(line))
			program := slices.IndexFunc(words, func(w string) bool { return w == "achievement-ls" || w == "unprivileged" })
			if program < 0 || words[0] == "stdout" || words[0] == "stderr" || words[0] == "#" {
				continue
			}
			args := words[program+1:]
			c, _, err := root.Find(args)
			if err != nil {
				continue // a command that does not exist is a case, too
			}
			uses[c.CommandPath()] = true
			for i, word := range args {
				if flag, ok := strings.CutPrefix(word, "--"); ok {
					use := c.CommandPath() + " --" + flag
					uses[use] = true
					if i+1 < len(args) {
						uses[use+" "+args[i+1]] = true
					}
				}
			}
		}
	}
	return uses
}
