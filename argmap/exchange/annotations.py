"""Annotations in JSON: W3C Web Annotations, those of Hypothesis and of Zotero; and those of argmap as W3C ones."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from argmap.check.cue_finder import CueFinder
from argmap.exchange.annotation_draft import AnnotationDraft, Quote
from argmap.exchange.draft import Draft, DraftClaim, DraftDocument
from argmap.exchange.exported_stances import settle_voices
from argmap.exchange.foreign_text import json_of, text_of
from argmap.exchange.formats import Exporting, Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace
from argmap.language.words import Attitude
from argmap.resolve.values import strength, unknown_degree
from argmap.source.loosened import plain

_MARKS = (
    b'"TextQuoteSelector"',
    b'"TextPositionSelector"',
    b'"annotationText"',
    b'"annotationComment"',
    b"/ns/anno.jsonld",
    b'"acct:',
)
"""What stands in such JSON and in no other, as a rule."""
_BESIDE_A_QUOTE = ("TextPositionSelector", "RangeSelector", "FragmentSelector", "XPathSelector", "CssSelector")
"""Selectors that say nothing of a place in a text that its quote does not say."""
_Object = Mapping[str, Any]


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether a file is JSON that speaks of selectors or highlights."""
    return any(
        data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") and any(mark in data for mark in _MARKS)
        for data in files.values()
    )


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """Each claim with a cue as a W3C annotation (see `argmap.exchange.annotation_export`)."""
    from argmap.exchange.annotation_export import written_annotations

    return written_annotations(exporting)


