package hover

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// tag says how often a tag is used, when last, and by which achievements.
func tag(in *Input) (Answer, bool) {
	e := in.entry()
	if e == nil {
		return Answer{}, false
	}
	for _, t := range e.Tags {
		if !t.Span.Touches(in.Offset) {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "**#%s**", escape(t.Name))
		for _, u := range in.Workspace.Tags() {
			if strings.EqualFold(u.Name, t.Name) {
				fmt.Fprintf(&b, " — used %s\n", times(u.Count))
				list(&b, in.Workspace.Bearing(u.Name))
			}
		}
		if to := in.Config.Tags.Aliases[t.Name]; to != "" {
			fmt.Fprintf(&b, "\n\nWritten #%s here", escape(to))
		}
		return Answer{Markdown: b.String(), Span: t.Span}, true
	}
	return Answer{}, false
}

// person gives somebody's roles, and the achievements you have in common.
func person(in *Input) (Answer, bool) {
	people := workspace.People(in.Document)
	if e := in.entry(); e != nil {
		people = append(people, e.People...)
	}
	for _, p := range people {
		if !p.Name.Span.Touches(in.Offset) {
			continue
		}
		var b strings.Builder
		fmt.Fprintf(&b, "**%s**", escape(p.Name.Text))
		for _, u := range in.Workspace.People() {
			if u.Name != p.Name.Text {
				continue
			}
			var roles []string
			for _, r := range u.Roles {
				roles = append(roles, escape(r.Name))
			}
			if len(roles) > 0 {
				fmt.Fprintf(&b, " — %s", strings.Join(roles, ", "))
			}
			if places := in.Workspace.Together(u.Name); len(places) > 0 {
				fmt.Fprintf(&b, "\n\nWorked with you %s:\n", times(len(places)))
				list(&b, places)
			}
		}
		return Answer{Markdown: b.String(), Span: p.Name.Span}, true
	}
	return Answer{}, false
}

// id gives the achievement that an ID names; where several roles have one of that
// number, the nearest first.
func id(in *Input) (Answer, bool) {
	word, span := in.word(in.Config.ID.Prefix)
	if word == "" {
		return Answer{}, false
	}
	places := in.Workspace.ByID(word, in.Document.Path)
	if len(places) == 0 {
		return Answer{}, false
	}
	var b strings.Builder
	for i, p := range places {
		if i == maxPlaces {
			break
		}
		if i > 0 {
			b.WriteString("\n\n---\n\n")
		}
		fmt.Fprintf(&b, "**%s**", line(p.Entry))
		if p.Entry.Role != "" {
			fmt.Fprintf(&b, "\n\n%s", escape(p.Entry.Role))
		}
		if p.Entry.Summary != "" {
			fmt.Fprintf(&b, "\n\n%s", escape(p.Entry.Summary))
		}
		results(&b, p.Entry)
		if p.Path != in.Document.Path {
			fmt.Fprintf(&b, "\n\n%s", text.Code(p.Path))
		}
		if citing := in.Workspace.CitedBy(p); len(citing) > 0 {
			b.WriteString("\n\nCited in:\n")
			for _, f := range citing[:min(maxPlaces, len(citing))] {
				fmt.Fprintf(&b, "\n- %s", text.Code(f.Path))
			}
			if n := len(citing) - maxPlaces; n > 0 {
				fmt.Fprintf(&b, "\n- and %d more", n)
			}
		}
	}
	return Answer{Markdown: b.String(), Span: span}, true
}

// maxResults is how many results of an achievement are told.
const maxResults = 3

// results tells what came of an achievement.
func results(b *strings.Builder, e *workspace.EntryFacts) {
	told := 0
	for _, s := range e.Statements {
		if s.Part != template.Result || s.Text == "" {
			continue
		}
		if told == 0 {
			b.WriteString("\n")
		}
		if told++; told > maxResults {
			b.WriteString("\n- …")
			return
		}
		fmt.Fprintf(b, "\n- %s", escape(s.Text))
	}
}

// roleID gives the role that a role ID names, and how many achievements it has.
func roleID(in *Input) (Answer, bool) {
	word, span := in.word("ROLE-")
	if word == "" {
		return Answer{}, false
	}
	role, ok := in.Workspace.Role(word)
	var places []workspace.Place
	for _, p := range in.Workspace.Entries() {
		if strings.EqualFold(p.Entry.RoleID, word) {
			places = append(places, p)
		}
	}
	if !ok && len(places) == 0 {
		return Answer{}, false
	}
	slices.SortStableFunc(places, func(a, b workspace.Place) int { return b.Entry.Date.Compare(a.Entry.Date) })
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**", strings.ToUpper(word))
	if role.Title != "" {
		fmt.Fprintf(&b, " — %s", escape(role.Title))
	}
	if role.Organisation != "" {
		fmt.Fprintf(&b, " @ %s", escape(role.Organisation))
	}
	switch {
	case !role.Start.IsZero() && !role.End.IsZero():
		fmt.Fprintf(&b, "\n\n%s to %s", role.Start, role.End)
	case !role.Start.IsZero():
		fmt.Fprintf(&b, "\n\nsince %s", role.Start)
	}
	if len(places) > 0 {
		noun := "achievements"
		if len(places) == 1 {
			noun = "achievement"
		}
		fmt.Fprintf(&b, "\n\n%d %s:\n", len(places), noun)
		list(&b, places)
	}
	return Answer{Markdown: b.String(), Span: span}, true
}

// word is what stands at the place, where that is a prefix and a number.
func (in *Input) word(prefix string) (string, text.Span) {
	if prefix == "" {
		return "", text.Span{}
	}
	lineSpan := in.Document.Lines.LineAt(in.Offset)
	src := in.Document.Text(lineSpan)
	number := regexp.MustCompile(`(?i)` + regexp.QuoteMeta(prefix) + `\d+`)
	for _, m := range number.FindAllStringIndex(src, -1) {
		span := text.Span{Start: m[0], End: m[1]}
		alone := text.StandsAlone(src, span, "", "_-")
		if span = span.Shift(lineSpan.Start); alone && span.Touches(in.Offset) {
			return span.Of(in.Document.Source), span
		}
	}
	return "", text.Span{}
}
