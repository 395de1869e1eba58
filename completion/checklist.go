package completion

import (
	"cmp"
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// checklists are the items offered in the checklists of Visibility.
var checklists = map[template.Key][]string{
	template.WhoKnows: {
		"Direct manager", "Skip-level manager", "Team members", "Cross-functional partners", "Stakeholders", "Customers", "Executive leadership", "Mentor",
	},
	template.Recognition: {
		"Verbal praise from a manager", "Written thanks", "Mentioned in a team meeting", "Mentioned in an all-hands", "Named in a newsletter", "Award or bonus", "Company-wide recognition", "Promotion",
	},
}

// checklist offers the items of a checklist that are not there yet. An item
// without a box gets one, unticked.
func checklist(p *place, l *list) {
	if p.section == nil {
		return
	}
	items := checklists[p.section.Key]
	if items == nil {
		return
	}
	s, ok := p.newItem("- [ ] ")
	box := ""
	if m := boxLeft.FindStringSubmatch(p.left()); m != nil && strings.Trim(p.right(), "] \t") == "" {
		// the brackets are being typed, or closed by the editor
		box = "[" + cmp.Or(m[2], " ") + "] "
		s, ok = slot{span: text.Span{Start: p.line.Start + len(m[1]), End: p.line.End}, before: box}, true
	}
	if !ok {
		return
	}
	if marker := s.before + p.src[p.line.Start:s.span.Start]; !strings.Contains(marker, "[") {
		s.before += "[ ] "
	}
	body := strings.ToLower(p.doc.Text(p.section.Body))
	typed := strings.TrimSpace(s.span.Of(p.src))
	for _, item := range items {
		if strings.Contains(body, strings.ToLower(item)) && !strings.EqualFold(typed, item) {
			continue
		}
		l.add(Candidate{Kind: Checklist, Label: item, Filter: box + item, Edit: p.edit(s, item)})
	}
}

// boxLeft is an item whose checkbox is being typed.
var boxLeft = pattern.New(`^([ \t]*[-*+][ \t]+)\[([ xX-]?)$`)
