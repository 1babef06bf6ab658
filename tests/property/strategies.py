"""Argument texts that parse and resolve without a finding, written as people write them, and damage to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from argmap.language.ids import is_id
from argmap.language.words import RESERVED, SCHEMES

ISSUES = """issue deepen: Should the harbour be deepened?
  position yes: It should.
  position partly: Half of it should.
  position no: It should not.
  order: yes > partly > no
issue pay: Who should pay?
  position city: The city.
  position state: The state.
  compatible: city, state
actor council: The council
  also: The aldermen, the council of the city
actor pilots: The pilots
  speaks-for: council
"""
ANSWERS = (
    "deepen: yes",
    "deepen: not partly",
    "deepen: open",
    "pay: city",
    "pay: state",
    "pay: not open from pilots",
    "pay: city from pilots (likely)",
)
VOICES = ("from council", "from council, pilots", "from pilots quoting council", "from council quoting pilots, council")
STRENGTHS = ("likely", "should-not", "unlikely..even-chance", "could..must", "no-chance")

_LETTERS = "abcxyz019éßñсторіяαβγ한국中文कखिாத\u0652عرب\u0301"
ids = (
    st.lists(st.text(_LETTERS, min_size=1, max_size=4), min_size=1, max_size=3)
    .map("-".join)
    .filter(lambda text: is_id(text) and unicodedata.normalize("NFC", text) not in RESERVED)
)
"""Ids in several scripts, composed or not."""

prose = (
    st.lists(
        st.one_of(
            st.characters(codec="utf-8", exclude_characters="\r\n"),
            st.sampled_from(" \t:#|()\"'\\.,_-<>{}[]"),
            st.sampled_from((" because ", " not ", " from ", " open ", " claims ")),
        ),
        max_size=30,
    )
    .map(lambda pieces: "".join(pieces).strip(" \t\r"))
    .filter(bool)
)
"""What an author may say: anything on one line."""


class Writer:
    """Writes one document; each claim has an id and a text of its own."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self._draw = draw
        self._count = 0
        self._named: list[str] = []
        self.lines: list[str] = []

    def _chance(self, of: int = 2) -> bool:
        return bool(self._draw(st.integers(0, of - 1)) == 0)

    def _one(self, choices: tuple[str, ...]) -> str:
        return str(self._draw(st.sampled_from(choices)))

    def _said(self, head: str, pad: str) -> None:
        """A line and its text, perhaps over several lines, perhaps below comments and blank lines."""
        self._count += 1
        if self._chance(8):
            self.lines.append(self._one(("", "  ", f"{pad}# a comment", "# because: not read")))
        text = f"{self._draw(prose)} {self._count}"
        if self._chance(8):
            self.lines.append(f"{pad}{head}:")
            self.lines.append(f"{pad}  | {text}")
        else:
            self.lines.append(f"{pad}{head}{self._one((':', ' :'))}{self._one((' ', '   '))}{text}")
        for _ in range(self._draw(st.integers(0, 2)) if self._chance(4) else 0):
            self.lines.append(f"{pad}  |{self._one(('', ' '))}{self._draw(prose)}" if self._chance(3) else f"{pad}  |")
        if self.lines[-1].endswith("  |"):
            self.lines.append(f"{pad}  | so")

    def _name(self) -> str:
        return f"{self._draw(ids)}-{self._count}"

    def statement(self) -> None:
        """A claim at column 0, with all that is under it."""
        verb, voices = self._attitude()
        name = self._name()
        self._said(f"{verb} {name}{voices}{self._strength()}", "")
        under = self._under(1)
        if not under:
            self.lines.append(f"  answers {self._one(ANSWERS)}")
        self._named.append(name)
        if self._chance(3):
            self.lines.append("")

    def _attitude(self) -> tuple[str, str]:
        verb = self._one(("claims", "denies", "reports", "endorses", "doubts", "supposes", "implies"))
        if verb in ("reports", "endorses") or (verb in ("denies", "doubts", "implies") and self._chance()):
            return verb, f" {self._one(VOICES)}"
        return verb, ""

    def _strength(self) -> str:
        return f" ({self._one(STRENGTHS)})" if self._chance(3) else ""

    def _under(self, depth: int) -> int:
        """Fields and steps; returns how many of them tie the claim to something."""
        pad = "  " * depth
        ties = 0
        if self._chance(3):
            self.lines.append(f"{pad}answers {self._one(ANSWERS)}")
            ties += 1
        for _ in range(self._draw(st.integers(0, 2)) if self._chance() else 0):
            self._field(pad)
        for _ in range(self._draw(st.integers(0, 3 - depth))):
            self._step(depth)
            ties += 1
        return ties

    def _field(self, pad: str) -> None:
        if self._chance():
            self._said(self._one(("note", "cites", "tags")), pad)
        else:
            self.lines.append(pad + self._one(('at: "two words"', "at: 12 “two words”", "at: 7", "was: old-id")))

    def _step(self, depth: int) -> None:
        word = self._one(("because", "despite", "unless", "if", "only-if"))
        scheme = f" ({self._one((*SCHEMES, 'sign, cause', 'example,authority'))})" if self._chance(3) else ""
        self._premise(word + scheme, depth)
        for _ in range(self._draw(st.integers(0, 1))):
            self._premise("and", depth)
        pad = "  " * depth
        if self._chance(5):
            self.lines.append(pad + self._one(('step-at: "two words"', "step-at: 12 “two words”", "step-at: 7")))
        if word in ("because", "despite") and self._chance(4):
            self._premise("undercut", depth)
            self._premise("and", depth)
        if self._chance(5):
            self._said("step-note", pad)

    def _premise(self, step: str, depth: int) -> None:
        pad = "  " * depth
        if self._named and self._chance(4):
            # Only what stands above: so there is no circle.
            self.lines.append(f"{pad}{step} {self._one(tuple(self._named))}")
            return
        if self._chance(3):
            self._said(f"{step}{self._strength()}", pad)
        else:
            verb, voices = self._attitude() if self._chance(3) else ("", "")
            self._said(f"{step} {verb}{' ' if verb else ''}{self._name()}{voices}{self._strength()}", pad)
        if depth < 3:
            self._under(depth + 1)


