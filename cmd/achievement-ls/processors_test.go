package main

import (
	"slices"
	"testing"
)

func TestProcessors(t *testing.T) {
	var set []int
	gomaxprocs := func(n int) int { set = append(set, n); return 4 }
	p := newProcessors(gomaxprocs)
	reading := p.spread()
	checking := p.spread()
	reading()
	checking()
	p.spread()()
	if want := []int{1, 4, 1, 4, 1}; !slices.Equal(set, want) {
		t.Errorf("the processors were set to %v, expected %v", set, want)
	}
}
