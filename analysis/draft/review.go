package draft

import (
	"fmt"
	"path"
	"slices"
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
// of its role lies, else into "reviews" in the role's folder.
func (p Place) reviewFolder(roleID string) (string, error) {
	if roleID == "" {
		roleID = workspace.Scope(path.Join(p.Folder, "a.md"))
	}
	if roleID == "" {
		return p.nearestReviews(), nil
	}
	for f := range p.Snapshot.All() {
		if strings.EqualFold(workspace.Scope(f.Path), roleID) {
			if found := p.lastReviews(".", roleID); found != "" {
				return found, nil
			}
			return path.Join(roleFolder(f.Path), "reviews"), nil
		}
	}
	return "", fmt.Errorf("there is no folder of a role %s", roleID)
}

// nearestReviews is the folder of reviews outside all roles, from the current folder
// upwards. The first are to lie beside the folder of the achievements.
func (p Place) nearestReviews() string {
	if path.Base(p.Folder) == "reviews" {
		return p.Folder
	}
	for folder := p.Folder; ; folder = path.Dir(folder) {
		if found := p.lastReviews(folder, ""); found != "" {
			return found
		}
		if has := p.Folders(folder); slices.Contains(has, "reviews") || slices.Contains(has, "achievements") {
			return path.Join(folder, "reviews")
		}
		if folder == "." {
			return path.Join(p.Folder, "reviews")
		}
	}
}

// lastReviews is the folder of the last review of a role at or below a folder, ""
// where there is none.
func (p Place) lastReviews(folder, roleID string) string {
	last := ""
	for _, r := range p.Snapshot.Reviews() {
		if strings.EqualFold(workspace.Scope(r.Path), roleID) && below(folder, r.Path) {
			last = path.Dir(r.Path)
		}
	}
	return last
}
