package completion

import (
	"strings"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/text"
)

// wholeFile offers the whole template in a file that is to become an achievement
// and is still empty.
func wholeFile(p *place, l *list) {
	if !p.emptyFile() || p.entry == nil {
		return
	}
	l.add(Candidate{
		Kind: Section, Label: "achievement", Detail: "the whole template",
		Edit: p.edit(slot{span: text.Span{Start: p.line.Start, End: p.line.End}}, edit.Whole(p.doc, p.entry, "${Title}", p.fieldBody)),
	})
}

func (p *place) emptyFile() bool { return strings.Trim(p.src, "\ufeff \t\r\n") == "" }
