"""The text of a DOCX file as it stands with all tracked changes accepted, its notes behind it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping

import attrs

from argmap.exchange.foreign_xml import XmlReader, read_xml, unzipped
from argmap.exchange.formats import NotThisFormatError
from argmap.source.text import Extraction
from argmap.workspace.extraction.lines import Extracted, Lines, counted_losses, raised, unreadable

READER = "argmap"

_SKIPPED = frozenset(
    "moveFrom del instrText delText delInstrText Fallback rt fldData sectPr tblPr tblGrid sdtPr "
    "pPrChange rPrChange tblPrChange trPrChange tcPrChange".split()
)
"""Elements whose contents are no text, or no longer are, or stand there a second time."""
_COUNTED = {
    "del": "tracked deletion",
    "moveFrom": "tracked move",
    "pic": "picture",
    "imagedata": "picture",
    "chart": "chart",
    "oMath": "formula layout",
    "commentReference": "comment",
    "numPr": "list mark",
}
_OFF = frozenset(("0", "false", "off"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}


def docx_text(data: bytes) -> Extracted:
    """The text of a document.

    Raises:
        Unreadable: It is damaged, or too large.
    """
    try:
        return _Document(data).extracted()
    except NotThisFormatError as error:
        raise unreadable("a DOCX file", error) from None


class _Document:
    def __init__(self, data: bytes) -> None:
        self._members = unzipped(data, "", lambda name: name.endswith((".xml", ".rels")))
        self._losses = Counter[str]()

    def extracted(self) -> Extracted:
        main = self._target("", "officeDocument")
        if main not in self._members:
            raise NotThisFormatError("it has no text of its own, and may be cut off", "")
        lines = Lines()
        body = _Body(self._losses)
        read_xml(self._members[main], "", body)
        body.write(lines)
        self._write_notes(main, body, lines)
        heads = tuple(posixpath.join(posixpath.dirname(main), kind) for kind in ("header", "footer"))
        self._losses["running head"] = sum(name.startswith(heads) for name in self._members)
        return Extracted(lines.text(), Extraction("a DOCX file", READER, lost=counted_losses(self._losses)))

    def _target(self, part: str, kind: str) -> str:
        """The part to which another leads; empty where it leads to none."""
        folder, name = posixpath.split(part)
        relations = _Relations()
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if source in self._members:
            read_xml(self._members[source], "", relations)
        target = relations.found.get(kind, "")
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if target else ""

    def _write_notes(self, main: str, body: _Body, lines: Lines) -> None:
        notes: dict[tuple[str, str], list[_Paragraph]] = {}
        for kind in ("footnote", "endnote"):
            part = self._target(main, f"{kind}s")
            if part in self._members:
                found = _Body(self._losses)
                read_xml(self._members[part], "", found)
                notes |= {(kind, name): paragraphs for name, paragraphs in found.notes.items()}
        lines.end_block()
        for number, note in enumerate(body.cited, 1):
            lines.mark(f"{raised(str(number))} ")
            for paragraph in notes.get(note, ()):
                lines.say(paragraph.text)
                lines.end_line()


class _Relations(XmlReader):
    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            self.found.setdefault(attributes.get("Type", "").rpartition("/")[2], attributes.get("Target", ""))


@attrs.define
class _Paragraph:
    """A paragraph while it is read.

    Attributes:
        is_item: Whether it is an item of a list.
        runs_on: Whether the end of the paragraph is deleted, so that the next one goes on in it.
        inside: Paragraphs of boxes that stand in it.
    """

    parts: list[str] = attrs.field(factory=list)
    is_item: bool = False
    runs_on: bool = False
    inside: list[_Paragraph] = attrs.field(factory=list)

    @property
    def text(self) -> str:
        return "".join(self.parts)


@attrs.define
class _Table:
    """A table while it is read: the cells of the row, each with its paragraphs."""

    row: list[list[_Paragraph]] = attrs.field(factory=list)
    is_deleted: bool = False


class _Body(XmlReader):
    """What stands in the body of a document, or in its notes.

    Attributes:
        notes: The paragraphs of notes, by their ids, where it is a part with notes.
        cited: The notes that are cited, in the order in which they are: their kind and id.
    """

    def __init__(self, losses: Counter[str]) -> None:
        self.notes: dict[str, list[_Paragraph]] = {}
        self.cited: dict[tuple[str, str], int] = {}
        self._losses = losses
        self._path = ["", "", ""]
        self._skipped = 0
        self._open: list[_Paragraph] = []
        self._tables: list[_Table] = []
        self._blocks: list[_Paragraph | str] = []
        self._note: list[_Paragraph] | None = None
        self._run: list[str] = []
        self._is_hidden = self._is_raised = self._in_text = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        parent, above = self._path[-1], self._path[-2]
        self._path.append(name)
        if self._skipped:
            self._skipped += 1
            return
        if name in _COUNTED and parent != "rPr":
            self._losses[_COUNTED[name]] += 1
        is_property = parent in ("rPr", "trPr") and name in ("del", "moveFrom")
        if name in _SKIPPED and not is_property:
            self._skipped = 1
        elif name == "p":
            self._end_run()
            self._open.append(_Paragraph())
        elif name == "r":
            self._end_run()
            self._is_hidden = self._is_raised = False
        elif name == "t":
            self._in_text = True
        elif parent == "rPr":
            self._of_run(name, attributes, is_of_end=above == "pPr")
        elif name == "numPr" and self._open:
            self._open[-1].is_item = True
        elif name in _SIGNS and parent != "tabs":
            self._run.append(_SIGNS[name])
        elif name == "sym":
            self._symbol(attributes)
        elif name in ("footnoteReference", "endnoteReference"):
            key = (name.removesuffix("Reference"), attributes.get("id", ""))
            self._run.append(raised(str(self.cited.setdefault(key, len(self.cited) + 1))))
        elif name in ("footnote", "endnote"):
            self._note = self.notes.setdefault(attributes.get("id", ""), []) if "type" not in attributes else []
        else:
            self._of_table(name, parent)

    def _of_run(self, name: str, attributes: Mapping[str, str], *, is_of_end: bool) -> None:
        """A property of a run, or of the end of a paragraph."""
        if is_of_end:
            if name in ("del", "moveFrom") and self._open:
                self._open[-1].runs_on = True
        elif name in ("vanish", "webHidden"):
            self._is_hidden = name == "vanish" and attributes.get("val", "") not in _OFF
        elif name == "vertAlign":
            self._is_raised = attributes.get("val") == "superscript"

    def _of_table(self, name: str, parent: str) -> None:
        if name == "tbl":
            self._tables.append(_Table())
        elif name == "tr" and self._tables:
            self._tables[-1] = _Table()
        elif name == "tc" and self._tables:
            self._tables[-1].row.append([])
        elif name == "del" and parent == "trPr" and self._tables:
            self._tables[-1].is_deleted = True

    def _symbol(self, attributes: Mapping[str, str]) -> None:
        """A sign that only its font explains: where that is a letter of Unicode, it is one here."""
        try:
            sign = chr(int(attributes.get("char", ""), 16))
        except (ValueError, OverflowError):
            sign = "\ue000"
        if "\ue000" <= sign <= "\uf8ff" or not sign.isprintable():
            self._losses["unexplained sign"] += 1
            sign = "\ufffd"
        self._run.append(sign)

    def text(self, text: str) -> None:
        if self._in_text and not self._skipped:
            self._run.append(text)

    def end(self, name: str) -> None:
        self._path.pop()
        if self._skipped:
            self._skipped -= 1
            return
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._end_run()
        elif name == "p" and self._open:
            self._end_run()
            self._end_paragraph(self._open.pop())
        elif name == "tr" and self._tables:
            self._end_row()
        elif name == "tbl" and self._tables:
            self._tables.pop()
            if not self._tables:
                self._blocks.append("")
        elif name in ("footnote", "endnote"):
            self._note = None

    def _end_run(self) -> None:
        text, self._run = "".join(self._run), []
        if text and self._is_hidden:
            self._losses["hidden passage"] += 1
        elif text and self._open:
            self._open[-1].parts.append(raised(text) if self._is_raised else text)

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        if self._open:
            # It stands in a box, which stands in a paragraph.
            self._open[-1].inside += [paragraph, *paragraph.inside]
            paragraph.inside = []
        elif self._note is not None:
            self._note += [paragraph, *paragraph.inside]
        elif self._tables and self._tables[-1].row:
            self._tables[-1].row[-1] += [paragraph, *paragraph.inside]
        else:
            self._blocks += [paragraph, *paragraph.inside]

    def _end_row(self) -> None:
        table = self._tables[-1]
        row = [[one for one in cell if one.text.strip()] for cell in table.row]
        filled = [cell for cell in row if cell]
        self._tables[-1] = _Table()
        if table.is_deleted or not filled:
            return
        if len(filled) == 1:
            whole: list[_Paragraph | str] = list(filled[0])
        else:
            cells = (" ".join(" ".join(one.text.split()) for one in cell) for cell in row)
            whole = ["\t".join(cells).rstrip("\t")]
        if len(self._tables) > 1 and self._tables[-2].row:
            texts = [one if isinstance(one, str) else one.text for one in whole]
            self._tables[-2].row[-1] += [_Paragraph([text]) for text in texts]
        else:
            self._blocks += whole

    def write(self, lines: Lines) -> None:
        """Write down the body."""
        runs_on = False
        was_row = False
        for block in self._blocks:
            if isinstance(block, str):
                # A row of a table, or the end of one.
                lines.end_line() if block and was_row else lines.end_block()
                for number, cell in enumerate(block.split("\t")):
                    if number:
                        lines.tab()
                    lines.say(cell)
                was_row, runs_on = bool(block), False
                continue
            if not runs_on:
                lines.end_line() if block.is_item else lines.end_block()
                lines.mark("- " if block.is_item else "")
            first, *rest = block.text.split("\n")
            lines.say(first)
            for line in rest:
                lines.end_line()
                lines.say(line)
            runs_on, was_row = block.runs_on, False
        lines.end_block()
