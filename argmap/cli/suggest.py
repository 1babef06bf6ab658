"""Show where authors may answer, agree or conflict, and nobody has marked it: texts, evidence, and lines to paste.

What is suggested is a place to look, and nothing is written before it is accepted or rejected. Each suggestion is as
good as its band: how often two texts that look so alike said the same, where that was measured.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.suggesting import Wanted
    from argmap.api.suggestion_taking import Taken
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
    parser.add_argument(
        "--accept",
        nargs="+",
        default=[],
        metavar="N[=CHOICE]",
        help="write what was suggested under these numbers: 3, its second candidate 3b, another position 3b=no; a "
        "number means what the last `argmap suggest` of this project showed under it, whatever was written since, "
        "and is refused where its texts were reworded since",
    )
    parser.add_argument(
        "--reject",
        nargs="+",
        default=[],
        metavar="N",
        help="note that these are not so: `silent: ISSUE` under the document for an answer, `unrelated-to` for two "
        "claims or names, and for one candidate (3b) of an answer",
    )
    parser.add_argument("--dry-run", action="store_true", help="with these two: print what would change, write nothing")


def run(arguments: Namespace) -> int:
    """Suggest, unless there are errors in the files; links that cannot all hold are left out."""
    from argmap.cli.output import refused, write_output
    from argmap.cli.terminal import notify, palette, say, width

    if arguments.schema:
        from argmap.records.schema import schema_text
        from argmap.records.suggestions_json import SUGGESTIONS

        return write_output(None, schema_text(SUGGESTIONS).encode())
    if arguments.accept or arguments.reject or arguments.dry_run:
        return _take(arguments)
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
        say("argmap: these numbers cannot be kept in a cache folder, so `--accept` and `--reject` will not know them")
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


def _take(arguments: Namespace) -> int:
    """Take what was shown, and tell what was written and where; the exit code."""
    from argmap.api.formatting import write_all
    from argmap.api.suggestion_taking import take
    from argmap.cli.fmt import diff_of
    from argmap.cli.terminal import say
    from argmap.wording.english import counted

    if not (arguments.accept or arguments.reject):
        say("argmap: `--dry-run` goes with `--accept` or `--reject`")
        return 2
    if arguments.words or arguments.issue or arguments.sources or arguments.tier or arguments.top != _USUAL:
        say("argmap: `--accept` and `--reject` take what the last listing showed, and nothing else goes with them")
        say("run `argmap suggest` with these words first, then take its numbers")
        return 2
    taken = take(arguments.accept, arguments.reject)
    if arguments.dry_run:
        for file in taken.files:
            print(diff_of(file, "taken"), end="")
    else:
        write_all(taken.files)
    count = _tell_lines(taken, shown=not arguments.dry_run)
    for line in taken.there:
        say(f"it stands there already: {line}")
    for finding in taken.findings:
        say(f"{finding.severity.value}[{finding.code}]: {finding.message}")
    done = "would be written" if arguments.dry_run else "written"
    say(f"{counted(count, 'line')} {done} into {counted(len(taken.files), 'file')}")
    return 0


def _tell_lines(taken: Taken, *, shown: bool) -> int:
    """Tell every line that is new or longer, with its place; how many there are."""
    from argmap.api.formatting import line_changes
    from argmap.cli.terminal import tell

    count = 0
    for file in taken.files:
        moved = 0
        for change in line_changes(file.before.text, file.after):
            for number, line in enumerate(change.lines, change.start + moved + 1):
                if line.strip():
                    count += 1
                    if shown:
                        tell(f"{file.before.name}:{number}: {line.strip()}")
            moved += len(change.lines) - (change.end - change.start)
    return count
