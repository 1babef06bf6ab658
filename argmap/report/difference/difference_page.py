"""A difference as a page: what is told of it, chosen and put in order, for a terminal, a browser or a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.diff.change import StanceChange
from argmap.diff.difference import Guess as DiffGuess
from argmap.diff.difference import GuessedKind
from argmap.diff.fingerprint import fingerprint
from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.model.ids import DocumentId
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entry_of, nested_entries
from argmap.report.findings.finding_lines import Texts, spot
from argmap.report.page import NOTHING, Accepted, Block, Entry, Fold, Guess, Heading, Outcome, Paragraph, Picture, Table
from argmap.report.visible import visible
from argmap.source.text import Place
from argmap.wording.changes import before_after
from argmap.wording.english import counted, listed, one_line, single_spaced
from argmap.wording.names import DifferenceNames
from argmap.wording.rules import SIGNS, outcome, tally
from argmap.wording.spans import words

SHARED = "Shared by all documents"
"""The heading over questions, links between documents, and what else belongs to none."""
WEB_TITLE = "What changed in the arguments"

_MOST_FILES = 5
_MOST_STANCES = 20
_LEVEL_OF_LINES = 2
_NOT_COUNTED = "and not counted above"

Group = tuple[str, tuple[Entry, ...]]
"""The changes of one document under its author and title, what matters most first."""


def outcome_of(report: DiffReport) -> str:
    """One sentence that counts what changed."""
    return outcome(
        (judged.change.rule for judged in report.judged),
        report.left_out,
        switched_off=report.switched_off,
        partial=bool(report.partial or report.passed_over),
    )


def terminal_page(report: DiffReport) -> Iterator[Block]:
    """Change by change, by document; what is shared comes last."""
    yield _outcome(report)
    yield from _by_document(report)
    if report.difference.guesses:
        yield Heading(2, words(f"Perhaps {_the_same(report)} (guesses, of which nothing above makes use)"))
    yield from _guesses(report)
    if report.accepted:
        yield Heading(2, words(f"Accepted, {_NOT_COUNTED}: {counted(len(report.accepted), 'change')}"))
    yield from _accepted(report)


def web_page(report: DiffReport, svg: str = "") -> Iterator[Block]:
    """The same for a browser, with a table of changed stances.

    Args:
        report: What is told.
        svg: A drawing of what changed, which stands in the page as it is; empty where there is none.
    """
    yield _outcome(report)
    if svg:
        yield Picture("", "What changed, before and after", svg)
    yield from _table(tuple(_stances(report)))
    yield from _by_document(report)
    if report.difference.guesses:
        yield Heading(2, words(f"Perhaps {_the_same(report)}"))
        yield Paragraph(words("These are guesses, and nothing above makes use of them."))
    yield from _guesses(report)
    if report.accepted:
        yield Heading(2, words(f"Accepted, {_NOT_COUNTED}"))
        yield Paragraph(words(f"{counted(len(report.accepted), 'change')}."))
    yield from _accepted(report)


def comment_page(report: DiffReport) -> Iterator[Block]:
    """The same for a review: changed stances first, then by how much it matters; only what matters most is open."""
    yield _outcome(report)
    stances = tuple(_stances(report))
    yield from _table(stances[:_MOST_STANCES])
    if len(stances) > _MOST_STANCES:
        more = counted(len(stances) - _MOST_STANCES, "more changed stance")
        yield Paragraph(words(f"and {more}, told below."))
    groups = tuple(_groups(report))
    for significance in Significance:
        yield from _mattering(groups, significance)
    if report.difference.guesses:
        number = counted(len(report.difference.guesses), "guess", "guesses")
        yield Fold(f"{number}: perhaps {_the_same(report)}", tuple(_guesses(report)))
    if report.accepted:
        number = counted(len(report.accepted), "change")
        yield Fold(f"{number} accepted, {_NOT_COUNTED}", tuple(_accepted(report)))


def _outcome(report: DiffReport) -> Outcome:
    return Outcome(outcome_of(report), report.old_name, report.new_name, _unread(report.partial), report.notices)


def _unread(files: tuple[str, ...]) -> str:
    """What is said of files of which only a part is compared; empty where there are none."""
    if not files:
        return ""
    more = len(files) - _MOST_FILES
    named = listed([*map(visible, files[:_MOST_FILES]), *([f"{more} more"] if more > 0 else [])])
    return f"{named} could not be read whole; only the rest is compared"


def _table(stances: tuple[tuple[str, ...], ...]) -> Iterator[Table]:
    if stances:
        yield Table(("Who", "Question", "Before", "Now"), stances, "Changed stances")


def _stances(report: DiffReport) -> Iterator[tuple[str, ...]]:
    """Each changed stance on an issue, what matters most first."""
    names = DifferenceNames.of(report.difference)
    for judged in sorted(report.judged, key=lambda judged: judged.significance.rank):
        change = judged.change
        if isinstance(change, StanceChange) and change.issue is not None:
            sides = (single_spaced(side) or NOTHING for side in before_after(change, report.difference, names))
            yield (names.holder(change.holder), names.question(change.issue), *sides)


def _by_document(report: DiffReport) -> Iterator[Block]:
    for title, entries in _groups(report):
        yield Heading(2, words(title))
        yield from entries


def _mattering(groups: Iterable[Group], significance: Significance) -> Iterator[Block]:
    """All changes that matter so much: high ones open to view, by author, and the others folded away."""
    blocks: list[Block] = []
    rules: list[Rule] = []
    for title, entries in groups:
        found = [entry for entry in entries if entry.gravest is significance]
        blocks += [Heading(4, words(title)), *found] if found else []
        rules += [rule for entry in found for rule in entry.rules]
    if significance is Significance.HIGH:
        yield from blocks
    elif blocks:
        yield Fold(f"{SIGNS[significance]} {significance.value.capitalize()}: {tally(rules)}", tuple(blocks))


def _groups(report: DiffReport) -> Iterator[Group]:
    names = DifferenceNames.of(report.difference)
    found: dict[DocumentId | None, list[Entry]] = {}
    for document, entry in nested_entries(report, _weight, at_home=True):
        found.setdefault(document, []).append(entry)
    groups = {document: sorted(entries, key=_weight) for document, entries in found.items()}
    for document in sorted(groups, key=lambda one: (one is None, groups[one][0].gravest.rank, one or "")):
        yield _title(document, names), tuple(groups[document])


def _weight(entry: Entry) -> tuple[int, int, bool]:
    """What matters most first, by itself or through what follows; of what matters alike, stances."""
    return (entry.gravest.rank, entry.significance.rank, not entry.is_stance)


def _title(document: DocumentId | None, names: DifferenceNames) -> str:
    if document is None:
        return SHARED
    corpus = names.document(document)
    title = one_line(corpus.documents[document].title) if corpus is not None else ""
    author = names.within(None).author(document)
    return single_spaced(f"{author}: {title}" if title and title != author else author)


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
        yield Accepted(judged.change.rule, entry_of(judged, report, names).sentence, reason)


_LEVEL = max(map(len, Significance))
_RULE = max(map(len, Rule))


def oneline(report: DiffReport) -> str:
    """``significance rule place sentence`` for each change, in the order of the difference.

    The first two columns have a fixed width; a place is ``file:line``, or ``-`` where there is none.  What stands on
    the old side alone has the place that it had there.
    """
    names = DifferenceNames.of(report.difference)
    return "".join(
        f"{entry.significance:<{_LEVEL}} {entry.rule:<{_RULE}} "
        f"{visible(entry.at.text) if entry.at else '-'} {visible(single_spaced(entry.sentence))}\n"
        for entry in (entry_of(judged, report, names) for judged in report.judged)
    )
