package document

import (
	"maps"
	"slices"
	"strings"

	"achievement-ls/analysis/text"
)

// directive opens every comment that speaks to the server.
const directive = "achievement-ls"

// readSuppressions reads the comments that switch rules off:
// "achievement-ls disable-next-line RULE…", "disable-line", "disable-file", and
// "disable RULE…" up to "enable".
func (d *Document) readSuppressions() {
	open := make(map[string][]int) // the disable comments not ended yet, by their first rule
	for _, comment := range d.Tree.Comments {
		inner := comment
		inner.Start += len("<!--")
		inner.End -= len("-->")
		if inner.End < inner.Start || !strings.HasSuffix(d.Text(comment), "-->") {
			continue
		}
		words := d.words(inner)
		if len(words) < 2 || strings.TrimSuffix(words[0].Text, ":") != directive {
			continue
		}
		s := Suppression{Comment: comment, Verb: words[1], Rules: words[2:]}
		line := d.Lines.LineOf(comment.Start)
		switch s.Verb.Text {
		case "disable-next-line":
			last := d.Lines.LineOf(comment.End)
			next := d.Lines.Line(last + 1)
			s.Covers = text.Span{Start: next.Start, End: next.End}
		case "disable-line":
			s.Covers = d.Lines.Line(line)
		case "disable-file":
			s.Covers = text.Span{Start: 0, End: len(d.Source)}
		case "disable":
			s.Covers = text.Span{Start: comment.End, End: len(d.Source)}
			open[s.firstRule()] = append(open[s.firstRule()], len(d.Suppressions))
		case "enable":
			var ended []string
			for _, r := range s.Rules {
				ended = append(ended, r.Text)
			}
			if len(s.Rules) == 0 {
				ended = slices.Collect(maps.Keys(open))
			}
			for _, rule := range ended {
				open[rule] = slices.DeleteFunc(open[rule], func(i int) bool {
					sup := &d.Suppressions[i]
					if !sameRules(sup.Rules, s.Rules) {
						return false
					}
					sup.Covers.End = comment.Start
					return true
				})
				if len(open[rule]) == 0 {
					delete(open, rule)
				}
			}
			continue
		}
		d.Suppressions = append(d.Suppressions, s)
	}
}

// sameRules reports whether an enable comment ends what disable began: it names
// the same rules, or none.
func sameRules(disabled, enabled []Item) bool {
	if len(enabled) == 0 {
		return true
	}
	for _, d := range disabled {
		if !listed(enabled, d.Text) {
			return false
		}
	}
	return len(disabled) > 0
}

func listed(rules []Item, name string) bool {
	return slices.ContainsFunc(rules, func(r Item) bool { return r.Text == name })
}

// firstRule is the first rule a comment names, "" where it means all.
func (s *Suppression) firstRule() string {
	if len(s.Rules) == 0 {
		return ""
	}
	return s.Rules[0].Text
}

// words are the words of span, parted by blanks and commas.
func (d *Document) words(span text.Span) []Item {
	var items []Item
	s := d.Text(span)
	start := -1
	for i := 0; i <= len(s); i++ {
		if i < len(s) && !strings.ContainsRune(" \t\r\n,", rune(s[i])) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			items = append(items, Item{Text: s[start:i], Span: text.Span{Start: span.Start + start, End: span.Start + i}})
			start = -1
		}
	}
	return items
}
