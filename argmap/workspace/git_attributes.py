"""The text of an attributes file of git: what it says of argument files, and a line more or less."""

from __future__ import annotations

from collections.abc import Mapping

PATTERN = "*.argmap"


def said(data: bytes) -> Mapping[str, str]:
    """By attribute, the last word in the file on all argument files: ``diff=argmap``, ``-diff``, ..."""
    last: dict[str, str] = {}
    for line in data.split(b"\n"):
        words = line.decode(errors="replace").split()
        if words[:1] == [PATTERN]:
            last.update({word.lstrip("-!").partition("=")[0]: word for word in words[1:]})
    return last


def addition(data: bytes, attributes: Mapping[str, str]) -> bytes:
    """What to put at the end of a file so that argument files have these attributes, in a line of its own."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = " ".join((PATTERN, *(f"{name}={value}" for name, value in attributes.items())))
    return (end if data and not data.endswith(b"\n") else b"") + line.encode() + end


def without(data: bytes, added: bytes) -> bytes:
    """A file without what was once put at its end; where something follows by now, without that line."""
    rest = data.removesuffix(added)
    if rest != data and (not rest or rest.endswith(b"\n") or added.startswith((b"\n", b"\r"))):
        return rest
    return b"\n".join(line for line in data.split(b"\n") if line.strip() != added.strip())
