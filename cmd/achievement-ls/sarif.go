package main

import (
	"io"
	"net/url"
	"strings"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/text"
)

// What check writes of SARIF 2.1.0
// (docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os), property by property.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		Invocations        []sarifInvocation        `json:"invocations"`
		OriginalURIBaseIDs map[string]sarifArtifact `json:"originalUriBaseIds"`
		ColumnKind         string                   `json:"columnKind"`
		Results            []sarifResult            `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string        `json:"id"`
		Short      sarifMessage  `json:"shortDescription"`
		Full       sarifMessage  `json:"fullDescription"`
		Help       sarifMessage  `json:"help"`
		Default    sarifDefault  `json:"defaultConfiguration"`
		Properties sarifProperty `json:"properties"`
	}
	sarifDefault struct {
		Enabled bool   `json:"enabled"`
		Level   string `json:"level"`
	}
	sarifProperty struct {
		Tags []string `json:"tags"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifMessage      `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		RelatedLocations    []sarifLocation   `json:"relatedLocations,omitempty"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
		Fixes               []sarifFix        `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		ID       *int          `json:"id,omitempty"`
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifMessage `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI         string        `json:"uri,omitempty"`
		URIBaseID   string        `json:"uriBaseId,omitempty"`
		Description *sarifMessage `json:"description,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
	}
	sarifFix struct {
		Description sarifMessage  `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifArtifact      `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion   `json:"deletedRegion"`
		Inserted *sarifMessage `json:"insertedContent,omitempty"`
	}
)

// sarifBase stands for the current folder, below which all paths are. Which one
// that is, whoever reads the log knows better.
const sarifBase = "%SRCROOT%"

func writeSARIF(w io.Writer, r outcome) error {
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{Name: "achievement-ls", Version: version()}},
		Invocations: []sarifInvocation{{Successful: len(r.problems) == 0}},
		OriginalURIBaseIDs: map[string]sarifArtifact{
			sarifBase: {Description: &sarifMessage{Text: "the folder in which check ran"}},
		},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	index := make(map[*rules.Rule]int)
	for i, rule := range rules.All() {
		index[rule] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(rule))
	}
	for _, err := range r.problems {
		note := sarifNotification{Level: "error", Message: sarifMessage{Text: err.Error()}}
		run.Invocations[0].Notifications = append(run.Invocations[0].Notifications, note)
	}
	for _, f := range r.found {
		run.Results = append(run.Results, sarifResult{
			RuleID: f.Rule.Name, RuleIndex: index[f.Rule], Level: sarifLevel(f.Severity), Message: sarifMessage{Text: f.Message},
			Locations:           []sarifLocation{{Physical: sarifPlace(f.file.shown, new(rangeOf(f.file.doc, f.Span)))}},
			RelatedLocations:    sarifRelated(f),
			PartialFingerprints: map[string]string{"achievementLs/v1": f.fingerprint()},
			Fixes:               sarifFixes(f),
		})
	}
	return encodeJSON(w, sarifLog{
		Schema:  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

func sarifRuleOf(r *rules.Rule) sarifRule {
	return sarifRule{
		ID: r.Name, Short: sarifMessage{Text: r.Doc.Summary}, Full: sarifMessage{Text: r.Doc.Why},
		Help:       sarifMessage{Text: r.Doc.Summary + "\n\n" + r.Doc.Why, Markdown: r.Page()},
		Default:    sarifDefault{Enabled: r.Severity != severity.Off, Level: sarifLevel(r.Severity)},
		Properties: sarifProperty{Tags: []string{string(r.Group)}},
	}
}

func sarifLevel(s severity.Severity) string {
	switch s {
	case severity.Error:
		return "error"
	case severity.Warning:
		return "warning"
	}
	return "note"
}

// sarifPlace is a place in a file; without rng it is the file.
func sarifPlace(shown string, rng *jsonRange) sarifPhysical {
	p := sarifPhysical{Artifact: sarifFile(shown)}
	if rng != nil {
		p.Region = new(sarifRegionOf(*rng))
	}
	return p
}

func sarifFile(shown string) sarifArtifact {
	// ":" in a first segment would make a scheme of it (RFC 3986, section 4.2).
	uri := (&url.URL{Path: shown}).EscapedPath()
	if first, _, _ := strings.Cut(uri, "/"); strings.Contains(first, ":") {
		uri = strings.ReplaceAll(first, ":", "%3A") + strings.TrimPrefix(uri, first)
	}
	return sarifArtifact{URI: uri, URIBaseID: sarifBase}
}

func sarifRegionOf(r jsonRange) sarifRegion {
	return sarifRegion{r.Start.Line, r.Start.Column, r.End.Line, r.End.Column}
}

func sarifRelated(f finding) []sarifLocation {
	var out []sarifLocation
	for i, r := range f.related() {
		out = append(out, sarifLocation{ID: new(i + 1), Physical: sarifPlace(r.Path, r.Range), Message: &sarifMessage{Text: r.Message}})
	}
	return out
}

// sarifFixes are the finding's fixes that leave nothing to fill in: whoever
// applies one from a log has no tab stops.
func sarifFixes(f finding) []sarifFix {
	var out []sarifFix
	for _, fix := range f.Fixes {
		if fix.Edits == nil || !fix.Certain {
			continue
		}
		change := sarifChange{Artifact: sarifFile(f.file.shown)}
		for _, e := range fix.Edits() {
			change.Replacements = append(change.Replacements, sarifReplacementOf(f.file.doc, e))
		}
		if len(change.Replacements) > 0 {
			out = append(out, sarifFix{Description: sarifMessage{Text: fix.Title}, Changes: []sarifChange{change}})
		}
	}
	return out
}

func sarifReplacementOf(doc *document.Document, e text.Edit) sarifReplacement {
	r := sarifReplacement{Deleted: sarifRegionOf(rangeOf(doc, e.Span))}
	if e.New != "" {
		r.Inserted = &sarifMessage{Text: e.New}
	}
	return r
}
