"""UIMA CAS in XMI, as INCEpTION and WebAnno export it: a text with spans and relations of layers of one's own."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.annotation_draft import AnnotationDraft
from argmap.exchange.claim_spans import Relation, Span, SpanFile, SpanReading, no_claims
from argmap.exchange.draft import Draft
from argmap.exchange.foreign_xml import XmlReader, read_xml
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import plain
from argmap.source.text import SourceText

_ENDS = (("Governor", "Dependent"), ("source", "target"), ("Source", "Target"))
"""How layers call the two spans that a relation joins, the first and the second."""
_LABELS = ("label", "value", "type", "kind", "relation", "Label", "role")
_LINGUISTIC = frozenset(
    ("Token", "Sentence", "Lemma", "POS", "Dependency", "NamedEntity", "DocumentMetaData", "Paragraph")
)
_AROUND = frozenset(("id", "sofa", "begin", "end"))


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether a file begins like an XMI of UIMA."""
    return any(b"xmi:XMI" in data[:4_000] or b"uima/cas.ecore" in data[:4_000] for data in files.values())


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that files make; each brings its text.

    Raises:
        NotThisFormatError: None of them holds a span that is a claim.
    """
    found: list[_Cas] = []
    first: NotThisFormatError | None = None
    for name, data in files.items():
        cas = _Cas(name)
        try:
            read_xml(data, name, cas)
            cas.settle(importing.loss)
            found.append(cas)
        except NotThisFormatError as error:
            if len(files) == 1:
                raise
            first = first or error
            importing.loss.dropped("file", error.message, ForeignPlace(name, error.where))
    texts = {cas.title: SourceText(cas.title, cas.text_of_document) for cas in found}
    draft = AnnotationDraft(importing, texts)
    made = [
        SpanReading(draft, cas.told, texts[cas.title], importing).read(cas.title.removesuffix(".txt")) for cas in found
    ]
    kinds = [span.kind for cas in found for span in cas.told.spans.values()]
    if not any(made):
        raise (
            no_claims(kinds, next(iter(files)))
            if kinds
            else first or NotThisFormatError("it holds no span of a layer of one's own", next(iter(files)))
        )
    return draft.draft


class _Cas(XmlReader):
    """A CAS while it is read."""

    def __init__(self, name: str) -> None:
        self.title = name.rpartition("/")[2].rpartition(".")[0].removesuffix(".txt") + ".txt"
        self.text_of_document = ""
        self.told = SpanFile(name)
        self._name = name
        self._elements: list[tuple[str, Mapping[str, str]]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a feature structure."""
        if name == "Sofa":
            self.text_of_document = self.text_of_document or attributes.get("sofaString", "")
        elif "begin" in attributes and "end" in attributes and "id" in attributes:
            self._elements.append((name, attributes))

    def settle(self, loss: LossReport) -> None:
        """Tell spans and relations apart, once all are known."""
        counts = _Utf16(self.text_of_document)
        for name, attributes in self._elements:
            place = ForeignPlace(self._name, f"{name} {attributes['id']}")
            if name in _LINGUISTIC:
                loss.dropped(
                    "span", "it is about words in a text, not about what it claims", ForeignPlace(self._name, name)
                )
                continue
            label = next((attributes[key] for key in _LABELS if attributes.get(key)), "") or name
            ends = next(((attributes[a], attributes[b]) for a, b in _ENDS if a in attributes and b in attributes), None)
            if ends is not None:
                self.told.relations.append(Relation(label, *ends, place))
                continue
            start, end = counts.place(attributes["begin"]), counts.place(attributes["end"])
            if start is None or end is None or start >= end:
                loss.dropped("span", "its place is not in the text", place)
                continue
            words = plain(self.text_of_document[start:end])
            self.told.spans[attributes["id"]] = Span(attributes["id"], label, ((start, end),), words, place)
            if attributes.get("stance"):
                self.told.stances[attributes["id"]] = attributes["stance"].lower()
            self.told.tags[attributes["id"]] = [
                f"{key}-{value}"
                for key, value in attributes.items()
                if key not in (*_AROUND, *_LABELS, "stance") and value
            ]


class _Utf16:
    """Places in a text that Java counts, in units of UTF-16, as those that Python counts."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._places: dict[int, int] | None = None
        if not text.isascii() and any(sign > "\uffff" for sign in text):
            self._places = {}
            at = 0
            for number, sign in enumerate(text):
                self._places[at] = number
                at += 2 if sign > "\uffff" else 1
            self._places[at] = len(text)

    def place(self, told: str) -> int | None:
        if not (told.isascii() and told.isdigit() and len(told) < 10):
            return None
        number = int(told)
        if self._places is not None:
            return self._places.get(number)
        return number if number <= self._length else None
