package config

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
	"github.com/bmatcuk/doublestar/v4"
	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/text"
)

// Problem is a fault in the configuration.
type Problem struct {
	Span    text.Span
	Message string
	// Suggestion is what would be right in Span's place; "" where that is unknown.
	Suggestion string
	// Key is the path of the key that the problem is about; "" for the whole.
	Key string
	// Fatal tells a file that is no YAML mapping at all: nothing of it holds.
	Fatal bool
}

// reader checks nodes against the definition.
type reader struct {
	layer    Layer
	folder   string // that the layer is about; "" for the whole workspace
	lines    *text.Lines
	config   *Config
	at       string // the path of the key that is read
	earlier  int    // how many overrides there are of lower layers
	problems []Problem
}

var yamlLine = pattern.New(`^yaml: line (\d+): `)

func (p *reader) syntax(err error) Problem {
	message := err.Error()
	line := 0
	if m := yamlLine.FindStringSubmatch(message); m != nil {
		line, _ = strconv.Atoi(m[1])
		message = message[len(m[0]):]
	}
	span := p.lines.Line(max(line-1, 0))
	return Problem{Span: span, Message: fmt.Sprintf("this is no YAML: %s", strings.TrimPrefix(message, "yaml: ")), Fatal: true}
}

// span is a node's place. YAML counts lines and columns from one, columns in
// code points; a byte order mark is none.
func (p *reader) span(n *yaml.Node) text.Span {
	if p.layer.Settings != nil {
		return text.Span{}
	}
	column := n.Column - 1
	if n.Line == 1 && strings.HasPrefix(p.layer.Source, "\ufeff") {
		column++
	}
	start := p.lines.PositionOffset(text.Position{Line: n.Line - 1, Column: column}, text.UTF32)
	end := start + len(n.Value)
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		end += len(`""`)
	}
	line := p.lines.LineAt(start)
	if n.Kind != yaml.ScalarNode || end > line.End {
		end = line.End
	}
	return text.Span{Start: start, End: max(start, end)}
}

// origin is where a value comes from whose key is n.
func (p *reader) origin(n *yaml.Node) Origin {
	o := Origin{Layer: p.layer.Name, Place: p.span(n)}
	if p.layer.Settings == nil {
		o.Line = n.Line
	}
	return o
}

func (p *reader) problem(n *yaml.Node, message, suggestion string) {
	p.problems = append(p.problems, Problem{Span: p.span(n), Message: message, Suggestion: suggestion, Key: p.at})
}

// mapping checks the keys of n, and takes out those that do not hold.
func (p *reader) mapping(n *yaml.Node, keys []key, within string) {
	kept := n.Content[:0:0]
	seen := map[string]bool{}
	defer func(at string) { p.at = at }(p.at)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		k := find(keys, name.Value)
		p.at = join(within, name.Value)
		switch {
		case k == nil:
			p.unknownKey(name, names(keys), within)
			continue
		case seen[k.name]:
			p.problem(name, fmt.Sprintf("the key %q stands here twice; remove one", k.name), "")
			continue
		case p.layer.Kind == FolderFile && k.whole:
			p.problem(name, fmt.Sprintf("%q holds for a whole workspace; set it in the file at its top", k.name), "")
			continue
		case p.layer.Kind >= EditorSettings && k.fileOnly:
			p.problem(name, fmt.Sprintf("%q can only stand in %s", k.name, FileName), "")
			continue
		}
		seen[k.name] = true
		if value.Tag == "!!null" || !p.value(value, k, join(within, k.name)) {
			continue
		}
		p.config.origins[join(within, k.name)] = p.origin(name)
		kept = append(kept, name, value)
	}
	n.Content = kept
}

// unknownKey reports a key that is none of those in the mapping at a path.
func (p *reader) unknownKey(n *yaml.Node, known []string, within string) {
	suggestion := nearest(n.Value, known)
	p.problem(n, fmt.Sprintf("there is no key %q%s%s", n.Value, inside(within), didYouMean(suggestion)), suggestion)
}

func inside(within string) string {
	if within == "" {
		return ""
	}
	return fmt.Sprintf(" in %q", within)
}

func join(within, name string) string {
	if within == "" {
		return name
	}
	return within + "." + name
}

// didYouMean is what to do about an unknown name of which s is the likely meaning.
func didYouMean(s string) string {
	if s == "" {
		return "; remove it"
	}
	return fmt.Sprintf("; did you mean %q?", s)
}

func find(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func names(keys []key) []string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = k.name
	}
	return out
}

// nearest is the candidate that name was likely meant to be, "" where none is near:
// a fix takes it for certain, so that two letters of three are too many.
func nearest(name string, candidates []string) string {
	best, limit := "", min(3, max(1, (1+utf8.RuneCountInString(name))/3))
	for _, c := range candidates {
		if d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(c)); d <= limit {
			best, limit = c, d-1
		}
	}
	return best
}

const addressPattern = `^(https?://[^/\s]+(/\S*)?)?$`

// address is what can be followed to a page.
var address = pattern.New(addressPattern)

