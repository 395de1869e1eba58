package quantity

import "testing"

func TestReadsTheExampleOfTheFormat(t *testing.T) {
	src := "Latency 2.5s → 1.5s (45% reduction)"
	r := Read(src)
	if len(r.Changes) != 1 || len(r.Changes[0].Stated) != 1 {
		t.Fatalf("changes of %q: %+v", src, r.Changes)
	}
	c := &r.Changes[0]
	if v := c.Check(0); v.Possible {
		t.Errorf("%q is not contradicted", src)
	}
	if got, want := c.Explain(src, 0), "2.5s → 1.5s is a 40% reduction, not 45%"; got != want {
		t.Errorf("Explain: got %q, want %q", got, want)
	}
	if got, want := c.Describe(src), "duration, 2.5s → 1.5s, −40 %"; got != want {
		t.Errorf("Describe: got %q, want %q", got, want)
	}
	if got, want := c.Stated[0].Figure(src, c.Check(0).Right), "40%"; got != want {
		t.Errorf("Figure: got %q, want %q", got, want)
	}
}
