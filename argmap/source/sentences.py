"""The sentences of a source text: where each begins and ends, whatever the layout and the script.

Paragraphs come first: lines that a program wrapped belong together, headings, items of lists and rows stand alone.
Within a paragraph marks end sentences, save those of abbreviations, initials and numbers, and those that close what is
quoted within a sentence.  The cost grows in line with the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from argmap.source.scripts import HAN_AND_KANA
from argmap.source.searchable_text import without_asides
from argmap.source.text import SourceText, Span


class SourceSentence(NamedTuple):
    """A sentence, a heading, or an item of a list.

    Attributes:
        text: Its words with single spaces, without marks of footnotes, quoted lines, links and emphasis.
        span: Where it stands in the text of the source, without the mark of a list or heading before it.
        line: That on which it begins, from 1.
    """

    text: str
    span: Span
    line: int


_STOPS = (
    ".!?\u2026\u203c\u203d\u2047-\u2049\u0589\u061f\u06d4\u0964\u0965\u1362\u1367\u1368\u104b\u17d4\u17d5\u0f0d\u0f0e"
)
_WIDE_STOPS = "\u3002\uff01\uff1f\uff0e\uff61"
_CLOSERS = "\"'\u2019\u201d\u00bb\u203a)\\]*_\u300d\u300f\uff09\u3011\u300b"
_END = re.compile(
    rf"(?<![{_STOPS}])[{_STOPS}]++[{_CLOSERS}]*+(?:[ \u00a0\u202f][\u00bb\u203a])?(?=\s|$)"
    rf"|(?<![{_WIDE_STOPS}])[{_WIDE_STOPS}]++[{_CLOSERS}]*+"
)
_NO_END = (
    "Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|St|Ste|Sts|Mt|Ft|Gen|Maj|Col|Lt|Capt|Cpl|Sgt|Adm|Cmdr|Sen|Rep|Reps|Gov|Pres|Amb|"
    "Rev|Fr|Hon|Nos?|vs?|viz|cf|ca|al|eds?|trans|vols?|pp?|paras?|chap|ch|sec|sect|[Aa]rts?|[Ff]igs?|[Ee]qs?|[Tt]ab|approx|est|"
    "e\\.g|i\\.e|resp|incl|esp|Bros|Mme|Mlle|bzw|vgl|Abs|Nr|Bd|Hrsg|usw|z\\.B|d\\.h"
)
"""What is followed by more of its sentence, with a capital letter or a number too."""
_SELDOM_END = (
    "etc|Inc|Ltd|Co|Corp|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Univ|Dept|Ave|Blvd|Ph\\.D|"
    "[^\\W\\d_]|(?:[^\\W\\d_]\\.)+[^\\W\\d_]"
)
"""What may stand last in its sentence: what begins the next one tells."""
_BEFORE = r"(?:^|(?<=[\s(\[\u201c\u2018\"'*_\u2013\u2014/-]))"
_ABBREVIATION = re.compile(rf"{_BEFORE}(?:{_NO_END})$")
_DOUBTFUL = re.compile(rf"{_BEFORE}(?:{_SELDOM_END})$")
_BEGINNING = re.compile(
    r"(?:The|This|That|These|Those|It|Its|He|She|They|We|You|His|Her|Their|Our|My|There|Here|But|And|Or|So|Yet|However|"
    r"Although|Though|While|When|Where|Why|What|Who|How|If|In|On|At|By|For|From|To|With|As|An|After|Before|Since|Some|"
    r"Many|Most|All|Both|Each|No|Not|Nor|Now|Then|Thus|Such|Other|Another|Moreover|Nevertheless|Still|Even|Only)\b"
)
_MONTH = re.compile(
    r"(?:Januar|Februar|M\u00e4rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)\b"
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}$")
_OPENERS = " \t\u00a0\u3000\r\n\"'\u2018\u201a\u201c\u201e\u00ab\u2039([*_\u300c\u300e\uff08\u3010\u300a\u00bf\u00a1"
_GOES_ON = ".,;:!?)]}%\u2026\u3001\uff0c"
_AFTER_WHAT_IS_QUOTED = ("\u3068", "\u3063\u3066")
"""Japanese: `said that`."""

_LINK = re.compile(r"\[([^\[\]]*+)\]\([^()\s]*+\)")
_EMPHASIS = re.compile(r"(?<!\s)\*+|\*+(?!\s)|(?<!\w)_+(?=\w)|(?<=[^\W_])_+(?!\w)|\\(?=[^\w\s])")
_WRAPPED_HAN = re.compile(rf"(?<=[{HAN_AND_KANA}\u3001\uff0c])[ \t\r]*+\n[ \t]*+(?=[{HAN_AND_KANA}])")
_MARK = re.compile(r"[ \t]*+(?:(?:>[ \t]*+)++)?(?:[-*+\u2022\u2023\u25aa\u25cf\u25e6\u00b7][ \t]+|#{1,6}[ \t]+)")
_WEAK_MARK = re.compile(r"[ \t]*+(?:(?:[\u2013\u2014])|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,4})[.)])[ \t]+")
"""What begins an item of a list, and may begin a line of a wrapped paragraph as well."""
_CLOSED = re.compile(rf"[{_STOPS}{_WIDE_STOPS}:;][{_CLOSERS}]*+$")
_WRAPPED_FROM = 30
_WRAPPED_TO = 160
"""Columns that a wrapped line can have, save the last one of its paragraph."""
_FILLED = 0.75
"""How much of the widest line near it a wrapped line fills at least, with the word that no longer fitted."""


def sentences(source: SourceText) -> tuple[SourceSentence, ...]:
    """All sentences of a source, in order; what has neither letters nor digits is none."""
    text = without_asides(source.text)
    found = (span for block in _blocks(text) for span in _within(text, block))
    return tuple(
        SourceSentence(_words(source.text[span.start : span.end]), span, source.position(span.start).line)
        for span in found
    )


def sentence_around(among: Sequence[SourceSentence], span: Span) -> Span:
    """The sentence in which something stands, and all in which it does where it runs over an end; itself if in none."""
    first = bisect_right(among, span.start, key=lambda sentence: sentence.span.end)
    last = bisect_left(among, span.end, key=lambda sentence: sentence.span.start) - 1
    if first > last:
        return span
    return Span(min(among[first].span.start, span.start), max(among[last].span.end, span.end))


def _words(said: str) -> str:
    said = without_asides(_LINK.sub(r"\1", said) if "](" in said else said)
    said = _EMPHASIS.sub("", said)
    return " ".join((said if said.isascii() else _WRAPPED_HAN.sub("", said)).split())


class _Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: Where its words begin, behind the mark of an item.
        mark: Whether such a mark stands before them: surely, perhaps, or not.
    """

    start: int
    end: int
    mark: bool | None


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs, headings and items of lists: no sentence runs over their ends."""
    whole: Span | None = None
    for group in _groups(text):
        for first, last in _parted(text, group):
            # A page, a picture or an advertisement can stand in the middle of a sentence, between blank lines.
            if whole is not None and first is group[0] and _is_broken_off(text, whole, first):
                whole = Span(whole.start, last.end)
                continue
            if whole is not None:
                yield whole
            whole = Span(first.start, last.end)
    if whole is not None:
        yield whole


def _groups(text: str) -> Iterator[list[_Line]]:
    """Lines with no blank one between them."""
    group: list[_Line] = []
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = _line(text, at, end)
        if line is not None:
            group.append(line)
        elif group:
            yield group
            group = []
        at = end + 1
    if group:
        yield group


def _is_broken_off(text: str, before: Span, after: _Line) -> bool:
    """Whether what stands before a blank line goes on behind it."""
    last = text[max(before.start, before.end - 80) : before.end].rpartition("\n")[2]
    return (
        after.mark is None
        and text[after.start].islower()
        and len(last) >= _WRAPPED_FROM
        and not _CLOSED.search(last[-12:])
    )


def _line(text: str, start: int, end: int) -> _Line | None:
    while end > start and text[end - 1].isspace():
        end -= 1
    mark: bool | None = None
    if found := _MARK.match(text, start, end):
        start, mark = found.end(), True
    elif found := _WEAK_MARK.match(text, start, end):
        start, mark = found.end(), False
    while start < end and text[start].isspace():
        start += 1
    return _Line(start, end, mark) if start < end else None


def _parted(text: str, group: Sequence[_Line]) -> Iterator[tuple[_Line, _Line]]:
    """The first and the last line of each paragraph among lines with no blank one between them."""
    widths = [_width(text[line.start : line.end]) for line in group]
    most = max((width for width in widths if width <= _WRAPPED_TO), default=0)
    first = 0
    for number in range(1, len(group) + 1):
        if number < len(group) and _runs_on(text, group[number - 1], group[number], widths[number - 1], most):
            continue
        yield group[first], group[number - 1]
        first = number


def _runs_on(text: str, line: _Line, after: _Line, width: int, most: int) -> bool:
    """Whether two lines belong to one paragraph."""
    if after.mark:
        return False
    said, begins = text[max(line.start, line.end - 12) : line.end], text[after.start]
    closed = _CLOSED.search(said) is not None
    if after.mark is False:
        return not closed and _WRAPPED_FROM <= width <= _WRAPPED_TO and width >= _FILLED * most
    if not closed and begins.islower():
        return True
    if not _WRAPPED_FROM <= width <= _WRAPPED_TO or _is_title(text[line.start : line.end]):
        return False
    word = text[after.start : min(after.end, after.start + 40)].partition(" ")[0]
    next_word = 1 if east_asian_width(begins) in "WF" else _width(word) + 1
    return width + next_word >= _FILLED * max(most, 40)


def _width(said: str) -> int:
    if said.isascii():
        return len(said)
    return len(said) + sum(east_asian_width(sign) in "WF" for sign in said)


def _is_title(said: str) -> bool:
    """Whether all words that are not small begin with a capital letter, and nothing ends a sentence."""
    if _END.search(said):
        return False
    words = [word.strip(_OPENERS + ",:") for word in said.split()]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _within(text: str, block: Span) -> Iterator[Span]:
    """The sentences of a paragraph."""
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if _ends(text, match, start, block.end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        yield Span(start, end)


def _ends(text: str, match: re.Match[str], start: int, end: int) -> bool:
    said = match[0]
    after = text[match.end() : min(match.end() + 60, end)]
    if said[0] in _WIDE_STOPS:
        return not (len(said) > 1 and after.startswith(_AFTER_WHAT_IS_QUOTED))
    after = after.lstrip(_OPENERS)
    if not after:
        return True
    if after[0].islower() or after[0] in _GOES_ON:
        return False
    if said[0] != ".":
        return True
    before = text[max(start, match.start() - 20) : match.start()]
    if _ABBREVIATION.search(before) or (_ORDINAL.search(before) and _MONTH.match(after)):
        return False
    return not _DOUBTFUL.search(before) or _BEGINNING.match(after) is not None
