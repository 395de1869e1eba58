package rules

import "strings"

// weakVerbs are the openings that are reported, each with verbs that can stand
// in its place, in lower case.
var weakVerbs = map[string][]string{
	"helped":               {"guided", "enabled", "advised"},
	"helped with":          {"organised", "prepared", "carried out"},
	"helped on":            {"organised", "prepared", "carried out"},
	"helped out with":      {"organised", "prepared", "carried out"},
	"helped in":            {"organised", "prepared", "carried out"},
	"worked on":            {"built", "improved", "delivered"},
	"was responsible for":  {"led", "managed", "owned"},
	"were responsible for": {"led", "managed", "owned"},
	"responsible for":      {"led", "managed", "owned"},
	"was in charge of":     {"led", "managed", "owned"},
	"assisted":             {"supported", "guided", "advised"},
	"assisted with":        {"prepared", "organised", "carried out"},
	"assisted in":          {"prepared", "organised", "carried out"},
	"participated in":      {"shaped", "presented at", "advised on"},
	"took part in":         {"shaped", "presented at", "advised on"},
	"was involved in":      {"shaped", "organised", "carried out"},
	"was involved with":    {"shaped", "organised", "carried out"},
	"involved in":          {"shaped", "organised", "carried out"},
	"was part of":          {"shaped", "built", "advised"},
	"was tasked with":      {"led", "delivered", "carried out"},
	"tasked with":          {"led", "delivered", "carried out"},
	"contributed to":       {"wrote part of", "designed part of", "built part of"},
	"duties included":      {"led", "managed", "owned"},
}

// verbForms are verbs of all professions: as they are named, and their past.
var verbForms = strings.Fields(`analyse analysed, analyze analyzed, audit audited, automate automated, build built, carry carried, check checked, coach coached, coordinate coordinated, count counted, create created,
	define defined, deliver delivered, design designed, develop developed, document documented, draft drafted, edit edited, establish established, fix fixed, hire hired, implement implemented,
	improve improved, install installed, introduce introduced, launch launched, lead led, manage managed, map mapped, migrate migrated, monitor monitored, move moved, negotiate negotiated,
	organise organised, organize organized, plan planned, prepare prepared, present presented, redesign redesigned, reduce reduced, refactor refactored, repair repaired, replace replaced, research researched,
	review reviewed, rewrite rewrote, run ran, set set, simplify simplified, solve solved, streamline streamlined, supervise supervised, teach taught, test tested, train trained, translate translated,
	update updated, upgrade upgraded, write wrote`)

// pastOf is the past of a verb given as "write" or "writing"; "" for a word that
// is none it knows.
func pastOf(word string) string {
	word = strings.ToLower(word)
	stem, gerund := strings.CutSuffix(word, "ing")
	for i := 0; i+1 < len(verbForms); i += 2 {
		verb, past := verbForms[i], strings.TrimSuffix(verbForms[i+1], ",")
		doubled := verb + verb[len(verb)-1:]
		if verb == word || gerund && (stem == verb || stem == strings.TrimSuffix(verb, "e") || stem == doubled) {
			return past
		}
	}
	return ""
}
