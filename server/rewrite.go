package server

import (
	"fmt"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// This file holds the code actions that are about more than one finding.

// fixRule offers, for each rule that finds something at a place, to mend all it
// finds in the file.
func (v *view) fixRule(at text.Span) []action {
	count := map[*rules.Rule]int{}
	for _, f := range v.findings {
		if f.CertainFix() != nil {
			count[f.Rule]++
		}
	}
	var out []action
	for _, f := range v.findings {
		if n := count[f.Rule]; n > 1 && touch(f.Span, at) {
			delete(count, f.Rule)
			only := func(g *rules.Finding) bool { return g.Rule == f.Rule }
			out = append(out, action{
				title: fmt.Sprintf("Fix all %d %s in this file", n, f.Rule.Name), kind: protocol.CodeActionKindQuickFix,
				finding: f, edits: func() []text.Edit { return v.certain(only) },
			})
		}
	}
	return out
}

// fixAll offers everything that needs no word of the writer.
func (v *view) fixAll() []action {
	for _, f := range v.findings {
		if f.CertainFix() != nil {
			return []action{{title: "Fix all that needs no decision", kind: fixAllKind, edits: func() []text.Edit { return v.certain(nil) }}}
		}
	}
	return nil
}

// certain are the edits of all certain fixes of the findings wanted.
func (v *view) certain(wanted func(*rules.Finding) bool) []text.Edit {
	if v.document == nil { // a configuration, whose fixes do not uncover one another
		return rules.CertainEdits(nil, v.findings, wanted)
	}
	fixed := rules.FixAll(v.rules(), wanted)
	return edit.Between(v.document.Source, fixed)
}

// refactoring is a rewriting of what stands at a place.
type refactoring struct {
	// title is what it is offered as; "" where there is nothing to do. It only looks:
	// the list of actions is asked for at every move of the cursor.
	title func(v *view, at text.Span) string
	// edits are made when the action is chosen.
	edits func(v *view, at text.Span) []text.Edit
}

// refactorings are what is offered for a place besides what findings call for.
// To add one, write its file and its line here.
var refactorings = []refactoring{
	completeAchievement,
	listOfSentences,
	numberedSteps,
	toggledBox,
	tickedList,
	alignedTable,
	fieldsToFrontMatter,
	frontMatterToFields,
}

// refactored are the refactorings that have something to do at a place.
func (v *view) refactored(at text.Span) []action {
	var out []action
	for _, r := range refactorings {
		if title := r.title(v, at); title != "" {
			out = append(out, rewriting(title, func() []text.Edit { return r.edits(v, at) }))
		}
	}
	return out
}

// rewriting is an action that rewrites what stands at a place.
func rewriting(title string, edits func() []text.Edit) action {
	return action{title: title, kind: protocol.CodeActionKindRefactorRewrite, edits: edits}
}

// rewrites offer what the achievement at a place lacks, and its order.
func (v *view) rewrites(at text.Span) []action {
	e := v.entryAt(at)
	if e == nil {
		return nil
	}
	var out []action
	missing := edit.Missing(v.document, e)
	for _, key := range missing {
		if part := v.document.Template.Part(key); part != nil {
			out = append(out, rewriting(fmt.Sprintf("Insert %q", part.Name), func() []text.Edit {
				return edit.InsertSection(v.document, e, key)
			}))
		}
	}
	if len(missing) > 1 {
		out = append(out, rewriting(fmt.Sprintf("Insert all %d missing sections", len(missing)), func() []text.Edit {
			return edit.InsertMissing(v.document, e)
		}))
	}
	if len(edit.OutOfOrder(v.document, e)) > 0 {
		out = append(out, rewriting("Bring the sections into the template's order", func() []text.Edit {
			return edit.Reorder(v.document, e)
		}))
	}
	return out
}
