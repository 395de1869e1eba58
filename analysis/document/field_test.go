package document

import (
	"strings"
	"testing"

	"achievement-ls/analysis/template"
)

// fieldForms are the ways to write the four fields of an achievement; TITLE is
// its heading.
var fieldForms = map[string]string{
	"as the template":              "TITLE**Achievement ID:** ACH-007\n**Date:** 2026-03-01\n**Role:** ROLE-002 - Nurse @ Mercy\n**Category:** Care / Triage\n",
	"colon outside":                "TITLE**Achievement ID**: ACH-007\n**Date**: 2026-03-01\n**Role**: ROLE-002 - Nurse @ Mercy\n**Category**: Care / Triage\n",
	"colon after a blank":          "TITLE**Achievement ID** : ACH-007\n**Date** : 2026-03-01\n**Role** : ROLE-002 - Nurse @ Mercy\n**Category** : Care / Triage\n",
	"underscores":                  "TITLE__Achievement ID:__ ACH-007\n__Date:__ 2026-03-01\n__Role:__ ROLE-002 - Nurse @ Mercy\n__Category:__ Care / Triage\n",
	"italic":                       "TITLE*Achievement ID:* ACH-007\n*Date:* 2026-03-01\n*Role:* ROLE-002 - Nurse @ Mercy\n*Category:* Care / Triage\n",
	"plain":                        "TITLEAchievement ID: ACH-007\nDate: 2026-03-01\nRole: ROLE-002 - Nurse @ Mercy\nCategory: Care / Triage\n",
	"plain, colon after a blank":   "TITLEAchievement ID : ACH-007\nDate : 2026-03-01\nRole : ROLE-002 - Nurse @ Mercy\nCategory : Care / Triage\n",
	"no blank after the colon":     "TITLE**Achievement ID:**ACH-007\n**Date:**2026-03-01\n**Role:**ROLE-002 - Nurse @ Mercy\n**Category:**Care / Triage\n",
	"full-width colon":             "TITLE**Achievement ID：** ACH-007\n**Date**： 2026-03-01\nRole： ROLE-002 - Nurse @ Mercy\nCategory：Care / Triage\n",
	"no-break space":               "TITLE**Achievement ID:**\u00a0ACH-007\n**Date\u00a0:** 2026-03-01\nRole\u00a0: ROLE-002 - Nurse @ Mercy\nCategory:\u202fCare / Triage\u00a0\n",
	"tabs":                         "TITLE**Achievement ID:**\tACH-007\n**Date:**\t2026-03-01\t\nRole:\tROLE-002 - Nurse @ Mercy\n**Category:** \t Care / Triage\n",
	"list":                         "TITLE- **Achievement ID:** ACH-007\n- **Date:** 2026-03-01\n- Role: ROLE-002 - Nurse @ Mercy\n- **Category**: Care / Triage\n",
	"list by asterisks":            "TITLE* **Achievement ID:** ACH-007\n* **Date:** 2026-03-01\n* **Role:** ROLE-002 - Nurse @ Mercy\n* **Category:** Care / Triage\n",
	"numbered list":                "TITLE1. **Achievement ID:** ACH-007\n2. **Date:** 2026-03-01\n3. **Role:** ROLE-002 - Nurse @ Mercy\n4. **Category:** Care / Triage\n",
	"loose list":                   "TITLE- **Achievement ID:** ACH-007\n\n- **Date:** 2026-03-01\n\n- **Role:** ROLE-002 - Nurse @ Mercy\n\n- **Category:** Care / Triage\n",
	"table":                        "TITLE| Field | Value |\n|---|---|\n| Achievement ID | ACH-007 |\n| **Date** | 2026-03-01 |\n| Role: | ROLE-002 - Nurse @ Mercy |\n| Category | Care / Triage |\n",
	"table headed by a field":      "TITLE| Achievement ID | ACH-007 |\n|---|---|\n| Date | 2026-03-01 |\n| Role | ROLE-002 - Nurse @ Mercy |\n| Category | Care / Triage |\n",
	"table without outer bars":     "TITLEField | Value\n---|---\nAchievement ID | ACH-007\nDate | 2026-03-01\nRole | ROLE-002 - Nurse @ Mercy\nCategory | Care / Triage\n",
	"front matter":                 "---\nid: ACH-007\ntitle: Y\ndate: 2026-03-01\nrole: ROLE-002 - Nurse @ Mercy\ncategory: Care / Triage\n---\n\nTITLE",
	"front matter, quoted":         "---\nid: \"ACH-007\"\ndate: '2026-03-01'\nrole: \"ROLE-002 - Nurse @ Mercy\"\ncategory: 'Care / Triage'\n---\nTITLE",
	"front matter, any case":       "---\nID: ACH-007\nDate: 2026-03-01\nROLE: ROLE-002 - Nurse @ Mercy\nCategory: Care / Triage\n---\nTITLE",
	"front matter, comments":       "---\nid: ACH-007 # the next one\n# and\ndate: 2026-03-01\nrole: ROLE-002 - Nurse @ Mercy\ncategory: Care / Triage\n---\nTITLE",
	"front matter, dots":           "---\nid: ACH-007\ndate: 2026-03-01\nrole: ROLE-002 - Nurse @ Mercy\ncategory: Care / Triage\n...\nTITLE",
	"front matter, open":           "---\nid: ACH-007\ndate: 2026-03-01\nrole: ROLE-002 - Nurse @ Mercy\ncategory: Care / Triage\n\nTITLE",
	"front matter, a line broken":  "---\nid: ACH-007\ndate: 2026-03-01\nrole: ROLE-002 - Nurse @ Mercy\ncategory: Care / Triage\ntags: [a\n---\nTITLE",
	"RFC 822 head":                 "Achievement ID: ACH-007\nDate: 2026-03-01\nRole: ROLE-002 - Nurse @ Mercy\nCategory: Care / Triage\n\nTITLE",
	"value on the next line":       "TITLE**Achievement ID:**\nACH-007\n**Date:**\n2026-03-01\n**Role:**\nROLE-002 - Nurse @ Mercy\n**Category:**\nCare / Triage\n",
	"value on the next line, list": "TITLE- **Achievement ID:**\n  ACH-007\n- **Date:**\n  2026-03-01\n- **Role:**\n  ROLE-002 - Nurse @ Mercy\n- **Category:**\n  Care / Triage\n",
	"paragraphs":                   "TITLE**Achievement ID:** ACH-007\n\n**Date:** 2026-03-01\n\n**Role:** ROLE-002 - Nurse @ Mercy\n\n**Category:** Care / Triage\n",
	"any order, any case":          "TITLE**CATEGORY:** Care / Triage\n**role:** ROLE-002 - Nurse @ Mercy\n**DATE:** 2026-03-01\n**Achievement Id:** ACH-007\n",
	"two blanks":                   "TITLE**Achievement ID:** ACH-007  \n**Date:** 2026-03-01  \n**Role:** ROLE-002 - Nurse @ Mercy  \n**Category:** Care / Triage  \n",
	"backslashes":                  "TITLE**Achievement ID:** ACH-007\\\n**Date:** 2026-03-01\\\n**Role:** ROLE-002 - Nurse @ Mercy\\\n**Category:** Care / Triage\\\n",
	"br":                           "TITLE**Achievement ID:** ACH-007<br>\n**Date:** 2026-03-01<br/>\n**Role:** ROLE-002 - Nurse @ Mercy<br />\n**Category:** Care / Triage <BR>\n",
	"dashes right below":           "TITLE**Achievement ID:** ACH-007\n**Date:** 2026-03-01\n**Role:** ROLE-002 - Nurse @ Mercy\n**Category:** Care / Triage\n---\n\n## Summary\n\nText.\n",
	"dashes below hard breaks":     "TITLE**Achievement ID:** ACH-007  \n**Date:** 2026-03-01  \n**Role:** ROLE-002 - Nurse @ Mercy  \n**Category:** Care / Triage  \n---\n",
	"several on a line":            "TITLE**Achievement ID:** ACH-007 | **Date:** 2026-03-01 · **Role:** ROLE-002 - Nurse @ Mercy, **Category:** Care / Triage\n",
	"emoji":                        "TITLE🆔 **Achievement ID:** ACH-007\n📅 **Date:** 2026-03-01\n👩‍⚕️ **Role:** ROLE-002 - Nurse @ Mercy\n🏷️ Category: Care / Triage\n",
	"markup around values":         "TITLE**Achievement ID:** `ACH-007`\n**Date:** **2026-03-01**\n**Role:** *ROLE-002 - Nurse @ Mercy*\n**Category:** [Care / Triage](../categories.md)\n",
	"comments behind values":       "TITLE**Achievement ID:** ACH-007 <!-- next -->\n**Date:** 2026-03-01 <!-- approx. -->\n**Role:** ROLE-002 - Nurse @ Mercy<!---->\n**Category:** <!-- x --> Care / Triage\n",
	"below a Metadata heading":     "TITLE## Metadata\n\n**Achievement ID:** ACH-007\n**Date:** 2026-03-01\n**Role:** ROLE-002 - Nurse @ Mercy\n**Category:** Care / Triage\n\n## Summary\n\nText.\n",
}

