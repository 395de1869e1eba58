package server

import (
	"fmt"
	"path/filepath"
	"testing"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"
)

// large is a workspace of many achievements, each with a number of its own.
func large(b *testing.B, n int) string {
	files := map[string]string{".achievements.yaml": ""}
	for i := range n {
		files[fmt.Sprintf("ACH-%05d.md", i)] = fmt.Sprintf("# Achievement: Number %d\n\n**Achievement ID:** ACH-%05d\n\n## Tags\n\n- #tag-%d\n", i, i, i%500)
	}
	return workspaceOf(b, files)
}

// BenchmarkKeystroke is the time from a keystroke to its diagnostics: in prose,
// and where each changes a fact that other files could use.
func BenchmarkKeystroke(b *testing.B) {
	for _, files := range []int{1, 1000} {
		dir := large(b, files)
		for name, line := range map[string]uint32{"prose": 18, "title": 0} {
			b.Run(fmt.Sprintf("%d files, %s", files, name), func(b *testing.B) {
				e := newEditor(b, start{folders: []string{dir}})
				e.untilLogged("read a workspace")
				u := uri.File(filepath.Join(dir, "ACH-99999.md"))
				e.open(u, handover)
				at := protocol.Position{Line: line, Character: 16}
				version := int32(1)
				for b.Loop() {
					version++
					if version%2 == 0 {
						e.change(u, version, partial(at, at, "x"))
					} else {
						e.change(u, version, partial(at, protocol.Position{Line: line, Character: 17}, ""))
					}
					e.checked(u, version)
				}
			})
		}
	}
}

// BenchmarkCompletion is the time a list takes.
func BenchmarkCompletion(b *testing.B) {
	dir := large(b, 1000)
	e := newEditor(b, start{folders: []string{dir}})
	e.untilLogged("read a workspace")
	u := uri.File(filepath.Join(dir, "ACH-99999.md"))
	e.open(u, tagged)
	for b.Loop() {
		e.tagsOffered(u)
	}
}
