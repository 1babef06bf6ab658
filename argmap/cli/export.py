"""Give all records of a project to other tools: as JSON, one canonical file with a schema, or in a format of theirs.

What a format cannot hold is told beside the output.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from argmap.cli.output import OutputPath

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.api.loaded_corpus import LoadedCorpus


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("form", nargs="?", metavar="FORMAT", help="json, or another of --list")
    parser.add_argument("path", nargs="?", metavar="PATH", help="a folder or file of the project (default: here)")
    parser.add_argument("--list", action="store_true", help="list the formats instead")
    parser.add_argument(
        "-o",
        "--output",
        type=OutputPath,
        metavar="FILE",
        help="write to a file instead of standard output; of a format with several files, to a folder",
    )
    parser.add_argument(
        "--places", action="store_true", help="json: tell where each claim stands: file, line and picture"
    )
    parser.add_argument("--sources", metavar="DIR", help="the folder of source texts, for where cues stand in them")
    parser.add_argument("--schema", action="store_true", help="json: print the JSON Schema of the format instead")
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="an option of the format; may be repeated"
    )


def run(arguments: Namespace) -> int:
    """Export, unless there are errors: what could not be read would be missing without a word."""
    from argmap.cli.output import refused, write_output

    if arguments.list:
        return _list()
    if arguments.schema:
        from argmap.records.corpus_json import CORPUS
        from argmap.records.schema import schema_text

        return write_output(arguments.output, schema_text(CORPUS).encode())
    from pathlib import Path

    from argmap.api.loaded_corpus import json_pieces, load
    from argmap.cli.terminal import notify, say
    from argmap.workspace.settings import read_settings

    if arguments.form is None:
        say("argmap: name a format, such as json; `argmap export --list` lists them")
        return 2
    loaded = load(arguments.path or ".")
    notify(loaded.notices)
    errors = loaded.errors_in(loaded.texts)
    if errors:
        return refused(errors, loaded, "nothing is exported")
    if arguments.form != "json":
        return _export(arguments, loaded)
    placed = arguments.places or arguments.sources is not None
    folder = Path(arguments.sources) if arguments.sources is not None else None
    title = read_settings(loaded.root)[0].title
    texts = loaded.texts if placed else None

    def pieces() -> Iterator[bytes]:
        return (piece.encode() for piece in json_pieces(loaded.corpus, texts, folder, title))

    return write_output(arguments.output, pieces)


def _list() -> int:
    from argmap.api.exporting import FORMATS
    from argmap.cli.import_files import tell_formats
    from argmap.cli.terminal import tell

    tell(f"{'json':12} all records of argmap (`argmap explain json`)")
    tell_formats((name, one) for name, one in FORMATS.items() if one.writes)
    return 0


def _export(arguments: Namespace, loaded: LoadedCorpus) -> int:
    """Write the file of a format, or its files into a folder, and say beside it what it does not hold."""
    from pathlib import Path

    from argmap.api.exporting import MissingExtraError, export_files
    from argmap.cli.output import output_folder, write_output
    from argmap.cli.terminal import say
    from argmap.exchange.loss import Fate

    options = dict(option.split("=", 1) for option in arguments.set if "=" in option)
    try:
        sources = Path(arguments.sources) if arguments.sources else None
        exported = export_files(loaded, arguments.form, sources=sources, options=options)
    except MissingExtraError as error:
        say(f"argmap: {error}")
        return 2
    if len(exported.files) > 1:
        if arguments.output is None:
            say("argmap: this format has several files: name a folder for them, `-o DIR`")
            return 2
        folder = output_folder(arguments.output)
        for name, data in exported.files.items():
            write_output(str(folder / name), data)
    else:
        write_output(arguments.output, next(iter(exported.files.values()), b""))
    for fate in (Fate.CHANGED, Fate.DROPPED):
        for one in exported.loss.losses(fate):
            say(f"argmap: {fate.value}: {one}")
    return 0
