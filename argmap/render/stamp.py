"""What a drawing was made from and by: a mark in its root that can be read without reading the drawing."""

from __future__ import annotations

import re

import attrs

from argmap.render.engine import Engine

_HEAD = 4096
_STAMP = re.compile(
    rb'<svg [^>]*data-argmap-engine="([^"]{1,80})" data-argmap-version="([^"]{1,80})" data-argmap-dot="([0-9a-f]{64})"'
)


@attrs.frozen
class Stamp:
    """Engine, its version, and the digest of what it was made from.

    Two drawings with equal stamps are equal.  With other digests, the older one is stale; with the same digest and
    another engine or version, it was drawn by somebody else's.
    """

    engine: str
    version: str
    digest: str


def stamp_for(content: str, engine: Engine) -> Stamp:
    """The stamp of a drawing: of all that it shows, and of what the engine is told to place it."""
    return Stamp(engine.name, engine.version, digest_of(content))


def digest_of(content: str) -> str:
    """SHA-256 of that and of what every drawing has besides: dark colours and fonts."""
    from hashlib import sha256

    from argmap.render.styles import FONTS, Tone

    # Only tones that the drawing has: another one in the theme makes no drawing stale.
    look = "".join(tone.dark for tone in Tone if tone.light in content) + FONTS
    return sha256(f"{_FORM}\n{look}\n{content}".encode()).hexdigest()


_FORM = 2
"""Counts the forms in which drawings have been written; raised whenever the same content becomes another SVG."""


def stamp_of(svg: bytes) -> Stamp | None:
    """The stamp of a drawing, looked for only at its beginning; None where there is none."""
    found = _STAMP.search(svg[:_HEAD])
    if found is None:
        return None
    engine, version, digest = (part.decode("utf-8", errors="replace") for part in found.groups())
    return Stamp(engine, version, digest)
