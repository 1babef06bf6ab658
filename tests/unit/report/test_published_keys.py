"""What is written has exactly the keys of its table, and each key of a table is written where there is reason to."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from harbour import EDITS, GUESS, REVIEW, told
from jsonschema import Draft202012Validator
from shapes import SHAPES
from town import LATER, LINKS, ONE, SHARED, TWO, Town, read

from argmap.api.comparing import Form, Question, compare, report
from argmap.check.links_left_out import links_left_out
from argmap.compare import agreement, forecasts
from argmap.diff.change_subject import Kind as Sort
from argmap.diff.change_subject import Subject
from argmap.judge import holders
from argmap.language.parser import Parser
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId
from argmap.records import authors_json, comparison_json
from argmap.records.comparison_json import COMPARISON
from argmap.records.corpus_json import CORPUS, corpus_json, places_of
from argmap.records.difference_json import DIFFERENCE, difference_json
from argmap.records.fields import Kind, Many, OneOf, OrNull, Published, Record
from argmap.records.history_json import HISTORY, history_json
from argmap.records.schema import schema
from argmap.report.comparison import comparison_report
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.history import Episode
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

STORIES = Path(__file__).parents[2] / "corpus"
BESIDES = {
    "shared": """issue ban: Should the old town be closed to cars?
  position yes: Yes, all of it
  position partly: Some streets
  position no: No
  order: yes > partly > no
issue pay: Who pays?
  position town: The town
  position state: The state
issue grown: Has it grown?
  position yes: It has
  position no: It has not
issue quiet: Is the town quiet?
  position yes: It is
  position no: It is not
actor shops: The shopkeepers
  speaks-for: guild
actor guild: The guild
actor author-b: Author B
link early.calm same-as two.calm
link early.calm unrelated-to grown (0.9): No size.
  by: Somebody
  note: Looked at twice.
link early.calm contradicts three.loud
link two.calm contradicts three.shop
link four.pays same-as early.state
link early.theirs contradicts two.leave
link three.loud same-as early.hum
link pay.town entails ban.yes
link early.close in-tension-with two.quiet
link early.calm in-tension-with two.leave
""",
    "early": """document early: Early
  author author-a: Author A
  date: 2019
claims close (must): Close it.
  answers ban: yes
  because calm: It is calm.
    because peace: There is peace.
  because still: It is still calm.
    because calm
implies pay: The town pays.
  answers pay: town
claims guilds (likely): The guild would have the state pay.
  answers pay: state from guild
reports theirs from author-b (likely): It stays open.
  answers ban: no
reports small from author-b: It had not grown.
  answers grown: no
  kind: fact
  as-of: 1990
endorses state from shops (likely): The state pays.
  answers pay: state
reports hum from shops: The town hums.
""",
    "two": """document two: Two
  author author-b
  date: 2020
claims leave: Leave it open.
  answers ban: no
  because calm: It is calm.
    because deep: It is deep.
claims grown: It has grown.
  answers grown: yes
  kind: fact
  as-of: 2018
doubts pays: The town pays.
  answers pay: town
claims quiet (must): It is quiet.
  answers quiet: yes
""",
    "three": """document three: Three
  author author-c: Author C
  date: 2021
  silent: grown
claims some (possible): Close some.
  answers ban: partly
claims loud: It is loud.
reports shop from shops (likely): The town pays.
  answers pay: town
claims silent: It is quiet.
  answers quiet: yes
""",
    "four": """document four: Four
  author author-a
  date: 2022
claims pays: The state pays.
  answers pay: state
claims quiet: It is quiet.
  answers quiet: yes
""",
}
"""A comparison with what the stories leave out."""
YES_OR_NO = "  position yes: Yes\n  position no: No\n"
VERDICTS = {
    "shared": f"""issue will: Will it?
{YES_OR_NO}issue sure: Is it sure?
{YES_OR_NO}issue granted: Is it granted?
{YES_OR_NO}actor author-a: Author A
actor press: The press
link one.first contradicts two.second
""",
    "one": """document one: One
  author author-a
  date: 2019
claims will: It will.
  answers will: yes
  if wind: The wind turns.
claims again (very-likely): It will, so often as asked.
  answers will: yes
  if wind
denies sure (certain): It is sure.
  answers sure: yes
claims often (very-likely): It is not sure, so often as asked.
  answers sure: no
claims main: It is so.
  answers granted: yes
  despite though: It is not quite so.
    answers granted: no
claims first: First.
""",
    "two": """document two: Two
  author author-b: Author B
  date: 2020
claims wont: It will not.
  answers will: no
claims wont-either (very-likely): It will not, so often as asked.
  answers will: no
claims sure: It is not sure.
  answers sure: no
claims unsure (very-likely): It is not sure, so often as asked.
  answers sure: no
claims granted: It is so.
  answers granted: yes
reports theirs from author-a: It will not.
  answers will: no
