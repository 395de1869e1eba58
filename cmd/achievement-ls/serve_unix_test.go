//go:build unix

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.lsp.dev/uri"
)

// A file that can't be read is spoken of once it was tried, and the server lives on.
func TestServeUnreadable(t *testing.T) {
	dir, err := os.MkdirTemp("", "unreadable")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	secret := filepath.Join(dir, "ACH-004-Secret.md")
	if err := os.WriteFile(secret, []byte("# Achievement: Secret\n"), 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("unprivileged", "serve")
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	folder := fmt.Sprintf(`"rootUri":%q`, uri.File(dir))
	begin := framed(call(1, "initialize", strings.Replace(initialize, `"rootUri":null`, folder, 1)), notification("initialized", "{}"))
	if _, err := io.WriteString(in, begin); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Minute, func() { _ = c.Process.Kill() })
	defer timer.Stop()
	var said strings.Builder
	buffer := make([]byte, 4096)
	for !strings.Contains(said.String(), "ACH-004-Secret.md") {
		n, err := out.Read(buffer)
		said.Write(buffer[:n])
		if err != nil {
			t.Fatalf("the file was not spoken of: %v\n%s", err, said.String())
		}
	}
	if _, err := io.WriteString(in, framed(call(2, "shutdown", "null"), notification("exit", "null"))); err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, out); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err != nil {
		t.Errorf("the server did not live on: %v", err)
	}
}
