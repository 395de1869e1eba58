package completion

import (
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// frontMatterKeys are the keys offered in a document: its fields, and those that
// stand in front matter alone.
func frontMatterKeys(doc *document.Document) []template.Key {
	switch keys := fieldsOf(doc); {
	case doc.Kind == document.People:
		return []template.Key{template.TypeField}
	case len(keys) > 0 && doc.Kind == document.Review:
		return append([]template.Key{template.TitleField}, append(keys, template.TypeField)...)
	case len(keys) > 0:
		return append([]template.Key{keys[0], template.TitleField}, append(keys[1:], template.TypeField)...)
	}
	return nil
}

// frontMatter offers the keys that are not there yet, and the values of those
// that have but a few.
func frontMatter(p *place, l *list) {
	if f, ok := p.field(); ok {
		for _, v := range frontMatterValues(f.key) {
			l.add(Candidate{Kind: Field, Label: v, Edit: p.valueEdit(f, v)})
		}
		return
	}
	if strings.Trim(p.left(), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_") != "" || strings.ContainsAny(p.right(), ":#") {
		return
	}
	for _, key := range frontMatterKeys(p.doc) {
		f := p.doc.Template.Field(key)
		if f == nil || f.FrontMatter == "" || p.hasKey(key) {
			continue
		}
		value := p.fieldBody(f)
		switch key {
		case template.TagsField:
			value = "[${tag}]"
		case template.Role, template.Category, template.TitleField:
			value = "${" + f.Name + "}" // brackets would begin a list
		case template.TypeField:
			value = map[document.Kind]string{document.Achievement: "achievement", document.Review: "review", document.Role: "role", document.People: "people"}[p.doc.Kind]
		}
		l.add(Candidate{
			Kind: Field, Label: f.FrontMatter, Detail: f.Hint,
			Edit: p.edit(slot{span: text.Span{Start: p.line.Start, End: p.line.End}}, f.FrontMatter+": "+value),
		})
	}
}

func frontMatterValues(key template.Key) []string {
	switch key {
	case template.TypeField:
		return []string{"achievement", "review", "role", "people"}
	case template.StatusField:
		return []string{"draft", "final"}
	}
	return nil
}

// hasKey reports whether a line of front matter other than the cursor's has the key.
func (p *place) hasKey(key template.Key) bool {
	return slices.ContainsFunc(p.doc.Fields, func(f *document.Field) bool {
		return f.Form == document.FormYAML && f.Key == key && !p.line.Touches(f.Name.Start)
	})
}