reports theirs-too from author-a (likely): It will not, so often as asked.
  answers will: no
reports second from author-a: Second.
claims press (likely): The press has it that it will not be sure.
  answers sure: no from press
claims press-too (likely): The press has it that it will not be sure, so often as asked.
  answers sure: no from press (possible)
reports hope from press: It will.
  answers will: yes
  if wind: The wind turns.
reports hope-too from press (certain): It will, so often as asked.
  answers will: yes
  if two.wind
""",
}
"""A comparison with what decides for verdicts, and more answers than are compared."""
RESTING = {
    "shared": f"""issue will: Will it?
{YES_OR_NO}issue may: May it?
{YES_OR_NO}issue size: Has it grown?
{YES_OR_NO}link one.wind same-as two.calm
""",
    "one": """document one: One
  author author-a: Author A
claims will: It will.
  answers will: yes
  because grown: It has grown.
    answers size: yes
    kind: fact
    at: p. 2 "it grows now"
    as-of: 2018
claims may: It may.
  answers may: yes
  if wind: The wind turns.
""",
    "two": """document two: Two
  author author-b: Author B
claims wont: It will not.
  answers will: no
claims may-not: It may not.
  answers may: no
denies calm: The wind turns.
claims shrunk: It has not grown.
  answers size: no
  kind: fact
  as-of: 2020
""",
}
"""A comparison with a condition that is rejected, and with what rests on a fact that a later one replaced."""
FORETOLD = {
    "shared": f"""issue will: Will it?
{YES_OR_NO}issue size: Has it grown?
{YES_OR_NO}issue sure: Is it so?
{YES_OR_NO}issue lone: Is it so at all?
{YES_OR_NO}issue heard: What do they say?
{YES_OR_NO}actor author-a: Author A
actor press: The press
actor crowd: The crowd
link early.first contradicts late.second
link early.first same-as late.second
""",
    "early": """document early: Early
  author author-a
  date: 2019
claims will (likely): It will.
  answers will: yes
  kind: prediction
  until: 2020
claims other: It will, as before.
  answers will: yes
  kind: prediction
claims size: It has grown.
  answers size: yes
  kind: fact
  as-of: 2018
claims sure (certain): It is so.
  answers sure: yes
claims surely (possible): It is so, they say.
  answers sure: yes
claims first: First.
claims lone: It is so.
  answers lone: yes
  if pour
denies pour: It pours.
reports heard from press: Yes.
  answers heard: yes
reports shout from crowd: No.
  answers heard: no
""",
    "late": """document late: Late
  author author-a
  date: 2022
claims wont: It did not.
  answers will: no
  kind: fact
  as-of: 2021
claims twice: It did not, in another year.
  answers will: no
  kind: fact
  as-of: 2022
claims size: It has not grown.
  answers size: no
  kind: fact
  as-of: 2021
claims sure (possible): It is so.
  answers sure: yes
claims second: Second.
claims lone: It is not so.
  answers lone: no
reports heard from press: No.
  answers heard: no
""",
}
"""Forecasts and facts, one author's two texts, and voices alone."""
QUESTIONS = [None, Question(one="shops", other="two"), Question(one="two", other="early")]
IMPOSSIBLE = {
    *(f"borrowed-voice.{key}" for key in ("distance", "scale", "newer", "reason")),
    "opposed-voice.newer",
}
"""Keys of alignments that an agreement, or a conflict, never has."""


def declared(kind: Kind, path: str = "", known: frozenset[str] = frozenset()) -> Iterator[str]:
    """Every key of a document, as the way to it; a kind with a name starts a way of its own."""
    path = kind.name or path
    if kind.name in known:
        return
    known |= {kind.name} - {""}
    match kind:
        case OrNull():
            yield from declared(kind.kind, path, known)
        case Many():
            yield from declared(kind.item, path, known)
        case OneOf():
            for record in kind.records.values():
                yield from declared(record, path, known)
        case Record():
            for field in kind.fields:
                yield f"{path}.{field.name}"
                yield from declared(field.kind, f"{path}.{field.name}", known)


def written(value: Any, kind: Kind, path: str = "") -> Iterator[str]:
    """Every key in a value, likewise; all that the table requires must be there, and nothing else, in its order."""
    path = kind.name or path
    match kind:
        case OrNull() if value is not None:
            yield from written(value, kind.kind, path)
        case Many():
            for item in value:
                yield from written(item, kind.item, path)
        case OneOf():
            fitting = [record for record in kind.records.values() if record.fields[0].get(None, None) == value["kind"]]
            yield from written(value, fitting[0], path)
        case Record():
            assert list(value) == [field.name for field in kind.fields if field.name in value]
            for field in kind.fields:
                assert field.optional or field.name in value
                if field.name in value:
                    yield f"{path}.{field.name}"
                    yield from written(value[field.name], field.kind, f"{path}.{field.name}")


