//go:build !linux

package main

import (
	"errors"
	"os"
)

// unnamed makes a file that no name leads to, where the system can.
func unnamed(string, os.FileMode) (*os.File, error) { return nil, errors.ErrUnsupported }

// link gives an unnamed file its name.
func link(*os.File, string) error { return errors.ErrUnsupported }
