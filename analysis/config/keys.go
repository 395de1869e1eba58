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
	aBools   // mapping of the names listed in oneOf to a boolean
	aRules   // mapping of rules to settings
	someOverrides
	somePeople
	someTerms
	aTemplate    // the name of a built-in one, or a mapping
	someFields   // a list of a template's fields
	someSections // a list of a template's sections
	anAddress    // of the web, or nothing
)

// key is one key of the configuration. The definition below drives parsing,
// messages and the schema.
type key struct {
	name string
	kind kind
	doc  string
	// more is what the documentation says besides, as markdown, and example a
	// value in YAML.
	more, example string
	keys          []key
	oneOf         []string
	lo, hi        int // bounds of an integer, where hi > 0
	// whole tells what the files of a workspace have in common, so that none of
	// its folders can say otherwise.
	whole bool
	// fileOnly tells what stands in a file alone.
	fileOnly bool
}

// FeatureNames are the features of the language server that can be switched off.
var FeatureNames = []string{
	"codeAction", "codeLens", "completion", "definition", "diagnostics", "documentHighlight", "documentLink", "documentSymbol", "executeCommand",
	"fileOperations", "foldingRange", "format", "hover", "inlayHint", "inlineCompletion", "linkedEditingRange", "references", "rename",
	"selectionRange", "semanticTokens", "textDocumentContent", "workspaceSymbol",
}

// definition lists every key there is.
var definition = []key{
	{name: "root", kind: aBool, fileOnly: true, doc: "Whether a workspace begins in this file's folder; false lays the file over the configuration of the workspace around it", example: "false"},
	{name: "files", kind: aMapping, whole: true, doc: "Which files hold what, as globs relative to this file",
		more: "`*` stands for anything within a name, `**` for any folders, and the name of a folder for all below it. The globs say what a file is, whatever it holds; " +
			"files that none names are recognised by their content. `exclude` goes before the others.", keys: []key{
			{name: "achievements", kind: aGlobs, doc: "Achievements", example: "[wins/**]"},
			{name: "reviews", kind: aGlobs, doc: "Reviews", example: "[yearly/*.md]"},
			{name: "roles", kind: aGlobs, doc: "Roles", example: "[jobs/*.md]"},
			{name: "people", kind: aGlobs, doc: "People", example: "[team.md]"},
			{name: "exclude", kind: aGlobs, doc: "Files that are left alone", example: `[drafts/**, "*.old.md"]`},
			{name: "maxSize", kind: anInt, doc: "Size in bytes above which a file is not analysed", lo: 1, hi: 1 << 30, example: "2000000"},
		}},
	{name: "id", kind: aMapping, whole: true, doc: "What achievement IDs look like", keys: []key{
		{name: "prefix", kind: aString, doc: "What stands before the number", example: "WIN-"},
		{name: "digits", kind: anInt, doc: "How many digits at least", lo: 1, hi: 12, example: "4"},
	}},
	{name: "period", kind: aMapping, whole: true, doc: "How review periods are counted", keys: []key{
		{name: "fiscalYearStart", kind: anInt, doc: "The month, 1 to 12, in which a fiscal year starts", lo: 1, hi: 12, example: "10"},
	}},
	{name: "template", kind: aTemplate, fileOnly: true, doc: "The sections and fields of an achievement: default, light or german, or a template of your own",
		more: "[Writing a template](templates.md) tells of its keys.", example: "{extends: light, sections: [{name: Budget, requirement: optional}]}"},
	{name: "rules", kind: aRules, doc: "Severity of rules",
		more: "A severity is `off`, `hint`, `information`, `warning` or `error`, or an object with `severity`. [The rules](rules.md) have severities of their own; " +
			"one that is off by default is turned on by giving it one.", example: "{section-order: off, missing-evidence: warning, malformed-checkbox: {severity: error}}"},
	{name: "overrides", kind: someOverrides, doc: "Rules for some paths", more: "Of several that match a path the last holds.", example: "[{paths: [archive/**], rules: {missing-section: off}}]"},
	{name: "tags", kind: aMapping, doc: "Rules for tags", keys: []key{
		{name: "required", kind: someTags, doc: "Tags every achievement has", example: `["#growth"]`},
		{name: "known", kind: someTags, doc: "Tags to offer beside those in use", example: "[teamwork, safety]"},
		{name: "aliases", kind: aStrings, doc: "Tags that stand for others; they are not offered", example: "{kids: children}"},
	}},
	{name: "people", kind: somePeople, doc: "People to offer: names, or name: role", example: "[Ann Lee, {Bo Ek: Nurse}]"},
	{name: "categories", kind: aList, doc: "The categories allowed", more: "`Technical` allows every subcategory, `Technical / Performance` that one.", example: "[Technical, Care / Triage]"},
	{name: "confidential", kind: someTerms, doc: "Words or /patterns/ that no achievement may hold", more: "Patterns are in Go's [syntax](https://pkg.go.dev/regexp/syntax).",
		example: `[Falcon, "/proj-[0-9]+/"]`},
	{name: "features", kind: aBools, whole: true, doc: "Features of the language server to switch off", oneOf: FeatureNames,
		more:    "Where the editor can, it is told when one is switched off or on; else the server answers nothing for it.",
		example: "{hover: false}"},
	{name: "skills", kind: aList, doc: "Skills to offer", example: "[Go, Negotiation]"},
	{name: "language", kind: aString, doc: "The language achievements are written in, such as en, for what their own words do not tell", example: "de"},
	{name: "diagnostics", kind: aMapping, whole: true, doc: "Where findings are shown, and what they lead to", more: "`check` looks at all files whatever it says.", keys: []key{
		{name: "scope", kind: aString, doc: "open: in open files; workspace: in all", oneOf: []string{"open", "workspace"}, example: "workspace"},
		{name: "documentation", kind: anAddress, doc: "Where your team keeps the rules' pages; a rule's name is put behind it, and editors link each finding to that", example: `"https://wiki.example.org/rules#"`},
	}},
	{name: "format", kind: aMapping, doc: "How files are formatted", keys: []key{
		{name: "tables", kind: aBool, doc: "Align tables", example: "false"},
		{name: "breaks", kind: aBool, doc: "Rules (---) between sections, where most of the file's have them", example: "false"},
	}},
	{name: "summary", kind: aMapping, doc: "The Summary section", keys: []key{
		{name: "maxWords", kind: anInt, doc: "How many words it may have", lo: 1, hi: 10000, example: "80"},
	}},
	{name: "words", kind: aMapping, doc: "Changes to the word lists of the wording rules", keys: []key{
		{name: "weakVerbs", kind: aMapping, doc: "Weak verbs", keys: []key{
			{name: "add", kind: aList, doc: "Words to add", example: "[Touched]"},
			{name: "remove", kind: aList, doc: "Words to take out", example: "[Supported]"},
		}},
		{name: "vagueQuantifiers", kind: aMapping, doc: "Vague quantifiers", keys: []key{
			{name: "add", kind: aList, doc: "Words to add", example: "[heaps]"},
			{name: "remove", kind: aList, doc: "Words to take out", example: "[several]"},
		}},
	}},
}

var severityNames = []string{"off", "hint", "information", "warning", "error"}
