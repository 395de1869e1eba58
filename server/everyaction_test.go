package server

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// TestEveryAction takes, in the workspace of every rule's every case, each action
// offered for the whole file and at each finding: it applies, ends lines as the file
// does, and brings no finding, in whichever file, but of what is to be filled in.
func TestEveryAction(t *testing.T) {
	files, err := filepath.Glob("../analysis/testdata/rules/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, form := range []struct{ name, bom, eol string }{{"LF", "", "\n"}, {"CRLF, BOM", "\ufeff", "\r\n"}} {
		t.Run(form.name, func(t *testing.T) {
			for _, file := range files {
				archive, err := txtar.ParseFile(file)
				if err != nil {
					t.Fatal(err)
				}
				name := filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
				sources, first := map[string]string{".achievements.yaml": ""}, ""
				for _, f := range archive.Files {
					if f.Name == "want" || strings.HasPrefix(f.Name, "fixed") {
						continue
					}
					sources[f.Name] = strings.ReplaceAll(string(f.Data), "\n", form.eol)
					if first == "" && strings.HasSuffix(f.Name, ".md") {
						first = f.Name
						sources[first] = form.bom + sources[first]
					}
				}
				if first != "" {
					t.Run(name, func(t *testing.T) { everyAction(t, sources, first, form.eol) })
				}
			}
		})
	}
}

// making is a client that takes edits at once, without tab stops, and makes and
// renames files.
var making = strings.Replace(eager, "{", `{"workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename"]}}, `, 1)

func everyAction(t *testing.T, sources map[string]string, first, eol string) {
	dir := workspaceOf(t, sources)
	f := &folder{editor: newEditor(t, start{capabilities: making, folders: []string{dir}}), dir: dir, texts: sources}
	f.untilLogged("read a workspace")
	u, src := f.uri(first), sources[first]
	places := []protocol.Range{f.mapper(first).spanRange(text.Span{End: len(src)})}
	for _, d := range f.editor.open(u, src) {
		places = append(places, d.Range)
	}
	before := wrongs(t, sources)
	for _, r := range places {
		for _, item := range *ask[[]protocol.CommandOrCodeAction](f.editor, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
			TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: r,
		}) {
			a := item.(*protocol.CodeAction)
			if a.Edit == nil {
				t.Errorf("%q has no edit", a.Title)
				continue
			}
			f.texts = maps.Clone(sources)
			changed := f.after(a.Edit)
			after := maps.Clone(sources)
			for _, c := range a.Edit.DocumentChanges {
				if c, ok := c.(*protocol.RenameFile); ok {
					delete(after, f.path(c.OldURI))
				}
			}
			for path, now := range changed {
				after[path] = now
				if was, ok := sources[path]; ok && now == was {
					t.Errorf("%q changes nothing", a.Title)
				}
				if _, ok := sources[path]; ok && strings.ContainsAny(strings.ReplaceAll(now, eol, ""), "\r\n") {
					t.Errorf("%q ends lines otherwise than the file:\n%q", a.Title, now)
				}
			}
			for rule, n := range wrongs(t, after) {
				// What a comment hid may be mended; only of a comment's own action it is
				// said that it hides something.
				mended := rule == "unused-suppression" && !strings.HasPrefix(a.Title, "Ignore")
				// What one file says of another is to be said in the other too; what is quoted
				// has the faults it had.
				other := rule == "review-link"
				quoted := before[rule] > 0 && (strings.HasPrefix(a.Title, "Insert") || strings.HasPrefix(a.Title, "Extract"))
				if n > before[rule] && !mended && !other && !quoted {
					t.Errorf("%q brings %s:\n%s", a.Title, rule, after)
				}
			}
		}
	}
}

// wrongs is how often each rule finds something in a workspace that is wrong, and
// not merely to be filled in.
func wrongs(t *testing.T, sources map[string]string) map[string]int {
	t.Helper()
	cfg, problems := config.Parse(sources[".achievements.yaml"])
	if len(problems) > 0 {
		t.Fatalf("the configuration is faulty: %+v", problems)
	}
	var docs []*document.Document
	snapshot := workspace.Empty()
	for path, src := range sources {
		if !strings.HasSuffix(path, ".md") {
			continue
		}
		doc := document.Parse(path, src, cfg.Template)
		docs = append(docs, doc)
		snapshot = snapshot.With(workspace.FactsOf(doc))
	}
	exists := func(path string) bool {
		_, ok := sources[path]
		return ok || slices.ContainsFunc(slices.Collect(maps.Keys(sources)), func(p string) bool { return strings.HasPrefix(p, path+"/") })
	}
	out := make(map[string]int)
	for _, doc := range docs {
		for _, f := range rules.Check(rules.Input{Document: doc, Workspace: snapshot, Config: cfg, Today: today, Exists: exists}) {
			if !f.Rule.Absence && f.Rule.Name != "placeholder-text" {
				out[f.Rule.Name]++
			}
		}
	}
	return out
}
