package completion

import (
	"strings"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// skills offers, in the items of the Skills section, the skills and tools that
// other achievements name, and those the configuration lists.
func skills(p *place, l *list) {
	if p.section == nil {
		return
	}
	var known []workspace.Use
	listed := true
	switch p.section.Key {
	case template.Skills:
		known = append(known, p.Workspace.Skills()...)
		known = append(known, p.Workspace.Tools()...)
	case template.TechnicalSkills, template.SoftSkills:
		known = p.Workspace.Skills()
	case template.Tools:
		known, listed = p.Workspace.Tools(), false
	default:
		return
	}
	if p.blank() && len(p.section.Children) > 0 {
		return // the items stand in the subsections
	}
	s, ok := p.newItem("- ")
	if !ok {
		return
	}
	have := p.itemsBelow()
	for _, u := range known {
		if !p.only(u.Name, u.Count, s) && !have[strings.ToLower(u.Name)] {
			l.add(Candidate{Kind: Skill, Label: u.Name, Detail: used(u.Count), Edit: p.edit(s, text.Literal(u.Name))})
		}
	}
	if !listed {
		return
	}
	for _, name := range p.Config.Skills {
		if !have[strings.ToLower(name)] {
			l.add(Candidate{Kind: Skill, Label: name, Edit: p.edit(s, text.Literal(name))})
		}
	}
}

// itemsBelow are the items of the section other than the cursor's, in lower
// case, without what stands in parentheses.
func (p *place) itemsBelow() map[string]bool {
	have := map[string]bool{}
	for _, b := range p.section.Blocks {
		for _, item := range b.Children {
			if !item.Text.Empty() && !p.line.Contains(item.Text.Start) {
				name, _, _ := strings.Cut(p.doc.Text(item.Text), "(")
				have[strings.ToLower(strings.TrimSpace(name))] = true
			}
		}
	}
	return have
}
