package format_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/text"
)

var update = flag.Bool("update", false, "rewrite what the cases expect")

// TestCases runs testdata/*.txtar: prose, a file, and "want", the file
// formatted. A · stands for a blank at a line's end.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases found: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			src := strings.ReplaceAll(string(archive.Files[0].Data), "·", " ")
			doc := parse(src)
			checkAll(t, doc)
			got := strings.ReplaceAll(formatted(t, doc).Source, "  \n", "··\n")
			if *update {
				archive.Files = append(archive.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(archive.Files) < 2 || string(archive.Files[1].Data) != got {
				t.Errorf("it is formatted as\n%s", got)
			}
		})
	}
}

// A document of no kind of ours is left alone, and so is what is switched off.
func TestLeftAlone(t *testing.T) {
	src := "# A\n| a | b |\n|---|--|\n| long | c |\n"
	if edits := format.Document(document.ParseAs(document.Other, "README.md", src, nil), style); edits != nil {
		t.Errorf("another file is given %v", edits)
	}
	for _, e := range format.Document(parse(src), config.Format{Breaks: true}) {
		if strings.Contains(src[e.Span.Start:], "|") && e.New != "\n" {
			t.Errorf("with tables off it writes %q", e.New)
		}
	}
}

// A range changes nothing outside its lines.
func TestRange(t *testing.T) {
	src := "# A \n\n* a \n- b\n- c\n\n| a | b |\n|---|---|\n| long | c |\n"
	doc := parse(src)
	for from := range doc.Lines.Count() {
		for to := from; to < doc.Lines.Count(); to++ {
			span := text.Span{Start: doc.Lines.Line(from).Start, End: doc.Lines.Line(to).End}
			edits := format.Range(doc, style, span)
			checkEdits(t, doc, edits)
			after, err := text.Apply(src, edits)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(after, src[:span.Start]) || !strings.HasSuffix(after, src[span.End:]) {
				t.Errorf("lines %d to %d: it becomes %q", from, to, after)
			}
			checkMeaning(t, doc, parse(after))
		}
	}
	if diff := cmp.Diff(format.Document(doc, style), format.Range(doc, style, text.Span{End: len(src)})); diff != "" {
		t.Errorf("all lines are formatted otherwise than the document:\n%s", diff)
	}
}

func BenchmarkDocument(b *testing.B) {
	src, err := os.ReadFile("../testdata/ACH-007-Ward-Handover.md")
	if err != nil {
		b.Fatal(err)
	}
	doc := parse(string(src))
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		format.Document(doc, style)
	}
}
