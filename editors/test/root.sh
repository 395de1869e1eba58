#!/bin/bash
# root.sh NAME SUITE[,SUITE…] PACKAGE…: unpacks packages and all they depend on,
# libc included, into a folder of the cache, and prints that folder.
#
# They come through an apt with a state of its own: nothing is installed, and the
# machine's packages stay as they are. Programs are made to run by the loader and
# the libraries they came with, so that those of a newer Debian run on an older
# one. Needs root, apt, dpkg-deb and a network; a second run needs only the cache.
set -euo pipefail
name=$1 suites=$2
shift 2
packages=("$@")

cache=${XDG_CACHE_HOME:-$HOME/.cache}/achievement-ls-ci
# A changed recipe fetches anew.
key=$({ cat "${BASH_SOURCE[0]}"; echo "$suites ${packages[*]}"; } | sha256sum | cut -c1-12)
root=$cache/$name-$key
# One fetches, whoever else asks meanwhile waits.
mkdir -p "$cache"
exec 9>"$cache/$name.lock"
flock 9
if [ -d "$root" ]; then
	echo "$root"
	exit
fi
find "$cache" -maxdepth 1 -name "$name-*" -exec rm -rf {} +

# Built beside its place and moved there whole, so that a broken download is never
# taken for a cached one.
work=$(mktemp -d "$cache/$name-new.XXXXXX")
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
apt=$work/apt
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/parts" "$apt/patchelf"
: >"$apt/status"

mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }' /etc/apt/sources.list 2>/dev/null || true)
mirror=${mirror:-http://deb.debian.org/debian}
for suite in ${suites//,/ }; do
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main"
done >"$apt/sources.list"
# Of several suites the backports count as much as the rest; the newest wins.
printf 'Package: *\nPin: release a=*-backports\nPin-Priority: 500\n' >"$apt/preferences"
cat >"$apt/apt.conf" <<CONF
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "$apt/parts";
Dir::Etc::preferences "$apt/preferences";
Dir::Etc::preferencesparts "$apt/parts";
APT::Architecture "$(dpkg --print-architecture)";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Keep-Downloaded-Packages "true";
Binary::apt-get::APT::Keep-Downloaded-Packages "true";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
Acquire::Retries "3";
CONF
# The machine's own patchelf, or the one of its own Debian, which runs here.
patchelf=$(command -v patchelf || true)
if [ -z "$patchelf" ]; then
	(cd "$apt/patchelf" && { apt-get -qq -o APT::Sandbox::User=root download patchelf 2>/dev/null ||
		{ apt-get -qq update && apt-get -qq -o APT::Sandbox::User=root download patchelf; }; } && dpkg-deb -x patchelf_*.deb .) >&2
	patchelf=$apt/patchelf/usr/bin/patchelf
fi
export APT_CONFIG=$apt/apt.conf
apt-get -qq update >&2
apt-get -qq -y --download-only install "${packages[@]}" >&2

# Debian's merged /usr: the packages' own /lib must land in /usr/lib.
for d in bin sbin lib lib64; do
	mkdir -p "$work/usr/$d"
	ln -s "usr/$d" "$work/$d"
done
for deb in "$apt"/cache/archives/*.deb; do
	dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work" --keep-directory-symlink
done
rm -rf "$apt/cache" "$apt/lists"

# The paths written into the programs are those after the move.
lib=$(cd "$work" && echo usr/lib/*-linux-gnu*)
loader=$(cd "$work" && echo "$lib"/ld-linux*.so.*)
find "$work"/usr/bin "$work"/usr/lib/hx "$work"/usr/libexec -type f -perm -u+x 2>/dev/null | while IFS= read -r program; do
	"$patchelf" --print-interpreter "$program" >/dev/null 2>&1 || continue
	"$patchelf" --set-interpreter "$root/$loader" --force-rpath --set-rpath "$root/$lib" "$program"
done || true
rm -rf "$apt"
mv "$work" "$root"
trap - EXIT
echo "$root"
