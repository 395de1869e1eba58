package document

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// readFrontMatter reads the fields of YAML front matter. Front matter that is
// no YAML (yet) is read line by line, so that one broken line costs one field.
func (d *Document) readFrontMatter() []*Field {
	if d.Tree.FrontMatterBlock.Empty() {
		return nil
	}
	src := d.Text(d.Tree.FrontMatter)
	if strings.TrimSpace(src) == "" {
		return nil
	}
	var root yaml.Node
	if err := yaml.Unmarshal([]byte(src), &root); err == nil && len(root.Content) == 1 && root.Content[0].Kind == yaml.MappingNode {
		return d.yamlFields(root.Content[0])
	}
	return d.brokenFrontMatter()
}

func (d *Document) yamlFields(mapping *yaml.Node) []*Field {
	var fields []*Field
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		f := &Field{Form: FormYAML, Name: d.yamlSpan(key), Key: d.frontMatterKey(key.Value)}
		switch value.Kind {
		case yaml.ScalarNode:
			f.Value = d.yamlSpan(value)
			if value.Tag != "!!null" {
				f.Text = value.Value
			} else {
				f.Value.End = f.Value.Start
			}
			if f.Text == "" {
				f.Value = text.Span{Start: f.Value.Start, End: f.Value.Start}
			}
		case yaml.SequenceNode:
			for _, item := range value.Content {
				if item.Kind == yaml.ScalarNode && item.Tag != "!!null" {
					f.Items = append(f.Items, Item{Text: item.Value, Span: d.yamlSpan(item)})
				}
			}
			f.Value = d.yamlSpan(value)
			if n := len(f.Items); n > 0 {
				f.Value = text.Span{Start: f.Items[0].Span.Start, End: f.Items[n-1].Span.End}
			}
			f.Text = strings.TrimSpace(d.Text(f.Value))
		default:
			f.Value = d.yamlSpan(value)
		}
		if value.Kind == yaml.ScalarNode && value.Tag == "!!null" || f.Value.Start < f.Name.End {
			end := d.colonAfter(f.Name.End)
			f.Value = text.Span{Start: end, End: end}
		}
		f.Line = text.Span{Start: f.Name.Start, End: max(f.Value.End, d.colonAfter(f.Name.End))}
		fields = append(fields, f)
	}
	return fields
}

func (d *Document) frontMatterKey(name string) template.Key {
	for i := range d.Template.Fields {
		f := &d.Template.Fields[i]
		if strings.EqualFold(f.FrontMatter, name) {
			return f.Key
		}
	}
	if f := d.Template.FieldNamed(name); f != nil {
		return f.Key
	}
	return ""
}

// colonAfter is the offset behind the colon that follows offset on its line.
func (d *Document) colonAfter(offset int) int {
	line := d.Lines.LineAt(offset)
	if n := strings.IndexByte(d.Source[offset:line.End], ':'); n >= 0 {
		return offset + n + 1
	}
	return offset
}

// yamlSpan is where a scalar stands, quotes included. yaml counts lines and
// columns from one, columns in code points.
func (d *Document) yamlSpan(n *yaml.Node) text.Span {
	first := d.Lines.LineOf(d.Tree.FrontMatter.Start)
	start := d.Lines.PositionOffset(text.Position{Line: first + n.Line - 1, Column: n.Column - 1}, text.UTF32)
	start = min(max(start, d.Tree.FrontMatter.Start), d.Tree.FrontMatter.End)
	line := d.Lines.LineAt(start)
	rest := d.Source[start:min(line.End, d.Tree.FrontMatter.End)]
	end := start
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0, n.Style&yaml.SingleQuotedStyle != 0:
		end = start + quotedLen(rest)
	case strings.HasPrefix(rest, n.Value):
		end = start + len(n.Value)
	default:
		end = start + len(strings.TrimRight(rest, " \t"))
	}
	return text.Span{Start: start, End: end}
}

// quotedLen is the length of the quoted scalar that opens s, all of s where it
// is not closed on its line.
func quotedLen(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[0] == '"' && s[i] == '\\':
			i++
		case s[i] == s[0] && s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	return len(s)
}

func (d *Document) brokenFrontMatter() []*Field {
	var fields []*Field
	last := d.Lines.LineOf(max(d.Tree.FrontMatter.Start, d.Tree.FrontMatter.End-1))
	for n := d.Lines.LineOf(d.Tree.FrontMatter.Start); n <= last; n++ {
		line := d.Lines.Line(n)
		colon := strings.IndexByte(d.Text(line), ':')
		if colon <= 0 {
			continue
		}
		name := trimSpan(d.Source, text.Span{Start: line.Start, End: line.Start + colon})
		value := trimSpan(d.Source, text.Span{Start: line.Start + colon + 1, End: line.End})
		fields = append(fields, &Field{
			Key: d.frontMatterKey(d.Text(name)), Form: FormYAML, Name: name, Value: value,
			Line: text.Span{Start: name.Start, End: max(value.End, line.Start+colon+1)},
			Text: strings.Trim(d.Text(value), `"'`),
		})
	}
	return fields
}
