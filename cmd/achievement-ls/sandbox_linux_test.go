package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.lsp.dev/uri"
)

// tempting is a folder whose files name all that could be reached for.
func tempting(t *testing.T) (dir string) {
	t.Helper()
	top, err := filepath.EvalSymlinks(t.TempDir())
	must(t, err)
	dir = filepath.Join(top, "career")
	for name, src := range map[string]string{
		"secret.md":                 "# Achievement: Secret\n",
		"career/.achievements.yaml": "diagnostics:\n  scope: workspace\nconfidential: [/(a+)+$/]\nfiles:\n  achievements: [\"../**\", \"/etc/**\"]\n",
		"career/ACH-001-A.md": "# Achievement: A\n\n**Achievement ID:** ACH-001\n**Date:** 2026-05-02\n\n## Summary\n\nFrom 50 min to 30 min (by 45%). ![x](https://198.51.100.7/x.png) [x](http://198.51.100.7) " +
			"[x](../secret.md) [x](file:///etc/passwd) [x](//198.51.100.7/share/x.md) [x](\\\\host\\share) [[../secret]] `$(id)`\n\n## Tags\n\n- #a\n",
		"career/.git/hooks/pre-commit": "#!/bin/sh\ntouch /tmp/pwned\n", "career/.git/config": "[core]\n\tfsmonitor = touch pwned\n",
	} {
		path := filepath.Join(top, name)
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		must(t, os.WriteFile(path, []byte(src), 0o755))
	}
	must(t, os.Symlink("../secret.md", filepath.Join(dir, "ACH-002-Link.md")))
	return dir
}

// converse has a server, in whatever process c starts, do all that an editor asks
// of it in a folder, and calls meanwhile before the session ends.
func converse(t *testing.T, c *exec.Cmd, dir string, meanwhile func(pid int)) {
	t.Helper()
	in, err := c.StdinPipe()
	must(t, err)
	out, err := c.StdoutPipe()
	must(t, err)
	var log bytes.Buffer
	c.Stderr = &log
	must(t, c.Start())
	timer := time.AfterFunc(time.Minute, func() { _ = c.Process.Kill() })
	defer timer.Stop()
	read := bufio.NewReader(out)
	until := func(id int) {
		t.Helper()
		for {
			m, err := message(read)
			if err != nil {
				t.Fatalf("%v; the log:\n%s", err, log.String())
			}
			if m.Method == "" && string(m.ID) == fmt.Sprint(id) {
				return
			}
		}
	}
	file := uri.File(filepath.Join(dir, "ACH-001-A.md"))
	src, err := os.ReadFile(filepath.Join(dir, "ACH-001-A.md"))
	must(t, err)
	text, err := json.Marshal(string(src))
	must(t, err)
	folder := fmt.Sprintf(`{"processId":%d,"rootUri":%q,"capabilities":{"workspace":{"applyEdit":true,"workspaceEdit":{"documentChanges":true,"resourceOperations":["create","rename","delete"]}}}}`, os.Getpid(), uri.File(dir))
	_, err = io.WriteString(in, framed(call(1, "initialize", folder), notification("initialized", "{}"),
		notification("textDocument/didOpen", fmt.Sprintf(`{"textDocument":{"uri":%q,"languageId":"markdown","version":1,"text":%s}}`, file, text))))
	must(t, err)
	until(1)
	id := 1
	for _, method := range []string{
		"hover", "completion", "definition", "declaration", "references", "documentSymbol", "documentLink", "codeAction", "codeLens", "inlayHint", "foldingRange", "documentHighlight", "formatting", "rename", "semanticTokens/full",
	} {
		for column := 0; column < 300; column += 20 {
			id++
			params := fmt.Sprintf(`{"textDocument":{"uri":%q},"position":{"line":7,"character":%d},"range":{"start":{"line":0,"character":0},"end":{"line":20,"character":0}},"context":{"diagnostics":[],"includeDeclaration":true},"newName":"x","options":{"tabSize":4,"insertSpaces":true}}`, file, column)
			_, err = io.WriteString(in, framed(call(id, "textDocument/"+method, params)))
			must(t, err)
			until(id)
		}
	}
	for _, arguments := range []string{`"command":"achievement-ls.reindex","arguments":[{}]`, `"command":"achievement-ls.list","arguments":[{}]`, `"command":"achievement-ls.statistics","arguments":[{}]`} {
		id++
		_, err = io.WriteString(in, framed(call(id, "workspace/executeCommand", "{"+arguments+"}")))
		must(t, err)
		until(id)
	}
	// This one waits for an editor that never makes the edit.
	_, err = io.WriteString(in, framed(call(id+1, "workspace/executeCommand", `{"command":"achievement-ls.newAchievement","arguments":[{"title":"../x"}]}`), call(id+2, "workspace/symbol", `{"query":"Secret"}`)))
	must(t, err)
	until(id + 2)
	if meanwhile != nil {
		meanwhile(c.Process.Pid)
	}
	_, err = io.WriteString(in, framed(call(id+3, "shutdown", "null"), notification("exit", "null")))
	must(t, err)
	_, _ = io.Copy(io.Discard, read)
	if err := c.Wait(); err != nil {
		t.Errorf("the session ended with %v; the log:\n%s", err, log.String())
	}
}

