package statistics

import (
	"fmt"
	"math"
	"strings"

	"achievement-ls/analysis/text"
)

// chart is a way of counting, with its groups.
type chart struct {
	title  string
	groups []Group
	top    int // how many groups a text shows, 0 for all
}

func (s Statistics) charts(top int) []chart {
	return []chart{
		{"quarter", s.Quarters, 0},
		{"category", s.Categories, 0},
		{"tag", s.Tags, top},
		{"person", s.People, top},
		{"skill", s.Skills, top},
	}
}

const none = "no achievement found\n"

// Text shows the groups for a terminal, with a bar for how many achievements
// each has. top is how many tags, people and skills it shows, 0 for all.
func (s Statistics) Text(top int) string {
	if s.Achievements == 0 {
		return none
	}
	var out strings.Builder
	out.WriteString(s.headline() + "\n")
	for _, c := range s.charts(top) {
		if len(c.groups) > 0 {
			fmt.Fprintf(&out, "\nby %s\n%s", c.title, c.bars())
		}
	}
	return out.String()
}

// Markdown shows the groups as tables. top is that of Text.
func (s Statistics) Markdown(top int) string {
	if s.Achievements == 0 {
		return none
	}
	var out strings.Builder
	out.WriteString(s.headline() + "\n")
	for _, c := range s.charts(top) {
		if len(c.groups) == 0 {
			continue
		}
		shown, left := c.shown()
		fmt.Fprintf(&out, "\n## By %s\n\n| %s | Achievements | Complete | Quantified |\n| --- | ---: | ---: | ---: |\n", c.title, strings.ToUpper(c.title[:1])+c.title[1:])
		for _, g := range shown {
			fmt.Fprintf(&out, "| %s | %d | %.0f%% | %.0f%% |\n", text.Cell(text.Escape(g.Name)), g.Achievements, 100*g.Complete, 100*g.Quantified)
		}
		if left > 0 {
			fmt.Fprintf(&out, "\nand %d more\n", left)
		}
	}
	return out.String()
}

func (s Statistics) headline() string {
	noun := "achievements"
	if s.Achievements == 1 {
		noun = "achievement"
	}
	return fmt.Sprintf("%d %s, %s", s.Achievements, noun, s.progress())
}

// shown are the chart's groups that a text has room for, and how many it leaves
// out.
func (c chart) shown() (groups []Group, left int) {
	if c.top > 0 && len(c.groups) > c.top {
		return c.groups[:c.top], len(c.groups) - c.top
	}
	return c.groups, 0
}

func (c chart) bars() string {
	const width = 20
	most := 0
	for _, g := range c.groups {
		most = max(most, g.Achievements)
	}
	shown, left := c.shown()
	var rows [][]string
	for _, g := range shown {
		n := max(1, int(math.Round(float64(g.Achievements)*width/float64(most))))
		bar := strings.Repeat("█", n) + strings.Repeat(" ", width-n)
		rows = append(rows, []string{"  " + g.Name, fmt.Sprintf("%*d", len(fmt.Sprint(most)), g.Achievements), bar, g.progress()})
	}
	out := text.Columns(rows)
	if left > 0 {
		out += fmt.Sprintf("  and %d more\n", left)
	}
	return out
}

// progress says how far a group has come.
func (g Group) progress() string {
	return fmt.Sprintf("%.0f%% complete, %.0f%% quantified", 100*g.Complete, 100*g.Quantified)
}
