"""A bracket that holds another word than belongs there is told where its word belongs, or which word is meant."""

from collections.abc import Callable

import pytest

from argmap.language.words import DEGREES, SCHEMES
from argmap.model.corpus import Corpus
from argmap.resolve.meant_words import _EITHER, _SCHEMES, _STRENGTHS, meant_strengths
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\nissue q: Q?\n  position yes: Y\n  position no: N\nclaims x: X\n  answers q: yes\n"


def only(understand: Understand, line: str) -> Finding:
    (finding,) = (finding for finding in understand(HEAD + line)[1] if finding.code[:2] == "A1")
    return finding


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("  because (likely) r: R", "A106", "write `because r (likely): TEXT`"),
        ("  because (unlikely..even-chance) r: R", "A106", "write `because r (unlikely..even-chance): TEXT`"),
        ("  despite (Likely) reports r from a: R", "A106", "write `despite reports r from a (likely): TEXT`"),
        ("  because (may) r: R", "A106", "write `because r (possible): TEXT`"),
        ("  because (must be) r: R", "A106", "write `because r (certain): TEXT`"),
        ("  because (perhaps): R", "A106", "write `because (possible): TEXT`"),
        ("  because (can) r: R", "A106", "write `because r (possible): TEXT` or `because r (could): TEXT`"),
        ("  because (likely) r (possible): R", "A106", "keep one of the two"),
        ("  because (probably) r\nclaims r: R", "A106", "its strength stands where `r` is stated"),
        ("claims r (unlikely to likely): R", "A105", "write `unlikely..likely`"),
        ("claims r (likely-unlikely): R", "A105", "write `unlikely..likely`"),
        ("claims r (probably\u2013certainly): R", "A105", "write `likely..certain`"),
        ("claims r (should or must): R", "A105", "write `should..must`"),
        ("claims r (likely or must): R", "A105", "use one of"),
        ("  because (expert) r: R", "A106", "write `authority`"),
        ("  because (Example) r: R", "A106", "write `example`"),
        ("  because r (example): R", "A105", "write `because (example) r: TEXT`"),
        ("  because r (Example): R", "A105", "write `because (example) r: TEXT`"),
        ("  because r (expert opinion): R", "A105", "write `because (authority) r: TEXT`"),
        ("  because (sign) r (example): R", "A105", "keep one of the two"),
        ("  because: R\n  and r (sign): R2", "A105", "`and` takes no scheme"),
        ("claims r (example): R", "A105", "as in `because (example) ...`"),
        ("  because r (may): R", "A105", "write `possible`"),
        ("  because r (may..probably): R", "A105", "write `possible..likely`"),
        ("claims r (probably): R", "A105", "write `likely`"),
        ("claims r (PROBABLY): R", "A105", "write `likely`"),
        ("claims r (very likely): R", "A105", "write `very-likely`"),
        ("claims r (ought to): R", "A105", "write `should`"),
        ("claims r (can\u2019t be): R", "A105", "write `no-chance`"),
        ("  answers q: no from a (might)", "A105", "write `possible`"),
        ("claims r (likley): R", "A105", "write `likely`"),
        ("  because (exampel) r: R", "A106", "write `example`"),
        ("claims r (xyzzy): R", "A105", "use one of"),
    ],
)
def test_the_mend_is_a_line_that_can_be_copied(understand: Understand, line: str, code: str, said: str) -> None:
    finding = only(understand, line + "\n")
    assert finding.code == code
    assert said in finding.help


def test_a_strength_and_a_scheme_are_called_what_they_are(understand: Understand) -> None:
    assert only(understand, "  because (likely) r: R\n").message == "`likely` is a strength, and not a scheme"
    assert only(understand, "  because r (sign): R\n").message == "`sign` is a scheme, and not a strength"
    assert "did you mean the strength `possible`?" in only(understand, "  because (may) r: R\n").message


def test_the_tables_name_words_of_the_language_once() -> None:
    assert set(_STRENGTHS) == DEGREES
    assert set(_SCHEMES) == set(SCHEMES)
    for table in (_STRENGTHS, _SCHEMES):
        words = [word for line in table.values() for word in line.split()]
        assert len(words) == len(set(words))
        assert not DEGREES & set(words)
    assert all(set(meant) <= DEGREES and len(meant) == 2 for meant in _EITHER.values())
    assert meant_strengths("must be") == meant_strengths("Must-Be") == ("certain",)
    assert meant_strengths("must") == ("must",)
    assert meant_strengths("") == meant_strengths("..") == ()
