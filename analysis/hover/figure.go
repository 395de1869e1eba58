package hover

import (
	"achievement-ls/analysis/quantity"
	"achievement-ls/analysis/text"
)

// figure says what was understood of a figure; of one that belongs to a change,
// what the change comes to.
func figure(in *Input) (Answer, bool) {
	e := in.entry()
	if e == nil {
		return Answer{}, false
	}
	for _, s := range in.Document.Statements(e.Span) {
		if !s.Head.Touches(in.Offset) {
			continue
		}
		prose := in.Document.Prose(s.Head)
		reading := quantity.Read(prose)
		here := func(span text.Span) bool { return span.Shift(s.Head.Start).Touches(in.Offset) }
		for i := range reading.Changes {
			if c := &reading.Changes[i]; here(c.Span) {
				return Answer{escape(c.Describe(prose)), c.Span.Shift(s.Head.Start)}, true
			}
		}
		for i := range reading.Quantities {
			if q := &reading.Quantities[i]; here(q.Span) {
				return Answer{escape(q.Describe(prose)), q.Span.Shift(s.Head.Start)}, true
			}
		}
	}
	return Answer{}, false
}
