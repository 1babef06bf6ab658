"""Lines in a tree, each with its own text: what a merge puts together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import attrs

from argmap.language import tree
from argmap.language.ids import normal
from argmap.language.tree import BLANKS

_ANSWER = "answers "
_ONCE = frozenset(
    "date publisher source language thesis order speaks-for kind as-of until said changes short topic by sure"
    " level".split()
)
"""Fields that stand once under a line: two of them on two sides are one fact, said in two ways."""


@attrs.frozen(kw_only=True)
class Node:
    """One logical line, and what belongs to it.

    Attributes:
        sort: What a line of another version must be too to be the same line: ``claim``, ``position``, ``note``, ...
        name: By what it is known among those of its sort; None where that is nothing but its words.
        said: What the line itself says, without its layout.
        prose: The part of it that is the author's, after the colon; empty where there is none.
        step: The word that makes it a premise; empty for all else.
        bearing: Of claims and premises, the words that say what reasons under them speak for: step, verb, holders.
        was: Former ids that it declares.
        above: The comments and blank lines above it, as they stand.
        lines: The line and those that go on with it, as they stand.
        under: What stands deeper.
        beside: The lines at its level that belong to the step that it is, each with its own.
        whole: What all of it says, comments included.
    """

    sort: str
    name: str | None
    said: object
    prose: str = ""
    step: str = ""
    bearing: object = None
    was: frozenset[str] = frozenset()
    above: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    under: tuple[Node, ...] = ()
    beside: tuple[Node, ...] = ()
    whole: object = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        below = tuple(node.whole for node in (*self.under, *self.beside))
        inner = comments(self.lines)
        object.__setattr__(self, "whole", (self.said, comments(self.above), inner, below))

    @property
    def linked(self) -> tuple[Node, ...]:
        """The premises that are taken together with this one."""
        return tuple(node for node in self.beside if node.step == "and")

    @property
    def about_the_step(self) -> tuple[Node, ...]:
        """The doubts about the step that it is, and that step's own fields."""
        return tuple(node for node in self.beside if node.step != "and")

    @property
    def level(self) -> int:
        """Of a section, how deep it stands; 1 where that is not said."""
        said = next((node.prose for node in self.under if node.sort == "level"), "")
        return int(said) if len(said) == 1 and said in "123456" else 1

    @property
    def arguments(self) -> tuple[object, ...]:
        """What depends on its bearing: the steps and the answers that belong to it."""
        return tuple(node.said for node in (*self.under, *self.beside) if node.step or node.is_answer)

    @property
    def is_answer(self) -> bool:
        """Whether it says how an issue is answered."""
        return self.sort.startswith(_ANSWER)

    def text(self) -> tuple[str, ...]:
        """All its lines, as they stand."""
        below = [line for node in (*self.under, *self.beside) for line in node.text()]
        return (*self.above, *self.lines, *below)


def nodes(file: tree.SyntaxFile, lines: Sequence[str]) -> tuple[Node, ...]:
    """The statements of a file without gaps, and, last, what stands below them all.

    Args:
        file: The file.
        lines: Its text cut at each LF.
    """
    flat = [line for statement in file.statements for line in statement.lines]
    starts = [file.source.position(line.span.start).line - 1 for line in flat]
    above: list[tuple[str, ...]] = [tuple(lines[: starts[0]] if starts else lines)]
    own: list[tuple[str, ...]] = []
    for start, end in pairwise([*starts, len(lines)]):
        last = end
        while is_trivial(lines[last - 1]):
            last -= 1
        own.append(tuple(lines[start:last]))
        above.append(tuple(lines[last:end]))
    found: list[Node] = []
    first = 0
    for statement in file.statements:
        after = first + len(statement.lines)
        found.append(_statement(statement.lines, above[first:after], own[first:after]))
        first = after
    return (*found, Node(sort="end", name="", said="", above=above[-1]))


def comments(lines: Sequence[str]) -> tuple[str, ...]:
    """Those lines that are comments, without what surrounds them."""
    return tuple(line.strip(BLANKS) for line in lines if line.strip(BLANKS).startswith("#"))


def is_trivial(line: str) -> bool:
    """Whether a line is blank or a comment."""
    return line.strip(BLANKS)[:1] in ("", "#")


def _statement(lines: Sequence[tree.Line], above: Sequence[tuple[str, ...]], own: Sequence[tuple[str, ...]]) -> Node:
    under: list[list[Node]] = [[] for _ in lines]
    beside: list[list[Node]] = [[] for _ in lines]
    was: list[frozenset[str]] = [frozenset() for _ in lines]
    # From the last line to the first, what belongs to a line is made before it.
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        sort, name = _known_by(line.content)
        if isinstance(line.content, tree.Field) and sort == "was":
            was[line.parent] |= {normal(word.strip(BLANKS)) for word in line.content.text.text.split(",")}
        node = Node(
            sort=sort,
            name=name,
            said=_said(line.content),
            prose=_prose(line.content),
            step=_step(line.content),
            bearing=_bearing(line.content),
            was=was[number],
            above=above[number],
            lines=own[number],
            under=tuple(reversed(under[number])),
            beside=tuple(reversed(beside[number])),
        )
        if line.joins >= 0:
            beside[line.joins].append(node)
        elif line.parent >= 0:
            under[line.parent].append(node)
    return node


def _known_by(content: tree.Content) -> tuple[str, str | None]:
    match content:
        case tree.ClaimLine(id=None):
            return "premise", None
        case tree.ClaimLine(id=tree.Word(text)) | tree.Reference(id=tree.Word(text)):
            return "claim", text
        case tree.Named(keyword=tree.Word("document")):
            return "document", ""
        case tree.Named(keyword=tree.Word(keyword), id=tree.Word(text)):
            return keyword, text
        case tree.LinkLine(source=tree.Word(source), target=tree.Word(target)):
            return "link", f"{source} {target}"
        case tree.AnswerField(issue=tree.Word(issue)):
            return f"{_ANSWER}{issue}", None
        case tree.PlaceField(keyword=tree.Word(keyword)) | tree.Field(keyword=tree.Word(keyword)):
            return keyword, "" if keyword in _ONCE else None
    raise AssertionError(content)


def _prose(content: tree.Content) -> str:
    text = getattr(content, "text", None)
    return text.text if isinstance(text, tree.Prose) else ""


def _step(content: tree.Content) -> str:
    match content:
        case tree.ClaimLine(step=tree.Word(text)) | tree.Reference(step=tree.Word(text)):
            return text
    return ""


def _bearing(content: tree.Content) -> object:
    match content:
        case tree.ClaimLine(verb=verb, voices=voices):
            return _said((_step(content), verb, voices))
        case tree.Reference():
            return _step(content)
    return None


def _said(part: object) -> object:
    """What a part of the syntax says, without its places and without where its text is wrapped."""
    if isinstance(part, tree.Word | tree.Prose):
        return part.text
    if isinstance(part, tuple):
        return (type(part).__name__, *(_said(member) for member in part))
    return part
