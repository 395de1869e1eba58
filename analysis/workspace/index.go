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
)

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
	// In is the file of the latest achievement that uses it, else the first file
	// that does; "" for a role among those given to a person.
	In string
}

// TagUse is a tag, without its #.
type TagUse struct {
	Use
	// Roles are the IDs of the roles in whose achievements it is used.
	Roles []string
	// Quarters are those in which it is used, in order, each 4 times the year and
	// its number. See UsedIn.
	Quarters []int
}

// UsedIn reports whether an achievement of the date's quarter bears the tag.
func (t TagUse) UsedIn(date calendar.Date) bool {
	_, used := slices.BinarySearch(t.Quarters, quarterOf(date))
	return used
}

// quarterOf numbers the quarters of all years; 0 where there is no date.
func quarterOf(date calendar.Date) int {
	if date.IsZero() {
		return 0
	}
	return date.Year*4 + date.Quarter()
}

// PersonUse is a person.
type PersonUse struct {
	Use
	// Roles are the roles given for the person, the most frequent first.
	Roles []Use
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
	slices.SortFunc(out, func(a, b Use) int { return byUse(&a, &b) })
	return out
}

func byUse(a, b *Use) int {
	if a.Count != b.Count {
		return b.Count - a.Count
	}
	return cmp.Or(b.Last.Compare(a.Last), cmp.Compare(a.Name, b.Name))
}

func tagUse(name string, u uses) TagUse {
	t := TagUse{Use: count(name, u)}
	for one := range u.all() {
		e := one.entryFacts()
		if e.RoleID != "" && !slices.Contains(t.Roles, e.RoleID) {
			t.Roles = append(t.Roles, e.RoleID)
		}
		if q := quarterOf(e.Date); q > 0 {
			t.Quarters = append(t.Quarters, q)
		}
	}
	slices.Sort(t.Quarters)
	t.Quarters = slices.Clip(slices.Compact(t.Quarters))
	return t
}

func personUse(name string, u uses) PersonUse {
	var roles counter
	for one := range u.all() {
		roles.add(one.person().Role, one.date())
	}
	return PersonUse{Use: count(name, u), Roles: roles.list()}
}

// person is who is named where a person's name is used.
func (u use) person() PersonFacts {
	if e := u.entryFacts(); e != nil {
		return e.People[u.item]
	}
	return u.file.People[u.item]
}

func (u use) date() calendar.Date {
	if e := u.entryFacts(); e != nil {
		return e.Date
	}
	return calendar.Date{}
}

func count(name string, u uses) Use {
	c := Use{Name: name, Count: u.len()}
	achieved := false
	for one := range u.all() {
		d, first := one.date(), one.entry >= 0 && !achieved
		if c.In == "" || first || d.After(c.Last) {
			c.In = one.file.Path
		}
		if d.After(c.Last) {
			c.Last = d
		}
		achieved = achieved || first
	}
	return c
}

// places are the achievements among uses, the latest first.
func (s *Snapshot) places(u uses) []Place {
	type dated struct{ day, order int } // of thousands, numbers sort faster
	var found []Place
	var by []dated
	for one := range u.all() {
		if e := one.entryFacts(); e != nil {
			by = append(by, dated{-((e.Date.Year*100+int(e.Date.Month))*100 + e.Date.Day), len(found)})
			found = append(found, s.place(one))
		}
	}
	slices.SortFunc(by, func(a, b dated) int { return cmp.Or(cmp.Compare(a.day, b.day), cmp.Compare(a.order, b.order)) })
	out := make([]Place, 0, len(found))
	for _, d := range by {
		out = append(out, found[d.order])
	}
	return out
}

// roleOf is what several files say of one role, put together: of each fact the
// first holds.
func roleOf(_ string, u uses) RoleFacts {
	var all RoleFacts
	for one := range u.all() {
		r := RoleFacts{ID: Scope(one.file.Path)}
		if one.item >= 0 {
			r = one.file.Roles[one.item]
		}
		all.ID = cmp.Or(all.ID, r.ID)
		all.Title = cmp.Or(all.Title, r.Title)
		all.Organisation = cmp.Or(all.Organisation, r.Organisation)
		all.Start = cmp.Or(all.Start, r.Start)
		all.End = cmp.Or(all.End, r.End)
	}
	return all
}

// Tags are the tags in use, the most frequent first.
func (s *Snapshot) Tags() []TagUse {
	return listOf(s.names[tagNames], tagUse, func(a, b *TagUse) int { return byUse(&a.Use, &b.Use) })
}

// Bearing are the achievements that bear a tag, the latest first.
func (s *Snapshot) Bearing(tag string) []Place { return s.places(s.names[tagNames].uses(tag)) }

