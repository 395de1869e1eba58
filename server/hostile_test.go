package server

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// Documents of others' making, which want to do more than be read.

// attacks are words that would be markup, programs or pictures if they were let.
var attacks = []string{
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</b><svg/onload=alert(1)>", "[x](command:workbench.action.terminal.new)",
	"![x](https://evil.example/track.png)", "[x](javascript:alert(1))", "<command:x>", "<https://evil.example>", "&lt;script&gt;", "`a` <b>", "\\<i>", "*b* _c_ ~d~", "[y]: command:z",
	"[x][y]", "$(boom) <!-- x --> <?php ?>", "\u202egnp.exe", "<a href='command:x'>y</a>", "![[x]]",
	"\\[x](command:y)", "\\![x](https://evil.example/track.png)", "\\<svg onload=x>", "&lt;svg onload=x&gt;", "\\&lt;svg onload=x>", "\\\\[x](command:y)", "\\`<b>\\`",
}

// hostile are files in which an attack stands wherever a writer's word is taken up
// and shown elsewhere.
func hostile(attack string) map[string]string {
	return map[string]string{
		".achievements.yaml": fmt.Sprintf("people:\n  - %q\n  - %q: %q\ntags:\n  known: [%q]\n  aliases: {%q: night}\ncategories: [%q]\nskills: [%q]\nconfidential: [%q]\n", attack, "Ada "+attack, attack, attack, attack, attack, attack, attack),
		"ACH-001-A.md": "# Achievement: " + attack + "\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-02\n**Category:** " + attack + "\n**Role:** ROLE-001 - " + attack +
			"\n\n## Summary\n\n" + attack + " from 50 min to 30 min (by 45%), see ACH-001 and [[ACH-001]].\n\n## STAR Format\n\n**Result:** " + attack + " fell from 80 " + attack + " to 60 minutes.\n\n## Evidence\n\n- [" + attack + "](notes.md#" + attack +
			")\n\n## Skills Demonstrated\n\n- " + attack + "\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| " + attack + " | " + attack + " | " + attack + " |\n\n## Tags\n\n- #" + strings.ReplaceAll(attack, " ", "") + "\n- #night\n\n## Link to Review\n\n**Used in:** 2026-H1.md — " + attack + "\n\n## " + attack + "\n",
		"role.md":    "# Role: " + attack + "\n\n**Role ID:** ROLE-001\n**Company:** " + attack + "\n**Manager:** " + attack + "\n",
		"2026-H1.md": "# Self-Review: 2026-H1\n\n- ACH-001 " + attack + "\n",
		"notes.md":   "# " + attack + "\n",
		// A file's name may be an attack too.
		strings.NewReplacer("/", "", "\x00", "").Replace("ACH-002-"+attack+"`") + ".md": "# Achievement: B\n\n**Achievement ID:** ACH-001\n\n## Summary\n\nx ACH-001 `" + attack + "`\n",
	}
}

// What is shown of a document is its text: no markup of it, no link, no picture.
func TestShownTextIsEscaped(t *testing.T) {
	for _, attack := range attacks {
		t.Run(attack, func(t *testing.T) {
			t.Parallel()
			files := hostile(attack)
			dir := workspaceOf(t, files)
			e := newEditor(t, start{folders: []string{dir}, capabilities: strings.Replace(everything, `"hover": {`,
				`"completion": {"completionItem": {"documentationFormat": ["markdown"], "resolveSupport": {"properties": ["documentation"]}}}, "hover": {`, 1)})
			e.untilLogged("read a workspace")
			shown := map[string]string{} // with where it was shown first
			for _, name := range slices.Sorted(maps.Keys(files)) {
				u := uri.File(filepath.Join(dir, name))
				e.notify(protocol.MethodTextDocumentDidOpen, map[string]any{"textDocument": map[string]any{"uri": string(u), "languageId": "markdown", "version": 1, "text": files[name]}})
				for line, s := range strings.Split(files[name], "\n") {
					for column := 0; column <= len(s); column += 3 {
						at := fmt.Sprintf("%s:%d:%d", name, line+1, column+1)
						for _, m := range e.markdownAt(u, line, column) {
							shown[m] = at
						}
					}
				}
				for _, m := range e.markdownOfHints(u) {
					shown[m] = "a hint in " + name
				}
			}
			for _, page := range []uri.URI{"achievement-ls:/timeline.md", "achievement-ls:/periods/2026-H1.md"} {
				got := ask[protocol.TextDocumentContentResult](e, protocol.MethodWorkspaceTextDocumentContent, map[string]any{"uri": string(page)})
				shown[got.Text] = string(page)
			}
			if len(shown) < 10 {
				t.Fatalf("only %d texts are shown", len(shown))
			}
			for source, at := range shown {
				if fault := markupIn(source, dir); fault != "" {
					t.Errorf("%s shows %s:\n%s", at, fault, source)
				}
			}
		})
	}
}

