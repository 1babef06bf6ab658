"""What `argmap diff --format json` prints: what changed between two sides, and how much it matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.compare.stance import Acceptance
from argmap.compare.verdict import Verdict
from argmap.diff.change import (
    AlignmentChange,
    ClaimChange,
    CruxChange,
    DocumentChange,
    IssueChange,
    LinkChange,
    PositionChange,
    Reason,
    Role,
    StanceChange,
    Stand,
    SupportChange,
    TermChange,
)
from argmap.diff.difference import Guess
from argmap.diff.fingerprint import fingerprint
from argmap.diff.places import place_of
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.language.words import Relation
from argmap.model.link import Link
from argmap.records.fields import Choice, Field, Inline, Many, OneOf, OrNull, Part, Published, Record, Scalar
from argmap.records.kinds import AS_TEXT, COUNT, FLAG, ORDINAL, SHARE_OF_ONE, TEXT, holder_id, version
from argmap.report.difference.account import was_line
from argmap.report.difference.names import Names
from argmap.report.difference.told import Told
from argmap.report.difference.words import before_after, headline
from argmap.report.findings.spot import Spot, Texts, spot
from argmap.report.json_text import json_text
from argmap.source.text import Place

VERSION = 1


class Side(NamedTuple):
    """What one side says, and where."""

    text: str
    place: Spot | None


class Telling(NamedTuple):
    """What a record of a difference takes besides its own value."""

    told: Told
    names: Names

    @classmethod
    def of(cls, told: Told) -> Telling:
        """The same for all records of a difference."""
        return cls(told, Names.of(told.difference))


# --- Ids and places

_CLAIM_ID = Scalar(
    {"type": "string", "pattern": "^[^.]+[.].+"},
    name="claim-id",
    words="`document.claim`; a premise without a name has a tilde and a number.",
)
_CLAIM_IDS = Many(_CLAIM_ID)
_HOLDER_ID = Scalar(
    {"type": "string"},
    lambda holder, _: holder_id(holder),
    name="holder",
    words="`document` for its author, `document/actor` for an actor whom it shows.",
)
_FINGERPRINT = Scalar(
    {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    name="fingerprint",
    words="The same for the same change, wherever it stands; what a file of accepted changes names.",
)
FILE = Scalar({"type": "string"}, name="file", words="Path relative to the project, with forward slashes.")
_NO_TEXT = OrNull(TEXT)
_FORMER = OrNull(
    Scalar({"type": "string"}),
    name="former",
    words="What it was called on the old side, where that was something else.",
)

_PLACE = Record[Spot, object](
    "place",
    "",
    Field("file", FILE),
    Field("line", ORDINAL, "The line, from 1.", "start.line"),
    Field("column", ORDINAL, "The column, from 1, in code points.", "start.column"),
)

_SAID = OrNull(
    Inline[Side, object](
        Field("text", TEXT, "What stands there, as far as it changed; may be empty."),
        Field("place", OrNull(_PLACE), "Where; null where it has no place of its own."),
    ),
    name="said",
    words="One side of a change; null where there is nothing.",
)

_LINK = OrNull(
    Inline[Link, object](
        Field("source", TEXT, "`document.claim`, or `issue.position`."),
        Field("relation", Choice(Relation), "What the source is to the target."),
        Field("target", TEXT, "The other end, of the same sort."),
        Field("confidence", OrNull(SHARE_OF_ONE), "How sure the annotator is."),
        Field("why", TEXT, "The annotator's reason; may be empty."),
    ),
    name="link",
    words="A declared link; null where there is none.",
)

# --- What a change is about, by kind of subject


def _subject(
    kind: str,
    name: str,
    words: str,
    get_id: Callable[[Any], str],
    id_words: str,
    *fields: Field[Any, Any] | Part[Any, Any],
) -> Record[Any, Telling]:
    """A subject: its kind and id, what else there is to know of it, and what it was called before."""
    return Record(
        name,
        words,
        Field("kind", Scalar({"const": kind}), "The sort of thing.", lambda _, __: kind),
        Field("id", _CLAIM_ID if kind in ("claim", "support") else TEXT, id_words, lambda change, _: get_id(change)),
        *fields,
        Field("former", _FORMER, "", lambda change, telling: telling.told.difference.former.get(get_id(change))),
    )


def _linked(link: Link) -> str:
    return f"{link.source} {link.target}"


def _matter(alignment: Alignment) -> str:
    """On what two holders stand to each other."""
    return alignment.issue or (_linked(alignment.link) if alignment.link else "")


_STAND = OrNull(
    Inline[Stand, object](
        Field("position", _NO_TEXT, "A position of the issue, or `open`; null for a claim."),
        Field("does", Choice(Acceptance), "What the holder does with it.", "acceptance"),
        Field("strength", OrNull(AS_TEXT), "In the words of the claim that counts; null where plainly stated."),
        Field("conditional", FLAG, "Whether it is held on a condition only."),
        Field("leaning", FLAG, "Whether the holder only leans to it.", "doubted"),
        Field("unsaid", FLAG, "Whether the annotator reconstructed it."),
        Field("claims", _CLAIM_IDS, "Those that show it."),
    ),
    name="stand",
    words="What a holder does; null where that is nothing.",
)

_STEPS = Many(
    Record[Reason, object](
        "step",
        "",
        Field("role", Choice(Role), "What it does for the conclusion."),
        Field("premises", Many(_CLAIM_ID, least=1), "By what: taken together (linked)."),
        Field("against", _CLAIM_IDS, "The premises of the step that an undercut doubts."),
        Field("scheme", _NO_TEXT, "The argumentation scheme."),
    )
)

_VERDICT = OrNull(
    Choice(Verdict), name="verdict", words="Null where they did not both speak on it, or the link was not there."
)

_MATTER: tuple[Field[Alignment, object], ...] = (
    Field("issue", _NO_TEXT, "The issue; null for a link."),
    Field("link", _LINK, "The link; null for an issue."),
)

_BETWEEN = Inline[Alignment, object](
    Field("holders", Many(_HOLDER_ID, least=2, most=2, name="two-holders"), "Who stand to each other."), *_MATTER
)

SUBJECTS = {
    StanceChange: _subject(
        "stance",
        "stance",
        "What a holder does with an issue, or with a claim that answers none.",
        lambda change: change.issue or change.claim,
        "The issue or the claim.",
        Field("holder", _HOLDER_ID),
        Field("issue", _NO_TEXT, "The issue; null where it is a claim."),
        Field("claim", _NO_TEXT, "The claim; null where it is an issue."),
        Field("was", _STAND, "What the holder did.", "old"),
        Field("is", _STAND, "What it does now.", "new"),
        Field("distance", COUNT, "Steps of strength, or along the scale of the issue."),
    ),
    ClaimChange: _subject(
        "claim",
        "claim",
        "",
        lambda change: (change.new or change.old).id,
        "The claim.",
        Field("document", TEXT, "The document that says it.", lambda change, _: (change.new or change.old).document),
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
        "support",
        "Steps of one conclusion.",
        lambda change: change.conclusion,
        "The conclusion.",
        Field("premises", _CLAIM_IDS, "Those that came, went or changed sides."),
        Field("was", _STEPS, "The steps that there were.", "old"),
        Field("is", _STEPS, "The steps that there are.", "new"),
    ),
    AlignmentChange: _subject(
        "alignment",
        "alignment",
        "How two holders stand to each other.",
        lambda change: _matter(change.new or change.old),
        "The issue, or both ends of the link.",
        Part(_BETWEEN, lambda change, _: change.new or change.old),
        Field("was", _VERDICT, "", lambda change, _: change.old and change.old.verdict),
        Field("is", _VERDICT, "", lambda change, _: change.new and change.new.verdict),
    ),
    CruxChange: _subject(
        "crux",
        "crux",
        "What a conflict turns on.",
        lambda change: _matter(change.conflict),
        "Of the conflict: the issue, or both ends of the link.",
        Part(_BETWEEN, "conflict"),
        Field(
            "turns-on",
            Inline[Crux, object](
                Part(Inline[Alignment, object](*_MATTER), "conflict"),
                Field("weight", COUNT, "How many claims lose their support with it."),
            ),
            "The deeper conflict.",
            lambda change, _: change.new or change.old,
        ),
    ),
    LinkChange: _subject(
        "link",
        "link-subject",
        "",
        lambda change: _linked(change.new or change.old),
        "Both ends.",
        Field("was", _LINK, "", "old"),
        Field("is", _LINK, "", "new"),
    ),
    IssueChange: _subject("issue", "issue", "", lambda change: (change.new or change.old).id, "The issue."),
    PositionChange: _subject(
        "position",
        "position",
        "",
        lambda change: f"{change.issue}.{(change.new or change.old).id}",
        "`issue.position`.",
        Field("issue", TEXT, "The issue."),
    ),
    TermChange: _subject(
        "term",
        "term",
        "",
        lambda change: (change.new or change.old).id,
        "The word.",
        Field(
            "document",
            _NO_TEXT,
            "The document to which it belongs alone.",
            lambda change, _: (change.new or change.old).document,
        ),
    ),
    DocumentChange: _subject("document", "document", "", lambda change: (change.new or change.old).id, "The document."),
}

# --- Changes


def _sides(judged: Judged, telling: Telling) -> tuple[Side | None, Side | None]:
    told, names = telling
    texts = before_after(judged.change, told.difference, names)
    places = place_of(judged.change, told.difference)
    return _side(texts[0], places[0], told.old_texts), _side(texts[1], places[1], told.new_texts)


def _side(text: str, place: Place | None, texts: Texts) -> Side | None:
    """What one side says; None where it says nothing and has no place for it."""
    return Side(text, None if place is None else spot(place, texts)) if text or place is not None else None


def _mark(judged: Judged, telling: Telling) -> str:
    return fingerprint(judged.change, telling.told.difference)


CHANGE = Record[Judged, Telling](
    "change",
    "",
    Field(
        "rule",
        Choice(Rule, name="rule", words="The kind of change; `argmap explain RULE` tells what it means."),
        "",
        "change.rule",
    ),
    Field("severity", Choice(Significance, name="severity"), "How much it matters.", "significance"),
    Field("direct", FLAG, "Whether somebody edited this, and it does not merely follow.", "change.direct"),
    Field(
        "causes",
        Many(_FINGERPRINT),
        "The changes from which this one follows, which are perhaps not reported themselves; empty where it is direct.",
        lambda judged, telling: [fingerprint(cause, telling.told.difference) for cause in judged.change.causes],
    ),
    Field("subject", OneOf(SUBJECTS), "What changed, by its names on the new side.", "change"),
    Field(
        "message",
        Scalar({"type": "string", "minLength": 1}),
        "One sentence without a full stop at the end.",
        lambda judged, telling: headline(judged.change, telling.told.difference, telling.names),
    ),
    Part(
        Inline[tuple[Side | None, Side | None], object](
            Field("old", _SAID, "", lambda sides, _: sides[0]), Field("new", _SAID, "", lambda sides, _: sides[1])
        ),
        _sides,
    ),
    Field(
        "reaches",
        _CLAIM_IDS,
        "The conclusions that rest on what changed, the nearest first.",
        lambda judged, _: getattr(judged.change, "reaches", ()),
    ),
    Field("fingerprint", _FINGERPRINT, "", _mark),
)

_ACCEPTED = Inline[Judged, Telling](
    Part(CHANGE, lambda judged, _: judged),
    Field(
        "reason",
        TEXT,
        "Why, and by whom; may be empty.",
        lambda judged, telling: telling.told.reasons.get(_mark(judged, telling), ""),
    ),
)

_GUESS = Record[Guess, Telling](
    "guess",
    "",
    Field("old", _CLAIM_ID, "", "old.id"),
    Field("new", _CLAIM_ID, "", "new.id"),
    Field(
        "overlap",
        Scalar({"type": "number", "minimum": 0.6, "maximum": 1}),
        "The share of words that both have.",
        lambda guess, _: round(guess.overlap, 3),
    ),
    Field(
        "line",
        OrNull(Scalar({"type": "string", "pattern": "^was: ."})),
        "What to write under the new claim, if they are one; null where they stand in two documents, which no line can "
        "say.",
        lambda guess, _: was_line(guess),
    ),
    Field(
        "place",
        _PLACE,
        "Of the new claim, on the new side.",
        lambda guess, telling: spot(guess.new.origin, telling.told.new_texts),
    ),
)


def _count(level: Significance) -> Field[dict[Significance, int], object]:
    return Field(level.value, COUNT, f"Those of {level.value} significance.", lambda counts, _: counts[level])


def _named_side() -> Record[str, object]:
    return Record("named-side", "", Field("name", TEXT, "What the side is called.", lambda name, _: name))


_NAMED_SIDE = _named_side()

_WHOLE = Record[Told, Telling](
    "",
    "What changed between two sides, and how much it matters. Ids are those of the new side, also in what is said of "
    "the old one. Lines and columns count from 1, columns in code points.",
    version("version", VERSION),
    Field("old", _NAMED_SIDE, "The old side.", "old_name"),
    Field("new", _NAMED_SIDE, "The new side.", "new_name"),
    Field(
        "partial", Many(FILE), "Files that could not be read whole: what stands in the rest of them is not compared."
    ),
    Field("counts", Inline(*map(_count, Significance)), "How many of `changes` matter how much."),
    Field("changes", Many(CHANGE), "By document and place, direct ones before those that follow from them.", "judged"),
    Field(
        "guesses",
        Many(_GUESS),
        "Pairs of claims that may be one: nobody declared it, and they were compared as two. The likeliest first.",
        "difference.guesses",
    ),
    Field("accepted", Many(_ACCEPTED), "Changes that somebody has accepted, which `changes` and `counts` leave out."),
)

DIFFERENCE = Published("argmap diff --format json", "A difference, as `argmap diff --format json` prints it", _WHOLE)


def difference_json(told: Told) -> str:
    """All that there is to say."""
    return json_text(_WHOLE.write(told, Telling.of(told))) + "\n"
