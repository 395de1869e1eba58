package rules

import (
	"math/rand/v2"
	"slices"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// words are n names made of few letters, so that many are nearly others.
func words(r *rand.Rand, n int, letters string, most int) []string {
	choice := []rune(letters)
	var out []string
	for range n {
		name := make([]rune, 1+r.IntN(most))
		for i := range name {
			name[i] = choice[r.IntN(len(choice))]
		}
		out = append(out, string(name))
	}
	return out
}

// The tag or person found is the one that comparing a name with each other finds,
// whether there are few of them or many.
func TestLookalikes(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 10, 50, 500} {
		var tags, people []string
		for _, tag := range words(r, n, "abesy-ÿé1", 12) {
			tags = append(tags, tag, tag+"s", "b"+tag+"es", "b"+tag+"ies", "b"+tag+"y")
		}
		for _, name := range words(r, n, "abAßſÅk\u212a2", 6) {
			people = append(people, name, "Annb"+name+" "+name, "annb "+name+"nna", " "+name+"  bnna", name+"\tBnnb")
		}
		for _, names := range [][]string{tags, people} {
			r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		}
		inUse, named := newLookalikes(leadingByte), newLookalikes(initial)
		for i := range tags {
			inUse.add(tags[i])
			named.add(people[i])
		}
		p := &Pass{Input: Input{Document: document.Parse("", "", nil)}, shared: &shared{
			tags: func() *lookalikes { return inUse },
			said: make(map[*document.Entry]map[string]int),
		}}
		for i, tag := range tags {
			if got, want := p.similar(&document.Entry{}, document.Tag{Name: tag}), similarAmong(tags, tag); got != want {
				t.Fatalf("of %d tags %q is like %q, want %q", len(tags), tag, got, want)
			}
			name, want := people[i], ""
			if found := slices.IndexFunc(people, func(other string) bool { return misspelt(name, other) }); found >= 0 {
				want = people[found]
			}
			if got := named.beside(name).oneSlip(name, func(other string) bool { return misspelt(name, other) }); got != want {
				t.Fatalf("of %d people %q is like %q, want %q", len(people), name, got, want)
			}
		}
	}
}

// Of thousands of names that look alike few are compared with one.
func TestLookalikesComparedAreFew(t *testing.T) {
	l := newLookalikes(leadingByte)
	var names []string
	for i := range 20 * 20 * 20 {
		names = append(names, "automation-"+string([]byte{'a' + byte(i%20), 'a' + byte(i/20%20), 'a' + byte(i/400)}))
		l.add(names[i])
	}
	compared := 0
	for _, name := range names {
		l.beside(name).oneSlip(name, func(string) bool { compared++; return false })
	}
	if each := compared / len(names); each > 200 {
		t.Errorf("each of %d names is compared with %d", len(names), each)
	}
}

// similarAmong is the first of some tags that is another number of one, else the
// nearest.
func similarAmong(tags []string, tag string) string {
	best, limit := "", 3
	for _, c := range tags {
		switch {
		case c == tag || c[0] != tag[0] || digits(c) != digits(tag):
		case plural(c, tag) || plural(tag, c):
			return c
		default:
			if d := distance(tag, c); d <= near(tag, c) && d < limit {
				best, limit = c, d
			}
		}
	}
	return best
}

// A tag is beside another of a name where a look at each tag says so.
func TestTagsBeside(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		e := &document.Entry{}
		for i, name := range words(r, 8, "aA_", 3) {
			e.Tags = append(e.Tags, document.Tag{Name: name, Span: text.Span{Start: 10 * i, End: 10*i + 5}})
		}
		p := &Pass{Input: Input{Document: &document.Document{}}}
		for _, tag := range e.Tags {
			for _, name := range append(words(r, 8, "aA_", 3), toKebab(tag.Name)) {
				want := slices.ContainsFunc(e.Tags, func(o document.Tag) bool {
					return o.Span != tag.Span && (o.Name == name || o.Span.Start < tag.Span.Start && toKebab(o.Name) == name)
				})
				if got := p.borne(e).beside(tag, name); got != want && name != "" {
					t.Errorf("of %v another than %v is called %q: %t, want %t", e.Tags, tag, name, got, want)
				}
			}
		}
	}
}
