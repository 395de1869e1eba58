package completion

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// fieldsOf are the fields offered in a document, in their order: in an achievement
// the template's, but for those that stand elsewhere or in front matter alone.
func fieldsOf(doc *document.Document) []template.Key {
	switch doc.Kind {
	case document.Review:
		return []template.Key{template.PeriodField, template.Date}
	case document.Role:
		return []template.Key{template.RoleID}
	case document.Achievement:
		return doc.Template.Head()
	}
	return nil
}

var fieldLeft = pattern.New(`^([ \t]*(?:[-*+][ \t]+)?)(\*\*|__)?(\p{L}[\p{L} ]*)?$`)

// fields offers, at a line's start among the fields, those that are not there
// yet, written as the file writes its fields.
func fields(p *place, l *list) {
	if p.zone != inMeta || p.emptyFile() {
		return
	}
	if columns := p.header(); columns != nil {
		p.fieldRows(l, columns)
		return
	}
	m := fieldLeft.FindStringSubmatch(p.left())
	if m == nil || strings.Trim(p.right(), "*_: \t") != "" {
		return
	}
	lead, mark, typed := m[1], m[2], m[3]
	if mark == "" && p.boldFields() {
		mark = "**"
	}
	span := text.Span{Start: p.line.Start + len(lead), End: p.line.End}
	for _, key := range p.absentFields() {
		f := p.doc.Template.Field(key)
		if m[2] == "" && typed != "" && !hasPrefixFold(f.Name, typed) {
			continue // a word that opens a sentence
		}
		pattern := mark + f.Name + ":" + mark + " " + p.fieldBody(f)
		l.add(Candidate{
			Kind: Field, Label: f.Name, Detail: f.Hint, Filter: m[2] + f.Name,
			Edit: p.edit(slot{span: span}, pattern),
		})
	}
}

// fieldRows offers fields in the first column of the table of two that holds
// fields. On an empty line right below it comes a whole row, since whatever
// stands there continues the table.
func (p *place) fieldRows(l *list, columns []string) {
	inTable := slices.ContainsFunc(p.theFields(), func(f *document.Field) bool { return f.Form == document.FormRow })
	if !inTable || len(columns) != 2 {
		return
	}
	r := p.row()
	if r == nil && !p.blank() || r != nil && r.at != 0 {
		return
	}
	for _, key := range p.absentFields() {
		f := p.doc.Template.Field(key)
		c := Candidate{Kind: Field, Label: f.Name, Detail: f.Hint}
		switch {
		case r == nil:
			c.Edit = p.edit(slot{span: p.line}, "| "+f.Name+" | "+p.fieldBody(f)+" |")
		case len(r.cells) == 1: // nothing behind the name yet
			s := p.cell(r, 0)
			s.after = " | " + p.fieldBody(f) + " |"
			c.Edit = p.edit(s, f.Name)
		default:
			c.Edit = p.edit(p.cell(r, 0), f.Name)
		}
		l.add(c)
	}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// boldFields reports whether the file writes the names of its fields bold, which
// is the template's way.
func (p *place) boldFields() bool {
	for _, f := range p.theFields() {
		switch f.Form {
		case document.FormBold:
			return true
		case document.FormPlain, document.FormItem:
			return !p.doc.Tree.FrontMatterBlock.Empty()
		}
	}
	return true
}

func (p *place) theFields() []*document.Field {
	if p.entry != nil {
		return p.entry.Fields
	}
	return p.doc.Fields
}

// absentFields are the fields of the document's kind that no other line has.
func (p *place) absentFields() []template.Key {
	return slices.DeleteFunc(fieldsOf(p.doc), func(key template.Key) bool {
		if p.doc.Template.Field(key) == nil {
			return true
		}
		if key == template.TagsField && p.entry != nil && p.entry.Section(template.Tags) != nil {
			return true
		}
		for _, f := range p.theFields() {
			if f.Key == key && !p.line.Touches(f.Name.Start) {
				return true
			}
		}
		return false
	})
}

// fieldBody is what a new field's value starts as: what is certain, else a stop.
func (p *place) fieldBody(f *template.Field) string {
	switch f.Key {
	case template.ID:
		if id := p.doc.FileID(); id != "" && !p.doc.Multiple {
			return text.Literal(id)
		}
		return "${" + p.Workspace.NextID(p.doc.Path, p.Config.ID.Prefix, p.Config.ID.Digits) + "}"
	case template.Date:
		if !p.Today.IsZero() {
			return "${" + p.Today.String() + "}"
		}
	}
	return f.Body
}
