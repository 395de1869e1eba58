package quantity

import (
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/text"
)

// tokenKind sorts tokens by what the later stages ask of them.
type tokenKind uint8

const (
	tokenWord   tokenKind = iota + 1
	tokenNumber           // digits that read as one number
	tokenDigits           // digits that do not: dates, versions, addresses
	tokenHan              // one ideograph, kana or other letter of a script without spaces
	tokenArrow
	tokenStop // what ends a sentence, an item or a table cell
	tokenComma
	tokenOpen  // ( [
	tokenClose // ) ]
	tokenDash  // – —
	tokenColon
	tokenSymbol // any other character
)

// token is a word, a number or a sign. Marks that the markdown reader has set
// to NUL are no part of the text: a token may have some inside, and between two
// tokens they are nothing.
type token struct {
	start, end int
	word       *entry // what the lexicon knows of the word, or nil
	hash       hash   // of a word in lower case
	length     int32  // of a word in lower case, in bytes
	value      float64
	place      float64 // of a number: the value of its last significant place
	char       rune    // of a symbol, an ideograph
	kind       tokenKind
	spaced     bool // white space stands before it
	capital    bool // a word with an upper-case letter
	upper      bool // a word without lower-case letters
	masked     bool // an identifier, a date, a version: no figure
	either     bool // a number such as 1.234 whose point groups or divides
	decimals   uint8
}

func (t *token) is(r role) bool { return t.word != nil && t.word.role&r != 0 }

func (t *token) amount() bool { return t.word != nil && t.word.amount }

func (t *token) symbol(r rune) bool { return t.char == r && t.kind != tokenHan }

// scanner cuts a text into tokens.
type scanner struct {
	lexicon *table
	src     string
	at      int
	tokens  []token
	// commas and points tell that a number is divided by one for certain.
	commas, points bool
	// roles are those of all words, and experience tells the ideographs for it.
	roles      role
	topics     topic
	experience bool
	han        bool // some ideograph stands in the text
	// speaks counts the words known of each language.
	speaks [languages]int
}

func (s *scanner) scan() {
	s.lexicon = words()
	spaced, item := true, true
	for s.at < len(s.src) {
		c := s.src[s.at]
		switch {
		case c == 0:
			s.at++
			continue
		case c == ' ' || c == '\t':
			s.at++
			spaced = true
			continue
		case c == '\n' || c == '\r':
			s.at++
			spaced, item = true, true
			continue
		case c >= '0' && c <= '9':
			s.number(spaced)
		case isLetter[c]:
			s.word(spaced)
		case c == '.' && s.pointFirst(spaced):
			s.number(spaced)
		case c < utf8.RuneSelf:
			if item && s.listMarker() {
				item = false
				spaced = true
				continue
			}
			if c == '*' && !s.product() {
				s.at++
				continue
			}
			s.sign(rune(c), 1, spaced)
		default:
			r, size := utf8.DecodeRuneInString(s.src[s.at:])
			switch {
			case isSpace(r) || r == 0xfe0f || r == 0x200d:
				s.at += size
				spaced = true
				continue
			case r >= '０' && r <= '９':
				s.number(spaced)
			case isHan(r):
				s.tokens = append(s.tokens, token{start: s.at, end: s.at + size, kind: tokenHan, char: r, spaced: spaced})
				s.han = true
				s.experience = s.experience || r == '験' || r == '验' || r == '력' || r == '험'
				s.at += size
			case unicode.IsLetter(r):
				s.word(spaced)
			default:
				s.sign(r, size, spaced)
			}
		}
		spaced, item = false, false
	}
}

// pointFirst reports whether the point begins a number: .71.
func (s *scanner) pointFirst(spaced bool) bool {
	if s.at+1 >= len(s.src) || !isDigit(s.src[s.at+1]) {
		return false
	}
	last := len(s.tokens) - 1
	return spaced || last >= 0 && (s.tokens[last].kind == tokenOpen || s.tokens[last].kind == tokenArrow || hasRune("~<>=≈", s.tokens[last].char))
}

// listMarker reads "- ", "* ", "+ " at a line's start as a break between two
// items.
func (s *scanner) listMarker() bool {
	c := s.src[s.at]
	if (c != '-' && c != '*' && c != '+') || s.at+1 >= len(s.src) || s.src[s.at+1] != ' ' {
		return false
	}
	if len(s.tokens) > 0 {
		s.tokens = append(s.tokens, token{start: s.at, end: s.at + 1, kind: tokenStop, char: '\n', spaced: true})
	}
	s.at++
	return true
}

// product reports whether the asterisk stands between digits. Any other is
// emphasis, in a text that no markdown reader has seen.
func (s *scanner) product() bool {
	return s.at > 0 && s.at+1 < len(s.src) && isDigit(s.src[s.at-1]) && isDigit(s.src[s.at+1])
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// word reads a run of letters, with the NULs and marks inside it, and looks it
// up in lower case.
func (s *scanner) word(spaced bool) {
	t := token{start: s.at, kind: tokenWord, spaced: spaced, upper: true}
	var lower [longestWord]byte
	h, n, end := hash(0), 0, s.at
	for s.at < len(s.src) {
		c := s.src[s.at]
		if c == 0 {
			s.at++
			continue
		}
		if c < utf8.RuneSelf {
			if !isLetter[c] {
				break
			}
			if c >= 'a' {
				t.upper = false
			} else {
				t.capital = true
				c += 'a' - 'A'
			}
			if n < longestWord {
				lower[n] = c
				h = h.add(c)
			}
			n++
			s.at++
		} else {
			r, size := utf8.DecodeRuneInString(s.src[s.at:])
			if r == utf8.RuneError || isHan(r) || !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			switch r {
			case 'ä', 'ö', 'ü', 'ß':
				s.speaks[german]++
			case 'è', 'ê', 'à', 'œ', 'û':
				s.speaks[french]++
			case 'ñ':
				s.speaks[spanish]++
			case 'ã', 'õ':
				s.speaks[portuguese]++
			}
			if unicode.IsUpper(r) {
				t.capital = true
				r = unicode.ToLower(r)
			} else if unicode.IsLower(r) {
				t.upper = false
			}
			if width := utf8.RuneLen(r); n+width <= longestWord {
				utf8.EncodeRune(lower[n:n+width], r)
				for range width {
					h = h.add(lower[n])
					n++
				}
			} else {
				n = longestWord + 1
			}
			s.at += size
		}
		end = s.at
	}
	s.at, t.end = end, end
	if n <= longestWord {
		t.hash, t.length = h, int32(n)
		if found := s.lexicon.find(h); found != nil && found.word == string(lower[:n]) {
			t.word = found.entry
		}
	}
	if t.word != nil {
		s.roles |= t.word.role
		s.topics |= t.word.topic
		if t.word.speaks != 0 {
			for l := range s.speaks {
				s.speaks[l] += int(t.word.speaks >> l & 1)
			}
		}
	}
	s.tokens = append(s.tokens, t)
	s.phrase()
}

// isLetter tells ASCII letters.
var isLetter = func() (set [256]bool) {
	for c := 'a'; c <= 'z'; c++ {
		set[c], set[c-'a'+'A'] = true, true
	}
	return set
}()

func (t *token) span() text.Span { return text.Span{Start: t.start, End: t.end} }
