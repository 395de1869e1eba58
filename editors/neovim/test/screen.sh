#!/bin/bash
# screen.sh: what a writer sees of a real Neovim 0.12 in a terminal: hints, lenses,
# the colours of semantic tokens, inline completion and formatting while typing; and
# that the switches take them away.
source "$(dirname "$0")/../../test/harness.sh"
source "$shared/screen.sh"
here=$(cd "$(dirname "$0")" && pwd)
root=$("$shared/fetch.sh" neovim-0.12)

# edit SWITCHES: opens the achievement with those switches.
edit() {
	fresh
	cat >"$tmp/init.lua" <<LUA
vim.opt.runtimepath:prepend('$here/..')
vim.o.swapfile = false
vim.g.achievement_ls = $1
vim.keymap.set('i', '<C-l>', vim.lsp.inline_completion.get)
LUA
	open 120 64 env VIMRUNTIME="$root/usr/share/nvim/runtime" "$root/usr/bin/nvim" --clean -u "$tmp/init.lua" "$written"
}
# coloured: a field's name begins in a colour of its own, which markdown gives none.
coloured() { cat >/dev/null; screen capture-pane -p -e -t editor | grep -qE '\[[0-9;]+mAchievement ID'; }

edit '{}'
shows 'a hint says the weekday' '2026-04-20 Mon, Q2'
shows 'a lens says how complete it is' 'results quantified'
until_seen 'a field has a colour of its own' coloured
type_text '/Families served'
keys Enter
type_text 'o- Cost: 100 € → 50 € ('
shows 'inline completion shows the percentage' ' (50%'
# Taken is what is no longer worked out beside it; only then is the line left.
shows 'a hint works the change out' '50 € −50 %'
keys C-l
lacks 'the percentage is taken' '50 € −50 %'
keys Enter
until_seen 'the next line has a bullet' grep -qE '^ *- *$'

edit '{ inlay_hints = false, code_lenses = false, semantic_tokens = false, inline_completion = false, on_type_formatting = false }'
shows 'a finding shows that the server is there' 'I '
lacks 'no hint' 'Mon, Q2'
lacks 'no lens' 'results quantified'
plain() { ! coloured; }
until_seen 'no colour of its own' plain
echo 'neovim on the screen: ok'
