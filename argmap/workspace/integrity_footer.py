"""How argmap knows its own files again: a last line that only this content under this name can have.

Somebody may keep files of their own beside the renders, copy a render to change it, or edit one in place.  None of
these carries a footer that fits, so none is ever taken for a file that may be removed.

A plain text is compared and merged line by line, and a footer would differ in every two versions of it.  So its mark is
its first line, always the same under one name: a copy under another name is nobody's render, but what somebody edits
below the mark is written anew.
"""

from __future__ import annotations

import re

FOOTED = (".svg", ".html", ".md")
"""Kinds of file that may end in such a comment."""
HEADED = ".txt"
"""The kind of file that begins with a mark instead."""

_LINE = re.compile(rb"<!-- argmap-seal ([0-9a-f]{64}) -->\n\Z")
_MARK = "# {name}: written by `argmap build` from arguments/; what is edited here is lost with the next build\n"
_FIRST = re.compile(rb"\A" + re.escape(_MARK.encode()).replace(rb"\{name\}", rb"[^\n]*"))


def with_footer(name: str, content: bytes) -> bytes:
    """The content with its footer as a last line, or its mark as a first one; doing it again changes nothing."""
    content = without_footer(name, content)
    if name.endswith(HEADED):
        return _mark(name) + content
    if not content.endswith(b"\n"):
        content += b"\n"
    return content + f"<!-- argmap-seal {_digest(name, plain(content))} -->\n".encode()


def without_footer(name: str, content: bytes) -> bytes:
    """The content without the line of a footer or mark, whether it fits or not."""
    return (_FIRST if name.endswith(HEADED) else _LINE).sub(b"", content)


def has_footer(content: bytes) -> bool:
    """Whether argmap made this once, under this name or another, whatever happened to it since."""
    content = plain(content)
    return _LINE.search(content) is not None or _FIRST.match(content) is not None


def footer_fits(name: str, content: bytes) -> bool:
    """Whether this is, byte for byte, what argmap wrote under this name; of a text, whether it has the mark."""
    content = plain(content)
    if name.endswith(HEADED):
        return content.startswith(_mark(name))
    found = _LINE.search(content)
    return found is not None and found[1].decode() == _digest(name, content[: found.start()])


def plain(content: bytes) -> bytes:
    """The content with the line ends that argmap writes, since git may have turned them into those of Windows."""
    return content.replace(b"\r\n", b"\n")


def _mark(name: str) -> bytes:
    return _MARK.format(name=name).encode()


def _digest(name: str, content: bytes) -> str:
    from hashlib import blake2b

    return blake2b(name.encode() + b"\0" + content, digest_size=32).hexdigest()
