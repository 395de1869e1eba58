package main

import (
	"fmt"
	"io"
	"strings"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// In workflow commands these stand for what would end a message, and in a
// property also for what would end the property.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeGitHub prints findings as workflow commands, which GitHub shows as
// annotations beside the lines (docs.github.com, "Workflow commands").
func writeGitHub(w io.Writer, r outcome) error {
	for _, f := range r.found {
		at := rangeOf(f.file.doc, f.Span)
		place := fmt.Sprintf("line=%d,endLine=%d", at.Start.Line, at.End.Line)
		if at.Start.Line == at.End.Line { // columns are taken on one line alone
			place += fmt.Sprintf(",col=%d,endColumn=%d", at.Start.Column, at.End.Column)
		}
		_, err := fmt.Fprintf(w, "::%s file=%s,%s,title=%s::%s\n", githubLevel(f.Severity), githubProperty.Replace(f.file.shown),
			place, githubProperty.Replace(f.Rule.Name), githubData.Replace(text.Printable(f.Message)))
		if err != nil {
			return err
		}
	}
	return nil
}

func githubLevel(s severity.Severity) string {
	switch s {
	case severity.Error:
		return "error"
	case severity.Warning:
		return "warning"
	}
	return "notice"
}
