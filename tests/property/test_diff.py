"""What holds of every difference: nothing differs from itself, and the other way round everything is mirrored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mirrors import flipped, names_there, tellings
from strategies import ANSWERS, ISSUES, STRENGTHS, VOICES, damaged, documents

from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.diff.pairing import pair
from argmap.diff.places import documents_of
from argmap.language.parser import Parser
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

PARSER = Parser()
SLOWLY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
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


def rules(difference: Difference) -> Counter[str]:
    return Counter(change.rule for change in difference.changes)


@SLOWLY
@given(revisions)
def test_nothing_differs_from_itself(corpora: tuple[Corpus, Corpus]) -> None:
    for corpus in corpora:
        assert diff(corpus, corpus).changes == ()


@SLOWLY
@given(revisions)
def test_the_other_way_round_everything_is_mirrored(corpora: tuple[Corpus, Corpus]) -> None:
    old, new = corpora
    there, back = diff(old, new), diff(new, old)
    assert rules(flipped(there)) == rules(back)
    assert tellings(flipped(there), names_there(pair(new, old))) == tellings(back)


@SLOWLY
@given(revisions)
def test_causes_are_direct_changes_of_the_same_difference(corpora: tuple[Corpus, Corpus]) -> None:
    found = diff(*corpora)
    for place, change in enumerate(found.changes):
        assert len(set(map(id, change.causes))) == len(change.causes)
        for cause in change.causes:
            assert cause.direct
            assert cause in found.changes
            if documents_of(cause, found)[:1] == documents_of(change, found)[:1]:
                assert found.changes.index(cause) < place
    assert len(set(found.changes)) == len(found.changes)
