"""Two edits of one file, put together."""

import pytest
from parsing import parser

from argmap.merge.lines import ConflictStyle, Marks
from argmap.merge.merging import Merged, merge
from argmap.source.text import SourceText

READER = parser()
BASE = """\
document trams: Trams
  author author-a: Author A
  date: 2020

# Why it matters.
claims build (should): The town should build trams.
  answers trams: yes
  at: "build the trams"
  because quiet: Trams are quiet.
    kind: fact
  and calm: Quiet towns are good towns.
  despite dear: Trams cost a lot.

section: What others say

reports debt from council: The town is in debt.
  note: Not in the source.
"""
NEW = "\nclaims {0}: Something by {0}.\n  because: A reason by {0}.\n"


def merged(*edits: tuple[str, str]) -> Merged:
    """The merge of edits, each a replacement, on a side."""
    sides = []
    for old, new in edits:
        assert BASE.count(old) == 1
        sides.append(BASE.replace(old, new))
    found = merge(BASE, *sides, READER)
    assert found is not None
    codes = [finding.code for finding in READER.parse(SourceText("", found.text)).findings]
    assert codes == ["A003"] * found.conflicts
    return found


def after(*edits: tuple[str, str]) -> Merged:
    text = BASE
    for edit in edits:
        assert text.count(edit[0]) == 1
        text = text.replace(*edit)
    return Merged(text, 0)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("should build trams", "should build two trams"), ("in debt.", "deep in debt.")),
        (("should build trams", "should build two trams"), ('"build the trams"', '12 "build the trams"')),
        (("Trams are quiet.", "Trams are silent."), ("Quiet towns", "Silent towns")),
        (("kind: fact", "kind: value"), ("Trams are quiet.", "Trams are silent.")),
        (("  answers trams: yes\n", ""), ("  despite dear: Trams cost a lot.\n", "")),
        (("  date: 2020\n", "  date: 2021\n"), ("document trams: Trams\n", "document trams: Trams now\n")),
        (("# Why it matters.", "# Why it matters much."), ("(should)", "(must)")),
        (("(should)", "(must)"), ("section: What others say\n", "section: What the council says\n")),
        (("claims build", "claims trams-now"), ("are quiet", "are silent")),
        (
            ("build (should): The town should build trams.\n", "on (should): Trams, now.\n  was: build\n"),
            ("are quiet", "are silent"),
        ),
    ],
)
def test_changes_of_different_lines_are_both_made(ours: tuple[str, str], theirs: tuple[str, str]) -> None:
    assert merged(ours, theirs) == merged(theirs, ours) == after(ours, theirs)


def test_two_claims_in_one_place_are_both_there() -> None:
    end = "  note: Not in the source.\n"
    both = after((end, end + NEW.format("one") + NEW.format("two")))
    assert merged((end, end + NEW.format("one")), (end, end + NEW.format("two"))) == both


def test_a_new_section_takes_no_claim_of_the_section_above() -> None:
    place = "\nsection: What others say\n"
    section = "\nsection: Money\n" + NEW.format("one")
    claim = NEW.format("two")
    both = after((place, claim + section + place))
    assert merged((place, section + place), (place, claim + place)) == both
    assert merged((place, claim + place), (place, section + place)) == both


def test_a_statement_that_moved_is_changed_where_it_is_now() -> None:
    debt = BASE[BASE.index("\nreports debt") :]
    moved = BASE.replace(debt, "").replace("\n# Why it", f"{debt}\n# Why it")
    changed = ("in debt.", "deep in debt.")
    assert merge(BASE, moved, BASE.replace(*changed), READER) == Merged(moved.replace(*changed), 0)
    assert merge(BASE, BASE.replace(*changed), moved, READER) == Merged(moved.replace(*changed), 0)