class _Found(NamedTuple):
    """An annotation as it stands in a file.

    Attributes:
        told: Itself.
        above: Objects in which it stands, the next first: they may tell the title of its text.
    """

    told: _Object
    above: Sequence[_Object]
    place: ForeignPlace


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that annotations make.

    Raises:
        NotThisFormatError: No file of them holds an annotation.
    """
    found: list[_Found] = []
    first: NotThisFormatError | None = None
    for name, data in files.items():
        try:
            found += _annotations(_json(data, name, importing), name)
        except NotThisFormatError as error:
            if len(files) == 1:
                raise
            first = first or error
            importing.loss.dropped("file", error.message, ForeignPlace(name, error.where))
    if not found:
        raise first or NotThisFormatError("it holds no annotation", next(iter(files)))
    return _Reading(AnnotationDraft(importing)).draft(found)


def _json(data: bytes, name: str, importing: Importing) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """The JSON of a file, or of its lines where each is JSON of its own."""
    try:
        return json_of(data, name, importing.loss)
    except NotThisFormatError:
        lines = [line for line in text_of(data, name).split("\n") if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
            raise
        return [json_of(line.encode(), name) for line in lines]


def _annotations(whole: Any, file: str) -> Iterator[_Found]:  # noqa: ANN401
    """All annotations, wherever they stand, in order."""
    waiting: list[tuple[Any, tuple[_Object, ...]]] = [(whole, ())]
    number = 0
    while waiting:
        told, above = waiting.pop()
        if isinstance(told, Mapping):
            if _is_annotation(told):
                number += 1
                name = _text(told.get("id") or told.get("key") or told.get("@id"))
                yield _Found(told, above, ForeignPlace(file, f"annotation {name or number}"))
                continue
            below = list(told.values())
            above = (told, *above[:5])
        elif isinstance(told, list):
            below = told
        else:
            continue
        waiting += [(one, above) for one in reversed(below) if isinstance(one, (Mapping, list))]


def _is_annotation(told: _Object) -> bool:
    if any(key in told for key in ("annotationText", "annotationComment", "annotationType")):
        return True
    kind = told.get("type") or told.get("@type")
    if kind == "Annotation" or (isinstance(kind, list) and "Annotation" in kind):
        return True
    if "references" in told and "text" in told:
        return True
    return "target" in told and ("uri" in told or "text" in told or "body" in told)


class _Reading:
    def __init__(self, draft: AnnotationDraft) -> None:
        self._draft = draft
        self._loss = draft.loss
        self._claims: dict[str, DraftClaim] = {}
        self._home: dict[str, DraftDocument] = {}

    def draft(self, found: Sequence[_Found]) -> Draft:
        replies = []
        for number, one in enumerate(found):
            references = one.told.get("references")
            if isinstance(references, list) and references:
                replies.append(one)
            elif any(key.startswith("annotation") for key in one.told) and "target" not in one.told:
                self._highlight(one, number)
            else:
                self._annotation(one, number)
        for reply in replies:
            self._reply(reply)
        return self._draft.draft

    # --- W3C and Hypothesis

    def _annotation(self, one: _Found, number: int) -> None:
        told = one.told
        targets = _objects(told.get("target")) or [{"source": told.get("target")}]
        source = next((found for target in targets if (found := _source(target))), "") or _text(told.get("uri"))
        document = self._document(one, source, targets[0])
        finder = self._draft.finder(document)
        places: list[tuple[list[Quote], list[str]]] = []
        for target in targets:
            selectors = [part for selector in _objects(target.get("selector")) for part in _refined(selector)]
            places.append(self._quotes(selectors, finder, one.place))
        if isinstance(told.get("argmap"), Mapping):
            for quote in (quote for those, _ in places for quote in those):
                quote.is_cue = True
        self._home[_text(told.get("id"))] = document
        bodies = list(_bodies(told))
        comment = "\n".join([_text(told.get("text")), *(value for value, tag in bodies if not tag)]).strip()
        tags = [*_texts(told.get("tags")), *(value for value, tag in bodies if tag)]
        quotes = [quote for those, _ in places for quote in those]
        if not quotes:
            self._note(document, comment, tags, one)
            return
        by = _person(told.get("user") or told.get("creator"))
        claim = self._draft.claim(document, f"{number}", quotes, comment=comment, tags=tags, by=by, origin=one.place)
        if claim is None:
            return
        for note in dict.fromkeys(note for _, notes in places for note in notes):
            claim.notes.append(note)
        if told.get("id"):
            self._claims[_text(told["id"])] = claim
        if told.get("created"):
            self._loss.dropped("date", "it says when it was annotated, not when it was said", one.place)
        self._own_fields(claim, told.get("argmap"))

    def _quotes(
        self, selectors: Sequence[_Object], finder: CueFinder | None, place: ForeignPlace
    ) -> tuple[list[Quote], list[str]]:
        quotes: list[Quote] = []
        notes: list[str] = []
        start, end = _span(selectors)
        for selector in selectors:
            kind = _kind(selector)
            exact = _text(selector.get("exact"))
            if kind == "TextQuoteSelector" and exact.strip():
                around = _text(selector.get("prefix")) + exact + _text(selector.get("suffix"))
                line = selector.get("argmap:line")
                quotes.append(
                    Quote(
                        words=exact,
                        around=around,
                        start=start,
                        line=line if _is_count(line) and line else None,
                    )
                )
            elif kind in ("PageSelector", "FragmentSelector") and (
                page := _text(selector.get("label")) or _page(_text(selector.get("value")))
            ):
                notes.append(f"page {page}")
            elif kind not in _BESIDE_A_QUOTE:
                self._loss.dropped(
                    "selector", f"places are told by quotes, not by a `{plain(kind) or 'nameless'}`", place
                )
        if not quotes and start is not None:
            text = finder.source.text if finder is not None else ""
            if start < end <= len(text):
                quotes.append(Quote(words=text[start:end], start=start))
            else:
                self._loss.dropped("place of an annotation", "it is told by numbers alone, without a quote", place)
        return quotes, notes

    def _document(self, one: _Found, source: str, target: _Object) -> DraftDocument:
        told = one.told.get("document")
        outer = target.get("source")
        about = [each for each in (outer, told, *one.above) if isinstance(each, Mapping)]
        title = next((found for each in about if (found := _text(each.get("title") or each.get("dc:title")))), "")
        authors = next((those for each in about if (those := _people(each.get("creator") or each.get("creators")))), [])
        return self._draft.document(source or title or "text", title, source, authors, one.place)

    def _note(self, document: DraftDocument, comment: str, tags: Sequence[str], one: _Found) -> None:
        """A remark on a whole text."""
        remark = plain(comment)
        if not remark:
            self._loss.dropped("annotation", "it has neither a quote nor a comment", one.place)
            return
        by = _person(one.told.get("user") or one.told.get("creator"))
        document.notes.append(f"{by}: {remark}" if by else remark)
        self._loss.changed("annotation", "it has no quote, and stands in a note of its document", one.place)
        self._loss.dropped("tag", "it is one of a note", one.place, len(tags))

    def _reply(self, one: _Found) -> None:
        text = plain("\n".join([_text(one.told.get("text")), *(value for value, tag in _bodies(one.told) if not tag)]))
        by = _person(one.told.get("user") or one.told.get("creator"))
        roots = [_text(reference) for reference in one.told["references"]]
        claim = next((self._claims[root] for root in roots if root in self._claims), None)
        document = next((self._home[root] for root in roots if root in self._home), None)
        if not text:
            self._loss.dropped("reply", "it says nothing", one.place)
        elif claim is not None:
            claim.notes.append(f"{by}: {text}" if by else text)
            self._loss.changed("reply", "it stands in a note of the claim", one.place)
        elif document is not None:
            document.notes.append(f"{by}: {text}" if by else text)
            self._loss.changed("reply", "it stands in a note of the document", one.place)
        else:
            self._loss.dropped("reply", "what it replies to is not there", one.place)

    def _own_fields(self, claim: DraftClaim, own: Any) -> None:  # noqa: ANN401
        """What argmap wrote beside, since no field of the standard holds it."""
        if not isinstance(own, Mapping):
            return
        claim.name = _text(own.get("claim"))
        if own.get("verb") in set(Attitude):
            claim.attitude = Attitude(own["verb"])
        words = _text(own.get("strength"))
        claim.strength = strength(words) if words and not unknown_degree(words) else None
        voices = own.get("from")
        for group in voices if isinstance(voices, list) else []:
            claim.voices.append([self._draft.actor(name) for name in _texts(group) if plain(name)])
        settle_voices(claim, self._loss)

    # --- Zotero, and what else calls its fields so

    def _highlight(self, one: _Found, number: int) -> None:
        told = one.told
        about = [told, *one.above]
        title = next((found for each in one.above if (found := _text(each.get("title")))), "")
        keys = ("parentItem", "path", "filename", "url", "uri")
        source = next((found for each in about for key in keys if (found := _text(each.get(key)))), "")
        authors = next((those for each in one.above if (those := _people(each.get("creators")))), [])
        document = self._draft.document(source or title or "text", title, source, authors, one.place)
        quote = _text(told.get("annotationText")) or _text(told.get("text"))
        comment = _text(told.get("annotationComment")) or _text(told.get("comment"))
        tags = [_text(tag.get("tag")) if isinstance(tag, Mapping) else _text(tag) for tag in _list(told.get("tags"))]
        if not quote.strip():
            self._note(document, comment, tags, one)
            return
        by = _text(told.get("annotationAuthorName"))
        claim = self._draft.claim(
            document, f"{number}", [Quote(words=quote)], comment=comment, tags=tags, by=by, origin=one.place
        )
        page = _text(told.get("annotationPageLabel")) or _text(told.get("page"))
        if claim is not None and page:
            claim.notes.append(f"page {plain(page)}")
        if told.get("annotationColor"):
            self._loss.dropped("colour", "what it means is not said", one.place)


# --- What may stand in JSON


def _text(value: Any) -> str:  # noqa: ANN401
    """A text, or the first of several; a number as text."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("value") or ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**15:
        return str(value)
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> list[str]:  # noqa: ANN401
    return [text for text in map(_text, _list(value)) if text]


