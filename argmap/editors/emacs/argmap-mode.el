;;; argmap-mode.el --- Argument files -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.1"))
;; Keywords: languages
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Colours, indentation, comments and an index for files that end in `.argmap'.  `M-x eglot' connects to `argmap lsp',
;; which finds, completes, renames and mends: pip install 'argmap[lsp]'.

;;; Code:

(require 'seq)

(defgroup argmap nil
  "Argument files."
  :group 'languages)

(defface argmap-denied-face
  '((((background dark)) :foreground "#e98a50" :slant italic)
    (t :foreground "#b8470a" :slant italic))
  "The text of a claim that the author denies.")

;; Made from the words of the language by `python -m argmap.editors.generated': change nothing between the two rules.
;; ----------------------------------------
(defconst argmap-contexts
  '(
    (start
     ("\\(\\(?:  \\)+\\)" default deeper)
     ("\\(actor\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face actor-to-name)
     ("\\(\\(?:claims\\|doubts\\|endorses\\|implies\\|reports\\|supposes\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face claim)
     ("\\(denies\\)\\(?:[ \t,.():]\\|$\\)" argmap-denied-face denied-claim)
     ("\\(document\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face document-to-name)
     ("\\(issue\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face issue-to-name)
     ("\\(link\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face link)
     ("\\(section\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face section)
     ("\\(term\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face term-to-name)
     ("\\([ \t][^ \t\n]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (deeper
     ("\\(\\(?:also\\|by\\|cites\\|language\\|note\\|publisher\\|short\\|source\\|step-note\\|tags\\|topic\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face prose)
     ("\\(\\(?:and\\|because\\|despite\\|if\\|objection\\|only-if\\|undercut\\|unless\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-builtin-face step)
     ("\\(answers\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face answers)
     ("\\(\\(?:as-of\\|date\\|said\\|until\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face a-date)
     ("\\(\\(?:at\\|step-at\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face place)
     ("\\(author\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face author-to-name)
     ("\\(changes\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face yes-or-no)
     ("\\(\\(?:compatible\\|exhaustive\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face positions)
     ("\\(kind\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face a-kind)
     ("\\(level\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face a-level)
     ("\\(order\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face positions-in-an-order)
     ("\\(position\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face position-to-name)
     ("\\(silent\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face issues)
     ("\\(speaks-for\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face an-actor)
     ("\\(sure\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face a-number-from-0-to-1)
     ("\\(thesis\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face a-claim)
     ("\\(was\\)\\(?:[ \t,.():]\\|$\\)" font-lock-variable-name-face ids-that-were)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (rest
     ("\\(.+\\)" default rest)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (claim
     ("\\(from\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-claim)
     ("\\([(]\\)" default strength-of-claim)
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face named-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-claim
     ("\\(from\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-claim)
     ("\\([(]\\)" default strength-of-claim)
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (holders-of-claim
     ("\\(quoting\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-claim)
     ("\\([(]\\)" default strength-of-claim)
     ("\\(:\\)" default text)
     ("\\(,\\)" default holders-of-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face holders-of-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (strength-of-claim
     ("\\(\\(?:certain\\|could\\|even-chance\\|likely\\|must\\|must-not\\|no-chance\\|possible\\|should\\|should-not\\|unlikely\\|very-likely\\|very-unlikely\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face strength-of-claim)
     ("\\([.][.]\\)" default strength-of-claim)
     ("\\([)]\\)" default end-of-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (end-of-claim
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (denied-claim
     ("\\(from\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-denied-claim)
     ("\\([(]\\)" default strength-of-denied-claim)
     ("\\(:\\)" default denied-text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face named-denied-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-denied-claim
     ("\\(from\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-denied-claim)
     ("\\([(]\\)" default strength-of-denied-claim)
     ("\\(:\\)" default denied-text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (holders-of-denied-claim
     ("\\(quoting\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-denied-claim)
     ("\\([(]\\)" default strength-of-denied-claim)
     ("\\(:\\)" default denied-text)
     ("\\(,\\)" default holders-of-denied-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face holders-of-denied-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (strength-of-denied-claim
     ("\\(\\(?:certain\\|could\\|even-chance\\|likely\\|must\\|must-not\\|no-chance\\|possible\\|should\\|should-not\\|unlikely\\|very-likely\\|very-unlikely\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face strength-of-denied-claim)
     ("\\([.][.]\\)" default strength-of-denied-claim)
     ("\\([)]\\)" default end-of-denied-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (end-of-denied-claim
     ("\\(:\\)" default denied-text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (step
     ("\\([(]\\)" default scheme)
     ("\\(\\(?:claims\\|doubts\\|endorses\\|implies\\|reports\\|supposes\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face claim)
     ("\\(denies\\)\\(?:[ \t,.():]\\|$\\)" argmap-denied-face denied-claim)
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+[.][^ \t\n,.():>|\"“”]+\\)" link end)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face named-claim)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (scheme
     ("\\(\\(?:analogy\\|authority\\|background\\|cause\\|classification\\|consequence\\|definition\\|example\\|explanation\\|parts\\|precedent\\|sign\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-preprocessor-face scheme)
     ("\\(\\(?:certain\\|could\\|even-chance\\|likely\\|must\\|must-not\\|no-chance\\|possible\\|should\\|should-not\\|unlikely\\|very-likely\\|very-unlikely\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face scheme)
     ("\\([.][.]\\)" default scheme)
     ("\\(,\\)" default scheme)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-preprocessor-face scheme)
     ("\\([)]\\)" default step)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (section
     ("\\(:\\)" default title)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (actor-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face named-actor)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-actor
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (author-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face named-author)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-author
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (document-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face named-document)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-document
     ("\\(:\\)" default title)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (issue-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face named-issue)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-issue
     ("\\(:\\)" default title)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (position-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face named-position)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-position
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (term-to-name
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face named-term)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (named-term
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (link
     ("\\([^ \t\n,.():>|\"“”]+[.][^ \t\n,.():>|\"“”]+\\)" link relation)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face relation)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (relation
     ("\\(\\(?:contradicts\\|contrary-to\\|entails\\|in-tension-with\\|same-as\\|supersedes\\|unrelated-to\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-builtin-face target)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (target
     ("\\([^ \t\n,.():>|\"“”]+[.][^ \t\n,.():>|\"“”]+\\)" link end-of-link)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face end-of-link)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (end-of-link
     ("\\([(]\\)" default confidence)
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (confidence
     ("\\([0-9]*[.]?[0-9]+\\)" font-lock-constant-face confidence)
     ("\\([)]\\)" default end-of-link)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (answers
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face answered-issue)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (answered-issue
     ("\\(:\\)" default answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (answer
     ("\\(not\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face answer)
     ("\\(open\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face end-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face end-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (end-of-answer
     ("\\(from\\)\\(?:[ \t,.():]\\|$\\)" font-lock-keyword-face holders-of-answer)
     ("\\([(]\\)" default strength-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (holders-of-answer
     ("\\(,\\)" default holders-of-answer)
     ("\\([(]\\)" default strength-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face holders-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (strength-of-answer
     ("\\(\\(?:certain\\|could\\|even-chance\\|likely\\|must\\|must-not\\|no-chance\\|possible\\|should\\|should-not\\|unlikely\\|very-likely\\|very-unlikely\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face strength-of-answer)
     ("\\([.][.]\\)" default strength-of-answer)
     ("\\([)]\\)" default end-of-answer)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (place
     ("\\(:\\)" default place-in-the-source)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (place-in-the-source
     ("\\(\\(?:p[.][ \t]*\\)?[0-9]+\\)" font-lock-constant-face place-in-the-source)
     ("\\([\"“”].*[\"“”]\\)" font-lock-string-face place-in-the-source)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (prose
     ("\\(:\\)" default text)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-date
     ("\\(:\\)" default a-date-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-number-from-0-to-1
     ("\\(:\\)" default a-number-from-0-to-1-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-level
     ("\\(:\\)" default a-level-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-kind
     ("\\(:\\)" default a-kind-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (yes-or-no
     ("\\(:\\)" default yes-or-no-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-claim
     ("\\(:\\)" default a-claim-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (an-actor
     ("\\(:\\)" default an-actor-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (issues
     ("\\(:\\)" default issues-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (positions
     ("\\(:\\)" default positions-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (positions-in-an-order
     ("\\(:\\)" default positions-in-an-order-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (ids-that-were
     ("\\(:\\)" default ids-that-were-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-date-that-is-set
     ("\\([0-9]+\\(?:-[0-9]+\\)*\\(?:T[0-9:]+\\)?\\)" font-lock-constant-face a-date-that-is-set)
     ("\\([.][.]\\)" default a-date-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-number-from-0-to-1-that-is-set
     ("\\([0-9]*[.]?[0-9]+\\)" font-lock-constant-face a-number-from-0-to-1-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-level-that-is-set
     ("\\([0-9]+\\)" font-lock-constant-face a-level-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-kind-that-is-set
     ("\\(\\(?:fact\\|policy\\|prediction\\|value\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face a-kind-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (yes-or-no-that-is-set
     ("\\(\\(?:no\\|yes\\)\\)\\(?:[ \t,.():]\\|$\\)" font-lock-constant-face yes-or-no-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (a-claim-that-is-set
     ("\\([^ \t\n,.():>|\"“”]+[.][^ \t\n,.():>|\"“”]+\\)" link a-claim-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face a-claim-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (an-actor-that-is-set
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-type-face an-actor-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (issues-that-is-set
     ("\\(,\\)" default issues-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face issues-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (positions-that-is-set
     ("\\(,\\)" default positions-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face positions-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (positions-in-an-order-that-is-set
     ("\\([>]\\)" default positions-in-an-order-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-constant-face positions-in-an-order-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (ids-that-were-that-is-set
     ("\\(,\\)" default ids-that-were-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-function-name-face ids-that-were-that-is-set)
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (end
     ("\\([^ \t\n,.():>|\"“”]+\\)" font-lock-warning-face rest)
     ("\\([^ \t\n]\\)" font-lock-warning-face rest))
    (text ("\\(.+\\)" default text))
    (denied-text ("\\(.+\\)" argmap-denied-face denied-text))
    (title ("\\(.+\\)" bold title)))
  "By context, patterns, each with its face and the context of what follows.")

(defconst argmap-texts '(text denied-text title)
  "The contexts of what can go on in lines that begin with a bar.")

(defconst argmap-statements '("actor" "claims" "denies" "document" "doubts" "endorses" "implies" "issue" "link" "reports" "section" "supposes" "term")
  "The words that begin a statement.")
;; ----------------------------------------

(defun argmap--read-line (paint)
  "Read the line at point, and return the context in which it ends.
With PAINT, give everything that is read its face."
  (beginning-of-line)
  (let ((context 'start) (end (line-end-position)) rule)
    (while (progn
             (unless (eq context 'start) (skip-chars-forward " \t" end))
             (and (< (point) end)
                  (setq rule (seq-find (lambda (one) (looking-at (car one))) (alist-get context argmap-contexts)))))
      (when paint (put-text-property (match-beginning 1) (match-end 1) 'face (nth 1 rule)))
      (goto-char (match-end 1))
      (setq context (nth 2 rule)))
    context))

(defun argmap--context-above ()
  "The context in which the line ends that the line at point goes on with."
  (save-excursion
    (beginning-of-line)
    (while (and (zerop (forward-line -1)) (looking-at "[ \t]*\\(?:[|#]\\|$\\)")))
    (argmap--read-line nil)))

(defun argmap--fontify (limit)
  "Give everything from point to LIMIT its face."
  (beginning-of-line)
  (let ((context (argmap--context-above)))
    (while (< (point) limit)
      (cond
       ((looking-at "[ \t]*$"))
       ((looking-at "[ \t]*\\(#.*\\)")
        (put-text-property (match-beginning 1) (match-end 1) 'face 'font-lock-comment-face))
       ((and (looking-at "[ \t]*\\(|\\)\\(.*\\)") (memq context argmap-texts))
        (put-text-property (match-beginning 1) (match-end 1) 'face 'font-lock-comment-delimiter-face)
        (put-text-property (match-beginning 2) (match-end 2) 'face (nth 1 (car (alist-get context argmap-contexts)))))
       (t (setq context (argmap--read-line t))))
      (forward-line)
      (when (eobp) (setq limit (point-min)))))
  nil)

(defun argmap--lines-that-go-on (begin end _length)
  "The region to colour again after a change from BEGIN to END.
The lines that go on with a text are coloured as the line where it begins."
  (save-excursion
    (goto-char end)
    (while (and (zerop (forward-line)) (not (eobp)) (looking-at "[ \t]*\\(?:[|#]\\|$\\)")))
    (cons begin (point))))

(defun argmap-indent-line ()
  "Indent as the line above.
Again, it is a level deeper than that, and then from the margin on."
  (interactive)
  (let* ((above (save-excursion
                  (beginning-of-line)
                  (skip-chars-backward " \t\n")
                  (if (bobp) -2 (current-indentation))))
         (deepest (+ above 2))
         (now (current-indentation)))
    (indent-line-to
     (cond
      ((and (eq last-command this-command) (< now deepest)) (+ now 2))
      ((eq last-command this-command) 0)
      (t (max above 0))))))

(defvar argmap-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?- "w" table)
    (modify-syntax-entry ?\" "." table)
    table)
  "Ids have hyphens, and a quotation mark in prose begins no string.")

;;;###autoload
(define-derived-mode argmap-mode prog-mode "argmap"
  "For files that say what several authors argue."
  (setq-local font-lock-defaults '(((argmap--fontify)) t))
  (setq-local font-lock-extend-after-change-region-function #'argmap--lines-that-go-on)
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "^[ \t]*#+[ \t]*")
  (setq-local comment-end "")
  (setq-local indent-tabs-mode nil)
  (setq-local tab-width 2)
  (setq-local indent-line-function #'argmap-indent-line)
  (setq-local imenu-generic-expression
              `((nil ,(concat "^" (regexp-opt argmap-statements) "[ \t]+\\([^ \t\n:(]+\\)") 1))))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.argmap\\'" . argmap-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(argmap-mode . ("argmap" "lsp"))))

(provide 'argmap-mode)

;;; argmap-mode.el ends here
