package rules

import (
	"fmt"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

var unusedSuppression = &Rule{
	Name:     "unused-suppression",
	Group:    Suppression,
	Severity: severity.Information,
	Doc: Doc{
		Summary: "A suppression comment hides nothing.",
		Why:     "Once the fault is mended the comment only stands in the way, and would hide the next one.",
		Bad:     "# Achievement: Payroll closes in two days\n\n<!-- achievement-ls disable-file weak-verb -->\n\n" + storyText,
		Good:    "# Achievement: Payroll closes in two days\n\n" + storyText,
	},
	afterwards: true,
	Check: func(p *Pass) {
		for _, s := range p.Document.Suppressions {
			if !verbs[s.Verb.Text] {
				continue
			}
			unused := unusedNames(p, s)
			switch {
			case len(s.Rules) == 0 && !p.hides(s, ""),
				len(s.Rules) > 0 && len(unused) == len(s.Rules):
				p.Report(s.Comment, "the comment hides nothing; remove it").
					Fix("Remove the comment", true, func() []text.Edit { return []text.Edit{removeComment(p.Document, s.Comment)} })
			default:
				for _, name := range unused {
					p.Report(name.Span, fmt.Sprintf("%q has nothing to hide here; remove it", name.Text)).
						Fix(fmt.Sprintf("Remove %q", name.Text), true, func() []text.Edit {
							return []text.Edit{text.Delete(wordWithBlank(p.Document, name.Span))}
						})
				}
			}
		}
	},
}

// unusedNames are the rules a suppression names that found nothing it covers.
// Of rules that are off nothing can be said, and unknown names are another
// rule's matter.
func unusedNames(p *Pass, s document.Suppression) []document.Item {
	var unused []document.Item
	for _, name := range s.Rules {
		r := Lookup(name.Text)
		if r == nil || r == p.rule || level(r, p.Input) == severity.Off {
			continue
		}
		if !p.hides(s, name.Text) {
			unused = append(unused, name)
		}
	}
	return unused
}

// removeComment deletes a comment, with its line and one blank line beside it
// where it has the line to itself, else with the blanks before it.
func removeComment(doc *document.Document, comment text.Span) text.Edit {
	first, last := doc.Lines.LineOf(comment.Start), doc.Lines.LineOf(comment.End)
	line := text.Span{Start: doc.Lines.Line(first).Start, End: doc.Lines.Line(last).End}
	if strings.TrimSpace(strings.TrimPrefix(doc.Text(line), "\ufeff")) != doc.Text(comment) {
		start := comment.Start
		for start > line.Start && strings.IndexByte(" \t", doc.Source[start-1]) >= 0 {
			start--
		}
		return text.Delete(text.Span{Start: start, End: comment.End})
	}
	start := comment.Start
	if !strings.HasPrefix(doc.Source, "\ufeff") || line.Start > 0 {
		start = line.Start
	}
	next := last + 1
	blank := func(n int) bool { return strings.TrimSpace(doc.Text(doc.Lines.Line(n))) == "" }
	if next < doc.Lines.Count() && blank(next) && (first == 0 || blank(first-1)) {
		next++
	}
	return text.Delete(text.Span{Start: start, End: max(comment.End, doc.Lines.Line(next).Start)})
}

// wordWithBlank is a word with the blanks and comma before it.
func wordWithBlank(doc *document.Document, word text.Span) text.Span {
	for word.Start > 0 && strings.IndexByte(" \t,", doc.Source[word.Start-1]) >= 0 {
		word.Start--
	}
	return word
}
