"""Make the table of words that suggestions use, from the files of WordNet 3.0.

``python -m argmap.similarity.wordnet_table FOLDER`` writes ``wordnet_data/words.zlib``, the same bytes from the same
files.  FOLDER holds `data.noun`, `index.noun`, `noun.exc` and the like, as Princeton University distributes them.

The table keeps single words.  It leaves out words that are only names of animals and plants and that no counted text
has, which are a third of all nouns.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from argmap.similarity.wordnet import PARTS, SENSES, TABLE

_ANIMALS_AND_PLANTS = frozenset({"05", "20"})
_MARKER = re.compile(r"\([a-z]+\)$")
_PART_OF_SYMBOL = {**PARTS, "s": "adj"}
_ANTONYM, _BROADER, _SIMILAR = "!", ("@", "@i"), "&"
_RELATED = ("+", "\\")
"""Of one root, and belonging to: strong and strengthen, Asian and Asia."""
_Sense = tuple[str, str]
"""Part of speech, and place in its file."""


class _WordNet(NamedTuple):
    """What is read.

    Attributes:
        senses: By lemma, its first senses by part of speech, the most common first.
        broader: Of each sense, the one right above it; of an adjective, the one that it is like.
    """

    senses: Mapping[str, Mapping[str, tuple[_Sense, ...]]]
    broader: Mapping[_Sense, _Sense]
    related: Mapping[str, set[str]]
    antonyms: Mapping[str, set[str]]
    forms: Mapping[str, Mapping[str, tuple[str, ...]]]


def read(folder: Path) -> _WordNet:
    """All that the table keeps, out of the files of WordNet."""
    words: dict[_Sense, list[str]] = {}
    pointers: list[tuple[_Sense, str, _Sense, int, int]] = []
    rare: set[_Sense] = set()
    for part in PARTS.values():
        for line in _lines(folder / f"data.{part}"):
            fields = line.partition("|")[0].split()
            sense, count = (part, fields[0]), int(fields[3], 16)
            words[sense] = [_MARKER.sub("", fields[4 + 2 * number]).lower() for number in range(count)]
            if part == "noun" and fields[1] in _ANIMALS_AND_PLANTS:
                rare.add(sense)
            at = 5 + 2 * count
            for number in range(int(fields[4 + 2 * count])):
                symbol, place, target, ends = fields[at + 4 * number : at + 4 * number + 4]
                pointers.append((sense, symbol, (_PART_OF_SYMBOL[target], place), int(ends[:2], 16), int(ends[2:], 16)))
    senses: dict[str, dict[str, tuple[_Sense, ...]]] = defaultdict(dict)
    for part in PARTS.values():
        for line in _lines(folder / f"index.{part}"):
            fields = line.split()
            skipped = 4 + int(fields[3])
            found = tuple((part, place) for place in fields[skipped + 2 :])
            counted = int(fields[skipped + 1])
            if _is_kept(fields[0]) and (counted or not rare.issuperset(found)):
                senses[fields[0]][part] = found[:SENSES]
    broader: dict[_Sense, _Sense] = {}
    related: dict[str, set[str]] = defaultdict(set)
    antonyms: dict[str, set[str]] = defaultdict(set)
    for start, symbol, end, one, other in pointers:
        if symbol in _BROADER or symbol == _SIMILAR:
            broader.setdefault(start, end)
        if symbol != _ANTONYM and symbol not in _RELATED:
            continue
        first, second = words[start][max(one, 1) - 1], words[end][max(other, 1) - 1]
        if first in senses and second in senses and first != second:
            (antonyms if symbol == _ANTONYM else related)[first].add(second)
    forms = {part: dict(_forms(folder / f"{part}.exc", senses)) for part in PARTS.values()}
    return _WordNet(senses, broader, related, antonyms, forms)


def _is_kept(lemma: str) -> bool:
    return "_" not in lemma and not any(map(str.isdigit, lemma))


def _lines(path: Path) -> Iterator[str]:
    """The lines of a file but for its licence, which is indented."""
    with path.open(encoding="latin-1") as file:
        yield from (line for line in file if not line.startswith("  "))


def _forms(path: Path, known: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The forms that no rule makes, each with what it is a form of."""
    for line in _lines(path):
        form, *lemmas = line.split()
        kept = tuple(lemma for lemma in lemmas if lemma in known and lemma != form)
        if kept and _is_kept(form):
            yield form, kept


def table(wordnet: _WordNet) -> bytes:
    """The table as text: forms, then senses, then words.

    - ``form lemma lemma ...``, under a line with the part of speech;
    - the number of the broader sense of each sense, by number; an empty line where it has none;
    - ``lemma part number number ...; part ... | related ... | antonyms ...``.
    """
    kept = sorted({sense for parts in wordnet.senses.values() for senses in parts.values() for sense in senses})
    above = sorted({wordnet.broader[sense] for sense in kept if sense in wordnet.broader} - set(kept))
    numbers = {sense: number for number, sense in enumerate([*kept, *above])}
    lines: list[str] = []
    for part in PARTS.values():
        lines.append(f"={part}")
        lines += (" ".join((form, *lemmas)) for form, lemmas in sorted(wordnet.forms[part].items()))
    lines.append("=senses")
    lines += (str(numbers[wordnet.broader[sense]]) if sense in wordnet.broader else "" for sense in kept)
    lines.append("=words")
    for lemma, parts in sorted(wordnet.senses.items()):
        senses = ";".join(
            f"{letter} {_joined(str(numbers[sense]) for sense in parts[part])}"
            for letter, part in PARTS.items()
            if part in parts
        )
        more = f"|{_joined(sorted(wordnet.related.get(lemma, ())))}|{_joined(sorted(wordnet.antonyms.get(lemma, ())))}"
        lines.append(f"{lemma} {senses}{more}".rstrip("|"))
    return "".join(f"{line}\n" for line in lines).encode()


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def main(folder: str) -> None:
    """Write the table."""
    TABLE.write_bytes(zlib.compress(table(read(Path(folder))), 9))


if __name__ == "__main__":
    main(sys.argv[1])
