"""What else a comparison finds: how documents report each other, strain, silence, and drift."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.drift import Drift
from argmap.compare.holder import Holder, name_of
from argmap.compare.inconsistency import Inconsistency, InconsistencyKind
from argmap.compare.representation import Fidelity
from argmap.compare.unanswered import UnansweredIssue
from argmap.model.corpus import Corpus
from argmap.report.comparison.account import Account
from argmap.report.comparison.names import Names
from argmap.report.comparison.page import Block, Heading, Item, Paragraph, Picture, Span, code, strong, words
from argmap.report.comparison.pictures import Pictures
from argmap.report.comparison.reasons import brief, single
from argmap.report.comparison.stances import answer, answers, chain_words
from argmap.report.comparison.verdicts import BRIEFLY, TITLES, link_text, subject_of
from argmap.report.english import counted, listed, one_line, quoted

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
    """What most others answer and somebody does not, by document; what nearly all answer first."""
    if not account.silences:
        return
    yield Heading(2, words("Silent where most others speak"))
    yield Paragraph(words("In brackets, how many of the documents that others wrote do answer."))
    found: dict[Holder, list[UnansweredIssue]] = {}
    for silence in sorted(account.silences, key=lambda one: (-len(one.answered_by) / one.others, one.issue)):
        found.setdefault(silence.holder, []).append(silence)
    for holder in sorted(found, key=list(dict.fromkeys((*account.holders, *found))).index):
        late = [silence for silence in found[holder] if not silence.too_early]
        early = [silence for silence in found[holder] if silence.too_early]
        if late:
            yield Item(words(strong(names.holder(holder)), ": ", *_unasked(late, names), "."))
        if early:
            says = " is older than all who answer: "
            yield Item(words(strong(names.holder(holder)), says, *_unasked(early, names), "."))


def drifts(account: Account, names: Names, pictures: Pictures) -> Iterator[Block]:
    """What one author says over several dated documents; what did not change in a line."""
    if not account.drifts:
        return
    yield Heading(2, words("One author over time"))
    by_author: dict[str, list[Drift]] = {}
    for found in account.drifts:
        by_author.setdefault(found.author, []).append(found)
    for author, those in by_author.items():
        name = _author(those[0], names.corpus)
        yield Paragraph(words(strong(name)))
        if pictures.timeline(author):
            yield Picture(pictures.timeline(author), f"{name} over time")
        for found in (one for one in those if not one.is_steady):
            yield from _drift(found, names)
            for file in filter(None, map(pictures.butterfly, found.changes)):
                yield Picture(file, f"{name}, earlier and later, beside each other")
        for found in (one for one in those if one.is_steady):
            asked = words(quoted(names.question(found.issue)), " (", code(found.issue), "): ")
            last = found.profiles[-1]
            yield Item(words("No change on ", asked, f"{names.holder(last.holder)} ", answers(last, names), "."))


def _drift(found: Drift, names: Names) -> Iterator[Item]:
    yield Item(words(quoted(names.question(found.issue)), " (", code(found.issue), ")"))
    for place, profile in enumerate(found.profiles):
        change = _change(found.changes[place - 1]) if place else ""
        yield Item(words(strong(names.holder(profile.holder)), " ", answers(profile, names), f".{change}"), 1)


def _change(change: Alignment) -> str:
    """What became of the answer of the document before; the answers themselves stand beside it."""
    said = TITLES[change.verdict]
    if change.distance is not None:
        said += f", {change.distance} of {counted(change.scale or 0, 'step')} apart"
    reserves = ", ".join(BRIEFLY[one] for one in change.qualifications)
    return f" {said}{f' ({reserves})' if reserves else ''}."


def _unasked(found: Iterable[UnansweredIssue], names: Names) -> Iterator[Span | str]:
    for number, silence in enumerate(found):
        notes = [f"{len(silence.answered_by)} of {silence.others}"]
        notes += [f"but see {names.holders(silence.elsewhere)}"] if silence.elsewhere else []
        shows = [one_line(name_of(one.actor, one.document, names.corpus)) for one in silence.shows if one.actor]
        notes += [f"though it shows {listed(shows)}"] if shows else []
        yield ", " if number else ""
        yield code(silence.issue)
        yield f" ({'; '.join(notes)})"


def _author(found: Drift, corpus: Corpus) -> str:
    document = found.profiles[0].holder.document
    author = next(
        (a for a in corpus.documents[document].authors if found.author in (a, f"{document}.{a}")),
        corpus.documents[document].authors[0],
    )
    return one_line(name_of(author, document, corpus))


def _strain(strain: Inconsistency, names: Names) -> Iterator[Block]:
    holder = names.holder(strain.holder)
    match strain.kind:
        case InconsistencyKind.LINKED_CLAIMS:
            assert strain.link is not None
            yield Item(words(f"{holder} holds two claims that the link ", code(link_text(strain.link)), " sets apart."))
        case InconsistencyKind.TWO_CONSEQUENCES:
            one, other = strain.stances
            asked = quoted(names.question(one.issue))
            ends = words(" and that it ", answer(other, names), ". Neither is ascribed to it.")
            follows = f"): from what {holder} says it would follow both that it "
            yield Item(words(f"On {asked} (", code(one.issue), follows, answer(one, names), ends))
            yield Item(chain_words(one.chain, names), 1)
        case InconsistencyKind.AGAINST_CONSEQUENCE | InconsistencyKind.TWO_ANSWERS:
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
