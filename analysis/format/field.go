package format

import (
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// separator is what follows a field's name: emphasis that ends, a colon, blanks.
var separator = pattern.New(`^[ \t]*(?:(:)[ \t]*([*_]{1,3})|([*_]{1,3})[ \t]*:|:)[ \t]*`)

// fields puts one blank behind a field's colon, and the colon on that side of
// the name's emphasis on which most fields of the document have it.
func (f *formatter) fields() {
	var found []separated
	inside := 0
	for _, field := range f.allFields() {
		if s, ok := f.separated(field); ok {
			found = append(found, s)
			switch {
			case s.mark == "":
			case s.inside:
				inside++
			default:
				inside--
			}
		}
	}
	for _, s := range found {
		written := ":"
		switch {
		case s.mark != "" && inside >= 0:
			written = ":" + s.mark
		case s.mark != "":
			written = s.mark + ":"
		}
		if s.valued {
			written += " "
		}
		f.replace(s.span, written)
	}
}

// allFields are the document's fields and its entries'.
func (f *formatter) allFields() []*document.Field {
	seen := make(map[*document.Field]bool)
	var out []*document.Field
	add := func(fields []*document.Field) {
		for _, field := range fields {
			if !seen[field] {
				seen[field] = true
				out = append(out, field)
			}
		}
	}
	add(f.doc.Fields)
	for _, e := range f.doc.Entries {
		add(e.Fields)
	}
	return out
}

// separated is a field's separator.
type separated struct {
	span   text.Span // without blanks at the line's end
	mark   string    // the emphasis around the name
	inside bool      // the colon stands within it
	valued bool      // the value follows on the line
}

func (f *formatter) separated(field *document.Field) (s separated, ok bool) {
	switch field.Form {
	case document.FormBold, document.FormPlain, document.FormItem:
	default:
		return s, false
	}
	at := f.doc.Lines.LineOf(field.Name.End)
	if f.lines[at].owner < prose {
		return s, false
	}
	rest := f.doc.Text(text.Span{Start: field.Name.End, End: f.lineSpan(at).End})
	m := separator.FindStringSubmatchIndex(rest)
	if m == nil {
		return s, false
	}
	s.span = text.Span{Start: field.Name.End, End: field.Name.End + m[1]}
	switch {
	case m[4] >= 0:
		s.mark, s.inside = rest[m[4]:m[5]], true
	case m[6] >= 0:
		s.mark = rest[m[6]:m[7]]
	}
	if open := field.Name.Start - len(s.mark); open < 0 || f.doc.Text(text.Span{Start: open, End: field.Name.Start}) != s.mark {
		return s, false // the emphasis is the value's
	}
	next, _ := utf8.DecodeRuneInString(rest[m[1]:])
	s.valued = m[1] < len(rest)
	if !s.valued {
		for s.span.End > s.span.Start && (f.doc.Source[s.span.End-1] == ' ' || f.doc.Source[s.span.End-1] == '\t') {
			s.span.End--
		}
	}
	return s, !s.valued || next != ':' && !unicode.IsSpace(next)
}
