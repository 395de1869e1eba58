package completion

import (
	"slices"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var atxHeading = pattern.New(`^ {0,3}(?:##|#[ \t])`)

// tagSlot is where a tag is being typed; hash tells whether it is to have a #.
func (p *place) tagSlot() (s slot, hash, ok bool) {
	if p.zone == inFrontMatter {
		s, ok = p.yamlTag()
		return s, false, ok
	}
	if f, found := p.field(); found {
		if f.key != template.TagsField {
			return slot{}, false, false
		}
		s, ok = p.tagIn(f.slot.span)
		if f.slot.before != "" {
			s.before = f.slot.before
		}
		return s, true, ok
	}
	if p.section == nil || p.section.Key != template.Tags || atxHeading.MatchString(p.line.Of(p.src)) {
		return slot{}, false, false
	}
	if p.blank() {
		s, _ = p.newItem("- ")
		if p.tagsInLine() {
			s.before = ""
		}
		return s, true, true
	}
	content, before := p.line, ""
	item, isItem := p.item()
	switch {
	case isItem:
		content, before = item.span, item.before
	case itemMarker.MatchString(p.line.Of(p.src)):
		return slot{}, false, false
	}
	s, ok = p.tagIn(content)
	if !isItem && s.span.Start == p.line.Start && p.tagItems() {
		before = p.marker("- ") // a tag among items is to be one
	}
	s.before = before
	return s, true, ok
}

// tagItems reports whether the entry writes its tags as list items.
func (p *place) tagItems() bool {
	return slices.ContainsFunc(p.section.Blocks, func(b *markdown.Block) bool { return b.Kind == markdown.List })
}

// tagsInLine reports whether the entry writes its tags without list items.
func (p *place) tagsInLine() bool {
	for _, b := range p.section.Blocks {
		if len(b.Lines) > 0 {
			return strings.HasPrefix(b.Lines[0].Of(p.src), "#")
		}
	}
	return false
}

const tagEnd = " \t,，、;"

// tagIn is the tag at the cursor within a list of tags: what is typed between
// blanks and commas. What follows words that are no tags is prose.
func (p *place) tagIn(content text.Span) (s slot, ok bool) {
	if p.offset < content.Start {
		return slot{}, false
	}
	before := p.src[content.Start:p.offset]
	start := content.Start
	if i := strings.LastIndexAny(before, tagEnd); i >= 0 {
		_, width := utf8.DecodeRuneInString(before[i:])
		start += i + width
	}
	end := p.offset
	if i := strings.IndexAny(p.src[p.offset:max(content.End, p.offset)], tagEnd); i >= 0 {
		end += i
	} else {
		end = max(content.End, p.offset)
	}
	typed := p.src[start:p.offset]
	lead := strings.TrimSpace(p.src[content.Start:start])
	switch {
	case strings.HasPrefix(typed, "##"), strings.ContainsAny(typed, "()[]{}*_`:/\\\"") && !strings.HasPrefix(typed, "#"):
		return slot{}, false
	case lead == "", strings.HasPrefix(typed, "#"), strings.ContainsAny(lead[len(lead)-1:], ",;") || strings.HasSuffix(lead, "，") || strings.HasSuffix(lead, "、"):
	case strings.HasPrefix(lead[strings.LastIndexAny(lead, " \t")+1:], "#"): // another tag before
	default:
		return slot{}, false
	}
	return slot{span: text.Span{Start: start, End: end}}, true
}

var yamlItem = pattern.New(`^[ \t]*-[ \t]+["']?`)

// yamlTag is the tag at the cursor in front matter: an element of "[a, b]", of
// "a, b", or of a list below the key. It is written without #, which would begin
// a comment.
func (p *place) yamlTag() (s slot, ok bool) {
	if f, found := p.field(); found {
		if f.key != template.TagsField {
			return slot{}, false
		}
		span := f.slot.span
		if strings.HasPrefix(span.Of(p.src), "[") {
			if p.offset == span.Start {
				return slot{}, false
			}
			span.Start++
			if i := strings.IndexByte(p.src[p.offset:max(span.End, p.offset)], ']'); i >= 0 {
				span.End = p.offset + i
			}
			if strings.Contains(p.src[span.Start:p.offset], "]") {
				return slot{}, false
			}
		}
		s, ok = p.tagIn(span)
		if s.span.Start < p.offset && strings.IndexByte(`"'`, p.src[s.span.Start]) >= 0 {
			return slot{}, false
		}
		if f.slot.before != "" {
			s.before = f.slot.before
		}
		return s, ok
	}
	marker := yamlItem.FindString(p.left())
	if marker == "" {
		return slot{}, false
	}
	for n := p.doc.Lines.LineOf(p.line.Start) - 1; n >= 0; n-- {
		line := p.doc.Text(p.doc.Lines.Line(n))
		if m := yamlLabel.FindStringSubmatch(line); m != nil {
			f := p.doc.Template.Field(template.TagsField)
			if f == nil || !strings.EqualFold(m[1], f.FrontMatter) || strings.TrimSpace(line[len(m[0]):]) != "" {
				return slot{}, false
			}
			start := p.line.Start + len(marker)
			end := p.offset + len(idRight.FindString(p.right()))
			return slot{span: text.Span{Start: start, End: end}}, true
		}
		if !yamlItem.MatchString(line) {
			return slot{}, false
		}
	}
	return slot{}, false
}
