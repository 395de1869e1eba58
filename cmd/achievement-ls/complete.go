package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/rules"
)

// complete tells the shell what a flag takes, where the command has it.
func complete(c *cobra.Command, flag string, values ...string) {
	// It fails for a flag that does not exist alone.
	_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

// completeRules tells the shell the names of rules, for a flag that takes a list
// of them: what stands before the last comma is kept, and not offered again.
func completeRules(c *cobra.Command, flag string) {
	_ = c.RegisterFlagCompletionFunc(flag, func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		given := strings.Split(before, ",")
		var offered []string
		for _, choice := range ruleChoices() {
			if name, _, _ := strings.Cut(choice, "\t"); !slices.Contains(given, name) {
				offered = append(offered, before+choice)
			}
		}
		return offered, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	})
}

// ruleChoices are the names of all rules, each with what it is about behind a
// tab, as cobra takes them.
func ruleChoices() []string {
	var choices []string
	for _, r := range rules.All() {
		choices = append(choices, r.Name+"\t"+r.Doc.Summary)
	}
	return choices
}
