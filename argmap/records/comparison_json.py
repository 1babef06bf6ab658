"""What `argmap compare --format json` prints: what holders do with issues, how any two stand to each other, and why.

What has no order of its own is sorted, and nothing tells when or where it was made: the same records are the same
bytes.
"""

from __future__ import annotations

from typing import NamedTuple

from argmap.check.links_left_out import LinkLeftOut, WhyLeftOut
from argmap.compare.agreement import IssueNumbers, PairNumbers, Reliability, Share
from argmap.compare.alignment import Alignment
from argmap.compare.coalition import MANY, coalition_order
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.krippendorff import Alpha
from argmap.compare.propositions import SharedPremise
from argmap.compare.stance import Literal, Profile
from argmap.compare.terms import TalkingPast
from argmap.compare.tree import Branch
from argmap.compare.unanswered import Unanswered
from argmap.judge.holder import Holder
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.records.alignment_json import ALIGNMENT, ALIGNMENTS, CLAIM_IDS, HOLDER, HOLDER_ID, LINK, PROFILE, Told
from argmap.records.authors_json import (
    BORROWED_VOICE,
    DRIFT,
    FORECASTS,
    LOOKED_FOR,
    OPPOSED_VOICE,
    REPRESENTATION,
    SILENCES,
    STRAIN,
    VOICES_ALONE,
    VoicesAlone,
    foretold,
    looked_for,
)
from argmap.records.disputes_json import DISPUTE, DISPUTED_QUESTION, MOST_TOLD, TURN, turning
from argmap.records.fields import (
    AS_TEXT,
    COUNT,
    CUE,
    FLAG,
    MARK,
    NUMBER,
    ORDINAL,
    TEXT,
    TEXTS,
    Choice,
    Field,
    Inline,
    Many,
    Optional,
    OrNull,
    Part,
    Published,
    Record,
    Scalar,
    texts_in,
    version,
)
from argmap.report.comparison.comparison_report import ComparisonReport, Disagreement, with_the_most_divisive
from argmap.report.visible import json_text
from argmap.wording.names import ComparisonNames

_SHARE = Record[Share, object](
    "share", "So many of so many.", Field("count", COUNT, "So many."), Field("of", COUNT, "Of so many.")
)

_NEARNESS = Inline[PairNumbers, object](
    Field("sum", NUMBER, "The sum.", "nearness"), Field("of", COUNT, "Over how many scales.", "ordered")
)

PAIR_NUMBERS = Record[PairNumbers, object](
    "pair-numbers",
    "Two holders in numbers.",
    Field("one", HOLDER_ID),
    Field("other", HOLDER_ID),
    Field("agreement", _SHARE, "Agreements, of the issues on which both speak."),
    Field("qualified", _SHARE, "Qualified ones, of the agreements."),
    Field("conflict", _SHARE, "Those on which their answers cannot both hold, of the issues on which both speak."),
    Optional(
        "nearness",
        _NEARNESS,
        "On scales: 1 for the same place, 0 for the opposite end, summed up.",
        lambda pair, _: None if pair.nearness is None else pair,
    ),
)

_COUNTS = Scalar({"type": "object", "additionalProperties": COUNT.schema}, lambda counts, _: dict(counts))
ISSUE_NUMBERS = Record[IssueNumbers, object](
    "issue-numbers",
    "One issue in numbers.",
    Field("issue", TEXT, "The issue."),
    Field("holders", COUNT, "How many speak on it."),
    Field("positions", _COUNTS, "By position, how many accept it."),
    Field("undecided", COUNT, "How many leave it open."),
    Field("agreement", _SHARE, "Agreements, of the pairs of holders."),
    Field("conflict", _SHARE, "Those whose answers cannot both hold, of the pairs of holders."),
)

_ALPHA: tuple[Field[Alpha, object], ...] = (
    Field("alpha", OrNull(NUMBER), "Null where it is not defined.", "value"),
    Field("values", COUNT, "How many values could be paired."),
    Field("units", COUNT, "How many units have at least two values."),
)
_DEFINED = "Krippendorff's alpha; null where it is not defined."

_ORDINAL = Record[tuple[int, Alpha], object](
    "",
    _DEFINED,
    Field("positions", COUNT, "The length of the scales.", lambda scale, _: scale[0]),
    Part(Inline[Alpha, object](*_ALPHA), lambda scale, _: scale[1]),
)

RELIABILITY = Inline[Reliability, object](
    Field("nominal", Record[Alpha, object]("", _DEFINED, *_ALPHA)),
    Field("ordinal", Many(_ORDINAL), "The same over places on scales, for scales of each length."),
)


