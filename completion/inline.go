package completion

import (
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Inline is how what is being typed goes on, where that is certain: what a
// change comes to, the role of a person who has one role, the title of an ID.
// The edit holds the cursor and stays on its line; ok is false for anything else.
func Inline(in Input) (e text.Edit, ok bool) {
	p := newPlace(in)
	if p == nil || p.zone == inComment || p.zone == inFrontMatter {
		return text.Edit{}, false
	}
	for _, certain := range []func(*place) (text.Edit, bool){inlinePercentage, inlineRole, inlineTitle} {
		if e, ok := certain(p); ok {
			return e, true
		}
	}
	return text.Edit{}, false
}

var openedNumber = pattern.New(`\(([0-9.]*)$`)

// inlinePercentage goes on behind "2.5s → 1.5s (".
func inlinePercentage(p *place) (text.Edit, bool) {
	m := openedNumber.FindStringSubmatchIndex(p.left())
	if m == nil || p.right() != "" && p.right()[0] != ')' {
		return text.Edit{}, false
	}
	open := p.line.Start + m[0]
	before := p.doc.Prose(text.Span{Start: p.line.Start, End: open})
	changes := quantity.Read(before).Changes
	if len(changes) == 0 {
		return text.Edit{}, false
	}
	last := &changes[len(changes)-1]
	percent, typed := last.Percent(), p.left()[m[2]:]
	if percent == "" || !strings.HasPrefix(percent, typed) || len(last.Stated) > 0 || strings.Trim(before[last.Span.End:], " \t\x00") != "" {
		return text.Edit{}, false
	}
	s := slot{span: text.Span{Start: open + 1, End: p.offset}}
	if p.right() == "" {
		s.after = ")"
	}
	return p.edit(s, percent+"%"), true
}

// openedRole is an item that names a person and opens the brackets of a role.
var openedRole = pattern.New(`^[ \t]*[-*+][ \t]+(?:\*\*|__)?([^*_(]+?)(?:\*\*|__)?[ \t]*\($`)

// inlineRole fills the empty role behind a known person's name.
func inlineRole(p *place) (text.Edit, bool) {
	if p.section == nil || p.section.Key != template.Collaboration {
		return text.Edit{}, false
	}
	if m := openedRole.FindStringSubmatch(p.left()); m != nil && (p.right() == "" || p.right() == ")") {
		s := slot{span: text.Span{Start: p.offset, End: p.offset}}
		if p.right() == "" {
			s.after = ")"
		}
		role := p.onlyRole(m[1])
		return p.edit(s, text.Literal(role)), role != ""
	}
	r := p.row()
	if r == nil || r.columns == nil {
		return text.Edit{}, false
	}
	name, role := p.personColumns(r.columns)
	if r.at != role || p.cellText(r, role) != "" {
		return text.Edit{}, false
	}
	only := p.onlyRole(p.cellText(r, name))
	return p.edit(p.cell(r, role), inCell(only)), only != ""
}

// onlyRole is the role of a person who has one; "" for anybody else.
func (p *place) onlyRole(name string) string {
	for _, who := range p.Workspace.People() {
		if strings.EqualFold(who.Name, name) && len(who.Roles) == 1 {
			return who.Role()
		}
	}
	return ""
}

// leadingID is an ID with which a line, an item or a link's text begins, and a
// blank behind it; headingID one with which a heading begins, and what parts it
// from the title there.
var (
	leadingID = pattern.New(`(?:^[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(?:\[[ xX]\][ \t]+)?|\[)([\p{L}\p{N}_]+-\d+) $`)
	headingID = pattern.New(`^ {0,3}#{1,6}[ \t]+([\p{L}\p{N}_]+-\d+)(?::|[ \t]+[-–—])?[ \t]$`)
)

// inlineTitle writes the title behind the ID of another achievement, or into the
// table's cell for it.
func inlineTitle(p *place) (text.Edit, bool) {
	if r := p.row(); r != nil && p.cellText(r, r.at) == "" && column(r.columns, "title", "achievement", "name") == r.at {
		title := p.titleOf(p.cellText(r, column(r.columns, "id", "achievement id")))
		return p.edit(p.cell(r, r.at), inCell(title)), title != ""
	}
	m := leadingID.FindStringSubmatch(p.left())
	if m == nil {
		m = headingID.FindStringSubmatch(p.left())
	}
	if m == nil || strings.Trim(p.right(), " \t]") != "" {
		return text.Edit{}, false
	}
	title := p.titleOf(m[1])
	return p.edit(slot{span: text.Span{Start: p.offset, End: p.offset}}, text.Literal(title)), title != ""
}

// titleOf is the title of the one other achievement that an ID means; "" where
// there is none, or more.
func (p *place) titleOf(id string) string {
	places := p.Workspace.Cited(workspace.CitationFacts{ID: strings.ToUpper(id)}, p.doc.Path)
	if len(places) != 1 || places[0].Path == p.doc.Path && p.isEntry(places[0].Entry) {
		return ""
	}
	return places[0].Entry.Title
}
