package rules

import (
	"fmt"

	"achievement-ls/analysis/calendar"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/edit"
	"achievement-ls/analysis/severity"
	"achievement-ls/analysis/template"
	"achievement-ls/analysis/text"
)

var missingField = &Rule{
	Name:     "missing-field",
	Group:    Structure,
	Severity: severity.Warning,
	Absence:  true,
	Doc: Doc{
		Summary: "A required metadata field is absent or has no value. The ID may also come from the file's name; the light form needs no fields.",
		Why:     "The date decides which review may cite the achievement, the ID is what it is cited by, role and category are how it is found again years later.",
		Bad:     "# Achievement: Payroll closes in two days\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-15\n**Role:** ROLE-001 - Payroll Lead @ Northwind\n\n" + fullBody,
		Good:    "# Achievement: Payroll closes in two days\n\n" + fullText,
	},
	Check: func(p *Pass) {
		for _, e := range p.Document.Entries {
			if e.Light {
				continue
			}
			for _, tf := range p.Document.Template.Fields {
				if tf.Requirement != template.Required || edit.HasField(p.Document, e, tf.Key) {
					continue
				}
				span, message := fieldPlace(p.Document, e), fmt.Sprintf("the field %q is missing; insert it", tf.Name)
				if f := e.Field(tf.Key); f != nil {
					span, message = f.Name, fmt.Sprintf("%q has no value; write it", p.Document.Text(f.Name))
				}
				value := fieldValue(p, e, tf.Key)
				title := fmt.Sprintf("Insert the field %q", tf.Name)
				if value != "" {
					title += " with " + value
				}
				p.Report(span, message).Fix(title, false, func() []text.Edit {
					return edit.InsertField(p.Document, e, tf.Key, value)
				})
			}
		}
	},
}

// fieldValue is what the workspace knows to put into an entry's new field: the
// next free ID, today, the role held last; "" where it knows nothing, or what it
// knows can't be right here.
func fieldValue(p *Pass, e *document.Entry, key template.Key) string {
	switch key {
	case template.ID:
		return nextID(p)
	case template.Date:
		if !p.Today.IsZero() && p.fits(e, p.Today) {
			return p.Today.String()
		}
	case template.Role:
		return lastRole(p)
	}
	return ""
}

// fits reports whether nothing in an entry contradicts a date: no presentation,
// no period of its role, no tag of a quarter.
func (p *Pass) fits(e *document.Entry, date calendar.Date) bool {
	for _, cell := range p.presentations(e) {
		if _, before := presentedBefore(p.Document, cell, date); before {
			return false
		}
	}
	for _, t := range e.Tags {
		if !p.inPeriod(t.Name, date) {
			return false
		}
	}
	return p.outsideRole(e, date) == ""
}
