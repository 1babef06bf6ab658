import pytest

from argmap.compare.krippendorff import Metric, alpha

# The reliability data of Krippendorff (2011), section C: four observers, twelve units, values 1 to 5, some missing.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def units() -> list[dict[int, int]]:
    found = []
    for column in zip(*(row.split() for row in OBSERVERS), strict=True):
        values = [int(value) for value in column if value != "."]
        found.append({value: values.count(value) for value in values})
    return found


@pytest.mark.parametrize(("metric", "value"), [(Metric.NOMINAL, 0.743), (Metric.ORDINAL, 0.815)])
def test_the_published_example(metric: Metric, value: float) -> None:
    found = alpha(units(), metric)
    assert found.value == pytest.approx(value, abs=0.0005)
    assert (found.values, found.units) == (40, 11)


def test_the_order_of_units_does_not_matter() -> None:
    assert alpha(units(), Metric.ORDINAL) == alpha(reversed(units()), Metric.ORDINAL)


def test_perfect_agreement() -> None:
    assert alpha([{0: 3}, {1: 2}], Metric.NOMINAL).value == 1


def test_more_disagreement_than_chance() -> None:
    found = alpha([{0: 1, 1: 1}] * 2, Metric.NOMINAL)
    assert found.value is not None
    assert found.value < 0


@pytest.mark.parametrize("nothing", [[], [{}], [{0: 1}, {1: 1}], [{0: 5}]])
def test_not_defined(nothing: list[dict[int, int]]) -> None:
    assert alpha(nothing, Metric.NOMINAL).value is None
