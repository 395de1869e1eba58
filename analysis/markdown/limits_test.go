package markdown

import (
	"strings"
	"testing"
)

// What real files hold, long lines of dashes and many links among it, is read
// in full.
func TestLimitsLeaveRealTextAlone(t *testing.T) {
	for _, rule := range []string{strings.Repeat("-", 120), strings.Repeat("* ", 40), strings.Repeat("_", 200)} {
		if got := outline(Parse(rule+"\n", nil)); !strings.HasPrefix(got, "break") {
			t.Errorf("%q is read as\n%s", rule, got)
		}
	}
	if got := len(Parse(strings.Repeat("[a](b.md) ", 200)+"\n", nil).Links); got != 200 {
		t.Errorf("of 200 links on a line %d are found", got)
	}
	if got := len(Parse(strings.Repeat("| [a](b.md) |\n", 1000), nil).Links); got != 1000 {
		t.Errorf("of 1000 links in lines %d are found", got)
	}
	if got := outline(Parse("> > - 1. a\n", nil)); !strings.Contains(got, `paragraph "a"`) {
		t.Errorf("nested containers are read as\n%s", got)
	}
	if table := Parse(table(20, 50), nil).Blocks[0]; len(table.Children) != 51 {
		t.Errorf("of 50 rows that lack 19 cells %d are read", len(table.Children)-1)
	}
}

// table has one cell in each row, and columns for more.
func table(columns, rows int) string {
	return strings.Repeat("| a ", columns) + "|\n" + strings.Repeat("|---", columns) + "|\n" + strings.Repeat("| b |\n", rows)
}

// Rows that lack too many cells are hidden, up to where the table ends.
func TestShortRowsOfWideTables(t *testing.T) {
	for _, tt := range []struct{ before, indent, after string }{{"", "", "# A\n"}, {"", "", "\nA\n"}, {"> ", "> ", "\nA\n"}, {"- ", "  ", "\n# A\n"}} {
		lines := strings.SplitAfter(table(1000, 1000), "\n")
		src := tt.before + strings.TrimSuffix(strings.Join(lines, tt.indent), tt.indent) + tt.after
		invariants(t, src)
		got := outline(Parse(src, nil))
		if rows := strings.Count(got, "row"); rows < 10 || rows > 100 {
			t.Errorf("%q: %d rows are read", tt, rows)
		}
		if !strings.Contains(got[max(0, len(got)-40):], `"A"`) {
			t.Errorf("%q: what follows is read as %q", tt, got[max(0, len(got)-40):])
		}
	}
}

// Beyond the limits the tree is poorer, and still sound.
func TestBeyondTheLimits(t *testing.T) {
	for _, unit := range []string{"> ", "- ", "+ ", "1. ", "[a](", "[a](b) ", "<a ", "**a `b_ ~~"} {
		invariants(t, strings.Repeat(unit, 1000)+"a\n")
	}
	if links := Parse(strings.Repeat("[a](b.md) ", 1000)+"\n", nil).Links; len(links) != maxBrackets {
		t.Errorf("%d links are found, want %d", len(links), maxBrackets)
	}
}
