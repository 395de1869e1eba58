package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release is set by the linker for a release; a build from source tells its
// version by the module's build information.
var release = ""

func versionCommand(env environment) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  achievement-ls version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(env.stdout, "achievement-ls %s\n", version())
			return err
		},
	}
}

// version is the release, else the module's version, and the commit of a build
// from a checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	v := release
	if v == "" && ok {
		v = info.Main.Version
	}
	if v == "" || v == "(devel)" {
		v = "devel"
	}
	commit := ""
	if ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				commit = s.Value[:12]
			}
		}
	}
	if commit != "" && v == "devel" {
		return v + " (" + commit + ")"
	}
	return v
}
