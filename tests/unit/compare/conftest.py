"""Short texts as they are understood, and compared."""

from collections.abc import Callable

import pytest
from parsing import parser

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

Read = Callable[..., Corpus]
Compared = Callable[..., Comparison]

ISSUES = """issue lead: Who should lead?
  position council: The council
  position city: The city
  position state: The state
  compatible: city, state
issue pace: How fast?
  position fast: At once
  position steady: Step by step
  position slow: Not for years
  order: fast > steady > slow
issue go: Should it be done?
  position yes: It should
  position no: It should not
actor ministry: The ministry
actor envoy: The envoy
  speaks-for: ministry
"""


@pytest.fixture(scope="session")
def read() -> Read:
    """A function of the bodies of documents, called ``a``, ``b`` and so on, and of a shared file."""

    def function(*bodies: str, shared: str = "", dates: tuple[str, ...] = ()) -> Corpus:
        texts = [ISSUES + shared]
        for number, body in enumerate(bodies):
            letter = "abcdefgh"[number]
            date = f"  date: {dates[number]}\n" if number < len(dates) and dates[number] else ""
            texts.append(f"document {letter}: View {letter}\n  author author-{letter}: Author {letter}\n{date}{body}\n")
        outcomes = [parser().parse(SourceText(f"{number}.argmap", text)) for number, text in enumerate(texts)]
        resolved = resolve([outcome.value for outcome in outcomes])
        assert [finding.message for outcome in outcomes for finding in outcome.findings] == []
        return resolved.value

    return function


@pytest.fixture(scope="session")
def compared(read: Read) -> Compared:
    """The same, compared."""

    def function(*bodies: str, shared: str = "", dates: tuple[str, ...] = (), since: str = "") -> Comparison:
        return compare(read(*bodies, shared=shared, dates=dates), since=since)

    return function
