"""One small argument that has something of everything."""

import pytest

from argmap.language.words import Attitude, Degree, Kind, Relation
from argmap.model.actor import Actor, Term
from argmap.model.claim import Answer, Claim, Cue, Period, Strength
from argmap.model.corpus import Corpus
from argmap.model.document import Document, Section
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId, PositionRef
from argmap.model.inference import Step, StepRole, Undercut
from argmap.model.issue import Issue, Position
from argmap.model.link import Link
from argmap.source.text import Place, Span

HERE = Place("arguments/demo.argmap", Span(0, 0))


def claim(id: str, text: str, attitude: Attitude = Attitude.CLAIMS, **more: object) -> Claim:  # noqa: A002
    document = DocumentId(id.partition(".")[0])
    settled = {"id": ClaimId(id), "document": document, "origin": HERE, "wording": HERE}
    return Claim(text=text, attitude=attitude, **settled, **more)  # type: ignore[arg-type]


def because(*premises: str, schemes: tuple[str, ...] = (), undercuts: tuple[str, ...] = ()) -> Step:
    doubts = tuple(Undercut(premises=(ClaimId(doubt),), origin=HERE) for doubt in undercuts)
    role = StepRole.of("because", schemes)
    return Step(role=role, premises=tuple(map(ClaimId, premises)), schemes=schemes, undercuts=doubts, origin=HERE)


def answer(issue: str, position: str, *, negated: bool = False, holder: str | None = None) -> Answer:
    named = ActorId(holder) if holder else None
    return Answer(issue=IssueId(issue), position=PositionId(position), negated=negated, holder=named, origin=HERE)


CLAIMS = (
    claim(
        "demo.lead",
        "The alliance must take the lead in keeping the country from spiralling out of control.",
        strength=Strength(Degree.MUST, Degree.MUST),
        answers=(answer("who", "alliance"), answer("role", "none", negated=True, holder="ministry")),
        cues=(Cue(line=3, words="take the lead", origin=HERE), Cue(words="in the lead", origin=HERE)),
        steps=(
            because("demo.opening", "demo.exit", schemes=("cause",), undercuts=("demo.lead~1",)),
            Step(role=StepRole.DESPITE, premises=(ClaimId("demo.untried"),), origin=HERE),
            Step(role=StepRole.UNLESS, premises=(ClaimId("other.far"),), origin=HERE),
            Step(role=StepRole.ONLY_IF, premises=(ClaimId("demo.peace"),), origin=HERE),
        ),
        statement=True,
    ),
    claim("demo.opening", "War could give them room.", steps=(because("demo.exit"),)),
    claim(
        "demo.exit",
        "The others left.",
        Attitude.REPORTS,
        voices=((ActorId("press"),), (ActorId("ministry"), ActorId("envoy"))),
        strength=Strength(Degree.LIKELY, Degree.CERTAIN),
        kind=Kind.FACT,
        as_of=Period("2021-07", ""),
        cites=("Agency",),
        notes=("first", "second"),
        tags=("z", "a"),
        was=("leaving",),
    ),
    claim("demo.lead~1", "Leaving is 不 the same\nas giving up \x1b[31m.", named=False),
    claim("demo.untried", "It was never tried.", Attitude.DENIES),
    claim("demo.peace", "There is peace.", Attitude.SUPPOSES),
    claim("demo.aside", "Something else.", section=0, statement=True, steps=(because("demo.exit"),)),
    claim("demo.round", "It turns.", section=1, statement=True, steps=(because("demo.about"),)),
    claim("demo.about", "And turns.", section=1, steps=(because("demo.round"),)),
    claim("other.far", "Elsewhere it is said.", steps=(because("other.deep"),)),
    claim("other.deep", "Not told here.", section=None),
)


@pytest.fixture
def corpus() -> Corpus:
    demo = Document(
        id=DocumentId("demo"),
        title="A demonstration",
        file="arguments/demo.argmap",
        authors=(ActorId("author-a"), ActorId("unknown")),
        date="2021-07-09",
        publisher="A review",
        source="demo.txt",
        language="en",
        thesis=ClaimId("demo.lead"),
        sections=(Section(title="Besides", origin=HERE), Section(title="Round", origin=HERE)),
        claims=tuple(record.id for record in CLAIMS if record.document == "demo"),
        was=("demonstration",),
        notes=("A note.",),
        origin=HERE,
    )
    other = Document(
        id=DocumentId("other"), title="", file="arguments/other.argmap", claims=(ClaimId("other.far"),), origin=HERE
    )
    issue = Issue(
        id=IssueId("who"),
        question="Who leads?",
        positions=tuple(Position(id=PositionId(p), text=p.upper(), origin=HERE) for p in ("nobody", "alliance", "un")),
        compatible=(frozenset({PositionId("un"), PositionId("alliance")}),),
        order=(PositionId("nobody"), PositionId("un"), PositionId("alliance")),
        origin=HERE,
    )
    return Corpus(
        documents={other.id: other, demo.id: demo},
        issues={issue.id: issue},
        actors={
            "ministry": Actor(id=ActorId("ministry"), name="Ministry", also=("The ministry",), origin=HERE),
            "demo.author-a": Actor(
                id=ActorId("author-a"), name="Author A", document=demo.id, speaks_for=ActorId("ministry"), origin=HERE
            ),
        },
        terms={"war": Term(id="war", meaning="Fighting.", cues=(Cue(line=9, origin=HERE),), origin=HERE)},
        claims={record.id: record for record in CLAIMS},
        links=(
            Link(
                source=PositionRef("who.un"), relation=Relation.ENTAILS, target=PositionRef("who.alliance"), origin=HERE
            ),
            Link(
                source=ClaimId("demo.lead"),
                relation=Relation.SAME_AS,
                target=ClaimId("other.far"),
                confidence=0.0,
                why="The same words.",
                origin=HERE,
            ),
        ),
    )
