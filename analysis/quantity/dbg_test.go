package quantity

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	for _, s := range strings.Split(os.Getenv("DBG"), "|") {
		r := Read(s)
		fmt.Printf("%s\n  class %d\n", s, r.Class)
		for _, q := range r.Quantities {
			fmt.Printf("  %q %s %v %s/%s %v b%d\n", q.Span.Of(s), q.Kind.Name(), q.Value, q.Unit.Symbol, q.Unit.Dimension, q.Range, q.Bound)
		}
		for _, c := range r.Changes {
			fmt.Printf("  change %q said %d %q stated %d\n", c.Span.Of(s), c.Said, c.SaidSpan.Of(s), len(c.Stated))
			for i := range c.Stated {
				fmt.Printf("    %q says %d speed %v better %v %+v\n", c.Stated[i].Span.Of(s), c.Stated[i].Says, c.Stated[i].Speed, c.Stated[i].Better, c.Check(i))
			}
		}
		for _, c := range r.Courses {
			fmt.Printf("  course %q\n", c.Span.Of(s))
		}
	}
}
