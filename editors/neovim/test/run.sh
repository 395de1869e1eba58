#!/bin/bash
# run.sh [--prove]: drives a real Neovim against the built server in a copy of
# workspace/, compares the file it wrote with golden.md and has the command line
# check it. --prove then repeats the test with a server that only echoes, and
# with one diagnostic too many expected, and demands that both fail.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
nvim=$("$here/fetch.sh")
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$here/../../.." && go build -o "$tmp/achievement-ls" ./cmd/achievement-ls)

# drive WRONG: one run in a fresh copy, without the caller's configuration.
drive() {
	rm -rf "$tmp/home" "$tmp/workspace"
	mkdir "$tmp/home"
	cp -R "$here/workspace" "$tmp/workspace"
	env -i PATH="$PATH" LANG=C.UTF-8 HOME="$tmp/home" XDG_CONFIG_HOME="$tmp/home/config" \
		XDG_DATA_HOME="$tmp/home/data" XDG_STATE_HOME="$tmp/home/state" XDG_CACHE_HOME="$tmp/home/cache" \
		ACHIEVEMENT_LS="$tmp/achievement-ls" NVIM_PROGRAM="$nvim" NVIM_PLUGIN="$here/.." ACHIEVEMENT_LS_TEST_WRONG="$1" \
		timeout --kill-after=5 120 "$nvim" --clean --headless -l "$here/editor_test.lua" \
		"$tmp/workspace/achievements/ACH-002-Open-Evening.md" </dev/null
}

drive ''
cmp "$tmp/workspace/achievements/ACH-002-Open-Evening.md" "$here/golden.md"
(cd "$tmp/workspace" && "$tmp/achievement-ls" check achievements/ACH-002-Open-Evening.md)

if [ "${1:-}" = --prove ]; then
	for wrong in server diagnostic; do
		if drive "$wrong" >"$tmp/log" 2>&1; then
			cat "$tmp/log"
			echo "the test passes with a wrong $wrong" >&2
			exit 1
		fi
		grep -q '^not ok' "$tmp/log" || { cat "$tmp/log"; exit 1; }
		echo "# fails with a wrong $wrong, as it should: $(grep -m1 '^not ok' "$tmp/log")"
	done
fi
echo "neovim: ok"
