package main

import (
	"encoding/json"
	"encoding/xml"
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
