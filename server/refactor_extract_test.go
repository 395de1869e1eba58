package server

import (
	"strings"
	"testing"

	"go.lsp.dev/protocol"
)

const extraction = "Extract into an achievement of its own"

// extracting is what is offered of that kind for a word of the review.
func (f *folder) extracting(rev, src, word string) []*protocol.CodeAction {
	f.t.Helper()
	f.change(f.uri(rev), 2, map[string]any{"text": src})
	f.texts[rev] = src
	at := f.at(rev, word).Position
	var out []*protocol.CodeAction
	for _, item := range *ask[[]protocol.CommandOrCodeAction](f.editor, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: f.uri(rev)}, Range: protocol.Range{Start: at, End: at},
		Context: protocol.CodeActionContext{Only: []protocol.CodeActionKind{protocol.CodeActionKindRefactor}},
	}) {
		if a := item.(*protocol.CodeAction); a.Kind != nil && *a.Kind == protocol.CodeActionKindRefactorExtract {
			out = append(out, a)
		}
	}
	return out
}

const unwritten = "# Self-Review: 2026-H1\n\n## Bread\n\nSold out on 2 days instead of 20.\n\n[ACH-001](ACH-001-Noon.md) was mine.\n"

// What a review says of something that no file tells becomes a file, with the next
// free ID, beside the others of its role.
func TestExtract(t *testing.T) {
	inLayouts(t, annotating, func(t *testing.T, f *folder, ach, rev, _ string) {
		if got := f.extracting(rev, unwritten, "mine"); got != nil {
			t.Errorf("of what is cited already is offered %v", got[0].Title)
		}
		got := f.extracting(rev, unwritten, "Sold")
		if len(got) != 1 || got[0].Title != extraction || got[0].Edit != nil {
			t.Fatalf("what is offered is %v", got)
		}
		edit := ask[protocol.CodeAction](f.editor, protocol.MethodCodeActionResolve, got[0]).Edit
		made, ok := edit.DocumentChanges[0].(*protocol.CreateFile)
		if !ok {
			t.Fatalf("the first change is %T", edit.DocumentChanges[0])
		}
		name := "ACH-002-Sold-out-on-2-days-instead-of-20.md"
		path := strings.TrimSuffix(ach, "ACH-001-Noon.md") + name
		if f.path(made.URI) != path {
			t.Errorf("the file is %s, want %s", f.path(made.URI), path)
		}
		if a := edit.ChangeAnnotations[made.AnnotationID]; a.Label != extraction {
			t.Errorf("it is annotated %+v", a)
		}
		after := f.after(edit)
		for _, want := range []string{"# Achievement: Sold out on 2 days instead of 20\n\n", "**Achievement ID:** ACH-002\n", "**Date:** 2026-05-20\n", "## Summary\n\nSold out on 2 days instead of 20.\n\n"} {
			if !strings.Contains(after[path], want) {
				t.Errorf("it lacks %q:\n%s", want, after[path])
			}
		}
		link := name
		if strings.Contains(rev, "/") {
			link = "../achievements/" + name
		}
		if want := "## Bread\n\n[ACH-002](" + link + "): Sold out on 2 days instead of 20\n\n[ACH-001]"; !strings.Contains(after[rev], want) {
			t.Errorf("the review lacks %q:\n%s", want, after[rev])
		}
	})
}