@st.composite
def documents(draw: Callable[[st.SearchStrategy[Any]], Any]) -> str:
    """The text of a document's file."""
    writer = Writer(draw)
    count = draw(st.integers(1, 4))
    for number in range(count):
        if number and draw(st.integers(0, 5)) == 0:
            writer.lines += ["section: Part", *(["  level: 2"] if "section: Part" in writer.lines else [])]
        writer.statement()
    header = "document harbour: Should the harbour be deepened?\n  author author-a: Author A\n"
    text = header + "".join(f"{line}\n" for line in writer.lines)
    return text.replace("\n", "\r\n") if draw(st.integers(0, 7)) == 0 else text


@st.composite
def damaged(draw: Callable[[st.SearchStrategy[Any]], Any], text: str) -> str:
    """A text after a few slips of the kind that editors and people make."""
    for _ in range(draw(st.integers(1, 4))):
        pieces = text.split("\n") if draw(st.booleans()) else list(text)
        between = "\n" if len(pieces) < len(text) else ""
        if not pieces:
            return text
        at = draw(st.integers(0, len(pieces) - 1))
        other = draw(st.integers(0, len(pieces) - 1))
        match draw(st.sampled_from(("delete", "double", "swap", "insert"))):
            case "delete":
                del pieces[at]
            case "double":
                pieces.insert(at, pieces[at])
            case "swap":
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case _:
                pieces.insert(at, draw(st.sampled_from(SLIPS) | st.text(max_size=3)))
        text = between.join(pieces)
    return text


SLIPS = (
    *(":", " ", "\t", "\n", "\r", "#", "|", "(", ")", '"', ",", ".", "-", ">", "\x00", "\u2028", "\u200b", "\uff1a"),
    *(
        "because",
        "  and",
        "  undercut x: y",
        "  step-note: z",
        "    | z",
        "from ",
        "not ",
        "quoting",
        "<<<<<<< a\n",
        "=======\n",
    ),
    *(
        ">>>>>>> b\n",
        "document d: D",
        "claims",
        "issue deepen: Again?",
        "  answers deepen: yes",
        "link a.b same-as c.d",
        "link deepen unrelated-to a.b",
    ),
)

words_of_the_language = st.lists(
    st.tuples(
        st.sampled_from(("", "", "  ", "    ", "      ", " ", "\t")),
        st.sampled_from(SLIPS) | st.sampled_from(sorted(RESERVED)) | ids,
        st.sampled_from(("", " x", " x y", " (likely)", " (", " from a", " x.y", " a same-as b")),
        st.sampled_from(("", ":", ": ", ": z", ":z", "\uff1az")),
    ).map("".join),
    max_size=12,
).map("\n".join)
"""Lines that are nearly lines."""
