package rules

import (
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace"
)

// lookalikes are names of which others may be misspellings, in the order in which
// they were added. A slip of the pen leaves the first letter and all digits, and
// of the others most: so that in a file of fifty thousand names not each is
// compared with each.
type lookalikes struct {
	begins func(name string) rune
	groups map[rune]*lookalikeGroup
}

// lookalikeGroup are the names that begin with one letter. All but the names is
// made when first asked for.
type lookalikeGroup struct {
	names []string
	at    map[string]int        // their places
	sets  map[string][]lettered // by their digits
	slips map[uint64][]int      // where there are many, by withoutOne
}

// lettered is a name by its place in the group, with the letters it has.
type lettered struct {
	at  int
	set letterSet
}

// newLookalikes has no names yet. begins tells the letter with which a name does.
func newLookalikes(begins func(name string) rune) *lookalikes {
	return &lookalikes{begins, make(map[rune]*lookalikeGroup)}
}

func (l *lookalikes) add(name string) {
	if name == "" {
		return
	}
	first := l.begins(name)
	if l.groups[first] == nil {
		l.groups[first] = new(lookalikeGroup)
	}
	l.groups[first].names = append(l.groups[first].names, name)
}

// tagsInUse are the tags of which others may be misspellings: those used more than
// once, the most frequent first, then those that the configuration knows.
func tagsInUse(known *workspace.Snapshot, c *config.Config) *lookalikes {
	l := newLookalikes(leadingByte)
	for _, u := range known.Tags() {
		if u.Count > 1 {
			l.add(u.Name)
		}
	}
	for _, name := range c.Tags.Known {
		l.add(name)
	}
	return l
}

// leadingByte is where a tag begins: a slip of the pen seldom comes first.
func leadingByte(tag string) rune { return rune(tag[0]) }

// peopleInUse are the people of whom others may be misspellings: those named more
// than once, the most frequent first.
func peopleInUse(known *workspace.Snapshot) *lookalikes {
	l := newLookalikes(initial)
	for _, u := range known.People() {
		if u.Count > 1 {
			l.add(u.Name)
		}
	}
	return l
}

// peopleOf are the people whom the configuration names.
func peopleOf(c *config.Config) *lookalikes {
	l := newLookalikes(initial)
	for _, person := range c.People {
		l.add(person.Name)
	}
	return l
}

// initial is the letter with which a person's name begins, of either case.
func initial(name string) rune {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(name))
	return folded(first)
}

// few is how many names are looked at one by one sooner than slips are gathered.
const few = 256

// beside are the names that begin as name does, ready to be asked.
func (l *lookalikes) beside(name string) *lookalikeGroup {
	g := l.groups[l.begins(name)]
	if g == nil {
		return new(lookalikeGroup)
	}
	if g.at != nil {
		return g
	}
	g.at, g.sets = make(map[string]int), make(map[string][]lettered)
	for i, o := range g.names {
		if _, twice := g.at[o]; !twice {
			g.at[o] = i
		}
		d := digits(o)
		g.sets[d] = append(g.sets[d], lettered{i, lettersIn(o)})
	}
	if len(g.names) > few {
		g.slips = make(map[uint64][]int)
		for i, o := range g.names {
			for _, left := range withoutOne(o) {
				g.slips[left] = append(g.slips[left], i)
			}
		}
	}
	return g
}

// first is the first name of some; "" where none is there.
func (g *lookalikeGroup) first(some ...string) string {
	best := ""
	for _, name := range some {
		if at, ok := g.at[name]; ok && (best == "" || at < g.at[best]) {
			best = name
		}
	}
	return best
}

// oneSlip is the first name for which same is true, of those with a letter too
// many, missing or another, with two neighbours that changed places, or written
// with other capitals; "" where there is none.
func (g *lookalikeGroup) oneSlip(name string, same func(string) bool) string {
	if g.slips == nil {
		return g.twoSlips(name, same)
	}
	best := len(g.names)
	for _, left := range withoutOne(name) {
		for _, i := range g.slips[left] {
			if i < best && same(g.names[i]) {
				best = i
			}
		}
	}
	if best == len(g.names) {
		return ""
	}
	return g.names[best]
}

// twoSlips is the first name for which same is true, of those with two slips at
// most; "" where there is none.
func (g *lookalikeGroup) twoSlips(name string, same func(string) bool) string {
	const others = 4 // letters that one of the two has and the other lacks
	own := lettersIn(name)
	for _, o := range g.sets[digits(name)] {
		if bits.OnesCount64(uint64(o.set^own)) <= others && same(g.names[o.at]) {
			return g.names[o.at]
		}
	}
	return ""
}

// withoutOne are numbers for a name and for what is left of it without each of its
// letters: two names one slip apart have one in common, and others seldom have.
func withoutOne(name string) []uint64 {
	const base, inverse = 0x9e3779b97f4a7c15, 0xf1de83e19937733d // their product is 1
	letters := []rune(strings.Join(strings.Fields(name), " "))
	power, whole := uint64(1), uint64(0)
	for i, r := range letters {
		letters[i] = folded(r)
		whole += uint64(letters[i]) * power
		power *= base
	}
	out := []uint64{whole}
	before, behind := uint64(0), whole // the letters before the one left out, those from it on
	power = 1
	for _, r := range letters {
		own := uint64(r) * power
		behind -= own
		out = append(out, before+behind*inverse)
		before += own
		power *= base
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// letterSet says which letters a word has. Where two share a place it says of both
// what holds of either.
type letterSet uint64

func lettersIn(s string) letterSet {
	var set letterSet
	for _, r := range s {
		if !unicode.IsSpace(r) {
			set |= 1 << (folded(r) % 64)
		}
	}
	return set
}

// folded is the first of all letters that differ from r in case alone.
func folded(r rune) rune {
	least := r
	for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
		least = min(least, f)
	}
	return least
}
