#!/bin/bash
# run.sh [--prove]: drives a real Neovim against the built server in copies of
# workspace/, where an achievement is written, and of career/, where a review
# leads to one and back, and of vorlage/, whose template is a German one of its own. It compares the file written with golden.md and has the
# command line check what came of both. --prove then repeats the first test with a
# server that only echoes, and with one diagnostic too many expected, and the
# second with the echo, and demands that all fail.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nvim=$("$here/fetch.sh")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$here/../../.." && go build -o "$tmp/achievement-ls" ./cmd/achievement-ls)

# drive TEST FOLDER FILE WRONG: one run in a fresh copy of FOLDER, without the
# caller's configuration.
drive() {
	rm -rf "$tmp/home" "${tmp:?}/$2"
	mkdir "$tmp/home"
	cp -R "$here/$2" "$tmp/$2"
	env -i PATH="$PATH" LANG=C.UTF-8 HOME="$tmp/home" XDG_CONFIG_HOME="$tmp/home/config" \
		XDG_DATA_HOME="$tmp/home/data" XDG_STATE_HOME="$tmp/home/state" XDG_CACHE_HOME="$tmp/home/cache" \
		ACHIEVEMENT_LS="$tmp/achievement-ls" NVIM_PROGRAM="$nvim" NVIM_PLUGIN="$here/.." ACHIEVEMENT_LS_TEST_WRONG="$4" \
		timeout --kill-after=5 120 "$nvim" --clean --headless -l "$here/$1" "$tmp/$2/$3" </dev/null
}
writing=(editor_test.lua workspace achievements/ACH-002-Open-Evening.md)
navigating=(navigation_test.lua career reviews/2026-H1-Self-Review.md)
templated=(template_test.lua vorlage achievements/ACH-001-Brot.md)

drive "${writing[@]}" ''
cmp "$tmp/workspace/achievements/ACH-002-Open-Evening.md" "$here/golden.md"
(cd "$tmp/workspace" && "$tmp/achievement-ls" check achievements/ACH-002-Open-Evening.md)
drive "${navigating[@]}" ''
(cd "$tmp/career" && "$tmp/achievement-ls" check)
drive "${templated[@]}" ''

if [ "${1:-}" = --prove ]; then
	# fails WHAT ARGUMENTS…: the run must fail, and by a check of its own.
	fails() {
		if drive "${@:2}" >"$tmp/log" 2>&1; then
			cat "$tmp/log"
			echo "the test passes with a wrong $1" >&2
			exit 1
		fi
		grep -q '^not ok' "$tmp/log" || { cat "$tmp/log"; exit 1; }
		echo "# fails with a wrong $1, as it should: $(grep -m1 '^not ok' "$tmp/log")"
	}
	fails server "${writing[@]}" server
	fails diagnostic "${writing[@]}" diagnostic
	fails server "${navigating[@]}" server
	fails server "${templated[@]}" server
fi
echo "neovim: ok"
