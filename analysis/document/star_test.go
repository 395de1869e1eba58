package document

import (
	"fmt"
	"strings"
	"testing"

	"achievement-ls/analysis/template"
)

// starForms are the ways to write STAR parts: each gives the file's text for a
// list of names and contents.
var starForms = map[string]func(names, contents []string) string{
	"headings":                            inTurn("### %s\n\n%s\n\n"),
	"headings of level 1":                 inTurn("# %s\n\n%s\n\n"),
	"headings with notes":                 inTurn("### %s (as it was)\n%s\n"),
	"headings under STAR Format":          prefixed("## STAR Format\n\n", "### %s\n%s\n\n"),
	"headings of one level with it":       prefixed("## STAR Format\n\n", "## %s\n%s\n\n"),
	"setext":                              inTurn("%s\n------\n\n%s\n\n"),
	"bold, colon inside":                  inTurn("**%s:** %s\n\n"),
	"bold, colon outside":                 inTurn("**%s**: %s\n\n"),
	"bold by underscores":                 inTurn("__%s:__ %s\n\n"),
	"bold, dash":                          inTurn("**%s** — %s\n\n"),
	"bold, hyphen":                        inTurn("**%s** - %s\n\n"),
	"bold, full-width colon":              inTurn("**%s：** %s\n\n"),
	"bold, alone on its line":             inTurn("**%s**\n%s\n\n"),
	"bold, alone in its paragraph":        inTurn("**%s**\n\n%s\n\n"),
	"bold, colon, alone in its paragraph": inTurn("**%s:**\n\n%s\n\n"),
	"bold with a note":                    inTurn("**%s (my words):** %s\n\n"),
	"bold with an emoji":                  inTurn("🎯 **%s:** %s\n\n"),
	"bold under STAR Format":              prefixed("## STAR Format\n\n", "**%s:** %s\n\n"),
	"one paragraph":                       inTurn("**%s:** %s\n"),
	"one paragraph, hard breaks":          inTurn("**%s:** %s  \n"),
	"one paragraph, backslashes":          inTurn("**%s:** %s\\\n"),
	"list items":                          inTurn("- **%s:** %s\n"),
	"list items with dashes":              inTurn("- **%s** — %s\n"),
	"list items by asterisks":             inTurn("* **%s**: %s\n"),
	"plain list items":                    inTurn("- %s: %s\n"),
	"numbered items":                      inTurn("1. **%s:** %s\n"),
	"loose list items":                    inTurn("- **%s:** %s\n\n"),
	"item with content below":             inTurn("- **%s**\n\n  %s\n"),
	"table":                               prefixed("| Part | Text |\n|---|---|\n", "| %s | %s |\n"),
	"table, bold names":                   prefixed("| | |\n|---|---|\n", "| **%s** | %s |\n"),
	"table under STAR Format":             prefixed("## STAR Format\n\n| | |\n|---|---|\n", "| %s | %s |\n"),
}

func inTurn(format string) func(names, contents []string) string { return prefixed("", format) }

func prefixed(prefix, format string) func(names, contents []string) string {
	return func(names, contents []string) string {
		var b strings.Builder
		b.WriteString(prefix)
		for i, n := range names {
			fmt.Fprintf(&b, format, n, contents[i])
		}
		return b.String()
	}
}

