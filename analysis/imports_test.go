package analysis_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "achievement-ls/"

// layers are the packages of analysis from the one that imports most to the one
// that imports least, as docs/architecture.md lists them from its end to its
// start. A package imports only what stands after it.
func layers(t *testing.T) []string {
	t.Helper()
	b, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, list, ok := strings.Cut(string(b), "\nanalysis/")
	if !ok {
		t.Fatal("docs/architecture.md has no list of the packages of analysis")
	}
	var names []string
	for line := range strings.Lines(list[strings.IndexByte(list, '\n')+1:]) {
		if !strings.HasPrefix(line, "  ") {
			break
		}
		name, _, _ := strings.Cut(strings.TrimSpace(line), "/")
		names = append(names, name)
	}
	slices.Reverse(names)
	return names
}

// goList gives, for each package that matches, what list's template says of it.
func goList(t *testing.T, template, pattern string) []string {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", template, pattern)
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %s: %v", pattern, err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// Within analysis, imports run one way: from later to earlier in the list of
// docs/architecture.md.
func TestLayers(t *testing.T) {
	order := layers(t)
	place := func(pkg string) int {
		name, _, _ := strings.Cut(strings.TrimPrefix(pkg, module+"analysis/"), "/")
		return slices.Index(order, name)
	}
	listed := make(map[string]bool)
	for _, line := range goList(t, `{{.Name}} {{.ImportPath}} {{join .Imports " "}}`, "./analysis/...") {
		name, rest, _ := strings.Cut(line, " ")
		pkg, imports, _ := strings.Cut(rest, " ")
		if name == "main" || !strings.HasPrefix(pkg, module+"analysis/") {
			continue // a tool that nothing imports, and the folder of this test
		}
		from := place(pkg)
		if from < 0 {
			t.Errorf("%s is missing from the list in docs/architecture.md", pkg)
			continue
		}
		listed[order[from]] = true
		for _, imported := range strings.Fields(imports) {
			if !strings.HasPrefix(imported, module+"analysis/") {
				continue
			}
			// A package and those in its folder are one layer.
			if to := place(imported); to < from {
				t.Errorf("%s imports %s, which docs/architecture.md lists after it", pkg, imported)
			}
		}
	}
	for _, name := range order {
		if !listed[name] {
			t.Errorf("docs/architecture.md lists analysis/%s, which is no package", name)
		}
	}
}

// analysis and completion know no protocol, no logger, no clock and no watching
// of files, not through others either.
func TestPure(t *testing.T) {
	foreign := []string{"go.lsp.dev/", "go.uber.org/zap", module + "server", module + "cmd", "github.com/fsnotify/"}
	for _, pattern := range []string{"./analysis/...", "./completion/..."} {
		for _, line := range goList(t, `{{.ImportPath}} {{join .Deps " "}}`, pattern) {
			pkg, deps, _ := strings.Cut(line, " ")
			for _, dep := range strings.Fields(deps) {
				for _, f := range foreign {
					if strings.HasPrefix(dep, f) {
						t.Errorf("%s reaches %s", pkg, dep)
					}
				}
				if strings.HasPrefix(pkg, module+"analysis") && strings.HasPrefix(dep, module+"completion") {
					t.Errorf("%s reaches %s", pkg, dep)
				}
			}
		}
	}
}

// Only cmd imports server.
func TestNothingImportsServer(t *testing.T) {
	for _, line := range goList(t, `{{.ImportPath}} {{join .Imports " "}}`, "./...") {
		pkg, imports, _ := strings.Cut(line, " ")
		for _, imported := range strings.Fields(imports) {
			if strings.HasPrefix(imported, module+"server") && !strings.HasPrefix(pkg, module+"cmd/") && !strings.HasPrefix(pkg, module+"server") {
				t.Errorf("%s imports %s", pkg, imported)
			}
		}
	}
}

// The day is given to analysis and completion: they read no clock.
func TestNoClock(t *testing.T) {
	for _, dir := range []string{".", "../completion"} {
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			for _, clock := range []string{"time.Now(", "time.Since(", "time.After(", "time.Sleep(", "time.Tick("} {
				if strings.Contains(string(src), clock) {
					t.Errorf("%s calls %s)", path, clock)
				}
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}
