package template

import (
	"slices"
	"sync"
)

// german is the default template in German. It understands the English names
// too, since a folder may hold achievements of both.
var german = sync.OnceValue(func() *Template {
	t := Template{
		Name:       "german",
		Title:      "Erfolg",
		Titles:     []string{"Leistung", "Achievement", "Accomplishment"},
		Breaks:     true,
		Frameworks: defaultFrameworks,
		Columns:    make(map[Column][]string),
	}
	for i, f := range germanFields {
		english := defaultFields[i]
		f.FrontMatter, f.Requirement = english.FrontMatter, english.Requirement
		f.Aliases = append(slices.Clip(f.Aliases), append([]string{english.Name}, english.Aliases...)...)
		t.Fields = append(t.Fields, f)
	}
	for i, p := range germanParts {
		english := defaultParts[i]
		p.Class, p.Level, p.Parent, p.Requirement = english.Class, english.Level, english.Parent, english.Requirement
		p.Aliases = append(slices.Clip(p.Aliases), append([]string{plain(english.Name)}, english.Aliases...)...)
		t.Parts = append(t.Parts, p)
	}
	for c, names := range defaultColumns {
		t.Columns[c] = append(slices.Clone(germanColumns[c]), names...)
	}
	return New(t)
})

var germanColumns = map[Column][]string{
	Person:       {"Person", "Name", "Wer", "Kollegin", "Kollege", "Beteiligte"},
	PersonRole:   {"Rolle", "Funktion", "Position", "Titel", "Aufgabe"},
	Contribution: {"Beitrag", "Ihr Beitrag", "Anteil", "Unterstützung"},
	When:         {"Datum"},
	Link:         {"Link", "Fundort", "Ablageort", "Quelle", "Wo"},
	Kind:         {"Art", "Typ"},
}

// germanFields are defaultFields in German, in the same order.
var germanFields = []Field{
	{Key: ID, Name: "Kennung", Aliases: []string{"Erfolgs-ID", "Erfolg-Nr.", "Nummer"}, Body: "${ACH-XXX}", Hint: "Die Nummer, unter der Beurteilungen den Erfolg anführen: `ACH-` und mindestens drei Ziffern, je Rolle nur einmal vergeben"},
	{Key: Date, Name: "Datum", Aliases: []string{"Erreicht am", "Abgeschlossen am", "Wann"}, Body: "${JJJJ-MM-TT}", Hint: "Der Tag, an dem es erreicht war, als `JJJJ-MM-TT`; er entscheidet, in welche Beurteilung der Erfolg gehört"},
	{Key: Role, Name: "Rolle", Aliases: []string{"Stelle", "Position"}, Body: "${ROLE-XXX} - ${[Titel]} @ ${[Organisation]}", Hint: "Die Rolle, die du innehattest: ihre Kennung, der Titel, die Organisation"},
	{Key: Category, Name: "Kategorie", Aliases: []string{"Bereich"}, Body: "${[Kategorie]} / ${[Unterkategorie]}", Hint: "Kategorie und Unterkategorie, etwa `Technik / Leistung`"},
	{Key: TagsField, Name: "Schlagwörter", Aliases: []string{"Schlagworte", "Stichwörter", "Stichworte"}, Body: "${#schlagwort}", Hint: "Schlagwörter in Kleinbuchstaben mit Bindestrichen, die auch im Abschnitt Schlagwörter stehen können"},
	{Key: StatusField, Name: "Status", Aliases: []string{"Stand"}, Body: "${draft}", Hint: "`draft`, solange noch geschrieben wird: was fehlt, wird dann nur angedeutet"},
	{Key: TitleField, Name: "Titel", Body: "${[Titel]}", Hint: "Der Titel des Erfolgs, wo ihn keine Überschrift der Ebene 1 nennt"},
	{Key: TypeField, Name: "Art", Body: "achievement", Hint: "Was die Datei ist: `achievement`, `review`, `role` oder `people`"},
	{Key: PeriodField, Name: "Zeitraum", Aliases: []string{"Beurteilungszeitraum"}, Body: "${2026-H1}", Hint: "Die Zeit, die eine Beurteilung abdeckt, etwa `2026-H1`"},
	{Key: ReviewField, Name: "Verwendet in", Aliases: []string{"Angeführt in"}, Body: "${[Datei der Beurteilung]}", Hint: "Die Beurteilung, die den Erfolg anführt, und seine Nummer darin"},
	{Key: RoleID, Name: "Rollenkennung", Aliases: []string{"Rollen-ID"}, Body: "${ROLE-XXX}", Hint: "Die Nummer einer Rolle"},
}

