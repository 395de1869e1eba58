package server

import (
	"path/filepath"
	"slices"

	"go.lsp.dev/protocol"
	"go.lsp.dev/uri"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
	"achievement-ls/server/disk"
)

// source is what editors show as the origin of a finding.
const source = "achievement-ls"

// findings are what the rules find in an open document as a state has it. Of a
// document that is not analysed there are none.
func (s *server) findings(st *state, d *openDocument) []*rules.Finding {
	switch d.mode {
	case configuration:
		if d.rel != config.FileName && !config.BeginsWorkspace(d.text) {
			return rules.CheckConfig(config.ParseFolder(d.text))
		}
		return rules.CheckConfig(config.Parse(d.text))
	case analysed:
		doc := d.parse()
		return rules.Check(rules.Input{
			Document: doc, Workspace: st.snapshot(d.root), Facts: d.facts, Config: d.config, Today: s.today(), Exists: disk.Exists(d.root), Memory: &d.past.memory, Failed: s.faults.of("a rule", s.log),
		})
	}
	return nil
}

// diagnostics are findings as the client can show them.
func (s *server) diagnostics(st *state, d *openDocument, found []*rules.Finding) []protocol.Diagnostic {
	said := s.client.TextDocument.PublishDiagnostics.DiagnosticsCapabilities
	if s.client.pulls {
		said = s.client.TextDocument.Diagnostic.DiagnosticsCapabilities
	}
	m := mapper{d.lines(), s.client.encoding}
	out := make([]protocol.Diagnostic, 0, len(found))
	for _, f := range found {
		diag := protocol.Diagnostic{
			Range:    m.spanRange(f.Span),
			Severity: severityOf(f.Severity),
			Code:     protocol.String(f.Rule.Name),
			Source:   protocol.NewOptional(source),
			Message:  protocol.String(f.Message),
		}
		if is(said.RelatedInformation) {
			diag.RelatedInformation = s.related(st, d, m, f)
		}
		if is(said.DataSupport) {
			diag.Data = dataOf(f)
		}
		if page := pageOf(f.Rule, d.config); page != "" && is(said.CodeDescriptionSupport) {
			diag.CodeDescription = protocol.CodeDescription{Href: page}
		}
		if tag := tagOf(f.Rule); tag != 0 && slices.Contains(said.TagSupport.ValueSet, tag) {
			diag.Tags = protocol.NewDiagnosticTags(tag)
		}
		out = append(out, diag)
	}
	return out
}

func severityOf(s severity.Severity) protocol.DiagnosticSeverity {
	switch s {
	case severity.Error:
		return protocol.DiagnosticSeverityError
	case severity.Warning:
		return protocol.DiagnosticSeverityWarning
	case severity.Information:
		return protocol.DiagnosticSeverityInformation
	}
	return protocol.DiagnosticSeverityHint
}

// related are the places that explain a finding, in whichever file they are.
func (s *server) related(st *state, d *openDocument, m mapper, f *rules.Finding) []protocol.DiagnosticRelatedInformation {
	var out []protocol.DiagnosticRelatedInformation
	for _, r := range f.Related {
		u, in := d.uri, m
		if r.Path != "" && r.Path != d.rel {
			u = uri.File(filepath.Join(d.root, filepath.FromSlash(r.Path)))
			in = s.mapperOf(st, d.root, r.Path, u)
		}
		out = append(out, protocol.DiagnosticRelatedInformation{
			Location: protocol.Location{URI: u, Range: in.spanRange(r.Span)},
			Message:  r.Message,
		})
	}
	return out
}

// mapperOf is the mapper of any file of a workspace, of the editor's text where
// it is open there. For one that can't be read every place is its beginning.
func (s *server) mapperOf(st *state, rootPath, rel string, u uri.URI) mapper {
	if d := st.open[u]; d != nil {
		return mapper{d.lines(), s.client.encoding}
	}
	if doc, err := disk.ReadFile(rootPath, st.config(rootPath, rel), rel); err == nil {
		return mapper{doc.Lines, s.client.encoding}
	}
	return mapper{text.NewLines(""), s.client.encoding}
}

// findingData is what a diagnostic carries for whoever acts on it.
type findingData struct {
	Rule  string   `json:"rule"`
	Fixes []string `json:"fixes,omitzero"` // titles of its code actions
}

func dataOf(f *rules.Finding) protocol.LSPAny {
	data := findingData{Rule: f.Rule.Name}
	for _, fix := range f.Fixes {
		data.Fixes = append(data.Fixes, fix.Title)
	}
	body, err := raw(data)
	if err != nil {
		return nil
	}
	return body
}

// pageOf is where the configuration says that a rule's page is; "" for nowhere.
func pageOf(r *rules.Rule, c *config.Config) uri.URI {
	if c == nil || c.Diagnostics.Documentation == "" {
		return ""
	}
	return uri.URI(c.Diagnostics.Documentation + r.Name)
}

// tagOf is how editors set off what a rule finds: 0 for no way of their own.
func tagOf(r *rules.Rule) protocol.DiagnosticTag {
	if r.Name == "unused-suppression" {
		return protocol.DiagnosticTagUnnecessary
	}
	return 0
}
