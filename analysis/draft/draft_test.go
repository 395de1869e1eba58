package draft

import (
	"strings"
	"testing"

	"achievement-ls/analysis/workspace"
)

func TestFileName(t *testing.T) {
	tests := []struct{ title, want string }{
		{"Halved the wait", "ACH-001-Halved-the-wait.md"},
		{"  C++: 80 → 60 / “fast” ", "ACH-001-C-80-60-fast.md"},
		{"../../etc/passwd", "ACH-001-etc-passwd.md"},
		{"Überfälle aufgeklärt", "ACH-001-Überfälle-aufgeklärt.md"},
		{"種の図書室を開いた", "ACH-001-種の図書室を開いた.md"},
		{"!?", "ACH-001.md"},
		{"One title of so many words that no file system would want them all in a name", "ACH-001-One-title-of-so-many-words-that-no-file-system-would-want.md"},
		{strings.Repeat("長", 100), "ACH-001-" + strings.Repeat("長", 40) + ".md"},
	}
	for _, test := range tests {
		if got := fileName("ACH-001", test.title); got != test.want {
			t.Errorf("%q gives %s, want %s", test.title, got, test.want)
		}
	}
}

func TestNextRole(t *testing.T) {
	tests := []struct {
		have []string
		want string
	}{
		{nil, "ROLE-001"},
		{[]string{"ROLE-001", "ROLE-007", "role-003"}, "ROLE-008"},
		{[]string{"ROLE-0012"}, "ROLE-0013"},
		{[]string{"ROLE-999"}, "ROLE-1000"},
		{[]string{"ROLE-X"}, "ROLE-001"},
	}
	for _, test := range tests {
		var roles []workspace.RoleFacts
		for _, id := range test.have {
			roles = append(roles, workspace.RoleFacts{ID: id})
		}
		if got := nextRole(roles); got != test.want {
			t.Errorf("after %v comes %s, want %s", test.have, got, test.want)
		}
	}
}
