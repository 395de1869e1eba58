# screen.sh: a terminal for an editor, driven by keys and read as a person reads it;
# sourced after harness.sh. Its checks print as those of the tests in the editors'
# own languages do, and each waits for what is to come.
# shellcheck shell=bash
tmux_root=$("$shared/fetch.sh" tmux)
terminfo=$tmux_root/usr/share/terminfo:$tmux_root/usr/lib/terminfo:/usr/share/terminfo:/lib/terminfo
screen() { clean SHELL=/bin/sh TERMINFO_DIRS="$terminfo" "$tmux_root/usr/bin/tmux" -f /dev/null -S "$tmp/tmux$opened" "$@"; }
opened=0
finish() { screen kill-server 2>/dev/null || true; }

# open COLUMNS ROWS PROGRAM ARGUMENT…: starts an editor on a new screen. One that was
# told to end takes its time, and is not met again under another name.
open() {
	finish
	opened=$((opened + 1)) checks=0
	screen new-session -d -s editor -x "$1" -y "$2" env TERM=tmux-256color TERMINFO_DIRS="$terminfo" "${@:3}"
	screen set-option -g escape-time 0
}

# keys KEY…: presses keys by tmux's names for them; `type` writes letters.
keys() { screen send-keys -t editor "$@"; }
type_text() { screen send-keys -t editor -l -- "$1"; }
seen() { screen capture-pane -p -t editor; }

# until WHAT COMMAND…: waits until the command succeeds; it reads the screen from its
# standard input.
until_seen() {
	local end=$((SECONDS + patience)) now=''
	checks=$((checks + 1))
	while [ "$SECONDS" -le "$end" ]; do
		now=$(seen)
		if "${@:2}" <<<"$now"; then
			echo "ok $checks - $1"
			return
		fi
		sleep 0.05
	done
	echo "not ok $checks - $1"
	sed 's/^/# /' <<<"$now"
	return 1
}

# shows WHAT TEXT, lacks WHAT TEXT: the screen has the text, or has it no more.
shows() { until_seen "$1" grep -qF -- "$2"; }
has_not() { ! grep -qF -- "$1"; }
lacks() { until_seen "$1" has_not "$2"; }
