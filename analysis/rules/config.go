package rules

import (
	"fmt"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// CheckConfig gives what is wrong with a configuration: the problems that its
// parsing gave, and the names of rules that do not exist. Spans are in the
// configuration's source. Both rules can be set by the configuration itself.
func CheckConfig(c *config.Config, problems []config.Problem) []*Finding {
	p := &Pass{rule: invalidConfiguration}
	for _, problem := range problems {
		f := p.Report(problem.Span, problem.Message)
		if problem.Suggestion != "" {
			f.replace(problem.Span, problem.Suggestion)
		}
	}
	p.rule = unknownRule
	for _, name := range c.RuleNames {
		if Lookup(name.Text) != nil {
			continue
		}
		f := p.Report(name.Span, fmt.Sprintf("%q is no rule; remove it", name.Text))
		if near := nearest(name.Text, ruleNames(), maxTypos); near != "" {
			f.Message = fmt.Sprintf("%q is no rule; did you mean %q?", name.Text, near)
			f.replace(name.Span, near)
		}
	}
	var found []*Finding
	for _, f := range p.findings {
		if level, set := c.Severity(f.Rule.Name, config.FileName); set {
			f.Severity = level
		}
		if f.Severity != severity.Off {
			found = append(found, f)
		}
	}
	sortFindings(found)
	return found
}

// replace adds the fix that writes s in the place of span.
func (f *Finding) replace(span text.Span, s string) {
	f.Fix(fmt.Sprintf("Change to %q", s), true, func() []text.Edit { return []text.Edit{text.Replace(span, s)} })
}

// ConfigValues are the values of a configuration, and after them the severity of
// each rule as "rules.NAME", wherever no override says otherwise.
func ConfigValues(c *config.Config) []config.Value {
	out := c.Values()
	for _, rule := range All() {
		level := rule.Severity
		if set, ok := c.Rules[rule.Name]; ok && set.Set {
			level = set.Severity
		}
		key := "rules." + rule.Name
		out = append(out, config.Value{Key: key, Doc: rule.Doc.Summary, Value: level.String(), Origin: c.Origin(key)})
	}
	return out
}
