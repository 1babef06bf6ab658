"""Serve an editor, which starts this itself, over standard input and output (Language Server Protocol)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    # Many editors give this word to every server, and it says what is done anyway.
    parser.add_argument("--stdio", action="store_true", help="over standard input and output, as always")


def run(arguments: Namespace) -> int:  # noqa: ARG001
    """Serve until the editor ends it."""
    import sys

    from argmap.cli.terminal import say

    try:
        from argmap.lsp.server import run as serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs"):
            raise
        say("argmap: a language server needs two more packages: pip install 'argmap[lsp]'")
        return 2
    if sys.stdin.isatty():
        say("argmap: this is for an editor, which starts it and talks to it; `argmap check --watch` is for people")
        return 2
    return serve(sys.stdin.buffer, sys.stdout.buffer)
