"""Corpora for the tests of pictures, written as people write them."""

from collections.abc import Callable

import pytest
from parsing import parser

from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText

HEAD = "document doc: A title\n  author author-a: Author A\n\n"


def read(*texts: str) -> Corpus:
    files = [SourceText(f"arguments/{number}.argmap", text) for number, text in enumerate(texts)]
    return resolve([parser().parse(file).value for file in files]).value


@pytest.fixture
def corpus_of() -> Callable[..., Corpus]:
    """A corpus of texts, each a file."""
    return read


@pytest.fixture
def claims() -> Callable[[str], Corpus]:
    """A corpus of one document called ``doc`` with some claims."""
    return lambda text: read(HEAD + text)
