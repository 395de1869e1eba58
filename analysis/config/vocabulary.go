package config

import (
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"
)

// This file reads the people and the confidential words that a configuration
// names.

func (p *reader) people(n *yaml.Node, path string) bool {
	lower := p.config.People
	p.config.People = nil
	switch n.Kind {
	case yaml.MappingNode:
		p.person(n, path)
	case yaml.SequenceNode:
		for _, item := range n.Content {
			switch item.Kind {
			case yaml.ScalarNode:
				p.config.People = append(p.config.People, Person{Name: item.Value})
			case yaml.MappingNode:
				p.person(item, path)
			default:
				p.problem(item, fmt.Sprintf("an element of %q must be a name, or name: role", path), "")
			}
		}
	default:
		p.config.People = lower
		return p.wrong(n, path, "a list of names, or of name: role")
	}
	return true
}

func (p *reader) person(n *yaml.Node, path string) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i+1].Kind != yaml.ScalarNode {
			p.wrong(n.Content[i+1], join(path, n.Content[i].Value), "a role")
			continue
		}
		role := n.Content[i+1].Value
		if n.Content[i+1].Tag == "!!null" {
			role = ""
		}
		p.config.People = append(p.config.People, Person{Name: n.Content[i].Value, Role: role})
	}
}

func (p *reader) terms(n *yaml.Node, path string) bool {
	if !p.list(n, false, path) {
		return false
	}
	p.config.Confidential = nil
	for _, item := range n.Content {
		pattern := `(?i)` + regexp.QuoteMeta(item.Value)
		if len(item.Value) > 2 && strings.HasPrefix(item.Value, "/") && strings.HasSuffix(item.Value, "/") {
			pattern = item.Value[1 : len(item.Value)-1]
		}
		re, err := regexp.Compile(pattern)
		if err != nil {
			p.problem(item, fmt.Sprintf("%s is no valid pattern: %v", item.Value, strings.TrimPrefix(err.Error(), "error parsing regexp: ")), "")
			continue
		}
		p.config.Confidential = append(p.config.Confidential, Term{Text: item.Value, pattern: re})
	}
	return true
}
