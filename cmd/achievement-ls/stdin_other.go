//go:build !unix

package main

import "io"

// pollable leaves standard input as it is: how a pipe is waited for was settled
// when it was made.
func pollable(in io.Reader) (out io.Reader, polled bool, restore func()) {
	return in, false, func() {}
}
