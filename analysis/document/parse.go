package document

import (
	"path"
	"strings"

	"achievement-ls/analysis/markdown"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// Parse reads src as the file at path (below its workspace folder, with
// slashes; "" for text without a file) by template t, nil for the default. What
// kind of document it is follows from path and content. Parse never fails.
func Parse(path, src string, t *template.Template) *Document {
	return parse(path, src, t, nil, nil)
}

// ParseAs is Parse for a file whose kind the configuration has settled.
func ParseAs(kind Kind, path, src string, t *template.Template) *Document {
	return parse(path, src, t, &kind, nil)
}

// Reparse is the file with another text: what it was made by with src in the place
// of Source, at less cost the less has changed.
func (d *Document) Reparse(src string) *Document {
	return parse(d.Path, src, d.Template, d.settled, d.parsed)
}

func parse(path, src string, t *template.Template, settled *Kind, old *markdown.Tree) *Document {
	if t == nil {
		t = template.Default()
	}
	tree := markdown.Reparse(old, src, t.Known)
	d := &Document{
		Path:     path,
		Source:   src,
		Lines:    text.NewLines(src),
		Tree:     tree,
		Template: t,
		settled:  settled,
		parsed:   tree,
	}
	d.distrustSetext()
	d.readHeadings()
	front := d.readFrontMatter()
	d.Fields = front
	if settled != nil {
		d.Kind = *settled
	} else {
		d.Kind = d.recognise()
	}
	if d.Kind == Achievement {
		d.readEntries()
	}
	if len(d.Entries) > 0 && !d.Multiple {
		d.Fields = d.Entries[0].Fields
	} else {
		d.Fields = append(front, d.headFields()...)
	}
	if f := fieldIn(d.Fields, template.StatusField); f != nil {
		d.Draft = strings.EqualFold(f.Text, "draft")
	}
	d.readSuppressions()
	return d
}

// Base is the file's name without its folders.
func (d *Document) Base() string {
	if d.Path == "" {
		return ""
	}
	return path.Base(d.Path)
}

// Text is the part of the source that span covers.
func (d *Document) Text(span text.Span) string { return span.Of(d.Source) }

// Prose is the part of the source that span covers, with the same length, and
// everything that is no prose blanked (see markdown.Tree).
func (d *Document) Prose(span text.Span) string { return span.Of(d.Tree.Prose) }

// plain is the prose of span as a reader sees it: without markup, blanks
// collapsed. Where there is nothing but code, the code without its backticks.
func (d *Document) plain(span text.Span) string {
	p := markdown.Plain(d.Prose(span))
	if p == "" {
		raw := strings.TrimSpace(d.Text(span))
		if strings.HasPrefix(raw, "<!--") {
			return ""
		}
		return strings.Trim(raw, "`")
	}
	return p
}

// distrustSetext takes back what a line of dashes right below a text made of
// it. "---" is what the template puts between sections; with the blank line
// before it forgotten, CommonMark (0.31, section 4.3) reads the paragraph above
// as a heading. It stays one only where it looks like one: a single line that
// names something known, or a short one with content below that is no field,
// tag or sentence.
func (d *Document) distrustSetext() {
	var blocks []*markdown.Block
	for i, b := range d.Tree.Blocks {
		if b.Kind != markdown.Heading || !b.Setext || d.looksLikeHeading(b, d.Tree.Blocks[i+1:]) {
			if blocks != nil {
				blocks = append(blocks, b)
			}
			continue
		}
		if blocks == nil {
			blocks = append(make([]*markdown.Block, 0, len(d.Tree.Blocks)+1), d.Tree.Blocks[:i]...)
		}
		p := *b
		p.Kind, p.Level, p.Setext, p.Underline = markdown.Paragraph, 0, false, text.Span{}
		p.Span = text.Span{Start: b.Span.Start, End: b.Text.End}
		blocks = append(blocks, &p)
		if b.Level == 2 {
			blocks = append(blocks, &markdown.Block{Kind: markdown.Break, Span: b.Underline, Text: text.Span{Start: b.Underline.Start, End: b.Underline.Start}})
		}
	}
	if blocks != nil {
		tree := *d.Tree
		tree.Blocks = blocks
		d.Tree = &tree
	}
}

// looksLikeHeading judges a setext heading by itself and the blocks after it;
// see distrustSetext.
func (d *Document) looksLikeHeading(b *markdown.Block, after []*markdown.Block) bool {
	if len(b.Lines) != 1 {
		return false
	}
	line := d.Text(b.Text)
	if kind, _ := d.openingOf(line); kind != opensNothing || d.Template.Known(line) {
		return true
	}
	if _, ok := d.fieldAt(b.Text, true); ok || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "|") {
		return false
	}
	if b.Level == 2 && (len(after) == 0 || after[0].Kind == markdown.Heading) {
		return false // the line that parts a section from the next one
	}
	return len(line) <= 60 && !strings.ContainsAny(line[len(line)-1:], ".!?|:;,")
}
