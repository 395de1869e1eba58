package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Whole is all of an achievement that is to be written in an empty file: its
// title, the required fields, each with what value gives for it, and every
// section. It is a pattern for text.NewEdit, as title and values are, its lines
// parted by "\n".
func Whole(doc *document.Document, e *document.Entry, title string, value func(*template.Field) string) string {
	t := doc.Template
	blocks := []string{titleHeading(t, title)}
	var lines []string
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Requirement == template.Required {
			lines = append(lines, "**"+text.Literal(f.Name)+":** "+value(f))
		}
	}
	if lines != nil {
		blocks = append(blocks, strings.Join(lines, "\n"))
	}
	for i := range t.Parts {
		part := &t.Parts[i]
		if part.Parent != "" {
			continue
		}
		if t.Breaks {
			blocks = append(blocks, "---")
		}
		blocks = append(blocks, hashes(part.Level)+" "+text.Literal(part.Name), Body(doc, e, part, part.Level))
	}
	return strings.Join(blocks, "\n\n") + "\n"
}
