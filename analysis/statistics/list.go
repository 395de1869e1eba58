package statistics

// List is the JSON of a list of achievements, version 1.
type List struct {
	Version      int      `json:"version"`
	Achievements []Listed `json:"achievements"`
}

// Listed is what a list tells of an achievement.
type Listed struct {
	Path     string   `json:"path"` // as shown
	Line     int      `json:"line"` // of the heading, from 1
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Date     string   `json:"date"` // YYYY-MM-DD; "" where there is none
	Role     string   `json:"role"` // as written
	RoleID   string   `json:"roleId"`
	Category string   `json:"category"`
	Summary  string   `json:"summary"` // its first sentence
	Tags     []string `json:"tags"`    // without #
	People   []Person `json:"people"`
	Skills   []string `json:"skills"`
	Tools    []string `json:"tools"`
	// Complete is the share, 0 to 1, of what the form wants that has content.
	Complete   float64 `json:"complete"`
	Quantified bool    `json:"quantified"` // whether Result says a figure
}

// Person is somebody who worked on an achievement, with the role given there.
type Person struct {
	Name string `json:"name"`
	Role string `json:"role,omitempty"`
}

// ListOf is the list of achievements, in their order.
func ListOf(all []Achievement) List {
	out := List{Version: 1, Achievements: []Listed{}}
	for _, a := range all {
		l := Listed{
			Path: a.Path, Line: a.Line, ID: a.ID, Title: a.Title, Date: a.Date.String(), Role: a.Role, RoleID: a.RoleID,
			Category: a.Category, Summary: a.Summary, Tags: orEmpty(a.Tags), People: []Person{}, Skills: orEmpty(a.Skills), Tools: orEmpty(a.Tools),
			Complete: share(a.Complete()), Quantified: a.Quantified,
		}
		for _, p := range a.People {
			l.People = append(l.People, Person(p))
		}
		out.Achievements = append(out.Achievements, l)
	}
	return out
}

// orEmpty is a list that JSON writes as one, though it is nil.
func orEmpty(list []string) []string { return append([]string{}, list...) }
