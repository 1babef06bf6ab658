"""The words of the language and of the reports, each with what it means: ``glossary.md`` beside this file."""

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


def entry_of(topic: str) -> Entry:
    """The entry of a word or phrase, whatever its case, with spaces or hyphens, one thing or several.

    Raises:
        KeyError: There is none.
    """
    word = "-".join(topic.casefold().replace("_", " ").replace(",", " ").replace("'s", "").split())
    known = glossary()
    single = (
        word.removesuffix("es") if word.endswith("xes") else word if word.endswith("xs") else word.removesuffix("s")
    )
    return known[next((spelt for spelt in (word, single, f"{word}s") if spelt in known), word)]
