#!/usr/bin/env bash
# Finds the commit to compare with, and fetches as little as that takes: checkouts are usually one commit deep.
set -euo pipefail
. "${BASH_SOURCE[0]%/*}/surroundings.sh"
[ -n "${BASE:-}" ] || say "there is nothing to compare with: give the input \`base\`"
case $BASE in -*) say "a base does not begin with a hyphen" ;; esac
found() {
  echo "old=$1" >>"$GITHUB_OUTPUT"
  echo "compared with $1"
  exit 0
}
# The first push of a branch has no commit before it: an empty folder is what there was.
nothing=${RUNNER_TEMP:?}/argmap-diff-nothing
case $BASE in *[!0]*) ;; *) mkdir -p "$nothing/arguments" && found "$nothing" ;; esac

# What git itself refuses, such as a checkout that belongs to somebody else, is told in its own words.
refusal=$(git rev-parse --git-dir 2>&1 >/dev/null) || say "git says: ${refusal:-nothing, but it failed}"
fetch() { git fetch --quiet --no-tags --no-recurse-submodules "$@" 2>&1 >/dev/null; }

has() { git cat-file -e "$1^{commit}" 2>/dev/null; }
known() { git rev-parse --quiet --verify "$1^{commit}" 2>/dev/null || git rev-parse --quiet --verify "origin/$1^{commit}" 2>/dev/null; }
commit=$(known "$BASE" || true)
if [ -z "$commit" ]; then
  refusal=$(fetch --depth=1 origin "$BASE") ||
    say "\`$BASE\` is not in this clone, and cannot be fetched; git says: ${refusal:-nothing, but it failed}
A force push may have removed it."
  commit=$(git rev-parse --verify "FETCH_HEAD^{commit}")
fi

if [ "$commit" = "$(git rev-parse HEAD)" ]; then found "$commit"; fi
# A pull request is checked out as the merge that it would be: what it changes is what differs from the first parent.
parents=$(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p')
if [ "$(printf '%s\n' "$parents" | sed -n 1p)" = "$commit" ]; then found "$commit"; fi
# The base has moved on since the merge was made: the merge still says with what.
if [ "$(printf '%s\n' "$parents" | grep -c .)" = 2 ]; then
  first=$(printf '%s\n' "$parents" | sed -n 1p)
  has "$first" || fetch --depth=1 origin "$first" >/dev/null || true
  if has "$first"; then found "$first"; fi
fi

# Elsewhere it is what differs from where the two histories part.
deepened=0
while ! merged=$(git merge-base HEAD "$commit" 2>/dev/null); do
  [ "$(git rev-parse --is-shallow-repository)" = true ] || say "HEAD and \`$BASE\` have no commit in common"
  if [ "$deepened" -lt 800 ]; then
    deepened=$((deepened * 4 + 50))
    fetch --deepen="$deepened" origin HEAD "$commit" >/dev/null || deepened=800
  else
    refusal=$(fetch --unshallow origin) ||
      say "the history is cut off: check out with \`fetch-depth: 0\`; git says: ${refusal:-nothing, but it failed}"
  fi
done
found "$merged"
