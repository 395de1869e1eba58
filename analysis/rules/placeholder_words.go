package rules

import (
	"strings"

	"achievement-ls/analysis/template"
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.SplitSeq(words, ",") {
		m[strings.TrimSpace(w)] = true
	}
	return m
}

// bracketWords are what templates put between brackets, in lower case.
var bracketWords = set(`before, after, metric, metrics, value, number, name, date, title, role, company, organisation, organization,
	category, subcategory, sub-category, skill, tool, type, link, url, notes, note, person, contribution, venue, audience, team, project, what, who, why, how, when, where,
	improvement, percent, percentage, amount, tag, tags, topic, description, placeholder, unit, timeframe, time frame, action verb, action, result, results, outcome, impact,
	situation, task, context, manager, department, industry, technology, feature, customer, client, stakeholder, stakeholders, quarter, year, month, baseline, target,
	verb, noun, thing, object, problem, solution, goal, tbd, todo, review file, id, old value, new value, details, location`)

// bracketOpenings are how an instruction in brackets begins, in lower case.
var bracketOpenings = []string{
	"your ", "one sentence", "one line", "one paragraph", "describe", "insert ", "add ", "list ", "what ", "who ", "why ", "how ", "e.g.", "for example",
	"brief", "short ", "enter ", "write ", "fill ", "specific ", "number of", "name of", "link to", "include ", "explain", "quantif", "replace ", "example",
	"1-2 sentence", "one or two", "date of", "type of", "metric ", "before ", "after ",
}

// htmlElements are the elements of HTML that a writer may use in markdown.
var htmlElements = set(`a, abbr, address, article, aside, audio, b, bdi, bdo, big, blockquote, body, br, button, canvas, caption, center, cite, code, col, colgroup, data, dd, del, details, dfn, dialog, div, dl, dt,
	em, embed, fieldset, figcaption, figure, font, footer, form, h, head, header, hr, html, i, iframe, img, input, ins, kbd, label, legend, li, link, main, map, mark, menu, meta, meter, nav, noscript,
	object, ol, optgroup, option, output, p, param, picture, pre, progress, q, rp, rt, ruby, s, samp, script, search, section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg,
	table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, var, video, wbr, path, circle, rect, g, defs, use`)

// htmlAttributes are those that need no value.
var htmlAttributes = set("checked, controls, defer, disabled, hidden, loop, multiple, muted, open, required, reversed, selected")

// keyNames are keys as one writes them to be pressed.
var keyNames = set("tab, enter, return, esc, escape, space, shift, alt, ctrl, cmd, meta, option, leader, cr, bs, del, delete, backspace, home, end, up, down, left, right, pageup, pagedown, insert, super, win")

// questionWords open a question.
var questionWords = set("what, who, how, why, which, when, where, was, were, did, do, does, is, are")

// templateQuestions are questions of templates that address nobody, in lower
// case, words joined by one blank.
var templateQuestions = set(`what was the context, what was the situation, what was the problem, what was the challenge, what was the background, what problem needed solving, what was at stake,
	what was the business impact, why did it matter, why was it important, who was affected, who was involved, what was the goal, what was the task, what were the constraints, what was the deadline,
	what was the outcome, what was the result, what changed, what was the impact, what were the results, how was it measured, how was success measured, what was needed, what was expected`)

// categories are what an untouched line of categories to choose from is made of.
var categories = set(`technical, leadership, process, business, business impact, impact, collaboration, innovation, communication, mentoring, mentorship, customer, customer impact, people, culture, operations,
	strategy, strategic, delivery, quality, growth, learning, teamwork, project management, management, product, design, research, other`)

// untouchedEnumeration reports whether a category is still the template's list
// of categories to choose from. Two are a category and its subcategory.
func untouchedEnumeration(value string) bool {
	parts := strings.FieldsFunc(value, func(r rune) bool { return r == '/' || r == '|' })
	if len(parts) < 3 {
		return false
	}
	for _, part := range parts {
		if !categories[strings.TrimSpace(strings.ToLower(part))] && !categories[template.Normalize(part)] {
			return false
		}
	}
	return true
}
