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
from argmap.report.comparison.comparison_report import ComparisonReport, beside_conflicts
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


def answers_given(
    profiles: Iterable[Profile], issue: IssueId, names: ComparisonNames, *, trees: bool, whole: bool
) -> Iterator[Item]:
    """Each answer in the order of the issue, who gives or rejects it, and by which claims; each claim's words once.

    Args:
        profiles: Of those who are told.
        issue: On which.
        names: What everybody is called.
        trees: Whether to tell all reasons of the claims.
        whole: Whether to tell the whole chain of what only follows.
    """
    stances = [stance for profile in profiles for stance in stances_to_tell(profile)]
    positions = [position.id for position in names.corpus.issues[issue].positions]
    seen: set[ClaimId] = set()
    for position in (*positions, PositionId(OPEN)):
        for acceptance, said in _ACCEPTANCES.items():
            found = [one for one in stances if one.position == position and one.acceptance is acceptance]
            if found and position == OPEN:
                yield Item(words("Undecided"))
            elif found:
                yield Item(words(said, names.position(issue, position), " (", code(position), ")"))
            for stance in found:
                yield from _holder(stance, seen, names, trees=trees)
                if stance.implied:
                    yield Item(_from(stance, names, whole=whole), 2)
                seen.update(stance.claims)


def _holder(stance: Stance, seen: set[ClaimId], names: ComparisonNames, *, trees: bool) -> Iterator[Item]:
    new = [claim for claim in stance.claims if claim not in seen]
    alone = not trees and len(stance.claims) == 1
    notes = _notes(stance, names, alone=alone)
    name = words(strong(names.holder(stance.holder)), f" ({notes})" if notes else "")
    if alone:
        claim = stance.claims[0]
        shown = words(": ", bare_claim(claim, names)) if new else words(": see ", names.id(claim), " above")
        yield Item(words(name, shown), 1, names.place(claim) if new else ())
    else:
        yield Item(name, 1)
        yield from reason_tree(new, names, 2) if trees else lone_claims(new, names, 2)
        yield from (Item(words("see ", names.id(claim), " above"), 2) for claim in stance.claims if claim not in new)


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


def reason_tree(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims with all that stands under them."""
    above: dict[int, Branch] = {}
    for branch in tree_of(claims, names.corpus):
        before = above.get(branch.depth)
        linked = before is not None and (before.step, before.role) == (branch.step, branch.role) and bool(branch.step)
        above = {level: other for level, other in above.items() if level < branch.depth} | {branch.depth: branch}
        start = () if branch.role is None else (strong(f"{connective(branch.role, linked=linked)}:"), " ")
        deep = depth + branch.depth
        if branch.unfolded:
            yield Item(words(*start, bare_claim(branch.claim, names)), deep, names.place(branch.claim))
        else:
            yield Item(words(*start, names.text(branch.claim), " (see above)"), deep)


def lone_claims(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims alone, each with its place."""
    for claim in claims:
        yield Item(bare_claim(claim, names), depth, names.place(claim))


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


def linked_claims(report: ComparisonReport, verdicts: Collection[Verdict], names: ComparisonNames) -> Iterator[Block]:
    """The links with these verdicts, the surest first; without the tensions that are told under a conflict."""
    told = {one.order for those in beside_conflicts(report).values() for one in those}
    for verdict, heading in _HEADINGS.items():
        if verdict not in verdicts:
            continue
        pairs: dict[tuple[Holder, Holder], list[Alignment]] = {}
        for alignment in report.alignments:
            kind = Verdict.AGREEMENT if alignment.verdict.is_agreement else alignment.verdict
            if alignment.link is not None and kind is verdict and alignment.order not in told:
                one, other = sorted(alignment.holders, key=report.holders.index)
                pairs.setdefault((one, other), []).append(alignment)
        if pairs:
            yield Heading(3, words(heading))
        for pair in sorted(pairs, key=lambda pair: [report.holders.index(holder) for holder in pair]):
            yield Paragraph(words(strong(names.holders(pair))))
            for alignment in sorted(pairs[pair], key=_surest):
                yield from _link(alignment, report, names)


def other_links(report: ComparisonReport, names: ComparisonNames) -> Iterator[Block]:
    """What links join that is told nowhere else: within the documents of one author, and with reported voices."""
    if not report.other_links:
        return
    yield Heading(2, words("What else links join"))
    yield Paragraph(words("Claims of one author's documents, and of voices that documents show."))
    for alignment in report.other_links:
        yield Item(verdict_and_why(grouped_pairs([alignment])[0], names))


def link_sentence(alignment: Alignment, names: ComparisonNames) -> Words:
    """What a link says, in one line: ``“It rains” (`a.rain`) entails “It is wet” (`b.wet`)``."""
    link = alignment.link
    assert link is not None
    return words(_end(link.source, names), f" {RELATIONS[link.relation].verb} ", _end(link.target, names))


def _surest(alignment: Alignment) -> tuple[float, object]:
    sure = alignment.link.confidence if alignment.link is not None else None
    return (0 if sure is None else -sure, alignment.order)


def _link(alignment: Alignment, report: ComparisonReport, names: ComparisonNames) -> Iterator[Item]:
    link = alignment.link
    assert link is not None
    reserves = "; ".join(reserve(one, (alignment,), names) for one in alignment.qualifications)
    dated = times(alignment, names) if alignment.verdict is Verdict.SUPERSEDED else ""
    notes = "".join(f" {first_upper(note)}." for note in (reserves, dated) if note)
    if alignment.verdict not in _OF_LINKS and alignment.reason is not Reason.DECLARED:
        notes += f" {why_it_is(alignment, names)}"
    why, confidence = reason_of(link), sure(link)
    if not report.scope.is_narrow:
        yield Item(words(f"{why or first_upper(RELATIONS[link.relation].verb)}{confidence}.{notes}"))
        yield Item(words(link_sentence(alignment, names), "."), 1)
        return
    yield Item(words(f"{why}{confidence}. " if why else "", f"{link_text(link)}{'' if why else confidence}.{notes}"))
    for side in (alignment.one, alignment.other):
        if side.claims:
            rejects = f" {verb('reject', names.form([side.holder]))}" if side.accepts is False else ""
            yield Item(words(f"{names.holder(side.holder)}{rejects}:"), 1)
            yield from lone_claims(side.claims, names, 2)


def _end(end: LinkEnd, names: ComparisonNames) -> Words:
    if isinstance(end, ClaimId):
        return quoted_claim(end, names)
    return words(f"{names.position(end.issue, end.position)} to {quoted(names.question(end.issue))}")
