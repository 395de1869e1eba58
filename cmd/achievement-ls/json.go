package main

import (
	"encoding/json"
	"io"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/text"
)

// The JSON of check, version 1. Lines and columns count from one, columns in
// Unicode code points; offsets are bytes from zero.
type (
	jsonReport struct {
		Version  int           `json:"version"`
		Files    int           `json:"files"`
		Findings []jsonFinding `json:"findings"`
	}
	jsonFinding struct {
		Path     string        `json:"path"`
		Rule     string        `json:"rule"`
		Severity string        `json:"severity"`
		Message  string        `json:"message"`
		Range    jsonRange     `json:"range"`
		Related  []jsonRelated `json:"related,omitempty"`
		Fixable  bool          `json:"fixable"`
	}
	jsonRelated struct {
		Path    string     `json:"path"`
		Range   *jsonRange `json:"range,omitempty"`
		Message string     `json:"message"`
	}
	jsonRange struct {
		Start jsonPosition `json:"start"`
		End   jsonPosition `json:"end"`
	}
	jsonPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
		Offset int `json:"offset"`
	}
)

func writeJSON(w io.Writer, r outcome) error {
	out := jsonReport{Version: 1, Files: len(r.files), Findings: []jsonFinding{}}
	for _, f := range r.found {
		out.Findings = append(out.Findings, jsonFinding{
			Path: f.file.shown, Rule: f.Rule.Name, Severity: f.Severity.String(), Message: f.Message,
			Range: rangeOf(f.file.doc, f.Span), Related: f.related(), Fixable: len(f.Fixes) > 0,
		})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// encodeJSON prints v for programs and people alike.
func encodeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

// related are the places that explain a finding, as they are printed.
func (f finding) related() []jsonRelated {
	var out []jsonRelated
	for _, r := range f.Related {
		related := jsonRelated{Path: f.file.shown, Message: r.Message}
		if r.Path == "" {
			related.Range = new(rangeOf(f.file.doc, r.Span))
		} else {
			related.Path = f.elsewhere(r.Path)
			if rng, ok := f.rangeIn(r.Path, r.Span); ok {
				related.Range = &rng
			}
		}
		out = append(out, related)
	}
	return out
}

func rangeOf(doc *document.Document, span text.Span) jsonRange {
	return jsonRange{Start: position(doc, span.Start), End: position(doc, span.End)}
}

// position is a byte offset as a person counts: lines and columns from one,
// columns in code points, of which a byte order mark is none.
func position(doc *document.Document, offset int) jsonPosition {
	p := doc.Lines.OffsetPosition(offset, text.UTF32)
	if p.Line == 0 && p.Column > 0 && strings.HasPrefix(doc.Source, "\ufeff") {
		p.Column--
	}
	return jsonPosition{Line: p.Line + 1, Column: p.Column + 1, Offset: offset}
}
