package document

import (
	"path"
	"sort"
	"strconv"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// CitationForm says how an achievement is cited.
type CitationForm uint8

// The forms of a citation.
const (
	CitedByID     CitationForm = iota + 1 // ACH-001, [ACH-001 Title]
	CitedByLink                           // a link to its file, whose text bears no ID
	CitedByNumber                         // Achievement #1
	CitedByTitle                          // a row of the achievements table without ID and link
)

// Citation is a place in a review where an achievement is cited.
type Citation struct {
	Form CitationForm
	// Span is what names the achievement: the ID, the link, "Achievement #1", the
	// title's cell.
	Span text.Span
	// ID is the ID cited, in upper case; "" where none is written. Target is the
	// link beside it, or instead of it; nil where there is none.
	ID     string
	Target *Target
	// Title is the title in the achievements table, or the text of a link without
	// ID; "" elsewhere.
	Title string
	// Number is the achievement's number in the review, NumberSpan where it is
	// written; 0 and empty where it has none, Number alone where it is a place in
	// a list.
	Number     int
	NumberSpan text.Span
	// Claim is what is said of the achievement: the list item, table row,
	// paragraph or section that the citation stands in.
	Claim text.Span
	// Block is the item, row, paragraph or heading; Section the heading above.
	Block   *markdown.Block
	Section *Section
}

// Citations are the achievements that the document cites, in order. Any file
// may cite; a review's citations have numbers and claims.
func (d *Document) Citations() []Citation {
	c := citing{document: d, targets: d.Targets(), wiki: d.wikiTargets()}
	for _, b := range d.Tree.Blocks {
		if b.Kind == markdown.Heading {
			c.enter(b)
		}
		c.block(b, claim{span: b.Span, block: b})
	}
	return c.found
}

// citing collects the citations of a document.
type citing struct {
	document *Document
	targets  []Target
	wiki     []text.Span
	sections int      // how many sections have begun
	section  *Section // the last of them
	found    []Citation
}

// claim is the innermost block that holds a citation, with the number it gives.
type claim struct {
	span       text.Span
	block      *markdown.Block
	number     int
	numberSpan text.Span
	place      *int // how many items of the list cite
}

func (c *citing) enter(b *markdown.Block) {
	for c.sections < len(c.document.Sections) && c.document.Sections[c.sections].Heading.Span.Start <= b.Span.Start {
		c.section = c.document.Sections[c.sections]
		c.sections++
	}
}

func (c *citing) block(b *markdown.Block, at claim) {
	switch b.Kind {
	case markdown.Heading:
		if c.section != nil {
			at.span = text.Cover(c.section.Heading.Span, c.section.Span)
		}
		c.leaf(b.Text, at)
	case markdown.Paragraph:
		c.leaf(b.Text, at)
	case markdown.List:
		place := 0
		for _, item := range b.Children {
			own := claim{span: item.Span, block: item, place: &place}
			for _, child := range item.Children {
				c.block(child, own)
			}
		}
	case markdown.Table:
		c.table(b)
	}
}

// table reads the rows of a table. In one with a column of achievements a row
// without ID or link cites by its title or number.
func (c *citing) table(table *markdown.Block) {
	number, title := -1, -1
	for _, row := range table.Children {
		if row.Header {
			for i, cell := range row.Children {
				switch name := template.Normalize(c.document.plain(cell.Text)); {
				case strings.TrimSpace(c.document.Text(cell.Text)) == "#" || name == "no" || name == "nr" || name == "number":
					number = i
				case title < 0 && (name == "achievement" || name == "accomplishment"):
					title = i
				}
			}
			continue
		}
		at := claim{span: row.Span, block: row}
		if number >= 0 && number < len(row.Children) {
			span := c.document.trimValue(row.Children[number].Text)
			if n, err := strconv.Atoi(strings.TrimSpace(strings.Trim(c.document.Text(span), "#."))); err == nil && n > 0 {
				at.number, at.numberSpan = n, span
			}
		}
		before := len(c.found)
		for _, cell := range row.Children {
			c.leaf(cell.Text, at)
		}
		if len(c.found) == before && title >= 0 && title < len(row.Children) {
			c.byTitle(row.Children[title], at)
		}
	}
}

func (c *citing) byTitle(cell *markdown.Block, at claim) {
	name := c.document.plain(cell.Text)
	if name == "" {
		return
	}
	c.add(Citation{Form: CitedByTitle, Span: c.document.trimValue(cell.Text), Title: name}, at)
}

// leaf reads the citations of a text without blocks in it.
func (c *citing) leaf(span text.Span, at claim) {
	if span.Empty() {
		return
	}
	d := c.document
	before := len(c.found)
	number, numberSpan, whole := 0, text.Span{}, text.Span{}
	if m := d.Template.Number(d.Prose(span)); m != nil {
		number, _ = strconv.Atoi(d.Prose(span)[m[4]:m[5]])
		numberSpan = text.Span{Start: span.Start + m[4], End: span.Start + m[5]}
		whole = text.Span{Start: span.Start + m[0], End: span.Start + m[1]}
	}
	if at.number == 0 && at.block.Kind == markdown.Heading || at.number == 0 && number > 0 {
		at.number, at.numberSpan = number, numberSpan
	}
	targets := c.targetsIn(span)
	linked := make(map[text.Span]bool)
	unlinked := make(map[string]int) // ID → the first citation without a link
	for _, m := range d.mentionsIn(span, c.wiki) {
		if !canBeAchievement(m.ID) {
			continue
		}
		cited := Citation{Form: CitedByID, Span: m.Span, ID: m.ID, Target: over(targets, m)}
		if cited.Target != nil {
			linked[cited.Target.Link] = true
		} else if _, again := unlinked[m.ID]; !again {
			unlinked[m.ID] = len(c.found)
		}
		c.add(cited, at)
	}
	for i := range targets {
		t := &targets[i]
		if t.Image || t.Path == "" || linked[t.Link] {
			continue
		}
		id := FileID(t.Path)
		if i, ok := unlinked[id]; ok && id != "" { // the ID stands beside the link
			c.found[i].Target = t
			delete(unlinked, id)
			continue
		}
		cited := Citation{Form: CitedByLink, Span: t.Link, Target: t, Title: c.document.plain(t.Text)}
		if t.Wiki {
			cited.ID = id
		}
		c.add(cited, at)
	}
	if len(c.found) == before && number > 0 {
		c.add(Citation{Form: CitedByNumber, Span: whole}, at)
	}
}

// targetsIn are the links that stand within span.
func (c *citing) targetsIn(span text.Span) []Target {
	from := sort.Search(len(c.targets), func(i int) bool { return c.targets[i].Link.Start >= span.Start })
	to := sort.Search(len(c.targets), func(i int) bool { return c.targets[i].Link.Start >= span.End })
	return c.targets[from:max(from, to)]
}

// over is the link whose text a mention is in; nil where it is in none.
func over(targets []Target, m Mention) *Target {
	n := sort.Search(len(targets), func(i int) bool { return targets[i].Link.Start > m.Span.Start })
	if n > 0 && targets[n-1].Link.Covers(m.Span) {
		return &targets[n-1]
	}
	return nil
}

// add adds a citation with its claim, and with the number of its row or
// heading, else its place among those of the list.
func (c *citing) add(cited Citation, at claim) {
	cited.Claim, cited.Block, cited.Section = at.span, at.block, c.section
	cited.Number, cited.NumberSpan = at.number, at.numberSpan
	last := len(c.found) - 1
	if cited.Number == 0 {
		cited.Number, cited.NumberSpan = c.ofHeading()
	}
	if cited.Number == 0 && at.place != nil && (last < 0 || c.found[last].Block != at.block) {
		*at.place++
		cited.Number = *at.place
	}
	c.found = append(c.found, cited)
}

// ofHeading is the "Achievement #n" of the headings above.
func (c *citing) ofHeading() (int, text.Span) {
	for s := c.section; s != nil; s = s.Parent {
		span := s.Heading.Text
		if m := c.document.Template.Number(c.document.Prose(span)); m != nil {
			n, _ := strconv.Atoi(c.document.Prose(span)[m[4]:m[5]])
			return n, text.Span{Start: span.Start + m[4], End: span.Start + m[5]}
		}
	}
	return 0, text.Span{}
}

// canBeAchievement reports whether an ID looks like an achievement's under some
// prefix: three digits at least, no role's, and no quarter of a year.
func canBeAchievement(id string) bool {
	hyphen := strings.LastIndexByte(id, '-')
	return len(id)-hyphen > 3 && !IsRoleID(id) && !quarterPrefix.MatchString(id)
}

var quarterPrefix = pattern.New(`^(?:[QH]\d|FY)-`)

// IsRoleID reports whether an ID is a role's.
func IsRoleID(id string) bool { return strings.HasPrefix(strings.ToUpper(id), "ROLE-") }

// FileID is the ID with which a file's name begins, in upper case; "" where it
// begins with none.
func FileID(p string) string {
	ids := IdentifiersIn(path.Base(p))
	if len(ids) == 0 || ids[0].Span.Start > 0 {
		return ""
	}
	return ids[0].ID
}
