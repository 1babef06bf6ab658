"""Rules about cues that hold whatever their source says."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

FEWEST, MOST = 2, 6
"""Words in a cue."""


def cue_shapes(corpus: Corpus) -> Iterator[Finding]:
    """What can be said of cues without their source."""
    for claim in corpus.claims.values():
        for cue in claim.cues:
            count = len(cue.words.split())
            if cue.words and not FEWEST <= count <= MOST:
                yield Finding(
                    code="A503",
                    message=f"the cue has {count} {'word' if count == 1 else 'words'}",
                    place=cue.origin,
                    help=f"a cue has {FEWEST} to {MOST} words: enough to find the place, too few to copy the text",
                )
