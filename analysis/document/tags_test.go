package document

import (
	"strings"
	"testing"
)

func TestTagForms(t *testing.T) {
	for form, src := range map[string]string{
		"list":                      head + "## Tags\n\n- #care\n- #q1-2026\n- #größe/医療\n",
		"list by asterisks":         head + "## Tags\n\n* #care\n* #q1-2026\n* #größe/医療\n",
		"numbered":                  head + "## Tags\n\n1. #care\n2. #q1-2026\n3. #größe/医療\n",
		"nested list":               head + "## Tags\n\n- #care\n  - #q1-2026\n    - #größe/医療\n",
		"no blank line":             head + "## Tags\n- #care\n- #q1-2026\n- #größe/医療\n",
		"one line":                  head + "## Tags\n\n#care #q1-2026 #größe/医療\n",
		"one line, tabs":            head + "## Tags\n\n#care\t#q1-2026\t#größe/医療\n",
		"lines":                     head + "## Tags\n\n#care\n#q1-2026\n#größe/医療\n",
		"commas":                    head + "## Tags\n\n#care, #q1-2026, #größe/医療\n",
		"commas and a full stop":    head + "## Tags\n\n#care, #q1-2026, #größe/医療.\n",
		"middle dots":               head + "## Tags\n\n#care · #q1-2026 · #größe/医療\n",
		"bars":                      head + "## Tags\n\n#care | #q1-2026 | #größe/医療\n",
		"ideographic commas":        head + "## Tags\n\n#care、#q1-2026，#größe/医療\n",
		"item of several":           head + "## Tags\n\n- #care #q1-2026\n- #größe/医療\n",
		"code":                      head + "## Tags\n\n- `#care`\n- `#q1-2026`\n- `#größe/医療`\n",
		"bold":                      head + "## Tags\n\n- **#care**\n- *#q1-2026*\n- #größe/医療\n",
		"code on one line":          head + "## Tags\n\n`#care` `#q1-2026` `#größe/医療`\n",
		"field":                     head + "**Tags:** #care #q1-2026 #größe/医療\n",
		"field with commas":         head + "**Tags**: #care, #q1-2026, #größe/医療\n",
		"plain field":               head + "Tags: #care #q1-2026 #größe/医療\n",
		"field in a list":           head + "- **Keywords:** #care, #q1-2026, #größe/医療\n",
		"field in a table":          head + "| Labels | #care, #q1-2026, #größe/医療 |\n|---|---|\n",
		"front matter, with #":      "---\ntags: [\"#care\", '#q1-2026', \"#größe/医療\"]\n---\n" + head,
		"front matter string, with": "---\ntags: \"#care #q1-2026 #größe/医療\"\n---\n" + head,
		"CRLF":                      strings.ReplaceAll(head+"## Tags\n\n- #care\n- #q1-2026\n- #größe/医療\n", "\n", "\r\n"),
		"CR":                        strings.ReplaceAll(head+"## Tags\n\n#care #q1-2026\n#größe/医療\n", "\n", "\r"),
		"heading Labels":            head + "## Labels\n\n- #care\n- #q1-2026\n- #größe/医療\n",
		"with comments":             head + "## Tags\n\n<!-- three at most -->\n\n- #care <!-- or nursing -->\n- #q1-2026\n- #größe/医療\n",
	} {
		expectTags(t, form, src, "#care #q1-2026 #größe/医療")
	}
	for form, src := range map[string]string{
		"commas":             head + "## Tags\n\ncare, q1-2026, größe/医療\n",
		"commas in a field":  head + "**Tags:** care, q1-2026, größe/医療\n",
		"front matter list":  "---\ntags: [care, q1-2026, größe/医療]\n---\n" + head,
		"front matter block": "---\ntags:\n  - care\n  - \"q1-2026\"\n  - 'größe/医療'\n---\n" + head,
		"block, no indent":   "---\ntags:\n- care\n- q1-2026\n- größe/医療\n---\n" + head,
		"front matter comma": "---\ntags: care, q1-2026, größe/医療\n---\n" + head,
		"front matter blank": "---\ntags: care q1-2026 größe/医療\n---\n" + head,
		"quoted string":      "---\ntags: \"care, q1-2026, größe/医療\"\n---\n" + head,
		"front matter, CRLF": "---\r\ntags:\r\n  - care\r\n  - q1-2026\r\n  - größe/医療\r\n---\r\n" + head,
	} {
		expectTags(t, form+", no number sign", src, "care q1-2026 größe/医療")
	}
}

func expectTags(t *testing.T, form, src, want string) {
	t.Helper()
	d := Parse("", src, nil)
	var got []string
	for _, tag := range d.Entries[0].Tags {
		got = append(got, d.Text(tag.Span))
		if strings.TrimPrefix(d.Text(tag.Span), "#") != tag.Name || strings.HasPrefix(d.Text(tag.Span), "#") != tag.Hash {
			t.Errorf("%s: %q has the name %q, number sign %t", form, d.Text(tag.Span), tag.Name, tag.Hash)
		}
	}
	if strings.Join(got, " ") != want {
		t.Errorf("%s: %q has the tags %q, want %q", form, src, got, want)
	}
}

// What is no tag, or not a well-formed one: the spans show a rule what to judge.
func TestTags(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"elsewhere", head + "## Summary\n\nSee #platform, issue #1.\n\n## Evidence\n\n| Slack | #platform |\n|---|---|\n", "not tag"},
		{"in a fence", head + "## Tags\n\n```\n#care\n```\n", "not tag"},
		{"in a quote", head + "## Tags\n\n> #care\n", "not tag"},
		{"in a comment", head + "## Tags\n\n<!-- #care -->\n", "not tag"},
		{"half typed", head + "## Tags\n\n- #care\n- #\n-\n", "tag #care"},
		{"after a break", head + "## Tags\n\n- #care\n\n---\n\n**Used in:** x.md\n", "tag #care\nnot tag *"},
		{"two words", head + "## Tags\n\n- #night shift\n- #care\n", "tag #night shift\ntag #care"},
		{"a word in a list", head + "## Tags\n\n- care\n", "tag care"},
		{"upper case", head + "## Tags\n\n- #Care\n", "tag #Care"},
		{"a sentence is none", head + "## Tags\n\nWhat one would look for.\n\n- #care\n", "tag #care\nnot tag What"},
		{"a template's own", head + "## Tags\n\n- #[category]\n", "tag #[category]"},
		{"section and front matter", "---\ntags: [a]\n---\n" + head + "## Tags\n\n- #b\n", "tag a\ntag #b"},
		{"an empty list", "---\ntags: []\n---\n" + head, "not tag"},
		{"no value", "---\ntags:\n---\n" + head, "not tag"},
		{"null elements", "---\ntags: [~, a]\n---\n" + head, "tag a"},
		{"list half typed", "---\ntags: [a, b\n---\n" + head, "tag a\ntag b"},
		{"combining and astral letters", head + "## Tags\n\n- #हिन्दी\n- #𐐨𐐩\n- #cafe\u0301\n", "tag #हिन्दी\ntag #𐐨𐐩\ntag #cafe\u0301"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}
