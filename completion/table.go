package completion

import (
	"slices"
	"strings"
	"unicode/utf8"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// row is the table row in which the cursor stands.
type row struct {
	cells   []text.Span // between the bars, blanks included
	at      int         // the cell that holds the cursor
	columns []string    // as the header has them; nil where there is no header yet
}

// row reads the cursor's line as a row below a header. It is nil where the line
// is none.
func (p *place) row() *row {
	line := p.line.Of(p.src)
	if !strings.HasPrefix(strings.TrimLeft(line, " \t"), "|") {
		return nil
	}
	r := &row{at: -1, columns: p.header()}
	for _, c := range cells(p.src, p.line) {
		if c.Touches(p.offset) {
			r.at = len(r.cells)
		}
		r.cells = append(r.cells, c)
	}
	if r.at < 0 || r.columns != nil && r.at >= len(r.columns) {
		return nil
	}
	return r
}

// cells are the spans between the bars of a line, and behind the last bar.
func cells(src string, line text.Span) []text.Span {
	var out []text.Span
	start := line.Start + strings.IndexByte(line.Of(src), '|') + 1
	for i := start; i <= line.End; i++ {
		if i == line.End || src[i] == '|' && src[i-1] != '\\' {
			out = append(out, text.Span{Start: start, End: i})
			start = i + 1
		}
	}
	return out
}

// header gives the columns of the table that the cursor's line continues: the
// row above the delimiter row above it. It is nil where there is none.
func (p *place) header() []string {
	n := p.doc.Lines.LineOf(p.line.Start) - 1
	for ; n > 0; n-- {
		line := p.doc.Text(p.doc.Lines.Line(n))
		if !strings.Contains(line, "|") {
			return nil
		}
		if strings.Contains(line, "-") && strings.Trim(line, "|-: \t") == "" {
			return columnsOf(p.doc.Text(p.doc.Lines.Line(n - 1)))
		}
	}
	return nil
}

func columnsOf(header string) []string {
	header = strings.TrimSpace(header)
	if !strings.Contains(header, "|") {
		return nil
	}
	names := strings.Split(strings.Trim(header, "|"), "|")
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}

// column is the first column that the template knows as one that holds c; -1
// where none does.
func (p *place) column(columns []string, c template.Column) int {
	return slices.IndexFunc(columns, func(name string) bool { return p.doc.Template.Is(c, name) })
}

// column is the first column that bears one of the names, as Normalize gives
// them; -1 where none does.
func column(columns []string, names ...string) int {
	for i, c := range columns {
		for _, n := range names {
			if template.Normalize(c) == n {
				return i
			}
		}
	}
	return -1
}

// cell is the slot of a row's cell, up to its bars, which holds the cursor where
// that stands in it. A cell that no bar closes yet is closed.
func (p *place) cell(r *row, i int) slot {
	inner := r.cells[i]
	s := slot{span: inner}
	here := i == r.at
	switch {
	case inner.Start < inner.End && strings.IndexByte(" \t", p.src[inner.Start]) >= 0 && !(here && p.offset == inner.Start):
		s.span.Start++
	default:
		s.before = " "
	}
	if i == len(r.cells)-1 {
		s.span.End = s.span.Start + len(strings.TrimRight(s.span.Of(p.src), " \t"))
		if here {
			s.span.End = max(s.span.End, p.offset)
		}
		s.after = " |"
		return s
	}
	if s.span.End > s.span.Start && strings.IndexByte(" \t", p.src[s.span.End-1]) >= 0 && !(here && p.offset == s.span.End) {
		s.span.End--
	} else {
		s.after = " "
	}
	if s.before == "" && s.after == "" {
		s.width = utf8.RuneCountInString(s.span.Of(p.src))
	}
	return s
}

// cellText is what stands in a row's cell; "" where it has no such cell.
func (p *place) cellText(r *row, i int) string {
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	return strings.TrimSpace(r.cells[i].Of(p.src))
}

// inCell writes s so that no bar in it ends a cell.
func inCell(s string) string { return text.Literal(strings.ReplaceAll(s, "|", `\|`)) }

// newRow is the slot of a whole row on an empty line, with the columns it is to
// have: below another row, or in a section that is empty, where the template's
// header comes with it; there also behind a bar that was typed.
func (p *place) newRow() (s slot, columns []string, ok bool) {
	bar := strings.TrimSpace(p.line.Of(p.src)) == "|" && strings.TrimSpace(p.left()) == "|"
	if !p.blank() && !bar || p.section == nil {
		return slot{}, nil, false
	}
	s = slot{span: p.line}
	if columns = p.header(); columns != nil {
		return s, columns, true
	}
	for _, b := range p.section.Blocks {
		if !bar || !p.line.Covers(b.Span) {
			return slot{}, nil, false
		}
	}
	part := p.doc.Template.Part(p.section.Key)
	if part == nil || !strings.HasPrefix(part.Body, "|") {
		return slot{}, nil, false
	}
	lines := strings.SplitN(part.Body, "\n", 3)
	if len(lines) < 2 {
		return slot{}, nil, false
	}
	s.before = lines[0] + "\n" + lines[1] + "\n"
	if bar {
		s.span.Start += strings.IndexByte(p.left(), '|') + 1
		s.before = s.before[1:]
	}
	return s, columnsOf(lines[0]), true
}

// rowOf writes a row with the values given by column, as patterns; the other
// cells are stops that bear their column's name.
func rowOf(columns []string, values map[int]string) string {
	var b strings.Builder
	b.WriteString("|")
	for i, name := range columns {
		v, ok := values[i]
		if !ok {
			v = "${" + strings.NewReplacer("}", "", "$", "").Replace(name) + "}"
		}
		b.WriteString(" " + v + " |")
	}
	return b.String()
}
