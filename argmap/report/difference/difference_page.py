"""A difference as a page: what is told of it, chosen and put in order, for a terminal, a browser or a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diff.difference import Guess as DiffGuess
from argmap.diff.difference import GuessedKind
from argmap.diff.fingerprint import fingerprint
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.model.ids import DocumentId
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entries_of, where
from argmap.report.findings.finding_lines import Texts, spot
from argmap.report.page import Accepted, Block, Entry, Fold, Guess, Heading, Outcome, Paragraph, Picture
from argmap.report.visible import visible
from argmap.source.text import Place
from argmap.wording.changes import headline
from argmap.wording.english import counted, listed, single_spaced
from argmap.wording.names import DifferenceNames
from argmap.wording.rules import SIGNS, outcome, tally
from argmap.wording.spans import Words, code, words

SHARED = "Shared by all documents"
"""The heading over questions, links between documents, and what else belongs to none."""
WEB_TITLE = "What changed in the arguments"

_MOST_FILES = 5
_LEVEL_OF_LINES = 2
_NOT_COUNTED = "and not counted above"

Group = tuple[str, tuple[Entry, ...]]
"""The changes of one document under the name of its author, what matters most first."""


def outcome_of(report: DiffReport) -> str:
    """One sentence that counts what changed."""
    return outcome(
        (judged.change.rule for judged in report.judged),
        report.left_out,
        disputes=report.disputes,
        switched_off=report.switched_off,
        partial=bool(report.partial or report.passed_over),
    )


def terminal_page(report: DiffReport, *, full: bool = False) -> Iterator[Block]:
    """What changed, by document; what is shared comes last.

    Args:
        report: What is told.
        full: Whether each change has a sentence of its own.
    """
    yield _outcome(report, full=full)
    yield from _by_document(report, 3, full=full)
    if report.difference.guesses:
        yield Heading(3, words(f"Perhaps {_the_same(report)} (guesses, of which nothing above makes use)"))
    yield from _guesses(report)
    if report.accepted:
        yield Heading(3, words(f"Accepted, {_NOT_COUNTED}: {counted(len(report.accepted), 'change')}"))
    yield from _accepted(report)


def web_page(report: DiffReport, svg: str = "", *, full: bool = False) -> Iterator[Block]:
    """The same for a browser.

    Args:
        report: What is told.
        svg: A drawing of what changed, which stands in the page as it is; empty where there is none.
        full: Whether each change has a sentence of its own.
    """
    yield _outcome(report, full=full)
    if svg:
        yield Picture("", "What changed, before and after", svg)
    yield from _by_document(report, 2, full=full)
    if report.difference.guesses:
        yield Heading(2, words(f"Perhaps {_the_same(report)}"))
        yield Paragraph(words("These are guesses, and nothing above makes use of them."))
    yield from _guesses(report)
    if report.accepted:
        yield Heading(2, words(f"Accepted, {_NOT_COUNTED}"))
        yield Paragraph(words(f"{counted(len(report.accepted), 'change')}."))
    yield from _accepted(report)


def comment_page(report: DiffReport, *, full: bool = False) -> Iterator[Block]:
    """The same for a review, by how much it matters; only what matters most is open."""
    yield _outcome(report, full=full)
    groups = tuple(_groups(report, full=full))
    for significance in Significance:
        yield from _mattering(groups, significance)
    if report.difference.guesses:
        number = counted(len(report.difference.guesses), "guess", "guesses")
        yield Fold(f"{number}: perhaps {_the_same(report)}", tuple(_guesses(report)))
    if report.accepted:
        number = counted(len(report.accepted), "change")
        yield Fold(f"{number} accepted, {_NOT_COUNTED}", tuple(_accepted(report)))


def _outcome(report: DiffReport, *, full: bool) -> Outcome:
    partial, counts = unread(report.partial), _counts(report, full=full)
    return Outcome(outcome_of(report), report.old_name, report.new_name, counts, partial, report.notices)


def _counts(report: DiffReport, *, full: bool) -> Words:
    """How many changes matter how much, with the sign that stands before each, and what tells each of them."""
    found = [f"{count} {SIGNS[level]} {level}" for level, count in report.counts.items() if count]
    if not found:
        return ()
    return words(listed(found), *(() if full else ("; ", code(report.full_command), " tells each change")))


def unread(files: tuple[str, ...]) -> str:
    """What is said of files of which only a part is compared; empty where there are none."""
    if not files:
        return ""
    more = len(files) - _MOST_FILES
    named = listed([*map(visible, files[:_MOST_FILES]), *([f"{more} more"] if more > 0 else [])])
    return f"{named} could not be read whole; only the rest is compared"


def _by_document(report: DiffReport, level: int, *, full: bool) -> Iterator[Block]:
    for title, entries in _groups(report, full=full):
        yield Heading(level, words(title))
        yield from entries


def _mattering(groups: Iterable[Group], significance: Significance) -> Iterator[Block]:
    """All changes that matter so much: high ones open to view, by author, and the others folded away."""
    blocks: list[Block] = []
    rules: list[Rule] = []
    for title, entries in groups:
        found = [entry for entry in entries if entry.gravest is significance]
        blocks += [Heading(4, words(title)), *found] if found else []
        rules += [rule for entry in found for rule in entry.all_rules]
    if significance is Significance.HIGH:
        yield from blocks
    elif blocks:
        yield Fold(f"{SIGNS[significance]} {significance.value.capitalize()}: {tally(rules)}", tuple(blocks))


def _groups(report: DiffReport, *, full: bool) -> Iterator[Group]:
    names = DifferenceNames.of(report.difference)
    found: dict[DocumentId | None, list[Entry]] = {}
    for document, entry in entries_of(report, full=full, under_headings=True):
        found.setdefault(document, []).append(_by_weight(entry))
    groups = {document: sorted(entries, key=_weight) for document, entries in found.items()}
    for document in sorted(groups, key=lambda one: (one is None, groups[one][0].gravest.rank, one or "")):
        yield SHARED if document is None else single_spaced(names.author(document)), tuple(groups[document])


def _by_weight(entry: Entry) -> Entry:
    """With what matters most of what follows from it first; but stances go before what they make of others."""
    follows = sorted(map(_by_weight, entry.follows), key=lambda follower: (not follower.is_stance, *_weight(follower)))
    return entry._replace(follows=tuple(follows))


def _weight(entry: Entry) -> tuple[int, int, bool]:
    """What matters most first, by itself or through what follows; of what matters alike, stances."""
    return (entry.gravest.rank, entry.significance.rank, not entry.is_stance)


def _the_same(report: DiffReport) -> str:
    """What all guesses are about."""
    kinds = {guess.kind for guess in report.difference.guesses}
    return f"the same {'claim in other words' if kinds == {GuessedKind.CLAIM} else 'under another id'}"


def _guesses(report: DiffReport) -> Iterator[Guess]:
    for guess in report.difference.guesses:
        compared = "the words of their titles and claims" if guess.kind is GuessedKind.DOCUMENT else "their words"
        share = f"they share {guess.overlap:.0%} of {compared}"
        kind = "" if guess.kind is GuessedKind.CLAIM else guess.kind.value
        blanks = _indentation(guess.new.origin, report.new_texts)
        yield Guess(guess.old.id, guess.new.id, guess.old.text, guess.new.text, share, was_line(guess), blanks, kind)


def _indentation(place: Place, texts: Texts) -> str:
    """The blanks before a line under that in which something stands: one level more, or it is about what is above."""
    above = texts[place.file].line(spot(place, texts).start.line) if place.file in texts else ""
    return " " * (len(above) - len(above.lstrip(" ")) + _LEVEL_OF_LINES)


def was_line(guess: DiffGuess) -> str:
    """The line to write under the new thing if the two are one."""
    return f"was: {', '.join((*guess.new.was, guess.old.name))}"


def _accepted(report: DiffReport) -> Iterator[Accepted]:
    names = DifferenceNames.of(report.difference)
    for judged in report.accepted:
        reason = report.reasons.get(fingerprint(judged.change, report.difference), "")
        yield Accepted(judged.change.rule, headline(judged.change, report.difference, names), reason)


_LEVEL = max(map(len, Significance))
_RULE = max(map(len, Rule))


def oneline(report: DiffReport) -> str:
    """``significance rule place sentence`` for each change, in the order of the difference.

    The first two columns have a fixed width; a place is ``file:line``, or ``-`` where there is none.  What stands on
    the old side alone has the place that it had there.
    """
    names = DifferenceNames.of(report.difference)
    return "".join(
        f"{judged.significance:<{_LEVEL}} {judged.change.rule:<{_RULE}} "
        f"{visible(at.text) if (at := where(judged.change, report)) else '-'} "
        f"{visible(single_spaced(headline(judged.change, report.difference, names)))}\n"
        for judged in report.judged
    )
