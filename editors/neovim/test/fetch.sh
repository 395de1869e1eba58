#!/bin/bash
# fetch.sh: puts a current Neovim into the cache and prints the path of its program.
#
# Debian stable carries too old a Neovim, so its whole closure of packages, libc
# included, comes from the suite "forky" through an apt with a state of its own:
# nothing is installed, and the machine's packages stay as they are. The program
# runs by the loader it came with. Needs root, apt, dpkg-deb and a network; a
# second run needs only the cache.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/achievement-ls-ci
# A changed script fetches anew.
root=$cache/neovim-$(sha256sum "${BASH_SOURCE[0]}" | cut -c1-12)
if [ -x "$root/nvim" ]; then
	echo "$root/nvim"
	exit
fi

# Built beside its place and moved there whole, so that a broken download is
# never taken for a cached one. The launcher names no path but its own folder's.
mkdir -p "$cache"
work=$(mktemp -d "$cache/neovim.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/apt/parts" "$work/root"
: >"$work/apt/status"

mirror=$(awk '/^URIs:/ { print $2; exit }' /etc/apt/sources.list.d/debian.sources 2>/dev/null || true)
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /^https?:/) { print $i; exit } }' /etc/apt/sources.list 2>/dev/null || true)
mirror=${mirror:-http://deb.debian.org/debian}
arch=$(dpkg --print-architecture)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror forky main" >"$work/apt/sources.list"
cat >"$work/apt/apt.conf" <<EOF
Dir::State "$work/apt";
Dir::State::lists "$work/apt/lists";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt/cache";
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "$work/apt/parts";
APT::Architecture "$arch";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
APT::Keep-Downloaded-Packages "true";
Binary::apt-get::APT::Keep-Downloaded-Packages "true";
Acquire::Languages "none";
Acquire::Retries "3";
EOF
export APT_CONFIG=$work/apt/apt.conf
apt-get -qq update >&2
apt-get -qq -y --download-only install neovim >&2

# Debian's merged /usr: the packages' own /lib must land in /usr/lib.
for d in bin sbin lib lib64; do
	mkdir -p "$work/root/usr/$d"
	ln -s "usr/$d" "$work/root/$d"
done
for deb in "$work"/apt/cache/archives/*.deb; do
	dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$work/root" --keep-directory-symlink
done
rm -rf "$work/apt"

cat >"$work/nvim" <<'EOF'
#!/bin/bash
# Starts Neovim by its own loader and libraries; its runtime and its parsers are
# named, since the program believes itself to be below /usr.
here=$(cd "$(dirname "$0")" && pwd)/root
lib=$(echo "$here"/usr/lib/*-linux-gnu*)
export VIMRUNTIME=$here/usr/share/nvim/runtime
loader=$(echo "$lib"/ld-linux*.so.*)
exec "$loader" --library-path "$lib" "$here/usr/bin/nvim" --cmd "set runtimepath+=$here/usr/lib/nvim" "$@"
EOF
chmod +x "$work/nvim"
"$work/nvim" --version >&2
rm -rf "$root"
mv "$work" "$root"
trap - EXIT
echo "$root/nvim"
