package config

import (
	"encoding/json"
	"fmt"
	"strings"
)

// kindNames are what values are called where keys are described.
var kindNames = map[kind]string{
	aString: "text", anAddress: "address", anInt: "whole number", aBool: "`true` or `false`", aList: "list of texts", someTags: "list of tags, with or without `#`",
	aGlobs: "list of globs", aStrings: "mapping of texts", aBools: "mapping of names to `true` or `false`", aRules: "mapping of rules to severities",
	someOverrides: "list of `paths` (globs) with `rules`", somePeople: "list of names, or of `name: role`", someTerms: "list of words and `/patterns/`",
	aTemplate: "name, or mapping",
}

// Reference describes every key: its type, default and meaning, with an example,
// as markdown.
func Reference() string {
	defaults := make(map[string]string)
	for _, v := range Default().Values() {
		value, err := json.Marshal(v.Value)
		if err != nil {
			panic(fmt.Sprintf("the default of %s: %v", v.Key, err))
		}
		defaults[v.Key] = string(value)
	}
	var b strings.Builder
	for i := range definition {
		k := &definition[i]
		fmt.Fprintf(&b, "### `%s`\n\n%s.", k.name, k.doc)
		if k.more != "" {
			b.WriteString(" " + k.more)
		}
		switch {
		case k.whole:
			b.WriteString(" It holds for a whole workspace.")
		case k.fileOnly:
			b.WriteString(" It is no setting of editors.")
		}
		b.WriteString("\n\n| Key | Type | Default | Meaning |\n| --- | --- | --- | --- |\n")
		k.describe(&b, "", defaults)
		if k.kind == aBools {
			fmt.Fprintf(&b, "\nThe names are `%s`.\n", strings.Join(k.oneOf, "`, `"))
		}
		b.WriteString("\n```yaml\n")
		k.exemplify(&b, "")
		b.WriteString("```\n\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// describe writes the rows of a key and those within it.
func (k *key) describe(b *strings.Builder, within string, defaults map[string]string) {
	path := join(within, k.name)
	if k.kind == aMapping {
		for i := range k.keys {
			k.keys[i].describe(b, path, defaults)
		}
		return
	}
	kind := kindNames[k.kind]
	switch {
	case k.kind == aString && len(k.oneOf) > 0:
		kind = "`" + strings.Join(k.oneOf, "` or `") + "`"
	case k.kind == anInt:
		kind += fmt.Sprintf(", %d to %d", k.lo, k.hi)
	}
	value := "its own of each rule"
	switch v := defaults[path]; {
	case k.kind == aRules:
	case v == "[]", v == "{}", v == "null", v == `""`:
		value = "none"
	default:
		value = "`" + strings.Trim(v, `"`) + "`"
	}
	fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", path, kind, value, k.doc)
}

// exemplify writes the example of a key, with those of the keys within it.
func (k *key) exemplify(b *strings.Builder, indent string) {
	if k.kind != aMapping {
		fmt.Fprintf(b, "%s%s: %s\n", indent, k.name, k.example)
		return
	}
	fmt.Fprintf(b, "%s%s:\n", indent, k.name)
	for i := range k.keys {
		k.keys[i].exemplify(b, indent+"  ")
	}
}
