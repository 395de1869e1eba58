package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

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
			var names []string
			for _, r := range rules.All() {
				names = append(names, r.Name+"\t"+r.Doc.Summary)
			}
			return names, cobra.ShellCompDirectiveNoFileComp
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

func ruleNames() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return names
}

func rulesCommand(env environment) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "rules",
		Short:   "List all rules",
		Example: "  achievement-ls rules\n  achievement-ls rules --format json",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return listRules(env.stdout)
			case "json":
				return listRulesJSON(env.stdout)
			case "markdown":
				return listRulesMarkdown(env.stdout)
			}
			return fmt.Errorf("rules: --format is %q, use text, json or markdown", format)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text, json or markdown")
	return c
}

func listRules(w io.Writer) error {
	group := rules.Group("")
	for _, r := range rules.All() {
		if r.Group != group {
			if group != "" {
				fmt.Fprintln(w)
			}
			group = r.Group
			fmt.Fprintf(w, "%s\n", group)
		}
		if _, err := fmt.Fprintf(w, "  %-24s %-12s %s\n", r.Name, r.Severity, r.Doc.Summary); err != nil {
			return err
		}
	}
	return nil
}

func listRulesJSON(w io.Writer) error {
	type rule struct {
		Name     string `json:"name"`
		Group    string `json:"group"`
		Severity string `json:"severity"`
		Summary  string `json:"summary"`
	}
	var list []rule
	for _, r := range rules.All() {
		list = append(list, rule{r.Name, string(r.Group), r.Severity.String(), r.Doc.Summary})
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(list)
}

func listRulesMarkdown(w io.Writer) error {
	fmt.Fprintln(w, "| rule | group | severity | when it fires |")
	fmt.Fprintln(w, "| --- | --- | --- | --- |")
	for _, r := range rules.All() {
		if _, err := fmt.Fprintf(w, "| %s | %s | %s | %s |\n", r.Name, r.Group, r.Severity, strings.ReplaceAll(r.Doc.Summary, "|", `\|`)); err != nil {
			return err
		}
	}
	return nil
}