// markdownAt are the texts that can be shown at a place.
func (e *editor) markdownAt(u uri.URI, line, column int) (out []string) {
	e.t.Helper()
	var h *struct{ Contents protocol.MarkupContent }
	var body jsonrpc2.RawMessage
	at := position(u, uint32(line), uint32(column))
	if err := e.call(protocol.MethodTextDocumentHover, at, &body); err != nil {
		e.t.Fatal(err)
	}
	if err := json.Unmarshal(body, &h); err != nil {
		e.t.Fatal(err)
	}
	if h != nil && h.Contents.Kind == protocol.MarkupKindMarkdown {
		out = append(out, h.Contents.Value)
	}
	if err := e.call(protocol.MethodTextDocumentCompletion, at, &body); err != nil {
		e.t.Fatal(err)
	}
	var list struct{ Items []json.RawMessage }
	if err := json.Unmarshal(body, &list); err != nil {
		e.t.Fatal(err)
	}
	for _, item := range list.Items[:min(len(list.Items), 8)] {
		if err := e.call(protocol.MethodCompletionItemResolve, item, &body); err != nil {
			e.t.Fatal(err)
		}
		out = append(out, documentationIn(body)...)
	}
	return out
}

// documentationIn is what an item says of itself in markdown.
func documentationIn(body []byte) []string {
	var item struct {
		Documentation, Tooltip struct{ Kind, Value string }
	}
	_ = json.Unmarshal(body, &item) // where it is a mere string, it is shown as one
	var out []string
	for _, d := range []struct{ Kind, Value string }{item.Documentation, item.Tooltip} {
		if d.Kind == "markdown" {
			out = append(out, d.Value)
		}
	}
	return out
}

func (e *editor) markdownOfHints(u uri.URI) (out []string) {
	e.t.Helper()
	var hints []json.RawMessage
	var body jsonrpc2.RawMessage
	if err := e.call(protocol.MethodTextDocumentInlayHint, whole(u), &body); err != nil {
		e.t.Fatal(err)
	}
	if err := json.Unmarshal(body, &hints); err != nil {
		e.t.Fatal(err)
	}
	for _, hint := range hints {
		if err := e.call(protocol.MethodInlayHintResolve, hint, &body); err != nil {
			e.t.Fatal(err)
		}
		out = append(out, documentationIn(body)...)
	}
	return out
}

// markupIn says what a renderer would make of a text of ours that it should not;
// links lead to files of the workspace alone.
func markupIn(source, dir string) (fault string) {
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader([]byte(source)))
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.RawHTML, *ast.HTMLBlock:
			fault = "HTML"
		case *ast.Image:
			fault = "a picture from " + string(n.Destination)
		case *ast.Link:
			if d := string(n.Destination); !strings.HasPrefix(d, string(uri.File(dir))) && !strings.HasPrefix(d, "achievement-ls:") {
				fault = "a link to " + d
			}
		case *ast.AutoLink:
			// A bare address is the writer's own, and looks like what it is.
			if d := string(n.URL([]byte(source))); !strings.HasPrefix(d, "https://evil.example") || strings.Contains(source, "<"+d) {
				fault = "a link to " + d
			}
		}
		return ast.WalkContinue, nil
	})
	return fault
}

