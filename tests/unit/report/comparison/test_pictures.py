import pytest
from town import Town

from argmap.api.comparing import Question, compare
from argmap.compare.comparison import compare as compared
from argmap.report.comparison.picture_files import Pictures, Sheet
from argmap.view.comparison.comparison_pictures import pictures_of_comparison


@pytest.fixture
def there(town: Town) -> Pictures:
    """What the view draws of the town."""
    return Pictures([f"{picture.name}.svg" for picture in pictures_of_comparison(compared(town.corpus))])


def test_every_picture_that_is_drawn_is_found_by_what_it_shows(town: Town, there: Pictures) -> None:
    told = compare(town.corpus)
    drifts = compare(town.corpus, Question(one="one", other="later"))
    found = [file for sheet in Sheet for file in there.all(sheet)]
    found += [there.issue(issue) for issue in town.corpus.issues]
    found += [there.butterfly(conflict.alignment) for account in (told, drifts) for conflict in account.disagreements]
    found += [there.timeline(drift.author) for drift in told.drifts]
    assert set(found) - {""} == set(there.files)


def test_a_butterfly_is_found_from_either_side(town: Town, there: Pictures) -> None:
    (ban,) = compare(town.corpus, Question(one="one", other="two", issue="ban")).disagreements
    assert there.butterfly(ban.alignment) == there.butterfly(ban.alignment.mirrored()) == "compare/one--two.ban.svg"


def test_pages_are_in_order_and_no_other_picture_is_taken_for_one() -> None:
    files = ["compare/cruxes.10.svg", "compare/cruxes.svg", "compare/cruxes.2.svg", "compare/cruxes--b.ban.svg"]
    assert Pictures(files).all(Sheet.CRUXES) == (files[1], files[2], files[0])
