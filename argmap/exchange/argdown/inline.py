"""What stands inside a text: emphasis, links, mentions, tags, escaped characters and short codes."""

from __future__ import annotations

import re
from typing import NamedTuple

TAG = r"#(?:\([^)\n]{1,300}\)|[\w\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef]+)"
_SIGNS = (
    *("A∀", "E∃", "O𝗢", "P𝗣", "->→", "<->↔", "~¬", "^∧", "v∨", "v_⊻", "<>◇", "[]◻"),
    *("happy😀", "smile☺", "smiley☺", "laugh😆", "lol😆", "rofl🤣", "joy😂", "heart❤", "?❓", "question❓", "love😍"),
    *("wink😉", "shush🤫", "meh😐", "eye-roll🙄", "sad😢", "disappointed😞", "scream😱", "+1👍", "up👍", "-1👎"),
    *("down👎", "think🤔", "star⭐", "y✔", "agree✔", "n❌", "disagree❌"),
)
_SHORT_CODES = {one[:-1]: one[-1] for one in _SIGNS}
"""Short codes without the full stops or colons around them."""
_NAMES = "|".join(map(re.escape, sorted(_SHORT_CODES, key=len, reverse=True)))
_PART = re.compile(
    r"(?P<escaped>\\[^\n])"
    r"|(?P<link>\[[^\[\]]{1,1000}\]\([^()\s]{1,2000}\))"
    r"|(?P<mention>@(?:\[[^\[\]\n]{1,1000}\]|<[^<>\n]{1,1000}>))"
    rf"|(?P<tag>{TAG})"
    rf"|(?P<code>\.(?:{_NAMES})\.|:(?:{_NAMES}):)"
    r"|(?P<mark>\*\*|__|\*|_)"
    r"|(?P<line>[ \t]*\n[ \t]*)"
)
_AFTER_A_MARK = frozenset(" \t\n)}_.,!?;:-*")


class Wording(NamedTuple):
    """A text with what was marked in it.

    Attributes:
        text: Without the marks of emphasis and the addresses of links; tags at its end are not in it.
        tags: All of them, without repetition.
        links: The addresses.
        mentions: The statements, as ``[title]``, and arguments, as ``<title>``, that it names.
        emphasised: How many parts were emphasised.
        codes: How many short codes stand as the signs that they mean.
        untagged: The text without the tags inside it, either.
    """

    text: str
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    emphasised: int = 0
    codes: int = 0
    untagged: str = ""


PLAIN = Wording("")


def wording(raw: str) -> Wording:
    """What a text says; each part is looked at once."""
    return _Reader(raw).wording()


class _Reader:
    """The parts of a text.

    Attributes:
        kept: How many of them stand before the tags at its end.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.parts: list[str] = []
        self.kept = 0
        self.tags: dict[str, None] = {}
        self.tagged: set[int] = set()
        self.links: list[str] = []
        self.mentions: list[str] = []
        self.opened: dict[str, list[int]] = {}
        self.emphasised = self.codes = 0
        self.last_code = -1

    def wording(self) -> Wording:
        at = 0
        for match in _PART.finditer(self.raw):
            self._add(self.raw[at : match.start()])
            at = match.end()
            kind, found = match.lastgroup, match[0]
            if kind == "line":
                self.parts.append(" ")
            elif kind == "tag":
                self.tags.setdefault(found[2:-1] if found[1] == "(" else found[1:])
                self.tagged.add(len(self.parts))
                self.parts.append(found)
            else:
                self.parts.append(self._told(kind or "", match))
                self.kept = len(self.parts)
        self._add(self.raw[at:])
        bare = ("" if number in self.tagged else part for number, part in enumerate(self.parts))
        return Wording(
            " ".join("".join(self.parts[: self.kept]).split()),
            tuple(self.tags),
            tuple(self.links),
            tuple(self.mentions),
            self.emphasised,
            self.codes,
            " ".join("".join(bare).split()),
        )

    def _add(self, plain: str) -> None:
        self.parts.append(plain)
        if plain.strip():
            self.kept = len(self.parts)

    def _told(self, kind: str, match: re.Match[str]) -> str:
        """What a part says as text."""
        found = match[0]
        if kind == "escaped":
            return found[1:]
        if kind == "link":
            title, _, url = found[1:-1].partition("](")
            self.links.append(url)
            return " ".join(title.split())
        if kind == "mention":
            self.mentions.append(found[1:])
        elif kind == "code" and (not found[1].isalpha() or _stands_apart(self.raw, match.start(), self.last_code)):
            self.codes += 1
            self.last_code = match.end()
            return _SHORT_CODES[found[1:-1]]
        elif kind == "mark":
            begun = self.opened.setdefault(found, [])
            if begun and _may_close(self.raw, match):
                self.parts[begun.pop()] = ""
                self.emphasised += 1
                return ""
            if _may_open(self.raw, match):
                begun.append(len(self.parts))
        return found


def _stands_apart(raw: str, begin: int, last_code: int) -> bool:
    """Whether a short code that is a word is none of an abbreviation, such as U.A.E.; it may follow ``.A.x``."""
    return begin == 0 or not raw[begin - 1].isalnum() or last_code == begin - 1


def _may_open(raw: str, match: re.Match[str]) -> bool:
    """Whether emphasis may begin here: before a word, and not inside one, as in ``snake_case`` or ``5*3``."""
    return (match.start() == 0 or not raw[match.start() - 1].isalnum()) and not raw[
        match.end() : match.end() + 1
    ].isspace()


def _may_close(raw: str, match: re.Match[str]) -> bool:
    after = raw[match.end() : match.end() + 1]
    return not raw[match.start() - 1].isspace() and (not after or after in _AFTER_A_MARK)


_SPECIAL = re.compile(r"[\\\\*_#@{}\[\]<>]|/(?=/)|(?<=/)/|\.(?=\S{1,200}?\.)|:(?=\S{1,200}?:)|\A[+\-]|\A\((?=\d+\))")
_LIST_NUMBER = re.compile(r"\A(\d+)\.(?=\s|\Z)")


def written_text(text: str) -> str:
    """A text so written that it is read as itself, whatever it holds."""
    return _LIST_NUMBER.sub(r"\1\.", _SPECIAL.sub(r"\\\g<0>", text))
