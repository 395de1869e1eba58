package server

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// basis is all that the diagnostics of a document or file depend on, and what
// came of it.
type basis struct {
	// document is the version in the editor; nil for a file that is not open, of
	// which no text is kept.
	document  *openDocument
	changes   int // of the files on disk, for such a file
	workspace *workspace.Snapshot
	config    *config.Config
	today     calendar.Date

	fingerprint string // of the diagnostics; "" as long as there are none
}

// known tells that the diagnostics have been made.
func (b basis) known() bool { return b.fingerprint != "" }

// same reports whether nothing has changed that could change the diagnostics.
func (b basis) same(c basis) bool {
	b.fingerprint = c.fingerprint
	return c.known() && b == c
}

// differs reports whether the client does not have the diagnostics yet. Those of
// another version it has not, though they be equal: it has moved them along with
// the writer's edits. A file that is not open and has none needs no word.
func (b basis) differs(last basis, empty bool) bool {
	switch {
	case !last.known():
		return b.document != nil || !empty
	case b.fingerprint != last.fingerprint:
		return true
	}
	return b.version() != last.version()
}

// version is the version the diagnostics are of; none for a file.
func (b basis) version() (v protocol.Optional[int32]) {
	if b.document != nil {
		v.Set(b.document.version)
	}
	return v
}

// basisOf is what the diagnostics of a document depend on; ok is false where it
// gets none: it is not open, and of its workspace only open documents are
// checked.
func (s *server) basisOf(st *state, u uri.URI) (b basis, ok bool) {
	if d := st.open[u]; d != nil {
		return basis{document: d, workspace: st.snapshot(d.root), config: d.config, today: s.today()}, true
	}
	var r *root
	if u.IsFile() {
		r = st.rootOf(u.FsPath())
	}
	if r == nil || !r.checksAll() {
		return basis{}, false
	}
	snapshot := st.snapshot(r.path)
	if snapshot == nil || snapshot.File(disk.Relative(r.path, u.FsPath())) == nil {
		return basis{}, false
	}
	return basis{changes: r.changes, workspace: snapshot, config: r.config.Config, today: s.today()}, true
}

// subject is a document, or a file as it is on disk in a known workspace, in the
// form of a document.
func (s *server) subject(st *state, u uri.URI) (*openDocument, error) {
	if d := st.open[u]; d != nil {
		return d, nil
	}
	r := st.rootOf(u.FsPath())
	if r == nil {
		return nil, fmt.Errorf("%s lies in no workspace", u)
	}
	rel := disk.Relative(r.path, u.FsPath())
	doc, err := disk.ReadFile(r.path, r.config.Config, rel)
	if err != nil {
		return nil, err
	}
	d := newDocument(u, 0, doc.Source, r.path, rel, analysed, r.config.For(rel))
	d.parse = func() *document.Document { return doc }
	d.lines = func() *text.Lines { return doc.Lines }
	return d, nil
}

// report makes the diagnostics of a document or file, with their fingerprint.
func (s *server) report(st *state, u uri.URI) ([]protocol.Diagnostic, string, error) {
	d, err := s.subject(st, u)
	if err != nil {
		return nil, "", err
	}
	var diags []protocol.Diagnostic
	if !switchedOff(d.config, "diagnostics") {
		diags = s.diagnostics(st, d, s.findings(st, d))
	}
	body, err := raw(&protocol.FullDocumentDiagnosticReport{Items: diags})
	if err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(body)
	return diags, hex.EncodeToString(sum[:12]), nil
}
