package completion

import "achievement-ls/analysis/document"

// provider offers one sort of candidate.
type provider struct {
	name string
	// kinds are the kinds of document it works in; none means achievements.
	kinds []document.Kind
	// inside is the zone it works in; the zero value is all but comments and the
	// destinations of links.
	inside zone
	offer  func(*place, *list)
}

var everyKind = []document.Kind{document.Achievement, document.Review, document.Role, document.People}

// providers are asked in this order, which is the order of their candidates
// where several fit.
var providers = []provider{
	{name: "rule names", kinds: everyKind, inside: inComment, offer: ruleNames},
	{name: "front matter", kinds: everyKind, inside: inFrontMatter, offer: frontMatter},
	{name: "links", kinds: everyKind, inside: inLink, offer: links},
	{name: "wiki links", kinds: everyKind, offer: wikiLinks},
	{name: "whole file", offer: wholeFile},
	{name: "own ID", offer: ownID},
	{name: "roles", offer: roles},
	{name: "categories", offer: categories},
	{name: "status", offer: statuses},
	{name: "dates", kinds: everyKind, offer: dates},
	{name: "tags", offer: tags},
	{name: "reviews", offer: reviews},
	{name: "collaborators", offer: collaborators},
	{name: "evidence", offer: evidence},
	{name: "checklist", offer: checklist},
	{name: "skills", offer: skills},
	{name: "verbs", offer: verbs},
	{name: "metrics", offer: metrics},
	{name: "labels", offer: labels},
	{name: "fields", kinds: everyKind, offer: fields},
	{name: "headings", offer: headings},
	{name: "IDs", kinds: append([]document.Kind{document.Other}, everyKind...), offer: ids},
}

// fits reports whether a provider works in the cursor's document and zone.
func (p *place) fits(provider provider) bool {
	if provider.inside != p.zone && (provider.inside != 0 || p.zone == inComment || p.zone == inLink) {
		return false
	}
	if provider.kinds == nil {
		return p.doc.Kind == document.Achievement
	}
	for _, k := range provider.kinds {
		if k == p.doc.Kind {
			return true
		}
	}
	return false
}
