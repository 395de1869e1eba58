#!/bin/bash
# run.sh [--prove | --record]: drives a real Helix in a terminal over the journey of
# all editors (../../test/harness.sh), with the configuration that is shipped.
source "$(dirname "$0")/../../test/harness.sh"
source "$shared/screen.sh"
here=$(cd "$(dirname "$0")" && pwd)
editor=helix
hx=$("$shared/fetch.sh" helix)/usr/bin/hx

# below TEXT MESSAGE: in the row below the text, in its column, a mark leads to the
# message. The emoji before the text takes two columns.
below() {
	local row above='' column
	while IFS= read -r row; do
		row=${row//🎉/xx}
		if [[ $above == *"$1"* && $row == *"└─$2"* ]]; then
			above=${above%%"$1"*} row=${row%%"└─"*}
			[ "${#above}" -eq "${#row}" ] && return
		fi
		above=$row
	done
	return 1
}

# normal leaves insert mode. Escape travels alone: with a key behind it in the same
# write it is read as Alt.
normal() { keys Escape && shows 'back in normal mode' ' NOR '; }
search() { type_text "/$1" && keys Enter && lacks "found $1" 'search:'; }
# accept asks for completion and takes the first candidate, which is the one named.
accept() { keys C-x && shows "the menu offers $1" "$1" && keys C-n Enter; }

drive() {
	mkdir -p "$home/.config/helix" &&
		cp "$here/../languages.toml" "$here/../config.toml" "$home/.config/helix/" &&
		open 120 64 "$hx" "$written" &&
		until_seen 'the missing section stands below the title' below 'Achievement: Short' 'the section "Collaboration" is missing' &&
		until_seen 'the wrong percentage stands below its figure' below '45%' '80 minutes → 60 minutes is a 25% reduction' &&
		shows 'a change is worked out in the text' '40 → 55 +38 %' &&

		search '45%' && keys Space a && shows 'a fix is offered' 'Change to "25%"' && keys Enter &&
		lacks 'the percentage is mended' '(45% reduction)' &&

		keys g g ']' d && keys Space a && shows 'the section is offered' 'Insert "Collaboration"' && keys Enter &&
		shows 'a row waits for a collaborator' '| [Name] |' &&
		search '\[Name' && keys x c && type_text '| Moni' && accept 'Monika Braun' &&
		shows 'the row names the collaborator and the role' '| Monika Braun | Head Teacher |' &&
		type_text 'Welcomed the families |' && normal &&

		search '^- #school' && keys o && type_text '- #fam' && accept '#families' &&
		shows 'the tag is completed' '- #families' && normal &&
		lacks 'nothing is found any more' '└─' &&
		type_text ':write' && keys Enter && shows 'the file is written' 'written' &&

		type_text ":open $review" && keys Enter && shows 'the review is open' '# Self-Review' &&
		search 'ACH-002' && keys g d && shows 'the review leads to the achievement' '# Achievement: Shortened' &&
		keys C-o && shows 'and back' '# Self-Review' &&
		type_text ':quit' && keys Enter
}
main "$@"