// germanParts are defaultParts in German, in the same order.
var germanParts = []Part{
	{
		Key: Summary, Name: "Zusammenfassung", Aliases: []string{"Kurzfassung", "Überblick", "In Kürze", "Auf einen Blick"},
		Body: "${[Ein Satz: was du getan hast, für wen, und welche Zahl sich dadurch geändert hat]}",
		Hint: "Ein Absatz, der sich unverändert in eine Beurteilung übernehmen lässt: was du getan hast, für wen, und welche Zahl sich dadurch geändert hat",
	},
	{Key: STAR, Name: "STAR-Methode", Aliases: []string{"Ablauf"}, Hint: "Situation, Aufgabe, Vorgehen und Ergebnis: die Geschichte hinter der Zusammenfassung"},
	{
		Key: Situation, Name: "Situation (Ausgangslage)", Light: "Ausgangslage (Situation)", Aliases: []string{"Situation", "Ausgangslage", "Ausgangssituation", "Hintergrund", "Kontext", "Problem", "Herausforderung"},
		Body: "- ${[Was vorher der Fall war, mit einer Zahl]}\n- ${[Warum es wichtig war, und für wen]}",
		Hint: "Wie es war, bevor du gehandelt hast, und warum es wichtig war. Eine Zahl an dieser Stelle ist der Ausgangswert deines Ergebnisses",
	},
	{
		Key: Task, Name: "Aufgabe (Deine Verantwortung)", Aliases: []string{"Aufgabe", "Aufgaben", "Auftrag", "Verantwortung", "Ziel", "Ziele", "Zielsetzung", "Meine Rolle"},
		Body: "- ${[Was du erreichen solltest, und bis wann]}",
		Hint: "Was du erreichen solltest, und wofür du allein einzustehen hattest",
	},
	{
		Key: Action, Name: "Vorgehen (Was du getan hast)", Light: "Was ich getan habe (Vorgehen)", Aliases: []string{"Vorgehen", "Handlung", "Handlungen", "Maßnahmen", "Umsetzung", "Was ich getan habe"},
		Body: "1. ${[Dein erster Schritt, mit einem Verb am Anfang]}\n2. ${[Der nächste]}",
		Hint: "Was du getan hast, Schritt für Schritt, jeder mit einem Verb für deinen eigenen Anteil: geleitet, gemessen, verhandelt",
	},
	{
		Key: Result, Name: "Ergebnis (Messbare Wirkung)", Light: "Ergebnisse (In Zahlen)", Aliases: []string{"Ergebnis", "Ergebnisse", "Resultat", "Resultate", "Wirkung", "Auswirkung"},
		Body: "- **${[Messgröße]}:** ${[Vorher]} → ${[Nachher]} (${[X]} % ${[weniger]})",
		Hint: "Was sich geändert hat, in Zahlen: vorher, nachher und der Unterschied",
	},
	{Key: Reflection, Name: "Reflexion", Aliases: []string{"Rückblick", "Gelerntes"}, Body: "- ${[Was du daraus mitnimmst]}", Hint: "Was du daraus mitnimmst"},
	{
		Key: Evidence, Name: "Belege", Aliases: []string{"Nachweise", "Beleg", "Nachweis"},
		Body: "| Art   | Link/Fundort | Anmerkung       |\n|-------|--------------|-----------------|\n| ${[Art]} | ${[Link]}       | ${[Was es belegt]} |",
		Hint: "Wo man es nachprüfen kann: Pull Requests, Dashboards, Dokumente, Nachrichten",
	},
	{Key: Skills, Name: "Gezeigte Fähigkeiten", Aliases: []string{"Fähigkeiten", "Kompetenzen", "Kenntnisse"}, Hint: "Die Fähigkeiten, die dieser Erfolg belegt"},
	{Key: TechnicalSkills, Name: "Fachliche Fähigkeiten", Aliases: []string{"Fachkompetenz", "Fachkompetenzen"}, Body: "- ${[Fähigkeit]}", Hint: "Fähigkeiten deines Berufs"},
	{Key: SoftSkills, Name: "Soziale Fähigkeiten", Aliases: []string{"Sozialkompetenz", "Sozialkompetenzen", "Überfachliche Fähigkeiten"}, Body: "- ${[Fähigkeit]}", Hint: "Wie du mit anderen gearbeitet hast"},
	{Key: Tools, Name: "Werkzeuge und Technik", Aliases: []string{"Werkzeuge", "Technik", "Technologien"}, Body: "- ${[Werkzeug]}", Hint: "Womit du gearbeitet hast"},
	{Key: Visibility, Name: "Sichtbarkeit und Anerkennung", Aliases: []string{"Sichtbarkeit", "Anerkennung"}, Hint: "Wer davon weiß, wie es gewürdigt wurde, wo du es vorgestellt hast"},
	{Key: WhoKnows, Name: "Wer weiß davon?", Aliases: []string{"Wer davon weiß"}, Body: "- [ ] ${[Wer]}", Hint: "Eine Liste derer, die davon wissen sollten, abgehakt, wo sie es tun"},
	{Key: Recognition, Name: "Erhaltene Anerkennung", Aliases: []string{"Anerkennung", "Auszeichnungen", "Lob"}, Body: "- [ ] ${[Was]}", Hint: "Dank, Lob und Auszeichnungen, abgehakt, wo du sie bekommen hast"},
	{
		Key: Presentations, Name: "Vorträge und Weitergabe", Aliases: []string{"Vorträge", "Präsentationen", "Weitergabe"},
		Body: "| Datum      | Anlass   | Publikum   |\n|------------|----------|------------|\n| ${JJJJ-MM-TT} | ${[Anlass]} | ${[Publikum]} |",
		Hint: "Wo und wem du es vorgestellt hast",
	},
	{
		Key: Collaboration, Name: "Zusammenarbeit", Aliases: []string{"Beteiligte", "Mitwirkende", "Zusammengearbeitet mit"},
		Body: "| Person | Rolle   | Beitrag               |\n|--------|---------|-----------------------|\n| ${[Name]} | ${[Rolle]} | ${[Was sie getan haben]} |",
		Hint: "Wer mitgewirkt hat, und womit: Anerkennung, die man gibt, kommt zurück",
	},
	{Key: Lessons, Name: "Erkenntnisse", Aliases: []string{"Lehren", "Erfahrungen"}, Hint: "Was gut ging, was du anders machen würdest, was andere übernehmen können"},
	{Key: WorkedWell, Name: "Was gut lief", Aliases: []string{"Was gut ging", "Was sich bewährt hat"}, Body: "- ${[Was]}", Hint: "Was du wieder so machen würdest"},
	{Key: Differently, Name: "Was ich anders machen würde", Aliases: []string{"Was du anders machen würdest", "Was anders werden soll"}, Body: "- ${[Was]}", Hint: "Was du beim nächsten Mal ändern würdest"},
	{Key: Patterns, Name: "Was sich übertragen lässt", Aliases: []string{"Wiederverwendbares", "Muster"}, Body: "- ${[Was]}", Hint: "Was andere übernehmen können"},
	{Key: Tags, Name: "Schlagwörter", Aliases: []string{"Schlagworte", "Stichwörter", "Stichworte"}, Body: "- ${#schlagwort}", Hint: "Schlagwörter, unter denen man es findet: `#` und kleingeschriebene Wörter, mit Bindestrichen verbunden"},
	{Key: ReviewLink, Name: "Verwendung in Beurteilungen", Aliases: []string{"Beurteilungen", "Verwendet in", "Beurteilung"}, Body: "**Verwendet in:** ${[Datei der Beurteilung]} — Erfolg #${X}", Hint: "Die Beurteilung, die ihn anführt, und seine Nummer darin"},
}
