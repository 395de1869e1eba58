package server

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
)

// everything is a client that can use all there is.
var everything = strings.Replace(strings.Replace(reading, `"workspace": {`, `"workspace": {"textDocumentContent": {}, "applyEdit": true, "diagnostics": {"refreshSupport": true}, "fileOperations": {"willRename": true, "willDelete": true},
		"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename", "delete"]},
		"symbol": {"resolveSupport": {"properties": ["location.range"]}}, `, 1),
	`"textDocument": {`, `"textDocument": {"diagnostic": {}, "inlineCompletion": {}, "rangeFormatting": {"rangesSupport": true}, "codeLens": {}, "rename": {"prepareSupport": true},
		"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}, "dataSupport": true, "resolveSupport": {"properties": ["edit"]}}, `, 1)

var messageRow = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| (?:`(\\w+)` )?\\| (.+) \\|$")

// docs/features.md lists every message of the protocol, says of each whether the
// server answers it and which feature does, and what the server announces is
// what it answers.
func TestFeaturesDocument(t *testing.T) {
	m, err := model()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := os.ReadFile("../docs/features.md")
	if err != nil {
		t.Fatal(err)
	}
	type row struct{ direction, feature, does string }
	rows := map[string]row{}
	_, messages, _ := strings.Cut(string(doc), "## Messages")
	for _, r := range messageRow.FindAllStringSubmatch(messages, -1) {
		rows[r[1]] = row{strings.TrimSpace(r[2]), r[3], r[4]}
	}
	answers := map[string]string{"initialize": "", "shutdown": "", "exit": ""}
	for method := range notifications {
		answers[method] = ""
	}
	for _, f := range features {
		for method := range f.calls {
			answers[method] = f.name
		}
	}
	b, err := protocol.Marshal(newEditor(t, start{capabilities: everything}).initialized.Capabilities)
	if err != nil {
		t.Fatal(err)
	}
	var announced any
	if err := json.Unmarshal(b, &announced); err != nil {
		t.Fatal(err)
	}
	for _, r := range slices.Concat(m.Requests, m.Notifications) {
		row, listed := rows[r.Method]
		delete(rows, r.Method)
		feature, answered := answers[r.Method]
		switch {
		case !listed:
			t.Errorf("%s is not listed", r.Method)
			continue
		case r.MessageDirection == "serverToClient" || r.Method == "$/progress":
			continue
		case (row.does != "—") != answered:
			t.Errorf("of %s is said %q, and it is answered: %t", r.Method, row.does, answered)
		case row.feature != feature:
			t.Errorf("%s belongs to %q, not %q", r.Method, feature, row.feature)
		}
		if r.ServerCapability != "" && isAnnounced(announced, r.ServerCapability) != answered {
			t.Errorf("%s is answered: %t, and announced as %s: %t", r.Method, answered, r.ServerCapability, !answered)
		}
	}
	for method := range rows {
		t.Errorf("%s is listed, and is no message of the protocol", method)
	}
}

// isAnnounced looks a capability up by its path.
func isAnnounced(capabilities any, path string) bool {
	v := capabilities
	for _, name := range strings.Split(path, ".") {
		object, ok := v.(map[string]any)
		if !ok {
			return false
		}
		v = object[name]
	}
	return v != nil && v != false
}

// The legend in docs/features.md is the one that is announced.
func TestLegendDocument(t *testing.T) {
	doc, err := os.ReadFile("../docs/features.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(doc), "## Semantic tokens")
	table, _, _ = strings.Cut(table, "## Messages")
	for _, name := range slices.Concat(tokenTypes, tokenModifiers) {
		if !strings.Contains(table, "`"+name+"`") {
			t.Errorf("the legend lacks %s", name)
		}
	}
}

// Every command is in the table of docs/features.md.
func TestCommandsDocument(t *testing.T) {
	doc, err := os.ReadFile("../docs/features.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(doc), "## Commands")
	table, _, _ = strings.Cut(table, "## Messages")
	for _, cmd := range commands {
		if !strings.Contains(table, "| `"+cmd.name+"` |") {
			t.Errorf("docs/features.md does not list %s", cmd.name)
		}
	}
	if n := strings.Count(table, "| `achievement-ls."); n != len(commands) {
		t.Errorf("docs/features.md lists %d commands, there are %d", n, len(commands))
	}
}
