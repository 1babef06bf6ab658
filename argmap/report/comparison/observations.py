"""What else a comparison finds: borrowed voices, words with two meanings, strain, arguments not met, reports, drift."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from argmap.compare.drift import Drift
from argmap.compare.holder import Holder, Regard, name_of
from argmap.compare.representation import Fidelity
from argmap.compare.strain import Strain, StrainKind
from argmap.compare.voices import BorrowedVoice
from argmap.model.corpus import Corpus
from argmap.report.comparison.account import Account
from argmap.report.comparison.conflicts import subject_of
from argmap.report.comparison.names import Names, one_line, quoted
from argmap.report.comparison.page import (
    Block,
    Heading,
    Item,
    Paragraph,
    Picture,
    Span,
    Words,
    code,
    counted,
    listed,
    strong,
    words,
)
from argmap.report.comparison.pictures import Pictures
from argmap.report.comparison.reasons import brief, single
from argmap.report.comparison.stances import answer, answers, chain_words
from argmap.report.comparison.verdicts import TITLES, link_text, why

T = TypeVar("T")

_REGARDS = {
    Regard.ENDORSED: "agrees with",
    Regard.DENIED: "denies",
    Regard.DOUBTED: "doubts",
    Regard.REPORTED: "only reports",
}

_FIDELITIES = {
    Fidelity.FAITHFUL: "as the original says it",
    Fidelity.OVERSTATED: "more firmly than the original says it",
    Fidelity.UNDERSTATED: "less firmly than the original says it",
    Fidelity.CONDITION_DROPPED: "without the condition that the original makes",
    Fidelity.CONDITION_ADDED: "with a condition that the original does not make",
    Fidelity.QUALIFIED: "with a reserve",
    Fidelity.MISREPRESENTED: "against what the original says",
    Fidelity.OTHER_TIME: "for another time than the original",
    Fidelity.NOT_IN_ORIGINAL: "where the original is silent (it may have been said elsewhere)",
    Fidelity.DIFFERENT: "where the original says something else, or leaves it open",
}


def unanswered(account: Account, names: Names) -> Iterator[Block]:
    """Arguments that the other side of a conflict does not meet."""
    found = [argument for conflict in account.conflicts for argument in conflict.unanswered]
    if not found:
        return
    yield Heading(2, words("Arguments that are not met"))
    yield Paragraph(words("A reason against what the other holds, which nothing in the other's document disputes."))
    for _, arguments in _grouped(found, lambda one: (one.conflict.order[:2], one.attacker, one.attacked)):
        first = arguments[0]
        attacker, attacked = names.holder(first.attacker), names.holder(first.attacked)
        later = " It was written later, so no answer could be expected." if first.written_later else ""
        on = subject_of(first.conflict, names)
        yield Item(words("On ", on, f": {attacker} argues, and {attacked} does not take it up.{later}"))
        for argument in arguments:
            yield Item(brief(argument.premises, names), 1)
            if argument.granted:
                yield Item(words(f"{attacked} even grants ", brief(argument.granted, names), "."), 2)


def talking_past(account: Account, names: Names) -> Iterator[Block]:
    """Words that the two sides of a conflict define differently."""
    found = [term for conflict in account.conflicts for term in conflict.talking_past]
    if not found:
        return
    yield Heading(2, words("One word, two meanings"))
    yield Paragraph(words("Here the two may be talking past each other; whether they do is for the reader to judge."))
    for term in found:
        one, other = (names.holder(holder) for holder in term.conflict.holders)
        says = f": {one} means {quoted(term.one.meaning)}, {other} {quoted(term.other.meaning)}."
        yield Item(words(code(term.one.id), ", in the conflict on ", subject_of(term.conflict, names), says))
        yield from single((*term.one_uses, *term.other_uses), names, 1)


def borrowed_voices(account: Account, names: Names) -> Iterator[Block]:
    """Actors whom one author shows and with whom another agrees."""
    if not account.voices:
        return
    yield Heading(2, words("Voices of others"))
    yield Paragraph(words("An author agrees with somebody whose view another author reports."))
    for _, voices in _grouped(account.voices, lambda one: (one.alignment.order[:2], one.alignment.one.holder)):
        first = voices[0].alignment
        yield Item(words("On ", subject_of(first, names), f", {names.holder(first.one.holder)} agrees with:"))
        yield Item(words("Claims of the author: ", _codes(first.one.claims)), 1)
        for voice in voices:
            yield Item(words(strong(names.holder(voice.alignment.other.holder)), f". {_aside(voice, names)}"), 1)
            yield from single(voice.alignment.other.claims, names, 2)


def _aside(voice: BorrowedVoice, names: Names) -> str:
    shower = names.holder(Holder(voice.alignment.other.holder.document))
    regard = listed([_REGARDS[regard] for regard in voice.regards])
    against = ", and takes another side" if voice.against_reporter else ""
    reserve = f" {why(voice.alignment, names)}" if voice.alignment.qualifications else ""
    return f"{shower} {regard} it{against}.{reserve}"


def representations(account: Account, names: Names) -> Iterator[Block]:
    """How documents report authors who are compared too."""
    if not account.representations:
        return
    yield Heading(2, words("How they report each other"))
    for found in account.representations:
        through = " (one speaks for the other)" if found.through else ""
        later = " The original is the later of the two." if found.original_later else ""
        reported, original = names.holder(found.reported), names.holder(found.original)
        says = f": {reported} is reported {_FIDELITIES[found.fidelity]}, {original}{through}.{later}"
        yield Item(words("On ", subject_of(found.alignment, names), says))
        yield from single(found.alignment.one.claims, names, 1)
        yield from single(found.alignment.other.claims, names, 1)


def strains(account: Account, names: Names) -> Iterator[Block]:
    """Documents that take two sides."""
    if account.strains:
        yield Heading(2, words("Two sides in one document"))
    for strain in account.strains:
        yield from _strain(strain, names)


def silences(account: Account, names: Names) -> Iterator[Block]:
    """What most others answer and somebody does not."""
    if not account.silences:
        return
    yield Heading(2, words("Silent where most others speak"))
    for silence in account.silences:
        count = f"{len(silence.answered_by)} of {counted(silence.others, 'other document')} do"
        notes = ["older than all of these"] if silence.too_early else []
        notes += [f"it does show {names.holders(silence.shows)}"] if silence.shows else []
        shown = f" ({'; '.join(notes)})" if notes else ""
        on = words(quoted(names.question(silence.issue)), " (", code(silence.issue), ")")
        yield Item(words(f"{names.holder(silence.holder)} does not answer ", on, f": {count}{shown}."))


def drifts(account: Account, names: Names, pictures: Pictures) -> Iterator[Block]:
    """What one author says over several dated documents."""
    if not account.drifts:
        return
    yield Heading(2, words("One author over time"))
    before = ""
    for found in account.drifts:
        if found.author != before:
            before = found.author
            yield Paragraph(words(strong(_author(found, names.corpus))))
            if pictures.timeline(found.author):
                yield Picture(pictures.timeline(found.author), f"{_author(found, names.corpus)} over time")
        steady = ": no change." if found.is_steady else "."
        yield Item(words(quoted(names.question(found.issue)), " (", code(found.issue), ")", steady))
        for profile in found.profiles:
            yield Item(words(f"{names.holder(profile.holder)} ", answers(profile, names), "."), 1)
        for change in () if found.is_steady else found.changes:
            yield Item(words(strong(f"{TITLES[change.verdict]}: "), why(change, names)), 1)
        for file in filter(None, map(pictures.butterfly, found.changes)):
            yield Picture(file, f"{_author(found, names.corpus)}, earlier and later, beside each other")


def _grouped(found: Iterable[T], key: Callable[[T], object]) -> Iterable[tuple[object, list[T]]]:
    """Things that share a key, in the order in which each key is first met."""
    groups: dict[object, list[T]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return groups.items()


def _codes(claims: Iterable[str]) -> Words:
    found: list[Span | str] = []
    for claim in claims:
        found += [", " if found else "", code(claim)]
    return words(*found)


def _author(found: Drift, corpus: Corpus) -> str:
    document = found.profiles[0].holder.document
    author = next(
        (a for a in corpus.documents[document].authors if found.author in (a, f"{document}.{a}")),
        corpus.documents[document].authors[0],
    )
    return one_line(name_of(author, document, corpus))


def _strain(strain: Strain, names: Names) -> Iterator[Block]:
    holder = names.holder(strain.holder)
    match strain.kind:
        case StrainKind.LINKED_CLAIMS:
            assert strain.link is not None
            yield Item(words(f"{holder} holds two claims that the link ", code(link_text(strain.link)), " sets apart."))
        case StrainKind.AGAINST_CONSEQUENCE | StrainKind.TWO_ANSWERS:
            assert strain.issue is not None
            one, other = strain.stances
            follows = ", while it would follow from what it says elsewhere that it " if strain.chain else ", and also "
            yield Item(
                words(
                    f"On {quoted(names.question(strain.issue))} (",
                    code(strain.issue),
                    f"): {holder} ",
                    answer(one, names),
                    follows,
                    answer(other, names),
                    ".",
                )
            )
    if strain.chain:
        yield Item(chain_words(strain.chain, names), 1)
    yield from single((*strain.one, *strain.other), names, 1)
    if strain.rests:
        yield Item(words("On this rests ", brief(strain.rests, names), "."), 1)
