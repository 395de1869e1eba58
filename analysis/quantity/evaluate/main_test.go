package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestEvaluate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "labelled.jsonl")
	lines := `{"text": "Cut the wait from 40 to 30 minutes", "label": "quantified", "spans": ["from 40 to 30 minutes"], "pairs": [{"from": 40, "to": 30, "change_pct": -25.0}]}
{"text": "Rewrote the handbook", "label": "unquantified"}
{"text": "Sang in the choir", "label": "quantified", "spans": ["choir"]}
{"text": "Coached two juniors", "label": "ambiguous", "spans": ["two juniors"]}
`
	if err := os.WriteFile(name, []byte(lines), 0o600); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := evaluate(&out, name, true); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"quantified, read as unquantified: Sang in the choir",
		`span not found: "choir"`,
		"class is quantified  precision 1.0000 recall 0.5000 F1 0.6667",
		"quantified called unquantified: 50.00 %",
		"spans found 2 of 3, pairs right 1 of 1, findings 0",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, &out)
		}
	}
}

func TestEvaluateNamesTheLineThatIsNoJSON(t *testing.T) {
	name := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(name, []byte("{}\n{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := evaluate(&bytes.Buffer{}, name, false); err == nil || !strings.Contains(err.Error(), "broken.jsonl:2") {
		t.Errorf("got %v, want an error at line 2", err)
	}
}
