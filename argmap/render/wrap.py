"""Breaking text into lines by measured width."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.metrics import is_wide, joins, width

_CUT = "…"


def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int | None = None) -> tuple[str, ...]:
    """The text in lines no wider than `room`, at most so many; a text that is cut ends in an ellipsis.

    Lines break at spaces, and between characters of a full square except in Korean; a word that is wider than a line
    breaks anywhere but inside a character and its marks.
    """
    done: list[str] = []
    line = ""
    for gap, piece in _pieces(text, room, size, bold=bold):
        longer = line + gap + piece if line else piece
        if line and width(longer, size, bold=bold) > room:
            done.append(line)
            line = piece
            if lines is not None and len(done) == lines:
                return (*done[:-1], _shortened(done[-1], room, size, bold=bold))
        else:
            line = longer
    return (*done, line) if line else tuple(done)


def _pieces(text: str, room: float, size: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """What stands together on a line, each with the space before it."""
    # A no-break space is white space too, but no place to break.
    for word in filter(None, text.split(" ")):
        gap = " "
        for atom in _atoms(word):
            if width(atom, size, bold=bold) <= room:
                yield gap, atom
                gap = ""
                continue
            for part in _characters(atom):
                yield gap, part
                gap = ""


def _atoms(word: str) -> Iterator[str]:
    """A word, cut wherever a line may break."""
    if word.isascii():
        yield word
        return
    atom = ""
    for character in _characters(word):
        if _breaks(character[0]) or (atom and _breaks(atom[0])):
            if atom:
                yield atom
            atom = character
        else:
            atom += character
    if atom:
        yield atom


def _breaks(character: str) -> bool:
    """Whether a line may break beside a character.  Korean has spaces for that, and is easier to read with them."""
    return is_wide(character) and not "\u1100" <= character <= "\u11ff" and not "\uac00" <= character <= "\ud7a3"


def _characters(word: str) -> Iterator[str]:
    """Characters, each with its marks and what is joined to it."""
    character = ""
    for code in word:
        if character and not joins(code) and not character.endswith("\u200d"):
            yield character
            character = ""
        character += code
    if character:
        yield character


def _shortened(line: str, room: float, size: float, *, bold: bool) -> str:
    """The line with an ellipsis, cut between words where that keeps most of it."""
    kept = list(_characters(line))
    while kept and width("".join(kept) + _CUT, size, bold=bold) > room:
        kept.pop()
    cut = "".join(kept)
    whole = cut if cut == line else cut.rpartition(" ")[0]
    return (whole if 2 * len(whole) > len(cut) else cut).rstrip(" ,;:–—") + _CUT
