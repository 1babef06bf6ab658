#!/usr/bin/env bash
# Installs argmap into an environment of its own, so that nothing of the project's is touched, and nothing of it runs:
# a `venv.py` or `pip.py` in the checkout would otherwise stand in for the real one.
set -euo pipefail
. "${BASH_SOURCE[0]%/*}/surroundings.sh"
package=${PACKAGE:-$ACTION/../../..}
# A path is meant from where the workflow stands; a bare name is one to install from an index.
case $package in ./* | ../* | . | ..) package=$PWD/$package ;; esac
python=${PYTHON:-python3}
case $python in /*) ;; */*) python=$PWD/$python ;; esac
folder=${RUNNER_TEMP:?}/argmap-diff
empty=$(mktemp -d "$RUNNER_TEMP/argmap-diff-empty.XXXXXX")
cd "$empty"
"$python" -I -m venv "$folder"
own=$folder/bin/python
[ -x "$own" ] || own=$folder/Scripts/python.exe
"$own" -I -m pip install --quiet --disable-pip-version-check "$package"
echo "ARGMAP_PYTHON=$own" >>"$GITHUB_ENV"
"$own" -I -m argmap --version
