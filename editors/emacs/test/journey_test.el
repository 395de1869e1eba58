;;; journey_test.el --- The journey of all editors, by eglot -*- lexical-binding: t -*-

;; emacs -Q --batch -l journey_test.el ACHIEVEMENT REVIEW, with CONFIGURATION naming
;; the file shipped and PATIENCE the seconds that an answer may take.  See run.sh.

(require 'cl-lib)
(setq native-comp-jit-compilation nil
      make-backup-files nil create-lockfiles nil auto-save-default nil)
(load (getenv "CONFIGURATION") nil t)
(require 'markdown-mode)
(require 'flymake)
(require 'xref)

(defvar checks 0)
(defun ok (condition what &optional got)
  "Report WHAT; end with GOT where CONDITION is nil."
  (cl-incf checks)
  (princ (format "%s %d - %s\n" (if condition "ok" "not ok") checks what))
  (unless condition
    (princ (format "# got: %S\n" got))
    (kill-emacs 1)))

(defun eventually (what want probe)
  "Wait until PROBE returns WANT, and report WHAT."
  (let ((end (+ (float-time) (string-to-number (getenv "PATIENCE")))) got)
    (while (and (not (equal want (setq got (funcall probe)))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (ok (equal want got) what got)))

(defun findings ()
  "The diagnostics of the buffer: line, the text they are about, rule."
  (flymake-start)
  (sort (mapcar (lambda (d)
                  (format "%d %s: %s" (line-number-at-pos (flymake-diagnostic-beg d))
                          (buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d))
                          (cond ((string-match-p "is missing" (flymake-diagnostic-text d)) "missing")
                                ((string-match-p "is a 25% reduction, not 45%" (flymake-diagnostic-text d)) "not 45%")
                                (t (flymake-diagnostic-text d)))))
                (flymake-diagnostics))
        #'string<))

(defun visit (file)
  "Open FILE as a person does, and wait until eglot manages it."
  (find-file file)
  (run-hooks 'post-command-hook)      ; batch mode has no command loop
  (eventually "the server is attached" t (lambda () (and (eglot-managed-p) t)))
  (flymake-mode 1))

(defun act (title kind)
  "Carry out the code action of KIND at point that TITLE names."
  (let ((action (cl-find-if (lambda (a) (string-match-p title (plist-get a :title)))
                            (eglot-code-actions (point) (point) kind))))
    (ok action (format "an action offers %s" title))
    (eglot-execute (eglot--current-server-or-lose) action)))

(defun complete (text)
  "Type TEXT and complete it; of a list take the first candidate, as M-<down> M-RET does."
  (insert text)
  (eglot--signal-textDocument/didChange)
  (completion-at-point)
  (when (get-buffer-window "*Completions*")
    (minibuffer-next-completion)
    (minibuffer-choose-completion)))

(defun line () (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

(setq eglot-sync-connect 10 eglot-confirm-server-edits nil eglot-autoshutdown nil)
(defvar achievement (car command-line-args-left))
(defvar review (cadr command-line-args-left))
(setq command-line-args-left nil)

(visit achievement)
(ok (eq major-mode 'markdown-mode) "the mode is markdown-mode" major-mode)
(eventually "findings stand where they belong"
            '("1 Achievement: Shortened the Wait at the Open Evening: missing" "29 45%: not 45%")
            #'findings)

(goto-char (point-min))
(search-forward "(45")
(act "Change to" "quickfix")
(ok (string-match-p "(25% reduction)" (line)) "the percentage is mended" (line))

(goto-char (+ 3 (point-min)))
(act "Collaboration" "quickfix")
(ok (search-forward "| [Name]" nil t) "a row waits for a collaborator" (buffer-string))
(delete-region (line-beginning-position) (line-end-position))
(complete "| Moni")
(ok (string-match-p "^| Monika Braun | Head Teacher |" (line)) "the row names the collaborator and the role" (line))
(delete-region (+ (line-beginning-position) (length "| Monika Braun | Head Teacher |")) (line-end-position))
(end-of-line)
(insert " Welcomed the families |")

(goto-char (point-max))
(search-backward "- #school")
(end-of-line)
(insert "\n")
(complete "- #fam")
(ok (equal (line) "- #families") "the tag is completed" (line))
(eglot--signal-textDocument/didChange)
(eventually "nothing is found any more" nil #'findings)
(save-buffer)

(visit review)
(search-forward "[ACH-00" nil nil 2)
(let ((place (point)))
  (ok (ignore-errors (xref-find-definitions (thing-at-point 'symbol t)) t) "a definition is found")
  (ok (equal (file-truename achievement) (file-truename buffer-file-name)) "the review leads to the achievement" buffer-file-name)
  (xref-go-back)
  (ok (and (equal (file-truename review) (file-truename buffer-file-name)) (= place (point))) "and back" buffer-file-name))

(princ (format "1..%d\n" checks))
