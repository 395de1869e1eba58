package reference_test

import (
	"fmt"
	"maps"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/reference"
)

const roles, each = 40, 50 // two thousand achievements

// career is a generated folder, in which every name also stands where it must
// not be touched: in code, in prose, as part of a longer name.
func career() map[string]string {
	files := make(map[string]string)
	var index strings.Builder
	index.WriteString("# Career\n\n| Role | Company |\n| --- | --- |\n")
	for r := 1; r <= roles; r++ {
		role := fmt.Sprintf("ROLE-%03d", r)
		folder := "roles/" + role + "-Co/"
		fmt.Fprintf(&index, "| [%s](%s) | Co |\n", role, folder)
		files[folder+"onboarding.md"] = fmt.Sprintf("# Onboarding: Dev @ Co\n\n**Role ID:** %s\n**Manager:** Person %d\n", role, r)
		review := fmt.Sprintf("# Self-Review: 2026\n\n**Role:** %s - Dev @ Co\n\n", role)
		for n := 1; n <= each; n++ {
			id := fmt.Sprintf("ACH-%03d", n)
			name := fmt.Sprintf("%s-Work%d", id, n)
			if n%7 == 0 {
				name = fmt.Sprintf("Work%d", n) // the ID stands in the field alone
			}
			other := 1 + r%roles
			files[folder+"achievements/"+name+".md"] = fmt.Sprintf("# Achievement: Work %d\n\n**Achievement ID:** %s\n**Date:** 2026-01-02\n**Role:** %s - Dev @ Co\n\n## Summary\n\nAfter [ACH-%03d](ACH-%03d-Work%d.md) and ACH-%03d, not `%s`, PRE-%s, %sx or #t%d; Person %d knows, see [there](../../ROLE-%03d-Co/achievements/ACH-001-Work1.md#summary).\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n| --- | --- | --- |\n| Person %d | Dev | Person %d did it |\n| Person %d Jr | Dev | Helped |\n\n## Tags\n\n- #t%d\n- #t%d-more\n\n## Link to Review\n\n**Used in:** 2026-Review.md — Achievement #%d\n",
				n, id, role, 1, 1, 1, n, id, id, id, n%30, n%60, other, n%60, n%60, n%60, n%30, n%30, n)
			review += fmt.Sprintf("%d. [%s](../achievements/%s.md): work, or [[%s]]\n", n, id, name, name)
		}
		files[folder+"reviews/2026-Review.md"] = review
		files[folder+"growth.md"] = "# Growth\n\nACH-001 and `ACH-001`, " + role + " and `" + role + "`.\n"
	}
	files["INDEX.md"] = index.String()
	return files
}

