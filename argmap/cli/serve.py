"""Show the page of a project live: it follows whatever is saved, and keeps its place. Only this machine can open it.

Ends with Ctrl+C.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from argmap.cli.page import add_page_options, page_options

if TYPE_CHECKING:
    from argmap.api.one_page import BuiltPage


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="a folder of the project (default: this)")
    parser.add_argument("--port", type=int, default=0, metavar="N", help="default: any that is free")
    parser.add_argument("--open", action="store_true", help="open it in the browser")
    add_page_options(parser)


def run(arguments: Namespace) -> int:
    """Serve until interrupted."""
    from pathlib import Path

    from argmap.api.one_page import PageBuilder
    from argmap.api.serving import serve
    from argmap.cli.terminal import say, tell
    from argmap.workspace.project_files import find_root

    if not 0 <= arguments.port <= 65535:
        say(f"argmap: {arguments.port} is no port; there are 1 to 65535, and 0 for any that is free")
        return 2
    builder = PageBuilder(find_root(Path(arguments.folder)), page_options(arguments))
    serving = serve(builder, _explained, arguments.port)
    tell(serving.address)
    say("argmap: shown as long as this runs; Ctrl+C ends it")
    if arguments.open:
        import webbrowser

        webbrowser.open(serving.address)
    try:
        serving.run()
    except KeyboardInterrupt:
        say("")
    return 0


def _explained(built: BuiltPage) -> str:
    from argmap.report.findings.full import full
    from argmap.report.terminal_text import PLAIN

    return full(built.errors[:5], built.texts, PLAIN, 100)
