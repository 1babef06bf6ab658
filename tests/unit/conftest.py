"""Texts as they are understood, and what was found on the way."""

from collections.abc import Callable

import pytest
from parsing import parser

from argmap.check.check import check
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.finding import Finding
from argmap.source.text import SourceText

Understand = Callable[..., tuple[Corpus, list[Finding]]]


@pytest.fixture(scope="session")
def understand() -> Understand:
    """A function of file texts, or of source texts as ``sources``; each file is called by its number."""

    def function(*texts: str, sources: dict[str, str] | None = None) -> tuple[Corpus, list[Finding]]:
        files = [SourceText(f"{number}.argmap", text) for number, text in enumerate(texts)]
        outcomes = [parser().parse(file) for file in files]
        resolved = resolve([outcome.value for outcome in outcomes])
        originals = None if sources is None else {name: SourceText(name, text) for name, text in sources.items()}
        findings = [finding for outcome in outcomes for finding in outcome.findings]
        findings += [*resolved.findings, *check(resolved.value, files, texts=originals)]
        return resolved.value, findings

    return function
