package template

import "sync"

// Default is the template a workspace has that brings none of its own.
var Default = sync.OnceValue(func() *Template {
	return New(Template{
		Name:       "default",
		Title:      "Achievement",
		Titles:     []string{"Accomplishment"},
		Breaks:     true,
		Parts:      defaultParts,
		Fields:     defaultFields,
		Frameworks: defaultFrameworks,
		Columns:    defaultColumns,
	})
})

var defaultColumns = map[Column][]string{
	Person:       {"Person", "Name", "Who", "People", "Colleague", "Collaborator", "Contributor"},
	PersonRole:   {"Role", "Title", "Position", "Function", "Job"},
	Contribution: {"Their Contribution", "Contribution", "What they did", "Help", "Part", "Notes"},
	When:         {"Date"},
	Link:         {"Link", "Location", "URL", "Where", "Reference", "Source"},
	Kind:         {"Type", "Kind"},
}

var defaultFields = []Field{
	{
		Key: ID, Name: "Achievement ID", Aliases: []string{"ID", "Achievement No", "Accomplishment ID"}, FrontMatter: "id",
		Requirement: Required, Body: "${ACH-XXX}",
		Hint: "The number that reviews cite, `ACH-` and at least three digits, unique in its role",
	},
	{
		Key: Date, Name: "Date", Aliases: []string{"Date achieved", "Achieved", "Completed", "When"}, FrontMatter: "date",
		Requirement: Required, Body: "${YYYY-MM-DD}",
		Hint: "The day it was achieved, as `YYYY-MM-DD`; it decides which review may cite it",
	},
	{
		Key: Role, Name: "Role", Aliases: []string{"Position"}, FrontMatter: "role",
		Requirement: Required, Body: "${ROLE-XXX} - ${[Title]} @ ${[Organisation]}",
		Hint: "The role you held: its ID, the title, the organisation",
	},
	{
		Key: Category, Name: "Category", FrontMatter: "category",
		Requirement: Required, Body: "${[Category]} / ${[Subcategory]}",
		Hint: "Category and subcategory, such as `Technical / Performance`",
	},
	{Key: TagsField, Name: "Tags", Aliases: []string{"Labels", "Keywords"}, FrontMatter: "tags", Body: "${#tag}", Hint: "Tags in kebab-case, which the Tags section may hold as well"},
	{Key: StatusField, Name: "Status", FrontMatter: "status", Body: "${draft}", Hint: "`draft` while the achievement is being written: what is missing is then only hinted at"},
	{Key: TitleField, Name: "Title", FrontMatter: "title", Body: "${[Title]}", Hint: "The achievement's title, where no level-1 heading has it"},
	{Key: TypeField, Name: "Type", FrontMatter: "type", Body: "achievement", Hint: "What the file is: `achievement`, `review`, `role` or `people`"},
	{Key: PeriodField, Name: "Period", Aliases: []string{"Review Period"}, FrontMatter: "period", Body: "${2026-H1}", Hint: "The time a review covers, such as `2026-H1`"},
	{Key: ReviewField, Name: "Used in", Aliases: []string{"Cited in"}, FrontMatter: "used-in", Body: "${[Review file]}", Hint: "The review that cites the achievement, and its number there"},
	{Key: RoleID, Name: "Role ID", FrontMatter: "role-id", Body: "${ROLE-XXX}", Hint: "The number of a role"},
}

var defaultFrameworks = []Framework{
	{Name: "STAR", Keys: []Key{Situation, Task, Action, Result}},
	{Name: "STARR", Keys: []Key{Situation, Task, Action, Result, Reflection}},
	{Name: "STARL", Keys: []Key{Situation, Task, Action, Result, Reflection}},
	{Name: "SAR", Keys: []Key{Situation, Action, Result}},
	{Name: "CAR", Keys: []Key{Situation, Action, Result}},
	{Name: "CARL", Keys: []Key{Situation, Action, Result, Reflection}},
	{Name: "PAR", Keys: []Key{Situation, Action, Result}},
	{Name: "SOAR", Keys: []Key{Situation, Action, Result}},
}

