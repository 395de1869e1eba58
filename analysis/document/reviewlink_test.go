package document

import "testing"

func TestReviewLinks(t *testing.T) {
	const section = head + "## Link to Review\n\n"
	tests := []struct{ name, src, want string }{
		{"bare file name", section + "**Used in:** 2026-H1-Self-Review.md — Achievement #1\n", "review 2026-H1-Self-Review.md #1"},
		{"without number", section + "**Used in:** 2026-H1-Self-Review.md\n", "review 2026-H1-Self-Review.md #0"},
		{"without extension", section + "**Used in:** 2026-H1-Self-Review\n", "review 2026-H1-Self-Review #0"},
		{"with blanks", section + "**Used in:** 2026 H1 Self-Review.md, Achievement #2\n", "review 2026 H1 Self-Review.md #2"},
		{"path", section + "**Used in:** ../reviews/2026-H1.md (#3)\n", "review ../reviews/2026-H1.md #3"},
		{"in brackets", section + "**Used in:** [2026-H1-Self-Review.md]\n", "review 2026-H1-Self-Review.md #0"},
		{"in brackets, numbered", section + "**Used in:** [2026-H1-Self-Review.md] — Achievement #4\n", "review 2026-H1-Self-Review.md #4"},
		{"in code", section + "**Used in:** `2026-H1-Self-Review.md` — Achievement #1\n", "review 2026-H1-Self-Review.md #1"},
		{"link", section + "**Used in:** [H1](../reviews/2026-H1.md), Achievement #2\n", "review ../reviews/2026-H1.md #2"},
		{"link with blanks", section + "**Used in:** [H1](<../reviews/2026 H1.md>)\n", "review ../reviews/2026 H1.md #0"},
		{"reference link", section + "**Used in:** [H1][h] — #2\n\n[h]: ../reviews/2026-H1.md\n", "review ../reviews/2026-H1.md #2"},
		{"wiki link", section + "**Used in:** [[2026-H1-Self-Review]] — Achievement #5\n", "review 2026-H1-Self-Review #5"},
		{"wiki link with alias", section + "**Used in:** [[2026-H1-Self-Review|H1]]\n", "review 2026-H1-Self-Review #0"},
		{"several, by commas", section + "**Used in:** 2026-H1.md, 2026-H2.md\n", "review 2026-H1.md #0\nreview 2026-H2.md #0"},
		{"several, each with a number", section + "**Used in:** 2026-H1.md — Achievement #1, 2026-H2.md — Achievement #3\n", "review 2026-H1.md #1\nreview 2026-H2.md #3"},
		{"several, by semicolons and and", section + "**Used in:** 2026-H1.md (#1); 2026-H2.md and 2026-FY.md (#7)\n", "review 2026-H1.md #1\nreview 2026-H2.md #0\nreview 2026-FY.md #7"},
		{"several links", section + "**Used in:** [H1](a.md) — Achievement #1, [[b]] — Achievement #2\n", "review a.md #1\nreview b #2"},
		{"several in brackets", section + "**Used in:** [2026-H1.md], [2026-H2.md]\n", "review 2026-H1.md #0\nreview 2026-H2.md #0"},
		{"list", section + "- 2026-H1.md — Achievement #1\n- [[2026-H2]]\n- [FY](2026-FY.md)\n", "review 2026-H1.md #1\nreview 2026-H2 #0\nreview 2026-FY.md #0"},
		{"list of fields", section + "- **Used in:** 2026-H1.md — Achievement #1\n- **Used in:** 2026-H2.md\n", "review 2026-H1.md #1\nreview 2026-H2.md #0"},
		{"list below the field", section + "**Used in:**\n\n- 2026-H1.md — Achievement #1\n- 2026-H2.md\n", "review 2026-H1.md #1\nreview 2026-H2.md #0"},
		{"list right below the field", section + "**Used in:**\n- 2026-H1.md\n", "review 2026-H1.md #0"},
		{"value on the next line", section + "**Used in:**\n2026-H1.md — Achievement #1\n", "review 2026-H1.md #1"},
		{"paragraph", head + "## Used in\n\n2026-H1-Self-Review.md — Achievement #1\n", "review 2026-H1-Self-Review.md #1"},
		{"checklist", head + "## Reviews\n\n- [x] 2026-H1-Self-Review.md\n", "review 2026-H1-Self-Review.md #0"},
		{"field of the head", head + "**Used in:** 2026-H1-Self-Review.md — Achievement #1\n", "review 2026-H1-Self-Review.md #1"},
		{"front matter", "---\nused-in: 2026-H1-Self-Review.md\n---\n" + head, "review 2026-H1-Self-Review.md #0"},
		{"hard break", section + "**Used in:** 2026-H1.md — Achievement #1  \n**Status:** sent\n", "review 2026-H1.md #1"},
		{"number without blank", section + "**Used in:** 2026-H1.md – achievement #12\n", "review 2026-H1.md #12"},
		{"template text", section + "**Used in:** [Review file] — Achievement #X\n", "not review 2"},
		{"not yet", section + "**Used in:** not yet\n", "not review"},
		{"not yet, at length", section + "**Used in:** Not yet used in a review\n", "not review"},
		{"not yet, planned", section + "**Used in:** N/A — planned for the next self-review\n", "not review"},
		{"N/A", section + "N/A\n", "not review"},
		{"N/A in the field", section + "**Used in:** N/A\n", "not review"},
		{"none", section + "**Used in:** none so far\n", "not review"},
		{"a dash", section + "**Used in:** —\n", "not review"},
		{"a dash, ASCII", section + "**Used in:** -\n", "not review"},
		{"empty", section + "**Used in:**\n", "not review"},
		{"a sentence", section + "Cited when the time comes.\n", "not review"},
		{"in a comment", section + "<!-- 2026-H1-Self-Review.md -->\n", "not review"},
		{"in code", section + "```\n**Used in:** 2026-H1.md\n```\n", "not review"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

func TestReviewLinkSpans(t *testing.T) {
	d := Parse("", head+"## Link to Review\n\n**Used in:** a.md — Achievement #1, [B](b.md) (#2)\n", nil)
	var got []string
	for _, r := range d.Entries[0].Reviews {
		got = append(got, d.Text(r.Target.Span)+" "+d.Text(r.NumberSpan))
	}
	if len(got) != 2 || got[0] != "a.md 1" || got[1] != "b.md 2" {
		t.Errorf("targets and numbers stand at %q", got)
	}
}
