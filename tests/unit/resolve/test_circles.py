from collections.abc import Callable

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"


def circles(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "A204"]


def test_the_whole_circle_is_shown(understand: Understand) -> None:
    text = HEAD + "claims x: X\n  because y: Y\n    because: Z\n      because x\n"
    (finding,) = circles(understand(text)[1])
    assert finding.message.endswith("x because y because (a premise without a name) because x")
    places = [text[related.place.span.start :].split("\n")[0].strip() for related in finding.related]
    assert places == ["because y: Y", "because: Z", "because x"]


def test_each_circle_is_told_once(understand: Understand) -> None:
    text = HEAD + "claims x: X\n  because y\n  because z\nclaims y: Y\n  because x\nclaims z: Z\n  because x\n"
    assert len(circles(understand(text)[1])) == 2


def test_only_support_makes_a_circle(understand: Understand) -> None:
    for step in ("despite", "unless", "if", "only-if", "because (explanation)", "because (parts)"):
        assert circles(understand(HEAD + f"claims x: X\n  because y: Y\n    {step} x\n")[1]) == []


def test_a_circle_of_thousands_is_found_without_recursion(understand: Understand) -> None:
    size = 5000
    chain = "".join(f"claims c{n}: C{n}\n  because c{(n + 1) % size}\n" for n in range(size))
    (finding,) = circles(understand(HEAD + chain)[1])
    assert len(finding.message) < 300
