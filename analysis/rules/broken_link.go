package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var brokenLink = &Rule{
	Name:     "broken-link",
	Group:    Reference,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "A relative link, image or `[[wiki link]]` leads to a file or a heading that does not exist.",
		Why:     "Evidence that can't be opened proves nothing. Links into the network are not followed.",
		Bad:     brokenLinkExample("ACH-011-Pyaroll.md"),
		Good:    brokenLinkExample("ACH-011-Payroll.md"),
		File:    "ACH-012-Invoices.md",
		Beside:  map[string]string{"ACH-011-Payroll.md": "# Achievement: Payroll closes in two days\n\n" + storyText},
	},
	Check: func(p *Pass) {
		if p.alone() || !cites(p.Document) {
			return
		}
		reported := make(map[text.Span]bool) // links may share a definition
		for _, t := range p.Document.Targets() {
			if reported[t.Span] && !t.Span.Empty() || p.HasPlaceholder(t.Link) {
				continue
			}
			reported[t.Span] = true
			to := p.known().Resolve(t.Path, t.Wiki, p.Document.Path)
			switch {
			case to != nil:
				p.checkFragment(t, to)
			case p.missing(t):
				p.reportLink(t)
			}
		}
	},
}

// missing reports whether a link's target, which is no file of the workspace
// that is known, is certain not to exist.
func (p *Pass) missing(t document.Target) bool {
	ext := strings.ToLower(path.Ext(t.Path))
	markdown := ext == ".md" || ext == ".markdown"
	if t.Wiki {
		return ext == "" || markdown || strings.ContainsAny(ext, " \t")
	}
	if p.Config.Place(t.Path) == config.ExcludedPlace {
		return false
	}
	if p.Exists != nil {
		return !p.Exists(t.Path) && !(ext == "" && p.Exists(t.Path+".md"))
	}
	return markdown && !strings.HasPrefix(t.Path, "../")
}

func (p *Pass) checkFragment(t document.Target, to *workspace.Facts) {
	fragment := t.Fragment
	if fragment == "" || strings.EqualFold(fragment, "top") || to.Kind == document.Excluded || document.HasFragment(to.Headings, fragment) || strings.HasPrefix(fragment, "^") {
		return
	}
	of := "this file"
	if to.Path != p.Document.Path {
		of = fmt.Sprintf("%q", path.Base(to.Path))
	}
	f := p.Report(t.FragmentSpan, fmt.Sprintf("%q is no heading of %s; correct it, or write the heading", fragment, of))
	names := document.Slugs(to.Headings)
	if t.Wiki {
		names = to.Headings
	}
	if near := nearest(fragment, names, max(2, len(fragment)/4)); near != "" {
		f.Message = fmt.Sprintf("%q is no heading of %s; did you mean %q?", fragment, of, near)
		f.replace(t.FragmentSpan, near)
		f.Fixes[len(f.Fixes)-1].Certain = false
	}
}

func (p *Pass) reportLink(t document.Target) {
	name := p.Document.Text(t.Span)
	f := p.Report(t.Span, fmt.Sprintf("%q does not exist; correct the link, or write the file", name))
	to := p.meant(t)
	if to == "" {
		return
	}
	link := review.Link(to, p.Document.Path)
	if t.Wiki {
		link = strings.TrimSuffix(path.Base(to), path.Ext(to))
	}
	f.Message = fmt.Sprintf("%q does not exist; did you mean %q?", name, link)
	f.replace(t.Span, link)
	f.Fixes[0].Certain = false
}

// meant is the file that a broken link most likely means: one of that name in
// another folder, else one of nearly that name; "" where there is none.
func (p *Pass) meant(t document.Target) string {
	known := p.known()
	if same := known.Files(workspace.Stem(t.Path)); len(same) == 1 {
		return same[0].Path
	}
	byStem := make(map[string]string)
	var stems []string
	for f := range known.All() {
		if stem := workspace.Stem(f.Path); f.Path != p.Document.Path && byStem[stem] == "" && workspace.Scope(f.Path) == workspace.Scope(p.Document.Path) {
			byStem[stem] = f.Path
			stems = append(stems, stem)
		}
	}
	slices.Sort(stems)
	stem := workspace.Stem(t.Path)
	near := nearest(stem, stems, min(3, len(stem)/4))
	if near != "" && digits(near) != digits(stem) {
		return ""
	}
	return byStem[near]
}

func brokenLinkExample(target string) string {
	return "# Achievement: Invoices leave on the day they are written\n\n" + strings.Replace(storyText, "- **Payroll close:** 5 days → 2 days\n", "- **Payroll close:** 5 days → 2 days, as [the first time]("+target+")\n", 1)
}
