package quantity

import "unicode/utf8"

// sign reads one character that is neither letter nor digit, and arrows of
// several.
func (s *scanner) sign(r rune, size int, spaced bool) {
	t := token{start: s.at, end: s.at + size, kind: tokenSymbol, char: r, spaced: spaced}
	if n := len(s.tokens); n > 0 && !spaced && s.tokens[n-1].char == r && s.tokens[n-1].end == s.at {
		s.tokens[n-1].end += size // a run of one sign is one
		s.at += size
		return
	}
	if n := arrow(s.src[s.at:]); n > 0 {
		t.kind, t.end, t.char = tokenArrow, s.at+n, '→'
		s.at = t.end
		s.tokens = append(s.tokens, t)
		return
	}
	s.at = t.end
	switch r {
	case '.':
		if s.abbreviation(spaced) {
			return
		}
		t.kind = tokenStop
		if s.at < len(s.src) && !endsWord(s.src[s.at]) {
			t.kind = tokenSymbol
		}
	case '!', '?', ';', '|', '│', '。', '！', '？', '；', '•', '¡', '¿', '·', '・':
		t.kind = tokenStop
	case ',', '、', '，':
		t.kind = tokenComma
	case '(', '[', '（', '【', '「', '『':
		t.kind = tokenOpen
	case ')', ']', '）', '】', '」', '』':
		t.kind = tokenClose
	case '–', '—', '―':
		t.kind = tokenDash
	case ':', '：':
		t.kind = tokenColon
	case '％', '﹪':
		t.char = '%'
	case '−', '‐', '‑', '－', '﹣':
		t.char = '-'
	case '＋':
		t.char = '+'
	case '～', '〜', '≈', '∼', '≃', '≅':
		t.char = '~'
	case '／', '∕', '⁄':
		t.char = '/'
	case '＞':
		t.char = '>'
	case '＜':
		t.char = '<'
	case '￥':
		t.char = '¥'
	case '＄':
		t.char = '$'
	case '×', '✕', '✖':
		t.char = '×'
	}
	s.tokens = append(s.tokens, t)
}

// abbreviation reports whether the full stop just read belongs to the word
// before it: "vs.", "ca.", "Mio.".
func (s *scanner) abbreviation(spaced bool) bool {
	if spaced || len(s.tokens) == 0 {
		return false
	}
	last := &s.tokens[len(s.tokens)-1]
	return last.is(roleShort) && s.at < len(s.src)
}

func endsWord(c byte) bool { return c <= ' ' || c == ')' || c == '"' || c == '\'' || c >= 0x80 }

// arrow is the length of the arrow at the start of s: → -> --> => ⇒ ➜ ⟶ –>.
func arrow(s string) int {
	switch s[0] {
	case '-', '=':
		n := 1
		for n < 3 && n < len(s) && (s[n] == '-' || s[n] == '=') {
			n++
		}
		if n < len(s) && s[n] == '>' {
			return n + 1
		}
		return 0
	case 0xe2:
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case (r == '–' || r == '—') && len(s) > size && s[size] == '>':
			return size + 1
		case r >= '➔' && r <= '➾' && r != '➕' && r != '➖' && r != '➗', r == '→', r == '⇒', r == '⟶', r == '⟹', r == '↦', r == '⇨', r == '⭢', r == '⮕', r == '▶', r == '►':
			return size
		}
	case 0xf0:
		if r, size := utf8.DecodeRuneInString(s); r >= '🠀' && r <= '🢭' {
			return size
		}
	case 0xef:
		if r, size := utf8.DecodeRuneInString(s); r == '￫' {
			return size
		}
	}
	return 0
}

func isSpace(r rune) bool {
	return r == 0xa0 || r == 0x202f || r >= 0x2000 && r <= 0x200b || r == 0x3000 || r == 0xfeff
}

// isHan reports whether r is written without spaces between words.
func isHan(r rune) bool {
	return r >= 0x3040 && r <= 0x30ff && r != '・' || r >= 0x3400 && r <= 0x9fff || r == '々' || r == '〇' ||
		r >= 0xf900 && r <= 0xfaff || r >= 0xac00 && r <= 0xd7a3
}
