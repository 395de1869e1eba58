package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readTags reads tags where tags are: the Tags section, the tags field and the
// front matter. Elsewhere "#platform" is a chat channel and "#1" a number.
func (d *Document) readTags(e *Entry) {
	if s := e.Section(template.Tags); s != nil {
		for _, b := range s.Blocks {
			switch b.Kind {
			case markdown.List:
				d.tagsInList(e, b)
			case markdown.Paragraph:
				for _, line := range b.Lines {
					d.tagsOnLine(e, line, FormPlain)
				}
			}
		}
	}
	for _, f := range e.Fields {
		switch {
		case f.Key != template.TagsField:
		case f.Form == FormYAML && len(f.Items) > 0:
			for _, item := range f.Items {
				d.addTag(e, unquote(d.Source, item.Span), FormYAML)
			}
		case f.Form == FormYAML:
			span := unquote(d.Source, f.Value)
			if strings.HasPrefix(d.Text(span), "[") { // a list half typed
				span.Start++
			}
			if strings.ContainsAny(d.Text(span), ",") {
				d.splitTags(e, span, ",", FormYAML)
			} else {
				d.splitTags(e, span, " \t", FormYAML)
			}
		default:
			d.tagsOnLine(e, f.Value, FormBold)
		}
	}
}

func (d *Document) tagsInList(e *Entry, list *markdown.Block) {
	for _, item := range list.Children {
		for _, c := range item.Children {
			switch c.Kind {
			case markdown.Paragraph:
				for _, line := range c.Lines {
					if d.tagsOnLine(e, line, FormItem) == 0 {
						d.addTag(e, d.trimValue(line), FormItem)
					}
				}
			case markdown.List:
				d.tagsInList(e, c)
			}
		}
	}
}

// tagsOnLine reads "#a #b", "a, b, c" or a single word, and gives how many tags
// it found: none in a line of prose.
func (d *Document) tagsOnLine(e *Entry, line text.Span, form Form) int {
	line = d.trimValue(line)
	s := d.Text(line)
	before := len(e.Tags)
	switch {
	case d.blank(line):
	case strings.ContainsAny(s, ",，、;"):
		d.splitTags(e, line, ",，、;", form)
	case strings.Contains(s, "#"):
		// "#a #b", "`#a` `#b`", and "#two words", where the words belong to the tag before
		starts := []int{}
		for i := range len(s) {
			if s[i] == '#' && (i == 0 || strings.IndexByte(" \t`*", s[i-1]) >= 0) {
				starts = append(starts, i)
			}
		}
		if len(starts) == 0 || starts[0] > 0 && s[0] != '`' {
			starts = append([]int{0}, starts...)
		}
		for i, start := range starts {
			end := len(s)
			if i+1 < len(starts) {
				end = starts[i+1]
			}
			d.addTag(e, text.Span{Start: line.Start + start, End: line.Start + end}, form)
		}
	case !strings.ContainsAny(s, " \t"):
		d.addTag(e, line, form)
	}
	return len(e.Tags) - before
}

func (d *Document) splitTags(e *Entry, span text.Span, separators string, form Form) {
	s := d.Text(span)
	start := 0
	for i, r := range s + separators[:1] {
		if i == len(s) || strings.ContainsRune(separators, r) {
			d.addTag(e, text.Span{Start: span.Start + start, End: span.Start + i}, form)
			start = min(i+utf8.RuneLen(r), len(s))
		}
	}
}

func (d *Document) addTag(e *Entry, span text.Span, form Form) {
	span = unquote(d.Source, d.trimValue(span))
	span.End = span.Start + len(strings.TrimRight(d.Text(span), " \t.;|·•`*"))
	s := d.Text(span)
	if s == "" {
		return
	}
	name, hash := strings.CutPrefix(s, "#")
	if name == "" || strings.IndexFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '[' || r == '{' }) < 0 {
		return // a tag half typed
	}
	e.Tags = append(e.Tags, Tag{Span: span, Name: name, Form: form, Hash: hash})
}

func unquote(src string, span text.Span) text.Span {
	s := span.Of(src)
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return text.Span{Start: span.Start + 1, End: span.End - 1}
	}
	return span
}
