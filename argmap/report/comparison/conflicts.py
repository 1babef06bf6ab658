"""The conflicts of a page, subject by subject: who answers what, why it is a conflict, and what it turns on."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux, Hold
from argmap.compare.holder import Holder
from argmap.model.ids import ClaimId
from argmap.report.comparison.account import Account, Conflict, Subject
from argmap.report.comparison.names import Names, one_line, quoted
from argmap.report.comparison.page import (
    Block,
    Heading,
    Item,
    Paragraph,
    Picture,
    Words,
    code,
    counted,
    strong,
    words,
)
from argmap.report.comparison.pictures import Pictures
from argmap.report.comparison.reasons import brief, single, tree
from argmap.report.comparison.stances import answers, chains
from argmap.report.comparison.verdicts import TITLES, link_text, why


def conflicts(account: Account, names: Names, pictures: Pictures) -> Iterator[Block]:
    """A section with a numbered subsection for each subject."""
    if account.subjects:
        yield Heading(2, words("Where they conflict"))
    for number, subject in enumerate(account.subjects, start=1):
        yield from _subject(number, subject, account, names, pictures)


def _subject(number: int, subject: Subject, account: Account, names: Names, pictures: Pictures) -> Iterator[Block]:
    if subject.issue is not None:
        yield Heading(3, words(f"{number}. {one_line(names.question(subject.issue))} (", code(subject.issue), ")"))
    elif subject.link is not None:
        yield Heading(3, words(f"{number}. Two linked statements (", code(link_text(subject.link)), ")"))
    for profile in subject.profiles:
        yield Item(words(strong(names.holder(profile.holder)), " ", answers(profile, names)))
        for chain in chains(profile, names):
            yield Item(chain, 1)
        claims = tuple(dict.fromkeys(claim for stance in profile.stances for claim in stance.claims))
        yield from (tree if account.scope.tells_reasons else single)(claims, names, 1)
    if subject.link is not None:
        for holder, claims in _linked_sides(subject).items():
            yield Item(words(strong(names.holder(holder))))
            yield from (tree if account.scope.tells_reasons else single)(claims, names, 1)
    for conflict in subject.conflicts:
        yield from _conflict(conflict, names, pictures)


def _linked_sides(subject: Subject) -> dict[Holder, tuple[ClaimId, ...]]:
    found: dict[Holder, tuple[ClaimId, ...]] = {}
    for conflict in subject.conflicts:
        for side in (conflict.alignment.one, conflict.alignment.other):
            found.setdefault(side.holder, side.claims)
    return found


def _conflict(conflict: Conflict, names: Names, pictures: Pictures) -> Iterator[Block]:
    alignment = conflict.alignment
    implied = (strong(" [implied]"),) if alignment.implied else ()
    yield Paragraph(words(strong(f"{TITLES[alignment.verdict]}."), *implied, " ", why(alignment, names)))
    for shared in conflict.reasons.shared if conflict.reasons.same_premise_other_conclusion else ():
        yield Item(
            words(
                strong("Same premise, other conclusion: "),
                "both argue from ",
                brief([shared.one], names),
                " and ",
                brief([shared.other], names),
                ".",
            )
        )
    for crux in conflict.cruxes:
        yield from _crux(crux, names)
    for deeper in conflict.contested:
        yield Item(
            words(
                "Beneath it they also conflict on ",
                subject_of(deeper.conflict, names),
                ", but the answers have other reasons left.",
            )
        )
    if not conflict.cruxes:
        yield Item(words(_no_crux(conflict)))
    picture = pictures.butterfly(alignment)
    if picture:
        yield Picture(picture, f"The reasons of {names.holders(alignment.holders)} beside each other")


def _no_crux(conflict: Conflict) -> str:
    if conflict.contested:
        return "It does not turn on that alone." if len(conflict.contested) == 1 else "It turns on none of these alone."
    if not (conflict.reasons.one and conflict.reasons.other):
        return "No deeper conflict was found beneath it; not both give reasons for their answer."
    return "No deeper conflict was found beneath it: their reasons do not meet."


def _crux(crux: Crux, names: Names) -> Iterator[Block]:
    yield Item(words(strong("It turns on "), subject_of(crux.conflict, names), ". ", why(crux.conflict, names)))
    for side, hold in ((crux.conflict.one, crux.one), (crux.conflict.other, crux.other)):
        if hold.falls:
            yield Item(_falls(names.holder(side.holder), hold, names), 1)


def _falls(holder: str, hold: Hold, names: Names) -> Words:
    count = counted(len(hold.falls), "claim")
    lose = "loses its" if len(hold.falls) == 1 else "lose their"
    below = counted(hold.depth, "step")
    return words(
        "Without ",
        brief(hold.premises, names),
        f", {below} below the answer, {count} of {holder} {lose} support: ",
        brief(hold.falls, names),
        ".",
    )


def subject_of(alignment: Alignment, names: Names) -> Words:
    """What an alignment is about, within a sentence."""
    if alignment.issue is not None:
        return words(quoted(names.question(alignment.issue)), " (", code(alignment.issue), ")")
    assert alignment.link is not None
    return words("the link ", code(link_text(alignment.link)))
