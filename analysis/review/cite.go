// Package review writes what a self-review says of achievements: citations, put
// where the review has its others, and the draft of a whole review. Every word
// of it comes from the achievements' files.
package review

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Insert is the edits that cite achievements in a review: as rows of its
// achievements table, else as items of the list that cites others, else as a
// list below a heading of their own at the end.
func Insert(doc *document.Document, places []workspace.Place) []text.Edit {
	eol := edit.EOL(doc)
	if table := citingTable(doc); table != nil {
		return []text.Edit{appendRows(doc, table, places, eol)}
	}
	if l := citingList(doc); l != nil {
		return []text.Edit{appendItems(doc, l, places, eol)}
	}
	var items []string
	for i, p := range places {
		items = append(items, fmt.Sprintf("%d. %s", i+1, Citation(p, doc.Path)))
	}
	list := strings.Join(items, eol)
	if s := achievementsSection(doc); s != nil {
		at := s.Heading.Span.End
		if n := len(s.Blocks); n > 0 {
			at = s.Blocks[n-1].Span.End
		}
		return []text.Edit{text.Insert(at, eol+eol+list)}
	}
	end := len(strings.TrimRight(doc.Source, " \t\r\n"))
	return []text.Edit{text.Replace(text.Span{Start: end, End: len(doc.Source)}, eol+eol+"## Achievements"+eol+eol+list+eol)}
}

// Citation is an achievement as a review names it in a list: its ID or title as
// a link to its file, then its title.
func Citation(p workspace.Place, from string) string {
	title := p.Entry.Title
	if p.Entry.ID == "" {
		return fmt.Sprintf("[%s](%s)", cmp.Or(escape(title), path.Base(p.Path)), Link(p.Path, from))
	}
	s := link(p, from)
	if title != "" {
		s += ": " + title
	}
	return s
}

// link is the achievement's ID as a link to its file.
func link(p workspace.Place, from string) string {
	return fmt.Sprintf("[%s](%s)", cmp.Or(p.Entry.ID, escape(p.Entry.Title), path.Base(p.Path)), Link(p.Path, from))
}

var linkText = strings.NewReplacer("[", `\[`, "]", `\]`)

// escape is a title as a link's text.
func escape(title string) string { return linkText.Replace(title) }

// destination writes what would end a link's destination, or be read as part of
// it, in percent encoding.
var destination = strings.NewReplacer("%", "%25", " ", "%20", "(", "%28", ")", "%29", "#", "%23", "?", "%3F", "<", "%3C", ">", "%3E")

// Link is the relative destination that leads from one file to another, written
// so that it needs no angle brackets.
func Link(to, from string) string {
	dir := path.Dir(from)
	var up []string
	for dir != "." && dir != "/" && !strings.HasPrefix(to, dir+"/") {
		up = append(up, "..")
		dir = path.Dir(dir)
	}
	if dir != "." && dir != "/" {
		to = strings.TrimPrefix(to, dir+"/")
	}
	rel := strings.Join(append(up, to), "/")
	return destination.Replace(rel)
}

// citingTable is the first table with rows that cite; nil where there is none.
func citingTable(doc *document.Document) *markdown.Block {
	cited := doc.Citations()
	for _, b := range doc.Tree.Blocks {
		if b.Kind == markdown.Table && (columns(doc, b).title >= 0 || slices.ContainsFunc(cited, func(c document.Citation) bool { return c.Block.Kind == markdown.Row && b.Span.Covers(c.Span) })) {
			return b
		}
	}
	return nil
}

// citingList is the first list at the top level with items that cite; nil where
// there is none.
func citingList(doc *document.Document) *markdown.Block {
	cited := doc.Citations()
	for _, b := range doc.Tree.Blocks {
		if b.Kind == markdown.List && slices.ContainsFunc(cited, func(c document.Citation) bool {
			return slices.Contains(b.Children, c.Block)
		}) {
			return b
		}
	}
	return nil
}

