"""Merging three versions of a file loses nothing, invents nothing, and does not depend on who merges whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from parsing import parser
from strategies import documents

from argmap.language.parser import split
from argmap.merge.merging import Merged, merge
from argmap.source.text import SourceText

READER = parser()
MARKS = ("<<<<<<< ours", "=======", ">>>>>>> theirs")
AMONG_STATEMENTS = ("drop", "move", "add", "section")
AMONG_LINES = (
    "reword",
    "remove",
    "swap",
    "note",
    "reason",
    "linked",
    "undercut",
    "step-note",
    "comment",
    "deny",
    "rename",
)


@st.composite
def edited(draw: Callable[[st.SearchStrategy[Any]], Any], text: str, by: str) -> str:
    """A text after some edits that leave it readable; what is new bears the name of who made them, or anybody's."""
    for number in range(draw(st.integers(1, 4))):
        name = f"{by}-{number}" if draw(st.integers(0, 4)) else "anybody"
        statements = [text[span.start : span.end] for span in split(text)]
        at = draw(st.integers(0, len(statements) - 1))
        kind = draw(st.sampled_from(AMONG_STATEMENTS + 2 * AMONG_LINES))
        if kind in AMONG_STATEMENTS:
            to = draw(st.integers(0, len(statements) - 1))
            statements = rearranged(kind, statements, at, to, name)
        else:
            lines = statements[at].split("\n")[:-1]
            statements[at] = "".join(f"{line}\n" for line in changed(kind, lines, draw(st.integers(0, 30)), name))
        after = "".join(statements)
        if after and readable(after):
            text = after
    return text


def rearranged(kind: str, statements: list[str], at: int, to: int, name: str) -> list[str]:
    rest = [*statements[:at], *statements[at + 1 :]]
    match kind:
        case "drop":
            return rest
        case "move":
            return [*rest[:to], statements[at], *rest[to:]]
        case "add":
            new = f"claims {name}: Something by {name}.\n  because: Something else by {name}.\n"
        case _:
            new = f"section: {name}\n"
    return [*statements[: at + 1], new, *statements[at + 1 :]]


def changed(kind: str, lines: list[str], at: int, name: str) -> list[str]:
    at %= len(lines)
    line = lines[at]
    pad = line[: len(line) - len(line.lstrip(" "))]
    match kind:
        case "reword" if ": " in line:
            return [*lines[:at], f"{line} {name}", *lines[at + 1 :]]
        case "remove":
            return [*lines[:at], *lines[at + 1 :]]
        case "swap":
            return [*lines[:at], *reversed(lines[at : at + 2]), *lines[at + 2 :]]
        case "note" | "step-note":
            return [*lines[: at + 1], f"{pad or '  '}{kind}: {name}", *lines[at + 1 :]]
        case "reason" | "linked" | "undercut":
            word = {"reason": "because", "linked": "and", "undercut": "undercut"}[kind]
            return [*lines[: at + 1], f"{pad or '  '}{word}: For {name}.", *lines[at + 1 :]]
        case "comment":
            return [*lines[:at], f"{pad}# {name}", *lines[at:]]
        case "deny":
            return [*lines[:at], line.replace("claims ", "denies "), *lines[at + 1 :]]
        case "rename" if line.startswith("claims ") and ": " in line:
            old, _, rest = line.removeprefix("claims ").partition(":")
            return [*lines[:at], f"claims {name}:{rest}", f"  was: {old.split(' ')[0]}", *lines[at + 1 :]]
    return lines


@st.composite
def versions(draw: Callable[[st.SearchStrategy[Any]], Any]) -> tuple[str, str, str]:
    """A text, and what two people made of it at the same time."""
    base = draw(documents()).replace("\r\n", "\n")
    assume(readable(base))
    return base, draw(edited(base, "left")), draw(edited(base, "right"))


def readable(text: str) -> bool:
    return not READER.parse(SourceText("", text)).findings


def merged(base: str, ours: str, theirs: str) -> Merged:
    found = merge(base, ours, theirs, READER)
    assert found is not None
    return found


def lines(text: str) -> Counter[str]:
    """What stands in a text, without layout and marks."""
    return Counter(line.strip(" \t\r") for line in text.split("\n") if line.strip(" \t\r") and line not in MARKS)


def statements(text: str) -> Counter[frozenset[str]]:
    """Its statements as what stands in them, whatever the order; comments are those of the next one."""
    found = [text[span.start : span.end].split("\n") for span in split(text)]
    kept = (frozenset(line for line in each if line.strip() and not line.strip().startswith("#")) for each in found)
    return Counter(filter(None, kept))


@given(versions())
def test_a_side_that_changed_nothing_changes_nothing(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    assert merged(base, ours, base) == Merged(ours, 0)
    assert merged(base, base, theirs) == Merged(theirs, 0)
    assert merged(base, ours, ours) == Merged(ours, 0)
    assert merged("", ours, ours) == Merged(ours, 0)


@given(versions())
def test_line_ends_are_kept(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = (text.replace("\n", "\r\n") for text in texts)
    assert merged(base, ours, theirs).text == merged(*texts).text.replace("\n", "\r\n")
    assert merged(texts[0], ours, texts[2]).text == merged(*texts).text.replace("\n", "\r\n")


@given(versions())
def test_what_a_side_added_is_there(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    result = lines(merged(base, ours, theirs).text)
    for side in (ours, theirs):
        assert lines(side) - lines(base) <= result


@given(versions())
def test_nothing_is_there_that_neither_side_has(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    assert set(lines(merged(base, ours, theirs).text)) <= {*lines(ours), *lines(theirs)}


@given(versions(), st.data())
def test_what_a_side_deleted_is_gone(texts: tuple[str, str, str], data: st.DataObject) -> None:
    """A statement that one side left as it was, and that is nowhere in the other."""
    base, ours, _ = texts
    found = [base[span.start : span.end] for span in split(base)]
    at = data.draw(st.integers(0, len(found) - 1))
    theirs = "".join([*found[:at], *found[at + 1 :]])
    assume(found[at] in ours and readable(theirs) and not merged(base, ours, theirs).conflicts)
    gone = {line for line in lines(found[at]) if line[0] != "#"} - {*lines(theirs), *(lines(ours) - lines(base))}
    assert not gone & set(lines(merged(base, ours, theirs).text))


@given(versions())
def test_a_result_can_be_read_but_for_its_conflicts(texts: tuple[str, str, str]) -> None:
    result = merged(*texts)
    found = READER.parse(SourceText("", result.text))
    assert [finding.code for finding in found.findings] == ["A003"] * result.conflicts


@given(versions())
def test_it_does_not_matter_who_merges_whom(texts: tuple[str, str, str]) -> None:
    base, ours, theirs = texts
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert one.conflicts == other.conflicts
    assert lines(one.text) == lines(other.text)
    if not one.conflicts:
        assert statements(one.text) == statements(other.text)


@given(versions())
def test_each_conflict_is_in_one_statement(texts: tuple[str, str, str]) -> None:
    """Whichever side is chosen everywhere, the result can be read, and no statement is cut in two."""
    result = merged(*texts)
    for side in (0, 1):
        chosen = readable(choose(result.text, side))
        assert chosen


def choose(text: str, side: int) -> str:
    kept, where = [], None
    for line in text.split("\n"):
        if line in MARKS:
            where = {0: 0, 1: 1, 2: None}[MARKS.index(line)]
        elif where in (None, side):
            kept.append(line)
    return "\n".join(kept)
