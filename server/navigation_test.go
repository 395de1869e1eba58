package server

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// folder is a workspace with a document open in the editor that is not as it is
// on disk.
type folder struct {
	*editor
	dir   string
	texts map[string]string // by path, as the server has to see them
	open  string            // the path of the open document
}

const bakerStory = "**Date:** 2026-02-03\n**Role:** ROLE-001 - Baker @ Mill\n\n## Summary\n\nBaked twice a day.\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| Ada Rye | Miller | Ground |\n\n## Tags\n\n#bread #night\n\n## Link to Review\n\n**Used in:** 2026-H1-Self-Review.md — Achievement #1\n"

// layouts are a workspace in role folders and a flat one. In both the review is
// open, and what cites the achievement is not saved yet.
var layouts = map[string]struct {
	files         map[string]string
	ach, rev, gro string
	unsaved       string
}{
	"role folders": {
		files: map[string]string{
			".achievements.yaml": "",
			"roles/ROLE-001-Mill-Baker/achievements/ACH-001-Noon.md":   "# Achievement: Noon\n\n**Achievement ID:** ACH-001\n" + bakerStory,
			"roles/ROLE-001-Mill-Baker/onboarding.md":                  "# Onboarding: Baker @ Mill\n\n**Role ID:** ROLE-001\n**Manager:** Ada Rye (Head)\n",
			"roles/ROLE-001-Mill-Baker/growth.md":                      "# Growth\n\n[[ACH-001-Noon#Summary]] and ACH-001, in ROLE-001.\n",
			"roles/ROLE-001-Mill-Baker/reviews/2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n\nNothing yet.\n",
		},
		ach: "roles/ROLE-001-Mill-Baker/achievements/ACH-001-Noon.md", rev: "roles/ROLE-001-Mill-Baker/reviews/2026-H1-Self-Review.md", gro: "roles/ROLE-001-Mill-Baker/growth.md",
		unsaved: "# Self-Review: 2026-H1\n\n𐐀 1. [ACH-001](../achievements/ACH-001-Noon.md#summary): noon\n",
	},
	"flat": {
		files: map[string]string{
			".achievements.yaml":     "",
			"ACH-001-Noon.md":        "# Achievement: Noon\n\n**Achievement ID:** ACH-001\n" + bakerStory,
			"role.md":                "# Role: Baker @ Mill\n\n**Role ID:** ROLE-001\n**Manager:** Ada Rye (Head)\n",
			"growth.md":              "# Growth\n\n[[ACH-001-Noon#Summary]] and ACH-001, in ROLE-001.\n",
			"2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n\nNothing yet.\n",
		},
		ach: "ACH-001-Noon.md", rev: "2026-H1-Self-Review.md", gro: "growth.md",
		unsaved: "# Self-Review: 2026-H1\n\n𐐀 1. [ACH-001](ACH-001-Noon.md#summary): noon\n",
	},
}

// inLayouts runs a test in both.
func inLayouts(t *testing.T, capabilities string, fn func(t *testing.T, f *folder, ach, rev, gro string)) {
	for name, l := range layouts {
		t.Run(name, func(t *testing.T) {
			dir := workspaceOf(t, l.files)
			f := &folder{editor: newEditor(t, start{capabilities: capabilities, folders: []string{dir}}), dir: dir, texts: maps.Clone(l.files), open: l.rev}
			f.untilLogged("read a workspace")
			f.texts[l.rev] = l.unsaved
			f.editor.open(f.uri(l.rev), l.unsaved)
			if capabilities == modern || capabilities == "" { // whoever asks from there has it open
				f.editor.open(f.uri(l.ach), f.texts[l.ach])
			}
			fn(t, f, l.ach, l.rev, l.gro)
		})
	}
}

func (f *folder) uri(path string) uri.URI {
	return uri.File(filepath.Join(f.dir, filepath.FromSlash(path)))
}

func (f *folder) path(u uri.URI) string {
	rel, err := filepath.Rel(f.dir, u.FsPath())
	if err != nil {
		f.t.Fatal(err)
	}
	return filepath.ToSlash(rel)
}

