"""A text as it is parsed."""

from collections.abc import Callable

import pytest
from parsing import parser

from argmap.language.tree import SyntaxFile
from argmap.source.finding import Outcome
from argmap.source.text import SourceText

Parse = Callable[[str], Outcome[SyntaxFile]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    return lambda text: parser().parse(SourceText("x.argmap", text))
