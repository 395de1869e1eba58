package link

import (
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/workspace"
)

const here = "roles/ROLE-001-Clinic/achievements/ACH-001-Triage.md"

var known = func() *workspace.Snapshot {
	s := workspace.Empty()
	for path, src := range map[string]string{
		"roles/ROLE-001-Clinic/reviews/2026-H1-Self-Review.md": "# Self-Review: 2026-H1\n",
		"roles/ROLE-002-Ward/reviews/2026-H1-Self-Review.md":   "# Self-Review: 2026-H1\n",
		"roles/ROLE-002-Ward/reviews/2025-H2-Self-Review.md":   "# Self-Review: 2025-H2\n",
		"roles/ROLE-002-Ward/achievements/ACH-007-Rota.md":     "# Achievement: Rota\n",
	} {
		s = s.With(workspace.FactsOf(document.Parse(path, src, nil)))
	}
	return s
}()

func TestIn(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"a file beside", "See [it](ACH-002-X.md#result).", "ACH-002-X.md#result → roles/ROLE-001-Clinic/achievements/ACH-002-X.md"},
		{"a file elsewhere", "[a](../reviews/2026.md) [b](/INDEX.md)", "../reviews/2026.md → roles/ROLE-001-Clinic/reviews/2026.md\n/INDEX.md → INDEX.md"},
		{"out of the workspace", "[a](../../../../passwd) [b](../../../../../x.md) [c](/../x.md) [d](../../../..)", ""},
		{"a place in the same file", "[a](#result)", ""},
		{"a path that is escaped", "[a](My%20notes.md) [b](<My notes.md>)", "My%20notes.md → roles/ROLE-001-Clinic/achievements/My notes.md\nMy notes.md → roles/ROLE-001-Clinic/achievements/My notes.md"},
		{"an image", "![chart](chart.png)", "chart.png → roles/ROLE-001-Clinic/achievements/chart.png"},
		{"a reference", "[the log][log]\n\n[log]: https://example.org/log\n", "the log → https://example.org/log"},
		{"addresses", "<https://example.org> https://example.org/a, www.example.org and github.com/ward/rota/pull/7.",
			"<https://example.org> → https://example.org\nhttps://example.org/a → https://example.org/a\nwww.example.org → https://www.example.org\ngithub.com/ward/rota/pull/7 → https://github.com/ward/rota/pull/7"},
		{"an address for mail", "<mara@example.org>", "<mara@example.org> → mailto:mara@example.org"},
		{"schemes that do more than show", "[a](file:///etc/passwd) [b](command:do) [c](javascript:alert(1)) [d](vscode://x/y)", ""},
		{"wiki links", "[[ACH-007-Rota]] [[2026-H1-Self-Review|review]] [[nothing]]",
			"ACH-007-Rota → roles/ROLE-002-Ward/achievements/ACH-007-Rota.md\n2026-H1-Self-Review → roles/ROLE-001-Clinic/reviews/2026-H1-Self-Review.md"},
		{"code is none", "`github.com/a/b` `[a](b.md)`\n\n```\nhttps://example.org/a\n```\n", ""},
		{"a review by its file's name", "## Link to Review\n\n**Used in:** 2025-H2-Self-Review.md — Achievement #2\n", "2025-H2-Self-Review.md → roles/ROLE-002-Ward/reviews/2025-H2-Self-Review.md"},
		{"of two reviews the nearer", "## Link to Review\n\n**Used in:** 2026-H1-Self-Review\n", "2026-H1-Self-Review → roles/ROLE-001-Clinic/reviews/2026-H1-Self-Review.md"},
		{"a review that is linked", "## Link to Review\n\n**Used in:** [the review](../reviews/2026-H1-Self-Review.md)\n", "../reviews/2026-H1-Self-Review.md → roles/ROLE-001-Clinic/reviews/2026-H1-Self-Review.md"},
		{"no review yet", "## Link to Review\n\n**Used in:** not yet\n", ""},
		{"evidence in a table", "## Evidence\n\n| Type | Link/Location |\n|---|---|\n| PR | github.com/ward/rota/pull/7 |\n", "github.com/ward/rota/pull/7 → https://github.com/ward/rota/pull/7"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := document.Parse(here, "# Achievement: Triage\n\n"+tt.src, nil)
			var got []string
			for _, l := range In(doc, known) {
				got = append(got, doc.Text(l.Span)+" → "+l.URL+l.Path)
			}
			if got := strings.Join(got, "\n"); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// FuzzIn: whatever is written, no link leads out of the workspace, and none
// overlaps another.
func FuzzIn(f *testing.F) {
	f.Add("[a](../../b) ![c](/../d) [[e]] github.com/x/y <https://z>")
	f.Fuzz(func(t *testing.T, src string) {
		end := 0
		for _, l := range In(document.Parse(here, "# Achievement: X\n\n"+src, nil), known) {
			if l.Span.Start < end || l.Span.Empty() || (l.URL == "") == (l.Path == "") || l.Path == ".." || strings.HasPrefix(l.Path, "../") || strings.HasPrefix(l.Path, "/") {
				t.Fatalf("%+v after %d", l, end)
			}
			end = l.Span.End
		}
	})
}
