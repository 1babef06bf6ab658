"""What tests of foreign formats share: a project of texts, imported and exported without a command line."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from argmap.api.exporting import export_files
from argmap.api.importing import Imported, import_files
from argmap.exchange.loss import Fate, LossReport
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode


def project(files: Mapping[str, str]) -> Loaded:
    """Argument files, loaded and checked."""
    readings = tuple(decode(name, text.encode()) for name, text in sorted(files.items()))
    return load_checked(Input(project=None, readings=readings))


def imported(
    files: Mapping[str, bytes | str],
    called: str = "",
    *,
    sources: Mapping[str, str] | None = None,
    title: str = "",
    **options: str,
) -> Imported:
    """Foreign files, imported into an empty folder; nothing is written there."""
    with TemporaryDirectory() as name:
        folder, originals = Path(name, "in"), Path(name, "sources")
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content.encode() if isinstance(content, str) else content)
        originals.mkdir()
        for path, text in (sources or {}).items():
            (originals / path).write_text(text, encoding="utf-8")
        paths = [folder / next(iter(files))] if len(files) == 1 else [folder]
        return import_files(
            paths,
            Path(name, "project"),
            form=called,
            sources=originals if sources else None,
            title=title,
            options=options,
        )


def exported(loaded: Loaded, called: str, *, sources: Mapping[str, str] | None = None, **options: str) -> bytes:
    """The only file of an export."""
    with TemporaryDirectory() as name:
        for path, text in (sources or {}).items():
            Path(name, path).write_text(text, encoding="utf-8")
        made = export_files(loaded, called, sources=Path(name) if sources else None, options=options)
    return made.files[""]


def told(loss: LossReport, *, kept: bool = False) -> list[str]:
    """What a loss report says; what is simply kept only where that is asked for."""
    return [f"{one.fate}: {one}" for one in loss if kept or one.fate is not Fate.KEPT]
