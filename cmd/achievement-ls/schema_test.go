package main

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"achievement-ls/analysis/calendar"
)

// What check prints keeps to the schemas: SARIF's official one, and our own.
func TestSchemas(t *testing.T) {
	for _, test := range []struct{ command, format, schema string }{
		{"check", "sarif", "testdata/schema/sarif-2.1.0.json"},
		{"check", "json", "../../docs/check.schema.json"},
		{"list", "json", "../../docs/list.schema.json"},
		{"stats", "json", "../../docs/stats.schema.json"},
	} {
		t.Run(test.command+" "+test.format, func(t *testing.T) {
			schema := compiled(t, test.schema)
			for _, paths := range [][]string{
				{"../../examples/broken"},
				{"../../examples"},
				{"nowhere", "testdata/schema"},
			} {
				printed := printedBy(t, append([]string{test.command, "--format", test.format}, paths...)...)
				if err := schema.Validate(decoded(t, printed)); err != nil {
					t.Errorf("of %q: %v", paths, err)
				}
				if wrong := strings.Replace(printed, `"version":`, `"verzion":`, 1); schema.Validate(decoded(t, wrong)) == nil {
					t.Errorf("of %q: the schema does not miss the version", paths)
				}
			}
		})
	}
}

// printedBy is what a command prints on standard output.
func printedBy(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	run(args, environment{
		stdin: strings.NewReader(""), stdout: &out, stderr: io.Discard,
		today: func() calendar.Date { return calendar.Date{Year: 2026, Month: 6, Day: 1} },
	})
	return out.String()
}

func compiled(t *testing.T, file string) *jsonschema.Schema {
	t.Helper()
	src, err := os.ReadFile(file)
	must(t, err)
	return compiledText(t, file, string(src))
}

func compiledText(t *testing.T, name, src string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	must(t, c.AddResource(name, decoded(t, src)))
	schema, err := c.Compile(name)
	must(t, err)
	return schema
}

func decoded(t *testing.T, s string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(s))
	must(t, err)
	return v
}

// docs/achievements.schema.json is what config schema prints.
func TestPublishedSchema(t *testing.T) {
	const file = "../../docs/achievements.schema.json"
	printed := printedBy(t, "config", "schema")
	if *update {
		must(t, os.WriteFile(file, []byte(printed), 0o644))
	}
	published, err := os.ReadFile(file)
	must(t, err)
	if string(published) != printed {
		t.Errorf("%s is another than config schema prints; go test ./cmd/achievement-ls -update writes it", file)
	}
	if err := compiled(t, file).Validate(decoded(t, `{"rules": {"weak-verb": "hint", "unknown-rule": false}}`)); err != nil {
		t.Error(err)
	}
}
