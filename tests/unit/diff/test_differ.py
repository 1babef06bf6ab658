"""A difference as a whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from argmap.compare.comparison import Comparison
from argmap.diff import differ
from argmap.diff.differ import diff
from argmap.model.corpus import Corpus

Understand = Callable[..., tuple[Corpus, object]]
HEAD = "document {0}: {0}\n  author author-{0}: {0}\n"
BODY = "claims it: The tram will come soon.\n  because why: Why.\n"


def test_nothing_and_nothing() -> None:
    empty = Corpus(documents={}, issues={}, actors={}, terms={}, claims={})
    found = diff(empty, empty)
    assert (found.changes, found.guesses, dict(found.former)) == ((), (), {})


def test_everything_from_nothing_and_back(understand: Understand) -> None:
    empty, full = (
        understand("")[0],
        understand(HEAD.format("a") + BODY + "term t: T.\n", "issue i: I?\n  position a1: A\n")[0],
    )
    assert [change.rule for change in diff(empty, full).changes] == ["issue-added", "document-added"]
    assert [change.rule for change in diff(full, empty).changes] == ["issue-removed", "document-removed"]


def test_records_bear_the_new_names(understand: Understand) -> None:
    old = understand(HEAD.format("a") + BODY)[0]
    new = understand(
        HEAD.format("b").replace("\n", "\n  was: a\n", 1) + BODY.replace("it:", "that:", 1) + "  was: it\n"
    )[0]
    found = diff(old, new)
    assert found.former["b"] == "a"
    assert found.former["b.that"] == "a.it"
    assert set(found.old.claims) == {"b.that", "b.why"}
    assert found.new is new
    assert [change.rule for change in found.changes] == ["authorship-changed", "title-changed", "claim-renamed"]


def test_guesses_are_no_changes(understand: Understand) -> None:
    old = understand(HEAD.format("a") + "claims it: The tram will come soon enough.\n")[0]
    new = understand(HEAD.format("a") + "claims that: The tram will come soon.\n")[0]
    found = diff(old, new)
    assert [guess.new.id for guess in found.guesses] == ["a.that"]
    assert {change.rule for change in found.changes} == {"claim-removed", "claim-added", "thesis-changed"}


def test_nothing_is_compared_where_nothing_differs(understand: Understand, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [HEAD.format(name) + BODY for name in "abc"]

    def refused(*_: Any) -> None:
        raise AssertionError("compared")

    monkeypatch.setattr(differ, "compare", refused)
    assert diff(understand(*texts)[0], understand(*[f"# A comment\n{text}\n\n" for text in texts])[0]).changes == ()


def test_only_who_changed_is_put_beside_others(understand: Understand, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work grows with the holders on an issue and not with their pairs, where one of them changed."""
    issue = "issue go: Go?\n  position yes: Yes\n  position no: No\n"
    names = [f"n{number}" for number in range(40)]
    texts = [HEAD.format(name) + "claims it: T.\n  answers go: yes\n" for name in names]
    aligned: list[tuple[Any, ...]] = []
    plain = Comparison.align

    def counted(self: Comparison, *given: Any) -> Any:
        aligned.append(given)
        return plain(self, *given)

    monkeypatch.setattr(Comparison, "align", counted)
    old, new = understand(issue, *texts)[0], understand(issue, texts[0].replace("yes", "no"), *texts[1:])[0]
    found = diff(old, new)
    assert [change.rule for change in found.changes] == ["stance-reversed"] + ["conflict-opened"] * 39
    assert len(aligned) <= 6 * len(names)
