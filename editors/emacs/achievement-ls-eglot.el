;;; achievement-ls-eglot.el --- Achievement files in Emacs, by eglot -*- lexical-binding: t -*-

;; Load this, or copy what you need.  Emacs 29 and later; markdown-mode from NonGNU ELPA.

(require 'eglot)
(require 'project)

;; In front of the server that eglot has for markdown.
(add-to-list 'eglot-server-programs
             '((markdown-mode (gfm-mode :language-id "markdown")) . ("achievement-ls" "serve")))

;; A folder with a configuration is a workspace, even inside a repository.
(add-to-list 'project-vc-extra-root-markers ".achievements.yaml")

(add-hook 'markdown-mode-hook #'eglot-ensure)

(provide 'achievement-ls-eglot)
;;; achievement-ls-eglot.el ends here
