"""Every format of other tools has its page, which `argmap explain` prints."""

import pytest

from argmap.api.explaining import explain
from argmap.exchange.formats import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_page(name: str) -> None:
    page = explain(name)
    assert page.startswith("# ")
    said = FORMATS[name]
    assert ("\n## In\n" in page, "\n## Out\n" in page) == (said.reads, said.writes)
