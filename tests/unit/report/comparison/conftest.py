import pytest
from town import LATER, LINKS, ONE, SHARED, TWO, Town, read


@pytest.fixture(scope="session")
def town() -> Town:
    corpus, texts = read(shared=SHARED, one=ONE, two=TWO, later=LATER, links=LINKS)
    return Town(corpus, texts)
