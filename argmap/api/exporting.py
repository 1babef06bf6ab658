"""`argmap export`: records -> the files of other tools, with an account of what they cannot hold."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.loaded_corpus import sources_of
from argmap.compare.comparison import compare
from argmap.exchange.formats import FORMATS, Exporting, MissingExtraError, module
from argmap.exchange.loss import LossReport
from argmap.workspace.errors import RefusedError

if TYPE_CHECKING:
    from argmap.project.corpus_loader import Loaded

__all__ = ["FORMATS", "Exported", "MissingExtraError", "export_files"]


@attrs.frozen(kw_only=True)
class Exported:
    """What an export makes.

    Attributes:
        files: The bytes of each file by name; the only one may have the empty name.
        loss: What became of each part of the records.
    """

    files: Mapping[str, bytes]
    loss: LossReport


def export_files(
    loaded: Loaded, form: str, *, sources: Path | None = None, options: Mapping[str, str] | None = None
) -> Exported:
    """The records of a project in a format of other tools.

    Args:
        loaded: The project.
        form: The name of a format in `FORMATS`.
        sources: The folder of source texts, for formats that hold text.
        options: Those of the format.

    Raises:
        FileNotFoundError: The folder of sources leads to nothing.
        RefusedError: There is no such format, or it is not written.
        MissingExtraError: A library is missing.
    """
    if form not in FORMATS or not FORMATS[form].writes:
        known = ", ".join(("json", *(name for name, one in FORMATS.items() if one.writes)))
        raise RefusedError(f"`{form}` is no format that is exported", f"name one of {known}")
    loss = LossReport()
    exporting = Exporting(
        corpus=loaded.corpus,
        comparison=compare(loaded.corpus, left_out=loaded.links_left_out),
        loss=loss,
        texts=loaded.texts,
        sources=sources_of(loaded.corpus, sources),
        options=options or {},
        format=form,
    )
    files = module(form).write(exporting)
    why = "other tools have no `unrelated-to` for issues, actors and terms"
    loss.dropped("link", why, count=len(loaded.corpus.unrelated))
    return Exported(files=files, loss=loss)
