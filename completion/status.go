package completion

import "achievement-ls/analysis/template"

// statuses offers, in a Status field below the title, what it can say; in front
// matter the keys' values are offered together.
func statuses(p *place, l *list) {
	f, ok := p.field()
	if !ok || f.yaml || f.key != template.StatusField {
		return
	}
	for _, v := range frontMatterValues(f.key) {
		l.add(Candidate{Kind: Field, Label: v, Edit: p.valueEdit(f, v)})
	}
}
