package completion

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var (
	idLeft  = pattern.New(`[\p{L}\p{N}_-]*$`)
	idRight = pattern.New(`^[\p{L}\p{N}_-]*`)
)

// ids offers the achievements that an ID can name, wherever the beginning of
// one is typed; in reviews also behind a bracket and in an Achievement column.
// Where numbers count per role folder, those of the file's own folder come
// first, and another folder's achievement of the same number not at all.
func ids(p *place, l *list) {
	if f, ok := p.field(); ok && f.key == template.ID {
		return
	}
	s, ok := p.idSlot()
	if !ok {
		return
	}
	scope := workspace.Scope(p.doc.Path)
	inPeriod := p.period()
	type choice struct {
		workspace.Place
		near, period int
	}
	var choices []choice
	for _, place := range p.Workspace.Entries() {
		e := place.Entry
		if e.ID == "" || place.Path == p.doc.Path && p.doc.Kind == document.Achievement && p.isEntry(e) {
			continue
		}
		c := choice{Place: place}
		if workspace.Scope(place.Path) != scope {
			c.near = 1
		}
		if !inPeriod(e.Date) {
			c.period = 1
		}
		choices = append(choices, c)
	}
	slices.SortStableFunc(choices, func(a, b choice) int {
		return cmp.Or(cmp.Compare(a.near, b.near), cmp.Compare(a.period, b.period), b.Entry.Date.Compare(a.Entry.Date), cmp.Compare(a.Entry.ID, b.Entry.ID))
	})
	for _, c := range choices {
		e := c.Entry
		l.add(Candidate{
			Kind: ID, Label: e.ID, Detail: strings.TrimSpace(e.Date.String() + " " + e.Title), Filter: e.ID + " " + e.Title,
			Edit: p.edit(s, text.Literal(e.ID)), Documentation: func() string { return achievementText(c.Place) },
		})
	}
}

// idSlot is the ID that is being typed. A lower-case word counts only with its
// hyphen, since "ach" begins words.
func (p *place) idSlot() (s slot, ok bool) {
	left, right := idLeft.FindString(p.left()), idRight.FindString(p.right())
	s = slot{span: text.Span{Start: p.offset - len(left), End: p.offset + len(right)}}
	before := p.src[p.line.Start:s.span.Start]
	stem := strings.TrimRight(p.Config.ID.Prefix, "-_ ")
	rest, typed := cutFold(left, stem)
	switch {
	case stem == "", strings.HasSuffix(before, "[[") && p.doc.Kind != document.Other: // a name of a file
		return slot{}, false
	case typed && (strings.HasPrefix(left, stem) || rest != ""):
		rest = strings.TrimLeft(rest, "-_")
		return s, strings.Trim(rest, "0123456789") == "" && (before == "" || !strings.ContainsAny(before[len(before)-1:], "/.#@&=\\"))
	case p.doc.Kind != document.Review || !hasPrefixFold(stem, left):
		return slot{}, false
	case strings.HasSuffix(before, "["):
		if !strings.HasPrefix(p.right()[len(right):], "]") {
			s.after = "]"
		}
		return s, !p.amongCheckboxes()
	}
	if r := p.row(); r != nil && r.columns != nil && column(r.columns[r.at:r.at+1], "achievement", "id", "achievement id") == 0 && p.cellText(r, r.at) == left {
		return p.cell(r, r.at), true
	}
	return slot{}, false
}

var checkbox = pattern.New(`^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]`)

// amongCheckboxes reports whether the cursor's line is an item of a checklist, by
// the line before or behind it: there a bracket begins a box.
func (p *place) amongCheckboxes() bool {
	n := p.doc.Lines.LineOf(p.line.Start)
	for _, i := range [...]int{n - 1, n + 1} {
		if i >= 0 && i < p.doc.Lines.Count() && checkbox.MatchString(p.doc.Text(p.doc.Lines.Line(i))) {
			return true
		}
	}
	return false
}

func cutFold(s, prefix string) (rest string, ok bool) {
	if len(s) < len(prefix) || !strings.EqualFold(s[:len(prefix)], prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// isEntry reports whether e is the achievement in which the cursor stands.
func (p *place) isEntry(e *workspace.EntryFacts) bool {
	return p.entry != nil && (!p.doc.Multiple || p.entry.Heading != nil && p.entry.Heading.Heading.Span.Start == e.Offset)
}

// period tells the dates that a review covers; in other files every date.
func (p *place) period() func(calendar.Date) bool {
	every := func(calendar.Date) bool { return true }
	if p.doc.Kind != document.Review {
		return every
	}
	names := []string{p.doc.Base()}
	if p.doc.Title != nil {
		names = append(names, p.doc.Title.Name)
	}
	if f := p.doc.Field(template.PeriodField); f != nil {
		names = append([]string{f.Text}, names...)
	}
	for _, name := range names {
		if period, _, ok := calendar.FindPeriod(name, p.Config.Period.FiscalYearStart); ok {
			return period.Contains
		}
	}
	return every
}

// achievementText is an achievement in a few lines of markdown.
func achievementText(place workspace.Place) string {
	e := place.Entry
	var b strings.Builder
	b.WriteString("**" + text.Escape(e.ID) + "** " + text.Escape(e.Title) + "\n")
	for _, line := range []string{e.Date.String(), e.Role, e.Summary} {
		if line != "" {
			b.WriteString("\n" + text.Escape(line) + "\n")
		}
	}
	return b.String()
}
