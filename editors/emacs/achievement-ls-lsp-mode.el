;;; achievement-ls-lsp-mode.el --- Achievement files in Emacs, by lsp-mode -*- lexical-binding: t -*-

;; Load this, or copy what you need.  Written for lsp-mode 9; not tested.

(require 'lsp-mode)

(lsp-register-client
 (make-lsp-client
  :new-connection (lsp-stdio-connection '("achievement-ls" "serve"))
  :activation-fn (lsp-activate-on "markdown")
  :server-id 'achievement-ls
  ;; Beside whatever else serves markdown, not in its place.
  :add-on? t))

(add-hook 'markdown-mode-hook #'lsp-deferred)

(provide 'achievement-ls-lsp-mode)
;;; achievement-ls-lsp-mode.el ends here
