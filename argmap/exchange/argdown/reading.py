"""Argdown files -> a draft, a document a file."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.argdown.drafting import Shared, draft_file
from argmap.exchange.argdown.model import Model, modelled
from argmap.exchange.argdown.options import options_of
from argmap.exchange.argdown.own_data import OwnData
from argmap.exchange.draft import Draft
from argmap.exchange.foreign_text import text_of
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport


def read(files: Mapping[str, bytes], importing: Importing) -> Draft:
    """The draft that files hold; of several, those that are no Argdown are left out and counted.

    Raises:
        NotThisFormatError: None of them is Argdown.
    """
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


def _model(name: str, data: bytes, loss: LossReport) -> Model:
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