FORMAT = 2
_SINCE_1 = (
    "Form 2 tells verdicts as `argmap explain verdicts` has them. Of the keys of form 1, `alignments`, `conflicts` and "
    "`one-sided` are one list now, `pairs`, and what is told of each stands there as before. A disagreement is no "
    "longer always a conflict in which both cannot be right: its `verdict` and `feasible` say so. Whatever tells of "
    "two holders has `holders` beside `one` and `other`. What `contested` told is among `cruxes`, which say how much "
    "turns on each. The other keys of form 1 are still there; `fidelity` has other codes, and what numbers call a "
    "conflict is a disagreement."
)
_MOST_BRANCHES = 50
"""Claims of one tree, likewise."""

# --- Conflicts

_ROLES = {
    None: "conclusion",
    StepRole.BECAUSE: "reason",
    StepRole.EXPLANATION: "explanation",
    StepRole.PARTS: "parts",
    StepRole.BACKGROUND: "background",
    StepRole.DESPITE: "concession",
    StepRole.OBJECTION: "objection",
    StepRole.UNLESS: "exception",
    StepRole.IF: "sufficient",
    StepRole.ONLY_IF: "necessary",
    StepRole.UNDERCUT: "undercut",
}

_ROLE = Scalar({"enum": list(_ROLES.values())}, lambda role, _: _ROLES[role])
_BRANCH = Record[Branch, object](
    "branch",
    "A claim in a tree.",
    Field("claim", TEXT, "`document.claim`; its record is among `claims`."),
    Field("depth", COUNT, "Steps below the conclusion; 0 for a conclusion."),
    Field("role", _ROLE, "What it does to the claim above it."),
    Optional("step", ORDINAL, "Which step of the claim above; premises of one step are linked."),
    Optional("told-above", MARK, "What stands below it is told elsewhere.", lambda branch, _: not branch.unfolded),
)

_HOLD = Record[CruxEffect, object](
    "hold",
    "What one side stakes on a deeper disagreement.",
    Field("premises", CLAIM_IDS, "Its claims that carry the deeper disagreement."),
    Optional("turn", TURN, "How much of its conclusions turns on it.", turning),
    Optional("wholly", MARK, "They lose all their support with it.", "turn.is_whole"),
    Field("falls", CLAIM_IDS, "Claims that lose all support with it.", lambda hold, _: hold.lost_support[:MOST_TOLD]),
    Optional(
        "falls-left-out", COUNT, "How many more of these there are.", lambda hold, _: len(hold.lost_support[MOST_TOLD:])
    ),
    Field("depth", COUNT, "Steps from a conclusion down to the nearest of the premises."),
)

_CRUX = Record[Crux, object](
    "crux",
    "A disagreement beneath another, on which a reason of a side at least turns; look it up among `pairs` by its issue "
    "or link, and by the same holders.",
    Field("weight", COUNT, "How many claims lose all support with it."),
    Field("one", _HOLD),
    Field("other", _HOLD),
    Optional("issue", TEXT, "The issue; absent where a link is the subject.", "conflict.issue"),
    Optional("link", LINK, "", "conflict.link"),
)

_SHARED_PREMISE = Record[SharedPremise, object](
    "shared-premise",
    "A premise that both sides use.",
    Field("one", TEXT, "The claim of the first side."),
    Field("other", TEXT, "The claim of the second side."),
    Field("says", TEXT, "What both say: `issue.position`, or a claim.", "name"),
    Field("holds", FLAG, "Whether they accept that, not reject it."),
)

_SHARED_ANSWER = Inline[Literal, object](
    Field("says", TEXT, "`issue.position`.", "name"), Field("holds", FLAG, "Whether they accept that, not reject it.")
)

_BOTH_GIVE = "Answers to other issues that claims of the argument give and the attacked gives too."
_UNANSWERED = Record[Unanswered, object](
    "unanswered",
    "An argument that the attacked does not meet.",
    Field("attacker", HOLDER_ID),
    Field("attacked", HOLDER_ID),
    Field("conclusion", TEXT, "The claim for which it argues."),
    Field("premises", CLAIM_IDS, "From what it argues."),
    Optional("granted", CLAIM_IDS, "Claims of the argument that the attacked holds too, as a link says."),
    Optional("shared-answers", Many(_SHARED_ANSWER), _BOTH_GIVE, "shared"),
    Optional("written-later", MARK, "No answer could be expected."),
)

_TALKING_PAST = Record[TalkingPast, object](
    "talking-past",
    "A term with two meanings.",
    Field("term", TEXT, "The word.", "one.id"),
    Field("one", TEXT, "What it means for the first side.", "one.meaning"),
    Field("other", TEXT, "What it means for the second side.", "other.meaning"),
    Field("one-uses", CLAIM_IDS, "Claims of the first side that use it."),
    Field("other-uses", CLAIM_IDS, "Claims of the second side that use it."),
)

