package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/format"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// newOptions are the flags of new.
type newOptions struct{ role, category, date string }

func newCommand(env environment) *cobra.Command {
	var o newOptions
	c := &cobra.Command{
		Use:   "new TITLE…",
		Short: "Write a new achievement from the template",
		Long: `New writes a file with the whole template, and prints its path. It bears the next
free ID, today's date and the role held last; what is left to write stands in
brackets. It lies where the latest achievement below the current folder lies: of
the role that --role names, where it names one. A file that is there already is
never overwritten.`,
		Example: `  achievement-ls new Halved the wait at the counter
  achievement-ls new 'Won the reading prize' --category 'Teaching / Reading' --date 2026-03-14
  $EDITOR "$(achievement-ls new Opened a seed library --role ROLE-002)"
  achievement-ls new role Librarian --organisation 'Elm Street Library'`,
		Args: titled("new"),
		RunE: func(_ *cobra.Command, words []string) error {
			if err := newAchievement(env, o, strings.Join(words, " ")); err != nil {
				return fmt.Errorf("new: %w", err)
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&o.role, "role", "", "the role: its ID, or all that is to stand in the field")
	f.StringVar(&o.category, "category", "", "the category, such as 'Technical / Performance'")
	f.StringVar(&o.date, "date", "", "the day it was achieved, as YYYY-MM-DD, instead of today")
	c.AddCommand(newRoleCommand(env), newReviewCommand(env))
	return c
}

// titled asks for a title, of one word or more.
func titled(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, words []string) error {
		if strings.TrimSpace(strings.Join(words, "")) == "" {
			return fmt.Errorf("%s: name a title", command)
		}
		return nil
	}
}

func newAchievement(env environment, o newOptions, title string) error {
	date := env.today()
	if o.date != "" {
		var ok bool
		if date, ok = calendar.ParseDate(o.date); !ok {
			return fmt.Errorf("--date is %q, use a day of the calendar as YYYY-MM-DD", o.date)
		}
	}
	h, err := here()
	if err != nil {
		return err
	}
	folder := h.achievementFolder(workspace.RoleID(strings.ToUpper(o.role)))
	c := h.root.config
	id := h.root.snapshot.NextID(path.Join(folder, "new.md"), c.ID.Prefix, c.ID.Digits)
	name := h.root.real(path.Join(folder, fileName(id, title)))

	doc := document.ParseAs(document.Achievement, h.root.relative(name), "", c.Template)
	value := func(f *template.Field) string {
		known := map[template.Key]string{
			template.ID: id, template.Date: date.String(), template.Role: h.role(o.role, doc.Path), template.Category: o.category,
		}[f.Key]
		if known == "" {
			return f.Body
		}
		return text.Literal(squeezed(known))
	}
	content := text.NewEdit(text.Span{}, edit.Whole(doc, doc.Entries[0], text.Literal(squeezed(title)), value)).New
	// A template of one's own may lay its bodies out otherwise.
	doc = document.ParseAs(document.Achievement, doc.Path, content, c.Template)
	content, err = text.Apply(content, format.Document(doc, c.Format))
	if err != nil {
		return fmt.Errorf("laying out the template: %w", err)
	}
	return h.write(env, name, content)
}

// place is the current folder in its workspace.
type place struct {
	root   *root
	folder string // below the root, with slashes; "." for the root itself
}

// here reads the workspace of the current folder.
func here() (place, error) {
	wd, err := os.Getwd()
	if err != nil {
		return place{}, err
	}
	if wd, err = filepath.EvalSymlinks(wd); err != nil {
		return place{}, cause(err)
	}
	c := &career{roots: make(map[string]*root)}
	r, err := c.root(workspaceOf(wd))
	if err != nil {
		return place{}, err
	}
	return place{root: r, folder: r.relative(wd)}, nil
}

// achievementFolder is where a new achievement goes, below the root: into the
// folder of the latest one at or below the current folder; of those in the role
// with the ID given, where one is. Where there is none yet, it goes into
// "achievements": of the role's folder, else of the current one, if that has it.
func (h place) achievementFolder(roleID string) string {
	if roleID == "" && path.Base(h.folder) == "achievements" {
		return h.folder
	}
	latest := workspace.Place{}
	for _, p := range h.root.snapshot.Entries() {
		if h.below(p.Path) && (roleID == "" || strings.EqualFold(p.Entry.RoleID, roleID)) &&
			(latest.Entry == nil || p.Entry.Date.After(latest.Entry.Date)) {
			latest = p
		}
	}
	if latest.Entry != nil {
		return path.Dir(latest.Path)
	}
	if roleID == "" {
		roleID = workspace.Scope(path.Join(h.folder, "a.md"))
	}
	for f := range h.root.snapshot.All() {
		if folder := roleFolder(f.Path); folder != "" && strings.EqualFold(workspace.Scope(f.Path), roleID) {
			return path.Join(folder, "achievements")
		}
	}
	if info, err := os.Stat(h.root.real(path.Join(h.folder, "achievements"))); err == nil && info.IsDir() {
		return path.Join(h.folder, "achievements")
	}
	return h.folder
}

func (h place) below(p string) bool {
	return h.folder == "." || strings.HasPrefix(p, h.folder+"/")
}

// roleFolder is the role folder that the file at p is in, "" where it is in none.
func roleFolder(p string) string {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		if strings.HasPrefix(path.Base(dir), "ROLE-") && workspace.RoleID(path.Base(dir)) != "" {
			return dir
		}
	}
	return ""
}

