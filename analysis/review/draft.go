package review

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/workspace"
)

// Source is where a draft takes its words from.
type Source struct {
	Snapshot *workspace.Snapshot
	// Document is the file at path as Snapshot knows it, without what is not to
	// be quoted; nil where it can't be read.
	Document func(path string) *document.Document
}

// chosen is an achievement of a draft with its number, its document and entry.
type chosen struct {
	workspace.Place
	number int
	doc    *document.Document
	entry  *document.Entry
}

// Draft is a review of a period, as markdown: a table of its achievements, and
// of each what its file says came of it; whom to thank, the skills shown, and
// what the files lack. Every sentence is one of the files. path is where the
// review will lie, below the workspace folder: in a role's folder it has that
// role's achievements, elsewhere all. It is "" where the period has none.
func (s Source) Draft(path string, period calendar.Period) string {
	list := s.choose(path, period)
	if len(list) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Self-Review: %s\n\n", period.Name)
	if role := commonRole(list); role != "" {
		fmt.Fprintf(&b, "**%s:** %s\n", fieldName(list, template.Role), role)
	}
	fmt.Fprintf(&b, "**%s:** %s\n\n## Achievements\n\n", fieldName(list, template.PeriodField), period.Name)
	b.WriteString("| # | Achievement | Category | Impact | Link |\n| --- | --- | --- | --- | --- |\n")
	t := table{number: 0, title: 1, category: 2, impact: 3, link: 4, date: -1, cells: 5}
	for _, c := range list {
		b.WriteString(t.row(c.Place, c.number, path) + "\n")
	}
	for _, c := range list {
		c.write(&b, path)
	}
	writeList(&b, "People to thank", thanks(list, path))
	writeList(&b, "Skills", skills(list))
	writeList(&b, "Gaps", gaps(list))
	return b.String()
}

// choose are the period's achievements in the order of their numbers: those
// that they say they have in this review, free ones for the others by date.
func (s Source) choose(path string, period calendar.Period) []*chosen {
	var list []*chosen
	taken := make(map[int]bool)
	for _, p := range s.Snapshot.InPeriod(period, path) {
		c := &chosen{Place: p, doc: s.Document(p.Path)}
		if c.doc == nil || c.doc.Kind != document.Achievement {
			continue
		}
		if c.entry = entryOf(c.doc, p); c.entry == nil {
			continue
		}
		facts := workspace.FactsOf(c.doc)
		c.Entry = &facts.Entries[slices.Index(c.doc.Entries, c.entry)]
		for _, r := range p.Entry.Reviews {
			if r.Number > 0 && workspace.Stem(r.Target) == workspace.Stem(path) && !taken[r.Number] && c.number == 0 {
				c.number = r.Number
				taken[r.Number] = true
			}
		}
		list = append(list, c)
	}
	next := 1
	for _, c := range list {
		for c.number == 0 {
			if !taken[next] {
				c.number = next
			}
			next++
		}
	}
	slices.SortStableFunc(list, func(a, b *chosen) int { return cmp.Compare(a.number, b.number) })
	return list
}

// fieldName is what the achievements' template calls a field.
func fieldName(list []*chosen, key template.Key) string {
	if f := list[0].doc.Template.Field(key); f != nil {
		return f.Name
	}
	return template.Default().Field(key).Name
}

// commonRole is the Role field that all achievements have; "" where they differ.
func commonRole(list []*chosen) string {
	role := list[0].Entry.Role
	for _, c := range list {
		if c.Entry.Role != role {
			return ""
		}
	}
	return role
}

// title is what an achievement is called.
func (c *chosen) title() string {
	return cmp.Or(c.Entry.Title, c.Entry.ID, workspace.Stem(c.Path))
}

// write is the section of an achievement: its summary, its results, its proof.
func (c *chosen) write(b *strings.Builder, path string) {
	fmt.Fprintf(b, "\n### %s: %s\n\n", c.doc.Template.Numbered(strconv.Itoa(c.number)), c.title())
	q := quoting{doc: c.doc, to: path}
	if s := c.entry.Section(template.Summary); s != nil {
		var sentences []string
		for _, st := range c.doc.Statements(s.Body) {
			sentences = append(sentences, q.statement(st)...)
		}
		if len(sentences) > 0 {
			b.WriteString(strings.Join(sentences, " ") + "\n\n")
		}
	}
	results := 0
	for _, p := range c.entry.Parts {
		if !p.Has(template.Result) {
			continue
		}
		for _, st := range c.doc.Statements(p.Body) {
			for i, line := range q.statement(st) {
				if i == 0 {
					b.WriteString("- ")
				}
				b.WriteString(line + "\n")
				results++
			}
		}
	}
	if results > 0 {
		b.WriteString("\n")
	}
	fmt.Fprintf(b, "Details: %s\n", link(c.Place, path))
}

func writeList(b *strings.Builder, heading string, items []string) {
	if len(items) == 0 {
		return
	}
	fmt.Fprintf(b, "\n## %s\n\n", heading)
	for _, item := range items {
		b.WriteString("- " + item + "\n")
	}
}

// thanks are the people named, with their roles and what they did.
func thanks(list []*chosen, path string) []string {
	type person struct {
		role  string
		parts []string
	}
	people := make(map[string]*person)
	var order []string
	for _, c := range list {
		q := quoting{doc: c.doc, to: path}
		for _, p := range c.entry.People {
			known := people[p.Name.Text]
			if known == nil {
				known = &person{}
				people[p.Name.Text] = known
				order = append(order, p.Name.Text)
			}
			known.role = cmp.Or(known.role, p.Role.Text)
			if part := q.text(p.Contribution.Span); part != "" {
				known.parts = append(known.parts, part+" (#"+strconv.Itoa(c.number)+")")
			}
		}
	}
	var out []string
	for _, name := range order {
		p := people[name]
		line := "**" + name + "**"
		if p.role != "" {
			line += " (" + p.role + ")"
		}
		if len(p.parts) > 0 {
			line += ": " + strings.Join(p.parts, "; ")
		}
		out = append(out, line)
	}
	return out
}

// skills are those shown, the most frequent first, each with the numbers of the
// achievements that show it.
func skills(list []*chosen) []string {
	shown := make(map[string][]string)
	var order []string
	for _, c := range list {
		for _, s := range slices.Concat(c.Entry.Skills, c.Entry.Tools) {
			n := "#" + strconv.Itoa(c.number)
			if shown[s] == nil {
				order = append(order, s)
			}
			if !slices.Contains(shown[s], n) {
				shown[s] = append(shown[s], n)
			}
		}
	}
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(len(shown[b]), len(shown[a])) })
	for i, s := range order {
		order[i] = s + " (" + strings.Join(shown[s], ", ") + ")"
	}
	return order
}

// gaps are what a reader of the review will ask for and the files do not say.
func gaps(list []*chosen) []string {
	var out []string
	for _, c := range list {
		var missing []string
		if s := c.entry.Section(template.Evidence); s == nil || c.doc.Empty(s.Body) {
			missing = append(missing, "evidence")
		}
		if !c.quantified() {
			missing = append(missing, "figure in its result")
		}
		if len(missing) > 0 {
			out = append(out, fmt.Sprintf("#%d has no %s", c.number, strings.Join(missing, " and no ")))
		}
	}
	return out
}

func (c *chosen) quantified() bool {
	return slices.ContainsFunc(c.Entry.Statements, func(s workspace.StatementFacts) bool {
		if s.Part != template.Result {
			return false
		}
		r := quantity.Read(s.Text)
		return r.Class != quantity.Unquantified
	})
}