// A link leads into the network or to a file of the workspace, and starts nothing.
func TestLinksLeadNowhereElse(t *testing.T) {
	top := workspaceOf(t, map[string]string{"secret.md": "# Achievement: Secret\n", "career/.achievements.yaml": "", "career/notes.md": "# Notes\n"})
	dir := filepath.Join(top, "career")
	if err := os.Symlink("..", filepath.Join(dir, "up")); err != nil {
		t.Fatal(err)
	}
	var src strings.Builder
	src.WriteString("# Achievement: A\n\n")
	for _, dest := range []string{
		"/etc/passwd", "file:///etc/passwd", "FILE:///etc/passwd", "file:../secret.md", "../secret.md", "%2e%2e/secret.md", "a/../../secret.md", "..\\secret.md", `\\host\share\x.md`, "//host/share/x.md", "///etc/passwd",
		"C:/Windows/x.md", `C:\Windows\x.md`, "javascript:alert(1)", "JaVaScRiPt:alert(1)", "command:x", "vscode:extension/x", "data:text/html,x", "smb://host/x", "ssh://host", "ms-msdt:/id", "./..//../secret.md", "notes.md/../../secret.md", "\x00../secret.md",
	} {
		fmt.Fprintf(&src, "- [x](<%s>)\n- ![x](<%s>)\n- [[%s]]\n- <%s>\n\n[%s]: <%s>\n\n", dest, dest, dest, dest, dest, dest)
	}
	fmt.Fprintf(&src, "**Used in:** ../secret.md\n\n[good](notes.md) [good](https://example.com)\n")
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-001-A.md"))
	e.open(u, src.String())
	inside := func(target uri.URI) bool {
		if !target.IsFile() {
			return strings.HasPrefix(string(target), "https://")
		}
		rel, err := filepath.Rel(dir, target.FsPath())
		return err == nil && filepath.IsLocal(rel)
	}
	good := 0
	for _, l := range *ask[[]protocol.DocumentLink](e, protocol.MethodTextDocumentDocumentLink, documentParams(u)) {
		if !inside(*l.Target) {
			t.Errorf("line %d leads to %s", l.Range.Start.Line+1, *l.Target)
		}
		good++
	}
	if good < 2 {
		t.Errorf("%d links lead anywhere", good)
	}
	for line, s := range strings.Split(src.String(), "\n") {
		for column := 2; column < len(s); column += 3 {
			var links []struct{ TargetURI uri.URI }
			body := ask[jsonrpc2.RawMessage](e, protocol.MethodTextDocumentDefinition, position(u, uint32(line), uint32(column)))
			if err := json.Unmarshal(*body, &links); err != nil {
				t.Fatal(err)
			}
			for _, l := range links {
				if !inside(l.TargetURI) {
					t.Errorf("the definition of %s is in %q", s, l.TargetURI)
				}
			}
		}
	}
	if got := e.symbolNames("Secret"); len(got) > 0 {
		t.Errorf("a file outside is known: %q", got)
	}
}

// symbolNames are the symbols of the workspace that fit.
func (e *editor) symbolNames(query string) (out []string) {
	e.t.Helper()
	var symbols []struct{ Name string }
	body := ask[jsonrpc2.RawMessage](e, protocol.MethodWorkspaceSymbol, map[string]any{"query": query})
	if err := json.Unmarshal(*body, &symbols); err != nil {
		e.t.Fatal(err)
	}
	for _, s := range symbols {
		out = append(out, s.Name)
	}
	return out
}

// What a command is to make lies in the workspace, whatever it is called.
func TestCommandsStayInside(t *testing.T) {
	dir := workspaceOf(t, map[string]string{".achievements.yaml": ""})
	e := newEditor(t, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	for _, name := range []string{"../../x", "/etc/passwd", `..\..\x`, "a\x00b", "C:\\x", "//host/x", strings.Repeat("x", 5000), "..", ".", "CON", "a\nb", "\u202egnp"} {
		for command, arguments := range map[string]map[string]any{
			"newAchievement": {"title": name, "category": name, "role": name}, "newRole": {"name": name, "company": name}, "newReview": {"period": name},
		} {
			err := e.call(protocol.MethodWorkspaceExecuteCommand, map[string]any{"command": "achievement-ls." + command, "arguments": []any{arguments}}, nil)
			if code(err) == jsonrpc2.InternalError {
				t.Errorf("%s of %q: %v", command, name, err)
			}
		}
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(e.edits) == 0 {
		t.Error("nothing is made")
	}
	for _, edit := range e.edits {
		body, err := json.Marshal(edit)
		if err != nil {
			t.Fatal(err)
		}
		var made struct {
			DocumentChanges []struct {
				Kind         string
				URI          uri.URI
				TextDocument struct{ URI uri.URI }
			}
		}
		if err := json.Unmarshal(body, &made); err != nil || len(made.DocumentChanges) == 0 {
			t.Fatalf("%v in %s", err, body)
		}
		for _, c := range made.DocumentChanges {
			u := c.URI
			if u == "" {
				u = c.TextDocument.URI
			}
			rel, err := filepath.Rel(dir, u.FsPath())
			if err != nil || !filepath.IsLocal(rel) || len(filepath.Base(rel)) > 255 || strings.ContainsAny(rel, "\x00\n\\:") {
				t.Errorf("%q is made", u)
			}
		}
	}
}
