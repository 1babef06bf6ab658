"""What is told of the thing under the pointer: of a claim what it says, where its source does, and who else answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from argmap.assist.issue_answers import AnswerGroup, IssueAnswers, holder_names
from argmap.assist.occurrences import Occurrence, SymbolKind, occurrence_at, stated_below_gaps
from argmap.assist.source_cues import cue_places, sentence_at
from argmap.assist.typed_lines import TypedLine, line_at
from argmap.compare.stance import Acceptance
from argmap.judge.credence import asserted, band
from argmap.judge.holder import Holder
from argmap.language.ids import normal
from argmap.language.words import CUED, DEGREES, KEYWORDS, OPEN, SCHEMES, Degree, Kind, Relation
from argmap.model.claim import Claim, Cue
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.project.open_project import ProjectState
from argmap.report.markdown import markdown
from argmap.report.page import Block, Item, Paragraph
from argmap.resolve.values import strength as strength_of
from argmap.resolve.values import unknown_degree
from argmap.source.text import Place, SourceText, Span
from argmap.wording.claim_sentences import taken
from argmap.wording.english import counted, first_upper, listed, one_line, quoted, shortened
from argmap.wording.glossary import glossary
from argmap.wording.names import actor_name, position_text
from argmap.wording.spans import Words, code, joined, strong, words
from argmap.wording.stance_sentences import NOT_THERE, reserves
from argmap.wording.strengths import probability
from argmap.wording.verdicts import verdict

_MOST_NAMED = 12
"""Holders of one answer who are named."""
_MOST_ISSUES = 4
"""Questions of one claim of which the answers are told."""
_LONGEST_SENTENCE = 700
_WORDS = KEYWORDS | DEGREES | frozenset(SCHEMES) | {"from", "quoting", "not", OPEN}
_VALUES = {"kind": frozenset(kind.value for kind in Kind), "answers": DEGREES | {"not", OPEN, "from"}}


class Hover(NamedTuple):
    """What is told of something.

    Attributes:
        place: Of that alone.
        markdown: CommonMark, in which nothing in the words of anybody is markup.
    """

    place: Place
    markdown: str


def hover(state: ProjectState, file: str, offset: int) -> Hover | None:
    """What is told at an offset of a file; None where there is nothing to tell."""
    syntax = state.files.get(file)
    if syntax is None:
        return None
    found = occurrence_at(state, file, offset)
    if found is not None:
        blocks = list(_of_symbol(state, found))
        return Hover(found.place, as_markdown(*blocks)) if blocks else None
    line = line_at(syntax.source, offset)
    if line.keyword in CUED and not line.in_head:
        return _of_cue(state, file, line)
    return _of_word(file, line)


def as_markdown(*blocks: Block) -> str:
    """Blocks of a page as an editor shows them: nobody is mentioned there, and nothing need be kept from it."""
    # The words of an author cannot make such a comment: its first sign is escaped in them.
    return markdown(blocks).replace("<!-- -->", "").rstrip("\n")


# --- Things that have a name


def _of_symbol(state: ProjectState, found: Occurrence) -> Iterator[Block]:
    corpus, (kind, name) = state.loaded.corpus, found.symbol
    match kind:
        case SymbolKind.CLAIM if name in corpus.claims:
            yield from _of_claim(state, corpus.claims[ClaimId(name)])
        case SymbolKind.CLAIM:
            said = dict(stated_below_gaps(state, found.place.file)).get(ClaimId(name))
            yield from (Paragraph(words(part)) for part in (said or "").split("\n") if part)
        case SymbolKind.ISSUE if name in corpus.issues:
            yield from _of_issue(state, IssueId(name))
        case SymbolKind.POSITION if PositionRef(name).issue in corpus.issues:
            yield from _of_position(state, PositionRef(name))
        case SymbolKind.DOCUMENT if name in corpus.documents:
            yield from _of_document(corpus, DocumentId(name))
        case SymbolKind.ACTOR if name in corpus.actors:
            yield from _of_actor(corpus, name)
        case SymbolKind.TERM if name in corpus.terms:
            term = corpus.terms[name]
            also = f", also {listed(term.also)}" if term.also else ""
            yield Paragraph(words(strong(term.id), f"{also}: {one_line(term.meaning)}"))


def _of_claim(state: ProjectState, claim: Claim) -> Iterator[Block]:
    corpus = state.loaded.corpus
    author = holder_names([Holder(claim.document)], corpus)[Holder(claim.document)]
    yield Paragraph(words(strong(author), f", {taken(claim, corpus)} (", code(claim.id), ")"))
    yield from (Paragraph(words(part)) for part in claim.text.split("\n"))
    for cue in claim.cues:
        sentence = _sentence(cue, _source_of(state, claim.document))
        if sentence:
            yield Paragraph(sentence)
    issues = list(dict.fromkeys(answer.issue for answer in claim.answers if answer.issue in corpus.issues))
    for issue in issues[:_MOST_ISSUES]:
        yield from _answers(state, issue, claim)


def _of_issue(state: ProjectState, issue: IssueId) -> Iterator[Block]:
    record = state.loaded.corpus.issues[issue]
    if record.topic:
        yield Paragraph(words(f"Topic: {record.topic}"))
    yield from _answers(state, issue)
    given = {group.position for group in IssueAnswers.of(state).groups(issue)}
    left = [quoted(position.text or position.id) for position in record.positions if position.id not in given]
    if left and given:
        yield Paragraph(words(f"Nobody answers {listed(left)}."))
    silent = IssueAnswers.of(state).looked_for(issue)
    if silent:
        yield Paragraph(words(f"{first_upper(NOT_THERE)}: {listed(list(silent))}."))


def _of_position(state: ProjectState, position: PositionRef) -> Iterator[Block]:
    record = state.loaded.corpus.issues[position.issue]
    yield Paragraph(words(strong(position_text(position.position, record)), " (", code(position), ")"))
    yield Paragraph(words(one_line(record.question or record.id)))
    groups = [one for one in IssueAnswers.of(state).groups(position.issue) if one.position == position.position]
    yield from (Item(_group(group, state.loaded.corpus)) for group in groups)
    if not groups:
        yield Paragraph(words("Nobody gives this answer."))


def _of_document(corpus: Corpus, document: DocumentId) -> Iterator[Block]:
    record = corpus.documents[document]
    authors = listed([actor_name(author, document, corpus) for author in record.authors])
    published = ", ".join(filter(None, (authors, record.date, record.publisher)))
    yield Paragraph(words(strong(record.title or document), f": {published}" if published else ""))
    if record.thesis is not None and record.thesis in corpus.claims:
        what = "Thesis: " if record.thesis_is_declared else "First main claim: "
        yield Paragraph(words(what, one_line(corpus.claims[record.thesis].text)))
    yield Paragraph(words(f"{first_upper(counted(len(record.claims), 'claim'))}."))
    if record.silent:
        silent = joined(map(code, dict.fromkeys(record.silent)), last=" and ")
        yield Paragraph(words("Answers that were ", NOT_THERE, ": ", *silent, "."))


def _of_actor(corpus: Corpus, name: str) -> Iterator[Block]:
    actor = corpus.actors[name]
    also = f", also {listed(actor.also)}" if actor.also else ""
    own = f", in {actor.document} alone" if actor.document else ""
    yield Paragraph(words(strong(actor.name or actor.id), f"{also}{own}"))
    if actor.speaks_for is not None:
        home = actor.document or DocumentId("")
        yield Paragraph(words(f"Speaks for {actor_name(actor.speaks_for, home, corpus)}."))
    written = [
        document.title or document.id
        for document in corpus.documents.values()
        if any(corpus.actor_key(author, document.id) == name for author in document.authors)
    ]
    if written:
        yield Paragraph(words(f"Author of {listed([quoted(title) for title in written[:_MOST_NAMED]])}."))


# --- Who else answers


def _answers(state: ProjectState, issue: IssueId, claim: Claim | None = None) -> Iterator[Block]:
    """A question with all who answer it, the ones beside whoever holds a claim with the verdict on the two."""
    corpus, answers = state.loaded.corpus, IssueAnswers.of(state)
    record = corpus.issues[issue]
    yield Paragraph(words(strong(one_line(record.question or issue)), " (", code(issue), ")"))
    own = answers.holder_of(claim, issue) if claim is not None else None
    groups = answers.groups(issue)

    def beside(holder: Holder) -> str:
        found = answers.between(own, holder, issue) if own is not None and holder != own else None
        return verdict(found) if found is not None else ""

    for group in groups:
        yield Item(_group(group, corpus, own, beside))
    if not groups:
        yield Paragraph(words("Nobody answers it."))


def _group(
    group: AnswerGroup, corpus: Corpus, own: Holder | None = None, beside: Callable[[Holder], str] | None = None
) -> Words:
    issue = corpus.issues[group.given[0].stance.issue]
    text = quoted(position_text(group.position, issue)) if group.position != OPEN else "Undecided"
    match group.acceptance:
        case Acceptance.ACCEPTED:
            said = text
        case Acceptance.REJECTED:
            said = f"Not {text}"
        case Acceptance.OPEN:
            said = text if group.position == OPEN else f"{text} left open"
    given = sorted(group.given, key=lambda one: one.stance.holder != own)
    named: list[str | Words] = []
    for one in given[:_MOST_NAMED]:
        holder = one.stance.holder
        told = "; ".join(filter(None, (reserves(one.stance), beside(holder) if beside is not None else "")))
        name = words(strong(one.name)) if holder == own else words(one.name)
        named.append(words(*name, f" [{told}]" if told else ""))
    if len(given) > _MOST_NAMED:
        named.append(f"{len(given) - _MOST_NAMED} more")
    return words(strong(said), ": ", *joined(named, between="; "))


# --- Sources


def _source_of(state: ProjectState, document: DocumentId | None) -> SourceText | None:
    record = state.loaded.corpus.documents.get(document) if document else None
    return state.sources.get(normal(record.source)) if record is not None and record.source else None


def _sentence(cue: Cue, source: SourceText | None) -> Words:
    """The sentence of the source around a cue, or a whole line of it; none where it is not found."""
    span = cue_places(source).span(cue.words, cue.line, cue.page) if source is not None else None
    if source is None or span is None:
        return ()
    around = sentence_at(source, span) if cue.words else span
    before, said, after = (
        " ".join(source.text[start:end].split())
        for start, end in ((around.start, span.start), span, (span.end, around.end))
    )
    if len(before) > _LONGEST_SENTENCE:
        before = f"…{before[-_LONGEST_SENTENCE:].partition(' ')[2]}"
    after = shortened(after, _LONGEST_SENTENCE)
    glued = not source.text[span.end : span.end + 1].isspace()
    place = f"{source.name}, {source.where(source.position(span.start).line)}"
    return words(
        "“",
        f"{before} " if before else "",
        strong(said),
        after if glued or not after else f" {after}",
        "” (",
        place,
        ")",
    )


def _of_cue(state: ProjectState, file: str, line: TypedLine) -> Hover | None:
    """What the source says around the cue of a line that gives a place."""
    span = Span(line.start + line.indent, line.start + len(line.text))
    for record in _with_cues(state, file):
        for cue in record.cues:
            if cue.origin.file == file and span.start <= cue.origin.span.start < span.end:
                found = _sentence(cue, _source_of(state, record.document))
                return Hover(cue.origin, as_markdown(Paragraph(found))) if found else None
    return None


def _with_cues(state: ProjectState, file: str) -> Iterator[Claim]:
    corpus = state.loaded.corpus
    for document in corpus.documents.values():
        if document.file == file:
            yield from corpus.claims_of(document.id)


# --- Words of the language


def _of_word(file: str, line: TypedLine) -> Hover | None:
    """The page of a word of the language, where such words stand."""
    word, span = line.word()
    if not word or line.is_prose or not (line.in_head or word in _VALUES.get(line.keyword, ())):
        return None
    place = Place(file, span)
    pages: Mapping[str, object] = glossary()
    known = word in _WORDS or word in {relation.value for relation in Relation}
    degrees = set(word.split("..")) <= DEGREES
    if degrees:
        return Hover(place, strength_page(word))
    return Hover(place, word_page(word)) if known and word in pages else None


def word_page(word: str) -> str:
    """What the reference says of a word of the language, as Markdown; empty where it says nothing."""
    entry = glossary().get(word)
    return f"{as_markdown(Paragraph(words(strong(word), f': {entry.sort}')))}\n\n{entry.text}" if entry else ""


def strength_page(word: str) -> str:
    """The same of a strength or a range of two, with the probability that it stands for, where it is one of belief."""
    pages = [word_page(part) for part in dict.fromkeys(word.split(".."))]
    found = strength_of(word) if unknown_degree(word) is None else None
    if found is not None and not found.low.is_duty:
        # This one is weaker than any word that analysts have for what is more likely than not.
        of_analysts = "" if Degree.POSSIBLE in (found.low, found.high) else ", the band of ICD 203"
        said = f"As a probability: {probability(band(found))}{of_analysts}."
        verdicts = f" A verdict takes the answer for {probability(asserted(found))} probable."
        pages.append(as_markdown(Paragraph(words(said, verdicts))))
    return "\n\n".join(filter(None, pages))
