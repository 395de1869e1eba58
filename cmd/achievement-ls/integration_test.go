package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// hooks are what pre-commit reads of the repository.
type hook struct {
	ID, Entry, Language, Files string
	RequireSerial              bool `yaml:"require_serial"`
}

// The hooks take the files they should, and their commands do what they say.
func TestPreCommitHooks(t *testing.T) {
	var hooks []hook
	unmarshalFile(t, "../../.pre-commit-hooks.yaml", &hooks)
	const faulty = "# Achievement: Lent 40 seed bags\n## Visibility\n\n- [x ] Head gardener\n"
	want := map[string]struct {
		status int
		file   string // what the hook makes of a faulty one
	}{
		"achievement-ls":     {1, faulty},
		"achievement-ls-fix": {1, strings.Replace(faulty, "[x ]", "[x]", 1)},
		"achievement-ls-fmt": {0, strings.Replace(faulty, "\n##", "\n\n##", 1)},
	}
	if len(hooks) != len(want) {
		t.Errorf("there are %d hooks, want %d", len(hooks), len(want))
	}
	for _, h := range hooks {
		t.Run(h.ID, func(t *testing.T) {
			files, err := regexp.Compile(h.Files)
			must(t, err)
			for name, taken := range map[string]bool{
				"ACH-001.md": true, "a/b.markdown": true, "a.md.txt": false, "md": false, "a.yaml": false,
				".achievements.yaml": h.ID != "achievement-ls-fmt", "a/.achievements.yaml": h.ID != "achievement-ls-fmt", "a.achievements.yaml": false,
			} {
				if files.MatchString(name) != taken {
					t.Errorf("whether it takes %s is %v", name, !taken)
				}
			}
			if h.Language != "golang" || !h.RequireSerial {
				t.Error("it is not built by Go, or runs several times at once")
			}
			dir := t.TempDir()
			put(t, filepath.Join(dir, "ACH-001.md"), faulty)
			words := strings.Fields(h.Entry)
			c := exec.Command(words[0], append(words[1:], "ACH-001.md")...)
			c.Dir = dir
			out, err := c.CombinedOutput()
			if status := statusOf(t, err); status != want[h.ID].status {
				t.Errorf("it ends with %d: %s", status, out)
			}
			if got, err := os.ReadFile(filepath.Join(dir, "ACH-001.md")); err != nil || string(got) != want[h.ID].file {
				t.Errorf("it leaves %q, %v", got, err)
			}
		})
	}
}

// action is what GitHub reads of action.yml.
type action struct {
	Inputs map[string]struct{ Description, Default string }
	Runs   struct {
		Using string
		Steps []struct {
			Name, Uses, Run, Shell string
			Env                    map[string]string
			WorkingDirectory       string `yaml:"working-directory"`
		}
	}
}

// The action's steps, run as GitHub runs them, build the program and check what
// they are told to.
func TestAction(t *testing.T) {
	if _, err := exec.LookPath("bash"); err != nil {
		t.Fatal("the action's steps need bash: ", err)
	}
	var a action
	unmarshalFile(t, "../../action.yml", &a)
	top, err := filepath.Abs("../..")
	must(t, err)
	runner, career := t.TempDir(), t.TempDir()
	put(t, filepath.Join(career, "ACH 1.md"), "# Achievement: Lent 40 seed bags\n\n## Visibility\n\n- [x ] Head gardener\n")
	put(t, filepath.Join(career, "ACH 2.md"), "# Notes\n")
	put(t, filepath.Join(career, "old.json"), `{"version":1,"findings":[]}`)
	for _, test := range []struct {
		name   string
		inputs map[string]string
		status int
		said   string
	}{
		{"as it comes", nil, 1, "::warning file=ACH 1.md,line=5,endLine=5,col=3,endColumn=7,title=malformed-checkbox::"},
		{"errors alone fail", map[string]string{"fail-on": "error", "severity": "error"}, 0, ""},
		{"paths", map[string]string{"paths": "ACH 2.md\n"}, 0, ""},
		{"several paths", map[string]string{"paths": "ACH 2.md\nACH 1.md\n"}, 1, "::warning file=ACH 1.md,"},
		{"a path is no flag", map[string]string{"paths": "--fix\n"}, 2, "reading --fix: "},
		{"a baseline and SARIF", map[string]string{"baseline": "old.json", "sarif": "found.sarif"}, 1, "::warning file=ACH 1.md,"},
	} {
		t.Run(test.name, func(t *testing.T) {
			value := func(s string) string {
				return regexp.MustCompile(`\$\{\{ (.*?) \}\}`).ReplaceAllStringFunc(s, func(e string) string {
					e = strings.Trim(e, "${} ")
					input, isInput := strings.CutPrefix(e, "inputs.")
					switch _, known := a.Inputs[input]; {
					case e == "github.action_path":
						return top
					case !isInput || !known:
						t.Errorf("nothing is known of %q", e)
						return ""
					}
					if given, ok := test.inputs[input]; ok {
						return given
					}
					return a.Inputs[input].Default
				})
			}
			status, said := 0, ""
			for _, step := range a.Runs.Steps {
				if step.Uses != "" || status != 0 {
					continue
				}
				if strings.Contains(step.Run, "${{") {
					t.Errorf("%s: a text of somebody else's would be part of the script", step.Name)
				}
				script := filepath.Join(runner, "script.sh")
				put(t, script, step.Run)
				c := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
				c.Dir = career
				if step.WorkingDirectory != "" {
					c.Dir = value(step.WorkingDirectory)
				}
				c.Env = append(os.Environ(), "RUNNER_TEMP="+runner)
				for name, v := range step.Env {
					c.Env = append(c.Env, name+"="+value(v))
				}
				out, err := c.CombinedOutput()
				status, said = statusOf(t, err), said+string(out)
			}
			if status != test.status || !strings.Contains(said, test.said) {
				t.Errorf("it ends with %d, want %d, and says %s", status, test.status, said)
			}
			if file := test.inputs["sarif"]; file != "" {
				written, err := os.ReadFile(filepath.Join(career, file))
				must(t, err)
				must(t, compiled(t, "testdata/schema/sarif-2.1.0.json").Validate(decoded(t, string(written))))
				if !strings.Contains(string(written), `"ruleId": "malformed-checkbox"`) {
					t.Errorf("the log is %s", written)
				}
			}
		})
	}
	for name, input := range a.Inputs {
		if input.Description == "" {
			t.Errorf("the input %s is not described", name)
		}
	}
}

func unmarshalFile(t *testing.T, name string, into any) {
	t.Helper()
	src, err := os.ReadFile(name)
	must(t, err)
	must(t, yaml.Unmarshal(src, into))
}

// statusOf is the exit status of a process that ended with err.
func statusOf(t *testing.T, err error) int {
	t.Helper()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	must(t, err)
	return 0
}
