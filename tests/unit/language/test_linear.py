"""Work grows with the size of the input, whatever the input: counted in calls, not in seconds."""

from collections.abc import Callable

import pytest
from counting import calls

from argmap.language.tree import SyntaxFile
from argmap.source.finding import Outcome

Parse = Callable[[str], Outcome[SyntaxFile]]
HEAD = "claims a: A\n"
INPUTS = {
    "wrapped lines": lambda size: HEAD + "  | so\n" * size,
    "stray marks": lambda size: HEAD + "      | so\n" * size,
    "blank lines": lambda size: HEAD + "\n" * size + "  because b: B\n",
    "blank lines with spaces": lambda size: HEAD + "   \t\n" * size + "  because b: B\n",
    "comments": lambda size: HEAD + "  # c\n" * size + "  because b: B\n",
    "steps": lambda size: HEAD + "  because: B\n" * size,
    "refused steps": lambda size: HEAD + "  becuase: B\n  and: C\n" * size,
    "steps that lack a premise": lambda size: HEAD + "  because: B\n  and c C\n" * size,
    "statements": lambda size: HEAD * size,
    "refused statements": lambda size: "clams a: A\n" * size,
    "comments below": lambda size: HEAD + "# c\n" * size,
    "conflicts": lambda size: "<<<<<<< a\n=======\n" * size,
    "premises with nothing to join": lambda size: HEAD + "  note: n\n  and: B\n" * size,
    "fields that cannot stand there": lambda size: HEAD + "  date: 2020\n" * size,
}


@pytest.mark.parametrize("kind", INPUTS)
def test_work_is_linear(parse: Parse, kind: str) -> None:
    small, large = (calls(parse, INPUTS[kind](size)) for size in (200, 1600))
    assert large <= 9 * small


def test_deep_nesting_is_no_recursion(parse: Parse) -> None:
    text = HEAD + "".join(f"{'  ' * depth}because: B\n" for depth in range(1, 3000))
    outcome = parse(text)
    assert outcome.findings == ()
    assert outcome.value.statements[0].lines[-1].depth == 2999


@pytest.mark.parametrize(
    "text",
    [
        HEAD + " " * 1_000_000,
        HEAD + " " * 1_000_000 + "because: B\n",
        "claims a" + " " * 1_000_000 + ": A\n",
        "claims a: " + "A b " * 1_000_000,
        "claims " + "a" * 1_000_000,
        "claims " + "(" * 1_000_000,
        "claims a" + ")" * 1_000_000 + ": A",
        '  at: "' + 'a" ' * 300_000,
        HEAD + "  at: " + "1" * 1_000_000 + "\n",
        "\n" * 1_000_000,
        "a" * 1_000_000,
        "\x00" * 1_000_000,
    ],
    ids=lambda text: f"{text[:12]!r}",
)
def test_one_very_long_line_is_read_to_its_end(parse: Parse, text: str) -> None:
    outcome = parse(text)
    assert len(outcome.findings) <= 1
    assert all(statement.span.end <= len(text) for statement in outcome.value.statements)
