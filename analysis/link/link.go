// Package link says where the links of a document lead: to a page on the
// network, or to a file of the workspace. Out of the workspace none leads.
package link

import (
	"cmp"
	"slices"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// Link is a place that can be followed. One of URL and Path is set.
type Link struct {
	Span text.Span
	URL  string // an address, with its scheme
	Path string // a file below the workspace folder, with slashes
}

// In are the links of a document, in order: those of markdown, the reviews that
// "Used in" names, and addresses without a scheme. They do not overlap.
// Workspace may be nil; then names that are no paths lead nowhere.
func In(doc *document.Document, w *workspace.Snapshot) []Link {
	if w == nil {
		w = workspace.Empty()
	}
	f := finder{doc: doc, workspace: w}
	for i := range doc.Tree.Links {
		f.link(&doc.Tree.Links[i])
	}
	for _, a := range doc.Tree.Addresses {
		f.found = append(f.found, Link{Span: a, URL: "https://" + doc.Text(a)})
	}
	for _, e := range doc.Entries {
		for _, r := range e.Reviews {
			if to := w.ReviewNamed(r.Target.Text, doc.Path); to != nil {
				f.found = append(f.found, Link{Span: r.Target.Span, Path: to.Path})
			}
		}
	}
	slices.SortStableFunc(f.found, func(a, b Link) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	out := f.found[:0]
	for _, l := range f.found {
		if n := len(out); !l.Span.Empty() && (n == 0 || out[n-1].Span.End <= l.Span.Start) {
			out = append(out, l)
		}
	}
	return out
}

type finder struct {
	doc       *document.Document
	workspace *workspace.Snapshot
	found     []Link
}

var scheme = pattern.New(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// followed are the schemes that a link may have. Others start programs, or name
// files outside the workspace.
var followed = []string{"https:", "http:", "mailto:", "ftp:"}

func (f *finder) link(l *markdown.Link) {
	span := l.Target
	if l.Kind == markdown.AutoLink {
		span = l.Span
	}
	dest := strings.TrimSpace(l.Dest)
	switch {
	case strings.HasPrefix(dest, "www."):
		f.found = append(f.found, Link{Span: span, URL: "https://" + dest})
	case l.Kind == markdown.AutoLink && !scheme.MatchString(dest):
		f.found = append(f.found, Link{Span: span, URL: "mailto:" + dest})
	case l.Kind == markdown.WikiLink:
		name, _, _ := strings.Cut(dest, "#")
		if to := f.workspace.Resolve(strings.TrimSpace(name), true, f.doc.Path); to != nil {
			f.found = append(f.found, Link{Span: span, Path: to.Path})
		}
	case scheme.MatchString(dest):
		if s := strings.ToLower(scheme.FindString(dest)); slices.Contains(followed, s) && len(dest) > len(s) {
			f.found = append(f.found, Link{Span: span, URL: dest})
		}
	default:
		if to := f.relative(dest); to != "" {
			f.found = append(f.found, Link{Span: span, Path: to})
		}
	}
}

// relative is the file that a destination without scheme means; "" for a place
// in the same file, and for what lies outside the workspace.
func (f *finder) relative(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	if dest == "" || strings.HasPrefix(dest, "//") || strings.ContainsAny(dest, "\\\x00") {
		return ""
	}
	to := f.doc.Resolve(dest)
	if to == "." || to == ".." || strings.HasPrefix(to, "../") {
		return ""
	}
	return to
}
