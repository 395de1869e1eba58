package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// The JUnit report counts what the JSON lists, and each of its counts is that of
// what stands below it.
func TestJUnitCounts(t *testing.T) {
	const folder = "../../examples/broken"
	var want jsonReport
	must(t, json.Unmarshal([]byte(printedBy(t, "check", "--format", "json", folder)), &want))
	failures := 0
	for _, f := range want.Findings {
		if f.Severity == "warning" || f.Severity == "error" {
			failures++
		}
	}
	printed := printedBy(t, "check", "--format", "junit", folder)
	var got junitReport
	must(t, xml.Unmarshal([]byte(printed), &got))
	if len(got.Suites) != want.Files || got.Failures != failures || failures == 0 {
		t.Errorf("%d suites with %d failures of %d files with %d", len(got.Suites), got.Failures, want.Files, failures)
	}
	tests, failed := 0, 0
	for _, s := range got.Suites {
		cases := 0
		for _, c := range s.Cases {
			if c.Class != s.Name || c.Name == "" {
				t.Errorf("the case %q of %q is in the suite %q", c.Name, c.Class, s.Name)
			}
			if c.Failure != nil {
				cases++
			}
		}
		if len(s.Cases) == 0 || s.Tests != len(s.Cases) || s.Failures != cases {
			t.Errorf("%s says %d cases and %d failures, and has %d and %d", s.Name, s.Tests, s.Failures, len(s.Cases), cases)
		}
		tests, failed = tests+s.Tests, failed+s.Failures
	}
	if got.Tests != tests || got.Failures != failed {
		t.Errorf("%d cases and %d failures are said of %d and %d", got.Tests, got.Failures, tests, failed)
	}
	if n := strings.Count(printed, "<failure "); n != failures {
		t.Errorf("%d failures are written, want %d", n, failures)
	}
}

// junitElement is what Jenkins' xUnit plugin lets stand in an element
// (junit-10.xsd), as far as check writes it. GitLab, GitHub's reporters and others
// read the same.
type junitElement struct {
	needs, may []string // attributes
	holds      []string // elements, any number of each
	text       bool
}

var junitElements = map[string]junitElement{
	"":           {holds: []string{"testsuites"}},
	"testsuites": {may: []string{"name", "tests", "failures", "errors", "time"}, holds: []string{"testsuite"}},
	"testsuite": {
		needs: []string{"name", "tests", "failures", "errors"},
		may:   []string{"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
		holds: []string{"testsuite", "testcase", "properties", "system-out", "system-err"},
	},
	"testcase":   {needs: []string{"name"}, may: []string{"time", "classname", "group"}, holds: []string{"failure", "error", "skipped", "system-out", "system-err"}},
	"failure":    {may: []string{"type", "message"}, text: true},
	"error":      {may: []string{"type", "message"}, text: true},
	"system-out": {text: true},
}

// junitFault is what stands in the report and may not, or the other way round.
func junitFault(report string) error {
	within := []string{""}
	for in := xml.NewDecoder(strings.NewReader(report)); ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		parent := within[len(within)-1]
		switch token := token.(type) {
		case xml.StartElement:
			name := token.Name.Local
			element, ok := junitElements[name]
			if !ok || !slices.Contains(junitElements[parent].holds, name) {
				return fmt.Errorf("<%s> stands in <%s>", name, parent)
			}
			var given []string
			for _, a := range token.Attr {
				given = append(given, a.Name.Local)
				if !slices.Contains(slices.Concat(element.needs, element.may), a.Name.Local) {
					return fmt.Errorf("<%s> has the attribute %s", name, a.Name.Local)
				}
			}
			for _, a := range element.needs {
				if !slices.Contains(given, a) {
					return fmt.Errorf("<%s> lacks the attribute %s", name, a)
				}
			}
			within = append(within, name)
		case xml.EndElement:
			within = within[:len(within)-1]
		case xml.CharData:
			if !junitElements[parent].text && strings.TrimSpace(string(token)) != "" {
				return fmt.Errorf("<%s> holds text", parent)
			}
		}
	}
}

// The report is built as those who read it expect.
func TestJUnitStructure(t *testing.T) {
	for _, paths := range [][]string{{"../../examples/broken"}, {"../../examples"}, {"nowhere", "testdata/schema"}} {
		printed := printedBy(t, append([]string{"check", "--format", "junit"}, paths...)...)
		if err := junitFault(printed); err != nil {
			t.Errorf("of %q: %v", paths, err)
		}
		for _, wrong := range [][2]string{
			{"<testcase classname=", "<testcase class="},
			{"<testcase classname=", "<testcase><testcase classname="},
			{"<testsuite name=", "<testsuite title="},
			{"<testsuite name=", "lost<testsuite name="},
			{"</testsuites>", ""},
		} {
			if spoilt := strings.Replace(printed, wrong[0], wrong[1], 1); spoilt == printed || junitFault(spoilt) == nil {
				t.Errorf("of %q: %s in place of %s is not missed", paths, wrong[1], wrong[0])
			}
		}
	}
}