def check(published: Published, *texts: str, never: set[str] = frozenset()) -> None:
    """Every key but some is written in one of the texts, and no other."""
    found = {key for text in texts for key in written(json.loads(text), published.kind)}
    assert found == set(declared(published.kind)) - never


def test_what_the_stories_leave_out_is_as_the_schema_says() -> None:
    validator = Draft202012Validator(schema(COMPARISON))
    for question in QUESTIONS:
        validator.validate(json.loads(Town(*read(**BESIDES)).told(Form.JSON, question)))


def understood(*paths: Path) -> Corpus:
    """Argument files, as far as they can be understood."""
    parser = Parser()
    files = [SourceText(path.name, path.read_text(encoding="utf-8")) for path in paths]
    return resolve([parser.parse(file).value for file in files]).value


def compared() -> Iterator[str]:
    """Every comparison of the corpus of stories, and others."""
    towns = [
        Town(understood(*sorted(story.glob("*.argmap"))), {})
        for story in sorted((STORIES / "compare").iterdir())
        if story.is_dir()
    ]
    town = Town(*read(shared=SHARED, one=ONE, two=TWO, later=LATER, links=LINKS))
    for each in [*towns, town]:
        yield each.told(Form.JSON)
    for question in (Question(one="one", other="two"), Question(since="2021")):
        yield town.told(Form.JSON, question)
    besides = Town(*read(**BESIDES))
    for question in QUESTIONS:
        yield besides.told(Form.JSON, question)
    ends = SHAPES["chain of entails"](60)
    against = {**ends, "a": ends["a"] + "claims last: T.\n  answers q59: no\n"}
    for texts in (ends, against, SHAPES["opposed chains"](60), {**SHAPES["answers on a scale"](40)}):
        yield Town(*read(**texts)).told(Form.JSON)


def test_a_corpus() -> None:
    corpora = [understood(path) for path in sorted((STORIES / "good").rglob("*.argmap"))]
    corpora.append(Town(*read(**BESIDES)).corpus)
    text = 'document d: D\n  author a: A\nclaims one: O.\n  at: "two words"\n  because: T.\n  step-at: "and so"\n'
    corpus, files = read(d=text)
    sources = {DocumentId("d"): SourceText("s", "Just two words,\nand so on.\n")}
    placed = tuple(places_of(corpus, files, sources, {ClaimId("d.one"): "d"}))
    assert [(one.cues, one.step_cues) for one in placed] == [(((1, 5, 14),), ((2, 16, 22),)), ((), ())]
    check(CORPUS, *map(corpus_json, corpora), corpus_json(corpus, placed, "Towns"))


def test_a_comparison(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = list(compared())
    verdicts = Town(*read(**VERDICTS))
    texts.append(verdicts.told(Form.JSON))
    with monkeypatch.context() as patched:
        patched.setattr(holders, "MOST_PAIRS", 1)
        texts.append(verdicts.told(Form.JSON))
    texts.append(Town(*read(**RESTING)).told(Form.JSON))
    corpus, files = read(**FORETOLD)
    texts.append(report(compare(corpus, None, links_left_out(corpus)), Form.JSON, texts=files))
    with monkeypatch.context() as patched:
        patched.setattr(holders, "MOST_PAIRS", 1)
        patched.setattr(forecasts, "MOST_TESTS", 0)
        patched.setattr(forecasts, "MOST_FACTS", 1)
        patched.setattr(authors_json, "_MOST_FORECASTS", 1)
        patched.setattr(authors_json, "_MOST_PAIRS", 1)
        patched.setattr(comparison_json, "_MOST_LINKS", 1)
        patched.setattr(comparison_json, "MANY", 2)
        texts.append(report(compare(corpus, None, links_left_out(corpus)), Form.JSON, texts=files))
    monkeypatch.setattr(agreement, "MOST_CONFLICTS", 0)
    monkeypatch.setattr(comparison_report, "MOST_CONFLICTS", 1)
    check(COMPARISON, *texts, Town(*read(**BESIDES)).told(Form.JSON), never=IMPOSSIBLE)


@cache
def differences() -> tuple[DiffReport, ...]:
    """Every edit to a small project, and a guess."""
    return (told(GUESS), *(told(*edits) for edits in EDITS.values()))


def test_a_difference() -> None:
    review = told(*REVIEW)
    accepted = told(*REVIEW, judged=review.judged[1:], accepted=review.judged[:1])
    check(DIFFERENCE, *map(difference_json, [accepted, *differences()]))


def test_a_history() -> None:
    subject = Subject(Sort.CLAIM, "one.build")
    pending = Episode(subject=subject, told=told(*EDITS["another id"]))
    commit = {"commit": "0" * 40, "date": "2024-01-01", "author": "Author A", "title": "Edit"}
    episodes = (Episode(**commit, subject=subject, told=each) for each in differences() if each.judged)
    check(HISTORY, history_json(subject, (pending, *episodes), commit["commit"]))
