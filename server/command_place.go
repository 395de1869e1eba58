package server

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/draft"
	"achievement-ls/analysis/workspace/scan"
	"achievement-ls/server/disk"
)

// place is a folder of a workspace that a command is about.
type place struct {
	*library
	folder string // below the root, with slashes; "." for the root itself
}

// place is where the URI of a file or folder says, as a command's argument has
// it; without one the first folder opened in the editor.
func (q *request) place(workspace string) (*place, error) {
	folder := ""
	switch {
	case workspace != "":
		u, err := uri.Parse(workspace)
		if err != nil || !u.IsFile() {
			return nil, invalid(`"workspace" is %q, use the URI of a file or folder`, workspace)
		}
		folder = filepath.Clean(u.FsPath())
		if info, err := os.Stat(folder); err == nil && !info.IsDir() || err != nil && scan.IsMarkdown(folder) {
			folder = filepath.Dir(folder)
		}
	case len(q.state.folders) > 0:
		folder = q.state.folders[0]
	default: // single files may lie in a workspace
		roots := q.state.inOrder()
		if len(roots) == 0 {
			return nil, errors.New("no workspace is open; open the folder that holds the achievements")
		}
		folder = roots[0].path
	}
	r := q.state.rootOf(filepath.Join(folder, "a.md"))
	switch {
	case r == nil:
		return nil, invalid(`"workspace" is %q, which lies in no workspace that is open`, workspace)
	case switchedOff(r.config.Config, q.feature.name):
		return nil, fmt.Errorf("the configuration switches %s off", q.feature.name)
	}
	if all(r.path) {
		return nil, fmt.Errorf("%s is not read as a whole; open the folder that holds the achievements", r.path)
	}
	l := q.libraryOf(r)
	if l == nil {
		return nil, errors.New("the workspace is still being read; try again in a moment")
	}
	return &place{library: l, folder: disk.Relative(r.path, folder)}, nil
}

// draft is the place as drafts take it.
func (p *place) draft() draft.Place {
	return draft.Place{Snapshot: p.Snapshot, Config: p.Config, Folder: p.folder, Folders: disk.FoldersIn(p.root.path)}
}

// dayOf reads an argument that is a day; without one it is otherwise.
func dayOf(member, value string, otherwise calendar.Date) (calendar.Date, error) {
	if value == "" {
		return otherwise, nil
	}
	day, ok := calendar.ParseDate(value)
	if !ok {
		return day, invalid("%q is %q, use a day of the calendar as YYYY-MM-DD", member, value)
	}
	return day, nil
}
