package main

import (
	"runtime/debug"
	"testing"
)

func TestCommitOf(t *testing.T) {
	const revision = "33f87de0c1b2a3d4e5f60718293a4b5c6d7e8f90"
	for _, test := range []struct {
		settings []debug.BuildSetting
		want     string
	}{
		{nil, ""},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: "?"}, {Key: "vcs.modified", Value: "true"}}, ""},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.modified", Value: "false"}}, "commit 33f87de0c1b2"},
		{[]debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.modified", Value: "true"}}, "commit 33f87de0c1b2 with changes"},
	} {
		if got := commitOf(test.settings); got != test.want {
			t.Errorf("of %v it is %q, want %q", test.settings, got, test.want)
		}
	}
}
