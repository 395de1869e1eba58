// Package draft makes the texts of new files, and says where they go and what ID
// they bear. It writes nothing.
package draft

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/workspace"
)

// Place is a folder of a workspace that something new is to be about.
type Place struct {
	Snapshot *workspace.Snapshot
	Config   *config.Config
	Folder   string // below the workspace folder, with slashes; "." for that itself
	// Folders gives the names of the folders in a folder of the workspace, which
	// may hold no file yet; none where there is no such folder.
	Folders func(folder string) []string
}

// File is a new file.
type File struct {
	Path    string // below the workspace folder, with slashes
	ID      string // "" for a file that bears none
	Content string
}

// below reports whether the file at name lies in the folder or below it.
func below(folder, name string) bool {
	return folder == "." || strings.HasPrefix(name, folder+"/")
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

// squeezed is s with each run of blanks as one.
func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }
