"""The page of this repository keeps to its budgets, and every link in it leads somewhere."""

import gzip
from pathlib import Path

import pytest
from paged import Reader

from argmap.api.loaded_corpus import load
from argmap.api.one_page import page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def html() -> str:
    return page(load(ROOT))


def test_it_is_no_larger_than_a_mail_takes(html: str) -> None:
    assert len(gzip.compress(html.encode())) <= 250_000


def test_it_has_no_more_elements_than_a_phone_shows_at_once(html: str) -> None:
    assert sum(Reader(html).tags.values()) <= 25_000


def test_no_id_is_there_twice_and_every_link_has_its_target(html: str) -> None:
    found = Reader(html)

    assert [name for name, count in found.ids.items() if count > 1] == []
    assert {link for link in found.links if link[1:] not in found.ids} == set()
    assert found.wrong == found.open == []


def test_every_question_in_dispute_has_two_sides_in_their_own_claims(html: str) -> None:
    assert html.count('class="card"') == 4
    for card in html.split('<li class="card">')[1:5]:
        assert card.split("</li><li class")[0].count("<blockquote>") >= 2
