"""Say what the code of a finding, a kind of change or a word means; without one, list all.

`language` is the whole language, `words` lists its words and those of the reports, `verdicts` is what a comparison may
say and when, `json` all keys of the JSON that argmap writes, `editors` how each editor is set up, `sources` which files
can be sources, `suggest` what is suggested and how far that can be trusted, `drafted` how a language model is asked for
a draft and how that is checked, `notebook` how a notebook gets from a project to tables and pictures; the name of a
format says what is read and written of it.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from argmap.cli.output import add_format


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "topic",
        nargs="*",
        metavar="TOPIC",
        help="a code (A103), a rule (stance-reversed), a word (crux), a format (aif), or a reference: language",
    )
    add_format(parser, ("text", "markdown"), "default: text for a terminal, else markdown")
    parser.add_argument("--width", type=int, metavar="COLUMNS", help="default: that of the terminal")


def run(arguments: Namespace) -> int:
    """Print the page."""
    from argmap.api.explaining import (
        DRAFTED,
        EDITORS,
        JSON,
        LANGUAGE,
        NOTEBOOK,
        SOURCES,
        SUGGEST,
        VERDICTS,
        WORDS,
        explain,
        formats,
        rules,
        words,
    )
    from argmap.cli.terminal import palette, say, width
    from argmap.resolve.meant_words import meant_strengths
    from argmap.source.codes import SEVERITIES, title
    from argmap.source.nearest import suggestion

    topic = " ".join(arguments.topic)
    if not arguments.topic:
        for code, severity in SEVERITIES.items():
            print(f"{code}  {severity.value:<8} {title(code)}")
        for rule, (significance, meaning) in rules().items():
            print(f"{rule:<21}  {significance:<6}  {meaning}")
        return 0
    if topic.casefold() == WORDS:
        for word, sort in words().items():
            print(f"{word:<26}  {sort}")
        return 0
    form = arguments.format or ("text" if sys.stdout.isatty() else "markdown")
    try:
        print(explain(topic, form, width=max(40, arguments.width or width()), palette=palette()), end="")
    except KeyError:
        wanted = "-".join(topic.casefold().split())
        nearest = suggestion(topic.upper(), SEVERITIES)
        references = (LANGUAGE, VERDICTS, JSON, EDITORS, SOURCES, SUGGEST, DRAFTED, NOTEBOOK, WORDS)
        nearest = nearest or suggestion(wanted, [*references, *formats(), *rules(), *words()])
        meant = " or ".join(f"`{word}`" for word in meant_strengths(topic))
        nearest = f"; as a strength, it may mean {meant}" if meant else nearest
        say(f"argmap: there is no code or rule `{topic}`{nearest}")
        say("`argmap explain` lists all; `argmap explain language` prints the language reference")
        return 2
    return 0
