"""Printing loses nothing, nothing makes the parser fall, and an error in one statement is no error in another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from parsing import parser
from thoroughness import examples

from argmap.api.formatting import fmt_text
from argmap.check.check import check
from argmap.language.parser import split
from argmap.language.printer import printed
from argmap.language.tree import SyntaxFile, said
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.codes import SEVERITIES
from argmap.source.finding import Finding, Outcome
from argmap.source.text import SourceText
from tests.property.strategies import ISSUES, damaged, documents, prose, words_of_the_language

PARSER = parser()
ARGUMENTS = Path(__file__).parents[2] / "arguments"
GOOD = sorted(Path(__file__).parents[1].glob("corpus/good/*/*.argmap"))
SLOWLY = examples(40, slow=True)


def parsed(text: str, name: str = "harbour.argmap") -> Outcome[SyntaxFile]:
    return PARSER.parse(SourceText(name, text))


def understood(*texts: str) -> tuple[Corpus, list[Finding]]:
    outcomes = [parsed(text, f"{number}.argmap") for number, text in enumerate(texts)]
    resolved = resolve([outcome.value for outcome in outcomes])
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    findings += resolved.findings
    findings += check(resolved.value, [outcome.value.source for outcome in outcomes])
    return resolved.value, findings


def errors(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if SEVERITIES[finding.code] == "error" and finding.code != "A004"]


def lines(file: SyntaxFile) -> list[object]:
    return [(said(line.content), line.depth, line.parent, line.joins) for s in file.statements for line in s.lines]


def comments(text: str) -> Counter[str]:
    stripped = (line.strip(" \t\r") for line in text.split("\n"))
    return Counter(line for line in stripped if line.startswith("#"))


def assert_whole(text: str) -> None:
    """Whatever the text: findings inside it, a canonical form that is its own, and no finding for nothing."""
    source = SourceText("harbour.argmap", text)
    corpus, findings = understood(text, ISSUES)
    for finding in findings:
        length = len(ISSUES) if finding.place.file == "1.argmap" else len(text)
        for place in (finding.place, *(related.place for related in finding.related)):
            assert 0 <= place.span.start <= place.span.end <= max(len(text), len(ISSUES))
        assert finding.place.span.end <= length
        assert finding.code in SEVERITIES and finding.message
        assert source.position(finding.place.span.start).column >= 1
    for document in corpus.documents.values():
        assert all(claim in corpus.claims for claim in document.claims)
    for claim in corpus.claims.values():
        assert claim.document in corpus.documents
        for holder in claim.holders:
            corpus.actor(holder, claim.document)
        for answer in claim.answers:
            positions = {position.id for position in corpus.issues[answer.issue].positions}
            assert answer.position in positions or answer.position == "open"
        for step in claim.steps:
            assert all(premise in corpus.claims for premise in step.premises)
    assert comments(fmt_text(text).after) == comments(text)


@SLOWLY
@given(documents())
def test_what_is_written_well_has_no_error(text: str) -> None:
    assert errors(understood(text, ISSUES)[1]) == []


@SLOWLY
@given(documents())
def test_printing_and_parsing_again_loses_nothing(text: str) -> None:
    first = parsed(text).value
    again = parsed(printed(first))
    assert again.findings == ()
    assert lines(again.value) == lines(first)
    assert understood(printed(first), ISSUES)[0] == understood(text, ISSUES)[0]


@SLOWLY
@given(documents())
def test_formatting_twice_is_formatting_once(text: str) -> None:
    once = printed(parsed(text).value)
    assert printed(parsed(once).value) == once


@SLOWLY
@given(prose)
def test_prose_is_kept_to_the_letter(said_by_the_author: str) -> None:
    corpus, _ = understood(f"document d: D\n  author a: A\nclaims x: {said_by_the_author}\n")
    assert [claim.text for claim in corpus.claims.values()] == [said_by_the_author]


@SLOWLY
@given(st.text() | words_of_the_language | st.binary().map(lambda data: data.decode("utf-8", "replace")))
@example("claims x: X\n  because cause): y\n")
@example("claims a\u0301b: X\n  because a\u0301bc\n")
def test_any_text_ends_in_findings(text: str) -> None:
    assert_whole(text)


@SLOWLY
@given(st.data())
def test_damage_ends_in_findings(data: st.DataObject) -> None:
    assert_whole(data.draw(documents().flatmap(damaged)))


LINES = (
    *("document d: D", "claims c: A text.", "claims  e (likely):  t", "issue q: Q?", "section: S", "actor x: X"),
    *("  author a: A", "  because: x", "  because (example) k: x", "   because: x", "\t because: tab", "  and: z"),
    *("  undercut: u", "    unless: y", "  | wrapped", "    | more", '  at: 12 "a b"', "  answers q: yes", " d", "zzz"),
    *("    # to do", "  # in", "# c", "", "  becuase: q", "      deep: x", "link a same-as b: w", "  because d.c"),
    *("<<<<<<< ours", "=======", ">>>>>>> theirs"),
)
LINE_ENDS = ("\n", "\n", "\n", "\r\n", "\r\r\n", "\r", "\n \n", "\n\t\n")


@examples(150, slow=True)
@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(LINE_ENDS)), min_size=1, max_size=9))
@example([("claims c: A text.", "\n"), ("   because: x", "\n"), ("    # to do", "\n")])
@example([("", "\r\r\n"), ("", "\n"), (" d", "\n")])
@example([("=======", "\r\r\n")])
@example([("zzz", "\n"), ("section: S", "\n"), ("# c", "\n"), ("  | wrapped", "\n"), ("  becuase: q", "\n")])
@example([("claims c: A text.", "\n"), ("", "\r"), ("    # to do", "\n"), ("actor x: X", "\n")])
def test_whatever_stands_on_its_lines_a_file_has_a_form_that_means_the_same(said: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in said)
    once = fmt_text(text)
    assert not once.failure
    assert fmt_text(once.after).after == once.after


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.parent.name)
@examples(8, slow=True)
@given(st.data())
def test_damage_to_good_files_ends_in_findings(path: Path, data: st.DataObject) -> None:
    assert_whole(data.draw(damaged(path.read_text(encoding="utf-8"))))


def test_every_beginning_of_a_file_ends_in_findings() -> None:
    text = (ARGUMENTS / "korybko-2021-07.argmap").read_text(encoding="utf-8")[:1600]
    for end in range(len(text)):
        beginning = text[:end]
        outcome = parsed(beginning)
        assert all(finding.place.span.end <= end for finding in outcome.findings)
        resolve([outcome.value])
        again = printed(outcome.value)
        assert printed(parsed(again).value) == again


BROKEN = ("becuase it: was", "???", "at bad", "  note", "and", "undercut", "because (x: y", "claims", "\tnote: x", "|")


@SLOWLY
@given(documents(), st.data())
def test_a_broken_line_is_no_error_in_another_statement(text: str, data: st.DataObject) -> None:
    """Nothing new is found elsewhere; what is no longer found there has to do with a name in the gap."""
    spans = split(text)
    span = spans[data.draw(st.integers(0, len(spans) - 1))]
    starts = [span.start]
    starts += [at + 1 for at in range(span.start, span.end - 1) if text[at] == "\n"]
    at = data.draw(st.sampled_from(starts[1:] or [span.end]))
    pad = "  " * data.draw(st.integers(1, 3))
    end = "\r\n" if "\r\n" in text else "\n"
    line = pad + data.draw(st.sampled_from(BROKEN)) + end
    broken = text[:at] + line + text[at:]

    def elsewhere(findings: list[Finding], shift: int) -> set[tuple[object, ...]]:
        kept: set[tuple[object, ...]] = set()
        for finding in findings:
            file, (start, _) = finding.place
            if file == "0.argmap" and span.start <= start < span.end + shift:
                continue
            moved = shift if file == "0.argmap" and start >= span.end else 0
            kept.add((finding.code, file, start - moved, finding.message))
        return kept

    before = elsewhere(understood(text, ISSUES)[1], 0)
    after = elsewhere(understood(broken, ISSUES)[1], len(line))
    assert after <= before
    gaps = [gap for s in parsed(broken).value.statements for gap in s.gaps]
    unread = "".join(broken[gap.start : gap.end] for gap in gaps)
    for code, _, _, message in before - after:
        # What is only conceded is asked of claims whose every use could be read.
        assert code == "A705" or any(word in unread for word in str(message).split("`")[1::2])


@SLOWLY
@given(documents(), documents())
def test_the_order_of_files_does_not_change_the_model(one: str, other: str) -> None:
    other = other.replace("document harbour:", "document reply:", 1)
    files = [parsed(text, name).value for name, text in (("a", one), ("b", other), ("c", ISSUES))]
    forwards, backwards = resolve(files).value, resolve(reversed(files)).value
    assert dict(forwards.claims) == dict(backwards.claims)
    assert dict(forwards.documents) == dict(backwards.documents)
    assert dict(forwards.issues) == dict(backwards.issues)
    assert dict(forwards.actors) == dict(backwards.actors)


@SLOWLY
@given(documents().filter(lambda text: "section:" not in text), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_change_what_is_claimed(text: str, random: object) -> None:
    first, *rest = (text[span.start : span.end] for span in split(text))
    shuffled = [*rest]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    if not all(part.endswith("\n") for part in rest):
        return
    before, after = understood(text, ISSUES)[0], understood("".join([first, *shuffled]), ISSUES)[0]
    assert dict(before.claims) == dict(after.claims)
