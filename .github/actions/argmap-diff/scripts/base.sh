#!/usr/bin/env bash
# Finds the commit to compare with, and fetches as little as that takes: checkouts are usually one commit deep.
set -euo pipefail
say() { echo "::error title=argmap diff::$1"; exit 1; }
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

has() { git cat-file -e "$1^{commit}" 2>/dev/null; }
known() { git rev-parse --quiet --verify "$1^{commit}" 2>/dev/null || git rev-parse --quiet --verify "origin/$1^{commit}" 2>/dev/null; }
commit=$(known "$BASE" || true)
if [ -z "$commit" ]; then
  git fetch --quiet --no-tags --depth=1 origin "$BASE" 2>/dev/null ||
    say "\`$BASE\` is nowhere to be had: it was perhaps removed by a force push"
  commit=$(git rev-parse --verify "FETCH_HEAD^{commit}")
fi

if [ "$commit" = "$(git rev-parse HEAD)" ]; then found "$commit"; fi
# A pull request is checked out as the merge that it would be: what it changes is what differs from the first parent.
parents=$(git cat-file commit HEAD | sed -n '/^$/q; s/^parent //p')
if [ "$(printf '%s\n' "$parents" | sed -n 1p)" = "$commit" ]; then found "$commit"; fi
# The base has moved on since the merge was made: the merge still says with what.
if [ "$(printf '%s\n' "$parents" | grep -c .)" = 2 ]; then
  first=$(printf '%s\n' "$parents" | sed -n 1p)
  has "$first" || git fetch --quiet --no-tags --depth=1 origin "$first" 2>/dev/null || true
  if has "$first"; then found "$first"; fi
fi

# Elsewhere it is what differs from where the two histories part.
deepened=0
while ! merged=$(git merge-base HEAD "$commit" 2>/dev/null); do
  [ "$(git rev-parse --is-shallow-repository)" = true ] || say "HEAD and \`$BASE\` have no commit in common"
  if [ "$deepened" -lt 800 ]; then
    deepened=$((deepened * 4 + 50))
    git fetch --quiet --no-tags --deepen="$deepened" origin HEAD "$commit" 2>/dev/null || deepened=800
  else
    git fetch --quiet --no-tags --unshallow origin || say "the history is cut off: check out with \`fetch-depth: 0\`"
  fi
done
found "$merged"
