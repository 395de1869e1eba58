package draft

import (
	"path"
	"slices"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Extract makes an achievement of a review's passage: its words become the new
// file's Summary, and the edits leave a citation in the review. The achievement is
// dated today, or where the review's period is over, on the period's last day.
func (p Place) Extract(doc *document.Document, passage review.Passage, today calendar.Date) (File, []text.Edit, error) {
	date := today
	if period, ok := doc.Period(p.Config.Period.FiscalYearStart); ok && period.End.Before(today) {
		date = period.End
	}
	role := ""
	if field := doc.Field(template.Role); field != nil {
		role = workspace.RoleID(field.Text)
	}
	p.Folder = p.citing(doc.Path)
	title := passage.Title()
	f, err := p.Achievement(Achievement{Title: title, Role: role, Date: date, Summary: passage.Words})
	if err != nil {
		return File{}, nil, err
	}
	cited := workspace.Place{Path: f.Path, Entry: &workspace.EntryFacts{ID: f.ID, Title: title}}
	return f, []text.Edit{text.Replace(passage.Span, review.Citation(cited, doc.Path))}, nil
}

// citing is the folder that holds the achievements which a review at a path would
// cite: the nearest one above it with an achievement in it or below; as long as
// there is none, the one that holds the reviews.
func (p Place) citing(name string) string {
	entries := p.Snapshot.Entries()
	for p.Folder = path.Dir(name); len(entries) > 0; p.Folder = path.Dir(p.Folder) {
		if slices.ContainsFunc(entries, func(e workspace.Place) bool { return below(p.Folder, e.Path) }) {
			return p.Folder
		}
	}
	if path.Base(p.Folder) == "reviews" {
		return path.Dir(p.Folder)
	}
	return p.Folder
}
