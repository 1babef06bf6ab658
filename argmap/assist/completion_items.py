"""What can be offered at a place: things of a project by their names, words of the language, statements to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.assist.occurrences import ProjectNames, stated_below_gaps
from argmap.judge.holder import Holder, label_of
from argmap.language.ids import normal
from argmap.language.words import CUED, DEGREES, OPEN, SCHEMES, STEPS, VERBS, Degree, Kind, Relation
from argmap.model.claim import Claim, Strength
from argmap.model.ids import DocumentId, IssueId
from argmap.project.open_project import ProjectState
from argmap.resolve.values import strength
from argmap.wording.english import listed, shortened, single_spaced
from argmap.wording.glossary import glossary
from argmap.wording.names import author_list
from argmap.wording.strengths import is_against

MOST = 100
"""Things that are offered at once; of more, those that fit best."""
FEWEST_LETTERS = 3
"""Letters to type before things are found by what they say."""
_DETAIL = 90
OF_ANSWERS = tuple(degree.value for degree in Degree if not is_against(Strength(degree, degree)))
"""The strengths that turn no answer round."""
RELATIONS = tuple(relation.value for relation in Relation)
KINDS = tuple(kind.value for kind in Kind)
_FORMS = {
    **{verb: f"{verb} ${{1:id}}: ${{2:text}}" for verb in VERBS},
    **{verb: f"{verb} ${{1:id}} from ${{2:actor}}: ${{3:text}}" for verb in ("reports", "endorses")},
    "document": "document ${1:id}: ${2:title}",
    "section": "section: ${1:title}",
    "issue": "issue ${1:id}: ${2:question}?",
    "position": "position ${1:id}: ${2:answer}",
    "actor": "actor ${1:id}: ${2:name}",
    "author": "author ${1:id}: ${2:name}",
    "term": "term ${1:id}: ${2:meaning}",
    "link": f"link ${{1:claim}} ${{2|{','.join(RELATIONS)}|}} ${{3:claim}}: ${{4:why}}",
    "answers": "answers ${1:issue}: ${2:position}",
    **{word: f'{word}: "${{1:two to six words}}"' for word in CUED},
    "kind": f"kind: ${{1|{','.join(KINDS)}|}}",
    "changes": "changes: ${1|yes,no|}",
}
"""How a line that begins with a word goes on; where nothing is said here, a colon follows, and behind a step a name."""
WHOLE = {
    "document": """document ${1:id}: ${2:title}
  author ${3:id}: ${4:name}
  date: ${5:2024-01-31}
  source: ${6:file.txt}

claims ${7:id}: ${8:the main claim}
$0""",
    "issue": """issue ${1:id}: ${2:question}?
  position ${3:yes}: ${4:It is}
  position ${5:no}: ${6:It is not}
  exhaustive: ${3:yes}, ${5:no}
$0""",
    "claims": """claims ${1:id}: ${2:text}
  answers ${3:issue}: ${4:position}
  at: "${5:two to six words}"
  because ${6:id}: ${7:a reason}
