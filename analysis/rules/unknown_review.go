package rules

import (
	"fmt"
	"path"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var unknownReview = &Rule{
	Name:     "unknown-review",
	Group:    Reference,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: `"Used in" names a review that the workspace, which has reviews, lacks.`,
		Why:     "The link between an achievement and the review that cites it is what shows which achievements are still to be used.",
		Bad:     usedInExample("2026-H1-Self-Reveiw.md — Achievement #1"),
		Good:    usedInExample("2026-H1-Self-Review.md — Achievement #1"),
		File:    "ACH-012-Payroll.md",
		Beside:  map[string]string{"reviews/2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n\n1. [ACH-012](../ACH-012-Payroll.md): the payroll closes in 2 days\n"},
	},
	Check: func(p *Pass) {
		if p.alone() || len(p.Document.Entries) == 0 || len(p.known().Reviews()) == 0 {
			return
		}
		for _, e := range p.Document.Entries {
			for _, r := range e.Reviews {
				if elsewhere(r.Target.Text) || p.HasPlaceholder(r.Target.Span) || p.reviewOf(r) != nil || p.known().Named(r.Target.Text, p.Document.Path) != nil {
					continue
				}
				p.reportReview(r.Target)
			}
		}
	},
}

var withScheme = pattern.New(`^(?:[A-Za-z][A-Za-z0-9+.-]+:|//|www\.)`)

// elsewhere reports whether a target lies outside the workspace's files.
func elsewhere(target string) bool { return withScheme.MatchString(target) }

// reviewOf is the review that a "Used in" of the document names; nil where there
// is none.
func (p *Pass) reviewOf(r document.ReviewCitation) *workspace.Facts {
	return p.known().ReviewNamed(r.Target.Text, p.Document.Path)
}

func (p *Pass) reportReview(target document.Item) {
	f := p.Report(target.Span, fmt.Sprintf("%q is no review of this workspace; correct it, or write the review", target.Text))
	byStem := make(map[string]string)
	var stems []string
	folder := ""
	for _, r := range p.known().Reviews() {
		if workspace.Scope(r.Path) != workspace.Scope(p.Document.Path) {
			continue
		}
		if folder == "" {
			folder = path.Dir(r.Path)
		}
		stem := workspace.Stem(r.Path)
		byStem[stem] = r.Path
		stems = append(stems, stem)
	}
	if near := nearest(workspace.Stem(target.Text), stems, min(3, len(target.Text)/4)); near != "" && digits(near) == digits(workspace.Stem(target.Text)) {
		name := path.Base(byStem[near])
		if strings.Contains(target.Text, "/") {
			name = review.Link(byStem[near], p.Document.Path)
		} else if path.Ext(target.Text) == "" {
			name = strings.TrimSuffix(name, path.Ext(name))
		}
		f.Message = fmt.Sprintf("%q is no review of this workspace; did you mean %q?", target.Text, name)
		f.Fix(fmt.Sprintf("Change to %q", name), false, func() []text.Edit { return []text.Edit{text.Replace(target.Span, name)} })
	}
	base := path.Base(target.Text)
	leads := !strings.Contains(target.Text, "/") || p.Document.Resolve(target.Text) == path.Join(folder, base)
	if folder != "" && path.Ext(base) == ".md" && leads {
		title := strings.TrimSuffix(base, ".md")
		f.Fixes = append(f.Fixes, &Fix{
			Title: "Create " + path.Join(folder, base), Preferred: len(f.Fixes) == 0,
			Create: &NewFile{Path: path.Join(folder, base), Content: func() string { return "# Self-Review: " + title + "\n" }},
		})
	}
}

func usedInExample(review string) string {
	return "# Achievement: Payroll closes in two days\n\n" + storyText + "\n## Link to Review\n\n**Used in:** " + review + "\n"
}
