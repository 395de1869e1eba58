package server

import (
	"reflect"
	"slices"
	"strings"

	"go.lsp.dev/protocol"

	"achievement-ls/analysis/text"
)

// client is what the client said of itself. The embedded capabilities have no
// nil structure in them, so that a feature reads the one it asks for.
type client struct {
	protocol.ClientCapabilities
	// encoding is the unit of every column on the wire.
	encoding text.Encoding
	// pulls tells a client that asks for diagnostics and can be told when to
	// ask again; all others are sent theirs.
	pulls bool
	// said is what it said of documents, with nil for what it did not mention.
	said protocol.TextDocumentClientCapabilities
	// showsContent tells a client that shows documents which are no files.
	showsContent bool
	// annotates tells a client that shows what becomes of files by their changes'
	// annotations.
	annotates bool
	// refreshes are the questions it is to ask again when what documents depend
	// on besides their own text has changed, by the methods that tell it so;
	// configured those that depend on the configuration alone.
	refreshes, configured []string
}

func newClient(name string, said protocol.ClientCapabilities) *client {
	pullable := said.TextDocument != nil && said.TextDocument.Diagnostic != nil
	c := &client{ClientCapabilities: said}
	if said.TextDocument != nil {
		c.said = *said.TextDocument
	}
	c.showsContent = said.Workspace != nil && said.Workspace.TextDocumentContent != nil
	if said.Workspace != nil && said.Workspace.WorkspaceEdit != nil {
		c.annotates = said.Workspace.WorkspaceEdit.ChangeAnnotationSupport != nil
	}
	fill(reflect.ValueOf(&c.ClientCapabilities).Elem())
	if edits := c.Workspace.WorkspaceEdit; len(edits.ResourceOperations) > 0 {
		edits.DocumentChanges = new(true) // where alone they can stand; Neovim does not say so
	}
	c.encoding = encodingOf(c.General.PositionEncodings)
	// Neovim 0.12, told to pull again, pulls the workspace's and leaves those of the
	// documents it pulled one by one as they were.
	c.pulls = pullable && is(c.Workspace.Diagnostics.RefreshSupport) && name != "Neovim"
	if c.pulls {
		c.refreshes = append(c.refreshes, protocol.MethodWorkspaceDiagnosticRefresh)
	}
	if is(c.Workspace.InlayHint.RefreshSupport) {
		c.refreshes = append(c.refreshes, protocol.MethodWorkspaceInlayHintRefresh)
	}
	if is(c.Workspace.CodeLens.RefreshSupport) {
		c.refreshes = append(c.refreshes, protocol.MethodWorkspaceCodeLensRefresh)
	}
	if is(c.Workspace.SemanticTokens.RefreshSupport) {
		c.configured = append(c.configured, protocol.MethodWorkspaceSemanticTokensRefresh)
	}
	if is(c.Workspace.FoldingRange.RefreshSupport) {
		c.configured = append(c.configured, protocol.MethodWorkspaceFoldingRangeRefresh)
	}
	return c
}

// fill puts an empty structure in the place of every nil pointer to one.
func fill(v reflect.Value) {
	for _, f := range v.Fields() {
		if f.Kind() == reflect.Pointer && f.Type().Elem().Kind() == reflect.Struct {
			if f.IsNil() {
				f.Set(reflect.New(f.Type().Elem()))
			}
			f = f.Elem()
		}
		if f.Kind() == reflect.Struct && f.CanSet() {
			fill(f)
		}
	}
}

// is reads a capability; what is not said is false.
func is(b *bool) bool { return b != nil && *b }

// encodingOf is the encoding used of those a client offers: utf-16 wherever it
// is offered or implied, since other servers on the same buffer use it too.
func encodingOf(offered []protocol.PositionEncodingKind) text.Encoding {
	if len(offered) == 0 || slices.Contains(offered, protocol.PositionEncodingKindUTF16) {
		return text.UTF16
	}
	for _, kind := range offered {
		switch kind {
		case protocol.PositionEncodingKindUTF8:
			return text.UTF8
		case protocol.PositionEncodingKindUTF32:
			return text.UTF32
		}
	}
	return text.UTF16
}

// encodingKind is an encoding's name on the wire.
func encodingKind(e text.Encoding) protocol.PositionEncodingKind {
	switch e {
	case text.UTF8:
		return protocol.PositionEncodingKindUTF8
	case text.UTF32:
		return protocol.PositionEncodingKindUTF32
	}
	return protocol.PositionEncodingKindUTF16
}

// markup is markdown as it is for a client that shows it, and for all others
// without the marks of emphasis and the backslashes that only a renderer takes off.
func markup(formats []protocol.MarkupKind, s string) *protocol.MarkupContent {
	if slices.Contains(formats, protocol.MarkupKindMarkdown) {
		return &protocol.MarkupContent{Kind: protocol.MarkupKindMarkdown, Value: s}
	}
	return &protocol.MarkupContent{Kind: protocol.MarkupKindPlainText, Value: plainer.Replace(s)}
}

// plainer takes the marks off that our own texts use. An escaped sign is a
// writer's, and stays.
var plainer = strings.NewReplacer(`\\`, `\`, `\*`, "*", `\_`, "_", "\\`", "`", `\[`, "[", `\]`, "]", `\<`, "<", `\&`, "&", `\#`, "#", "**", "")
