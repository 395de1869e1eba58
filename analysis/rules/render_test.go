package rules_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

// renderFindings writes findings as a compiler does, each with its source line,
// carets, related places and fixes.
func renderFindings(doc *document.Document, found []*rules.Finding) string {
	var b strings.Builder
	for _, f := range found {
		at := doc.Lines.OffsetPosition(f.Span.Start, text.UTF32)
		fmt.Fprintf(&b, "%d:%d: %s: %s (%s)\n", at.Line+1, at.Column+1, f.Severity, f.Message, f.Rule.Name)
		writeLine(&b, doc, f.Span)
		for _, r := range f.Related {
			if r.Path != "" {
				fmt.Fprintf(&b, "  see %s: %s\n", r.Path, r.Message)
				continue
			}
			at := doc.Lines.OffsetPosition(r.Span.Start, text.UTF32)
			fmt.Fprintf(&b, "  see %d:%d: %s\n", at.Line+1, at.Column+1, r.Message)
		}
		for _, fix := range f.Fixes {
			kind := "fix"
			if fix.Certain {
				kind = "certain fix"
			}
			fmt.Fprintf(&b, "  %s: %s", kind, fix.Title)
			if fix.Rename != "" {
				fmt.Fprintf(&b, " (rename to %s)", fix.Rename)
			}
			if fix.Create != nil {
				fmt.Fprintf(&b, " (create %s)", fix.Create.Path)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func writeLine(b *strings.Builder, doc *document.Document, span text.Span) {
	line := doc.Lines.LineAt(span.Start)
	src := doc.Text(line)
	end := min(span.End, line.End)
	carets := max(1, utf8.RuneCountInString(doc.Text(text.Span{Start: span.Start, End: max(end, span.Start)})))
	pad := strings.Map(func(r rune) rune {
		if r == '\t' {
			return r
		}
		return ' '
	}, doc.Text(text.Span{Start: line.Start, End: min(span.Start, line.End)}))
	fmt.Fprintf(b, "  | %s\n  | %s%s\n", strings.TrimPrefix(src, "\ufeff"), strings.TrimPrefix(pad, "\ufeff"), strings.Repeat("^", carets))
}

// checkFindings holds what is true of all findings: they lie in the file, at
// character boundaries, in order, and say something as messages are said.
func checkFindings(t *testing.T, doc *document.Document, found []*rules.Finding) {
	t.Helper()
	last := 0
	for _, f := range found {
		src := doc.Source
		if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(src) {
			t.Fatalf("%s: span %v lies outside the file's %d bytes", f.Rule.Name, f.Span, len(src))
		}
		if f.Span.Start < last {
			t.Errorf("%s: finding at %d comes after one at %d", f.Rule.Name, f.Span.Start, last)
		}
		last = f.Span.Start
		if utf8.ValidString(src) && !utf8.ValidString(doc.Text(f.Span)) {
			t.Errorf("%s: span %v cuts a character", f.Rule.Name, f.Span)
		}
		if f.Message == "" || strings.HasSuffix(f.Message, ".") || strings.Contains(strings.ToLower(f.Message), "please") {
			t.Errorf("%s: message %q", f.Rule.Name, f.Message)
		}
		for _, r := range f.Related {
			if r.Path == "" && (r.Span.Start < 0 || r.Span.End > len(src) || r.Span.End < r.Span.Start) {
				t.Errorf("%s: related span %v lies outside the file", f.Rule.Name, r.Span)
			}
		}
		for _, fix := range f.Fixes {
			if fix.Title == "" || fix.Edits == nil && fix.Rename == "" && fix.Create == nil {
				t.Errorf("%s: fix %q does nothing", f.Rule.Name, fix.Title)
			}
		}
	}
}
