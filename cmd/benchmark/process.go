package main

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// usage is what the kernel says of a process (proc(5)); it is Linux's alone.
type usage struct {
	resident int           // bytes
	cpu      time.Duration // user and system
	wakeups  int           // how often it gave up the processor by itself
}

var status = regexp.MustCompile(`(?m)^(VmRSS|voluntary_ctxt_switches):\s*(\d+)`)

// usageOf sums over the process's threads where the kernel counts by thread.
func usageOf(pid int) (usage, error) {
	var u usage
	main, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return u, fmt.Errorf("asking the kernel for the memory: %w", err)
	}
	for _, m := range status.FindAllStringSubmatch(string(main), -1) {
		if m[1] == "VmRSS" {
			kb, _ := strconv.Atoi(m[2])
			u.resident = kb * 1024
		}
	}
	threads, err := os.ReadDir(fmt.Sprintf("/proc/%d/task", pid))
	if err != nil {
		return u, fmt.Errorf("asking the kernel for the threads: %w", err)
	}
	for _, t := range threads {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/task/%s/status", pid, t.Name()))
		if err != nil {
			continue // a thread that has ended meanwhile
		}
		for _, m := range status.FindAllStringSubmatch(string(text), -1) {
			if m[1] != "VmRSS" {
				n, _ := strconv.Atoi(m[2])
				u.wakeups += n
			}
		}
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return u, fmt.Errorf("asking the kernel for the time: %w", err)
	}
	// The fields after the name, which is in brackets: utime and stime are the
	// 14th and 15th of all, in hundredths of a second.
	_, after, _ := strings.Cut(string(stat), ") ")
	fields := strings.Fields(after)
	if len(fields) < 13 {
		return u, fmt.Errorf("the kernel's line for process %d is short: %q", pid, stat)
	}
	for _, f := range fields[11:13] {
		n, _ := strconv.Atoi(f)
		u.cpu += time.Duration(n) * 10 * time.Millisecond
	}
	return u, nil
}
