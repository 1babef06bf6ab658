"""One parser for all tests: to build one takes longer than most texts here take to be read."""

from functools import cache

from argmap.language.parser import Parser


@cache
def parser() -> Parser:
    """It keeps nothing between texts, so that tests may share it."""
    return Parser()