// at is the position of a text's first place in a file, one byte into it.
func (f *folder) at(path, what string) protocol.TextDocumentPositionParams {
	f.t.Helper()
	i := strings.Index(f.texts[path], what)
	if i < 0 {
		f.t.Fatalf("%s lacks %q", path, what)
	}
	return protocol.TextDocumentPositionParams{
		TextDocument: protocol.TextDocumentIdentifier{URI: f.uri(path)}, Position: f.mapper(path).offsetPosition(i + 1),
	}
}

func (f *folder) mapper(path string) mapper {
	return mapper{text.NewLines(f.texts[path]), f.encoding()}
}

// place is a place as its file, its line and the text there.
func (f *folder) place(u uri.URI, r protocol.Range) string {
	path := f.path(u)
	src := f.texts[path]
	return fmt.Sprintf("%s:%d %s", filepath.Base(path), r.Start.Line+1, f.mapper(path).rangeSpan(r).Of(src))
}

func (f *folder) places(list []protocol.Location) []string {
	var out []string
	for _, at := range list {
		out = append(out, f.place(at.URI, at.Range))
	}
	return out
}

// after are the workspace's files once an edit is made, those that changed.
func (f *folder) after(e *protocol.WorkspaceEdit) map[string]string {
	f.t.Helper()
	out := make(map[string]string)
	if e == nil {
		return out
	}
	for u, edits := range e.Changes {
		out[f.path(u)] = f.applied(f.texts[f.path(u)], edits)
	}
	for _, c := range e.DocumentChanges {
		switch c := c.(type) {
		case *protocol.TextDocumentEdit:
			path := f.path(c.TextDocument.URI)
			if isOpen := f.server().session.state().open[c.TextDocument.URI] != nil; isOpen != (c.TextDocument.Version != nil) {
				f.t.Errorf("%s is changed in version %v", path, c.TextDocument.Version)
			}
			var edits []protocol.TextEdit
			for _, x := range c.Edits {
				if noted, ok := x.(*protocol.AnnotatedTextEdit); ok {
					x = &noted.TextEdit
				}
				edits = append(edits, *x.(*protocol.TextEdit))
			}
			out[path] = f.applied(f.texts[path], edits)
		case *protocol.RenameFile:
			from, to := f.path(c.OldURI), f.path(c.NewURI)
			for path, src := range maps.Clone(f.texts) {
				if path != from && !strings.HasPrefix(path, from+"/") {
					continue
				}
				if now, ok := out[path]; ok {
					src = now
				}
				delete(out, path)
				out[to+path[len(from):]] = src
			}
		case *protocol.CreateFile:
			f.texts[f.path(c.URI)] = ""
		}
	}
	return out
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s is\n%s\nwant\n%s", what, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestDefinition(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		to := func(path, what string) (out []string) {
			links := *ask[protocol.DefinitionLinkSlice](f.editor, protocol.MethodTextDocumentDefinition, &protocol.DefinitionParams{TextDocumentPositionParams: f.at(path, what)})
			for _, l := range links {
				if l.OriginSelectionRange == nil || !strings.Contains(f.place(f.uri(path), *l.OriginSelectionRange), what) {
					t.Errorf("%q leads from %v", what, l.OriginSelectionRange)
				}
				out = append(out, f.place(l.TargetURI, l.TargetSelectionRange))
			}
			declared := *ask[protocol.DeclarationLinkSlice](f.editor, protocol.MethodTextDocumentDeclaration, &protocol.DeclarationParams{TextDocumentPositionParams: f.at(path, what)})
			if len(declared) != len(links) {
				t.Errorf("%q is declared at %d places", what, len(declared))
			}
			return out
		}
		expect(t, "an ID", to(rev, "ACH-001"), "ACH-001-Noon.md:1 Achievement: Noon")
		expect(t, "a link", to(rev, "ACH-001-Noon.md"), "ACH-001-Noon.md:1 Achievement: Noon")
		expect(t, "a heading", to(rev, "summary"), "ACH-001-Noon.md:7 Summary")
		expect(t, "a review", to(ach, "2026-H1-Self-Review.md"), "2026-H1-Self-Review.md:1 Self-Review: 2026-H1")
		expect(t, "a tag", to(ach, "night"), "ACH-001-Noon.md:19 night")
		role, person := "onboarding.md:1 Onboarding: Baker @ Mill", "onboarding.md:4 Ada Rye"
		if !strings.Contains(ach, "/") {
			role, person = "role.md:1 Role: Baker @ Mill", "role.md:4 Ada Rye"
		}
		expect(t, "a role", to(ach, "ROLE-001"), role)
		expect(t, "a person", to(ach, "Ada Rye"), person)
		if got := *ask[protocol.DefinitionLinkSlice](f.editor, protocol.MethodTextDocumentDefinition, &protocol.DefinitionParams{TextDocumentPositionParams: f.at(ach, "twice")}); got != nil {
			t.Errorf("prose leads to %v", got)
		}
	})
	inLayouts(t, "{}", func(t *testing.T, f *folder, _, rev, _ string) {
		got := *ask[protocol.LocationSlice](f.editor, protocol.MethodTextDocumentDefinition, &protocol.DefinitionParams{TextDocumentPositionParams: f.at(rev, "ACH-001")})
		expect(t, "an ID, to a plain client,", f.places(got), "ACH-001-Noon.md:1 Achievement: Noon")
	})
}

