package config

import "encoding/json"

// schema is a JSON Schema, or a part of one.
type schema map[string]any

// Schema is the JSON Schema (2020-12) of the configuration, indented. rules are
// the rules there are, each with what it is about.
func Schema(rules map[string]string) ([]byte, error) {
	defaults := make(map[string]any)
	for _, v := range Default().Values() {
		switch v.Value.(type) {
		case string, int, bool:
			if v.Value != "" {
				defaults[v.Key] = v.Value
			}
		}
	}
	names := make(schema)
	for name, doc := range rules {
		names[name] = schema{"$ref": "#/$defs/rule", "description": doc}
	}
	s := mappingSchema(definition, "", defaults)
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = FileName
	s["description"] = "The configuration of a folder of achievements, for achievement-ls"
	s["$defs"] = schema{
		"text":  schema{"type": scalar},
		"texts": schema{"anyOf": []any{schema{"type": "string"}, schema{"type": "array", "items": ref("text")}}},
		// Without a description: editors would show it in place of the rule's own.
		"severity": schema{"enum": severityValues()},
		"rule": schema{"anyOf": []any{
			ref("severity"),
			schema{"type": "object", "properties": schema{"severity": ref("severity")}, "additionalProperties": false},
		}},
		"field":   entrySchema(fieldKeys),
		"section": entrySchema(sectionKeys()),
		"rules":   schema{"type": "object", "properties": names, "additionalProperties": false},
	}
	return json.MarshalIndent(s, "", "  ")
}

// scalar is what is read as a text: YAML takes 2026 for a number, and yes for a
// boolean.
var scalar = []string{"string", "number", "boolean"}

// severityValues are the severities as YAML reads them, some of which take off
// for false.
func severityValues() []any {
	out := []any{false}
	for _, s := range severityNames {
		out = append(out, s)
	}
	return out
}

func ref(name string) schema { return schema{"$ref": "#/$defs/" + name} }

func mappingSchema(keys []key, within string, defaults map[string]any) schema {
	properties := make(schema)
	for _, k := range keys {
		path := join(within, k.name)
		s := k.schema(path, defaults)
		s["description"] = k.doc
		if d, ok := defaults[path]; ok {
			s["default"] = d
		}
		properties[k.name] = s
	}
	return schema{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
}

// schema is the key's. A key without a value, null, is taken for one that is
// not there, as one types.
func (k *key) schema(path string, defaults map[string]any) schema {
	orNull := func(alternatives ...any) schema {
		return schema{"anyOf": append(alternatives, schema{"type": "null"})}
	}
	object := func(values schema) schema {
		return schema{"type": []string{"object", "null"}, "additionalProperties": values}
	}
	switch k.kind {
	case aString:
		if len(k.oneOf) == 0 {
			return orNull(ref("text"))
		}
		values := []any{nil}
		for _, v := range k.oneOf {
			values = append(values, v)
		}
		return schema{"enum": values}
	case anAddress:
		return schema{"type": []string{"string", "null"}, "pattern": addressPattern}
	case anInt:
		return schema{"type": []string{"integer", "null"}, "minimum": k.lo, "maximum": k.hi}
	case aBool:
		return schema{"type": []string{"boolean", "null"}}
	case aList, someTags, aGlobs, someTerms:
		return orNull(ref("texts"))
	case aMapping:
		return mappingSchema(k.keys, path, defaults)
	case aStrings:
		return object(schema{"type": append([]string{"null"}, scalar...)})
	case aBools:
		properties := make(schema)
		for _, name := range k.oneOf {
			properties[name] = schema{"type": "boolean"}
		}
		return schema{"type": []string{"object", "null"}, "properties": properties, "additionalProperties": false}
	case aRules:
		return orNull(ref("rules"))
	case aTemplate:
		return templateSchema()
	case someFields:
		return schema{"type": []string{"array", "null"}, "items": ref("field")}
	case someSections:
		return schema{"type": []string{"array", "null"}, "items": ref("section")}
	case someOverrides:
		properties := schema{"paths": ref("texts"), "rules": ref("rules")}
		return schema{"type": []string{"array", "null"}, "items": schema{"type": "object", "properties": properties, "additionalProperties": false}}
	case somePeople:
		roles := object(schema{"type": append([]string{"null"}, scalar...)})
		return orNull(roles, schema{"type": "array", "items": schema{"anyOf": []any{ref("text"), roles}}})
	}
	return schema{"type": []string{"object", "null"}}
}
