package edit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// forms are the ways in which each example is written: its line ends, a byte
// order mark, the end of its last line.
var forms = []struct {
	name  string
	write func(string) string
}{
	{"LF", func(s string) string { return s }},
	{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"CR", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }},
	{"BOM", func(s string) string { return "\ufeff" + s }},
	{"no final newline", func(s string) string { return strings.TrimRight(s, "\n") }},
	{"star bullets", func(s string) string { return dashes.ReplaceAllString(s, "$1* ") }},
}

var dashes = regexp.MustCompile(`(?m)^( *)- `)

// examples are the achievements in good order, each in every form.
func examples(t *testing.T, run func(t *testing.T, doc *document.Document)) {
	t.Helper()
	files, err := filepath.Glob("../../examples/roles/*/achievements/*.md")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d examples found, %v", len(files), err)
	}
	for _, file := range append(files, "../testdata/ACH-007-Ward-Handover.md") {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, form := range forms {
			t.Run(filepath.Base(file)+"/"+form.name, func(t *testing.T) {
				doc := parse(filepath.Base(file), form.write(string(src)))
				if len(doc.Entries) == 0 {
					t.Fatal("no entry")
				}
				run(t, doc)
			})
		}
	}
}

// Whatever section is deleted comes back at its place: what stands before and
// behind it is what stood there, byte for byte.
func TestDeletedSectionComesBack(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			sections, lines := units(doc, e)
			for i, s := range sections {
				if s.Class == template.Star {
					continue
				}
				cut := deletion(doc, lines, i)
				after, key := parse(doc.Path, without(doc.Source, cut)), s.Key
				if part := doc.Template.Part(key); part.Requirement != template.Optional && !e.Light &&
					!slices.Contains(edit.Missing(after, after.Entries[n]), key) {
					t.Errorf("%s deleted: not missing", key)
				}
				edits := edit.InsertSection(after, after.Entries[n], key)
				restored := apply(t, after, edits)
				at := restored.Entries[n].Section(key)
				if at == nil {
					t.Errorf("%s deleted: not there again:\n%s", key, restored.Source)
					continue
				}
				expectAround(t, string(key), doc, s.Span, restored, at.Span)
				if again := edit.InsertSection(restored, restored.Entries[n], key); len(again) > 0 {
					t.Errorf("%s inserted, and to be inserted again: %v", key, again)
				}
			}
		}
	})
}

// The same for STAR parts, whatever form they have.
func TestDeletedPartComesBack(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			lines := partLines(doc, e)
			for i, part := range e.Parts {
				key := part.Keys[0]
				after := parse(doc.Path, without(doc.Source, deletion(doc, lines, i)))
				if e.Part(template.Task) == nil || key != template.Task {
					if !slices.Contains(edit.Missing(after, after.Entries[n]), key) {
						t.Errorf("%s deleted: not missing", key)
					}
				}
				restored := apply(t, after, edit.InsertPart(after, after.Entries[n], key))
				at := restored.Entries[n].Part(key)
				if at == nil {
					t.Errorf("%s deleted: not there again:\n%s", key, restored.Source)
					continue
				}
				if at.Form != part.Form {
					t.Errorf("%s deleted: form %d, was %d", key, at.Form, part.Form)
				}
				expectAround(t, string(key), doc, lines[i], restored, partLines(restored, restored.Entries[n])[i])
				if again := edit.InsertPart(restored, restored.Entries[n], key); len(again) > 0 {
					t.Errorf("%s inserted, and to be inserted again: %v", key, again)
				}
			}
		}
	})
}

// A field that is deleted and inserted with its value leaves the file as it was;
// in front matter, where a title can stand among those that the template orders,
// it may be another line.
func TestDeletedFieldComesBack(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			for _, f := range e.Fields {
				if tf := doc.Template.Field(f.Key); tf == nil || f.Items != nil || f.Key == template.ReviewField {
					continue
				}
				line := doc.Lines.LineAt(f.Line.Start)
				end := doc.Lines.Line(doc.Lines.LineOf(f.Line.Start) + 1).Start
				after := parse(doc.Path, without(doc.Source, text.Span{Start: line.Start, End: end}))
				restored := apply(t, after, edit.InsertField(after, after.Entries[n], f.Key, f.Text))
				same := restored.Source == doc.Source
				if f.Form == document.FormYAML {
					same = slices.Equal(sortedLines(restored.Source), sortedLines(doc.Source))
				}
				if !same {
					t.Errorf("%s deleted and inserted:\n%s", f.Key, changed(doc.Source, restored.Source))
				}
			}
		}
	})
}

func sortedLines(s string) []string {
	return slices.Sorted(strings.Lines(strings.ReplaceAll(s, "\r", "\n")))
}

// What is emptied is filled where it stood.
func TestEmptiedSectionIsFilled(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			for i, s := range e.Sections {
				if s.Class == template.Container {
					continue
				}
				after := parse(doc.Path, without(doc.Source, text.Span{Start: s.Heading.Span.End, End: s.Span.End}))
				emptied := after.Entries[n].Sections[i]
				restored := apply(t, after, edit.FillSection(after, emptied))
				filled := restored.Entries[n].Section(s.Key)
				if filled == nil || restored.Empty(filled.Body) {
					t.Errorf("%s emptied and filled is empty:\n%s", s.Key, restored.Source)
					continue
				}
				expectAround(t, string(s.Key), doc, s.Span, restored, filled.Span)
			}
		}
	})
}

