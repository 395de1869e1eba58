package format_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzDocument holds of formatting any text what checkAll says, and with the
// fixes of the rules what checkSettled says.
func FuzzDocument(f *testing.F) {
	for _, pattern := range []string{"../../examples/roles/*/achievements/*.md", "../../examples/broken/achievements/*.md", "../testdata/*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("no files match %s", pattern)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(src))
			f.Add(strings.ReplaceAll(string(src[:len(src)/2]), "\n", "\r\n"))
			f.Add(strings.ReplaceAll(string(src[len(src)/3:]), "\n\n", "\n"))
		}
	}
	for _, src := range []string{
		"", "\ufeff", "# A\r\r\r", "|a|b\n-|-\n\\||`|`\n", "- a\n\n   * b\n\t+ c\n", "* a\n- b\n", "1. a\n   - b\n\n\n# C\n***\n", "**Date:**2026\n**Role**:  x  \n---\n# B\n",
		"- `a \n  b`\n", "<!-- x \n\n-->\n# A\ny\n", "```\n# A \n", "+ - -\n+ b\n", "> # a\n> b \n# c\n", "a  \nb\\\nc \nd  \n", "-\n  a\n\n- [ ]  b\n", "[a]: b\n# c\n[d]: e \n",
	} {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		checkAll(t, parse(src))
		checkSettled(t, parse(src))
		if t.Failed() {
			t.Logf("%q becomes %q", src, formatted(t, parse(src)).Source)
		}
	})
}
