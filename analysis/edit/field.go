package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// InsertField adds the metadata field that key names, in the form and at the
// place of the entry's fields, in template order. A field that stands without a
// value gets it. value is written as it is; where it is "" the template's own
// is, with its tab stops. A field that has a value gives none.
func InsertField(doc *document.Document, e *document.Entry, key template.Key, value string) []text.Edit {
	tf := doc.Template.Field(key)
	if tf == nil {
		return nil
	}
	pattern := text.Literal(value)
	if value == "" {
		pattern = tf.Body
	}
	if f := e.Field(key); f != nil {
		return fillField(doc, f, pattern)
	}
	model, before := fieldModel(doc, e, key)
	switch {
	case model != nil:
		return []text.Edit{likeField(doc, tf, model, before, pattern)}
	case !doc.Multiple && !doc.Tree.FrontMatterBlock.Empty():
		at := lineEnd(doc, doc.Tree.FrontMatterBlock.Start)
		return []text.Edit{insertion(doc, at, "\n"+yamlField(tf, pattern))}
	}
	line := "**" + text.Literal(tf.Name) + ":** " + pattern
	if e.Heading == nil {
		at := slot{offset: lineStart(doc, e.Span.Start)}
		if doc.Source[at.offset:] != "" {
			at.trail = "\n\n"
		}
		return []text.Edit{insertion(doc, at.offset, line+at.trail)}
	}
	at := slotAfter(doc, e.Heading.Heading.Span.End, gap(doc))
	return []text.Edit{insertion(doc, at.offset, at.lead+line+at.trail)}
}

// fillField gives a field its value where it has none.
func fillField(doc *document.Document, f *document.Field, pattern string) []text.Edit {
	if f.Text != "" {
		return nil
	}
	at := f.Value.Start
	if at == f.Line.End || f.Value.Empty() {
		// Behind the colon, whatever blanks follow it.
		at = min(at, lineEnd(doc, f.Name.End))
	}
	if c := doc.Source[at-1]; c != ' ' && c != '\t' {
		pattern = " " + pattern
	}
	if f.Form == document.FormYAML {
		pattern = YAMLScalar(pattern)
	}
	return []text.Edit{insertion(doc, at, pattern)}
}

// fieldModel is the field next to which key belongs, and whether the new one
// comes before it. Fields that no template order places follow the known ones.
func fieldModel(doc *document.Document, e *document.Entry, key template.Key) (model *document.Field, before bool) {
	index := fieldIndex(doc.Template, key)
	best := -1
	for _, f := range e.Fields {
		if i := fieldIndex(doc.Template, f.Key); i >= 0 && i < index && i >= best {
			model, best = f, i
		}
	}
	if model != nil {
		return model, false
	}
	for _, f := range e.Fields {
		if f.Key != "" {
			return f, true
		}
	}
	return nil, false
}

func fieldIndex(t *template.Template, key template.Key) int {
	for i := range t.Fields {
		if t.Fields[i].Key == key {
			return i
		}
	}
	return -1
}

// likeField writes a field as the line of model is written, above or below it.
func likeField(doc *document.Document, tf *template.Field, model *document.Field, before bool, pattern string) text.Edit {
	start := lineStart(doc, model.Line.Start)
	end := lineEnd(doc, max(model.Line.End, model.Value.End))
	lead := doc.Text(text.Span{Start: start, End: model.Name.Start})
	if strings.Contains(lead, "**") && strings.Trim(lead, "*- \t+|>") != "" {
		lead = "**" // several fields share the line
	}
	nameEnd := lineEnd(doc, model.Name.End)
	mid := doc.Text(text.Span{Start: model.Name.End, End: max(model.Name.End, min(model.Value.Start, nameEnd))})
	if model.Value.Start > nameEnd || !strings.HasSuffix(mid, " ") && model.Form != document.FormRow {
		mid = strings.TrimRight(mid, " \t") + " "
	}
	tail := doc.Text(text.Span{Start: max(model.Value.End, model.Name.End), End: end})
	if i := strings.Index(tail, "<!--"); i >= 0 {
		tail = "" // a comment is the model's own
	}
	line := text.Literal(lead+tf.Name+mid) + pattern + text.Literal(tail)
	if model.Form == document.FormYAML {
		line = yamlField(tf, pattern)
		end = yamlEnd(doc, model)
	}
	t := tableAt(doc, model.Line.Start)
	if model.Form == document.FormRow && t != nil && model.Line.Start < t.Delimiter.Start {
		end, before = lineEnd(doc, t.Delimiter.End), false // above the header row no row can stand
	}
	if before {
		return insertion(doc, start, line+"\n")
	}
	return insertion(doc, end, "\n"+line)
}

// yamlField is a field's line in front matter.
func yamlField(tf *template.Field, pattern string) string {
	key := tf.FrontMatter
	if key == "" {
		key = strings.ReplaceAll(template.Normalize(tf.Name), " ", "-")
	}
	return key + ": " + YAMLScalar(pattern)
}

// YAMLScalar is a value, a pattern for text.NewEdit, as a YAML scalar: in double
// quotes where a plain one would be something else (YAML 1.2.2, sections 7.3.1
// and 7.3.3).
func YAMLScalar(pattern string) string {
	value := strings.TrimSpace(pattern)
	plain := text.NewEdit(text.Span{}, value).New
	if plain == "" || !strings.ContainsAny(plain[:1], "!&*-?|>@%`\"'#{}[],:=") &&
		!strings.Contains(plain, ": ") && !strings.Contains(plain, " #") && !strings.HasSuffix(plain, ":") {
		return pattern
	}
	lead := pattern[:len(pattern)-len(strings.TrimLeft(pattern, " "))]
	return lead + `"` + yamlEscaper.Replace(value) + `"`
}

// YAMLEscape is a value as it stands between quotes of a kind, ' or " (YAML 1.2.2,
// sections 7.3.1 and 7.3.2).
func YAMLEscape(value, quote string) string {
	if quote == "'" {
		return strings.ReplaceAll(value, "'", "''")
	}
	return doubleQuoted.Replace(value)
}

var doubleQuoted = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// yamlEscaper leaves the escape that a pattern has for a dollar sign.
var yamlEscaper = strings.NewReplacer(`\$`, `\$`, `\`, `\\`, `"`, `\"`)

// yamlEnd is the end of a front matter field's last line, a list's items
// included.
func yamlEnd(doc *document.Document, f *document.Field) int {
	end := max(f.Line.End, f.Value.End)
	for _, item := range f.Items {
		end = max(end, item.Span.End)
	}
	return lineEnd(doc, end)
}

// HasField reports whether an entry has a value for a field, be it from the
// file's name or, in a file of many entries, from the file's head.
func HasField(doc *document.Document, e *document.Entry, key template.Key) bool {
	f := e.Field(key)
	switch {
	case f != nil && f.Text != "":
		return true
	case key == template.ID:
		return doc.IDOf(e) != ""
	case f != nil || !doc.Multiple:
		return false
	}
	f = doc.Field(key)
	return f != nil && f.Text != ""
}
