package workspace

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"achievement-ls/analysis/document"
)

// answers is everything a snapshot answers, for comparison.
func answers(s *Snapshot) map[string]any {
	m := map[string]any{
		"files": slices.Collect(s.All()), "len": s.Len(), "tags": s.Tags(), "people": s.People(), "entries": s.Entries(), "roles": s.Roles(),
		"role fields": s.RoleFields(), "categories": s.Categories(), "evidence": s.EvidenceKinds(), "skills": s.Skills(), "tools": s.Tools(), "reviews": s.Reviews(),
	}
	for f := range s.All() {
		m["linking "+f.Path], m["stem "+f.Path], m["used in "+f.Path] = s.Linking(f.Path), s.Files(Stem(f.Path)), s.UsedIn(f.Path)
		for _, id := range f.Mentions {
			m["mentioning "+id] = s.Mentioning(id)
		}
		for _, e := range f.Entries {
			m["id "+e.ID], m["next "+f.Path] = s.ByID(e.ID, f.Path), s.NextID(f.Path, "ACH-", 3)
			m["cited by "+e.ID+f.Path] = s.CitedBy(Place{f.Path, &e})
		}
		for _, c := range f.Citations {
			m["cited "+f.Path+fmt.Sprint(c)] = s.Cited(c, f.Path)
		}
	}
	return m
}

// generated is a file of a folder in which names meet often.
func generated(r *rand.Rand) (path, src string) {
	role := fmt.Sprintf("ROLE-00%d", 1+r.IntN(2))
	folder := [...]string{"", "roles/" + role + "-Co/"}[r.IntN(2)]
	n := 1 + r.IntN(9)
	switch r.IntN(6) {
	case 0:
		path = fmt.Sprintf("%sreviews/2026-H%d-Self-Review.md", folder, 1+n%2)
		src = fmt.Sprintf("# Self-Review\n\n1. ACH-00%d did it\n2. [ACH-00%d](../achievements/ACH-00%d-x.md)\n\nSee %s, [[ACH-00%d-x]].\n", 1+r.IntN(9), n, n, role, n)
	case 1:
		path = folder + "onboarding.md"
		src = "# Onboarding: Dev @ Co\n\n**Role ID:** " + role + "\n**Manager:** Ann Lee\n"
	case 2:
		path, src = folder+"growth.md", fmt.Sprintf("# Growth\n\nAs in ACH-00%d.\n", n)
	default:
		path = fmt.Sprintf("%sachievements/ACH-00%d-x.md", folder, n)
		src = achievement(fmt.Sprintf("ACH-00%d", 1+r.IntN(9)), fmt.Sprintf("2026-0%d-10", n), fmt.Sprintf("#t%d #t%d", r.IntN(5), r.IntN(5)), fmt.Sprintf("P%d", r.IntN(4)), "Dev") +
			fmt.Sprintf("\n## Link to Review\n\n**Used in:** 2026-H%d-Self-Review.md — Achievement #%d\n", 1+r.IntN(2), n)
	}
	return path, src
}

// A snapshot kept by changes equals one made from scratch, whatever came before.
func TestIncrementalEqualsFromScratch(t *testing.T) {
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 4))
		s := Empty()
		files := map[string]string{}
		paths := func() []string {
			var out []string
			for p := range files {
				out = append(out, p)
			}
			slices.Sort(out)
			return out
		}
		put := func(path, src string) {
			files[path] = src
			s = s.With(FactsOf(document.Parse(path, src, nil)))
		}
		for step := range 120 {
			have := paths()
			switch {
			case len(have) < 4 || r.IntN(4) == 0: // create or write anew
				put(generated(r))
			case r.IntN(3) == 0: // delete
				p := have[r.IntN(len(have))]
				delete(files, p)
				s = s.Without(p)
			case r.IntN(2) == 0: // rename
				p := have[r.IntN(len(have))]
				to := strings.Replace(p, "-x", "-y", 1)
				src := files[p]
				delete(files, p)
				s = s.Without(p)
				put(to, src)
			default: // edit
				p := have[r.IntN(len(have))]
				put(p, strings.Replace(files[p], "2026", fmt.Sprint(2020+r.IntN(7)), 1)+"\nACH-00"+fmt.Sprint(1+r.IntN(9))+"\n")
			}
			if step%10 == 0 {
				answers(s) // so that what is remembered is there to be wrong
			}
			scratch := Of(func(yield func(Facts) bool) {
				for p, src := range files {
					if !yield(FactsOf(document.Parse(p, src, nil))) {
						return
					}
				}
			})
			if step%6 != 5 {
				continue
			}
			if d := cmp.Diff(answers(scratch), answers(s)); d != "" {
				t.Fatalf("seed %d, step %d (-scratch +kept):\n%s", seed, step, d)
			}
		}
	}
}
