"""The stances on one issue alone, gathered from as much of a corpus as can bear on them.

Whoever asks for one question of a large project need not wait for all others.  What bears on an issue are the claims
that answer it, what these make a condition or an exception, and what links join to any of that; then whatever bears on
the issues and claims met there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

import attrs

from argmap.compare.stances import Stances, gather
from argmap.judge.concessions import conceded
from argmap.judge.conditions import conditions_of
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId, PositionRef
from argmap.model.link import Link, LinkEnd

Granted = Callable[[Document, Corpus], frozenset[ClaimId]]
"""The claims that a document only grants (see `argmap.judge.concessions.conceded`)."""


class StancesByIssue:
    """Who holds what in a corpus, one issue at a time.

    Attributes:
        corpus: All records, without links that do not count.
    """

    def __init__(self, corpus: Corpus, granted: Granted = conceded) -> None:
        self.corpus = corpus
        self._granted = granted
        self._found: dict[IssueId, Stances] = {}

    def on(self, issue: IssueId) -> Stances:
        """Stances of which those on this issue are the same as if everything had been gathered.

        Raises:
            KeyError: There is no such issue.
        """
        if issue not in self._found:
            part = self._part(issue)
            granted = {name: self._granted(self.corpus.documents[name], self.corpus) for name in part.documents}
            # All that bears on an issue that bears on this one is there, too.
            self._found |= dict.fromkeys(part.issues, gather(part, granted=granted))
        return self._found[issue]

    @cached_property
    def answering(self) -> Mapping[IssueId, Sequence[ClaimId]]:
        """The claims that answer each issue, or show how somebody does, in the order of the files."""
        found: dict[IssueId, dict[ClaimId, None]] = {}
        for claim in self.corpus.claims.values():
            for answer in claim.answers:
                found.setdefault(answer.issue, {})[claim.id] = None
        return {issue: tuple(claims) for issue, claims in found.items()}

    @cached_property
    def _links(self) -> Mapping[str, Sequence[Link]]:
        """The links of each claim, and of each issue of which they join positions."""
        found: dict[str, list[Link]] = {}
        for link in self.corpus.links:
            for end in {_subject(end) for end in (link.source, link.target)}:
                found.setdefault(end, []).append(link)
        return found

    def _part(self, issue: IssueId) -> Corpus:
        issues: set[str] = set()
        claims: set[ClaimId] = set()
        links: dict[int, Link] = {}
        pending: list[str] = [self.corpus.issues[issue].id]
        while pending:
            name = pending.pop()
            if name in self.corpus.issues and name not in issues:
                issues.add(name)
                pending += self.answering.get(IssueId(name), ())
            elif name in self.corpus.claims and name not in claims:
                claim = self.corpus.claims[ClaimId(name)]
                claims.add(claim.id)
                for premise in (premise for condition in conditions_of(claim) for premise in condition.claims):
                    pending.append(premise)
                    if premise in self.corpus.claims:
                        pending += (answer.issue for answer in self.corpus.claims[premise].answers)
                if name in self._links:
                    pending += (answer.issue for answer in claim.answers)
            else:
                continue
            for link in self._links.get(name, ()):
                links[id(link)] = link
                pending += (_subject(end) for end in (link.source, link.target))
        return self._corpus_of(issues, claims, links)

    def _corpus_of(self, issues: set[str], claims: set[ClaimId], links: Mapping[int, Link]) -> Corpus:
        names = sorted({claim.document for claim in claims})
        documents = {
            name: attrs.evolve(document, claims=tuple(claim for claim in document.claims if claim in claims))
            for name, document in ((name, self.corpus.documents[name]) for name in names)
        }
        return attrs.evolve(
            self.corpus,
            documents=documents,
            issues={IssueId(name): self.corpus.issues[IssueId(name)] for name in sorted(issues)},
            links=tuple(link for link in self.corpus.links if id(link) in links) if links else (),
        )


def _subject(end: LinkEnd) -> str:
    """The claim at an end of a link, or the issue of the position there."""
    return end.issue if isinstance(end, PositionRef) else end
