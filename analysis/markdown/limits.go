package markdown

import "strings"

// What one line may hold before goldmark is shown less of it. Its time grows
// with the square of either; nobody writes such a line.
const (
	maxContainers = 64  // quotes and list items a line opens
	maxBrackets   = 256 // "[" or "<"
)

// limit hides, in the copy goldmark reads, what a single line has too much of.
func (b *builder) limit() {
	containers, brackets := 0, 0
	opening := true
	for i := 0; i < len(b.masked); i++ {
		c := b.masked[i]
		if c == '\n' {
			containers, brackets, opening = 0, 0, true
			continue
		}
		if opening {
			switch {
			case c == ' ' || c == '\t' || c >= '0' && c <= '9':
			case c == '>' || strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(b.masked) && (b.masked[i+1] == ' ' || b.masked[i+1] == '\t'):
				if containers++; containers > maxContainers {
					b.masked[i] = '_'
				}
			default:
				opening = false
			}
		}
		if c == '[' || c == '<' {
			if brackets++; brackets > maxBrackets {
				b.masked[i] = '_'
			}
		}
	}
}
