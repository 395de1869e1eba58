package document

import (
	"strings"
	"testing"
)

func kindOf(path, src string) string {
	kind, _, _ := strings.Cut(render(Parse(path, src, nil)), "\n")
	return kind
}

func TestKind(t *testing.T) {
	const labels = "## Situation\n\na\n\n## Task\n\nb\n\n## Result\n\nc\n"
	tests := []struct{ name, path, src, want string }{
		// by front matter
		{"front matter", "x.md", "---\ntype: achievement\n---\n", "achievement"},
		{"front matter, review", "x.md", "---\ntype: review\n---\n# Achievement: X\n", "review"},
		{"front matter, role", "x.md", "---\ntype: role\n---\n# X\n", "role"},
		{"front matter, people", "x.md", "---\ntype: People\n---\n# X\n", "people"},
		{"front matter of another kind", "x.md", "---\ntype: post\n---\n# X\n", "other"},
		{"a type in the text", "x.md", "# X\n\n**Type:** achievement\n", "other"},
		{"front matter, CRLF and BOM", "x.md", "\ufeff---\r\ntype: achievement\r\n---\r\n", "achievement"},
		// an achievement by its title
		{"title", "x.md", "# Achievement: X\n", "achievement"},
		{"title without words", "x.md", "# Achievement:\n", "achievement"},
		{"accomplishment", "x.md", "# Accomplishment: X\n", "achievement"},
		{"any case", "x.md", "# ACHIEVEMENT: X\n", "achievement"},
		{"full-width colon", "x.md", "# Achievement：X\n", "achievement"},
		{"bold", "x.md", "# **Achievement:** X\n", "achievement"},
		{"emoji", "x.md", "# 🏆 Achievement: X\n", "achievement"},
		{"setext", "x.md", "Achievement: X\n===\n", "achievement"},
		{"not the first heading", "x.md", "# Wins of 2026\n\n# Achievement: X\n", "achievement"},
		{"title below reviews", "reviews/x.md", "# Achievement: X\n", "achievement"},
		{"level 2", "x.md", "## Achievement: X\n", "other"},
		{"no colon", "x.md", "# Achievement unlocked\n", "other"},
		{"plural", "x.md", "# Achievements: a list\n", "other"},
		{"numbered, as in games", "x.md", "# Achievement 12: Slay the dragon\n", "other"},
		{"in a fence", "README.md", "# X\n\n```\n# Achievement: X\n```\n", "other"},
		{"in a quote", "x.md", "> # Achievement: X\n", "other"},
		{"in a comment", "x.md", "<!--\n# Achievement: X\n-->\n", "other"},
		{"indented", "x.md", "X\n\n    # Achievement: X\n", "other"},
		// by the file's name or folder
		{"empty by name", "ACH-004-x.md", "", "achievement"},
		{"empty by name, lower case", "ach-004.md", "", "achievement"},
		{"empty by name, without number", "ACH-new.md", "\n", "achievement"},
		{"empty by name, byte order mark", "ACH-004.md", "\ufeff\n", "achievement"},
		{"empty by folder", "career/achievements/x.md", "\n", "achievement"},
		{"empty in a folder below", "achievements/2026/x.md", "", "achievement"},
		{"empty elsewhere", "notes/x.md", "", "other"},
		{"named, with a label", "ACH-004.md", "**Situation:** a\n", "achievement"},
		{"named, with a heading", "ACH-004.md", "# X\n\n## Results\n\na\n", "achievement"},
		{"named, with a field", "ACH-004.md", "# X\n\n**Date:** 2026-03-01\n", "achievement"},
		{"named, with an alias alone", "ACH-004.md", "# X\n\n## Impact\n\na\n", "other"},
		{"named, with neither", "ACH-004.md", "# X\n\nText.\n", "other"},
		{"by folder, with a label", "achievements/x.md", "# X\n\n**Result:** a\n", "achievement"},
		{"by folder, with a table", "achievements/x.md", "# X\n\n| Situation | a |\n|---|---|\n", "achievement"},
		{"by folder, labels in code", "achievements/x.md", "# X\n\n```\n**Result:** a\n**Date:** b\n```\n", "other"},
		{"by folder, labels in a quote", "achievements/x.md", "# X\n\n> **Result:** a\n", "other"},
		{"by folder, a README", "achievements/README.md", "# How to write these\n\n**Date:** the day it was done.\n", "other"},
		{"by folder, a list", "achievements/INDEX.md", "# All\n\n| Date | Title |\n|---|---|\n| 2026-03-01 | [X](ACH-001.md) |\n", "other"},
		{"front matter id of a page", "achievements/intro.md", "---\nid: intro\n---\n# X\n", "other"},
		// by its ID and a label
		{"ID and label", "x.md", "# X\n\n**Achievement ID:** ACH-001\n\n## Result\n\na\n", "achievement"},
		{"ID and bold label", "x.md", "**Achievement ID:** 7\n\n**Action:** a\n", "achievement"},
		{"front matter id with prefix", "x.md", "---\nid: ACH-001\n---\n# X\n\n## Result\n\na\n", "achievement"},
		{"front matter id of another kind", "x.md", "---\nid: intro\n---\n# X\n\n## Result\n\na\n", "other"},
		{"an ID that is no achievement's", "x.md", "# X\n\n**ID:** ACH-001\n\n## Result\n\na\n", "other"},
		{"a game's ID", "x.md", "# X\n\n**Achievement ID:** 1234\n", "other"},
		{"ID and an alias", "x.md", "# X\n\n**Achievement ID:** 1234\n\n## Impact\n\na\n\n## Approach\n\nb\n", "other"},
		{"ID and a foreign label", "x.md", "# X\n\n**Achievement ID:** 1234\n\n**Situação:** aberto\n", "other"},
		// by three labels and a role
		{"three labels and a role", "x.md", "# X\n\n**Role:** Nurse\n\n" + labels, "achievement"},
		{"three labels and a role in front matter", "x.md", "---\nrole: Nurse\n---\n# X\n\n" + labels, "achievement"},
		{"three labels alone", "x.md", "# X\n\n" + labels, "other"},
		{"three labels and an alias of role", "x.md", "# X\n\n**Position:** Nurse\n\n" + labels, "other"},
		{"two labels and a role", "x.md", "# X\n\n**Role:** Nurse\n\n## Situation\n\na\n\n## Result\n\nb\n", "other"},
		{"one label three times and a role", "x.md", "# X\n\n**Role:** Nurse\n\n## Result\n\n## Result\n\n## Results\n", "other"},
		{"three aliases and a role", "x.md", "# X\n\n**Role:** Nurse\n\n## Background\n\n## Approach\n\n## Impact\n", "other"},
		// reviews
		{"review by name", "2026-H1-Self-Review.md", "# H1\n", "review"},
		{"review by name, first", "self-review 2026.md", "# H1\n", "review"},
		{"review by title", "x.md", "# Self-Review: 2026-H1\n", "review"},
		{"review by title, last", "x.md", "# 2026 Performance Review\n", "review"},
		{"brag document", "x.md", "# Ann's brag document\n", "review"},
		{"promotion packet", "promotion_packet.md", "# X\n", "review"},
		{"below reviews", "reviews/x.md", "# X\n", "review"},
		{"in the middle of a title", "x.md", "# Why a self-review helps\n", "other"},
		{"a longer word", "x.md", "# Self-reviewing code\n", "other"},
		{"a code review", "code-review.md", "# Code review\n", "other"},
		// roles
		{"role", "x.md", "# Role: Nurse\n", "role"},
		{"role, any case", "x.md", "# ROLE : Nurse\n", "role"},
		{"role by its ID", "onboarding.md", "# Onboarding: Nurse @ Mercy\n\n**Role ID:** ROLE-001\n", "role"},
		{"role's ID in a review", "reviews/x.md", "# X\n\n**Role ID:** ROLE-001\n", "review"},
		{"role's ID in an achievement", "x.md", "# Achievement: X\n\n**Role ID:** ROLE-001\n", "achievement"},
		{"a word that starts alike", "x.md", "# Roles: a table\n", "other"},
		// none
		{"template in a code block", "README.md", "# X\n\n```\n# Achievement: X\n**Achievement ID:** ACH-001\n## Situation\n```\n", "other"},
		{"status in Portuguese", "x.md", "# X\n\n**Situação:** aberto\n\n**Role:** x\n", "other"},
		{"status in Spanish", "x.md", "# X\n\nSituación: abierta\n", "other"},
		{"a changelog", "CHANGELOG.md", "# Changelog\n\n## Impact\n\nNone.\n", "other"},
		{"nothing", "", "", "other"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := kindOf(test.path, test.src); got != test.want {
				t.Errorf("%q is read as %s, want %s", test.src, got, test.want)
			}
		})
	}
}
