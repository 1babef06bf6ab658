# shellcheck shell=bash
# Read by the other scripts: from here on no program is found in a folder that came with the checkout, and so with a
# pull request.  Relative entries of the PATH lead there, too.
trusted=""
top=$(cd "${GITHUB_WORKSPACE:-.}" && pwd -P)
IFS=: read -ra entries <<<"$PATH"
for entry in "${entries[@]}"; do
  case $entry in /*) ;; *) continue ;; esac
  real=$(cd "$entry" 2>/dev/null && pwd -P) || continue
  case $real/ in "$top"/*) continue ;; esac
  trusted=${trusted:+$trusted:}$entry
done
export PATH=$trusted
# Where Python would look for modules, and for code to run at its start, before those that are installed.
unset PYTHONPATH PYTHONHOME PYTHONSTARTUP
# A folder of the checkout may be made to look like a bare repository, with a configuration that names programs.
git() { command git -c safe.bareRepository=explicit "$@"; }

# A reason, as an annotation of the job: a line end in it would begin another command.
say() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  echo "::error title=argmap diff::${text//$'\n'/%0A}"
  exit 1
}
