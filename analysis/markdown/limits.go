package markdown

import (
	"bytes"
	"strings"
)

// What may stand together before goldmark is shown less of it. Its time grows
// with the square of each; nobody writes such text.
const (
	maxContainers = 64   // quotes and list items a line opens, two columns of indentation counting as one
	maxBrackets   = 256  // "[" or "<" on a line
	maxDelimiters = 4096 // emphasis marks and backticks up to the next blank line or list item
)

// How many cells the rows of a table may lack, since goldmark fills each row up:
// so many, and as many more for each byte of the table.
const (
	maxLacking     = 1000
	lackingPerByte = 2
)

// hidden stands for what goldmark shall not see: a letter, which delimits nothing.
const hidden = 'a'

// counted are the bytes that mean something to limit wherever they stand.
var counted = [256]bool{'\n': true, '[': true, '<': true, '*': true, '_': true, '~': true, '`': true}

// limit hides, in the copy goldmark reads, what a line or paragraph has too much of.
func (b *builder) limit() {
	containers, columns, brackets, delimiters := 0, 0, 0, 0
	opening := true
	for i := 0; i < len(b.masked); i++ {
		c := b.masked[i]
		if !opening && !counted[c] {
			continue
		}
		if c == '\n' {
			if opening { // a blank line
				delimiters = 0
			}
			containers, columns, brackets, opening = 0, 0, 0, true
			continue
		}
		if opening {
			switch {
			case c == ' ' || c == '\t':
				columns++
			case c >= '0' && c <= '9':
			case c == '>' || strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(b.masked) && (b.masked[i+1] == ' ' || b.masked[i+1] == '\t'):
				delimiters = 0
				if containers++; max(containers, columns/2) > maxContainers {
					b.masked[i] = hidden
				}
			default:
				opening = false
			}
		}
		switch c {
		case '[', '<':
			if brackets++; brackets > maxBrackets {
				b.masked[i] = hidden
			}
		case '*', '_', '~', '`':
			if delimiters++; delimiters > maxDelimiters {
				b.masked[i] = hidden
			}
		}
	}
}

// limitTables hides, in the copy goldmark reads, a table's rows from the one on
// with which they lack too many cells.
func (b *builder) limitTables() {
	columns, above, room := 0, 0, 0 // above: the cells of the line before, a list's marker counted as one
	for at := 0; at < len(b.masked); {
		end := b.lineEnd(at)
		line := bytes.TrimLeft(bytes.TrimRight(b.masked[at:end], " \t\n"), " \t>")
		cells := 1 + bytes.Count(bytes.Trim(line, "|"), []byte("|"))
		switch {
		case len(line) == 0 || startsHeading(line):
			columns = 0
		case columns == 0 && cells > 1 && (above == cells || above == cells+1) && isDelimiter(string(line)):
			columns, room = cells, maxLacking+2*lackingPerByte*len(line) // the header is as long, or longer
		case columns > 0 && room >= 0:
			room += lackingPerByte*len(line) - max(0, columns-cells)
		}
		if columns > 0 && room < 0 {
			b.blank(at, end)
		}
		above, at = cells, end
	}
}

func startsHeading(line []byte) bool {
	rest := bytes.TrimLeft(line, "#")
	n := len(line) - len(rest)
	return n >= 1 && n <= 6 && (len(rest) == 0 || rest[0] == ' ' || rest[0] == '\t')
}
