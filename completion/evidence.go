package completion

import (
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// baseEvidence are the kinds of evidence offered besides those in use.
var baseEvidence = []string{
	"PR", "Metrics", "Design doc", "Dashboard", "Ticket", "Document", "Email", "Slack", "Report", "Presentation", "Feedback", "Audit", "Certificate", "Photo",
}

// evidence offers, in the first column of the Evidence table, the kinds of
// evidence in use, then the usual ones.
func evidence(p *place, l *list) {
	if p.section == nil || p.section.Key != template.Evidence {
		return
	}
	if r := p.row(); r != nil && r.columns != nil {
		if r.at == max(p.column(r.columns, template.Kind), 0) {
			s := p.cell(r, r.at)
			p.evidenceKinds(l, s, func(kind string) text.Edit { return p.edit(s, kind) })
		}
		return
	}
	if s, columns, ok := p.newRow(); ok {
		i := max(p.column(columns, template.Kind), 0)
		p.evidenceKinds(l, s, func(kind string) text.Edit { return p.edit(s, rowOf(columns, map[int]string{i: kind})) })
	}
}

func (p *place) evidenceKinds(l *list, s slot, make func(string) text.Edit) {
	for _, u := range p.Workspace.EvidenceKinds() {
		if !p.only(u.Name, u.Count, s) {
			l.add(Candidate{Kind: Evidence, Label: u.Name, Detail: used(u.Count), Edit: make(inCell(u.Name))})
		}
	}
	for _, kind := range baseEvidence {
		l.add(Candidate{Kind: Evidence, Label: kind, Edit: make(kind)})
	}
}
