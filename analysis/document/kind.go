package document

import (
	"path"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
)

var (
	achievementFile = pattern.New(`(?i)^ACH-.*\.(md|markdown)$`)
	idInName        = pattern.New(`^(?i:ACH)-\d+`)
	roleFolder      = pattern.New(`^ROLE-\d+`)
	roleTitle       = pattern.New(`(?i)^role\s*[:：]`)
)

// evidence is what a file shows of being an achievement.
type evidence struct {
	star   map[template.Key]bool // English plain labels outside code and quotes
	first  int                   // where the first of them stands
	fullID bool                  // an "Achievement ID" field, or a front matter id with the prefix
	role   bool                  // a Role field before the first label
	roleID bool                  // a "Role ID" field
	field  bool                  // any field of an achievement
}

// recognise says what kind of document the file is, by the first that applies:
// what its front matter says, then signs of an achievement, a review, a role.
// It is strict, since a wrong guess would put findings into files that are none
// of ours: "Situation" and "Action" are headings of incident reports, and an
// "Achievement ID" is usually a game's.
func (d *Document) recognise() Kind {
	if f := d.Field(template.TypeField); f != nil && f.Form == FormYAML {
		switch strings.ToLower(f.Text) {
		case "achievement":
			return Achievement
		case "review":
			return Review
		case "role":
			return Role
		case "people":
			return People
		}
	}
	folders := strings.Split(path.Dir(d.Path), "/")
	named := achievementFile.MatchString(d.Base()) || containsFold(folders, "achievements") && !about(d.Base())
	for _, s := range d.Sections {
		if kind, _ := d.openingOf(s.Name); s.Level == 1 && kind == opensAchievement {
			return Achievement
		}
	}
	if named && strings.TrimSpace(strings.TrimPrefix(d.Source, "\ufeff")) == "" {
		return Achievement
	}
	ev := d.gather()
	switch {
	case named && (len(ev.star) > 0 || ev.field):
		return Achievement
	case ev.fullID && len(ev.star) > 0:
		return Achievement
	case ev.role && len(ev.star) >= 3:
		return Achievement
	case d.namedReview() || containsFold(folders, "reviews"):
		return Review
	case ev.roleID || d.Title != nil && roleTitle.MatchString(d.Title.Name[skipDecoration(d.Title.Name, 0):]):
		return Role
	}
	return Other
}

// about reports whether a file tells about its folder rather than being one of
// those that the folder holds.
func about(base string) bool {
	name := strings.TrimSuffix(base, path.Ext(base))
	return strings.EqualFold(name, "README") || strings.EqualFold(name, "INDEX")
}

func containsFold(list []string, s string) bool {
	for _, e := range list {
		if strings.EqualFold(e, s) {
			return true
		}
	}
	return false
}

// namedReview reports whether the title or the file's name starts or ends with
// what a review is called.
func (d *Document) namedReview() bool {
	names := []string{strings.TrimSuffix(d.Base(), path.Ext(d.Base()))}
	if d.Title != nil {
		names = append(names, d.Title.Name)
	}
	for _, name := range names {
		name = " " + template.Normalize(name) + " "
		for _, phrase := range []string{"self review", "performance review", "brag document", "promotion packet"} {
			if strings.HasPrefix(name, " "+phrase+" ") || strings.HasSuffix(name, " "+phrase+" ") {
				return true
			}
		}
	}
	return false
}

// opening is the way in which a heading says that it is an entry.
type opening uint8

const (
	opensNothing     opening = iota
	opensAchievement         // "Achievement: …", "Accomplishment: …"
	opensNumbered            // "Achievement 3: …": an entry, but no sign of what the file is
	opensStory               // "Story 3", "Story: …"
)

var (
	storyOpening  = pattern.New(`(?i)^story[\s:：#—–-]+[^\s:：#—–-]`)
	leadingNumber = pattern.New(`^\(?\d{1,3}\s*[.):–—-]\s*`)
)

// openingOf says how a heading, its markup taken away, opens, and where its
// title follows: behind the colon of "Achievement:", or whatever word the template
// has for it, else at its start.
func (d *Document) openingOf(heading string) (kind opening, end int) {
	start := skipDecoration(heading, 0)
	start += len(leadingNumber.FindString(heading[start:]))
	rest := heading[start:]
	if end, numbered, ok := d.Template.Opening(rest); ok {
		if numbered {
			return opensNumbered, start + end
		}
		return opensAchievement, start + end
	}
	if storyOpening.MatchString(rest) {
		return opensStory, 0
	}
	return opensNothing, 0
}

// gather looks for what shows an achievement, at the top level of blocks only,
// so that code and quotes show nothing.
func (d *Document) gather() evidence {
	ev := evidence{star: map[template.Key]bool{}, first: len(d.Source)}
	for _, s := range d.Sections {
		ev.addStar(d, s.Name, s.Heading.Span.Start)
	}
	blocks := func(yield func(*markdown.Block) bool) {
		for _, b := range d.Tree.Blocks {
			if !yield(b) {
				return
			}
		}
	}
	for _, l := range d.labelsIn(d.Tree.Blocks) {
		if l.bold {
			ev.addStar(d, d.plain(l.name), l.name.Start)
		}
	}
	for _, f := range append(d.Fields[:len(d.Fields):len(d.Fields)], d.fieldsIn(blocks)...) {
		switch f.Key {
		case template.ID:
			full := d.named(f) && f.Form != FormYAML || f.Form == FormYAML && idInName.MatchString(f.Text)
			ev.fullID = ev.fullID || full
			ev.field = ev.field || full
		case template.Role:
			ev.role = ev.role || d.named(f) && f.Name.Start < ev.first
			ev.field = true
		case template.Date, template.Category:
			ev.field = true
		case template.RoleID:
			ev.roleID = true
		}
	}
	return ev
}

// named reports whether a field bears the template's own name for it, and no
// mere alias.
func (d *Document) named(f *Field) bool {
	known := d.Template.Field(f.Key)
	return known != nil && template.Normalize(d.Text(f.Name)) == template.Normalize(known.Name)
}

// addStar counts a heading or label that is Situation, Task, Action, Result or
// Results, with nothing but a note in parentheses around it.
func (ev *evidence) addStar(d *Document, name string, at int) {
	for _, m := range d.Template.Lookup(name) {
		if m.Class == template.Star && m.Strong && m.Langs&template.English != 0 {
			switch m.Key {
			case template.Situation, template.Task, template.Action, template.Result:
				ev.star[m.Key] = true
				ev.first = min(ev.first, at)
			}
		}
	}
}

// FileID is the achievement ID that the file's name bears, "" where it bears none.
func (d *Document) FileID() string {
	return idInName.FindString(d.Base())
}

// RoleFolder is the ID of the role folder the file is in ("ROLE-001"), "" for
// a file in none.
func (d *Document) RoleFolder() string {
	for _, folder := range strings.Split(path.Dir(d.Path), "/") {
		if id := roleFolder.FindString(folder); id != "" {
			return id
		}
	}
	return ""
}
