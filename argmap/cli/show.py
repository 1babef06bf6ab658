"""Print the argument of a document as an indented list: each claim with what stands for and against it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.cli.output import add_format


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("document", metavar="DOC", help="the id of a document, or its file")
    add_format(parser)
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")


def run(arguments: Namespace) -> int:
    """Print its trees, unless there are errors in what they are made of."""
    from argmap.api.loaded_corpus import show
    from argmap.cli.chosen import readable
    from argmap.cli.output import write_output
    from argmap.cli.terminal import width

    found = readable(arguments.document, "the argument is not shown, since it would lack what could not be read")
    if isinstance(found, int):
        return found
    document, loaded = found
    text = show(loaded.corpus, document, arguments.format, width=max(40, arguments.width or width()))
    return write_output(None, text.encode("utf-8", "replace"))