func TestReferences(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		to := func(path, what string, declaration bool) []string {
			got := f.places(*ask[[]protocol.Location](f.editor, protocol.MethodTextDocumentReferences, &protocol.ReferenceParams{
				TextDocumentPositionParams: f.at(path, what), Context: protocol.ReferenceContext{IncludeDeclaration: declaration},
			}))
			slices.Sort(got)
			return got
		}
		link := ""
		if strings.Contains(ach, "/") {
			link = "../achievements/"
		}
		uses := []string{"2026-H1-Self-Review.md:3 " + link + "ACH-001-Noon.md", "2026-H1-Self-Review.md:3 ACH-001", "growth.md:3 ACH-001", "growth.md:3 ACH-001-Noon"}
		slices.Sort(uses)
		expect(t, "an achievement by its title", to(ach, "Noon", false), uses...)
		if got := to(ach, "ACH-001", true); !slices.Contains(got, "ACH-001-Noon.md:3 ACH-001") || len(got) != len(to(ach, "ACH-001", false))+1 {
			t.Errorf("with its declaration it is %q", got)
		}
		expect(t, "a review by its title", to(rev, "Self", false), "ACH-001-Noon.md:23 2026-H1-Self-Review.md")
		expect(t, "a tag", to(ach, "night", true), "ACH-001-Noon.md:19 night")
		expect(t, "a heading", to(rev, "summary", true), "2026-H1-Self-Review.md:3 summary", "ACH-001-Noon.md:7 Summary", "growth.md:3 Summary")
	})
}

// A link and a review of "Used in" stand out with the other places that name the
// same file.
func TestHighlightsOfFiles(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, _ string) {
		of := func(path, what string) (out []string) {
			for _, h := range *ask[[]protocol.DocumentHighlight](f.editor, protocol.MethodTextDocumentDocumentHighlight, f.at(path, what)) {
				out = append(out, f.place(f.uri(path), h.Range))
			}
			return out
		}
		review := filepath.Base(rev)
		f.texts[ach] += "\n[[" + review + "]]\n"
		f.change(f.uri(ach), 2, map[string]any{"text": f.texts[ach]})
		expect(t, "a review", of(ach, review), "ACH-001-Noon.md:23 "+review, "ACH-001-Noon.md:25 "+review)
		if got := of(rev, "ACH-001-Noon.md"); len(got) != 1 || !strings.HasSuffix(got[0], "ACH-001-Noon.md") {
			t.Errorf("a link is %q", got)
		}
	})
}

