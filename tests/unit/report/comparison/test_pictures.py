import pytest
from town import Town

from argmap.api.comparing import Question, compare
from argmap.compare.comparison import compare as compared
from argmap.report.comparison.context import Pictures, Sheet
from argmap.view.comparison.comparison_pictures import picture_plan


@pytest.fixture
def there(town: Town) -> Pictures:
    """What the view draws of the town."""
    return Pictures([f"{picture.name}.svg" for picture in picture_plan(compared(town.corpus)).drawn])


def test_every_picture_that_is_drawn_is_found_by_what_it_shows(town: Town, there: Pictures) -> None:
    told = compare(town.corpus)
    drifts = compare(town.corpus, Question(one="one", other="later"))
    found = [there.sheet(sheet) for sheet in Sheet]
    found += [there.issue(issue) for issue in town.corpus.issues]
    found += [there.butterfly(conflict.alignment) for account in (told, drifts) for conflict in account.disagreements]
    assert set(found) - {""} == set(there.files)


def test_a_butterfly_is_found_from_either_side(town: Town, there: Pictures) -> None:
    (ban,) = compare(town.corpus, Question(one="one", other="two", issue="ban")).disagreements
    assert there.butterfly(ban.alignment) == there.butterfly(ban.alignment.mirrored()) == "compare/one--two.ban.svg"
