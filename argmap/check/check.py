"""All rules, over all that was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial

from argmap.check.answers import answers_to_issues
from argmap.check.issues import issues
from argmap.check.kept import Kept, parts_of
from argmap.check.links import links
from argmap.check.structure import structure
from argmap.check.wording import characters, same_names, wording
from argmap.model.corpus import Corpus
from argmap.source.finding import Finding
from argmap.source.text import SourceText


def check(
    corpus: Corpus,
    files: Iterable[SourceText],
    *,
    texts: Mapping[str, SourceText] | None = None,
    beside: Collection[str] = (),
    upgradable: bool = False,
    unreadable: Mapping[str, str] | None = None,
    kept: Kept | None = None,
    as_drafts: bool = False,
) -> Iterator[Finding]:
    """What the rules of all families find.

    Args:
        corpus: The resolved records.
        files: The argument files as they were read.
        texts: Source texts by file name; None where cues are not to be proved.
        beside: The names of all files among the sources.
        upgradable: Whether the files have settings that could say in which version of the language they are written.
        unreadable: Why a source is no text, or not wholly one, by file name.
        as_drafts: Whether the documents are held to the harder rules for drafts, if cues are to be proved.
        kept: What was found in an earlier state, which is not looked for again where nothing has changed.
    """
    kept = Kept() if kept is None else kept
    kept.next_state()
    parts = parts_of(corpus, kept)
    for file in files:
        yield from kept.of("characters", file.name, (file,), partial(characters, file))
    yield from structure(corpus, parts, kept)
    yield from issues(corpus, upgradable=upgradable)
    yield from same_names(corpus)
    yield from wording(corpus, parts, kept)
    yield from links(corpus)
    yield from answers_to_issues(corpus, parts, kept)
    if texts is not None:
        # Rarely asked for, and not light to import.
        from argmap.check.sources import SourceTexts, sources

        known = SourceTexts(texts, unreadable or {}, beside)
        found = sources(corpus, known, parts, kept)
        if not as_drafts:
            yield from found
            return
        from argmap.check.drafted import drafted, graver

        yield from graver(found, corpus)
        yield from drafted(corpus, known, parts)
