"""Who gives which answer to an issue, answer by answer, with the claims that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.compare.stance import Acceptance, Profile, Stance
from argmap.compare.tree import Branch, tree_of
from argmap.language.words import OPEN
from argmap.model.ids import ClaimId, IssueId, PositionId
from argmap.report.page import Item
from argmap.wording.claim_sentences import bare_claim
from argmap.wording.names import ComparisonNames
from argmap.wording.relations import link_text
from argmap.wording.roles import words_of_role
from argmap.wording.spans import Words, code, joined, strong, words
from argmap.wording.stance_sentences import chain_words, stances_to_tell
from argmap.wording.strengths import of_answer

_HEADINGS = {Acceptance.ACCEPTED: "", Acceptance.OPEN: "Undecided on ", Acceptance.REJECTED: "Not "}


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
        for acceptance in _HEADINGS:
            found = [one for one in stances if one.position == position and one.acceptance is acceptance]
            if found:
                yield Item(_heading(found[0], names))
            for stance in found:
                yield from _holder(stance, seen, names, trees=trees)
                if stance.implied:
                    yield Item(_from(stance, names, whole=whole), 2)
                seen.update(stance.claims)


def _heading(stance: Stance, names: ComparisonNames) -> Words:
    if stance.position == OPEN:
        return words("Undecided")
    answer = names.position(stance.issue, stance.position)
    return words(_HEADINGS[stance.acceptance], answer, " (", code(stance.position), ")")


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
    links = dict.fromkeys(step.link for step in stance.chain if step.link is not None)
    if whole or not links:
        return chain_words(stance.chain, names)
    return words("Not said; it follows by ", joined((code(link_text(link)) for link in links), " and "))


def reason_tree(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims with all that stands under them."""
    above: dict[int, Branch] = {}
    for branch in tree_of(claims, names.corpus):
        before = above.get(branch.depth)
        linked_claims = (
            before is not None and (before.step, before.role) == (branch.step, branch.role) and bool(branch.step)
        )
        above = {level: other for level, other in above.items() if level < branch.depth} | {branch.depth: branch}
        opening = "" if branch.role is None else words_of_role(branch.role).opening
        role = "and" if linked_claims else opening
        yield _item(branch, role, names, depth)


def lone_claims(claims: Iterable[ClaimId], names: ComparisonNames, depth: int = 0) -> Iterator[Item]:
    """The claims alone, each with its place."""
    for claim in claims:
        yield Item(bare_claim(claim, names), depth, names.place(claim))


def _item(branch: Branch, role: str, names: ComparisonNames, depth: int) -> Item:
    start = (strong(f"{role.removesuffix(':')}:"), " ") if role else ()
    if not branch.unfolded:
        return Item(words(*start, names.text(branch.claim), " (see above)"), depth + branch.depth)
    return Item(words(*start, bare_claim(branch.claim, names)), depth + branch.depth, names.place(branch.claim))
