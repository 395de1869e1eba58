package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// opens are the bytes with which template text can begin.
var opens = func() (opens [256]bool) {
	for _, c := range []byte("{[xlABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		opens[c] = true
	}
	return opens
}()

// line scans the prose of one line, which stands at span in the source.
func (c *collector) line(span text.Span, prose string) {
	add := func(start, end int) {
		c.spans = append(c.spans, text.Span{Start: span.Start + start, End: span.Start + end})
	}
	closing := -1 // no search beyond it: a line may open many
	if strings.IndexByte(prose, '{') >= 0 {
		closing = strings.LastIndex(prose, "}}")
	}
	hyphen := strings.LastIndexByte(prose, '-')
	for i := 0; i < len(prose); i++ {
		if !opens[prose[i]] {
			continue
		}
		end := 0
		switch prose[i] {
		case '{':
			if i < closing && strings.HasPrefix(prose[i:], "{{") {
				if n := strings.Index(prose[i:], "}}"); n > 2 {
					end = i + n + len("}}")
				}
			}
		case '[':
			end = bracket(c.doc.Source[span.Start:span.End], prose, i, c.doc.Template.IsStop)
			if end > 0 && i > 0 && prose[i-1] == '#' {
				i--
			}
		case 'X', 'x', 'N':
			if canEndFigure(prose[i+1:]) && boundary(prose, i) {
				end = unknownFigure(prose, i)
			}
		case 'Y':
			if strings.HasPrefix(prose[i:], "YYYY") && boundary(prose, i) {
				end = match(datePattern, prose, i)
			}
		case 'D', 'M':
			if i+1 < len(prose) && prose[i+1] == prose[i] && boundary(prose, i) {
				end = match(reversedDate, prose, i)
			}
		case 'T':
			if boundary(prose, i) {
				end = unwritten(prose, i)
			}
		case 'L', 'l':
			if len(prose)-i >= len("lorem ipsum") && strings.EqualFold(prose[i:i+len("lorem ipsum")], "lorem ipsum") {
				end = i + len("lorem ipsum")
			}
		}
		if end == 0 && prose[i] >= 'A' && prose[i] <= 'Z' && i < hyphen && boundary(prose, i) {
			end = match(unknownID, prose, i)
		}
		if end > i {
			add(i-len(signBefore(prose[:i])), end)
			i = end - 1
		}
	}
}

var (
	datePattern  = pattern.New(`^YYYY(?:[-/.](?:MM|M|HX|QX|H[12#]|Q#))?(?:[-/.]DD?)?`)
	reversedDate = pattern.New(`^(?:DD[-/.]MM|MM[-/.]DD)[-/.]YY(?:YY)?`)
	unknownID    = pattern.New(`^[A-Z][A-Z0-9]+-(?:X{2,}|N{2,}|#{2,})`)
	figure       = pattern.New(`^(?:X{1,4}|x{2,4}|N)(?:[.,]X{1,3})?(?:\s?%|[kKMB]?\+?\b)`)
	unitAfter    = pattern.New(`^\+?[ \x{a0}](?:second|minute|hour|day|week|month|quarter|year|sprint|people|person|user|customer|client|engineer|developer|team|time|percent|point|hrs?\b|mins?\b|secs?\b|ms\b|incident|ticket|request|transaction|lines? of|million|thousand|dollar|euro)`)
	courseAfter  = pattern.New(`^\S{0,3}\s*(?:→|->|=>|to)\s*[$€£~]?[XY]{1,3}\b`)
)

func match(re *pattern.Pattern, s string, i int) int {
	if m := re.FindStringIndex(s[i:]); m != nil && boundaryEnd(s, i+m[1]) {
		return i + m[1]
	}
	return 0
}

// canEndFigure reports whether what follows an X can belong to an unknown figure or
// end it: no letter but its own and those of magnitudes, no digit.
func canEndFigure(rest string) bool {
	if rest == "" || strings.IndexByte("XxkKMB", rest[0]) >= 0 {
		return true
	}
	c := rest[0] | 0x20
	return (c < 'a' || c > 'z') && (rest[0] < '0' || rest[0] > '9')
}

