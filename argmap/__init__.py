"""argmap: say precisely what several authors argue, and where they part.

`argmap.load(".")` is a corpus to look into, compare, draw and take records from; `argmap.diff("HEAD~1")` is what
changed in it.  Every command is a function of `argmap.api`.

The rooms, ground floor first; each imports only from rooms before it:

programs    where another program is, if it can be trusted
source      texts, places in them, and findings about them
similarity  how likely it is that two texts say the same, and what sets them against each other
language    text -> statements -> syntax lines, and back (the formatter)
editors     how lines look, for every editor, and what is installed there
model       what the words mean: documents, issues, claims, steps
resolve     names -> records
merge       three versions of one file -> one
judge       assertions, and what may be said of any two on one question
check       rules about the argument, beyond names
compare     who holds what, and how any two stand to each other
diff        what changed between two corpora, and how much that matters
wording     all of it in English: names, roles, stances, verdicts, changes, numbers
suggest     where authors may speak, and which claims may be one: places to look
view        which picture a document, a comparison or a difference needs, without fonts or colours
render      picture -> DOT -> Graphviz -> SVG
report      all that is told as pages, in a terminal, Markdown or HTML; findings; annotations beside lines
exchange    the formats of other tools, in and out
records     the JSON for programs: one table of fields a record, and its schema from the same table
workspace   files, settings, and what is kept between runs
git         the files of a side of a diff, and what git is told of argument files
project     files -> records, in one way for every command
assist      what an editor is answered about a place in a project: its names, what they say, what may stand there
api         the stages strung together
lsp         the same for editors, in their protocol
cli         one file a command
"""

import sys
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argmap.api import (
        Diffed,
        LoadedCorpus,
        Pair,
        PairAlignment,
        PairCrux,
        PairSide,
        Picture,
        Records,
        UnknownNameError,
        diff,
        load,
    )

__version__ = "0.2.0"

__all__ = [
    "Diffed",
    "LoadedCorpus",
    "Pair",
    "PairAlignment",
    "PairCrux",
    "PairSide",
    "Picture",
    "Records",
    "UnknownNameError",
    "diff",
    "load",
]


def __getattr__(name: str) -> object:
    # Every command passes through here, and none waits for what it does not use.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from argmap import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package, in which `diff` stays the function when the room of that name is imported."""

    @property
    def diff(self) -> object:
        """What differs between two revisions."""
        return __getattr__("diff")

    @diff.setter
    def diff(self, room: ModuleType) -> None:
        """Whoever imports the room finds it under its whole name."""


sys.modules[__name__].__class__ = _Package
