"""What tests of foreign formats share: imports and exports without a disk."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

from argmap.api.importing import import_files
from argmap.check.links_left_out import LinkLeftOut
from argmap.compare.comparison import compare
from argmap.exchange.formats import Exporting, Importing, guessed, module
from argmap.exchange.loss import Fate, LossReport
from argmap.exchange.writing import written
from argmap.model.ids import DocumentId
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.source.text import SourceText
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

Texts = Mapping[str, str]


@attrs.frozen(kw_only=True)
class Made:
    """What an import makes: the format, argument files by name, what became of each part, and the checked records."""

    format: str
    files: Texts
    loss: LossReport
    loaded: Loaded

    @property
    def told(self) -> list[str]:
        """What was not simply kept."""
        return told(self.loss)

    def file(self, name: str) -> str:
        """An argument file by the id of its document, or the name of a shared one."""
        return self.files.get(f"arguments/{name}.argmap") or self.files[f"arguments/shared/{name}.argmap"]


def project(files: Texts) -> Loaded:
    """Argument files, loaded and checked."""
    readings = tuple(decode(name, text.encode()) for name, text in sorted(files.items()))
    return load_checked(Input(project=None, readings=readings))


def imported(
    files: Mapping[str, bytes | str], called: str = "", *, sources: Texts | None = None, **options: str
) -> Made:
    """Foreign files, imported; the format is guessed where none is named."""
    data = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    loss = LossReport()
    called = called or guessed(data)
    texts = {name: SourceText(name, text) for name, text in (sources or {}).items()}
    title = next(iter(files)).rpartition(".")[0]
    draft = module(called).read(data, Importing(loss=loss, sources=texts, title=title, options=options))
    result = written(draft, loss)
    return Made(format=called, files=result.files, loss=loss, loaded=project(result.files))


def imported_from_disk(name: str, data: bytes, called: str) -> Loaded:
    """A foreign file, imported as the command does."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return import_files([path], Path(folder, "project"), form=called).loaded


def exported(loaded: Loaded, called: str, *, sources: Texts | None = None, **options: str) -> bytes:
    """The only file of an export."""
    return exported_with_loss(loaded, called, sources=sources, **options)[0]


def exported_with_loss(
    loaded: Loaded, called: str, *, sources: Texts | None = None, **options: str
) -> tuple[bytes, list[str]]:
    """The only file of an export, and what it does not hold."""
    left_out: tuple[LinkLeftOut, ...] = tuple(loaded.links_left_out)
    texts = {
        DocumentId(document.id): SourceText(document.source, sources[document.source])
        for document in loaded.corpus.documents.values()
        if sources and document.source in sources
    }
    exporting = Exporting(
        corpus=loaded.corpus,
        comparison=compare(loaded.corpus, left_out=left_out),
        loss=LossReport(),
        texts=loaded.texts,
        sources=texts,
        options=options,
    )
    return module(called).write(exporting)[""], told(exporting.loss)


def told(loss: LossReport) -> list[str]:
    """What a loss report says but for what is simply kept."""
    return [f"{one.fate}: {one}" for one in loss if one.fate is not Fate.KEPT]
