"""Tell git what argument files are: after which statement a hunk of a diff is named, and what a word is.

With --driver, `git diff` says first what an edit changes, and so do `git show` and `git log -p` with --ext-diff; with
--no-ext-diff, `git diff` shows the lines alone. With --merge, git merges argument files statement by statement, and
keeps one side of a render until `argmap build` makes it anew. `uninstall` takes away what `install` wrote, and nothing
else; `status` says what is set, and where.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.git.driver_setup import Done, Scope, Setup
    from argmap.git.file_drivers import Part

_COMMANDS = {
    "PATTERNS": "argmap git install",
    "DIFF": "argmap git install --driver",
    "MERGE": "argmap git install --merge",
    "RENDERS": "argmap git install --merge",
}
ACTIONS = ("install", "uninstall", "status")
_CALLED_BY_GIT = ("diff-driver", "merge-driver", "renders-driver", "textconv")


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    # What git calls takes words of its own, and is no concern of anybody else.
    parser.add_argument("words", nargs="*", metavar="|".join(ACTIONS), help="what to do")
    parser.add_argument(
        "--global", action="store_true", dest="everywhere", help="for you, in all repositories, and not in this one"
    )
    parser.add_argument("--driver", action="store_true", help="with install: also the diff driver")
    parser.add_argument("--merge", action="store_true", help="with install: also the merge driver")


def run(arguments: Namespace) -> int:
    """Do it, and say what was done; exit code 1 where something was left alone that says otherwise."""
    action, *words = arguments.words or [""]
    if action in _CALLED_BY_GIT:
        from argmap.cli import drivers

        return {
            "diff-driver": drivers.diff_driver,
            "merge-driver": drivers.merge_driver,
            "renders-driver": drivers.renders_driver,
            "textconv": drivers.textconv,
        }[action](words)
    from argmap.git.driver_setup import Scope
    from argmap.source.nearest import suggestion
    from argmap.workspace.errors import RefusedError

    if action not in ACTIONS:
        wrong = f"there is no `argmap git {action}`{suggestion(action, ACTIONS)}" if action else "what is to be done?"
        raise RefusedError(wrong, f"there are: {', '.join(ACTIONS)}")
    if words:
        raise RefusedError(f"`argmap git {action}` takes no `{words[0]}`")
    if action != "install" and (arguments.driver or arguments.merge):
        raise RefusedError("--driver and --merge go with `argmap git install`")
    scope = Scope.USER if arguments.everywhere else Scope.REPOSITORY
    if action == "install":
        return _install(scope, driver=arguments.driver, merge=arguments.merge)
    return _uninstall(scope) if action == "uninstall" else _status(scope)


def _install(scope: Scope, *, driver: bool, merge: bool) -> int:
    from argmap.cli.terminal import say
    from argmap.git.driver_setup import Step, install
    from argmap.git.file_drivers import Part, program

    parts = {Part.PATTERNS} | ({Part.DIFF} if driver else set()) | ({Part.MERGE, Part.RENDERS} if merge else set())
    done = install(Path(), scope, parts, program(Path()))
    _show(done)
    written = [one.where for one in done if one.step is Step.WRITTEN]
    if any(isinstance(where, Path) and where.name == ".gitattributes" for where in written):
        say("commit .gitattributes, and whoever works here needs only `argmap git install`")
    return int(any(one.step is Step.LEFT for one in done))


def _uninstall(scope: Scope) -> int:
    from argmap.cli.terminal import say
    from argmap.git.driver_setup import Step, uninstall

    done = uninstall(Path(), scope)
    _show(done)
    if not done:
        say("there is nothing that `argmap git install` wrote")
    return int(any(one.step is Step.LEFT for one in done))


def _status(scope: Scope) -> int:
    from argmap.git.driver_setup import PATTERN, Scope, attributes_in_force, setup
    from argmap.git.file_drivers import Part, program

    here = Path()
    setups = [setup(here, Scope.USER)]
    if scope is Scope.REPOSITORY:
        setups.insert(0, setup(here, Scope.REPOSITORY))
    in_force = attributes_in_force(here) if scope is Scope.REPOSITORY else setups[0].attributes
    for part in Part:
        said = in_force.get(part.pattern, {}).get(part.attribute, "unspecified")
        print(f"{part.value}: {_state(part, setups, said)}")
    for one in setups:
        if one.has_textconv:
            print(_outdated(one.scope))
    for one in setups:
        lines = [f"{pattern} {', '.join(found.values())}" for pattern, found in one.attributes.items() if found]
        print(f"{_shown(one.file)}: {'; '.join(lines) or f'nothing about {PATTERN}'}")
    current = program(here)
    for name in dict.fromkeys(name for one in setups for name in one.programs):
        print(f"git starts `{name}`: {_found(name, current)}")
    return 0


def _state(part: Part, setups: Sequence[Setup], attribute: str) -> str:
    """Whether a part is on, where it is set, and what it lacks."""
    places = [_shown(one.scope) for one in setups if one.has(part)]
    if not places:
        return f"off; `{_COMMANDS[part.name]}` switches it on"
    where = f"set in {' and in '.join(places)}"
    if attribute.removeprefix(f"{part.attribute}=") == part.driver:
        return f"on, {where}"
    return f"off, though {where}: to git, {part.attribute} of {part.pattern} is {attribute}; `{_COMMANDS[part.name]}`"


def _outdated(scope: Scope) -> str:
    """What is wrong with a setting that an older argmap left."""
    from argmap.git.driver_setup import Scope
    from argmap.git.file_drivers import TEXTCONV

    command = f"argmap git install{' --global' if scope is Scope.USER else ''}"
    return (
        f"{TEXTCONV}: an older argmap set it in {_shown(scope)}, and with it `git show` prints no patch that can be "
        f"applied, and `git log -S` and `git blame` find lines that are in no file; `{command}` takes it away"
    )


def _found(name: str, current: str) -> str:
    from argmap.git.driver_setup import answers

    if not answers(name, Path()):
        return "which is not there any more; run the same `argmap git install` again"
    return "found" if name == current else f"found, but install would write `{current}` now"


def _show(done: Sequence[Done]) -> None:
    from argmap.cli.terminal import say
    from argmap.git.driver_setup import Step
    from argmap.report.visible import visible

    for one in done:
        where = _shown(one.where)
        if one.step is Step.LEFT:
            say(f"left alone: {one.what} in {where}, where it says `{visible(one.found)}`")
        else:
            print(f"{one.step.value}: {one.what} in {where}")


def _shown(where: Scope | Path) -> str:
    """A file as it is called from here, or a scope."""
    from argmap.git.driver_setup import Scope
    from argmap.report.visible import visible

    if isinstance(where, Scope):
        return "this repository's configuration" if where is Scope.REPOSITORY else "your configuration"
    here = Path.cwd().resolve()
    return visible(str(where.relative_to(here) if where.is_relative_to(here) else where))
