package server

import (
	"context"
	"path/filepath"
	"slices"
	"time"

	"go.lsp.dev/uri"

	"achievement-ls/analysis/document"
)

// This file is about files that are not open, which are checked where
// diagnostics.scope is "workspace".

// checksAll reports whether the files of a workspace are checked though they are
// not open.
func (r *root) checksAll() bool { return r.config.Diagnostics.Scope == "workspace" && r.disk != nil }

// checkable are the files of a workspace that can have findings.
func (st *state) checkable(r *root) []uri.URI {
	var out []uri.URI
	for f := range st.snapshot(r.path).All() {
		if f.Kind != document.Other && f.Kind != document.Excluded {
			out = append(out, uri.File(filepath.Join(r.path, filepath.FromSlash(f.Path))))
		}
	}
	return out
}

// quiet is how long nothing must happen before files that are not open are
// checked: it takes long, and nobody waits for it.
const quiet = 500 * time.Millisecond

// quietly checks the files that are not open, whenever nothing has happened for
// a while.
func (p *publisher) quietly(ctx context.Context) {
	timer := time.NewTimer(quiet)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-p.poke:
			timer.Reset(quiet)
		case <-timer.C:
			p.checkFiles(ctx)
		}
	}
}

// checkFiles checks, one after another, the files that are not open, and clears
// those that are no longer to be checked.
func (p *publisher) checkFiles(ctx context.Context) {
	p.mu.Lock()
	st := p.latest
	var files []uri.URI
	for u, b := range p.sent {
		if b.document == nil {
			files = append(files, u)
		}
	}
	p.mu.Unlock()
	for _, r := range st.roots {
		if r.checksAll() {
			files = append(files, st.checkable(r)...)
		}
	}
	progress := p.checking(ctx, files)
	defer progress.end()
	for i, u := range files {
		if progress.ctx.Err() != nil {
			return
		}
		progress.report(i, len(files))
		p.mu.Lock()
		mine := p.claim(u)
		p.mu.Unlock()
		if mine {
			p.work(u)
		}
	}
}

// checking is the progress of checking files. It is shown where some that are not
// open have never been checked: what is brought up to date after an edit is done
// soon.
func (p *publisher) checking(ctx context.Context, files []uri.URI) *progress {
	p.mu.Lock()
	defer p.mu.Unlock()
	if slices.ContainsFunc(files, func(u uri.URI) bool { return !p.sent[u].known() && p.latest.open[u] == nil }) {
		return p.server.begin(ctx, "Checking files")
	}
	return p.server.hidden(ctx)
}
