"""The first view: what these texts are, where they disagree most, both sides in their own claims, what it turns on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from argmap.compare.alignment import Side
from argmap.compare.cruxes import CruxEffect
from argmap.compare.disputes import deeper_questions
from argmap.judge.holder import Holder
from argmap.view.page.compared import Compared, Subject, of_document
from argmap.view.page.matrix import Matrix, kind_of, matrix
from argmap.view.page.outlines import Chip, reasons
from argmap.view.page.questions import asked, shares, sides, turning_lines, verdicts
from argmap.view.page.records import Deeper, DisputeCard, Overview, TextInShort
from argmap.wording.english import counted, first_upper, joined_clauses, number_word, one_line
from argmap.wording.spans import Span, Words, joined, strong, words

_MOST_CARDS = 4
_MOST_DEEPER = 4
_MOST_ABOVE = 3
_MOST_NAMED = 6
"""Texts that the summary names; of more it gives the number."""
_MOST_TEXTS = 4
"""Texts that are told in short where nothing is in dispute."""


def overview(compared: Compared, title: str) -> Overview:
    """The first view of a project."""
    subjects = [question.subject for question in compared.questions]
    beside = [subject for question in compared.questions for subject in question.beside]
    rest = (*subjects[_MOST_CARDS:], *beside)
    return Overview(
        title=title,
        summary=tuple(_summary(compared)),
        deeper=_deeper(compared),
        cards=tuple(_card(subject, compared) for subject in subjects[:_MOST_CARDS]),
        more=tuple(_chip(subject, compared) for subject in rest),
        texts=() if subjects else tuple(_text(author, compared) for author in compared.authors[:_MOST_TEXTS]),
        matrix=matrix(compared) if compared.comparison.stances.by_issue else Matrix(columns=(), groups=()),
    )


# --- What these texts are


def _summary(compared: Compared) -> Iterator[Words]:
    yield _what_they_are(compared)
    kinds = Counter(kind_of(issue, compared) for issue in compared.numbers)
    shared = sum(kinds[kind] for kind in ("dispute", "differ", "agree"))
    if len(compared.authors) == 1:
        answered = counted(len(compared.numbers), "question")
        yield words(
            f"It answers {answered}." if compared.numbers else "It answers no question that others could share."
        )
        return
    if not shared:
        yield words("No two of them answer the same question.")
        return
    told = [
        f"disagree on {_number(kinds['dispute'])}" if kinds["dispute"] else "are in dispute on none",
        f"agree on {_number(kinds['agree'])}" if kinds["agree"] else "",
        f"on {_number(kinds['differ'])} not all agree, without a dispute" if kinds["differ"] else "",
    ]
    clauses = [clause for clause in told if clause]
    who = "Both" if len(compared.authors) == 2 else "Two or more of them"
    questions = f"{_number(shared)} {'question' if shared == 1 else 'questions'}"
    rest = joined_clauses(clauses[1:])
    linked = len(compared.disagreements) - kinds["dispute"]
    yield words(
        f"{who} answer {questions}: they ",
        strong(clauses[0]),
        f", {rest}" if rest else "",
        f"; over links between their claims, they disagree on {_number(linked)} more" if linked > 0 else "",
        ".",
    )
    if compared.is_whole:
        yield from _who_disagrees_most(compared)
    else:
        taken = sum(subject in compared.numbers for subject in compared.disagreements)
        yield words(f"The {_number(taken)} most divisive are told in full here, the others in numbers.")


def _what_they_are(compared: Compared) -> Words:
    authors, documents = compared.authors, compared.corpus.documents
    count, claims = len(authors), counted(sum(len(documents[one.document].claims) for one in authors), "claim")
    years = sorted({documents[one.document].date[:4] for one in authors if documents[one.document].date})
    when = f", {years[0]}{f' to {years[-1]}' if len(years) > 1 else ''}" if years else ""
    if count <= _MOST_NAMED:
        links = (
            Span(compared.names.holder(one), target=f"#{of_document(one.document)}")
            for one in authors
            if one.document in documents
        )
        named = joined(links, ", ", " and ")
        return words(
            f"{first_upper(_number(count))} {'text' if count == 1 else 'texts'}: ", *named, f"; {claims} in all."
        )
    people = len({party for one in authors for party in compared.parties((one,))})
    by = f" by {_number(people)} {'author' if people == 1 else 'authors'}" if people != count else ""
    return words(f"{first_upper(_number(count))} texts{by}{when}, {claims} in all.")


def _who_disagrees_most(compared: Compared) -> Iterator[Words]:
    """The two authors in dispute on most questions, where there are more than two in dispute at all."""
    pairs: dict[tuple[str, ...], set[Subject]] = {}
    names: dict[tuple[str, ...], dict[Holder, None]] = {}
    for subject, those in compared.disagreements.items():
        for one in those:
            key = compared.parties(one.holders)
            pairs.setdefault(key, set()).add(subject)
            names.setdefault(key, {}).update(dict.fromkeys(one.holders))
    if len(pairs) < 2:
        return
    ranked = sorted(pairs, key=lambda key: (-len(pairs[key]), key))
    first, second = ranked[:2]
    if len(pairs[first]) == len(pairs[second]):
        return
    sides: dict[tuple[str, ...], list[Holder]] = {}
    for holder in compared.authors:
        if holder in names[first]:
            sides.setdefault(compared.parties((holder,)), []).append(holder)
    who = " against ".join(map(compared.names.holders, sides.values()))
    of = f"{_number(len(pairs[first]))} of the {_number(len(compared.disagreements))}"
    yield words("Most often it is ", strong(who), f": on {of}.")


def _number(number: int) -> str:
    return number_word(number) if number <= 10 else f"{number:,}"


# --- What the disputes turn on


def _deeper(compared: Compared) -> tuple[Deeper, ...]:
    """Each deeper question once, that on which most disputes turn first, with those that turn on it and how far."""
    told = []
    for subject, cruxes in islice(deeper_questions(compared.disputes).items(), _MOST_DEEPER):
        above: dict[Subject, list[tuple[Side, CruxEffect]]] = {}
        for crux in cruxes:
            above.setdefault(crux.upper.subject, []).extend(crux.staked)
        lines = (
            words(asked(upper, compared), f" – {shares(staked, compared)}")
            for upper, staked in islice(above.items(), _MOST_ABOVE)
        )
        told.append(
            Deeper(
                target=f"#{compared.target(subject)}", question=one_line(compared.question(subject)), above=tuple(lines)
            )
        )
    return tuple(told)


# --- The questions in dispute


def _card(subject: Subject, compared: Compared) -> DisputeCard:
    return DisputeCard(
        target=f"#{compared.target(subject)}",
        question=one_line(compared.question(subject)),
        sides=sides(subject, compared),
        verdicts=verdicts(subject, compared),
        turning=turning_lines(subject, compared),
    )


def _chip(subject: Subject, compared: Compared) -> Chip:
    question = one_line(compared.question(subject))
    return Chip(
        target=compared.target(subject), answer=one_line(compared.short(subject)) or question, question=question
    )


def _text(author: Holder, compared: Compared) -> TextInShort:
    """What a text argues for, with its first reasons; of a text alone, the title stands above already."""
    record = compared.corpus.documents[author.document]
    alone = len(compared.authors) == 1
    start = (record.thesis,) if record.thesis is not None else record.claims[:1]
    rows, _ = reasons(start, compared, {}, levels=2)
    return TextInShort(
        target=f"#{of_document(record.id)}",
        title="What it argues for, and why" if alone else one_line(record.title or record.id),
        who="" if alone else compared.names.holder(author),
        rows=rows,
    )
