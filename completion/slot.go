package completion

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// slot is where a value goes: what it replaces, and what has to stand around it.
type slot struct {
	span          text.Span
	before, after string // patterns
	width         int    // what the value is padded to, in characters, in a table
}

// edit puts a value, written as a pattern for text.NewEdit, into the slot.
func (p *place) edit(s slot, pattern string) text.Edit {
	e := text.NewEdit(s.span, strings.ReplaceAll(s.before+pattern+s.after, "\n", edit.EOL(p.doc)))
	if n := s.width - utf8.RuneCountInString(e.New); n > 0 {
		e.New += strings.Repeat(" ", n)
	}
	return e
}

// value is the slot from an offset on the cursor's line to the end of what is
// written there: before the marks that break a line, and before another field.
// ok is false where the cursor does not stand in it.
func (p *place) value(start int) (s slot, ok bool) {
	if p.offset < start {
		return slot{}, false
	}
	rest := p.src[start:p.line.End]
	if i := strings.Index(rest, "**"); i > 0 {
		rest = strings.TrimRight(rest[:i], " \t|·•,;")
	}
	rest = strings.TrimRight(rest, " \t")
	for _, mark := range []string{`\`, "<br>", "<br/>", "<br />"} {
		rest = strings.TrimRight(strings.TrimSuffix(rest, mark), " \t")
	}
	end := start + len(rest)
	for start < p.offset && strings.IndexByte(" \t", p.src[start]) >= 0 {
		start++
	}
	s.span = text.Span{Start: start, End: max(start, end, p.offset)}
	if start > 0 && strings.IndexByte(":*_", p.src[start-1]) >= 0 {
		s.before = " "
	}
	return s, true
}

var itemMarker = pattern.New(`^[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+(?:\[[ xX-]\][ \t]+)?`)

// item is the slot of a list item's content on the cursor's line, also right
// behind a dash that is to become a bullet.
func (p *place) item() (s slot, ok bool) {
	marker := itemMarker.FindString(p.line.Of(p.src))
	start := p.line.Start + len(marker)
	switch {
	case p.newBullet():
		return slot{span: text.Span{Start: p.offset, End: p.line.End}, before: " "}, true
	case marker == "" || p.offset < start:
		return slot{}, false
	}
	end := start + len(strings.TrimRight(p.src[start:p.line.End], " \t"))
	return slot{span: text.Span{Start: start, End: max(end, p.offset)}}, true
}

// newBullet reports whether the cursor stands right behind a dash that begins an
// item: below another, or as the first thing in its section. Behind a blank line
// it more likely begins the rule that ends the section.
func (p *place) newBullet() bool {
	if strings.TrimLeft(p.left(), " \t") != "-" || strings.TrimSpace(p.right()) != "" {
		return false
	}
	if n := p.doc.Lines.LineOf(p.line.Start) - 1; n >= 0 && itemMarker.MatchString(p.doc.Text(p.doc.Lines.Line(n))+" ") {
		return true
	}
	return p.section != nil && !slices.ContainsFunc(p.section.Blocks, func(b *markdown.Block) bool { return !p.line.Covers(b.Span) })
}

// newItem is the slot of an item's content, or, on an empty line, of an item with
// the marker of the one above it, else with the marker given.
func (p *place) newItem(marker string) (s slot, ok bool) {
	if !p.blank() {
		return p.item()
	}
	return slot{span: p.line, before: p.marker(marker)}, true
}

// marker is, as a pattern, what an item on the cursor's line begins with: the
// marker of the one above it, counted up, else the one given.
func (p *place) marker(marker string) string {
	for n := p.doc.Lines.LineOf(p.line.Start) - 1; n >= 0; n-- {
		line := p.doc.Text(p.doc.Lines.Line(n))
		if strings.HasPrefix(line, "#") {
			break
		}
		if m := itemMarker.FindStringSubmatch(line); m != nil {
			if strings.TrimLeft(m[0], " \t") == m[0] { // nested ones tell nothing
				marker = next(m)
				break
			}
		}
	}
	return text.Literal(marker)
}

// next is the marker after the one that m matched: unticked, and counted up.
func next(m []string) string {
	marker := strings.NewReplacer("[x]", "[ ]", "[X]", "[ ]", "[-]", "[ ]").Replace(m[0])
	if n, err := strconv.Atoi(m[1]); err == nil {
		marker = strings.Replace(marker, m[1], strconv.Itoa(n+1), 1)
	}
	return marker
}
