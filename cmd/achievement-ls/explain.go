package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"

	"achievement-ls/analysis/rules"
)

func explainCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:     "explain RULE",
		Short:   "Print a rule's page: when it fires, why, and what to do",
		Example: "  achievement-ls explain percentage-mismatch",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("explain: name one rule; \"achievement-ls rules\" lists all")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return ruleChoices(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			r := rules.Lookup(args[0])
			if r == nil {
				return fmt.Errorf("explain: %s", noSuchRule(args[0]))
			}
			_, err := io.WriteString(env.stdout, r.Page())
			return err
		},
	}
}

// noSuchRule says that no rule has the name, and which one is near.
func noSuchRule(name string) string {
	hint := ""
	best := 4
	for _, r := range rules.All() {
		if d := levenshtein.ComputeDistance(name, r.Name); d < best {
			best, hint = d, fmt.Sprintf(", did you mean %q", r.Name)
		}
	}
	return fmt.Sprintf("there is no rule %q%s; \"achievement-ls rules\" lists all", name, hint)
}
