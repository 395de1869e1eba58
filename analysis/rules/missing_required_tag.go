package rules

import (
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var missingRequiredTag = &Rule{
	Name:     "missing-required-tag",
	Group:    Tags,
	Severity: severity.Information,
	Absence:  true,
	Doc: Doc{
		Summary: "A tag that the configuration requires of every achievement is absent.",
		Why:     "A list by that tag leaves the achievement out.",
		Bad:     tagExample("#payroll"),
		Good:    tagExample("#payroll\n- #finance"),
		Config:  "tags:\n  required: [finance]\n",
		Options: "`tags.required` of the configuration lists the tags; an alias of `tags.aliases` counts as its tag.",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			for _, required := range p.Config.Tags.Required {
				if slices.ContainsFunc(e.Tags, func(t document.Tag) bool { return p.isTag(t.Name, required) }) {
					continue
				}
				p.Report(tagsPlace(p.Document, e), fmt.Sprintf("the tag %q, which the configuration requires, is missing; insert it", "#"+required)).
					Fix(fmt.Sprintf("Insert %q", "#"+required), true, func() []text.Edit { return insertTag(p.Document, e, required) })
			}
		}
	},
}

// isTag reports whether name is the tag wanted, or by the configuration an alias
// of it.
func (p *Pass) isTag(name, wanted string) bool {
	name = strings.ToLower(name)
	return name == strings.ToLower(wanted) || strings.EqualFold(p.Config.Tags.Aliases[name], wanted)
}

// tagsPlace is where a missing tag is reported: the name of the Tags section or
// field, else the entry's title.
func tagsPlace(doc *document.Document, e *document.Entry) text.Span {
	if s := e.Section(template.Tags); s != nil {
		return headingPlace(s)
	}
	if f := e.Field(template.TagsField); f != nil {
		return f.Name
	}
	return titlePlace(doc, e)
}

// insertTag adds a tag behind the entry's last one, in the way that is written;
// where it has none, in the Tags section, which is inserted where need be.
func insertTag(doc *document.Document, e *document.Entry, name string) []text.Edit {
	if n := len(e.Tags); n > 0 {
		return []text.Edit{afterTag(doc, e.Tags[n-1], name)}
	}
	var edits []text.Edit
	if s := e.Section(template.Tags); s != nil {
		edits = edit.FillSection(doc, s)
	} else {
		edits = edit.InsertSection(doc, e, template.Tags)
	}
	for i, ed := range edits {
		if len(ed.Stops) == 1 {
			stop := ed.Stops[0]
			edits[i] = text.Replace(ed.Span, ed.New[:stop.Start]+"#"+name+ed.New[stop.End:])
		}
	}
	return edits
}

// afterTag is the edit that adds a tag behind another, on a line of its own
// where the other has one.
func afterTag(doc *document.Document, last document.Tag, name string) text.Edit {
	tag := written(doc, last, name)
	line := doc.Lines.LineAt(last.Span.Start)
	before := doc.Text(text.Span{Start: line.Start, End: last.Span.Start})
	after := doc.Text(text.Span{Start: last.Span.End, End: line.End})
	at, quote := last.Span.End, ""
	if before != "" && after != "" && before[len(before)-1] == after[0] && strings.ContainsAny(after[:1], "\"'") {
		quote, at = after[:1], at+1
		before = before[:len(before)-1]
	}
	if bullet := strings.TrimSpace(before); bullet == "-" || bullet == "*" || bullet == "+" {
		return text.Insert(line.End, edit.EOL(doc)+before+quote+tag+quote)
	}
	separator := ", "
	commas := strings.ContainsAny(doc.Text(line), ",，、;")
	if !commas && (last.Hash || last.Form == document.FormYAML && !strings.Contains(before, "[")) {
		separator = " "
	}
	return text.Insert(at, separator+quote+tag+quote)
}
