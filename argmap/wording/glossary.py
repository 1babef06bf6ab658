"""The words of the language and of the reports, each with what it means: ``glossary.md`` beside this file.

What is said of verdicts has its entries in the reference of verdicts, ``verdicts.md`` in `argmap.judge`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_ENTRY = re.compile(r"^- \*\*(.+?)\*\* \((.+?)\): (.+)$", re.MULTILINE)


class Entry(NamedTuple):
    """What is said of a word.

    Attributes:
        words: The word, and others for the same, with hyphens for spaces.
        sort: What sort of word it is.
    """

    words: tuple[str, ...]
    sort: str
    text: str

    def whole(self) -> str:
        """The page as Markdown."""
        from textwrap import fill

        others = f" Also: {', '.join(word.replace('-', ' ') for word in self.words[1:])}." if self.words[1:] else ""
        return f"# {self.words[0]}: {self.sort}\n\n{fill(self.text + others, 110, break_on_hyphens=False)}\n"


@lru_cache(maxsize=1)
def glossary() -> dict[str, Entry]:
    """Every entry by each of its words."""
    from importlib.resources import files

    text = files("argmap.wording").joinpath("glossary.md").read_text(encoding="utf-8")
    entries = (Entry(tuple(words.split(", ")), sort, said) for words, sort, said in _ENTRY.findall(text))
    return {word: entry for entry in entries for word in entry.words}


class VerdictEntry(NamedTuple):
    """What the reference of verdicts says of one code: of a verdict, a reason, a difference, or a report.

    Attributes:
        sort: What sort of code it is.
    """

    code: str
    sort: str
    title: str
    text: str

    def whole(self) -> str:
        """The entry as a page of its own."""
        return f"# {self.code}: {self.title}\n\n{self.sort}.\n\n{self.text}\n"


CHAPTERS = {
    "The verdicts": "A verdict",
    "What decides": "What decides for a verdict",
    "What differs in an agreement": "What differs in an agreement",
    "How a report compares with the original": "How a report compares with the original",
}
"""The chapters that have entries, and of what sort these are."""


def verdicts() -> str:
    """What verdicts mean and how they come about, as Markdown."""
    from importlib.resources import files

    return files("argmap.judge").joinpath("verdicts.md").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def verdict_entries() -> tuple[VerdictEntry, ...]:
    """The entries of the reference of verdicts, in order; one code may stand for two things."""
    found = []
    for chapter in verdicts().split("\n## ")[1:]:
        of, *entries = chapter.split("\n### ")
        for entry in entries:
            heading, _, text = entry.partition("\n")
            code, _, title = heading.partition(": ")
            found.append(VerdictEntry(code.strip("`"), CHAPTERS[of.partition("\n")[0]], title, text.strip()))
    return tuple(found)


def sorts() -> dict[str, str]:
    """Every word, and every code that is said of a verdict, with what it is."""
    found = {word: [entry.sort] for word, entry in glossary().items()}
    for entry in verdict_entries():
        found.setdefault(entry.code, []).append(f"{entry.sort[:1].lower()}{entry.sort[1:]}")
    return {word: "; ".join(those) for word, those in found.items()}


def pages_of(topic: str) -> list[str]:
    """The pages of a word or phrase, whatever its case and with spaces or hyphens; none where it is not known."""
    word, known = _spelt(topic), glossary()
    named = [entry.whole() for entry in verdict_entries() if word in (entry.code, _spelt(entry.title))]
    found = next((spelt for spelt in (word, _single(word), f"{word}s") if spelt in known), None)
    return [*named, *([known[found].whole()] if found is not None else [])]


def _single(word: str) -> str:
    """One of what a word names several of."""
    if word.endswith("xes"):
        return word.removesuffix("es")
    return word if word.endswith("xs") else word.removesuffix("s")


def _spelt(topic: str) -> str:
    return "-".join(topic.casefold().replace("_", " ").replace(",", " ").replace("'s", "").split())
