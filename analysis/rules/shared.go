package rules

import (
	"sync"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
	"achievement-ls/analysis/workspace"
)

// shared is what the rules of one check compute once together.
type shared struct {
	placeholders func() []text.Span
	figures      map[text.Span]*figures
	results      map[*document.Entry]*result
	changes      []change
	known        func() *workspace.Snapshot
	nextID       func() string
	words        map[text.Span]wordCount            // the telling words of texts already counted
	bearing      map[string][]workspace.Place       // the achievements that bear an ID
	borne        map[*document.Entry]*borne         // the names that an entry's tags bear
	said         map[*document.Entry]map[string]int // how often an entry uses each word
	tags         func() *lookalikes                 // those that others may be misspellings of
	people       func() *lookalikes                 // those named more than once
	configured   func() *lookalikes                 // the configuration's people
	together     func() map[string]bool             // the people whom the document names
}

func newShared(in Input) *shared {
	c := &shared{
		words:        make(map[text.Span]wordCount),
		bearing:      make(map[string][]workspace.Place),
		borne:        make(map[*document.Entry]*borne),
		said:         make(map[*document.Entry]map[string]int),
		placeholders: sync.OnceValue(func() []text.Span { return placeholders(in.Document) }),
		figures:      make(map[text.Span]*figures),
		results:      make(map[*document.Entry]*result),
		known: sync.OnceValue(func() *workspace.Snapshot {
			s := in.Workspace
			if s == nil {
				s = workspace.Empty()
			}
			if in.Facts != nil {
				return s.With(in.Facts())
			}
			return s.With(workspace.FactsOf(in.Document))
		}),
	}
	c.nextID = sync.OnceValue(func() string {
		return c.known().NextID(in.Document.Path, in.Config.ID.Prefix, in.Config.ID.Digits)
	})
	c.tags = sync.OnceValue(func() *lookalikes { return tagsInUse(c.known(), in.Config) })
	c.people = sync.OnceValue(func() *lookalikes { return peopleInUse(c.known()) })
	c.configured = sync.OnceValue(func() *lookalikes { return peopleOf(in.Config) })
	c.together = sync.OnceValue(func() map[string]bool { return namedIn(in.Document) })
	return c
}

// common is what the passes of one check share.
func (p *Pass) common() *shared {
	if p.shared == nil {
		p.shared = newShared(p.Input)
	}
	return p.shared
}
