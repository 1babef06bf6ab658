"""Every change of one line in the five documents is reported as at most what it is.

Whatever is directly reported must be of a kind that an edit of such a line can be; what follows from it is not looked
at.  A line that then cannot be read makes the project partial, and is no reason for anything else to be lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import attrs
import pytest

from argmap.diff.differ import diff
from argmap.diff.rule import Rule
from argmap.diff.significance import judge
from argmap.language.words import Attitude
from argmap.project.corpus_loader import CorpusLoader, Loaded
from argmap.records.difference_json import difference_json
from argmap.report.difference.difference_page import oneline, terminal_page
from argmap.report.difference.difference_report import DiffReport
from argmap.report.terminal import terminal
from argmap.workspace.project_files import Input
from argmap.workspace.reader import FOLDER, Reading, decode, read_arguments

PROJECT = Path(__file__).parents[2]
SAMPLE = 8
"""So many edits of each sort are tried, spread over all of them: the same ones on every machine."""

VERBS = tuple(attitude.value for attitude in Attitude)
STEPS = ("because", "despite", "unless", "if", "only-if", "and", "undercut")
METADATA = ("at", "cites", "note", "tags", "kind", "publisher", "date", "language", "also", "#", "was", "speaks-for")

HEAD = re.compile(r"^(?P<pad> *)(?P<word>[a-z#-]+)(?P<rest>.*)$")
ID = re.compile(rf"^ *(?:[a-z-]+ )?(?:\([a-z-]+\) )?(?:(?:{'|'.join(VERBS)}) )?(?P<id>[a-z0-9-]+)(?=[ :(])")
STRENGTH = re.compile(
    r"\((?P<strength>certain|likely|very-likely|possible|unlikely|very-unlikely|should|must|could)\)(?=:)"
)
STRENGTHS = {"certain": "likely", "likely": "very-likely", "very-likely": "possible", "possible": "certain"}
STRENGTHS |= {
    "unlikely": "very-unlikely",
    "very-unlikely": "unlikely",
    "should": "must",
    "must": "could",
    "could": "should",
}
ANSWER = re.compile(r"^ *answers (?P<issue>[a-z0-9-]+): (?P<not>not )?(?P<position>[a-z0-9-]+)")

FIELDS = {
    "at": Rule.CUES_CHANGED,
    "cites": Rule.CITATIONS_CHANGED,
    "note": Rule.NOTES_CHANGED,
    "tags": Rule.TAGS_CHANGED,
    "kind": Rule.CLAIM_KIND_CHANGED,
    "short": Rule.SHORT_NAME_CHANGED,
    "topic": Rule.TOPIC_CHANGED,
    "silent": Rule.SILENCE_CHANGED,
    "changes": Rule.CHANGES_CHANGED,
    "exhaustive": Rule.EXHAUSTIVE_CHANGED,
    "until": Rule.HORIZON_CHANGED,
    "said": Rule.UTTERANCE_REDATED,
    "by": Rule.ENCODER_CHANGED,
    "sure": Rule.SURENESS_CHANGED,
    "publisher": Rule.PUBLISHER_CHANGED,
    "date": Rule.DOCUMENT_REDATED,
    "language": Rule.LANGUAGE_CHANGED,
    "also": Rule.ALIASES_CHANGED,
    "was": Rule.FORMER_IDS_CHANGED,
    "speaks-for": Rule.SPEAKS_FOR_CHANGED,
    "section": Rule.HEADINGS_CHANGED,
    "document": Rule.TITLE_CHANGED,
    "actor": Rule.ACTOR_NAME_CHANGED,
    "author": Rule.ACTOR_NAME_CHANGED,
}
REWORDED = {Rule.CLAIM_REWORDED, Rule.CLAIM_NEGATED}
STANCES = {
    Rule.STANCE_REVERSED,
    Rule.STANCE_RETRACTED,
    Rule.STANCE_ADOPTED,
    Rule.STANCE_SHIFTED,
    Rule.STANCE_SUSPENDED,
    Rule.STANCE_SETTLED,
    Rule.STANCE_QUALIFIED,
}
BETWEEN_HOLDERS = {
    Rule.CONFLICT_OPENED,
    Rule.CONFLICT_CLOSED,
    Rule.AGREEMENT_GAINED,
    Rule.AGREEMENT_LOST,
    Rule.CRUX_GAINED,
    Rule.CRUX_LOST,
    Rule.CRUX_SHIFTED,
    Rule.VERDICT_CHANGED,
}
"""Where another claim of the holder still shows the stance, but as another kind of claim, or of another time."""
STEPS_OUT = {
    "because": {Rule.SUPPORT_REMOVED},
    "despite": {Rule.OBJECTION_REMOVED},
    "objection": {Rule.OBJECTION_REMOVED},
    "undercut": {Rule.OBJECTION_REMOVED},
    "unless": {Rule.CONDITION_REMOVED},
    "if": {Rule.CONDITION_REMOVED},
    "only-if": {Rule.CONDITION_REMOVED},
    "and": {Rule.SUPPORT_REMOVED, Rule.OBJECTION_REMOVED, Rule.CONDITION_REMOVED},
}


@attrs.frozen
class Line:
    """One line of one document.

    Attributes:
        word: The word with which it begins.
        leaf: Whether nothing stands under it, goes on from it, or belongs to it.
    """

    file: str
    number: int
    text: str
    word: str
    leaf: bool


@attrs.frozen
class Edit:
    """What became of one line (None where it is gone), and what that may be called."""

    line: Line
    now: str | None
    allowed: frozenset[Rule]


def deleted(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    if not line.leaf:
        return
    if line.word in METADATA:
        yield None, field_changed(line)
    elif line.word in VERBS:
        yield None, {Rule.CLAIM_REMOVED}
    elif line.word in STEPS:
        yield None, STEPS_OUT[line.word]
    else:
        gone = {
            "answers": {Rule.STANCE_RETRACTED, Rule.STANCE_QUALIFIED, Rule.ANSWERS_CHANGED, *BETWEEN_HOLDERS},
            "as-of": {Rule.CLAIM_REDATED},
            "section": {Rule.CLAIM_MOVED, Rule.HEADINGS_CHANGED},
            "source": {Rule.SOURCE_CHANGED},
            "thesis": {Rule.THESIS_CHANGED},
            "term": {Rule.TERM_REMOVED},
            "actor": {Rule.ACTOR_REMOVED},
            "author": {Rule.AUTHORSHIP_CHANGED},
        }
        yield None, gone[line.word] if line.word in gone else field_changed(line)


BEARING = {"kind", "changes", "exhaustive", "until", "said", "date"}
"""Fields on which a verdict may rest."""


def field_changed(line: Line) -> set[Rule]:
    """What an edit of a line that is one field can be; of a comment nothing."""
    told = {FIELDS[line.word]} if line.word in FIELDS else set[Rule]()
    if line.word == "kind":
        told.add(Rule.ISSUE_KIND_CHANGED)
    return told | BETWEEN_HOLDERS if line.word in BEARING else told


def firmer_or_weaker(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    found = STRENGTH.search(line.text)
    if found:
        yield (
            f"{line.text[: found.start(1)]}{STRENGTHS[found[1]]}{line.text[found.end(1) :]}",
            {Rule.STANCE_QUALIFIED, Rule.STRENGTH_CHANGED},
        )


def another_verb(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    if line.word in VERBS:
        for verb in VERBS:
            if verb != line.word:
                # A holder that the verb needs, or cannot have, makes it an error.
                yield verb + line.text.removeprefix(line.word), STANCES | {Rule.ATTRIBUTION_CHANGED}


def turned_round(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    other = {"because": "despite", "despite": "because"}.get(line.word)
    if other:
        # What is conceded besides, or was no more than an explanation, turns to nothing.
        added = Rule.OBJECTION_ADDED if other == "despite" else Rule.SUPPORT_ADDED
        yield line.text.replace(line.word, other, 1), {Rule.SUPPORT_FLIPPED, added, *STEPS_OUT[line.word]}


def another_word(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    head, colon, said = line.text.partition(": ")
    if not colon or line.word in ("answers", "as-of", "thesis", "source", "at", "kind", "date", "also"):
        return
    words = said.split(" ")
    words[len(words) // 2] = "lanterns"
    allowed: set[Rule] = REWORDED
    if line.word in METADATA or line.word in ("section", "document", "actor", "author"):
        allowed = field_changed(line) | ({Rule.CLAIM_MOVED} if line.word == "section" else set())
    elif line.word == "term":
        allowed = {Rule.TERM_REDEFINED}
    yield f"{head}: {' '.join(words)}", allowed


def another_answer(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    found = ANSWER.match(line.text)
    if found:
        for position in positions()[found["issue"]]:
            if position != found["position"]:
                start, end = found.span("position")
                yield (
                    f"{line.text[:start]}{position}{line.text[end:]}",
                    STANCES | BETWEEN_HOLDERS | {Rule.ANSWERS_CHANGED},
                )


def another_date(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    if line.word in ("as-of", "date"):
        yield (
            f"{line.text.partition(':')[0]}: 1999",
            {Rule.CLAIM_REDATED if line.word == "as-of" else Rule.DOCUMENT_REDATED},
        )


def other_metadata(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    if line.word in ("kind", "at", "tags", "cites", "note", "publisher", "#"):
        said = {"kind": "kind: policy", "at": 'at: 1 "some other cue"', "#": "# Another remark."}
        pad = " " * (len(line.text) - len(line.text.lstrip()))
        yield pad + said.get(line.word, f"{line.word}: something else"), field_changed(line)


def id_of_another(line: Line) -> Iterator[tuple[str | None, set[Rule]]]:
    found = ID.match(line.text) if line.word in (*VERBS, *STEPS) and ": " in line.text else None
    other = next((one for one in ids()[line.file] if found and one != found["id"]), None)
    if found and other and found["id"] in ids()[line.file]:
        start, end = found.span("id")
        yield f"{line.text[:start]}{other}{line.text[end:]}", set(Rule)


EDITS: tuple[Callable[[Line], Iterator[tuple[str | None, set[Rule]]]], ...] = (
    deleted,
    firmer_or_weaker,
    another_verb,
    turned_round,
    another_word,
    another_answer,
    another_date,
    other_metadata,
    id_of_another,
)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_one_line_is_reported_as_at_most_what_it_is(
    edit: Callable[[Line], Iterator[tuple[str | None, set[Rule]]]],
) -> None:
    edits = [Edit(line, now, frozenset(allowed)) for line in lines() for now, allowed in edit(line)]
    assert edits
    for one in edits[:: max(1, len(edits) // SAMPLE)]:
        told = told_of(one)
        direct = {judged.change.rule for judged in told.judged if judged.change.direct}
        assert told.partial or direct <= one.allowed, (one, direct)
        assert told.partial or edit is not id_of_another
        assert terminal(terminal_page(told)) and difference_json(told)
        assert len(oneline(told).splitlines()) == len(told.judged)


def told_of(edit: Edit) -> DiffReport:
    readings = tuple(
        edited(reading, edit) if reading.source.name == edit.line.file else reading for reading in project()
    )
    old, new = base(), READER.load(Input(project=None, readings=readings))
    difference = diff(old.corpus, new.corpus)
    return DiffReport(
        difference=difference,
        judged=tuple(judge(difference.changes)),
        partial=tuple(sorted({error.place.file for error in new.errors})),
        old_texts=old.texts,
        new_texts=new.texts,
    )


def edited(reading: Reading, edit: Edit) -> Reading:
    written = reading.source.text.split("\n")
    written[edit.line.number : edit.line.number + 1] = [] if edit.now is None else [edit.now]
    return decode(reading.source.name, "\n".join(written).encode())


READER = CorpusLoader()


@cache
def project() -> tuple[Reading, ...]:
    return read_arguments(PROJECT)


@cache
def base() -> Loaded:
    return READER.load(Input(project=None, readings=project()))


@cache
def positions() -> dict[str, tuple[str, ...]]:
    return {issue.id: tuple(one.id for one in issue.positions) for issue in base().corpus.issues.values()}


@cache
def ids() -> dict[str, tuple[str, ...]]:
    """The names of the claims of each document, by file."""
    corpus = base().corpus
    return {
        document.file: tuple(claim.name for claim in corpus.claims_of(document.id) if claim.named)
        for document in corpus.documents.values()
    }


@cache
def lines() -> tuple[Line, ...]:
    """All that say something, of the five documents; continued lines are left out."""
    return tuple(line for reading in project() if reading.source.name.count("/") == 1 for line in lines_of(reading))


def lines_of(reading: Reading) -> Iterator[Line]:
    written = reading.source.text.split("\n")
    assert reading.source.name.startswith(f"{FOLDER}/")
    for number, line in enumerate(written):
        found = HEAD.match(line)
        if found:
            pad = len(found["pad"])
            below = next((other for other in written[number + 1 :] if other.strip()), "")
            under = len(below) - len(below.lstrip())
            # The first of linked premises goes with what is linked to it.
            goes_on = under > pad or (under == pad and below.strip().startswith(("and ", "and:", "undercut")))
            yield Line(reading.source.name, number, line, found["word"], leaf=not goes_on)
