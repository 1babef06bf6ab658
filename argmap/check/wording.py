"""Rules about words: how claims are worded, named and cued, and characters that make a text look other than it is.

What has one name has one id, whatever the spaces, the composition and the case.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from argmap.check.kept import DocumentPart, Kept
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.source.finding import Edit, Finding, Related
from argmap.source.loosened import loosened
from argmap.source.text import Place, SourceText, Span

LONGEST = 280
"""Characters in the text of a claim, beyond which it is probably more than one."""
FEWEST, MOST = 2, 6
"""Words in a cue."""
_FIRST_UNSPACED = "\u0e00"
"""No letter before it is of a script without spaces."""


def wording(corpus: Corpus, parts: Sequence[DocumentPart], kept: Kept) -> Iterator[Finding]:
    """All findings of this family."""
    for part in parts:
        yield from kept.of("wording", part.document.id, (part,), partial(_of_claims, part.claims))
    for key, actor in corpus.actors.items():
        if not key.isascii():
            yield from _mixed_scripts(actor.id, actor.origin)
    for term in corpus.terms.values():
        yield from _cue_lengths(term.cues)
    yield from _short_names(corpus)


def _of_claims(claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """What is found in those of one document."""
    found: list[Finding] = []
    said: dict[str, Claim] = {}
    for claim in claims:
        found += _too_long(claim)
        found += _said_before(claim, said)
        found += _cue_lengths(claim.all_cues)
        if not claim.id.isascii():
            found += _mixed_scripts(claim.name, claim.origin)
    return tuple(found)


class _Called(NamedTuple):
    """What pictures and tables call something.

    Attributes:
        id: Its id.
        own: Its short name; empty where it has none and is called by its whole one.
        whole: Its whole name.
    """

    id: str
    own: str
    whole: str
    origin: Place


def _short_names(corpus: Corpus) -> Iterator[Finding]:
    """Short names by which two things of one sort are called."""
    documents = (_Called(one.id, one.short, one.title, one.origin) for one in corpus.documents.values())
    actors = [(one.document, _Called(one.id, one.short, one.name, one.origin)) for one in corpus.actors.values()]
    issues = (_Called(one.id, one.short, one.question, one.origin) for one in corpus.issues.values())
    yield from _shared("documents", documents)
    yield from _shared("actors", (actor for _, actor in actors))
    yield from _shared("issues", issues)
    for issue in corpus.issues.values():
        positions = (_Called(one.id, one.short, one.text, one.origin) for one in issue.positions)
        yield from _shared(f"answers to `{issue.id}`", positions)


def _shared(things: str, called: Iterable[_Called]) -> Iterator[Finding]:
    by_name: dict[str, list[_Called]] = {}
    for one in called:
        by_name.setdefault((one.own or one.whole).casefold(), []).append(one)
    for those in by_name.values():
        short = next((one for one in reversed(those) if one.own), None)
        if short is None or len(those) == 1:
            continue
        first = next(one for one in those if one is not short)
        yield Finding(
            code="A717",
            message=f"two {things} are called “{short.own}” in pictures and tables",
            place=short.origin,
            label="the other bears that name, too" if first.own else "that is the whole name of the other",
            related=(Related(first.origin, "the other"),),
            help=f"give `{short.id}` a `short:` name that no other has",
        )


def _too_long(claim: Claim) -> Iterator[Finding]:
    if len(claim.text) > LONGEST:
        yield Finding(
            code="A401",
            message=f"the text has {len(claim.text)} characters, and {LONGEST} are enough for one claim",
            place=claim.wording,
            label="is this more than one claim?",
            help="state its parts as claims of their own, joined by `because` and `and`",
        )


def _said_before(claim: Claim, said: dict[str, Claim]) -> Iterator[Finding]:
    if claim.statement and not claim.named:
        # Its id is taken by another claim: that it was stated twice is said there.
        return
    first = said.setdefault(claim.text, claim)
    if first is not claim:
        name = first.name if first.named else "some-id"
        yield Finding(
            code="A403",
            message="this document has said the same in the same words",
            place=claim.wording,
            label="here again",
            related=(Related(first.wording, "said here"),),
            help=f"write it once, and elsewhere only its id: `because {name}`",
        )


def _mixed_scripts(name: str, place: Place) -> Iterator[Finding]:
    """Latin, Greek and Cyrillic letters in one word look alike and are not the same id."""
    from unicodedata import name as name_of

    for word in name.split("-"):
        scripts = {name_of(letter, "").partition(" ")[0] for letter in word if letter.isalpha()}
        mixed = scripts & {"LATIN", "GREEK", "CYRILLIC"}
        if len(mixed) > 1:
            shown = " and ".join(sorted(script.capitalize() for script in mixed))
            yield Finding(
                code="A402",
                message=f"`{word}` mixes {shown} letters",
                place=place,
                label="letters that look alike make ids that look alike",
                help="write each word of an id in one script",
            )


def _cue_lengths(cues: Iterable[Cue]) -> Iterator[Finding]:
    """What can be said of cues without their source."""
    for cue in cues:
        if not cue.words:
            continue
        said = wrong_length(cue.words)
        if said:
            yield Finding(
                code="A503",
                message=said,
                place=cue.origin,
                help=f"a cue has {FEWEST} to {MOST} words: enough to find the place, too few to copy the text",
            )


def wrong_length(words: str) -> str:
    """What is wrong with how long a cue is; empty where it may be right, as far as words can be counted."""
    if words.isascii() or not any(sign >= _FIRST_UNSPACED and sign.isalnum() for sign in words):
        # A long dash parts words where a hyphen joins them.
        number = len(words.replace("\u2014", " ").split())
        return "" if FEWEST <= number <= MOST else f"the cue has {number} {'word' if number == 1 else 'words'}"
    # Scripts without spaces are rare, and their tables are not light.
    from argmap.source.scripts import count_words

    count = count_words(words)
    if count.most >= FEWEST and count.fewest <= MOST:
        return ""
    if not count.unspaced:
        return f"the cue has {count.most:.0f} {'word' if count.most == 1 else 'words'}"
    letters = f"{count.unspaced} {'letter' if count.unspaced == 1 else 'letters'} of a script without spaces"
    guess = "only one word" if count.most < FEWEST else f"more than {MOST} words"
    return f"the cue has {letters}, probably {guess}"


def same_names(corpus: Corpus) -> Iterator[Finding]:
    """All findings of this family; holders are compared where they are declared."""
    yield from _twice(
        "question", ((loosened(issue.question), issue.id, issue.origin) for issue in corpus.issues.values())
    )
    for issue in corpus.issues.values():
        positions = ((loosened(position.text), position.id, position.origin) for position in issue.positions)
        yield from _twice("answer", positions)
    if len(corpus.documents) > 1:
        # Two texts may have one title, but hardly by one author on one day.
        documents = (
            ((loosened(document.title), document.authors, document.date), document.id, document.origin)
            for document in corpus.documents.values()
            if document.title and document.authors and document.id not in corpus.doubtful
        )
        yield from _twice("title", documents)


def _twice(what: str, named: Iterable[tuple[Hashable, str, Place]]) -> Iterator[Finding]:
    seen: dict[Hashable, tuple[str, Place]] = {}
    for key, name, place in named:
        first, origin = seen.setdefault(key, (name, place))
        if not key or place == origin:
            continue
        yield Finding(
            code="A112",
            message=f"`{name}` and `{first}` are one {what} under two ids",
            place=place,
            label=f"the same {what} again",
            related=(Related(origin, "first here"),),
            help=_HELP[what].format(name=name, first=first),
        )


_HELP = {
    "question": "keep one of the two issues, and let all claims answer it; if they are two, word them apart",
    "answer": "keep one of the two positions; if they are two, word them apart",
    "title": "if it is one text, keep one of the two files; if they are two, word the titles or the dates apart",
}


# Controls but tab, LF and CR (a CR alone is one too); bidirectional embeddings, overrides and isolates
# (Boucher and Anderson 2021, "Trojan Source"), and line and paragraph separators, which editors show as line ends.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]+|\r(?!\n)")
# Zero width and invisible: soft hyphen, grapheme joiner, fillers, spaces of no width, joiners, deprecated format
# characters, tags.  The joiners U+200C and U+200D have honest uses, within Indic and Arabic words and emoji.
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f]+|(?<![\u0600-\u0dff\u200d\ufe0f\u2190-\u2bff\U0001f000-\U0001faff])[\u200c\u200d]"
)
_MOST = 10


def characters(source: SourceText) -> tuple[Finding, ...]:
    """Control, bidirectional and invisible characters of a file, and mixed line ends."""
    invisible = () if source.text.isascii() else _found(source, _INVISIBLE, "A005", "an invisible character")
    return (*_found(source, _CONTROL, "A004", "a control character"), *invisible, *_mixed_line_ends(source))


def _found(source: SourceText, pattern: re.Pattern[str], code: str, what: str) -> Iterator[Finding]:
    from unicodedata import name

    for count, match in enumerate(pattern.finditer(source.text)):
        place = Place(source.name, Span(*match.span()))
        if count == _MOST:
            left = sum(1 for _ in pattern.finditer(source.text, match.start()))
            yield Finding(code=code, message=f"{left} more of this kind in this file", place=place, help="delete them")
            return
        first = match[0][0]
        known = name(first, "")
        message = f"U+{ord(first):04X}{f' ({known.lower()})' if known else ''} is {what}"
        if len(match[0]) > 1:
            message += f", and so are {len(match[0]) - 1} right after it"
        yield Finding(
            code=code,
            message=message,
            place=place,
            label="here the text looks other than it is",
            help=("delete it" if len(match[0]) == 1 else "delete them")
            if first != "\r"
            else "end lines by LF, or by CR LF",
            fix=Edit(place, ""),
        )


def _mixed_line_ends(source: SourceText) -> Iterator[Finding]:
    text = source.text
    crlf = text.count("\r\n")
    if not crlf or crlf == text.count("\n"):
        return
    first_is_crlf = text[text.index("\n") - 1 : text.index("\n")] == "\r"
    odd = re.search(r"(?<!\r)\n" if first_is_crlf else r"\r\n", text)
    assert odd is not None
    yield Finding(
        code="A002",
        message="some lines end in CR LF and some in LF",
        place=Place(source.name, Span(odd.start(), odd.start())),
        label="the first that differs",
        help="`argmap fmt` ends them all alike",
    )