func TestFieldForms(t *testing.T) {
	want := map[template.Key]string{
		template.ID: "ACH-007", template.Date: "2026-03-01", template.Role: "ROLE-002 - Nurse @ Mercy", template.Category: "Care / Triage",
	}
	for form, pattern := range fieldForms {
		for eol, name := range map[string]string{"\n": "LF", "\r\n": "CRLF", "\r": "CR"} {
			for _, bom := range []string{"", "\ufeff"} {
				src := bom + strings.ReplaceAll(strings.ReplaceAll(pattern, "TITLE", head), "\n", eol)
				d := Parse("", src, nil)
				if len(d.Entries) != 1 || d.Entries[0].Title != "Shorter queues" {
					t.Errorf("%s, %s: %q has no entry with its title\n%s", form, name, src, render(d))
					continue
				}
				for key, value := range want {
					f := d.Entries[0].Field(key)
					if f == nil || f.Text != value || !strings.Contains(d.Text(f.Value), value) && key != template.Category {
						t.Errorf("%s, %s: %q has another %s than %q\n%s", form, name, src, key, value, render(d))
					}
				}
			}
		}
	}
}

func TestFields(t *testing.T) {
	tests := []struct{ name, src, want string }{
		{"no value", head + "**Date:**\n**Role:** Nurse\n", "field date=\"\"\nfield role=\"Nurse\""},
		{"no value, hard break", head + "**Date:**  \n**Role:** Nurse\n", "field date=\"\"\nfield role=\"Nurse\""},
		{"no value, backslash", head + "**Date:** \\\n**Role:** Nurse\n", "field date=\"\"\nfield role=\"Nurse\""},
		{"no value in a table", head + "| Date | |\n|---|---|\n| Role | Nurse |\n", "field date=\"\"\nfield role=\"Nurse\""},
		{"no value in front matter", "---\ndate:\nrole: Nurse\n---\n" + head, "field date=\"\"\nfield role=\"Nurse\""},
		{"empty string in front matter", "---\ndate: \"\"\nrole: Nurse\n---\n" + head, "field date=\"\"\nfield role=\"Nurse\""},
		{"null in front matter", "---\ndate: ~\nrole: null\n---\n" + head, "field date=\"\"\nfield role=\"\""},
		{"a comment is no value", head + "**Date:** <!-- when? -->\n", `field date=""`},
		{"unknown bold name", head + "**Budget:** none\n", `field (Budget)="none"`},
		{"unknown plain name", head + "Note: none\n", "not field"},
		{"a sentence with a colon", head + "I set myself a date: 2026-03-01.\n", "not field"},
		{"linked value", head + "**Role:** [ROLE-001](../onboarding.md) - Nurse\n", `field role="ROLE-001 - Nurse"`},
		{"wiki link", head + "**Role:** [[ROLE-001]] - Nurse\n", `field role="ROLE-001 - Nurse"`},
		{"combining and astral characters", head + "**Role:** Ärztin 𐐀 @ Cafe\u0301\n", "field role=\"Ärztin 𐐀 @ Cafe\u0301\""},
		{"a rate is no HTML", head + "**Role:** on call <1x/hour, >99%\n", `field role="on call <1x/hour, >99%"`},
		{"in code", head + "```\n**Date:** 2026-03-01\n```\n", "not field date"},
		{"in indented code", head + "    **Date:** 2026-03-01\n", "not field date"},
		{"in inline code", head + "`Date: 2026-03-01`\n", "not field date"},
		{"in a quote", head + "> **Date:** 2026-03-01\n", "not field date"},
		{"in a comment", head + "<!--\n**Date:** 2026-03-01\n-->\n", "not field date"},
		{"in a section", head + "## Evidence\n\n**Date:** 2026-03-01\n", "not field date"},
		{"table of three columns", head + "| Date | 2026-03-01 | x |\n|---|---|---|\n", "not field date"},
		{"half a name", head + "**Dat\n", "not field"},
		{"name without colon", head + "**Date**\n", "not field date"},
		{"bold not closed", head + "**Date: 2026-03-01\n", "not entry \"\""},
		{"front matter tags and status", "---\nstatus: draft\ntags: [a, b]\n---\n" + head, "field status=\"draft\"\ntag a\ntag b"},
		{"front matter title", "---\ntitle: \"Shorter: queues\"\nid: ACH-001\n---\n\n## Result\n\nx\n", "entry \"Shorter: queues\"\nfield id=\"ACH-001\""},
		{"front matter escapes", "---\ntitle: \"Caf\\u00e9\"\nid: ACH-001\n---\n\n## Result\n\nx\n", `entry "Café"`},
		{"front matter of several lines", "---\ntitle: >\n  Shorter\n  queues\nid: ACH-001\ndate: 2026-03-01\n---\n\n## Result\n\nx\n", "field id=\"ACH-001\"\nfield date=\"2026-03-01\""},
		{"title of the head", "Title: Shorter queues\nAchievement ID: ACH-001\n\n## Result\n\nx\n", `entry "Shorter queues"`},
		{"the heading goes before the title", "---\ntitle: Y\n---\n" + head, `entry "Shorter queues"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}

// A field's spans are what a fix replaces and an editor underlines.
func TestFieldSpans(t *testing.T) {
	tests := []struct{ src, name, value, line string }{
		{head + "**Date:** 2026-03-01  \n", "Date", "2026-03-01", "**Date:** 2026-03-01"},
		{head + "- **Date**: `2026-03-01`\n", "Date", "2026-03-01", "**Date**: `2026-03-01"},
		{head + "| Date | 2026-03-01 |\n|--|--|\n", "Date", "2026-03-01", "| Date | 2026-03-01 |"},
		{"---\ndate: \"2026-03-01\" # x\n---\n" + head, "date", `"2026-03-01"`, `date: "2026-03-01"`},
		{"\ufeff---\r\ndate: 2026-03-01\r\n---\r\n" + head, "date", "2026-03-01", "date: 2026-03-01"},
		{head + "**Date:**\n", "Date", "", "**Date:**"},
		{head + "**Date:**\n2026-03-01\n", "Date", "2026-03-01", "**Date:**\n2026-03-01"},
		{head + "🎉 **Date：** 2026-03-01\r\n", "Date", "2026-03-01", "**Date：** 2026-03-01"},
	}
	for _, test := range tests {
		d := Parse("", test.src, nil)
		f := d.Entries[0].Field(template.Date)
		if f == nil {
			t.Errorf("%q has no date", test.src)
			continue
		}
		if got := d.Text(f.Name); got != test.name {
			t.Errorf("%q: the name is %q, want %q", test.src, got, test.name)
		}
		if got := d.Text(f.Value); got != test.value {
			t.Errorf("%q: the value is %q, want %q", test.src, got, test.value)
		}
		if got := d.Text(f.Line); got != test.line {
			t.Errorf("%q: the line is %q, want %q", test.src, got, test.line)
		}
	}
}
