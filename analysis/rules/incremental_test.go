package rules_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/workspace"
)

// folder is a workspace as an editor keeps it: its snapshot changes file by file.
type folder struct {
	files map[string]string
	kept  *workspace.Snapshot
}

func (f *folder) write(path, src string) {
	f.files[path] = src
	f.kept = f.kept.With(workspace.FactsOf(document.Parse(path, src, nil)))
}

func (f *folder) remove(path string) {
	delete(f.files, path)
	f.kept = f.kept.Without(path)
}

func (f *folder) paths() []string {
	var out []string
	for p := range f.files {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// findings are those of every file under a snapshot.
func (f *folder) findings(s *workspace.Snapshot) string {
	var b strings.Builder
	for _, path := range f.paths() {
		doc := document.Parse(path, f.files[path], nil)
		for _, found := range rules.Check(rules.Input{Document: doc, Workspace: s, Config: config.Default()}) {
			fmt.Fprintf(&b, "%s:%d-%d %s %s", path, found.Span.Start, found.Span.End, found.Rule.Name, found.Message)
			for _, r := range found.Related {
				fmt.Fprintf(&b, " see %s:%d %s", r.Path, r.Span.Start, r.Message)
			}
			for _, fix := range found.Fixes {
				fmt.Fprintf(&b, " fix %s", fix.Title)
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// randomFile is a file of a folder in which files name one another, rightly and
// wrongly.
func randomFile(r *rand.Rand) (path, src string) {
	role := fmt.Sprintf("ROLE-00%d", 1+r.IntN(3))
	where := [...]string{"", "roles/" + role + "-Co/"}[r.IntN(2)]
	n, m := 1+r.IntN(9), 1+r.IntN(12)
	switch r.IntN(5) {
	case 0:
		return fmt.Sprintf("%sreviews/2026-H%d-Self-Review.md", where, 1+n%2),
			fmt.Sprintf("# Self-Review: 2026-H%d\n\n1. [ACH-%03d](../achievements/ACH-%03d-x.md): waiting fell by %d%%\n2. ACH-%03d\n\nSee [[ACH-%03d-x]].\n", 1+n%2, n, n, 10*n, m, m)
	case 1:
		return where + "onboarding.md", fmt.Sprintf("# Onboarding: Dev @ Co\n\n**Role ID:** %s\n**Manager:** Jenny Tran\n**Start:** 2026-0%d-01\n", role, n)
	}
	id := n
	if r.IntN(5) == 0 {
		id = m // not the ID of the file's name
	}
	name := [...]string{"Jenny Tran", "Jeny Tran", "Ada Moreau"}[r.IntN(3)]
	tag := [...]string{"payroll", "payrol", "bank-file", "bank-files"}[r.IntN(4)]
	return fmt.Sprintf("%sachievements/ACH-%03d-x.md", where, n), fmt.Sprintf("# Achievement: Less waiting %d\n\n**Achievement ID:** ACH-%03d\n**Date:** 2026-%02d-10\n**Role:** %s - Dev @ Co\n\n## Summary\n\nLess waiting than in ACH-%03d.\n\n## Context\n\nPeople waited.\n\n## What I did\n\n- Moved the forms\n\n## Results\n\n- Waiting: %d%% less\n\n## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| %s | Dev %d | Helped |\n\n## Tags\n\n- #%s\n\n## Link to Review\n\n**Used in:** 2026-H%d-Self-Review.md — Achievement #%d\n",
		n, id, m, role, m, 10*m, name, r.IntN(2), tag, 1+r.IntN(2), 1+r.IntN(2))
}

// After any sequence of edits, renames, creations and deletions every finding is
// the one that a workspace read from scratch has.
func TestFindingsOfAKeptSnapshot(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 15
	}
	seen := make(map[string]bool)
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 9))
		f := &folder{files: map[string]string{}, kept: workspace.Empty()}
		for range 12 {
			f.write(randomFile(r))
		}
		for step := range rounds {
			paths := f.paths()
			path := paths[r.IntN(len(paths))]
			switch r.IntN(4) {
			case 0:
				f.write(randomFile(r))
			case 1:
				if len(paths) > 6 {
					f.remove(path)
				}
			case 2:
				src := f.files[path]
				f.remove(path)
				f.write(strings.Replace(path, "-x.md", fmt.Sprintf("-y%d.md", step), 1), src)
			case 3: // a few keystrokes
				src := f.files[path]
				at := r.IntN(len(src))
				f.write(path, src[:at]+"ACH-00"+fmt.Sprint(1+r.IntN(9))+src[at:])
			}
			scratch := workspace.Of(func(yield func(workspace.Facts) bool) {
				for p, src := range f.files {
					if !yield(workspace.FactsOf(document.Parse(p, src, nil))) {
						return
					}
				}
			})
			kept, fresh := f.findings(f.kept), f.findings(scratch)
			if kept != fresh {
				t.Fatalf("seed %d, step %d: kept\n%s\nfrom scratch\n%s", seed, step, kept, fresh)
			}
			for _, name := range referenceRules {
				if strings.Contains(kept, " "+name+" ") {
					seen[name] = true
				}
			}
		}
	}
	for _, name := range referenceRules {
		if !seen[name] && !testing.Short() {
			t.Errorf("%s never fired: the folder tests nothing of it", name)
		}
	}
}

// referenceRules look at other files.
var referenceRules = []string{
	"unknown-achievement", "unknown-review", "broken-link", "review-claim", "review-link", "review-period", "uncited-achievement", "similar-person", "person-role",
	"duplicate-id", "unknown-role", "similar-tag",
}
