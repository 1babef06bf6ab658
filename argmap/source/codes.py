"""The catalogue: every code that a finding can have, and how much it matters.

A code never changes its meaning and is never used again for another.  The hundreds tell the room: A0 text and lines,
A1 names, A2 the shape of arguments, A3 issues and holders, A4 wording, A5 sources, A6 links, A7 answers to issues, A8
drafts, of which only `argmap check --drafted` finds anything.
What `argmap explain` says of a code stands in ``pages/CODE.md`` beside this file; its first line is the title.
"""

from __future__ import annotations

from argmap.source.finding import Severity

_ERRORS = (
    "A001 A003 A004 A006 A007 A008 A009 A010 A011 A012 A013 A014 A015 A016 A017 A018 A019 A020"
    " A101 A102 A103 A104 A105 A106 A107 A108 A110 A111"
    " A201 A202 A203 A204 A209 A210 A211 A212 A213 A214 A215 A216 A221 A222"
    " A304 A306"
    " A501 A502 A504 A505 A509"
    " A601 A602 A603 A605"
    " A714"
    " A801 A802 A803"
)
_WARNINGS = (
    "A002 A005 A112 A205 A207 A208 A217 A218 A220 A301 A303 A307 A402 A403 A503 A507 A508 A604"
    " A701 A704 A708 A711 A715 A716 A717"
    " A804 A805 A806 A807 A808 A809"
)
_NOTES = "A021 A113 A219 A302 A401 A506 A702 A703 A705 A706 A707 A709 A710 A712 A713 A810"

SEVERITIES: dict[str, Severity] = {
    **dict.fromkeys(_ERRORS.split(), Severity.ERROR),
    **dict.fromkeys(_WARNINGS.split(), Severity.WARNING),
    **dict.fromkeys(_NOTES.split(), Severity.NOTE),
}
"""Every code and its severity, before a project's settings."""

OF_LINKS_LEFT_OUT = frozenset(("A601", "A603", "A604"))
"""What is found of links that cannot all hold, or say nothing: a comparison does without them."""


def page(code: str) -> str:
    """What `argmap explain` says of a code, as Markdown.

    Raises:
        KeyError: There is no such code.
    """
    from importlib.resources import files

    if code not in SEVERITIES:
        raise KeyError(code)
    return files("argmap.source").joinpath("pages", f"{code}.md").read_text(encoding="utf-8")


def title(code: str) -> str:
    """The first line of its page, without the mark of a heading."""
    return page(code).partition("\n")[0].removeprefix("# ").partition(": ")[2]