def _objects(value: Any) -> list[_Object]:  # noqa: ANN401
    return [one for one in _list(value) if isinstance(one, Mapping)]


def _refined(selector: _Object) -> Iterator[_Object]:
    """A selector, and those that narrow it down or that it chooses among; never deeper than JSON is."""
    waiting = [selector]
    while waiting:
        one = waiting.pop()
        if _kind(one) == "Choice":
            waiting += _objects(one.get("items"))
            continue
        yield one
        waiting += _objects(one.get("refinedBy"))


def _kind(selector: _Object) -> str:
    return _text(selector.get("type") or selector.get("@type")).rpartition(":")[2]


def _span(selectors: Iterable[_Object]) -> tuple[int | None, int]:
    """From where to where a quote stands, counted in code points; None where that is not said."""
    for selector in selectors:
        start, end = selector.get("start"), selector.get("end")
        if _kind(selector) == "TextPositionSelector" and isinstance(start, int) and _is_count(start):
            return start, end if isinstance(end, int) and _is_count(end) else 0
    return None, 0


def _source(target: _Object) -> str:
    source = target.get("source")
    if isinstance(source, Mapping):
        return _text(source.get("id") or source.get("@id"))
    return _text(source) or _text(target.get("id"))


def _bodies(told: _Object) -> Iterator[tuple[str, bool]]:
    """The texts of bodies, and whether each is a tag."""
    value = told.get("bodyValue")
    if isinstance(value, str):
        yield value, False
    for body in _list(told.get("body")):
        if isinstance(body, Mapping):
            text = _text(body.get("value")) or _text(body.get("chars"))
            if text:
                yield text, "tagging" in _texts(body.get("purpose")) or _text(body.get("type")).endswith("Tag")


def _person(value: Any) -> str:  # noqa: ANN401
    """Who it is: a name, or that of an account."""
    for one in _list(value):
        if isinstance(one, Mapping):
            name = _text(one.get("name") or one.get("nickname") or one.get("id"))
        else:
            name = _text(one)
        if name:
            return plain(name.removeprefix("acct:").partition("@")[0] if name.startswith("acct:") else name)
    return ""


def _people(value: Any) -> list[str]:  # noqa: ANN401
    """The names of authors; Zotero parts them into first and last ones."""
    found = []
    for one in _list(value):
        if isinstance(one, Mapping) and one.get("lastName"):
            found.append(f"{_text(one.get('firstName'))} {_text(one['lastName'])}".strip())
        else:
            found.append(_person(one))
    return [name for name in found if name]


def _page(fragment: str) -> str:
    """The page that a fragment names."""
    return fragment.partition("page=")[2].partition("&")[0]


def _is_count(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9


def json_text(whole: Any) -> bytes:  # noqa: ANN401
    """JSON, indented, with a line end behind the last brace."""
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()
