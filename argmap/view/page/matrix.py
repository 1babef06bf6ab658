"""Who holds what, question by question: signs have one meaning each, and colours only tell sides apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from argmap.compare.stance import Acceptance, Profile, Stance
from argmap.judge.holder import Holder, identities, was_looked_for
from argmap.language.words import OPEN
from argmap.model.ids import ClaimId, DocumentId, IssueId
from argmap.view.page.compared import Compared, of_document, of_subject
from argmap.view.page.records import Answer, SideColour, Sign
from argmap.wording.english import counted, first_upper, one_line
from argmap.wording.names import position_label
from argmap.wording.spans import Words, words
from argmap.wording.stance_sentences import NOT_THERE, PERHAPS_THERE, stances_to_tell
from argmap.wording.strengths import of_answer

TITLES = {
    "dispute": "In dispute",
    "differ": "Not all agree, and no dispute",
    "agree": "They agree",
    "alone": "Only one text answers",
    "voices": "Only reported voices answer",
}
"""The groups of questions, in their order."""


@attrs.frozen(kw_only=True)
class Column:
    """A text in the matrix."""

    document: DocumentId
    target: str
    author: str
    date: str


@attrs.frozen(kw_only=True)
class Cell:
    """One text on one question.

    Attributes:
        before: What its author's answers were, where they changed; None where they did not.
        looked_for: Whether there is no answer of its author, and one was looked for.
    """

    colour: SideColour = SideColour.NONE
    answers: tuple[Answer, ...] = ()
    voices: tuple[Answer, ...] = ()
    before: str | None = None
    looked_for: bool = False


@attrs.frozen(kw_only=True)
class MatrixRow:
    """One question.

    Attributes:
        note: How many disagree, and what it turns on, in a few words.
        disagreeing: Pairs of authors that disagree.
        agreeing: Pairs of authors that agree.
    """

    target: str
    question: str
    topic: str
    note: str
    cells: tuple[Cell, ...]
    disagreeing: int = 0
    agreeing: int = 0


@attrs.frozen(kw_only=True)
class MatrixGroup:
    """Questions on which texts stand to each other alike."""

    kind: str
    title: str
    rows: tuple[MatrixRow, ...]


@attrs.frozen(kw_only=True)
class Matrix:
    """Who holds what.

    Attributes:
        voices: The actors that texts report, with their identities.
    """

    columns: tuple[Column, ...]
    groups: tuple[MatrixGroup, ...]
    voices: tuple[tuple[str, str], ...] = ()

    @property
    def silences(self) -> frozenset[bool]:
        """Of the cells without an answer, whether one was looked for: true, false, or both."""
        cells = (cell for group in self.groups for row in group.rows for cell in row.cells)
        return frozenset(cell.looked_for for cell in cells if not cell.answers)


def kind_of(issue: IssueId, compared: Compared) -> str:
    """In which group a question stands."""
    numbers = compared.numbers.get(issue)
    if numbers is None:
        return "voices"
    if issue in compared.disagreements or (issue not in compared.by_subject and numbers.conflict.count):
        return "dispute"
    if numbers.holders == 1:
        return "alone"
    return "agree" if numbers.agreement.count == numbers.agreement.of else "differ"


def matrix(compared: Compared) -> Matrix:
    """All questions that anybody answers: those in dispute by weight, of the others those most answered first."""
    by_issue = compared.comparison.stances.by_issue
    place = {subject: number for number, subject in enumerate(compared.disagreements)}
    kinds = {issue: kind_of(issue, compared) for issue in by_issue}

    def order(issue: IssueId) -> tuple[object, ...]:
        numbers = compared.numbers.get(issue)
        conflict = numbers.conflict.count if numbers else 0
        return (place.get(issue, len(place)), -conflict, -(numbers.holders if numbers else 0), issue)

    groups = [
        MatrixGroup(
            kind=kind,
            title=title,
            rows=tuple(_row(issue, kind, compared) for issue in sorted(by_issue, key=order) if kinds[issue] == kind),
        )
        for kind, title in TITLES.items()
    ]
    voices = {
        identity: answer.who
        for group in groups
        for row in group.rows
        for cell in row.cells
        for answer in cell.voices
        for identity in (answer.voice,)
    }
    return Matrix(
        columns=tuple(column(author, compared) for author in compared.authors),
        groups=tuple(group for group in groups if group.rows),
        voices=tuple(sorted(voices.items(), key=lambda item: (item[1].casefold(), item[0]))),
    )


def column(author: Holder, compared: Compared) -> Column:
    """The text of an author."""
    record = compared.corpus.documents[author.document]
    name = compared.names.holder(author)
    short = record.short or name.rpartition(" (")[0] or name
    if not record.authors:
        short = record.short or record.title or record.id
    return Column(
        document=author.document,
        target=of_document(author.document),
        author=one_line(short),
        # A short name may tell the year itself.
        date="" if record.short else record.date,
    )


def _row(issue: IssueId, kind: str, compared: Compared) -> MatrixRow:
    record, numbers = compared.corpus.issues[issue], compared.numbers.get(issue)
    colours = compared.colours(issue)
    disagreeing = len(compared.disagreements.get(issue, ())) or (numbers.conflict.count if numbers else 0)
    agreeing = numbers.agreement.count if numbers else 0
    turns = any(compared.comparison.cruxes(one) for one in compared.disagreements.get(issue, ()))
    note = counted(disagreeing, "disagreement") if kind == "dispute" else ""
    note += " · turns on a deeper question" if turns else ""
    return MatrixRow(
        target=of_subject(issue),
        question=one_line(record.question or issue),
        topic=one_line(record.topic),
        note=note,
        cells=tuple(_cell(author, issue, colours.get(author), kind, compared) for author in compared.authors),
        disagreeing=disagreeing,
        agreeing=agreeing,
    )


def _cell(author: Holder, issue: IssueId, colour: SideColour | None, kind: str, compared: Compared) -> Cell:
    speaking = compared.comparison.stances.by_issue[issue]
    own = tuple(answers(speaking[author], compared)) if author in speaking else ()
    if colour is None:
        colour = SideColour.AGREED if own and kind == "agree" else SideColour.NONE
    voices = tuple(
        answer
        for holder, profile in speaking.items()
        if holder.document == author.document and not holder.is_author
        for answer in answers(profile, compared)
    )
    looked_for = not own and was_looked_for(author, issue, compared.corpus)
    before = compared.before.get((author, issue))
    return Cell(colour=colour, answers=own, voices=voices, before=before, looked_for=looked_for)


def answers(profile: Profile, compared: Compared) -> Iterator[Answer]:
    """What somebody answers to a question, each answer with the claim that counts most."""
    holder = profile.holder
    for stance in stances_to_tell(profile):
        yield Answer(
            sign=_sign(stance),
            text=answer_label(stance, compared),
            note=_note(stance),
            claim=_chief(stance.claims, compared),
            unsaid=stance.unsaid or stance.implied,
            who="" if holder.is_author else voice_name(holder, compared),
            voice="" if holder.is_author else " ".join(identities(holder, compared.corpus)),
        )


def silence(issue: IssueId, compared: Compared) -> Iterator[Words]:
    """Whose answer was looked for, and is not there, and who else is silent; nothing where nobody's was."""
    speaking = compared.comparison.stances.by_issue[issue]
    sought = compared.comparison.looked_for(issue)
    if sought:
        yield words(f"{first_upper(NOT_THERE)}: {compared.names.holders(sought)}.")
        others = [author for author in compared.authors if author not in (*speaking, *sought)]
        if others:
            yield words(f"{first_upper(PERHAPS_THERE)}: {compared.names.holders(others)}.")


