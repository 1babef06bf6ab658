"""`argmap explain`: what a code, a kind of change, a verdict or a format means, and the references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.source.codes import SEVERITIES, page

if TYPE_CHECKING:
    from argmap.report.terminal_text import Palette
LANGUAGE = "language"
"""What to ask for to read the language reference."""
VERDICTS = "verdicts"
"""What to ask for to read what verdicts mean and how they come about."""
WORDS = "words"
"""What to ask for to list the words of the language and of the reports."""
JSON = "json"
"""What to ask for to read the reference of the JSON that argmap writes."""
EDITORS = "editors"
"""What to ask for to read how each editor is set up."""
SOURCES = "sources"
"""What to ask for to read which files can be sources, and how they are read."""

SUGGEST = "suggest"
"""What to ask for to read what is suggested, and how far that can be trusted."""
DRAFTED, PROMPT = "drafted", "prompt"
"""What to ask for, either, to read how a language model is asked for a draft, and how the draft is checked."""
NOTEBOOK = "notebook"
"""What to ask for to read how a notebook gets from a project to tables and pictures."""


_FILES = {
    EDITORS: ("argmap.editors", "editors.md"),
    SOURCES: ("argmap.workspace.extraction", "sources.md"),
    SUGGEST: ("argmap.suggest", "suggest.md"),
    NOTEBOOK: ("argmap.api", "notebook.md"),
    **dict.fromkeys((DRAFTED, PROMPT), ("argmap.check", "drafted.md")),
}
"""By reference, the room and the file where it stands."""


def explain(topic: str, form: str = "markdown", *, width: int = 100, palette: Palette | None = None) -> str:
    """The page of a code, of a rule, of a word of the language or of the reports, of a format, or a reference.

    Args:
        topic: A code, a rule, a word, a format of other tools, `LANGUAGE`, `VERDICTS`, `JSON`, `EDITORS`, `SOURCES`,
            `SUGGEST`, `DRAFTED` or `NOTEBOOK`.
        form: ``markdown`` or ``text``.
        width: Of a terminal, in columns.
        palette: Colours of a terminal; none by default.

    Raises:
        KeyError: There is no such code, rule, word or format.
    """
    found = _page(topic)
    if form == "markdown":
        return found
    from argmap.report.explanation_page import explanation_page
    from argmap.report.page import PageFormat, told
    from argmap.report.terminal_text import PLAIN

    return "".join(told(explanation_page(found), PageFormat(form), width, palette or PLAIN))


def _page(topic: str) -> str:
    if topic.casefold() == LANGUAGE:
        return language()
    if topic.casefold() == JSON:
        from argmap.records.json_reference import json_reference

        return json_reference()
    if topic.casefold() == VERDICTS:
        from argmap.wording.glossary import verdicts

        return verdicts()
    if topic.casefold() in _FILES:
        from importlib.resources import files

        room, file = _FILES[topic.casefold()]
        return files(room).joinpath(file).read_text(encoding="utf-8")
    if topic.upper() in SEVERITIES:
        return page(topic.upper())
    if topic.casefold() in formats():
        from argmap.exchange import formats as exchange

        return exchange.page(topic.casefold())
    from argmap.wording.glossary import pages_of

    # One name may stand for a rule, for something that is said of a verdict, and for a word.
    found = [*_rule("-".join(topic.casefold().split())), *pages_of(topic)]
    if not found:
        raise KeyError(topic)
    return "\n".join(found)


def words() -> dict[str, str]:
    """Every word of the language and of the reports, and what it is."""
    from argmap.wording.glossary import sorts

    return sorts()


def formats() -> dict[str, str]:
    """Every format that is imported or exported, and what it is."""
    from argmap.exchange.formats import FORMATS

    return {name: one.title for name, one in FORMATS.items()}


def rules() -> dict[str, tuple[str, str]]:
    """By rule, its significance before a project's settings, and its title."""
    from argmap.diff.kinds import SIGNIFICANCE
    from argmap.diff.pages import pages

    return {rule.value: (SIGNIFICANCE[rule].value, page.title) for rule, page in pages().items()}


def language() -> str:
    """The language reference, as Markdown."""
    from importlib.resources import files

    return files("argmap.language").joinpath("reference.md").read_text(encoding="utf-8")


def _rule(name: str) -> list[str]:
    """The page of a rule; none where there is no such rule."""
    from argmap.diff.pages import page_of
    from argmap.diff.rule import Rule

    return [page_of(Rule(name)).whole()] if name in {rule.value for rule in Rule} else []
