package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Page is the rule's page of documentation, as markdown: what hover, explain
// and docs/rules.md show.
func (r *Rule) Page() string {
	var b strings.Builder
	fmt.Fprintf(&b, "## %s\n\n", r.Name)
	fmt.Fprintf(&b, "%s\n\n", r.Doc.Summary)
	fmt.Fprintf(&b, "Group: %s. Severity: %s.\n\n", r.Group, r.Severity)
	fmt.Fprintf(&b, "%s\n", r.Doc.Why)
	block := func(title, lang, src string) {
		if src != "" {
			fence := "```"
			for strings.Contains(src, fence) {
				fence += "`"
			}
			fmt.Fprintf(&b, "\n%s\n\n%s%s\n%s\n%s\n", title, fence, lang, strings.TrimRight(src, "\n"), fence)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(r.Doc.Beside)) {
		block(fmt.Sprintf("With `%s` beside it:", path), "markdown", r.Doc.Beside[path])
	}
	if r.Doc.Config != "" {
		block("With this configuration,", "yaml", r.Doc.Config)
		block("this is reported:", "markdown", r.Doc.Bad)
	} else {
		block("Reported:", "markdown", r.Doc.Bad)
	}
	block("In order:", "markdown", r.Doc.Good)
	if r.Doc.Options != "" {
		fmt.Fprintf(&b, "\nOptions: %s\n", r.Doc.Options)
	}
	return b.String()
}
