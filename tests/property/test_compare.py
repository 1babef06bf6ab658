"""What holds of every comparison, however the corpus is made and in whatever order it is written."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from itertools import combinations

import attrs
from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.compare.agreement import all_issue_numbers, reliability, tally
from argmap.compare.alignment import Alignment, Side, align
from argmap.compare.attributed_views import borrowed_voices
from argmap.compare.coalition import coalition_order
from argmap.compare.comparison import Comparison, compare
from argmap.compare.drift import drift
from argmap.compare.inconsistency import inconsistencies
from argmap.compare.naming import lack
from argmap.compare.representation import representations
from argmap.compare.stance import Stance
from argmap.compare.stances_on_issue import StancesByIssue
from argmap.compare.terms import talking_past
from argmap.compare.unanswered import unanswered, unanswered_issues
from argmap.judge.holder import Holder
from argmap.language.words import Attitude, Degree, Kind, Relation
from argmap.model.actor import Actor
from argmap.model.claim import Answer, Claim, Period, Strength
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ActorId, ClaimId, DocumentId, IssueId, PositionId, PositionRef
from argmap.model.inference import Step, StepRole
from argmap.model.issue import Issue, Position
from argmap.model.link import Link
from argmap.source.text import Place, Span
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_sentences import why

HERE = Place("x", Span(0, 0))
FINDINGS = (drift, borrowed_voices, inconsistencies, unanswered_issues, representations)
ACTORS = (ActorId("ministry"), ActorId("author-a"))


def issue(
    name: str, *positions: str, compatible: tuple[str, ...] = (), order: bool = False, exhaustive: bool = False
) -> Issue:
    ids = tuple(PositionId(position) for position in positions)
    return Issue(
        id=IssueId(name),
        question=f"{name}?",
        positions=tuple(Position(id=position, text=position, origin=HERE) for position in ids),
        compatible=(frozenset(PositionId(position) for position in compatible),) if compatible else (),
        order=ids if order else (),
        exhaustive=(frozenset(ids),) if exhaustive else (),
        origin=HERE,
    )


ISSUES = (
    issue("go", "yes", "no", exhaustive=True),
    issue("lead", "city", "state", "council", compatible=("city", "state")),
    issue("pace", "fast", "steady", "slow", order=True),
)
POSITIONS = [(asked.id, position.id) for asked in ISSUES for position in asked.positions]
CHANGES = (None, None, True, False)
KINDS = (None, None, Kind.FACT, Kind.PREDICTION, Kind.POLICY)
BELIEFS = (Degree.LIKELY, Degree.POSSIBLE, Degree.EVEN_CHANCE, Degree.UNLIKELY, Degree.CERTAIN)
DEGREES = (*BELIEFS, Degree.MUST, Degree.COULD)
LIKELY = Strength(Degree.LIKELY, Degree.LIKELY)
PERIODS = (Period("2019", "2019"), Period("2020-05", "2021"), Period("", "2018"))


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    asked, position = draw(st.sampled_from(POSITIONS))
    return Answer(
        issue=asked,
        position=draw(st.sampled_from((position, position, position, PositionId("open")))),
        negated=draw(st.booleans()) and draw(st.booleans()),
        strength=draw(st.sampled_from((None, None, None, LIKELY))),
        holder=draw(st.sampled_from((None, None, None, ACTORS[0]))),
        origin=HERE,
    )


@st.composite
def claims(draw: st.DrawFn, document: str, number: int, count: int) -> Claim:
    """One claim of so many; its premises are claims of the same document, circles among them."""
    attitude = draw(st.sampled_from(Attitude))
    voiced = attitude not in (Attitude.CLAIMS, Attitude.SUPPOSES) and (
        attitude in (Attitude.REPORTS, Attitude.ENDORSES) or draw(st.booleans())
    )
    degree = draw(st.sampled_from((None, *DEGREES)))
    kind = draw(st.sampled_from(KINDS))
    premises = st.lists(st.integers(0, count - 1), min_size=1, max_size=2)
    steps: list[Step] = []
    roles = (StepRole.BECAUSE, StepRole.BECAUSE, StepRole.DESPITE, StepRole.IF, StepRole.ONLY_IF, StepRole.UNLESS)
    for role in draw(st.lists(st.sampled_from(roles), max_size=2)):
        below = tuple(ClaimId(f"{document}.c{at}") for at in draw(premises))
        steps.append(Step(role=role, premises=below, origin=HERE))
    return Claim(
        id=ClaimId(f"{document}.c{number}"),
        document=DocumentId(document),
        attitude=attitude,
        voices=((draw(st.sampled_from(ACTORS)),),) if voiced else (),
        strength=Strength(degree, degree) if degree else None,
        text=f"The region {number}.",
        answers=tuple(draw(st.lists(answers(), max_size=2))),
        kind=kind,
        as_of=draw(st.sampled_from(PERIODS)) if kind is Kind.FACT else None,
        until=draw(st.sampled_from(("", "2019", "2021"))) if kind is Kind.PREDICTION else "",
        steps=tuple(steps),
        origin=HERE,
        wording=HERE,
    )


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    found: dict[ClaimId, Claim] = {}
    documents: dict[DocumentId, Document] = {}
    for place in range(draw(st.integers(1, 3))):
        name = f"d{place}"
        count = draw(st.integers(0, 4))
        own = [draw(claims(name, number, count)) for number in range(count)]
        found.update((claim.id, claim) for claim in own)
        documents[DocumentId(name)] = Document(
            id=DocumentId(name),
            title=name,
            file=name,
            authors=(ActorId(draw(st.sampled_from(("author-a", "author-b")))),),
            date=draw(st.sampled_from(("", "2019", "2020-05"))),
            claims=tuple(claim.id for claim in own),
            origin=HERE,
        )
    ends = sorted(found) or [ClaimId("d0.none")]
    links = [
        Link(
            source=draw(st.sampled_from(ends)),
            relation=draw(st.sampled_from(Relation)),
            target=draw(st.sampled_from(ends)),
            origin=HERE,
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    for _ in range(draw(st.integers(0, 2))):
        one, other = draw(st.sampled_from(POSITIONS)), draw(st.sampled_from(POSITIONS))
        links.append(
            Link(
                source=PositionRef.of(*one),
                relation=draw(st.sampled_from(Relation)),
                target=PositionRef.of(*other),
                origin=HERE,
            )
        )
    names = (*ACTORS, ActorId("author-b"))
    return Corpus(
        documents=documents,
        issues={
            asked.id: attrs.evolve(asked, kind=draw(st.sampled_from(KINDS)), changes=draw(st.sampled_from(CHANGES)))
            for asked in ISSUES
        },
        actors={name: Actor(id=name, name=name, origin=HERE) for name in names},
        terms={},
        claims=found,
        links=tuple(links),
    )


def everything(comparison: Comparison) -> list[object]:
    """All that a comparison finds."""
    found: list[object] = [comparison.holders, comparison.stances.by_issue, comparison.linked, lack(comparison)]
    names = ComparisonNames.of(comparison, {})
    for alignment in comparison.alignments():
        found += [alignment, why(alignment, names), comparison.reasons(alignment)]
        found.append(comparison.beneath(alignment))
        found += [list(unanswered(comparison, alignment)), list(talking_past(comparison, alignment))]
    found += [list(finding(comparison)) for finding in FINDINGS]
    return [*found, all_issue_numbers(comparison), reliability(comparison), coalition_order(comparison)]


@examples(300)
@given(corpora(), st.randoms(use_true_random=False))
def test_the_order_of_files_and_statements_does_not_matter(corpus: Corpus, chance: random.Random) -> None:
    def shuffled(records: dict) -> dict:
        return dict(chance.sample(list(records.items()), len(records)))

    documents = {
        name: attrs.evolve(document, claims=tuple(chance.sample(document.claims, len(document.claims))))
        for name, document in shuffled(dict(corpus.documents)).items()
    }
    other = attrs.evolve(
        corpus,
        documents=documents,
        issues=shuffled(dict(corpus.issues)),
        claims=shuffled(dict(corpus.claims)),
        links=tuple(chance.sample(corpus.links, len(corpus.links))),
    )
    assert everything(compare(corpus)) == everything(compare(other))


@given(corpora())
def test_what_one_is_to_the_other_the_other_is_to_the_one(corpus: Corpus) -> None:
    comparison = compare(corpus)
    for one in comparison.holders:
        for other in comparison.holders:
            there = list(comparison.between(one, other, one_sided=True))
            back = list(comparison.between(other, one, one_sided=True))
            # Beside itself, a holder that gives two answers has either of them first.
            assert [alignment.mirrored() for alignment in back] == there or one == other


@given(corpora())
def test_nobody_conflicts_with_itself(corpus: Corpus) -> None:
    comparison = compare(corpus)
    for holder in comparison.holders:
        assert not any(alignment.verdict.is_cannot for alignment in comparison.between(holder, holder))


@given(corpora())
def test_a_document_does_not_conflict_with_its_copy(corpus: Corpus) -> None:

    first = next(iter(corpus.documents.values()))

    def renamed(name: str) -> ClaimId:
        return ClaimId(f"copy.{name.partition('.')[2]}")

    copies = [
        attrs.evolve(
            claim,
            id=renamed(claim.id),
            document=DocumentId("copy"),
            steps=tuple(attrs.evolve(step, premises=tuple(map(renamed, step.premises))) for step in claim.steps),
        )
        for claim in corpus.claims_of(first.id)
    ]
    copy = attrs.evolve(first, id=DocumentId("copy"), claims=tuple(claim.id for claim in copies))
    both = attrs.evolve(
        corpus,
        documents={first.id: first, copy.id: copy},
        claims={claim.id: claim for claim in (*corpus.claims_of(first.id), *copies)},
        links=(),
    )
    comparison = compare(both)
    for one in comparison.holders:
        for other in comparison.holders:
            if one.actor == other.actor and one.document != other.document:
                verdicts = [alignment.verdict for alignment in comparison.between(one, other)]
                assert not any(verdict.is_disagreement for verdict in verdicts)


@given(corpora())
def test_a_silent_document_changes_no_relation(corpus: Corpus) -> None:

    silent = Document(id=DocumentId("silent"), title="", file="silent", origin=HERE)
    more = attrs.evolve(corpus, documents={**corpus.documents, silent.id: silent})
    before, after = list(compare(corpus).alignments()), list(compare(more).alignments())
    assert before == after


@given(corpora())
def test_what_is_implied_has_a_chain_from_what_is_stated(corpus: Corpus) -> None:
    for profiles in compare(corpus).stances.by_issue.values():
        for profile in profiles.values():
            for stance in profile.stances:
                for before, after in zip(stance.chain, stance.chain[1:], strict=False):
                    assert before.target == after.source
                assert all(corpus.claims[claim].document == profile.holder.document for claim in stance.claims)
                if stance.chain:
                    last = stance.chain[-1]
                    assert last.target.name == f"{stance.issue}.{stance.position}"


@given(corpora())
def test_groups_count_what_pairs_count(corpus: Corpus) -> None:
    comparison = compare(corpus)

    for name in comparison.stances.by_issue:
        pairs = [alignment.verdict for alignment in comparison.on(name)]
        assert {verdict: pairs.count(verdict) for verdict in pairs} == tally(comparison, name).pairs()


@given(corpora())
def test_every_sentence_is_one_line_that_ends(corpus: Corpus) -> None:
    comparison = compare(corpus)
    names = ComparisonNames.of(comparison, {})
    for one in comparison.holders:
        for other in comparison.holders:
            for alignment in comparison.between(one, other, one_sided=True):
                sentence = why(alignment, names)
                assert sentence.endswith(".")
                assert "\n" not in sentence


@given(corpora())
def test_something_turns_on_a_crux(corpus: Corpus) -> None:
    comparison = compare(corpus)
    for conflict in comparison.disagreements():
        for crux in comparison.cruxes(conflict):
            assert crux.conflict.verdict.is_disagreement
            sides = ((conflict.one, crux.one), (conflict.other, crux.other))
            assert any(effect.turn.size for _, effect in sides)
            for side, effect in sides:
                falls = set(side.claims) & set(effect.lost_support)
                assert effect.turn.is_whole <= bool(falls), "who loses all is among what falls"
                assert not effect.turn.size or (effect.premises and effect.turn.reasons)
            assert (crux.conflict.issue, crux.conflict.link) != (conflict.issue, conflict.link)


@attrs.frozen
class Renamed:
    """Other names for all that has one."""

    names: dict[str, str]

    @classmethod
    def of(cls, corpus: Corpus, chance: random.Random) -> Renamed:
        positions = {str(position.id) for asked in corpus.issues.values() for position in asked.positions}
        groups = ([*corpus.documents, *corpus.issues], corpus.actors, positions)
        claims = {claim.name for claim in corpus.claims.values()}
        found: dict[str, str] = {}
        for group in (*groups, claims):
            known = sorted(group)
            found |= dict(zip(known, chance.sample([f"n{number}" for number in range(99)], len(known)), strict=True))
        return cls(found)

    def __call__(self, name: str) -> str:
        return ".".join(self.names.get(part, part) for part in name.split("."))

    def claim(self, claim: ClaimId) -> ClaimId:
        return ClaimId(self(claim))

    def corpus(self, corpus: Corpus) -> Corpus:
        return attrs.evolve(
            corpus,
            documents={self(each.id): self._document(each) for each in corpus.documents.values()},
            issues={self(each.id): self._issue(each) for each in corpus.issues.values()},
            actors={self(each.id): attrs.evolve(each, id=ActorId(self(each.id))) for each in corpus.actors.values()},
            claims={self.claim(each.id): self._claim(each) for each in corpus.claims.values()},
            links=tuple(
                attrs.evolve(each, source=self._end(each.source), target=self._end(each.target))
                for each in corpus.links
            ),
        )

    def _end(self, end: ClaimId | PositionRef) -> ClaimId | PositionRef:
        return type(end)(self(end))

    def _document(self, document: Document) -> Document:
        return attrs.evolve(
            document,
            id=DocumentId(self(document.id)),
            authors=tuple(ActorId(self(author)) for author in document.authors),
            claims=tuple(map(self.claim, document.claims)),
        )

    def _issue(self, asked: Issue) -> Issue:
        return attrs.evolve(
            asked,
            id=IssueId(self(asked.id)),
            positions=tuple(attrs.evolve(each, id=PositionId(self(each.id))) for each in asked.positions),
            compatible=tuple(frozenset(PositionId(self(each)) for each in group) for group in asked.compatible),
            order=tuple(PositionId(self(each)) for each in asked.order),
            exhaustive=tuple(frozenset(PositionId(self(each)) for each in group) for group in asked.exhaustive),
        )

    def _claim(self, claim: Claim) -> Claim:
        return attrs.evolve(
            claim,
            id=self.claim(claim.id),
            document=DocumentId(self(claim.document)),
            voices=tuple(tuple(ActorId(self(actor)) for actor in group) for group in claim.voices),
            answers=tuple(
                attrs.evolve(
                    each,
                    issue=IssueId(self(each.issue)),
                    position=PositionId(self(each.position)),
                    holder=ActorId(self(each.holder)) if each.holder is not None else None,
                )
                for each in claim.answers
            ),
            steps=tuple(attrs.evolve(step, premises=tuple(map(self.claim, step.premises))) for step in claim.steps),
        )


def verdicts(comparison: Comparison, now: Callable[[str], str] = str) -> dict[str, set[object]]:
    """All that a comparison finds, in no order, under other names."""

    def holder(one: Holder) -> tuple[str, str]:
        return (now(one.document), now(one.actor or ""))

    def subject(alignment: Alignment) -> str:
        link = alignment.link
        return now(alignment.issue or "") if link is None else f"{now(link.source)} {link.relation} {now(link.target)}"

    def claims(names: Iterable[str]) -> frozenset[str]:
        return frozenset(map(now, names))

    def side(one: Side) -> object:
        stances = frozenset(stance(each) for each in one.stances)
        return (holder(one.holder), one.standing, stances, claims(one.claims), one.accepts)

    def stance(one: Stance) -> object:
        firm = (one.firmness, one.doubted, one.unsaid, bool(one.conditions), one.period)
        return (now(one.position), one.acceptance, len(one.chain), claims(one.claims), firm)

    def aligned(one: Alignment) -> object:
        sides = frozenset((side(one.one), side(one.other)))
        return (subject(one), sides, one.verdict, one.reason, one.feasible, one.qualifications, one.distance)

    found: dict[str, set[object]] = {"profiles": set(), "alignments": set(), "turns on": set(), "strains": set()}
    for issue, speaking in comparison.stances.by_issue.items():
        for one, profile in speaking.items():
            stances = frozenset(map(stance, profile.stances))
            found["profiles"].add((holder(one), now(issue), profile.standing, stances))
    for alignment in comparison.alignments():
        found["alignments"].add(aligned(alignment))
        beneath = comparison.beneath(alignment)
        for crux in (*beneath.cruxes, *beneath.of_other_times):
            turns = frozenset(
                ((holder(alignment.one.holder), crux.one.turn), (holder(alignment.other.holder), crux.other.turn))
            )
            found["turns on"].add((aligned(alignment), aligned(crux.conflict), turns, crux.weight, crux.depth))
        found["turns on"].add((aligned(alignment), claims(beneath.rejected), beneath.left_out))
    for strain in inconsistencies(comparison):
        # Of several chains that count alike, the spelling of ids may choose which one is shown.
        where = now(strain.issue or "") if not any(each.chain for each in strain.stances) else ""
        found["strains"].add((holder(strain.holder), where))
    return found


@examples(300)
@given(corpora(), st.data(), st.randoms(use_true_random=False))
def test_no_verdict_depends_on_the_spelling_of_ids(corpus: Corpus, data: st.DataObject, chance: random.Random) -> None:
    answered = [PositionRef.of(*position) for position in POSITIONS]
    more = data.draw(st.lists(st.tuples(st.sampled_from(answered), st.sampled_from(answered)), max_size=6))
    relations = st.sampled_from((Relation.ENTAILS, Relation.SAME_AS, Relation.CONTRADICTS))
    links = [Link(source=one, relation=data.draw(relations), target=other, origin=HERE) for one, other in more]
    corpus = attrs.evolve(corpus, links=(*corpus.links, *links))
    now = Renamed.of(corpus, chance)
    assert verdicts(compare(corpus), now) == verdicts(compare(now.corpus(corpus)))


@examples(300)
@given(corpora())
def test_the_stances_on_one_issue_are_the_same_alone(corpus: Corpus) -> None:
    whole, alone = compare(corpus), StancesByIssue(corpus)
    for asked in corpus.issues:
        part = alone.on(asked)
        profiles = whole.stances.by_issue.get(asked, {})
        assert part.by_issue.get(asked, {}) == profiles
        for one, other in combinations(profiles, 2):
            mine, yours = part.profile(one, asked), part.profile(other, asked)
            assert align(mine, yours, part.questions[asked], part.held) == whole.align(one, other, asked)
