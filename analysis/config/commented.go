package config

import (
	"encoding/json"
	"fmt"
	"strings"

	"achievement-ls/analysis/template"
)

// Commented is a configuration that says what keys there are, each with its
// default, all of them in comments but the template, where that is not the default
// one.
func Commented(templateName string) string {
	var b strings.Builder
	b.WriteString("# What holds for the files in this folder. Every key is optional; take the \"# \" away\n" +
		"# from what is to differ from the default. \"achievement-ls config check\" finds\n" +
		"# mistakes, \"achievement-ls config show\" says what holds.\n")
	values := make(map[string]any)
	for _, v := range Default().Values() {
		values[v.Key] = v.Value
	}
	for i := range definition {
		k := &definition[i]
		switch k.kind {
		case aTemplate:
			mark := "# "
			if templateName != template.Default().Name {
				mark = ""
			}
			fmt.Fprintf(&b, "\n%s%s: %s # %s\n", mark, k.name, templateName, k.doc)
		case aRules:
			fmt.Fprintf(&b, "\n# %s; \"achievement-ls rules\" lists them.\n# %s: {}\n", k.doc, k.name)
		default:
			b.WriteString("\n")
			comment(&b, k, "", "", values)
		}
	}
	return b.String()
}

func comment(b *strings.Builder, k *key, within, indent string, values map[string]any) {
	path := join(within, k.name)
	if k.kind == aMapping {
		fmt.Fprintf(b, "# %s%s: # %s\n", indent, k.name, k.doc)
		for i := range k.keys {
			comment(b, &k.keys[i], path, indent+"  ", values)
		}
		return
	}
	// JSON is YAML, and these values are all JSON's.
	value, err := json.Marshal(values[path])
	if err != nil {
		panic(fmt.Sprintf("the default of %s: %v", path, err))
	}
	fmt.Fprintf(b, "# %s%s: %s # %s\n", indent, k.name, value, k.doc)
}
