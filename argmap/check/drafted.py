"""Harder rules, for encodings that a program drafted: every claim is proved, and held against its sentence.

A cue shows which sentence a claim was made of.  What is proved by that is an error where it is wrong; what a few words
of the sentence make likely is a warning.  Words are known for English alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from argmap.check.kept import DocumentPart
from argmap.check.sentence_words import (
    ascribes,
    ascription,
    denials,
    hedges,
    is_hedged,
    may_be_negative,
    says,
    tells_an_attitude,
    words_around,
)
from argmap.check.sources import COPIED, SourceTexts, is_address
from argmap.language.ids import normal
from argmap.language.words import Attitude, Degree
from argmap.model.claim import Claim, Strength
from argmap.model.corpus import Corpus
from argmap.model.ids import ActorId
from argmap.source.cue_places import CuePlaces
from argmap.source.finding import Finding
from argmap.source.loosened import loosened
from argmap.source.polarity_words import is_english
from argmap.source.scripts import WORD
from argmap.source.searchable_text import SearchableText, searchable, without_asides
from argmap.source.text import SourceText, Span

COPIED_BY_A_DRAFT = 5
"""Words in a row that a claim of a draft may share with its source, less one: names do not count."""
_FEWEST, _LETTERS = 3, 4
"""Words among them, and letters of each, without which they are a turn of phrase."""
_FREQUENT = frozenset(
    "this that with from have been were their they them these those into than then when which while would "
    "could should will more most some such also only over under after before since until both each other "
    "others about because between through during against within second half first last year years same very "
    "much many what there here".split()
)
_HEDGING, _DENYING = (6, 3), (4, 1)
"""Words on either side of a cue among which a word of strength speaks of it, or a denial."""
_BEFORE, _BEHIND = 8, 1
"""Sentences around that of a cue in which a holder may be named."""
_MOST_SHOWN = 90
_LONG = 2_000
"""Characters of an endless sentence, such as a text without full stops, that are looked at on either side of a cue."""
_DISTANT = (Attitude.DENIES, Attitude.DOUBTS, Attitude.SUPPOSES)
"""Verbs that say themselves that the author does not stand behind a claim."""


def graver(found: Iterable[Finding], corpus: Corpus) -> Iterator[Finding]:
    """What is found about sources, without that which is found again, and is graver, in drafts."""
    files = {document.file for document in corpus.documents.values()}
    for finding in found:
        if finding.code != "A506" and not (finding.code == "A508" and finding.place.file in files):
            yield finding


def drafted(corpus: Corpus, known: SourceTexts, parts: Sequence[DocumentPart]) -> Iterator[Finding]:
    """What the rules for drafts find in all documents."""
    for part in parts:
        yield from _without_drafter(part)
        document = part.document
        text = known.texts.get(normal(document.source)) if document.source else None
        if not document.source or is_address(document.source):
            yield _without_source(part)
        if text is None or is_address(document.source):
            continue
        original = _Original(text)
        yield from _unplaced(part)
        yield from _copied(part, original)
        if is_english(document.language):
            for claim in part.claims:
                said = original.said(claim)
                if said:
                    yield from _words(claim, said, original, corpus)
        elif part.claims:
            yield _other_language(part)


class _Said(NamedTuple):
    """A sentence of the source in which a cue stands.

    Attributes:
        number: Its place among all sentences.
        text: As long as in the source.
        start: Where the cue begins in it.
        end: Where it ends.
    """

    number: int
    text: str
    start: int
    end: int

    def around(self, before: int, behind: int) -> str:
        """The cue with a few words on either side that belong to it."""
        return words_around(self.text, self.start, self.end, before, behind)


class _Original:
    """A source, its sentences, and the words of which they are made."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.places = CuePlaces(source)

    def said(self, claim: Claim) -> list[_Said]:
        """The sentences in which the cues of a claim stand, as far as each stands in one place."""
        spans = (self.places.span(cue.words, cue.line, cue.page) for cue in claim.cues if searchable(cue.words))
        return [self._around(span) for span in spans if span is not None]

    def _around(self, span: Span) -> _Said:
        around = self.places.sentence(span)
        number = bisect_left(self.places.sentences, around.end, key=lambda sentence: sentence.span.end)
        start, end = max(around.start, span.start - _LONG), min(around.end, span.end + _LONG)
        return _Said(number, self._bare[start:end], span.start - start, span.end - start)

    @cached_property
    def _bare(self) -> str:
        return without_asides(self.source.text)

    def near(self, said: _Said, before: int, behind: int) -> str:
        """The sentences around one, and it among them."""
        among = self.places.sentences[max(said.number - before, 0) : said.number + behind + 1]
        return " ".join(sentence.text[:_LONG] for sentence in among)

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that have a capital letter wherever they do not begin a sentence."""
        capital: set[str] = set()
        small: set[str] = set()
        for sentence in self.places.sentences:
            capital.update(_capital(sentence.text))
            small.update(word for word in WORD.findall(sentence.text) if word[0].islower())
        return frozenset(word.lower() for word in capital if word.lower() not in small)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every few words in a row."""
        return frozenset(run for _, run in _runs(SearchableText.of(self.source.text).whole))


