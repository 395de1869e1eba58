package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:generate go run ./internal/pages ../../docs/rules.md

// Pages is docs/rules.md: a table of all rules, group by group, then the page of
// each.
func Pages() string {
	var b strings.Builder
	b.WriteString("<!-- Written by go generate ./analysis/rules; change the rules, not this file. -->\n\n# Rules\n\n")
	b.WriteString("What `achievement-ls check` and the editor report, and how to leave a rule out: in a file with\n" +
		"`<!-- achievement-ls disable-next-line RULE -->`, `disable-line`, `disable-file`, or `disable` up to `enable`;\n" +
		"in the workspace under `rules` in `.achievements.yaml`.\n")
	var group Group
	for _, r := range All() {
		if r.Group != group {
			group = r.Group
			fmt.Fprintf(&b, "\n**%s**\n\n| Rule | Severity | Reported when |\n| --- | --- | --- |\n", group)
		}
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, r.Severity, strings.ReplaceAll(r.Doc.Summary, "|", `\|`))
	}
	for _, r := range All() {
		b.WriteString("\n" + r.Page())
	}
	return b.String()
}

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
	bad, good := excerpts(r.Doc.Bad, r.Doc.Good)
	for _, path := range slices.Sorted(maps.Keys(r.Doc.Beside)) {
		block(fmt.Sprintf("With `%s` beside it:", path), "markdown", r.Doc.Beside[path])
	}
	if r.Doc.Config != "" {
		block("With this configuration,", "yaml", r.Doc.Config)
		block("this is reported:", "markdown", bad)
	} else {
		block("Reported:", "markdown", bad)
	}
	block("In order:", "markdown", good)
	if r.Doc.Options != "" {
		fmt.Fprintf(&b, "\nOptions: %s\n", r.Doc.Options)
	}
	return b.String()
}

// excerpts are two texts cut down to the lines in which they differ, with a few
// around them and the title with its fields; "…" stands for what is left out.
func excerpts(bad, good string) (string, string) {
	const around = 4
	a, b := strings.Split(strings.TrimRight(bad, "\n"), "\n"), strings.Split(strings.TrimRight(good, "\n"), "\n")
	head, tail := 0, 0
	shorter := min(len(a), len(b))
	for head < shorter && a[head] == b[head] {
		head++
	}
	for tail < shorter-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	cut := func(lines []string) string {
		from, to := max(0, head-around), min(len(lines), len(lines)-tail+around)
		kept := lines[from:to]
		if top := topOf(lines); from > len(top) {
			kept = slices.Concat(top, []string{"…", ""}, trimBlank(kept))
		} else {
			kept = lines[:to:to]
		}
		if to < len(lines) {
			kept = append(trimBlank(kept), "", "…")
		}
		return strings.Join(kept, "\n")
	}
	return cut(a), cut(b)
}

// topOf is what stands before the first section, where that is short.
func topOf(lines []string) []string {
	const most = 8
	for i, line := range lines[:min(len(lines), most)] {
		if strings.HasPrefix(line, "## ") {
			return lines[:i]
		}
	}
	return nil
}

// trimBlank is lines without the blank ones at its ends.
func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}
