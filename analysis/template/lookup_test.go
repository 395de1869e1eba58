package template

import (
	"fmt"
	"strings"
	"testing"
)

func TestLookupJoined(t *testing.T) {
	for name, want := range map[string][]Key{
		"Situation & Task":                {Situation, Task},
		"Situation and Task":              {Situation, Task},
		"Situation/Task":                  {Situation, Task},
		"Situation + Task":                {Situation, Task},
		"Situation, Task":                 {Situation, Task},
		"Background & Goal":               {Situation, Task},
		"Action, Result":                  {Action, Result},
		"Situation, Task, Action, Result": {Situation, Task, Action, Result},
		"Situation & Task (in short)":     {Situation, Task},
		"How it began (Situation & Task)": {Situation, Task},
		"Situation und Aufgabe":           {Situation, Task},
		"Tâche et Action":                 {Task, Action},
		"Acción y Resultado":              {Action, Result},
		"Ação e Resultado":                {Action, Result},
		"Задача и Действия":               {Task, Action},
		"状況・課題":                           {Situation, Task},
		"Situation / Context":             {Situation}, // two names, one part
		"Results & Impact":                {Result},
		"Situation & Budget":              nil,
		"Situation":                       nil,
		"P&L":                             nil,
		"R&D":                             nil,
		"A/B":                             nil,
		"& Task":                          nil,
		"":                                nil,
	} {
		var got []Key
		for _, m := range Default().LookupJoined(name) {
			got = append(got, m.Key)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q stands for %v, want %v", name, got, want)
		}
	}
}

// Every framework is named by its letters, and by the words that go with them.
func TestFrameworkHeadings(t *testing.T) {
	for _, f := range Default().Frameworks {
		for _, format := range []string{"%s", "%s Format", "%s method", "The %s Method", "%s Story", "%s-Methode", "Méthode %s", "Método %s", "Formato %s", "Метод %s", "%s 形式", "%s法则"} {
			name := fmt.Sprintf(format, f.Name)
			if m := Default().Lookup(name); len(m) != 1 || m[0].Key != STAR || m[0].Class != Container {
				t.Errorf("%q is %v, want the section that holds the parts", name, m)
			}
		}
	}
	for _, name := range []string{"Star", "Stars", "Car park", "Start", "Par for the course"} {
		if m := Default().Lookup(name); len(m) > 0 && name != "Star" {
			t.Errorf("%q is %v, want nothing", name, m)
		}
	}
}

// What the template writes it reads back.
func TestTemplateKnowsItsOwnNames(t *testing.T) {
	for _, p := range Default().Parts {
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			found := false
			for _, m := range Default().Lookup(name) {
				found = found || m.Key == p.Key && m.Class == p.Class
			}
			if !found {
				t.Errorf("%q is not read as %s", name, p.Key)
			}
		}
		if Default().Part(p.Key) == nil {
			t.Errorf("there is no part %s", p.Key)
		}
	}
	for _, f := range Default().Fields {
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			if got := Default().FieldNamed(name); got == nil || got.Key != f.Key {
				t.Errorf("%q is not read as the field %s", name, f.Key)
			}
		}
	}
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"1️⃣ Situation (Context)", "IV. A & B", "S — ", "２．１ x", "\xff)("} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Default().Lookup(s)
		Default().LookupJoined(s)
		Default().FieldNamed(s)
		if n := Normalize(s); strings.Join(strings.Fields(n), " ") != n {
			t.Errorf("%q is %q, with blanks to spare", s, n)
		}
	})
}