def _capital(sentence: str) -> list[str]:
    """The words behind the first that begin with a capital letter, without what makes them a genitive."""
    words = WORD.findall(sentence.replace("\u2019", "'"))[1:]
    return [word.removesuffix("'s") for word in words if word[0].isupper()]


def _runs(whole: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    words = [match[0] for match in WORD.finditer(whole)]
    for place in range(len(words) - COPIED_BY_A_DRAFT + 1):
        yield place, tuple(words[place : place + COPIED_BY_A_DRAFT])


def _without_drafter(part: DocumentPart) -> Iterator[Finding]:
    if part.document.by:
        return
    unsigned = [claim for claim in part.claims if not claim.by and claim.statement]
    if part.claims and not unsigned:
        return
    yield Finding(
        code="A801",
        message=f"nothing says who drafted `{part.document.id}`",
        place=part.document.origin,
        label="which model, or who?",
        help="write `by: NAME OF THE MODEL` under it, or under each claim",
    )


def _without_source(part: DocumentPart) -> Finding:
    document = part.document
    address = is_address(document.source)
    return Finding(
        code="A803",
        message=f"the draft `{document.id}` has no source in which its cues could be looked up",
        place=(document.sourced if address else None) or document.origin,
        label="addresses are not opened" if address else "where is its text?",
        help="save its text as a file in the folder of sources, and write `source: NAME.txt`",
    )


def _unplaced(part: DocumentPart) -> Iterator[Finding]:
    for claim in part.claims:
        if claim.attitude is Attitude.IMPLIES or any(searchable(cue.words) for cue in claim.cues):
            continue
        has_line = bool(claim.cues)
        yield Finding(
            code="A802",
            message=f"{claim.called} has no cue that proves it",
            place=claim.cues[0].origin if has_line else claim.origin,
            label="a number alone proves nothing" if has_line else "",
            help='add `at: "two to six words"` under it, copied from where it is said; else remove the claim',
        )


def _copied(part: DocumentPart, original: _Original) -> Iterator[Finding]:
    for claim in part.claims:
        runs = [(place, run) for place, run in _runs(searchable(claim.text)) if run in original.runs]
        longest = _in_a_row([place for place, _ in runs])
        if longest > COPIED - COPIED_BY_A_DRAFT:
            # Such a copy is a finding without these rules, too.
            continue
        names = original.names.union(word.lower() for word in _capital(claim.text))
        for _, run in runs:
            own = {word.removesuffix("'s") for word in run}
            if (
                not names.isdisjoint(own)
                or any(map(str.isdecimal, own))
                or len([word for word in own - _FREQUENT if len(word) >= _LETTERS]) < _FEWEST
            ):
                continue
            yield Finding(
                code="A804",
                message=f"{COPIED_BY_A_DRAFT} words in a row are those of `{part.document.source}`",
                place=claim.wording,
                label=f"\u201c{' '.join(run)}\u201d",
                help="say it in other words; the cue keeps the author's",
            )
            break


def _in_a_row(places: Sequence[int]) -> int:
    """The most numbers that follow on one another."""
    most = count = 0
    for before, place in zip([-2, *places], places, strict=False):
        count = count + 1 if place == before + 1 else 1
        most = max(most, count)
    return most


def _other_language(part: DocumentPart) -> Finding:
    return Finding(
        code="A810",
        message=f"the words of the source were not compared: `{part.document.language}` is not English",
        place=part.document.origin,
        label="verbs, strengths, holders and denials were not checked",
        help="read each claim beside the sentence of its cue",
    )


def _words(claim: Claim, said: list[_Said], original: _Original, corpus: Corpus) -> Iterator[Finding]:
    yield from _attitude(claim, said, original)
    yield from _strength(claim, said)
    yield from _holders(claim, said, original, corpus)
    yield from _negation(claim, said, original)


def _attitude(claim: Claim, said: list[_Said], original: _Original) -> Iterator[Finding]:
    if claim.attitude is Attitude.CLAIMS:
        if ascribes(claim.text) or any(answer.holder is not None for answer in claim.answers):
            return
        found = [ascription(one.text, one.start, one.end) for one in said]
        if all(found):
            yield Finding(
                code="A805",
                message=f"{claim.called} is the author's own, and its sentence ascribes it: `{found[0]}`",
                place=claim.origin,
                label=_shown(said[0]),
                help="write `reports ... from ACTOR`, or `endorses` if the author says so too",
            )
    elif claim.voices and claim.attitude in (Attitude.REPORTS, Attitude.DENIES, Attitude.DOUBTS):
        near = [original.near(one, 1, 0) for one in said]
        if not any(map(tells_an_attitude, near)):
            yield Finding(
                code="A806",
                message=f"{claim.called} is ascribed, and no word near its cue says that anybody says so",
                place=claim.origin,
                label=_shown(said[0]),
                help="write `claims` if the author says so, or put the cue where it is ascribed",
            )


def _strength(claim: Claim, said: list[_Said]) -> Iterator[Finding]:
    near = [list(hedges(one.around(*_HEDGING))) for one in said]
    what, mend = "", ""
    if claim.strength is not None:
        found = [hedge for those in near for hedge in those]
        if found and all(_is_far(degree, claim.strength) for _, degree in found):
            words, degree = found[0]
            what = f"is said to be `{claim.strength}`, and its sentence says `{words}`"
            mend = f"write `({_worded(degree, claim)})`, or put the cue where the word stands"
        elif not any(says(one.text, claim.strength) for one in said):
            what = f"is said to be `{claim.strength}`, and no word of its sentence says so"
            mend = "leave the strength out, or put the cue where the word stands"
    elif claim.attitude not in _DISTANT and all(answer.strength is None for answer in claim.answers):
        lost = [[one for one in those if not is_hedged(claim.text, by_duty=one[1].is_duty)] for those in near]
        if all(lost):
            words, degree = lost[0][0]
            what = f"is plainly stated, and its sentence says `{words}`"
            mend = f"write `({_worded(degree, claim)})` before the colon, or keep the word in the text"
    if what:
        yield Finding(
            code="A807", message=f"{claim.called} {what}", place=claim.origin, label=_shown(said[0]), help=mend
        )


def _worded(degree: Degree, claim: Claim) -> Degree:
    """The strength that gives a claim what a word of its sentence says: who does an unlikely thing likely does not."""
    return Degree.LIKELY if degree is Degree.UNLIKELY and denials(claim.text) % 2 else degree


def _is_far(meant: Degree, strength: Strength) -> bool:
    """Whether a degree of belief is two steps or more from a strength; nothing is, of one that denies."""
    if meant.is_duty or strength.low.is_duty or strength.low.rank > Degree.EVEN_CHANCE.rank:
        return False
    ranks = sorted((strength.low.rank, strength.high.rank))
    return not ranks[0] - 1 <= meant.rank <= ranks[1] + 1


def _holders(claim: Claim, said: list[_Said], original: _Original, corpus: Corpus) -> Iterator[Finding]:
    holders = [holder for voices in claim.voices for holder in voices]
    holders += [answer.holder for answer in claim.answers if answer.holder is not None]
    if not holders:
        return
    near = " ".join(original.near(one, _BEFORE, _BEHIND) for one in said)
    for holder in dict.fromkeys(holders):
        names = _names(holder, claim, corpus)
        if _NOBODY.intersection(WORD.findall(" ".join(names).lower())) or _is_named(names, near):
            continue
        yield Finding(
            code="A808",
            message=f"`{holder}`, to whom {claim.called} is ascribed, is not named near its cue",
            place=claim.origin,
            label=_shown(said[0]),
            help="name who is meant there; if it is, add that name under the actor: `also: NAME`",
        )


def _names(holder: ActorId, claim: Claim, corpus: Corpus) -> list[str]:
    """What somebody may be called: by names, by those who speak for them, and by whom they speak for."""
    actor = corpus.actor(holder, claim.document)
    others = (other for other in corpus.actors.values() if other.speaks_for == holder or other.id == actor.speaks_for)
    those = (actor, *others)
    return [name for one in those for name in (one.name, *one.also, one.short, one.id.replace("-", " ")) if name]


def _is_named(names: Sequence[str], near: str) -> bool:
    spoken = [word for word in WORD.findall(loosened(near)) if len(word) > 1]
    for name in names:
        words = [word for word in WORD.findall(loosened(name)) if word not in _SMALL]
        if any(_is_form(word, other) for word in words for other in spoken):
            return True
        initials = "".join(word[0] for word in WORD.findall(name) if word[0].isupper()).lower()
        if len(initials) > 1 and initials in spoken:
            return True
    return False


_NOBODY = frozenset("unnamed unknown anonymous unspecified others somebody someone observers some people".split())
"""What stands in the names of those whom a text does not name."""
_SMALL = frozenset("the a an of and for in on at to by its their who that which most many some all former".split())


def _is_form(word: str, other: str) -> bool:
    """Whether two words are one, or one of a land and its people."""
    if word == other or word == other.removesuffix("'s"):
        return True
    length = max(_LETTERS, len(word) - 2)
    return len(word) >= _LETTERS and len(other) >= _LETTERS and word[:length] == other[:length]


def _negation(claim: Claim, said: list[_Said], original: _Original) -> Iterator[Finding]:
    if claim.attitude is Attitude.DOUBTS:
        return
    if claim.attitude is Attitude.DENIES:
        if not any(may_be_negative(original.near(one, 1, 2)) for one in said):
            yield Finding(
                code="A809",
                message=f"`{claim.attitude}` turns {claim.called} down, and its sentence denies nothing",
                place=claim.origin,
                label=_shown(said[0]),
                help="if the author says so, write `claims`; else put the cue where it is denied",
            )
        return
    if denials(claim.text) % 2:
        if not any(may_be_negative(original.near(one, 1, 0)) for one in said):
            yield Finding(
                code="A809",
                message=f"{claim.called} denies something, and its sentence denies nothing",
                place=claim.wording,
                label=_shown(said[0]),
                help="say what the sentence says, or put the cue where it is denied",
            )
    elif (
        not denials(claim.text)
        and not may_be_negative(claim.text)
        and all(denials(one.around(*_DENYING)) % 2 for one in said)
    ):
        yield Finding(
            code="A809",
            message=f"{claim.called} denies nothing, and its sentence does",
            place=claim.wording,
            label=_shown(said[0]),
            help="keep the denial in the text, or put the cue where it is said without one",
        )


def _shown(said: _Said) -> str:
    """The part of a sentence around its cue, on one line."""
    room = max(_MOST_SHOWN - (said.end - said.start), 0) // 2
    start, end = max(said.start - room, 0), min(said.end + room, len(said.text))
    while 0 < start < said.start and not said.text[start - 1].isspace():
        start += 1
    while said.end < end < len(said.text) and not said.text[end].isspace():
        end -= 1
    before, behind = "\u2026 " if start else "", " \u2026" if end < len(said.text) else ""
    return f"\u201c{before}{' '.join(said.text[start:end].split())}{behind}\u201d"
