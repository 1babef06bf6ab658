"""Changes as JSON: of what kind each is and how much it matters, what it is about, what it follows from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance
from argmap.diff.change import (
    ActorChange,
    AlignmentChange,
    ChangedDispute,
    ClaimChange,
    CruxChange,
    DocumentChange,
    FieldChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Reached,
    Reason,
    StanceChange,
    StanceSnapshot,
    SupportChange,
    TermChange,
)
from argmap.diff.change_subject import place_of
from argmap.diff.field_kinds import FIELDS
from argmap.diff.fingerprint import PUBLISHED_ROLES, fingerprint
from argmap.diff.rule import Rule
from argmap.diff.sides import MOST_REACHED
from argmap.diff.significance import Judged, Significance
from argmap.judge.verdict import Verdict
from argmap.language.words import Relation
from argmap.model.link import AnyLink, Link, Unrelated
from argmap.records.disputes_json import MOST_TOLD
from argmap.records.fields import (
    AS_TEXT,
    COUNT,
    FILE,
    FLAG,
    ORDINAL,
    SHARE_OF_ONE,
    TEXT,
    Choice,
    Field,
    Inline,
    Many,
    OneOf,
    Optional,
    OrNull,
    Part,
    Record,
    Scalar,
)
from argmap.report.difference.difference_report import DiffReport
from argmap.report.findings.finding_lines import Spot, Texts, spot
from argmap.source.text import Place
from argmap.wording.changes import before_after, headline
from argmap.wording.names import DifferenceNames


class Side(NamedTuple):
    """What one side says, and where."""

    text: str
    place: Spot | None


class Sides(NamedTuple):
    """What both sides say."""

    old: Side | None
    new: Side | None


class Telling(NamedTuple):
    """What a record of a difference takes besides its own value."""

    told: DiffReport
    names: DifferenceNames

    @classmethod
    def of(cls, told: DiffReport) -> Telling:
        """The same for all records of a difference."""
        return cls(told, DifferenceNames.of(told.difference))


# --- Ids and places

_NAMED = "`document.claim`; a premise without a name has a tilde and a number."
CLAIM_ID = Scalar({"type": "string", "pattern": "^[^.]+[.].+"}, name="claim-id", words=_NAMED)
_CLAIM_IDS = Many(CLAIM_ID)
_WHO = "`document` for its author, `document/actor` for an actor whom it shows."
HOLDER_ID = Scalar({"type": "string"}, lambda holder, _: holder.id, name="holder", words=_WHO)
FINGERPRINT = Scalar(
    {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    lambda change, telling: fingerprint(change, telling.told.difference),
    name="fingerprint",
    words="The same for the same change, wherever it stands; what a file of accepted changes names.",
)
_FORMER = OrNull(TEXT, name="former", words="What it was called on the old side, where that was something else.")
TEXT_OR_NULL = OrNull(TEXT)

PLACE = Record[Spot, object](
    "place",
    "",
    Field("file", FILE),
    Field("line", ORDINAL, "The line, from 1.", "start.line"),
    Field("column", ORDINAL, "The column, from 1, in code points.", "start.column"),
)

_SIDE = Inline[Side, object](
    Field("text", TEXT, "What stands there, as far as it changed; may be empty."),
    Field("place", OrNull(PLACE), "Where; null where it has no place of its own."),
)
_SAID = OrNull(_SIDE, name="said", words="One side of a change; null where there is nothing.")

# --- What a change is about, by kind of subject

_LINKED = Inline[AnyLink, object](
    Field(
        "source", TEXT, "`document.claim`, or `issue.position`; of `unrelated-to` also an issue, an actor or a term."
    ),
    Field("relation", Choice(Relation), "What the source is to the target."),
    Field("target", TEXT, "The other end, of the same sort; for a claim that does not answer it, an issue."),
    Field("confidence", OrNull(SHARE_OF_ONE), "How sure the analyst is."),
    Field("why", TEXT, "The analyst's reason; may be empty."),
)
_LINK = OrNull(_LINKED, name="link", words="A declared link; null where there is none.")

STANCE = Inline[StanceSnapshot, object](
    Field("position", TEXT_OR_NULL, "A position of the issue, or `open`; null for a claim."),
    Field("does", Choice(Acceptance), "What the holder does with it.", "acceptance"),
    Field("strength", OrNull(AS_TEXT), "In the words of the claim that counts; null where plainly stated."),
    Field("conditional", FLAG, "Whether it is held on a condition only."),
    Field("leaning", FLAG, "Whether the holder only leans to it.", "doubted"),
    Field("unsaid", FLAG, "Whether the analyst reconstructed it."),
    Field("claims", _CLAIM_IDS, "Those that show it."),
)
_STAND = OrNull(STANCE, name="stand", words="What a holder does; null where that is nothing.")

_ROLE = Scalar({"enum": list(dict.fromkeys(PUBLISHED_ROLES.values()))}, lambda role, _: PUBLISHED_ROLES[role])
_STEP = Record[Reason, object](
    "step",
    "",
    Field("role", _ROLE, "What it does for the conclusion."),
    Field("premises", Many(CLAIM_ID, least=1), "By what: taken together (linked)."),
    Field("against", _CLAIM_IDS, "The premises of the step that an undercut doubts."),
    Field("schemes", Many(TEXT), "The argumentation schemes; in version 1 one `scheme`, a text or null."),
    Optional("at", Many(TEXT, least=1), "Where in the source it is made, as written.", "cues"),
    Optional("notes", Many(TEXT, least=1), "What the analyst notes about it."),
)

_VERDICT = OrNull(
    Choice(Verdict), name="verdict", words="Null where they did not both speak on it, or the link was not there."
)
_MATTER: tuple[Field[Alignment, object], ...] = (
    Field("issue", TEXT_OR_NULL, "The issue; null for a link."),
    Field("link", _LINK, "The link; null for an issue."),
)
_TWO = Many(HOLDER_ID, least=2, most=2, name="two-holders")
_BETWEEN = Inline[Alignment, object](Field("holders", _TWO, "Who stand to each other."), *_MATTER)
_QUESTION = Inline[Alignment, object](*_MATTER)
_DISPUTE = OrNull(
    Inline[ChangedDispute, object](
        Field("questions", Many(_QUESTION, least=1), "The first of them.", lambda one, _: one.questions[:MOST_TOLD]),
        Field("size", COUNT, "On how many questions it is.", lambda one, _: len(one.questions)),
        Field("lasting", Many(_QUESTION), "The first on both sides too.", lambda one, _: one.lasting[:MOST_TOLD]),
    ),
    name="dispute",
    words="The dispute of the two in which a disagreement opens or closes; null where none has it.",
)
_TURNS_ON = Inline[Crux, object](
    Part(_QUESTION, "conflict"),
    Field("weight", COUNT, "How many claims lose all support with it."),
)


def _subject(
    kind: str,
    meaning: str,
    get_id: Callable[[Any], str],
    *fields: Field[Any, Telling] | Part[Any, Telling],
    name: str = "",
    words: str = "",
) -> Record[Any, Telling]:
    """A subject: its kind and id, what else there is to know of it, and what it was called before."""
    return Record(
        name or kind,
        words,
        Field("kind", Scalar({"const": kind}), "The sort of thing.", lambda _, __: kind),
        Field("id", CLAIM_ID if kind in ("claim", "support") else TEXT, meaning, lambda change, _: get_id(change)),
        *fields,
        Field("former", _FORMER, "", lambda change, telling: telling.told.difference.former.get(get_id(change))),
    )


def _own_id(change: ClaimChange | IssueChange | PositionChange | TermChange | DocumentChange | ActorChange) -> str:
    return change.record.id


def _matter(alignment: Alignment) -> str:
    """On what two holders stand to each other."""
    return alignment.issue or (_ends(alignment.link) if alignment.link else "")


def _ends(link: Link) -> str:
    return f"{link.source} {link.target}"


_STATEMENTS = {kind: "link" if kind is Unrelated else kind.__name__.lower() for kind in FIELDS}
_STATEMENT = Scalar({"enum": sorted(set(_STATEMENTS.values()))}, lambda kind, _: _STATEMENTS[kind])

_SUBJECTS = {
    StanceChange: _subject(
        "stance",
        "The issue or the claim.",
        lambda change: change.subject,
        Field("holder", HOLDER_ID),
        Field("issue", TEXT_OR_NULL, "The issue; null where it is a claim."),
        Field("claim", TEXT_OR_NULL, "The claim; null where it is an issue."),
        Field("was", _STAND, "", "old"),
        Field("is", _STAND, "", "new"),
        Field("distance", COUNT, "Steps of strength, or along the scale of the issue."),
        words="What a holder does with an issue, or with a claim that answers none.",
    ),
    ClaimChange: _subject(
        "claim",
        "The claim.",
        _own_id,
        Field("document", TEXT, "The document that says it.", "record.document"),
        Field(
            "others",
            _CLAIM_IDS,
            "The other parts of a claim that was split, or the other claims that were merged.",
            lambda change, _: sorted(other.id for other in change.others),
        ),
        Field("used", FLAG, "Whether a step, a link or a thesis rested on it."),
    ),
    SupportChange: _subject(
        "support",
        "The conclusion.",
        lambda change: change.conclusion,
        Field("premises", _CLAIM_IDS, "Those that came, went or changed sides."),
        Field("was", Many(_STEP), "The steps that there were.", "old"),
        Field("is", Many(_STEP), "The steps that there are.", "new"),
        words="Steps of one conclusion.",
    ),
    AlignmentChange: _subject(
        "alignment",
        "The issue, or both ends of the link.",
        lambda change: _matter(change.record),
        Part(_BETWEEN, "record"),
        Field("was", _VERDICT, "", lambda change, _: change.old and change.old.verdict),
        Field("is", _VERDICT, "", lambda change, _: change.new and change.new.verdict),
        Field("dispute", _DISPUTE),
        words="How two holders stand to each other.",
    ),
    CruxChange: _subject(
        "crux",
        "Of the disagreement: the issue, or both ends of the link.",
        lambda change: _matter(change.conflict),
        Part(_BETWEEN, "conflict"),
        Field("turns-on", _TURNS_ON, "The deeper disagreement.", "record"),
        words="What a disagreement turns on.",
    ),
    LinkChange: _subject(
        "link",
        "Both ends.",
        lambda change: _ends(change.record),
        Field("was", _LINK, "", "old"),
        Field("is", _LINK, "", "new"),
        name="link-subject",
    ),
    IssueChange: _subject("issue", "The issue.", _own_id),
    PositionChange: _subject(
        "position",
        "`issue.position`.",
        lambda change: f"{change.issue}.{_own_id(change)}",
        Field("issue", TEXT, "The issue."),
    ),
    TermChange: _subject(
        "term",
        "The word.",
        _own_id,
        Field("document", TEXT_OR_NULL, "The document to which it belongs alone.", "record.document"),
    ),
    DocumentChange: _subject("document", "The document.", _own_id),
    ActorChange: _subject(
        "actor",
        "The actor.",
        _own_id,
        Field("document", TEXT_OR_NULL, "The document to which it belongs alone.", "record.document"),
    ),
    FieldChange: _subject(
        "field",
        "The statement: `document.claim`, `issue.position`, the id of anything else (`document.id` of what belongs to "
        "one document), or both ends of a link.",
        lambda change: change.subject,
        Field("statement", _STATEMENT, "What has the field.", lambda change, _: type(change.record)),
        Field("field", TEXT, "The field, as the language or the JSON of a corpus calls it.", "word"),
        words="One field of a statement.",
    ),
}

# --- Changes


def _sides(judged: Judged, telling: Telling) -> Sides:
    told, names = telling
    texts, places = before_after(judged.change, told.difference, names), place_of(judged.change, told.difference)
    return Sides(*map(_side, texts, places, (told.old_texts, told.new_texts)))


def _side(text: str, place: Place | None, texts: Texts) -> Side | None:
    """What one side says; None where it says nothing and has no place for it."""
    return Side(text, None if place is None else spot(place, texts)) if text or place is not None else None


def _reached(judged: Judged) -> Reached:
    return getattr(judged.change, "reaches", Reached())


RULE = Choice(Rule, name="rule", words="The kind of change; `argmap explain RULE` tells what it means.")

CHANGE = Record[Judged, Telling](
    "change",
    "",
    Field("rule", RULE, "", "change.rule"),
    Field("severity", Choice(Significance, name="severity"), "How much it matters.", "significance"),
    Field("direct", FLAG, "Whether somebody edited this, and it does not merely follow.", "change.direct"),
    Field(
        "causes",
        Many(FINGERPRINT),
        "The changes from which this one follows, which are perhaps not reported themselves; empty where it is direct.",
        "change.causes",
    ),
    Field("subject", OneOf(_SUBJECTS), "What changed, by its names on the new side.", "change"),
    Field(
        "message",
        Scalar({"type": "string", "minLength": 1}),
        "One sentence without a full stop at the end.",
        lambda judged, telling: headline(judged.change, telling.told.difference, telling.names),
    ),
    Part(Inline[Sides, object](Field("old", _SAID), Field("new", _SAID)), _sides),
    Field(
        "reaches",
        _CLAIM_IDS,
        f"The conclusions that rest on what changed, the nearest first, up to {MOST_REACHED}.",
        lambda judged, _: _reached(judged).conclusions,
    ),
    Field(
        "reaches_more",
        FLAG,
        "Whether more conclusions rest on it than `reaches` names.",
        lambda judged, _: _reached(judged).more,
    ),
    Field("fingerprint", FINGERPRINT, "", "change"),
)
