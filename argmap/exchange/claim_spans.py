"""Spans of a text that are claims, and what relates them: what BRAT and UIMA files have in common -> a draft.

Nobody says in such files who holds what: the author claims the thesis and what supports it, and what stands against it
is only supposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.annotation_draft import AnnotationDraft, Quote
from argmap.exchange.draft import DraftClaim, DraftDocument, DraftLink, DraftStep
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace
from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.source.loosened import plain
from argmap.source.text import SourceText

_CLAIMS = re.compile(
    r"claim|premi[sc]e|conclusion|argument|evidence|thesis|standpoint|justification|backing|warrant|rebuttal|objection|"
    r"testimony|statistics|anecdote|assumption|proposition|^(pro|con|fact|policy|reason|grounds)$",
    re.IGNORECASE,
)
_MAIN = frozenset(("majorclaim", "mainclaim", "thesis"))
_SUPPORTS = re.compile(r"support|evidence|reason|justif|\bpro\b|^for$|back", re.IGNORECASE)
_ATTACKS = re.compile(r"attack|rebut|contradict|oppos|objection|\bcon\b|^against$|refut", re.IGNORECASE)
_SAME = re.compile(r"same|equi|coref|restat|rephras|paraphras", re.IGNORECASE)
_MOST_KINDS = 20


class Span(NamedTuple):
    """A span that is annotated: a line `T` of a file."""

    id: str
    kind: str
    pieces: tuple[tuple[int, int], ...]
    text: str
    place: ForeignPlace


class Relation(NamedTuple):
    """A relation of the first span to the second."""

    kind: str
    source: str
    target: str
    place: ForeignPlace


@attrs.define(eq=False)
class SpanFile:
    """What a file of annotations says."""

    name: str
    spans: dict[str, Span] = attrs.field(factory=dict)
    relations: list[Relation] = attrs.field(factory=list)
    same: list[tuple[list[str], ForeignPlace]] = attrs.field(factory=list)
    stances: dict[str, str] = attrs.field(factory=dict)
    tags: dict[str, list[str]] = attrs.field(factory=dict)
    notes: dict[str, list[str]] = attrs.field(factory=dict)


def no_claims(kinds: Iterable[str], file: str) -> NotThisFormatError:
    """Why files with spans of some sorts are refused, none of which is taken for claims."""
    some = list(dict.fromkeys(map(plain, kinds)))[:_MOST_KINDS]
    said = f"no sort of span in it is taken for claims: {', '.join(some)}"
    return NotThisFormatError(said, file, help=f"say which are: `--set claims={some[0]},...`")


class SpanReading:
    """A file of spans on its way into a draft."""

    def __init__(self, draft: AnnotationDraft, told: SpanFile, text: SourceText | None, importing: Importing) -> None:
        self._draft, self._told, self._text = draft, told, text
        self._loss = importing.loss
        chosen = importing.options.get("claims", "")
        self._chosen = frozenset(chosen.lower().split(",")) if chosen else None
        self._claims: dict[str, DraftClaim] = {}

    def read(self, stem: str) -> bool:
        """Take it into the draft; False where none of its spans is a claim."""
        told = self._told
        spans = [span for span in told.spans.values() if self._is_claim(span)]
        for span in told.spans.values():
            if not self._is_claim(span):
                kind = plain(span.kind)
                why = f"`{kind}` is taken for no sort of claim; `--set claims={kind}` takes it for one"
                self._loss.dropped("span", why, span.place)
        if not spans:
            return False
        document = self._draft.document(told.name, stem, f"{stem}.txt", (), ForeignPlace(told.name))
        main: DraftClaim | None = None
        for span in sorted(spans, key=lambda one: (one.kind.lower() not in _MAIN, one.pieces)):
            claim = self._claim(document, span, main)
            if claim is not None and span.kind.lower() in _MAIN and main is None:
                main = claim
                document.thesis = claim.key
        # The thesis stands first, so that what bears on it stands under it, and not the other way round.
        order = self._order
        document.claims.sort(key=lambda claim: (claim is not main, order[claim.key]))
        for relation in told.relations:
            self._relate(relation)
        self._stances(main)
        self._lean(main)
        for ids, place in told.same:
            self._same(ids, place)
        self._count_asides()
        return True

    @property
    def _order(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        found: dict[str, tuple[tuple[int, int], ...]] = {}
        for key, claim in self._claims.items():
            found.setdefault(claim.key, self._told.spans[key].pieces)
        return found

    def _is_claim(self, span: Span) -> bool:
        if self._chosen is not None:
            return span.kind.lower() in self._chosen
        return _CLAIMS.search(span.kind.replace("_", " ").replace("-", " ")) is not None

    def _claim(self, document: DraftDocument, span: Span, main: DraftClaim | None) -> DraftClaim | None:
        quotes = self._quotes(span)
        key = f"{self._told.name} {span.id}"
        claim = self._draft.claim(document, key, quotes, origin=span.place)
        if claim is None:
            return None
        if main is not None and span.kind.lower() in _MAIN:
            # The main claim said again is the same claim in another place.
            document.claims.remove(claim)
            main.cues += [cue for cue in claim.cues if cue not in main.cues]
            self._loss.changed("repeated main claim", "it is one claim with several places", span.place)
            self._claims[span.id] = main
            return main
        self._claims[span.id] = claim
        claim.tags.append(plain(span.kind).replace(",", ";"))
        claim.tags += [plain(tag).replace(",", ";") for tag in self._told.tags.get(span.id, [])]
        claim.notes += [note for note in map(plain, self._told.notes.get(span.id, [])) if note]
        return claim

    def _quotes(self, span: Span) -> list[Quote]:
        """The words of a span, as they stand in the text where that is there and says the same."""
        if self._text is None:
            return [Quote(words=span.text)]
        quotes = []
        for start, end in span.pieces:
            words = self._text.text[start:end] if start < end else ""
            if words.strip():
                quotes.append(Quote(words=words, start=start, line=self._text.position(start).line))
        told = " ".join(plain(quote.words) for quote in quotes)
        if span.text and told != span.text:
            self._loss.changed("span", "its numbers lead to other words, and its own are taken", span.place)
            return [Quote(words=span.text)]
        return quotes

    def _relate(self, relation: Relation) -> None:
        source, target = self._claims.get(relation.source), self._claims.get(relation.target)
        if source is None or target is None:
            self._loss.dropped("relation", "one of its ends is no claim", relation.place)
        elif _SAME.search(relation.kind):
            self._link(source, target, relation.place)
        elif _ATTACKS.search(relation.kind):
            target.steps.append(DraftStep(role=StepRole.OBJECTION, premises=[source.key], origin=relation.place))
            self._loss.kept("relation", relation.place)
        elif _SUPPORTS.search(relation.kind):
            target.steps.append(DraftStep(role=StepRole.BECAUSE, premises=[source.key], origin=relation.place))
            self._loss.kept("relation", relation.place)
        else:
            why = f"`{plain(relation.kind)}` says neither that one supports the other nor that it attacks it"
            self._loss.dropped("relation", why, relation.place)

    def _link(self, source: DraftClaim, target: DraftClaim, place: ForeignPlace) -> None:
        if source is not target:
            self._draft.draft.links.append(
                DraftLink(source=source.key, relation="same-as", target=target.key, origin=place)
            )
            self._loss.kept("relation", place)

    def _same(self, ids: Iterable[str], place: ForeignPlace) -> None:
        claims = [self._claims[one] for one in ids if one in self._claims]
        if len(claims) < 2:
            self._loss.dropped("equivalence", "its ends are no claims", place)
        for claim in claims[1:]:
            self._link(claims[0], claim, place)

    def _stances(self, main: DraftClaim | None) -> None:
        """A claim whose stance is for or against stands so to the main claim."""
        for key, stance in self._told.stances.items():
            claim = self._claims.get(key)
            role = StepRole.OBJECTION if stance == "against" else StepRole.BECAUSE if stance == "for" else None
            if claim is None or main is None or claim is main or role is None:
                self._loss.dropped(
                    "stance", "there is no main claim, or it is no claim's", ForeignPlace(self._told.name, key)
                )
                continue
            if not any(step.role is role and step.premises == [claim.key] for step in main.steps):
                main.steps.append(DraftStep(role=role, premises=[claim.key], origin=claim.origin))
            self._loss.kept("stance", claim.origin)

    def _lean(self, main: DraftClaim | None) -> None:
        """What stands against what the author claims is not the author's claim: it is only supposed.

        Nobody says in these files who holds what.  From what nothing is argued for, and from the main claim down, what
        attacks is on the other side, what attacks that is on the author's again, and what supports is on the same side.
        """
        above: set[str] = {
            premise for claim in self._claims.values() for step in claim.steps for premise in step.premises
        }
        by_key = {claim.key: claim for claim in self._claims.values()}
        roots = [main] if main is not None else []
        roots += [claim for key, claim in by_key.items() if key not in above and claim is not main]
        sides: dict[str, bool] = {}
        waiting = [(claim.key, True) for claim in roots]
        while waiting:
            key, is_own = waiting.pop()
            if key in sides:
                continue
            sides[key] = is_own
            for step in by_key[key].steps:
                own = is_own if step.role is StepRole.BECAUSE else not is_own
                waiting += [(premise, own) for premise in step.premises]
        for key, is_own in sides.items():
            if not is_own:
                by_key[key].attitude = Attitude.SUPPOSES
                why = "it stands against what the author claims, and nobody is said to hold it: it is only supposed"
                self._loss.changed("claim", why, by_key[key].origin)

    def _count_asides(self) -> None:
        for kind, those in (("attribute", self._told.tags), ("note", self._told.notes)):
            lost = sum(len(told) for key, told in those.items() if key not in self._claims)
            self._loss.dropped(kind, "it is on none of the claims", ForeignPlace(self._told.name), lost)