def voice_name(holder: Holder, compared: Compared) -> str:
    """An actor beside the text that shows it."""
    return compared.names.holder(holder).partition(" [shown by ")[0]


def answer_label(stance: Stance, compared: Compared) -> str:
    """The answer itself, as short as its file has it."""
    if stance.position == OPEN:
        return "undecided"
    return one_line(position_label(stance.position, compared.corpus.issues[stance.issue]))


def _sign(stance: Stance) -> Sign:
    match stance.acceptance:
        case Acceptance.REJECTED:
            return Sign.REJECTS
        case Acceptance.OPEN:
            return Sign.OPEN
        case _:
            is_plain = not (stance.strength or stance.conditions or stance.doubted or stance.conceded)
            return Sign.HOLDS if is_plain else Sign.RESERVE


def _note(stance: Stance) -> str:
    notes = [
        of_answer(stance) if stance.acceptance is not Acceptance.OPEN else "",
        "only granted" if stance.conceded else "",
        "on a condition" if stance.conditions else "",
        "it follows" if stance.implied else "left unsaid" if stance.unsaid else "",
    ]
    return ", ".join(filter(None, notes))


def _chief(claims: Sequence[ClaimId], compared: Compared) -> ClaimId | None:
    return min(claims, key=lambda claim: (-compared.weights.near(claim), claim)) if claims else None
