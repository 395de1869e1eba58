#!/bin/bash
# run.sh [--prove | --record]: drives a real Vim with ALE over the journey of all
# editors (../../test/harness.sh), with the configuration that is shipped.
source "$(dirname "$0")/../../test/harness.sh"
here=$(cd "$(dirname "$0")" && pwd)
editor=vim-ale
root=$("$shared/fetch.sh" vim)

drive() {
	local status=0
	rm -f "$tmp/report"
	clean VIMRUNTIME="$(echo "$root"/usr/share/vim/vim[0-9]*)" ALE="$root/usr/share/vim-ale" CONFIGURATION="$here/../achievement-ls-ale.vim" \
		ACHIEVEMENT="$written" REVIEW="$review" REPORT="$tmp/report" timeout --kill-after=5 180 \
		"$root/usr/bin/vim.basic" -u NONE -i NONE -N --not-a-term -es -S "$here/journey_test.vim" </dev/null || status=$?
	cat "$tmp/report" && [ "$status" -eq 0 ] && grep -q '^1\.\.13$' "$tmp/report"
}
main "$@"
