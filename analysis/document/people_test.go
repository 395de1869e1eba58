package document

import "testing"

func TestPeople(t *testing.T) {
	const section = head + "## Collaboration\n\n"
	tests := []struct{ name, src, want string }{
		{"table", section + "| Person | Role | Their Contribution |\n|---|---|---|\n| Ann Lee | Designer | Drew it |\n", "person Ann Lee|Designer|Drew it"},
		{"other columns", head + "## Team\n\n| Role | Name |\n|---|---|\n| Designer | **Ann Lee** |\n", "person Ann Lee|Designer|"},
		{"columns with decoration", section + "| **Who** | Title | Contribution |\n|---|---|---|\n| Ann Lee | Designer | Drew it |\n", "person Ann Lee|Designer|Drew it"},
		{"unknown columns", section + "| a | b | c |\n|---|---|---|\n| Ann Lee | Designer | Drew it |\n", "person Ann Lee|Designer|Drew it"},
		{"one column", section + "| Person |\n|---|\n| Ann Lee |\n", "person Ann Lee||"},
		{"a row too short", section + "| Person | Role | Their Contribution |\n|---|---|---|\n| Ann Lee |\n", "person Ann Lee||"},
		{"empty rows", section + "| Person | Role | Their Contribution |\n|---|---|---|\n| | | |\n|  |\n", "not person"},
		{"linked name", section + "| Person | Role |\n|---|---|\n| [Ann Lee](mailto:ann@x.org) | Designer |\n", "person Ann Lee|Designer|"},
		{"escaped bar", section + "| Person | Role |\n|---|---|\n| Ann \\| Lee | Designer |\n", "person Ann | Lee|Designer|"},
		{"list with parentheses", head + "## Worked with\n\n- **Ann Lee** (Designer): drew it\n", "person Ann Lee|Designer|drew it"},
		{"list with a comma and dash", head + "## Worked with\n\n- Bo, Nurse — led triage\n", "person Bo|Nurse|led triage"},
		{"list with dashes", head + "## People\n\n- Ann Lee — drew it\n* Bo – led triage\n", "person Ann Lee||drew it\nperson Bo||led triage"},
		{"list with a bold colon", head + "## People\n\n- **Ann Lee:** drew it\n", "person Ann Lee||drew it"},
		{"names only", head + "## Contributors\n\n- Ann Lee\n- Jean-Luc O’Neill\n", "person Ann Lee||\nperson Jean-Luc O’Neill||"},
		{"any script", head + "## People\n\n| Person | Role |\n|---|---|\n| 田中 花子 | 看護師 |\n", "person 田中 花子|看護師|"},
		{"in a quote", section + "> - Ann Lee\n", "not person"},
		{"in another section", head + "## Evidence\n\n| Person | Role |\n|---|---|\n| Ann Lee | Designer |\n", "not person"},
		{"half typed", section + "| Person | Role |\n|---|---|\n| Ann Lee | Des", "person Ann Lee|Des|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { expect(t, "", test.src, test.want) })
	}
}
