package draft

import (
	"fmt"
	"path"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/review"
	"achievement-ls/analysis/workspace"
)

// Review is the draft of a review of a period: of the role with the ID given,
// else of the folder's role, else of all. read gives the file at a path of the
// workspace; nil where it can't be read. An error says why there is nothing to
// review.
func (p Place) Review(period calendar.Period, roleID string, read func(path string) *document.Document) (File, error) {
	folder, err := p.reviewFolder(strings.ToUpper(roleID))
	if err != nil {
		return File{}, err
	}
	at := path.Join(folder, slug(period.Name)+"-Self-Review.md")
	content := review.Source{Snapshot: p.Snapshot, Document: read}.Draft(at, period)
	if content == "" {
		return File{}, fmt.Errorf("no achievement is dated from %s to %s", period.Start, period.End)
	}
	return File{Path: at, Content: content}, nil
}

// reviewFolder is where a new review goes, below the root: where the last review
// of its role lies, else into "reviews" in the role's folder; without a role
// below the current one.
func (p Place) reviewFolder(roleID string) (string, error) {
	if roleID == "" {
		roleID = workspace.Scope(path.Join(p.Folder, "a.md"))
	}
	folder := p.Folder
	if roleID != "" {
		folder = ""
		for f := range p.Snapshot.All() {
			if strings.EqualFold(workspace.Scope(f.Path), roleID) {
				folder = roleFolder(f.Path)
				break
			}
		}
		if folder == "" {
			return "", fmt.Errorf("there is no folder of a role %s", roleID)
		}
	}
	reviews := path.Join(folder, "reviews")
	if path.Base(p.Folder) == "reviews" && roleID == "" {
		reviews = p.Folder
	}
	for _, r := range p.Snapshot.Reviews() {
		if strings.EqualFold(workspace.Scope(r.Path), roleID) && (roleID != "" || p.below(r.Path)) {
			reviews = path.Dir(r.Path)
		}
	}
	return reviews, nil
}
