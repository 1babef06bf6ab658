"""Who gives which answer to an issue, with the claims that show it; and single claims that links join."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from argmap.compare.alignment import Alignment
from argmap.compare.stance import Acceptance, Profile, Stance, told_steps
from argmap.compare.tree import Branch, tree_of
from argmap.judge.holder import Holder
from argmap.judge.verdict import Reason, Verdict
from argmap.language.words import OPEN
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.model.link import LinkEnd
from argmap.report.comparison.comparison_report import tensions_beside
from argmap.report.comparison.context import MOST_LINKS, PageContext, beginning
from argmap.report.page import Block, Heading, Item, Paragraph
from argmap.wording.claim_sentences import bare_claim, quoted_claim
from argmap.wording.english import counted, first_upper, quoted, verb
from argmap.wording.grouped_pairs import grouped_pairs
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import RELATIONS, connective, link_text, reason_of, sure
from argmap.wording.spans import Words, code, joined, strong, words
from argmap.wording.stance_sentences import chain_words, stances_to_tell
from argmap.wording.strengths import of_answer
from argmap.wording.verdict_sentences import reserve, times, verdict_and_why
from argmap.wording.verdict_sentences import why as why_it_is
from argmap.wording.verdicts import VERDICTS

_ACCEPTANCES = {Acceptance.ACCEPTED: "", Acceptance.OPEN: "Undecided on ", Acceptance.REJECTED: "Not "}


def answers_given(profiles: Iterable[Profile], issue: IssueId, context: PageContext) -> Iterator[Item]:
    """Each answer in the order of the issue, who gives or rejects it, and by which claims.

    Where everything is told, with the reasons under these claims and the whole chain of what only follows.  The words
    of a claim stand on a page once.
    """
    names = context.names
    stances = [stance for profile in profiles for stance in stances_to_tell(profile)]
    positions = [position.id for position in names.corpus.issues[issue].positions]
    for position in (*positions, PositionId(OPEN)):
        for acceptance, said in _ACCEPTANCES.items():
            found = [one for one in stances if one.position == position and one.acceptance is acceptance]
            if found and position == OPEN:
                yield Item(words("Undecided"))
            elif found:
                yield Item(words(said, names.position(issue, position), " (", code(position), ")"))
            for stance in found:
                yield from _holder(stance, context)
                if stance.implied:
                    yield Item(_from(stance, names, whole=context.is_full), 2)


def _holder(stance: Stance, context: PageContext) -> Iterator[Item]:
    names = context.names
    alone = len(stance.claims) == 1 and not context.is_full
    notes = _notes(stance, names, alone=alone)
    name = words(strong(names.holder(stance.holder)), f" ({notes})" if notes else "")
    if alone:
        shown, place = _told_once(stance.claims[0], context)
        yield Item(words(name, ": ", shown), 1, place)
        return
    yield Item(name, 1)
    yield from (reason_tree if context.is_full else lone_claims)(stance.claims, context, 2)


def _told_once(claim: ClaimId, context: PageContext) -> tuple[Words, Words]:
    """What a claim says, and where it stands; of one whose words stand on the page, its id."""
    if claim in context.claims:
        return words(context.names.id(claim)), ()
    context.claims.add(claim)
    return bare_claim(claim, context.names), context.names.place(claim)


def _notes(stance: Stance, names: ComparisonNames, *, alone: bool) -> str:
    # One claim shows its own strength.
    strength = names.corpus.claims[stance.claims[0]].strength if alone else None
    notes = [of_answer(stance) if strength is None or stance.strength != strength else ""]
    notes += ["on a condition"] if stance.conditions else []
    notes += [f"ascribed as {stance.ascribed}"] if stance.ascribed is not None else []
    notes += ["left unsaid"] if stance.unsaid and not alone else []
    notes += ["implied"] if stance.implied else []
    return ", ".join(note for note in notes if note)


def _from(stance: Stance, names: ComparisonNames, *, whole: bool) -> Words:
    """From what a stance follows; in short, by which links."""
    told = told_steps(stance.chain)
    links = dict.fromkeys(step.link for step in (*told.first, *told.last) if step.link is not None)
    if whole or not links:
        return chain_words(stance.chain, names)
    more = f", with {counted(told.left_out, 'more step')} between" if told.left_out else ""
    return words("Not said; it follows by ", joined((code(link_text(link)) for link in links), " and "), more)


def reason_tree(claims: Iterable[ClaimId], context: PageContext, depth: int = 0) -> Iterator[Item]:
    """The claims with all that stands under them; what the page unfolds above is named, and not unfolded again."""
    above: dict[int, Branch] = {}
    for branch in tree_of(claims, context.names.corpus, context.unfolded):
        before = above.get(branch.depth)
        linked = before is not None and (before.step, before.role) == (branch.step, branch.role) and bool(branch.step)
        above = {level: other for level, other in above.items() if level < branch.depth} | {branch.depth: branch}
        start = () if branch.role is None else (strong(f"{connective(branch.role, linked=linked)}:"), " ")
        shown, place = _told_once(branch.claim, context)
        more = "" if branch.unfolded else " (its reasons stand above)"
        yield Item(words(*start, shown, more), depth + branch.depth, place)


def lone_claims(claims: Iterable[ClaimId], context: PageContext, depth: int = 0) -> Iterator[Item]:
    """The claims alone, each with its place; those whose words stand on the page by their ids."""
    for claim in claims:
        shown, place = _told_once(claim, context)
        yield Item(shown, depth, place)


_HEADINGS = {
    Verdict.AGREEMENT: "Single claims that agree",
    Verdict.TENSION: "Tensions between single claims",
    Verdict.SUPERSEDED: VERDICTS[Verdict.SUPERSEDED].title,
    Verdict.EMPHASIS: VERDICTS[Verdict.EMPHASIS].title,
    Verdict.UNDECIDED: VERDICTS[Verdict.UNDECIDED].title,
    Verdict.OVERTAKEN: VERDICTS[Verdict.OVERTAKEN].title,
    Verdict.OTHER_TIMES: VERDICTS[Verdict.OTHER_TIMES].title,
    Verdict.COMPATIBLE: VERDICTS[Verdict.COMPATIBLE].title,
}
_OF_LINKS = (Verdict.AGREEMENT, Verdict.QUALIFIED, Verdict.SUPERSEDED)
"""What the link itself says of these is the whole of it."""


def linked_claims(context: PageContext, verdicts: Collection[Verdict]) -> Iterator[Block]:
    """The links with these verdicts, the surest first; where everything is told, without what a disagreement tells."""
    report = context.report
    told = {one.order for those in tensions_beside(report).values() for one in those} if context.is_full else set()
    for verdict, heading in _HEADINGS.items():
        found = [
            alignment
            for alignment in report.alignments
            if alignment.link is not None and alignment.order not in told and _kind(alignment) is verdict
        ]
        if verdict not in verdicts or not found:
            continue
        shown, part = beginning(sorted(found, key=_surest), MOST_LINKS, whole=context.is_full)
        yield Heading(3, words(heading, f" ({part}, the surest)" if part else ""))
        pairs: dict[tuple[Holder, Holder], list[Alignment]] = {}
        for alignment in shown:
            one, other = sorted(alignment.holders, key=report.holders.index)
            pairs.setdefault((one, other), []).append(alignment)
        for pair in sorted(pairs, key=lambda pair: [report.holders.index(holder) for holder in pair]):
            yield Item(words(strong(context.names.holders(pair))))
            for alignment in pairs[pair]:
                yield from _link(alignment, context)


def _kind(alignment: Alignment) -> Verdict:
    return Verdict.AGREEMENT if alignment.verdict.is_agreement else alignment.verdict


def other_links(context: PageContext) -> Iterator[Block]:
    """What links join that is told nowhere else: within the documents of one author, and with reported voices."""
    links = context.report.other_links
    if not links:
        return
    if not context.is_full:
        # One link may join what several hold, and is told once.
        links = tuple(sorted({alignment.link: alignment for alignment in links}.values(), key=_surest))
    shown, part = beginning(links, MOST_LINKS, whole=context.is_full)
    yield Heading(2, words("What else links join", f" ({part})" if part else ""))
    yield Paragraph(words("Claims of one author's documents, and of voices that documents show."))
    for alignment in shown:
        if context.is_full:
            yield Item(verdict_and_why(grouped_pairs([alignment])[0], context.names))
        else:
            yield from _link(alignment, context, 0)


def link_sentence(alignment: Alignment, names: ComparisonNames) -> Words:
    """What a link says, in one line: ``“It rains” (`a.rain`) entails “It is wet” (`b.wet`)``."""
    link = alignment.link
    assert link is not None
    return words(_end(link.source, names), f" {RELATIONS[link.relation].verb} ", _end(link.target, names))


def _surest(alignment: Alignment) -> tuple[float, object]:
    sure = alignment.link.confidence if alignment.link is not None else None
    return (0 if sure is None else -sure, alignment.order)


def _link(alignment: Alignment, context: PageContext, depth: int = 1) -> Iterator[Item]:
    """A link in a line: why it is there, in the words of whoever wrote it, and what it joins."""
    link, names = alignment.link, context.names
    assert link is not None
    why, confidence = reason_of(link), sure(link)
    if not context.is_full:
        joins = code(link_text(link))
        yield Item(words(why or first_upper(RELATIONS[link.relation].verb), f"{confidence} (", joins, ")"), depth)
        return
    reserves = "; ".join(reserve(one, (alignment,), names) for one in alignment.qualifications)
    dated = times(alignment, names) if alignment.verdict is Verdict.SUPERSEDED else ""
    notes = "".join(f" {first_upper(note)}." for note in (reserves, dated) if note)
    if alignment.verdict not in _OF_LINKS and alignment.reason is not Reason.DECLARED:
        notes += f" {why_it_is(alignment, names)}"
    says = f"{why}{confidence}. " if why else ""
    yield Item(words(says, f"{link_text(link)}{'' if why else confidence}.{notes}"), depth)
    for side in (alignment.one, alignment.other):
        if side.claims:
            rejects = f" {verb('reject', names.form([side.holder]))}" if side.accepts is False else ""
            yield Item(words(f"{names.holder(side.holder)}{rejects}:"), depth + 1)
            yield from lone_claims(side.claims, context, depth + 2)


def _end(end: LinkEnd, names: ComparisonNames) -> Words:
    if isinstance(end, ClaimId):
        return quoted_claim(end, names)
    return words(f"{names.position(end.issue, end.position)} to {quoted(names.question(end.issue))}")
