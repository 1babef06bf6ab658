"""The text of an EPUB: its parts in the order in which they are read."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote

from argmap.exchange.foreign_xml import XmlReader, read_xml, unzipped
from argmap.exchange.formats import NotThisFormatError
from argmap.source.text import Extraction
from argmap.workspace.extraction.html_text import decoded, read_html
from argmap.workspace.extraction.lines import Extracted, Lines, Unreadable, counted_losses, unreadable

READER = "argmap"

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_TEXTS = ("application/xhtml+xml", "text/html", "text/x-oeb1-document")


def epub_text(data: bytes) -> Extracted:
    """The text of a book.

    Raises:
        Unreadable: It is damaged, too large, or locked.
    """
    try:
        return _extracted(data)
    except NotThisFormatError as error:
        raise unreadable("an EPUB", error) from None


def _extracted(data: bytes) -> Extracted:
    container, locks = _Elements("rootfile"), _Elements("CipherReference")
    about = unzipped(data, "", (_CONTAINER, _ENCRYPTION))
    if _CONTAINER not in about:
        raise NotThisFormatError("it does not say where its text is", "")
    read_xml(about[_CONTAINER], "", container)
    if _ENCRYPTION in about:
        read_xml(about[_ENCRYPTION], "", locks)
    root = next((one["full-path"] for one in container.found if "full-path" in one), "")
    package = _Elements("item", "itemref")
    members = unzipped(data, "", (root,))
    if root not in members:
        raise NotThisFormatError("it does not say where its text is", "")
    read_xml(members[root], "", package)
    items = {one["id"]: one for one in package.found if "id" in one and "href" in one}
    spine = list(dict.fromkeys(one["idref"] for one in package.found if "idref" in one))
    texts = [items[name] for name in spine if items.get(name, {}).get("media-type", "") in _TEXTS]
    names = [posixpath.normpath(posixpath.join(posixpath.dirname(root), unquote(one["href"]))) for one in texts]
    locked = {unquote(one.get("URI", "")) for one in locks.found}
    if not names or all(name in locked for name in names):
        raise Unreadable("is an EPUB that is locked against reading" if names else "is an EPUB without a text")
    parts = unzipped(data, "", frozenset(names))
    lines, losses, gaps = Lines(), Counter[str](), [f"lacks its part `{name}`" for name in spine if name not in items]
    for name in names:
        if name in locked:
            gaps.append(f"is locked against reading in its part `{name}`")
        elif name not in parts:
            gaps.append(f"lacks its part `{name}`")
        else:
            text, gap = decoded(parts[name])
            gap = read_html(text, lines, losses, is_xml=True) or gap
            if gap:
                gaps.append(f"has a part `{name}` that {gap}")
    extraction = Extraction("an EPUB", READER, lost=counted_losses(losses), gap=gaps[0] if gaps else "")
    return Extracted(lines.text(), extraction)


class _Elements(XmlReader):
    """The attributes of the elements of some names."""

    def __init__(self, *names: str) -> None:
        self.found: list[Mapping[str, str]] = []
        self._names = names

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self._names:
            self.found.append(attributes)
