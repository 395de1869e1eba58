package template

import "testing"

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"Summary":                    "summary",
		"  **Summary**  ":            "summary",
		"SUMMARY:":                   "summary",
		"1. Summary":                 "summary",
		"2.1 Summary":                "summary",
		"2) Summary":                 "summary",
		"S: Situation":               "situation",
		"S — Situation":              "situation",
		"📝 Summary":                  "summary",
		"✅ Result 🎉":                 "result",
		"Visibility & Recognition":   "visibility and recognition",
		"Visibility and Recognition": "visibility and recognition",
		"What You'd Do Differently":  "what youd do differently",
		"What You’d Do Differently":  "what youd do differently",
		"Tools/Technologies":         "tools technologies",
		"TL;DR":                      "tl dr",
		"S":                          "s",
		"状況：":                        "状況",
		"Résultats":                  "résultats",
		"2026 Results":               "2026 results",
		"１．Summary":                  "summary",
		"1️⃣ Summary":                "summary",
		"2.1.3. Summary":             "summary",
		"IV. Summary":                "summary",
		"(a) Summary":                "summary",
		"I did it":                   "i did it",
		"A Result":                   "a result",
		"3D printing":                "3d printing",
		"２．１ Summary":                "summary",
		"":                           "",
		"3":                          "3",
	} {
		if got := Normalize(in); got != want {
			t.Errorf("Normalize(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLookup(t *testing.T) {
	tests := []struct {
		name   string
		want   Key // "" for an unknown name
		strong bool
	}{
		{"Summary", Summary, true},
		{"Overview", Summary, false},
		{"TL;DR", Summary, false},
		{"STAR Format", STAR, true},
		{"Situation (Context)", Situation, true},
		{"Situation", Situation, true},
		{"Context (Situation)", Situation, false},
		{"What I Did (Action)", Action, false},
		{"Things I built (Action)", Action, true},
		{"Results (Quantified)", Result, true},
		{"Results {#results}", Result, true},
		{"Impact", Result, false},
		{"My role", Task, false},
		{"## Evidence ##", Evidence, true},
		{"Worked with", Collaboration, false},
		{"Ergebnis", Result, true},
		{"O que fiz", Action, true},
		{"Ситуация", Situation, true},
		{"S (Situation)", Situation, true},
		{"R", Result, false},
		{"Introduction", "", false},
		{"Situational awareness", "", false},
	}
	for _, test := range tests {
		got := Default().Lookup(test.name)
		switch {
		case test.want == "" && got != nil:
			t.Errorf("Lookup(%q) = %v, want nothing", test.name, got)
		case test.want != "" && (len(got) == 0 || got[0].Key != test.want || got[0].Strong != test.strong):
			t.Errorf("Lookup(%q) = %v, want %s, strong %t", test.name, got, test.want, test.strong)
		}
	}
}

// The framework a name may belong to is decided by its place: "Reflection" is
// a section of its own, or what follows the result in STARR.
func TestLookupGivesEveryMeaning(t *testing.T) {
	keys := map[Key]bool{}
	for _, m := range Default().Lookup("Reflection") {
		keys[m.Key] = true
	}
	if !keys[Lessons] || !keys[Reflection] {
		t.Errorf("Lookup(Reflection) gives %v, want %s and %s", keys, Lessons, Reflection)
	}
}

func TestFieldNamed(t *testing.T) {
	for name, want := range map[string]Key{
		"Achievement ID": ID, "achievement id": ID, "ID": ID, "**Date**": Date, "ROLE": Role, "Category:": Category, "Used in": ReviewField,
	} {
		if f := Default().FieldNamed(name); f == nil || f.Key != want {
			t.Errorf("FieldNamed(%q) = %v, want %s", name, f, want)
		}
	}
	if f := Default().FieldNamed("Colour"); f != nil {
		t.Errorf("FieldNamed(Colour) = %v, want none", f)
	}
}
