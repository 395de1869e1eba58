package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// kebab reports whether a tag's name is lower-case letters of any script and
// digits, joined by single hyphens and slashes, and not digits alone.
func kebab(name string) bool {
	joined, other := true, false
	for _, r := range name {
		if r == '-' || r == '/' {
			if joined {
				return false
			}
			joined, other = true, true
			continue
		}
		joined = false
		switch {
		case unicode.IsDigit(r):
		case unicode.IsLetter(r) && unicode.ToLower(r) == r, unicode.IsMark(r):
			other = true
		default:
			return false
		}
	}
	return !joined && other
}

// toKebab is a tag's name in kebab-case; "" where that would change what it
// says ("c++").
func toKebab(name string) string {
	var b strings.Builder
	var last rune // the last rune of name that was written
	gap := false
	for _, r := range name {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			camel := unicode.IsUpper(r) && unicode.IsLower(last)
			if (gap || camel) && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		case r == '/':
			if b.Len() > 0 && last != '/' {
				b.WriteByte('/')
			}
			gap = false
		case strings.ContainsRune("-_ \t.:–—\u00a0", r):
			gap = last != '/'
			continue
		case strings.ContainsRune("'’\"!?()", r):
			continue
		default:
			return ""
		}
		last = r
	}
	if s := strings.TrimRight(b.String(), "/"); kebab(s) {
		return s
	}
	return ""
}

// written is how a tag of that name is written in the place of another.
func written(doc *document.Document, t document.Tag, name string) string {
	if t.Hash || !hashless(doc, t) {
		return "#" + name
	}
	return name
}

// fixTag offers to give a tag another name, or, where the entry has a tag of
// that name, or an earlier one that will have it once it is mended, to remove it.
func (p *Pass) fixTag(f *Finding, e *document.Entry, t document.Tag, name string, certain bool) {
	if p.borne(e).beside(t, name) {
		f.Fix(fmt.Sprintf("Remove %q, since %q is there", p.Document.Text(t.Span), "#"+name), certain, func() []text.Edit { return []text.Edit{removeTag(p.Document, t)} })
		return
	}
	tag := written(p.Document, t, name)
	f.Fix(fmt.Sprintf("Change to %q", tag), certain, func() []text.Edit { return []text.Edit{text.Replace(t.Span, tag)} })
}

// borne are the names that an entry's tags bear, with where they stand.
type borne struct {
	named  map[string][]text.Span // the first two of each name
	mended map[string]int         // where the first begins that will have the name once it is mended
}

// borne are the names of an entry's tags, gathered once a check.
func (p *Pass) borne(e *document.Entry) *borne {
	b := p.common().borne[e]
	if b == nil {
		b = &borne{named: make(map[string][]text.Span), mended: make(map[string]int)}
		for _, t := range e.Tags {
			if spans := b.named[t.Name]; len(spans) < 2 && !slices.Contains(spans, t.Span) {
				b.named[t.Name] = append(spans, t.Span)
			}
			name := toKebab(t.Name)
			if first, ok := b.mended[name]; !ok || t.Span.Start < first {
				b.mended[name] = t.Span.Start
			}
		}
		p.common().borne[e] = b
	}
	return b
}

// beside reports whether another tag than t bears the name, or an earlier one will.
func (b *borne) beside(t document.Tag, name string) bool {
	first, ok := b.mended[name]
	return ok && first < t.Span.Start || slices.ContainsFunc(b.named[name], func(s text.Span) bool { return s != t.Span })
}

// hashless reports whether a tag stands where the # may be left out: in front
// matter, in the Tags field, and in lists parted by commas.
func hashless(doc *document.Document, t document.Tag) bool {
	return t.Form == document.FormYAML || t.Form == document.FormBold || strings.ContainsAny(doc.Text(doc.Lines.LineAt(t.Span.Start)), ",，、;")
}

// removeTag is the edit that takes a tag out: with its line where it has one to
// itself, else with what parts it from its neighbour.
func removeTag(doc *document.Document, t document.Tag) text.Edit {
	const parts = " \t,，、;"
	line := doc.Lines.LineAt(t.Span.Start)
	before := doc.Text(text.Span{Start: line.Start, End: t.Span.Start})
	after := doc.Text(text.Span{Start: t.Span.End, End: line.End})
	if strings.Trim(before, "-*+ \t\"'`") == "" && strings.Trim(after, " \t\"'`\\") == "" {
		n := doc.Lines.LineOf(t.Span.Start)
		if n+1 < doc.Lines.Count() {
			return text.Delete(text.Span{Start: line.Start, End: doc.Lines.Line(n + 1).Start})
		}
		return text.Delete(text.Span{Start: doc.Lines.Line(n - 1).End, End: line.End})
	}
	if len(before) > 0 && len(after) > 0 && before[len(before)-1] == after[0] && strings.ContainsAny(after[:1], "\"'") {
		before, after = before[:len(before)-1], after[1:] // a quoted scalar
	}
	start, end := line.Start+len(before), line.End-len(after)
	if left := strings.TrimRight(before, parts); left != "" && left != before && !strings.HasSuffix(left, ":") && !strings.HasSuffix(left, "[") && strings.Trim(left, "-*+ \t") != "" {
		return text.Delete(text.Span{Start: line.Start + len(left), End: end})
	}
	return text.Delete(text.Span{Start: start, End: line.End - len(strings.TrimLeft(after, parts))})
}
