package server

import (
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/text"
)

// completing is a workspace with one other achievement, in which completion is
// asked for.
func completing(t *testing.T, capabilities string) *folder {
	t.Helper()
	files := map[string]string{".achievements.yaml": "", "ACH-001-Noon.md": "# Achievement: Noon\n\n**Achievement ID:** ACH-001\n" + bakerStory}
	dir := workspaceOf(t, files)
	f := &folder{editor: newEditor(t, start{capabilities: capabilities, folders: []string{dir}}), dir: dir, texts: files}
	f.untilLogged("read a workspace")
	return f
}

// complete asks at $0 of a new file's text, as if the character before it had been typed.
func (f *folder) complete(name, src string) *protocol.CompletionList {
	f.t.Helper()
	before, after, _ := strings.Cut(src, "$0")
	u := uri.File(filepath.Join(f.dir, name))
	f.editor.open(u, before+after)
	m := mapper{text.NewLines(before + after), f.encoding()}
	return ask[protocol.CompletionList](f.editor, protocol.MethodTextDocumentCompletion, &protocol.CompletionParams{
		TextDocumentPositionParams: protocol.TextDocumentPositionParams{
			TextDocument: protocol.TextDocumentIdentifier{URI: u}, Position: m.offsetPosition(len(before)),
		},
		Context: protocol.CompletionContext{TriggerKind: protocol.CompletionTriggerKindTriggerCharacter, TriggerCharacter: new(before[len(before)-1:])},
	})
}

// Each character that is announced to open the list opens one somewhere, and
// none does in prose.
func TestTriggerCharacters(t *testing.T) {
	const title = "# Achievement: Night\n\n"
	places := map[string][2]string{ // a source, and what is offered first
		"#": {title + "## Tags\n\n- #$0\n", "#q2-2026"},
		"-": {title + "## Tags\n\n-$0\n", "#q2-2026"},
		"[": {title + "## Visibility & Recognition\n\n### Who Knows About This?\n\n- [$0\n", "Direct manager"},
		"(": {title + "## Summary\n\nSee [it]($0\n", "ACH-001-Noon.md"},
		"|": {title + "## Collaboration\n\n| Person | Role |\n|---|---|\n|$0\n", "Ada Rye"},
		":": {title + "Role:$0\n", "ROLE-001 - Baker @ Mill"},
		"*": {title + "**Role:**$0\n", "ROLE-001 - Baker @ Mill"},
		"@": {title + "**Role:** ROLE-001 - Baker @$0\n", "ROLE-001 - Baker @ Mill"},
	}
	f := completing(t, modern)
	announced := f.initialized.Capabilities.CompletionProvider.TriggerCharacters
	for i, c := range announced {
		place, ok := places[c]
		if !ok {
			t.Errorf("%q opens a list, but no case says where", c)
			continue
		}
		list := f.complete("ACH-00"+string(rune('2'+i))+"-Night.md", place[0])
		if len(list.Items) == 0 || list.Items[0].Label != place[1] {
			t.Errorf("behind %q is offered %+v", c, list.Items)
		}
		prose := f.complete("ACH-01"+string(rune('0'+i))+"-Night.md", title+"## Summary\n\nIn prose "+c+"$0\n")
		if len(prose.Items) > 0 {
			t.Errorf("in prose, behind %q is offered %q", c, prose.Items[0].Label)
		}
	}
	if len(announced) != len(places) {
		t.Errorf("%d characters are announced, %d have a case", len(announced), len(places))
	}
}

// What lies beside a document on disk can be linked to, whatever it is.
func TestLinksToFilesOnDisk(t *testing.T) {
	f := completing(t, modern)
	write(t, filepath.Join(f.dir, "roles", "figures", "night.png"), "")
	for name, tt := range map[string][2]string{"ACH-002-A.md": {"See [it](fig$0", "figures/"}, "ACH-003-B.md": {"![it](figures/$0", "figures/night.png"}} {
		src, want := tt[0], tt[1]
		list := f.complete("roles/"+name, "# Achievement: Night\n\n## Summary\n\n"+src+"\n")
		if len(list.Items) != 1 || list.Items[0].Label != want {
			t.Errorf("at %q is offered %+v", src, list.Items)
		}
	}
}