// achievementsSection is the section for citations in a review that has none yet.
func achievementsSection(doc *document.Document) *document.Section {
	for _, s := range doc.Sections {
		if name := template.Normalize(s.Name); name == "achievements" || name == "accomplishments" {
			return s
		}
	}
	return nil
}

// table tells which column of an achievements table holds what; -1 for none.
type table struct{ number, title, category, impact, link, date, cells int }

func columns(doc *document.Document, b *markdown.Block) table {
	t := table{-1, -1, -1, -1, -1, -1, 0}
	if len(b.Children) == 0 || !b.Children[0].Header {
		return t
	}
	t.cells = len(b.Children[0].Children)
	for i, cell := range b.Children[0].Children {
		if strings.TrimSpace(doc.Text(cell.Text)) == "#" {
			t.number = i
			continue
		}
		switch template.Normalize(doc.Prose(cell.Text)) {
		case "no", "nr", "number":
			t.number = i
		case "achievement", "accomplishment", "title":
			t.title = i
		case "category":
			t.category = i
		case "impact", "result", "results":
			t.impact = i
		case "link", "id", "file":
			t.link = i
		case "date":
			t.date = i
		}
	}
	return t
}

// row is an achievement as a row of a table.
func (t table) row(p workspace.Place, n int, from string) string {
	cells := make([]string, t.cells)
	put := func(column int, s string) {
		if column >= 0 {
			cells[column] = Cell(s)
		}
	}
	put(t.number, strconv.Itoa(n))
	put(t.title, p.Entry.Title)
	put(t.category, p.Entry.Category)
	put(t.impact, Headline(p.Entry))
	put(t.date, p.Entry.Date.String())
	switch {
	case t.link >= 0:
		cells[t.link] = link(p, from)
	case t.title >= 0:
		cells[t.title] = Cell(Citation(p, from))
	case len(cells) > 0:
		cells[len(cells)-1] = link(p, from)
	}
	return "| " + strings.Join(cells, " | ") + " |"
}

// Cell is a text as a table's cell.
func Cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

// Headline is the first statement of the Result that holds a figure, else the
// first; "" where it has none.
func Headline(e *workspace.EntryFacts) string {
	first := ""
	for _, s := range e.Statements {
		if s.Part != template.Result {
			continue
		}
		if strings.ContainsAny(s.Text, "0123456789") {
			return s.Text
		}
		first = cmp.Or(first, s.Text)
	}
	return first
}

// highest is the highest number that the review gives an achievement.
func highest(doc *document.Document) int {
	n := 0
	for _, c := range doc.Citations() {
		n = max(n, c.Number)
	}
	return n
}

func appendRows(doc *document.Document, b *markdown.Block, places []workspace.Place, eol string) text.Edit {
	t := columns(doc, b)
	if t.cells == 0 {
		t.cells = len(b.Children[0].Children)
	}
	var out strings.Builder
	for i, p := range places {
		out.WriteString(eol + t.row(p, highest(doc)+1+i, doc.Path))
	}
	return text.Insert(b.Span.End, out.String())
}

func appendItems(doc *document.Document, list *markdown.Block, places []workspace.Place, eol string) text.Edit {
	last := list.Children[len(list.Children)-1]
	marker := doc.Text(last.Marker)
	number, _ := strconv.Atoi(strings.TrimRight(marker, ".)"))
	line := doc.Lines.LineAt(last.Marker.Start)
	indent := doc.Text(text.Span{Start: line.Start, End: last.Marker.Start})
	loose := eol
	if n := len(list.Children); n > 1 && strings.Contains(doc.Text(text.Span{Start: list.Children[n-2].Span.End, End: last.Span.Start}), eol+eol) {
		loose = eol + eol
	}
	var out strings.Builder
	for i, p := range places {
		m := marker
		if list.Ordered {
			m = strconv.Itoa(number+1+i) + marker[len(marker)-1:]
		}
		out.WriteString(loose + indent + m + " " + Citation(p, doc.Path))
	}
	return text.Insert(list.Span.End, out.String())
}
