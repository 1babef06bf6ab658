"""A former id, as `was` gives it, means what had it, and a note offers the id of now."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.source.finding import Finding, Severity

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  was: old-d\n  author a: A\nclaims x: X\n  was: old-x\n"
SHARED = """issue i: I?
  was: old-i
  position yes: Yes
    was: ja
  position no: No
actor m: Ministry
  was: old-m
"""


def written(texts: tuple[str, ...], findings: list[Finding]) -> tuple[str, ...]:
    """The texts with all fixes applied."""
    made = list(texts)
    for finding in sorted(findings, key=lambda finding: -finding.place.span.start):
        if finding.fix is not None:
            number = int(finding.fix.place.file.partition(".")[0])
            start, end = finding.fix.place.span
            made[number] = made[number][:start] + finding.fix.replacement + made[number][end:]
    return tuple(made)


def renamed(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "A113"]


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("claims y: Y\n  because old-x\n", "claims y: Y\n  because x\n"),
        ("claims y: Y\n  because d.old-x\n", "claims y: Y\n  because d.x\n"),
        ("claims y: Y\n  because old-d.old-x\n", "claims y: Y\n  because d.x\n"),
        ("claims y: Y\n  because old-d.x\n", "claims y: Y\n  because d.x\n"),
        ("claims y: Y\n  because: Z\n  and old-x\n", "claims y: Y\n  because: Z\n  and x\n"),
        ("claims y: Y\n  because: Z\n  undercut old-x\n", "claims y: Y\n  because: Z\n  undercut x\n"),
        ("claims y: Y\n  if old-x\n", "claims y: Y\n  if x\n"),
        ("claims y: Y\nlink old-x same-as y: W\n", "claims y: Y\nlink x same-as y: W\n"),
        ("claims y: Y\nlink y same-as old-d.old-x: W\n", "claims y: Y\nlink y same-as d.x: W\n"),
        ("claims y: Y\n  answers old-i: yes\n", "claims y: Y\n  answers i: yes\n"),
        ("claims y: Y\n  answers i: ja\n", "claims y: Y\n  answers i: yes\n"),
        ("claims y: Y\n  answers old-i: not ja from old-m\n", "claims y: Y\n  answers i: not yes from m\n"),
        ("reports y from old-m, a: Y\n", "reports y from m, a: Y\n"),
        ("link old-i.ja contradicts i.no\n", "link i.yes contradicts i.no\n"),
        ("link i.no contradicts i.ja\n", "link i.no contradicts i.yes\n"),
        ("link old-i.yes contradicts i.no\n", "link i.yes contradicts i.no\n"),
    ],
)
def test_what_had_the_id_is_meant(understand: Understand, former: str, now: str) -> None:
    texts = (SHARED, HEAD + former)
    corpus, findings = understand(*texts)
    expected, clean = understand(SHARED, HEAD + now)
    assert corpus == expected
    notes = renamed(findings)
    assert notes and renamed(clean) == []
    assert {finding.code for finding in findings} - {"A113"} == {finding.code for finding in clean}
    assert written(texts, notes) == (SHARED, HEAD + now)


def test_it_is_a_note() -> None:
    from argmap.source.codes import SEVERITIES

    assert SEVERITIES["A113"] is Severity.NOTE


def test_shared_statements_name_former_ids_too(understand: Understand) -> None:
    shared = SHARED + "actor n: N\n  speaks-for: old-m\n"
    shared = shared.replace("position no: No\n", "position no: No\n  order: ja > no\n  compatible: no, ja\n")
    corpus, findings = understand(shared, HEAD)
    assert [finding.message for finding in renamed(findings)] == [
        "`ja` is the former id of `yes`",
        "`ja` is the former id of `yes`",
        "`old-m` is the former id of `m`",
    ]
    assert corpus.issues[IssueId("i")].order == ("yes", "no")
    assert corpus.actors["n"].speaks_for == "m"


def test_a_thesis_and_an_author_by_former_ids(understand: Understand) -> None:
    text = "document e: E\n  author b: B\n    was: old-b\n  thesis: old-z\nclaims z: Z\n  was: old-z\n"
    corpus, findings = understand(text, "document f: F\n  author old-b\nreports w from old-b: W\n")
    assert [finding.message for finding in renamed(findings)] == [
        "`old-z` is the former id of `z`",
        "`old-b` is the former id of `b`",
        "`old-b` is the former id of `b`",
    ]
    assert corpus.documents[DocumentId("e")].thesis == "e.z"
    assert corpus.documents[DocumentId("f")].authors == ("b",)
    assert corpus.actors["b"].was == ("old-b",)


def test_what_has_the_id_now_goes_first(understand: Understand) -> None:
    corpus, findings = understand(HEAD + "claims old-x: Another\nclaims y: Y\n  because old-x\n")
    assert renamed(findings) == []
    assert corpus.claims[ClaimId("d.y")].premises == ("d.old-x",)


def test_a_document_that_took_a_former_id_leaves_the_old_claims_to_be_found(understand: Understand) -> None:
    other = (
        "document old-d: Another\n  author a\nclaims z: Z\n  because old-d.old-x\n  because old-d.z2\nclaims z2: Z\n"
    )
    corpus, findings = understand(HEAD, other)
    assert [finding.help for finding in renamed(findings)] == ["write `d.x`"]
    assert corpus.claims[ClaimId("old-d.z")].premises == ("d.x", "old-d.z2")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("claims y: Y\n  was: gone\nclaims z: Z\n  was: gone\nclaims w: W\n  because gone\n", "A103"),
        ("claims y: Y\n  answers gone: yes\n", "A101"),
        ("claims y: Y\n  answers i: gone\n", "A102"),
        ("reports y from gone: Y\n", "A104"),
        ("link gone.yes contradicts i.no\n", "A101"),
    ],
)
def test_which_of_several_is_meant_is_not_guessed(understand: Understand, text: str, code: str) -> None:
    shared = SHARED.replace("position no: No\n", "position no: No\n    was: gone\n").replace("ja", "gone")
    shared += "actor n: N\n  was: gone\nactor o: O\n  was: gone\n"
    shared += "issue j: J?\n  was: gone\nissue k: K?\n  was: gone\n"
    _, findings = understand(shared, HEAD + text)
    (finding,) = (finding for finding in findings if finding.code == code)
    assert finding.message.startswith("`gone` is the former id of ") and finding.fix is None
    assert renamed(findings) == []


@pytest.mark.parametrize(
    "unread",
    ["clams old-x: X\n", "isue old-i: I?\n", "acter old-m: M\n", "posision ja: J\n", "documnet old-d: D\n"],
)
def test_what_may_be_declared_in_a_part_that_cannot_be_read_is_not_taken_for_another(
    understand: Understand, unread: str
) -> None:
    text = "claims y: Y\n  answers old-i: ja from old-m\n  because old-d.old-x\n"
    _, findings = understand(SHARED, HEAD + text, unread)
    name = unread.split()[1].rstrip(":")
    assert not any(finding.message.startswith((f"`{name}`", f"`{name}.")) for finding in renamed(findings))
    _, findings = understand(SHARED, HEAD + text)
    assert len(renamed(findings)) == 4
