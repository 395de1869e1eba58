package completion

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// A writer types each example from its first character to its last. Whatever is
// offered on the way, if taken, is understood as what it claims to be.
func TestTypingTheExamples(t *testing.T) {
	files := exampleFiles(t)
	for path, src := range files {
		others := workspace.Of(func(yield func(workspace.Facts) bool) {
			for p, s := range files {
				if p != path && !yield(workspace.FactsOf(document.Parse(p, s, nil))) {
					return
				}
			}
		})
		t.Run(path, func(t *testing.T) { typeFile(t, path, src, others) })
		if strings.Contains(path, "Small-Wins") {
			t.Run("CRLF", func(t *testing.T) { typeFile(t, path, strings.ReplaceAll(src, "\n", "\r\n"), others) })
		}
	}
}

func typeFile(t *testing.T, path, src string, others *workspace.Snapshot) {
	kinds := map[Kind]int{}
	last := ""
	for i := range len(src) + 1 {
		doc := document.Parse(path, src[:i], nil)
		in := Input{Document: doc, Offset: i, Workspace: others, Config: config.Default(), Today: today}
		candidates := complete(t, in)
		shown := fmt.Sprint(len(candidates), doc.Lines.Count())
		if len(candidates) > 0 && shown != last {
			for _, c := range slices.Concat(candidates[:min(2, len(candidates))], candidates[len(candidates)-1:]) {
				kinds[c.Kind]++
				if wrong := claim(in, c); wrong != "" {
					line := doc.Lines.LineAt(i)
					t.Fatalf("typed %q, taken %q: %s", src[line.Start:i], c.Label, wrong)
				}
			}
		}
		last = shown
	}
	if len(kinds) == 0 && strings.Contains(path, "achievements/") {
		t.Error("nothing was offered")
	}
}

// The same for what is begun on a new line anywhere in a finished file. The
// first role's achievements have every form but many entries in one file.
func TestNewLineInTheExamples(t *testing.T) {
	for path, src := range exampleFiles(t) {
		if !strings.Contains(path, "ROLE-001") && !strings.Contains(path, "Small-Wins") {
			continue
		}
		lines := strings.SplitAfter(src, "\n")
		for n := range lines {
			if n > 0 && strings.HasPrefix(lines[n-1], "|") && strings.HasPrefix(lines[n], "|") {
				continue // a table cut in two is none
			}
			for _, begun := range []string{"", "#", "## ", "### ", "-", "- ", "- #", "- [", "- [ ] ", "1. ", "|", "| ", "**", "**Date:** ", "**Used in:** ", "ACH-", "See [it](", "See [["} {
				before := strings.Join(lines[:n], "") + begun
				doc := document.Parse(path, before+"\n"+strings.Join(lines[n:], ""), nil)
				in := Input{Document: doc, Offset: len(before), Workspace: known, Config: config.Default(), Today: today}
				all := complete(t, in)
				for i, c := range all {
					if i > 0 && i < len(all)-1 {
						continue
					}
					if wrong := claim(in, c); wrong != "" {
						t.Fatalf("%s, line %d, typed %q, taken %q: %s", path, n+1, begun, c.Label, wrong)
					}
				}
			}
		}
	}
}