def test_comments_go_with_what_stands_below_them() -> None:
    found = merged(("# Why it matters.", "# Why it matters.\n# It does."), ("# Why it", "# Two reasons.\n# Why it"))
    assert found == after(("# Why it matters.", "# Two reasons.\n# Why it matters.\n# It does."))
    end = "  note: Not in the source.\n"
    below = (end, f"{end}\n# The end.\n")
    assert merged(below, (end, end + NEW.format("one"))).conflicts == 0
    assert "# The end.\n" in merged(below, (end, end + NEW.format("one"))).text


def test_a_doubt_never_parts_linked_premises() -> None:
    calm = "  and calm: Quiet towns are good towns.\n"
    doubt, premise = "  undercut: Not at night.\n", "  and wanted: The town wants to be good.\n"
    assert merged((calm, calm + doubt), (calm, calm + premise)) == after((calm, calm + premise + doubt))
    assert merged((calm, calm + premise), (calm, calm + doubt)) == after((calm, calm + premise + doubt))


def test_what_is_said_of_a_step_never_parts_linked_premises_and_stays_with_its_step() -> None:
    calm = "  and calm: Quiet towns are good towns.\n"
    doubt, premise = "  undercut: Not at night.\n", "  and wanted: The town wants to be good.\n"
    note, place = "  step-note: Only hinted at.\n", '  step-at: 7 "and so they are"\n'
    assert merged((calm, calm + note), (calm, calm + premise)) == after((calm, calm + premise + note))
    assert merged((calm, calm + place), (calm, calm + doubt)) == after((calm, calm + place + doubt))
    assert merged((calm, calm + note), (calm, calm + place)) == after((calm, calm + note + place))
    assert merged((calm, calm + note), ("  despite dear", "  despite very-dear")).conflicts == 0
    other = "  step-note: Plainly said.\n"
    base = BASE.replace(calm, calm + note)
    found = merge(base, base.replace(note, other), base.replace(note, place), READER)
    assert found is not None and found.conflicts == 1


def test_sections_go_into_those_for_which_they_were_written() -> None:
    place = "\nsection: What others say\n"
    inner = "\nsection: For the ears\n  level: 2\n" + NEW.format("one")
    outer = "\nsection: Money\n" + NEW.format("two")
    both = after((place, inner + outer + place))
    assert merged((place, inner + place), (place, outer + place)) == both
    assert merged((place, outer + place), (place, inner + place)) == both
    two, three = "section: What others say\n  level: 2\n", "section: What others say\n  level: 3\n"
    assert merged((place, f"\n{two}"), (place, f"\n{three}")).conflicts == 1


def test_a_new_reason_never_parts_linked_premises() -> None:
    calm, quiet = "  and calm: Quiet towns are good towns.\n", "    kind: fact\n"
    reason = "  because fast: Trams are fast.\n"
    base = BASE.replace(calm, "")
    ours, theirs = base.replace(quiet, quiet + calm), base.replace(quiet, quiet + reason)
    assert merge(base, ours, theirs, READER) == Merged(BASE.replace(calm, calm + reason), 0)
    assert merge(base, theirs, ours, READER) == Merged(BASE.replace(calm, calm + reason), 0)


def test_layout_never_conflicts() -> None:
    ours = BASE.replace(
        "claims build (should): The town should build trams.",
        "claims build (should):\n  | The town\n  | should build trams.",
    ).replace("  at: ", "  at:   ")
    theirs = BASE.replace("should build trams", "should build two trams").replace("  date: 2020\n", "  date:  2020\n\n")
    found = merge(BASE, ours, theirs, READER)
    assert found == Merged(theirs.replace("  at: ", "  at:   "), 0)


