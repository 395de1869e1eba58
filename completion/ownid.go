package completion

import (
	"achievement-ls/analysis/template"
)

// ownID offers, in an achievement's ID field, the ID that the file's name bears,
// else the next free one of its scope.
func ownID(p *place, l *list) {
	f, ok := p.field()
	if !ok || f.key != template.ID {
		return
	}
	id, detail := p.doc.FileID(), "as in the file's name"
	if id == "" || p.doc.Multiple {
		id, detail = p.Workspace.NextID(p.doc.Path, p.Config.ID.Prefix, p.Config.ID.Digits), "next free ID"
	}
	l.add(Candidate{Kind: ID, Label: id, Detail: detail, Edit: p.valueEdit(f, id)})
}
