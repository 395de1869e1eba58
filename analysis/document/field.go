package document

import (
	"iter"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Field is the entry's field with that key; nil where it has none. A field with
// a value is preferred to one without.
func (e *Entry) Field(key template.Key) *Field { return fieldIn(e.Fields, key) }

// Field is the file's field with that key; nil where it has none.
func (d *Document) Field(key template.Key) *Field { return fieldIn(d.Fields, key) }

func fieldIn(fields []*Field, key template.Key) *Field {
	var found *Field
	for _, f := range fields {
		if f.Key == key && (found == nil || found.Text == "" && f.Text != "") {
			found = f
		}
	}
	return found
}

// fieldsIn reads the fields that stand in blocks: the lines of paragraphs, list
// items, and rows of tables with two columns.
func (d *Document) fieldsIn(blocks iter.Seq[*markdown.Block]) []*Field {
	var fields []*Field
	for b := range blocks {
		switch b.Kind {
		case markdown.Paragraph:
			fields = append(fields, d.fieldsInLines(b.Lines)...)
		case markdown.List:
			for _, item := range b.Children {
				if len(item.Children) == 0 || item.Children[0].Kind != markdown.Paragraph {
					continue
				}
				found := d.fieldsInLines(item.Children[0].Lines)
				for _, f := range found {
					if f.Form == FormPlain {
						f.Form = FormItem
					}
				}
				fields = append(fields, found...)
			}
		case markdown.Table:
			for _, row := range b.Children {
				if f := d.fieldInRow(row); f != nil {
					fields = append(fields, f)
				}
			}
		}
	}
	return fields
}

func (d *Document) fieldInRow(row *markdown.Block) *Field {
	if len(row.Children) != 2 {
		return nil
	}
	name := d.trimValue(row.Children[0].Text)
	name.End -= len(name.Of(d.Source)) - len(strings.TrimRight(name.Of(d.Source), ":： "))
	known := d.Template.FieldNamed(d.plain(name))
	if known == nil {
		return nil
	}
	value := d.trimValue(row.Children[1].Text)
	return &Field{Key: known.Key, Form: FormRow, Name: name, Line: row.Span, Value: value, Text: d.plain(value)}
}

// fieldsInLines reads the fields of a paragraph's lines. The value of a field
// that has none on its line is the next line, where that is no field itself.
func (d *Document) fieldsInLines(lines []text.Span) []*Field {
	var fields []*Field
	for i, line := range lines {
		found := d.fieldsOnLine(line)
		if len(found) == 0 {
			continue
		}
		last := found[len(found)-1]
		if last.Value.Empty() && i+1 < len(lines) {
			if _, isLabel := d.labelAt(lines[i+1]); !isLabel {
				last.Value = d.trimValue(lines[i+1])
				last.Text = d.plain(last.Value)
				last.Line.End = last.Value.End
			}
		}
		fields = append(fields, found...)
	}
	return fields
}

// fieldsOnLine reads "**Date:** 2026-05-15", and several such on one line.
func (d *Document) fieldsOnLine(line text.Span) []*Field {
	var fields []*Field
	for !line.Empty() {
		f, ok := d.fieldAt(line, false)
		if !ok {
			return fields
		}
		fields = append(fields, f)
		next := d.nextBoldField(f)
		if next < 0 {
			return fields
		}
		line.Start = next
		f.Value.End = min(f.Value.End, next)
		f.Value = d.trimValue(f.Value)
		for !f.Value.Empty() && strings.IndexByte("|,;", d.Source[f.Value.End-1]) >= 0 {
			f.Value.End--
			f.Value = d.trimValue(f.Value)
		}
		if s := f.Value.Of(d.Source); strings.HasSuffix(s, "·") || strings.HasSuffix(s, "•") {
			f.Value.End -= len(s) - len(strings.TrimRight(s, "·• "))
		}
		f.Text = d.plain(f.Value)
		f.Line.End = f.Value.End
	}
	return fields
}

// nextBoldField is where another field starts within f's value, -1 where none does.
func (d *Document) nextBoldField(f *Field) int {
	for at := f.Value.Start; at < f.Value.End; {
		n := strings.Index(d.Source[at:f.Value.End], "**")
		if n < 0 {
			return -1
		}
		at += n
		if next, ok := d.fieldAt(text.Span{Start: at, End: f.Value.End}, false); ok && next.Form == FormBold && next.Key != "" {
			return at
		}
		at += len("**")
	}
	return -1
}

// fieldAt reads the field that opens line. A name the template does not know is
// a field where it is bold and followed by a colon, and, with plain, wherever a
// colon follows a name without blanks.
func (d *Document) fieldAt(line text.Span, plain bool) (*Field, bool) {
	l, ok := d.labelAt(line)
	if !ok || l.sep != ':' {
		return nil, false
	}
	name := l.name.Of(d.Source)
	f := &Field{Form: l.form, Name: l.name}
	if known := d.Template.FieldNamed(name); known != nil && d.Tree.Prose[l.name.Start] != ' ' {
		f.Key = known.Key
	} else if l.form != FormBold && !(plain && !strings.ContainsAny(name, " \t")) {
		return nil, false
	}
	f.Value = d.trimValue(text.Span{Start: l.rest, End: line.End})
	f.Text = d.plain(f.Value)
	f.Line = text.Span{Start: l.line.Start, End: max(f.Value.End, l.rest)}
	return f, true
}

// headFields are the fields that stand before any section of a file that is no
// achievement, or holds several.
func (d *Document) headFields() []*Field {
	return d.fieldsIn(func(yield func(*markdown.Block) bool) {
		headings := 0
		for _, b := range d.Tree.Blocks {
			if b.Kind == markdown.Heading {
				if headings++; headings > 1 || b.Level > 1 {
					return
				}
				continue
			}
			if !yield(b) {
				return
			}
		}
	})
}
