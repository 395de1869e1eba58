package workspace

import (
	"reflect"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
)

// maxSummary is how much of a Summary is kept, in bytes.
const maxSummary = 300

// FactsOf gathers what others need to know of a document. It is pure, and what
// it gives shares no memory with the document's text.
func FactsOf(d *document.Document) Facts {
	f := Facts{Path: d.Path, Kind: d.Kind}
	if d.Title != nil {
		f.Heading = strings.Clone(d.Title.Name)
	}
	if d.Kind == document.Excluded {
		return Facts{Path: d.Path, Kind: d.Kind}
	}
	f.addReferences(d)
	f.People = personFacts(People(d))
	switch d.Kind {
	case document.Achievement:
		for _, e := range d.Entries {
			f.Entries = append(f.Entries, entryFacts(d, e))
		}
	case document.Role:
		f.Roles = roleInFile(d)
	case document.Other:
		switch {
		case onboarding(d):
			f.Roles = roleInFile(d)
		case strings.EqualFold(d.Base(), "INDEX.md") || strings.EqualFold(d.Base(), "README.md"):
			f.Roles = rolesInTables(d)
		}
	}
	return f
}

// onboarding reports whether a file without a Role ID is its role folder's
// onboarding file, which defines the role all the same.
func onboarding(d *document.Document) bool {
	return d.RoleFolder() != "" && strings.EqualFold(d.Base(), "onboarding.md")
}

// Equal reports whether two files' facts are the same.
func (f *Facts) Equal(g *Facts) bool { return reflect.DeepEqual(f, g) }

func entryFacts(d *document.Document, e *document.Entry) EntryFacts {
	f := EntryFacts{
		ID: strings.Clone(d.IDOf(e)), Title: strings.Clone(e.Title), Role: field(e, template.Role), Category: field(e, template.Category),
		Offset: e.Span.Start,
	}
	if e.Heading != nil {
		f.Offset = e.Heading.Heading.Span.Start
	}
	f.Date, _ = e.DateOf()
	f.RoleID = RoleID(f.Role)
	if f.RoleID == "" {
		f.RoleID = d.RoleFolder()
	}
	if s := e.Section(template.Summary); s != nil {
		if st := d.Statements(s.Body); len(st) > 0 {
			f.Summary = words(d.Prose(st[0].Span))
		}
	}
	for _, t := range e.Tags {
		f.Tags = append(f.Tags, shared(t.Name))
	}
	for _, p := range e.People {
		f.People = append(f.People, PersonFacts{Name: shared(p.Name.Text), Role: shared(p.Role.Text)})
	}
	if s := e.Section(template.Evidence); s != nil {
		f.Evidence = evidenceIn(d, s)
	}
	f.Skills = append(items(d, e.Section(template.TechnicalSkills)), items(d, e.Section(template.SoftSkills))...)
	if s := e.Section(template.Skills); s != nil && len(f.Skills) == 0 {
		f.Skills = items(d, s)
	}
	f.Tools = items(d, e.Section(template.Tools))
	for _, r := range e.Reviews {
		f.Reviews = append(f.Reviews, ReviewFacts{Target: strings.Clone(r.Target.Text), Number: r.Number})
	}
	f.Statements = statements(d, e)
	return f
}

func field(e *document.Entry, key template.Key) string {
	if f := e.Field(key); f != nil {
		return shared(f.Text)
	}
	return ""
}

// words is prose as a reader sees it, cut to maxSummary bytes.
func words(prose string) string {
	s := markdown.Plain(prose)
	if len(s) > maxSummary {
		s = strings.ToValidUTF8(s[:maxSummary], "") + "…"
	}
	return strings.Clone(s)
}

func items(d *document.Document, s *document.Section) []string {
	if s == nil {
		return nil
	}
	var out []string
	for _, b := range s.Blocks {
		if b.Kind != markdown.List {
			continue
		}
		for _, item := range b.Children {
			name := words(d.Prose(item.Text))
			if i := strings.IndexAny(name, "(:"); i > 0 {
				name = strings.TrimSpace(name[:i])
			}
			if name != "" && len(name) <= 60 {
				out = append(out, shared(name))
			}
		}
	}
	return out
}