// The server needs no network: it works where there is none, holds no socket and
// has no process beside it; and it changes nothing on the disk.
func TestServeAlone(t *testing.T) {
	dir := tempting(t)
	before := tree(t, filepath.Dir(dir))
	c := exec.Command("achievement-ls", "serve")
	c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET}
	if os.Getuid() != 0 {
		c.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
	}
	converse(t, c, dir, func(pid int) {
		held, err := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", pid))
		must(t, err)
		if len(held) < 3 {
			t.Fatalf("only %d files of the server are seen", len(held))
		}
		for _, fd := range held {
			if to, err := os.Readlink(fd); err == nil && strings.HasPrefix(to, "socket:") {
				t.Errorf("the server holds %s", to)
			}
		}
		children, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid))
		must(t, err)
		if len(children) == 0 {
			t.Error("the kernel does not tell of processes")
		}
		for _, name := range children {
			if list, err := os.ReadFile(name); err != nil || len(list) > 0 {
				t.Errorf("the server has the processes %q, %v", list, err)
			}
		}
	})
	if after := tree(t, filepath.Dir(dir)); after != before {
		t.Errorf("the folder was\n%s\nand is\n%s", before, after)
	}
}

// The same by what it asks of the system: no socket, no program, nothing written
// but what the client reads and the log, and nothing read that only a document
// or a link names.
func TestServeSystemCalls(t *testing.T) {
	if _, err := exec.LookPath("strace"); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("strace is needed where all is checked: ", err)
		}
		t.Skip("strace is not here; .ci/run needs it")
	}
	dir := tempting(t)
	trace := filepath.Join(t.TempDir(), "trace")
	c := exec.Command("strace", "-f", "-y", "-qq", "-s", "200", "-o", trace, "-e", "trace=%network,%file,execve,execveat,fork,vfork", "achievement-ls", "serve")
	converse(t, c, dir, nil)
	calls, err := os.ReadFile(trace)
	must(t, err)
	if !strings.Contains(string(calls), "ACH-001-A.md") {
		t.Fatalf("nothing is traced:\n%s", calls)
	}
	programs := 0
	for line := range strings.Lines(string(calls)) {
		m := systemCall.FindStringSubmatch(line)
		if m == nil {
			continue // a signal, or the end of a call that stands above
		}
		switch name := m[1]; {
		case name == "execve":
			programs++
		case name == "open" || name == "openat" || name == "openat2":
			if strings.Contains(line, "O_WRONLY") || strings.Contains(line, "O_RDWR") || strings.Contains(line, "O_CREAT") {
				t.Errorf("it writes: %s", line)
			}
			if strings.Contains(line, "secret") || strings.Contains(line, "passwd") {
				t.Errorf("it reads what a document or a link names outside: %s", line)
			}
		case !looks[name]:
			t.Errorf("it calls %s", line)
		}
		if strings.Contains(line, "198.51.100.7") || strings.Contains(line, "pwned") {
			t.Errorf("it does what a file says: %s", line)
		}
	}
	if programs != 1 {
		t.Errorf("%d programs are started besides itself", programs-1)
	}
}

// systemCall is the beginning of a call in a trace, behind its thread's number.
var systemCall = regexp.MustCompile(`^[0-9]+ +([a-z_0-9]+)\(`)

// looks are the calls about files that neither read nor change what is in them.
var looks = map[string]bool{
	"access": true, "faccessat": true, "faccessat2": true, "stat": true, "lstat": true, "newfstatat": true, "statx": true, "statfs": true,
	"readlink": true, "readlinkat": true, "getcwd": true, "inotify_add_watch": true,
}

// tree is a folder with all it holds.
func tree(t *testing.T, dir string) string {
	t.Helper()
	var out strings.Builder
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&out, "%s %s %d %s\n", path, info.Mode(), info.Size(), info.ModTime())
		return nil
	}))
	return out.String()
}

// message reads one message of the server.
func message(r *bufio.Reader) (m struct {
	ID     json.RawMessage
	Method string
}, err error) {
	length := 0
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			return m, err
		}
		if line == "\r\n" {
			break
		}
		if _, err := fmt.Sscanf(line, "Content-Length: %d", &length); err != nil {
			return m, err
		}
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return m, err
	}
	return m, errors.Join(json.Unmarshal(body, &m))
}
