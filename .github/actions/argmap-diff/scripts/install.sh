#!/usr/bin/env bash
# Installs argmap into an environment of its own, so that nothing of the project's is touched.
set -euo pipefail
folder=${RUNNER_TEMP:?}/argmap-diff
"${PYTHON:-python3}" -m venv "$folder"
python=$folder/bin/python
[ -x "$python" ] || python=$folder/Scripts/python.exe
"$python" -m pip install --quiet --disable-pip-version-check "${PACKAGE:-$ACTION/../../..}"
echo "ARGMAP_PYTHON=$python" >>"$GITHUB_ENV"
"$python" -P -m argmap --version
