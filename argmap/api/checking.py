"""`argmap check`: everything that is wrong, doubtful or untidy."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from argmap.api.kept import packed, unpacked
from argmap.api.loading import Input, Loaded, load_input, read_input, user_cache
from argmap.source.finding import Finding
from argmap.source.text import SourceText
from argmap.workspace.cache import Cache, key_of
from argmap.workspace.reader import Reading
from argmap.workspace.refusal import RefusedError


@attrs.frozen(kw_only=True, repr=False)
class Checked:
    """What a check found.

    Attributes:
        findings: In the files that were asked for, sorted by place.
        texts: By file name, for excerpts.
        documents: How many documents were read.
        claims: How many claims, premises included.
        cues: How many cues were proved or refuted against their sources; None where no sources were given.
        switched_off: The codes of findings in those files that the settings leave out, each as often as there are such.
        uncached: Why no result was kept for the next run, where one should be; empty where all is well.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, SourceText]
    documents: int
    claims: int
    cues: int | None = None
    switched_off: tuple[str, ...] = ()
    uncached: str = ""

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        found, documents = counted(len(self.findings), "finding"), counted(self.documents, "document")
        return f"{found} in {documents}, {counted(self.claims, 'claim')}"


def check(paths: Sequence[Path | str] = (), *, sources: Path | str | None = None, cached: bool = True) -> Checked:
    """Check files, folders, or the project around the working folder.

    Args:
        paths: What to report on; names are resolved across the whole project all the same.
        sources: The folder of source texts, to prove cues; by default that of the project's settings, if any.
        cached: Whether a result of an earlier run on the very same input may be used, and this one kept.

    Raises:
        NoProjectError: No path was given, and there is no project here.
        FileNotFoundError: A path, or the folder of sources, leads to nothing.
        RefusedError: The settings name a folder of sources that is not there.
    """
    given = read_input([Path(path) for path in paths])
    cache = user_cache(given) if cached else Cache(None)
    return check_input(given, cache, _folder(given, sources))[0]


def check_input(given: Input, cache: Cache, sources: Path | None) -> tuple[Checked, Loaded | None]:
    """The check of what was read, and the records, unless the cache knew the outcome without them."""
    beside = _names(sources)
    originals = _originals(sources, beside, given)
    parts = [b"check", *given.digests, *(part for name in sorted(given.chosen or ()) for part in (b"-", name.encode()))]
    if originals is not None:
        parts += [part.encode() for reading in originals for part in ("source", reading.source.name, reading.digest)]
        parts += [part for name in beside for part in (b"beside", os.fsencode(name))]
    # Without a cache, a key would be made for nothing.
    key = key_of(parts) if cache.folder is not None else ""
    known = _known(cache, key, given.texts)
    if known is not None:
        return known, None
    texts = None if originals is None else {reading.source.name: reading.source for reading in originals}
    # A name that cannot be shown cannot be proposed.
    loaded = load_input(given, texts, [name for name in beside if name.isprintable()])
    findings, left_out = loaded.findings, loaded.switched_off
    if given.chosen is not None:
        findings, left_out = (
            tuple(finding for finding in each if finding.place.file in given.chosen) for each in (findings, left_out)
        )
    corpus = loaded.corpus
    cues = sum(len(claim.cues) for claim in corpus.claims.values()) if texts is not None else None
    checked = Checked(
        findings=findings,
        texts=loaded.texts,
        documents=len(corpus.documents),
        claims=len(corpus.claims),
        cues=cues,
        switched_off=tuple(sorted(finding.code for finding in left_out)),
        uncached=cache.refusal,
    )
    _keep(cache, key, checked)
    return checked, loaded


def _folder(given: Input, sources: Path | str | None) -> Path | None:
    if sources is not None:
        folder = Path(sources)
        if not folder.is_dir():
            raise FileNotFoundError(folder)
        return folder
    if given.settings.sources:
        folder = given.root / given.settings.sources
        if not folder.is_dir():
            raise RefusedError(
                f"the settings name `{given.settings.sources}` as the folder of source texts, and there is none",
                "make it, name another, or drop `sources` from the settings",
            )
        return folder
    return None


def _names(folder: Path | None) -> list[str]:
    return [] if folder is None else sorted(path.name for path in folder.iterdir() if path.is_file())


def _originals(folder: Path | None, names: Sequence[str], given: Input) -> tuple[Reading, ...] | None:
    """All texts in the folder that a document could name, found without parsing: their names stand in the files."""
    if folder is None:
        return None
    from argmap.workspace.sources import read_sources

    return read_sources(folder, [name for name in names if any(name in r.source.text for r in given.readings)])


def _known(cache: Cache, key: str, texts: Mapping[str, SourceText]) -> Checked | None:
    data = cache.get(key)
    if data is None:
        return None
    import json

    try:
        kept = json.loads(data)
        return Checked(
            findings=tuple(unpacked(values) for values in kept["findings"]),
            texts=texts,
            documents=kept["documents"],
            claims=kept["claims"],
            cues=kept["cues"],
            switched_off=tuple(kept["switched_off"]),
        )
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def _keep(cache: Cache, key: str, checked: Checked) -> None:
    if cache.folder is None:
        return
    import json

    kept = {
        "findings": [packed(finding) for finding in checked.findings],
        "documents": checked.documents,
        "claims": checked.claims,
        "cues": checked.cues,
        "switched_off": checked.switched_off,
    }
    cache.put(key, json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))
