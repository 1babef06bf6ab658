"""A text as it is parsed."""

from collections.abc import Callable

import pytest

from argmap.language.parser import Parser
from argmap.language.tree import SyntaxFile
from argmap.source.finding import Outcome
from argmap.source.text import SourceText

Parse = Callable[[str], Outcome[SyntaxFile]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    parser = Parser()
    return lambda text: parser.parse(SourceText("x.argmap", text))
