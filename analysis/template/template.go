// Package template says what an achievement is made of: its sections, fields
// and STAR parts with their names, order, aliases and requirement, the
// frameworks that arrange the parts, and the labels of other languages. All of
// it is data; a workspace may bring its own.
package template

import "regexp"

// Key names a section, subsection, field or STAR part whatever it is called in
// a file.
type Key string

// The sections and subsections of the default template.
const (
	Summary       Key = "summary"
	STAR          Key = "star"
	Evidence      Key = "evidence"
	Skills        Key = "skills"
	Visibility    Key = "visibility"
	Collaboration Key = "collaboration"
	Lessons       Key = "lessons"
	Tags          Key = "tags"
	ReviewLink    Key = "review-link"

	TechnicalSkills Key = "technical-skills"
	SoftSkills      Key = "soft-skills"
	Tools           Key = "tools"
	WhoKnows        Key = "who-knows"
	Recognition     Key = "recognition"
	Presentations   Key = "presentations"
	WorkedWell      Key = "worked-well"
	Differently     Key = "differently"
	Patterns        Key = "patterns"
)

// The STAR parts. Reflection is what STARR and STARL add after the result.
const (
	Situation  Key = "situation"
	Task       Key = "task"
	Action     Key = "action"
	Result     Key = "result"
	Reflection Key = "reflection"
)

// The metadata fields. TagsField, ReviewField, StatusField and TitleField are
// understood, and never required.
const (
	ID          Key = "id"
	Date        Key = "date"
	Role        Key = "role"
	Category    Key = "category"
	TagsField   Key = "tags-field"
	ReviewField Key = "used-in"
	StatusField Key = "status"
	TitleField  Key = "title"
	PeriodField Key = "period"
	TypeField   Key = "type"
	RoleID      Key = "role-id"
)

// Class says what kind of thing a heading or label can name.
type Class uint8

// The classes of Part.
const (
	Section    Class = iota + 1 // stands at the entry's top
	Container                   // the section that holds the STAR parts
	Subsection                  // stands in the section Parent
	Star                        // a STAR part
)

// Requirement says what the absence of a part means.
type Requirement uint8

// The requirement levels.
const (
	Optional Requirement = iota
	Recommended
	Required
)

// Part is a section, subsection or STAR part.
type Part struct {
	Key Key
	// Name is the heading as the template writes it, "Situation (Context)".
	Name string
	// Light is the heading in the light form; "" where it is Name there too.
	Light string
	// Aliases are other names, compared by Normalize.
	Aliases     []string
	Class       Class
	Level       int // heading level in the template
	Parent      Key // the section it stands in; "" for the entry itself
	Requirement Requirement
	// Body is what the template puts below the heading, a pattern as
	// text.NewEdit takes it, without leading or final line ending. Of a part
	// that has none New makes it: of its subsections, else of its name.
	Body string
	// Hint is one sentence about what belongs there.
	Hint string
}

// Field is a metadata field.
type Field struct {
	Key         Key
	Name        string // as the template writes it, "Achievement ID"
	Aliases     []string
	FrontMatter string // its key in YAML front matter
	Requirement Requirement
	Body        string // pattern of the value
	Hint        string
}

// Column is what a table's column holds, whatever its header calls it.
type Column string

// The columns that are understood.
const (
	Person       Column = "person"       // who took part
	PersonRole   Column = "role"         // what they are
	Contribution Column = "contribution" // what they did
	When         Column = "date"         // the day of a presentation
	Link         Column = "link"         // where evidence is found
	Kind         Column = "kind"         // what evidence is
)

// Framework is a way to arrange STAR parts, known by its name in a heading
// ("CAR Format") or by the labels used.
type Framework struct {
	Name string // "STAR", "CARL"
	Keys []Key  // in order; those without Task never miss one
}

// Template is a set of parts, fields and frameworks in their order. It is
// immutable once made by New.
type Template struct {
	// Name is that of the built-in template it is or extends; "" for one of a
	// workspace's own.
	Name       string
	Parts      []Part
	Fields     []Field
	Frameworks []Framework
	// Title is the word that the level-1 heading starts with, before a colon:
	// "Achievement"; "" for one that starts with the title itself.
	Title string
	// Titles are other words that mean the same.
	Titles []string
	// Columns are the names that tables' headers have for what they hold.
	Columns map[Column][]string
	// Rules between sections ("---").
	Breaks bool

	names   map[string][]Match // normalised name → what it may mean
	fields  map[string]*Field
	parts   map[Key]*Part
	columns map[string]map[Column]bool
	stops   map[string]bool
	prompts map[Key][]string
	opening *regexp.Regexp
	number  *regexp.Regexp
}
