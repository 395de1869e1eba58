package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"achievement-ls/analysis/text"
)

// fault is a value that a key can't have.
type fault struct {
	value  string
	marked string // from where the problem stands, which may go on to the line's end
	// message is what is said of it; %s is the key's path.
	message    string
	suggestion string
}

// faults are, for each kind of value, what must be found in it.
var faults = map[kind][]fault{
	aString: {{"{a: b}", "{a: b}", `"%s" must be a text`, ""}, {"[a]", "[a]", `"%s" must be a text`, ""}},
	anAddress: {{"wiki/rules", "wiki/rules", `"%s" must be an address that begins with https:// or http://`, ""}, {"[a]", "[a]", `"%s" must be an address that begins with https:// or http://`, ""},
		{"javascript:x", "javascript:x", `"%s" must be an address that begins with https:// or http://`, ""}},
	anInt:    {{"many", "many", `"%s" must be a whole number`, ""}, {"1.5", "1.5", `"%s" must be a whole number`, ""}, {"[1]", "[1]", `"%s" must be a whole number`, ""}},
	aBool:    {{"sometimes", "sometimes", `"%s" must be true or false`, ""}, {"1", "1", `"%s" must be true or false`, ""}},
	aList:    {{"{a: b}", "{a: b}", `"%s" must be a list`, ""}, {"[a, [b]]", "[b]]", `an element of "%s" must be a text`, ""}},
	someTags: {{"{a: b}", "{a: b}", `"%s" must be a list`, ""}, {"[a, [b]]", "[b]]", `an element of "%s" must be a text`, ""}},
	aGlobs: {{"{a: b}", "{a: b}", `"%s" must be a list`, ""}, {"[a, [b]]", "[b]]", `an element of "%s" must be a text`, ""},
		{`[a, "b["]`, `"b["`, `"b[" is no valid glob; close its brackets or escape them with a backslash`, ""}},
	aMapping: {{"5", "5", `"%s" must be a mapping of keys`, ""}, {"[a]", "[a]", `"%s" must be a mapping of keys`, ""}},
	aStrings: {{"5", "5", `"%s" must be a mapping`, ""}, {"{a: [b]}", "[b]}", `"%s.a" must be a text`, ""}},
	aBools:   {{"5", "5", `"%s" must be a mapping`, ""}, {"{hover: maybe}", "maybe", `"%s.hover" must be true or false`, ""}, {"{hovr: false}", "hovr", `there is no "hovr" in "%s"; did you mean "hover"?`, "hover"}},
	aRules: {{"5", "5", `"%s" must be a mapping of rules to severities`, ""},
		{"{weak-verb: of}", "of", `the severity of "weak-verb" is "of"; use off, hint, information, warning or error`, "off"},
		{"{weak-verb: {severity: hnt}}", "hnt", `the severity of "weak-verb" is "hnt"; use off, hint, information, warning or error`, "hint"},
		{"{weak-verb: {severty: off}}", "severty", `there is no key "severty" in "%s.weak-verb"; did you mean "severity"?`, "severity"},
		{"{weak-verb: {words: [Did]}}", "words", `there is no key "words" in "%s.weak-verb"; remove it`, ""},
		{"{weak-verb: [a]}", "[a]}", `"%s.weak-verb" must be a severity, or a mapping with one`, ""}},
	someOverrides: {{"{a: b}", "{a: b}", `"%s" must be a list of "paths" with "rules"`, ""}, {"[5]", "5", `an element of "%s" must be "paths" with "rules"`, ""},
		{"[{path: a}]", "path", `there is no key "path" in "%s"; did you mean "paths"?`, "paths"},
		{`[{paths: ["a["]}]`, `"a["`, `"a[" is no valid glob; close its brackets or escape them with a backslash`, ""},
		{"[{rules: {weak-verb: hnt}}]", "hnt", `the severity of "weak-verb" is "hnt"; use off, hint, information, warning or error`, "hint"}},
	somePeople: {{"Ann", "Ann", `"%s" must be a list of names, or of name: role`, ""}, {"[[a]]", "[a]]", `an element of "%s" must be a name, or name: role`, ""},
		{"{Ann: [a]}", "[a]}", `"%s.Ann" must be a role`, ""}},
	someTerms: {{"{a: b}", "{a: b}", `"%s" must be a list`, ""}, {`["/(/"]`, `"/(/"`, "/(/ is no valid pattern: missing closing ): `(`", ""}},
	aTemplate: {{"lihgt", "lihgt", `there is no template "lihgt"; use default, light, german, or a mapping of keys`, "light"},
		{"[a]", "[a]", `"%s" must be the name of a template, or a mapping of keys`, ""}},
	someFields:   {{"5", "5", `"%s" must be a list`, ""}, {"[5]", "5", `an element of "%s" must be a mapping with a "name"`, ""}},
	someSections: {{"5", "5", `"%s" must be a list`, ""}, {"[5]", "5", `an element of "%s" must be a mapping with a "name"`, ""}},
}

