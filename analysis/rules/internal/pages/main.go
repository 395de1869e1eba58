// Command pages writes docs/rules.md from the registry of rules:
//
//	go generate ./analysis/rules
package main

import (
	"fmt"
	"os"

	"achievement-ls/analysis/rules"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pages FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(rules.Pages()), 0o644); err != nil {
		fmt.Fprintf(os.Stderr, "write the rules' pages: %v\n", err)
		os.Exit(1)
	}
}
