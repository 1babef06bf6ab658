"""What mends a finding, each as edits that an editor can apply, and whether that is safe.

A safe fix never adds a finding, takes away the one that it mends, and says nothing that was not said: whoever saves a
file may have it done unasked.  Any other is a proposal, in which what only the author can say is still to be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from argmap.assist import name_fixes, text_fixes
from argmap.assist.fix import Case, Fix
from argmap.language.tree import SyntaxFile
from argmap.project.open_project import ProjectState
from argmap.source.finding import Edit, Finding

_SAFE = frozenset({"A005", "A113"})
"""Findings whose own fix decides nothing: what nobody sees is taken away, and an id of before becomes that of now."""


def fixes(state: ProjectState, finding: Finding) -> tuple[Fix, ...]:
    """All ways to mend a finding, the best first."""
    file = state.files.get(finding.place.file)
    own = _own_fix(finding, file)
    if file is None:
        return own
    ways = _WAYS.get(finding.code, ())
    return (*own, *(fix for way in ways for fix in way(Case(state, finding, file))))


def safe_fixes(state: ProjectState, file: str) -> tuple[Edit, ...]:
    """The edits of all safe fixes in a file, those that would touch another left out."""
    taken: list[Edit] = []
    end = -1
    for finding in state.loaded.findings:
        if finding.place.file != file:
            continue
        fix = next((fix for fix in fixes(state, finding) if fix.is_safe), None)
        if fix is not None and fix.edits[0].place.span.start >= max(end, 0) and _stays(fix.edits, file):
            taken += fix.edits
            end = fix.edits[-1].place.span.end
    return tuple(taken)


def _stays(edits: Iterable[Edit], file: str) -> bool:
    return all(edit.place.file == file for edit in edits)


def _own_fix(finding: Finding, file: SyntaxFile | None) -> tuple[Fix, ...]:
    if finding.fix is None:
        return ()
    # What could not be read may have findings of its own once it can be.
    statements = file.statements if file is not None else ()
    start = finding.place.span.start
    is_read = not any(gap.start <= start < gap.end for statement in statements for gap in statement.gaps)
    put = finding.fix.replacement
    title = f"Write `{put}`" if put else "Delete it"
    return (Fix(title=title, edits=(finding.fix,), is_safe=finding.code in _SAFE and is_read),)


_WAYS: dict[str, tuple[Callable[[Case], Iterator[Fix]], ...]] = {
    "A002": (text_fixes.line_ends,),
    "A006": (text_fixes.indentation,),
    "A007": (text_fixes.indentation,),
    "A010": (text_fixes.goes_on,),
    "A012": (text_fixes.colon, text_fixes.goes_on),
    "A013": (text_fixes.colon,),
    "A018": (text_fixes.less_deep,),
    "A019": (text_fixes.goes_on,),
    "A101": (partial(name_fixes.declare, "issue"),),
    "A102": (partial(name_fixes.declare, "position"),),
    "A103": (partial(name_fixes.declare, "claim"),),
    "A104": (partial(name_fixes.declare, "actor"),),
    "A210": (name_fixes.add_document,),
    "A211": (name_fixes.add_author,),
    "A220": (text_fixes.before_the_colon,),
    "A501": (text_fixes.cue,),
    "A505": (text_fixes.cue,),
    "A604": (text_fixes.delete_second,),
    "A716": (name_fixes.not_silent,),
}
"""How findings are mended, by their codes."""
