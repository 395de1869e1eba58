package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"achievement-ls/analysis/statistics"
	"achievement-ls/analysis/text"
)

func listCommand(env environment) *cobra.Command {
	var chosen selection
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
			return chosen.print(env, "list", paths, func(w io.Writer, c *career, all []statistics.Achievement) error {
				if format == "table" && c.nothingRead() {
					return nil
				}
				return write(w, all)
			})
		},
	}
	c.Flags().StringVar(&format, "format", "table", "table, json, csv or markdown")
	chosen.flags(c)
	complete(c, "format", "table", "json", "csv", "markdown")
	return c
}

func listFormat(format string) func(io.Writer, []statistics.Achievement) error {
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

func listTable(w io.Writer, all []statistics.Achievement) error {
	if len(all) == 0 {
		_, err := fmt.Fprintln(w, "no achievement found")
		return err
	}
	rows := [][]string{{"DATE", "ID", "TITLE", "ROLE", "CATEGORY"}}
	for _, a := range all {
		rows = append(rows, []string{a.Date.String(), a.ID, a.Name(), cmp.Or(a.RoleID, a.Role), a.Category})
	}
	_, err := io.WriteString(w, text.Columns(rows))
	return err
}

func listJSON(w io.Writer, all []statistics.Achievement) error {
	return encodeJSON(w, statistics.ListOf(all))
}

func listCSV(w io.Writer, all []statistics.Achievement) error {
	out := csv.NewWriter(w)
	rows := [][]string{{"path", "line", "id", "title", "date", "role", "category", "tags", "people", "skills", "tools", "complete", "quantified"}}
	for _, l := range statistics.ListOf(all).Achievements {
		var people []string
		for _, p := range l.People {
			people = append(people, p.Name)
		}
		list := func(list []string) string { return strings.Join(list, "; ") }
		rows = append(rows, []string{
			l.Path, strconv.Itoa(l.Line), l.ID, l.Title, l.Date, l.Role, l.Category, list(l.Tags), list(people), list(l.Skills), list(l.Tools),
			strconv.FormatFloat(l.Complete, 'f', -1, 64), strconv.FormatBool(l.Quantified),
		})
	}
	return out.WriteAll(rows)
}

func listMarkdown(w io.Writer, all []statistics.Achievement) error {
	fmt.Fprintln(w, "| Date | ID | Achievement | Role | Category |")
	fmt.Fprintln(w, "| --- | --- | --- | --- | --- |")
	for _, a := range all {
		target := (&url.URL{Path: a.Path}).String() // with ./ where a colon would make it a scheme
		target = strings.NewReplacer("(", "%28", ")", "%29").Replace(target)
		_, err := fmt.Fprintf(w, "| %s | %s | [%s](%s) | %s | %s |\n", a.Date, tableCell(a.ID), tableCell(a.Name()), target, tableCell(a.Role), tableCell(a.Category))
		if err != nil {
			return err
		}
	}
	return nil
}

// tableCell is a writer's text as a cell of a table.
func tableCell(s string) string { return text.Cell(text.Escape(s)) }
