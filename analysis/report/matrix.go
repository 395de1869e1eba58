package report

import (
	"slices"
	"strings"

	"achievement-ls/analysis/statistics"
)

// Matrix says how often each name was used in each quarter or year.
type Matrix struct {
	Title string
	Years []Year
	Rows  []Row
	Left  int // how many names it leaves out
}

// Year is a column of a Matrix, or several under one heading.
type Year struct {
	Name     string   // "2026", "FY26", "undated"
	Quarters []string // "Q1"; nil where the year is one column
}

// Tiered reports whether a year has quarters below it.
func (m Matrix) Tiered() bool {
	return slices.ContainsFunc(m.Years, func(y Year) bool { return y.Quarters != nil })
}

// levels is how many shades a number of uses can have.
const levels = 4

// Level is how much a number of uses is of the largest, from 0 to levels.
func (m Matrix) Level(uses int) int {
	most := levels
	for _, r := range m.Rows {
		most = max(most, slices.Max(r.Uses))
	}
	return (uses*levels + most - 1) / most
}

// Columns is how many columns the year has.
func (y Year) Columns() int { return max(1, len(y.Quarters)) }

// Row is a name with its uses in each column.
type Row struct {
	Name  string
	Uses  []int
	Total int
}

const (
	maxColumns = 8
	maxRows    = 12
)

// matrix counts names, of which groups has the most frequent first. Columns are
// quarters, or where these are too many, years.
func matrix(title string, chosen []statistics.Achievement, groups []statistics.Group, names func(statistics.Achievement) []string) Matrix {
	m := Matrix{Title: title}
	var columns []string
	for _, a := range chosen {
		columns = append(columns, a.Quarter())
	}
	slices.Sort(columns)
	columns = slices.Compact(columns)
	yearly := len(columns) > maxColumns
	if yearly {
		for i, c := range columns {
			columns[i], _ = halves(c)
		}
		columns = slices.Compact(columns)
		columns = columns[max(0, len(columns)-maxColumns):]
	}
	for _, c := range columns {
		year, quarter := c, ""
		if !yearly {
			year, quarter = halves(c)
		}
		if n := len(m.Years); n == 0 || m.Years[n-1].Name != year {
			m.Years = append(m.Years, Year{Name: year})
		}
		if quarter != "" {
			y := &m.Years[len(m.Years)-1]
			y.Quarters = append(y.Quarters, quarter)
		}
	}
	m.Left = max(0, len(groups)-maxRows)
	rows := make(map[string]int)
	for _, g := range groups[:len(groups)-m.Left] {
		rows[g.Name] = len(m.Rows)
		m.Rows = append(m.Rows, Row{Name: g.Name, Uses: make([]int, len(columns)), Total: g.Achievements})
	}
	for _, a := range chosen {
		name := a.Quarter()
		if yearly {
			name, _ = halves(name)
		}
		column := slices.Index(columns, name)
		if column < 0 {
			continue
		}
		used := slices.Clone(names(a))
		slices.Sort(used)
		for _, n := range slices.Compact(used) {
			if i, ok := rows[n]; ok {
				m.Rows[i].Uses[column]++
			}
		}
	}
	return m
}

// halves are the year and the quarter of a quarter's name, "2026-Q2"; of
// another name that and "".
func halves(name string) (year, quarter string) {
	if i := strings.LastIndex(name, "-"); i > 0 {
		return name[:i], name[i+1:]
	}
	return name, ""
}