_TREES = Inline[tuple[tuple[Branch, ...], tuple[Branch, ...]], object](
    Field("one", Many(_BRANCH), "Of the first side.", lambda trees, _: trees[0][:_MOST_BRANCHES]),
    Field("other", Many(_BRANCH), "Of the second side.", lambda trees, _: trees[1][:_MOST_BRANCHES]),
    Optional("one-left-out", COUNT, "Claims that follow there.", lambda trees, _: len(trees[0][_MOST_BRANCHES:])),
    Optional("other-left-out", COUNT, "Claims that follow there.", lambda trees, _: len(trees[1][_MOST_BRANCHES:])),
)

_BEARING = Inline[Disagreement, Told](
    Optional(
        "trees",
        _TREES,
        "The reasons of both sides down to the leaves, in reading order.",
        lambda one, told: told.account.comparison.trees(one.alignment),
    ),
    Optional("rejected", CLAIM_IDS, "Conditions that the other side rejects: all turns on them."),
    Optional("cruxes", Many(_CRUX), "On what it turns, wholly or in part, that on which most turns first."),
    Optional("of-other-times", Many(_CRUX), "On what it turns although there the two speak of different times."),
    Optional("beneath-left-out", COUNT, "How many more disagreements beneath it were not weighed.", "left_out"),
    Optional("shared-premises", Many(_SHARED_PREMISE), "What both sides argue from.", "reasons.shared"),
    Optional("unanswered", Many(_UNANSWERED), "Arguments of one side that the other does not meet."),
    Optional("talking-past", Many(_TALKING_PAST), "Terms that they use in two meanings."),
)


class Compared(NamedTuple):
    """Two holders beside each other, and of a disagreement what bears on it."""

    alignment: Alignment
    disagreement: Disagreement | None = None


_PAIR = Record[Compared, Told](
    "pair",
    "Two holders beside each other; of a disagreement also what bears on it. Disagreements are contradictions, "
    "contrarieties, and what is opposed or conditional.",
    Part(ALIGNMENT, "alignment"),
    Part(_BEARING, "disagreement"),
)
PAIRS = Many(_PAIR)


def compared(account: ComparisonReport) -> list[Compared]:
    """All pairs that are told, issue by issue, then over links; what only one speaks about where two were named."""
    bearing = {id(one.alignment): one for one in account.disagreements}
    found = sorted((*account.alignments, *account.one_sided), key=lambda alignment: alignment.order[:2])
    return [Compared(alignment, bearing.get(id(alignment))) for alignment in found]


# --- The whole

_MOST_ORDERED = 200
"""Authors beyond which nobody looks for it: every two are put beside each other."""

_MOST_LINKS = 200
"""Links left out that are told."""
_LINK_LEFT_OUT = Record[LinkLeftOut, object](
    "link-left-out",
    "A link that does not count.",
    Field("why", Choice(WhyLeftOut), "At odds with others, to itself, or declared before."),
    Field("link", LINK),
)


_CLAIM = Record[Claim, Told](
    "claim",
    "A claim that something below names.",
    Field("id", TEXT, "`document.claim`; a premise without a name has `document.claim~N`."),
    Field("document", TEXT, "The document that says it."),
    Field("verb", Choice(Attitude), "What the author does with it.", "attitude"),
    Field("text", TEXT, "What it says."),
    Optional("from", TEXTS, "Who holds it beside, or instead of, the author.", "holders"),
    Optional("strength", AS_TEXT, "How firmly it is said; absent where plainly."),
    Optional("at", Many(CUE), "Lines and words of the source.", "cues"),
    Field("file", TEXT, "The argument file, relative to the project.", "origin.file"),
    Optional("line", COUNT, "The line of the argument file, from 1.", lambda one, told: told.names.line(one.id)),
)


def _voices_alone(account: ComparisonReport, _: Told) -> list[VoicesAlone]:
    return [VoicesAlone.of(issue, account.voices_on(issue), account.comparison) for issue in account.voices_alone]


def _profiles(account: ComparisonReport, _: Told) -> list[Profile]:
    return [profile for issue in account.issues for profile in account.profiles(issue)]


def _by_likeness(account: ComparisonReport, _: Told) -> tuple[Holder, ...]:
    authors = account.comparison.authors
    are_told = MANY <= len(authors) <= _MOST_ORDERED and not account.scope.one
    return coalition_order(account.comparison, authors) if are_told else ()


def _voices(account: ComparisonReport, _: Told) -> list[Holder]:
    return sorted({profile.holder for profile in account.voice_profiles}, key=lambda holder: holder.order)


