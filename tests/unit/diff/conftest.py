"""Two versions of a few short texts, and what differs between them in a few words a change."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from mirrors import flipped, names_there, tellings

from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import Crux
from argmap.diff.change import Change, Reason, StanceSnapshot
from argmap.diff.differ import diff
from argmap.diff.difference import Difference
from argmap.diff.pairing import pair
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus

ISSUES = """issue go: Should it be done?
  position yes: It should
  position no: It should not
issue pace: How fast?
  position fast: At once
  position steady: Step by step
  position slow: Not for years
  order: fast > steady > slow
issue pay: Who should pay?
  position city: The city
  position state: The state
  position users: The users
  compatible: city, state
actor ministry: The ministry
actor envoy: The envoy
"""


HEAD = "document ?: View ?\n  author author-?: Author ?\nclaims main: The main thing of ?.\n"
"""The first claim is the thesis whatever happens to the others."""


@attrs.frozen
class Story:
    """What differs, as values and in words."""

    difference: Difference

    @property
    def changes(self) -> tuple[Change, ...]:
        return self.difference.changes

    @property
    def rules(self) -> list[str]:
        return [change.rule.value for change in self.changes]

    @property
    def lines(self) -> list[str]:
        """A line a change: its rule, its subject, old and new, and the rules from which it follows."""
        return [line(change) for change in self.changes]


Differing = Callable[..., Story]


@pytest.fixture
def differing(understand: Callable[..., tuple[Corpus, object]]) -> Differing:
    """A function of two lists of bodies of documents, called ``a``, ``b`` and so on; what it finds is also mirrored."""

    def read(bodies: tuple[str, ...], shared: str) -> Corpus:
        texts = (HEAD.replace("?", letter) + body for letter, body in zip("abcd", bodies, strict=False))
        return understand(shared, *texts)[0]

    def function(
        old: str | tuple[str, ...],
        new: str | tuple[str, ...],
        *,
        shared: str = "",
        replaced: tuple[str, str] | None = None,
    ) -> Story:
        before = ISSUES + shared
        after = before.replace(*replaced) if replaced is not None else before
        assert replaced is None or after != before
        one = read((old,) if isinstance(old, str) else old, before)
        other = read((new,) if isinstance(new, str) else new, after)
        there, back = diff(one, other), diff(other, one)
        assert tellings(flipped(there), names_there(pair(other, one))) == tellings(back)
        assert diff(one, one).changes == diff(other, other).changes == ()
        return Story(there)

    return function


def line(change: Change) -> str:
    """A change in a few words."""
    subjects = [getattr(change, name, None) for name in ("holder", "issue", "claim", "conclusion")]
    said = [change.rule.value, *(_said(subject) for subject in subjects if subject is not None)]
    old, new = _said(getattr(change, "old", None)), _said(getattr(change, "new", None))
    said.append(old if old == new else f"{old} -> {new}")
    if change.causes:
        said.append("<= " + ", ".join(cause.rule.value for cause in change.causes))
    return " ".join(said)


def _said(value: object) -> str:
    match value:
        case None | ():
            return "nothing"
        case Holder():
            return value.document + (f"/{value.actor}" if value.actor else "")
        case StanceSnapshot():
            marks = {"if": value.conditional, "doubted": value.doubted, "unsaid": value.unsaid}
            words = (value.acceptance.value, value.position, value.strength, *(mark for mark in marks if marks[mark]))
            return " ".join(str(word) for word in words if word is not None)
        case Alignment():
            subject = value.issue or f"{value.link.source}~{value.link.target}" if value.link else value.issue
            return f"{subject} {'/'.join(map(_said, value.holders))} {value.verdict}"
        case Crux():
            return f"on {value.conflict.issue}"
        case tuple():
            return " & ".join(map(_said, value))
        case Reason():
            against = f" of {'+'.join(value.against)}" if value.against else ""
            return f"{value.role} {'+'.join(value.premises)}{against}"
        case _:
            relation = getattr(value, "relation", None)
            return f"{value.source} {relation} {value.target}" if relation else str(getattr(value, "id", value))
