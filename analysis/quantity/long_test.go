package quantity

import (
	"reflect"
	"strings"
	"testing"
)

// TestLong reads a text of many pieces as its lines are read by themselves.
func TestLong(t *testing.T) {
	line := "Boarding went from 5.0h to 3.0h (40% reduction), in steps of 10% → 20% → 40%\n"
	src := strings.Repeat(line, 3*piece/len(line))
	all := Read(src)
	for i := range all.Quantities {
		if got, want := all.Quantities[i].Span.Of(src), Read(line).Quantities[i%6].Span.Of(line); got != want {
			t.Fatalf("quantity %d: got %q, want %q", i, got, want)
		}
	}
	lines := strings.Count(src, "\n")
	if len(all.Changes) != lines || len(all.Courses) != lines || all.Class != Quantified {
		t.Fatalf("got %d changes and %d courses of %d lines", len(all.Changes), len(all.Courses), lines)
	}
	last := all.Changes[lines-1]
	if got, want := last.Span.Of(src), Read(line).Changes[0].Span.Of(line); got != want {
		t.Errorf("last change: got %q, want %q", got, want)
	}
	if got := last.Stated[0].SaysSpan.Of(src); got != "reduction" {
		t.Errorf("last word: got %q", got)
	}
	if course := all.Courses[lines-1]; !reflect.DeepEqual(course.Values, all.Quantities[len(all.Quantities)-3:]) {
		t.Errorf("last course: got %+v", course)
	}
}
