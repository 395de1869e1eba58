package config

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

// maxNodes is how many keys and values a configuration may have once its aliases
// are written out: a few lines of them could stand for more than fits any memory.
const maxNodes = 50_000

// written is a node with what its aliases name in their place, so that reading
// meets neither loops nor a node twice. The problem is one that lets nothing of
// the configuration hold.
func (p *reader) written(n *yaml.Node) (*yaml.Node, *Problem) {
	w := writer{reader: p, left: maxNodes, within: make(map[*yaml.Node]bool)}
	out := w.write(n)
	return out, w.problem
}

type writer struct {
	*reader
	left    int
	within  map[*yaml.Node]bool // the nodes that are being written
	problem *Problem
}

func (w *writer) write(n *yaml.Node) *yaml.Node {
	w.left--
	switch {
	case w.problem != nil:
		return n
	case w.left < 0:
		w.problem = &Problem{Span: w.span(n), Message: fmt.Sprintf("the configuration has more than %d keys and values, with what its aliases stand for; write less", maxNodes), Fatal: true}
		return n
	case w.within[n]:
		w.problem = &Problem{Span: w.span(n), Message: "an alias stands within what it names; write it out", Fatal: true}
		return n
	}
	w.within[n] = true
	defer delete(w.within, n)
	if n.Kind == yaml.AliasNode {
		return w.write(n.Alias)
	}
	out := *n
	out.Anchor = ""
	out.Content = make([]*yaml.Node, len(n.Content))
	for i, c := range n.Content {
		out.Content[i] = w.write(c)
	}
	return &out
}