func TestRename(t *testing.T) {
	rename := func(f *folder, path, what, to string) (map[string]string, error) {
		edit := new(protocol.WorkspaceEdit)
		err := f.call(protocol.MethodTextDocumentRename, &protocol.RenameParams{TextDocumentPositionParams: f.at(path, what), NewName: to}, &edit)
		return f.after(edit), err
	}
	holds := func(t *testing.T, got map[string]string, path string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(got[path], part) {
				t.Errorf("%s lacks %q:\n%s", path, part, got[path])
			}
		}
	}
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		got, err := rename(f, rev, "ACH-001", "ach-007")
		if err != nil {
			t.Fatal(err)
		}
		holds(t, got, strings.Replace(ach, "ACH-001", "ACH-007", 1), "**Achievement ID:** ACH-007\n")
		holds(t, got, rev, "[ACH-007](", "ACH-007-Noon.md#summary)")
		holds(t, got, gro, "[[ACH-007-Noon#Summary]] and ACH-007")
		if len(got) != 3 {
			t.Errorf("it changes %q", slices.Sorted(maps.Keys(got)))
		}
		got, err = rename(f, ach, "Ada Rye", "Eva Lang")
		if err != nil || len(got) != 2 {
			t.Errorf("the person's renaming changes %q: %v", slices.Sorted(maps.Keys(got)), err)
		}
		holds(t, got, ach, "| Eva Lang | Miller |")
		got, err = rename(f, ach, "night", "nights")
		holds(t, got, ach, "#bread #nights\n")
		if err != nil || len(got) != 1 {
			t.Errorf("the tag's renaming changes %q: %v", slices.Sorted(maps.Keys(got)), err)
		}
		got, err = rename(f, ach, "Summary", "In Short")
		holds(t, got, ach, "## In Short\n")
		holds(t, got, rev, "#in-short)")
		holds(t, got, gro, "[[ACH-001-Noon#In Short]]")
		if err != nil {
			t.Error(err)
		}
		got, err = rename(f, ach, "ROLE-001", "ROLE-004")
		if err != nil || !slices.ContainsFunc(slices.Collect(maps.Values(got)), func(s string) bool { return strings.Contains(s, "**Role ID:** ROLE-004") }) {
			t.Errorf("the role's renaming gives %q: %v", got, err)
		}
		holds(t, got, strings.Replace(gro, "ROLE-001", "ROLE-004", 1), "in ROLE-004.")

		for _, refused := range []struct{ path, what, to, says string }{
			{rev, "ACH-001", "seven", "no achievement's ID"}, {ach, "night", "bread", "a tag already"},
			{ach, "night", "Two Words", "is no tag"}, {ach, "twice", "thrice", "nothing stands here"},
		} {
			if got, err := rename(f, refused.path, refused.what, refused.to); err == nil || len(got) > 0 || code(err) != codeRequestFailed || !strings.Contains(err.Error(), refused.says) {
				t.Errorf("renaming %q to %q gives %q: %v", refused.what, refused.to, got, err)
			}
		}
		prepared := *ask[*protocol.PrepareRenamePlaceholder](f.editor, protocol.MethodTextDocumentPrepareRename, &protocol.PrepareRenameParams{TextDocumentPositionParams: f.at(ach, "night")})
		if prepared == nil || prepared.Placeholder != "night" || f.place(f.uri(ach), prepared.Range) != "ACH-001-Noon.md:19 night" {
			t.Errorf("renaming begins with %+v", prepared)
		}
		if nothing := *ask[*protocol.PrepareRenamePlaceholder](f.editor, protocol.MethodTextDocumentPrepareRename, &protocol.PrepareRenameParams{TextDocumentPositionParams: f.at(ach, "twice")}); nothing != nil {
			t.Errorf("prose can be renamed: %+v", nothing)
		}
	})
	// Who can't rename files keeps all names of it, and is told why.
	inLayouts(t, "{}", func(t *testing.T, f *folder, _, rev, _ string) {
		if got, err := rename(f, rev, "ACH-001", "ACH-007"); err == nil || len(got) > 0 || !strings.Contains(err.Error(), "rename files") {
			t.Errorf("the ID's renaming gives %q: %v", got, err)
		}
		got, err := rename(f, rev, "summary", "In Short")
		if err != nil || len(got) != 3 {
			t.Errorf("the heading's renaming gives %q: %v", got, err)
		}
	})
}