var defaultParts = []Part{
	{
		Key: Summary, Name: "Summary", Aliases: []string{"Overview", "TL;DR", "TLDR", "In brief"}, Class: Section, Level: 2, Requirement: Required,
		Body: "${[One sentence: what you did, for whom, and the figure it changed]}",
		Hint: "One paragraph a reader can take into a review as it is: what you did, for whom, and the figure it changed",
	},
	{
		Key: STAR, Name: "STAR Format",
		Class: Container, Level: 2, Requirement: Required,
		Hint: "Situation, Task, Action and Result: the story behind the summary",
	},
	{
		Key: Situation, Name: "Situation (Context)", Light: "Context (Situation)", Aliases: []string{"Situation", "Context", "Background", "Problem", "Challenge", "Obstacle"}, Class: Star, Level: 3, Parent: STAR, Requirement: Required,
		Body: "- ${[What was the case before, with a figure]}\n- ${[Why it mattered, and to whom]}",
		Hint: "What was the case before you acted, and why it mattered. A figure here is the baseline of your result",
	},
	{
		Key: Task, Name: "Task (Your Responsibility)", Aliases: []string{"Task", "Tasks", "Responsibility", "Responsibilities", "Goal", "Goals", "Objective", "Objectives", "My role"}, Class: Star, Level: 3, Parent: STAR, Requirement: Required,
		Body: "- ${[What you were to achieve, and by when]}",
		Hint: "What you were to achieve, and what was yours alone to answer for",
	},
	{
		Key: Action, Name: "Action (What You Did)", Light: "What I Did (Action)", Aliases: []string{"Action", "Actions", "Approach", "What I did", "Implementation"}, Class: Star, Level: 3, Parent: STAR, Requirement: Required,
		Body: "1. ${[The first thing you did, opening with a verb]}\n2. ${[The next]}",
		Hint: "What you did, step by step, each step opening with a verb of yours: led, measured, negotiated",
	},
	{
		Key: Result, Name: "Result (Quantified Impact)", Light: "Results (Quantified)", Aliases: []string{"Result", "Results", "Impact", "Outcome", "Outcomes"}, Class: Star, Level: 3, Parent: STAR, Requirement: Required,
		Body: "- **${[Metric]}:** ${[Before]} → ${[After]} (${[X]}% ${[improvement]})",
		Hint: "What changed, in figures: before, after, and the difference",
	},
	{
		Key: Reflection, Name: "Reflection", Aliases: []string{"Reflections", "Learning", "Learnings", "Learned", "Lesson", "Lessons"}, Class: Star, Level: 3, Parent: STAR,
		Body: "- ${[What you take from it]}",
		Hint: "What you take from it",
	},
	{
		Key: Evidence, Name: "Evidence", Aliases: []string{"Proof", "Links", "Artifacts", "Artefacts"}, Class: Section, Level: 2, Requirement: Recommended,
		Body: "| Type   | Link/Location | Notes           |\n|--------|---------------|-----------------|\n| ${[Type]} | ${[Link]}        | ${[What it shows]} |",
		Hint: "Where a doubting reader can see it: pull requests, dashboards, documents, messages",
	},
	{
		Key: Skills, Name: "Skills Demonstrated", Aliases: []string{"Skills", "Competencies", "Competences"}, Class: Section, Level: 2, Requirement: Recommended,
		Hint: "The skills this achievement proves you have",
	},
	{Key: TechnicalSkills, Name: "Technical Skills", Aliases: []string{"Technical", "Hard Skills", "Professional Skills"}, Class: Subsection, Level: 3, Parent: Skills, Body: "- ${[Skill]}", Hint: "Skills of your profession"},
	{Key: SoftSkills, Name: "Soft Skills", Aliases: []string{"Interpersonal Skills", "People Skills"}, Class: Subsection, Level: 3, Parent: Skills, Body: "- ${[Skill]}", Hint: "How you worked with others"},
	{Key: Tools, Name: "Tools/Technologies", Aliases: []string{"Tools", "Technologies", "Tools & Technologies", "Tech Stack"}, Class: Subsection, Level: 3, Parent: Skills, Body: "- ${[Tool]}", Hint: "What you worked with"},
	{
		Key: Visibility, Name: "Visibility & Recognition", Aliases: []string{"Visibility", "Recognition"}, Class: Section, Level: 2,
		Hint: "Who knows of it, how it was recognised, where you presented it",
	},
	{Key: WhoKnows, Name: "Who Knows About This?", Aliases: []string{"Who Knows", "Who Knows About It"}, Class: Subsection, Level: 3, Parent: Visibility, Body: "- [ ] ${[Who]}", Hint: "A checklist of those who should know, ticked where they do"},
	{Key: Recognition, Name: "Recognition Received", Aliases: []string{"Recognition", "Awards"}, Class: Subsection, Level: 3, Parent: Visibility, Body: "- [ ] ${[What]}", Hint: "Thanks, praise and awards, ticked where received"},
	{Key: Presentations, Name: "Presentations/Sharing", Aliases: []string{"Presentations", "Sharing", "Talks"}, Class: Subsection, Level: 3, Parent: Visibility, Body: "| Date       | Venue   | Audience   |\n|------------|---------|------------|\n| ${YYYY-MM-DD} | ${[Venue]} | ${[Audience]} |", Hint: "Where and to whom you presented it"},
	{
		Key: Collaboration, Name: "Collaboration", Aliases: []string{"Collaborators", "Contributors", "People", "Team", "Worked with"}, Class: Section, Level: 2, Requirement: Recommended,
		Body: "| Person | Role   | Their Contribution |\n|--------|--------|--------------------|\n| ${[Name]} | ${[Role]} | ${[What they did]}    |",
		Hint: "Who worked on it with you, and what they did: credit given is credit kept",
	},
	{
		Key: Lessons, Name: "Lessons Learned", Aliases: []string{"Learnings", "Reflection", "Retrospective"}, Class: Section, Level: 2,
		Hint: "What worked, what you would do differently, what others can reuse",
	},
	{Key: WorkedWell, Name: "What Worked Well", Aliases: []string{"What went well", "Worked well"}, Class: Subsection, Level: 3, Parent: Lessons, Body: "- ${[What]}", Hint: "What you would do again"},
	{Key: Differently, Name: "What You'd Do Differently", Aliases: []string{"What I'd do differently", "What I would do differently", "What you would do differently", "Do differently"}, Class: Subsection, Level: 3, Parent: Lessons, Body: "- ${[What]}", Hint: "What you would change next time"},
	{Key: Patterns, Name: "Reusable Patterns", Aliases: []string{"Patterns"}, Class: Subsection, Level: 3, Parent: Lessons, Body: "- ${[What]}", Hint: "What others can take over"},
	{
		Key: Tags, Name: "Tags", Aliases: []string{"Labels", "Keywords"}, Class: Section, Level: 2, Requirement: Recommended,
		Body: "- ${#tag}",
		Hint: "Tags to find it by: `#` and lower-case words joined by hyphens",
	},
	{
		Key: ReviewLink, Name: "Link to Review", Aliases: []string{"Reviews", "Used in", "Review"}, Class: Section, Level: 2,
		Body: "**Used in:** ${[Review file]} — Achievement #${X}",
		Hint: "The self-review that cites it, and its number there",
	},
}
