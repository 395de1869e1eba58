package completion

import (
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

var (
	directiveLeft = pattern.New(`^<!--[ \t]*achievement-ls:?[ \t]+([\w-]*)$`)
	rulesLeft     = pattern.New(`^<!--[ \t]*achievement-ls:?[ \t]+(disable-next-line|disable-line|disable-file|disable|enable)[ \t,]+([\w ,\t-]*)$`)
	nameRight     = pattern.New(`^[\w-]*`)
)

// directives are the verbs of a suppression comment.
var directives = []struct{ verb, detail string }{
	{"disable-next-line", "on the line below"},
	{"disable-line", "on this line"},
	{"disable", "from here on"},
	{"enable", "ends disable"},
	{"disable-file", "in the whole file"},
}

// ruleNames offers, in a comment that speaks to the server, what it can say: the
// directive, and behind it the rules it does not name yet.
func ruleNames(p *place, l *list) {
	comment := p.src[p.comment():p.offset]
	end := p.offset + len(nameRight.FindString(p.right()))
	if trimmed := strings.TrimSuffix(p.src[p.offset:end], "--"); len(trimmed) < end-p.offset { // "-->"
		end = p.offset + len(trimmed)
	}
	if m := directiveLeft.FindStringSubmatch(comment); m != nil {
		s := slot{span: text.Span{Start: p.offset - len(m[1]), End: end}}
		for _, d := range directives {
			l.add(Candidate{Kind: RuleName, Label: d.verb, Detail: d.detail, Edit: p.edit(s, d.verb), Commit: []string{" "}})
		}
		return
	}
	m := rulesLeft.FindStringSubmatch(comment)
	if m == nil {
		return
	}
	typed := m[2][strings.LastIndexAny(m[2], " \t,")+1:]
	named := map[string]bool{}
	for _, name := range strings.FieldsFunc(m[2][:len(m[2])-len(typed)], func(r rune) bool { return strings.ContainsRune(" \t,", r) }) {
		named[name] = true
	}
	s := slot{span: text.Span{Start: p.offset - len(typed), End: end}}
	for _, r := range rules.All() {
		if !named[r.Name] {
			l.add(Candidate{
				Kind: RuleName, Label: r.Name, Detail: r.Doc.Summary, Edit: p.edit(s, r.Name), Commit: []string{",", " "}, Documentation: r.Page,
			})
		}
	}
}
