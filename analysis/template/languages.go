package template

// A Lang is a language that labels STAR parts. English labels stand alone; a
// label of another language counts only where a second one of the same
// language stands in the entry, since many are everyday words.
type Lang uint16

// The languages whose labels are known.
const (
	English Lang = 1 << iota
	German
	French
	Spanish
	Portuguese
	Japanese
	Chinese
	Korean
	Russian
)

// starLabels are the labels of the STAR parts in other languages.
var starLabels = []struct {
	lang   Lang
	labels map[Key][]string
}{
	{German, map[Key][]string{
		Situation: {"Situation"}, Task: {"Aufgabe"}, Action: {"Handlung", "Vorgehen"}, Result: {"Ergebnis", "Ergebnisse"},
	}},
	{French, map[Key][]string{
		Situation: {"Situation", "Contexte"}, Task: {"Tâche", "Mission"}, Action: {"Action", "Actions"}, Result: {"Résultat", "Résultats"},
	}},
	{Spanish, map[Key][]string{
		Situation: {"Situación"}, Task: {"Tarea"}, Action: {"Acción"}, Result: {"Resultado", "Resultados"},
	}},
	{Portuguese, map[Key][]string{
		Situation: {"Situação", "Contexto"}, Task: {"Tarefa"}, Action: {"Ação", "O que fiz"}, Result: {"Resultado", "Resultados", "Impacto"},
	}},
	{Japanese, map[Key][]string{
		Situation: {"状況"}, Task: {"課題"}, Action: {"行動"}, Result: {"結果", "成果"},
	}},
	{Chinese, map[Key][]string{
		Situation: {"情境", "背景"}, Task: {"任务"}, Action: {"行动"}, Result: {"结果", "成果"},
	}},
	{Korean, map[Key][]string{
		Situation: {"상황"}, Task: {"과제", "목표"}, Action: {"행동"}, Result: {"결과", "성과"},
	}},
	{Russian, map[Key][]string{
		Situation: {"Ситуация"}, Task: {"Задача"}, Action: {"Действия"}, Result: {"Результат"},
	}},
}

// Label is the usual label of a STAR part in a language; "" for English, whose
// names are the template's own, and where the language has none.
func Label(key Key, lang Lang) string {
	for _, pack := range starLabels {
		if labels := pack.labels[key]; pack.lang == lang && len(labels) > 0 {
			return labels[0]
		}
	}
	return ""
}

// starLetters are the initials that label parts in lists ("S — …"); they count
// only where several of them stand together.
var starLetters = map[string]Key{"s": Situation, "t": Task, "a": Action, "r": Result, "c": Situation, "p": Situation, "o": Situation, "l": Reflection}

// companions are the words that stand with a framework's name in a heading,
// before or after it: "STAR Format", "Méthode STAR".
var companions = []string{
	"format", "method", "story", "framework", "model", "analysis", "approach", "answer", "response",
	"methode", "geschichte", "méthode", "método", "formato", "метод", "формат", "形式", "法", "法则", "형식", "기법",
}

// headings are the headings that name the framework.
func (f Framework) headings() []string {
	names := []string{f.Name, "The " + f.Name}
	for _, c := range companions {
		names = append(names, f.Name+" "+c, c+" "+f.Name, f.Name+c, "The "+f.Name+" "+c)
	}
	return names
}
