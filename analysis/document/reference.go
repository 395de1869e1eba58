package document

import (
	"iter"
	"net/url"
	"path"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Mention is an ID written in prose: of an achievement or of a role.
type Mention struct {
	ID   string // in upper case, "ACH-001"
	Span text.Span
}

// Mentions are the IDs that stand in the file's prose, in order; of a link that
// is its text, not its target. Where an entry says its own ID is none.
func (d *Document) Mentions() []Mention {
	found := without(d.mentionsIn(text.Span{Start: 0, End: len(d.Source)}, d.wikiTargets()), d.ownIDs())
	if len(found) > 0 {
		// While a file is typed, an ID can stand in what no entry has claimed yet.
		found = without(found, idValues(nil, d.fieldsIn(d.blocksOf(found))))
	}
	return found
}

// blocksOf are the blocks of the file in which mentions, which are in order, stand.
func (d *Document) blocksOf(found []Mention) iter.Seq[*markdown.Block] {
	return func(yield func(*markdown.Block) bool) {
		rest := found
		for _, b := range d.Tree.Blocks {
			for len(rest) > 0 && rest[0].Span.End <= b.Span.Start {
				rest = rest[1:]
			}
			if len(rest) == 0 || rest[0].Span.Overlaps(b.Span) && !yield(b) {
				return
			}
		}
	}
}

// without are the mentions that overlap none of the spans.
func without(found []Mention, spans []text.Span) []Mention {
	return slices.DeleteFunc(found, func(m Mention) bool { return slices.ContainsFunc(spans, m.Span.Overlaps) })
}

// ownIDs are the places where entries and roles say which ID is theirs.
func (d *Document) ownIDs() []text.Span {
	own := idValues(nil, d.Fields)
	for _, e := range d.Entries {
		own = idValues(own, e.Fields)
	}
	return own
}

// idValues adds the values of the fields that say an ID.
func idValues(to []text.Span, fields []*Field) []text.Span {
	for _, f := range fields {
		if (f.Key == template.ID || f.Key == template.RoleID) && !f.Value.Empty() {
			to = append(to, f.Value)
		}
	}
	return to
}

// mentionsIn are the IDs in span that are no part of a longer word and of no
// wiki link's target.
func (d *Document) mentionsIn(span text.Span, wiki []text.Span) []Mention {
	var out []Mention
	for _, m := range IdentifiersIn(d.Prose(span)) {
		m.Span = m.Span.Shift(span.Start)
		if n := after(wiki, m.Span.Start); n == 0 || !wiki[n-1].Contains(m.Span.Start) {
			out = append(out, m)
		}
	}
	return out
}

// wikiTargets are the targets of wiki links, in order. They do not overlap.
func (d *Document) wikiTargets() []text.Span {
	var out []text.Span
	for i := range d.Tree.Links {
		if l := &d.Tree.Links[i]; l.Kind == markdown.WikiLink {
			out = append(out, l.Target)
		}
	}
	slices.SortFunc(out, func(a, b text.Span) int { return a.Start - b.Start })
	return out
}

// after is how many of the spans, which are in order, start at offset or before.
func after(spans []text.Span, offset int) int {
	return sort.Search(len(spans), func(i int) bool { return spans[i].Start > offset })
}

// IdentifiersIn are the IDs in a text, their spans being within it. Whatever its
// prefix, an ID begins with a letter, has letters and digits, in words joined by
// single underscores, then a hyphen and digits; which prefixes are achievements' the
// configuration says.
func IdentifiersIn(s string) []Mention {
	var out []Mention
	for from := 0; ; {
		hyphen := strings.IndexByte(s[from:], '-')
		if hyphen < 0 {
			return out
		}
		hyphen += from
		end := hyphen + 1
		for end < len(s) && isDigit(s[end]) {
			end++
		}
		if end > hyphen+1 {
			if span := (text.Span{Start: prefixStart(s[from:hyphen]) + from, End: end}); span.Start < hyphen && text.StandsAlone(s, span, "_-/", "_") {
				out = append(out, Mention{ID: strings.ToUpper(span.Of(s)), Span: span})
			}
		}
		from = end
	}
}

// prefixStart is where the prefix of an ID starts that ends where s does; len(s) where
// there is none.
func prefixStart(s string) int {
	start, joined := len(s), true
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		switch letter := unicode.IsLetter(r); {
		case letter:
			start = i - size
		case r == '_' && joined, r != '_' && (r < '0' || r > '9'):
			return start
		}
		joined = r == '_'
		i -= size
	}
	return start
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// Target is where a link leads within the workspace.
type Target struct {
	// Link is the whole link, Span its destination without the fragment, empty
	// for a link to a heading of the same file. A reference link's stands in its
	// definition, which other links may share.
	Link, Span text.Span
	// Path is the file or folder meant, below the workspace folder and with
	// slashes; "" for the file the link stands in. It begins with "../" where it
	// leads out of the workspace. Of a wiki link it is the name as written.
	Path string
	// Fragment is what follows the #, FragmentSpan its place; both empty where
	// there is none.
	Fragment     string
	FragmentSpan text.Span
	Wiki, Image  bool
	// Text is what the link shows.
	Text text.Span
}

// Targets are the file's links that stay within the workspace, in order. What
// leads to the network or into another program is none of them.
func (d *Document) Targets() []Target {
	var out []Target
	var definitions map[string]text.Span
	for i := range d.Tree.Links {
		l := &d.Tree.Links[i]
		place := l.Target
		if l.Kind == markdown.ReferenceLink {
			if definitions == nil {
				definitions = d.definitions()
			}
			place = definitions[l.Dest]
		}
		if t, ok := d.target(l, place); ok {
			out = append(out, t)
		}
	}
	slices.SortStableFunc(out, func(a, b Target) int { return a.Link.Start - b.Link.Start })
	return out
}

var scheme = pattern.New(`^[A-Za-z][A-Za-z0-9+.-]+:`)

// target reads the link whose destination stands at place.
func (d *Document) target(l *markdown.Link, place text.Span) (Target, bool) {
	raw := d.Text(place)
	if l.Kind == markdown.AutoLink || strings.TrimSpace(raw) == "" || strings.HasPrefix(raw, "//") || scheme.MatchString(raw) {
		return Target{}, false
	}
	t := Target{Link: l.Span, Span: place, Wiki: l.Kind == markdown.WikiLink, Image: l.Kind == markdown.Image, Text: l.Text}
	dest := raw
	if hash := strings.IndexByte(raw, '#'); hash >= 0 {
		t.Span.End = place.Start + hash
		t.FragmentSpan = text.Span{Start: t.Span.End + 1, End: place.End}
		t.Fragment = unescaped(raw[hash+1:])
		dest = raw[:hash]
	}
	if query := strings.IndexByte(dest, '?'); query >= 0 && !t.Wiki {
		dest = dest[:query]
		t.Span.End = t.Span.Start + query
	}
	if t.Wiki {
		t.Path = strings.TrimSpace(dest)
		return t, true
	}
	if dest = unescaped(dest); dest != "" {
		t.Path = d.Resolve(dest)
	}
	return t, true
}

// linkDefinition is a link reference definition (CommonMark 0.31, section 4.7)
// that stands on one line.
var linkDefinition = pattern.New(`(?m)^ {0,3}\[(?:[^\]\\]|\\.)+\]:[ \t]*(?:<([^>\r\n]*)>|(\S+))`)

// definitions are the places where reference links' destinations are defined.
func (d *Document) definitions() map[string]text.Span {
	out := make(map[string]text.Span)
	for _, m := range linkDefinition.FindAllStringSubmatchIndex(d.Source, -1) {
		span := text.Span{Start: max(m[2], m[4]), End: max(m[3], m[5])}
		if dest := unescaped(d.Text(span)); out[dest].Empty() {
			out[dest] = span
		}
	}
	return out
}

// unescaped is a destination with backslash escapes (CommonMark 0.31, section
// 2.4) and percent encoding resolved, where that can be done.
func unescaped(s string) string {
	if strings.IndexByte(s, '\\') >= 0 {
		var b strings.Builder
		for i := 0; i < len(s); i++ {
			if s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0 {
				i++
			}
			b.WriteByte(s[i])
		}
		s = b.String()
	}
	if u, err := url.PathUnescape(s); err == nil {
		return u
	}
	return s
}

// Resolve is the path below the workspace folder that a relative destination in
// this file means; one that begins with a slash counts from the folder itself.
func (d *Document) Resolve(dest string) string {
	if rest, ok := strings.CutPrefix(dest, "/"); ok {
		return path.Clean(rest)
	}
	return path.Join(path.Dir(d.Path), dest)
}

// Heading is what a link's fragment can name.
type Heading struct {
	Section *Section
	// Slug is the heading's anchor as GitHub and most others form it.
	Slug string
}

// Headings are the file's headings with their anchors, in order.
func (d *Document) Headings() []Heading {
	names := make([]string, len(d.Sections))
	for i, s := range d.Sections {
		names[i] = s.Name
	}
	slugs := Slugs(names)
	out := make([]Heading, len(d.Sections))
	for i, s := range d.Sections {
		out[i] = Heading{Section: s, Slug: slugs[i]}
	}
	return out
}
