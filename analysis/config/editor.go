package config

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// EditorSection is the name below which an editor's settings hold the keys.
const EditorSection = "achievementLs"

// extensionSettings stand beside the keys, and are the VS Code extension's own.
var extensionSettings = []string{"server", "trace"}

// EditorProperties are the keys as settings of an editor, indented, in the form
// of contributes.configuration.properties in VS Code's package.json. rules are
// as in Schema. The default of each is null, which stands for what the
// configuration's file says: an editor sends the defaults of what its user has
// not set, and they would lie over the file. "template" is not among them, since
// a team's files mean the same in every editor.
func EditorProperties(rules map[string]string) ([]byte, error) {
	src, err := Schema(rules)
	if err != nil {
		return nil, err
	}
	var whole map[string]any
	if err := json.Unmarshal(src, &whole); err != nil {
		return nil, fmt.Errorf("reading the schema: %w", err)
	}
	defs, _ := whole["$defs"].(map[string]any)
	out := make(map[string]any)
	var collect func(keys []key, within string, properties map[string]any)
	collect = func(keys []key, within string, properties map[string]any) {
		for _, k := range keys {
			path := join(within, k.name)
			s, _ := properties[k.name].(map[string]any)
			if k.fileOnly {
				continue
			}
			if k.kind == aMapping {
				inner, _ := s["properties"].(map[string]any)
				collect(k.keys, path, inner)
				continue
			}
			setting, _ := inlined(s, defs).(map[string]any)
			if d, ok := setting["default"]; ok {
				if n, ok := d.(float64); ok {
					d = strconv.FormatFloat(n, 'f', -1, 64) // a million is no 1e+06
				}
				setting["description"] = fmt.Sprintf("%s. Default: %v", k.doc, d)
			}
			setting["default"] = nil
			out[EditorSection+"."+path] = setting
		}
	}
	properties, _ := whole["properties"].(map[string]any)
	collect(definition, "", properties)
	return json.MarshalIndent(out, "", "  ")
}

// inlined is a schema with what its references name in their place: editors
// resolve none in a setting.
func inlined(v any, defs map[string]any) any {
	switch v := v.(type) {
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = inlined(e, defs)
		}
		return out
	case map[string]any:
		out := make(map[string]any, len(v))
		if name, ok := v["$ref"].(string); ok {
			target, _ := inlined(defs[strings.TrimPrefix(name, "#/$defs/")], defs).(map[string]any)
			for k, e := range target {
				out[k] = e
			}
		}
		for k, e := range v {
			if k != "$ref" {
				out[k] = inlined(e, defs)
			}
		}
		return out
	}
	return v
}
