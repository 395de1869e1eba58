package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"achievement-ls/analysis/config"
	"achievement-ls/analysis/document"
	"achievement-ls/analysis/rules"
)

// ReadFile reads and parses the file at rel below root, by the configuration of
// its folder. An error is an
// *fs.PathError with the file's absolute path, around a SizeError where the file
// is too large.
func ReadFile(root string, c *config.Config, rel string) (doc *document.Document, err error) {
	c = c.For(rel)
	name := filepath.Join(root, filepath.FromSlash(rel))
	defer func() {
		// A panic is a fault of ours, and costs the one file.
		if r := recover(); r != nil {
			doc, err = nil, unreadable(name, fmt.Errorf("a fault in achievement-ls itself, which is worth a report: %v", r))
		}
	}()
	src, err := readRegular(name, c.Files.MaxSize)
	if err != nil {
		return nil, unreadable(name, err)
	}
	return rules.Parse(c, rel, string(src)), nil
}

// readRegular reads a regular file, and of one that grows meanwhile no more than
// a byte beyond size; one above that is a SizeError. What is no regular file
// might have no end, or never begin.
func readRegular(name string, size int) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("it is not a regular file")
	case info.Size() > int64(size):
		return nil, SizeError{int(info.Size()), size}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	src := bytes.NewBuffer(make([]byte, 0, int(info.Size())+bytes.MinRead))
	if _, err := src.ReadFrom(io.LimitReader(f, int64(size)+1)); err != nil {
		return nil, err
	}
	if src.Len() > size {
		return nil, SizeError{src.Len(), size}
	}
	return src.Bytes(), nil
}

// unreadable is err as one about the file or folder of that name.
func unreadable(name string, err error) error {
	var inner *fs.PathError
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &fs.PathError{Op: "reading", Path: name, Err: err}
}

// TooLarge reports whether a file of so many bytes is not analysed.
func TooLarge(c *config.Config, size int) bool { return size > c.Files.MaxSize }

// SizeError says that a file is larger than the configuration allows.
type SizeError struct{ Size, Max int }

func (e SizeError) Error() string {
	return fmt.Sprintf("has %d bytes, more than files.maxSize allows (%d), and is left out", e.Size, e.Max)
}
