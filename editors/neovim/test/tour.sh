#!/bin/bash
# tour.sh [--update]: what a writer sees in a real Neovim 0.12, as pictures of the
# terminal: the findings, a hover, completion, and what is shown beside the text.
# Where a picture says something else than the one in docs it fails; --update writes
# those anew. Colours are not compared: they are Neovim's own, and may change.
source "$(dirname "$0")/../../test/harness.sh"
source "$shared/screen.sh"
here=$(cd "$(dirname "$0")" && pwd)
update=${1:-}
root=$("$shared/fetch.sh" neovim-0.12)
fresh '' "$repository/examples"
wrong=$workspace/broken/achievements/ACH-103-Wrong-Sum.md
backlog=$workspace/roles/ROLE-002-Wardlight-ClinicalEngineer/achievements/ACH-003-Support-Backlog.md
# The writer's own settings: findings beside their lines, what is chosen beside the menu,
# and a grey that can be read in a picture.
cat >"$tmp/init.lua" <<LUA
vim.opt.runtimepath:prepend('$here/..')
vim.diagnostic.config({ virtual_text = true, signs = true })
vim.opt.completeopt = { 'menuone', 'noinsert', 'popup' }
vim.o.swapfile = false
vim.o.laststatus = 0
vim.o.showmode = false
vim.o.ruler = false
vim.o.termguicolors = true
vim.o.winborder = 'rounded'
vim.api.nvim_set_hl(0, 'NonText', { fg = '#8b8f98' })
LUA

# edit COLUMNS ROWS LINE FILE: opens the file with the line on top, in a terminal of that size.
edit() {
	columns=$1
	open "$1" "$2" env VIMRUNTIME="$root/usr/share/nvim/runtime" "$root/usr/bin/nvim" --clean -u "$tmp/init.lua" "+$3" +'normal zt' "$4"
}

coloured() { screen capture-pane -p -e -t editor; }
before=''
still() {
	local now
	cat >/dev/null
	now=$(coloured)
	[ "$now" = "$before" ] && return
	before=$now
	return 1
}
# words PICTURE: what it says, without colours and places.
words() { sed 's/<[^>]*>//g' "$1" | tr -d ' \n'; }
take() {
	# shellcheck disable=SC2046 # two numbers
	coloured | node "$shared/svg.mjs" "$columns" $(screen display-message -p -t editor '#{cursor_x} #{cursor_y}') >"$tmp/$1.svg"
}
# same NAME: whether a picture taken now says what the one in docs does.
same() {
	cat >/dev/null
	take "$1"
	[ "$(words "$tmp/$1.svg")" = "$(words "$repository/docs/$1.svg")" ]
}

# picture NAME TEXT…: waits for the texts, and then until the screen says what the picture
# in docs does: what an editor asks for beside them comes when it comes, in any order.
picture() {
	local name=$1 text
	for text in "${@:2}"; do shows "$name shows \"$text\"" "$text"; done
	if [ "$update" = --update ]; then
		before=''
		until_seen "$name is still" still
		take "$name"
		cp "$tmp/$name.svg" "$repository/docs/$name.svg"
	elif ! until_seen "$name is as docs/$name.svg" same "$name"; then
		diff <(sed 's/<[^>]*>/\n/g' "$repository/docs/$name.svg" | grep .) <(sed 's/<[^>]*>/\n/g' "$tmp/$name.svg" | grep .) | sed 's/^/# /' || true
		echo '# editors/neovim/test/tour.sh --update takes it anew'
		return 1
	fi
}

edit 144 28 8 "$wrong"
picture neovim '■ "€9,000" is not in the Result' '■ 80 minutes → 60 minutes is a 25% reduction' '■ "Reduced" does not fit'
type_text '29Gf4K'
picture neovim-hover '25%'

edit 104 22 1 "$backlog"
shows 'the server has read the other files' 'cited by 1 review'
type_text '34Gzt39Go| '
keys C-x C-o
picture neovim-completion 'Tomasz Wrona' 'Ward Manager'

edit 104 36 1 "$wrong"
shows 'the server is there' 'results quantified'
type_text '29Go- Rooms used: 8 → 6 ('
picture neovim-hints 'results quantified' 'Mon, Q1' '(25%'
echo 'neovim in pictures: ok'
