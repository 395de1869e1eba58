package completion

import (
	"strings"
	"testing"
)

func TestLinks(t *testing.T) {
	const (
		prose  = head + "## Summary\n\n"
		review = "@ roles/ROLE-001-Co/reviews/2025-H2-Self-Review.md\n# Self-Review: 2025-H2\n\n"
		queue  = "ACH-002-Queue.md"
	)
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"the folder's own first, then the role's", prose + "See [it]($0)\n", []string{
			"ACH-001-Cache.md", queue, "../onboarding.md", "../reviews/2025-H2-Self-Review.md", "../reviews/2026-H1-Self-Review.md",
			"../../ROLE-002-Org/achievements/ACH-001-Ward.md", "../../ROLE-002-Org/achievements/ACH-003-Shift.md",
		}},
		{"half typed", prose + "See [it](ACH-002$0)\n", []string{queue}},
		{"by the title", prose + "See [it](shorter$0)\n", []string{queue}},
		{"up a folder", prose + "See [it](../on$0)\n", []string{"../onboarding.md"}},
		{"in this folder", prose + "See [it](./ACH-002$0)\n", []string{queue}},
		{"from the workspace folder", prose + "See [it](/roles/ROLE-001-Co/onb$0)\n", []string{"/roles/ROLE-001-Co/onboarding.md"}},
		{"in a review those of its period first", review + "1. [Queue]($0)\n", []string{"../achievements/ACH-002-Queue.md", "…"}},
		{"a file's headings", prose + "See [it](../onboarding.md#$0)\n", []string{"#onboarding-developer--co"}},
		{"a heading half typed", prose + "See [it](ACH-002-Queue.md#soft$0)\n", nil},
		{"its own headings", prose + "See [it](#sum$0)\n", []string{"#summary"}},
		{"headings of a file that is not there", prose + "See [it](none.md#$0)\n", nil},
		{"a link in Evidence", head + "## Evidence\n\n| Type | Link |\n|---|---|\n| PR | [x](ACH-002$0) |\n", []string{queue}},
		{"an address", prose + "See [it](https://$0)\n", nil},
		{"a picture where nobody can tell of any", prose + "See ![it]($0)\n", nil},
		{"a title behind the destination", prose + "See [it](a.md \"$0\")\n", nil},
		{"parentheses that are no link's", prose + "See it ($0)\n", nil},
		{"a link in code", prose + "See `[it]($0)`\n", nil},
		{"a link in a quote", prose + "> See [it]($0)\n", nil},
		{"a document of another kind", "@ README.md\n# Readme\n\nSee [it]($0)\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, prose+"See [it](ACH$0\n", queue, prose+"See [it](ACH-002-Queue.md)\n")
	accept(t, prose+"See [it]($0 and more\n", queue, prose+"See [it](ACH-002-Queue.md) and more\n")
	accept(t, prose+"See [it](AC$0H-001-Cache.md#summary \"A title\").\n", queue, prose+"See [it](ACH-002-Queue.md#summary \"A title\").\n")
	accept(t, prose+"See [it](./AC$0)\n", queue, prose+"See [it](./ACH-002-Queue.md)\n")
	accept(t, prose+"See [it](ACH-002-Queue.md#ta$0)\n", "#tags", prose+"See [it](ACH-002-Queue.md#tags)\n")
	accept(t, prose+"See [it](ACH-002-Queue.md#$0tags)\n", "#evidence", prose+"See [it](ACH-002-Queue.md#evidence)\n")
}

// What else lies beside a file is linked to by its path, folder by folder.
func TestLinksToOtherFiles(t *testing.T) {
	lies := map[string][]string{
		"roles/ROLE-001-Co/achievements":         {".cache", "ACH-001-Cache.md", "board (1).PNG", "figures/", "notes.txt"},
		"roles/ROLE-001-Co/achievements/figures": {"night.svg", "night.csv"},
		"roles/ROLE-001-Co":                      {"achievements/", "reviews/", "letter.pdf"},
		"shared":                                 {"a|b.pdf"},
	}
	const prose = head + "## Summary\n\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"behind the markdown files", prose + "See [it](n$0)\n", []string{"notes.txt"}},
		{"a folder", prose + "See [it](fig$0)\n", []string{"figures/"}},
		{"a folder's files", prose + "See [it](figures/$0)\n", []string{"figures/night.svg", "figures/night.csv"}},
		{"up a folder", prose + "See [it](../let$0)\n", []string{"../letter.pdf"}},
		{"from the workspace folder", prose + "See [it](/shared/$0)\n", []string{"/shared/a%7Cb.pdf"}},
		{"an image's pictures and folders alone", prose + "![it]($0)\n", []string{"board%20%281%29.PNG", "figures/"}},
		{"an image below", prose + "![it](figures/$0)\n", []string{"figures/night.svg"}},
		{"an address", prose + "See [it](https://figures/$0)\n", nil},
		{"in this folder", prose + "See [it](./not$0)\n", []string{"notes.txt"}},
		{"a review that uses it", head + "## Link to Review\n\n**Used in:** [x](not$0)\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := at(t, c.src)
			in.Files = func(folder string) []string { return lies[folder] }
			checkIn(t, in, c.src, c.want...)
		})
	}
}

