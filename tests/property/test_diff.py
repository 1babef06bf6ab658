"""What holds of every difference: nothing differs from itself, and the other way round everything is mirrored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st
from mirrors import flipped, names_there, tellings
from parsing import parser
from strategies import ANSWERS, ISSUES, STRENGTHS, VOICES, damaged, documents
from thoroughness import examples

from argmap.compare.alignment import Alignment
from argmap.compare.comparison import Comparison, compare
from argmap.compare.cruxes import Crux
from argmap.diff.alignments import Realigned, Subject, kind_of, subject_of
from argmap.diff.change import AlignmentChange, CruxChange, StanceChange
from argmap.diff.change_subject import documents_of, place_of
from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.diff.pairing import pair
from argmap.diff.rule import Rule
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

PARSER = parser()
SLOWLY = examples(60, slow=True)
WORDS = (
    ("claims", "denies", "doubts", "supposes", "implies"),
    ("because", "despite", "unless", "if", "only-if", "and", "undercut"),
    tuple(f"answers {answer}" for answer in ANSWERS),
    tuple(f"({strength})" for strength in STRENGTHS),
    VOICES,
)


def read(*texts: str) -> Corpus:
    files = [SourceText(f"{number}.argmap", text) for number, text in enumerate(texts)]
    return resolve([PARSER.parse(file).value for file in files]).value


def other_document(text: str) -> str:
    return text.replace("document harbour", "document quay", 1).replace("author-a: Author A", "author-b: Author B", 1)


@st.composite
def links(draw: st.DrawFn, *texts: str) -> str:
    """Links between whatever claims texts name."""
    names = [
        f"{document}.{line.split()[1].rstrip(':')}"
        for document, text in zip(("harbour", "quay"), texts, strict=True)
        for line in text.splitlines()
        if line[:1].isalpha() and len(line.split()) > 1 and line.split()[0] in WORDS[0]
    ]
    ends = st.sampled_from(names or ["harbour.x"])
    relations = st.sampled_from(("same-as", "entails", "contradicts", "contrary-to", "in-tension-with"))
    said = st.tuples(ends, relations, ends).map(lambda link: f"link {link[0]} {link[1]} {link[2]}\n")
    return "".join(draw(st.lists(said, max_size=3)))


@st.composite
def edited(draw: Callable[[st.SearchStrategy[Any]], Any], text: str) -> str:
    """A text after a few edits of the kind that people make on purpose."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("drop", "double", "swap", "word", "word", "word", "name"))):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "name":
                lines[at] = lines[at].replace("-1", "-11").replace("-2", "-12")
            case _:
                words = draw(st.sampled_from(WORDS))
                found = next((word for word in words if word in lines[at]), None)
                if found is not None:
                    lines[at] = lines[at].replace(found, draw(st.sampled_from(words)), 1)
    return "\n".join(lines)


@st.composite
def revision_texts(draw: st.DrawFn) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The files of a small project before and after some edits."""
    one, two = draw(documents()), other_document(draw(documents()))
    joined = draw(links(one, two))
    change = draw(st.sampled_from((edited, edited, edited, damaged)))
    after = (draw(change(one)), draw(change(two)) if draw(st.booleans()) else two)
    shared = draw(change(ISSUES)) if draw(st.integers(0, 3)) == 0 else ISSUES
    return (ISSUES, one, two, joined), (shared, *after, draw(edited(joined)))


revisions = revision_texts().map(lambda texts: (read(*texts[0]), read(*texts[1])))


DISPUTE = (
    """document harbour: Deepen it
  author author-a: Author A
  source: harbour.txt
section: Why
claims deepen-it (should): The harbour should be deepened.
  answers deepen: yes
  because ships (likely): Large ships would come.
    answers ships: yes
    because (example): They came to another harbour.
  and jobs: Ships are worth it.
  despite reports dear from pilots: It costs a lot.
    answers pay: state
  undercut: They counted wrongly.
  unless ice: The harbour freezes.
section: How
claims slowly: It takes ten years.
  because rock
  because few: There are few dredgers.
claims rock: The ground is rock.
  kind: fact
  as-of: 2021
""",
    """document quay: Leave it
  author author-b: Author B
claims leave: The harbour should be left as it is.
  answers deepen: no
  because no-ships: No ship would come.
    answers ships: no
    because shallow: The sea is shallow, too.
  because mud: There is no rock, but mud.
claims city-pays: The city pays in the end.
  answers pay: city
