"""Which line is which."""

from parsing import parser

from argmap.merge.keys import Keyed, keyed
from argmap.merge.node import Node, nodes
from argmap.source.text import SourceText


def under(text: str) -> tuple[Node, ...]:
    """What stands under a claim."""
    whole = f"claims x: X.\n{text}"
    return nodes(parser().parse(SourceText("", whole)).value, whole.split("\n")[:-1])[0].under


def three(base: str, ours: str, theirs: str = "") -> tuple[Keyed, Keyed, Keyed]:
    return keyed(under(base), under(ours), under(theirs or base))


def test_the_same_id_is_the_same_line_whatever_it_says() -> None:
    before, one, _ = three("  because a: A.\n  because b\n", "  despite b: B.\n  because a\n    note: N.\n")
    assert set(before) == set(one)
    assert [key.label for key in one] == ["b", "a"]


def test_a_field_that_stands_once_is_the_same_line() -> None:
    before, one, other = three("  kind: fact\n", "  kind: value\n", "  kind: policy\n")
    assert list(before) == list(one) == list(other)


def test_what_is_said_twice_is_two_lines() -> None:
    before, one, _ = three("  note: N.\n", "  note: N.\n  note: N.\n")
    assert [key.number for key in one] == [0, 1]
    assert list(before) == list(one)[:1]


def test_the_only_field_that_changed_is_the_same_line() -> None:
    before, one, _ = three("  note: One.\n  note: Two.\n", "  note: Two.\n  note: Three.\n")
    assert set(before) == set(one)
    before, one, _ = three("  note: One.\n", "  note: Two.\n  note: Three.\n")
    assert not set(before) & set(one)


def test_a_premise_without_a_name_is_the_same_where_most_of_its_words_are() -> None:
    before, one, other = three(
        "  because: Trams are very quiet.\n", "  because: Trams are quiet.\n", "  because: No.\n"
    )
    assert list(before) == list(one)
    assert list(before) != list(other)


def test_a_former_id_is_the_same_line_unless_it_is_still_there() -> None:
    renamed = "  because b: A.\n    was: z,\n      | a\n"
    before, one, other = three("  because a: A.\n", renamed, f"  because a: A.\n{renamed}")
    assert list(before) == list(one)
    assert len(other) == 2


def test_parts_and_mergers_are_lines_of_their_own() -> None:
    parts = "  because b: B.\n    was: a\n  because c: C.\n    was: a\n"
    before, one, _ = three("  because a: A.\n", parts)
    assert not set(before) & set(one)
    before, one, _ = three("  because a: A.\n  because b: B.\n", "  because c: C.\n    was: a, b\n")
    assert not set(before) & set(one)


def test_two_new_answers_to_an_issue_are_one_line() -> None:
    _, one, other = three("  note: N.\n", "  answers i: yes\n", "  answers i: no\n  answers j: no\n")
    assert list(one) == [key for key in other if key.sort == "answers i"]
    assert len(other) == 2


def test_ids_that_were_exchanged_go_with_their_lines() -> None:
    base = "  because a: A.\n  because b: B.\n  because c: C.\n"
    exchanged = "  because a: B.\n    was: b\n  because b: A.\n    was: a\n  because c: C.\n"
    before, one, other = three(base, exchanged, exchanged)
    assert [key.label for key in one] == [key.label for key in other] == ["b", "a", "c"]
    assert {key: node.prose for key, node in one.items()} == {key: node.prose for key, node in before.items()}
    again, later, _ = three(exchanged, exchanged.replace("A.", "Z."))
    assert {key.label: node.prose for key, node in later.items()} == {"a": "B.", "b": "Z.", "c": "C."}
    assert set(again) == set(later)


def test_ids_that_were_passed_on_in_a_row_go_with_their_lines() -> None:
    base = "  because a: A.\n  because b: B.\n"
    _, one, _ = three(base, "  because b: A.\n    was: a\n  because c: B.\n    was: b\n")
    assert {key.label: node.prose for key, node in one.items()} == {"a": "A.", "b": "B."}
    _, one, _ = three(base, "  because b: B and A.\n    was: a\n")
    assert {key.label: node.prose for key, node in one.items()} == {"b": "B and A."}
    _, one, _ = three(base, "  because a: A.\n    was: b\n  because b: B.\n    was: a\n")
    assert {key.label: node.prose for key, node in one.items()} == {"a": "A.", "b": "B."}
