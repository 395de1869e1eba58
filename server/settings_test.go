package server

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// askable are the capabilities of a client that has its settings asked for.
const askable = `{"workspace": {"configuration": true, "didChangeConfiguration": {"dynamicRegistration": true}}}`

// vague is an achievement with a finding of weak-verb, whose severity the tests
// change.
const vague = head + "## Action\n\n- Helped 3 families\n"

// severityIn is how serious the document's finding of weak-verb is; 0 for none.
func severityIn(diags []protocol.Diagnostic) protocol.DiagnosticSeverity {
	for _, d := range diags {
		if d.Code == protocol.String("weak-verb") {
			return d.Severity
		}
	}
	return 0
}

func (e *editor) untilSeverity(u uri.URI, want protocol.DiagnosticSeverity) {
	e.t.Helper()
	e.until("weak-verb in "+filepath.Base(string(u)), func() bool {
		p, ok := e.diagnostics[u]
		return ok && severityIn(p.Diagnostics) == want
	})
}

func (e *editor) openVague(dir, name string) uri.URI {
	e.t.Helper()
	u := uri.File(filepath.Join(dir, filepath.FromSlash(name)))
	e.open(u, vague)
	return u
}

const (
	asError   = `{"rules": {"weak-verb": "error"}}`
	asWarning = `{"rules": {"weak-verb": "warning"}}`
)

// Settings lie over the workspace's file, by whichever way they come, with the
// section's name around them and without.
func TestSettingsSources(t *testing.T) {
	wrapped := `{"achievementLs": ` + asError + `}`
	tests := []struct {
		name         string
		capabilities string
		options      string
		answer       string // when asked
		sent         string // by didChangeConfiguration
		want         protocol.DiagnosticSeverity
	}{
		{"none", `{}`, "", "", "", protocol.DiagnosticSeverityInformation},
		{"options", `{}`, asError, "", "", protocol.DiagnosticSeverityError},
		{"options with the section", `{}`, wrapped, "", "", protocol.DiagnosticSeverityError},
		{"sent", `{}`, asWarning, "", asError, protocol.DiagnosticSeverityError},
		{"sent with the section", `{}`, "", "", wrapped, protocol.DiagnosticSeverityError},
		{"sent empty, which takes back", `{}`, asError, "", `{}`, protocol.DiagnosticSeverityInformation},
		{"asked for", askable, asWarning, asError, "", protocol.DiagnosticSeverityError},
		{"asked for, and there are none", askable, asError, "null", "", protocol.DiagnosticSeverityError},
		{"what is sent does not count where they are asked for", askable, "", asError, asWarning, protocol.DiagnosticSeverityError},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := workspaceOf(t, map[string]string{".achievements.yaml": "rules: {weak-verb: information}\n"})
			s := start{capabilities: test.capabilities, folders: []string{dir}, options: test.options}
			if test.answer != "" {
				s.settings = map[string]string{dir: test.answer}
			}
			e := newEditor(t, s)
			if test.sent != "" {
				e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": rawJSON(test.sent)})
			}
			e.untilSeverity(e.openVague(dir, "ACH-001-A.md"), test.want)
		})
	}
}

// They are asked for once the client is ready, whenever they change, and when a
// folder is opened; each folder has its own, and what lies in none another.
func TestSettingsOfFolders(t *testing.T) {
	one, two, loose := workspaceOf(t, nil), workspaceOf(t, nil), workspaceOf(t, nil)
	e := newEditor(t, start{capabilities: askable, folders: []string{one}, settings: map[string]string{one: asError, two: asWarning, "": `{"rules": {"weak-verb": "off"}}`}})
	e.until("the first question", func() bool { return len(e.asked) == 1 && e.asked[0] == ". "+filepath.Base(one) })
	e.until("the registration", func() bool {
		return slices.ContainsFunc(e.registered, func(r protocol.Registration) bool {
			return r.Method == protocol.MethodWorkspaceDidChangeConfiguration && strings.Contains(string(r.RegisterOptions), "achievementLs")
		})
	})
	a, c := e.openVague(one, "ACH-001-A.md"), e.openVague(loose, "ACH-003-C.md")
	e.untilSeverity(a, protocol.DiagnosticSeverityError)
	e.untilSeverity(c, 0)

	e.notify(protocol.MethodWorkspaceDidChangeWorkspaceFolders, map[string]any{"event": map[string]any{"removed": []any{}, "added": []any{map[string]any{"uri": string(uri.File(two)), "name": "two"}}}})
	b := e.openVague(two, "ACH-002-B.md")
	e.untilSeverity(b, protocol.DiagnosticSeverityWarning)
	e.untilSeverity(a, protocol.DiagnosticSeverityError)

	e.keep(func() { e.settings = map[string]string{one: "null", two: asError} })
	e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": nil})
	e.untilSeverity(b, protocol.DiagnosticSeverityError)
	usual := protocol.DiagnosticSeverityHint
	e.untilSeverity(a, usual)
	e.untilSeverity(c, usual)
}

