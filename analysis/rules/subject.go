package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"achievement-ls/analysis/markdown"
)

// changeWords say that something changed, or when, and not what.
var changeWords = set(`reduc, incre, impro, decre, saved, savin, save, cut, cuts, faste, slowe, short, longe, from, with, into, after, befor, that, this, than, less, more, lower, highe, fewer,
	raise, raisi, lifte, broug, lift, made, make, fell, rose, grew, down, went, gone, takes, took, now, per, week, weekl, month, year, yearl, hours, minut, secon, days, daily, weeks, years, hour, day, and, the, for,
	perce, time, times, about, over, under, half, halve, doubl, tripl, twice, third, inste, rathe, each, every, only, just, still, since, until, withi, avera, media, mean, total,
	redui, rédui, baiss, hauss, moins, passé, passe, semai, jours, heure, verkü, gesen, gesun, stieg, erhöh, weni, wenig, mehr, tage, tagen, woche, monat, jahr, stund, minut, reduj, bajó, bajar, meses, semana, seman, horas, días, menos, más, reduz, caiu, dias`)

// subjects are the words of a text that name a thing, each by its first five
// letters, so that endings do not count.
func subjects(s string) map[string]bool {
	out := make(map[string]bool)
	for w := range strings.FieldsFuncSeq(strings.ToLower(markdown.Plain(s)), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) < 4 {
			continue
		}
		n := 0
		for i := range w {
			if n++; n > 5 {
				w = w[:i]
				break
			}
		}
		if !changeWords[w] {
			out[w] = true
		}
	}
	return out
}

// sameSubject reports whether two texts share a word that names a thing.
func sameSubject(a, b string) bool {
	words := subjects(a)
	for w := range subjects(b) {
		if words[w] {
			return true
		}
	}
	return false
}
