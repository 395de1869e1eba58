package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
)

// setFlag adds --set, which says of keys what no file may say otherwise.
func setFlag(c *cobra.Command, into *[]string) {
	c.Flags().StringArrayVar(into, "set", nil, "KEY=VALUE lies over the configuration, such as --set rules.weak-verb=off\nor --set tags.required='[growth]'; may be given several times")
	complete(c, "set")
}

// setLayer is the layer that values of --set make; nil without any. An error says
// what is wrong in them.
func setLayer(values []string) (*config.Layer, error) {
	if len(values) == 0 {
		return nil, nil
	}
	l := &config.Layer{Kind: config.Flags, Name: "--set", Settings: make(map[string]any)}
	for _, v := range values {
		key, source, ok := strings.Cut(v, "=")
		if !ok || key == "" {
			return nil, fmt.Errorf("--set is %q, use KEY=VALUE", v)
		}
		value, err := flagValue(source)
		if err != nil {
			return nil, fmt.Errorf("--set %s: %q is no value: %s", key, source, strings.TrimPrefix(err.Error(), "yaml: "))
		}
		if err := assign(l.Settings, strings.Split(key, "."), value); err != nil {
			return nil, fmt.Errorf("--set %s: %w", key, err)
		}
	}
	c, problems := l.Read()
	for _, p := range problems {
		return nil, fmt.Errorf("--set %s: %s", p.Key, p.Message)
	}
	for _, name := range c.RuleNames {
		if rules.Lookup(name.Text) == nil {
			return nil, fmt.Errorf("--set: %s", rules.CheckConfig(c, nil)[0].Message)
		}
	}
	return l, nil
}

// flagValue reads a value of --set as YAML does, but that "#growth" is no comment
// there, nor "*.md" an alias: what begins with such a sign is a text.
func flagValue(source string) (value any, err error) {
	if source != "" && strings.ContainsAny(source[:1], "#*&!|>%@`") {
		return source, nil
	}
	err = yaml.Unmarshal([]byte(source), &value)
	return value, err
}

// assign sets the key at a path in a tree of mappings.
func assign(in map[string]any, path []string, value any) error {
	for len(path) > 1 {
		inner, ok := in[path[0]].(map[string]any)
		if !ok {
			if in[path[0]] != nil {
				return fmt.Errorf("%q has a value already", path[0])
			}
			inner = make(map[string]any)
			in[path[0]] = inner
		}
		in, path = inner, path[1:]
	}
	in[path[0]] = value
	return nil
}
