"""Show where authors may answer, agree or conflict, and nobody has marked it: texts, evidence, and lines to paste.

What is suggested is a place to look, and nothing is written before it is accepted or rejected. Each suggestion is as
good as its band: how often two texts that look so alike said the same, where that was measured.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.suggesting import Wanted
    from argmap.project.corpus_loader import Loaded

_KINDS = ("answers", "links", "names", "sentences")
"""The same as `argmap.suggest.suggest.Kind`, which is imported late."""
_TIERS = ("letters", "words", "word-vectors", "sentence-vectors")
"""The same as `argmap.similarity.tiers.Tier`, which is imported late."""
_ALL = "all"
_USUAL = 10


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="KIND|DOC",
        help=f"{', '.join(_KINDS)} (default: all of them); documents, by id or file (default: all)",
    )
    parser.add_argument("--issue", metavar="ID", help="only this issue")
    parser.add_argument(
        "--top",
        type=_top,
        default=_USUAL,
        metavar="N",
        help=f"show so many of each sort, or `{_ALL}` (default: {_USUAL})",
    )
    parser.add_argument(
        "--sources", metavar="DIR", help="look into the source texts in this folder (default: that of the settings)"
    )
    parser.add_argument(
        "--tier", choices=_TIERS, metavar="TIER", help=f"compare with {', '.join(_TIERS)} (default: the best there is)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")
    parser.add_argument("--schema", action="store_true", help="print the JSON Schema of --format json instead")
    from argmap.cli import taking

    taking.add_arguments(parser)


def run(arguments: Namespace) -> int:
    """Suggest, unless there are errors in the files; links that cannot all hold are left out."""
    from argmap.cli import taking
    from argmap.cli.output import refused, write_output
    from argmap.cli.terminal import notify, palette, say, width

    if arguments.schema:
        from argmap.records.schema import schema_text
        from argmap.records.suggestions_json import SUGGESTIONS

        return write_output(None, schema_text(SUGGESTIONS).encode())
    if taking.is_asked(arguments):
        return taking.run(arguments)
    from argmap.api.loaded_corpus import load
    from argmap.api.suggesting import UnknownNameError, report, suggest
    from argmap.api.suggestion_taking import remember

    loaded = load(".")
    notify(loaded.notices)
    errors = loaded.errors_of_reading
    if errors:
        return refused(errors, loaded, "nothing is suggested, since what could not be read may hold it")
    if not loaded.corpus.documents:
        say("argmap: there is no document yet, so there is nothing to look at; `argmap new` starts one")
        return 2
    wanted = _wanted(arguments, loaded)
    if wanted is None:
        return 2
    try:
        suggested = suggest(loaded, wanted)
    except UnknownNameError as error:
        say(f"argmap: {error}")
        say("there are: " + ", ".join(sorted(loaded.corpus.issues)))
        return 2
    if not remember(suggested.suggestions.numbered, suggested.corpus, loaded.root):
        say("argmap: there is no cache folder, so `--accept` and `--reject` will not know these numbers")
    columns = max(40, arguments.width or width())
    text = report(suggested, arguments.format, width=columns, palette=palette())
    return write_output(None, text.encode("utf-8", "replace"))


def _top(word: str) -> int | None:
    if word == _ALL:
        return None
    number = int(word)
    if number < 1:
        raise ValueError(word)
    return number


_top.__name__ = "number"


def _wanted(arguments: Namespace, loaded: Loaded) -> Wanted | None:
    """What is asked for; None after saying which word means nothing."""
    from pathlib import Path

    from argmap.api.suggesting import Kind, Wanted
    from argmap.cli.chosen import document_of, typed
    from argmap.language.ids import normal

    kinds = [Kind(word) for word in arguments.words if word in _KINDS]
    documents = []
    for word in arguments.words:
        if word not in _KINDS:
            document = document_of(word, loaded)
            if document is None:
                return None
            documents.append(document)
    return Wanted(
        kinds=tuple(dict.fromkeys(kinds)),
        documents=tuple(dict.fromkeys(documents)),
        issue=normal(typed(arguments.issue or "")),
        top=arguments.top,
        tier=arguments.tier or "",
        sources=Path(arguments.sources) if arguments.sources else None,
    )
