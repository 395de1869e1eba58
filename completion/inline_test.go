package completion

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// In what is wanted the line goes on in braces; without them nothing is certain.
func TestInline(t *testing.T) {
	const head = "# Achievement: X\n\n**Achievement ID:** ACH-009\n\n"
	const result = head + "## STAR Format\n\n### Result\n\n"
	const table = head + "## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n"
	for _, tt := range []struct{ name, src, want string }{
		{"a percentage", result + "- Waiting: 50 min → 30 min ($0", "- Waiting: 50 min → 30 min ({40%)}"},
		{"a percentage half typed", result + "- Waiting: 50 min → 30 min (4$0", "- Waiting: 50 min → 30 min ({40%)}"},
		{"a bracket that is closed", result + "- Waiting: 50 min → 30 min ($0)", "- Waiting: 50 min → 30 min ({40%})"},
		{"bold values", result + "- **50 min → 30 min** ($0", "- **50 min → 30 min** ({40%)}"},
		{"another figure", result + "- Waiting: 50 min → 30 min (7$0", ""},
		{"words between", result + "- Waiting: 50 min → 30 min at night ($0", ""},
		{"from zero", result + "- Visits: 0 → 30 visits ($0", ""},
		{"one value", result + "- Waiting: 50 min ($0", ""},
		{"in code", result + "- `50 min → 30 min ($0", ""},
		{"a person's only role", table + "| Bo Ek | $0", "| Bo Ek | {Lawyer |}"},
		{"a person of two roles", table + "| Ann Lee | $0", ""},
		{"nobody known", table + "| Cy Orr | $0", ""},
		{"a role that is written", table + "| Bo Ek | Jur$0 |", ""},
		{"a person's role in a list", head + "## Collaboration\n\n- Bo Ek ($0", "- Bo Ek ({Lawyer)}"},
		{"a role's brackets that are closed", head + "## Collaboration\n\n- **Bo Ek** ($0)", "- **Bo Ek** ({Lawyer})"},
		{"a person of two roles in a list", head + "## Collaboration\n\n- Ann Lee ($0", ""},
		{"what somebody did", head + "## Collaboration\n\n- Bo Ek: $0", ""},
		{"a person elsewhere", head + "## Summary\n\n- Bo Ek ($0", ""},
		{"a title in a heading", head + "### ACH-002: $0", "### ACH-002: {Shorter queue}"},
		{"a title behind a dash", head + "### ACH-002 — $0", "### ACH-002 — {Shorter queue}"},
		{"a title's cell", head + "| ID | Title |\n|---|---|\n| ACH-002 | $0", "| ACH-002 | {Shorter queue |}"},
		{"a title's cell that is closed", head + "| ID | Achievement |\n|---|---|\n| ACH-002 | $0 |", "| ACH-002 | {Shorter queue} |"},
		{"a cell for something else", head + "| ID | Result |\n|---|---|\n| ACH-002 | $0", ""},
		{"an ID with words about it", head + "## Summary\n\n- ACH-002: $0", ""},
		{"a title", head + "## Summary\n\n- ACH-002 $0", "- ACH-002 {Shorter queue}"},
		{"a title in brackets", head + "## Summary\n\nAfter [ACH-002 $0]", "After [ACH-002 {Shorter queue}]"},
		{"an ID where prose goes on", head + "## Summary\n\nAfter ACH-002 $0", ""},
		{"an ID before other words", head + "## Summary\n\n- ACH-002 $0was", ""},
		{"an unknown ID", head + "## Summary\n\n- ACH-077 $0", ""},
		{"its own ID", head + "## Summary\n\n- ACH-009 $0", ""},
		{"front matter", "---\nid: ACH-002 $0\n---\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			at := strings.Index(tt.src, "$0")
			src := strings.Replace(tt.src, "$0", "", 1)
			doc := document.Parse(here, src, nil)
			e, ok := Inline(Input{Document: doc, Offset: at, Workspace: known.With(workspace.FactsOf(doc))})
			if ok != (tt.want != "") {
				t.Fatalf("certain: %t, %+v", ok, e)
			}
			if !ok {
				return
			}
			e.New = "{" + e.New + "}"
			got, err := text.Apply(src, []text.Edit{e})
			if err != nil || !strings.HasSuffix(got, "\n"+tt.want) || !e.Span.Touches(at) {
				t.Errorf("got %q, %v; want at its end %q", got, err, tt.want)
			}
		})
	}
}