$0""",
}
"""Whole statements to fill in."""


class CompletionKind(StrEnum):
    """What sort of thing is offered."""

    KEYWORD = "keyword"
    SNIPPET = "snippet"
    CLAIM = "claim"
    DOCUMENT = "document"
    ISSUE = "issue"
    POSITION = "position"
    ACTOR = "actor"
    TERM = "term"
    VALUE = "value"
    SOURCE = "source"
    CUE = "cue"


class Completion(NamedTuple):
    """Something that may stand at a place.

    Attributes:
        label: What it is called in the list.
        detail: What it is, in a few words: whose a claim is, to what a position belongs.
        text: What it says, in the words of its author or of the reference; empty where that is nothing more.
        insert: What to put there.
        is_snippet: Whether `insert` has places to fill in, as ``${1:id}``; then a dollar, a brace and a backslash that
            are meant as such have a backslash before them.
        matches: What of it begins as what is typed does, for a client that filters for itself.
    """

    kind: CompletionKind
    label: str
    insert: str
    detail: str = ""
    text: str = ""
    is_snippet: bool = False
    matches: str = ""


class ProjectItems:
    """The things of a project that can be named at a place.

    Attributes:
        state: The project.
        document: The document to which the place belongs; empty where that is none.
        fragment: What is typed so far of a name.
        left_out: Whether something is there that was too much to be offered.
    """

    def __init__(self, state: ProjectState, file: str, document: DocumentId, fragment: str) -> None:
        self.state, self.document, self.fragment = state, document, fragment
        self._file = file
        self.left_out = False
        self._corpus = state.loaded.corpus
        self._authors: dict[DocumentId, str] = {}

    def claims(self, *, foreign: bool = True) -> Iterator[Completion]:
        """The claims of the document by their own ids, then those of others, of which something has to be typed."""
        home = self._corpus.documents.get(self.document)
        for claim in home.claims if home is not None else ():
            record = self._corpus.claims[claim]
            if record.named:
                yield self._claim(record, record.name)
        for claim, text in stated_below_gaps(self.state, self._file):
            if claim.document == self.document:
                yield Completion(CompletionKind.CLAIM, claim.name, claim.name, "below a line with an error", text)
        if foreign and not self.fragment:
            self.left_out = True
            return
        sought = normal(self.fragment).casefold()
        by_text, said = len(sought) >= FEWEST_LETTERS, 0
        for record in self._corpus.claims.values() if foreign else ():
            if record.document == self.document or not record.named:
                continue
            # Of many thousands few are meant, and only these are worth telling.
            if sought in record.id.casefold():
                yield self._claim(record, record.id)
            elif by_text and said < MOST and sought in record.text.casefold():
                said += 1
                yield self._claim(record, record.id)
        self.left_out = self.left_out or said == MOST

    def _claim(self, claim: Claim, name: str) -> Completion:
        if claim.document not in self._authors:
            label = label_of(Holder(claim.document), self._corpus)
            self._authors[claim.document] = f"{author_list(label.names)}, {label.title}"
        return Completion(CompletionKind.CLAIM, name, name, self._authors[claim.document], claim.text)

    def issues(self, after: str = "") -> Iterator[Completion]:
        """All issues, each with something behind it."""
        for issue in self._corpus.issues.values():
            yield Completion(CompletionKind.ISSUE, issue.id, f"{issue.id}{after}", "an issue", issue.question)

    def positions_in_links(self) -> Iterator[Completion]:
        """All positions with their issues, as ends of links have them."""
        for issue in self._corpus.issues.values():
            for position in issue.positions:
                name = f"{issue.id}.{position.id}"
                yield Completion(CompletionKind.POSITION, name, name, _brief(issue.question), position.text)

    def positions(self, issue: str = "", *, is_answer: bool = False) -> Iterator[Completion]:
        """The positions of an issue, as it is written; for an answer also that it is undecided."""
        name = ProjectNames.of(self.state).issue(normal(issue)) if issue else None
        record = self._corpus.issues.get(IssueId(name)) if name is not None else None
        for position in record.positions if record is not None else ():
            yield Completion(
                CompletionKind.POSITION,
                position.id,
                position.id,
                _brief(record.question if record else ""),
                position.text,
            )
        if record is not None and is_answer:
            yield Completion(CompletionKind.POSITION, OPEN, OPEN, "a position that every issue has", "It is undecided.")

    def actors(self) -> Iterator[Completion]:
        """The document's own actors, then those that all share; an own one hides a shared one of its id."""
        own = [actor for actor in self._corpus.actors.values() if actor.document == self.document and actor.document]
        hidden = {actor.id for actor in own}
        shared = [one for one in self._corpus.actors.values() if one.document is None and one.id not in hidden]
        for actor in (*own, *shared):
            also = f"also {listed(actor.also)}" if actor.also else "an actor"
            yield Completion(CompletionKind.ACTOR, actor.id, actor.id, also, actor.name)

    def actors_in_links(self) -> Iterator[Completion]:
        """All actors as links name them: those of other documents with these."""
        yield from self.actors()
        for key, actor in self._corpus.actors.items():
            if actor.document not in (None, self.document):
                yield Completion(CompletionKind.ACTOR, key, key, "an actor", actor.name)

    def terms_in_links(self) -> Iterator[Completion]:
        """All terms, likewise."""
        for key, term in self._corpus.terms.items():
            name = term.id if term.document == self.document else key
            yield Completion(CompletionKind.TERM, name, name, "a term", term.meaning)

    def schemes(self) -> Iterator[str]:
        """The schemes that the project uses beside those that every project knows."""
        used = {scheme for claim in self._corpus.claims.values() for step in claim.steps for scheme in step.schemes}
        return iter(sorted(used - set(SCHEMES)))

    def used(self, keyword: str) -> set[str]:
        """What a field is set to elsewhere."""
        documents = self._corpus.documents.values()
        match keyword:
            case "topic":
                return {issue.topic for issue in self._corpus.issues.values() if issue.topic}
            case "tags":
                return {tag for claim in self._corpus.claims.values() for tag in claim.tags}
            case "by":
                claims = {claim.by for claim in self._corpus.claims.values() if claim.by}
                return claims | {document.by for document in documents if document.by}
            case "publisher":
                return {record.publisher for record in documents if record.publisher}
            case _:
                return {record.language for record in documents if record.language}


def strengths(said: str) -> Iterator[Completion]:
    """The strengths that may stand in a bracket; behind the dots of a range, those that may end it."""
    low, dots, _ = said.strip().rpartition("..")
    words = DEGREES if not dots else {word for word in DEGREES if low in DEGREES and strength(f"{low}..{word}")}
    for degree in Degree:
        if degree.value in words:
            insert = f"{low}{dots}{degree.value}"
            yield _value(insert, f"a strength of {'duty' if degree.is_duty else 'belief'}", word=degree.value)


def values(words: Iterable[str], detail: str, after: str = "") -> Iterator[Completion]:
    """Words of a closed vocabulary."""
    return (_value(word, detail, after) for word in words)


def _value(said: str, detail: str, after: str = "", *, word: str = "") -> Completion:
    entry = glossary().get(word or said)
    return Completion(CompletionKind.VALUE, said, said + after, detail, entry.text if entry is not None else "")


def _brief(text: str) -> str:
    return shortened(single_spaced(text), _DETAIL)


def keyword(word: str, *, bare: bool) -> Completion:
    """A first word of a line.

    Args:
        word: The word.
        bare: Whether what goes on with it stands there already.
    """
    entry = glossary().get(word)
    plain = f"{word} " if word in STEPS else f"{word}: "
    return Completion(
        kind=CompletionKind.KEYWORD,
        label=word,
        insert=word if bare else _FORMS.get(word, plain),
        detail=entry.sort if entry is not None else "",
        text=entry.text if entry is not None else "",
        is_snippet=not bare and word in _FORMS,
    )


def within(word: str, detail: str = "a word before the colon") -> Completion:
    """A word inside a line."""
    return Completion(CompletionKind.KEYWORD, word, f"{word} ", detail)


def bracket(what: str, example: str, detail: str) -> Completion:
    """A bracket to fill in."""
    return Completion(CompletionKind.SNIPPET, f"({what})", f"(${{1:{example}}})", detail, is_snippet=True)
