package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// listed are the commands in a help text, each on a line of its own.
var listed = regexp.MustCompile(`(?m)^  ([a-z]+) {2,}\S`)

// docs/command-line.md is what the commands say of themselves.
func TestCommandLineDocument(t *testing.T) {
	const file = "../../docs/command-line.md"
	var b strings.Builder
	b.WriteString("# Command line\n\nWhat `achievement-ls COMMAND --help` prints, of every command.\n")
	var add func(command []string)
	add = func(command []string) {
		help := printedBy(t, append(command, "--help")...)
		fmt.Fprintf(&b, "\n## %s\n\n```text\n%s```\n", strings.Join(append([]string{"achievement-ls"}, command...), " "), help)
		_, commands, _ := strings.Cut(help, "Available Commands:\n")
		commands, _, _ = strings.Cut(commands, "\n\n")
		for _, m := range listed.FindAllStringSubmatch(commands, -1) {
			add(append(command[:len(command):len(command)], m[1]))
		}
	}
	add(nil)
	printed := b.String()
	if n := strings.Count(printed, "\n## "); n < 15 {
		t.Fatalf("only %d commands were found", n)
	}
	if *update {
		must(t, os.WriteFile(file, []byte(printed), 0o644))
	}
	published, err := os.ReadFile(file)
	must(t, err)
	if string(published) != printed {
		t.Errorf("%s is another than the commands' help; go test ./cmd/achievement-ls -update writes it", file)
	}
}
