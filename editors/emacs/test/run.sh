#!/bin/bash
# run.sh [--prove | --record]: drives a real Emacs over the journey of all editors
# (../../test/harness.sh), with the configuration for eglot that is shipped.
source "$(dirname "$0")/../../test/harness.sh"
here=$(cd "$(dirname "$0")" && pwd)
editor=emacs
root=$("$shared/fetch.sh" emacs)
# Emacs looks for its own parts below /usr, unless told where they are.
share=$(echo "$root"/usr/share/emacs/[0-9]*)
parts=$(echo "$root"/usr/libexec/emacs/[0-9]*/*)
markdown=$(echo "$root"/usr/share/emacs/site-lisp/elpa-src/markdown-mode-*)

drive() {
	clean EMACSLOADPATH="$share/lisp:$markdown" EMACSDATA="$share/etc" EMACSDOC="$share/etc" EMACSPATH="$parts" \
		CONFIGURATION="$here/../achievement-ls-eglot.el" timeout --kill-after=5 180 \
		"$root/usr/bin/emacs-nox" --dump-file "$(echo "$parts"/emacs*.pdmp)" -Q --batch \
		-l "$here/journey_test.el" "$written" "$review" </dev/null 2>"$tmp/messages" || { tail -5 "$tmp/messages"; return 1; }
}
main "$@"