// What a client does not know it is not sent, and what it is sent says the same.
func TestCompletionAsTheClientCan(t *testing.T) {
	const src = "# Achievement: Night\n\n<!-- achievement-ls disable-file missing-sec$0 -->\n"
	committing := strings.Replace(modern, `"snippetSupport": true`, `"snippetSupport": true, "commitCharactersSupport": true`, 1)
	for _, tt := range []struct {
		name, capabilities string
		commit             []string
		described          bool // beside the label
	}{
		{"everything", committing, []string{",", " "}, true},
		{"no commit characters", modern, nil, true},
		{"nothing", "{}", nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := completing(t, tt.capabilities)
			list := f.complete("ACH-002-Night.md", src)
			i := slices.IndexFunc(list.Items, func(c protocol.CompletionItem) bool { return c.Label == "missing-section" })
			if i < 0 {
				t.Fatalf("offered: %+v", list.Items)
			}
			item := list.Items[i]
			detail, detailed := item.Detail.Get()
			if !slices.Equal(item.CommitCharacters, tt.commit) || (item.LabelDetails != nil) != tt.described || detailed == tt.described {
				t.Errorf("sent: %+v, detail %q", item, detail)
			}
			if item.Documentation != nil {
				t.Errorf("the documentation is sent unasked: %v", item.Documentation)
			}
			resolved := ask[protocol.CompletionItem](f.editor, protocol.MethodCompletionItemResolve, item)
			page, ok := resolved.Documentation.(*protocol.MarkupContent)
			if !ok || !strings.Contains(page.Value, "missing-section") {
				t.Errorf("resolved: %+v", resolved.Documentation)
			}
		})
	}
}

// A client that reads defaults is told once what all items share, and understands
// the same list by it.
func TestItemDefaults(t *testing.T) {
	const items = `"resolveSupport": {"properties": ["documentation"]}`
	defaulting := func(names string) string {
		return strings.Replace(modern, items+"}", items+`, "insertTextModeSupport": {"valueSet": [1, 2]}}, "completionList": {"itemDefaults": [`+names+`]}`, 1)
	}
	for _, src := range []string{
		"# Achievement: Night\n\n## Tags\n\n- #$0\n",
		"# Achievement: Night\n\n## Evidence\n\n| Type | Link/Location |\n|---|---|\n| $0 |  |\n",
		"# Achievement: Night\n\n## $0\n",
	} {
		plain := completing(t, defaulting("")).complete("ACH-002-Night.md", src)
		if plain.ItemDefaults != nil {
			t.Fatalf("a client that knows no defaults is sent %+v", plain.ItemDefaults)
		}
		list := completing(t, defaulting(`"editRange", "insertTextMode"`)).complete("ACH-002-Night.md", src)
		if len(plain.Items) < 2 || list.ItemDefaults == nil {
			t.Fatalf("for %q: %d items, defaults %+v", src, len(plain.Items), list.ItemDefaults)
		}
		for i, item := range list.Items {
			if item.TextEdit != nil || item.InsertTextMode != 0 {
				t.Errorf("%q repeats what the list says: %+v", item.Label, item)
			}
			text, ok := item.TextEditText.Get()
			if !ok {
				text = item.Label
			}
			item.TextEdit = &protocol.TextEdit{Range: *list.ItemDefaults.EditRange.(*protocol.Range), NewText: text}
			item.TextEditText, item.InsertTextMode = protocol.Optional[string]{}, list.ItemDefaults.InsertTextMode
			if want := plain.Items[i]; !reflect.DeepEqual(item, want) {
				t.Errorf("with defaults %+v, without %+v", item, want)
			}
		}
	}
}
