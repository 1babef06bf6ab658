"""Every sentence agrees with whoever it is about: one author, or several authors of one document."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

import attrs
import pytest
from harbour import EDITS, FILES, LINKS
from town import read

from argmap.compare.comparison import compare
from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.wording.changes import headline
from argmap.wording.english import Form, first_upper
from argmap.wording.english import verb as conjugated
from argmap.wording.names import ComparisonNames, DifferenceNames
from argmap.wording.stance_sentences import says, view
from argmap.wording.verdict_sentences import why

_AUTHOR = re.compile(r"  author (\S+): (.+)\n(?:  author .+\n)*")
_NO_VERBS = {"and", "against", "for", "both"}


def by(number: int, text: str) -> str:
    """The text of a document as one of so many authors."""

    def authors(found: re.Match[str]) -> str:
        second = f"  author {found[1]}-two: Second to {found[2]}\n" if number > 1 else ""
        return f"  author {found[1]}: {found[2]}\n{second}"

    return _AUTHOR.sub(authors, text)


def sides(number: int) -> Iterator[tuple[Mapping[str, str], Mapping[str, str]]]:
    """The project before and after each edit, and the other way round."""
    for edits in EDITS.values():
        files = dict(FILES)
        for edit in edits:
            files[edit.file] = files[edit.file].replace(edit.old, edit.new)
        old, new = ({name: by(number, text) for name, text in each.items() if text} for each in (FILES, files))
        yield old, new
        yield new, old


def verbs(said: str, names: set[str]) -> Iterator[str]:
    """What those do who are named at the beginning of a clause."""
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    does = rf"(?:^|, and |, |; |that )(?:{known}) (?:now |no longer |still |even )?([a-z]+)"
    return (verb for verb in re.findall(does, said) if verb not in _NO_VERBS)


def named(difference: Difference) -> set[str]:
    """What the authors of all documents are called, at home and elsewhere."""
    names = DifferenceNames.of(difference)
    documents = {**difference.old.documents, **difference.new.documents}
    authors = {each.author(document) for document in documents for each in (names, names.within(document))}
    return {first_upper(name) for name in authors} | authors


@pytest.mark.parametrize("number", [1, 2])
def test_every_sentence_about_a_change(number: int) -> None:
    found: dict[str, set[str]] = {}
    for old, new in sides(number):
        difference = diff(read(**old)[0], read(**new)[0])
        for at_home in (False, True):
            names = DifferenceNames.of(difference)
            home = names.within(next(iter(difference.new.documents))) if at_home else names
            for change in difference.changes:
                said = headline(change, difference, home)
                for verb in verbs(said, named(difference)):
                    found.setdefault(verb, set()).add(said)
    assert len(found) >= 8, sorted(found)
    for verb, those in found.items():
        assert is_of(verb, number), those


@pytest.mark.parametrize("number", [1, 2])
def test_every_sentence_about_a_verdict(number: int) -> None:
    corpus = read(**{name: by(number, text) for name, text in FILES.items()}, more=MORE)[0]
    comparison = compare(corpus)
    names = ComparisonNames.of(comparison, {})
    known = {name for one in comparison.authors for name in (names.holder(one), names.mentioned([one]))}
    found: dict[str, set[str]] = {}
    for one, other in combinations(comparison.authors, 2):
        for alignment in comparison.between(one, other, one_sided=True):
            told = [why(alignment, names)]
            for side in (alignment.one, alignment.other):
                told += [says([side], names)] if side.stances else []
                told += [view(attrs.evolve(side, accepts=accepts), names) for accepts in (True, False)]
            for said in told:
                for verb in verbs(said, known):
                    found.setdefault(verb, set()).add(said)
    assert len(found) >= 3, sorted(found)
    for verb, those in found.items():
        assert is_of(verb, number), those


MORE = f"{LINKS.replace('in-tension-with', 'contradicts')}link club.fish-too contradicts union.herring\n"


def is_of(verb: str, number: int) -> bool:
    """Whether a verb is written for so many."""
    return verb.endswith("s") is (number == 1)


def test_a_regular_verb_takes_the_ending_of_its_sound() -> None:
    assert [conjugated(word, Form.ONE) for word in ("agree", "do", "rely on", "play")] == [
        "agrees",
        "does",
        "relies on",
        "plays",
    ]
    assert [conjugated(word, Form.SEVERAL) for word in ("do", "be")] == ["do", "are"]
