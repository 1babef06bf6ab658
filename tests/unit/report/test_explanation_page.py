"""The pages of the manual as a terminal shows them: all that they say, and none of the marks of Markdown."""

import re

import pytest

from argmap.api.explaining import JSON, LANGUAGE, explain, rules
from argmap.report.explanation_page import explanation_page, inline
from argmap.report.page import Code, Heading, Item, Paragraph, Table
from argmap.report.terminal import terminal
from argmap.source.codes import SEVERITIES
from argmap.wording.spans import code, strong, words

PAGE = """# Title: `x`

A paragraph of
two lines:
- one *or*
  the **other**
- a [link](far.md)

| word | says |
|---|---|
| `a \\| b` | so |

```argmap
claims one: One.

  note: *as it is*
```
After it.
"""
TOPICS = [LANGUAGE, JSON, *SEVERITIES, *rules()]


def test_every_kind_of_block() -> None:
    assert list(explanation_page(PAGE)) == [
        Heading(1, words("Title: ", code("x"))),
        Paragraph(words("A paragraph of two lines:")),
        Item(words("one ", "or", " the ", strong("other"))),
        Item(words("a ", "link")),
        Table(("word", "says"), (("`a \\| b`", "so"),), is_prose=True),
        Code("claims one: One.\n\n  note: *as it is*", "argmap"),
        Paragraph(words("After it.")),
    ]


def test_marks_that_belong_to_the_text_stay() -> None:
    assert inline("2 * 3 * 4, a_b, `*`, \\*") == words("2 * 3 * 4, a_b, ", code("*"), ", ", "*")


@pytest.mark.parametrize("topic", TOPICS)
def test_nothing_is_lost(topic: str) -> None:
    plain = re.sub(r"```\w*\n|[*|\\`#>-]|\]\([^)]*\)|\[(?=reference)", " ", explain(topic))
    shown = re.sub(r"[*|\\`#>=-]", " ", explain(topic, "text", width=100_000))
    assert "".join(shown.split()) == "".join(plain.replace("=", " ").split())


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize("width", [40, 60, 100])
def test_only_code_is_wider_than_it_may_be(topic: str, width: int) -> None:
    lines = explain(topic, "text", width=width).splitlines()
    assert [line for line in lines if len(line) > width and not line.startswith("    ")] == []


def test_a_wide_table_of_prose_goes_on_in_its_last_column() -> None:
    table = Table(("key", "what it is"), (("`id`", "word " * 12), ("`title`", "Its title.")), is_prose=True)
    shown = terminal([table], 40).splitlines()
    assert shown[:3] == [
        "key      what it is",
        "`id`     word word word word word word",
        "         word word word word word word",
    ]
    assert shown[-1] == "`title`  Its title."
    narrow = terminal([table._replace(rows=(("`a-key-that-takes-its-room`", "Its " * 12),))], 40)
    assert narrow.startswith("- `a-key-that-takes-its-room`: Its Its")
