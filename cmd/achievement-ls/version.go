package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// release is set by the linker for a release; a build from source tells its
// version by the module's build information.
var release = ""

func versionCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version, and what it was built from",
		Example: "  achievement-ls version",
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(env.stdout, "achievement-ls %s\n", versionAndBuild())
			return err
		},
	}
}

// version is the release, else the module's version, "devel" where that has none.
func version() string {
	module := ""
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "(devel)" {
		module = info.Main.Version
	}
	return cmp.Or(release, module, "devel")
}

// versionAndBuild is the version with the commit it was built from, where the
// build knows it, the compiler and the system.
func versionAndBuild() string {
	built := []string{runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		if commit := commitOf(info.Settings); commit != "" {
			built = append([]string{commit}, built...)
		}
	}
	return fmt.Sprintf("%s (%s)", version(), strings.Join(built, ", "))
}

// commitOf is the commit of a build from a checkout, and whether that had changes.
func commitOf(settings []debug.BuildSetting) string {
	commit := ""
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision" && len(s.Value) >= 12:
			commit = "commit " + s.Value[:12]
		case s.Key == "vcs.modified" && s.Value == "true" && commit != "":
			commit += " with changes"
		}
	}
	return commit
}
