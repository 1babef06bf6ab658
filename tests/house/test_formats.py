"""Every format that is imported or exported has a page, and the page says what becomes of it."""

import pytest

from argmap.api.explaining import explain
from argmap.exchange.formats import FORMATS, module, page


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_explained(name: str) -> None:
    text = page(name)
    assert text.startswith("# ")
    assert "| becomes |" in text or not FORMATS[name].reads
    assert explain(name.upper()) == text
    assert explain(name, "text")
    assert (f"`argmap import {name}" in text) == FORMATS[name].reads
    assert (f"`argmap export {name}" in text) == FORMATS[name].writes


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_what_it_says_it_has(name: str) -> None:
    found = module(name)
    assert hasattr(found, "read") == hasattr(found, "looks_alike") == FORMATS[name].reads
    assert hasattr(found, "write") == FORMATS[name].writes
