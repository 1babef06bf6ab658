"""How wide text is, and breaking it into lines: a table in place of a font file, alike on every machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator


def _table(numbers: str) -> tuple[float, ...]:
    return tuple(int(number) / 1000 for number in numbers.split())


# Advances of the printable ASCII characters in thousandths of an em, from DejaVu Sans 2.37, which is wider than most
# fonts that a reader's machine will show in its place.
_REGULAR = _table(
    "318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 636 636 337 337 "
    "838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 787 603 787 695 635 611 732 684 989 "
    "685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 635 634 278 278 579 278 974 634 612 635 635 411 521 "
    "392 634 592 818 592 592 525 636 337 636 838"
)
_BOLD = _table(
    "348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 696 696 696 400 400 "
    "838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 837 850 733 850 770 720 682 812 774 "
    "1103 771 724 725 457 365 457 838 500 500 675 716 593 716 678 435 716 712 343 343 665 343 1042 712 687 716 716 "
    "493 595 478 712 652 924 645 652 582 712 365 712 838"
)
_OTHER = 0.72
_OTHER_BOLD = 0.8
_EMOJI = 1.3
_JOINER = "\u200d"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line of text is at a font size, in the unit of the size."""
    table = _BOLD if bold else _REGULAR
    total = 0.0
    for character in text:
        code = ord(character) - 32
        total += table[code] if 0 <= code < len(table) else _advance(character, bold=bold)
    return total * size


def is_wide(character: str) -> bool:
    """Whether a character takes a full square, as Chinese, Japanese and Korean ones do."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def joins(character: str) -> bool:
    """Whether a character is shown as part of the one before it."""
    return character == _JOINER or unicodedata.combining(character) > 0 or unicodedata.category(character) in _MARKS


_MARKS = ("Mn", "Me", "Cf")


def _advance(character: str, *, bold: bool) -> float:
    # The engine takes each byte of what is not ASCII for a space.  A line that it took for wider than its cell would
    # not start at the left of it, so none may be wider by its count either.
    counted = len(character.encode()) * (_BOLD if bold else _REGULAR)[0]
    if joins(character):
        return counted
    if is_wide(character):
        return max(counted, _EMOJI if unicodedata.category(character) == "So" else 1.0)
    return max(counted, _OTHER_BOLD if bold else _OTHER)


_CUT = "…"


def wrap(text: str, room: float, size: float, *, bold: bool = False, lines: int | None = None) -> tuple[str, ...]:
    """The text in lines no wider than `room`, at most so many; a text that is cut ends in an ellipsis.

    Lines break at spaces, and between characters of a full square except in Korean; a word that is wider than a line
    breaks anywhere but inside a character and its marks.
    """
    done: list[str] = []
    line, used = "", 0.0
    for gap, piece in _pieces(text, room, size, bold=bold):
        more = width(gap + piece if line else piece, size, bold=bold)
        if line and used + more > room:
            done.append(line)
            line, used = piece, width(piece, size, bold=bold)
            if lines is not None and len(done) == lines:
                return (*done[:-1], _shortened(done[-1], room, size, bold=bold))
        else:
            line, used = line + gap + piece if line else piece, used + more
    return (*done, line) if line else tuple(done)


def middle_cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """A name in one line, shortened in the middle where it is too long: names differ most at their ends."""
    if width(text, size, bold=bold) <= room:
        return text
    kept = list(_characters(text))
    while len(kept) > 2:
        half = (len(kept) + 1) // 2
        del kept[half - 1]
        half = (len(kept) + 1) // 2
        shown = "".join(kept[:half]) + _CUT + "".join(kept[half:])
        if width(shown, size, bold=bold) <= room:
            return shown
    return _CUT


def split_marks(words: Iterable[tuple[str, bool]], shown: Iterable[str]) -> Iterator[tuple[tuple[str, bool], ...]]:
    """Lines of a text that was given in parts, each again in parts: breaking it has left out spaces alone."""
    flags = [flag for part, flag in words for letter in part if not letter.isspace()]
    for line in shown:
        found: list[tuple[str, bool]] = []
        place = 0
        for letter in line:
            # A space stands out between two words that do; the sign that a text is cut was never in it.
            flag = (
                bool(flags)
                and flags[min(place, len(flags) - 1)]
                and (not letter.isspace() or bool(found and found[-1][1]))
            )
            if found and found[-1][1] is flag:
                found[-1] = (found[-1][0] + letter, flag)
            else:
                found.append((letter, flag))
            place += not letter.isspace()
        del flags[:place]
        yield tuple(found)


def _pieces(text: str, room: float, size: float, *, bold: bool) -> Iterator[tuple[str, str]]:
    """What stands together on a line, each with the space before it."""
    # A no-break space is white space too, but no place to break.
    for word in filter(None, text.split(" ")):
        gap = " "
        for atom in _atoms(word):
            for part in (atom,) if width(atom, size, bold=bold) <= room else _characters(atom):
                yield gap, part
                gap = ""


def _atoms(word: str) -> Iterator[str]:
    """A word, cut wherever a line may break."""
    if word.isascii():
        yield word
        return
    atom = ""
    for character in _characters(word):
        if atom and (_breaks(character[0]) or _breaks(atom[0])):
            yield atom
            atom = ""
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
