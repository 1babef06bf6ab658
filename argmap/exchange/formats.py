"""The formats, by name: what each is, and where it is read and written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

import attrs

if TYPE_CHECKING:
    from argmap.compare.comparison import Comparison
    from argmap.exchange.draft import Draft
    from argmap.exchange.loss import LossReport
    from argmap.model.corpus import Corpus
    from argmap.model.ids import DocumentId
    from argmap.source.text import SourceText


class Format(NamedTuple):
    """A format of other people.

    Attributes:
        title: What it is, in a few words.
        module: Where it is read and written, in this room.
        reads: Whether it is taken in.
        writes: Whether it is given out.
        extra: The extra of argmap that holds the library that it needs; empty where it needs none.
    """

    title: str
    module: str
    reads: bool
    writes: bool
    extra: str = ""


FORMATS: Mapping[str, Format] = {
    "aif": Format("nodesets in AIF JSON, as of AIFdb, and in xAIF", "aif", reads=True, writes=True),
    "kialo": Format("debates that Kialo exports as text", "kialo", reads=True, writes=False),
    "argdown": Format("Argdown, a debate as text", "argdown", reads=True, writes=True),
    "annotations": Format("annotations in JSON: W3C, Hypothesis, Zotero", "annotations", reads=True, writes=True),
    "brat": Format("BRAT stand-off annotations: .ann and .txt", "brat", reads=True, writes=False),
    "uima": Format("UIMA CAS in XMI, as INCEpTION exports it", "uima", reads=True, writes=False),
    "arguebuf": Format("graphs of arguebuf as JSON", "arguebuf", reads=True, writes=True),
    "sadface": Format("argument documents of SADFace as JSON", "sadface", reads=True, writes=False),
    "arggraph": Format("argument graphs of the microtext corpora as XML", "arggraph", reads=True, writes=False),
    "argunet": Format("debates of Argunet as GraphML", "argunet", reads=True, writes=False),
    "rationale": Format("maps of Rationale as .rtnl", "rationale", reads=True, writes=False),
    "carneades": Format("argument graphs of Carneades as YAML or CAF", "carneades", reads=True, writes=False),
    "refi-qda": Format("coded texts of projects as .qdpx or .qde", "refi_qda", reads=True, writes=False),
    "stance-table": Format("a table of who answers what: CSV, XLSX or ODS", "stance_table", reads=True, writes=True),
    "graphml": Format(
        "the graph of all records for networkx, Gephi, igraph or yEd", "graphs", reads=False, writes=True
    ),
    "gexf": Format("the same graph for Gephi", "graphs", reads=False, writes=True),
    "node-link": Format("the same graph as node-link JSON, for D3 or networkx", "graphs", reads=False, writes=True),
    "dot": Format("the same graph for Graphviz", "graphs", reads=False, writes=True),
    "iccma23": Format("an argumentation framework for solvers", "argumentation_framework", reads=False, writes=True),
    "apx": Format("the same framework as facts, for ASPARTIX", "argumentation_framework", reads=False, writes=True),
    "tgf": Format("the same in Trivial Graph Format", "argumentation_framework", reads=False, writes=True),
    "sssom": Format("links as a mapping set, a table in TSV", "sssom", reads=False, writes=True),
    "csl-json": Format("a bibliography in CSL-JSON, as of Zotero and Pandoc", "csl_json", reads=True, writes=True),
    "bibtex": Format("a bibliography in BibTeX or BibLaTeX", "bibtex", reads=True, writes=True),
    "parquet": Format("tables for DuckDB, pandas, R or Spark", "parquet", reads=False, writes=True, extra="parquet"),
}
"""By name, in the order in which a content is tried."""


@attrs.frozen(kw_only=True)
class Importing:
    """What a reader is given beside the files.

    Attributes:
        loss: Where it says what became of each part.
        sources: Source texts by name, to prove quotes and to choose cues from; empty where there are none.
        title: What the whole is called, where the files do not say; by default their name.
        options: Those of the format, as ``name=value`` on the command line.
    """

    loss: LossReport
    sources: Mapping[str, SourceText] = attrs.field(factory=dict)
    title: str = ""
    options: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Exporting:
    """What a writer is given.

    Attributes:
        corpus: The records.
        comparison: Who holds what.
        texts: The argument files by name, for lines.
        sources: The source texts of documents, where they are given.
        loss: Where it says what became of each part.
        options: Those of the format.
        format: The name of the format: one module may write several.
    """

    corpus: Corpus
    comparison: Comparison
    loss: LossReport
    texts: Mapping[str, SourceText] = attrs.field(factory=dict)
    sources: Mapping[DocumentId, SourceText] = attrs.field(factory=dict)
    options: Mapping[str, str] = attrs.field(factory=dict)
    format: str = ""


class NotThisFormatError(Exception):
    """A file is not in the format in which it was to be read.

    Attributes:
        message: What is wrong, as a sentence without a full stop.
        file: The name of the file.
        where: The place in it, as people who know the format would say it.
        offset: The same as code points from its beginning, where it is a text and the place is known; else None.
        help: One thing to do.
    """

    def __init__(self, message: str, file: str, where: str = "", offset: int | None = None, help: str = "") -> None:  # noqa: A002
        super().__init__(message)
        self.message, self.file, self.where, self.offset, self.help = message, file, where, offset, help


class MissingExtraError(Exception):
    """A library that a format needs is not installed.

    Attributes:
        extra: The extra of argmap that brings it.
    """

    def __init__(self, name: str, extra: str) -> None:
        super().__init__(f"the format `{name}` needs a library: `pip install 'argmap[{extra}]'`")
        self.extra = extra


def count_unknown(options: Mapping[str, str], known: Collection[str], loss: LossReport) -> None:
    """Say which options a format does not have: who mistypes one must not think that it was heeded."""
    for name in options:
        if name not in known:
            loss.dropped("option", f"there is none that is called `{name}`")


class Module(Protocol):
    """A module of this room that is about one format."""

    def looks_alike(self, files: Mapping[str, bytes]) -> bool:
        """Whether files may be in this format, told from how they begin, at little cost."""

    def read(self, files: Mapping[str, bytes], importing: Importing) -> Draft:
        """The draft that files hold.

        Raises:
            NotThisFormatError: They are not in this format; what is wrong with a part is in the loss report instead.
            MissingExtraError: A library is missing.
        """

    def write(self, exporting: Exporting) -> Mapping[str, bytes]:
        """The records as files, by name; the name ``""`` is that of the only one.

        Raises:
            MissingExtraError: A library is missing.
        """


def module(name: str) -> Module:
    """The module of a format, imported now."""
    return cast("Module", import_module(f"argmap.exchange.{FORMATS[name].module}"))


def page(name: str) -> str:
    """What `argmap explain` says of a format, as Markdown.

    Raises:
        KeyError: There is no such format.
    """
    from importlib.resources import files

    if name not in FORMATS:
        raise KeyError(name)
    return files("argmap.exchange").joinpath("pages", f"{name}.md").read_text(encoding="utf-8")


def guessed(files: Mapping[str, bytes]) -> str:
    """The first format that files look like; empty where they look like none."""
    return next((name for name, one in FORMATS.items() if one.reads and module(name).looks_alike(files)), "")