// evidenceIn are the cells of the first column of an Evidence table.
func evidenceIn(d *document.Document, s *document.Section) []string {
	var out []string
	for _, b := range s.Blocks {
		if b.Kind != markdown.Table {
			continue
		}
		for _, row := range b.Children {
			if !row.Header && len(row.Children) > 1 {
				if name := words(d.Prose(row.Children[0].Text)); name != "" {
					out = append(out, shared(name))
				}
			}
		}
	}
	return out
}

var roleID = pattern.New(`\bROLE-\d+`)

// RoleID is the role's ID in a Role field, "ROLE-001"; "" where it names none.
func RoleID(role string) string { return strings.Clone(roleID.FindString(role)) }

// Scope is the role folder that the file at path is in, by its name, within
// which achievement numbers count; "" where they count per workspace folder.
func Scope(p string) string {
	for {
		folder, rest, ok := strings.Cut(p, "/")
		if !ok {
			return ""
		}
		if digits, ok := strings.CutPrefix(folder, "ROLE-"); ok {
			if n := len(digits) - len(strings.TrimLeft(digits, "0123456789")); n > 0 {
				return folder[:len("ROLE-")+n]
			}
		}
		p = rest
	}
}

// roleInFile reads "# Onboarding: <title> @ <company>" or "# Role: …" with its
// fields.
func roleInFile(d *document.Document) []RoleFacts {
	r := RoleFacts{ID: d.RoleFolder()}
	if f := d.Field(template.RoleID); f != nil {
		r.ID = strings.Clone(f.Text)
	}
	if d.Title != nil {
		if _, after, ok := strings.Cut(d.Title.Name, ":"); ok {
			title, organisation, _ := strings.Cut(after, "@")
			r.Title, r.Organisation = strings.TrimSpace(title), strings.TrimSpace(organisation)
		}
	}
	for _, f := range d.Fields {
		value := strings.Clone(f.Text)
		switch template.Normalize(d.Text(f.Name)) {
		case "title":
			r.Title = value
		case "organisation", "organization", "company", "employer":
			r.Organisation = value
		case "start", "started", "start date", "from":
			r.Start, _ = calendar.ParseDate(value)
		case "end", "ended", "end date", "until":
			r.End, _ = calendar.ParseDate(value)
		}
	}
	r.Title, r.Organisation = strings.Clone(r.Title), strings.Clone(r.Organisation)
	if r.ID == "" {
		return nil
	}
	return []RoleFacts{r}
}

// rolesInTables reads rows whose first cell holds a role's ID.
func rolesInTables(d *document.Document) []RoleFacts {
	var out []RoleFacts
	eachRow(d, func(header []string, cells []string) {
		if len(cells) < 2 || RoleID(cells[0]) == "" {
			return
		}
		r := RoleFacts{ID: RoleID(cells[0])}
		for i, c := range cells {
			if i >= len(header) {
				break
			}
			switch header[i] {
			case "company", "organisation", "organization", "employer":
				r.Organisation = c
			case "title", "position":
				r.Title = c
			case "role":
				if i > 0 {
					r.Title = c
				}
			case "started", "start", "from":
				r.Start, _ = calendar.ParseDate(c)
			case "ended", "end", "until":
				r.End, _ = calendar.ParseDate(c)
			}
		}
		out = append(out, r)
	})
	return out
}

// eachRow visits the rows of the file's tables with their headers, normalised.
func eachRow(d *document.Document, visit func(header, cells []string)) {
	for _, b := range d.Tree.Blocks {
		if b.Kind != markdown.Table {
			continue
		}
		var header []string
		for _, row := range b.Children {
			var cells []string
			for _, c := range row.Children {
				cells = append(cells, words(d.Prose(c.Text)))
			}
			if row.Header {
				for _, c := range cells {
					header = append(header, template.Normalize(c))
				}
				continue
			}
			visit(header, cells)
		}
	}
}
