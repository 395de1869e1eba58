package review

import (
	"slices"
	"strings"
	"time"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/workspace"
)

// OfPeriod are the achievements dated in a review's period, of its role where it
// names one, and those of them that it does not cite, both by date. Without a
// period there are none.
func OfPeriod(doc *document.Document, s *workspace.Snapshot, fiscalYearStart time.Month) (all, uncited []workspace.Place) {
	period, ok := doc.Period(fiscalYearStart)
	facts := s.File(doc.Path)
	if !ok || facts == nil || doc.Kind != document.Review {
		return nil, nil
	}
	role := ""
	if f := doc.Field(template.Role); f != nil {
		role = workspace.RoleID(f.Text)
	}
	all = slices.DeleteFunc(s.InPeriod(period, doc.Path), func(p workspace.Place) bool {
		return role != "" && p.Entry.RoleID != "" && !strings.EqualFold(p.Entry.RoleID, role)
	})
	for _, p := range all {
		if !s.Cites(facts, p) {
			uncited = append(uncited, p)
		}
	}
	return all, uncited
}
