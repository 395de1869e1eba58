package document

import (
	"fmt"
	"strings"
	"testing"
)

// begun are constructs as they stand while one types them.
var begun = []string{
	"`", "``", "```", "```sql", "~~~", "<", "<!", "<!--", "<!-- a", "<div", "<div>", "*", "**", "**Result", "[", "[a](", "![", "|", "| a |", "| a | b |\n|--", "-", "- ", "- [", "- [ ]", ">", "> a",
	"#", "##", "## ", "### Res", "---", "===", "1.", "$", "{{", "\\", "\t", "    a", "@", "🎉",
}

// What is complete stays understood while another line is half typed: all
// headings that were understood still are, whatever is begun above, between or
// below them.
func TestBegunBetweenLines(t *testing.T) {
	for path, src := range samples(t) {
		d := Parse(path, src, nil)
		if d.Kind != Achievement || d.Multiple || strings.HasPrefix(path, "odd") || strings.Contains(path, "broken") || strings.Contains(path, "achievements/ACH-1") {
			continue
		}
		t.Run(path, func(t *testing.T) {
			t.Parallel()
			want := outlineOf(d)
			lines := strings.SplitAfter(src, "\n")
			step := 7
			if strings.Contains(path, "Ward-Handover") {
				step = 1
			}
			for i := 1; i <= len(lines); i += step {
				for _, b := range begun {
					broken := strings.Join(lines[:i], "") + b + "\n" + strings.Join(lines[i:], "")
					got := outlineOf(Parse(path, broken, nil))
					for _, w := range want {
						if !strings.Contains(strings.Join(got, "\n")+"\n", w+"\n") {
							t.Errorf("with %q below line %d, %q, %s is lost", b, i, strings.TrimSpace(lines[i-1]), w)
						}
					}
				}
			}
		})
	}
}

func outlineOf(d *Document) []string {
	var out []string
	for _, e := range d.Entries {
		for _, s := range e.Sections {
			out = append(out, "section "+string(s.Key))
		}
		for _, p := range e.Parts {
			if p.Section != nil {
				out = append(out, fmt.Sprint("part ", p.Keys))
			}
		}
	}
	return out
}
