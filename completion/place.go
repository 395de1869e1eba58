package completion

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// zone is a part of a file in which different things can stand.
type zone uint8

const (
	inBody        zone = iota + 1 // below a heading, or where no heading is
	inMeta                        // where fields stand: before the first known section
	inFrontMatter                 // YAML at the top
	inComment                     // a comment that speaks to the server
	inGap                         // behind the rule that ends a section
	inLink                        // the destination of a link
)

// place is where the cursor stands.
type place struct {
	Input
	doc    *document.Document
	src    string
	offset int
	line   text.Span // the cursor's, without line ending
	zone   zone
	entry  *document.Entry // nil where the file has none
	// section is the nearest heading above the cursor's line that the template
	// knows; nil where there is none, and behind a rule.
	section *document.Section
	parts   []template.Key // the STAR parts the line belongs to
}

// newPlace looks around the cursor. It is nil where nothing can be offered: in
// code, quotes, HTML and addresses, and for an offset inside a character or line
// ending or outside the text.
func newPlace(in Input) *place {
	if in.Workspace == nil {
		in.Workspace = workspace.Empty()
	}
	if in.Config == nil {
		in.Config = config.Default()
	}
	if in.Document == nil || in.Offset < 0 || in.Offset > len(in.Document.Source) {
		return nil
	}
	p := &place{Input: in, doc: in.Document, src: in.Document.Source, offset: in.Offset}
	p.line = p.doc.Lines.LineAt(p.offset)
	if strings.HasPrefix(p.line.Of(p.src), "\ufeff") && p.line.Start == 0 {
		p.line.Start = len("\ufeff")
	}
	if p.offset < p.line.Start || p.offset > p.line.End || p.offset < len(p.src) && !utf8.RuneStart(p.src[p.offset]) {
		return nil
	}
	switch inside, yaml := p.frontMatter(); {
	case inside:
		if !yaml {
			return nil
		}
		p.zone = inFrontMatter
		p.entry = p.doc.EntryAt(p.offset)
	case p.comment() >= 0:
		p.zone = inComment
	case p.hidden():
		return nil
	case p.inDestination():
		p.locate()
		p.zone = inLink
	case p.masked():
		return nil
	default:
		p.locate()
	}
	return p
}

// left is the cursor's line up to the cursor, right the rest of it.
func (p *place) left() string  { return p.src[p.line.Start:p.offset] }
func (p *place) right() string { return p.src[p.offset:p.line.End] }

// frontMatter reports whether the cursor's line belongs to front matter, and
// whether YAML can stand on it. While no line closes it yet, the line below is
// the next key that is being typed.
func (p *place) frontMatter() (inside, yaml bool) {
	block, inner := p.doc.Tree.FrontMatterBlock, p.doc.Tree.FrontMatter
	n := p.doc.Lines.LineOf(p.line.Start)
	switch {
	case !block.Empty() && p.line.Start <= block.End:
		return true, p.line.Start >= inner.Start && p.line.Start <= inner.End && strings.TrimRight(p.line.Of(p.src), " \t") != "---"
	case !keyLine.MatchString(p.line.Of(p.src)):
		return false, false
	case block.Empty():
		first := strings.TrimPrefix(p.doc.Text(p.doc.Lines.Line(0)), "\ufeff")
		inside = n == 1 && strings.TrimRight(first, " \t") == "---"
	default:
		open := block.End == inner.End
		inside = open && n == p.doc.Lines.LineOf(block.End)+1
	}
	return inside, inside
}

// keyLine is a line on which a key of front matter is being typed.
var keyLine = pattern.New(`^[A-Za-z_-]*$`)

// comment is where the comment starts that is open at the cursor and began on
// its line, -1 where there is none.
func (p *place) comment() int {
	at := strings.LastIndex(p.left(), "<!--")
	if at < 0 || strings.Contains(p.left()[at:], "-->") {
		return -1
	}
	at += p.line.Start
	for _, c := range p.doc.Tree.Comments {
		if c.Start == at {
			return at
		}
	}
	return -1
}

// hidden reports whether the cursor stands in code, a quote, HTML or a comment.
func (p *place) hidden() bool {
	found := false
	p.doc.Walk(func(b *markdown.Block) bool {
		switch b.Kind {
		case markdown.Code, markdown.Quote, markdown.HTML:
			found = found || b.Span.Touches(p.offset)
		}
		return b.Span.Touches(p.offset)
	})
	for _, c := range p.doc.Tree.Comments {
		found = found || c.Start < p.offset && p.offset < c.End
	}
	return found || strings.Count(p.left(), "`")%2 == 1
}

