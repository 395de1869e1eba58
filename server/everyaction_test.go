package server

import (
	"path/filepath"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// TestEveryAction takes, of the files of all rules' cases, every action offered
// for the whole file and at each finding: it applies, ends lines as the file does, and
// brings no finding but of what is to be filled in.
func TestEveryAction(t *testing.T) {
	files, err := filepath.Glob("../analysis/testdata/rules/*/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, form := range []struct{ name, bom, eol string }{{"LF", "", "\n"}, {"CRLF, BOM", "\ufeff", "\r\n"}} {
		t.Run(form.name, func(t *testing.T) {
			e := newEditor(t, start{capabilities: eager})
			for _, file := range files {
				archive, err := txtar.ParseFile(file)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range archive.Files {
					if strings.HasSuffix(f.Name, ".md") && !strings.HasPrefix(f.Name, "fixed") {
						src := form.bom + strings.ReplaceAll(string(f.Data), "\n", form.eol)
						e.everyAction(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), f.Name, src, form.eol)
						break
					}
				}
			}
		})
	}
}

func (e *editor) everyAction(name, path, src, eol string) {
	e.t.Helper()
	u := uri.File(filepath.Join(e.t.TempDir(), filepath.Base(path)))
	places := []protocol.Range{mapper{text.NewLines(src), e.encoding()}.spanRange(text.Span{End: len(src)})}
	for _, d := range e.open(u, src) {
		places = append(places, d.Range)
	}
	defer e.close(u)
	before := wrongs(path, src)
	for _, r := range places {
		for _, item := range *ask[[]protocol.CommandOrCodeAction](e, protocol.MethodTextDocumentCodeAction, &protocol.CodeActionParams{
			TextDocument: protocol.TextDocumentIdentifier{URI: u}, Range: r,
		}) {
			a := item.(*protocol.CodeAction)
			if a.Edit == nil {
				e.t.Errorf("%s: %q has no edit", name, a.Title)
				continue
			}
			after := e.applied(src, a.Edit.Changes[u])
			if after == src {
				e.t.Errorf("%s: %q changes nothing", name, a.Title)
			}
			if strings.ContainsAny(strings.ReplaceAll(after, eol, ""), "\r\n") {
				e.t.Errorf("%s: %q ends lines otherwise than the file:\n%q", name, a.Title, after)
			}
			for rule, n := range wrongs(path, after) {
				// What a comment hid may be mended; only of a comment's own action it is
				// said that it hides something.
				mended := rule == "unused-suppression" && !strings.HasPrefix(a.Title, "Ignore")
				if n > before[rule] && !mended {
					e.t.Errorf("%s: %q brings %s:\n%s", name, a.Title, rule, after)
				}
			}
		}
	}
}

// wrongs is how often each rule finds something that is wrong, and not merely to
// be filled in.
func wrongs(path, src string) map[string]int {
	out := make(map[string]int)
	for _, f := range rules.Check(rules.Input{Document: document.Parse(path, src, nil), Today: today}) {
		if !f.Rule.Absence && f.Rule.Name != "placeholder-text" {
			out[f.Rule.Name]++
		}
	}
	return out
}