LINKED = ("good towns.\n", "good towns.\n  and three\n")
ONE = NEW.format("one")
CONFLICTS = {
    "the same text": (("build trams.", "build two trams."), ("build trams.", "build no trams.")),
    "the same field": (("kind: fact", "kind: value"), ("kind: fact", "kind: prediction")),
    "a field that both added": (("a lot.\n", "a lot.\n    kind: fact\n"), ("a lot.\n", "a lot.\n    kind: value\n")),
    "an answer that both added": (
        ("a lot.\n", "a lot.\n    answers i: a\n"),
        ("a lot.\n", "a lot.\n    answers i: b\n"),
    ),
    "a premise deleted and changed": (("  despite dear: Trams cost a lot.\n", ""), ("cost a lot", "cost much")),
    "a statement deleted and changed": ((BASE[BASE.index("\nreports debt") :], ""), ("in debt", "deep in debt")),
    "other premises linked to one step": (LINKED, ("good towns.\n", "good towns.\n  and four\n")),
    "a verb changed and a reason added": (
        ("claims build", "denies build"),
        ("  despite", "  because green\n  despite"),
    ),
    "a step changed and a premise linked": (("  because quiet", "  despite quiet"), LINKED),
    "a holder changed and an answer added": (("from council", "from mayor"), ("debt.\n", "debt.\n  answers i: a\n")),
    "one id for two claims": (("\nsection:", f"{ONE}\nsection:"), ("\nsection:", f"{ONE[:-5]}other.\n\nsection:")),
    "the same comment": (("# Why it matters.", "# Why?"), ("# Why it matters.", "# Why not?")),
    "a premise that became a reference": (
        ("quiet: Trams are quiet.\n    kind: fact\n", "quiet\n"),
        ("    kind: fact\n", "    kind: fact\n    as-of: 2020\n"),
    ),
    "two renamings": (("claims build", "claims trams"), ("claims build", "claims tramways")),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_cannot_both_be_meant_conflicts_inside_its_statement(name: str) -> None:
    edits = CONFLICTS[name]
    found = merged(*edits)
    assert found.conflicts == 1
    for side, (old, new) in enumerate(edits):
        assert chosen(found.text, side) == BASE.replace(old, new)


def chosen(text: str, side: int) -> str:
    """The text where everybody chose one side."""
    before, rest = text.split("<<<<<<< ours\n")
    ours, rest = rest.split("=======\n")
    theirs, after = rest.split(">>>>>>> theirs\n")
    return before + (ours, theirs)[side] + after


@pytest.mark.parametrize("name", CONFLICTS)
def test_what_both_began_with_is_shown_between_the_sides(name: str) -> None:
    edits = CONFLICTS[name]
    styles = [merge(BASE, *(after(edit).text for edit in edits), READER, Marks(style=style)) for style in ConflictStyle]
    merged, whole, trimmed = (found.text for found in styles if found is not None)
    sides, base, theirs = with_base(whole)
    assert sides.split("<<<<<<< ours\n")[0] + base + theirs.split(">>>>>>> theirs\n")[1] == BASE
    for side, (old, new) in enumerate(edits):
        assert chosen(f"{sides}=======\n{theirs}", side) == BASE.replace(old, new)
    sides, same, theirs = with_base(trimmed)
    assert (f"{sides}=======\n{theirs}", same) == (merged, base)


def with_base(text: str) -> tuple[str, str, str]:
    """What is above the base, the base, and what is below it."""
    sides, rest = text.split("||||||| base\n")
    base, theirs = rest.split("=======\n")
    return sides, base, theirs


def test_what_one_side_deleted_is_shown_as_it_was() -> None:
    ours = BASE.replace("build trams.", "build two trams.").replace("  despite dear: Trams cost a lot.\n", "")
    theirs = BASE.replace("build trams.", "build no trams.").replace("debt.\n", "debt.\n  note: x\n")
    found = merge(BASE, ours, theirs, READER, Marks(style=ConflictStyle.DIFF3))
    assert found is not None
    assert "||||||| base\nclaims build (should): The town should build trams.\n=======\n" in found.text


def test_a_conflict_takes_nothing_from_the_rest_of_its_statement() -> None:
    ours = BASE.replace("build trams.", "build two trams.").replace("in debt", "deep in debt")
    theirs = BASE.replace("build trams.", "build no trams.").replace(
        "  despite dear", "  because green\n  despite dear"
    )
    found = merge(BASE, ours, theirs, READER, Marks("HEAD", "topic"))
    assert found is not None
    assert found.text == BASE.replace("in debt", "deep in debt").replace(
        "claims build (should): The town should build trams.\n",
        "<<<<<<< HEAD\nclaims build (should): The town should build two trams.\n=======\n"
        "claims build (should): The town should build no trams.\n>>>>>>> topic\n",
    ).replace("  despite dear", "  because green\n  despite dear")


@pytest.mark.parametrize("broken", ["clams x: X.\n", "claims x: X.\n   because: Y.\n", "<<<<<<< ours\n", " stray\n"])
def test_what_cannot_be_read_is_not_merged(broken: str) -> None:
    for texts in ((BASE, BASE, broken), (BASE, broken, BASE), (broken, BASE, BASE)):
        assert merge(*texts, READER) is None


def test_what_no_hand_wrote_is_not_merged() -> None:
    deep = "claims x: X.\n" + "".join(f"{'  ' * level}because: B.\n" for level in range(1, 3000))
    assert merge(deep, deep, deep, READER) is None


def test_nothing_is_merged_to_nothing() -> None:
    assert merge("", "", "", READER) == Merged("", 0)
    assert merge(BASE, "", "", READER) == Merged("", 0)
    assert merge("", BASE, "", READER) == Merged(BASE, 0)
    assert merge("# Only this.\n", "# Only this.\n", "# Only this.\n\n# And this.\n", READER) is not None


def test_what_is_added_to_a_claim_goes_with_it_where_its_id_was_exchanged() -> None:
    exchanged = BASE.replace("because quiet: Trams are quiet.", "because calm: Trams are quiet.\n    was: quiet")
    exchanged = exchanged.replace("and calm: Quiet towns", "and quiet: Quiet towns").replace(
        "are good towns.\n", "are good towns.\n    was: calm\n"
    )
    theirs = BASE.replace("    kind: fact\n", '    kind: fact\n    at: 3 "quiet as trams"\n')
    theirs = theirs.replace("are good towns.\n", "are good towns.\n    kind: value\n")
    found = merge(BASE, exchanged, theirs, READER)
    assert found is not None and found.conflicts == 0
    assert (
        '  because calm: Trams are quiet.\n    was: quiet\n    kind: fact\n    at: 3 "quiet as trams"\n' in found.text
    )
    assert "  and quiet: Quiet towns are good towns.\n    was: calm\n    kind: value\n" in found.text


@pytest.mark.parametrize("field", ["until: {}", "said: {}", "by: {}", "sure: 0.{}"])
def test_a_field_that_stands_once_is_one_fact(field: str) -> None:
    head = ("    kind: fact\n", "    kind: fact\n    {}\n")
    sides = [(head[0], head[1].format(field.format(value))) for value in ("20", "30")]
    assert merged(*sides).conflicts == 1
    assert merged(sides[0], sides[0]).conflicts == 0


@pytest.mark.parametrize(
    ("above", "line", "other"),
    [
        ("  date: 2020\n", "  silent: rain\n", "  silent: snow\n"),
        ("  despite dear: Trams cost a lot.\n", "  objection slow: Trams are slow.\n", "  objection ugly: Ugly.\n"),
    ],
)
def test_what_may_be_repeated_is_kept_from_both_sides(above: str, line: str, other: str) -> None:
    found = merged((above, above + line), (above, above + other))
    assert found.conflicts == 0
    assert line in found.text and other in found.text


def test_where_the_strength_of_an_answer_stands_is_layout() -> None:
    moved = ("answers trams: yes", "answers trams: yes (likely) from author-a")
    at_its_end = ("answers trams: yes", "answers trams: yes from author-a (likely)")
    assert merged(moved, at_its_end).conflicts == 0
