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
	if colon(line.Of(d.Source)) < 0 {
		return nil
	}
	var fields []*Field
	for !line.Empty() {
		end := d.nextBoldField(line)
		f, ok := d.fieldAt(text.Span{Start: line.Start, End: end}, false)
		if !ok {
			return fields
		}
		fields = append(fields, f)
		if end < line.End {
			d.trimSeparators(f)
		}
		line.Start = end
	}
	return fields
}

// trimSeparators takes from f's value what parts it from the field after it.
func (d *Document) trimSeparators(f *Field) {
	s := f.Value.Of(d.Source)
	f.Value.End -= len(s) - len(strings.TrimRight(s, " \t|,;·•"))
	f.Value = d.trimValue(f.Value)
	f.Text = d.plain(f.Value)
	f.Line.End = max(f.Value.End, f.Name.End)
}

// nextBoldField is where a known field in bold starts on the line behind the
// one that opens it; the line's end where none does.
func (d *Document) nextBoldField(line text.Span) int {
	at := line.Start
	if l, ok := d.labelAt(line); ok {
		at = l.rest
	}
	for at < line.End {
		n := strings.Index(d.Source[at:line.End], "**")
		if n < 0 {
			break
		}
		at += n
		l, ok := d.labelAt(text.Span{Start: at, End: line.End})
		if ok && l.sep == ':' && l.form == FormBold && d.Template.FieldNamed(l.name.Of(d.Source)) != nil {
			return at
		}
		at += len("**")
	}
	return line.End
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
