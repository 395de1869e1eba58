package server

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/jsonrpc2"
	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
)

// A fault in any rule costs that rule's findings alone, and is told once, by its
// name.
func TestEveryRuleMayFail(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			sound := r.Check
			r.Check = func(*rules.Pass) { panic("as asked") }
			defer func() { r.Check = sound }()
			e := newEditor(t, start{})
			u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
			found := e.open(u, "# Achievement: A\n\n## Tags\n\n- #a b\n")
			if got := codes(found); strings.Contains(got, r.Name) || len(strings.Fields(got)) < 3 {
				t.Errorf("the findings are %q", got)
			}
			e.replace(u, 2, "# Achievement: B\n\n## Tags\n\n- #a b\n")
			e.checked(u, 2)
			want := "a rule failed, and is left out: " + r.Name
			if r.Severity == severity.Off {
				return // it is off, and does not run
			}
			e.until("the rule is named", func() bool { return slices.Contains(e.messages, want) })
			told := 0
			for _, m := range e.messages {
				if m == want {
					told++
				}
			}
			if told != 1 {
				t.Errorf("it is told %d times", told)
			}
		})
	}
}

// A fault in any feature's handler costs its answer alone, and is told by the
// method's name.
func TestEveryHandlerMayFail(t *testing.T) {
	for _, f := range features {
		for method := range f.calls {
			t.Run(method, func(t *testing.T) {
				broken := feature{name: f.name, announce: f.announce, calls: map[string]handler{method: testFeature(nil, nil).calls["test/panic"]}}
				var table []feature
				for _, other := range features {
					if other.name != f.name {
						table = append(table, other)
					}
				}
				e := newEditor(t, start{features: append(table, broken)})
				u := uri.File(filepath.Join(t.TempDir(), "ACH-001-A.md"))
				e.open(u, handover)
				if err := e.call(method, position(u, 0, 0), nil); code(err) != jsonrpc2.InternalError || !strings.Contains(err.Error(), method) {
					t.Errorf("answered %v", err)
				}
				e.replace(u, 2, "# Achievement: A\n")
				e.checked(u, 2)
				if err := e.call(protocol.MethodTextDocumentFoldingRange, documentParams(u), nil); err != nil && f.name != foldFeature.name {
					t.Errorf("the others are answered %v", err)
				}
			})
		}
	}
}
