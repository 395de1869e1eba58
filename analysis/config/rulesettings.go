package config

import (
	"fmt"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/severity"
)

// This file reads what the configuration says of rules.

// topRules lays the rules of a layer over those below it. What it says of a rule
// holds in all its files, though a lower layer has said otherwise for some.
func (p *reader) topRules(n *yaml.Node, path string) bool {
	settings := p.rules(n, path)
	if settings == nil {
		return false
	}
	if p.config.Rules == nil {
		p.config.Rules = make(map[string]RuleSetting)
	}
	for name, s := range settings {
		old := p.config.Rules[name]
		if !s.Set {
			s.Severity, s.Set = old.Severity, old.Set
		} else {
			for _, o := range p.config.Overrides[:p.earlier] {
				delete(o.Rules, name)
			}
		}
		p.config.Rules[name] = s
	}
	return true
}

func (p *reader) rules(n *yaml.Node, path string) map[string]RuleSetting {
	if n.Kind != yaml.MappingNode {
		p.wrong(n, path, "a mapping of rules to severities")
		return nil
	}
	settings := make(map[string]RuleSetting)
	defer func(at string) { p.at = at }(p.at)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		p.at = join(path, name.Value)
		if value.Tag == "!!null" && p.layer.Settings != nil {
			continue // an editor's way to say nothing
		}
		p.config.RuleNames = append(p.config.RuleNames, Name{Text: name.Value, Span: p.span(name)})
		s := RuleSetting{}
		switch value.Kind {
		case yaml.ScalarNode:
			s.Severity, s.Set = p.severity(value, name.Value)
		case yaml.MappingNode:
			for j := 0; j+1 < len(value.Content); j += 2 {
				if key := value.Content[j]; key.Value == "severity" {
					s.Severity, s.Set = p.severity(value.Content[j+1], name.Value)
				} else {
					p.unknownKey(key, []string{"severity"}, p.at)
				}
			}
		default:
			p.wrong(value, join(path, name.Value), "a severity, or a mapping with one")
		}
		settings[name.Value] = s
		p.config.origins[p.at] = p.origin(name)
	}
	return settings
}

func (p *reader) severity(n *yaml.Node, rule string) (severity.Severity, bool) {
	if n.Tag == "!!bool" && n.Value == "false" || n.Value == "off" {
		return severity.Off, true
	}
	if s, ok := severity.Parse(n.Value); ok {
		return s, true
	}
	suggestion := nearest(n.Value, severityNames)
	p.problem(n, fmt.Sprintf("the severity of %q is %q; use off, hint, information, warning or error", rule, n.Value), suggestion)
	return severity.Off, false
}

var overrideKeys = []key{{name: "paths", kind: aGlobs}, {name: "rules", kind: aRules}}

func (p *reader) overrides(n *yaml.Node, path string) bool {
	if n.Kind != yaml.SequenceNode {
		return p.wrong(n, path, "a list of \"paths\" with \"rules\"")
	}
	for _, item := range n.Content {
		if item.Kind != yaml.MappingNode {
			p.problem(item, fmt.Sprintf("an element of %q must be \"paths\" with \"rules\"", path), "")
			continue
		}
		o := Override{}
		for i := 0; i+1 < len(item.Content); i += 2 {
			name, value := item.Content[i], item.Content[i+1]
			switch name.Value {
			case "paths":
				if p.list(value, true, join(path, "paths")) {
					for _, v := range value.Content {
						o.Paths = append(o.Paths, anchored(p.folder, v.Value))
					}
				}
			case "rules":
				o.Rules = p.rules(value, join(path, "rules"))
			default:
				p.unknownKey(name, names(overrideKeys), path)
			}
		}
		p.config.Overrides = append(p.config.Overrides, o)
	}
	return true
}