// A client that never answers is served all the same.
func TestSettingsNeverAnswered(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": "rules: {weak-verb: information}\n"})
	e := newEditor(t, start{capabilities: askable, folders: []string{dir}, silent: true, options: asError})
	e.untilSeverity(e.openVague(dir, "ACH-001-A.md"), protocol.DiagnosticSeverityError)
}

// What is wrong is said once, with its key and the nearest right name, and the
// rest holds.
func TestWrongSettings(t *testing.T) {
	dir := workspaceOf(t, nil)
	e := newEditor(t, start{capabilities: `{}`, folders: []string{dir}})
	send := func(settings string) {
		t.Helper()
		e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": rawJSON(settings)})
	}
	u := e.openVague(dir, "ACH-001-A.md")
	send(`{"achievementLs": {"fils": {}, "server": {"path": "x"}, "id": {"digits": "many"}, "rules": {"weak-verb": "error", "weak-verbs": "off"}, "tags": {"known": null}}}`)
	e.untilSeverity(u, protocol.DiagnosticSeverityError)
	first := `the setting achievementLs.fils: there is no key "fils"; did you mean "files"?`
	e.untilLogged(first)
	e.untilLogged(`the setting achievementLs.id.digits: "id.digits" must be a whole number`)
	e.untilLogged(`the setting achievementLs.rules: "weak-verbs" is no rule; did you mean "weak-verb"?`)
	e.until("one message", func() bool { return slices.Contains(e.messages, first+" (and 2 more, which the log has)") })

	send(`{"achievementLs": {"fils": {}, "template": "light", "rules": {"weak-verb": "warning"}}}`)
	e.untilSeverity(u, protocol.DiagnosticSeverityWarning)
	e.until("the new fault alone", func() bool {
		return slices.Contains(e.messages, `the setting achievementLs.template: "template" can only stand in .achievements.yaml`)
	})
	send(`[1]`)
	e.until("no object", func() bool {
		return slices.Contains(e.messages, "the editor's settings are not used: the settings must be an object of keys")
	})
	e.mu.Lock()
	defer e.mu.Unlock()
	said := 0
	for _, m := range e.messages {
		if m == first {
			said++
		}
	}
	if said != 1 { // in the log; alone it was never shown
		t.Errorf("the first fault was said %d times: %q", said, e.messages)
	}
}

// The file of a folder with "root: false" lies over the workspace's, as it stands
// in the editor or on disk, and below the editor's settings.
func TestFolderConfiguration(t *testing.T) {
	dir := workspaceOf(t, map[string]string{
		".achievements.yaml": "rules: {weak-verb: information}\n", "ACH-001-A.md": vague, "team/.achievements.yaml": "root: false\nrules: {weak-verb: error}\n",
	})
	e := newEditor(t, start{folders: []string{dir}})
	a, b := e.openVague(dir, "ACH-001-A.md"), e.openVague(dir, "team/ACH-002-B.md")
	e.untilSeverity(b, protocol.DiagnosticSeverityError)
	e.untilLogged("read a workspace")
	e.untilSeverity(a, protocol.DiagnosticSeverityInformation)
	if roots := e.server().session.state().roots; len(roots) != 1 {
		t.Errorf("there are %d workspaces", len(roots))
	}

	file := filepath.Join(dir, "team", ".achievements.yaml")
	u := uri.File(file)
	if found := codes(e.openAs(u, "yaml", "root: false\nid: {digits: 4}\nrules: {weak-verb: warning}\n")); found != "invalid-configuration" {
		t.Errorf("in the folder's file was found %q", found)
	}
	e.untilSeverity(b, protocol.DiagnosticSeverityWarning)
	e.close(u)
	e.untilSeverity(b, protocol.DiagnosticSeverityError)

	changed := func() {
		t.Helper()
		e.notify(protocol.MethodWorkspaceDidChangeWatchedFiles, map[string]any{"changes": []any{map[string]any{"uri": string(u), "type": protocol.FileChangeTypeChanged}}})
	}
	write(t, file, "root: false\n")
	changed()
	e.untilSeverity(b, protocol.DiagnosticSeverityInformation)

	// Without the key it begins a workspace of its own.
	write(t, file, "language: en\n")
	changed()
	e.untilSeverity(b, protocol.DiagnosticSeverityHint)
	write(t, file, "root: false\nrules: {weak-verb: error}\n")
	changed()
	e.untilSeverity(b, protocol.DiagnosticSeverityError)

	e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": rawJSON(asWarning)})
	e.untilSeverity(b, protocol.DiagnosticSeverityWarning)
	e.untilSeverity(a, protocol.DiagnosticSeverityWarning)
}
