package edit_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"

	"github.com/aymanbagabas/go-udiff"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// TestCases runs testdata/*.txtar. A case is an archive: prose that says what
// it shows, with options in lines of the form "key: value" at its end, a file,
// and for each of the edits tried on that file what it changes, as a
// difference of lines with the tab stops in ‹›. Options:
//
//	eol: crlf (or cr)     the file has these line ends
//	bom: yes              it starts with a byte order mark
//	final newline: no     its last line has none
//
// The edits are, each optionally preceded by the number of the entry it is for,
// as in "2: section tags":
//
//	complete, to bold, to front matter, and on the first line that holds the words
//	bullets WORDS, steps WORDS, toggle WORDS, tick WORDS
//	section KEY, part KEY, missing, field KEY [VALUE], title, reorder
//	row KEY, fill KEY         in the section, subsection or STAR part of that key
//	level N HEADING           the heading that holds these words
//	suppress RULE line|next-line|file WORDS    on the first line that holds the words
//
// With -update what the edits change is rewritten.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runCase(t, file) })
	}
}

func runCase(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files) < 2 {
		t.Fatal("a case is a file and at least one edit of it")
	}
	doc := parse(archive.Files[0].Name, written(string(archive.Comment), string(archive.Files[0].Data)))
	for i, f := range archive.Files[1:] {
		edits := perform(t, doc, f.Name)
		after := apply(t, doc, edits)
		if again := perform(t, after, f.Name); once(f.Name) && len(again) > 0 {
			t.Errorf("%s: done, and to be done again: %+v", f.Name, again)
		}
		got := difference(t, doc, edits)
		if *update {
			archive.Files[i+1].Data = []byte(got)
		} else if d := cmp.Diff(string(f.Data), got); d != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, d)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// written is a case's file as its options want it.
func written(options, src string) string {
	for line := range strings.Lines(options) {
		switch strings.TrimSpace(line) {
		case "final newline: no":
			src = strings.TrimSuffix(src, "\n")
		case "eol: crlf":
			src = strings.ReplaceAll(src, "\n", "\r\n")
		case "eol: cr":
			src = strings.ReplaceAll(src, "\n", "\r")
		case "bom: yes":
			src = "\ufeff" + src
		}
	}
	return src
}

// once reports whether an edit, done, leaves nothing to do: all but those that
// add another row, and those that a name of their own would be needed for.
func once(name string) bool {
	return !strings.Contains(name, "row ") && !strings.Contains(name, "toggle ") && !strings.Contains(name, "suppress ")
}

// perform gives the edits that a case names.
func perform(t *testing.T, doc *document.Document, name string) []text.Edit {
	t.Helper()
	n := 1
	if number, rest, ok := strings.Cut(name, ": "); ok && len(number) == 1 {
		n, _ = strconv.Atoi(number)
		name = rest
	}
	if n < 1 || n > len(doc.Entries) {
		t.Fatalf("%q: the file has %d entries", name, len(doc.Entries))
	}
	e := doc.Entries[n-1]
	words := strings.Fields(name + " - - -")
	key := template.Key(words[1])
	switch words[0] {
	case "section":
		return edit.InsertSection(doc, e, key)
	case "part":
		return edit.InsertPart(doc, e, key)
	case "complete":
		return edit.Complete(doc, e)
	case "to":
		if words[1] == "bold" {
			return edit.ToBold(doc)
		}
		return edit.ToFrontMatter(doc)
	case "bullets", "steps", "toggle", "tick":
		_, quote, _ := strings.Cut(name, words[0]+" ")
		at := strings.Index(doc.Source, quote)
		if at < 0 {
			t.Fatalf("%q: no such words", name)
		}
		switch words[0] {
		case "bullets":
			return edit.Bullets(doc, at)
		case "steps":
			return edit.Steps(doc, e, at)
		case "toggle":
			return edit.Toggle(doc, at)
		}
		return edit.TickAll(doc, at)
	case "missing":
		return edit.InsertMissing(doc, e)
	case "field":
		_, value, _ := strings.Cut(name, words[1])
		return edit.InsertField(doc, e, key, strings.TrimSpace(value))
	case "title":
		return edit.InsertTitle(doc, e)
	case "reorder":
		return edit.Reorder(doc, e)
	case "row":
		return edit.InsertRow(doc, sectionOf(t, e, key))
	case "fill":
		if part := e.Part(key); part != nil {
			return edit.FillPart(doc, part)
		}
		return edit.FillSection(doc, sectionOf(t, e, key))
	case "level":
		level, err := strconv.Atoi(words[1])
		_, heading, _ := strings.Cut(name, words[1]+" ")
		i := slices.IndexFunc(doc.Sections, func(s *document.Section) bool { return strings.Contains(s.Name, heading) })
		if err != nil || i < 0 {
			t.Fatalf("%q: no such level or heading", name)
		}
		return edit.SetLevel(doc, doc.Sections[i], level)
	case "suppress":
		scope, ok := map[string]edit.Scope{"line": edit.Line, "next-line": edit.NextLine, "file": edit.File}[words[2]]
		_, quote, _ := strings.Cut(name, words[2]+" ")
		at := strings.Index(doc.Source, quote)
		if !ok || at < 0 {
			t.Fatalf("%q: no such scope or words", name)
		}
		return []text.Edit{edit.Suppress(doc, words[1], text.Span{Start: at, End: at + len(quote)}, scope)}
	}
	t.Fatalf("there is no edit %q", name)
	return nil
}

func sectionOf(t *testing.T, e *document.Entry, key template.Key) *document.Section {
	t.Helper()
	s := e.Section(key)
	if s == nil {
		t.Fatalf("the entry has no section %q", key)
	}
	return s
}

// difference shows what edits change, their stops in ‹›.
func difference(t *testing.T, doc *document.Document, edits []text.Edit) string {
	t.Helper()
	var marked []text.Edit
	for _, e := range edits {
		for _, s := range slices.Backward(e.Stops) {
			e.New = e.New[:s.Start] + "‹" + s.Of(e.New) + "›" + e.New[s.End:]
		}
		marked = append(marked, e)
	}
	after, err := text.Apply(doc.Source, marked)
	if err != nil {
		t.Fatal(err)
	}
	plain := func(s string) string { return strings.ReplaceAll(s, edit.EOL(doc), "\n") }
	before := plain(doc.Source)
	diff, err := udiff.ToUnified("", "", before, udiff.Lines(before, plain(after)), 1)
	if err != nil {
		t.Fatal(err)
	}
	_, diff, _ = strings.Cut(diff, "+++ \n")
	if diff == "" {
		return "nothing\n"
	}
	return diff
}
