package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// career is a folder of achievements made up by a formula: the same number of
// files is the same bytes on every machine.
type career struct {
	files int
}

// people, tags and the like are drawn from lists of this many.
const (
	roles  = 4
	people = 120
	tags   = 200
)

// name is the path of the n-th achievement, relative to the career's folder.
func (career) name(n int) string {
	return fmt.Sprintf("roles/ROLE-%03d-Hospital/achievements/%d/ACH-%05d-Waiting.md", 1+n%roles, 2010+n%16, n)
}

// id is the ID of the n-th achievement.
func (career) id(n int) string { return fmt.Sprintf("ACH-%05d", n) }

// text is the n-th achievement, of some 5 kB: nothing is to be found in it.
func (c career) text(n int) string {
	draw := rand.New(rand.NewPCG(uint64(n), 1))
	from := 20 + 2*draw.IntN(40)
	var b strings.Builder
	fmt.Fprintf(&b, "# Achievement: Cut Waiting in Ward %d by Half\n\n", n)
	fmt.Fprintf(&b, "**Achievement ID:** %s\n**Date:** %d-%02d-%02d\n**Role:** ROLE-%03d - Charge Nurse @ Hospital\n**Category:** Process / Care\n\n",
		c.id(n), 2010+n%16, 1+draw.IntN(12), 1+draw.IntN(28), 1+n%roles)
	fmt.Fprintf(&b, "## Summary\n\nCut the waiting time in ward %d from %d minutes to %d (50%% less) by moving the blood tests forward, with %d nurses.\n\n", n, from, from/2, 4+draw.IntN(20))
	b.WriteString("## STAR Format\n\n### Situation (Context)\n\n")
	fmt.Fprintf(&b, "- Patients waited %d minutes, the longest time of all %d wards\n", from, 5+draw.IntN(9))
	c.prose(&b, draw, 8)
	b.WriteString("\n### Task (Your Responsibility)\n\n- Halve the time before winter, with the staff and the rooms there were\n")
	c.prose(&b, draw, 6)
	b.WriteString("\n### Action (What You Did)\n\n")
	for i := range 10 {
		fmt.Fprintf(&b, "%d. **%s** %s\n", i+1, pick(draw, verbs), c.sentence(draw))
	}
	b.WriteString("\n### Result (Quantified Impact)\n\n")
	fmt.Fprintf(&b, "- **Waiting:** %d minutes → %d minutes (50%% reduction)\n", from, from/2)
	fmt.Fprintf(&b, "- **Complaints:** %d per month → %d per month\n", 4+draw.IntN(9), 1+draw.IntN(3))
	fmt.Fprintf(&b, "- **Cost:** €%d saved per year\n", 1000*(1+draw.IntN(90)))
	fmt.Fprintf(&b, "- **Satisfaction:** 3.%d to 4.%d of 5 in the survey of %d patients\n\n", draw.IntN(9), draw.IntN(9), 80+draw.IntN(400))
	b.WriteString("## Evidence\n\n| Type | Link/Location | Notes |\n|---|---|---|\n")
	for range 4 {
		fmt.Fprintf(&b, "| %s | https://intranet.example/%d | %s |\n", pick(draw, []string{"Audit", "Dashboard", "Report", "Survey"}), draw.IntN(9999), pick(draw, nouns))
	}
	b.WriteString("\n## Skills Demonstrated\n\n### Technical Skills\n\n- Time study\n- Queue models\n- Statistics\n\n### Soft Skills\n\n- Teaching\n- Negotiation\n\n")
	b.WriteString("## Visibility & Recognition\n\n")
	fmt.Fprintf(&b, "- Presented to %d colleagues of the region\n- Named in the hospital's yearly report\n\n", 20+draw.IntN(200))
	b.WriteString("## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n")
	for range 4 {
		p := draw.IntN(people)
		fmt.Fprintf(&b, "| Person %03d | %s | %s |\n", p, []string{"Nurse", "Pharmacist", "Doctor"}[p%3], c.sentence(draw))
	}
	b.WriteString("\n## Lessons Learned\n\n")
	c.prose(&b, draw, 8)
	b.WriteString("\n## Tags\n\n- #care\n")
	first := draw.IntN(tags)
	for i := range 3 {
		fmt.Fprintf(&b, "- #topic-%d\n", (first+i*7)%tags)
	}
	fmt.Fprintf(&b, "\n## Link to Review\n\n**Used in:** %d-H1-Self-Review.md — Achievement #%d\n", 2010+n%16, 1+n%30)
	return b.String()
}

// large is one achievement of at least size bytes: its results go on and on.
func (c career) large(size int) string {
	draw := rand.New(rand.NewPCG(uint64(size), 2))
	head, rest, _ := strings.Cut(c.text(1), "- **Cost:**")
	var b strings.Builder
	b.WriteString(head)
	for b.Len()+len(rest) < size {
		from := 20 + 2*draw.IntN(40)
		fmt.Fprintf(&b, "- **Ward %d:** %d minutes → %d minutes (50%% reduction), %s\n", draw.IntN(900), from, from/2, c.sentence(draw))
	}
	b.WriteString("- **Cost:**" + rest)
	return b.String()
}

// write makes the career's folder below dir.
func (c career) write(dir string) error {
	if err := os.WriteFile(filepath.Join(dir, ".achievements.yaml"), []byte("id:\n  digits: 5\n"), 0o644); err != nil {
		return fmt.Errorf("writing the career: %w", err)
	}
	for n := 1; n <= c.files; n++ {
		path := filepath.Join(dir, filepath.FromSlash(c.name(n)))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("writing the career: %w", err)
		}
		if err := os.WriteFile(path, []byte(c.text(n)), 0o644); err != nil {
			return fmt.Errorf("writing the career: %w", err)
		}
	}
	return nil
}

var (
	verbs  = []string{"Timed", "Moved", "Trained", "Measured", "Built", "Rewrote", "Led", "Planned", "Taught", "Introduced"}
	nouns  = []string{"the blood tests", "the morning round", "the night shift", "the ward's board", "the pharmacy's orders", "the handover", "the beds' plan", "the lab's results"}
	places = []string{"before the doctors' visit", "in the west wing", "with the matron", "over two winters", "on paper first", "for all new patients", "between the shifts"}
)

func pick(draw *rand.Rand, of []string) string { return of[draw.IntN(len(of))] }

func (career) sentence(draw *rand.Rand) string {
	return pick(draw, nouns) + " " + pick(draw, places) + " and " + pick(draw, nouns) + " " + pick(draw, places)
}

func (c career) prose(b *strings.Builder, draw *rand.Rand, lines int) {
	for range lines {
		fmt.Fprintf(b, "- %s %s\n", pick(draw, verbs), c.sentence(draw))
	}
}