func (p *place) inDestination() bool { _, _, ok := p.destination(); return ok }

// masked reports whether the cursor stands in an address, or otherwise in what is
// no prose.
func (p *place) masked() bool {
	left := p.left()
	if i := strings.LastIndex(left, "]("); i >= 0 && !strings.Contains(left[i:], ")") {
		return true
	}
	word := left[strings.LastIndexAny(left, " \t(<[|")+1:]
	if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
		return true
	}
	// Of a heading, an item or a row only the markers are no prose; of a word
	// that is none, the last letter tells.
	r, width := utf8.DecodeLastRuneInString(left)
	at := p.offset - width
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && at >= 0 && p.doc.Tree.Prose[at] == ' ' && !listNumber.MatchString(left) && p.wikiStart() < 0
}

var listNumber = pattern.New(`^[ \t]*\d+$`)

// locate finds the entry, section and STAR part of the cursor's line, and
// whether it stands among the fields.
func (p *place) locate() {
	p.zone = inBody
	p.entry = p.doc.EntryAt(p.offset)
	var above *document.Section
	if p.line.Start > 0 {
		above = p.doc.SectionAt(p.line.Start - 1)
	}
	from := 0
	if above != nil {
		from = above.Heading.Span.End
	}
	behindBreak := false
	for b := range p.doc.BlocksIn(text.Span{Start: from, End: p.line.Start}) {
		behindBreak = behindBreak || b.Kind == markdown.Break
	}
	if behindBreak {
		p.zone = inGap
		return
	}
	for s := above; s != nil && p.section == nil; s = s.Parent {
		if s.Key != "" {
			p.section = s
		}
	}
	if p.section == nil && p.beforeSections(above) && !p.otherThanFields(above) {
		p.zone = inMeta
	}
	p.findParts(above)
}

// beforeSections reports whether no section that the template knows stands
// before the line in its entry, or, in a file without entries, no heading but
// the title.
func (p *place) beforeSections(above *document.Section) bool {
	if p.entry == nil {
		return above == nil || above == p.doc.Title && above.Level == 1
	}
	for _, s := range p.doc.Sections {
		if s.Key != "" && s.Heading.Span.Start < p.line.Start && p.entry.Span.Contains(s.Heading.Span.Start) {
			return false
		}
	}
	return true
}

// otherThanFields reports whether a section has a name of the writer's own and
// holds no field, though the entry has some.
func (p *place) otherThanFields(s *document.Section) bool {
	if s == nil || p.entry == nil || s == p.entry.Heading || s == p.doc.Title || len(p.entry.Fields) == 0 {
		return false
	}
	return !slices.ContainsFunc(p.entry.Fields, func(f *document.Field) bool { return s.Span.Contains(f.Name.Start) })
}

// findParts sets the STAR parts the line belongs to, whether a heading or a
// label names them.
func (p *place) findParts(above *document.Section) {
	if p.entry == nil {
		return
	}
	var last *document.Part
	for _, part := range p.entry.Parts {
		if part.Label.End <= p.offset {
			last = part
		}
	}
	switch {
	case last == nil:
	case last.Section != nil:
		if last.Section == p.section {
			p.parts = last.Keys
		}
	case last.Form == document.FormItem || last.Form == document.FormRow:
		if last.Body.Touches(p.offset) || p.line.Touches(last.Label.Start) {
			p.parts = last.Keys
		}
	case above == nil || above.Heading.Span.Start < last.Label.Start:
		p.parts = last.Keys
	}
}

// within reports whether the line stands in a section or subsection with that key.
func (p *place) within(key template.Key) bool {
	for s := p.section; s != nil; s = s.Parent {
		if s.Key == key {
			return true
		}
	}
	return false
}

// isPart reports whether the line belongs to a STAR part.
func (p *place) isPart(key template.Key) bool { return slices.Contains(p.parts, key) }

// blank reports whether the cursor's line holds nothing.
func (p *place) blank() bool { return strings.TrimSpace(p.line.Of(p.src)) == "" }

// only reports whether a name that n uses speak for is known from nothing but the
// characters under the cursor: a half-typed name is no name yet.
func (p *place) only(name string, n int, slot slot) bool {
	return n <= 1 && strings.EqualFold(strings.TrimSpace(slot.span.Of(p.src)), name)
}
