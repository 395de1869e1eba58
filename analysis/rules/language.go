package rules

import (
	"strings"
	"unicode"

	"achievement-ls/analysis/text"
)

// Words that one language uses in nearly every sentence and the others do not:
// "in", "die" and "a" are words of several, "com", "med" and "op" are part of English
// texts as well; such are left out.
var (
	englishWords = set("the, of, and, to, with, that, from, this, by, were, our, which, their, it, at, into, my, have, had, been, be, than, each, every, all, for, after, before, who, when, they, them, its, we, i")
	foreignWords = set(`der, und, das, den, dem, des, mit, für, von, zu, zum, zur, ein, eine, einen, einer, auf, wurde, wurden, ich, wir, nicht, ist, im, bei, aus, nach, über, auch,
		le, la, les, de, du, une, et, pour, avec, dans, sur, par, est, nous, je, aux, qui, ce, au, ont,
		el, los, las, del, una, y, para, con, por, en, que, se, lo, al, su,
		um, uma, da, das, em, não, ao, foi, pelo, pela,
		het, een, van, voor, ik, wij, niet, te, hebben, heeft, naar,
		il, di, che, della, nel, sono, gli,
		och, att, för, som, av, til, og, på, ikke,
		jest, nie, się, przez, oraz, dla, od, z`)
)

// english reports whether the prose of span is written in English, by the words
// that hold sentences together. Where too few stand in it to tell, the wider
// text decides, then the configuration's language; a text of no letters of the
// Latin script is not.
func (p *Pass) english(span, wider text.Span) bool {
	for _, s := range []text.Span{span, wider} {
		n := p.countWords(s)
		switch {
		case n.other:
			return false
		case n.english+n.foreign >= 3:
			return n.english > 2*n.foreign
		}
	}
	language := strings.ToLower(p.Config.Language)
	return language == "" || language == "en" || strings.HasPrefix(language, "en-")
}

// wordCount is how many telling words of either kind a text has; other tells a
// text most letters of which are of another script.
type wordCount struct {
	english, foreign int
	other            bool
}

// countWords counts the telling words of span, once a check however many
// statements ask for the text around them.
func (p *Pass) countWords(span text.Span) wordCount {
	counted := p.common().words
	n, ok := counted[span]
	if !ok {
		n = p.Memory.count(p.Document.Prose(span))
		counted[span] = n
	}
	return n
}

func countWords(prose string) (n wordCount) {
	latin, letters := 0, 0
	for _, r := range prose {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(prose), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if englishWords[word] {
			n.english++
		}
		if foreignWords[word] {
			n.foreign++
		}
	}
	n.other = latin*2 < letters
	return n
}