// Who knows annotations is told which edits are of other files; all are made
// together, so that none asks for a confirmation of its own.
func TestChangesOfOtherFilesAreAnnotated(t *testing.T) {
	inLayouts(t, annotating, func(t *testing.T, f *folder, ach, rev, _ string) {
		f.editor.open(f.uri(ach), f.texts[ach])
		check := func(what string, edit *protocol.WorkspaceEdit, own, label string) {
			t.Helper()
			others := 0
			for _, c := range edit.DocumentChanges {
				var path string
				var notes []protocol.ChangeAnnotationIdentifier
				switch c := c.(type) {
				case *protocol.TextDocumentEdit:
					path = f.path(c.TextDocument.URI)
					for _, x := range c.Edits {
						note := protocol.ChangeAnnotationIdentifier("")
						if noted, ok := x.(*protocol.AnnotatedTextEdit); ok {
							note = noted.AnnotationID
						}
						notes = append(notes, note)
					}
				case *protocol.RenameFile:
					notes = append(notes, c.AnnotationID)
				}
				for _, note := range notes {
					if path == own && note != "" {
						t.Errorf("%s: an edit of the document itself is annotated %q", what, note)
					}
					if path == own {
						continue
					}
					others++
					if a := edit.ChangeAnnotations[note]; a.Label != label || a.NeedsConfirmation != nil {
						t.Errorf("%s: %q is annotated %+v", what, path, a)
					}
				}
			}
			if others == 0 {
				t.Errorf("%s: no other file is changed", what)
			}
		}
		rename := func(path, what, to string) *protocol.WorkspaceEdit {
			return ask[protocol.WorkspaceEdit](f.editor, protocol.MethodTextDocumentRename, &protocol.RenameParams{TextDocumentPositionParams: f.at(path, what), NewName: to})
		}
		check("an ID", rename(rev, "ACH-001", "ACH-007"), rev, "ACH-001 becomes ACH-007 in other files")
		check("a person", rename(ach, "Ada Rye", "Eva Lang"), ach, "Ada Rye becomes Eva Lang in other files")
		check("a heading", rename(ach, "Summary", "In Short"), ach, "Summary becomes In Short in other files")
		moved := strings.Replace(ach, "ACH-001-Noon", "ACH-009-Midday", 1)
		check("a file", *ask[*protocol.WorkspaceEdit](f.editor, protocol.MethodWorkspaceWillRenameFiles, &protocol.RenameFilesParams{
			Files: []protocol.FileRename{{OldURI: string(f.uri(ach)), NewURI: string(f.uri(moved))}},
		}), "none", "Links and IDs follow the file")
		check("a deletion", *ask[*protocol.WorkspaceEdit](f.editor, protocol.MethodWorkspaceWillDeleteFiles, &protocol.DeleteFilesParams{Files: []protocol.FileDelete{{URI: string(f.uri(rev))}}}), "none", "Links to the file become text")
	})
}

// A rename that would leave a file behind is refused.
func TestRenameOfWhatCannotBeRead(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, _, rev, gro string) {
		if err := os.Remove(filepath.Join(f.dir, filepath.FromSlash(gro))); err != nil {
			t.Fatal(err)
		}
		err := f.call(protocol.MethodTextDocumentRename, &protocol.RenameParams{TextDocumentPositionParams: f.at(rev, "ACH-001"), NewName: "ACH-007"}, nil)
		if err == nil || !strings.Contains(err.Error(), gro+" can't be read") {
			t.Errorf("it is answered %v", err)
		}
	})
}

