// Package config reads a workspace's configuration, .achievements.yaml: what is
// wrong with it is reported at its place, and the rest of it holds.
package config

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bmatcuk/doublestar/v4"

	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

// FileName is the configuration's name; it stands at the workspace's root.
const FileName = ".achievements.yaml"

// Config is a configuration. It is immutable once parsed. What a file does not
// say has the value of Default.
type Config struct {
	Root         bool                   `yaml:"root"`
	Files        Files                  `yaml:"files"`
	ID           ID                     `yaml:"id"`
	Period       Period                 `yaml:"period"`
	Template     *template.Template     `yaml:"-"`
	Rules        map[string]RuleSetting `yaml:"-"`
	Overrides    []Override             `yaml:"-"`
	Tags         Tags                   `yaml:"tags"`
	People       []Person               `yaml:"-"`
	Categories   []string               `yaml:"categories"`
	Confidential []Term                 `yaml:"-"`
	Features     map[string]bool        `yaml:"features"`
	Skills       []string               `yaml:"skills"`
	Language     string                 `yaml:"language"`
	Diagnostics  Diagnostics            `yaml:"diagnostics"`
	Format       Format                 `yaml:"format"`
	Summary      Summary                `yaml:"summary"`
	Words        Words                  `yaml:"words"`
	// RuleNames are the rules named, with their places, for whoever knows
	// which rules there are.
	RuleNames []Name `yaml:"-"`

	origins map[string]Origin // of what is set, by the key's path
	folders []folderConfig    // the innermost first
}

// Files says which paths, relative to the workspace, hold what. The values are
// globs in which ** stands for any folders.
type Files struct {
	Achievements []string `yaml:"achievements"`
	Reviews      []string `yaml:"reviews"`
	Roles        []string `yaml:"roles"`
	People       []string `yaml:"people"`
	Exclude      []string `yaml:"exclude"`
	MaxSize      int      `yaml:"maxSize"` // bytes above which a file is not analysed
}

// ID says what achievement IDs look like.
type ID struct {
	Prefix string `yaml:"prefix"`
	Digits int    `yaml:"digits"` // at least
}

// Period says how review periods are counted.
type Period struct {
	FiscalYearStart time.Month `yaml:"fiscalYearStart"`
}

// Tags are a team's rules for tags, each without its #.
type Tags struct {
	Required []string          `yaml:"required"`
	Known    []string          `yaml:"known"`
	Aliases  map[string]string `yaml:"aliases"`
}

// Person is somebody the configuration names.
type Person struct{ Name, Role string }

// Diagnostics says for which files findings are shown, "open" or "workspace", and
// where their rules' pages are.
type Diagnostics struct {
	Scope string `yaml:"scope"`
	// Documentation is an address that a rule's name is put behind; "" for none.
	Documentation string `yaml:"documentation"`
}

// Format is how files are formatted.
type Format struct {
	Tables bool `yaml:"tables"` // align them
	Breaks bool `yaml:"breaks"` // --- between sections
}

// Summary bounds the Summary section.
type Summary struct {
	MaxWords int `yaml:"maxWords"`
}

// Words add to and remove from the word lists of the wording rules.
type Words struct {
	WeakVerbs        WordList `yaml:"weakVerbs"`
	VagueQuantifiers WordList `yaml:"vagueQuantifiers"`
}

// WordList is a change to a list of words.
type WordList struct {
	Add    []string `yaml:"add"`
	Remove []string `yaml:"remove"`
}

// RuleSetting is what the configuration says of a rule.
type RuleSetting struct {
	Severity severity.Severity
	Set      bool // whether a severity is given
}

// Override changes rules for the paths that match.
type Override struct {
	Paths []string
	Rules map[string]RuleSetting
}

// Name is a name in the configuration with its place.
type Name struct {
	Text string
	Span text.Span
}

// Term is a word, or a /pattern/, that no achievement may hold.
type Term struct {
	Text    string
	pattern *regexp.Regexp
}

// Find gives the places in s, as byte spans, where the term stands. A word is
// found whole and in any case.
func (t Term) Find(s string) []text.Span {
	var spans []text.Span
	for _, m := range t.pattern.FindAllStringIndex(s, -1) {
		if m[0] < m[1] && (strings.HasPrefix(t.Text, "/") || wholeWord(s, m[0], m[1])) {
			spans = append(spans, text.Span{Start: m[0], End: m[1]})
		}
	}
	return spans
}

// wholeWord reports whether no letter or digit touches s[start:end].
func wholeWord(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	first, _ := utf8.DecodeRuneInString(s[start:end])
	last, _ := utf8.DecodeLastRuneInString(s[start:end])
	return !(word(before) && word(first)) && !(word(after) && word(last))
}

// Default is the configuration of a workspace that has none.
func Default() *Config {
	return &Config{
		Root:        true,
		Files:       Files{MaxSize: 1 << 20},
		ID:          ID{Prefix: "ACH-", Digits: 3},
		Period:      Period{FiscalYearStart: time.January},
		Template:    template.Default(),
		Diagnostics: Diagnostics{Scope: "open"},
		Format:      Format{Tables: true, Breaks: true},
		Summary:     Summary{MaxWords: 60},
	}
}

// Severity is what the configuration says of a rule for the file at path; set
// is false where it says nothing. The last override that matches wins.
func (c *Config) Severity(rule, path string) (level severity.Severity, set bool) {
	if r, ok := c.Rules[rule]; ok && r.Set {
		level, set = r.Severity, true
	}
	for _, o := range c.Overrides {
		if r, ok := o.Rules[rule]; ok && r.Set && matchAny(o.Paths, path) {
			level, set = r.Severity, true
		}
	}
	return level, set
}

// Place is what the configuration says a path is.
type Place uint8

// The places a path can have by the configuration.
const (
	Unsaid Place = iota
	AchievementPlace
	ReviewPlace
	RolePlace
	PeoplePlace
	ExcludedPlace
)

// Place says what the file at path, relative to the workspace and with slashes,
// is by the configuration's globs.
func (c *Config) Place(path string) Place {
	switch {
	case matchAny(c.Files.Exclude, path):
		return ExcludedPlace
	case matchAny(c.Files.Achievements, path):
		return AchievementPlace
	case matchAny(c.Files.Reviews, path):
		return ReviewPlace
	case matchAny(c.Files.Roles, path):
		return RolePlace
	case matchAny(c.Files.People, path):
		return PeoplePlace
	}
	return Unsaid
}

func matchAny(globs []string, path string) bool {
	for _, g := range globs {
		if ok, err := doublestar.Match(g, path); err == nil && ok {
			return true
		}
		// A folder's name stands for all below it, as in .gitignore.
		if ok, err := doublestar.Match(strings.TrimSuffix(g, "/")+"/**", path); err == nil && ok {
			return true
		}
	}
	return false
}

// CategoryKnown reports whether the configuration allows a category. "Technical"
// in its list allows every subcategory, "Technical / Performance" that one; with
// no list everything is allowed.
func (c *Config) CategoryKnown(category string) bool {
	if len(c.Categories) == 0 {
		return true
	}
	want := splitCategory(category)
	for _, allowed := range c.Categories {
		have := splitCategory(allowed)
		if len(have) > len(want) {
			continue
		}
		match := true
		for i := range have {
			match = match && strings.EqualFold(have[i], want[i])
		}
		if match {
			return true
		}
	}
	return false
}

func splitCategory(s string) []string {
	parts := strings.Split(s, "/")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	return parts
}