_ACCOUNT = Inline[ComparisonReport, Told](
    version("format", FORMAT),
    Field("documents", TEXTS, "Those compared.", "comparison.documents"),
    Field("holders", Many(HOLDER), "Those whose stances are compared."),
    Field("issues", TEXTS, "Those on which some of the holders speak."),
    Optional("left-out", TEXTS, "Documents that are older than asked for, or bear no date.", "comparison.left_out"),
    Optional(
        "links-left-out",
        Many(_LINK_LEFT_OUT),
        "Links that do not count.",
        lambda account, _: account.comparison.links_left_out[:_MOST_LINKS],
    ),
    Optional(
        "links-left-out-count",
        COUNT,
        "How many there are in all, where more than these.",
        lambda account, _: count if (count := len(account.comparison.links_left_out)) > _MOST_LINKS else None,
    ),
    Optional(
        "only-counts",
        MARK,
        "There are too many pairs to tell one by one: of all authors, only those are told that disagree on the most "
        "divisive issues.",
    ),
    Optional("profiles", Many(PROFILE), "Issue by issue, what each holder does with it.", _profiles),
    Optional(
        "looked-for",
        Many(LOOKED_FOR),
        "Where authors are silent, and answers were looked for; on all other silence perhaps nobody looked.",
        looked_for,
    ),
    Optional("voices", Many(HOLDER), "Those whom the documents show to answer an issue, beside the holders.", _voices),
    Optional("voice-profiles", Many(PROFILE), "Issue by issue, what each of these voices does with it."),
    Optional("pairs", PAIRS, "Issue by issue, then over links.", lambda account, _: compared(account)),
    Optional(
        "pairs-left-out",
        COUNT,
        "How many more disagreements the disputes below have.",
        lambda account, _: account.disagreements_left_out or None,
    ),
    Optional(
        "by-likeness",
        Many(HOLDER_ID),
        f"Where there are {MANY} to {_MOST_ORDERED} authors: those who agree stand together.",
        _by_likeness,
    ),
    Optional("disputes", Many(DISPUTE), "What the disagreements come to: their order is their rank."),
    Optional(
        "disputed-questions",
        Many(DISPUTED_QUESTION),
        "The same disputes question by question, that of the weightiest first.",
        "questions",
    ),
    Optional("borrowed-voices", Many(BORROWED_VOICE), "Authors who agree with somebody else's actors.", "voices"),
    Optional("opposed-voices", Many(OPPOSED_VOICE), "Authors who disagree with actors.", "opposed"),
    Optional("other-links", ALIGNMENTS, "What else links join: in one author's documents, and with reported voices."),
    Optional("voices-alone", Many(VOICES_ALONE), "Issues that reported voices alone answer.", _voices_alone),
    Optional("strains", Many(STRAIN), "Holders who take two sides.", "inconsistencies"),
    Optional("strains-left-out", COUNT, "How many more there are.", "inconsistencies_left_out"),
    Optional("silences", SILENCES, "What authors do not answer and most others do.", "unanswered_issues"),
    Optional("representations", Many(REPRESENTATION), "How documents show those who wrote others."),
    Optional("drifts", Many(DRIFT), "How authors change from document to document, and what stays the same."),
    Optional("forecasts", Many(FORECASTS), "Holder by holder, what was foretold and what came of it.", foretold),
    Optional("pair-numbers", Many(PAIR_NUMBERS), "Each pair of holders in numbers."),
    Optional("issue-numbers", Many(ISSUE_NUMBERS), "Each issue in numbers."),
    Optional("reliability", RELIABILITY, "Agreement beyond chance."),
)

_CLAIMS = Inline[list[Claim], Told](
    Optional("claims", Many(_CLAIM), "Every claim that is named above, sorted by id.", lambda claims, _: claims)
)

COMPARISON = Published(
    "argmap compare --format json",
    "A comparison, as `argmap compare --format json` prints it",
    Record[ComparisonReport, Told](
        "",
        "What holders do with issues, how any two of them stand to each other, and why. A key that would hold nothing "
        "is left out. Sides `one` and `other` keep one order throughout a record. " + _SINCE_1,
        *(*_ACCOUNT.fields, *_CLAIMS.fields),
    ),
)


def comparison_json(account: ComparisonReport, names: ComparisonNames) -> str:
    """All that an account tells, and of one that only counts what is most divisive."""
    account = with_the_most_divisive(account)
    told = Told(account, names)
    written = _ACCOUNT.write(account, told)
    claims = names.corpus.claims
    named = sorted({ClaimId(text) for text in texts_in(written)} & claims.keys())
    _CLAIMS.fill(written, [claims[claim] for claim in named], told)
    return json_text(written) + "\n"
