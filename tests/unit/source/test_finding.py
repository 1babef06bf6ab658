from argmap.source.finding import Finding, Outcome, Severity
from argmap.source.text import Place, Span


def finding(file: str, start: int, code: str, message: str = "m") -> Finding:
    return Finding(code=code, message=message, place=Place(file, Span(start, start + 1)))


def test_findings_sort_as_a_reader_meets_them() -> None:
    found = [finding("b", 0, "A001"), finding("a", 9, "A001"), finding("a", 2, "A103"), finding("a", 2, "A010")]
    found.sort(key=lambda each: each.order)
    assert [(each.place.file, each.place.span.start, each.code) for each in found] == [
        ("a", 2, "A010"),
        ("a", 2, "A103"),
        ("a", 9, "A001"),
        ("b", 0, "A001"),
    ]


def test_a_result_is_always_there() -> None:
    assert Outcome("kept").findings == ()
    assert finding("a", 0, "A001").severity is Severity.ERROR
