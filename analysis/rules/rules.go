// Package rules holds the checks of an achievement, one rule a file, and the
// registry that lists them.
//
// A rule is a value with its documentation in it and one function. Check runs
// the rules over a document and gives what they found, after suppression and
// silencing (a finding that another one already explains is dropped).
package rules

import (
	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Rule is one check.
type Rule struct {
	Name     string // kebab-case, the diagnostic's code
	Group    Group
	Severity severity.Severity // severity.Off for rules that are off by default
	Doc      Doc
	// Absence tells a rule about what is only missing or empty; in a draft its
	// findings are hints.
	Absence bool
	// Check reports what it finds through the pass. It is called once a document.
	Check func(*Pass)

	// afterwards tells a rule that looks at what the others found.
	afterwards bool
}

// Group is the rule's chapter in the documentation.
type Group string

// The groups, in the order of the documentation.
const (
	Structure   Group = "structure"
	Metadata    Group = "metadata"
	Result      Group = "result"
	Wording     Group = "wording"
	Reference   Group = "reference"
	Tags        Group = "tags"
	Suppression Group = "suppression"
)

// Doc is what hover, explain, docs/rules.md and SARIF show.
type Doc struct {
	Summary string // one sentence: when it fires
	Why     string // why it matters to the writer
	// Bad and Good are whole achievement files or excerpts: Bad gives this
	// finding and no other, Good none. Where the rule has a fix, the
	// first one turns Bad into Good unless it leaves tab stops.
	Bad, Good string
	// File is the name under which Bad and Good are checked, "ACH-001-Example.md" by default.
	File string
	// Config is a configuration under which Bad is checked, where the rule needs one.
	Config string
	// Beside are further files of the workspace in which Bad and Good are
	// checked, by their paths, where the rule needs some.
	Beside map[string]string
	// Options names the rule's options with what they do.
	Options string
}

// Finding is a fault in a document.
type Finding struct {
	Rule     *Rule
	Severity severity.Severity
	Span     text.Span
	Message  string
	Related  []Related
	Fixes    []*Fix
	// Subject is what the finding is about, such as "section:evidence" with
	// the entry's number; findings on one subject can silence each other.
	Subject string
	// Judged is the text the finding is about, where that is more than Span: the
	// body of a Result of which the heading is marked. Findings whose texts
	// overlap can silence each other.
	Judged text.Span
}

// Related is a place that explains a finding.
type Related struct {
	Path    string // "" for the finding's own file
	Span    text.Span
	Message string
}

// Fix is a way out of a finding. Its edits are made only when asked for.
type Fix struct {
	Title string
	// Preferred tells the fix a writer would most likely choose.
	Preferred bool
	// Certain tells a fix that needs no further word of the writer: it has no
	// tab stops and may be applied with all others ("fix all", check --fix).
	Certain bool
	// Edits are the changes to the finding's own file.
	Edits func() []text.Edit
	// Rename is the file's new base name, where the fix renames it; Edits may be nil then.
	Rename string
	// Create is a file that the fix makes, where it makes one; Edits may be nil then.
	Create *NewFile
}

// NewFile is a file to be made where there is none.
type NewFile struct {
	Path    string // below the workspace folder, with slashes
	Content func() string
}

// Input is what the rules look at.
type Input struct {
	Document  *document.Document
	Workspace *workspace.Snapshot // nil where only the one file is known
	// Facts gives what a workspace knows of Document, where that has been made
	// already; nil where it has not.
	Facts  func() workspace.Facts
	Config *config.Config // nil for the defaults
	// Memory is that of the checks of Document's earlier versions under the same
	// configuration; nil for none.
	Memory *Memory
	Today  calendar.Date // zero where it is not known
	// Exists reports whether there is a file or folder at a path below the
	// workspace folder, whether it is markdown or not; what lies outside counts as there;
	// nil where only what Workspace knows can be told.
	Exists func(path string) bool
	// Failed is told of a rule that panics, with what it panicked with, and the
	// rule finds nothing then; where it is nil the panic goes on, with the rule's
	// name.
	Failed func(rule string, fault any)
}

// Pass is one run of one rule over one document.
type Pass struct {
	Input
	rule     *Rule
	findings []*Finding
	shared   *shared
	others   []*Finding // what all other rules found, for rules that run afterwards
	begin    beginnings // where those begin
}

// Report adds a finding at span. The message says what is wrong, then what to
// do. It returns the finding, to which fixes and places are added.
func (p *Pass) Report(span text.Span, message string) *Finding {
	f := &Finding{Rule: p.rule, Severity: p.rule.Severity, Span: span, Message: message}
	p.findings = append(p.findings, f)
	return f
}

// Fix adds a fix made of edits.
func (f *Finding) Fix(title string, certain bool, edits func() []text.Edit) *Finding {
	f.Fixes = append(f.Fixes, &Fix{Title: title, Preferred: len(f.Fixes) == 0, Certain: certain, Edits: edits})
	return f
}

// CertainFix is the first fix that can be made without a word of the writer; nil
// where there is none.
func (f *Finding) CertainFix() *Fix {
	for _, fix := range f.Fixes {
		if fix.Certain && fix.Edits != nil {
			return fix
		}
	}
	return nil
}

// About sets the finding's subject.
func (f *Finding) About(subject string) *Finding {
	f.Subject = subject
	return f
}

// Also adds a related place in the same file.
func (f *Finding) Also(span text.Span, message string) *Finding {
	f.Related = append(f.Related, Related{Span: span, Message: message})
	return f
}

// As sets a severity other than the rule's own.
func (f *Finding) As(level severity.Severity) *Finding {
	f.Severity = level
	return f
}

// Judging sets the text the finding is about, where that is more than its span.
func (f *Finding) Judging(span text.Span) *Finding {
	f.Judged = span
	return f
}

// scope is the text by which findings are compared.
func (f *Finding) scope() text.Span {
	if f.Judged.Empty() {
		return f.Span
	}
	return text.Cover(f.Span, f.Judged)
}
