package edit

import (
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// SetLevel gives a heading another level, 1 to 6. An underlined heading is
// written with #s, since underlines know two levels only.
func SetLevel(doc *document.Document, s *document.Section, level int) []text.Edit {
	if s.Level == level {
		return nil
	}
	h := s.Heading
	if h.Setext {
		edits := []text.Edit{text.Insert(h.Text.Start, hashes(level)+" ")}
		return append(edits, text.Delete(text.Span{Start: h.Text.End, End: lineEnd(doc, h.Underline.End)}))
	}
	end := h.Span.Start
	for end < h.Span.End && doc.Source[end] == '#' {
		end++
	}
	return []text.Edit{text.Replace(text.Span{Start: h.Span.Start, End: end}, hashes(level))}
}
