package completion

import (
	"strings"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// wholeFile offers the whole template in a file that is to become an achievement
// and is still empty.
func wholeFile(p *place, l *list) {
	if !p.emptyFile() || p.entry == nil {
		return
	}
	t := p.doc.Template
	blocks := []string{"# " + t.TitlePrefix + " ${Title}"}
	var lines []string
	for i := range t.Fields {
		if f := &t.Fields[i]; f.Requirement == template.Required {
			lines = append(lines, "**"+f.Name+":** "+p.fieldBody(f))
		}
	}
	blocks = append(blocks, strings.Join(lines, "\n"))
	for i := range t.Parts {
		part := &t.Parts[i]
		if part.Class != template.Section && part.Class != template.Container {
			continue
		}
		if t.Breaks {
			blocks = append(blocks, "---")
		}
		blocks = append(blocks, strings.Repeat("#", part.Level)+" "+literal(part.Name), edit.Body(p.doc, p.entry, part, part.Level))
	}
	l.add(Candidate{
		Kind: Section, Label: "achievement", Detail: "the whole template",
		Edit: p.edit(slot{span: text.Span{Start: p.line.Start, End: p.line.End}}, strings.Join(blocks, "\n\n")+"\n"),
	})
}

func (p *place) emptyFile() bool { return strings.Trim(p.src, "\ufeff \t\r\n") == "" }