// Everything that an entry lacks comes at once as it comes one by one, and then
// nothing is missing.
func TestInsertMissingIsComplete(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			_, lines := units(doc, e)
			for i := range lines {
				cut := deletion(doc, lines, i)
				if i+1 < len(lines) {
					cut = text.Cover(cut, deletion(doc, lines, i+1))
				}
				after := parse(doc.Path, without(doc.Source, cut))
				all := apply(t, after, edit.InsertMissing(after, after.Entries[n]))
				if left := edit.Missing(all, all.Entries[n]); len(left) > 0 {
					t.Errorf("sections from %d on deleted: still missing %v\n%s", i, left, all.Source)
				}
				if late := edit.OutOfOrder(all, all.Entries[n]); len(late) > 0 {
					t.Errorf("sections from %d on deleted: %s is out of order\n%s", i, late[0].Name, all.Source)
				}
				each := after
				for _, key := range edit.Missing(after, after.Entries[n]) {
					each = apply(t, each, edit.InsertSection(each, each.Entries[n], key))
				}
				if each.Source != all.Source {
					t.Errorf("sections from %d on deleted: one by one it is otherwise:\n%s", i, changed(all.Source, each.Source))
				}
			}
		}
	})
}

// Sections in any order come into the template's; those in order stay.
func TestReorderExamples(t *testing.T) {
	examples(t, func(t *testing.T, doc *document.Document) {
		for n, e := range doc.Entries {
			if edits := edit.Reorder(doc, e); len(edits) > 0 {
				t.Errorf("in order, and still %v", edits)
			}
			sections, lines := units(doc, e)
			for i := range lines {
				for j := range i {
					a, b := lines[j], lines[i]
					src := doc.Source
					swapped := parse(doc.Path, src[:a.Start]+b.Of(src)+src[a.End:b.Start]+a.Of(src)+src[b.End:])
					if len(swapped.Entries) != len(doc.Entries) || !sameSections(doc, swapped) {
						continue // a STAR part's letters, say, mean something else there
					}
					if len(edit.OutOfOrder(swapped, swapped.Entries[n])) == 0 {
						t.Errorf("%s and %s swapped: nothing is out of order", sections[j].Key, sections[i].Key)
					}
					restored := apply(t, swapped, edit.Reorder(swapped, swapped.Entries[n]))
					if restored.Source != src {
						t.Errorf("%s and %s swapped and reordered:\n%s", sections[j].Key, sections[i].Key, changed(src, restored.Source))
					}
				}
			}
		}
	})
}

func sameSections(a, b *document.Document) bool {
	count := func(d *document.Document) (n int) {
		for _, s := range d.Sections {
			if s.Key != "" {
				n++
			}
		}
		return n
	}
	return count(a) == count(b)
}

// units are what follows one another at an entry's top: its sections, and STAR
// headings that stand in none, each as whole lines.
func units(doc *document.Document, e *document.Entry) (sections []*document.Section, lines []text.Span) {
	sections = slices.Clone(e.Sections)
	for _, p := range e.Parts {
		if p.Section != nil && e.Section(template.STAR) == nil {
			sections = append(sections, p.Section)
		}
	}
	slices.SortFunc(sections, func(a, b *document.Section) int { return a.Span.Start - b.Span.Start })
	for _, s := range sections {
		lines = append(lines, text.Span{Start: doc.Lines.LineAt(s.Span.Start).Start, End: doc.Lines.LineAt(s.Span.End).End})
	}
	return sections, lines
}

// partLines are the whole lines of an entry's STAR parts.
func partLines(doc *document.Document, e *document.Entry) []text.Span {
	var out []text.Span
	for _, p := range e.Parts {
		span := text.Cover(p.Label, p.Body)
		switch {
		case p.Section != nil:
			span = p.Section.Span
		case p.Form == document.FormItem || p.Form == document.FormRow:
			span = p.Block.Span
		}
		out = append(out, text.Span{Start: doc.Lines.LineAt(span.Start).Start, End: doc.Lines.LineAt(span.End).End})
	}
	return out
}

// deletion is what a writer deletes with spans[i]: what parts it from the next
// too, or for the last from the one before.
func deletion(doc *document.Document, spans []text.Span, i int) text.Span {
	cut := spans[i]
	switch {
	case i+1 < len(spans):
		cut.End = spans[i+1].Start
	case i > 0:
		cut.Start = spans[i-1].End
	default:
		cut.End = doc.Lines.Line(doc.Lines.LineOf(cut.End) + 1).Start
	}
	return cut
}

// expectAround checks that before and behind what was deleted and inserted again
// stands what stood there.
func expectAround(t *testing.T, what string, was *document.Document, old text.Span, is *document.Document, now text.Span) {
	t.Helper()
	a, b := was.Source[:old.Start]+"‹›"+was.Source[old.End:], is.Source[:now.Start]+"‹›"+is.Source[now.End:]
	if a != b {
		t.Errorf("%s deleted and inserted, around it:\n%s", what, changed(a, b))
	}
	bullet := ""
	is.Walk(func(b *markdown.Block) bool {
		if b.Kind == markdown.Item && !b.Ordered {
			if bullet != "" && is.Text(b.Marker) != bullet {
				t.Errorf("%s inserted: bullets %s and %s", what, bullet, is.Text(b.Marker))
			}
			bullet = is.Text(b.Marker)
		}
		return true
	})
}