// labelSets are the frameworks in each language, by what their parts are called.
var labelSets = []struct {
	name   string
	labels []string
	want   []template.Key
}{
	{"STAR", []string{"Situation", "Task", "Action", "Result"}, star},
	{"STAR, plural", []string{"Situation", "Task", "Actions", "Results"}, star},
	{"STAR, aliases", []string{"Background", "Responsibility", "Approach", "Impact"}, star},
	{"STAR, more aliases", []string{"Problem", "Goal", "What I did", "Outcome"}, star},
	{"STAR, still more", []string{"Context", "Objective", "Implementation", "Outcomes"}, star},
	{"STAR with letters", []string{"S (Situation)", "T (Task)", "A (Action)", "R (Result)"}, star},
	{"STAR with letters before", []string{"S: Situation", "T: Task", "A: Action", "R: Result"}, star},
	{"STARR", []string{"Situation", "Task", "Action", "Result", "Reflection"}, starr},
	{"STARL", []string{"Situation", "Task", "Action", "Result", "Learning"}, starr},
	{"STARL, plural", []string{"Situation", "Task", "Action", "Result", "Learnings"}, starr},
	{"SAR", []string{"Situation", "Action", "Result"}, sar},
	{"CAR", []string{"Challenge", "Action", "Result"}, sar},
	{"CARL", []string{"Context", "Action", "Result", "Learning"}, []template.Key{template.Situation, template.Action, template.Result, template.Reflection}},
	{"PAR", []string{"Problem", "Action", "Result"}, sar},
	{"SOAR", []string{"Situation", "Obstacle", "Action", "Result"}, []template.Key{template.Situation, template.Situation, template.Action, template.Result}},
	{"German", []string{"Situation", "Aufgabe", "Handlung", "Ergebnis"}, star},
	{"German, Vorgehen", []string{"Situation", "Aufgabe", "Vorgehen", "Ergebnis"}, star},
	{"French", []string{"Situation", "Tâche", "Action", "Résultat"}, star},
	{"French, others", []string{"Contexte", "Mission", "Action", "Résultats"}, star},
	{"Spanish", []string{"Situación", "Tarea", "Acción", "Resultado"}, star},
	{"Spanish, plural", []string{"Situación", "Tarea", "Acción", "Resultados"}, star},
	{"Portuguese", []string{"Situação", "Tarefa", "Ação", "Resultado"}, star},
	{"Portuguese, others", []string{"Contexto", "Tarefa", "O que fiz", "Resultados"}, star},
	{"Portuguese, Impacto", []string{"Contexto", "Tarefa", "O que fiz", "Impacto"}, star},
	{"Japanese", []string{"状況", "課題", "行動", "結果"}, star},
	{"Japanese, 成果", []string{"状況", "課題", "行動", "成果"}, star},
	{"Chinese", []string{"情境", "任务", "行动", "结果"}, star},
	{"Chinese, others", []string{"背景", "任务", "行动", "成果"}, star},
	{"Korean", []string{"상황", "과제", "행동", "결과"}, star},
	{"Korean, others", []string{"상황", "목표", "행동", "성과"}, star},
	{"Russian", []string{"Ситуация", "Задача", "Действия", "Результат"}, star},
}

var (
	star  = []template.Key{template.Situation, template.Task, template.Action, template.Result}
	starr = []template.Key{template.Situation, template.Task, template.Action, template.Result, template.Reflection}
	sar   = []template.Key{template.Situation, template.Action, template.Result}
)

func TestStarForms(t *testing.T) {
	contents := []string{"Queues of 40 minutes.", "Halve them.", "Moved the desk.", "18 minutes.", "Ask earlier."}
	for form, write := range starForms {
		for _, set := range labelSets {
			src := head + write(set.labels, contents)
			d := Parse("", src, nil)
			var got, want []string
			for _, p := range d.Entries[0].Parts {
				got = append(got, fmt.Sprint(p.Keys, strings.Trim(d.Text(p.Body), "\\ \n")))
			}
			for i, key := range set.want {
				want = append(want, fmt.Sprint([]template.Key{key}, contents[i]))
			}
			if strings.Join(got, "\n") != strings.Join(want, "\n") {
				t.Errorf("%s, %s:\n%s\nis read as\n%s", form, set.name, src, strings.Join(got, "\n"))
			}
			if lessons := d.Entries[0].Section(template.Lessons); lessons != nil {
				t.Errorf("%s, %s: the reflection is read as the section %q", form, set.name, lessons.Name)
			}
			if form == "headings" {
				expected := len(d.Entries[0].Expected)
				if wantTask := len(set.want) > 1 && set.want[1] == template.Task; wantTask && expected != 4 || !wantTask && expected != 3 {
					t.Errorf("%s: expects %v", set.name, d.Entries[0].Expected)
				}
			}
		}
	}
}

