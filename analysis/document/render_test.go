package document

import (
	"fmt"
	"strings"
	"testing"

	"achievement-ls/analysis/template"
)

// render writes what a document was understood as, a line a thing, so that a
// test can say what it expects in the same form.
func render(d *Document) string {
	var b strings.Builder
	kinds := map[Kind]string{Other: "other", Achievement: "achievement", Review: "review", Role: "role", People: "people", Excluded: "excluded"}
	fmt.Fprintf(&b, "%s\n", kinds[d.Kind])
	for _, e := range d.Entries {
		fmt.Fprintf(&b, "entry %q\n", e.Title)
		for _, f := range e.Fields {
			fmt.Fprintf(&b, "field %s=%q\n", nameOf(f.Key, d.Text(f.Name)), f.Text)
		}
		for _, s := range e.Sections {
			fmt.Fprintf(&b, "section %s %d\n", s.Key, s.Level)
		}
		for _, s := range e.Subsections {
			fmt.Fprintf(&b, "sub %s\n", s.Key)
		}
		for _, p := range e.Parts {
			var keys []string
			for _, k := range p.Keys {
				keys = append(keys, string(k))
			}
			fmt.Fprintf(&b, "star %s=%q\n", strings.Join(keys, "+"), strings.Join(strings.Fields(d.Text(p.Body)), " "))
		}
		for _, t := range e.Tags {
			fmt.Fprintf(&b, "tag %s\n", d.Text(t.Span))
		}
		for _, p := range e.People {
			fmt.Fprintf(&b, "person %s|%s|%s\n", p.Name.Text, p.Role.Text, p.Contribution.Text)
		}
		for _, r := range e.Reviews {
			fmt.Fprintf(&b, "review %s #%d\n", r.Target.Text, r.Number)
		}
		fmt.Fprintf(&b, "form %s light=%t\n", e.Framework.Name, e.Light)
	}
	return b.String()
}

func nameOf(key template.Key, text string) string {
	if key == "" {
		return "(" + text + ")"
	}
	return string(key)
}

// expect fails unless each line of want is a line of what src is read as, and
// no line that starts with "not " is.
func expect(t *testing.T, path, src, want string) *Document {
	t.Helper()
	d := Parse(path, src, nil)
	got := render(d)
	lines := map[string]bool{}
	for _, l := range strings.Split(got, "\n") {
		lines[l] = true
	}
	for _, w := range strings.Split(strings.TrimSpace(want), "\n") {
		w = strings.TrimSpace(w)
		if not, ok := strings.CutPrefix(w, "not "); ok {
			for l := range lines {
				if strings.HasPrefix(l, not) {
					t.Errorf("%q: found %q, which is not there\nread as:\n%s", src, l, got)
				}
			}
		} else if !lines[w] {
			t.Errorf("%q: missing %q\nread as:\n%s", src, w, got)
		}
	}
	return d
}

const head = "# Achievement: Shorter queues\n\n"
