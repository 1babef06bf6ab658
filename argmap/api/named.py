"""What a word means that names a thing: a claim, a document, an issue or a holder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from argmap.compare.holder import Holder
from argmap.diff.change_subject import Kind, Subject
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.source.nearest import suggestion
from argmap.workspace.refusal import RefusedError


class UnknownSubjectError(RefusedError):
    """Nothing has, or had, a name; or more than one claim has it."""


def named(word: str, corpus: Corpus) -> Subject | None:
    """What has this name, or had it before as `was` says; None where nothing has.

    A document and an issue are named by their ids, a claim by ``document.claim`` or, where no other document has a
    claim of that name, by the part after the dot, and a holder by ``document/actor``.

    Raises:
        UnknownSubjectError: Claims of several documents have it.
    """
    if "/" in word:
        holder = Subject(Kind.HOLDER, word)
        return holder if holder.stands_in(corpus) else None
    if "." in word:
        return _claim(word, corpus)
    for kind, records in ((Kind.DOCUMENT, corpus.documents), (Kind.ISSUE, corpus.issues)):
        found = word if word in records else _renamed(word, {name: record.was for name, record in records.items()})
        if found is not None:
            return Subject(kind, found)
    claims = sorted(claim.id for claim in _claims(corpus) if claim.name == word)
    claims = claims or sorted(claim.id for claim in _claims(corpus) if word in claim.was)
    if len(claims) > 1:
        raise UnknownSubjectError(
            f"several claims are called `{word}`", "name one of them:", *(f"  {claim}" for claim in claims)
        )
    return Subject(Kind.CLAIM, claims[0]) if claims else None


def unknown(word: str, corpus: Corpus) -> UnknownSubjectError:
    """Nothing has this name, but perhaps something has one like it."""
    claims = [claim.id if "." in word else claim.name for claim in _claims(corpus)]
    others = () if "." in word else (*corpus.documents, *corpus.issues)
    holders = _holders(corpus) if "/" in word else ()
    nearest = suggestion(word, (*claims, *others, *holders))
    return UnknownSubjectError(
        f"no claim, document, issue or holder is or was called `{word}`{nearest}",
        "a claim is named by its id, or document.claim; a holder by document/actor",
    )


def _claim(word: str, corpus: Corpus) -> Subject | None:
    document, _, name = word.partition(".")
    home = _renamed(document, {key: record.was for key, record in corpus.documents.items()})
    for candidate in (document, home):
        own = {claim.name: claim for claim in _claims(corpus) if claim.document == candidate}
        found = name if name in own else _renamed(name, {key: claim.was for key, claim in own.items()})
        if found is not None:
            return Subject(Kind.CLAIM, own[found].id)
    return None


def _claims(corpus: Corpus) -> Iterator[Claim]:
    return (claim for claim in corpus.claims.values() if claim.named)


def _renamed(word: str, former: Mapping[str, tuple[str, ...]]) -> str | None:
    """The first thing, in the order of names, that had a name before."""
    return min((name for name, names in former.items() if word in names), default=None)


def _holders(corpus: Corpus) -> set[str]:
    return {
        Holder(claim.document, actor).id
        for claim in corpus.claims.values()
        for actor in (*claim.holders, *(answer.holder for answer in claim.answers if answer.holder is not None))
    }