// Of every key there is, a misspelt name and each kind of wrong value is found: at
// its line and column, with what is right. A key of a kind that has no cases fails.
func TestEveryKeyIsStrict(t *testing.T) {
	var walk func(keys []key, path string, lines []string, indent string, first string)
	walk = func(keys []key, path string, lines []string, indent, first string) {
		for _, k := range keys {
			at := join(path, k.name)
			check := func(name, value string, f fault) {
				t.Helper()
				src := strings.Join(append(slices.Clone(lines), indent+first+name+": "+value), "\n") + "\n"
				_, problems := Parse(src)
				if len(problems) == 0 {
					t.Errorf("nothing is wrong in\n%s", src)
					return
				}
				got := problems[0]
				message := strings.ReplaceAll(f.message, "%s", at)
				line := indent + first + name + ": " + value
				// The value is looked for behind the name, which may hold it.
				column := strings.Index(line, f.marked)
				if f.marked != name {
					column = len(line) - len(value) + strings.Index(value, f.marked)
				}
				place := text.NewLines(src).OffsetPosition(got.Span.Start, text.UTF32)
				if got.Message != message || got.Suggestion != f.suggestion || place.Line != len(lines) || place.Column != column || !strings.HasPrefix(got.Key, path) {
					t.Errorf("%s\nis said of %q in line %d, column %d: %q with %q\nwant line %d, column %d: %q with %q", src, got.Key,
						place.Line, place.Column, got.Message, got.Suggestion, len(lines), column, message, f.suggestion)
				}
			}
			misspelt := k.name[:1] + "x" + k.name[1:]
			check(misspelt, "x", fault{"x", misspelt, fmt.Sprintf("there is no key %q%s; did you mean %q?", misspelt, inside(path), k.name), k.name})
			if len(faults[k.kind]) == 0 {
				t.Errorf("%s has a value of a kind (%d) without cases", at, k.kind)
			}
			for _, f := range faults[k.kind] {
				check(k.name, f.value, f)
			}
			if k.kind == anInt {
				for _, v := range []int{k.lo - 1, k.hi + 1} {
					value := strconv.Itoa(v)
					check(k.name, value, fault{value, value, fmt.Sprintf(`"%%s" is %d; use a number from %d to %d`, v, k.lo, k.hi), ""})
				}
			}
			if k.kind == aString && len(k.oneOf) > 0 {
				value := k.oneOf[0] + "x"
				use := "; use " + strings.Join(k.oneOf, " or ")
				if len(k.oneOf) > 4 {
					use = didYouMean(k.oneOf[0])
				}
				check(k.name, value, fault{value, value, fmt.Sprintf(`"%%s" is %q%s`, value, use), k.oneOf[0]})
			}
			below, item := k.keys, ""
			switch k.kind {
			case aTemplate:
				below = templateKeys
			case someFields:
				below, item = fieldKeys, "- "
			case someSections:
				if below, item = sectionKeys(), "- "; strings.Contains(path, "sections") {
					below = nil // they go on without end
				}
			}
			walk(below, at, append(slices.Clone(lines), indent+first+k.name+":"), indent+strings.Repeat(" ", len(first))+"  ", item)
		}
	}
	walk(definition, "", nil, "", "")
}
