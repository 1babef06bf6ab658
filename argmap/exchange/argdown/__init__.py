"""Argdown (argdown.org, version 1.7): debates as text, with statements, arguments and the relations between them.

`lexer` and `parser` read what is written (`elements`), `inline` what stands inside a text and
`argmap.exchange.plain_yaml` what stands in braces; `model` knows what it means to Argdown, and `drafting` what that
says here.  `argdown_text` is the way back, and `own_data` what argmap adds to a file that it writes, to find it again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.exchange.draft import Draft
    from argmap.exchange.formats import Exporting, Importing

_LOOKED_AT = 20_000
"""Bytes of a file by which it is recognised."""
_TITLE = re.compile(rb"(?m)^[ \t]*(?:[-+_<>]{1,2}[ \t]*)?(?:\[[^\]\n\"{]+\]|<[A-Z][^>\n=]*>)(?::|[ \t]*$)")
_RELATION = re.compile(rb"(?m)^[ \t]+(?:<?[-+_]|[-+_]>|><)[ \t]*[\[<\w]")
_STRUCTURE = re.compile(rb"(?m)^[ \t]*\(\d+\).*\n(?:.*\n)*?[ \t]*--")


def looks_alike(files: Mapping[str, bytes]) -> bool:
    """Whether files are called Argdown, or one that is called a text begins like it."""
    names = [name.lower() for name in files]
    if any(name.endswith((".argdown", ".ad")) for name in names):
        return True
    texts = [data[:_LOOKED_AT] for name, data in files.items() if name.lower().endswith((".txt", ".md"))]
    return any(_TITLE.search(text) and (_RELATION.search(text) or _STRUCTURE.search(text)) for text in texts)


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """See `argmap.exchange.formats.Module`."""
    from argmap.exchange.argdown.reading import read

    return read(files, importing)


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """See `argmap.exchange.formats.Module`."""
    from argmap.exchange.argdown.argdown_text import write

    return write(exporting)
