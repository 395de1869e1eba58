package server

import (
	"encoding/json"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// shows is a client that makes every edit and shows what it is told to.
var shows = strings.Replace(modern, `"window": {`, `"window": {"showDocument": {"support": true}, `, 1)

// run has a command done, and gives its answer as JSON.
func (e *editor) run(command, argument string) (string, error) {
	e.t.Helper()
	p := &protocol.ExecuteCommandParams{Command: "achievement-ls." + command}
	if argument != "" {
		p.Arguments = []protocol.LSPAny{protocol.LSPAny(argument)}
	}
	var out jsonrpc2.RawMessage
	err := e.call(protocol.MethodWorkspaceExecuteCommand, p, &out)
	return string(out), err
}

// did has a command done that must succeed, and decodes its answer.
func did[R any](e *editor, command, argument string) (out R) {
	e.t.Helper()
	answer, err := e.run(command, argument)
	if err == nil {
		err = json.Unmarshal([]byte(answer), &out)
	}
	if err != nil {
		e.t.Fatalf("%s %s: %s, %v", command, argument, answer, err)
	}
	return out
}

const seeds = "# Achievement: Seeds\n\n**Achievement ID:** ACH-004\n**Date:** 2026-03-14\n**Role:** ROLE-001 - Gardener @ Elm\n**Category:** Community\n\n## Summary\n\nLent 40 bags.\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| Ada Rye | Miller | Ground |\n\n## Tags\n\n- #seeds\n"

// inGarden starts an editor in two workspaces, of which the second has an
// achievement, and in an unsaved text one more.
func inGarden(t *testing.T, capabilities string) (e *editor, garden string) {
	t.Helper()
	first := workspaceOf(t, map[string]string{".achievements.yaml": "", "notes.md": "# Notes\n"})
	garden = workspaceOf(t, map[string]string{".achievements.yaml": "", "roles/ROLE-001-Elm/achievements/ACH-004-Seeds.md": seeds})
	e = newEditor(t, start{capabilities: capabilities, folders: []string{first, garden}})
	e.until("both workspaces", func() bool {
		n := 0
		for _, m := range e.logged {
			if m == "read a workspace" {
				n++
			}
		}
		return n == 2
	})
	e.open(uri.File(filepath.Join(garden, "roles/ROLE-001-Elm/achievements/ACH-007-Unsaved.md")), strings.ReplaceAll(seeds, "ACH-004", "ACH-007"))
	return e, garden
}

func in(folder, members string) string {
	return `{"workspace": "` + string(uri.File(folder)) + `"` + members + `}`
}

func TestNewFiles(t *testing.T) {
	for _, tt := range []struct{ name, command, members, path, id, holds string }{
		{"an achievement", "newAchievement", `, "title": "A wall of herbs", "category": "Crafts"`, "roles/ROLE-001-Elm/achievements/ACH-008-A-wall-of-herbs.md", "ACH-008", "**Category:** Crafts\n"},
		{"a day of its own", "newAchievement", `, "title": "Herbs", "date": "2026-01-02"`, "roles/ROLE-001-Elm/achievements/ACH-008-Herbs.md", "ACH-008", "**Date:** 2026-01-02\n"},
		{"a role", "newRole", `, "name": "Librarian", "company": "Oak", "start": "2026-02-01", "end": "2026-03-01"`, "roles/ROLE-002-Oak-Librarian/onboarding.md", "ROLE-002", "**Start:** 2026-02-01\n**End:** 2026-03-01\n"},
		{"a review", "newReview", `, "period": "2026-Q1"`, "reviews/2026-Q1-Self-Review.md", "", "Lent 40 bags."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e, garden := inGarden(t, shows)
			want := uri.File(filepath.Join(garden, filepath.FromSlash(tt.path)))
			got := did[createdFile](e, tt.command, in(garden, tt.members))
			if got.URI != want || got.ID != tt.id || got.Text != "" {
				t.Errorf("the answer is %+v, want %s of %s", got, tt.id, want)
			}
			if len(e.edits) != 1 || len(e.edits[0].DocumentChanges) != 2 || !slices.Equal(e.shown, []uri.URI{want}) {
				t.Fatalf("the edits are %+v, shown is %v", e.edits, e.shown)
			}
			create, ok := e.edits[0].DocumentChanges[0].(*protocol.CreateFile)
			if !ok || create.URI != want || create.Options != nil {
				t.Errorf("the file is made by %+v", e.edits[0].DocumentChanges[0])
			}
			write := e.edits[0].DocumentChanges[1].(*protocol.TextDocumentEdit)
			if text := write.Edits[0].(*protocol.TextEdit).NewText; !strings.Contains(text, tt.holds) {
				t.Errorf("the text lacks %q:\n%s", tt.holds, text)
			}
		})
		t.Run(tt.name+" for a plain client", func(t *testing.T) {
			e, garden := inGarden(t, "{}")
			got := did[createdFile](e, tt.command, in(garden, tt.members))
			if got.ID != tt.id || !strings.Contains(got.Text, tt.holds) {
				t.Errorf("the answer is %+v, want %s with the text", got, tt.id)
			}
			e.until("a word about it", func() bool {
				return slices.ContainsFunc(e.messages, func(m string) bool { return strings.Contains(m, "save the text as "+tt.path) })
			})
		})
	}
}

