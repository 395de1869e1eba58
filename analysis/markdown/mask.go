package markdown

import (
	"bytes"
	"strings"

	"achievement-ls/analysis/text"
)

const bom = "\ufeff"

// mask rewrites, in the copy goldmark reads, what CommonMark does not know: a
// byte order mark, a line that ends in a lone "\r", and front matter.
func (b *builder) mask() {
	src := b.tree.Source
	start := 0
	if strings.HasPrefix(src, bom) {
		start = len(bom)
		b.blank(0, start)
	}
	for i := start; ; i++ {
		n := strings.IndexByte(src[i:], '\r')
		if n < 0 {
			break
		}
		i += n
		if i+1 < len(src) && src[i+1] == '\n' {
			b.masked[i] = ' '
		} else {
			b.masked[i] = '\n'
		}
	}
	b.frontMatter(start)
	b.limit()
	b.limitTables()
}

// frontMatter finds YAML between two lines of "---" at the file's start, or,
// while the second is not typed yet, the lines of keys after the first.
func (b *builder) frontMatter(start int) {
	end := b.lineEnd(start)
	if string(bytes.TrimRight(b.masked[start:end], " \t\n")) != "---" {
		return
	}
	src := string(b.masked)
	keys := end // where the lines of keys end, should no closing line come
	counting, sawKey := true, false
	for at := end; at < len(src); {
		next := b.lineEnd(at)
		line := strings.TrimRight(src[at:next], " \t\n")
		if line == "---" || line == "..." {
			if !sawKey && strings.TrimSpace(src[end:at]) != "" {
				return // a thematic break, and another
			}
			b.setFrontMatter(start, end, at, at+len(line))
			return
		}
		if counting {
			switch {
			case yamlLine(line, sawKey):
				sawKey = sawKey || strings.Contains(line, ":")
				keys = at + len(line)
			default:
				counting = false
			}
		}
		if strings.HasPrefix(line, "# ") && !sawKey && counting {
			return
		}
		at = next
	}
	if sawKey {
		b.setFrontMatter(start, end, keys, keys)
	}
}

func (b *builder) setFrontMatter(start, inner, innerEnd, end int) {
	b.tree.FrontMatterBlock = text.Span{Start: start, End: end}
	b.tree.FrontMatter = text.Span{Start: inner, End: max(inner, innerEnd)}
	b.blank(start, end)
}

// yamlLine reports whether a line can stand in front matter: a key, an element
// or continuation below one, a comment.
func yamlLine(line string, sawKey bool) bool {
	switch {
	case line == "":
		return false
	case line[0] == ' ' || line[0] == '\t' || strings.HasPrefix(line, "- ") || line == "-":
		return sawKey
	case line[0] == '#':
		return sawKey && !strings.HasPrefix(line, "# ") && !strings.HasPrefix(line, "##")
	}
	colon := strings.IndexByte(line, ':')
	return colon > 0 && !strings.ContainsAny(line[:colon], "*[|") && (colon+1 == len(line) || line[colon+1] == ' ')
}
