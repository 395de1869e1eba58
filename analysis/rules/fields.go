package rules

import (
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// fieldOf is an entry's field with that key where it has a value, else, in a
// file of many entries, the file's; nil where neither has one.
func (p *Pass) fieldOf(e *document.Entry, key template.Key) *document.Field {
	if f := e.Field(key); f != nil && f.Text != "" {
		return f
	}
	if p.Document.Multiple {
		if f := p.Document.Field(key); f != nil && f.Text != "" {
			return f
		}
	}
	return nil
}

// fields are the fields with that key that have a value, one an entry, each once.
func (p *Pass) fields(key template.Key) []*document.Field {
	var out []*document.Field
	seen := make(map[*document.Field]bool)
	for _, e := range p.Document.Entries {
		if f := p.fieldOf(e, key); f != nil && !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
	}
	return out
}

// readDate reads a date in whatever form its meaning is certain: how it is written
// is invalid-date's matter alone.
func readDate(s string) (calendar.Date, bool) {
	if date, ok := calendar.ParseDate(s); ok {
		return date, true
	}
	return calendar.Understand(s)
}

// dateOf is an entry's date with its field; f is nil where it has none that can
// be read.
func (p *Pass) dateOf(e *document.Entry) (date calendar.Date, f *document.Field) {
	f = p.fieldOf(e, template.Date)
	if f == nil {
		return date, nil
	}
	date, ok := readDate(f.Text)
	if !ok {
		return date, nil
	}
	return date, f
}

// setField is the edit that gives a field another value, in front matter quoted
// as the old one is, or where a plain scalar would be something else.
func setField(doc *document.Document, f *document.Field, value string) []text.Edit {
	raw := doc.Text(f.Value)
	if f.Form == document.FormYAML {
		quote := ""
		if raw != "" && (raw[0] == '"' || raw[0] == '\'') {
			quote = raw[:1]
		} else if strings.Contains(value, ": ") || strings.Contains(value, " #") {
			quote = `"`
		}
		if quote != "" {
			value = quote + edit.YAMLEscape(value, quote) + quote
		}
	}
	return []text.Edit{text.Replace(f.Value, value)}
}
