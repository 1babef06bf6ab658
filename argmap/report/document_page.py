"""A document as a page: its trees of conclusions and premises (`argmap show`).

Premises are joined by the connectives of all pages; the rest is told in the words of the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from argmap.compare.tree import roots
from argmap.language.words import Attitude
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId
from argmap.model.inference import Step, StepRole
from argmap.report.page import Block, Node, Title, Tree
from argmap.wording.claim_sentences import attribution
from argmap.wording.relations import connective
from argmap.wording.spans import code, strong, words


def document_page(corpus: Corpus, document: DocumentId) -> Iterator[Block]:
    """The premise-conclusion trees of a document.

    The thesis comes first, then what it does not rest on, each below the heading of its section.  A claim is told
    once, where it is met first, and named after that.
    """
    record = corpus.documents[document]
    yield _title(corpus, record)
    told: set[ClaimId] = set()
    section = None
    for root in roots(corpus, record):
        heading = ""
        if corpus.claims[root].section != section:
            section = corpus.claims[root].section
            heading = "before the first section" if section is None else f"section: {record.heading(section)}"
        yield Tree(tuple(_nodes(root, corpus, document, told)), heading)


def _title(corpus: Corpus, document: Document) -> Title:
    authors = ", ".join(_actor(author, corpus, document.id) for author in document.authors)
    published = ", ".join(detail for detail in (authors, document.date, document.publisher) if detail)
    details = (published, "" if document.claims else "no claims")
    return Title(document.id, document.title, tuple(filter(None, details)))


def _actor(actor: ActorId, corpus: Corpus, document: DocumentId) -> str:
    try:
        return corpus.actor(actor, document).name or actor
    except KeyError:
        return actor


def _nodes(root: ClaimId, corpus: Corpus, document: DocumentId, told: set[ClaimId]) -> Iterator[Node]:
    """A claim and all that it rests on, but for what is told already."""
    # Arguments may be thousands of levels deep, so nothing here calls itself.
    waiting = [(0, Branch(root, "", Attitude.CLAIMS))]
    while waiting:
        depth, branch = waiting.pop()
        claim = corpus.claims.get(branch.claim)
        if claim is None:
            yield Node(
                depth, words(strong(_spaced(branch.part, branch.claim)), ": not stated in this project"), branch.about
            )
            continue
        name = claim.name if claim.document == document else claim.id
        if claim.id in told:
            yield Node(depth, words(strong(branch.part), ": see ", code(name), " above"), branch.about)
            continue
        told.add(claim.id)
        said = words(strong(_spaced(branch.part, _stance(claim, branch, name))), f": {claim.text}")
        yield Node(depth, said, (*map(_answer, claim.answers), *branch.about))
        if claim.document == document:
            waiting.extend((depth + 1, under) for under in reversed(tuple(branches(claim.steps))))


def _spaced(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _stance(claim: Claim, branch: Branch, name: str) -> str:
    """Who says it and how firmly; the verb is left out where the language may leave it out."""
    return _spaced(
        claim.attitude.value if not branch.role or claim.attitude is not branch.attitude else "",
        name if claim.named else "",
        attribution(claim).lstrip(),
        f"({claim.strength})" if claim.strength else "",
    )


def _answer(answer: Answer) -> str:
    return f"answers {answer}"


@attrs.frozen
class Branch:
    """A claim in its part as a premise, with the words that say which part.

    Attributes:
        claim: The premise.
        role: ``because``, ``and``, ``although`` ...
        attitude: What the verb is taken for where none is said.
        schemes: Of the step, on its first premise; without one that the connective says.
        about: Its places in the source and what is noted about it, on its first premise.
    """

    claim: ClaimId
    role: str
    attitude: Attitude
    schemes: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """What it is for the claim above it."""
        return _spaced(self.role, f"({', '.join(self.schemes)})" if self.schemes else "")


def branches(steps: Iterable[Step]) -> Iterator[Branch]:
    """What stands directly under a claim, in the author's order."""
    for step in steps:
        attitude = Attitude.SUPPOSES if step.role.only_supposes else Attitude.CLAIMS
        first, *others = _linked(step.premises, step.role, attitude)
        about = (*(f"step-at: {cue}" for cue in step.cues), *(f"step-note: {note}" for note in step.notes))
        yield attrs.evolve(first, schemes=step.named_schemes, about=about)
        yield from others
        for undercut in step.undercuts:
            yield from _linked(undercut.premises, StepRole.UNDERCUT, Attitude.CLAIMS)


def _linked(premises: tuple[ClaimId, ...], role: StepRole, attitude: Attitude) -> Iterator[Branch]:
    for number, premise in enumerate(premises):
        yield Branch(premise, connective(role, linked=number > 0), attitude)
