"""Draw one document, or a part of it, as SVG, PNG, PDF or DOT."""

from __future__ import annotations

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.output import OutputPath

if TYPE_CHECKING:
    from argmap.model.ids import ClaimId, DocumentId
    from argmap.project.corpus_loader import Loaded

_MOST = 1000
_FORMS = {".svg": "svg", ".png": "png", ".pdf": "pdf", ".dot": "dot", ".gv": "dot", "": "svg"}
"""What a file holds, by its ending."""


def _count(word: str) -> int:
    if not word.isascii() or not word.isdigit() or int(word[:9]) > _MOST:
        raise ArgumentTypeError(f"`{word[:40]}` is no number from 0 to {_MOST}")
    return int(word)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("document", metavar="DOC", help="the id of a document, or its file")
    parser.add_argument(
        "-o", "--output", type=OutputPath, metavar="FILE", help="a file, or a folder for all pictures of the document"
    )
    parser.add_argument("--format", choices=("svg", "png", "pdf", "dot"), help="default: the ending of FILE, else svg")
    form = "an outline to be read downwards (default), or a graph as wide as it takes; dot always holds the graph"
    parser.add_argument("--layout", choices=("outline", "graph"), help=form)
    parser.add_argument("--focus", metavar="ID", help="only claims near this one, above and below it")
    near = "how near: within N steps of the focus, in either direction (default: 2)"
    parser.add_argument("--radius", type=_count, metavar="N", help=near)
    parser.add_argument("--depth", type=_count, metavar="N", help="only N steps from the main claims; not with --focus")
    parser.add_argument("--engine", metavar="NAME", help="embedded (default), system, or the path of a Graphviz `dot`")


def run(arguments: Namespace) -> int:
    """Draw, unless there are errors in what the picture is made of."""
    from argmap.api.rendering import Extent, pictures, render
    from argmap.cli.chosen import readable
    from argmap.cli.output import output_folder, write_output
    from argmap.cli.terminal import say, tell
    from argmap.compare.comparison import compare
    from argmap.render.drawing import Layout
    from argmap.render.engine import EMBEDDED

    output = arguments.output
    is_folder = output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())
    form = arguments.format or ("svg" if output is None or is_folder else _form(output))
    if form is None or _contradict(arguments):
        return 2
    wanted = readable(arguments.document, "nothing is drawn")
    if isinstance(wanted, int):
        return wanted
    document, loaded = wanted
    focus = None
    if arguments.focus is not None:
        focus = _claim(arguments.focus, document, loaded)
        if focus is None:
            return 2
    engine = arguments.engine or os.environ.get("ARGMAP_DOT") or loaded.engine or EMBEDDED
    extent = Extent(focus=focus, radius=2 if arguments.radius is None else arguments.radius, depth=arguments.depth)
    comparison = compare(loaded.corpus, left_out=loaded.links_left_out)
    found = pictures(loaded.corpus, document, extent, comparison)
    layout = Layout(arguments.layout or Layout.OUTLINE)
    if is_folder:
        folder = output_folder(output)
        for picture in found:
            path = folder / f"{picture.name}.{form}"
            write_output(str(path), render(picture, form=form, engine=engine, layout=layout))
            tell(str(path))
        _tell_who_drew(form, engine)
        return 0
    if len(found) > 1:
        say(f"this is the overview; there are {len(found) - 1} more pictures: give a folder, as in `-o maps/`, for all")
    code = write_output(output, render(found[0], form=form, engine=engine, layout=layout))
    _tell_who_drew(form, engine)
    return code


def _contradict(arguments: Namespace) -> bool:
    """Whether options are given that say two things, or nothing together; says so."""
    from argmap.cli.terminal import say

    if arguments.focus is not None and arguments.depth is not None:
        say("argmap: `--depth` counts steps from the main claims, and `--focus` asks for what is near another claim")
        say("write `--focus ID --radius N` for N steps around that claim, or `--depth N` without `--focus`")
        return True
    if arguments.radius is not None and arguments.focus is None:
        say("argmap: `--radius` says how near to the focus, and there is no `--focus`")
        say("add `--focus ID`, or write `--depth N` for N steps from the main claims")
        return True
    return False


def _form(output: str) -> str | None:
    """What a file with this ending holds; None after saying that no picture does."""
    from argmap.cli.chosen import typed
    from argmap.cli.terminal import say

    ending = Path(output).suffix
    form = _FORMS.get(ending.lower())
    if form is None:
        say(f"argmap: `{typed(output)}` ends in {ending}, and what can be drawn is {', '.join(filter(None, _FORMS))}")
        say("choose one of these endings, or say `--format`, such as `--format svg`")
    return form


def _tell_who_drew(form: str, engine: str) -> None:
    from argmap.cli.terminal import say
    from argmap.render.engine import EMBEDDED

    if form != "dot" and engine != EMBEDDED:
        say(f"drawn by {engine}: fonts and other bytes may differ from those in renders/")


def _claim(word: str, document: DocumentId, loaded: Loaded) -> ClaimId | None:
    from argmap.cli.chosen import typed
    from argmap.cli.terminal import say
    from argmap.language.ids import normal
    from argmap.source.loosened import named
    from argmap.source.nearest import suggestion

    wanted = normal(typed(word)).removeprefix(f"{document}.")
    claims = list(loaded.corpus.claims_of(document))
    names = {claim.name: claim.id for claim in claims}
    meant = named(wanted, {claim.name: (claim.id, claim.text) for claim in claims})
    if len(meant) == 1:
        return names[meant[0]]
    say(f"argmap: no claim in `{document}` has the id `{wanted}`{suggestion(wanted, names)}")
    return None
