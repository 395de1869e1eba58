// Package severity says how serious a finding is.
package severity

import "strings"

// Severity orders findings; a higher one is more serious.
type Severity uint8

// The severities. A rule at Off does not run.
const (
	Off Severity = iota
	Hint
	Information
	Warning
	Error
)

var names = [...]string{"off", "hint", "information", "warning", "error"}

func (s Severity) String() string { return names[min(int(s), len(names)-1)] }

// Parse reads a severity's name, in any case.
func Parse(s string) (Severity, bool) {
	for i, n := range names {
		if strings.EqualFold(s, n) {
			return Severity(i), true
		}
	}
	return Off, false
}
