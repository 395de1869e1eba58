package hover

import (
	"fmt"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// field says what a metadata field is for, and where in the template it stands.
func field(in *Input) (Answer, bool) {
	fields := in.Document.Fields
	if e := in.entry(); e != nil {
		fields = append(slices.Clone(fields), e.Fields...)
	}
	for _, f := range fields {
		known := in.Document.Template.Field(f.Key)
		if known == nil || !f.Name.Touches(in.Offset) {
			continue
		}
		var b strings.Builder
		place := "field"
		if head := in.Document.Template.Head(); slices.Contains(head, f.Key) {
			place = fmt.Sprintf("field %d of %d", slices.Index(head, f.Key)+1, len(head))
		}
		fmt.Fprintf(&b, "**%s** — %s, %s\n\n%s", known.Name, place, required(known.Requirement), known.Hint)
		if known.FrontMatter != "" {
			fmt.Fprintf(&b, "\n\nIn front matter: `%s`", known.FrontMatter)
		}
		return Answer{Markdown: b.String(), Span: f.Name}, true
	}
	return Answer{}, false
}

// label says what belongs below a STAR label that is no heading.
func label(in *Input) (Answer, bool) {
	e := in.entry()
	if e == nil {
		return Answer{}, false
	}
	for _, p := range e.Parts {
		if p.Section == nil && len(p.Keys) > 0 && p.Label.Touches(in.Offset) {
			return in.parts(p.Keys, e, p.Label)
		}
	}
	return Answer{}, false
}

// heading says what belongs below a heading that the template knows, and where
// in the template it stands.
func heading(in *Input) (Answer, bool) {
	for _, s := range in.Document.Sections {
		if !s.Heading.Span.Touches(in.Offset) {
			continue
		}
		e := in.entry()
		if e != nil {
			for _, p := range e.Parts {
				if p.Section == s {
					return in.parts(p.Keys, e, s.Heading.Span)
				}
			}
		}
		if s.Key != "" {
			return in.parts([]template.Key{s.Key}, e, s.Heading.Span)
		}
	}
	return Answer{}, false
}

// parts describes what one heading or label stands for.
func (in *Input) parts(keys []template.Key, e *document.Entry, span text.Span) (Answer, bool) {
	var texts []string
	for _, key := range keys {
		if p := in.Document.Template.Part(key); p != nil {
			texts = append(texts, fmt.Sprintf("**%s** — %s\n\n%s", p.Name, in.place(p, e), p.Hint))
		}
	}
	return Answer{Markdown: strings.Join(texts, "\n\n---\n\n"), Span: span}, len(texts) > 0
}

// place says where in the template a part stands.
func (in *Input) place(p *template.Part, e *document.Entry) string {
	t := in.Document.Template
	switch p.Class {
	case template.Subsection:
		if parent := t.Part(p.Parent); parent != nil {
			return fmt.Sprintf("part of %s, %s", parent.Name, required(p.Requirement))
		}
	case template.Star:
		if e != nil {
			if i := slices.Index(e.Expected, p.Key); i >= 0 {
				return fmt.Sprintf("part %d of %d of %s, %s", i+1, len(e.Expected), framework(e), required(p.Requirement))
			}
		}
		return "STAR part, " + required(p.Requirement)
	}
	n, total := 0, 0
	for i := range t.Parts {
		if c := t.Parts[i].Class; c == template.Section || c == template.Container {
			total++
			if t.Parts[i].Key == p.Key {
				n = total
			}
		}
	}
	return fmt.Sprintf("section %d of %d, %s", n, total, required(p.Requirement))
}

func framework(e *document.Entry) string {
	if e.Framework.Name != "" {
		return e.Framework.Name
	}
	return "STAR"
}

func required(r template.Requirement) string {
	switch r {
	case template.Required:
		return "required"
	case template.Recommended:
		return "recommended"
	}
	return "optional"
}
