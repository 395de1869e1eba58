package config

// kind is what a key's value must be.
type kind uint8

const (
	aString kind = iota + 1
	anInt
	aBool
	aList    // of strings
	someTags // a list, each with or without #
	aGlobs   // of globs
	aMapping // with the keys listed
	aStrings // mapping of any key to a string
	aBools   // mapping of any key to a boolean
	aRules   // mapping of rules to settings
	someOverrides
	somePeople
	someTerms
	aTemplate    // the name of a built-in one, or a mapping
	someFields   // a list of a template's fields
	someSections // a list of a template's sections
)

// key is one key of the configuration. The definition below drives parsing,
// messages and the schema.
type key struct {
	name   string
	kind   kind
	doc    string
	keys   []key
	oneOf  []string
	lo, hi int // bounds of an integer, where hi > 0
	// whole tells what the files of a workspace have in common, so that none of
	// its folders can say otherwise.
	whole bool
	// fileOnly tells what stands in a file alone.
	fileOnly bool
}

var wordList = []key{
	{name: "add", kind: aList, doc: "Words to add"},
	{name: "remove", kind: aList, doc: "Words to take out"},
}

// definition lists every key there is.
var definition = []key{
	{name: "root", kind: aBool, fileOnly: true, doc: "Whether a workspace begins in this file's folder; false lays the file over the configuration of the workspace around it"},
	{name: "files", kind: aMapping, whole: true, doc: "Which files hold what, as globs relative to this file", keys: []key{
		{name: "achievements", kind: aGlobs, doc: "Achievements"},
		{name: "reviews", kind: aGlobs, doc: "Reviews"},
		{name: "roles", kind: aGlobs, doc: "Roles"},
		{name: "people", kind: aGlobs, doc: "People"},
		{name: "exclude", kind: aGlobs, doc: "Files that are left alone"},
		{name: "maxSize", kind: anInt, doc: "Size in bytes above which a file is not analysed", lo: 1, hi: 1 << 30},
	}},
	{name: "id", kind: aMapping, whole: true, doc: "What achievement IDs look like", keys: []key{
		{name: "prefix", kind: aString, doc: "What stands before the number"},
		{name: "digits", kind: anInt, doc: "How many digits at least", lo: 1, hi: 12},
	}},
	{name: "period", kind: aMapping, whole: true, doc: "How review periods are counted", keys: []key{
		{name: "fiscalYearStart", kind: anInt, doc: "The month, 1 to 12, in which a fiscal year starts", lo: 1, hi: 12},
	}},
	{name: "template", kind: aTemplate, fileOnly: true, doc: "The sections and fields of an achievement: default, light or german, or a template of your own"},
	{name: "rules", kind: aRules, doc: "Severity and options of rules"},
	{name: "overrides", kind: someOverrides, doc: "Rules for some paths"},
	{name: "tags", kind: aMapping, doc: "Rules for tags", keys: []key{
		{name: "required", kind: someTags, doc: "Tags every achievement has"},
		{name: "known", kind: someTags, doc: "Tags to offer"},
		{name: "aliases", kind: aStrings, doc: "Tags that stand for others"},
	}},
	{name: "people", kind: somePeople, doc: "People to offer: names, or name: role"},
	{name: "categories", kind: aList, doc: "The categories allowed"},
	{name: "confidential", kind: someTerms, doc: "Words or /patterns/ that no achievement may hold"},
	{name: "features", kind: aBools, whole: true, doc: "Features of the language server to switch off"},
	{name: "skills", kind: aList, doc: "Skills to offer"},
	{name: "language", kind: aString, doc: "The language achievements are written in, such as en"},
	{name: "diagnostics", kind: aMapping, whole: true, doc: "Where findings are shown", keys: []key{
		{name: "scope", kind: aString, doc: "open: in open files; workspace: in all", oneOf: []string{"open", "workspace"}},
	}},
	{name: "format", kind: aMapping, doc: "How files are formatted", keys: []key{
		{name: "tables", kind: aBool, doc: "Align tables"},
		{name: "breaks", kind: aBool, doc: "Rules between sections"},
	}},
	{name: "summary", kind: aMapping, doc: "The Summary section", keys: []key{
		{name: "maxWords", kind: anInt, doc: "How many words it may have", lo: 1, hi: 10000},
	}},
	{name: "words", kind: aMapping, doc: "Changes to word lists", keys: []key{
		{name: "weakVerbs", kind: aMapping, doc: "Weak verbs", keys: wordList},
		{name: "vagueQuantifiers", kind: aMapping, doc: "Vague quantifiers", keys: wordList},
	}},
}

var severityNames = []string{"off", "hint", "information", "warning", "error"}
