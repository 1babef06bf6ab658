"""What `argmap export json` prints: all records of a project, for programs that compare, count or draw.

What has no order of its own is sorted by id, and nothing tells when or where it was made: the same records are the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from argmap.language.words import Attitude, Kind, Relation
from argmap.model.actor import Actor, Term
from argmap.model.claim import Answer, Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ClaimId, DocumentId
from argmap.model.inference import Step
from argmap.model.issue import Issue, Position
from argmap.model.link import AnyLink, Joined, Link, Unrelated
from argmap.records.fields import (
    AS_TEXT,
    COUNT,
    CUE,
    FLAG,
    MARK,
    ORDINAL,
    SHARE_OF_ONE,
    TEXT,
    Choice,
    Field,
    Inline,
    Many,
    Optional,
    Published,
    Record,
    Scalar,
    version,
)
from argmap.report.visible import json_text
from argmap.source.cue_places import CuePlaces
from argmap.source.text import SourceText

FORMAT = 2

_ID = Scalar({"type": "string", "minLength": 1, "pattern": r"^[^.~\s]+$"}, name="id")
_NAMED = "`document.claim`; a premise without a name has `document.claim~N`."
_CLAIM_ID = Scalar({"type": "string", "pattern": r"^[^.~\s]+\.[^.\s]+$"}, name="claim-id", words=_NAMED)
_TEXTS = Many(TEXT, least=1, name="texts")
_IDS = Many(_ID, least=1, name="ids")
_CLAIM_IDS = Many(_CLAIM_ID, least=1, name="claim-ids")
_WAS: Field[Any, Any] = Optional("was", Many(TEXT, least=1, name="was", words="Ids that it had before."))
_NOTES: Field[Any, Any] = Optional("notes", _TEXTS, "What the analyst notes about it.")
_CITES: Field[Any, Any] = Optional("cites", _TEXTS, "What it refers to.")
_ALSO: Field[Any, Any] = Optional("also", _TEXTS, "Other names for it.")

_SHORT: Field[Any, Any] = Optional("short", TEXT, "What pictures and tables call it.")
_BY: Field[Any, Any] = Optional("by", TEXT, "Who encoded it; of a document, all in it that names nobody else.")
_SURE: Field[Any, Any] = Optional("sure", SHARE_OF_ONE, "How sure whoever encoded it is that the text says so.")

_CUES = Many(CUE, least=1, name="cues", words="Where it stands in the source: a line, a few words, or both.")

_SECTION = Inline[Section, object](
    Field("title", TEXT, "Its heading."),
    Optional(
        "level",
        ORDINAL,
        "From 2 where it stands in another: in the last one before it of the level above.",
        lambda section, _: section.level if section.level > 1 else None,
    ),
    _NOTES,
)

_DOCUMENT = Record[Document, object](
    "document",
    "One text by one or more authors.",
    Field("id", _ID, "Its id, which no other document, issue, actor or term has."),
    Field("title", TEXT, "Its title."),
    Field("file", TEXT, "The argument file, relative to the project, with forward slashes."),
    Optional("authors", _IDS, "Those who wrote it, as ids of actors."),
    Optional("date", TEXT, "ISO 8601: a year, a month or a day."),
    Optional("publisher", TEXT, "Where it appeared."),
    Optional("source", TEXT, "File name or URL of the text."),
    Optional("language", TEXT, "In which it is written."),
    _SHORT,
    Optional("thesis", _CLAIM_ID, "Its main claim, named or found."),
    Optional("silent", _IDS, "The issues for which an answer was looked for, and is not there."),
    _BY,
    _SURE,
    Optional("sections", Many(_SECTION, least=1), "The headings over its claims, in the order of the file."),
    _WAS,
    _NOTES,
)

_POSITION = Inline[Position, object](
    Field("id", _ID, "Its id, which no other position of the issue has."),
    Field("text", TEXT, "The answer in words."),
    _SHORT,
    _WAS,
    _NOTES,
)


def _compatible(issue: Issue, _: object) -> list[list[str]]:
    return sorted(sorted(group) for group in issue.compatible)


def _exhaustive(issue: Issue, _: object) -> list[list[str]]:
    return sorted(sorted(group) for group in issue.exhaustive)


_ISSUE = Record[Issue, object](
    "issue",
    "A question that documents share, with the answers that they could give.",
    Field("id", _ID, "Its id."),
    Field("question", TEXT, "What is asked."),
    Optional("positions", Many(_POSITION, least=1), "They exclude each other unless `compatible` says otherwise."),
    Optional("compatible", Many(_IDS, least=1), "Groups of positions that do not exclude each other.", _compatible),
    Optional("order", _IDS, "The positions as a scale, from one end to the other."),
    Optional(
        "exhaustive",
        Many(_IDS, least=1),
        "Groups of positions of which one is right; in the first version of the language also `yes` and `no`.",
        _exhaustive,
    ),
    Optional("kind", Choice(Kind), "What sort of question it is; left out where each claim says it for itself."),
    Optional("changes", FLAG, "Whether its answer changes with time; left out where that is not said."),
    _SHORT,
    Optional("topic", TEXT, "What it is listed under."),
    _WAS,
    _NOTES,
)

_ACTOR = Record[Actor, object](
    "actor",
    "A person, a state, an organisation or a group that can hold a stance.",
    Field("id", _ID, "Its id."),
    Field("name", TEXT, "What it is called."),
    Optional("document", _ID, "The document to which it belongs alone; without it all documents share it."),
    _SHORT,
    _ALSO,
    Optional("speaks-for", _ID, "Whose stance its own can be shown with."),
    _WAS,
    _NOTES,
)

_TERM = Record[Term, object](
    "term",
    "What a word means.",
    Field("id", _ID, "The word."),
    Field("meaning", TEXT, "Its definition."),
    Optional("document", _ID, "The document in which it has this meaning; without it, all of them."),
    _ALSO,
    Optional("at", _CUES, get="cues"),
    _CITES,
    _WAS,
    _NOTES,
)

_ENDS = Scalar({"enum": ["claims", "positions"]}, lambda positions, _: "positions" if positions else "claims")
_OTHERS = [one for one in Joined if one not in (Joined.CLAIMS, Joined.POSITIONS)]
_LINK = Record[Link, object](
    "link",
    "A declared relation of two claims, or of two positions.",
    Field("source", _CLAIM_ID, "`document.claim`, or `issue.position`: see `between`."),
    Field("relation", Choice(Relation), "What the source is to the target."),
    Field("target", _CLAIM_ID, "The other end, of the same sort."),
    Field("between", _ENDS, "What it joins.", "between_positions"),
    Optional("confidence", SHARE_OF_ONE, "How sure the analyst is."),
    Optional("why", TEXT, "The analyst's reason."),
    _BY,
    _NOTES,
)

_UNRELATED = Record[Unrelated, object](
    "unrelated",
    "Two things that a link says have nothing to do with each other, other than two claims or two positions.",
    Field("source", TEXT, "`document.claim`, or the id of an issue, an actor or a term: see `between`."),
    Field("target", TEXT, "The other end; an actor or a term of one document has `document.` before its id."),
    Field("between", Choice(_OTHERS), "What it joins; of a claim and an issue, the claim comes first.", "joined"),
    Optional("confidence", SHARE_OF_ONE, "How sure the analyst is."),
    Optional("why", TEXT, "The analyst's reason."),
    _BY,
    _NOTES,
)

_ANSWER = Inline[Answer, object](
    Field("issue", _ID, "The question."),
    Field("position", _ID, "One of its positions, or `open`."),
    Optional("negated", MARK, "The position is only excluded."),
    Optional("from", _ID, "Whose stance it shows, where it is not that of those who hold the claim.", "holder"),
    Optional(
        "strength",
        AS_TEXT,
        "How firmly the text gives it, or that holder holds it: a word, or two joined by `..`; left out where as "
        "firmly as the claim says, and of a holder where plainly.",
    ),
)

_ROLE = Scalar({"enum": ["because", "despite", "objection", "unless", "if", "only-if"]})
_STEP = Inline[Step, object](
    Field("role", _ROLE, "What the premises do for the claim, in the word of the language.", "role.word"),
    Optional("schemes", _TEXTS, "The argumentation schemes."),
    Field("premises", _CLAIM_IDS, "Several are taken together (linked)."),
    Optional(
        "undercuts",
        Many(_CLAIM_IDS, least=1),
        "Doubts about this step as a whole, whichever of its premises they stand under; each a list of premises.",
        lambda step, _: tuple(undercut.premises for undercut in step.undercuts),
    ),
    Optional("at", _CUES, "Where in the source the step itself is made.", "cues"),
    Optional("notes", _TEXTS, "What the analyst notes about the step itself."),
)


def _sections(claim: Claim, corpus: Corpus) -> tuple[str, ...]:
    document = corpus.documents[claim.document]
    return tuple(document.sections[section].title for section in document.within(claim.section))


_CLAIM = Record[Claim, Corpus](
    "claim",
    "What is said, who says it, how firmly, and what stands for and against it.",
    Field("id", _CLAIM_ID),
    Field("document", _ID, "The document that says it."),
    Field("named", FLAG, "False for a premise to which the analyst gave no name."),
    Field("verb", Choice(Attitude), "What the author does with it.", "attitude"),
    Field("text", TEXT, "What it says."),
    Optional(
        "section", TEXT, "Title of the section under which it stands.", lambda *told: "".join(_sections(*told)[-1:])
    ),
    Optional(
        "within",
        _TEXTS,
        "Titles of the sections in which that one stands, the outermost first.",
        lambda *told: _sections(*told)[:-1],
    ),
    Optional("from", _IDS, "Who holds it: each of them.", "holders"),
    Optional(
        "via",
        Many(_IDS, least=1),
        "Who passes it on, the one next to the author first.",
        lambda claim, _: claim.voices[:-1],
    ),
    Optional("strength", AS_TEXT, "A word, or two joined by `..` for a range; left out where it is plainly stated."),
    Optional("answers", Many(_ANSWER, least=1), "The positions on issues that it takes or excludes."),
    Optional("at", _CUES, get="cues"),
    Optional("kind", Choice(Kind), "What sort of claim it is."),
    Optional("as-of", AS_TEXT, "A date, or two joined by `..`, of which one may be missing."),
    Optional("until", TEXT, "By when it will be known whether a prediction came true: a date."),
    Optional(
        "said", TEXT, "When it was said, where that is not the date of the document: a date, perhaps with a time."
    ),
    _CITES,
    _BY,
    _SURE,
    _NOTES,
    Optional("tags", _TEXTS, "Words by which the analyst sorts claims."),
    _WAS,
    Optional(
        "steps",
        Many(_STEP, least=1),
        "What stands for and against the attitude that the verb states. A comparison names one by its place, from 1.",
    ),
)


def _link_order(link: AnyLink) -> tuple[str, str, str, str, float]:
    return (link.source, link.relation.value, link.target, link.why, -1 if link.confidence is None else link.confidence)


def _by_id(records: Mapping[Any, object]) -> list[object]:
    return [record for _, record in sorted(records.items())]


_LISTS: tuple[Field[Corpus, Corpus], ...] = (
    Field("documents", Many(_DOCUMENT), "Sorted by id.", lambda corpus, _: _by_id(corpus.documents)),
    Field("issues", Many(_ISSUE), "Sorted by id.", lambda corpus, _: _by_id(corpus.issues)),
    Field("actors", Many(_ACTOR), "Sorted by id.", lambda corpus, _: _by_id(corpus.actors)),
    Field("terms", Many(_TERM), "Sorted by id.", lambda corpus, _: _by_id(corpus.terms)),
    Field("links", Many(_LINK), "Sorted by their ends.", lambda corpus, _: sorted(corpus.links, key=_link_order)),
    Optional(
        "unrelated",
        Many(_UNRELATED),
        "Likewise: what else `unrelated-to` keeps from being suggested again.",
        lambda corpus, _: sorted(corpus.unrelated, key=lambda link: (link.joined, *_link_order(link))),
    ),
    Field("claims", Many(_CLAIM), "Sorted by id.", lambda corpus, _: _by_id(corpus.claims)),
)


class CuePlace(NamedTuple):
    """Where a cue stands in a source: its line, and from which character to which."""

    line: int
    start: int
    end: int


class Placed(NamedTuple):
    """Where a claim stands in its argument file, in its source where that is at hand, and in a picture."""

    claim: Claim
    line: int | None
    cues: tuple[CuePlace, ...] = ()
    picture: str = ""
    step_cues: tuple[CuePlace, ...] = ()


def places_of(
    corpus: Corpus,
    texts: Mapping[str, SourceText],
    sources: Mapping[DocumentId, SourceText],
    pictures: Mapping[ClaimId, str],
) -> Iterator[Placed]:
    """Where each claim stands, sorted by id.

    Args:
        corpus: The records.
        texts: The argument files by name.
        sources: The source of each document that has one at hand.
        pictures: The file of the picture on which each claim has its card.
    """
    found = {document: CuePlaces(source) for document, source in sources.items()}
    for _, claim in sorted(corpus.claims.items()):
        file = texts.get(claim.origin.file)
        line = file.position(claim.origin.span.start).line if file is not None else None
        of_steps = (cue for step in claim.steps for cue in step.cues)
        places = found.get(claim.document)
        both = [tuple(_found(cues, places)) if places is not None else () for cues in (claim.cues, of_steps)]
        yield Placed(claim, line, both[0], pictures.get(claim.id, ""), both[1])


def _found(cues: Iterable[Cue], places: CuePlaces) -> Iterator[CuePlace]:
    for start, end in filter(None, (places.span(cue.words, cue.line, cue.page) for cue in cues)):
        yield CuePlace(places.source.position(start).line, start, end)


_CUE_PLACE = Inline[CuePlace, object](
    Field("line", ORDINAL, "The line of the source, from 1."),
    Field("start", COUNT, "The character of the source with which it begins, from 0."),
    Field("end", COUNT, "The character behind it."),
)
_PLACED = Record[Placed, object](
    "placed",
    "Where a claim stands.",
    Field("claim", _CLAIM_ID, "", "claim.id"),
    Field("file", TEXT, "The argument file, relative to the project, with forward slashes.", "claim.origin.file"),
    Optional("line", ORDINAL, "The line of that file, from 1."),
    Optional("picture", TEXT, "The file in which `argmap build` draws its card, relative to the project."),
    Optional("cues", Many(_CUE_PLACE), "Where its cues stand in the source, as far as they are found there."),
    Optional("step-cues", Many(_CUE_PLACE), "Where those of its steps stand there."),
)
PLACES: Field[Corpus, Corpus] = Optional(
    "places", Many(_PLACED), "With `--places`, sorted by claim; the cues with `--sources`.", lambda *_: ()
)

TITLE: Field[Corpus, Corpus] = Optional(
    "title", TEXT, "What the project is called, as its settings say.", lambda *_: None
)

CORPUS = Published(
    "argmap export json",
    "Corpus of argmap",
    Record[Corpus, Corpus](
        "",
        "What `argmap export json` prints: all records of a project. A key that would hold nothing is left out. "
        "(In format 1 a step had one `scheme`, a text; now it has `schemes`, a list.) "
        "Records are sorted by id (links by source, relation and target); premises, steps, positions, sections and "
        "everything else inside a record keeps the order in which it was written.",
        version("format", FORMAT),
        TITLE,
        *_LISTS,
        PLACES,
    ),
)


def corpus_json(corpus: Corpus, places: Iterable[Placed] = (), title: str = "") -> str:
    """The corpus as JSON, indented by two spaces, with a line end behind the last brace.

    Args:
        corpus: The records.
        places: Where each claim stands, where that is asked for.
        title: What the project is called; empty where it has no name.
    """
    return "".join(pieces(corpus, places, title))


def pieces(corpus: Corpus, places: Iterable[Placed] = (), title: str = "") -> Iterator[str]:
    """The same text in pieces, one record each, so that nobody needs to hold all of it."""
    yield f'{{\n  "format": {FORMAT}'
    if title:
        yield f',\n  "{TITLE.name}": {json_text(title)}'
    lists = [
        (field.name, field.items(corpus, corpus)) for field in _LISTS if not field.optional or field.get(corpus, corpus)
    ]
    placed = iter(places)
    first = next(placed, None)
    if first is not None:
        lists.append((PLACES.name, (_PLACED.write(one, corpus) for one in chain((first,), placed))))
    for name, records in lists:
        yield f',\n  "{name}": ['
        separator, end = "\n    ", ""
        for record in records:
            yield separator + json_text(record, "    ")
            separator, end = ",\n    ", "\n  "
        yield f"{end}]"
    yield "\n}\n"
