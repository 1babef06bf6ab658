import pytest

from argmap.check.wording import characters
from argmap.source.text import SourceText


def codes(text: str) -> list[str]:
    return [finding.code for finding in characters(SourceText("x", text))]


@pytest.mark.parametrize(
    "text",
    [
        "plain\ttext\n",
        "a\r\nb\r\n",
        "\U0001f469\u200d\u2696\ufe0f \U0001f3f3\ufe0f\u200d\U0001f308",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\u0915\u094d\u200d\u0937 \u0d28\u0d4d\u200d",
        "\u0645\u064f\u0647\u0650\u0645\u0651 한국 中文",
        "",
    ],
)
def test_honest_text(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\x00b", "A004"),
        ("a\x1b[0m", "A004"),
        ("a\u202eb", "A004"),
        ("a\u2066b", "A004"),
        ("a\u2028b", "A004"),
        ("a\x85b", "A004"),
        ("a\rb", "A004"),
        ("a\u200bb", "A005"),
        ("a\u200db", "A005"),
        ("a\u00adb", "A005"),
        ("a\ufeffb", "A005"),
        ("a\u3164b", "A005"),
        ("a\U000e0041b", "A005"),
        ("a\u200f\u200e", "A005"),
        ("a\nb\r\n", "A002"),
        ("a\r\nb\n", "A002"),
    ],
)
def test_what_is_not_what_it_looks_like(text: str, code: str) -> None:
    assert codes(text) == [code]


def test_a_run_is_one_finding_and_its_mend_removes_it() -> None:
    text = "a" + "\u200b" * 500 + "b"
    (finding,) = characters(SourceText("x", text))
    assert finding.fix is not None and finding.fix.place.span == (1, 501) and finding.fix.replacement == ""


def test_many_are_few_findings() -> None:
    findings = list(characters(SourceText("x", "a\x07" * 5000)))
    assert len(findings) == 11
    assert findings[-1].message == "4990 more of this kind in this file"
