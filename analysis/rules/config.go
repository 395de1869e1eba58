package rules

import (
	"fmt"

	"achievement-ls/analysis/config"
)

// CheckConfig gives what is wrong with a configuration file, whose parsing gave
// problems: unknown keys, wrong types, patterns that can't be read. Their spans
// are in the configuration's source.
func CheckConfig(problems []config.Problem) []*Finding {
	var found []*Finding
	for _, problem := range problems {
		f := &Finding{Rule: invalidConfiguration, Severity: invalidConfiguration.Severity, Span: problem.Span, Message: problem.Message}
		if problem.Suggestion != "" {
			f.Message += fmt.Sprintf("; did you mean %q?", problem.Suggestion)
		}
		found = append(found, f)
	}
	sortFindings(found)
	return found
}
