package completion

import (
	"strings"

	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/pattern"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var (
	boldLabel  = pattern.New(`(?:\*\*|__)([^*_:：|]{1,60})(?:[:：](?:\*\*|__)|(?:\*\*|__)[ \t]*[:：])`)
	plainLabel = pattern.New(`^[ \t]*(?:[-*+][ \t]+)?(\p{L}[^*:：|]{0,40})[:：]`)
	yamlLabel  = pattern.New(`^([A-Za-z][\w -]*):`)
)

// field is a field in whose value the cursor stands.
type field struct {
	key  template.Key // "" where the template does not know the name
	name string       // normalised
	slot slot
	yaml bool
}

// field reads what stands left of the cursor as a field; ok is false where it is
// none, or where no field can stand.
func (p *place) field() (f field, ok bool) {
	if p.zone == inFrontMatter {
		return p.yamlField()
	}
	if p.zone != inMeta && !p.within(template.ReviewLink) {
		return field{}, false
	}
	if p.header() != nil {
		return p.fieldRow() // whatever stands below a row is a row
	}
	left := p.left()
	name, start := "", 0
	if all := boldLabel.FindAllStringSubmatchIndex(left, -1); all != nil {
		m := all[len(all)-1]
		name, start = left[m[2]:m[3]], m[1]
	} else if m := plainLabel.FindStringSubmatchIndex(left); m != nil {
		name, start = left[m[2]:m[3]], m[1]
	} else {
		return p.fieldRow()
	}
	f.slot, ok = p.value(p.line.Start + start)
	f = p.named(f, name)
	return f, ok && (p.zone == inMeta || f.key == template.ReviewField)
}

// fieldRow reads a row of the two-column table in which fields can stand.
func (p *place) fieldRow() (f field, ok bool) {
	r := p.row()
	if r == nil || r.at != 1 || len(r.cells) > 3 {
		return field{}, false
	}
	f.slot = p.cell(r, 1)
	f = p.named(f, strings.Trim(p.cellText(r, 0), "*_: "))
	return f, f.key != ""
}

func (p *place) named(f field, name string) field {
	f.name = template.Normalize(name)
	if known := p.doc.Template.FieldNamed(name); known != nil {
		f.key = known.Key
	}
	return f
}

func (p *place) yamlField() (f field, ok bool) {
	m := yamlLabel.FindStringSubmatchIndex(p.left())
	if m == nil {
		return field{}, false
	}
	f.slot, ok = p.value(p.line.Start + m[1])
	f.yaml = true
	name := p.left()[m[2]:m[3]]
	f = p.named(f, name)
	for _, known := range p.doc.Template.Fields {
		if strings.EqualFold(known.FrontMatter, name) {
			f.key = known.Key
		}
	}
	return f, ok
}

// valueEdit puts a plain value into a field, quoted where YAML needs it.
func (p *place) valueEdit(f field, value string) text.Edit {
	if !f.yaml {
		return p.edit(f.slot, text.Literal(value))
	}
	s := f.slot
	typed := s.span.Of(p.src)
	if quoted := strings.HasPrefix(typed, `"`) || strings.HasPrefix(typed, "'"); quoted {
		// The quotes stay the writer's, and are no part of what is replaced.
		quote := typed[:1]
		value = edit.YAMLEscape(value, quote)
		if p.offset == s.span.Start {
			return p.edit(s, text.Literal(quote+value+quote))
		}
		s.span.Start++
		switch {
		case len(typed) == 1 || !strings.HasSuffix(typed, quote):
			s.after = quote
		case p.offset < s.span.End:
			s.span.End--
		default:
			s.after = quote
		}
		s.before = ""
		return p.edit(s, text.Literal(value))
	}
	return p.edit(s, edit.YAMLScalar(text.Literal(value)))
}
