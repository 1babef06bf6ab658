"""What `argmap compare --format json` prints: what holders do with issues, how any two stand to each other, and why.

What has no order of its own is sorted, and nothing tells when or where it was made: the same records are the same
bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.compare.agreement import IssueNumbers, PairNumbers, Reliability, Share
from argmap.compare.alignment import Alignment
from argmap.compare.attributed_views import BorrowedVoice, OpposedVoice
from argmap.compare.cruxes import Crux, CruxEffect
from argmap.compare.disputes import Dispute, TurnsOn
from argmap.compare.drift import Drift
from argmap.compare.inconsistency import Inconsistency, InconsistencyKind
from argmap.compare.krippendorff import Alpha
from argmap.compare.propositions import SharedPremise
from argmap.compare.representation import Fidelity, Representation
from argmap.compare.stance import Literal, Profile
from argmap.compare.terms import TalkingPast
from argmap.compare.tree import Branch
from argmap.compare.unanswered import Unanswered, UnansweredIssue
from argmap.language.words import Attitude
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.records.alignment_json import (
    ALIGNMENT,
    ALIGNMENTS,
    CLAIM_IDS,
    CONFLICTING,
    HOLDER,
    HOLDER_ID,
    LINK,
    PROFILE,
    REGARDS,
    STANCES,
    Told,
    implied_by,
)
from argmap.records.fields import (
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
    Written,
)
from argmap.records.kinds import AS_TEXT, COUNT, CUE, FLAG, MARK, NUMBER, ORDINAL, TEXT, TEXTS, version
from argmap.report.comparison.comparison_report import ComparisonReport, Conflict
from argmap.report.visible import json_text
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_reasons import turn_words

FORMAT = 1
_MOST = 12
"""Claims of one list that are told; the others are counted."""
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
    "What one side stakes on a deeper conflict.",
    Field("premises", CLAIM_IDS, "Its claims that carry the deeper conflict."),
    Field("falls", CLAIM_IDS, "Those that lose their support with it.", lambda hold, _: hold.lost_support[:_MOST]),
    Optional(
        "falls-left-out", COUNT, "How many more of these there are.", lambda hold, _: len(hold.lost_support[_MOST:])
    ),
    Field("depth", COUNT, "Steps from a conclusion down to the nearest of the premises."),
)

_CRUX = Record[Crux, object](
    "crux",
    "A conflict beneath another; look it up among `conflicts` by its issue or link.",
    Field("weight", COUNT, "How many claims lose their support with it."),
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

_CONFLICT = Record[Conflict, Told](
    "conflict",
    "A conflict, with what bears on it.",
    Part(ALIGNMENT, "alignment"),
    Optional(
        "trees",
        _TREES,
        "The reasons of both sides down to the leaves, in reading order.",
        lambda conflict, told: told.account.comparison.trees(conflict.alignment),
    ),
    Optional("cruxes", Many(_CRUX), "On what it turns, that on which most hangs first."),
    Optional("contested", Many(_CRUX), "Conflicts beneath it on which it does not turn."),
    Optional("beneath-left-out", COUNT, "How many more conflicts beneath it were not weighed.", "left_out"),
    Optional("shared-premises", Many(_SHARED_PREMISE), "What both sides argue from.", "reasons.shared"),
    Optional("unanswered", Many(_UNANSWERED), "Arguments of one side that the other does not meet."),
    Optional("talking-past", Many(_TALKING_PAST), "Terms that they use in two meanings."),
)

# --- Voices, inconsistency, unanswered issues, reports and drift

_OF_THE_CLAIMS = "What the author who shows the actor thinks of the claims in question."

_BORROWED_VOICE = Record[BorrowedVoice, Told](
    "borrowed-voice",
    "An author agrees with an actor whom another author shows.",
    Part(ALIGNMENT, "alignment"),
    Field("regards", REGARDS, _OF_THE_CLAIMS),
    Field("against-reporter", FLAG, "The author who shows the actor takes another side."),
)

_OPPOSED_VOICE = Record[OpposedVoice, Told](
    "opposed-voice",
    "An author conflicts with an actor whom a document shows, its own or another's.",
    Part(CONFLICTING, "alignment"),
    Field("regards", REGARDS, _OF_THE_CLAIMS),
)

_INCONSISTENCY = Record[Inconsistency, object](
    "strain",
    "A holder against itself.",
    Field("kind", Choice(InconsistencyKind), "Where the two sides meet."),
    Field("holder", HOLDER_ID),
    Field("one", CLAIM_IDS, "The claims of the first side."),
    Field("other", CLAIM_IDS, "The claims of the second side."),
    Optional("issue", TEXT, "On which the sides meet."),
    Optional("link", LINK),
    Optional("stances", STANCES, "The two stances; absent where a link joins claims."),
    *implied_by("From what the second stance follows; absent where both are stated."),
    Optional("rests", CLAIM_IDS, "Conclusions that use a claim of either side."),
)

_UNANSWERED_ISSUE = Record[UnansweredIssue, object](
    "silence",
    "An author who does not answer what most others answer.",
    Field("holder", HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field("answered-by", TEXTS, "The other documents whose authors speak on it."),
    Field("others", COUNT, "How many other documents there are."),
    Optional("elsewhere", Many(HOLDER_ID), "Other documents of the same author that do answer."),
    Optional("shows", Many(HOLDER_ID), "Actors whose answer the document does show."),
    Optional("too-early", MARK, "The document is older than every one that answers."),
)

_UNANSWERED_ISSUES = Many(_UNANSWERED_ISSUE)

_REPRESENTATION = Record[Representation, Told](
    "representation",
    "A report of somebody beside that one's own document.",
    Part(ALIGNMENT, "alignment"),
    Field("fidelity", Choice(Fidelity), "How the report compares with the original."),
    Optional("through", MARK, "One speaks for the other."),
    Optional("original-later", MARK, "The original is later than the report."),
)

_DRIFT = Record[Drift, Told](
    "drift",
    "One author on one issue, over dated documents.",
    Field("author", TEXT, "The actor who wrote them."),
    Field("issue", TEXT, "The issue."),
    Field("steady", FLAG, "Whether each document says what the one before said, as firmly.", "is_steady"),
    Field("profiles", Many(PROFILE), "One for each dated document that speaks on it, the oldest first."),
    Field("changes", ALIGNMENTS, "Each document beside the next; the older is the first side."),
    Optional("undated", Many(HOLDER_ID), "The author's documents that bear no date, and are left out."),
)

# --- Disputes

_ABOUT = Record[Alignment, object](
    "about",
    "On what two holders conflict.",
    Optional("issue", TEXT, "The issue; absent where a link is the subject."),
    Optional("link", LINK),
)


def _reasons(of: str) -> Callable[[TurnsOn, object], object]:
    return lambda found, _: turn_words(getattr(found, of).reasons) or None


_TURNS_ON = Record[TurnsOn, object](
    "turns-on",
    "A deeper conflict of the same two, on which something of a dispute turns.",
    Field("upper", _ABOUT, "The question that rests on it."),
    Field("deeper", _ABOUT, "The conflict beneath."),
    Optional("one", TEXT, "How many reasons of the first side turn on it, in words.", _reasons("one")),
    Optional("other", TEXT, "How many reasons of the second side do.", _reasons("other")),
)

_DISPUTE = Record[Dispute, object](
    "dispute",
    "The conflicts of two holders that rest, on one side or the other, on the same claims.",
    Field("one", HOLDER_ID, "", lambda found, _: found.holders[0]),
    Field("other", HOLDER_ID, "", lambda found, _: found.holders[1]),
    Field("questions", Many(_ABOUT), "The weightiest first."),
    Optional("turns-on", Many(_TURNS_ON), "Deeper conflicts, that on which most turns first.", "turns_on"),
)

# --- Numbers

_SHARE = Record[Share, object](
    "share", "So many of so many.", Field("count", COUNT, "So many."), Field("of", COUNT, "Of so many.")
)

_NEARNESS = Inline[PairNumbers, object](
    Field("sum", NUMBER, "The sum.", "nearness"), Field("of", COUNT, "Over how many scales.", "ordered")
)

_PAIR_NUMBERS = Record[PairNumbers, object](
    "pair-numbers",
    "Two holders in numbers.",
    Field("one", HOLDER_ID),
    Field("other", HOLDER_ID),
    Field("agreement", _SHARE, "Agreements, of the issues on which both speak."),
    Field("qualified", _SHARE, "Qualified ones, of the agreements."),
    Field("conflict", _SHARE, "Conflicts, of the issues on which both speak."),
    Optional(
        "nearness",
        _NEARNESS,
        "On scales: 1 for the same place, 0 for the opposite end, summed up.",
        lambda pair, _: None if pair.nearness is None else pair,
    ),
)

_COUNTS = Scalar({"type": "object", "additionalProperties": COUNT.schema}, lambda counts, _: dict(counts))
_ISSUE_NUMBERS = Record[IssueNumbers, object](
    "issue-numbers",
    "One issue in numbers.",
    Field("issue", TEXT, "The issue."),
    Field("holders", COUNT, "How many speak on it."),
    Field("positions", _COUNTS, "By position, how many accept it."),
    Field("undecided", COUNT, "How many leave it open."),
    Field("agreement", _SHARE, "Agreements, of the pairs of holders."),
    Field("conflict", _SHARE, "Conflicts, of the pairs of holders."),
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

_RELIABILITY = Inline[Reliability, object](
    Field("nominal", Record[Alpha, object]("", _DEFINED, *_ALPHA)),
    Field("ordinal", Many(_ORDINAL), "The same over places on scales, for scales of each length."),
)

# --- The whole


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


def _profiles(account: ComparisonReport, _: Told) -> list[Profile]:
    return [profile for issue in account.issues for profile in account.profiles(issue)]


_ACCOUNT = Inline[ComparisonReport, Told](
    version("format", FORMAT),
    Field("documents", TEXTS, "Those compared.", "comparison.documents"),
    Field("holders", Many(HOLDER), "Those whose stances are compared."),
    Field("issues", TEXTS, "Those on which some of the holders speak."),
    Optional("left-out", TEXTS, "Documents that are older than asked for, or bear no date.", "comparison.left_out"),
    Optional("only-counts", MARK, "There are too many pairs to tell one by one."),
    Optional("profiles", Many(PROFILE), "Issue by issue, what each holder does with it.", _profiles),
    Optional(
        "alignments",
        ALIGNMENTS,
        "Of the pairs compared, all that is no conflict.",
        lambda account, _: [found for found in account.alignments if not found.verdict.is_disagreement],
    ),
    Optional("conflicts", Many(_CONFLICT), "Those on which most pairs conflict first."),
    Optional("one-sided", ALIGNMENTS, "Where two sides were named: on what only one of them speaks."),
    Optional("borrowed-voices", Many(_BORROWED_VOICE), "Authors who agree with somebody else's actors.", "voices"),
    Optional("opposed-voices", Many(_OPPOSED_VOICE), "Authors who conflict with actors.", "opposed"),
    Optional("other-links", ALIGNMENTS, "What else links join: in one author's documents, and with reported voices."),
    Optional("voices-alone", TEXTS, "The issues that reported voices alone answer."),
    Optional("disputes", Many(_DISPUTE), "What the conflicts of the pairs come to, the weightiest first."),
    Optional("strains", Many(_INCONSISTENCY), "Holders who take two sides.", "inconsistencies"),
    Optional("strains-left-out", COUNT, "How many more there are.", "inconsistencies_left_out"),
    Optional("silences", _UNANSWERED_ISSUES, "What authors do not answer and most others do.", "unanswered_issues"),
    Optional("representations", Many(_REPRESENTATION), "How documents show those who wrote others."),
    Optional("drifts", Many(_DRIFT), "How authors change from document to document."),
    Optional("pair-numbers", Many(_PAIR_NUMBERS), "Each pair of holders in numbers."),
    Optional("issue-numbers", Many(_ISSUE_NUMBERS), "Each issue in numbers."),
    Optional("reliability", _RELIABILITY, "Agreement beyond chance."),
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
        "is left out. Sides `one` and `other` keep one order throughout a record.",
        *(*_ACCOUNT.fields, *_CLAIMS.fields),
    ),
)


def comparison_json(account: ComparisonReport, names: ComparisonNames) -> str:
    """All that an account tells."""
    told = Told(account, names)
    written = _ACCOUNT.write(account, told)
    claims = names.corpus.claims
    named = sorted({ClaimId(text) for text in _texts(written)} & claims.keys())
    _CLAIMS.fill(written, [claims[claim] for claim in named], told)
    return json_text(written) + "\n"


def _texts(written: Written) -> Iterator[str]:
    """Every text in a record, wherever in it."""
    waiting: list[object] = [written]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, dict):
            waiting.extend(here.values())
        elif isinstance(here, list | tuple):
            waiting.extend(here)