func TestFileOperations(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, rev, gro string) {
		moved := strings.Replace(ach, "ACH-001-Noon", "ACH-009-Midday", 1)
		edit := *ask[*protocol.WorkspaceEdit](f.editor, protocol.MethodWorkspaceWillRenameFiles, &protocol.RenameFilesParams{Files: []protocol.FileRename{{OldURI: string(f.uri(ach)), NewURI: string(f.uri(moved))}}})
		got := f.after(edit)
		if !strings.Contains(got[ach], "**Achievement ID:** ACH-009") || !strings.Contains(got[rev], "[ACH-009](") || !strings.Contains(got[rev], "ACH-009-Midday.md#summary)") || !strings.Contains(got[gro], "[[ACH-009-Midday#Summary]] and ACH-009") {
			t.Errorf("renaming the file gives %q", got)
		}
		edit = *ask[*protocol.WorkspaceEdit](f.editor, protocol.MethodWorkspaceWillDeleteFiles, &protocol.DeleteFilesParams{Files: []protocol.FileDelete{{URI: string(f.uri(rev))}}})
		if got := f.after(edit); !strings.Contains(got[ach], "**Used in:** N/A") || len(got) != 1 {
			t.Errorf("deleting the review gives %q", got)
		}
		if edit := *ask[*protocol.WorkspaceEdit](f.editor, protocol.MethodWorkspaceWillDeleteFiles, &protocol.DeleteFilesParams{Files: []protocol.FileDelete{{URI: "file:///elsewhere/a.md"}}}); edit != nil {
			t.Errorf("deleting what is elsewhere gives %v", edit)
		}
	})
	e := newEditor(t, start{capabilities: "{}"})
	if e.initialized.Capabilities.Workspace.FileOperations != nil {
		t.Error("a client that does not ask before renaming is offered it")
	}
}

func TestWorkspaceSymbols(t *testing.T) {
	inLayouts(t, modern, func(t *testing.T, f *folder, ach, _, _ string) {
		f.change(f.uri(ach), 2, map[string]any{"text": strings.Replace(f.texts[ach], "Noon", "Midday bread", 1)})
		f.texts[ach] = strings.Replace(f.texts[ach], "Noon", "Midday bread", 1)
		found := func(query string) (out []string) {
			for _, s := range *ask[protocol.WorkspaceSymbolSlice](f.editor, protocol.MethodWorkspaceSymbol, &protocol.WorkspaceSymbolParams{Query: query}) {
				if _, lazy := s.Location.(*protocol.LocationUriOnly); !lazy {
					t.Errorf("the place of %q is not left for later", s.Name)
				}
				at := ask[protocol.WorkspaceSymbol](f.editor, protocol.MethodWorkspaceSymbolResolve, &s).Location.(*protocol.Location)
				out = append(out, fmt.Sprintf("%s %d %s", s.Name, s.Kind, f.place(at.URI, at.Range)))
			}
			return out
		}
		name := filepath.Base(ach)
		expect(t, "an achievement", found("midbr"), "ACH-001 Midday bread 5 "+name+":1 Achievement: Midday bread")
		expect(t, "a tag", found("#nig"), "#night 20 "+name+":19 night")
		expect(t, "a person", found("adry"), "Ada Rye 13 "+name+":15 Ada Rye")
		expect(t, "a review", found("selfrev"), "Self-Review: 2026-H1 1 2026-H1-Self-Review.md:1 Self-Review: 2026-H1")
		if got := found("role1"); len(got) != 1 || !strings.HasPrefix(got[0], "ROLE-001 Baker 2 ") || !strings.HasSuffix(got[0], ":3 ROLE-001") {
			t.Errorf("the role is %q", got)
		}
		expect(t, "what there is not", found("zzz"))
	})
	inLayouts(t, "{}", func(t *testing.T, f *folder, _, _, _ string) {
		got := *ask[protocol.SymbolInformationSlice](f.editor, protocol.MethodWorkspaceSymbol, &protocol.WorkspaceSymbolParams{Query: "noon"})
		if len(got) != 1 || f.place(got[0].Location.URI, got[0].Location.Range) != "ACH-001-Noon.md:1 Achievement: Noon" {
			t.Errorf("to a plain client it is %v", got)
		}
	})
}
