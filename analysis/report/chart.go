package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/go-analyze/charts/chartdraw"

	"achievement-ls/analysis/calendar"
)

// canvas draws a picture whose colours and type are the page's: its elements
// have classes and no style of their own.
type canvas struct{ chartdraw.Renderer }

func newCanvas(width, height int) canvas { return canvas{chartdraw.SVG(width, height)} }

func (c canvas) rect(class string, x, y, width, height int) {
	if height <= 0 {
		return
	}
	c.SetClassName(class)
	c.MoveTo(x, y)
	c.LineTo(x+width, y)
	c.LineTo(x+width, y+height)
	c.LineTo(x, y+height)
	c.Close()
	c.Fill()
}

func (c canvas) line(class string, x1, y1, x2, y2 int) {
	c.SetClassName(class)
	c.MoveTo(x1, y1)
	c.LineTo(x2, y2)
	c.Stroke()
}

func (c canvas) dot(class string, radius float64, x, y int) {
	c.SetClassName(class)
	c.Circle(radius, x, y)
	c.FillStroke()
}

func (c canvas) text(class, words string, x, y int) {
	c.SetClassName(class)
	c.Text(words, x, y)
}

// svg is the picture. The renderer has escaped every text in it.
func (c canvas) svg() (template.HTML, error) {
	var out strings.Builder
	if err := c.Save(&out); err != nil {
		return "", fmt.Errorf("drawing a chart: %w", err)
	}
	return template.HTML(out.String()), nil
}

// The columns' picture, in units of its own.
const (
	chartWidth  = 400
	chartHeight = 190
	chartTop    = 22
	chartBottom = 148 // where the columns stand
	chartLeft   = 4
)

// column is one of a chart: of Whole, Part is filled.
type column struct {
	name        string // of a quarter
	part, whole float64
	label       string
}

// columns draws a column for each of list, as high as its whole is of most.
func columns(list []column, most float64) (template.HTML, error) {
	c := newCanvas(chartWidth, chartHeight)
	step := (chartWidth - 2*chartLeft) / len(list)
	width := min(44, step*3/5)
	last := ""
	for i, one := range list {
		x := chartLeft + i*step + (step-width)/2
		height := func(value float64) int { return int(value / most * (chartBottom - chartTop)) }
		whole, part := height(one.whole), height(one.part)
		c.rect("rest", x, chartBottom-whole, width, whole-part)
		c.rect("part", x, chartBottom-part, width, part)
		if len(list) <= maxLabels {
			c.text("value", one.label, x+width/2, chartBottom-whole-6)
		}
		year, quarter := halves(one.name)
		if quarter == "" {
			year, quarter = "", year
		}
		if len(list) <= maxLabels {
			c.text("tick", quarter, x+width/2, chartBottom+17)
		}
		// A year of one or two columns among many has no room for its name.
		room := len(list) <= maxLabels || i+2 < len(list) && strings.HasPrefix(list[i+2].name, year+"-")
		if year != last && year != "" && room {
			c.text("tick", year, max(x+width/2, chartLeft+14), chartBottom+34)
		}
		last = year
	}
	c.line("axis", 0, chartBottom, chartWidth, chartBottom)
	return c.svg()
}

// maxLabels is how many columns have room for a label each.
const maxLabels = 12

// counts shows how many achievements each quarter has, and how many of them
// have a figure.
func (r *Report) counts() (template.HTML, error) {
	var list []column
	most := 1
	for _, q := range r.charted() {
		most = max(most, q.Achievements)
		list = append(list, column{q.Name, float64(q.Figures), float64(q.Achievements), fmt.Sprint(q.Achievements)})
	}
	return columns(list, float64(most))
}

// completeness shows how complete the achievements of each quarter are.
func (r *Report) completeness() (template.HTML, error) {
	var list []column
	for _, q := range r.charted() {
		one := column{name: q.Name}
		if q.Achievements > 0 {
			one.part, one.whole, one.label = q.Complete, 1, percent(q.Complete)
		}
		list = append(list, one)
	}
	return columns(list, 1)
}

// charted are the quarters that a chart has room for, the last ones.
func (r *Report) charted() []Quarter { return r.Quarters[max(0, len(r.Quarters)-maxQuarters):] }

// The timeline's picture.
const (
	lineWidth  = 920
	lineLeft   = 190
	laneHeight = 34
	lanesTop   = 34
	maxLanes   = 6
)

// lanes shows the achievements by date, those of one category in a lane; "" for
// fewer than two dates.
func (r *Report) lanes() (template.HTML, error) {
	var first, last calendar.Date
	var names []string
	uses := make(map[string]int)
	for _, a := range r.Achievements {
		if !a.Date.IsZero() {
			first, last = cmp.Or(first, a.Date), a.Date
			name := lane(a)
			if uses[name]++; uses[name] == 1 {
				names = append(names, name)
			}
		}
	}
	if first == last {
		return "", nil
	}
	slices.SortStableFunc(names, func(a, b string) int { return cmp.Compare(uses[b], uses[a]) })
	if len(names) > maxLanes {
		names = append(names[:maxLanes-1:maxLanes-1], "others")
	}
	bottom := lanesTop + len(names)*laneHeight
	c := newCanvas(lineWidth, bottom+6)
	start := calendar.Date{Year: first.Year, Month: first.Month, Day: 1}
	days := last.EndOfMonth().Time().Sub(start.Time()).Hours() / 24
	at := func(d calendar.Date) int {
		return lineLeft + 10 + int(d.Time().Sub(start.Time()).Hours()/24/days*(lineWidth-lineLeft-20))
	}
	// A line every month, every quarter or every year, as there is room.
	step := 1
	for _, n := range []int{3, 12, 60, 240} {
		if days/30/float64(step) > 14 {
			step = n
		}
	}
	for d := start; !d.After(last); d = calendar.Of(d.Time().AddDate(0, 1, 0)) {
		if (d.Year*12+int(d.Month)-1)%step != 0 {
			continue
		}
		label := fmt.Sprintf("%.3s", d.Month)
		if step >= 12 {
			label = fmt.Sprint(d.Year)
		} else if d.Month == 1 || d == start {
			label += fmt.Sprintf(" %d", d.Year)
		}
		c.line("grid", at(d), lanesTop-8, at(d), bottom)
		c.text("tick start", label, at(d)+4, lanesTop-12)
	}
	for i, name := range names {
		y := lanesTop + i*laneHeight
		c.line("grid", 0, y+laneHeight, lineWidth, y+laneHeight)
		c.text("lane", cut(name, 24), 0, y+laneHeight/2+5)
	}
	for _, a := range r.Achievements {
		if a.Date.IsZero() {
			continue
		}
		i := slices.Index(names, lane(a))
		if i < 0 {
			i = len(names) - 1
		}
		class, radius := "dot", 6.0
		if !a.Quantified {
			class, radius = "dot open", 5
		}
		c.dot(class, radius, at(a.Date), lanesTop+i*laneHeight+laneHeight/2)
	}
	return c.svg()
}

// lane is the first level of an achievement's category.
func lane(a Achievement) string {
	top, _, _ := strings.Cut(a.Category, "/")
	return cmp.Or(strings.TrimSpace(top), "no category")
}
