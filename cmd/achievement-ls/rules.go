package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/rules"
)

func rulesCommand(env environment) *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:     "rules",
		Short:   "List all rules",
		Example: "  achievement-ls rules\n  achievement-ls rules --format json",
		Args:    atMost(0),
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
	complete(c, "format", "text", "json", "markdown")
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
	return encodeJSON(w, list)
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