// value checks a key's value and reports whether it is of the right kind. What
// has a form of its own is read here, and the general decoder passes it by.
func (p *reader) value(n *yaml.Node, k *key, path string) bool {
	mapping := k.kind == aMapping || k.kind == aStrings || k.kind == aBools || k.kind == aRules
	if mapping && p.layer.Settings != nil && n.Kind == yaml.SequenceNode && len(n.Content) == 0 {
		n.Kind, n.Tag = yaml.MappingNode, "!!map" // Lua has one empty table for both
	}
	switch k.kind {
	case aString:
		if n.Kind != yaml.ScalarNode {
			return p.wrong(n, path, "a text")
		}
		if len(k.oneOf) > 0 && indexOf(k.oneOf, n.Value) < 0 {
			suggestion := nearest(n.Value, k.oneOf)
			use := "; use " + strings.Join(k.oneOf, " or ")
			if few := 4; len(k.oneOf) > few && suggestion != "" {
				use = didYouMean(suggestion)
			}
			p.problem(n, fmt.Sprintf("%q is %q%s", path, n.Value, use), suggestion)
			return false
		}
		return true
	case anAddress:
		if n.Kind != yaml.ScalarNode || !address.MatchString(n.Value) {
			return p.wrong(n, path, "an address that begins with https:// or http://")
		}
		return true
	case anInt:
		v, err := strconv.Atoi(n.Value)
		if n.Kind != yaml.ScalarNode || n.Tag != "!!int" || err != nil {
			return p.wrong(n, path, "a whole number")
		}
		if v < k.lo || v > k.hi {
			p.problem(n, fmt.Sprintf("%q is %d; use a number from %d to %d", path, v, k.lo, k.hi), "")
			return false
		}
		return true
	case aBool:
		return n.Tag == "!!bool" || p.wrong(n, path, "true or false")
	case someTags:
		return p.tags(n, path)
	case aList, aGlobs:
		return p.list(n, k.kind == aGlobs, path)
	case aMapping:
		if n.Kind != yaml.MappingNode {
			return p.wrong(n, path, "a mapping of keys")
		}
		p.mapping(n, k.keys, path)
		return true
	case aStrings, aBools:
		return p.anyMapping(n, k, path)
	case aRules:
		return p.topRules(n, path)
	case someOverrides:
		return p.overrides(n, path)
	case somePeople:
		return p.people(n, path)
	case someTerms:
		return p.terms(n, path)
	case aTemplate:
		return p.template(n, path)
	case someFields:
		return p.entries(n, fieldKeys, path)
	case someSections:
		return p.entries(n, sectionKeys(), path)
	}
	return false
}

func indexOf(list []string, s string) int {
	for i, e := range list {
		if e == s {
			return i
		}
	}
	return -1
}

func (p *reader) wrong(n *yaml.Node, path, want string) bool {
	p.problem(n, fmt.Sprintf("%q must be %s", path, want), "")
	return false
}

// list checks a list of strings and takes out what is none; a single string
// stands for a list of one.
func (p *reader) list(n *yaml.Node, globs bool, path string) bool {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		one := *n
		*n = yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: n.Line, Column: n.Column, Content: []*yaml.Node{&one}}
	}
	if n.Kind != yaml.SequenceNode {
		return p.wrong(n, path, "a list")
	}
	kept := n.Content[:0:0]
	for _, item := range n.Content {
		switch {
		case item.Kind != yaml.ScalarNode || item.Tag == "!!null":
			p.problem(item, fmt.Sprintf("an element of %q must be a text", path), "")
		case globs && !doublestar.ValidatePattern(item.Value):
			p.problem(item, fmt.Sprintf("%q is no valid glob; close its brackets or escape them with a backslash", item.Value), "")
		case globs && alternatives(item.Value) > maxAlternatives:
			p.problem(item, fmt.Sprintf("%q stands for more than %d globs; write fewer alternatives in braces, or several globs", item.Value, maxAlternatives), "")
		default:
			kept = append(kept, item)
		}
	}
	n.Content = kept
	return true
}

// maxAlternatives is how many globs one with braces may stand for: each is tried
// on every path.
const maxAlternatives = 1000

// alternatives is how many globs one with braces stands for, at most.
func alternatives(glob string) int {
	product := 1
	var open []int // the alternatives of each brace that is open
	for i := 0; i < len(glob) && product <= maxAlternatives; i++ {
		switch glob[i] {
		case '\\':
			i++
		case '{':
			open = append(open, 1)
		case ',':
			if len(open) > 0 {
				open[len(open)-1]++
			}
		case '}':
			if n := len(open); n > 0 {
				product *= open[n-1]
				open = open[:n-1]
			}
		}
	}
	return product
}

func (p *reader) tags(n *yaml.Node, path string) bool {
	if !p.list(n, false, path) {
		return false
	}
	for _, item := range n.Content {
		item.Value = strings.TrimPrefix(item.Value, "#")
	}
	return true
}

// anyMapping checks a mapping of names to texts or booleans, and takes out what is
// neither.
func (p *reader) anyMapping(n *yaml.Node, k *key, path string) bool {
	if n.Kind != yaml.MappingNode {
		return p.wrong(n, path, "a mapping")
	}
	kept := n.Content[:0:0]
	defer func(at string) { p.at = at }(p.at)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, v := n.Content[i], n.Content[i+1]
		p.at = join(path, name.Value)
		switch {
		case len(k.oneOf) > 0 && indexOf(k.oneOf, name.Value) < 0:
			suggestion := nearest(name.Value, k.oneOf)
			p.problem(name, fmt.Sprintf("there is no %q in %q%s", name.Value, path, didYouMean(suggestion)), suggestion)
		case v.Tag == "!!null" && p.layer.Settings != nil: // an editor's way to say nothing
		case k.kind == aBools && v.Tag != "!!bool":
			p.wrong(v, p.at, "true or false")
		case k.kind == aStrings && v.Kind != yaml.ScalarNode:
			p.wrong(v, p.at, "a text")
		default:
			kept = append(kept, name, v)
		}
	}
	n.Content = kept
	return true
}
