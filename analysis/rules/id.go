package rules

import (
	"fmt"
	"path"
	"strings"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// validID reports whether an ID is what the configuration says IDs are: the
// prefix, then at least so many digits.
func validID(c config.ID, id string) bool {
	number, ok := strings.CutPrefix(id, c.Prefix)
	return ok && len(number) >= c.Digits && number != "" && strings.Trim(number, "0123456789") == ""
}

// nameID is the ID at the start of the file's name, as it is written there; ""
// where the name bears none, or the file holds many entries.
func nameID(p *Pass) string {
	if p.Document.Multiple || p.Config.ID.Prefix == "" {
		return ""
	}
	base := p.Document.Base()
	if len(base) < len(p.Config.ID.Prefix) || !strings.EqualFold(base[:len(p.Config.ID.Prefix)], p.Config.ID.Prefix) {
		return ""
	}
	number := base[len(p.Config.ID.Prefix):]
	number = number[:len(number)-len(strings.TrimLeft(number, "0123456789"))]
	if number == "" {
		return ""
	}
	return p.Config.ID.Prefix + number
}

// onlyNumber is an ID with one number in it.
var onlyNumber = pattern.New(`^([^0-9]*)0*([0-9]{1,9})[^0-9]*$`)

// canonicalID is an ID that is written otherwise than it should be, such as
// "ach-7" or "ACH_007", as the configuration wants it; "" where it is not
// certain which is meant.
func canonicalID(c config.ID, id string) string {
	m := onlyNumber.FindStringSubmatch(id)
	if m == nil || lettersOf(m[1]) != "" && lettersOf(m[1]) != lettersOf(c.Prefix) {
		return ""
	}
	return fmt.Sprintf("%s%0*s", c.Prefix, c.Digits, m[2])
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, strings.ToUpper(s))
}

// sameID reports whether two IDs name one achievement, however they are written.
func sameID(c config.ID, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	canonical := canonicalID(c, a)
	return canonical != "" && canonical == canonicalID(c, b)
}

// maxBearers is how many others are told of: who sees so many need see no more.
const maxBearers = 20

// bearers are other entries in the document's scope whose ID is id, however it
// is written: the first maxBearers of them.
func bearers(p *Pass, self *document.Entry, id string) []workspace.Place {
	var out []workspace.Place
	for _, place := range p.bearing(id) {
		if len(out) == maxBearers {
			break
		}
		if place.Path != p.Document.Path || place.Entry.Offset != entryOffset(self) {
			out = append(out, place)
		}
	}
	return out
}

// bearing are all entries in the document's scope whose ID is id, sought once a
// check however many of them ask.
func (p *Pass) bearing(id string) []workspace.Place {
	known := p.common().bearing
	all, ok := known[id]
	if !ok {
		scope := workspace.Scope(p.Document.Path)
		for _, place := range p.known().Numbered(id) {
			if sameID(p.Config.ID, place.Entry.ID, id) && workspace.Scope(place.Path) == scope {
				all = append(all, place)
			}
		}
		known[id] = all
	}
	return all
}

// free reports whether no other entry in the document's scope bears the ID.
func free(p *Pass, self *document.Entry, id string) bool { return len(bearers(p, self, id)) == 0 }

// entryOffset is where an entry starts by its workspace facts.
func entryOffset(e *document.Entry) int {
	if e.Heading != nil {
		return e.Heading.Heading.Span.Start
	}
	return e.Span.Start
}

// idField is the entry's field that bears its ID, nil where none has a value. Of
// several, one in front matter may be another tool's: a valid one is preferred.
func idField(p *Pass, e *document.Entry) *document.Field {
	var found *document.Field
	for _, f := range e.Fields {
		switch {
		case f.Key != template.ID || f.Text == "":
		case validID(p.Config.ID, f.Text):
			return f
		case found == nil:
			found = f
		}
	}
	return found
}

// idPlace is where an entry's ID stands: the field's value, else, where the
// file's name bears it, as titlePlace.
func idPlace(p *Pass, e *document.Entry) text.Span {
	if f := idField(p, e); f != nil {
		return f.Value
	}
	return titlePlace(p.Document, e)
}

// renamed is the file's base name with another ID in the place of the one it
// bears; "" where a file of that name is there already.
func renamed(p *Pass, id string) string {
	name := id + p.Document.Base()[len(nameID(p)):]
	if p.known().File(path.Join(path.Dir(p.Document.Path), name)) != nil {
		return ""
	}
	return name
}
