"""BRAT stand-off annotations: spans of a text, relations between them, attributes and notes on them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import attrs

from argmap.exchange.annotation_draft import AnnotationDraft, Quote
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument, DraftLink, DraftStep
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.writing import plain
from argmap.language.words import Attitude
from argmap.model.inference import StepRole
from argmap.source.text import SourceText

_TEXTBOUND = re.compile(r"(T\S+)\t(\S+) ([0-9 ;]+)(?:\t(.*))?")
_RELATION = re.compile(r"(R\S+)\t(\S+) \S+?:(\S+) \S+?:(\S+)\s*")
_ATTRIBUTE = re.compile(r"([AM]\S+)\t(\S+) (\S+)(?: (.*?))?\s*")
_NOTE = re.compile(r"(#\S*)\t(\S+) (\S+)\t?(.*)")
_CLAIMS = re.compile(
    r"claim|premi[sc]e|conclusion|argument|evidence|thesis|position|standpoint|reason|justification|backing|warrant|"
    r"grounds|rebuttal|objection|testimony|statistics|anecdote|assumption|\bfact\b|value|policy|proposition|pro\b|con\b",
    re.IGNORECASE,
)
_MAIN = frozenset(("majorclaim", "mainclaim", "thesis"))
_SUPPORTS = re.compile(r"support|evidence|reason|justif|\bpro\b|^for$|back", re.IGNORECASE)
_ATTACKS = re.compile(r"attack|rebut|contradict|oppos|object|\bcon\b|^against$|refut", re.IGNORECASE)
_MOST_KINDS = 20
_SAME = re.compile(r"same|equi|coref|restat|rephras|paraphras", re.IGNORECASE)


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether a file is called `.ann`, or begins with a span as BRAT writes it."""
    return any(
        name.lower().endswith(".ann") or re.match(rb"T[0-9]+\t\S+ [0-9]+ [0-9]+", data) for name, data in files.items()
    )


class _Span(NamedTuple):
    """A span that is annotated: a line `T` of a file."""

    id: str
    kind: str
    pieces: tuple[tuple[int, int], ...]
    text: str
    place: ForeignPlace


class _Relation(NamedTuple):
    """A relation of the first span to the second."""

    kind: str
    source: str
    target: str
    place: ForeignPlace


@attrs.define(eq=False)
class _File:
    """What a file of annotations says."""

    name: str
    spans: dict[str, _Span] = attrs.field(factory=dict)
    relations: list[_Relation] = attrs.field(factory=list)
    same: list[tuple[list[str], ForeignPlace]] = attrs.field(factory=list)
    stances: dict[str, str] = attrs.field(factory=dict)
    tags: dict[str, list[str]] = attrs.field(factory=dict)
    notes: dict[str, list[str]] = attrs.field(factory=dict)


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that files `.ann` make, with the texts that lie beside them.

    Raises:
        NotThisFormatError: None of them holds an annotation.
    """
    loss = importing.loss
    texts = _texts(files, loss)
    draft = AnnotationDraft(importing, texts)
    read_any = False
    kinds: dict[str, None] = {}
    first = next(iter(files))
    for name, data in files.items():
        stem = name.rpartition(".")[0] or name
        if name.lower().endswith(".txt") and (f"{stem}.ann" in files or len(files) > 1):
            if f"{stem}.ann" not in files:
                loss.dropped("text", "no annotations lie beside it", ForeignPlace(name))
            continue
        if not name.lower().endswith(".ann") and not looks_alike({name: data}):
            loss.dropped("file", "it holds no annotations", ForeignPlace(name))
            continue
        try:
            told = _parsed(text_of(data, name, loss), name, loss)
        except NotThisFormatError as error:
            if len(files) == 1:
                raise
            loss.dropped("file", error.message, ForeignPlace(name, error.where))
            continue
        if not told.spans:
            loss.dropped("file", "it holds no annotations", ForeignPlace(name))
            continue
        kinds.update(dict.fromkeys(plain(span.kind) for span in told.spans.values()))
        read_any |= _Reading(draft, told, texts.get(f"{stem}.txt"), importing).read(_file_name(stem))
    if kinds and not read_any:
        some = ", ".join(list(kinds)[:_MOST_KINDS])
        raise NotThisFormatError(
            f"no sort of span in it is taken for claims: {some}",
            first,
            help=f"say which are: `--set claims={some.split(', ')[0]},...`",
        )
    if not read_any:
        raise NotThisFormatError("it holds no span as BRAT writes it: `T1<TAB>Claim 0 12<TAB>its words`", first)
    return draft.draft


def _texts(files: Mapping[str, bytes], loss: LossReport) -> dict[str, SourceText]:
    """The texts by name, and by the plain name that a document can give."""
    found = {}
    for name, data in files.items():
        if not name.lower().endswith(".txt"):
            continue
        try:
            # Offsets count each sign of the file, a CR at a line end, too.
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            loss.dropped("text", "it is not UTF-8, and proves no place", ForeignPlace(name))
            continue
        plain_name = _file_name(name)
        found[name] = found[plain_name] = SourceText(plain_name, text)
    return found


def _file_name(name: str) -> str:
    return name.rpartition("/")[2]


def _parsed(text: str, name: str, loss: LossReport) -> _File:
    told = _File(name)
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = ForeignPlace(name, f"line {number}")
        if match := _TEXTBOUND.fullmatch(line):
            pieces = tuple(
                (int(piece.split()[0][:10]), int(piece.split()[1][:10]))
                for piece in match[3].split(";")
                if len(piece.split()) == 2
            )
            if match[1] in told.spans:
                loss.dropped("span", "another has its id", place)
            elif not pieces:
                loss.dropped("span", "its place is no pair of numbers", place)
            else:
                told.spans[match[1]] = _Span(match[1], match[2], pieces, plain(match[4] or ""), place)
        elif match := _RELATION.fullmatch(line):
            told.relations.append(_Relation(match[2], match[3], match[4], place))
        elif match := _ATTRIBUTE.fullmatch(line):
            if match[2].lower() == "stance" and match[4]:
                told.stances[match[3]] = match[4].lower()
            else:
                told.tags.setdefault(match[3], []).append(f"{match[2]}-{match[4]}" if match[4] else match[2])
        elif match := _NOTE.fullmatch(line):
            told.notes.setdefault(match[3], []).append(match[4])
        elif line.startswith("*\t"):
            told.same.append((line.split()[2:], place))
        elif line[0] in "EN":
            what = "event" if line[0] == "E" else "normalization"
            loss.dropped(what, "it is about words in a text, not about what it claims", place)
        else:
            loss.dropped("line", "it is none of BRAT's", place)
    return told


class _Reading:
    """A file of annotations on its way into the draft."""

    def __init__(self, draft: AnnotationDraft, told: _File, text: SourceText | None, importing: Importing) -> None:
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

    def _is_claim(self, span: _Span) -> bool:
        if self._chosen is not None:
            return span.kind.lower() in self._chosen
        return _CLAIMS.search(span.kind.replace("_", " ").replace("-", " ")) is not None

    def _claim(self, document: DraftDocument, span: _Span, main: DraftClaim | None) -> DraftClaim | None:
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

    def _quotes(self, span: _Span) -> list[Quote]:
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

    def _relate(self, relation: _Relation) -> None:
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
