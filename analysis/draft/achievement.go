package draft

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Achievement is what is known of an achievement before it is written.
type Achievement struct {
	Title string
	// Role is the role's ID, or all that is to stand in the field; "" for the one
	// held last.
	Role     string
	Category string
	Date     calendar.Date
}

// Achievement is a file with the whole template. It bears the next free ID.
func (p Place) Achievement(a Achievement) (File, error) {
	folder := p.achievementFolder(workspace.RoleID(strings.ToUpper(a.Role)))
	id := p.nextID(folder)
	name := path.Join(folder, fileName(id, a.Title))
	t := p.Config.Template
	doc := document.ParseAs(document.Achievement, name, "", t)
	value := func(f *template.Field) string {
		known := map[template.Key]string{
			template.ID: id, template.Date: a.Date.String(), template.Role: p.role(a.Role, name), template.Category: a.Category,
		}[f.Key]
		if known == "" {
			return f.Body
		}
		return text.Literal(squeezed(known))
	}
	content := text.NewEdit(text.Span{}, edit.Whole(doc, doc.Entries[0], text.Literal(squeezed(a.Title)), value)).New
	// A template of one's own may lay its bodies out otherwise.
	doc = document.ParseAs(document.Achievement, name, content, t)
	content, err := text.Apply(content, format.Document(doc, p.Config.Format))
	if err != nil {
		return File{}, fmt.Errorf("laying out the template: %w", err)
	}
	return File{Path: name, ID: id, Content: content}, nil
}

// NextID is the ID that a new achievement would bear.
func (p Place) NextID() string { return p.nextID(p.achievementFolder("")) }

func (p Place) nextID(folder string) string {
	return p.Snapshot.NextID(path.Join(folder, "new.md"), p.Config.ID.Prefix, p.Config.ID.Digits)
}

// achievementFolder is where a new achievement goes, below the root: into the
// folder of the latest one at or below the current folder; of those in the role
// with the ID given, where one is. Where there is none yet, it goes into
// "achievements" of the role's folder, else of the current one, if that has it.
// From a folder without any, such as that of the reviews, the next folder upwards
// that has them is looked for.
func (p Place) achievementFolder(roleID string) string {
	if roleID == "" && path.Base(p.Folder) == "achievements" {
		return p.Folder
	}
	if folder := p.latestFolder(p.Folder, roleID); folder != "" {
		return folder
	}
	scope := cmp.Or(roleID, workspace.Scope(path.Join(p.Folder, "a.md")))
	for f := range p.Snapshot.All() {
		if folder := roleFolder(f.Path); folder != "" && strings.EqualFold(workspace.Scope(f.Path), scope) {
			return path.Join(folder, "achievements")
		}
	}
	for folder := p.Folder; ; folder = path.Dir(folder) {
		if slices.Contains(p.Folders(folder), "achievements") {
			return path.Join(folder, "achievements")
		}
		if found := p.latestFolder(folder, roleID); found != "" {
			return found
		}
		if folder == "." || scope != "" {
			return p.Folder
		}
	}
}

// latestFolder is the folder of the latest achievement at or below a folder; of
// those in a role, unless roleID is "". It is "" where there is none.
func (p Place) latestFolder(folder, roleID string) string {
	latest := workspace.Place{}
	for _, e := range p.Snapshot.Entries() {
		if below(folder, e.Path) && (roleID == "" || strings.EqualFold(e.Entry.RoleID, roleID)) &&
			(latest.Entry == nil || e.Entry.Date.After(latest.Entry.Date)) {
			latest = e
		}
	}
	if latest.Entry == nil {
		return ""
	}
	return path.Dir(latest.Path)
}

// role is the Role field of a new achievement at a path: as asked for, a bare ID with
// what is known of the role, else the one of the latest achievement beside it,
// else that of its role folder; "" where none is known.
func (p Place) role(asked, at string) string {
	id := workspace.RoleID(strings.ToUpper(asked))
	if asked != "" && !strings.EqualFold(asked, id) {
		return asked
	}
	scope := workspace.Scope(at)
	field, latest := "", calendar.Date{}
	for _, e := range p.Snapshot.Entries() {
		fits := strings.EqualFold(workspace.RoleID(e.Entry.Role), id)
		if id == "" {
			fits = workspace.Scope(e.Path) == scope
		}
		if fits && e.Entry.Role != "" && (field == "" || e.Entry.Date.After(latest)) {
			field, latest = e.Entry.Role, e.Entry.Date
		}
	}
	if field != "" {
		return field
	}
	if r, ok := p.Snapshot.Role(cmp.Or(id, scope)); ok {
		return r.Field()
	}
	return id
}
