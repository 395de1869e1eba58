// Benchmark measures a language server as an editor would: over its stdin and
// stdout, with the binary as it ships.
//
//	go run ./cmd/benchmark                        the built server beside one that does nothing
//	go run ./cmd/benchmark -server 'rumdl server' any other beside them
//	go run ./cmd/benchmark -write DIR -files N    only the folder of achievements, to keep
//
// It prints markdown tables. Memory and processor time are read from /proc and
// so told on Linux alone.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// options are the flags.
type options struct {
	servers []string // further servers' command lines
	files   int
	rounds  int
	edits   int
	sizes   []int // of the folders to index
	endure  int
	idle    time.Duration
	large   int // bytes
}

func main() {
	// The two programs to measure beside are this one, run again.
	if len(os.Args) == 2 && os.Args[1] == "do-nothing" {
		if err := doNothing(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		return
	}
	if len(os.Args) == 3 && os.Args[1] == "parse-only" {
		if _, err := parseOnly(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, "benchmark:", err)
			os.Exit(1)
		}
		return
	}
	o := options{sizes: []int{1_000, 10_000}}
	flag.Func("server", "another server's command `LINE`, without quoting; may be repeated", func(line string) error {
		o.servers = append(o.servers, line)
		return nil
	})
	flag.IntVar(&o.files, "files", 1000, "achievements in the folder")
	flag.IntVar(&o.rounds, "rounds", 7, "interleaved rounds of all servers")
	flag.IntVar(&o.edits, "edits", 300, "keystrokes in a round")
	flag.IntVar(&o.endure, "endure", 10_000, "edits over which the memory is held against itself")
	flag.IntVar(&o.large, "large", 10_000_000, "bytes of the large file")
	flag.DurationVar(&o.idle, "idle", 10*time.Second, "how long an idle server is watched")
	flag.Func("index", "numbers of files to index, with commas (default 1000,10000)", func(list string) error {
		o.sizes = nil
		for n := range strings.SplitSeq(list, ",") {
			var size int
			if _, err := fmt.Sscan(n, &size); err != nil {
				return err
			}
			o.sizes = append(o.sizes, size)
		}
		return nil
	})
	only := flag.String("write", "", "write the folder of achievements to `DIR` and measure nothing")
	flag.Parse()
	err := func() error {
		if *only != "" {
			if err := os.MkdirAll(*only, 0o755); err != nil {
				return err
			}
			return career{o.files}.write(*only)
		}
		return measure(os.Stdout, o)
	}()
	if err != nil {
		fmt.Fprintln(os.Stderr, "benchmark:", err)
		os.Exit(1)
	}
}

// measure builds the server, runs every measurement, and writes the tables.
func measure(w io.Writer, o options) error {
	dir, err := os.MkdirTemp("", "benchmark")
	if err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	defer os.RemoveAll(dir)
	// macOS's temporary folder is a link; a server may answer with its target.
	if dir, err = filepath.EvalSymlinks(dir); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	ours := filepath.Join(dir, "achievement-ls")
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", ours, "achievement-ls/cmd/achievement-ls")
	build.Env = append(os.Environ(), "CGO_ENABLED=0") // as it ships
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("building the server: %w\n%s", err, out)
	}
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding the benchmark itself: %w", err)
	}
	servers := []server{
		{name: "do-nothing", command: []string{self, "do-nothing"}},
		{name: "achievement-ls", command: []string{ours, "serve"}},
	}
	for _, line := range o.servers {
		command := strings.Fields(line)
		servers = append(servers, server{name: filepath.Base(command[0]), command: command})
	}
	fmt.Fprintf(w, "%s/%s, %d cores, %s, %s.\n\n", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version(), time.Now().Format(time.DateOnly))

	c := career{o.files}
	folder := filepath.Join(dir, "career")
	if err := makeFolder(folder, c); err != nil {
		return err
	}
	fmt.Fprintf(w, "A file of %.1f kB in a folder of %d files, %d rounds of %d keystrokes:\n\n", float64(len(c.text(1)))/1000, c.files, o.rounds, o.edits)
	for range o.rounds {
		for i, s := range servers {
			took, err := round(s.command, folder, c, o.edits)
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			servers[i].rounds = append(servers[i].rounds, took)
		}
	}
	timesTable(w, servers)
	if err := indexTable(w, servers[1:], self, dir, o); err != nil {
		return err
	}
	return enduranceTable(w, servers[1:], folder, c, o)
}

func makeFolder(dir string, c career) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("making a folder: %w", err)
	}
	return c.write(dir)
}

// indexTable writes how long each server takes to know a folder, beside a
// program that only reads and parses it, and what memory it holds then.
func indexTable(w io.Writer, servers []server, self, dir string, o options) error {
	fmt.Fprintf(w, "\nFrom the start until a workspace symbol answers (median of 5), and the memory resident then:\n\n")
	fmt.Fprintln(w, "| files | server | indexed | reading and parsing alone | ratio | resident |")
	fmt.Fprintln(w, "| ---: | --- | ---: | ---: | ---: | ---: |")
	for _, n := range o.sizes {
		c := career{n}
		folder := filepath.Join(dir, fmt.Sprintf("career-%d", n))
		if err := makeFolder(folder, c); err != nil {
			return err
		}
		for _, s := range servers {
			var took, alone []time.Duration
			var ratios []float64
			for range 5 {
				start := time.Now()
				if out, err := exec.Command(self, "parse-only", folder).CombinedOutput(); err != nil {
					return fmt.Errorf("parsing alone: %w\n%s", err, out)
				}
				alone = append(alone, time.Since(start))
				d, err := indexing(s.command, folder, c)
				if err != nil {
					return fmt.Errorf("%s: %w", s.name, err)
				}
				took = append(took, d)
				ratios = append(ratios, d.Seconds()/alone[len(alone)-1].Seconds())
			}
			m, err := holding(s.command, folder, c, 0, 0)
			if err != nil {
				return fmt.Errorf("%s: %w", s.name, err)
			}
			fmt.Fprintf(w, "| %d | %s | %s | %s | %.2f | %s |\n", n, s.name, short(quantile(took, 0.5)), short(quantile(alone, 0.5)), median(ratios), megabytes(m.indexed))
		}
		if err := os.RemoveAll(folder); err != nil {
			return fmt.Errorf("removing a folder: %w", err)
		}
	}
	return nil
}

// enduranceTable writes what becomes of each server over time: idle, after many
// edits, and with a large file open.
func enduranceTable(w io.Writer, servers []server, folder string, c career, o options) error {
	fmt.Fprintf(w, "\nIdle for %s, then %d edits, and a file of %s opened beside typing:\n\n", o.idle, o.endure, megabytes(o.large))
	fmt.Fprintln(w, "| server | processor while idle | wake-ups | resident after a tenth of the edits | after all | large file → diagnostics | a keystroke meanwhile, at worst |")
	fmt.Fprintln(w, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
	for _, s := range servers {
		m, err := holding(s.command, folder, c, o.endure, o.idle)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		large, worst, err := beside(s.command, folder, c, o.large)
		if err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
		fmt.Fprintf(w, "| %s | %s | %d | %s | %s | %s | %s |\n", s.name, short(m.idle.cpu), m.idle.wakeups, megabytes(m.edited), megabytes(m.later), short(large), short(worst))
	}
	return nil
}