// claim takes a candidate and says in what it is not what it claims to be; ""
// where it is.
func claim(in Input, c Candidate) string {
	src, err := text.Apply(in.Document.Source, append([]text.Edit{c.Edit}, c.Additional...))
	if err != nil {
		return err.Error()
	}
	if at := c.Edit.Span.Start + len(c.Edit.New); c.Kind == Tag && src[:at] == src && strings.Contains(src[strings.LastIndex(src, "\n")+1:], "[") {
		src += "]" // the list goes on
	}
	doc := document.Parse(in.Document.Path, src, nil)
	line := in.Document.Lines.LineOf(c.Edit.Span.Start)
	place := text.Span{Start: doc.Lines.Line(line).Start, End: c.Edit.Span.Start + len(c.Edit.New)}
	var fields []*document.Field
	fields = append(fields, doc.Fields...)
	found := false
	for _, e := range doc.Entries {
		fields = append(fields, e.Fields...)
		for _, tag := range e.Tags {
			found = found || c.Kind == Tag && "#"+tag.Name == c.Label && place.Covers(tag.Span)
		}
		for _, who := range e.People {
			found = found || c.Kind == Person && who.Name.Text == c.Label && place.Covers(who.Name.Span)
		}
		for _, r := range e.Reviews {
			found = found || c.Kind == File && (strings.HasPrefix(r.Target.Text, c.Label) || strings.HasPrefix(c.Label, "Achievement #") && r.Number > 0 && strings.HasSuffix(c.Label, fmt.Sprintf("#%d", r.Number)))
		}
	}
	for _, f := range fields {
		known := doc.Template.Field(f.Key)
		value := f.Text == c.Label
		switch c.Kind {
		case Field:
			found = found || known != nil && (known.Name == c.Label || known.FrontMatter == c.Label || value)
		case Date, Role, Category, ID:
			found = found || value
		}
	}
	for _, s := range doc.Sections {
		if c.Kind == Section && doc.Lines.LineOf(s.Heading.Span.Start) == line {
			found = found || s.Name == c.Label && s.Key != "" || strings.HasPrefix(s.Name, c.Label) && s == doc.Title
		}
	}
	for _, e := range doc.Entries {
		for _, part := range e.Parts {
			found = found || c.Kind == Section && doc.Text(part.Label) == c.Label && place.Covers(part.Label)
		}
	}
	if c.Kind == Section && c.Label == "achievement" {
		found = len(doc.Entries) == 1 && len(edit.Missing(doc, doc.Entries[0])) == 0
	}
	doc.Walk(func(b *markdown.Block) bool {
		content := strings.Trim(doc.Text(b.Text), "*_ ")
		switch c.Kind {
		case Evidence, Date, Role:
			found = found || b.Kind == markdown.Cell && content == c.Label
		case Skill:
			found = found || b.Kind == markdown.Item && content == c.Label
		case Checklist:
			found = found || b.Kind == markdown.Item && content == c.Label && !b.Box.Empty()
		case Verb:
			found = found || b.Kind == markdown.Item && strings.HasPrefix(content, c.Label)
		case Metric:
			found = found || place.Touches(b.Span.End)
		}
		return true
	})
	for _, to := range doc.Targets() {
		found = found || c.Kind == File && doc.Text(to.Span) == c.Label && place.Covers(to.Span)
	}
	for _, s := range doc.Suppressions {
		found = found || c.Kind == RuleName && s.Verb.Text == c.Label
	}
	if c.Kind == ID {
		found = found || strings.Contains(place.Of(src), c.Label)
	}
	if !found {
		return fmt.Sprintf("kind %d is not found in\n%s", c.Kind, place.Of(src))
	}
	if c.Kind == Date && c.Label != "present" {
		_, ok := calendar.ParseDate(c.Label)
		if _, _, period := calendar.FindPeriod(c.Label, 1); !ok && !period {
			return "it is no date"
		}
	}
	return ""
}

// exampleFiles are the files of examples that are in good order, by their path.
func exampleFiles(t testing.TB) map[string]string {
	t.Helper()
	const root = "../examples"
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && entry.Name() == "broken":
			return filepath.SkipDir
		case !strings.HasSuffix(path, ".md"):
			return nil
		}
		src, err := os.ReadFile(path)
		rel, relErr := filepath.Rel(root, path)
		if relErr != nil {
			return relErr
		}
		files[filepath.ToSlash(rel)] = string(src)
		return err
	})
	if err != nil || len(files) < 10 {
		t.Fatalf("reading the examples: %d files, %v", len(files), err)
	}
	return files
}