// unknownFigure is the end of an X that stands for a figure: "XX%", "$X",
// "X weeks", "from X to Y", "#X"; 0 where it is a letter.
func unknownFigure(s string, i int) int {
	m := figure.FindStringIndex(s[i:])
	if m == nil {
		return 0
	}
	end := i + m[1]
	token := s[i:end]
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	upper := token[0] == 'X'
	switch {
	case strings.HasSuffix(token, "%"):
		return end
	case upper && strings.ContainsRune("$€£¥", before):
		return end
	case (upper || token[0] == 'N') && before == '#' && len(token) <= 3:
		return end
	case upper && strings.HasPrefix(s[end:], "x ") || upper && strings.HasPrefix(s[end:], "×"):
		return end + 1
	case upper && unitAfter.MatchString(s[end:]) && !strings.HasSuffix(s[:i], "Twitter/"):
		end += len(unitAfter.FindString(s[end:]))
		return end + len(s[end:]) - len(strings.TrimLeftFunc(s[end:], unicode.IsLetter))
	case upper && courseAfter.MatchString(s[end:]):
		return end + len(courseAfter.FindString(s[end:]))
	case len(token) >= 2 && upper && len(s) > end+1 && s[end] == ' ' && unicode.IsLower(rune(s[end+1])):
		return end
	}
	return 0
}

// signBefore is the currency sign or # with which s ends and an unknown figure is
// written; "" where it ends in none.
func signBefore(s string) string {
	r, width := utf8.DecodeLastRuneInString(s)
	if strings.ContainsRune("$€£¥#", r) {
		return s[len(s)-width:]
	}
	return ""
}

// unwritten is the end of a "TBD" or "TODO" that stands for text to come. A
// TODO within a sentence is a thing one can have many of.
func unwritten(s string, i int) int {
	if strings.HasPrefix(s[i:], "TBD") && boundaryEnd(s, i+3) {
		return i + 3
	}
	if !strings.HasPrefix(s[i:], "TODO") || !boundaryEnd(s, i+4) {
		return 0
	}
	before := strings.Trim(s[:i], " \t\x00")
	after := strings.TrimLeft(s[i+4:], " \t\x00")
	if after == "" || strings.IndexByte(":.,;)]!", after[0]) >= 0 || before == "" && !strings.ContainsAny(after[:1], "abcdefghijklmnopqrstuvwxyz") {
		return i + 4
	}
	return 0
}

// bracket is the end of a bracketed placeholder that opens at i; 0 where it is
// none. src and prose are the same line as written and as prose; isStop tells what
// the template itself puts between brackets.
func bracket(src, prose string, i int, isStop func(string) bool) int {
	const longest = 160 // bytes; what is longer is no instruction to a writer
	n := strings.IndexByte(prose[i:min(len(prose), i+longest+1)], ']')
	if n < 2 || strings.IndexByte(prose[i+1:i+n], '[') >= 0 || i > 0 && !boundary(prose, i) || i > 0 && strings.IndexByte(`\![]`, src[i-1]) >= 0 {
		return 0
	}
	end := i + n + 1
	if end < len(src) && (src[end] == '(' || src[end] == '[') || src[i+n] != ']' || src[i+n-1] == '\\' {
		return 0
	}
	inner := strings.TrimSpace(strings.ReplaceAll(prose[i+1:i+n], "\x00", ""))
	after := strings.TrimLeft(prose[end:], " \x00")
	before := strings.TrimRight(prose[:i], " \x00")
	whole := strings.Trim(before, "-*+#:•\"'“” \t\x00") == "" && strings.Trim(after, "#:.,;\"'“” \t\x00") == ""
	switch {
	case len(inner) == 1 && strings.Contains("XYNxyn", inner):
		last, _ := utf8.DecodeLastRuneInString(before)
		figured := strings.HasPrefix(after, "%") || strings.ContainsRune("$€£→>~#", last) || strings.HasPrefix(after, "→") || unitAfter.MatchString(prose[end:])
		if !figured {
			return 0
		}
	case isStop(prose[i:end]) && len(inner) > 1:
	case !isBracketed(inner, whole, startsLabel(before, after)):
		return 0
	}
	return end
}

