"""What was read from foreign files, before it is written as argument files: names are still those of the foreign file.

A reader fills it as it goes, and refers from one thing to another by keys of its own: any text that is unique among
things of a kind, such as the id of a node.  `argmap.exchange.writing` makes ids of them.
"""

from __future__ import annotations

import attrs

from argmap.exchange.loss import ForeignPlace
from argmap.language.words import Attitude
from argmap.model.claim import Strength
from argmap.model.inference import StepRole


@attrs.define(kw_only=True)
class DraftCue:
    """A place in the source: a line from 1, a few words as they stand there, or both."""

    words: str = ""
    line: int | None = None


@attrs.define(kw_only=True)
class DraftAnswer:
    """A position on an issue.

    Attributes:
        issue: The key of a `DraftIssue`.
        position: The key of a position of that, or ``open``.
        holder: The key of the actor whose stance it shows, where it is not that of those who hold the claim.
    """

    issue: str
    position: str
    negated: bool = False
    holder: str = ""
    strength: Strength | None = None


@attrs.define(kw_only=True)
class DraftStep:
    """Claims that stand for or against another, together.

    Attributes:
        premises: The keys of claims; several are linked premises.
        schemes: Words of the language, or of the project.
        undercuts: Doubts about the step, each the keys of claims that raise it together.
        cues: Where in the source the step itself is made.
    """

    role: StepRole
    premises: list[str]
    schemes: list[str] = attrs.field(factory=list)
    undercuts: list[list[str]] = attrs.field(factory=list)
    cues: list[DraftCue] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class DraftClaim:
    """A claim of a document.

    Attributes:
        key: Unique among all claims of all documents.
        name: What its id should be made of, where not of its text.
        voices: The chain of holders as in the language: the groups of ``from a quoting b, c``, as keys of actors.
        was: Ids that it had before.
        section: The number of its section in its document; None before the first.
    """

    key: str
    text: str
    name: str = ""
    attitude: Attitude = Attitude.CLAIMS
    voices: list[list[str]] = attrs.field(factory=list)
    strength: Strength | None = None
    answers: list[DraftAnswer] = attrs.field(factory=list)
    cues: list[DraftCue] = attrs.field(factory=list)
    kind: str = ""
    as_of: str = ""
    until: str = ""
    said: str = ""
    by: str = ""
    sure: float | None = None
    cites: list[str] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)
    tags: list[str] = attrs.field(factory=list)
    was: list[str] = attrs.field(factory=list)
    steps: list[DraftStep] = attrs.field(factory=list)
    section: int | None = None
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class DraftDocument:
    """A text by one author or several; or what one speaker says.

    Attributes:
        key: Unique among documents.
        name: What its id should be made of, where not of its title.
        authors: Keys of actors.
        thesis: The key of a claim.
        sections: Their titles.
    """

    key: str
    title: str
    name: str = ""
    authors: list[str] = attrs.field(factory=list)
    date: str = ""
    publisher: str = ""
    source: str = ""
    language: str = ""
    by: str = ""
    thesis: str = ""
    sections: list[str] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)
    claims: list[DraftClaim] = attrs.field(factory=list)
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class DraftIssue:
    """A question.

    Attributes:
        key: Unique among issues.
        name: What its id should be made of, where not of the question.
        positions: By key, the answers in words.
        order: Keys of all positions, where they lie on a scale.
        compatible: Groups of keys of positions that do not exclude each other.
        exhaustive: Whether just one of them is right.
        changes: ``yes`` or ``no``, whether the answer changes with time; empty where that is not said.
    """

    key: str
    question: str
    name: str = ""
    positions: dict[str, str] = attrs.field(factory=dict)
    order: list[str] = attrs.field(factory=list)
    compatible: list[list[str]] = attrs.field(factory=list)
    exhaustive: bool = False
    changes: str = ""
    kind: str = ""
    topic: str = ""
    notes: list[str] = attrs.field(factory=list)
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class DraftActor:
    """Somebody who speaks or is spoken of; authors are actors too.

    Attributes:
        key: Unique among actors.
        id: What its id should be made of, where not of its name.
    """

    key: str
    name: str
    id: str = ""
    also: list[str] = attrs.field(factory=list)
    notes: list[str] = attrs.field(factory=list)
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class DraftLink:
    """A relation between two claims, by their keys.

    Attributes:
        relation: A word of the language, such as ``same-as``.
        confidence: From 0 to 1.
    """

    source: str
    relation: str
    target: str
    confidence: float | None = None
    why: str = ""
    by: str = ""
    origin: ForeignPlace | None = None


@attrs.define(kw_only=True)
class Draft:
    """All that was read."""

    documents: list[DraftDocument] = attrs.field(factory=list)
    issues: list[DraftIssue] = attrs.field(factory=list)
    actors: dict[str, DraftActor] = attrs.field(factory=dict)
    links: list[DraftLink] = attrs.field(factory=list)

    def actor(self, name: str, key: str = "", origin: ForeignPlace | None = None) -> str:
        """The key of an actor of a name, who is added where there is none; by default the name is the key."""
        key = key or name
        self.actors.setdefault(key, DraftActor(key=key, name=name, origin=origin))
        return key
