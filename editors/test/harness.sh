# harness.sh: what the editors' run.sh have in common; sourced, with the name of the
# editor in $editor and a function drive, which runs the editor once over the
# journey in $workspace. Any argument is handed to main:
#   run.sh            the journey, and the file it writes compared with golden.md
#   run.sh --prove    also shows that the journey fails with a server that lies
#   run.sh --record   keeps what the editor says of itself for the server's tests
#
# In drive, `achievement-ls` on the PATH is the server under test, $home an empty
# home, and `clean` runs a program with nothing of the caller's environment.
# shellcheck shell=bash
set -euo pipefail
export LC_ALL=C.UTF-8
shared=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repository=$(cd "$shared/../.." && pwd)
tmp=$(mktemp -d)
trap 'finish; rm -rf "$tmp"' EXIT
finish() { :; } # a test with processes of its own says how they end
workspace=$tmp/workspace home=$tmp/home
written=$workspace/achievements/ACH-002-Open-Evening.md
review=$workspace/reviews/2026-H1-Self-Review.md
mkdir "$tmp/bin" "$tmp/build"
# A test that was given a server takes that, instead of building one for itself.
server=${ACHIEVEMENT_LS:-$tmp/build/achievement-ls}
[ -n "${ACHIEVEMENT_LS:-}" ] || (cd "$repository" && go build -o "$server" ./cmd/achievement-ls)

clean() {
	env -i PATH="$tmp/bin:$PATH" LANG=C.UTF-8 HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.data" \
		XDG_STATE_HOME="$home/.state" XDG_CACHE_HOME="$home/.cache" \
		XDG_RUNTIME_DIR="$home" WORKSPACE="$workspace" PATIENCE="$patience" "$@"
}

# fresh [WHAT [FOLDER]]: a new workspace, of FOLDER or the journey's, and a new home;
# the server is as it is, or behind proxy.mjs.
fresh() {
	rm -rf "$workspace" "$home"
	mkdir -p "$home/.config"
	cp -R "${2:-$shared/workspace}" "$workspace"
	if [ -n "${1:-}" ]; then
		printf '#!/bin/sh\nexec node "%s" "%s" "%s" "$@"\n' "$shared/proxy.mjs" "$1" "$server" >"$tmp/bin/achievement-ls"
	else
		printf '#!/bin/sh\nexec "%s" "$@"\n' "$server" >"$tmp/bin/achievement-ls"
	fi
	chmod +x "$tmp/bin/achievement-ls"
}

# seconds a test waits for what must come; less where it must not.
patience=30

journey() {
	drive &&
		{ diff "$shared/golden.md" "$written" || { echo "not ok - the file written differs from golden.md"; false; }; } &&
		cmp -- "$review" "$shared/workspace/reviews/2026-H1-Self-Review.md" &&
		(cd "$workspace" && "$server" check)
}

main() {
	fresh
	journey
	case ${1:-} in
	--prove)
		patience=3
		local lie
		for lie in diagnostics completion action definition; do
			fresh "$lie"
			if (journey) >"$tmp/log" 2>&1; then
				cat "$tmp/log"
				echo "$editor: the journey succeeds with a server that lies about $lie" >&2
				return 1
			fi
			# It must be a check that fails, and not the harness.
			grep -q -e '^not ok' -e 'differ:' "$tmp/log" || { cat "$tmp/log"; return 1; }
			echo "# fails where the server lies about $lie: $(grep -m1 -e '^not ok' -e 'differ:' "$tmp/log")"
		done
		;;
	--record)
		fresh "record=$repository/server/testdata/initialize/$editor.json"
		journey
		;;
	esac
	echo "$editor: ok"
}
