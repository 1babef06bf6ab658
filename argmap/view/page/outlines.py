"""The argument of a text, and the reasons of one side, as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from argmap.compare.tree import Branch, roots, tree_of
from argmap.language.words import OPEN, Attitude, Degree
from argmap.model.claim import Claim, Strength
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import StepRole
from argmap.view.page.compared import Compared, Subject, of_subject
from argmap.wording.claim_sentences import done_with
from argmap.wording.english import counted, first_upper, one_line
from argmap.wording.names import position_label
from argmap.wording.relations import connective
from argmap.wording.strengths import in_words

_DEEPEST = 40
"""Levels that are set below each other; what is deeper stands beside them and says how deep it is."""
_LEVELS = 3
"""Levels of the reasons of a side that are shown, and further down to what it turns on."""
_MOST_ROWS = 40
_FIRM = {
    Degree.CERTAIN: 7,
    Degree.VERY_LIKELY: 6,
    Degree.LIKELY: 5,
    Degree.UNLIKELY: 3,
    Degree.VERY_UNLIKELY: 2,
    Degree.NO_CHANCE: 1,
    Degree.MUST: 7,
    Degree.SHOULD: 5,
    Degree.SHOULD_NOT: 5,
    Degree.MUST_NOT: 7,
}


@attrs.frozen(kw_only=True)
class Chip:
    """An answer that a claim gives."""

    target: str
    answer: str
    question: str


@attrs.frozen(kw_only=True)
class Row:
    """A claim in a tree.

    Attributes:
        depth: Steps below the top.
        role: What it does to the claim above it, as a word of the language; empty at the top.
        connective: The word before it; empty at the top.
        lead: What its author does with it, before its words; empty where that is to claim it.
        attitude: The same, as a word of the language.
        strength: How firmly, in words; empty where plainly.
        firm: How firmly on a scale from 1 to 7; 0 where plainly.
        is_first: Whether it stands here first in its text: then it bears the claim's address.
        crux: The questions that turn on it here.
        open: Whether what stands below it is shown at once.
        below: What stands right below it, counted in words.
        is_thesis: Whether it is what its text argues for.
        is_changed: Whether it differs from before.
    """

    claim: ClaimId
    text: str
    depth: int = 0
    role: str = ""
    connective: str = ""
    lead: str = ""
    attitude: str = "claims"
    strength: str = ""
    firm: int = 0
    chips: tuple[Chip, ...] = ()
    is_first: bool = False
    is_repeated: bool = False
    has_cue: bool = False
    crux: tuple[Chip, ...] = ()
    open: bool = False
    below: str = ""
    is_thesis: bool = False
    is_changed: bool = False


@attrs.frozen(kw_only=True)
class Section:
    """A part of the outline of a text."""

    title: str
    rows: tuple[Row, ...]


def lead(claim: Claim, compared: Compared) -> str:
    """What the author does with a claim, before its words; empty where that is to claim it."""
    said = done_with(claim, compared.corpus)
    if claim.attitude is Attitude.REPORTS:
        # Who is reported says that it is a report.
        said = first_upper(said.removeprefix("reports, from "))
    return f"{said}:" if said else ""


def firm(strength: Strength | None) -> int:
    """How firmly something is said, from 1 to 7; 0 where plainly."""
    return 0 if strength is None else _FIRM.get(strength.low, 4)


def chips_of(claim: Claim, compared: Compared, *, apart_from: Subject | None = None) -> tuple[Chip, ...]:
    """The answers that a claim gives, but for those to one question."""
    found = []
    for answer in claim.answers:
        issue = compared.corpus.issues.get(answer.issue)
        if issue is None or answer.issue == apart_from:
            continue
        label = "undecided" if answer.position == OPEN else position_label(answer.position, issue)
        found.append(
            Chip(
                target=of_subject(answer.issue),
                answer=f"{'not: ' if answer.negated else ''}{one_line(label)}",
                question=one_line(issue.question or issue.id),
            )
        )
    return tuple(found)


def outline(document: DocumentId, compared: Compared, cued: Collection[ClaimId]) -> tuple[Section, ...]:
    """The whole argument of a text: the main thesis and all beneath it, then what it does not rest on, by section."""
    record = compared.corpus.documents[document]
    told: set[ClaimId] = set()
    seen: set[ClaimId] = set()
    found: list[tuple[str, list[Row]]] = []
    for root in roots(compared.corpus, record):
        section = compared.corpus.claims[root].section
        title = "Main claim" if root == record.thesis else record.heading(section) or "Beside it"
        rows = _rows(tree_of([root], compared.corpus, told), compared, document, seen, cued=cued)
        if not found or found[-1][0] != title:
            found.append((title, []))
        found[-1][1].extend(rows)
    return tuple(Section(title=one_line(title), rows=tuple(rows)) for title, rows in found)


def reasons(
    claims: Sequence[ClaimId],
    compared: Compared,
    cruxes: Mapping[ClaimId, tuple[Chip, ...]],
    *,
    subject: Subject | None = None,
    levels: int = _LEVELS,
) -> tuple[tuple[Row, ...], int]:
    """Some claims with their reasons, down to what turns on them, and how many more there are beneath."""
    branches = tree_of(claims, compared.corpus)
    kept: set[int] = set()
    above: list[int] = []
    for place, branch in enumerate(branches):
        del above[branch.depth :]
        above.append(place)
        most = 2 * _MOST_ROWS if branch.claim in cruxes else _MOST_ROWS if branch.depth < levels else 0
        if len(kept) < most:
            kept.update(above[: 2 * _MOST_ROWS])
    shown = [branch for place, branch in enumerate(branches) if place in kept]
    left = len({branch.claim for branch in branches} - {branch.claim for branch in shown})
    return _rows(shown, compared, None, set(), cruxes=cruxes, subject=subject), left


def _rows(
    branches: Sequence[Branch],
    compared: Compared,
    document: DocumentId | None,
    seen: set[ClaimId],
    *,
    cued: Collection[ClaimId] = (),
    cruxes: Mapping[ClaimId, tuple[Chip, ...]] | None = None,
    subject: Subject | None = None,
) -> tuple[Row, ...]:
    """Rows of a tree in reading order; in the outline of a document each claim has its address where it is first."""
    cruxes = cruxes or {}
    leads_to_crux = _above(branches, cruxes)
    found: list[Row] = []
    # The step of the row before at each depth: a premise of the same step is linked to it.
    steps: list[tuple[int, StepRole | None]] = []
    for place, branch in enumerate(branches):
        claim = compared.corpus.claims[branch.claim]
        del steps[branch.depth + 1 :]
        step = (branch.step, branch.role)
        linked = branch.role is not None and len(steps) > branch.depth and steps[branch.depth] == step
        steps[branch.depth :] = [step]
        is_repeated = branch.claim in seen
        seen.add(branch.claim)
        has_below = place + 1 < len(branches) and branches[place + 1].depth > branch.depth
        said = lead(claim, compared)
        if branch.depth > _DEEPEST:
            said = f"({counted(branch.depth, 'step')} down) {said}".strip()
        found.append(
            Row(
                claim=branch.claim,
                text=one_line(claim.text),
                depth=min(branch.depth, _DEEPEST),
                role=branch.role.value if branch.role else "",
                connective=connective(branch.role, linked=linked) if branch.role else "",
                lead=said,
                attitude=claim.attitude.value,
                strength=in_words(claim.strength) if claim.strength else "",
                firm=firm(claim.strength),
                chips=() if is_repeated else chips_of(claim, compared, apart_from=subject),
                is_first=document is not None and claim.document == document and not is_repeated,
                is_repeated=is_repeated,
                has_cue=branch.claim in cued,
                crux=cruxes.get(branch.claim, ()),
                open=branch.depth < (2 if document is not None else 1) or place in leads_to_crux,
                below=below(claim) if has_below else "",
                is_thesis=document is not None and branch.depth == 0 and _is_thesis(claim, compared),
                is_changed=branch.claim in compared.changed,
            )
        )
    return tuple(found)


def _is_thesis(claim: Claim, compared: Compared) -> bool:
    return compared.corpus.documents[claim.document].thesis == claim.id


def _above(branches: Iterable[Branch], cruxes: Collection[ClaimId]) -> set[int]:
    found: set[int] = set()
    above: list[int] = []
    for place, branch in enumerate(branches):
        del above[branch.depth :]
        if branch.claim in cruxes:
            found.update(above)
        above.append(place)
    return found


def below(claim: Claim) -> str:
    """What stands right below a claim: ``2 reasons · 1 reservation``."""
    reasons = sum(step.supports for step in claim.steps)
    notes = sum(step.role in (StepRole.EXPLANATION, StepRole.PARTS, StepRole.BACKGROUND) for step in claim.steps)
    doubts = sum(len(step.undercuts) for step in claim.steps)
    reserves = len(claim.steps) - reasons - notes + doubts
    parts = ((reasons, "reason"), (reserves, "reservation"), (notes, "note"))
    return " · ".join(counted(number, word) for number, word in parts if number)
