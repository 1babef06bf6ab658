"""English words: of which lemmas one is a form, what they can mean, and what their opposites are.

Source: WordNet 3.0 (Princeton University; Miller 1995, "WordNet: a lexical database for English", Communications of the
ACM 38), as a table (see `argmap.similarity.wordnet_table`; its notice stands beside it).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

TABLE = Path(str(files("argmap.similarity"))) / "wordnet_data" / "words.zlib"
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
"""Parts of speech, by the letter that WordNet has for each."""
SENSES = 3
"""Senses of a lemma that the table keeps for each part of speech, the most common first."""
# The rules of detachment of WordNet (morphy): how a form ends, and how the lemma ends.
_ENDINGS: Mapping[str, Sequence[tuple[str, str]]] = {
    "noun": (
        *(("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh")),
        *(("men", "man"), ("ies", "y")),
    ),
    "verb": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "adj": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "adv": (),
}


class Entry(NamedTuple):
    """A lemma.

    Attributes:
        senses: By part of speech, numbers of senses, the most common first.
        related: Lemmas of the same root.
    """

    senses: Mapping[str, tuple[int, ...]]
    related: frozenset[str]
    antonyms: frozenset[str]


_UNKNOWN = Entry({}, frozenset(), frozenset())


class WordNet:
    """The table, read."""

    def __init__(self, text: str) -> None:
        forms: dict[str, dict[str, tuple[str, ...]]] = {}
        self._lines: dict[str, str] = {}
        self._broader: list[int | None] = []
        part = ""
        for line in text.splitlines():
            if line.startswith("="):
                part = line[1:]
                forms.setdefault(part, {})
            elif part == "words":
                lemma, _, rest = line.partition(" ")
                self._lines[lemma] = rest
            elif part == "senses":
                self._broader.append(int(line) if line else None)
            else:
                form, *lemmas = line.split(" ")
                forms[part][form] = tuple(lemmas)
        self._forms: Mapping[str, Mapping[str, tuple[str, ...]]] = forms
        self._entries: dict[str, Entry] = {}

    @classmethod
    @cache
    def load(cls) -> WordNet:
        """The table of the package, read once."""
        return cls(zlib.decompress(TABLE.read_bytes()).decode())

    def __contains__(self, lemma: str) -> bool:
        return lemma in self._lines

    def entry(self, lemma: str) -> Entry:
        """What is known of a lemma; an empty entry where nothing is."""
        if lemma not in self._lines:
            return _UNKNOWN
        found = self._entries.get(lemma)
        if found is None:
            senses, _, more = self._lines[lemma].partition("|")
            related, _, antonyms = more.partition("|")
            found = Entry(dict(_senses(senses)), frozenset(related.split()), frozenset(antonyms.split()))
            self._entries[lemma] = found
        return found

    def lemmas(self, word: str) -> tuple[str, ...]:
        """The lemmas of which a word in small letters may be a form, itself first where it is one.

        Empty where it is a form of none: then it is a name, or no English word.
        """
        found = dict.fromkeys(lemma for part in PARTS.values() for lemma in self._of_part(word, part))
        return tuple(sorted(found, key=lambda lemma: lemma != word))

    def _of_part(self, word: str, part: str) -> Iterator[str]:
        irregular = self._forms[part].get(word, ())
        yield from irregular
        if part in self.entry(word).senses:
            yield word
        elif not irregular:
            for ending, instead in _ENDINGS[part]:
                lemma = word[: len(word) - len(ending)] + instead
                if word.endswith(ending) and len(lemma) > 1:
                    doubled = lemma[:-1] if part != "noun" and lemma[-1:] == lemma[-2:-1] else lemma
                    yield from (one for one in dict.fromkeys((lemma, doubled)) if part in self.entry(one).senses)

    def senses(self, lemma: str) -> tuple[int, ...]:
        """Numbers of what a lemma can mean, the most common first in each part of speech."""
        return tuple(number for senses in self.entry(lemma).senses.values() for number in senses)

    def broader(self, sense: int) -> int | None:
        """The sense right above one; of an adjective, one that it is like. None where there is none."""
        return self._broader[sense] if sense < len(self._broader) else None

    def related(self, lemma: str) -> frozenset[str]:
        """Lemmas of the same root."""
        return self.entry(lemma).related

    def antonyms(self, lemma: str) -> frozenset[str]:
        """Lemmas that mean the opposite."""
        return self.entry(lemma).antonyms


def _senses(line: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    for part in line.split(";"):
        letter, *numbers = part.split()
        yield PARTS[letter], tuple(map(int, numbers))
