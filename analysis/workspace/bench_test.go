package workspace_test

import (
	"context"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"achievement-ls/analysis/document"
	"achievement-ls/analysis/workspace"
	"achievement-ls/analysis/workspace/scan"
)

var sizes = []int{1_000, 10_000, 50_000}

// source is the n-th generated achievement, of some 2 kB.
func source(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Achievement: Cut Waiting in Ward %d by Half\n\n**Achievement ID:** ACH-%05d\n**Date:** 20%02d-%02d-%02d\n**Role:** ROLE-001 - Charge Nurse @ Northgate\n**Category:** Process / Care\n\n", n, n, 10+n%16, 1+n%12, 1+n%28)
	fmt.Fprintf(&b, "## Summary\n\nCut the waiting time in ward %d from 40 minutes to 20 (50%% less), building on ACH-%05d.\n\n## STAR Format\n\n### Situation (Context)\n- Patients waited 40 minutes\n- Complaints came in weekly\n\n", n, n/2)
	b.WriteString("### Task (Your Responsibility)\n- Halve it before winter\n\n### Action (What You Did)\n1. **Timed** 60 visits\n2. **Moved** the blood tests forward\n3. **Trained** 12 nurses\n\n### Result (Quantified Impact)\n- **Waiting:** 40 minutes → 20 minutes (50% reduction)\n- **Complaints:** 4/month → 1/month\n- **Cost:** €0\n\n")
	b.WriteString("## Evidence\n\n| Type | Link/Location | Notes |\n|---|---|---|\n| Audit | https://intranet.example/audit | May |\n\n## Skills Demonstrated\n\n### Technical Skills\n- Time study\n- Queue models\n\n### Soft Skills\n- Teaching\n\n")
	fmt.Fprintf(&b, "## Collaboration\n\n| Person | Role | Their Contribution |\n|---|---|---|\n| Person %d | Nurse | Counted |\n| Person %d | Pharmacist | Helped |\n\n## Tags\n\n- #care\n- #t%d\n- #u%d\n\n## Link to Review\n\n**Used in:** 20%02d-Self-Review.md — Achievement #%d\n", n%100, n%37, n%200, n%1000, 10+n%16, 1+n%30)
	return b.String()
}

func folder(n int) fstest.MapFS {
	fsys := make(fstest.MapFS, n)
	for i := range n {
		fsys[fmt.Sprintf("y%02d/achievements/ACH-%05d-Waiting.md", i%50, i)] = &fstest.MapFile{Data: []byte(source(i))}
	}
	return fsys
}

// read makes the snapshot of a folder.
func read(tb testing.TB, fsys fs.FS) *workspace.Snapshot {
	found, err := scan.Walk(context.Background(), fsys, scan.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	return workspace.Of(func(yield func(workspace.Facts) bool) {
		for _, p := range found.Files {
			src, err := fs.ReadFile(fsys, p)
			if err != nil {
				tb.Fatal(err)
			}
			if !yield(workspace.FactsOf(document.Parse(p, string(src), nil))) {
				return
			}
		}
	})
}

// BenchmarkScan finds, reads and indexes all files of a folder in memory, and
// tells what the snapshot holds in memory.
func BenchmarkScan(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			fsys := folder(n)
			b.ResetTimer()
			var s *workspace.Snapshot
			for b.Loop() {
				s = read(b, fsys)
			}
			b.StopTimer()
			b.ReportMetric(held(func() { runtime.KeepAlive(s); s = nil })/float64(n), "B-kept/file")
		})
	}
}

// held is how many bytes of the heap drop frees.
func held(drop func()) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	drop()
	runtime.GC()
	runtime.ReadMemStats(&after)
	return float64(before.HeapAlloc) - float64(after.HeapAlloc)
}

// BenchmarkGoldmark is goldmark's bare parse of the same files.
func BenchmarkGoldmark(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			md := goldmark.New(goldmark.WithExtensions(extension.Table, extension.TaskList)).Parser()
			var files [][]byte
			for i := range n {
				files = append(files, []byte(source(i)))
			}
			b.ResetTimer()
			for b.Loop() {
				for _, src := range files {
					md.Parse(text.NewReader(src))
				}
			}
		})
	}
}

// BenchmarkEdit types a tag in one file: its parse, its facts, the new snapshot,
// and the first questions put to it.
func BenchmarkEdit(b *testing.B) {
	for _, n := range sizes {
		s := read(b, folder(n))
		path := "y07/achievements/ACH-00007-Waiting.md"
		src := source(7)
		for _, part := range []struct {
			name string
			ask  func(*workspace.Snapshot)
		}{
			{"With", func(*workspace.Snapshot) {}},
			{"ByID", func(s *workspace.Snapshot) { s.ByID("ACH-00003", path); s.NextID(path, "ACH-", 3) }},
			{"Tags", func(s *workspace.Snapshot) { s.Tags() }},
			{"People", func(s *workspace.Snapshot) { s.People() }},
			{"Entries", func(s *workspace.Snapshot) { s.Entries() }},
		} {
			b.Run(fmt.Sprintf("%s/%d", part.name, n), func(b *testing.B) {
				part.ask(s)
				i := 0
				for b.Loop() {
					i++
					typed := strings.Replace(src, "- #care", fmt.Sprintf("- #care%d", i%1000), 1)
					part.ask(s.With(workspace.FactsOf(document.Parse(path, typed, nil))))
				}
			})
		}
	}
}
