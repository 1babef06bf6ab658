"""How argmap knows its own files again: a last line that only this content under this name can have.

Somebody may keep files of their own beside the renders, copy a render to change it, or edit one in place.  None of
these carries a seal that fits, so none is ever taken for a file that may be removed.
"""

from __future__ import annotations

import re

SEALED = (".svg", ".html", ".md")
"""Kinds of file that may end in such a comment."""

_LINE = re.compile(rb"<!-- argmap-seal ([0-9a-f]{64}) -->\n\Z")


def sealed(name: str, content: bytes) -> bytes:
    """The content with its seal as a last line; sealing it again changes nothing."""
    content = unsealed(content)
    if not content.endswith(b"\n"):
        content += b"\n"
    return content + f"<!-- argmap-seal {_digest(name, plain(content))} -->\n".encode()


def unsealed(content: bytes) -> bytes:
    """The content without the line of a seal, whether it fits or not."""
    return _LINE.sub(b"", content)


def has_seal(content: bytes) -> bool:
    """Whether argmap made this once, under this name or another, whatever happened to it since."""
    return _LINE.search(plain(content)) is not None


def seal_fits(name: str, content: bytes) -> bool:
    """Whether this is, byte for byte, what argmap wrote under this name."""
    content = plain(content)
    found = _LINE.search(content)
    return found is not None and found[1].decode() == _digest(name, content[: found.start()])


def plain(content: bytes) -> bytes:
    """The content with the line ends that argmap writes, since git may have turned them into those of Windows."""
    return content.replace(b"\r\n", b"\n")


def _digest(name: str, content: bytes) -> str:
    from hashlib import blake2b

    return blake2b(name.encode() + b"\0" + content, digest_size=32).hexdigest()
