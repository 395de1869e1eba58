package completion

import (
	"strings"

	"achievement-ls/analysis/template"
)

// baseCategories are offered where neither the configuration nor any
// achievement has a category.
var baseCategories = []string{"Technical", "Leadership", "Process", "Business Impact"}

// categories offers, in the Category field, the categories in use and those
// that the configuration lists; where it lists any, no others.
func categories(p *place, l *list) {
	f, ok := p.field()
	if !ok || f.key != template.Category {
		return
	}
	add := func(name, detail string) {
		l.add(Candidate{Kind: Category, Label: name, Detail: detail, Edit: p.valueEdit(f, name)})
	}
	found := false
	for _, u := range p.Workspace.Categories() {
		if !p.only(u.Name, u.Count, f.slot) && p.Config.CategoryKnown(u.Name) && !strings.ContainsAny(u.Name, "[]{}") {
			add(u.Name, used(u.Count))
			found = true
		}
	}
	for _, c := range p.Config.Categories {
		add(c, "")
		found = true
	}
	if found {
		return
	}
	for _, c := range baseCategories {
		e := p.valueEdit(f, c)
		if !f.yaml {
			e = p.edit(f.slot, c+" / ${Subcategory}")
		}
		l.add(Candidate{Kind: Category, Label: c, Edit: e})
	}
}
