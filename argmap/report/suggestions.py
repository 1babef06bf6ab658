"""Suggestions as a page: for each both texts, what speaks for it, and the lines that would take it into the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.language.words import OPEN, Relation
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.report.page import Block, Code, Heading, Item, Paragraph
from argmap.similarity.match import Match
from argmap.similarity.polarity import PolarityCue
from argmap.source.text import SourceText
from argmap.suggest.additions import file_of
from argmap.suggest.suggest import Basis, Group, Sort, Suggestions
from argmap.suggest.suggestion import (
    Addition,
    AnswerCandidate,
    AnswerSuggestion,
    Choice,
    LinkSuggestion,
    NameSuggestion,
    Sentence,
    SentenceSuggestion,
    Suggestion,
    Under,
    candidate_name,
)
from argmap.suggest.whose_view import answer_of_view, view_in_words
from argmap.wording.english import counted, quoted
from argmap.wording.names import document_labels, position_text
from argmap.wording.spans import Span, Words, code, strong, words

_HEADS = {
    Sort.SILENT: "Questions on which a text is silent",
    Sort.NEARER: "Questions that a claim nearer to the thesis may answer",
    Sort.SAME: "Claims that may say the same",
    Sort.CONFLICT: "Claims that may conflict",
    Sort.NAME: "Names that may be of one thing",
    Sort.SENTENCE: "Sentences that no cue touches",
}
_NONE = "Nothing to suggest here."


@attrs.frozen(kw_only=True, repr=False)
class Suggested:
    """What is suggested, on what that rests, and what it takes to tell it.

    Attributes:
        texts: The argument files by name, to tell lines.
    """

    suggestions: Suggestions
    basis: Basis
    corpus: Corpus
    texts: Mapping[str, SourceText]

    def __repr__(self) -> str:
        groups = self.suggestions.groups
        shown, found = (sum(counts) for counts in ([len(one.shown) for one in groups], [one.found for one in groups]))
        return f"{counted(shown, 'suggestion')} of {found:,}"


def suggestions_page(report: Suggested) -> Iterator[Block]:
    """All that is shown, group by group."""
    yield from _head(report.basis)
    teller = _Teller(report)
    number = 0
    for group in report.suggestions.groups:
        if not group.found and group.sort in (Sort.NEARER, Sort.CONFLICT):
            continue
        yield Heading(2, words(_title(group)))
        if not group.found:
            yield Paragraph(words(_NONE))
        for suggestion in group.shown:
            number += 1
            yield from teller.told(number, suggestion)
        if group.left_out:
            yield Paragraph(words(f"{group.left_out:,} more: ", code("--top all"), "."))
    yield Paragraph(words(_foot(report)))
    if number:
        takes = "writes its first line; ", code("--reject N"), " notes that it is not so."
        yield Paragraph(
            words("Nothing is written before you take it: ", code("argmap suggest --accept N"), " ", *takes)
        )


def _head(basis: Basis) -> Iterator[Block]:
    yield Heading(1, words("What to look at"))
    if not basis.tier:
        yield Paragraph(words("Names are compared letter by letter and word by word; no text is."))
    else:
        yield Paragraph(words(f"Texts are compared by {basis.means} (`--tier {basis.tier}`)."))
        if basis.better:
            yield Paragraph(words(f"There is better: {basis.better}."))
        if basis.decisions:
            fitted = f"How likely pairs are was fitted to {basis.decisions} decisions of yours: links that say "
            links = code("same-as"), ", ", code("entails"), " or ", code("unrelated-to"), "."
            yield Paragraph(words(fitted, *links))
    yield from (Item(words(f"Careful: {warning}")) for warning in basis.warnings)


def _foot(report: Suggested) -> str:
    basis, sorts = report.basis, {group.sort for group in report.suggestions.groups}
    told = []
    if sorts & {Sort.SILENT, Sort.SENTENCE} and basis.answers.missed is not None:
        told.append(f"{_in_ten(basis.answers.missed)} answers")
    if Sort.SAME in sorts and basis.pairs.missed is not None:
        told.append(f"{_in_ten(basis.pairs.missed)} pairs that say the same")
    no_evidence = "No suggestion is no evidence that there is none"
    if not told:
        return f"{no_evidence}."
    return f"{no_evidence}: where that was measured, {' and '.join(told)} were weak."


def _title(group: Group) -> str:
    some = f"{len(group.shown)} of {group.found:,}" if group.left_out else f"{group.found:,}"
    return f"{_HEADS[group.sort]} ({some})"


def pair_in_words(match: Match) -> str:
    """The band of two claims, with what it was measured to be worth."""
    return _band(match, "such pairs", "was alike", "were alike")


def answer_in_words(match: Match) -> str:
    """The band of what may answer, with what it was measured to be worth."""
    return _band(match, "such claims", "answered", "answered")


def _band(match: Match, such: str, did_one: str, did_some: str) -> str:
    if match.right is None:
        return match.band
    share = _in_ten(match.right)
    return f"{match.band} (where measured, {share} {such} {did_one if share == '1 in 10' else did_some})"


def _in_ten(share: float) -> str:
    tenths = round(share * 10)
    return "fewer than 1 in 10" if not tenths else "nearly all" if tenths == 10 else f"{tenths} in 10"


def shared_in_words(match: Match) -> str:
    """What two texts share."""
    pairs = [one.first if one.first == one.second else f"{one.first}/{one.second}" for one in match.shared]
    return f"share: {', '.join(pairs)}" if pairs else "share: no word that says much"


class _Teller:
    """Tells suggestions of one corpus."""

    def __init__(self, report: Suggested) -> None:
        self._corpus = report.corpus
        self._texts = report.texts
        self._labels = document_labels(report.corpus.documents, report.corpus)

    def told(self, number: int, suggestion: Suggestion) -> Iterator[Block]:
        """What one suggestion says."""
        match suggestion:
            case AnswerSuggestion():
                return self._answer(number, suggestion)
            case LinkSuggestion():
                return self._link(number, suggestion)
            case NameSuggestion():
                return self._name(number, suggestion)
            case SentenceSuggestion():
                return self._sentence(number, suggestion)

    def _answer(self, number: int, suggestion: AnswerSuggestion) -> Iterator[Block]:
        name = self._labels[suggestion.document]
        does = "answers by other claims" if suggestion.answering else "is silent"
        yield Paragraph(words(strong(f"{number}. "), self._question(suggestion.issue), f": {name} {does}."))
        if suggestion.answering:
            for claim in suggestion.answering:
                yield Item(words("it answers now by ", self._claim(claim)))
        if not suggestion.candidates:
            yield Item(words("nothing was found in it that may answer"))
        for place, candidate in enumerate(suggestion.candidates):
            yield from self._candidate(candidate_name(number, place), candidate, suggestion)
        if suggestion.rejection is not None:
            yield Item(words("where none of them answers:" if suggestion.candidates else "where it does not answer:"))
            yield self._lines((suggestion.rejection,))

    def _candidate(self, name: str, candidate: AnswerCandidate, suggestion: AnswerSuggestion) -> Iterator[Block]:
        if candidate.claim is not None:
            claim = self._corpus.claims[candidate.claim]
            yield Item(words(strong(f"{name}. "), self._claim(claim.id), self._answers_for(claim)))
        elif candidate.sentence is not None:
            yield Item(words(strong(f"{name}. "), f"a sentence without a claim, {self._said(candidate.sentence)}"))
        yield Item(words(answer_in_words(candidate.match)), depth=1)
        yield Item(words(self._like(candidate.like, suggestion.issue), shared_in_words(candidate.match)), depth=1)
        yield from self._choices(candidate.choices, depth=1)

    def _link(self, number: int, suggestion: LinkSuggestion) -> Iterator[Block]:
        shared = shared_in_words(suggestion.match)
        if suggestion.cues:
            # What a band was measured to be worth is said of pairs that say the same.
            said = f"They may conflict; how alike they are: {suggestion.match.band}; {shared}."
        else:
            same = suggestion.relation is Relation.SAME_AS
            what = "They may say the same" if same else "One may follow from the other"
            said = f"{what}: {pair_in_words(suggestion.match)}; {shared}."
        yield Paragraph(words(strong(f"{number}. "), said))
        for claim in (suggestion.first, suggestion.second):
            yield Item(words(self._claim(claim), self._whose(self._corpus.claims[claim])))
        for cue in suggestion.cues:
            yield Item(words(cue_in_words(cue)))
        yield from self._choices(suggestion.choices)
        yield Item(words("where they have nothing to do with each other:"))
        yield self._lines((suggestion.rejection,))

    def _name(self, number: int, suggestion: NameSuggestion) -> Iterator[Block]:
        both = words(code(suggestion.first), " and ", code(suggestion.second))
        yield Paragraph(words(strong(f"{number}. "), f"{suggestion.named}s ", both, f": {suggestion.why}."))
        yield from self._choices(suggestion.choices)
        if not suggestion.choices:
            yield Item(words("where they are one: keep one of the two, and name it wherever the other is named"))
        yield Item(words("where they are two:"))
        yield self._lines((suggestion.rejection,))

    def _sentence(self, number: int, suggestion: SentenceSuggestion) -> Iterator[Block]:
        name = self._labels[suggestion.document]
        yield Paragraph(words(strong(f"{number}. "), f"{name}, {self._said(suggestion.sentence)}"))
        if suggestion.match is not None:
            near = self._question(suggestion.issue) if suggestion.issue is not None else ()
            like = () if suggestion.issue is not None else self._like(suggestion.like, None)
            band = answer_in_words(suggestion.match)
            shared = shared_in_words(suggestion.match)
            yield Item(words(f"{band}; ", "near to " if near else "", near, like, f"; {shared}" if near else shared))
        yield from self._choices(suggestion.choices)

    # --- Their parts

    def _question(self, issue: IssueId) -> Words:
        return words(quoted(self._corpus.issues[issue].question), " (", code(issue), ")")

    def _claim(self, claim: ClaimId) -> Words:
        record = self._corpus.claims[claim]
        name = self._labels[record.document]
        shown: Span | str = code(claim) if record.named else "a premise without a name"
        return words(f"{name}: ", shown, f" ({self._place(record)}): {quoted(record.text)}")

    def _place(self, claim: Claim) -> str:
        file = claim.origin.file
        text = self._texts.get(file)
        places = [f"{file}:{text.position(claim.origin.span.start).line}" if text is not None else file]
        places += [str(cue) for cue in claim.cues[:1]]
        return "; ".join(places)

    def _whose(self, claim: Claim) -> str:
        """Whose view a claim is, where it is not what its author claims."""
        said = view_in_words(claim, self._corpus)
        return f" [{said}]" if said else ""

    def _answers_for(self, claim: Claim) -> str:
        """The same of a claim that may answer, and what an answer under it says then."""
        said = view_in_words(claim, self._corpus)
        return f" [{said}, so that {answer_of_view(claim, self._corpus)}]" if said else ""

    def _said(self, sentence: Sentence) -> str:
        page = "" if sentence.page is None else f" (p. {sentence.page})"
        return f"line {sentence.line} of the source{page}: {quoted(sentence.text)}"

    def _like(self, like: ClaimId | PositionRef | None, issue: IssueId | None) -> Words:
        if isinstance(like, ClaimId):
            answered = () if issue is None else self._answered(like, issue)
            whose = self._whose(self._corpus.claims[like])
            return words("like ", self._claim(like), whose, answered, "; ")
        if isinstance(like, PositionRef):
            text = position_text(like.position, self._corpus.issues[like.issue])
            return words(f"like the answer {quoted(text)} (", code(like.position), "); ")
        return words("like the question; ")

    def _answered(self, claim: ClaimId, issue: IssueId) -> str:
        record = self._corpus.claims[claim]
        found = [one for one in record.answers if one.issue == issue and one.holder is None]
        if not found:
            return ""
        one = found[0]
        # What its author denies or doubts, the text answers, and not the author.
        which = "which" if record.attitude.accepts else "whose text"
        text = "that it is open" if one.position == OPEN else position_text(one.position, self._corpus.issues[issue])
        return f", {which} answers {quoted(text)}"

    def _choices(self, choices: Sequence[Choice], depth: int = 0) -> Iterator[Block]:
        """The lines of each, behind a comment that says in which file and where they go."""
        if not choices:
            return
        additions = choices[0].additions
        if all(sum(len(one.lines) for one in choice.additions) == 1 for choice in choices):
            several = ", one of these lines" if len(choices) > 1 else ""
            lines = [line for choice in choices for line in _indented(choice.additions[0])]
            yield Code("\n".join((f"# {self._where(additions[0])}{several}", *lines)))
            return
        if any(one.under is Under.END_OF_DOCUMENT for one in additions):
            said = words("word it yourself, behind the colon; until then ", code("argmap check"), " refuses it:")
            yield Item(said, depth)
        names = [choice.name for choice in choices]
        others = f"; instead of `{names[0]}` perhaps {alternatives(names[1:])}" if len(names) > 1 else ""
        yield self._lines(additions, others)

    def _lines(self, additions: Sequence[Addition], others: str = "") -> Code:
        lines = [line for one in additions for line in (f"# {self._where(one)}{others}", *_indented(one))]
        return Code("\n".join(lines))

    def _where(self, addition: Addition) -> str:
        file = file_of(addition, self._corpus)
        match addition.under:
            case Under.CLAIM:
                claim = self._corpus.claims[ClaimId(addition.of[0])]
                text = self._texts.get(file)
                line = f":{text.position(claim.origin.span.start).line}" if text is not None else ""
                return f"{file}{line}, under {claim.name}" if claim.named else f"{file}{line}, under the premise there"
            case Under.DOCUMENT:
                return f"{file}, under document {DocumentId(addition.of[0])}"
            case Under.END_OF_DOCUMENT:
                return f"{file}, at the end"
            case Under.LINKS:
                return file


def _indented(addition: Addition) -> list[str]:
    is_field = addition.under in (Under.CLAIM, Under.DOCUMENT)
    return [f"  {line}" if is_field else line for line in addition.lines]


def alternatives(names: Sequence[str]) -> str:
    """``a``, ``b`` or ``c``."""
    *others, last = (f"`{name}`" for name in names)
    return f"{', '.join(others)} or {last}" if others else last


def cue_in_words(cue: PolarityCue) -> str:
    """The words that may set two texts against each other."""
    sides = [quoted(side) for side in (cue.first, cue.second) if side]
    said = " against ".join(sides) if len(sides) > 1 else f"{sides[0]} in one of them alone"
    return f"{cue.kind}: {said}"
