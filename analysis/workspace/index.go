package workspace

import (
	"cmp"
	"fmt"
	"iter"
	"path"
	"slices"
	"strconv"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
)

// index holds, for each kind of name, where and how often it is used.
type index struct {
	tags                                     []TagUse
	people                                   []PersonUse
	entries                                  []Place
	byID                                     map[string][]Place // upper case → places
	roles                                    []RoleFacts
	roleFields, categories, evidence, skills []Use
	tools                                    []Use
	reviews                                  []Review
}

// Place is an achievement in a file.
type Place struct {
	Path  string
	Entry *EntryFacts
}

// Use is a name with how often it is used and when last.
type Use struct {
	Name  string
	Count int
	Last  calendar.Date
}

// TagUse is a tag, without its #.
type TagUse struct {
	Use
	// Roles are the IDs of the roles in whose achievements it is used.
	Roles []string
	// Places are the achievements that bear it, the latest first.
	Places []Place
}

// PersonUse is a person.
type PersonUse struct {
	Use
	// Roles are the roles given for the person, the most frequent first.
	Roles []Use
	// Places are the achievements that name the person, the latest first.
	Places []Place
}

// Role is the role given most often; "" where none is.
func (p PersonUse) Role() string {
	if len(p.Roles) == 0 {
		return ""
	}
	return p.Roles[0].Name
}

// Review is a review file.
type Review struct {
	Path, Title string
}

// counter counts uses of names and keeps their first spelling's order.
type counter struct {
	uses  map[string]*Use
	order []string
}

func (c *counter) add(name string, date calendar.Date) {
	if name == "" {
		return
	}
	if c.uses == nil {
		c.uses = make(map[string]*Use)
	}
	u := c.uses[name]
	if u == nil {
		u = &Use{Name: name}
		c.uses[name] = u
		c.order = append(c.order, name)
	}
	u.Count++
	if date.After(u.Last) {
		u.Last = date
	}
}

// list gives the uses, the most frequent first, then the latest.
func (c *counter) list() []Use {
	out := make([]Use, 0, len(c.order))
	for _, name := range c.order {
		out = append(out, *c.uses[name])
	}
	slices.SortStableFunc(out, byUse)
	return out
}

func byUse(a, b Use) int {
	return cmp.Or(cmp.Compare(b.Count, a.Count), b.Last.Compare(a.Last), cmp.Compare(a.Name, b.Name))
}

func newIndex(files iter.Seq[*Facts]) *index {
	x := &index{byID: make(map[string][]Place)}
	var tags, people, roleFields, categories, evidence, skills, tools counter
	personRoles := map[string]*counter{}
	places := map[string][]Place{}   // tag → achievements
	together := map[string][]Place{} // person → achievements
	person := func(p PersonFacts, date calendar.Date) {
		people.add(p.Name, date)
		if personRoles[p.Name] == nil {
			personRoles[p.Name] = &counter{}
		}
		personRoles[p.Name].add(p.Role, date)
	}
	for f := range files {
		for i := range f.Entries {
			e := &f.Entries[i]
			place := Place{Path: f.Path, Entry: e}
			x.entries = append(x.entries, place)
			if e.ID != "" {
				key := strings.ToUpper(e.ID)
				x.byID[key] = append(x.byID[key], place)
			}
			for _, t := range e.Tags {
				tags.add(t, e.Date)
				places[t] = append(places[t], place)
			}
			for _, p := range e.People {
				person(p, e.Date)
				together[p.Name] = append(together[p.Name], place)
			}
			roleFields.add(e.Role, e.Date)
			categories.add(e.Category, e.Date)
			for _, k := range e.Evidence {
				evidence.add(k, e.Date)
			}
			for _, k := range e.Skills {
				skills.add(k, e.Date)
			}
			for _, k := range e.Tools {
				tools.add(k, e.Date)
			}
		}
		for _, p := range f.People {
			person(p, calendar.Date{})
		}
		for _, r := range f.Roles {
			x.addRole(r)
		}
		if id := Scope(f.Path); id != "" {
			x.addRole(RoleFacts{ID: id})
		}
		if f.Kind == document.Review {
			x.reviews = append(x.reviews, Review{Path: f.Path, Title: f.Heading})
		}
	}
	latestFirst := func(list []Place) []Place {
		slices.SortStableFunc(list, func(a, b Place) int { return b.Entry.Date.Compare(a.Entry.Date) })
		return list
	}
	for _, u := range tags.list() {
		t := TagUse{Use: u, Places: latestFirst(places[u.Name])}
		for _, p := range t.Places {
			if p.Entry.RoleID != "" && !slices.Contains(t.Roles, p.Entry.RoleID) {
				t.Roles = append(t.Roles, p.Entry.RoleID)
			}
		}
		x.tags = append(x.tags, t)
	}
	for _, u := range people.list() {
		x.people = append(x.people, PersonUse{Use: u, Roles: personRoles[u.Name].list(), Places: latestFirst(together[u.Name])})
	}
	x.roleFields, x.categories, x.evidence, x.skills, x.tools = roleFields.list(), categories.list(), evidence.list(), skills.list(), tools.list()
	slices.SortStableFunc(x.roles, func(a, b RoleFacts) int { return cmp.Compare(a.ID, b.ID) })
	return x
}

