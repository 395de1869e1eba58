package scan

import (
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// pattern is a line of a .gitignore file (gitignore(5), "Pattern format").
type pattern struct {
	domain  string // the folder of the file it stands in
	glob    string
	nested  bool // it names what stands anywhere below domain, by its name alone
	folder  bool // it names folders only
	include bool // it takes back what an earlier one ignores
}

// parsePattern reads a line; ok is false for a comment, an empty line and a glob
// that can't be read.
func parsePattern(line, domain string) (p pattern, ok bool) {
	line = trimBlanks(strings.TrimRight(line, "\r\n"))
	if line == "" || strings.HasPrefix(line, "#") {
		return pattern{}, false
	}
	p = pattern{domain: domain}
	line, p.include = strings.CutPrefix(line, "!")
	line, p.folder = strings.CutSuffix(line, "/")
	p.nested = !strings.Contains(line, "/")
	line = strings.TrimPrefix(line, "/")
	// Braces are no alternatives here, and /** is what stands inside a folder,
	// not the folder.
	line = strings.NewReplacer(`\{`, `\{`, `\}`, `\}`, `{`, `\{`, `}`, `\}`).Replace(line)
	if strings.HasSuffix(line, "/**") {
		line += "/*"
	}
	p.glob = line
	return p, line != "" && doublestar.ValidatePattern(line)
}

// trimBlanks takes off the blanks that end a line, but one after a backslash.
func trimBlanks(line string) string {
	trimmed := strings.TrimRight(line, " ")
	if len(trimmed) < len(line) && strings.HasSuffix(trimmed, `\`) {
		return trimmed + " "
	}
	return trimmed
}

// matches reports whether the pattern names the path itself; that it names a
// folder above is seen when that one is come to.
func (p pattern) matches(name string, folder bool) bool {
	if p.folder && !folder {
		return false
	}
	if p.nested {
		name = path.Base(name)
	} else if p.domain != "." {
		name = strings.TrimPrefix(name, p.domain+"/")
	}
	ok, err := doublestar.Match(p.glob, name)
	return err == nil && ok
}

// ignores reports whether patterns, of which the last that matches decides,
// leave out a path. The path lies below the domain of each.
func ignores(patterns []pattern, name string, folder bool) bool {
	for i := len(patterns) - 1; i >= 0; i-- {
		if patterns[i].matches(name, folder) {
			return !patterns[i].include
		}
	}
	return false
}