// TagCount is how often a tag is used.
func (s *Snapshot) TagCount(name string) int { return s.names[tagNames].uses(name).len() }

// People are the people named, the most frequent first.
func (s *Snapshot) People() []PersonUse {
	return listOf(s.names[personNames], personUse, func(a, b *PersonUse) int { return byUse(&a.Use, &b.Use) })
}

// Together are the achievements that name a person, the latest first.
func (s *Snapshot) Together(person string) []Place {
	return s.places(s.names[personNames].uses(person))
}

// RoleGiven is the role that an achievement gives a person; "" where it gives none.
type RoleGiven struct {
	Path string
	Date calendar.Date
	Role string
}

// RolesGiven are the roles that achievements give a person, in the order of their
// paths.
func (s *Snapshot) RolesGiven(person string) iter.Seq[RoleGiven] {
	return func(yield func(RoleGiven) bool) {
		for u := range s.names[personNames].uses(person).all() {
			if e := u.entryFacts(); e != nil && !yield(RoleGiven{u.file.Path, e.Date, e.People[u.item].Role}) {
				return
			}
		}
	}
}

// PersonCount is how often a person is named.
func (s *Snapshot) PersonCount(name string) int { return s.names[personNames].uses(name).len() }

// Entries are all achievements, in the order of their paths.
func (s *Snapshot) Entries() []Place { return s.entries() }

// Roles are the roles that role files, role folders and tables of roles define.
func (s *Snapshot) Roles() []RoleFacts { return listOf(s.names[roleIDs], roleOf, nil) }

// Role is the role with that ID; ok is false where none is defined.
func (s *Snapshot) Role(id string) (role RoleFacts, ok bool) {
	key := strings.ToUpper(id)
	b, ok := s.names[roleIDs].tree.get(key)
	if !ok {
		return RoleFacts{}, false
	}
	return summaryOf(key, b, roleOf), true
}

// RoleFields are the values of Role fields, the most frequent first.
func (s *Snapshot) RoleFields() []Use { return listOf(s.names[roleFields], count, byUse) }

// Categories are the values of Category fields, the most frequent first.
func (s *Snapshot) Categories() []Use { return listOf(s.names[categories], count, byUse) }

// EvidenceKinds are the kinds of evidence given, the most frequent first.
func (s *Snapshot) EvidenceKinds() []Use { return listOf(s.names[evidenceKinds], count, byUse) }

// Skills are the skills named, the most frequent first.
func (s *Snapshot) Skills() []Use { return listOf(s.names[skillNames], count, byUse) }

// Tools are the tools named, the most frequent first.
func (s *Snapshot) Tools() []Use { return listOf(s.names[toolNames], count, byUse) }

// Reviews are the review files, in the order of their paths.
func (s *Snapshot) Reviews() []Review { return listOf(s.names[reviewPath], review, nil) }

func review(_ string, u uses) Review {
	return Review{Path: u[0][0].file.Path, Title: u[0][0].file.Heading}
}

// ByID are the achievements that bear an ID, in any case; those of the scope
// that the file at from is in stand first.
func (s *Snapshot) ByID(id, from string) []Place {
	uses := s.names[entryIDs].uses(strings.ToUpper(id))
	var places []Place
	for u := range uses.all() {
		places = append(places, s.place(u))
	}
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
	highest := 0
	for u := range s.names[scopes].uses(Scope(from)).all() {
		id := u.entryFacts().ID
		if len(id) <= len(prefix) || !strings.EqualFold(id[:len(prefix)], prefix) {
			continue
		}
		if n, err := strconv.Atoi(id[len(prefix):]); err == nil && n > highest && n < 1e9 {
			highest = n
		}
	}
	return fmt.Sprintf("%s%0*d", prefix, digits, highest+1)
}

// Base is the name of a review's file.
func (r Review) Base() string { return path.Base(r.Path) }

// Numbered are the achievements whose ID has the last number of id, in the order of
// their paths: all that id can name, however it is written.
func (s *Snapshot) Numbered(id string) []Place {
	u := s.names[numbers].uses(number(id))
	out := make([]Place, 0, u.len())
	for one := range u.all() {
		out = append(out, s.place(one))
	}
	return out
}

// number is the last number of an ID, without zeros before it; "" where it has none.
func number(id string) string {
	const digits = "0123456789"
	end := strings.LastIndexAny(id, digits) + 1
	start := end
	for start > 0 && strings.IndexByte(digits, id[start-1]) >= 0 {
		start--
	}
	return strings.TrimLeft(id[start:end], "0")
}
