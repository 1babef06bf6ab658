"""A line that does not parse hides no finding in the lines below it, in its statement or in the next."""

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = (
    "document d: D\n  author a: A\nissue q: Q?\n  position yes: Y\n  position no: N\n"
    "claims x: X.\n  answers q: yes\nclaims w: W.\n  because x\n"
)
BROKEN = {
    "no colon": "  because foo The reason",
    "an unknown word": "  becuase foo: The reason",
    "a word that no word is like": "  xyzzy foo: The reason",
    "a bracket": "  because (sign foo: The reason",
    "an id of two words": "  because foo bar: The reason",
    "a glued colon": "  because foo:The reason",
    "a tab": "\tbecause foo: The reason",
    "an odd number of spaces": "   because foo: The reason",
}
BELOW = {
    "an unknown claim": ("    because nowhere\n", "A103"),
    "an unknown claim, deeper": ("    because ok: Ok.\n      because nowhere\n", "A103"),
    "an unknown issue": ("    answers nothing: yes\n", "A101"),
    "an unknown position": ("    answers q: never\n", "A102"),
    "an unknown holder": ("    because reports r from nobody: R\n", "A104"),
    "an unknown strength": ("    because r (xyzzy): R\n", "A105"),
    "a strength for a scheme": ("    because (likely) r: R\n", "A106"),
    "an unknown kind": ("    kind: xyzzy\n", "A108"),
    "a colon": ("    because r:R\n", "A013"),
    "a word": ("    becuase r: R\n", "A010"),
    "no text": ("    note:\n", "A017"),
    "a cue": ("    at: no quotes\n", "A216"),
}
HEADS = ("clams z: Z", "claims z Z", "claims (likely z: Z", "claims z:Z", "claims z z: Z", "Claims z: Z")


def codes(understand: Understand, text: str) -> set[str]:
    return {finding.code for finding in understand(HEAD + text)[1]}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=list(BROKEN))
@pytest.mark.parametrize(("below", "code"), BELOW.values(), ids=list(BELOW))
def test_under_a_broken_line(understand: Understand, broken: str, below: str, code: str) -> None:
    text = f"claims z: Z.\n  because x\n{broken}\n{{}}"
    alone = codes(understand, text.format(""))
    found = codes(understand, text.format(below))
    assert found == alone | {code}


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize(("below", "code"), BELOW.values(), ids=list(BELOW))
def test_under_a_broken_first_line(understand: Understand, head: str, below: str, code: str) -> None:
    text = f"{head}\n  because x\n{{}}"
    assert codes(understand, text.format(below.replace("    ", "  "))) == codes(understand, text.format("")) | {code}


@pytest.mark.parametrize(("below", "code"), BELOW.values(), ids=list(BELOW))
def test_beside_it_and_in_the_next_statement(understand: Understand, below: str, code: str) -> None:
    here = below.replace("    ", "  ", 1).replace("\n      ", "\n    ")
    text = "claims z: Z.\n  because foo The reason\n{}claims v: V.\n  because x\n{}"
    alone = codes(understand, text.format("", ""))
    assert codes(understand, text.format(here, "")) == alone | {code}
    assert codes(understand, text.format("", here)) == alone | {code}


def test_under_a_line_that_cannot_stand_where_it_does(understand: Understand) -> None:
    text = "claims z: Z.\n  because x\n  note: N\n    because nowhere\n      answers nothing: yes\n    because: Y\n"
    assert {"A018", "A101", "A103"} <= codes(understand, text)
    text = "claims z: Z.\n  because x\n  claims y: Y\n    because nowhere\n    becuase: N\n"
    assert {"A011", "A103", "A010"} <= codes(understand, text)


def test_words_of_a_text_declare_nothing(understand: Understand) -> None:
    text = "claims z: Z.\n  because (sign foo: The mandate\n    | of the council\nclaims v: V.\n  because {}\n"
    for word in ("mandate", "council"):
        assert codes(understand, text.format(word)) == {"A014", "A103"}
    assert codes(understand, text.format("foo")) == {"A014"}


def test_what_the_lines_below_declare_is_known(understand: Understand) -> None:
    text = "clams z: Z.\n  because one: One.\n    because two\n  because two: Two.\n"
    text += "claims v: V.\n  because one\n  because z\n"
    assert codes(understand, text) == {"A010"}


def test_a_file_that_is_none_does_not_bury_its_reader(understand: Understand) -> None:
    code = "def function(word):\n    if word:\n        return word\n    for letter in word:\n        print(letter)\n"
    _, findings = understand(code)
    assert len(findings) <= 3
    prose = "Once upon a time\n  there was a town\n  and it had a harbour\n    that was too shallow\n" * 30
    assert len(understand(prose)[1]) <= 100


def test_nothing_below_is_taken_for_a_claim(understand: Understand) -> None:
    corpus, _ = understand(HEAD + "clams z: Z.\n  because one: One.\n  answers q: no\n")
    assert set(corpus.claims) == {"d.x", "d.w"}


def test_it_takes_no_long(understand: Understand) -> None:
    from time import process_time

    started = process_time()
    understand(HEAD + "clams z: Z.\n" + "  becuase y: Y\n    because nowhere\n" * 3000)
    understand(HEAD + "".join(f"clams z{number}: Z.\n  becuase y: Y\n    because nowhere\n" for number in range(1000)))
    assert process_time() - started < 20


def test_one_blank_before_a_line_is_no_statement(understand: Understand) -> None:
    assert codes(understand, "claims z: Z.\n  because x\n xyzzy\n  because nowhere\n") == {"A007", "A103"}
    assert codes(understand, "claims z: Z.\n  because x\n | more\n (\n  because nowhere\n") >= {"A103"}
