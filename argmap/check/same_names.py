"""Rules about names: what has one name has one id, whatever the spaces, the composition and the case."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding, Related
from argmap.source.loosened import loosened
from argmap.source.text import Place


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
