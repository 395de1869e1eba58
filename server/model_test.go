package server

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

var (
	modelTime = flag.Duration("model", 0, "how long TestModel goes on beyond its fixed seeds")
	modelSeed = flag.Uint64("model-seed", 0, "the one seed that TestModel runs")
)

// TestModel lets clients do as they like: they type in three encodings, open,
// close and save, change files on disk, configure, ask for everything at random
// places and take it back. Whatever came before, the server must then say the
// same as one that has just been started on the same files and documents.
func TestModel(t *testing.T) {
	if *modelSeed > 0 {
		walk(t, *modelSeed)
		return
	}
	const fixed = 12
	begun := time.Now()
	for seed := uint64(1); seed <= fixed || time.Since(begun) < *modelTime; seed++ {
		if !t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { walk(t, seed) }) {
			return
		}
	}
}

// walk is one client's session.
func walk(t *testing.T, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 0))
	c := newRandomClient(t, rng, kindOf(rng))
	steps := 40 + rng.IntN(80)
	for range steps {
		c.step()
		if rng.IntN(40) == 0 {
			c.compare()
		}
	}
	c.compare()
}

// kindOf is a kind of client, with what it announces.
func kindOf(rng *rand.Rand) clientKind {
	encoding := pick(rng, []string{"utf-8", "utf-16", "utf-32"})
	offer := fmt.Sprintf(`"general": {"positionEncodings": [%q]}`, encoding)
	switch rng.IntN(5) {
	case 0: // it watches no files, and leaves that to the server
		return clientKind{capabilities: "{" + offer + "}", encoding: encoding}
	case 1, 2: // it pulls diagnostics
		return clientKind{capabilities: strings.Replace(
			strings.Replace(everything, "{", "{"+offer+", ", 1), `"workspace": {`, `"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": true}, `, 1),
			encoding: encoding, watches: true, pulls: true}
	}
	return clientKind{capabilities: strings.Replace(modern, `"positionEncodings": ["utf-16"]`, offer[len(`"general": {`):len(offer)-1], 1), encoding: encoding, watches: true}
}

// clientKind is what sets clients apart.
type clientKind struct {
	capabilities   string
	encoding       string
	watches, pulls bool
}

// pick is one of several.
func pick[T any](rng *rand.Rand, of []T) T { return of[rng.IntN(len(of))] }

// The files there may be, below the workspace.
var modelFiles = []string{
	"ACH-001-Quiet.md", "ACH-002-Rota.md", "achievements/ACH-003-Wards.md", "achievements/deep/ACH-004-Nights.md",
	"sub/ACH-005-Other.md", "sub/ACH-001-Same.md", "roles/ROLE-001-Nurse/onboarding.md", "reviews/2026-H1.md",
	"people.md", "notes.md", "INDEX.MD", "ignored/ACH-006-Ignored.md", "picture.png",
	".achievements.yaml", "sub/.achievements.yaml", ".gitignore",
}

// What files may hold, whole or as a piece of them.
var (
	modelTexts = []string{
		"", "# Achievement: Quieter nights\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-02\n\n## Summary\n\nWaiting fell from 50 min to 30 min, by 45%.\n\n## Tags\n\n- #night\n- #q2-2026\n",
		"# Achievement: A rota\r\n\r\n**Achievement ID:** ACH-002\r\n**Role:** ROLE-001\r\n\r\n## STAR Format\r\n\r\n**Situation:** 𐐀 Grüße\r\n\r\n**Result:** see [[ACH-001]] and [wards](achievements/ACH-003-Wards.md#tags)\r\n",
		"# Achievement: Wards\n\n| Field | Value |\n| --- | --- |\n| Achievement ID | ACH-003 |\n| Category | Technical |\n\n## Collaborators\n\n- Ada Lovelace\n- @grace\n\n## Tags\n\n#night #ward\n",
		"---\nid: ACH-004\ndate: 2026-01-31\n---\n\n# Achievement: Nights\n\n## Result\n\n1. from 2.5s to 1.5s (45 %)\n2. many things were improved\n",
		"# Self-Review: 2026-H1\n\n- ACH-001 saved nights\n- ACH-999 is nowhere\n",
		"# Role: Charge nurse\n\n**Role ID:** ROLE-001\n**Company:** Northgate\n**Start:** 2024-01-01\n",
		"# People\n\n- Ada Lovelace: mathematician\n- Grace Hopper\n", "# Shopping\n\n- milk\n", "\ufeff# Achievement: Mark\r\rold\rMac\r", handover,
	}
	modelPieces = []string{
		"x", " ", "\n", "\r\n", "\r", "\n\n", "𐐀", "é", "e\u0301", "👩‍⚕️", "#night", "#q2-2026", "ACH-001", "ACH-002", "ROLE-001", "[[ACH-003]]", "## Tags\n", "## Evidence\n\n", "## Sumary\n", "**Result:** ",
		"**Achievement ID:** ACH-001\n", "**Date:** 2026-13-01\n", "- Ada Lovelace\n", "from 50 ms to 30 ms (by 10%)", "```\n", "<!-- achievement-ls disable-file -->\n", "<!-- achievement-ls disable -->", "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
		"> ", "- [ ] todo\n", "[x](../notes.md)", "*", "# Achievement: Second\n", "<", "&amp;", "\t", "\u2028", "\x00",
	}
	modelConfigs = []string{
		"", "rules:\n  missing-section: off\n", "files:\n  exclude: [achievements/**]\n", "files:\n  achievements: [notes.md]\n  people: [people.md]\n", "diagnostics:\n  scope: workspace\n",
		"features:\n  hover: false\n  inlayHint: false\n", "id:\n  prefix: ACH-\n  digits: 4\npeople: [Ada Lovelace]\ntags:\n  required: [night]\n", "template: light\n", "template: german\ndiagnostics: {scope: workspace}\n",
		": no yaml [", "files:\n  maxSize: 200\n", "unknown: 1\n",
	}
	modelIgnores = []string{"", "ignored/\n", "*.md\n!ACH*.md\n", "achievements/\n"}
)

// textFor is a text that a file of that name could hold.
func textFor(rng *rand.Rand, name string) string {
	switch {
	case strings.HasSuffix(name, ".yaml"):
		return pick(rng, modelConfigs)
	case strings.HasSuffix(name, ".gitignore"):
		return pick(rng, modelIgnores)
	}
	return pick(rng, modelTexts)
}