// Renames change exactly the places that a search by other means finds, and
// renaming back gives the same bytes.
func TestRenameAndBack(t *testing.T) {
	files := career()
	outsideCode := func(src, old, now string) string {
		pattern := regexp.MustCompile("`[^`]*`|(^|[^-\\w])" + old + `(\b)`)
		return pattern.ReplaceAllStringFunc(src, func(s string) string {
			if strings.HasPrefix(s, "`") {
				return s
			}
			return strings.Replace(s, old, now, 1)
		})
	}
	const r3 = "roles/ROLE-003-Co/"
	for _, c := range []struct {
		name      string
		at        string // the file, and the text whose first place is asked about
		text      string
		to        string
		want      func(path, src string) (string, string)
		from      string // renaming back: the file as it is called then
		now, back string
	}{
		{
			"a tag", r3 + "achievements/ACH-009-Work9.md", "#t9\n", "nine",
			func(path, src string) (string, string) {
				return path, strings.ReplaceAll(src, "\n- #t9\n", "\n- #nine\n")
			},
			r3 + "achievements/ACH-009-Work9.md", "#nine\n", "t9",
		},
		{
			"a person", r3 + "achievements/ACH-009-Work9.md", "Person 9 |", "Eva Lang",
			func(path, src string) (string, string) {
				src = strings.ReplaceAll(src, "\n| Person 9 |", "\n| Eva Lang |")
				return path, strings.ReplaceAll(src, "**Manager:** Person 9\n", "**Manager:** Eva Lang\n")
			},
			r3 + "achievements/ACH-009-Work9.md", "Eva Lang |", "Person 9",
		},
		{
			"an ID with its file", r3 + "reviews/2026-Review.md", "ACH-001", "ACH-901",
			func(path, src string) (string, string) {
				if strings.HasPrefix(path, r3) {
					// links lead into the next role's folder, where ACH-001 is another
					src = strings.ReplaceAll(src, "-Co/achievements/ACH-001", "-Co/achievements/KEEP")
					src = outsideCode(src, "ACH-001", "ACH-901")
					src = strings.ReplaceAll(src, "achievements/KEEP", "achievements/ACH-001")
					src = strings.ReplaceAll(src, "(ACH-001-", "(ACH-901-")
					return strings.Replace(path, "ACH-001", "ACH-901", 1), src
				}
				return path, strings.ReplaceAll(src, "ROLE-003-Co/achievements/ACH-001-", "ROLE-003-Co/achievements/ACH-901-")
			},
			r3 + "reviews/2026-Review.md", "ACH-901", "ACH-001",
		},
		{
			"an ID without its file", r3 + "reviews/2026-Review.md", "ACH-014", "ACH-914",
			func(path, src string) (string, string) {
				if strings.HasPrefix(path, r3) {
					return path, outsideCode(src, "ACH-014", "ACH-914")
				}
				return path, src
			},
			r3 + "reviews/2026-Review.md", "ACH-914", "ACH-014",
		},
		{
			"a role with its folder", r3 + "onboarding.md", "ROLE-003", "ROLE-777",
			func(path, src string) (string, string) {
				return strings.Replace(path, "ROLE-003-Co", "ROLE-777-Co", 1), outsideCode(src, "ROLE-003", "ROLE-777")
			},
			"roles/ROLE-777-Co/onboarding.md", "ROLE-777", "ROLE-003",
		},
		{
			"a heading", r3 + "achievements/ACH-001-Work1.md", "Summary", "In Short",
			func(path, src string) (string, string) {
				if path == r3+"achievements/ACH-001-Work1.md" {
					src = strings.Replace(src, "## Summary", "## In Short", 1)
				}
				return path, strings.ReplaceAll(src, "ROLE-003-Co/achievements/ACH-001-Work1.md#summary", "ROLE-003-Co/achievements/ACH-001-Work1.md#in-short")
			},
			r3 + "achievements/ACH-001-Work1.md", "In Short", "Summary",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			renamed := rename(t, files, c.at, c.text, c.to)
			want := make(map[string]string)
			for path, src := range files {
				path, src := c.want(path, src)
				want[path] = src
			}
			if d := cmp.Diff(want, renamed); d != "" {
				t.Fatalf("renamed (-search +rename):\n%.3000s", d)
			}
			if maps.Equal(files, renamed) {
				t.Fatal("nothing was renamed")
			}
			if d := cmp.Diff(files, rename(t, renamed, c.from, c.now, c.back)); d != "" {
				t.Errorf("renamed back (-before +after):\n%.3000s", d)
			}
		})
	}
}

// rename is the files after what stands at the first place of a text in a file
// has got another name.
func rename(t *testing.T, files map[string]string, path, at, to string) map[string]string {
	t.Helper()
	l := library(files)
	name, _, ok := l.At(path, strings.Index(files[path], at)+1)
	if !ok {
		t.Fatalf("nothing stands at %q in %s", at, path)
	}
	change, err := l.Rename(name, to)
	if err != nil {
		t.Fatalf("renaming to %s: %v", to, err)
	}
	return apply(t, files, change)
}

// Moving a folder and moving it back gives the same bytes.
func TestMoveAndBack(t *testing.T) {
	files := career()
	there := []reference.Rename{{From: "roles/ROLE-003-Co", To: "old/deep/ROLE-003-Co"}, {From: "roles/ROLE-004-Co/growth.md", To: "ROLE-004-growth.md"}}
	back := []reference.Rename{{From: there[0].To, To: there[0].From}, {From: there[1].To, To: there[1].From}}
	moved := move(t, files, there)
	if moved["old/deep/ROLE-003-Co/achievements/ACH-001-Work1.md"] == files["roles/ROLE-003-Co/achievements/ACH-001-Work1.md"] {
		t.Error("a link out of the folder that moved stayed")
	}
	if d := cmp.Diff(files, move(t, moved, back)); d != "" {
		t.Errorf("moved back (-before +after):\n%.3000s", d)
	}
}

func move(t *testing.T, files map[string]string, renames []reference.Rename) map[string]string {
	t.Helper()
	c := library(files).Moved(renames)
	c.Renames = renames
	return apply(t, files, c)
}