// addRole adds what a file says of a role to what others said.
func (x *index) addRole(r RoleFacts) {
	for i := range x.roles {
		if have := &x.roles[i]; strings.EqualFold(have.ID, r.ID) {
			have.Title = cmp.Or(have.Title, r.Title)
			have.Organisation = cmp.Or(have.Organisation, r.Organisation)
			have.Start = cmp.Or(have.Start, r.Start)
			have.End = cmp.Or(have.End, r.End)
			return
		}
	}
	x.roles = append(x.roles, r)
}

// Tags are the tags in use, the most frequent first.
func (s *Snapshot) Tags() []TagUse { return s.index().tags }

// People are the people named, the most frequent first.
func (s *Snapshot) People() []PersonUse { return s.index().people }

// Entries are all achievements, in the order of their paths.
func (s *Snapshot) Entries() []Place { return s.index().entries }

// Roles are the roles that role files, role folders and tables of roles define.
func (s *Snapshot) Roles() []RoleFacts { return s.index().roles }

// Role is the role with that ID; ok is false where none is defined.
func (s *Snapshot) Role(id string) (role RoleFacts, ok bool) {
	for _, r := range s.Roles() {
		if strings.EqualFold(r.ID, id) {
			return r, true
		}
	}
	return RoleFacts{}, false
}

// RoleFields are the values of Role fields, the most frequent first.
func (s *Snapshot) RoleFields() []Use { return s.index().roleFields }

// Categories are the values of Category fields, the most frequent first.
func (s *Snapshot) Categories() []Use { return s.index().categories }

// EvidenceKinds are the kinds of evidence given, the most frequent first.
func (s *Snapshot) EvidenceKinds() []Use { return s.index().evidence }

// Skills are the skills named, the most frequent first.
func (s *Snapshot) Skills() []Use { return s.index().skills }

// Tools are the tools named, the most frequent first.
func (s *Snapshot) Tools() []Use { return s.index().tools }

// Reviews are the review files, in the order of their paths.
func (s *Snapshot) Reviews() []Review { return s.index().reviews }

// ByID are the achievements that bear an ID, in any case; those of the scope
// that the file at from is in stand first.
func (s *Snapshot) ByID(id, from string) []Place {
	places := slices.Clone(s.index().byID[strings.ToUpper(id)])
	scope := Scope(from)
	slices.SortStableFunc(places, func(a, b Place) int {
		near := func(p Place) int {
			if Scope(p.Path) == scope {
				return 0
			}
			return 1
		}
		return near(a) - near(b)
	})
	return places
}

// NextID is the next free achievement ID in the scope that the file at from is
// in: one more than the highest number there, with at least that many digits.
func (s *Snapshot) NextID(from, prefix string, digits int) string {
	scope := Scope(from)
	highest := 0
	for _, p := range s.index().entries {
		if Scope(p.Path) != scope {
			continue
		}
		number, ok := strings.CutPrefix(strings.ToUpper(p.Entry.ID), strings.ToUpper(prefix))
		if n, err := strconv.Atoi(number); ok && err == nil && n > highest && n < 1e9 {
			highest = n
		}
	}
	return fmt.Sprintf("%s%0*d", prefix, digits, highest+1)
}

// Base is the name of a review's file.
func (r Review) Base() string { return path.Base(r.Path) }
