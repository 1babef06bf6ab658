"""Reported views: whom documents show, and which authors agree or disagree with them, issue by issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice
from argmap.compare.stance import Acceptance, Stance
from argmap.judge.holder import AuthorAttitude, Holder
from argmap.judge.verdict import Verdict
from argmap.language.words import OPEN
from argmap.model.ids import ClaimId, IssueId
from argmap.report.comparison.answers import link_sentence, lone_claims
from argmap.report.comparison.comparison_report import ComparisonReport
from argmap.report.comparison.context import MOST_LINES, PageContext, beginning
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.english import listed
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import ComparisonNames, actor_name
from argmap.wording.relations import link_text, reason_of
from argmap.wording.spans import Span, code, joined, strong, words
from argmap.wording.stance_sentences import stances_to_tell
from argmap.wording.verdict_sentences import verdict_and_why
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
        conflict: Those who disagree.
    """

    by: str
    answer: str
    agree: str
    conflict: str


_EXPLAINED = (
    "Views that the authors report of others, with the authors who agree or disagree with them. Whoever shows a view "
    "only reports it, unless it says more."
)


def attributed_views(context: PageContext) -> Iterator[Block]:
    """Each reported view once an issue; none where everybody is put beside everybody anyway."""
    report, names = context.report, context.names
    both: tuple[Voice, ...] = (*report.voices, *report.opposed)
    # Where little is told, it is of views that an author disputes, and not of what merely follows.
    found = [voice for voice in both if context.is_full or _is_disputed(voice)]
    if not found or (report.scope.issue is not None and not report.scope.one):
        return
    subjects: dict[tuple[str, str], list[Voice]] = {}
    for voice in found:
        subjects.setdefault(voice.alignment.order[:2], []).append(voice)
    ranked = [those for _, those in sorted(subjects.items())]
    shown, part = beginning(ranked, MOST_LINES, whole=context.is_full)
    title = "Reported views" if context.is_full else "Reported views that an author disputes"
    yield Heading(2, words(title, f" ({part} questions and links)" if part else ""))
    yield Paragraph(words(_EXPLAINED))
    for those in shown:
        issue = those[0].alignment.issue
        if issue is not None:
            yield from _issue(issue, those, context)
    linked = [voice for those in shown for voice in those if voice.alignment.issue is None]
    if linked and context.is_full:
        yield Item(words("Single claims that links join"))
    for voice in linked:
        does = "agree" if isinstance(voice, BorrowedVoice) else "disagree"
        who = names.holders(voice.alignment.holders)
        link = voice.alignment.link
        assert link is not None
        if context.is_full:
            joins = link_sentence(voice.alignment, names)
            yield Item(words(strong(who), f" {does}: ", *joins, "."), 1)
        else:
            yield Item(words(f"{who} {does}: {reason_of(link) or 'a link says so'} (", code(link_text(link)), ")."))


def _is_disputed(voice: Voice) -> bool:
    return isinstance(voice, OpposedVoice) and not voice.alignment.implied


def voices_alone(context: PageContext) -> Iterator[Block]:
    """The issues that no author answers, with the answers of those who are shown."""
    report, names = context.report, context.names
    if not report.voices_alone:
        return
    shown, part = beginning(report.voices_alone, MOST_LINES, whole=context.is_full)
    yield Heading(2, words("Answered in reported views alone", f" ({part} questions)" if part else ""))
    for issue in shown:
        speaking = report.voices_on(issue)
        told = [
            f"{names.holder(holder)}: {', '.join(_answer(stance, names) for stance in _told(holder, issue, report))}"
            for holder in speaking
        ]
        if not context.is_full:
            file = context.pictures.issue(issue)
            picture = words("; ", Span("picture", target=file)) if file else "."
            yield Item(words(*context.question(issue), f": {'; '.join(told)}", picture))
            continue
        yield Item(context.question(issue))
        yield from (Item(words(f"{said}."), 1) for said in told)
        # Who gives the same answer can be seen above.
        parting = [found for found in report.comparison.on(issue, speaking) if not found.verdict.is_agreement]
        for group in grouped_pairs(found for found in parting if found.verdict is not Verdict.ONE_SIDED):
            yield Item(verdict_and_why(group, names), 1)


def _issue(issue: IssueId, found: Iterable[Voice], context: PageContext) -> Iterator[Item]:
    """Who is shown with which answer, and which authors agree with it or not: a line each, or one for all."""
    names = context.names
    by_holder: dict[Holder, list[Voice]] = {}
    for voice in found:
        by_holder.setdefault(voice.alignment.other.holder, []).append(voice)
    together: dict[_Stand, list[Holder]] = {}
    for holder in sorted(by_holder, key=lambda holder: holder.order):
        together.setdefault(_stand(holder, issue, by_holder[holder], context), []).append(holder)
    lines = []
    for stand, holders in together.items():
        sides = (("Agree", stand.agree), ("Disagree", stand.conflict))
        stands = "".join(f" {does}: {authors}." for does, authors in sides if authors)
        lines.append(words(strong(_named(holders, names)), f" (shown{stand.by}): {stand.answer}.{stands}"))
    if not context.is_full:
        yield Item(words(*context.question(issue), ". ", *joined(lines, " ")))
        return
    yield Item(context.question(issue))
    for line, holders in zip(lines, together.values(), strict=True):
        yield Item(line, 1)
        claims: dict[ClaimId, list[Holder]] = {}
        for holder in holders:
            told = _told(holder, issue, context.report)
            for claim in dict.fromkeys(claim for stance in told for claim in stance.claims):
                claims.setdefault(claim, []).append(holder)
        yield from lone_claims(claims, context, 2)


def _told(holder: Holder, issue: IssueId, report: ComparisonReport) -> tuple[Stance, ...]:
    return stances_to_tell(report.comparison.stances.profile(holder, issue))


def _stand(holder: Holder, issue: IssueId, found: list[Voice], context: PageContext) -> _Stand:
    report, names = context.report, context.names
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
    notes = [phrase(verdict)] if voice.alignment.is_disagreement and not verdict.is_cannot else []
    notes += [RESERVES[reserve] for reserve in voice.alignment.qualifications]
    if isinstance(voice, BorrowedVoice) and voice.against_reporter:
        notes.append("while the author who shows it disagrees")
    name = names.holder(voice.alignment.one.holder)
    return f"{name} ({', '.join(notes)})" if notes else name


def _named(holders: Iterable[Holder], names: ComparisonNames) -> str:
    return listed([actor_name(one.actor, one.document, names.corpus) for one in holders if one.actor])
