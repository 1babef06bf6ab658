"""Write a project as one HTML page: where its texts disagree, why, and what it turns on, down to the sentences.

The page is a single file that fetches nothing, and can be mailed or put on any host. Source texts and maps are in it
only where they are asked for.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from argmap.cli.output import OutputPath

if TYPE_CHECKING:
    from argmap.api.one_page import PageOptions


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="a folder of the project (default: this)")
    parser.add_argument(
        "-o",
        "--output",
        type=OutputPath,
        default="page.html",
        metavar="FILE",
        help="default: page.html; - prints it; a .pdf is printed by a browser that is there",
    )
    add_page_options(parser)
    parser.add_argument("--diff", metavar="REF", help="show what changed since this revision, too")


def add_page_options(parser: ArgumentParser) -> None:
    """Declare what a page can show beside the argument files."""
    parser.add_argument("--sources", metavar="DIR", help="show the source texts in this folder, with every cue marked")
    parser.add_argument("--maps", action="store_true", help="show the maps of all texts")
    parser.add_argument("--title", default="", metavar="TEXT", help="default: the `title` of the settings")
    parser.add_argument("--code", default="", metavar="URL", help="lead to lines of files below this https address")


def run(arguments: Namespace) -> int:
    """Write the page, unless there are errors in the files; links that cannot all hold are left out."""
    from pathlib import Path

    from argmap.api.loaded_corpus import load
    from argmap.api.one_page import page
    from argmap.cli.output import refused, write_output
    from argmap.cli.terminal import notify, say, tell

    options = page_options(arguments)
    loaded = load(Path(arguments.folder))
    notify(loaded.notices)
    errors = loaded.errors_of_reading
    if errors:
        return refused(errors, loaded, "no page is made, since it would lack what could not be read")
    if not loaded.corpus.documents:
        say("argmap: there is no document yet, so there is nothing to show; `argmap new` starts one")
        return 2
    diffed = None
    if arguments.diff:
        from argmap.api.diffing import diff

        diffed = diff(arguments.diff, cwd=loaded.root)
    html = page(loaded, options, diffed)
    if arguments.output.lower().endswith(".pdf"):
        from argmap.render.media import page_pdf

        code = write_output(arguments.output, page_pdf(html))
    else:
        code = write_output(arguments.output, html.encode())
    if not code and arguments.output != "-":
        tell(arguments.output)
    return code


def page_options(arguments: Namespace) -> PageOptions:
    """What the words on the command line ask for."""
    from pathlib import Path

    from argmap.api.one_page import PageOptions

    return PageOptions(
        title=arguments.title,
        sources=Path(arguments.sources) if arguments.sources else None,
        maps=arguments.maps,
        code=arguments.code,
    )
