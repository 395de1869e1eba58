package format_test

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"golang.org/x/tools/txtar"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
)

var style = config.Default().Format

func parse(src string) *document.Document {
	return document.ParseAs(document.Achievement, "ACH-001-Name.md", src, nil)
}

// formatted is doc after formatting.
func formatted(t testing.TB, doc *document.Document) *document.Document {
	t.Helper()
	after, err := text.Apply(doc.Source, format.Document(doc, style))
	if err != nil {
		t.Fatal(err)
	}
	return document.ParseAs(doc.Kind, doc.Path, after, doc.Template)
}

// checkAll holds what is true of formatting any text.
func checkAll(t testing.TB, doc *document.Document) {
	t.Helper()
	checkEdits(t, doc, format.Document(doc, style))
	after := formatted(t, doc)
	if again := formatted(t, after); again.Source != after.Source {
		t.Errorf("formatted twice it is otherwise (-once +twice):\n%s", cmp.Diff(strings.Split(after.Source, "\n"), strings.Split(again.Source, "\n")))
	}
	checkMeaning(t, doc, after)
}

// checkEdits: edits are in order, do not overlap, change something, cut no
// character and no line ending, and bring the file's line ends alone.
func checkEdits(t testing.TB, doc *document.Document, edits []text.Edit) {
	t.Helper()
	src, eol := doc.Source, edit.EOL(doc)
	end := -1
	for _, e := range edits {
		if e.Span.Start < end || e.Span.Of(src) == e.New {
			t.Errorf("the edit %+v overlaps the one before or changes nothing", e)
		}
		end = e.Span.End
		for _, offset := range []int{e.Span.Start, e.Span.End} {
			if utf8.ValidString(src) && offset < len(src) && !utf8.RuneStart(src[offset]) || offset > 0 && offset < len(src) && src[offset-1:offset+1] == "\r\n" {
				t.Errorf("%d lies within a character or line ending", offset)
			}
		}
		if strings.HasPrefix(src, "\ufeff") && e.Span.Start < len("\ufeff") {
			t.Errorf("an edit at %d before or in the byte order mark", e.Span.Start)
		}
		if strings.Trim(strings.ReplaceAll(e.New, eol, ""), " -*+|:_") != "" {
			t.Errorf("it writes %q", e.New)
		}
		if old := e.Span.Of(src); strings.Trim(old, " \t\r\n-*+|:_") != "" {
			t.Errorf("it deletes %q", old)
		}
	}
}

// checkMeaning: rendered, both texts are the same but for what is the
// formatter's.
func checkMeaning(t testing.TB, before, after *document.Document) {
	t.Helper()
	if diff := cmp.Diff(strings.Split(rendered(t, before), "\n"), strings.Split(rendered(t, after), "\n")); diff != "" {
		t.Errorf("it means something else (-before +after):\n%s", diff)
	}
}

var gfm = goldmark.New(goldmark.WithExtensions(extension.Table, extension.TaskList, extension.Strikethrough), goldmark.WithRendererOptions(html.WithUnsafe()))

var (
	preformatted = regexp.MustCompile(`(?s)<pre>.*?</pre>`)
	emphasis     = regexp.MustCompile(`(?:</?(?:strong|em)>|[*_])+`)
	colon        = regexp.MustCompile(`[\s*_]*:[\s*_]*`)
	blanks       = regexp.MustCompile(`[ \t\n]+`)
	tag          = regexp.MustCompile(`\s*(</?(?:p|li|ul|ol|h\d|table|thead|tbody|tr|td|th|br)\b[^>]*>)\s*`)
)

// rendered is a document as HTML, one element a line, without rules, and with
// fields written in one way.
func rendered(t testing.TB, doc *document.Document) string {
	t.Helper()
	var out bytes.Buffer
	// goldmark overlooks a fence's language on a last line that does not end.
	if err := gfm.Convert([]byte(strings.TrimSuffix(plain(doc), "\n")+"\n"), &out); err != nil {
		t.Fatal(err)
	}
	s := strings.ReplaceAll(out.String(), "<hr>\n", "")
	var b strings.Builder
	at := 0
	flow := func(s string) {
		s = emphasis.ReplaceAllString(s, "*")
		s = colon.ReplaceAllString(s, ":")
		s = blanks.ReplaceAllString(s, " ")
		b.WriteString(tag.ReplaceAllString(s, "\n$1"))
	}
	for _, m := range preformatted.FindAllStringIndex(s, -1) {
		flow(s[at:m[0]])
		b.WriteString(s[m[0]:m[1]])
		at = m[1]
	}
	flow(s[at:])
	return strings.TrimSpace(b.String())
}

