package rules_test

import (
	"strings"
	"testing"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

const configFile = config.FileName

func checkConfig(src string) []*rules.Finding { return rules.CheckConfig(config.Parse(src)) }

// What is wrong in the configuration is found at its place; the fix, where
// there is one, mends it.
func TestCheckConfig(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string // rule, severity and the text marked
		fixed     string
	}{
		{"good", "rules:\n  missing-title: off\n", nil, ""},
		{"a rule misspelled", "rules:\n  mising-title: off\n", []string{"unknown-rule warning mising-title"}, "rules:\n  missing-title: off\n"},
		{"a rule of no likeness", "rules:\n  spelling: off\n", []string{"unknown-rule warning spelling"}, ""},
		{"a key misspelled", "rule:\n  missing-title: off\n", []string{"invalid-configuration error rule"}, "rules:\n  missing-title: off\n"},
		{"in order of place", "rules:\n  spelling: off\nfoo: 1\n", []string{"unknown-rule warning spelling", "invalid-configuration error foo"}, ""},
		{"reported less severely", "rules:\n  unknown-rule: hint\n  spelling: off\n", []string{"unknown-rule hint spelling"}, ""},
		{"not reported", "rules:\n  unknown-rule: off\n  spelling: off\n", nil, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			var edits []text.Edit
			for _, f := range checkConfig(test.src) {
				got = append(got, f.Rule.Name+" "+f.Severity.String()+" "+f.Span.Of(test.src))
				if len(f.Fixes) > 0 {
					edits = append(edits, f.Fixes[0].Edits()...)
				}
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("found %q, want %q", got, test.want)
			}
			if test.fixed == "" {
				return
			}
			if fixed, err := text.Apply(test.src, edits); err != nil || fixed != test.fixed {
				t.Errorf("fixed to %q, %v", fixed, err)
			}
		})
	}
}
