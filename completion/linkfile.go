package completion

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace/scan"
)

// pictures are the endings of the files that an image can show.
var pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"}

// otherFiles offers what lies in the folder that a destination names so far and is no
// markdown: pictures alone where the link is an image, and the folders below, behind
// which typing goes on.
func (p *place) otherFiles(l *list, s slot, typed string, image bool) {
	if p.Files == nil || strings.Contains(typed, "://") {
		return
	}
	folder := typed[:strings.LastIndexByte(typed, '/')+1]
	if plain, err := url.PathUnescape(folder); err == nil {
		folder = plain
	}
	fromRoot := strings.HasPrefix(folder, "/")
	in := p.doc.Resolve(folder)
	for _, name := range p.Files(in) {
		within := strings.HasSuffix(name, "/")
		if strings.HasPrefix(name, ".") || !within && (scan.IsMarkdown(name) || image && !slices.Contains(pictures, strings.ToLower(path.Ext(name)))) {
			continue
		}
		link, at := p.linkTo(path.Join(in, name), fromRoot), s
		if within {
			link += "/"
			at.after = ""
		}
		l.add(Candidate{Kind: File, Label: link, Edit: p.edit(at, text.Literal(link))})
	}
}
