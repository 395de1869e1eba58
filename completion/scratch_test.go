package completion

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/workspace"
)

func TestScratch(t *testing.T) {
	if os.Getenv("SCRATCH") == "" {
		t.Skip()
	}
	root := "../examples/"
	srcs := map[string]string{}
	filepath.Walk(root, func(p string, fi os.FileInfo, err error) error {
		if strings.HasSuffix(p, ".md") && !strings.Contains(p, "broken") {
			b, _ := os.ReadFile(p)
			srcs[strings.TrimPrefix(p, root)] = string(b)
		}
		return nil
	})
	for path, src := range srcs {
		if !strings.Contains(path, os.Getenv("SCRATCH")) {
			continue
		}
		s := workspace.Empty()
		for p, x := range srcs {
			if p != path {
				s = s.With(workspace.FactsOf(document.Parse(p, x, nil)))
			}
		}
		fmt.Println("=====", path)
		last := ""
		full := os.Getenv("FULL") != ""
		for i := 0; i <= len(src); i++ {
			x := src[:i]
			if full {
				x = src
			}
			doc := document.Parse(path, x, nil)
			in := Input{Document: doc, Offset: i, Workspace: s.With(workspace.FactsOf(doc)), Config: config.Default(), Today: today}
			l := Complete(context.Background(), in)
			var got []string
			for k, c := range l.Candidates {
				if k == 4 {
					break
				}
				got = append(got, c.Label)
			}
			out := fmt.Sprintf("%d %q", len(l.Candidates), got)
			if len(l.Candidates) > 0 && out != last {
				line := src[strings.LastIndexAny(src[:i], "\n")+1 : i]
				fmt.Printf("%q\t%s\n", line, out)
			} else if len(l.Candidates) == 0 && last != "" && !strings.HasPrefix(last, "0 ") {
				line := src[strings.LastIndexAny(src[:i], "\n")+1 : i]
				fmt.Printf("%q\t-\n", line)
			}
			last = out
		}
	}
}
