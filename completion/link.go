package completion

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// links offers, where a link's destination is being typed, the files of the
// workspace, what else lies in the folder, and behind a # the headings of the file
// that stands before it; in an image pictures.
func links(p *place, l *list) {
	s, image, _ := p.destination()
	typed := p.src[s.span.Start:p.offset]
	if file, _, ok := strings.Cut(typed, "#"); ok {
		if image {
			return
		}
		s.span.Start += len(file)
		to := p.Workspace.File(p.doc.Path)
		if file != "" {
			if plain, err := url.PathUnescape(file); err == nil {
				file = plain
			}
			to = p.Workspace.Resolve(p.doc.Resolve(file), false, p.doc.Path)
		}
		p.addAnchors(l, s, to)
		return
	}
	fromRoot := strings.HasPrefix(typed, "/")
	if strings.HasPrefix(typed, "./") {
		s.span.Start += len("./")
	}
	if rest := p.src[s.span.End:p.line.End]; strings.HasPrefix(rest, "#") {
		s.after = "" // the heading stays, and what closes the link with it
	}
	if image {
		p.otherFiles(l, s, typed, image)
		return
	}
	for _, f := range p.filesToLink() {
		p.addFile(l, f, p.linkTo(f.Path, fromRoot), s)
	}
	if !p.within(template.ReviewLink) {
		p.otherFiles(l, s, typed, image)
	}
}

// linkTo is a link from the document to a file, or from the workspace's root.
func (p *place) linkTo(file string, fromRoot bool) string {
	link := review.Link(file, p.doc.Path)
	if fromRoot {
		link = "/" + review.Link(file, "")
	}
	return strings.ReplaceAll(link, "|", "%7C") // which would end a cell
}

// destination is the slot of the link's destination that is being typed, up to
// the heading in it, and whether the link is an image; ok is false where none is.
func (p *place) destination() (s slot, image, ok bool) {
	left := p.left()
	i := strings.LastIndex(left, "](")
	if i < 0 || strings.ContainsAny(left[i+2:], ") \t<") {
		return slot{}, false, false
	}
	open := strings.LastIndexByte(left[:i], '[')
	if open < 0 {
		return slot{}, false, false
	}
	image = open > 0 && left[open-1] == '!'
	stop := ") \t#"
	if strings.Contains(left[i:], "#") {
		stop = ") \t"
	}
	end := strings.IndexAny(p.right(), stop)
	if end < 0 {
		end = len(p.right())
	}
	s.span = text.Span{Start: p.line.Start + i + len("]("), End: p.offset + end}
	if rest := strings.TrimLeft(p.right()[end:], " \t"); rest == "" || strings.IndexByte(`)#"'(`, rest[0]) < 0 {
		s.after = ")"
	}
	return s, image, true
}

// addAnchors offers the headings of a file by their anchors.
func (p *place) addAnchors(l *list, s slot, to *workspace.Facts) {
	if to == nil {
		return
	}
	for i, slug := range document.Slugs(to.Headings) {
		if slug != "" {
			l.add(Candidate{
				Kind: Section, Label: "#" + slug, Detail: to.Headings[i], Filter: "#" + slug + " " + to.Headings[i],
				Edit: p.edit(s, text.Literal("#"+slug)),
			})
		}
	}
}

// wikiLinks offers, behind "[[", the files of the workspace by their names, and
// behind a # the headings of the file before it.
func wikiLinks(p *place, l *list) {
	start := p.wikiStart()
	if start < 0 || p.zone == inFrontMatter {
		return
	}
	if f, ok := p.field(); ok && f.key != "" {
		return // whose values are other providers' matter
	}
	end := strings.IndexAny(p.right(), "]|#")
	s := slot{span: text.Span{Start: start, End: p.offset + max(end, 0)}}
	if end < 0 {
		s.after = "]]"
	}
	if file, _, ok := strings.Cut(p.src[start:p.offset], "#"); ok {
		to := p.Workspace.File(p.doc.Path)
		if file != "" {
			to = p.Workspace.Named(file, p.doc.Path)
		}
		if to == nil {
			return
		}
		s.span.Start += len(file) + len("#")
		for _, h := range to.Headings {
			if h != "" && !strings.ContainsAny(h, "#|[]") {
				l.add(Candidate{Kind: Section, Label: h, Edit: p.edit(s, text.Literal(h))})
			}
		}
		return
	}
	for _, f := range p.filesToLink() {
		name := strings.TrimSuffix(path.Base(f.Path), path.Ext(f.Path))
		if p.Workspace.Named(name, p.doc.Path) != f {
			name = strings.TrimSuffix(f.Path, path.Ext(f.Path)) // another of the name is nearer
		}
		p.addFile(l, f, name, s)
	}
}

// wikiStart is where the target of the wiki link starts that is being typed; -1
// where none is.
func (p *place) wikiStart() int {
	left := p.left()
	i := strings.LastIndex(left, "[[")
	if i < 0 || strings.ContainsAny(left[i:], "]|") {
		return -1
	}
	return p.line.Start + i + len("[[")
}

// addFile offers a file under the name by which it is linked to.
func (p *place) addFile(l *list, f *workspace.Facts, name string, s slot) {
	c := Candidate{Kind: File, Label: name, Detail: f.Heading, Filter: name + " " + f.Heading, Edit: p.edit(s, text.Literal(name))}
	if s.after == "" { // else what closes the link would stand before it
		c.Commit = []string{"#"}
	}
	if len(f.Entries) == 1 {
		entry := workspace.Place{Path: f.Path, Entry: &f.Entries[0]}
		c.Detail = strings.TrimSpace(entry.Entry.Date.String() + " " + entry.Entry.Title)
		c.Documentation = func() string { return achievementText(entry) }
	}
	l.add(c)
}

// filesToLink are the other files of the workspace, those of the own role first,
// in a review then those of its period, then those of the own folder. Where an
// achievement says which review uses it they are reviews.
func (p *place) filesToLink() []*workspace.Facts {
	scope, dir, inPeriod := workspace.Scope(p.doc.Path), path.Dir(p.doc.Path), p.period()
	type choice struct {
		*workspace.Facts
		scope, period, folder int
	}
	away := func(is bool) int {
		if is {
			return 1
		}
		return 0
	}
	var choices []choice
	for f := range p.Workspace.All() {
		if f.Path == p.doc.Path || f.Kind == document.Excluded || p.within(template.ReviewLink) && f.Kind != document.Review {
			continue
		}
		covered := slices.ContainsFunc(f.Entries, func(e workspace.EntryFacts) bool { return inPeriod(e.Date) })
		choices = append(choices, choice{f, away(workspace.Scope(f.Path) != scope), away(!covered), away(path.Dir(f.Path) != dir)})
	}
	slices.SortStableFunc(choices, func(a, b choice) int {
		if p.doc.Kind != document.Review {
			a.period, b.period = 0, 0
		}
		return cmp.Or(cmp.Compare(a.scope, b.scope), cmp.Compare(a.period, b.period), cmp.Compare(a.folder, b.folder), cmp.Compare(a.Path, b.Path))
	})
	out := make([]*workspace.Facts, len(choices))
	for i, c := range choices {
		out[i] = c.Facts
	}
	return out
}
