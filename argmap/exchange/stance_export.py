"""Records -> stance tables: a row for each answer of each holder, or a row a question and a column a holder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.compare.stance import Acceptance
from argmap.exchange.exported_stances import AUTHOR, BETWEEN, QUOTING, REPORTED, SHOWN, strength_cell
from argmap.exchange.formats import Exporting
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.sheets import delimited
from argmap.exchange.workbook_writing import write_ods, write_xlsx
from argmap.judge.assertion import Assertion, answers
from argmap.judge.holder import Holder, label_of, name_of
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import DocumentId
from argmap.source.loosened import plain

LONG = tuple(
    (
        "holder|holder id|voice|document|title|author|author id|document date|date|publisher|source|language|"
        "document by|claim id|verb|from|claim|claim strength|strength|issue|question|position|answer|negated|"
        "acceptance|kind|as of|until|said|line|cue|by|sure|argument file|argument line"
    ).split("|")
)
"""The heads of the long form."""
ISSUES = ("issue", "question", "topic", "kind", "position", "answer", "order", "exhaustive")
"""The heads of the sheet of questions, which workbooks have beside."""
_OPTIONS = {"form": ("csv", "tsv", "xlsx", "ods"), "layout": ("long", "wide")}
_DOUBTS = "doubted"


def written_table(exporting: Exporting) -> Mapping[str, bytes]:
    """The table in the form that is asked for, ``form=csv`` by default, ``layout=long`` likewise."""
    rows = list(_rows(exporting))
    layout = exporting.options.get("layout", "long")
    for name, value in exporting.options.items():
        if value not in _OPTIONS.get(name, ()):
            exporting.loss.dropped("option", f"a stance table is not written with `{name}={value}`")
    if layout == "wide":
        stances = _wide(rows, exporting)
    else:
        stances = [list(LONG), *([plain(row[head]) for head in LONG] for row in rows)]
        exporting.loss.kept("answer", count=len(rows))
    _count_left_out(exporting, rows, layout)
    form = exporting.options.get("form", "csv")
    if form in ("xlsx", "ods"):
        tables = {"stances": stances, "issues": [list(ISSUES), *_issues(exporting.corpus)]}
        return {"": write_xlsx(tables) if form == "xlsx" else write_ods(tables)}
    return {"": delimited(stances, "\t" if form == "tsv" else ",").encode()}


def _rows(exporting: Exporting) -> Iterator[dict[str, str]]:
    """A row for each answer of each holder, by document and in the order of its file."""
    corpus = exporting.corpus
    for document in sorted(corpus.documents):
        for claim in corpus.claims_of(document):
            found = list(answers(claim, corpus.issues, corpus.documents[document].date))
            for holder, answer, assertion in found:
                yield _row(exporting, claim, holder, answer, assertion)
            if claim.answers and not found:
                exporting.loss.dropped(
                    "answer", "nobody is committed to it", _place(claim, exporting), len(claim.answers)
                )


def _row(exporting: Exporting, claim: Claim, holder: Holder, answer: Answer, assertion: Assertion) -> dict[str, str]:
    corpus = exporting.corpus
    document, issue = corpus.documents[claim.document], corpus.issues[answer.issue]
    authors = [_name(name_of(author, document.id, corpus)) for author in document.authors]
    position = next((one.text for one in issue.positions if one.id == answer.position), "")
    acceptance = _DOUBTS if assertion.doubted else Acceptance.of(assertion.force.direction).value
    strength = answer.strength
    if strength is None and answer.holder is None:
        strength = claim.strength
    place = _place(claim, exporting)
    return {
        "holder": BETWEEN.join(authors) if holder.actor is None else _name(name_of(holder.actor, document.id, corpus)),
        "holder id": BETWEEN.join(document.authors) if holder.actor is None else holder.actor,
        "voice": SHOWN if answer.holder is not None else AUTHOR if holder.actor is None else REPORTED,
        "document": document.id,
        "title": document.title,
        "author": BETWEEN.join(authors),
        "author id": BETWEEN.join(document.authors),
        "document date": document.date,
        "date": claim.said or document.date,
        "publisher": document.publisher,
        "source": document.source,
        "language": document.language,
        "document by": document.by,
        "claim id": claim.name,
        "verb": claim.attitude.value,
        "from": QUOTING.join(
            BETWEEN.join(_name(name_of(actor, document.id, corpus)) for actor in group) for group in claim.voices
        ),
        "claim": claim.text,
        "claim strength": strength_cell(claim.strength),
        "strength": strength_cell(strength),
        "issue": issue.id,
        "question": issue.question,
        "position": answer.position,
        "answer": position,
        "negated": "yes" if answer.negated else "no",
        "acceptance": acceptance,
        "kind": claim.kind.value if claim.kind else "",
        "as of": str(claim.as_of) if claim.as_of else "",
        "until": claim.until,
        "said": claim.said,
        "line": BETWEEN.join(str(cue.line or "") for cue in claim.cues),
        "cue": " | ".join(cue.words for cue in claim.cues),
        "by": claim.by,
        "sure": f"{claim.sure:g}" if claim.sure is not None else "",
        "argument file": claim.origin.file,
        "argument line": place.where.removeprefix("line "),
    }


def _name(name: str) -> str:
    return name.replace(";", ",")


def _place(claim: Claim, exporting: Exporting) -> ForeignPlace:
    text = exporting.texts.get(claim.origin.file)
    line = text.position(claim.origin.span.start).line if text is not None else None
    return ForeignPlace(claim.origin.file, f"line {line}" if line is not None else "")


def _wide(rows: list[dict[str, str]], exporting: Exporting) -> list[list[str]]:
    """A row a question, a column a holder; in the cells ids of positions."""
    columns: dict[tuple[str, str], None] = {}
    cells: dict[str, dict[tuple[str, str], list[str]]] = {}
    for row in rows:
        holder = (row["document"], "" if row["voice"] == AUTHOR else row["holder id"])
        rejects = row["acceptance"] in (Acceptance.REJECTED.value, _DOUBTS)
        if row["acceptance"] == Acceptance.OPEN.value and row["position"] != "open":
            exporting.loss.dropped("answer", "it leaves the question open by an even chance", None)
            continue
        bracket = f" ({row['strength']})" if row["strength"] else ""
        told = f"{'not ' if rejects else ''}{row['position']}{bracket}"
        columns.setdefault(holder)
        said = cells.setdefault(row["issue"], {}).setdefault(holder, [])
        if told not in said:
            said.append(told)
        exporting.loss.changed("answer", "a cell of the wide form holds the position alone, without its claim", None)
    labels = {holder: _label(*holder, exporting.corpus) for holder in columns}
    shared = [name for name in labels.values() if list(labels.values()).count(name) > 1] if len(labels) < 2_000 else []
    heads = [f"{name} ({holder[0]})" if name in shared else name for holder, name in labels.items()]
    questions = (issue for issue in sorted(exporting.corpus.issues) if issue in cells)
    return [
        ["issue", "question", *heads],
        *(
            [issue, exporting.corpus.issues[issue].question, *("; ".join(cells[issue].get(one, ())) for one in columns)]
            for issue in questions
        ),
    ]


def _label(document: str, actor: str, corpus: Corpus) -> str:
    holder = Holder.of(f"{document}/{actor}") if actor else Holder(DocumentId(document))
    return BETWEEN.join(map(_name, label_of(holder, corpus).names))


def _issues(corpus: Corpus) -> Iterator[list[str]]:
    for key in sorted(corpus.issues):
        issue = corpus.issues[key]
        head = [issue.id, issue.question, issue.topic, issue.kind.value if issue.kind else ""]
        everything = frozenset(position.id for position in issue.positions)
        exhaustive = "yes" if everything and everything in issue.exhaustive else ""
        for position in issue.positions:
            rank = issue.rank(position.id)
            yield [*head, position.id, position.text, "" if rank is None else str(rank + 1), exhaustive]
        if not issue.positions:
            yield [*head, "", "", "", ""]


def _count_left_out(exporting: Exporting, rows: list[dict[str, str]], layout: str) -> None:
    corpus, loss = exporting.corpus, exporting.loss
    told = {(row["document"], row["claim id"]) for row in rows}
    for claim in corpus.claims.values():
        if not claim.answers:
            loss.dropped(
                "claim", "it answers no question, and a stance table has no place for it", _place(claim, exporting)
            )
        elif (claim.document, claim.name) in told:
            _count_fields(claim, loss, _place(claim, exporting))
    loss.dropped("link", "a stance table has no links", None, len(corpus.links))
    count_records(corpus, loss, "a stance table has no place for it")
    spare = {"compatible": 0, "changes": 0}
    for issue in corpus.issues.values():
        everything = frozenset(position.id for position in issue.positions)
        spare["compatible"] += len(issue.compatible) + sum(group != everything for group in issue.exhaustive)
        spare["changes"] += issue.changes is not None
    loss.dropped("group of positions", "a sheet of questions has no place for it", None, spare["compatible"])
    loss.dropped("`changes`", "a sheet of questions has no place for it", None, spare["changes"])
    if exporting.options.get("form", "csv") in ("csv", "tsv") or layout == "wide":
        taken = {(row["issue"], row["position"]) for row in rows}
        untaken = sum(
            (issue.id, position.id) not in taken for issue in corpus.issues.values() for position in issue.positions
        )
        if exporting.options.get("form", "csv") in ("csv", "tsv"):
            why = "nobody takes it; `--set form=xlsx` or `form=ods` has a sheet of all questions"
            loss.dropped("position", why, None, untaken)
            scales = sum(bool(issue.order) or bool(issue.exhaustive) for issue in corpus.issues.values())
            loss.dropped(
                "order of positions", "`--set form=xlsx` or `form=ods` has a sheet of all questions", None, scales
            )


def count_records(corpus: Corpus, loss: LossReport, why: str) -> None:
    """Count what is said of documents, issues and actors that formats of stances and of places do not hold."""
    documents, issues, actors = corpus.documents.values(), corpus.issues.values(), corpus.actors.values()
    loss.dropped("term", why, None, len(corpus.terms))
    loss.dropped("section", why, None, sum(len(document.sections) for document in documents))
    loss.dropped("thesis", why, None, sum(document.thesis_is_declared for document in documents))
    loss.dropped("`silent`", why, None, sum(len(document.silent) for document in documents))
    loss.dropped("other name", why, None, sum(len(actor.also) for actor in actors))
    loss.dropped("`speaks-for`", why, None, sum(actor.speaks_for is not None for actor in actors))
    positions = [position for issue in issues for position in issue.positions]
    notes = sum(len(one.notes) for those in (documents, issues, actors, positions) for one in those)
    shorts = sum(bool(one.short) for those in (documents, issues, actors, positions) for one in those)
    loss.dropped("note", why, None, notes)
    loss.dropped("short name", why, None, shorts)


def _count_fields(claim: Claim, loss: LossReport, place: ForeignPlace) -> None:
    loss.dropped("step", "a stance table has no steps", place, len(claim.steps))
    loss.dropped("note", "a stance table has no place for it", place, len(claim.notes))
    loss.dropped("`cites`", "a stance table has no place for it", place, len(claim.cites))
    loss.dropped("tag", "a stance table has no place for it", place, len(claim.tags))
