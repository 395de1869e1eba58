package main

import (
	"strings"
	"testing"
)

func TestEndsSoon(t *testing.T) {
	for line, want := range map[string]bool{"check career": true, "list --format json": true, "": true, "serve --stdio": false, "check --watch career": false} {
		if got := endsSoon(strings.Fields(line)); got != want {
			t.Errorf("%q ends soon: %t", line, got)
		}
	}
}

func TestGCPercent(t *testing.T) {
	for live, want := range map[int]int{0: 100, 1 << 20: 100, 4 << 20: 200, 16 << 20: 200, 32 << 20: 100, 64 << 20: 50, 1 << 30: 50} {
		if got := gcPercent(live); got != want {
			t.Errorf("with %d MiB live: %d %%, expected %d %%", live>>20, got, want)
		}
	}
}
