package main

import (
	"errors"
	"fmt"
	"io"

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
}

// errFindings ends a command whose findings were printed already.
var errFindings = errors.New("findings")

// exitStatus is an error that carries the status of a command that has said all
// there is to say.
type exitStatus int

func (e exitStatus) Error() string { return fmt.Sprintf("exit status %d", int(e)) }

// run executes the command line args and gives the exit status.
func run(args []string, env environment) int {
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
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.CompletionOptions.HiddenDefaultCmd = false
	root.SetArgs(args)
	root.SetIn(env.stdin)
	root.SetOut(env.stdout)
	root.SetErr(env.stderr)
	root.AddCommand(checkCommand(env), explainCommand(env), rulesCommand(env), serveCommand(env), versionCommand(env))

	err := root.Execute()
	var status exitStatus
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &status):
		return int(status)
	}
	fmt.Fprintf(env.stderr, "achievement-ls: %v\n", err)
	return exitError
}