// plain is a document without front matter, its line ends as CommonMark knows
// them, and a blank line above the rules that the document has and CommonMark
// takes for a heading's underline.
func plain(doc *document.Document) string {
	src := doc.Source
	for i := len(doc.Tree.Blocks) - 1; i >= 0; i-- {
		if b := doc.Tree.Blocks[i]; b.Kind == markdown.Break && b.Span.Len() >= len("---") && strings.Trim(doc.Text(doc.Lines.LineAt(b.Span.Start)), "- \t") == "" {
			start := doc.Lines.LineAt(b.Span.Start).Start
			src = src[:start] + edit.EOL(doc) + src[start:]
		}
	}
	src = src[doc.Tree.FrontMatterBlock.End:]
	src = strings.TrimPrefix(src, "\ufeff")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src)
}

// each runs over every markdown file of the project and of the modules it needs.
// What else lies in the module cache is the machine's matter.
func each(t testing.TB, run func(t testing.TB, name, src string)) {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not .Main}}{{.Dir}}{{end}}", "all").Output()
	if err != nil {
		t.Fatalf("ask for the modules: %v", err)
	}
	files := 0
	for _, root := range append(strings.Fields(string(out)), "../../examples", "../testdata", "../../docs") {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return nil
			}
			ext := strings.ToLower(filepath.Ext(path))
			if ext != ".md" && !(ext == ".txtar" && root == "../testdata") {
				return nil
			}
			src, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if ext == ".md" {
				files++
				run(t, path, string(src))
				return nil
			}
			for _, f := range txtar.Parse(src).Files {
				if strings.HasSuffix(f.Name, ".md") {
					files++
					run(t, path, string(f.Data))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if files < 600 {
		t.Errorf("found %d files, want at least 600", files)
	}
}

func TestEveryFile(t *testing.T) {
	each(t, func(t testing.TB, name, src string) {
		for _, form := range forms {
			t.(*testing.T).Run(filepath.Base(name)+"/"+form.name, func(t *testing.T) { checkAll(t, parse(form.write(src))) })
		}
	})
}

// forms are the ways in which each file is written.
var forms = []struct {
	name  string
	write func(string) string
}{
	{"as it is", func(s string) string { return s }},
	{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
	{"CR, BOM, no final newline", func(s string) string {
		return "\ufeff" + strings.ReplaceAll(strings.TrimRight(s, "\n"), "\n", "\r")
	}},
	{"without blank lines", func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") }},
	{"with tabs", func(s string) string { return strings.ReplaceAll(s, "    ", "\t") }},
}

// Formatting brings no finding, and after it there is nothing left to mend that
// was not there to mend before.
func TestFindings(t *testing.T) {
	each(t, func(t testing.TB, name, src string) {
		t.(*testing.T).Run(filepath.Base(name), func(t *testing.T) {
			doc := parse(src)
			after := formatted(t, doc)
			if before, now := findings(doc), findings(after); now > before {
				t.Errorf("%d findings, were %d:\n%s", now, before, cmp.Diff(listed(doc), listed(after)))
			}
			checkSettled(t, doc)
		})
	})
}

// checkSettled: of a document that is fixed and formatted neither would change
// anything more.
func checkSettled(t testing.TB, doc *document.Document) {
	t.Helper()
	settled := formatted(t, fixAll(doc))
	if again := fixAll(settled); again.Source != settled.Source {
		t.Errorf("fixed, formatted and fixed again it is otherwise:\n%s", cmp.Diff(settled.Source, again.Source))
	}
	if again := formatted(t, settled); again.Source != settled.Source {
		t.Errorf("fixed and formatted it is not formatted")
	}
}

func findings(doc *document.Document) int { return len(listed(doc)) }

func listed(doc *document.Document) []string {
	var out []string
	for _, f := range rules.Check(rules.Input{Document: doc}) {
		out = append(out, f.Rule.Name+": "+f.Message)
	}
	return out
}

func fixAll(doc *document.Document) *document.Document {
	return document.ParseAs(doc.Kind, doc.Path, rules.FixAll(rules.Input{Document: doc}, nil), doc.Template)
}
