"""The voices of others: whom documents show, and which authors agree or conflict with them, issue by issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice
from argmap.compare.stance import Acceptance, Stance
from argmap.judge.holder import AuthorAttitude, Holder
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN, Attitude
from argmap.model.ids import ClaimId, IssueId
from argmap.report.comparison.answers import link_sentence
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.claim_sentences import bare_claim, quoted_claim
from argmap.wording.english import listed
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import ComparisonNames, actor_name
from argmap.wording.spans import strong, words
from argmap.wording.stance_sentences import stances_to_tell
from argmap.wording.verdict_sentences import subject_of, verdict_and_why
from argmap.wording.verdicts import RESERVES, phrase

Voice = BorrowedVoice | OpposedVoice

_REGARDS = {
    AuthorAttitude.ENDORSED: ", and endorsed, by",
    AuthorAttitude.DENIED: ", and denied, by",
    AuthorAttitude.DOUBTED: ", and doubted, by",
    AuthorAttitude.REPORTED: " by",
}


@attrs.frozen(kw_only=True)
class _Stand:
    """How somebody whom a document shows stands on an issue, in words; those who stand alike are told together.

    Attributes:
        by: The document, and what its author thinks of it.
        agree: The authors who agree, with their reserves.
        conflict: Those who conflict.
    """

    by: str
    answer: str
    agree: str
    conflict: str


_EXPLAINED = (
    "Views that the authors report of others, with the authors who agree or disagree with them. Whoever shows a view "
    "only reports it, unless it says more."
)


def attributed_views(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """Each voice once an issue; none where everybody is put beside everybody anyway."""
    both: tuple[Voice, ...] = (*report.voices, *report.opposed)
    # For a report on everybody what merely follows says too little.
    found = [voice for voice in both if report.scope.is_narrow or not voice.alignment.implied]
    if not found or (report.scope.issue is not None and not report.scope.one):
        return
    yield Heading(2, words("Voices of others"))
    yield Paragraph(words(_EXPLAINED))
    subjects: dict[tuple[str, str], list[Voice]] = {}
    for voice in found:
        subjects.setdefault(voice.alignment.order[:2], []).append(voice)
    for _, those in sorted(subjects.items()):
        if those[0].alignment.issue is not None:
            yield Item(words(subject_of(those[0].alignment, names)))
            yield from _issue(those[0].alignment.issue, those, report, names)
    linked = [voice for _, those in sorted(subjects.items()) for voice in those if voice.alignment.issue is None]
    if linked:
        yield Item(words("Single claims that links join"))
    for voice in linked:
        does = "agree" if isinstance(voice, BorrowedVoice) else "disagree"
        who = names.holders(voice.alignment.holders)
        yield Item(words(strong(who), f" {does}: ", *link_sentence(voice.alignment, names), "."), 1)


def voices_alone(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """The issues that no author answers, with the answers of those who are shown."""
    if not report.voices_alone:
        return
    yield Heading(2, words("Answered by voices alone"))
    for issue in report.voices_alone:
        yield Item(names.asked(issue))
        speaking = report.voices_on(issue)
        for holder in speaking:
            stances = ", ".join(_answer(stance, names) for stance in _told(holder, issue, report))
            yield Item(words(strong(names.holder(holder)), f": {stances}."), 1)
        # Who gives the same answer can be seen above.
        parting = [found for found in report.comparison.on(issue, speaking) if not found.verdict.is_agreement]
        for group in grouped_pairs(found for found in parting if found.verdict is not Verdict.ONE_SIDED):
            yield Item(verdict_and_why(group, names), 1)


def _issue(issue: IssueId, found: Iterable[Voice], report: ComparisonReport, names: ComparisonNames) -> Iterator[Item]:
    by_holder: dict[Holder, list[Voice]] = {}
    for voice in found:
        by_holder.setdefault(voice.alignment.other.holder, []).append(voice)
    together: dict[_Stand, list[Holder]] = {}
    for holder in sorted(by_holder, key=lambda holder: holder.order):
        together.setdefault(_stand(holder, issue, by_holder[holder], report, names), []).append(holder)
    for stand, holders in together.items():
        sides = (("Agree", stand.agree), ("Disagree", stand.conflict))
        stands = " ".join(f"{does}: {authors}." for does, authors in sides if authors)
        yield Item(words(strong(_named(holders, names)), f" (shown{stand.by}): {stand.answer}. {stands}"), 1)
        claims: dict[ClaimId, list[Holder]] = {}
        for holder in holders:
            for claim in dict.fromkeys(claim for stance in _told(holder, issue, report) for claim in stance.claims):
                claims.setdefault(claim, []).append(holder)
        for claim, those in claims.items():
            who = f"{_named(those, names)}: " if len(those) < len(holders) else ""
            yield from _claim(claim, who, report, names)


def _claim(claim: ClaimId, who: str, report: ComparisonReport, names: ComparisonNames) -> Iterator[Item]:
    if report.scope.is_narrow:
        yield Item(words(who, bare_claim(claim, names)), 2, names.place(claim))
        return
    record = names.corpus.claims[claim]
    # Of what is only reported, whoever holds it stands above.
    known = record.attitude is Attitude.REPORTS and len(record.voices) == 1
    yield Item(words(who, quoted_claim(claim, names, bare=known)), 2)


def _told(holder: Holder, issue: IssueId, report: ComparisonReport) -> tuple[Stance, ...]:
    return stances_to_tell(report.comparison.stances.profile(holder, issue))


def _stand(
    holder: Holder, issue: IssueId, found: list[Voice], report: ComparisonReport, names: ComparisonNames
) -> _Stand:
    # What is taken goes before what is not: “B, not A” is clear.
    stances = sorted(_told(holder, issue, report), key=lambda stance: stance.acceptance is not Acceptance.ACCEPTED)
    regards = "".join(_REGARDS[regard] for regard in found[0].regards[:1])
    return _Stand(
        by=f"{regards} {names.holder(Holder(holder.document))}",
        answer=", ".join(_answer(stance, names) for stance in stances),
        agree=listed([_author(voice, names) for voice in found if isinstance(voice, BorrowedVoice)]),
        conflict=listed([_author(voice, names) for voice in found if isinstance(voice, OpposedVoice)]),
    )


def _answer(stance: Stance, names: ComparisonNames) -> str:
    if stance.position == OPEN:
        return "undecided"
    does = {Acceptance.ACCEPTED: "", Acceptance.REJECTED: "not ", Acceptance.OPEN: "undecided on "}[stance.acceptance]
    return f"{does}{names.position(stance.issue, stance.position)}"


def _author(voice: Voice, names: ComparisonNames) -> str:
    verdict = voice.alignment.verdict
    notes = [phrase(verdict)] if verdict.is_disagreement and not verdict.is_cannot else []
    notes += [RESERVES[reserve] for reserve in voice.alignment.qualifications]
    if isinstance(voice, BorrowedVoice) and voice.against_reporter:
        notes.append("while the author who shows it disagrees")
    name = names.holder(voice.alignment.one.holder)
    return f"{name} ({', '.join(notes)})" if notes else name


def _named(holders: Iterable[Holder], names: ComparisonNames) -> str:
    return listed([actor_name(one.actor, one.document, names.corpus) for one in holders if one.actor])
