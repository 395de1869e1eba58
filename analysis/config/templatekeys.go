package config

import (
	"slices"
	"sync"

	"achievement-ls/analysis/template"
)

// none is what a template extends that replaces the built-in ones.
const none = "none"

// fieldRoles are the built-in fields that one of a workspace's own can be, by
// the names that the configuration has for them.
var fieldRoles = map[string]template.Key{
	"id": template.ID, "date": template.Date, "role": template.Role, "category": template.Category, "tags": template.TagsField, "status": template.StatusField,
	"title": template.TitleField, "type": template.TypeField, "period": template.PeriodField, "used-in": template.ReviewField, "role-id": template.RoleID,
}

var templateKeys = []key{
	{name: "extends", kind: aString, doc: "The built-in template that holds where this one says nothing; none for one of your own from the ground up", oneOf: append(template.Names(), none)},
	{name: "title", kind: aString, doc: "The word before the colon in the level-1 heading, such as Achievement"},
	{name: "fields", kind: someFields, doc: "Fields to add or to change"},
	{name: "sections", kind: someSections, doc: "Sections to add or to change"},
	{name: "columns", kind: aMapping, doc: "More names for the columns of tables", keys: []key{
		{name: string(template.Person), kind: aList, doc: "Who took part"},
		{name: string(template.PersonRole), kind: aList, doc: "What they are"},
		{name: string(template.Contribution), kind: aList, doc: "What they did"},
		{name: string(template.When), kind: aList, doc: "A day"},
		{name: string(template.Link), kind: aList, doc: "Where evidence is found"},
		{name: string(template.Kind), kind: aList, doc: "What kind of evidence it is"},
	}},
}

// entryKeys are the keys that a field and a section share.
func entryKeys(thing string, roles, requirements []string) []key {
	return []key{
		{name: "name", kind: aString, doc: "What it is called"},
		{name: "is", kind: aString, doc: "The built-in " + thing + " that it stands for, whose meaning it has", oneOf: roles},
		{name: "aliases", kind: aList, doc: "Other names for it"},
		{name: "requirement", kind: aString, doc: "What its absence means", oneOf: requirements},
		{name: "body", kind: aString, doc: "What is put there to be filled in; ${…} is a place for the writer"},
		{name: "hint", kind: aString, doc: "A sentence on what belongs there"},
		{name: "after", kind: aString, doc: "The " + thing + " behind which it stands"},
		{name: "before", kind: aString, doc: "The " + thing + " before which it stands"},
		{name: "remove", kind: aBool, doc: "Whether to leave it out of the template that is extended"},
	}
}

var fieldKeys = append(entryKeys("field", sortedKeys(fieldRoles), []string{"required", "optional"}),
	key{name: "frontMatter", kind: aString, doc: "Its key in front matter"})

var sectionKeys = sync.OnceValue(func() []key {
	return append(entryKeys("section", sectionRoles(), []string{"required", "recommended", "optional"}),
		key{name: "level", kind: anInt, doc: "The level of its heading", lo: 2, hi: 6},
		key{name: "sections", kind: someSections, doc: "The sections within it"})
})

func sectionRoles() []string {
	var names []string
	for _, p := range template.Default().Parts {
		names = append(names, string(p.Key))
	}
	return names
}

func sortedKeys(m map[string]template.Key) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// entrySchema is the schema of a field or section, which bears a name or says
// what it is.
func entrySchema(keys []key) schema {
	s := mappingSchema(keys, "", nil)
	s["type"] = "object"
	s["anyOf"] = []any{schema{"required": []string{"name"}}, schema{"required": []string{"is"}}}
	return s
}

func templateSchema() schema {
	var names []any
	for _, name := range template.Names() {
		names = append(names, name)
	}
	return schema{"anyOf": []any{schema{"enum": names}, mappingSchema(templateKeys, "", nil), schema{"type": "null"}}}
}
