package main

// examples are the achievements that init writes, by their template: whole ones
// in which nothing is found and nothing is to be formatted. DATE stands for the
// day.
var examples = map[string]struct{ file, text string }{
	"default": {"ACH-001-Example.md", `# Achievement: Brought the Choir's Waiting List from 60 Names to 15

**Achievement ID:** ACH-001
**Date:** DATE
**Role:** Choir Director @ Harbour Street Music School
**Category:** Teaching / Organisation

---

## Summary

Brought the children's choir's waiting list from 60 names to 15 by opening a second rehearsal with parents as helpers.

---

## STAR Format

### Situation (Context)

- 60 children waited for a place, some of them for 2 years
- The hall was booked on every afternoon but one

### Task (Your Responsibility)

- Find places for at least 40 of them before the autumn term, without a second salary

### Action (What You Did)

1. Asked all 60 families which afternoon they could come
2. Trained 4 parents to lead the warm-up and keep the register
3. Opened a second rehearsal on the free afternoon

### Result (Quantified Impact)

- **Waiting list:** 60 → 15 names
- 45 children sing in the new group, and 41 of them stayed through the first term

---

## Evidence

| Type     | Link/Location             | Notes                          |
|----------|---------------------------|--------------------------------|
| Register | Blue folder, choir office | Names and dates of both groups |

---

## Skills Demonstrated

### Technical Skills

- Choral conducting

### Soft Skills

- Leading volunteers

---

## Collaboration

| Person     | Role   | Their Contribution                     |
|------------|--------|----------------------------------------|
| Marta Lind | Parent | Led the warm-up from the third week on |

---

## Tags

- #teaching
- #organisation
`},
	"light": {"ACH-001-Example.md", `# Achievement: Brought the Choir's Waiting List from 60 Names to 15

**Date:** DATE
**Role:** Choir Director @ Harbour Street Music School
**Category:** Teaching / Organisation

## Summary

Brought the children's choir's waiting list from 60 names to 15 by opening a second rehearsal with parents as helpers.

## Context (Situation)

- 60 children waited for a place, some of them for 2 years
- The hall was booked on every afternoon but one

## What I Did (Action)

1. Asked all 60 families which afternoon they could come
2. Trained 4 parents to lead the warm-up and keep the register
3. Opened a second rehearsal on the free afternoon

## Results (Quantified)

- **Waiting list:** 60 → 15 names
- 45 children sing in the new group, and 41 of them stayed through the first term

## Evidence

- [x] Register of both groups, blue folder in the choir office

## Tags

- #teaching
- #organisation
`},
	"german": {"ACH-001-Beispiel.md", `# Erfolg: Warteliste des Kinderchors von 60 auf 15 Namen verkürzt

**Kennung:** ACH-001
**Datum:** DATE
**Rolle:** Chorleiterin @ Musikschule Hafenstraße
**Kategorie:** Unterricht / Organisation

---

## Zusammenfassung

Die Warteliste des Kinderchors von 60 auf 15 Namen verkürzt, mit einer zweiten Probe, bei der Eltern helfen.

---

## STAR-Methode

### Situation (Ausgangslage)

- 60 Kinder warteten auf einen Platz, manche seit 2 Jahren
- Der Saal war an allen Nachmittagen bis auf einen belegt

### Aufgabe (Deine Verantwortung)

- Bis zum Herbst mindestens 40 von ihnen aufnehmen, ohne eine zweite Stelle

### Vorgehen (Was du getan hast)

1. Alle 60 Familien gefragt, an welchem Nachmittag sie können
2. 4 Eltern für das Einsingen und die Anwesenheitsliste eingearbeitet
3. Eine zweite Probe am freien Nachmittag eröffnet

### Ergebnis (Messbare Wirkung)

- **Warteliste:** 60 → 15 Namen
- 45 Kinder singen in der neuen Gruppe, und 41 von ihnen blieben über das erste Halbjahr

---

## Belege

| Art               | Link/Fundort              | Anmerkung                     |
|-------------------|---------------------------|-------------------------------|
| Anwesenheitsliste | Blauer Ordner im Chorbüro | Namen und Tage beider Gruppen |

---

## Gezeigte Fähigkeiten

### Fachliche Fähigkeiten

- Chorleitung

### Soziale Fähigkeiten

- Ehrenamtliche anleiten

---

## Zusammenarbeit

| Person     | Rolle  | Beitrag                                         |
|------------|--------|-------------------------------------------------|
| Marta Lind | Mutter | Hat ab der dritten Woche das Einsingen geleitet |

---

## Schlagwörter

- #unterricht
- #organisation
`},
}
