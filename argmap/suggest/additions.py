"""The lines that take a suggestion into the files, and the file in which they go."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.check.cue_finder import ProvedCue
from argmap.language.ids import made_id
from argmap.language.words import RESERVED, Relation
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.suggest.suggestion import Addition, Choice, Under

LINKS = "arguments/links"
"""Where links between documents stand that have no file yet."""


def answer(claim: ClaimId, position: PositionRef) -> Addition:
    """A claim answers an issue."""
    return Addition(lines=(_answer(position),), under=Under.CLAIM, of=(claim,))


def silence(document: DocumentId, issue: IssueId) -> Addition:
    """An answer to an issue was looked for in a document, and is not there."""
    return Addition(lines=(f"silent: {issue}",), under=Under.DOCUMENT, of=(document,))


def link(first: str, relation: Relation, second: str, *documents: DocumentId) -> Addition:
    """A link between two things, of so many documents."""
    return Addition(
        lines=(f"link {first} {relation} {second}",), under=Under.LINKS, of=tuple(sorted(dict.fromkeys(documents)))
    )


def not_an_answer(claim: ClaimId | None, issue: IssueId) -> tuple[Addition, ...] | None:
    """A claim does not answer an issue; None for what is no claim, or has no name by which a link could join it."""
    if claim is None or "~" in claim:
        return None
    return (link(claim, Relation.UNRELATED_TO, issue, claim.document),)


def linked(first: ClaimId, relation: Relation, second: ClaimId, name: str = "") -> Choice:
    """Two claims of two documents are linked; the choice is called like the relation where it has no other name."""
    return Choice(
        name=name or relation.value,
        additions=(link(first, relation, second, first.document, second.document),),
    )


def new_claim(corpus: Corpus, document: DocumentId, cue: ProvedCue, position: PositionRef | None = None) -> Addition:
    """A claim with a cue and without a text."""
    name = _free_name(corpus, document, made_id(cue.words, "claim"))
    answers = (f"  {_answer(position)}",) if position is not None else ()
    line = f"{cue.line} " if cue.line is not None else ""
    lines = (f"claims {name}:", *answers, f'  at: {line}"{cue.words}"')
    return Addition(lines=lines, under=Under.END_OF_DOCUMENT, of=(document,))


def file_of(addition: Addition, corpus: Corpus) -> str:
    """The name of the file in which an addition goes; one of links may not be there yet."""
    if addition.under is not Under.LINKS:
        name = addition.of[0]
        claim = corpus.claims.get(ClaimId(name))
        return corpus.documents[DocumentId(name) if claim is None else claim.document].file
    found = corpus.file_of_links(addition.of)
    if found is not None:
        return found
    return f"{LINKS}/{'--'.join(addition.of) or 'shared'}.argmap"


def _answer(position: PositionRef) -> str:
    return f"answers {position.issue}: {position.position}"


def _free_name(corpus: Corpus, document: DocumentId, stem: str) -> str:
    names = _numbered("claim" if stem in RESERVED else stem)
    return next(name for name in names if ClaimId.of(document, name) not in corpus.claims)


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
