"""Every kind of change is explained, and the explanation says what is true."""

import pytest

from argmap.api.explaining import explain
from argmap.diff.kinds import ASPECTS, SIGNIFICANCE
from argmap.diff.pages import page_of, pages
from argmap.diff.rule import Rule
from argmap.wording.rules import ASPECT_WORDS


def test_every_rule_has_a_page_and_a_title_of_its_own() -> None:
    found = pages()
    assert list(found) == list(Rule)
    assert len({page.title for page in found.values()}) == len(Rule)


@pytest.mark.parametrize("rule", Rule)
def test_page_is_short_and_ends_its_sentences(rule: Rule) -> None:
    page = page_of(rule)
    assert page.title and not page.title.endswith(".")
    assert 40 <= len(page.text) <= 800
    assert page.text.endswith(".")
    assert max(map(len, page.whole().split("\n"))) <= 120


@pytest.mark.parametrize("rule", Rule)
def test_explain_prints_the_page_with_significance_and_mirror(rule: Rule) -> None:
    # A rule may be called like a way of reporting, which is told below it.
    lines = explain(rule.value.upper()).partition("\n\n# ")[0].splitlines()
    assert lines[0] == f"# {rule.value}: {page_of(rule).title}"
    assert lines[-2].startswith(f"Significance: {SIGNIFICANCE[rule].value}, ")
    mirror = page_of(page_of(rule).mirror)
    assert mirror.mirror is rule
    assert lines[-1] == (
        "The same the other way round." if mirror.rule is rule else f"The other way round: `{mirror.rule}`."
    )


def test_no_page_names_a_rule_that_there_is_not() -> None:
    named = {
        word for page in pages().values() for word in page.text.split("`")[1::2] if "-" in word and " " not in word
    }
    assert named - {"only-if", "as-of", "speaks-for"} <= {rule.value for rule in Rule}


def test_every_rule_about_one_field_of_a_claim_has_words_for_it() -> None:
    assert ASPECT_WORDS.keys() == ASPECTS.keys()