// role is the Role field of a new achievement at p: as asked for, a bare ID with
// what is known of the role, else the one of the latest achievement beside it,
// else that of its role folder; "" where none is known.
func (h place) role(asked, p string) string {
	id := workspace.RoleID(strings.ToUpper(asked))
	if asked != "" && !strings.EqualFold(asked, id) {
		return asked
	}
	scope := workspace.Scope(p)
	field, latest := "", calendar.Date{}
	for _, e := range h.root.snapshot.Entries() {
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
	if r, ok := h.root.snapshot.Role(cmp.Or(id, scope)); ok {
		return r.Field()
	}
	return id
}

// write writes a new file in a folder that is made where it is missing, and
// prints the file's path.
func (h place) write(env environment, name, content string) error {
	shown := shownPath(name)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return fmt.Errorf("writing %s: %w", shown, cause(err))
	}
	// A link among the folders may lead elsewhere.
	if real, err := filepath.EvalSymlinks(filepath.Dir(name)); err != nil || !disk.Within(h.root.path, real) {
		return fmt.Errorf("writing %s: a symbolic link leads out of the workspace to it", shown)
	}
	switch err := create(name, []byte(content)); {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("writing %s: there is a file of that name already", shown)
	case err != nil:
		return fmt.Errorf("writing %s: %w", shown, err)
	}
	_, err := fmt.Fprintln(env.stdout, shown)
	return err
}

// fileName is a file's name made of an ID and the words of a title:
// "ACH-001-Halved-the-wait.md".
func fileName(id, title string) string { return strings.TrimSuffix(id+"-"+slug(title), "-") + ".md" }

// slug joins the words of s by hyphens: letters, with their marks, and digits
// of any script. It ends at the last word that fits into a name of a fair length.
func slug(s string) string {
	const longest = 60 // bytes; some systems take no more than 143 in all
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	out := ""
	for i, w := range words {
		if i > 0 && len(out)+1+len(w) > longest {
			break
		}
		out += "-" + w
	}
	out = strings.TrimPrefix(out, "-")
	for len(out) > 2*longest { // a single word, of a script without blanks
		_, size := utf8.DecodeLastRuneInString(out)
		out = out[:len(out)-size]
	}
	return out
}
