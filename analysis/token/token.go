// Package token says what the words of a document are: names of fields, IDs,
// labels of STAR parts, figures, tags, people, roles, dates. It is what an
// editor colours, and where the same name stands again.
package token

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Kind is what a token is.
type Kind uint8

// The kinds of token.
const (
	Field    Kind = iota + 1 // the name of a metadata field
	ID                       // of an achievement
	Label                    // the heading or label of a STAR part
	Quantity                 // a figure with its unit
	Tag
	Person
	Role // its ID
	Date // a day, YYYY-MM-DD
)

// Modifier says more of a token.
type Modifier uint8

// The modifiers.
const (
	Declaration Modifier = 1 << iota // the ID or role ID that is the document's own
	Before                           // the value that a change starts from
	After                            // the value that it leads to
	Computed                         // what the text says the change comes to
)

// Token is a word, or several, with what they are.
type Token struct {
	Kind     Kind
	Modifier Modifier
	Span     text.Span
	// Name is equal for all tokens of a kind that name the same; "" for those
	// that name nothing: fields, labels, figures.
	Name string
}

// Of are the tokens of a document, in order. They do not overlap. Prefix is
// what an achievement's ID begins with.
func Of(doc *document.Document, prefix string) []Token {
	c := collector{doc: doc}
	if prefix != "" {
		c.id = pattern.New(`(?i)` + regexp.QuoteMeta(prefix) + `\d+`)
	}
	c.fields(doc.Fields)
	for _, e := range doc.Entries {
		c.entry(e)
	}
	c.people(workspace.People(doc))
	if doc.Kind == document.Review {
		c.figures(text.Span{End: len(doc.Source)})
	}
	c.words()
	return c.settled()
}

type collector struct {
	doc   *document.Document
	id    *pattern.Pattern // an achievement's ID; nil where it can't be told
	found []Token
}

func (c *collector) add(kind Kind, m Modifier, span text.Span, name string) {
	if !span.Empty() {
		c.found = append(c.found, Token{kind, m, span, name})
	}
}

// fields finds names of fields, and in their values what the prose does not
// show: IDs and dates in front matter, and whose ID it is.
func (c *collector) fields(fields []*document.Field) {
	for _, f := range fields {
		c.add(Field, 0, f.Name, "")
		switch f.Key {
		case template.ID:
			c.ids(ID, Declaration, c.id, f.Value)
		case template.RoleID, template.Role:
			own := Modifier(0)
			if f.Key == template.RoleID {
				own = Declaration
			}
			c.ids(Role, own, roleID, f.Value)
		default:
			if _, ok := calendar.ParseDate(f.Text); ok && c.doc.Text(f.Value) == f.Text {
				c.add(Date, 0, f.Value, f.Text)
			}
		}
	}
}

// ids finds what matches in span, whether it is prose or not.
func (c *collector) ids(kind Kind, m Modifier, form *pattern.Pattern, span text.Span) {
	s := c.doc.Text(span)
	for _, at := range matches(form, s) {
		c.add(kind, m, at.Shift(span.Start), strings.ToUpper(at.Of(s)))
	}
}

func (c *collector) entry(e *document.Entry) {
	c.fields(e.Fields)
	for _, p := range e.Parts {
		c.add(Label, 0, p.Label, "")
		c.figures(p.Body)
	}
	for _, t := range e.Tags {
		c.add(Tag, 0, t.Span, strings.ToLower(t.Name))
	}
	c.people(e.People)
	if s := e.Section(template.Summary); s != nil {
		c.figures(s.Body)
	}
	if e.Heading != nil && e.Heading.Heading.Span.Covers(e.TitleSpan) {
		c.read(e.TitleSpan)
	}
}

func (c *collector) people(list []document.Person) {
	for _, p := range list {
		c.add(Person, 0, p.Name.Span, strings.ToLower(p.Name.Text))
	}
}

// figures reads the statements in span, a table's cell by cell.
func (c *collector) figures(span text.Span) {
	for _, s := range c.doc.Statements(span) {
		if s.Block.Kind == markdown.Row && s.Block.Span == s.Span {
			for _, cell := range s.Block.Children {
				c.read(cell.Text)
			}
			continue
		}
		c.read(s.Span)
	}
}

func (c *collector) read(span text.Span) {
	r := quantity.Read(c.doc.Prose(span))
	for _, change := range r.Changes {
		c.add(Quantity, Before, change.Before.Span.Shift(span.Start), "")
		c.add(Quantity, After, change.After.Span.Shift(span.Start), "")
		for _, s := range change.Stated {
			c.add(Quantity, Computed, s.Span.Shift(span.Start), "")
		}
	}
	for _, q := range r.Quantities {
		c.add(Quantity, 0, q.Span.Shift(span.Start), "")
	}
}

var (
	roleID = pattern.New(`\bROLE-\d+`)
	date   = pattern.New(`\d{4}-\d{2}-\d{2}`)
)

// words finds the IDs and dates that stand in the prose.
func (c *collector) words() {
	prose := c.doc.Tree.Prose
	for _, span := range matches(c.id, prose) {
		c.add(ID, 0, span, strings.ToUpper(span.Of(prose)))
	}
	for _, span := range matches(roleID, prose) {
		c.add(Role, 0, span, strings.ToUpper(span.Of(prose)))
	}
	for _, span := range matches(date, prose) {
		if _, ok := calendar.ParseDate(span.Of(prose)); ok {
			c.add(Date, 0, span, span.Of(prose))
		}
	}
}

// matches are the places where a pattern stands and is no part of a longer word.
func matches(form *pattern.Pattern, s string) []text.Span {
	if form == nil {
		return nil
	}
	var out []text.Span
	for _, m := range form.FindAllStringIndex(s, -1) {
		if span := (text.Span{Start: m[0], End: m[1]}); text.StandsAlone(s, span, "_-", "_-") {
			out = append(out, span)
		}
	}
	return out
}

// settled are the tokens found in order, of those that overlap the first, and of
// those that start together the longest, and of equals what was found first.
func (c *collector) settled() []Token {
	slices.SortStableFunc(c.found, func(a, b Token) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	out := c.found[:0]
	end := 0
	for _, t := range c.found {
		if t.Span.Start >= end {
			out = append(out, t)
			end = t.Span.End
		}
	}
	return out
}

// At is the token at an offset, or that ends there; ok is false where none does.
func At(tokens []Token, offset int) (t Token, ok bool) {
	for _, x := range tokens {
		if x.Span.Contains(offset) {
			return x, true
		}
		if x.Span.End == offset {
			t, ok = x, true
		}
	}
	return t, ok
}

// Same are the tokens that name what t names, t among them; none where t names
// nothing.
func Same(tokens []Token, t Token) []Token {
	var out []Token
	for _, x := range tokens {
		if t.Name != "" && x.Kind == t.Kind && x.Name == t.Name {
			out = append(out, x)
		}
	}
	return out
}
