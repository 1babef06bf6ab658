"""Records -> Parquet tables, which DuckDB, pandas, R and Spark read: claims, steps, links, stances and alignments.

A table is written a group of rows at a time, so that memory holds one group of values beside the packed bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.exchange.formats import MissingExtraError
from argmap.model.corpus import Corpus
from argmap.source.text import SourceText

if TYPE_CHECKING:
    import pyarrow

    from argmap.compare.alignment import Alignment
    from argmap.compare.stance import Stance
    from argmap.exchange.formats import Exporting
    from argmap.model.claim import Claim
    from argmap.model.inference import Step

_GROUP = 10_000
"""Rows that are written at once."""
_MANY = 200
"""Authors of whom alignments are written unasked: of more, the pairs are too many to judge in a few seconds."""
TEXT, TEXTS, NUMBER, SHARE, FLAG = "text", "texts", "number", "share", "flag"
ALIGNMENTS = {"authors": "of authors", "all": "of all holders", "none": ""}
"""Whose alignments the option of this name asks for."""


class Column(NamedTuple):
    """A column: its name, what it holds, and what gives it for a row; None and an empty text become null."""

    name: str
    kind: str
    get: Callable[[Any], object]


class Premise(NamedTuple):
    """A row of the table of steps: a premise, and the step in which it stands, counted from 1 within its claim."""

    claim: Claim
    number: int
    step: Step
    premise: str
    undercut: int | None


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """The tables as files.

    Raises:
        MissingExtraError: There is no pyarrow.
    """
    corpus, loss = exporting.corpus, exporting.loss
    asked = exporting.options.get("alignments", "authors")
    if asked not in ALIGNMENTS:
        loss.changed("option", f"`alignments` is one of {', '.join(ALIGNMENTS)}: it is taken for `authors`")
        asked = "authors"
    count = len(exporting.comparison.authors)
    if "alignments" not in exporting.options and count > _MANY:
        why = f"with more than {_MANY} authors, alignments are written where `--set alignments=authors` asks for them"
        loss.dropped("pair of authors", why, count=count * (count - 1) // 2)
        asked = "none"
    profiles = (profile for holders in exporting.comparison.stances.by_issue.values() for profile in holders.values())
    holders = exporting.comparison.authors if asked == "authors" else None
    links = sorted(corpus.links, key=lambda link: (link.source, link.relation, link.target))
    tables: dict[str, tuple[str, tuple[Column, ...], Iterable[object]]] = {
        "claims": ("claim", claim_columns(corpus, exporting.texts), (one for _, one in sorted(corpus.claims.items()))),
        "steps": ("premise", _STEPS, chain.from_iterable(_premises(one) for _, one in sorted(corpus.claims.items()))),
        "links": ("link", _LINKS, links),
        "stances": (
            "stance",
            stance_columns(corpus),
            ((profile.standing, stance) for profile in profiles for stance in profile.stances),
        ),
        "alignments": (
            "alignment",
            _ALIGNMENTS,
            () if asked == "none" else exporting.comparison.alignments(holders),
        ),
    }
    files = {}
    for name, (noun, columns, rows) in tables.items():
        files[f"{name}.parquet"], count = table(columns, rows)
        loss.kept(noun, count=count)
    _count_left_out(exporting)
    return files


def _count_left_out(exporting: Exporting) -> None:
    corpus, loss = exporting.corpus, exporting.loss
    why = "no table holds it"
    loss.dropped("term", why, count=len(corpus.terms))
    loss.dropped("note", why, count=_notes(corpus))
    answered = exporting.comparison.stances.by_issue
    loss.dropped("question", "nobody takes a stance on it", count=len(corpus.issues.keys() - answered.keys()))
    named = {author for document in corpus.documents.values() for author in document.authors}
    unspoken = [key for key in corpus.actors if key.rpartition(".")[2] not in named]
    loss.changed("actor", "only the id is in the tables", count=len(unspoken))


def _notes(corpus: Corpus) -> int:
    """Notes on anything but claims, whose table has them."""
    records = (corpus.documents, corpus.issues, corpus.actors)
    notes = sum(len(record.notes) for kind in records for record in kind.values())
    notes += sum(len(section.notes) for document in corpus.documents.values() for section in document.sections)
    notes += sum(len(position.notes) for issue in corpus.issues.values() for position in issue.positions)
    return notes + sum(len(link.notes) for link in corpus.links)


def table(columns: tuple[Column, ...], rows: Iterable[object]) -> tuple[bytes, int]:
    """Rows as a Parquet file, and how many there are.

    Raises:
        MissingExtraError: There is no pyarrow.
    """
    try:
        import pyarrow
        from pyarrow.parquet import ParquetWriter
    except ImportError:
        raise MissingExtraError("parquet", "parquet") from None
    kinds = {
        TEXT: pyarrow.string(),
        TEXTS: pyarrow.list_(pyarrow.string()),
        NUMBER: pyarrow.int64(),
        SHARE: pyarrow.float64(),
        FLAG: pyarrow.bool_(),
    }
    schema = pyarrow.schema([(column.name, kinds[column.kind]) for column in columns])
    remaining, count = iter(rows), 0
    with pyarrow.BufferOutputStream() as packed:
        with ParquetWriter(packed, schema, compression="zstd") as writer:
            while group := list(islice(remaining, _GROUP)):
                writer.write_batch(_batch(columns, group, schema))
                count += len(group)
        return packed.getvalue().to_pybytes(), count


def _batch(columns: tuple[Column, ...], rows: list[object], schema: pyarrow.Schema) -> pyarrow.RecordBatch:
    import pyarrow

    arrays = []
    for column, field in zip(columns, schema, strict=True):
        get = column.get
        values = [get(row) or None for row in rows] if column.kind == TEXT else [get(row) for row in rows]
        arrays.append(pyarrow.array(values, type=field.type))
    return pyarrow.record_batch(arrays, schema=schema)


# --- What the tables hold


def claim_columns(corpus: Corpus, texts: Mapping[str, SourceText]) -> tuple[Column, ...]:
    """A row is a claim."""
    documents = corpus.documents

    def line(claim: Claim) -> int | None:
        file = texts.get(claim.origin.file)
        return None if file is None else file.position(claim.origin.span.start).line

    return (
        Column("id", TEXT, lambda claim: claim.id),
        Column("document", TEXT, lambda claim: claim.document),
        Column("authors", TEXTS, lambda claim: documents[claim.document].authors),
        Column("date", TEXT, lambda claim: documents[claim.document].date),
        Column("title", TEXT, lambda claim: documents[claim.document].title),
        Column("section", TEXT, lambda claim: documents[claim.document].heading(claim.section)),
        Column("is_named", FLAG, lambda claim: claim.named),
        Column("is_thesis", FLAG, lambda claim: documents[claim.document].thesis == claim.id),
        Column("verb", TEXT, lambda claim: claim.attitude.value),
        Column("voices", TEXTS, lambda claim: [", ".join(group) for group in claim.voices]),
        Column("strength", TEXT, lambda claim: str(claim.strength or "")),
        Column("text", TEXT, lambda claim: claim.text),
        Column("kind", TEXT, lambda claim: claim.kind and claim.kind.value),
        Column("as_of_start", TEXT, lambda claim: claim.as_of and claim.as_of.start),
        Column("as_of_end", TEXT, lambda claim: claim.as_of and claim.as_of.end),
        Column("until", TEXT, lambda claim: claim.until),
        Column("said", TEXT, lambda claim: claim.said),
        Column("answers", TEXTS, lambda claim: [str(answer) for answer in claim.answers]),
        Column("cues", TEXTS, lambda claim: [str(cue) for cue in claim.cues]),
        Column("cites", TEXTS, lambda claim: claim.cites),
        Column("tags", TEXTS, lambda claim: claim.tags),
        Column("notes", TEXTS, lambda claim: claim.notes),
        Column("by", TEXT, lambda claim: claim.by or documents[claim.document].by),
        Column("sure", SHARE, lambda claim: claim.sure),
        Column("file", TEXT, lambda claim: claim.origin.file),
        Column("line", NUMBER, line),
    )


def _premises(claim: Claim) -> Iterator[Premise]:
    for number, step in enumerate(claim.steps, 1):
        for premise in step.premises:
            yield Premise(claim, number, step, premise, None)
        for doubt, undercut in enumerate(step.undercuts, 1):
            for premise in undercut.premises:
                yield Premise(claim, number, step, premise, doubt)


_STEPS = (
    Column("conclusion", TEXT, lambda row: row.claim.id),
    Column("step", NUMBER, lambda row: row.number),
    Column("role", TEXT, lambda row: row.step.role.value if row.undercut is None else "undercut"),
    Column("undercut", NUMBER, lambda row: row.undercut),
    Column("premise", TEXT, lambda row: row.premise),
    Column("schemes", TEXTS, lambda row: row.step.schemes),
    Column("cues", TEXTS, lambda row: [str(cue) for cue in row.step.cues]),
    Column("notes", TEXTS, lambda row: row.step.notes),
)
"""A row is a premise; those with one conclusion and one number of a step, and of a doubt about it, are linked."""

_LINKS = (
    Column("source", TEXT, lambda link: link.source),
    Column("relation", TEXT, lambda link: link.relation.value),
    Column("target", TEXT, lambda link: link.target),
    Column("between_positions", FLAG, lambda link: link.between_positions),
    Column("confidence", SHARE, lambda link: link.confidence),
    Column("why", TEXT, lambda link: link.why),
    Column("by", TEXT, lambda link: link.by),
)
"""A row is a declared link."""


def stance_columns(corpus: Corpus) -> tuple[Column, ...]:
    """A row is what one holder does with one position, and what the holder does with the issue as a whole."""
    documents, issues = corpus.documents, corpus.issues
    answers = {(one.id, position.id): position.text for one in issues.values() for position in one.positions}

    def period(row: tuple[object, Stance], end: str) -> str:
        found = row[1].period
        return "" if found is None else getattr(found, end)

    return (
        Column("holder", TEXT, lambda row: row[1].holder.id),
        Column("document", TEXT, lambda row: row[1].holder.document),
        Column("actor", TEXT, lambda row: row[1].holder.actor),
        Column("authors", TEXTS, lambda row: documents[row[1].holder.document].authors),
        Column("date", TEXT, lambda row: documents[row[1].holder.document].date),
        Column("issue", TEXT, lambda row: row[1].issue),
        Column("question", TEXT, lambda row: issues[row[1].issue].question),
        Column("topic", TEXT, lambda row: issues[row[1].issue].topic),
        Column("standing", TEXT, lambda row: row[0].value),
        Column("position", TEXT, lambda row: row[1].position),
        Column("answer", TEXT, lambda row: answers.get((row[1].issue, row[1].position))),
        Column("acceptance", TEXT, lambda row: row[1].acceptance.value),
        Column("strength", TEXT, lambda row: str(row[1].strength or "")),
        Column("ascribed", TEXT, lambda row: str(row[1].ascribed or "")),
        Column("is_implied", FLAG, lambda row: row[1].implied),
        Column("is_conceded", FLAG, lambda row: row[1].conceded),
        Column("is_doubted", FLAG, lambda row: row[1].doubted),
        Column("is_unsaid", FLAG, lambda row: row[1].unsaid),
        Column("conditions", TEXTS, lambda row: row[1].conditions),
        Column("regards", TEXTS, lambda row: row[1].regards),
        Column("claims", TEXTS, lambda row: row[1].claims),
        Column("period_start", TEXT, lambda row: period(row, "start")),
        Column("period_end", TEXT, lambda row: period(row, "end")),
    )


def _end(alignment: Alignment, name: str) -> object:
    return alignment.link and getattr(alignment.link, name)


_ALIGNMENTS = (
    Column("one", TEXT, lambda found: found.one.holder.id),
    Column("other", TEXT, lambda found: found.other.holder.id),
    Column("issue", TEXT, lambda found: found.issue),
    Column("link_source", TEXT, lambda found: _end(found, "source")),
    Column("link_relation", TEXT, lambda found: found.link and found.link.relation.value),
    Column("link_target", TEXT, lambda found: _end(found, "target")),
    Column("verdict", TEXT, lambda found: found.verdict.value),
    Column("reason", TEXT, lambda found: found.reason and found.reason.value),
    Column("qualifications", TEXTS, lambda found: found.qualifications),
    Column("is_disagreement", FLAG, lambda found: found.is_disagreement),
    Column("is_implied", FLAG, lambda found: found.implied),
    Column("is_whole", FLAG, lambda found: found.is_whole),
    Column("distance", NUMBER, lambda found: found.distance),
    Column("scale", NUMBER, lambda found: found.scale),
    Column("newer", TEXT, lambda found: found.newer and found.newer.id),
    Column("one_claims", TEXTS, lambda found: found.one.claims),
    Column("other_claims", TEXTS, lambda found: found.other.claims),
)
"""A row is how two holders stand to each other on an issue, or over a link."""
