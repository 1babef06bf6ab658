"""`argmap explain`: what a code, a kind of change or a verdict means, and the references: language, verdicts, JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from argmap.source.codes import SEVERITIES, page

if TYPE_CHECKING:
    from argmap.report.terminal_text import Palette

LANGUAGE = "language"
"""What to ask for to read the language reference."""
WORDS = "words"
"""What to ask for to list the words of the language and of the reports."""
VERDICTS = "verdicts"
"""What to ask for to read what verdicts mean and how they come about."""
JSON = "json"
"""What to ask for to read the reference of the JSON that argmap writes."""


def explain(topic: str, form: str = "markdown", *, width: int = 100, palette: Palette | None = None) -> str:
    """The page of a code, a rule, a verdict, or a word of the language or of the reports, or a reference.

    Args:
        topic: A code, a rule, a verdict, a word, `LANGUAGE`, `VERDICTS` or `JSON`; also what decides for a verdict,
            what differs in an agreement, or how a report compares with the original.
        form: ``markdown`` or ``text``.
        width: Of a terminal, in columns.
        palette: Colours of a terminal; none by default.

    Raises:
        KeyError: There is nothing of that name.
    """
    found = _page(topic)
    if form == "markdown":
        return found
    from argmap.report.explanation_page import explanation_page
    from argmap.report.page_format import PageFormat, told
    from argmap.report.terminal_text import PLAIN

    return "".join(told(explanation_page(found), PageFormat(form), width, palette or PLAIN))


def _page(topic: str) -> str:
    if topic.casefold() == LANGUAGE:
        return language()
    if topic.casefold() == JSON:
        from argmap.records.json_reference import json_reference

        return json_reference()
    if topic.casefold() == VERDICTS:
        return verdicts()
    entries = verdict_entries().get(topic.casefold())
    if entries:
        return "\n".join(entry.whole(topic.casefold()) for entry in entries)
    if topic.upper() in SEVERITIES:
        return page(topic.upper())
    try:
        return _rule("-".join(topic.casefold().split()))
    except KeyError:
        from argmap.wording.glossary import entry_of

        return entry_of(topic).whole()


def words() -> dict[str, str]:
    """Every word of the language and of the reports, and what it is."""
    from argmap.wording.glossary import glossary

    return {word: entry.sort for word, entry in glossary().items()}


class VerdictEntry(NamedTuple):
    """What the reference of verdicts says of one code: of a verdict, a reason, a difference, or a report.

    Attributes:
        of: The heading under which it stands.
    """

    of: str
    title: str
    text: str

    def whole(self, code: str) -> str:
        """The entry as a page of its own."""
        return f"# {code}: {self.title}\n\n{self.of}.\n\n{self.text}\n"


def verdict_entries() -> dict[str, list[VerdictEntry]]:
    """The entries of the reference of verdicts by their codes, in order; one code may stand for two things."""
    found: dict[str, list[VerdictEntry]] = {}
    for chapter in verdicts().split("\n## ")[1:]:
        of, *entries = chapter.split("\n### ")
        for entry in entries:
            heading, _, text = entry.partition("\n")
            code, _, title = heading.partition(": ")
            found.setdefault(code.strip("`"), []).append(VerdictEntry(of.partition("\n")[0], title, text.strip()))
    return found


def verdicts() -> str:
    """What verdicts mean and how they come about, as Markdown."""
    from importlib.resources import files

    return files("argmap.judge").joinpath("verdicts.md").read_text(encoding="utf-8")


def rules() -> dict[str, tuple[str, str]]:
    """By rule, its significance before a project's settings, and its title."""
    from argmap.diff.kinds import SIGNIFICANCE
    from argmap.diff.pages import pages

    return {rule.value: (SIGNIFICANCE[rule].value, page.title) for rule, page in pages().items()}


def language() -> str:
    """The language reference, as Markdown."""
    from importlib.resources import files

    return files("argmap.language").joinpath("reference.md").read_text(encoding="utf-8")


def _rule(name: str) -> str:
    from argmap.diff.pages import page_of
    from argmap.diff.rule import Rule

    try:
        return page_of(Rule(name)).whole()
    except ValueError:
        raise KeyError(name) from None
