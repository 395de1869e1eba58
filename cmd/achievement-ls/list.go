package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"net/url"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
)

func listCommand(env environment) *cobra.Command {
	var chosen criteria
	var format string
	c := &cobra.Command{
		Use:   "list [PATH…]",
		Short: "List achievements",
		Long: `List prints the achievements below each PATH, the current folder by default, by
date. A flag that is given several times takes what fits one of its values; of
several flags all must fit.`,
		Example: `  achievement-ls list
  achievement-ls list --period 2026-H1 --role ROLE-002
  achievement-ls list --tag mentoring --person 'Ines Calder' career
  achievement-ls list --format csv >achievements.csv`,
		RunE: func(_ *cobra.Command, paths []string) error {
			write := listFormat(format)
			if write == nil {
				return fmt.Errorf("list: --format is %q, use table, json, csv or markdown", format)
			}
			return withAchievements(env, "list", chosen, paths, write)
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table, json, csv or markdown")
	chosen.flags(c)
	complete(c, "format", "table", "json", "csv", "markdown")
	return c
}

// withAchievements prints the achievements chosen below paths, and says what
// could not be read, as the command of that name.
func withAchievements(env environment, command string, chosen criteria, paths []string, write func(io.Writer, []achievement) error) error {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	bar := newProgress(env)
	c := &career{today: env.today(), progress: bar}
	c.load(paths)
	bar.end()
	found, err := chosen.choose(c.achievements())
	if err != nil {
		return fmt.Errorf("%s: %w", command, err)
	}
	if err := write(env.stdout, found); err != nil {
		return fmt.Errorf("%s: printing: %w", command, err)
	}
	c.complain(env, command)
	if len(c.problems) > 0 {
		return exitStatus(exitError)
	}
	return nil
}

func listFormat(format string) func(io.Writer, []achievement) error {
	switch format {
	case "table":
		return listTable
	case "json":
		return listJSON
	case "csv":
		return listCSV
	case "markdown":
		return listMarkdown
	}
	return nil
}

func listTable(w io.Writer, all []achievement) error {
	if len(all) == 0 {
		_, err := fmt.Fprintln(w, "no achievement found")
		return err
	}
	rows := [][]string{{"DATE", "ID", "TITLE", "ROLE", "CATEGORY"}}
	for _, a := range all {
		rows = append(rows, []string{a.Date.String(), a.ID, a.title(), a.RoleID, a.Category})
	}
	return writeTable(w, rows)
}

// The JSON of list, version 1.
type (
	jsonList struct {
		Version      int               `json:"version"`
		Achievements []jsonAchievement `json:"achievements"`
	}
	jsonAchievement struct {
		Path     string       `json:"path"` // relative to the current folder
		Line     int          `json:"line"` // of the heading, from 1
		ID       string       `json:"id"`
		Title    string       `json:"title"`
		Date     string       `json:"date"` // YYYY-MM-DD; "" where there is none
		Role     string       `json:"role"` // as written
		RoleID   string       `json:"roleId"`
		Category string       `json:"category"`
		Summary  string       `json:"summary"` // its first sentence
		Tags     []string     `json:"tags"`    // without #
		People   []jsonPerson `json:"people"`
		Skills   []string     `json:"skills"`
		Tools    []string     `json:"tools"`
		// Complete is the share, 0 to 1, of what the form wants that has content.
		Complete   float64 `json:"complete"`
		Quantified bool    `json:"quantified"` // whether Result says a figure
	}
	jsonPerson struct {
		Name string `json:"name"`
		Role string `json:"role,omitempty"`
	}
)

func listJSON(w io.Writer, all []achievement) error {
	out := jsonList{Version: 1, Achievements: []jsonAchievement{}}
	for _, a := range all {
		j := jsonAchievement{
			Path: a.file.shown, Line: a.line(), ID: a.ID, Title: a.Title, Date: a.Date.String(), Role: a.Role, RoleID: a.RoleID,
			Category: a.Category, Summary: a.Summary, Tags: orEmpty(a.Tags), People: []jsonPerson{}, Skills: orEmpty(a.Skills), Tools: orEmpty(a.Tools),
			Complete: share(a.complete()), Quantified: a.Quantified,
		}
		for _, p := range a.People {
			j.People = append(j.People, jsonPerson(p))
		}
		out.Achievements = append(out.Achievements, j)
	}
	return encodeJSON(w, out)
}

// orEmpty is a list that JSON writes as one, though it is nil.
func orEmpty(list []string) []string { return append([]string{}, list...) }

// share is a share to three digits.
func share(x float64) float64 { return math.Round(x*1000) / 1000 }

func listCSV(w io.Writer, all []achievement) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"path", "line", "id", "title", "date", "role", "category", "tags", "people", "skills", "tools", "complete", "quantified"}}
	for _, a := range all {
		var people []string
		for _, p := range a.People {
			people = append(people, p.Name)
		}
		list := func(list []string) string { return strings.Join(list, "; ") }
		rows = append(rows, []string{
			a.file.shown, strconv.Itoa(a.line()), a.ID, a.Title, a.Date.String(), a.Role, a.Category, list(a.Tags), list(people), list(a.Skills), list(a.Tools),
			strconv.FormatFloat(share(a.complete()), 'f', -1, 64), strconv.FormatBool(a.Quantified),
		})
	}
	return out.WriteAll(rows)
}

func listMarkdown(w io.Writer, all []achievement) error {
	fmt.Fprintln(w, "| Date | ID | Achievement | Role | Category |")
	fmt.Fprintln(w, "| --- | --- | --- | --- | --- |")
	for _, a := range all {
		target := (&url.URL{Path: a.file.shown}).EscapedPath()
		target = strings.NewReplacer("(", "%28", ")", "%29").Replace(target)
		title := strings.NewReplacer("[", `\[`, "]", `\]`).Replace(markdownCell.Replace(a.title()))
		_, err := fmt.Fprintf(w, "| %s | %s | [%s](%s) | %s | %s |\n", a.Date, markdownCell.Replace(a.ID), title, target, markdownCell.Replace(a.Role), markdownCell.Replace(a.Category))
		if err != nil {
			return err
		}
	}
	return nil
}
