package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var unknownAchievement = &Rule{
	Name:     "unknown-achievement",
	Group:    Reference,
	Severity: severity.Warning,
	Doc: Doc{
		Summary: "An achievement or a review names an achievement's ID that no file bears.",
		Why:     "Whoever follows the ID finds nothing: it was mistyped, or the file is gone or was given another number.",
		Bad:     unknownAchievementExample("ACH-021"),
		Good:    unknownAchievementExample("ACH-012"),
		File:    "ACH-013-Invoices.md",
		Beside:  map[string]string{"ACH-012-Payroll.md": "# Achievement: Payroll closes in two days\n\n" + storyText},
	},
	Check: func(p *Pass) {
		if p.alone() || !cites(p.Document) {
			return
		}
		targets := p.Document.Targets()
		for _, m := range p.Document.Mentions() {
			if !p.achievementID(m.ID) || len(p.known().ByID(m.ID, p.Document.Path)) > 0 || p.leads(targets, m.Span) {
				continue
			}
			id := p.Document.Text(m.Span)
			f := p.Report(m.Span, fmt.Sprintf("%q is no achievement of this workspace; correct it, or write the achievement", id))
			if near := p.nearestID(m.ID); near != "" {
				f.Message = fmt.Sprintf("%q is no achievement of this workspace; did you mean %q?", id, near)
				f.Fix(fmt.Sprintf("Change to %q", near), false, func() []text.Edit { return []text.Edit{text.Replace(m.Span, near)} })
			}
			p.createAchievement(f, m.ID)
		}
	},
}

// alone reports whether nothing is known of other files: what is not known can't
// be missed.
func (p *Pass) alone() bool { return p.Workspace == nil || p.Document.Path == "" }

// cites reports whether rules about citations and links look at a document.
func cites(doc *document.Document) bool {
	return doc.Kind == document.Achievement || doc.Kind == document.Review
}

// achievementID reports whether an ID is an achievement's by its form.
func (p *Pass) achievementID(id string) bool {
	prefix := strings.ToUpper(p.Config.ID.Prefix)
	return prefix != "" && strings.HasPrefix(id, prefix) && strings.Trim(id[len(prefix):], "0123456789") == "" && len(id)-len(prefix) >= min(3, p.Config.ID.Digits)
}

// leads reports whether span is in the text of a link that leads to a file: then
// the ID names what is there.
func (p *Pass) leads(targets []document.Target, span text.Span) bool {
	return slices.ContainsFunc(targets, func(t document.Target) bool {
		return t.Text.Covers(span) && t.Path != "" && document.FileID(t.Path) == "" && p.known().Resolve(t.Path, t.Wiki, p.Document.Path) != nil
	})
}

// nearestID is the ID that an unknown one was most likely meant to be: of the
// same number, else the only one that differs by one digit or by two that
// changed places; "" where there is none.
func (p *Pass) nearestID(id string) string {
	near := ""
	number := strings.TrimLeft(id[len(p.Config.ID.Prefix):], "0")
	for _, place := range p.known().InScope(workspace.Scope(p.Document.Path)) {
		if place.Path == p.Document.Path {
			continue
		}
		candidate := strings.ToUpper(place.Entry.ID)
		if !p.achievementID(candidate) {
			continue
		}
		if strings.TrimLeft(candidate[len(p.Config.ID.Prefix):], "0") == number {
			return place.Entry.ID
		}
		if distance(candidate, id) == 1 {
			if near != "" {
				return ""
			}
			near = place.Entry.ID
		}
	}
	return near
}

// createAchievement offers to make the file of an achievement.
func (p *Pass) createAchievement(f *Finding, id string) {
	file := path.Join(p.achievementFolder(), id+".md")
	taken := slices.ContainsFunc(p.known().Numbered(id), func(o workspace.Place) bool {
		return workspace.Scope(o.Path) == workspace.Scope(file) && sameID(p.Config.ID, o.Entry.ID, id)
	})
	if taken || p.known().File(file) != nil {
		return
	}
	f.Fixes = append(f.Fixes, &Fix{
		Title: "Create " + file, Preferred: len(f.Fixes) == 0,
		Create: &NewFile{Path: file, Content: func() string {
			return "# Achievement: \n\n**Achievement ID:** " + id + "\n**Date:** " + p.Today.String() + "\n**Role:** " + lastRole(p) + "\n**Category:** \n"
		}},
	})
}

// achievementFolder is where the achievements of the document's scope lie.
func (p *Pass) achievementFolder() string {
	if p.Document.Kind == document.Achievement {
		return path.Dir(p.Document.Path)
	}
	if all := p.known().InScope(workspace.Scope(p.Document.Path)); len(all) > 0 {
		return path.Dir(all[0].Path)
	}
	return path.Dir(p.Document.Path)
}

func unknownAchievementExample(id string) string {
	return "# Achievement: Invoices leave on the day they are written\n\n## Summary\n\nSent invoices on the day of the work and not 6 days after it, with the bank file of " + id +
		".\n\n## Context (Situation)\n\nInvoices waited 6 days for a signature.\n\n## What I Did (Action)\n\n- Moved the signature to the order\n\n## Results (Quantified)\n\n- Waiting: 6 days → 0 days\n"
}
