package main

import (
	"encoding/xml"
	"fmt"
	"io"
)

// What check writes of the JUnit XML format that CI servers read: a suite is a
// file, a case a finding in it.
type (
	junitReport struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Class   string        `xml:"classname,attr"`
		Name    string        `xml:"name,attr"`
		Failure *junitFailure `xml:"failure,omitempty"`
		Error   *junitFailure `xml:"error,omitempty"`
		Out     string        `xml:"system-out,omitempty"`
	}
	junitFailure struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// writeJUnit prints findings as test results. A finding fails where it makes
// the exit status 1; another passes, and says in its output what it is. A file
// without findings is one case that passes.
func writeJUnit(w io.Writer, r outcome) error {
	out := junitReport{Name: "achievement-ls"}
	byFile := make(map[*file][]finding)
	for _, f := range r.found {
		byFile[f.file] = append(byFile[f.file], f)
	}
	for _, f := range r.files {
		suite := junitSuite{Name: f.shown}
		for _, found := range byFile[f] {
			suite.add(junitCaseOf(found, found.Severity >= r.failOn))
		}
		if len(suite.Cases) == 0 {
			suite.add(junitCase{Class: f.shown, Name: "nothing found"})
		}
		out.add(suite)
	}
	if len(r.problems) > 0 {
		suite := junitSuite{Name: "achievement-ls"}
		for _, err := range r.problems {
			suite.add(junitCase{Class: "achievement-ls", Name: "reading and writing", Error: &junitFailure{Type: "error", Message: err.Error()}})
		}
		out.add(suite)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func junitCaseOf(f finding, fails bool) junitCase {
	at := position(f.file.doc, f.Span.Start)
	line := fmt.Sprintf("%s:%d:%d: %s: %s", f.file.shown, at.Line, at.Column, f.Severity, f.Message)
	c := junitCase{Class: f.file.shown, Name: fmt.Sprintf("%s at %d:%d", f.Rule.Name, at.Line, at.Column)}
	if fails {
		c.Failure = &junitFailure{Type: f.Severity.String(), Message: f.Message, Text: line}
	} else {
		c.Out = line
	}
	return c
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
}

func (r *junitReport) add(s junitSuite) {
	r.Suites = append(r.Suites, s)
	r.Tests += s.Tests
	r.Failures += s.Failures
	r.Errors += s.Errors
}
