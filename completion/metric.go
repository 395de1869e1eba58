package completion

import (
	"strings"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// metricForms are ways to put a result in figures.
var metricForms = []struct {
	label, form, detail string
}{
	{"before → after (…%)", "${before} → ${after} (${percent}% ${reduction})", "a change with its percentage"},
	{"from … to … (…%)", "from ${before} to ${after} (${percent}%)", "a change in a sentence"},
	{"down from … to …", "down from ${before} to ${after}", "a reduction"},
	{"up from … to …", "up from ${before} to ${after}", "an increase"},
	{"…% against a target of …%", "${level}% (target ${target}%)", "a level reached"},
	{"… saved per …", "${amount} saved per ${month}", "money or time"},
	{"… of …", "${part} of ${all} ${users}", "who or what was reached"},
	{"zero … in …", "zero ${incidents} in ${period}", "what no longer happens"},
}

const namedMetric = "**${Metric}:** "

var (
	afterLabel  = pattern.New(`^(?:\*\*|__)[^*_]+(?:[:：](?:\*\*|__)|(?:\*\*|__)[:：])[ \t]*$`)
	plainMetric = pattern.New(`^\p{L}[^:：.,;*_]{0,40}[:：][ \t]*$`)
	lastWord    = pattern.New(`(?:^|[ \t(])(\p{L}+)$`)
)

// metrics offers, in Result, forms for a figure: at the start of an item, behind
// its label, and where the first word of a form is being typed.
func metrics(p *place, l *list) {
	if !p.isPart(template.Result) || p.row() != nil || !p.inEnglish() {
		return
	}
	s, isItem := p.newItem("- ")
	if !isItem {
		s = p.partContent()
	}
	if strings.Trim(p.right(), " \t.,;)") != "" {
		return
	}
	typed := strings.TrimSpace(p.src[s.span.Start:p.offset])
	switch {
	case typed == "":
		named := s
		named.before += namedMetric
		first := metricForms[0]
		l.add(Candidate{Kind: Metric, Label: "metric: " + first.label, Detail: first.detail, Edit: p.edit(named, first.form)})
		p.addForms(l, s, "")
	case afterLabel.MatchString(typed), isItem && plainMetric.MatchString(typed):
		after := slot{span: text.Span{Start: p.offset, End: s.span.End}}
		if !strings.HasSuffix(p.left(), " ") {
			after.before = " "
		}
		p.addForms(l, after, "")
	default:
		if m := lastWord.FindStringSubmatch(p.left()); m != nil && len(m[1]) >= 2 {
			p.addForms(l, slot{span: text.Span{Start: p.offset - len(m[1]), End: p.offset}}, m[1])
		}
	}
}

// addForms offers the forms; with a word only those of which it begins the first.
func (p *place) addForms(l *list, s slot, word string) {
	for _, m := range metricForms {
		first, _, _ := strings.Cut(m.form, " ")
		if word != "" && !strings.HasPrefix(first, strings.ToLower(word)) {
			continue
		}
		l.add(Candidate{Kind: Metric, Label: m.label, Detail: m.detail, Edit: p.edit(s, m.form)})
	}
}

// partContent is the cursor's line, or what follows the label of a STAR part on it.
func (p *place) partContent() slot {
	for _, part := range p.entry.Parts {
		if part.Section == nil && part.Has(template.Result) && p.line.Touches(part.Label.Start) && part.Body.Start <= p.offset && part.Body.Start >= p.line.Start {
			return slot{span: text.Span{Start: part.Body.Start, End: max(p.offset, p.line.End)}}
		}
	}
	return slot{span: p.line}
}
