package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/aymanbagabas/go-udiff"
	"github.com/natefinch/atomic"

	"achievement-ls/analysis/rules"
)

// mend applies, or with --diff shows, the fixes that need no decision.
func mend(env environment, o checkOptions, folder *career, show filter) error {
	for _, f := range folder.files {
		input := f.input()
		fixed := rules.FixAll(input, func(found *rules.Finding) bool { return show.shows(found) })
		if fixed == f.doc.Source {
			if o.stdin && !o.diff {
				if _, err := io.WriteString(env.stdout, fixed); err != nil {
					return err
				}
			}
			continue
		}
		switch {
		case o.diff:
			if _, err := io.WriteString(env.stdout, udiff.Unified("a/"+f.shown, "b/"+f.shown, f.doc.Source, fixed)); err != nil {
				return err
			}
		case o.stdin:
			if _, err := io.WriteString(env.stdout, fixed); err != nil {
				return err
			}
		default:
			if err := write(f.path, f.doc.Source, fixed); err != nil {
				return fmt.Errorf("check --fix: %w", err)
			}
			folder.replace(f, fixed)
		}
	}
	return nil
}

// write puts fixed into the file at path in one step, and only while the file
// still holds what was read from it.
func write(path, read, fixed string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if info.Mode()&os.ModeSymlink != 0 {
		return fmt.Errorf("writing %s: it is a symbolic link; name the file it points to", path)
	}
	now, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if string(now) != read {
		return fmt.Errorf("writing %s: it changed while it was checked; run check again", path)
	}
	if err := atomic.WriteFile(path, bytes.NewReader([]byte(fixed))); err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	if err := os.Chmod(path, info.Mode().Perm()); err != nil {
		return fmt.Errorf("keeping the mode of %s: %w", path, err)
	}
	return nil
}