// A file that is there, or a text of its name that is not saved yet, is not
// touched.
func TestNewFileIsTaken(t *testing.T) {
	e, garden := inGarden(t, shows)
	e.open(uri.File(filepath.Join(garden, "reviews/2026-Q1-Self-Review.md")), "# Self-Review: 2026-Q1\n")
	if _, err := e.run("newReview", in(garden, `, "period": "2026-Q1"`)); code(err) != codeRequestFailed || len(e.edits) > 0 {
		t.Errorf("the answer is %v, the edits are %+v", err, e.edits)
	}
}

func TestNextID(t *testing.T) {
	for _, capabilities := range []string{shows, "{}"} {
		e, garden := inGarden(t, capabilities)
		if got := did[string](e, "nextId", in(garden, "")); got != "ACH-008" {
			t.Errorf("after an unsaved ACH-007 comes %s", got)
		}
		if got := did[string](e, "nextId", ""); got != "ACH-001" {
			t.Errorf("in the first folder comes %s", got)
		}
	}
}

func TestInsertMissing(t *testing.T) {
	e, garden := inGarden(t, shows)
	u := uri.File(filepath.Join(garden, "roles/ROLE-001-Elm/achievements/ACH-007-Unsaved.md"))
	got := did[inserted](e, "insertMissing", `{"uri": "`+string(u)+`"}`)
	if !got.Applied || got.Sections == 0 || len(e.edits) != 1 {
		t.Errorf("the answer is %+v, with %d edits", got, len(e.edits))
	}
	plain, _ := inGarden(t, "{}")
	if slices.Contains(plain.initialized.Capabilities.ExecuteCommandProvider.Commands, "achievement-ls.insertMissing") {
		t.Error("it is announced to a client that makes no edits")
	}
	if _, err := plain.run("insertMissing", `{"uri": "`+string(u)+`"}`); code(err) != codeRequestFailed {
		t.Errorf("a client that makes no edits is answered %v", err)
	}
}

func TestListCommands(t *testing.T) {
	for _, capabilities := range []string{shows, "{}"} {
		e, garden := inGarden(t, capabilities)
		all := did[listing](e, "list", in(garden, `, "tag": "#seeds"`))
		if len(all.Achievements) != 2 || all.Version != 1 || all.Achievements[1].ID != "ACH-007" ||
			all.Achievements[0].URI != uri.File(filepath.Join(garden, filepath.FromSlash(all.Achievements[0].Path))) {
			t.Errorf("listed are %+v", all)
		}
		if none := did[listing](e, "list", in(garden, `, "period": "2025"`)); none.Achievements == nil || len(none.Achievements) > 0 {
			t.Errorf("of 2025 are listed %+v", none)
		}
		if got, err := e.run("statistics", in(garden, "")); err != nil || !strings.Contains(got, `"quarters":[{"name":"2026-Q1","achievements":2,`) || !strings.Contains(got, `"strongest":[`) {
			t.Errorf("counted is %s, %v", got, err)
		}
		for format, want := range map[string]string{"text": "by quarter\n  2026-Q1  2  █", "markdown": "| 2026-Q1 | 2 |"} {
			if got := did[string](e, "statistics", in(garden, `, "format": "`+format+`"`)); !strings.Contains(got, want) {
				t.Errorf("as %s it lacks %q:\n%s", format, want, got)
			}
		}
		const names = `{"roles":[{"id":"ROLE-001","name":""}],"categories":["Community"],"people":["Ada Rye"],"tags":["seeds"],"periods":["2026","2026-H1","2026-Q1"]}`
		if got, err := e.run("known", in(garden, "")); err != nil || got != names {
			t.Errorf("known are %s, %v", got, err)
		}
	}
}

