package edit

import (
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// InsertTitle gives an entry a title to be written: behind "Achievement:" where
// its heading has nothing more, else in a heading at the file's top, below front
// matter.
func InsertTitle(doc *document.Document, e *document.Entry) []text.Edit {
	if e.Title != "" {
		return nil
	}
	if e.Heading == nil {
		heading := titleHeading(doc.Template, "${[Title]}")
		if fm := doc.Tree.FrontMatterBlock; !fm.Empty() {
			at := slotAfter(doc, fm.End, "\n\n")
			return []text.Edit{insertion(doc, at.offset, at.lead+heading+at.trail)}
		}
		trail := "\n"
		if !blankLine(doc, 0) {
			trail = "\n\n"
		}
		return []text.Edit{insertion(doc, lineStart(doc, 0), heading+trail)}
	}
	at := e.TitleSpan.End
	words := doc.Text(e.Heading.Heading.Text)
	pattern := "${[Title]}"
	if strings.TrimSpace(words) == "" {
		at = e.Heading.Heading.Text.Start
		pattern = strings.TrimPrefix(titleHeading(doc.Template, pattern), "# ")
	}
	if at > 0 && !strings.ContainsAny(doc.Source[at-1:at], " \t") {
		pattern = " " + pattern
	}
	return []text.Edit{insertion(doc, at, pattern)}
}

// titleHeading is the level-1 heading with a title, a pattern.
func titleHeading(t *template.Template, title string) string {
	return "# " + strings.TrimLeft(text.Literal(t.Heading())+" "+title, " ")
}
