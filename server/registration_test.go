package server

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// registering is a client that can do everything and registers all features.
func registering() string {
	var b strings.Builder
	area := func(name, rest string) {
		b.WriteString(`"` + name + `": {` + rest)
		for _, method := range slices.Sorted(maps.Values(registrable)) {
			if in, what, _ := strings.Cut(method, "/"); in == name {
				more := ""
				if what == "semanticTokens" {
					more = `, "formats": ["relative"]`
				}
				b.WriteString(`, "` + what + `": {"dynamicRegistration": true` + more + `}`)
			}
		}
		b.WriteString("}")
	}
	b.WriteString("{")
	area("workspace", `"configuration": true, "applyEdit": true`)
	b.WriteString(", ")
	area("textDocument", `"publishDiagnostics": {}`)
	b.WriteString("}")
	return b.String()
}

// methods are what is registered, in order.
func (e *editor) methods() []string {
	var out []string
	for _, r := range e.registered {
		out = append(out, r.Method)
	}
	slices.Sort(out)
	return out
}

// A client that can register everything is told which features are on, and told
// again when that changes. What is off in one folder alone stays registered.
func TestRegistration(t *testing.T) {
	one, two := workspaceOf(t, map[string]string{".achievements.yaml": "features: {hover: false}\n"}), workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{capabilities: registering(), folders: []string{one}})
	if caps := e.initialized.Capabilities; caps.HoverProvider != nil || caps.CompletionProvider != nil || caps.RenameProvider != nil {
		t.Errorf("what is registered is announced too: %+v", caps)
	}
	without := func(methods ...string) []string {
		all := slices.Sorted(maps.Values(registrable))
		return slices.DeleteFunc(all, func(m string) bool { return slices.Contains(methods, m) })
	}
	untilOff := func(methods ...string) {
		t.Helper()
		e.until("all but "+strings.Join(methods, ", "), func() bool { return slices.Equal(e.methods(), without(methods...)) })
	}
	untilOff(protocol.MethodTextDocumentHover)
	e.mu.Lock()
	for _, r := range e.registered {
		options := string(r.RegisterOptions)
		if strings.HasPrefix(r.Method, "textDocument/") != strings.Contains(options, `"language":"markdown"`) {
			t.Errorf("%s is registered with %s", r.Method, options)
		}
		if r.Method == protocol.MethodTextDocumentOnTypeFormatting && !strings.Contains(options, `"firstTriggerCharacter":"\n"`) {
			t.Errorf("%s is registered with %s", r.Method, options)
		}
	}
	e.mu.Unlock()

	e.notify(protocol.MethodWorkspaceDidChangeWorkspaceFolders, map[string]any{"event": map[string]any{"removed": []any{}, "added": []any{map[string]any{"uri": string(uri.File(two)), "name": "two"}}}})
	untilOff()

	e.keep(func() {
		e.settings = map[string]string{one: `{"features": {"format": false}}`, two: `{"features": {"format": false, "hover": false}}`}
	})
	e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": nil})
	untilOff(protocol.MethodTextDocumentHover, protocol.MethodTextDocumentFormatting, protocol.MethodTextDocumentRangeFormatting, protocol.MethodTextDocumentOnTypeFormatting)

	e.keep(func() { e.settings = nil })
	e.notify(protocol.MethodWorkspaceDidChangeConfiguration, map[string]any{"settings": nil})
	untilOff()
	e.open(uri.File(filepath.Join(two, "ACH-001-A.md")), head)
}

// To a client that can't register one of them, all features are announced.
func TestAnnouncedWhereOneCannotBeRegistered(t *testing.T) {
	e := newEditor(t, start{capabilities: strings.Replace(registering(), `"hover": {"dynamicRegistration": true}`, `"hover": {}`, 1)})
	if caps := e.initialized.Capabilities; caps.HoverProvider == nil || caps.CompletionProvider == nil {
		t.Errorf("announced is %+v", caps)
	}
}
