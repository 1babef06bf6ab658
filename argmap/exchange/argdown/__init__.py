"""Argdown (argdown.org, version 1.7): debates as text, with statements, arguments and the relations between them.

`lexer` and `parser` read what is written (`elements`), `inline` what stands inside a text and
`argmap.exchange.plain_yaml` what stands in braces; `model` knows what it means to Argdown, and `drafting` what that
says here.  `argdown_text` is the way back, and `own_data` what argmap adds to a file that it writes, to find it again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport

if TYPE_CHECKING:
    from argmap.exchange.argdown.model import Model
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
    """The draft that files hold; of several, those that are no Argdown are left out and counted.

    Raises:
        NotThisFormatError: None of them is Argdown.
    """
    from argmap.exchange.argdown.drafting import Shared, draft_file
    from argmap.exchange.argdown.options import options_of
    from argmap.exchange.argdown.own_data import OwnData
    from argmap.exchange.draft import Draft

    loss = importing.loss
    options = options_of(importing.options, loss)
    models: dict[str, Model] = {}
    refused: list[NotThisFormatError] = []
    for name, data in files.items():
        try:
            models[name] = _model(name, data, loss)
        except NotThisFormatError as error:
            refused.append(error)
    if not models:
        raise refused[0]
    for one in refused:
        loss.dropped("file", one.message, ForeignPlace(one.file, one.where))
    draft = Draft()
    shared = Shared(draft, loss, OwnData(draft, loss))
    for name, model in models.items():
        title = importing.title if len(models) == 1 else ""
        stem = name.rpartition("/")[2].rpartition(".")[0] or name
        draft_file(model, name, title or stem, options, shared)
    return draft


def write(exporting: Exporting) -> Mapping[str, bytes]:
    """See `argmap.exchange.formats.Module`."""
    from argmap.exchange.argdown.argdown_text import write

    return write(exporting)


def _model(name: str, data: bytes, loss: LossReport) -> Model:
    from argmap.exchange.argdown.model import modelled
    from argmap.exchange.foreign_text import text_of

    text = text_of(data, name, loss)
    if "\0" in text:
        raise NotThisFormatError("it holds characters that no text has", name)
    told = LossReport()

    def tell(fate: str, what: str, why: str, line: int) -> None:
        (told.changed if fate == "changed" else told.dropped)(what, why, ForeignPlace(name, f"line {line}"))

    model = modelled(text, tell)
    if not model.entries:
        raise NotThisFormatError("there is no statement and no argument in it", name)
    loss.take(told)
    return model
