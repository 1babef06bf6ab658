"""XML and zip archives from strangers: entities, DTDs and bombs are refused, and what is wrong has a place."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Container, Mapping
from io import BytesIO
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from argmap.exchange.formats import NotThisFormatError

MOST_UNPACKED = 256_000_000
"""Bytes that are unpacked of one archive."""
_MOST_DEEP = 200
"""Levels of elements in each other."""
_MOST_MEMBERS = 10_000
_SAME_TIME = (1980, 1, 1, 0, 0, 0)


class XmlReader:
    """Handlers of what stands in an XML file; names are those without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters stand there, perhaps not all that stand there in a row."""


def read_xml(data: bytes, file: str, reader: XmlReader) -> None:
    """Tell a reader what stands in an XML file.

    Raises:
        NotThisFormatError: It is no XML, has a DTD, or nests too deeply; with the place.
    """
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def refuse(*_: object) -> NoReturn:
        where = f"line {parser.CurrentLineNumber}"
        raise NotThisFormatError("it has a DTD, which is not read", file, where, help="remove `<!DOCTYPE ...>`")

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MOST_DEEP:
            where = f"line {parser.CurrentLineNumber}"
            raise NotThisFormatError(f"elements stand more than {_MOST_DEEP} deep in each other", file, where)
        reader.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(_local(name))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        where = f"line {error.lineno}, column {error.offset + 1}"
        said = str(error).partition(":")[0]
        raise NotThisFormatError(f"this is no XML that can be read: {said}", file, where) from None
    except (LookupError, ValueError) as error:
        # An encoding that nobody knows, or that cannot be read byte by byte.
        raise NotThisFormatError(f"this is no XML that can be read: {error}", file) from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def unzipped(data: bytes, file: str, wanted: Container[str] | Callable[[str], bool]) -> dict[str, bytes]:
    """The members of a zip archive that are wanted, by name.

    Raises:
        NotThisFormatError: It is no archive, it is damaged or encrypted, or it unpacks into too much.
    """
    found: dict[str, bytes] = {}
    left = MOST_UNPACKED
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_MEMBERS:
                raise NotThisFormatError(f"the archive holds {len(members):,} files", file)
            for member in members:
                if not (wanted(member.filename) if callable(wanted) else member.filename in wanted):
                    continue
                with archive.open(member) as stream:
                    # What the archive says of its sizes may be false: what comes out is counted.
                    found[member.filename] = stream.read(left + 1)
                left -= len(found[member.filename])
                if left < 0:
                    raise NotThisFormatError(
                        f"the archive unpacks into more than {MOST_UNPACKED // 1_000_000} MB", file, member.filename
                    )
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise NotThisFormatError(f"the archive cannot be unpacked: {error}", file) from None
    return found


def zipped(members: Mapping[str, bytes]) -> bytes:
    """A zip archive, the same bytes on every machine: nothing is compressed, and nothing tells when it was made."""
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_STORED) as archive:
        for name, data in members.items():
            archive.writestr(ZipInfo(name, _SAME_TIME), data)
    return whole.getvalue()
