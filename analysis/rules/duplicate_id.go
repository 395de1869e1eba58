package rules

import (
	"fmt"
	"slices"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

var duplicateID = &Rule{
	Name:     "duplicate-id",
	Group:    Metadata,
	Severity: severity.Error,
	Doc: Doc{
		Summary: "Two achievements of one role, or of one workspace folder where no role folder is, bear the same ID.",
		Why:     "A review that cites the ID could mean either. It is reported on both, since only you know which was there first.",
		Bad:     duplicateIDExample("ACH-001", "ACH-001"),
		Good:    duplicateIDExample("ACH-001", "ACH-002"),
		File:    "achievements/Payroll.md",
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			id := p.Document.IDOf(e)
			if f := idField(p, e); f != nil {
				id = f.Text
			}
			if !validID(p.Config.ID, id) {
				continue
			}
			others := bearers(p, e, id)
			if len(others) == 0 {
				continue
			}
			f := p.Report(idPlace(p, e), fmt.Sprintf("%q is the ID of another achievement as well; give one of them another", id))
			for _, o := range others {
				f.Related = append(f.Related, p.bearer(o))
			}
			fixDuplicate(p, f, e)
		}
	},
}

// bearer is where another achievement bears the ID.
func (p *Pass) bearer(o workspace.Place) Related {
	r := Related{Path: o.Path, Span: text.Span{Start: o.Entry.Offset, End: o.Entry.Offset}, Message: fmt.Sprintf("%q bears it too", shorten(o.Entry.Title))}
	if o.Entry.Title == "" {
		r.Message = "an achievement without a title bears it too"
	}
	if o.Path == p.Document.Path {
		r.Path = ""
		entries := p.Document.Entries
		i, ok := slices.BinarySearchFunc(entries, o.Entry.Offset, func(e *document.Entry, offset int) int { return entryOffset(e) - offset })
		if ok {
			r.Span = idPlace(p, entries[i])
		}
	}
	return r
}

// fixDuplicate offers the ID of the file's name where that is another and free,
// else the next free one, with which the file's name changes where it bears one.
func fixDuplicate(p *Pass, f *Finding, e *document.Entry) {
	name, field := nameID(p), idField(p, e)
	set := func(id string) func() []text.Edit {
		if field == nil {
			return nil
		}
		return func() []text.Edit { return setField(p.Document, field, id) }
	}
	if field != nil && name != "" && !sameID(p.Config.ID, name, field.Text) {
		if validID(p.Config.ID, name) && free(p, e, name) {
			f.Fix(fmt.Sprintf("Change to %s, the ID of the file's name", name), false, set(name))
		}
		return
	}
	next := nextID(p)
	fix := &Fix{Title: fmt.Sprintf("Change to %s, the next free ID", next), Preferred: true, Edits: set(next)}
	if name != "" {
		if fix.Rename = renamed(p, next); fix.Rename == "" {
			return
		}
	}
	if fix.Edits != nil || fix.Rename != "" {
		f.Fixes = append(f.Fixes, fix)
	}
}

func duplicateIDExample(first, second string) string {
	return "# Two achievements of this spring\n\n## Achievement: Payroll closes in two days\n\n**ID:** " + first + "\n\n" + deeper(storyText) +
		"\n## Achievement: Invoices leave on the day they are written\n\n**ID:** " + second + "\n\n" + deeper(storyText)
}
