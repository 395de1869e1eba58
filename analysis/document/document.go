// Package document reads a markdown file as an achievement, a review, a role
// or nothing of the kind, and gives it as typed values with byte spans.
//
// The data's way: markdown.Parse gives blocks; kind.go says what the file is;
// section.go finds the headings the template knows; star.go the STAR parts in
// whatever form they are written; field.go the metadata; entry.go puts them
// together. Parse never fails: what cannot be understood is kept as blocks.
package document

import (
	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Kind is what a file is to the server.
type Kind uint8

// The kinds of document. A document of kind Other or Excluded gets no
// diagnostics, ever.
const (
	Other Kind = iota
	Achievement
	Review
	Role
	People
	Excluded
)

// Document is a parsed file. It is immutable and safe to share.
type Document struct {
	// Path is the file's path below its workspace folder, with slashes; for a
	// file outside any folder its base name; "" for text without a file.
	Path     string
	Source   string
	Lines    *text.Lines
	Tree     *markdown.Tree
	Template *template.Template
	Kind     Kind

	// Title is the level-1 heading; nil where the file has none.
	Title *Section
	// Sections are all headings of the file in order, each with its level and
	// what it was understood as.
	Sections []*Section
	// Fields are the fields of the whole file: front matter and what stands
	// before the first entry. In a file with one entry they are that entry's too.
	Fields []*Field
	// Entries are the achievements in the file, at least one for kind
	// Achievement, none for the others.
	Entries []*Entry
	// Multiple tells a file that holds many entries below headings of their own.
	Multiple bool
	// Draft tells a document that says "status: draft".
	Draft bool
	// Suppressions are the comments that switch rules off.
	Suppressions []Suppression

	settled *Kind          // what the configuration says it is; nil where it says nothing
	parsed  *markdown.Tree // Tree as CommonMark has it
}

// Section is a heading with what stands below it.
type Section struct {
	Key   template.Key // "" where the template does not know the name
	Class template.Class
	// Strong tells a heading that bears the template's own name or the
	// section's plain name, not merely an alias.
	Strong  bool
	Heading *markdown.Block
	// Name is the heading's text without markup and decoration around it.
	Name  string
	Level int
	// Span runs from the heading to the end of the last thing below it, Body
	// from the end of the heading's line to the same place. A known section
	// ends where the next known section of the entry starts, whatever its level.
	Span, Body text.Span
	Parent     *Section // the heading it stands below; nil at the top
	Children   []*Section
	// Blocks are the blocks below the heading and before the first child.
	Blocks []*markdown.Block

	matches []template.Match // what the heading was understood as; several for "Situation & Task"
}

// Entry is one achievement: a whole file, or a part of one.
type Entry struct {
	// Heading is what stands for the level-1 heading; nil where there is none.
	Heading *Section
	// Title is the achievement's title without "Achievement:"; TitleSpan its
	// place, empty where there is none. It may come from the front matter.
	Title     string
	TitleSpan text.Span
	Span      text.Span
	Fields    []*Field
	// Sections are the known sections (Class Section or Container) in order.
	Sections []*Section
	// Subsections are the known subsections in order.
	Subsections []*Section
	// Parts are the STAR parts in order, in whatever form.
	Parts     []*Part
	Framework template.Framework
	// Expected are the STAR parts the entry's form has.
	Expected []template.Key
	// Light tells the light form: no STAR heading, no Task. Nothing is
	// missing in it but Summary, Situation, Action and Result.
	Light bool
	// Tags in the Tags section, tags field or front matter, in order.
	Tags   []Tag
	People []Person
	// Reviews are what "Used in" names.
	Reviews []ReviewCitation
}

// Form says how a field or STAR part is written.
type Form uint8

// The forms of fields and STAR parts.
const (
	FormHeading Form = iota + 1 // ### Situation
	FormBold                    // **Situation:** text
	FormPlain                   // Situation: text
	FormItem                    // - **S** — text
	FormRow                     // | Situation | text |
	FormYAML                    // front matter
	FormHead                    // RFC 822 head
)

// Field is a metadata field.
type Field struct {
	Key  template.Key // "" where the template does not know the name
	Form Form
	// Name is the name alone, without markup and colon. Line runs from the
	// first byte of the field (a bullet not included) to the end of its value.
	Name, Line text.Span
	// Value is the value trimmed of blanks and markup around it, empty (at
	// the place where it would stand) where there is none.
	Value text.Span
	Text  string // Value's text, a YAML scalar decoded
	// Items are the elements of a YAML list value, decoded with their spans.
	Items []Item
}

// Item is a piece of text with its place.
type Item struct {
	Text string
	Span text.Span
}

// Part is a STAR part.
type Part struct {
	Keys []template.Key // more than one for "Situation & Task"
	Form Form
	// Label is what names it: the heading's text, or the label without
	// markup and colon.
	Label text.Span
	// Section is the heading, where the part has one.
	Section *Section
	// Body is the content without the label, up to the next part or section.
	Body text.Span
	// Block is what carries the label, where it is no heading: a paragraph, an
	// item, a row.
	Block *markdown.Block
}

// Statement is one claim of a part: a top-level list item with its children, a
// paragraph's sentence, or a table row.
type Statement struct {
	Span text.Span
	// Head is the statement without nested items; equal to Span where it has none.
	Head text.Span
	// Block is the list item, paragraph or row it is (part) of.
	Block *markdown.Block
}

// Tag is a tag as written.
type Tag struct {
	// Span covers the tag with its # and without quotes or commas.
	Span text.Span
	// Name is the tag without #.
	Name string
	Form Form // FormItem and FormBold in the file's body, FormYAML in front matter
	// Hash tells a tag written with #.
	Hash bool
}

// Person is a row or item of Collaboration.
type Person struct {
	Name, Role, Contribution Item
}

// ReviewCitation is a review named by "Used in".
type ReviewCitation struct {
	// Target is the review as named: a file name, a link's target or text.
	Target Item
	// Number is the "Achievement #n"; 0 where there is none.
	Number     int
	NumberSpan text.Span
}

// Suppression is a comment that switches rules off.
type Suppression struct {
	Comment text.Span
	// Verb is the directive: disable-next-line, disable-line, disable,
	// disable-file; any other word hides nothing.
	Verb Item
	// Rules are the names listed; none means all.
	Rules []Item
	// Covers is the range of bytes in which findings are hidden.
	Covers text.Span
}

// DateOf reads the entry's date; ok is false where it has none or the value is
// not a calendar date in ISO 8601.
func (e *Entry) DateOf() (date calendar.Date, ok bool) {
	f := e.Field(template.Date)
	if f == nil {
		return calendar.Date{}, false
	}
	return calendar.ParseDate(f.Text)
}