// startsLabel reports whether a bracket opens a statement that goes on behind
// it, as "[Backend] Cut the start-up time" does.
func startsLabel(before, after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return before == "" && unicode.IsUpper(r)
}

var (
	idLike   = pattern.New(`^[A-Z][A-Z0-9]*-\d`)
	fileLike = pattern.New(`\.[a-zA-Z][a-zA-Z0-9]{1,4}$|^[a-z0-9_./-]+/[a-z0-9_./-]+$|://|@`)
)

// isBracketed reports whether the words in brackets are a placeholder's: known
// ones, an instruction, or several that begin with a capital. IDs, numbers,
// file names and single words that open a statement are not.
func isBracketed(inner string, whole, label bool) bool {
	first, _ := utf8.DecodeRuneInString(inner)
	if !unicode.IsLetter(first) || idLike.MatchString(inner) || fileLike.MatchString(inner) || strings.HasPrefix(inner, "^") {
		return false
	}
	lower := strings.ToLower(strings.TrimRight(inner, ".…?! "))
	if bracketWords[lower] {
		return true
	}
	for _, opening := range bracketOpenings {
		if strings.HasPrefix(lower, opening) {
			return true
		}
	}
	if strings.ContainsAny(inner, "0123456789") || !unicode.IsUpper(first) {
		return false
	}
	several := strings.ContainsAny(inner, " :…") || strings.Contains(inner, "...")
	shout := inner == strings.ToUpper(inner)
	return several && !label || whole && !shout
}

// tags finds "<value>" in a span of the source, which prose, taking it for
// HTML, leaves out.
func (c *collector) tags(span text.Span) {
	src := c.doc.Text(span)
	if strings.IndexByte(src, '<') < 0 {
		return
	}
	for i := 0; i < len(src); i++ {
		if src[i] == '`' {
			i = codeEnd(src, i) - 1
			continue
		}
		if src[i] != '<' || i > 0 && (isWord(src[:i]) || src[i-1] == '\\') {
			continue
		}
		if strings.HasPrefix(src[i:], "<!--") {
			n := strings.Index(src[i:], "-->")
			if n < 0 {
				return
			}
			i += n
			continue
		}
		m := angle.FindStringSubmatchIndex(src[i:])
		if m == nil {
			continue
		}
		name := src[i+m[2] : i+m[3]]
		if isAngled(name) {
			c.spans = append(c.spans, text.Span{Start: span.Start + i, End: span.Start + i + m[1]})
		}
		i += m[1] - 1
	}
}

var angle = pattern.New(`^<([A-Za-z][A-Za-z _-]{0,40})>`)

// isAngled reports whether the words in angle brackets are a placeholder's: no
// element of HTML, no key to press, no component's name.
func isAngled(name string) bool {
	lower := strings.ToLower(strings.TrimSpace(name))
	if element, attribute, _ := strings.Cut(lower, " "); htmlElements[element] && (attribute == "" || htmlAttributes[attribute]) || keyNames[lower] || strings.HasPrefix(lower, "c-") || strings.HasPrefix(lower, "ctrl") {
		return false
	}
	if bracketWords[lower] || strings.ContainsAny(lower, " _") {
		return true
	}
	return len(name) > 2 && (name == lower && !strings.Contains(name, "-") || name == strings.ToUpper(name))
}

// codeEnd is the end of the code span that opens at i, or of its backticks
// where it does not close on the line.
func codeEnd(s string, i int) int {
	n := i
	for n < len(s) && s[n] == '`' {
		n++
	}
	fence := s[i:n]
	for at := n; ; {
		k := strings.Index(s[at:], fence)
		if k < 0 {
			return n
		}
		at += k
		run := at
		for run < len(s) && s[run] == '`' {
			run++
		}
		if run-at == len(fence) {
			return run
		}
		at = run
	}
}

// boundary reports whether no word ends right before i.
func boundary(s string, i int) bool { return i == 0 || !isWord(s[:i]) && s[i-1] != '-' }

// boundaryEnd reports whether no word goes on at i.
func boundaryEnd(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i >= len(s) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_'
}

// isWord reports whether s ends in a letter, digit or underscore.
func isWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_')
}
