"""Rules about how claims are worded, named and cued."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from argmap.check.kept import DocumentPart, Kept
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.source.finding import Finding, Related
from argmap.source.text import Place

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
        said = _wrong_length(cue.words)
        if said:
            yield Finding(
                code="A503",
                message=said,
                place=cue.origin,
                help=f"a cue has {FEWEST} to {MOST} words: enough to find the place, too few to copy the text",
            )


def _wrong_length(words: str) -> str:
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