func TestStar(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"bullets and numbers", head + "## STAR Format\n\n### Situation (Context)\n- a\n\n### Task (Your Responsibility)\n- b\n\n### Action (What You Did)\n1. c\n\n### Result (Quantified Impact)\n- d\n", `
			star situation="- a"
			star task="- b"
			star action="1. c"
			star result="- d"
			form STAR light=false`},
		{"light form", head + "## Summary\n\ns\n\n## Context (Situation)\n\na\n\n## What I Did (Action)\n\nb\n\n## Results (Quantified)\n\nc\n\n## Evidence\n\n- [x] [PR](x.md)\n", `
			section summary 2
			star situation="a"
			star action="b"
			star result="c"
			section evidence 2
			form SAR light=true`},
		{"content below a bold label", head + "**Situation:** a\n\n**Result:** b\n\n- c\n  - d\n", `star result="b - c - d"`},
		{"initials in a list", head + "- **S** — a\n- **T** — b\n- **A** — c\n- **R** — d\n", `
			star situation="a"
			star task="b"
			star action="c"
			star result="d"`},
		{"initials, colon", head + "**S:** a\n\n**T:** b\n\n**A:** c\n\n**R:** d\n", `
			star situation="a"
			star task="b"
			star action="c"
			star result="d"`},
		{"initials, plain", head + "- S: a\n- T: b\n- A: c\n- R: d\n", "star situation=\"a\"\nstar result=\"d\""},
		{"initials in a table", head + "| | |\n|-|-|\n| S | a |\n| T | b |\n| A | c |\n| R | d |\n", "star situation=\"a\"\nstar result=\"d\""},
		{"initials as headings", head + "### S\n\na\n\n### T\n\nb\n\n### A\n\nc\n\n### R\n\nd\n", "star situation=\"a\"\nstar result=\"d\""},
		{"a second R is Reflection", head + "- **S** — a\n- **T** — b\n- **A** — c\n- **R** — d\n- **R** — e\n", "star result=\"d\"\nstar reflection=\"e\""},
		{"a second R as a heading", head + "## STARR\n\n### S\n\na\n\n### T\n\nb\n\n### A\n\nc\n\n### R\n\nd\n\n### R\n\ne\n", "star result=\"d\"\nstar reflection=\"e\"\nform STARR light=false"},
		{"an L is Reflection", head + "- **S:** a\n- **T:** b\n- **A:** c\n- **R:** d\n- **L:** e\n", "star result=\"d\"\nstar reflection=\"e\""},
		{"CAR by initials", head + "- **C:** a\n- **A:** b\n- **R:** c\n", "star situation=\"a\"\nstar action=\"b\"\nstar result=\"c\"\nform SAR light=true"},
		{"initials alone are none", head + "## Grades\n\n**A:** a\n", "not star"},
		{"initials of something else", head + "**P&L:** 3 Mio\n\n## R&D\n\nMuch.\n", "not star"},
		{"table headed by a part", head + "| Situation | a |\n|---|---|\n| Task | b |\n| Action | c |\n| Result | d |\n", "star situation=\"a\"\nstar result=\"d\""},
		{"two in one heading", head + "## STAR\n\n### Situation & Task\n\na\n\n### Action\n\nb\n\n### Result\n\nc\n", `
			star situation+task="a"
			star action="b"
			star result="c"
			form STAR light=false`},
		{"two in one label", head + "**Situation & Task:** a\n\n**Action/Result:** b\n", "star situation+task=\"a\"\nstar action+result=\"b\""},
		{"two by and", head + "### Situation and Task\n\na\n\n### Actions and Results\n\nb\n", "star situation+task=\"a\"\nstar action+result=\"b\""},
		{"two names for one part", head + "### Situation / Context\n\na\n\n### Result & Impact\n\nb\n", "star situation=\"a\"\nstar result=\"b\""},
		{"two in German", head + "### Situation und Aufgabe\n\na\n\n### Ergebnis\n\nb\n", "star situation+task=\"a\"\nstar result=\"b\""},
		{"CAR", head + "## CAR\n\n### Challenge\n\na\n\n### Action\n\nb\n\n### Result\n\nc\n", "star situation=\"a\"\nform CAR light=false"},
		{"CARL Format", head + "## CARL Format\n\n### Challenge\n\na\n\n### Action\n\nb\n\n### Result\n\nc\n\n### Lessons Learned\n\nd\n", "star reflection=\"d\"\nform CARL light=false\nnot section lessons"},
		{"SOAR in parentheses", head + "## How it went (SOAR)\n\n### Situation\n\na\n\n### Obstacle\n\nb\n\n### Action\n\nc\n\n### Result\n\nd\n", "form SOAR light=false"},
		{"STARL", head + "## STARL\n\n### Situation\n\na\n\n### Task\n\nb\n\n### Action\n\nc\n\n### Result\n\nd\n\n### Learnings\n\ne\n", `star reflection="e"`},
		{"STAR without a Task expects one", head + "## STAR\n\n### Situation\n\na\n\n### Action\n\nb\n\n### Result\n\nc\n", "form STAR light=false"},
		{"Lessons Learned is the section", head + "## Situation\n\na\n\n## Result\n\nb\n\n## Lessons Learned\n\nc\n", "section lessons 2\nnot star reflection"},
		{"Reflection elsewhere is the section", head + "## Situation\n\na\n\n## Result\n\nb\n\n## Evidence\n\nx\n\n## Reflection\n\nc\n", "section lessons 2\nnot star reflection"},
		{"Reflection behind STAR Format is the section", head + "## STAR Format\n\n### Situation\n\na\n\n### Result\n\nb\n\n## Reflection\n\nc\n", "section lessons 2\nnot star reflection"},
		{"a sub-heading that is an alias stays inside", head + "## STAR\n\n### Action\n\na\n\n#### Approach\n\nb\n\n### Result\n\nc\n", "star action=\"a #### Approach b\"\nstar result=\"c\""},
		{"STAR heading lost", head + "## Summary\n\ns\n\n---\n\n### Situation\n\na\n\n### Task\n\nb\n", "section summary 2\nstar situation=\"a\"\nstar task=\"b\"\nnot section star"},
		{"a break ends a part", head + "## STAR\n\n### Result\n\n- a\n\n---\n\n- #tag\n", `star result="- a"`},
		{"half typed", head + "## STAR Format\n\n**Situation:** a\n", `star situation="a"`},
		{"half typed, no STAR heading", head + "**Situation:** a\n", `star situation="a"`},
		{"in code", head + "## STAR Format\n\n    **Situation:** a\n", "not star"},
		{"in a fence", head + "## STAR Format\n\n```\n**Situation:** a\n**Task:** b\n```\n", "not star"},
		{"in a quote", head + "> **Situation:** a\n> **Task:** b\n", "not star"},
		{"in a comment", head + "<!-- **Situation:** a\n**Task:** b -->\n", "not star"},
		{"in inline code", head + "`Situation:` a\n\n`Task:` b\n", "not star"},
		{"in a section they are words", head + "## Evidence\n\n**Results:** sheet 4\n\n**Context:** sheet 5\n", "not star"},
		{"labels inside a part stay inside", head + "## STAR Format\n\n### Situation\n\na\n\n### Result\n\n- **Impact:** b\n- **Outcome:** c\n", `star result="- **Impact:** b - **Outcome:** c"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

// A label of another language counts only where a second one of the same
// language and entry stands.
func TestForeignLabelsAlone(t *testing.T) {
	for _, label := range []string{
		"Aufgabe", "Handlung", "Vorgehen", "Ergebnis", "Contexte", "Tâche", "Mission", "Résultat", "Résultats", "Situación", "Tarea", "Acción", "Resultado", "Resultados",
		"Situação", "Contexto", "Tarefa", "Ação", "O que fiz", "Impacto", "状況", "課題", "行動", "結果", "成果", "情境", "背景", "任务", "行动", "结果",
		"상황", "과제", "목표", "행동", "결과", "성과", "Ситуация", "Задача", "Действия", "Результат",
	} {
		for _, form := range []string{"**%s:** x\n", "## %s\n\nx\n", "- **%s** — x\n", "| a | b |\n|---|---|\n| %s | x |\n"} {
			src := head + fmt.Sprintf(form, label)
			if d := Parse("", src, nil); len(d.Entries[0].Parts) > 0 {
				t.Errorf("%q is read as a STAR part", src)
			}
		}
	}
	expect(t, "", head+"**Situação:** aberto\n\n**Aufgabe:** x\n", "not star")
	expect(t, "", head+"## Résultat\n\nb\n\n## Situation\n\na\n", "star situation=\"a\"\nstar result=\"b\"")
	expect(t, "", "# Notes\n\n## Achievement: A\n\n**Ergebnis:** x\n\n## Achievement: B\n\n**Aufgabe:** y\n", "not star")
}
