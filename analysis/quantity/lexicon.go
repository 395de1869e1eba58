package quantity

import (
	"strings"
	"sync"
)

// role is what a word can do around a figure. A word may have several, also
// from several languages.
type role uint64

const (
	roleNumber      role = 1 << iota // twelve: entry.value
	roleArticle                      // a, one: a number only before some words
	roleMagnitude                    // million, k, Mio, lakh: entry.value
	roleVague                        // hundreds, dozens: at least entry.value
	roleSome                         // several, a few: makes what follows vague
	roleFraction                     // half, third: entry.value
	roleFactor                       // doubled, halved, tenfold: entry.value
	roleTimes                        // times, fold, x: makes the number before a multiplier
	roleUnit                         // entry.unit
	rolePercent                      // percent
	rolePoint                        // pp, percentage points
	rolePer                          // per, a week, each
	roleEvery                        // annually, daily: per entry.unit
	roleAbout                        // about, roughly
	roleAtLeast                      // over, more than
	roleAtMost                       // up to, under
	roleMore                         // or more, plus, after the figure
	roleUp                           // increased, growth
	roleDown                         // reduced, fewer
	roleSpeed                        // faster, throughput: a rise may be a fall of time
	roleBetter                       // improved: no direction of the values
	roleFrom                         // from
	roleTo                           // to
	roleInto                         // into
	roleVersus                       // vs, against, compared to: the earlier value follows
	roleWas                          // was, previously
	roleThan                         // than
	roleFiller                       // just, only: means nothing between figures
	roleStop                         // a word that ends a noun phrase
	roleClause                       // a word that starts another claim: while, by, and
	roleTarget                       // target, goal, SLO
	roleLabel                        // step, level: the number after it is a name
	roleProduct                      // Python, Java: the number after it is a version
	roleVersioned                    // upgraded, migrated: a bare pair after it is of versions
	roleMonth                        // January
	roleNot                          // no, kein: zero before trouble
	roleTrouble                      // incidents, outages
	rolePeople                       // engineers, members: headcount
	roleMade                         // articles, talks: things made
	roleReach                        // users, customers, requests, systems: scale
	roleScore                        // NPS, rating
	roleMaker                        // wrote, published: what is counted next was made
	roleHead                         // mentored, managed: who is counted next is headcount
	roleSaved                        // saved, earlier, latency: a duration with it measures
	roleSalary                       // salary, raise
	roleWorked                       // worked, experience: the years with it are a career's
	roleShort                        // an abbreviation with a full stop
	roleOrdinal                      // nd, th: after a number
	roleSuffix                       // person, seat: counts after a hyphen: 30-person
	roleClock                        // am, pm, Uhr
	roleOften                        // weekly: a frequency in a word
	roleRank                         // top, ranked, place
	rolePlural                       // days, hours: a unit that may stand without a number
	roleLess                         // fewer, less: "3x fewer"
	roleOf                           // of, de
	roleYear                         // a word before a year: in, since, FY
	roleNegated                      // avoided, without: turns a direction round
	roleRate                         // rps: a unit that is a rate
	roleOpen                         // would, could: nothing has happened
	roleFreed                        // freed, released: people who can do something else
	roleUsed                         // used, adopted: what follows is reached, not made
	roleStreet                       // street, road: the number before it is a house's
	roleAge                          // age: the number after "of" is somebody's
	roleComparative                  // more, less, faster: no verb of the values
)

// language is a bit in entry.speaks.
type language uint8

const (
	english language = iota
	german
	french
	spanish
	portuguese
	languages = 5
)

// entry is what the lexicon knows of a word.
type entry struct {
	role    role
	value   float64
	unit    unitID
	speaks  uint8 // the languages whose everyday word it is
	only    uint8 // the languages in which it is a number, where it is something else in others; 0 for all
	labels  uint8 // the languages in which it labels a number
	topic   topic
	phrases bool // a longer entry begins with it
	amount  bool // a noun of change that may be measured itself: see amounts
}

// longestWord is the longest word or phrase in the lexicon, in bytes.
const longestWord = 40

// group of words that mean the same. In words a space separates, and "_" is the
// space within a phrase.
type meaning struct {
	role  role
	value float64
	unit  unitID
	words string
}

// words is the lexicon of all languages, in lower case. It is made when the
// first text is read.
var words = sync.OnceValue(func() *table {
	all := make(map[string]*entry, 4096)
	at := func(word string) *entry {
		e := all[word]
		if e == nil {
			e = &entry{}
			all[word] = e
		}
		return e
	}
	lists := [][]meaning{englishWords, germanWords, frenchWords, spanishWords, portugueseWords, sharedWords, germanNumbers(), russianWords}
	for l, list := range lists {
		for _, m := range list {
			for word := range strings.FieldsSeq(m.words) {
				word = strings.ReplaceAll(word, "_", " ")
				e := at(word)
				e.role |= m.role
				if m.role&roleLabel != 0 {
					e.labels |= 1 << l
				}
				if m.value != 0 || m.role == roleNumber {
					e.value = m.value
				}
				if m.unit != 0 {
					e.unit = m.unit
				}
				for i := range len(word) {
					if word[i] == ' ' {
						at(word[:i]).phrases = true
					}
				}
			}
		}
	}
	for l, list := range everyday {
		for word := range strings.FieldsSeq(list) {
			at(word).speaks |= 1 << l
		}
	}
	for _, t := range topics {
		for word := range strings.FieldsSeq(t.words) {
			word = strings.ReplaceAll(word, "_", " ")
			at(word).topic |= t.topic
			for i := range len(word) {
				if word[i] == ' ' {
					at(word[:i]).phrases = true
				}
			}
		}
	}
	for word := range strings.FieldsSeq(amounts) {
		at(word).amount = true
	}
	for word, languages := range foreign {
		if e := all[word]; e != nil {
			e.only = languages
		}
	}
	return newTable(all)
})

// amounts are nouns of change that may be what is measured, in all languages:
// savings rise, and growth slows.
const amounts = `savings saving growth reduction reductions expansion loss losses
	wachstum einsparung reduktion reduzierung steigerung zuwachs économie économies croissance réduction réductions gains gain
	ahorro ahorros crecimiento reducción`

// foreign are number words that mean something else in other languages.
var foreign = map[string]uint8{
	"media": 1 << spanish, "medio": 1 << spanish, "dos": 1 << spanish, "cuarto": 1 << spanish, "once": 0x80, "mi": 1 << portuguese, "bi": 1 << portuguese,
	"tiers": 1 << french, "cent": 1 << french, "cents": 1 << french, "quart": 1 << french, "doble": 1 << spanish, "double": 0x80, "sept": 1 << french, "triple": 1 << spanish,
	"dix": 1 << french, "six": 0, "mil": 1<<spanish | 1<<portuguese, "quarto": 1 << portuguese, "second": 0, "mal": 1 << german, "null": 1 << german,
}

// everyday are the words by which a language is known.
var everyday = [languages]string{
	english:    "the and of with for by in from to an across our using through on at into were are their we my who which since after before now than without",
	german:     "und der die das um von auf für mit über bei durch im zur zum eine einer den dem des pro wurde nach beim vom",
	french:     "et le la les des du une par pour avec dans sur aux au en plus ans d l un qu",
	spanish:    "y el los las del una con por para más en un se al la",
	portuguese: "e o os as da do das dos uma com por para mais em um ao na no às",
}