func TestWikiLinks(t *testing.T) {
	const prose = head + "## Summary\n\n"
	for _, c := range []struct {
		name, src string
		want      []string
	}{
		{"files by their names", prose + "See [[$0]]\n", []string{"ACH-001-Cache", "ACH-002-Queue", "onboarding", "…"}},
		{"half typed", prose + "See [[ACH-002$0]]\n", []string{"ACH-002-Queue"}},
		{"by the title", prose + "See [[ward hand$0\n", []string{"ACH-001-Ward"}},
		{"a file's headings", prose + "See [[ACH-002-Queue#Evi$0]]\n", []string{"Evidence"}},
		{"its own headings", prose + "See [[#Sum$0]]\n", []string{"Summary"}},
		{"what is shown in its place", prose + "See [[ACH-002-Queue|$0]]\n", nil},
		{"behind it", prose + "See [[ACH-002-Queue]] $0\n", nil},
		{"in code", prose + "See `[[$0]]`\n", nil},
		{"among the fields", "# Achievement: D\n\n**Role:** [[$0]]\n", nil},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, c.src, c.want...) })
	}
	accept(t, prose+"See [[que$0 and more\n", "ACH-002-Queue", prose+"See [[ACH-002-Queue]] and more\n")
	accept(t, prose+"See [[AC$0H-001-Cache#Tags|it]]\n", "ACH-002-Queue", prose+"See [[ACH-002-Queue#Tags|it]]\n")
	accept(t, prose+"See [[ACH-002-Queue#T$0]]\n", "Tags", prose+"See [[ACH-002-Queue#Tags]]\n")
}

// A destination is written so that nothing in it ends the link or a cell.
func TestLinkToAFileWithSigns(t *testing.T) {
	src := head + "## Evidence\n\n| Type | Link |\n|---|---|\n| PR | [x](Odd$0) |\n"
	in := at(t, src)
	in.Workspace = in.Workspace.With(factsOf("roles/ROLE-001-Co/achievements/Odd (1) a|b #2.md", "# Odd\n\n## One\n"))
	const link = "Odd%20%281%29%20a%7Cb%20%232.md"
	checkIn(t, in, src, link)
	again := at(t, strings.Replace(src, "Odd$0", link+"#$0", 1))
	again.Workspace = in.Workspace
	checkIn(t, again, "its headings", "#odd", "#one")
}

// Of two files of one name the farther is named by its path.
func TestWikiLinkToTheFartherFile(t *testing.T) {
	src := head + "## Summary\n\nSee [[onb$0]]\n"
	in := at(t, src)
	in.Workspace = in.Workspace.With(factsOf("roles/ROLE-002-Org/onboarding.md", "# Onboarding: Nurse @ Org\n"))
	checkIn(t, in, src, "onboarding", "roles/ROLE-002-Org/onboarding")
}
