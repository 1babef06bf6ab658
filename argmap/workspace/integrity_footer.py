"""How argmap knows its own files again, whole, edited, cut off or left in conflict by git.

A picture has a footer: a last line that only this content under this name can have.  Somebody may keep files of their
own beside the renders, copy a render to change it, or edit one in place.  None of these carries a footer that fits, so
none is ever taken for a file that may be removed.

A text is compared and merged line by line, and such a footer would differ in every two versions of it.  So it has
marks that are always the same under one name: a first line, and in Markdown a last one.  A copy under another name is
nobody's render; what somebody edits between the marks is written anew, as the first one says; a file with more below
the last one is theirs.
"""

from __future__ import annotations

import re

FOOTED = (".svg", ".html")
"""Kinds of file that end in such a footer."""
HEADED = (".txt", ".md")
"""Kinds of file that begin with a mark instead."""
_ENDED = ".md"
"""The kind that ends with a mark, too."""

_LINE = re.compile(rb"<!-- argmap-seal ([0-9a-f]{64}) -->\n\Z")
_WRITTEN = "{name}: written by `argmap build` from arguments/; what is edited here is lost with the next build"
_MARKS = {".txt": f"# {_WRITTEN}\n", ".md": f"<!-- {_WRITTEN} -->\n"}
_END = b"\n<!-- `argmap build` wrote this down to here -->\n"
_FIRST = re.compile(
    rb"\A(?:%s)" % b"|".join(re.escape(mark.encode()).replace(rb"\{name\}", rb"[^\n]*") for mark in _MARKS.values())
)


def with_footer(name: str, content: bytes) -> bytes:
    """The content with its footer as a last line, or its marks around it; doing it again changes nothing."""
    content = without_footer(name, content)
    if name.endswith(HEADED):
        return _mark(name) + content + (_END if name.endswith(_ENDED) else b"")
    if not content.endswith(b"\n"):
        content += b"\n"
    return content + f"<!-- argmap-seal {_digest(name, plain(content))} -->\n".encode()


def without_footer(name: str, content: bytes) -> bytes:
    """The content without the line of a footer or the marks, whether they fit or not."""
    if not name.endswith(HEADED):
        return _LINE.sub(b"", content)
    content = _FIRST.sub(b"", content)
    return content.removesuffix(_END) if name.endswith(_ENDED) else content


def has_footer(content: bytes) -> bool:
    """Whether argmap made this once, under this name or another, whatever happened to it since.

    What somebody wrote below the end of a page is theirs, and so is the file then; what was cut off has no end.
    """
    content = plain(content)
    if _LINE.search(content):
        return True
    return _FIRST.match(content) is not None and (_END not in content or content.endswith(_END))


def begins_mark(name: str, content: bytes) -> bool:
    """Whether this is what was written of a text that was cut off in its first line."""
    return bool(content) and name.endswith(HEADED) and _mark(name).startswith(content)


def footer_fits(name: str, content: bytes) -> bool:
    """Whether this is, byte for byte, what argmap wrote under this name; of a text, whether it has the marks."""
    content = plain(content)
    if name.endswith(HEADED) and content.startswith(_mark(name)):
        return not name.endswith(_ENDED) or content.endswith(_END)
    # Pages had such a footer, too, before they had marks.
    found = None if name.endswith(".txt") else _LINE.search(content)
    return found is not None and found[1].decode() == _digest(name, content[: found.start()])


def plain(content: bytes) -> bytes:
    """The content with the line ends that argmap writes, since git may have turned them into those of Windows."""
    return content.replace(b"\r\n", b"\n")


def _mark(name: str) -> bytes:
    return _MARKS[name[name.rindex(".") :]].format(name=name).encode()


def _digest(name: str, content: bytes) -> str:
    from hashlib import blake2b

    return blake2b(name.encode() + b"\0" + content, digest_size=32).hexdigest()
