"""What `argmap compare --format json` prints: what holders do with issues, how any two stand to each other, and why.

What has no order of its own is sorted, and nothing tells when or where it was made: the same records are the same
bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from argmap.compare.agreement import IssueNumbers, PairNumbers, Reliability, Share
from argmap.compare.alignment import Alignment, Qualification, Side
from argmap.compare.cruxes import Crux, Hold
from argmap.compare.drift import Drift
from argmap.compare.holder import Holder, HolderLabel, Regard, label_of
from argmap.compare.implication import Literal
from argmap.compare.krippendorff import Alpha
from argmap.compare.reasons import SharedPremise
from argmap.compare.representation import Fidelity, Representation
from argmap.compare.silence import Silence
from argmap.compare.stance import Acceptance, Ground, Implication, Profile, Stance, Standing
from argmap.compare.strain import Strain, StrainKind
from argmap.compare.terms import TalkingPast
from argmap.compare.tree import Branch, Role
from argmap.compare.unanswered import Unanswered
from argmap.compare.verdict import Verdict
from argmap.compare.voices import BorrowedVoice, OpposedVoice
from argmap.language.words import Attitude, Relation
from argmap.model.claim import Claim
from argmap.model.ids import ClaimId
from argmap.model.link import Link
from argmap.records.fields import (
    Choice,
    Field,
    Inline,
    Many,
    OptionalField,
    OrNull,
    Part,
    Published,
    Record,
    Scalar,
    Written,
)
from argmap.records.kinds import AS_TEXT, COUNT, CUE, FLAG, MARK, NUMBER, SHARE_OF_ONE, TEXT, TEXTS, holder_id, version
from argmap.report.comparison.account import Account, Conflict
from argmap.report.comparison.names import Names
from argmap.report.comparison.verdicts import why
from argmap.report.json_text import json_text

FORMAT = 1


class Told(NamedTuple):
    """What a record of a comparison takes besides its own value."""

    account: Account
    names: Names


# --- Ids and words

_CLAIM_ID = Scalar({"type": "string"}, name="claimId", words="`document.claim`; its record is among `claims`.")
_CLAIM_IDS = Many(_CLAIM_ID)
_HOLDER_ID = Scalar(
    {"type": "string"},
    write=holder_id,
    name="holderId",
    words="`document` for the author of a document, `document/actor` for an actor whom it shows.",
)
_REGARDS = Many(Choice(Regard))
_VERDICT = Choice(Verdict, name="verdict", words="`argmap explain language` says what each means.")

_LINK = Record[Link, object](
    "link",
    "A declared relation.",
    Field("source", TEXT, "`document.claim`, or `issue.position`."),
    Field("relation", Choice(Relation), "What the source is to the target."),
    Field("target", TEXT, "The other end, of the same sort."),
    OptionalField("confidence", SHARE_OF_ONE, "How sure the annotator is."),
    OptionalField("why", TEXT, "The annotator's reason."),
)

# --- Who speaks


def _label(holder: Holder, told: Told) -> HolderLabel:
    return label_of(holder, told.names.corpus)


_HOLDER = Record[Holder, Told](
    "holder",
    "Somebody who holds stances.",
    Field("id", _HOLDER_ID, "", lambda holder, _: holder),
    Field("document", TEXT, "The document in which the stances are found."),
    OptionalField("actor", TEXT, "Whom the document shows; absent for its author."),
    Part(
        Inline[HolderLabel, object](
            Field("names", TEXTS, "The authors, or the actor."),
            OptionalField("date", TEXT, "Of the document."),
            OptionalField("reporters", TEXTS, "The authors who show the actor."),
            OptionalField("speaks-for", TEXT, "For whom the actor speaks."),
        ),
        _label,
    ),
)

_CLAIM = Record[Claim, Told](
    "claim",
    "A claim that something below names.",
    Field("id", TEXT, "`document.claim`; a premise without a name has `document.claim~N`."),
    Field("document", TEXT, "The document that says it."),
    Field("verb", Choice(Attitude), "What the author does with it.", "attitude"),
    Field("text", TEXT, "What it says."),
    OptionalField("from", TEXTS, "Who holds it beside, or instead of, the author.", "holders"),
    OptionalField("strength", AS_TEXT, "How firmly it is said; absent where plainly."),
    OptionalField("at", Many(CUE), "Lines and words of the source.", "cues"),
    Field("file", TEXT, "The argument file, relative to the project.", "origin.file"),
    OptionalField(
        "line", COUNT, "The line of the argument file, from 1.", lambda claim, told: told.names.line(claim.id)
    ),
)

# --- What they do with an issue

_IMPLICATION = Record[Implication, object](
    "implication",
    "One step of a chain.",
    Field("source", TEXT, "From what it follows: `document.claim` or `issue.position`."),
    Field("source-holds", FLAG, "Whether that is accepted, not rejected."),
    Field("target", TEXT, "What follows: `document.claim` or `issue.position`."),
    Field("target-holds", FLAG, "Whether that is accepted, not rejected."),
    Field("ground", Choice(Ground), "By what it follows."),
    OptionalField("link", _LINK),
)

_STANCE = Record[Stance, object](
    "stance",
    "What a holder does with one position.",
    Field("position", TEXT, "A position of the issue, or `open`."),
    Field("does", Choice(Acceptance), "What the holder does with it.", "acceptance"),
    Field("claims", _CLAIM_IDS, "Those that show it, or from which it follows."),
    OptionalField("strength", AS_TEXT, "As the claim that counts words it; absent where plainly stated."),
    OptionalField("leaning", MARK, "The holder only keeps a distance.", "doubted"),
    OptionalField("unsaid", MARK, "The annotator reconstructed all that shows it."),
    OptionalField("conditions", _CLAIM_IDS, "Those on which it depends."),
    OptionalField(
        "ascribed", AS_TEXT, "How sure the author is that the actor holds it; left out where no reserve is made."
    ),
    OptionalField("regards", _REGARDS, "What the author who shows the holder thinks of it."),
    OptionalField("period", AS_TEXT, "The time for which a fact is stated."),
    OptionalField("implied-by", Many(_IMPLICATION), "Why it follows; absent where it is stated.", "chain"),
)
_STANCES = Many(_STANCE)

_PROFILE = Record[Profile, object](
    "profile",
    "All that a holder does with an issue.",
    Field("holder", _HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field(
        "standing",
        Choice([Standing.OPEN, Standing.SETTLED, Standing.MIXED]),
        "What it does with the issue as a whole; mixed where it gives two answers at once.",
    ),
    Field("stances", _STANCES, "In the order of the positions."),
)

# --- How two stand to each other

_SIDE = Record[Side, object](
    "side",
    "What one holder brings.",
    Field("holder", _HOLDER_ID),
    OptionalField("standing", Choice(Standing), "What it does with the issue as a whole; absent for a link."),
    OptionalField("stances", _STANCES, "Those on which the verdict rests, the one that counts first."),
    OptionalField("claims", _CLAIM_IDS, "Those that show the stances, or the linked claim."),
    OptionalField("accepts", FLAG, "What it does with the linked claim or position."),
)

_ALIGNED: tuple[Field[Alignment, Told], ...] = (
    Field("verdict", _VERDICT),
    Field(
        "why",
        TEXT,
        "The verdict's reason, as one English sentence.",
        lambda alignment, told: why(alignment, told.names),
    ),
    Field("one", _SIDE),
    Field("other", _SIDE),
    OptionalField("issue", TEXT, "The issue; absent where a link is the subject."),
    OptionalField("link", _LINK),
    OptionalField("implied", MARK, "A stance on which the verdict rests first is not stated but follows from what is."),
)
_QUALIFIED: Field[Alignment, Told] = OptionalField(
    "qualifications", Many(Choice(Qualification)), "Why an agreement is qualified."
)
_SCALED: tuple[Field[Alignment, Told], ...] = (
    OptionalField("distance", COUNT, "For incompatible answers on a scale, the steps between them."),
    OptionalField("scale", COUNT, "The steps between the ends of that scale."),
    OptionalField("newer", _HOLDER_ID, "Who states the newer fact."),
)
_ALIGNMENT = Record[Alignment, Told](
    "alignment", "How two holders stand to each other on an issue or over a link.", *_ALIGNED, _QUALIFIED, *_SCALED
)
_ALIGNMENTS = Many(_ALIGNMENT)

_BRANCH = Record[Branch, object](
    "branch",
    "A claim in a tree.",
    Field("claim", TEXT, "`document.claim`; its record is among `claims`."),
    Field("depth", COUNT, "Steps below the conclusion; 0 for a conclusion."),
    Field("role", Choice(Role), "What it does to the claim above it."),
    OptionalField(
        "step",
        COUNT,
        "Which step of the claim above; premises of one step are linked.",
        lambda branch, _: branch.step or None,
    ),
    OptionalField(
        "told-above", MARK, "What stands below it is told elsewhere in the tree.", lambda branch, _: not branch.unfolded
    ),
)

_HOLD = Record[Hold, object](
    "hold",
    "What one side stakes on a deeper conflict.",
    Field("premises", _CLAIM_IDS, "Its claims that carry the deeper conflict."),
    Field("falls", _CLAIM_IDS, "Those that lose their support with it."),
    Field("depth", COUNT, "Steps from a conclusion down to the nearest of the premises."),
)

_CRUX = Record[Crux, object](
    "crux",
    "A conflict beneath another; look it up among `conflicts` by its issue or link.",
    Field("weight", COUNT, "How many claims lose their support with it."),
    Field("one", _HOLD),
    Field("other", _HOLD),
    OptionalField("issue", TEXT, "The issue; absent where a link is the subject.", "conflict.issue"),
    OptionalField("link", _LINK, "", "conflict.link"),
)

_SHARED_PREMISE = Record[SharedPremise, object](
    "",
    "A premise that both sides use.",
    Field("one", TEXT, "The claim of the first side."),
    Field("other", TEXT, "The claim of the second side."),
    Field("says", TEXT, "What both say: `issue.position`, or a claim.", "name"),
    Field("holds", FLAG, "Whether they accept that, not reject it."),
)

_SHARED_ANSWER = Inline[Literal, object](
    Field("says", TEXT, "`issue.position`.", "name"), Field("holds", FLAG, "Whether they accept that, not reject it.")
)

_UNANSWERED = Record[Unanswered, object](
    "",
    "An argument that the attacked does not meet.",
    Field("attacker", _HOLDER_ID),
    Field("attacked", _HOLDER_ID),
    Field("conclusion", TEXT, "The claim for which it argues."),
    Field("premises", _CLAIM_IDS, "From what it argues."),
    OptionalField("granted", _CLAIM_IDS, "Claims of the argument that the attacked holds too, as a link says."),
    OptionalField(
        "shared-answers",
        Many(_SHARED_ANSWER),
        "Answers to other issues that claims of the argument give and the attacked gives too.",
        "shared",
    ),
    OptionalField("written-later", MARK, "No answer could be expected."),
)

_TALKING_PAST = Record[TalkingPast, object](
    "",
    "A term with two meanings.",
    Field("term", TEXT, "The word.", "one.id"),
    Field("one", TEXT, "What it means for the first side.", "one.meaning"),
    Field("other", TEXT, "What it means for the second side.", "other.meaning"),
    Field("one-uses", _CLAIM_IDS, "Claims of the first side that use it."),
    Field("other-uses", _CLAIM_IDS, "Claims of the second side that use it."),
)

_TREES = Inline[tuple[tuple[Branch, ...], tuple[Branch, ...]], object](
    Field("one", Many(_BRANCH), "Of the first side.", lambda trees, _: trees[0]),
    Field("other", Many(_BRANCH), "Of the second side.", lambda trees, _: trees[1]),
)

_CONFLICT = Record[Conflict, Told](
    "conflict",
    "A conflict, with what bears on it.",
    Part(_ALIGNMENT, "alignment"),
    OptionalField(
        "trees",
        _TREES,
        "The reasons of both sides down to the leaves, in reading order.",
        lambda conflict, told: told.account.comparison.trees(conflict.alignment),
    ),
    OptionalField("cruxes", Many(_CRUX), "On what it turns, that on which most hangs first."),
    OptionalField("contested", Many(_CRUX), "Conflicts beneath it on which it does not turn."),
    OptionalField("shared-premises", Many(_SHARED_PREMISE), "What both sides argue from.", "reasons.shared"),
    OptionalField("unanswered", Many(_UNANSWERED), "Arguments of one side that the other does not meet."),
    OptionalField("talking-past", Many(_TALKING_PAST), "Terms that they use in two meanings."),
)

# --- Voices, strains, silences, reports and drift

_OF_THE_CLAIMS = "What the author who shows the actor thinks of the claims in question."

_BORROWED_VOICE = Record[BorrowedVoice, Told](
    "",
    "An author agrees with an actor whom another author shows.",
    Part(_ALIGNMENT, "alignment"),
    Field("regards", _REGARDS, _OF_THE_CLAIMS),
    Field("against-reporter", FLAG, "The author who shows the actor takes another side."),
)

_OPPOSED_VOICE = Record[OpposedVoice, Told](
    "",
    "An author conflicts with an actor whom a document shows, its own or another's.",
    Part(Inline[Alignment, Told](*_ALIGNED, *_SCALED), "alignment"),
    Field("regards", _REGARDS, _OF_THE_CLAIMS),
)

_STRAIN = Record[Strain, object](
    "",
    "A holder against itself.",
    Field("kind", Choice(StrainKind), "Where the two sides meet."),
    Field("holder", _HOLDER_ID),
    Field("one", _CLAIM_IDS, "The claims of the first side."),
    Field("other", _CLAIM_IDS, "The claims of the second side."),
    OptionalField("issue", TEXT, "On which the sides meet."),
    OptionalField("link", _LINK),
    OptionalField("stances", _STANCES, "The two stances; absent where a link joins claims."),
    OptionalField(
        "implied-by", Many(_IMPLICATION), "From what the second stance follows; absent where both are stated.", "chain"
    ),
    OptionalField("rests", _CLAIM_IDS, "Conclusions that use a claim of either side."),
)

_SILENCE = Record[Silence, object](
    "",
    "An author who does not answer what most others answer.",
    Field("holder", _HOLDER_ID),
    Field("issue", TEXT, "The issue."),
    Field("answered-by", TEXTS, "The other documents whose authors speak on it."),
    Field("others", COUNT, "How many other documents there are."),
    OptionalField("elsewhere", Many(_HOLDER_ID), "Other documents of the same author that do answer."),
    OptionalField("shows", Many(_HOLDER_ID), "Actors whose answer the document does show."),
    OptionalField("too-early", MARK, "The document is older than every one that answers."),
)

_REPRESENTATION = Record[Representation, Told](
    "",
    "A report of somebody beside that one's own document.",
    Part(_ALIGNMENT, "alignment"),
    Field("fidelity", Choice(Fidelity), "How the report compares with the original."),
    OptionalField("through", MARK, "One speaks for the other."),
    OptionalField("original-later", MARK, "The original is later than the report."),
)

_DRIFT = Record[Drift, Told](
    "",
    "One author on one issue, over dated documents.",
    Field("author", TEXT, "The actor who wrote them."),
    Field("issue", TEXT, "The issue."),
    Field("steady", FLAG, "Whether each document says what the one before said, as firmly.", "is_steady"),
    Field("profiles", Many(_PROFILE), "One for each dated document that speaks on it, the oldest first."),
    Field("changes", _ALIGNMENTS, "Each document beside the next; the older is the first side."),
    OptionalField("undated", Many(_HOLDER_ID), "The author's documents that bear no date, and are left out."),
)

# --- Numbers

_SHARE = Record[Share, object](
    "share", "So many of so many.", Field("count", COUNT, "So many."), Field("of", COUNT, "Of so many.")
)

_NEARNESS = Inline[PairNumbers, object](
    Field("sum", NUMBER, "The sum.", "nearness"), Field("of", COUNT, "Over how many scales.", "ordered")
)

_PAIR_NUMBERS = Record[PairNumbers, object](
    "",
    "Two holders in numbers.",
    Field("one", _HOLDER_ID),
    Field("other", _HOLDER_ID),
    Field("agreement", _SHARE, "Agreements, of the issues on which both speak."),
    Field("qualified", _SHARE, "Qualified ones, of the agreements."),
    Field("conflict", _SHARE, "Conflicts, of the issues on which both speak."),
    OptionalField(
        "nearness",
        _NEARNESS,
        "On scales: 1 for the same place, 0 for the opposite end, summed up.",
        lambda pair, _: None if pair.nearness is None else pair,
    ),
)

_ISSUE_NUMBERS = Record[IssueNumbers, object](
    "",
    "One issue in numbers.",
    Field("issue", TEXT, "The issue."),
    Field("holders", COUNT, "How many speak on it."),
    Field(
        "positions",
        Scalar({"type": "object", "additionalProperties": COUNT.schema}),
        "By position, how many accept it.",
        lambda numbers, _: {str(position): count for position, count in numbers.positions},
    ),
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

_RELIABILITY = Inline[Reliability, object](
    Field("nominal", Record[Alpha, object]("", _DEFINED, *_ALPHA)),
    Field(
        "ordinal",
        Many(
            Record[tuple[int, Alpha], object](
                "",
                _DEFINED,
                Field("positions", COUNT, "The length of the scales.", lambda scale, _: scale[0]),
                Part(Inline[Alpha, object](*_ALPHA), lambda scale, _: scale[1]),
            )
        ),
        "The same over places on scales, for scales of each length.",
    ),
)

# --- The whole


def _profiles(account: Account, _: Told) -> list[Profile]:
    by_issue = account.comparison.stances.by_issue
    return [
        by_issue[issue][holder] for issue in account.issues for holder in account.holders if holder in by_issue[issue]
    ]


_ACCOUNT = Inline[Account, Told](
    version("format", FORMAT),
    Field("documents", TEXTS, "Those compared.", "comparison.documents"),
    Field("holders", Many(_HOLDER), "Those whose stances are compared."),
    Field("issues", TEXTS, "Those on which some of the holders speak."),
    OptionalField(
        "left-out", TEXTS, "Documents that are older than asked for, or bear no date.", "comparison.left_out"
    ),
    OptionalField("only-counts", MARK, "There are too many pairs to tell one by one."),
    OptionalField("profiles", Many(_PROFILE), "Issue by issue, what each holder does with it.", _profiles),
    OptionalField(
        "alignments",
        _ALIGNMENTS,
        "Of the pairs compared, all that is no conflict.",
        lambda account, _: [found for found in account.alignments if not found.verdict.is_conflict],
    ),
    OptionalField(
        "conflicts",
        Many(_CONFLICT),
        "Those on which most pairs conflict first.",
        lambda account, _: tuple(account.conflicts),
    ),
    OptionalField("one-sided", _ALIGNMENTS, "Where two sides were named: on what only one of them speaks."),
    OptionalField("borrowed-voices", Many(_BORROWED_VOICE), "Authors who agree with somebody else's actors.", "voices"),
    OptionalField("opposed-voices", Many(_OPPOSED_VOICE), "Authors who conflict with actors.", "opposed"),
    OptionalField("strains", Many(_STRAIN), "Holders who take two sides."),
    OptionalField("silences", Many(_SILENCE), "What authors do not answer and most others do."),
    OptionalField("representations", Many(_REPRESENTATION), "How documents show those who wrote others."),
    OptionalField("drifts", Many(_DRIFT), "How authors change from document to document."),
    OptionalField("pair-numbers", Many(_PAIR_NUMBERS), "Each pair of holders in numbers."),
    OptionalField("issue-numbers", Many(_ISSUE_NUMBERS), "Each issue in numbers."),
    OptionalField("reliability", _RELIABILITY, "Agreement beyond chance."),
)

_CLAIMS = Inline[list[Claim], Told](
    OptionalField("claims", Many(_CLAIM), "Every claim that is named above, sorted by id.", lambda claims, _: claims)
)

COMPARISON = Published(
    "argmap compare --format json",
    "A comparison, as `argmap compare --format json` prints it",
    Record[Account, Told](
        "",
        "What holders do with issues, how any two of them stand to each other, and why. A key that would hold nothing "
        "is left out. Sides `one` and `other` keep one order throughout a record.",
        *(*_ACCOUNT.fields, *_CLAIMS.fields),
    ),
)


def comparison_json(account: Account, names: Names) -> str:
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
