package document

import (
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

// sound says what holds of every document, whatever its text: spans lie inside
// the text and within what they belong to, and things stand in order.
func sound(t *testing.T, path, src string) {
	t.Helper()
	d := Parse(path, src, nil)
	whole := text.Span{Start: 0, End: len(src)}
	inside := func(what string, span, within text.Span) {
		if span.End < span.Start || !within.Covers(span) {
			t.Fatalf("%s at %v lies outside %v in %q", what, span, within, src)
		}
	}
	at := 0
	for _, s := range d.Sections {
		inside("section", s.Span, whole)
		inside("heading", s.Heading.Span, s.Span)
		inside("body", s.Body, whole)
		if s.Heading.Span.Start < at {
			t.Fatalf("heading %q stands before the one before it in %q", s.Name, src)
		}
		at = s.Heading.Span.Start
		for _, b := range s.Blocks {
			inside("block of a section", b.Span, s.Span)
		}
		for _, c := range s.Children {
			if c.Parent != s {
				t.Fatalf("%q is a child of %q and has another parent in %q", c.Name, s.Name, src)
			}
		}
	}
	soundFields(t, d, d.Fields, inside)
	at = 0
	for _, e := range d.Entries {
		inside("entry", e.Span, whole)
		if e.Span.Start < at {
			t.Fatalf("entry %q overlaps the one before it in %q", e.Title, src)
		}
		at = e.Span.End
		inside("title", e.TitleSpan, whole)
		soundFields(t, d, e.Fields, inside)
		label := -1
		for _, p := range e.Parts {
			inside("label", p.Label, e.Span)
			inside("part", p.Body, whole)
			if len(p.Keys) == 0 || p.Label.Start <= label {
				t.Fatalf("part at %v is out of order or has no key in %q", p.Label, src)
			}
			label = p.Label.Start
			for _, s := range d.Statements(p.Body) {
				inside("statement", s.Span, p.Body)
				inside("statement's head", s.Head, s.Span)
			}
		}
		for _, s := range e.Sections {
			for _, st := range d.Statements(s.Body) {
				inside("statement", st.Span, s.Body)
			}
		}
		for _, tag := range e.Tags {
			inside("tag", tag.Span, whole)
		}
		for _, p := range e.People {
			inside("name", p.Name.Span, whole)
			inside("role", p.Role.Span, whole)
			inside("contribution", p.Contribution.Span, whole)
		}
		for _, r := range e.Reviews {
			inside("review", r.Target.Span, whole)
			inside("review's number", r.NumberSpan, whole)
		}
	}
	for _, s := range d.Suppressions {
		inside("suppression", s.Comment, whole)
		inside("suppressed text", s.Covers, whole)
	}
	if (d.Kind == Achievement) != (len(d.Entries) > 0) {
		t.Fatalf("kind %d with %d entries in %q", d.Kind, len(d.Entries), src)
	}
}

// same says that what one reads is a function of the text alone.
func same(t *testing.T, path, src string) {
	t.Helper()
	if !reflect.DeepEqual(Parse(path, src, nil), Parse(path, strings.Clone(src), nil)) {
		t.Fatalf("%q is read in two ways", src)
	}
}

func soundFields(t *testing.T, d *Document, fields []*Field, inside func(string, text.Span, text.Span)) {
	t.Helper()
	whole := text.Span{Start: 0, End: len(d.Source)}
	for _, f := range fields {
		inside("field", f.Line, whole)
		inside("field's name", f.Name, f.Line)
		inside("field's value", f.Value, whole)
		if f.Form != FormYAML && !f.Value.Empty() {
			inside("field's value", f.Value, f.Line)
		}
		for _, item := range f.Items {
			inside("field's element", item.Span, whole)
		}
	}
}

// samples are the files of examples/ and analysis/testdata, and one with
// everything in it.
func samples(t testing.TB) map[string]string {
	t.Helper()
	files := map[string]string{"odd/ACH-001.md": odd}
	for _, root := range []string{"../testdata", "../../examples"} {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
				return err
			}
			src, err := os.ReadFile(path)
			files[filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))] = string(src)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(files) < 10 {
		t.Fatalf("found %d files; the examples are elsewhere", len(files))
	}
	return files
}

// odd holds what is rare in good files.
const odd = "\ufeff---\r\nid: ACH-001\r\ntags: [a, \"#b\"]\r\n---\r\n# 🏆 Achievement: **Ç** <1x/hour\r\n\r\nDate： 2026-03-01 · **Role:** ROLE-001\\\r\n**Category:**\r\nA / B\r\n---\r\n\r\n" +
	"## S — STARR (mine)\r\n\r\n- **S** — a 𐐀\r\n- **T (Task)**: b\r\n  - nested\r\n- **R** — −35 %\r\n- **R** — e\u0301\r\n\r\n| Situation & Task | x |\r\n|---|---|\r\n| Ergebnis | `|` y \\| z |\r\n\r\n" +
	"Summary\r\n-------\r\n<!-- achievement-ls disable-next-line weak-verb -->\r\nHelped. „So“ it was.\r\n\r\n## Tags\r\n#a #b, c\r\n\r\n## Team\r\n- Ann (Nurse): x\r\n\r\n## Used in\r\n[a](b.md) — #1, [[c|d]] (#2)\r\n\r\n~~~\r\n## Evidence\r\n<!-- open\r\n"

func TestEveryPrefixIsSound(t *testing.T) {
	for path, src := range samples(t) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			step := 1
			if testing.Short() {
				step = 37
			}
			for i := 0; i <= len(src); i += step {
				sound(t, path, src[:i])
			}
			for _, eol := range []string{"\n", "\r\n", "\r"} {
				sound(t, path, strings.ReplaceAll(src, "\n", eol))
				same(t, path, strings.ReplaceAll(src, "\n", eol))
			}
		})
	}
}

// A line taken out, or written twice, is what editing does.
func TestEveryEditIsSound(t *testing.T) {
	for path, src := range samples(t) {
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			lines := strings.SplitAfter(src, "\n")
			step := 1
			if testing.Short() {
				step = 7
			}
			for i := 0; i < len(lines); i += step {
				before, after := strings.Join(lines[:i], ""), strings.Join(lines[i+1:], "")
				sound(t, path, before+after)
				sound(t, path, before+lines[i]+lines[i]+after)
			}
		})
	}
}

func TestHostileTextIsSound(t *testing.T) {
	for name, src := range hostile(1 << 11) {
		t.Run(name, func(t *testing.T) { sound(t, "ACH-001.md", src) })
	}
}

func FuzzParse(f *testing.F) {
	for _, src := range samples(f) {
		f.Add(src)
	}
	for _, src := range hostile(64) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		sound(t, "ACH-001.md", src)
		same(t, "ACH-001.md", src)
	})
}
