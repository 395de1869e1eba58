package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/rules"
	"achievement-ls/analysis/text"
	"achievement-ls/server/disk"
)

func configCommand(env environment) *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: "Show and check the configuration",
		Long: `Config tells what the configuration, .achievements.yaml, may hold, what holds for
a file, and what is wrong in it.`,
		Args: noCommand,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(configSchemaCommand(env), configShowCommand(env), configCheckCommand(env))
	return c
}

func configSchemaCommand(env environment) *cobra.Command {
	var editor bool
	c := &cobra.Command{
		Use:   "schema",
		Short: "Print the configuration's JSON Schema",
		Long: `Schema prints the JSON Schema of .achievements.yaml, by which editors complete and
check it. The YAML language server takes it from a comment in the first line:

  # yaml-language-server: $schema=achievements.schema.json`,
		Example: "  achievement-ls config schema >achievements.schema.json",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			write := config.Schema
			if editor {
				write = config.EditorProperties
			}
			schema, err := write(ruleSummaries())
			if err != nil {
				return fmt.Errorf("config schema: %w", err)
			}
			_, err = env.stdout.Write(append(schema, '\n'))
			return err
		},
	}
	c.Flags().BoolVar(&editor, "editor", false, "print the keys as settings in VS Code's package.json")
	_ = c.Flags().MarkHidden("editor") // it is for whoever builds the extension
	return c
}

func ruleSummaries() map[string]string {
	docs := make(map[string]string)
	for _, r := range rules.All() {
		docs[r.Name] = r.Doc.Summary
	}
	return docs
}

func configCheckCommand(env environment) *cobra.Command {
	o := checkOptions{lowest: "hint", failOn: "warning"}
	c := &cobra.Command{
		Use:   "check [PATH]",
		Short: "Print what is wrong in the configuration",
		Long: `Check prints what is wrong in the configuration that holds for PATH, a file or
folder, the current folder by default: in the workspace's, and in those of the
folders from there to PATH. The exit status is that of "achievement-ls check".`,
		Example: "  achievement-ls config check\n  achievement-ls config check career --format json",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			names, err := configurationsOf(args)
			if err != nil {
				return fmt.Errorf("config check: %w", err)
			}
			return check(env, o, names)
		},
	}
	c.Flags().StringVar(&o.format, "format", "text", "how findings are printed: text, json, sarif, github or junit")
	c.Flags().StringVar(&o.color, "color", "auto", "auto, always or never; auto respects NO_COLOR")
	completeFlags(c)
	return c
}

// configurationsOf are the files that hold for a command's PATH, from the
// workspace's down to its folder's.
func configurationsOf(args []string) (names []string, err error) {
	top, rel, err := workspaceOfPath(args)
	if err != nil {
		return nil, err
	}
	folder := top
	for _, below := range append([]string{"."}, strings.Split(rel, "/")...) {
		folder = filepath.Join(folder, below)
		name := filepath.Join(folder, config.FileName)
		info, err := os.Stat(name)
		switch {
		case err == nil && info.IsDir():
			return nil, fmt.Errorf("reading %s: it is a folder, and no configuration", shownPath(name))
		case err == nil && !slices.Contains(names, name):
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("there is no %s; \"achievement-ls init\" writes one", shownPath(filepath.Join(top, config.FileName)))
	}
	return names, nil
}

func configShowCommand(env environment) *cobra.Command {
	var format string
	var set []string
	c := &cobra.Command{
		Use:   "show [PATH]",
		Short: "Print the values that hold, and where each comes from",
		Long: `Show prints every key with the value that holds for PATH, a file or folder, the
current folder by default, and where it comes from: a line of the workspace's
configuration or of a folder's, a flag, or the default. What is wrong in a
configuration does not hold.`,
		Example: "  achievement-ls config show\n  achievement-ls config show career/ACH-004.md --format json",
		Args:    atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return fmt.Errorf("config show: --format is %q, use text or json", format)
			}
			values, err := effective(args, set)
			if err != nil {
				return fmt.Errorf("config show: %w", err)
			}
			if format == "json" {
				return encodeJSON(env.stdout, values)
			}
			return showConfig(env.stdout, values)
		},
	}
	c.Flags().StringVar(&format, "format", "text", "text or json")
	complete(c, "format", "text", "json")
	setFlag(c, &set)
	return c
}

// workspaceOfPath is where the workspace of a command's PATH begins, and the
// path's folder or file below that, with slashes.
func workspaceOfPath(args []string) (top, rel string, err error) {
	name := "."
	if len(args) > 0 {
		name = args[0]
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", "", err
	}
	real, err := filepath.EvalSymlinks(abs)
	if err != nil {
		return "", "", fmt.Errorf("reading %s: %w", name, cause(err))
	}
	info, err := os.Stat(real)
	if err != nil {
		return "", "", fmt.Errorf("reading %s: %w", name, cause(err))
	}
	top = workspaceOf(folderOf(real, info.IsDir()))
	return top, disk.Relative(top, real), nil
}

// jsonValues are the values that hold, version 1.
type (
	jsonValues struct {
		Version int         `json:"version"`
		Path    string      `json:"path,omitempty"` // the configuration's, where there is one
		Values  []jsonValue `json:"values"`
	}
	jsonValue struct {
		Key    string `json:"key"`
		Value  any    `json:"value"`
		Origin string `json:"origin"`         // "default", a configuration's path, or a flag
		Line   int    `json:"line,omitempty"` // in that configuration
	}
)

// effective gives the values that hold for a command's PATH, and for each rule
// its severity.
func effective(args, set []string) (jsonValues, error) {
	flags, err := setLayer(set)
	if err != nil {
		return jsonValues{}, err
	}
	top, rel, err := workspaceOfPath(args)
	if err != nil {
		return jsonValues{}, err
	}
	read, err := disk.ReadConfig(top)
	if err != nil {
		return jsonValues{}, shownError(err)
	}
	r := &root{path: top, set: flags}
	if err := r.configure(read.WithFolder(top, rel)); err != nil {
		return jsonValues{}, err
	}
	out := jsonValues{Version: 1}
	if read.Source != "" {
		out.Path = shownPath(filepath.Join(top, config.FileName))
	}
	for _, v := range rules.ConfigValues(r.config.For(rel)) {
		j := jsonValue{Key: v.Key, Value: v.Value, Origin: v.Origin.Layer, Line: v.Origin.Line}
		switch {
		case !v.Origin.Set():
			j.Origin = "default"
		case v.Origin.Line > 0:
			j.Origin = shownPath(r.real(v.Origin.Layer))
		}
		out.Values = append(out.Values, j)
	}
	return out, nil
}

func showConfig(w io.Writer, values jsonValues) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, v := range values.Values {
		value, err := json.Marshal(v.Value)
		if err != nil {
			return err
		}
		origin := v.Origin
		if v.Line > 0 {
			origin = fmt.Sprintf("%s:%d", origin, v.Line)
		}
		fmt.Fprintf(t, "%s\t%s\t%s\n", v.Key, text.Printable(string(value)), text.Printable(origin))
	}
	return t.Flush()
}
