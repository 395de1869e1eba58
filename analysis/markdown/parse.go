package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"achievement-ls/analysis/text"
)

// maxInline is the size in bytes above which a file's inline markup is not
// read: CommonMark's delimiter runs are where hostile text gets slow. Blocks are
// read at any size; in so large a file no link is found, and emphasis and code
// are prose.
const maxInline = 1 << 20

// Parse reads src. It never fails: any bytes give a tree.
//
// Beyond CommonMark it forgives what half-typed files have: a fence or comment
// that is not closed ends before the next heading for which known is true
// (never, where known is nil), front matter that is not closed ends where its
// keys do, and a lone "\r" ends a line.
func Parse(src string, known func(heading string) bool) *Tree {
	t := &Tree{Source: src}
	b := newBuilder(t, known)
	b.mask()
	b.parse()
	if known != nil {
		for range maxUnclosed {
			if !b.closeUnclosed() {
				break
			}
			b.parse()
		}
	}
	b.prose()
	// Front matter that is not closed could be, by any line below.
	halfOpen := strings.HasPrefix(strings.TrimPrefix(src, bom), "---") && t.FrontMatter.End >= t.FrontMatterBlock.End
	t.entangled = t.entangled || halfOpen || len(b.opaque) > 0 || len(src) > maxInline
	return t
}

// maxUnclosed bounds how many unclosed fences and comments are mended.
const maxUnclosed = 8

// builder turns goldmark's tree into ours.
type builder struct {
	tree   *Tree
	masked []byte // what goldmark reads: as long as the source
	known  func(string) bool
	root   ast.Node
	opaque []*Block // unclosed fences and comments, blanked in masked
	leaves []leaf   // blocks with inline content, in order
	// marksEnd is where list markers are no longer looked for.
	marksEnd int

	blocks   pool[Block]
	pointers pool[*Block]
	spans    pool[text.Span]
}

func newBuilder(t *Tree, known func(string) bool) *builder {
	b := &builder{tree: t, masked: []byte(t.Source), known: known}
	n := min(len(t.Source)/128+4, 64) // an eighth of what a file of short lines has, or a quarter
	b.blocks.size, b.pointers.size, b.spans.size = n, n, n
	b.leaves = make([]leaf, 0, 4*n)
	return b
}

// block is a new block.
func (b *builder) block(kind Kind, span text.Span) *Block {
	block := &b.blocks.slice(1)[0]
	block.Kind, block.Span = kind, span
	return block
}

// leaf is a block with inline content.
type leaf struct {
	node  ast.Node
	lines []text.Span
	quote bool // inside a block quote, so no prose
}

var (
	full       = newParser(true)
	blocksOnly = newParser(false)
)

func newParser(inline bool) parser.Parser {
	options := []parser.Option{
		parser.WithBlockParsers(parser.DefaultBlockParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(definitions{}, 100), util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	}
	if inline {
		options = append(options,
			parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
				util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
				util.Prioritized(extension.NewStrikethroughParser(), 500))...),
			parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)))
	}
	return parser.NewParser(options...)
}

// definitions takes link reference definitions out of a paragraph as goldmark
// does, which makes a reader for every paragraph, where one can stand.
type definitions struct{}

// Transform implements parser.ParagraphTransformer.
func (definitions) Transform(p *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	if lines := p.Lines(); lines.Len() > 0 {
		first := lines.At(0)
		if text := util.TrimLeftSpace(reader.Source()[first.Start:first.Stop]); len(text) > 0 && text[0] != '[' {
			return
		}
	}
	parser.LinkReferenceParagraphTransformer.Transform(p, reader, pc)
}

func (b *builder) parse() {
	p := full
	if len(b.masked) > maxInline {
		p = blocksOnly
	}
	pc := parser.NewContext()
	b.root = p.Parse(gmtext.NewReader(b.masked), parser.WithContext(pc))
	b.tree.entangled = len(pc.References()) > 0
	b.leaves, b.marksEnd = b.leaves[:0], len(b.masked)
	b.tree.Blocks = b.children(b.root, false)
	if len(b.opaque) > 0 {
		b.tree.Blocks = inOrder(append(b.tree.Blocks, b.opaque...))
	}
}

// lineEnd is the offset behind the line ending of the line that holds offset.
func (b *builder) lineEnd(offset int) int {
	if offset >= len(b.masked) {
		return offset
	}
	if n := bytes.IndexByte(b.masked[offset:], '\n'); n >= 0 {
		return offset + n + 1
	}
	return len(b.masked)
}

// blank overwrites what goldmark shall not see, keeping line endings.
func (b *builder) blank(start, end int) {
	for i := start; i < end; i++ {
		if b.masked[i] != '\n' {
			b.masked[i] = ' '
		}
	}
}
