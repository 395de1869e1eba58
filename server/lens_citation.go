package server

import (
	"fmt"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// citationLenses say above an achievement how many reviews cite it, above a
// review how many of its period's achievements it cites, and above a role and
// beside a person how many achievements you have in common.
func (q *request) citationLenses(v *view) []protocol.CodeLens {
	if v.workspace == nil {
		return nil
	}
	var out []protocol.CodeLens
	add := func(at text.Span, command protocol.Command) {
		out = append(out, protocol.CodeLens{Range: v.spanRange(at), Command: command})
	}
	title := text.Span{}
	if v.document.Title != nil {
		title = v.document.Title.Heading.Span
	}
	facts := v.workspace.File(v.document.Path)
	switch {
	case facts == nil:
	case v.document.Kind == document.Achievement:
		for i := range facts.Entries {
			p := workspace.Place{Path: facts.Path, Entry: &facts.Entries[i]}
			if n := len(v.workspace.CitedBy(p)); n > 0 {
				at := v.document.Lines.LineAt(p.Entry.Offset)
				add(at, protocol.Command{Title: "cited by " + counted(n, "review")})
			}
		}
	case v.document.Kind == document.Review:
		all, uncited := review.OfPeriod(v.document, v.workspace, v.config.Period.FiscalYearStart)
		if len(all) == 0 {
			break
		}
		command := protocol.Command{Title: fmt.Sprintf("%s in the period, %d cited", counted(len(all), "achievement"), len(all)-len(uncited))}
		if len(uncited) > 0 && is(q.client.Workspace.ApplyEdit) {
			if argument, err := raw(v.open.uri); err == nil {
				command.Title += fmt.Sprintf(": insert the other %d", len(uncited))
				command.Command, command.Arguments = insertPeriod, []protocol.LSPAny{argument}
			}
		}
		add(title, command)
	default:
		for _, r := range facts.Roles {
			if n := v.workspace.InRole(r.ID); n > 0 && v.document.RoleFolder() == r.ID {
				add(title, protocol.Command{Title: counted(n, "achievement") + " in this role"})
			}
		}
		for _, person := range workspace.People(v.document) {
			if n := v.workspace.Joint(person.Name.Text); n > 0 {
				add(person.Name.Span, protocol.Command{Title: counted(n, "joint achievement")})
			}
		}
	}
	return out
}

// counted is "1 review", "2 reviews".
func counted(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
