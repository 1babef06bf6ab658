"""Print the text of a source in which cues are looked up. Exit code 3 where a part of the file could not be read.

A PDF, an HTML page, a DOCX file or an EPUB is read as `argmap check --sources` reads it. What is in the file and not in
the text is said on the standard error. A page stands before the first of its lines.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.source.text import SourceText


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", metavar="FILE", help="a file, or the name of one in the folder of sources")
    parser.add_argument("-n", "--numbers", action="store_true", help="show the numbers of lines, and of pages")
    parser.add_argument("--no-cache", action="store_true", help="neither use nor keep results of other runs")


def run(arguments: Namespace) -> int:
    """Print it, and say how it was read."""
    from argmap.api.source_texts import read_source
    from argmap.cli.chosen import typed
    from argmap.cli.output import write_output
    from argmap.cli.terminal import say
    from argmap.report.visible import visible

    source = read_source(typed(arguments.file), cached=not arguments.no_cache)
    shown = ("\t".join(map(visible, line.split("\t"))) for line in _lines(source))
    if arguments.numbers:
        shown = (before + line for before, line in zip(_numbers(source), shown, strict=True))
    code = write_output(None, "".join(f"{line.rstrip()}\n" for line in shown).encode("utf-8", "replace"))
    say(_read_how(source))
    if source.extraction is not None and source.extraction.gap:
        say(f"argmap: the file {source.extraction.gap}")
        return code or 3
    return code


def _lines(source: SourceText) -> list[str]:
    """All lines; what follows the last line end is none."""
    count = source.line_count()
    return [source.line(number) for number in range(1, count + 1 - (not source.line(count)))]


def _numbers(source: SourceText) -> list[str]:
    """What stands before each line: its number and, where a page begins, that of the page."""
    count = len(_lines(source))
    digits, pages = len(str(count)), {line: number for number, line in enumerate(source.pages, 1)}
    width = len(f"p. {len(pages)}  ") if pages else 0
    before = (f"p. {pages[line]}" if line in pages else "" for line in range(1, count + 1))
    return [f"{page:<{width}}{line:>{digits}}  " for line, page in enumerate(before, 1)]


def _read_how(source: SourceText) -> str:
    from argmap.wording.english import counted, listed

    how = source.extraction
    if how is None:
        return f"plain text, {counted(len(_lines(source)), 'line')}"
    pages = f" of {counted(len(how.pages), 'page')}" if how.pages else ""
    lost = f"; not in it: {listed(how.lost)}" if how.lost else ""
    return f"{how.form}{pages}, read by {how.reader}: {counted(len(_lines(source)), 'line')}{lost}"
