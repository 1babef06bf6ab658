import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator, ValidationError
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.model.corpus import Corpus
from argmap.records.corpus_json import CORPUS, Placed, corpus_json, pieces
from argmap.records.schema import schema as made


@pytest.fixture
def schema() -> Any:
    return made(CORPUS)


def empty() -> Corpus:
    return Corpus(documents={}, issues={}, actors={}, terms={}, claims={})


def test_the_whole_form(corpus: Corpus, file_regression: FileRegressionFixture) -> None:
    file_regression.check(corpus_json(corpus), encoding="utf-8", extension=".json", newline="\n")


def test_the_schema_describes_it(corpus: Corpus, schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    for some in (corpus, empty()):
        Draft202012Validator(schema).validate(json.loads(corpus_json(some)))


@pytest.mark.parametrize("key", ["verb", "id", "text"])
def test_the_schema_refuses_what_is_not_as_it_says(corpus: Corpus, schema: Any, key: str) -> None:
    value = json.loads(corpus_json(corpus))
    value["claims"][0][key] = 7
    with pytest.raises(ValidationError):
        Draft202012Validator(schema).validate(value)


def test_it_is_what_any_json_writer_writes(corpus: Corpus) -> None:
    for some in (corpus, empty()):
        text = corpus_json(some)
        assert json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n" == text
        assert "".join(pieces(some)) == text


def test_the_order_of_reading_does_not_matter(corpus: Corpus) -> None:
    turned = attrs.evolve(
        corpus,
        documents=dict(reversed(list(corpus.documents.items()))),
        claims=dict(reversed(list(corpus.claims.items()))),
        actors=dict(reversed(list(corpus.actors.items()))),
        links=tuple(reversed(corpus.links)),
    )
    assert corpus_json(turned) == corpus_json(corpus)


def test_the_pieces_are_made_one_by_one(corpus: Corpus) -> None:
    asked = []

    def places() -> Iterator[Placed]:
        for claim in corpus.claims.values():
            asked.append(claim.id)
            yield Placed(claim, 1)

    some = pieces(corpus, places())
    assert len(corpus.claims) > 2
    assert '"places"' in next(piece for piece in some if '"places"' in piece)
    assert len(asked) == 1
    next(some)
    next(some)
    assert len(asked) == 2
    assert json.loads(corpus_json(corpus, places()))["places"][-1]["claim"] == list(corpus.claims)[-1]