func TestReindex(t *testing.T) {
	e, _ := inGarden(t, shows)
	if got := did[reindexed](e, "reindex", "{}"); got.Files != 2 {
		t.Errorf("%d files are read", got.Files)
	}
	e.until("the progress of both workspaces, twice", func() bool {
		n := 0
		for _, m := range e.logged {
			if m == "read a workspace" {
				n++
			}
		}
		return n == 4
	})
}

// Whoever cancels the progress of a re-index ends it, and what was known stays.
func TestReindexIsCancelled(t *testing.T) {
	e, garden := inGarden(t, shows)
	s := e.server()
	s.loader.reading.Lock() // so that it is under way for as long as it takes
	underWay := func() map[protocol.ProgressToken]*progress {
		s.progresses.mu.Lock()
		defer s.progresses.mu.Unlock()
		return maps.Clone(s.progresses.all)
	}
	before := underWay()
	answer := make(chan error)
	go func() { _, err := e.run("reindex", "{}"); answer <- err }()
	var token protocol.ProgressToken
	e.until("its progress", func() bool {
		for _, t := range e.begun {
			if underWay()[t] != nil && before[t] == nil {
				token = t
			}
		}
		return token != nil
	})
	e.notify(protocol.MethodWindowWorkDoneProgressCancel, map[string]any{"token": token})
	e.server() // what was sent before has been dealt with
	s.loader.reading.Unlock()
	if err := <-answer; code(err) != protocol.ErrRequestCancelled.Code {
		t.Errorf("it is answered %v", err)
	}
	if got := did[string](e, "nextId", in(garden, "")); got != "ACH-008" {
		t.Errorf("afterwards the next ID is %s", got)
	}
}

// What is wrong with an argument is said by its name.
func TestCommandArguments(t *testing.T) {
	e, garden := inGarden(t, shows)
	for _, tt := range []struct{ command, argument, want string }{
		{"newAchievement", "", `"title" is missing`},
		{"newAchievement", `{"title": " "}`, `"title" is missing`},
		{"newAchievement", `{"title": 4}`, `"title" is number`},
		{"newAchievement", `{"title": "A", "date": "soon"}`, `"date" is "soon"`},
		{"newAchievement", `{"title": "A", "colour": "red"}`, `takes no "colour"`},
		{"newAchievement", `"A"`, "the argument is string"},
		{"newRole", `{}`, `"name" is missing`},
		{"newRole", `{"name": "A", "start": "2026-02-01", "end": "2026-01-01"}`, `"end" is 2026-01-01`},
		{"newReview", `{}`, `"period" is missing`},
		{"newReview", `{"period": "soon"}`, `"period" is "soon"`},
		{"nextId", `{"workspace": "soon"}`, `"workspace" is "soon"`},
		{"nextId", in(filepath.Dir(garden), ""), "which lies in no workspace"},
		{"insertMissing", `{}`, `"uri" is missing`},
		{"insertMissing", `{"uri": "file:///nowhere.md"}`, "is not open"},
		{"list", `{"period": "soon"}`, `"period" is "soon"`},
		{"statistics", `{"format": "xml"}`, `"format" is "xml"`},
		{"known", `[]`, "the argument is array"},
		{"dance", `{}`, "there is no command"},
	} {
		if _, err := e.run(tt.command, tt.argument); code(err) != jsonrpc2.InvalidParams || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s %s is answered %v, want %q", tt.command, tt.argument, err, tt.want)
		}
	}
}
