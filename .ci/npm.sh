#!/bin/bash
# npm.sh FOLDER: installs the packages of FOLDER's lock file into the cache, once for
# each of its versions, and prints the folder that holds node_modules. No script of
# theirs runs.
set -euo pipefail
from=$(cd "$1" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/achievement-ls-ci
root=$cache/$(basename "$from")-$(cat "$from"/package*.json | sha256sum | cut -c1-12)
if [ ! -d "$root" ]; then
	mkdir -p "$cache"
	# Installed beside its place and moved there whole.
	new=$(mktemp -d "$cache/npm.XXXXXX")
	trap 'rm -rf "$new"' EXIT
	cp "$from/package.json" "$from/package-lock.json" "$new"
	npm ci --prefix "$new" --ignore-scripts --no-audit --no-fund --silent >&2
	# Another run may have been first.
	mv -T "$new" "$root" 2>/dev/null || [ -d "$root" ]
fi
echo "$root"