""",
    "link harbour.rock contradicts quay.mud\nlink quay.shallow in-tension-with harbour.ships\n",
)
MORE = ISSUES + "issue ships: Would ships come?\n  position yes: They would.\n  position no: They would not.\n"
"""Two who dispute a good deal, with cruxes."""


@st.composite
def disputes(draw: st.DrawFn) -> tuple[Corpus, Corpus]:
    """A dispute after some edits, and after some more."""
    before = [draw(edited(text)) if draw(st.booleans()) else text for text in (MORE, *DISPUTE)]
    return read(*before), read(*(draw(edited(text)) if draw(st.booleans()) else text for text in before))


corpora = st.one_of(revisions, disputes(), disputes())


def rules(difference: Difference) -> Counter[str]:
    return Counter(change.rule for change in difference.changes)


@SLOWLY
@given(corpora)
def test_nothing_differs_from_itself(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    for corpus in pair_of_corpora:
        assert diff(corpus, corpus).changes == ()


@SLOWLY
@given(corpora)
def test_the_other_way_round_everything_is_mirrored(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    old, new = pair_of_corpora
    there, back = diff(old, new), diff(new, old)
    assert rules(flipped(there)) == rules(back)
    assert tellings(flipped(there), names_there(pair(new, old))) == tellings(back)


@SLOWLY
@given(corpora)
def test_each_change_is_told_once_and_after_its_causes(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    found = diff(*pair_of_corpora)
    places = {id(change): place for place, change in enumerate(found.changes)}
    for change in found.changes:
        home = documents_of(change, found)[:1]
        for cause in change.causes:
            assert cause.direct
            assert id(cause) in places
            assert documents_of(cause, found)[:1] != home or places[id(cause)] < places[id(change)]
    assert len(set(found.changes)) == len(found.changes)


@SLOWLY
@given(corpora)
def test_every_change_has_a_place_in_one_of_the_texts(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    found = diff(*pair_of_corpora)
    for change in found.changes:
        assert any(place is not None for place in place_of(change, found))
        assert all(
            document in {**found.old.documents, **found.new.documents} for document in documents_of(change, found)
        )


@SLOWLY
@given(corpora)
def test_the_order_of_files_does_not_matter(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    """What is drawn from a mapping in one order is drawn from it in the other."""

    def turned(corpus: Corpus) -> Corpus:
        names = ("documents", "issues", "actors", "terms", "claims")
        return attrs.evolve(
            corpus,
            links=corpus.links[::-1],
            **{name: dict(reversed(getattr(corpus, name).items())) for name in names},
        )

    old, new = pair_of_corpora
    assert tellings(diff(old, new)) == tellings(diff(turned(old), turned(new)))


@SLOWLY
@given(corpora)
def test_relations_are_those_that_comparing_everything_finds(pair_of_corpora: tuple[Corpus, Corpus]) -> None:
    found = diff(*pair_of_corpora)
    holders = {change.holder for change in found.changes if isinstance(change, StanceChange)}
    before, after = (compare(corpus) for corpus in (found.old, found.new))
    holders |= {*before.authors, *after.authors}
    old, new = related(before, holders), related(after, holders)
    told = Counter((change.rule, *_subjects(change)) for change in found.changes if isinstance(change, _Relations))
    expected = Counter[tuple[Any, ...]]()
    for subject in old.keys() | new.keys():
        was, now = old.get(subject), new.get(subject)
        kind = kind_of(Realigned(subject, was, now))
        if kind is not None:
            expected[kind.rule, subject] += 1
        if was is None or now is None or not (was.verdict.is_disagreement and now.verdict.is_disagreement):
            continue
        lost, gained = (
            {subject_of(crux.conflict): crux.is_whole for crux in side.cruxes(one)}
            for side, one in ((before, was), (after, now))
        )
        expected.update((Rule.CRUX_LOST, subject, deeper) for deeper in lost.keys() - gained.keys())
        expected.update((Rule.CRUX_GAINED, subject, deeper) for deeper in gained.keys() - lost.keys())
        shifted = (deeper for deeper in lost.keys() & gained.keys() if lost[deeper] is not gained[deeper])
        expected.update((Rule.CRUX_SHIFTED, subject, deeper) for deeper in shifted)
    assert told == expected


_Relations = AlignmentChange | CruxChange


def related(comparison: Comparison, holders: set[Holder]) -> dict[Subject, Alignment]:
    """How all of some holders stand to each other on everything; over several links, the gravest."""
    found: dict[Subject, Alignment] = {}
    for alignment in sorted(
        comparison.alignments(holders),
        key=lambda each: (each.verdict.is_disagreement, each.verdict.is_agreement, -each.verdict.rank),
    ):
        found[subject_of(alignment)] = alignment
    return found


def _subjects(change: AlignmentChange | CruxChange) -> tuple[Subject, ...]:
    ours = change.new or change.old
    if isinstance(ours, Crux):
        return subject_of(change.conflict), subject_of(ours.conflict)
    return (subject_of(ours),)
