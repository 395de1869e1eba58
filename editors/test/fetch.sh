#!/bin/bash
# fetch.sh EDITOR…: puts editors, and what their tests need besides, into the cache
# and prints the folder of each, in order. Without arguments all of them, at once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# The suites are Debian's: bookworm is what the machine may itself be, forky has
# the newest and moves, so that no test may name a version of it.
fetch() {
	case $1 in
	neovim-0.12) "$here/root.sh" "$1" forky neovim ;;
	neovim-0.10) "$here/root.sh" "$1" trixie neovim ;;
	helix) "$here/root.sh" "$1" forky hx ;;
	emacs) "$here/root.sh" "$1" bookworm,bookworm-backports emacs-nox elpa-markdown-mode ;;
	vim) "$here/root.sh" "$1" trixie vim vim-ale ;;
	tmux) "$here/root.sh" "$1" trixie tmux ;;
	vscode) "$here/../vscode/test/fetch.sh" ;;
	*) echo "fetch.sh: no recipe for $1" >&2; return 1 ;;
	esac
}

if [ $# -gt 0 ]; then
	for editor; do fetch "$editor"; done
	exit
fi
jobs=()
for editor in neovim-0.12 neovim-0.10 helix emacs vim tmux vscode; do
	fetch "$editor" &
	jobs+=($!)
done
failed=0
for job in "${jobs[@]}"; do wait "$job" || failed=1; done
exit "$failed"
