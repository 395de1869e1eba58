package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
)

// The exit statuses.
const (
	exitClean    = 0
	exitFindings = 1
	exitError    = 2 // wrong usage, an unreadable path, a configuration that can't be parsed
)

// environment is what the commands take from outside.
type environment struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	today          func() calendar.Date // in local time
	done           <-chan struct{}      // closed when a command that goes on is to end; nil for never
}

// exitStatus is an error that carries the status of a command that has said all
// there is to say.
type exitStatus int

func (e exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// run executes the command line args and gives the exit status.
func run(args []string, env environment) int {
	root := rootCommand(env)
	root.SetArgs(args)
	err := root.Execute()
	var status exitStatus
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &status):
		return int(status)
	}
	fmt.Fprintf(env.stderr, "achievement-ls: %v\n", err)
	return exitError
}

// rootCommand is the program with all its commands.
func rootCommand(env environment) *cobra.Command {
	root := &cobra.Command{
		Use:   "achievement-ls",
		Short: "Checks achievement files, in a terminal and in your editor",
		Long: `achievement-ls reads achievement files: markdown that records one accomplishment
each, with its Situation, Task, Action and quantified Result. It says what is
missing, vague or wrong.`,
		Example: `  achievement-ls check                 findings in the current folder
  achievement-ls check --fix career    mend what needs no decision
  achievement-ls explain weak-verb     why a rule exists, and what to do
  achievement-ls serve                 the language server, for editors`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionAndBuild(),
		Args:          noCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetVersionTemplate("achievement-ls {{.Version}}\n")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w; see \"%s --help\"", err, c.CommandPath())
	})
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetIn(env.stdin)
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	root.AddCommand(checkCommand(env), explainCommand(env), rulesCommand(env), configCommand(env), newCommand(env), initCommand(env),
		listCommand(env), statsCommand(env), reportCommand(env), formatCommand(env), serveCommand(env), versionCommand(env))
	root.SetHelpCommand(helpCommand(root))
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Args = noCommand
		for _, shell := range completion.Commands() {
			shell.Args = atMost(0)
		}
		completion.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	}
	return root
}

// noCommand reports an argument where a command's name is expected.
func noCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	c.SuggestionsMinimumDistance = 2
	hint := ""
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		hint = fmt.Sprintf(", did you mean %q", near[0])
	}
	return fmt.Errorf("%sthere is no command %q%s; \"%s --help\" lists all", prefix(c), args[0], hint, c.CommandPath())
}

// atMost is for a command that takes no more than n arguments.
func atMost(n int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) > n {
			return fmt.Errorf("%s%q is one argument too many; see \"%s --help\"", prefix(c), args[n], c.CommandPath())
		}
		return nil
	}
}

// prefix is how a command's messages begin: "config show: ".
func prefix(c *cobra.Command) string {
	_, name, found := strings.Cut(c.CommandPath(), " ")
	if !found {
		return ""
	}
	return name + ": "
}

// helpCommand replaces the library's, which takes a command that does not exist
// for no command.
func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Print what a command does, and its flags",
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil {
				return fmt.Errorf("help: %w", err)
			}
			if len(rest) > 0 {
				return noCommand(c, rest)
			}
			c.InitDefaultHelpFlag()
			return c.Help()
		},
	}
}
