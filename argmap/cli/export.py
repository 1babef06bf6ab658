"""Print all records of a project in another format: json, one canonical file with a schema."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.cli.output import OutputPath


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("format", choices=("json",), help="the format")
    parser.add_argument("path", nargs="?", metavar="PATH", help="a folder or file of the project (default: here)")
    parser.add_argument(
        "-o", "--output", type=OutputPath, metavar="FILE", help="write to a file instead of standard output"
    )
    parser.add_argument("--places", action="store_true", help="tell where each claim stands: file, line and picture")
    parser.add_argument("--sources", metavar="DIR", help="tell, too, where its cues stand in the texts in this folder")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of the format instead")


def run(arguments: Namespace) -> int:
    """Export, unless there are errors: what could not be read would be missing without a word."""
    from argmap.cli.output import refused, write_output

    if arguments.schema:
        from argmap.records.corpus_json import CORPUS
        from argmap.records.schema import schema_text

        return write_output(arguments.output, schema_text(CORPUS).encode())
    from pathlib import Path

    from argmap.api.loaded_corpus import export_json, load
    from argmap.cli.terminal import notify
    from argmap.workspace.settings import read_settings

    loaded = load(arguments.path or ".")
    notify(loaded.notices)
    errors = loaded.errors_in(loaded.texts)
    if errors:
        return refused(errors, loaded, "nothing is exported")
    placed = arguments.places or arguments.sources is not None
    folder = Path(arguments.sources) if arguments.sources is not None else None
    title = read_settings(loaded.root)[0].title
    text = export_json(loaded.corpus, loaded.texts if placed else None, folder, title)
    return write_output(arguments.output, text.encode())
