#!/bin/bash
# capture.sh OUT: what a writer sees, as OUT.txt and OUT.svg: a faulty example, opened
# in Neovim in a terminal of 144 by 28.
source "$(dirname "$0")/../../test/harness.sh"
source "$shared/screen.sh"
here=$(cd "$(dirname "$0")" && pwd)
out=$1
root=$("$shared/fetch.sh" neovim-0.12)
fresh '' "$repository/examples/broken"
cat >"$tmp/init.lua" <<LUA
vim.opt.runtimepath:prepend('$here/..')
vim.diagnostic.config({ virtual_text = true, signs = true })
vim.o.swapfile = false
vim.o.laststatus = 0
LUA
open 144 28 env VIMRUNTIME="$root/usr/share/nvim/runtime" "$root/usr/bin/nvim" --clean -u "$tmp/init.lua" \
	+8 +'normal zt' "$workspace/achievements/ACH-103-Wrong-Sum.md"
# Three findings lie in the window; the capture is taken when all show and the
# screen is the same twice.
before=''
still() {
	local now
	now=$(cat)
	[ "$(grep -c '■' <<<"$now")" -eq 3 ] && [ "$now" = "$before" ] && return
	before=$now
	return 1
}
until_seen 'the findings show' still
seen | sed 's/ *$//' >"$out.txt"
screen capture-pane -p -e -t editor | node "$shared/svg.mjs" 144 >"$out.svg"
