package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
)

const formatDocument = "../../docs/format.md"

// The tables of docs/format.md are the template's.
func TestFormatTables(t *testing.T) {
	src, err := os.ReadFile(formatDocument)
	must(t, err)
	document := string(src)
	for name, table := range map[string]string{"fields": fieldsTable(), "sections": sectionsTable()} {
		begin := "<!-- begin: " + name + " -->\n"
		before, rest, found := strings.Cut(document, begin)
		_, after, ended := strings.Cut(rest, "<!-- end -->")
		if !found || !ended {
			t.Fatalf("no place for the table of %s", name)
		}
		document = before + begin + table + "<!-- end -->" + after
	}
	if *update {
		must(t, os.WriteFile(formatDocument, []byte(document), 0o644))
	} else if document != string(src) {
		t.Errorf("%s shows another template; go test ./cmd/achievement-ls -update writes it", formatDocument)
	}
}

func requirement(r template.Requirement) string {
	return [...]string{template.Optional: "optional", template.Recommended: "recommended", template.Required: "required"}[r]
}

// inTable is a sentence or pattern as a cell of a table holds it.
func inTable(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

func fieldsTable() string {
	var b strings.Builder
	b.WriteString("| Field | | What it says | Other names |\n| --- | --- | --- | --- |\n")
	for _, f := range template.Default().Fields {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", f.Name, requirement(f.Requirement), inTable(f.Hint), strings.Join(f.Aliases, ", "))
	}
	return b.String()
}

func sectionsTable() string {
	var b strings.Builder
	b.WriteString("| Section | | What belongs there | Other names |\n| --- | --- | --- | --- |\n")
	for _, p := range template.Default().Parts {
		fmt.Fprintf(&b, "| `%s %s` | %s | %s | %s |\n", strings.Repeat("#", p.Level), p.Name, requirement(p.Requirement), inTable(p.Hint), strings.Join(p.Aliases, ", "))
	}
	return b.String()
}

var fence = regexp.MustCompile("(?ms)^```markdown\n(.*?)^```$")

// What docs/format.md shows is part of an example or of getting started, which are
// without findings, or it is a file that is without findings itself.
func TestFormatSnippets(t *testing.T) {
	var examples strings.Builder
	must(t, filepath.WalkDir("../../examples", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			if e != nil && e.Name() == "broken" {
				return fs.SkipDir
			}
			return err
		}
		src, err := os.ReadFile(path)
		examples.Write(src)
		return err
	}))
	start, err := os.ReadFile("../../docs/getting-started.md")
	must(t, err)
	examples.Write(start)
	src, err := os.ReadFile(formatDocument)
	must(t, err)
	snippets := fence.FindAllStringSubmatch(string(src), -1)
	if len(snippets) < 5 {
		t.Fatalf("only %d snippets were found", len(snippets))
	}
	for _, m := range snippets {
		if strings.Contains(examples.String(), m[1]) {
			continue
		}
		file := filepath.Join(t.TempDir(), "ACH-005-Nurses-Hour.md")
		put(t, file, m[1])
		if found := printedBy(t, "check", file); !strings.Contains(found, "1 file checked, nothing found") || !strings.HasPrefix(m[1], "# Achievement: ") {
			t.Errorf("it is in no example, and no file without findings:\n%s\n%s", m[1], found)
		}
	}
}

var quantityRow = regexp.MustCompile("(?m)^\\| ([a-z ]+) \\| (`.*) \\|$")

// The figures of docs/format.md are read as what it says.
func TestFormatFigures(t *testing.T) {
	src, err := os.ReadFile(formatDocument)
	must(t, err)
	_, table, _ := strings.Cut(string(src), "\n| What it measures | As in |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	examples := 0
	for _, row := range quantityRow.FindAllStringSubmatch(table, -1) {
		for _, m := range regexp.MustCompile("`(.*?)`").FindAllStringSubmatch(row[2], -1) {
			examples++
			read := quantity.Read(m[1])
			if row[1] == "a change" {
				if len(read.Changes) != 1 {
					t.Errorf("%q is read as %d changes", m[1], len(read.Changes))
				}
				continue
			}
			if len(read.Quantities) != 1 || read.Quantities[0].Kind.Name() != row[1] {
				t.Errorf("%q is no %s: %v", m[1], row[1], read.Quantities)
			}
		}
	}
	if examples < 25 {
		t.Errorf("only %d figures were found", examples)
	}
}
