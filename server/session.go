package server

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
	"achievement-ls/server/disk"
)

// state is all that the server knows at one moment. It is immutable: every
// notification makes the next one, and a request keeps the one it came upon.
type state struct {
	revision int
	open     map[uri.URI]*openDocument
	folders  []string // the paths of the folders opened in the editor
	// roots are the workspaces, by their path.
	roots map[string]*root
	// settings are the editor's, and single the configuration that they make for
	// files which lie in no workspace.
	settings settings
	single   *config.Config
}

// root is a workspace: a folder with its configuration and what is known of its
// files on disk.
type root struct {
	path   string // absolute
	config disk.Configuration
	// disk holds the facts of the files as they are on disk; nil until they
	// have been read.
	disk *workspace.Snapshot
	// changes counts how often files were read again.
	changes int
	nested  []string
	overlay *overlay
}

// openDocument is one version of a document that the editor holds.
type openDocument struct {
	uri     uri.URI
	version int32
	text    string
	root    string // the path of its workspace; "" for a single file
	rel     string // its path below that; a single file's base name
	mode    mode
	config  *config.Config
	lines   func() *text.Lines
	parse   func() *document.Document
	facts   func() workspace.Facts
	parsed  chan struct{} // closed when parse has its result
	past    *past
}

// past is what the versions of a document under one configuration leave to the
// next, so that it costs what has changed.
type past struct {
	parsed atomic.Pointer[document.Document] // one of them
	memory rules.Memory
}

// parse is rules.Parse.
func (p *past) parse(c *config.Config, rel, src string) *document.Document {
	var d *document.Document
	if earlier := p.parsed.Load(); earlier != nil {
		d = earlier.Reparse(src)
	} else {
		d = rules.Parse(c, rel, src)
	}
	p.parsed.Store(d)
	return d
}

// mode is what the server does with a document.
type mode uint8

const (
	analysed      mode = iota
	configuration      // .achievements.yaml
	tooLarge           // above files.maxSize
	foreign            // no markdown
)

// asFound is the mode without regard to size, which another text or
// configuration may change.
func (m mode) asFound() mode {
	if m == tooLarge {
		return analysed
	}
	return m
}

// newDocument is a version of a document. Nothing of it is computed before it
// is asked for, and then once.
func newDocument(u uri.URI, version int32, src, rootPath, rel string, m mode, c *config.Config) *openDocument {
	return newVersion(u, version, src, rootPath, rel, m, c, new(past))
}

func newVersion(u uri.URI, version int32, src, rootPath, rel string, m mode, c *config.Config, before *past) *openDocument {
	d := &openDocument{uri: u, version: version, text: src, root: rootPath, rel: rel, mode: m, config: c, parsed: make(chan struct{}), past: before}
	if m == analysed && disk.TooLarge(c, len(src)) {
		d.mode = tooLarge
	}
	d.lines = sync.OnceValue(func() *text.Lines { return text.NewLines(src) })
	d.parse = sync.OnceValue(func() *document.Document {
		defer close(d.parsed)
		if len(src) > slowSize {
			oneSlow.Lock() // several at once would leave no processor to the others
			defer oneSlow.Unlock()
		}
		return before.parse(c, rel, src)
	})
	d.facts = sync.OnceValue(func() workspace.Facts { return workspace.FactsOf(d.parse()) })
	return d
}

// with is the document in its next version.
func (d *openDocument) with(version int32, src string) *openDocument {
	return newVersion(d.uri, version, src, d.root, d.rel, d.mode.asFound(), d.config, d.past)
}

// put opens a document, or gives it its next version.
func (st *state) put(d *openDocument) { st.open[d.uri] = d }

// config is the configuration that holds for the file at rel in a workspace.
func (st *state) config(rootPath, rel string) *config.Config {
	if r := st.roots[rootPath]; r != nil {
		return r.config.For(rel)
	}
	return st.single
}

// inOrder are the known workspaces in the order of their paths.
func (st *state) inOrder() []*root {
	var out []*root
	for _, path := range slices.Sorted(maps.Keys(st.roots)) {
		out = append(out, st.roots[path])
	}
	return out
}

// rootOf is the innermost of the known workspaces that a path lies in.
func (st *state) rootOf(path string) *root {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if r := st.roots[dir]; r != nil {
			return r
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
	}
}

// snapshot is what is known of a workspace's files, those open in the editor as
// they stand there; nil for a single file, and until the folder has been read.
func (st *state) snapshot(rootPath string) *workspace.Snapshot {
	r := st.roots[rootPath]
	if r == nil || r.disk == nil {
		return nil
	}
	var docs []*openDocument
	for _, d := range st.open {
		if d.root == rootPath && d.mode == analysed && d.settled() && d.understood() {
			docs = append(docs, d)
		}
	}
	slices.SortFunc(docs, func(a, b *openDocument) int { return strings.Compare(a.rel, b.rel) })
	return r.overlay.lay(r.disk, docs)
}

// slowSize is the size in bytes above which other documents do not wait for a
// document to be parsed; until it is, its file on disk speaks for it.
const slowSize = 1 << 20

var oneSlow sync.Mutex

// settled reports whether a document's facts can be had without a long wait.
func (d *openDocument) settled() bool {
	if len(d.text) <= slowSize {
		return true
	}
	select {
	case <-d.parsed:
		return true
	default:
		return false
	}
}

// understood makes a document's facts, and reports whether it could. A file on
// which the parser fails must not take the others with it.
func (d *openDocument) understood() (ok bool) {
	defer func() { ok = recover() == nil }()
	d.facts()
	return true
}

// overlay remembers the last snapshot made of a workspace, so that typing which
// changes no fact leaves every index as it is.
type overlay struct {
	mu   sync.Mutex
	disk *workspace.Snapshot
	docs []*openDocument
	last *workspace.Snapshot
}

func (o *overlay) lay(onDisk *workspace.Snapshot, docs []*openDocument) *workspace.Snapshot {
	o.mu.Lock()
	defer o.mu.Unlock()
	s := o.last
	if o.disk != onDisk || !slices.EqualFunc(o.docs, docs, func(a, b *openDocument) bool { return a.rel == b.rel }) {
		s, o.docs = onDisk, make([]*openDocument, len(docs))
	}
	for i, d := range docs {
		if d != o.docs[i] {
			s = s.With(d.facts())
		}
	}
	o.disk, o.docs, o.last = onDisk, docs, s
	return s
}

// session holds the state of the moment.
type session struct {
	mu      sync.Mutex
	current *state
	// changed is told of every new state, in order.
	changed func(*state)
}

func newSession() *session {
	return &session{current: &state{open: map[uri.URI]*openDocument{}, roots: map[string]*root{}, single: config.Default()}}
}

func (s *session) state() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current
}

// update makes the next state: fn changes a copy, whose maps are its own.
// Documents whose configuration has changed are bound to the new one.
func (s *session) update(fn func(*state)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := *s.current
	next := &now
	next.revision++
	next.open, next.roots = maps.Clone(next.open), maps.Clone(next.roots)
	fn(next)
	for u, d := range next.open {
		if c := next.config(d.root, d.rel); c != d.config {
			next.open[u] = newDocument(u, d.version, d.text, d.root, d.rel, d.mode.asFound(), c)
		}
	}
	s.current = next
	if s.changed != nil {
		s.changed(next)
	}
}
