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
    parts: list[str] = []
    tags: dict[str, None] = {}
    links: list[str] = []
    mentions: list[str] = []
    opened: dict[str, list[int]] = {}
    tagged: set[int] = set()
    emphasised = codes = 0
    trailing = at = 0
    last_code = -1
    for match in _PART.finditer(raw):
        before = raw[at : match.start()]
        parts.append(before)
        if before.strip():
            trailing = len(parts)
        at = match.end()
        kind, found = match.lastgroup, match[0]
        if kind == "line":
            parts.append(" ")
            continue
        if kind == "tag":
            tags.setdefault(found[2:-1] if found[1] == "(" else found[1:])
            tagged.add(len(parts))
            parts.append(found)
            continue
        if kind == "escaped":
            parts.append(found[1:])
        elif kind == "link":
            title, _, url = found[1:-1].partition("](")
            parts.append(" ".join(title.split()))
            links.append(url)
        elif kind == "mention":
            mentions.append(found[1:])
            parts.append(found)
        elif kind == "code" and (not found[1].isalpha() or _stands_apart(raw, match.start(), last_code)):
            parts.append(_SHORT_CODES[found[1:-1]])
            codes += 1
            last_code = at
        elif kind == "mark":
            begun = opened.setdefault(found, [])
            if begun and _may_close(raw, match):
                parts[begun.pop()] = ""
                emphasised += 1
                parts.append("")
            else:
                if _may_open(raw, match):
                    begun.append(len(parts))
                parts.append(found)
        else:
            parts.append(found)
        trailing = len(parts)
    rest = raw[at:]
    if rest.strip():
        parts.append(rest)
        trailing = len(parts)
    text = " ".join("".join(parts[:trailing]).split())
    untagged = (
        " ".join("".join("" if at in tagged else part for at, part in enumerate(parts)).split()) if tags else text
    )
    return Wording(text, tuple(tags), tuple(links), tuple(mentions), emphasised, codes, untagged)


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
