package markdown

import "strings"

// What may stand together before goldmark is shown less of it. Its time grows
// with the square of each; nobody writes such text.
const (
	maxContainers = 64   // quotes and list items a line opens, two columns of indentation counting as one
	maxBrackets   = 256  // "[" or "<" on a line
	maxDelimiters = 4096 // emphasis marks and backticks up to the next blank line or list item
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
