#!/bin/bash
# capture.sh ACHIEVEMENT-LS OUT: what a writer sees, as OUT.txt and OUT.svg: a
# faulty example, opened in Neovim in a terminal of 144 by 28. Needs tmux and node.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
server=$(realpath "$1") out=$2
nvim=$("$here/fetch.sh")
tmp=$(mktemp -d)
screen() { tmux -f /dev/null -S "$tmp/tmux" "$@"; }
editor=''
trap 'screen kill-server 2>/dev/null || true; [ -z "$editor" ] || kill "$editor" 2>/dev/null || true; rm -rf "$tmp"' EXIT
cp -R "$here/../../../examples/broken" "$tmp/workspace"
cat >"$tmp/init.lua" <<EOF
vim.opt.runtimepath:prepend('$here/..')
vim.g.achievement_ls_cmd = '$server'
vim.diagnostic.config({ virtual_text = true, signs = true })
vim.o.swapfile = false
vim.o.laststatus = 0
EOF
# The launcher runs Neovim by its loader, so the screen cannot start the editor
# by itself: it joins one that is running already.
(cd "$tmp/workspace" && exec env HOME="$tmp" XDG_CONFIG_HOME="$tmp" XDG_STATE_HOME="$tmp" LANG=C.UTF-8 \
	"$nvim" --clean -u "$tmp/init.lua" --headless --listen "$tmp/nvim.sock" \
	+8 +'normal zt' achievements/ACH-103-Wrong-Sum.md) </dev/null 2>"$tmp/log" &
editor=$!
for _ in $(seq 200); do
	[ ! -S "$tmp/nvim.sock" ] || break
	sleep 0.05
done
screen new-session -d -s e -x 144 -y 28 \
	"env HOME='$tmp' XDG_STATE_HOME='$tmp' LANG=C.UTF-8 TERM=tmux-256color '$nvim' --server '$tmp/nvim.sock' --remote-ui"

# Three findings lie in the window; the capture is taken when all show and the
# screen is the same twice.
before='' now=''
for _ in $(seq 200); do
	now=$(screen capture-pane -p -t e)
	if [ "$(grep -c '■' <<<"$now")" -eq 3 ] && [ "$now" = "$before" ]; then
		sed 's/ *$//' <<<"$now" >"$out.txt"
		screen capture-pane -p -e -t e | node "$here/svg.mjs" 144 >"$out.svg"
		exit
	fi
	before=$now
	sleep 0.05
done
echo "the findings did not show:" >&2
echo "$now" >&2
exit 1
