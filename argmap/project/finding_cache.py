"""A check of what was read: done, or known from an earlier run on the very same input."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from argmap.language.ids import normal
from argmap.project.corpus_loader import Loaded, load_checked, weighed
from argmap.source.finding import Edit, Finding, Related, Severity
from argmap.source.text import Place, SourceText, Span
from argmap.workspace.cache import Cache, key_of
from argmap.workspace.project_files import Input
from argmap.workspace.reader import Reading
from argmap.workspace.stray_files import stray_files

if TYPE_CHECKING:
    from argmap.model.corpus import Corpus


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
        notices: What to know of the files that is no finding about one of them, a sentence each.
        uncached: Why no result was kept for the next run, where one should be; empty where all is well.
    """

    findings: tuple[Finding, ...]
    texts: Mapping[str, SourceText]
    documents: int
    claims: int
    cues: int | None = None
    switched_off: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    uncached: str = ""

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        found, documents = counted(len(self.findings), "finding"), counted(self.documents, "document")
        return f"{found} in {documents}, {counted(self.claims, 'claim')}"


def check_input(
    given: Input, cache: Cache, sources: Path | None, indexed: Sequence[Reading] = (), *, as_drafts: bool = False
) -> tuple[Checked, Loaded | None]:
    """The check of what was read, and the records, unless the cache knew the outcome without them.

    Args:
        given: What was read.
        cache: Where outcomes are kept.
        sources: The folder of source texts, to prove cues; None to prove none.
        indexed: Source texts that are in git's index and not on the disk, since the checkout leaves them out.
        as_drafts: Whether the documents are held to the harder rules for drafts.
    """
    beside = sorted({*_names(sources), *(reading.source.name for reading in indexed)})
    originals = _originals(sources, beside, given, indexed, cache)
    parts = [
        b"check drafts" if as_drafts else b"check",
        *given.digests,
        *(part for name in sorted(given.chosen or ()) for part in (b"-", name.encode())),
    ]
    if originals is not None:
        parts += [part.encode() for reading in originals for part in ("source", reading.source.name, reading.digest)]
        # The same bytes may have another text where they are read by another version of a library.
        how = [one.source.extraction for one in originals if one.source.extraction is not None]
        parts += [part.encode() for one in how for part in ("reader", one.reader)]
        # What has no text has no digest: why it has none tells one from another.
        parts += [finding.label.encode() for reading in originals for finding in reading.findings]
        parts += [part for name in beside for part in (b"beside", os.fsencode(name))]
    strays = stray_files(given.root) if given.project is not None and given.chosen is None else ()
    parts += [part for stray in strays for part in (b"stray", stray.place.file.encode(), stray.message.encode())]
    # Without a cache, a key would be made for nothing.
    key = key_of(parts) if cache.folder is not None else ""
    texts_shown = {**given.texts, **{stray.place.file: SourceText(stray.place.file, "") for stray in strays}}
    known = _known(cache, key, texts_shown, given.notices)
    if known is not None:
        return known, None
    texts = None if originals is None else {r.source.name: r.source for r in originals if r.intact or r.source.text}
    unreadable = {reading.source.name: reading.findings[0].label for reading in originals or () if not reading.intact}
    # A name that cannot be shown cannot be proposed.
    loaded = load_checked(
        given, texts, [name for name in beside if name.isprintable()], unreadable, as_drafts=as_drafts
    )
    findings, left_out = loaded.findings, loaded.switched_off
    if strays:
        notes = weighed(strays, given.settings)
        findings = tuple(sorted((*findings, *notes), key=lambda finding: finding.order))
        left_out = (*left_out, *(stray for stray in strays if given.settings.weigh(stray) is None))
    if given.chosen is not None:
        findings, left_out = (
            tuple(finding for finding in each if finding.place.file in given.chosen) for each in (findings, left_out)
        )
    corpus = loaded.corpus
    cues = None if texts is None else _looked_up(corpus, texts)
    checked = Checked(
        findings=findings,
        texts=texts_shown,
        documents=len(corpus.documents),
        claims=len(corpus.claims),
        cues=cues,
        switched_off=tuple(sorted(finding.code for finding in left_out)),
        notices=given.notices,
        uncached=cache.refusal,
    )
    _keep(cache, key, checked)
    return checked, loaded


def _looked_up(corpus: Corpus, texts: Mapping[str, SourceText]) -> int:
    from argmap.check.sources import SourceTexts, looked_up

    return looked_up(corpus, SourceTexts(texts))


def _names(folder: Path | None) -> list[str]:
    return (
        []
        if folder is None or not folder.is_dir()
        else sorted(path.name for path in folder.iterdir() if path.is_file())
    )


def _originals(
    folder: Path | None, names: Sequence[str], given: Input, indexed: Sequence[Reading], cache: Cache
) -> tuple[Reading, ...] | None:
    """All texts in the folder that a document could name, found without parsing: their names stand in the files."""
    if folder is None:
        return None
    from argmap.workspace.source_files import read_sources

    text = "".join(normal(reading.source.text) for reading in given.readings)
    named = [name for name in names if normal(name) in text]
    read = read_sources(folder, named, cache) if folder.is_dir() else ()
    there = {reading.source.name for reading in read}
    return (*read, *(one for one in indexed if one.source.name in named and one.source.name not in there))


def _known(cache: Cache, key: str, texts: Mapping[str, SourceText], notices: tuple[str, ...]) -> Checked | None:
    data = cache.get(key)
    if data is None:
        return None
    import json

    try:
        kept = json.loads(data)
        return Checked(
            findings=tuple(_unpacked(values) for values in kept["findings"]),
            texts=texts,
            documents=kept["documents"],
            claims=kept["claims"],
            cues=kept["cues"],
            switched_off=tuple(kept["switched_off"]),
            notices=notices,
        )
    except (ValueError, TypeError, KeyError, IndexError):
        return None


def _keep(cache: Cache, key: str, checked: Checked) -> None:
    if cache.folder is None:
        return
    import json

    kept = {
        "findings": [_packed(finding) for finding in checked.findings],
        "documents": checked.documents,
        "claims": checked.claims,
        "cues": checked.cues,
        "switched_off": checked.switched_off,
    }
    cache.put(key, json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"))


def _packed(finding: Finding) -> list[Any]:
    """A finding as lists, strings and numbers."""
    fix = finding.fix
    return [
        finding.code,
        finding.message,
        _place(finding.place),
        finding.label,
        [[_place(related.place), related.label] for related in finding.related],
        finding.help,
        [_place(fix.place), fix.replacement] if fix else None,
        finding.severity.value,
    ]


def _unpacked(values: list[Any]) -> Finding:
    """The finding again.

    Raises:
        ValueError, TypeError, KeyError, IndexError: It was not packed by this argmap.
    """
    code, message, place, label, related, hint, fix, severity = values
    return Finding(
        code=code,
        message=message,
        place=_unplace(place),
        label=label,
        related=tuple(Related(_unplace(at), said) for at, said in related),
        help=hint,
        fix=Edit(_unplace(fix[0]), fix[1]) if fix else None,
        severity=Severity(severity),
    )


def _place(place: Place) -> list[Any]:
    return [place.file, place.span.start, place.span.end]


def _unplace(values: list[Any]) -> Place:
    file, start, end = values
    return Place(file, Span(start, end))
