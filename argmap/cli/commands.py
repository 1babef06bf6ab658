"""The table of commands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from importlib import import_module
from typing import Protocol, cast

COMMANDS = {
    "build": "check everything, then draw what changed into renders/",
    "check": "say what is wrong, doubtful or untidy",
    "fmt": "write argument files in their canonical form",
    "render": "draw one document, as SVG or DOT",
    "show": "print the argument of a document as text",
    "compare": "say where authors disagree, where they agree, and what it turns on",
    "suggest": "show where authors may answer, agree or conflict, and nobody has marked it",
    "source": "print the text of a source in which cues are looked up",
    "prompt": "print what to give to a language model that is to draft an encoding",
    "page": "write a project as one HTML page, which fetches nothing",
    "serve": "show that page live, beside whoever edits the files",
    "diff": "say which stances, conflicts and grounds changed, between files or revisions",
    "log": "follow one claim through its history, from commit to commit",
    "git": "tell git what argument files are: hunk headers, diffs and merges",
    "import": "make argument files of what other tools keep: tables, annotations, maps",
    "export": "give all records to other tools",
    "new": "start the file of a document",
    "lsp": "serve an editor, which starts this itself",
    "editor": "write what an editor needs: colours, and what starts the language server",
    "explain": "say what a code or a kind of change means, or print the language reference",
    "completion": "print a script for the completion of your shell",
}
"""Every command with what it does, in the order in which people meet them."""


_MODULES = {"import": "import_files"}
"""The modules of commands that are called by a word of Python."""


class Command(Protocol):
    """A module of this room that is a command."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: Namespace) -> int:
        """Do it; the exit code."""


def command(name: str) -> Command:
    """The module of a command, imported now."""
    return cast(Command, import_module(f"argmap.cli.{_MODULES.get(name, name)}"))
