#!/bin/bash
# run.sh [--prove | --record]: drives real Neovims, 0.12 and 0.10, over the journey of
# all editors (../../test/harness.sh) and over tests of their own.
source "$(dirname "$0")/../../test/harness.sh"
here=$(cd "$(dirname "$0")" && pwd)

# What the README tells users of 0.10 to write is what 0.10 is tested with.
awk '/^<!-- for 0.10 -->/ { wanted = 1 } /^```/ { open = wanted && !open; if (!open) wanted = 0; next } open' \
	"$here/../README.md" >"$tmp/autocommand.lua"
[ -s "$tmp/autocommand.lua" ] || { echo "README.md has no autocommand for 0.10" >&2; exit 1; }

# nvim TEST ARGUMENT…: one test in the Neovim of $root.
nvim() {
	NVIM_PROGRAM=$root/usr/bin/nvim
	clean VIMRUNTIME="$root/usr/share/nvim/runtime" NVIM_PROGRAM="$NVIM_PROGRAM" NVIM_PLUGIN="$here/.." NVIM_AUTOCOMMAND="$tmp/autocommand.lua" \
		timeout --kill-after=5 180 "$NVIM_PROGRAM" --clean --headless -l "$here/$1" "${@:2}" </dev/null
}
drive() { nvim journey_test.lua "$written" "$review"; }

for editor in neovim-0.12 neovim-0.10; do
	root=$("$shared/fetch.sh" "$editor")
	patience=30
	main "$@"

	patience=30
	fresh '' "$here/workspace"
	nvim editor_test.lua "$written"
	cmp "$written" "$here/golden.md"
	(cd "$workspace" && "$server" check achievements/ACH-002-Open-Evening.md)
	fresh '' "$here/career"
	nvim navigation_test.lua "$review"
	(cd "$workspace" && "$server" check)
	fresh '' "$here/career"
	nvim commands_test.lua "$review"
	fresh '' "$here/vorlage"
	nvim template_test.lua "$workspace/achievements/ACH-001-Brot.md"
done

ACHIEVEMENT_LS=$server "$here/screen.sh"
ACHIEVEMENT_LS=$server "$here/tour.sh"
