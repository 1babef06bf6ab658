"""Which old thing is which new one; every example is also read the other way round."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from argmap.diff.pairing import Pairing, pair
from argmap.model.corpus import Corpus

Paired = Callable[[str, str], Pairing]
Names = Mapping[str, str]
FIELDS = ("claims", "documents", "issues", "positions", "actors", "terms")


@pytest.fixture
def paired(understand: Callable[..., tuple[Corpus, object]]) -> Paired:
    """A function of an old and a new text, each the files of a project with a line of dashes between them."""

    def function(old: str, new: str) -> Pairing:
        one, other = (understand(*text.split("---\n"))[0] for text in (old, new))
        there, back = pair(one, other), pair(other, one)
        for field in FIELDS:
            pairs: Names = getattr(there, field)
            assert {end: start for start, end in pairs.items()} == getattr(back, field)
        assert (there.splits, there.merges) == (back.merges, back.splits)
        for same in (one, other):
            known: Names = pair(same, same).claims
            assert list(known) == list(known.values()) == list(same.claims)
        return there

    return function


@pytest.fixture
def claims(paired: Paired) -> Callable[[str, str], Names]:
    """A function of the claims of one document, old and new: which is which."""

    def function(old: str, new: str) -> Names:
        return {
            one.partition(".")[2]: other.partition(".")[2]
            for one, other in paired(HEAD + old, HEAD + new).claims.items()
        }

    return function


HEAD = "document town: Trams\n  author author-a: Author A\n"
Claims = Callable[[str, str], Names]


def test_nothing_is_in_nothing(paired: Paired) -> None:
    assert not any(getattr(paired("", ""), field) for field in FIELDS)
    assert not any(getattr(paired("", HEAD + "claims a: A\n"), field) for field in FIELDS)


def test_the_same_id_whatever_the_words(claims: Claims) -> None:
    assert claims("claims a: One.\n", "denies a: Quite another thing.\n") == {"a": "a"}


def test_a_declared_rename(claims: Claims) -> None:
    assert claims("claims a: One.\n", "claims b: Another.\n  was: a\n") == {"a": "b"}


def test_renames_of_several_commits_at_once(claims: Claims) -> None:
    new = "claims c: Another.\n  was: a, b\n"
    assert claims("claims a: One.\n", new) == {"a": "c"}
    assert claims("claims b: One.\n  was: a\n", new) == {"b": "c"}


def test_an_id_that_is_still_there_is_not_matched_to_another(claims: Claims, paired: Paired) -> None:
    old, new = HEAD + "claims a: One.\n", HEAD + "claims a: Another.\nclaims b: One.\n  was: a\n"
    found = paired(old, new)
    assert found.claims == {"town.a": "town.a"}
    assert found.splits == {"town.a": ("town.a", "town.b")}
    assert claims("claims a: One.\nclaims b: Two.\n", "claims a: Two.\nclaims b: One.\n") == {"a": "a", "b": "b"}


def test_two_ids_that_were_exchanged_are_two_renames_and_no_split(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\nclaims b: Two.\n",
        HEAD + "claims a: Two.\n  was: b\nclaims b: One.\n  was: a\n",
    )
    assert found.claims == {"town.a": "town.b", "town.b": "town.a"}
    assert (found.splits, found.merges) == ({}, {})


def test_ids_passed_round_among_three_and_put_in_other_words(claims: Claims) -> None:
    old = "claims a: One.\nclaims b: Two.\nclaims c: Three.\n"
    new = "claims a: Last.\n  was: c\nclaims b: First.\n  was: a\nclaims c: Middle.\n  was: b\n"
    assert claims(old, new) == {"a": "b", "b": "c", "c": "a"}


def test_ids_passed_on_in_a_row(paired: Paired) -> None:
    old = HEAD + "claims a: One.\nclaims b: Two.\n"
    found = paired(old, HEAD + "claims b: One.\n  was: a\nclaims c: Two.\n  was: b\n")
    assert found.claims == {"town.a": "town.b", "town.b": "town.c"}
    assert (found.splits, found.merges) == ({}, {})


def test_an_exchange_that_was_told_before_is_told_once(claims: Claims) -> None:
    exchanged = "claims a: Two.\n  was: b\nclaims b: One.\n  was: a\n"
    assert claims(exchanged, exchanged.replace("One.", "1.")) == {"a": "a", "b": "b"}
    assert claims(exchanged, "claims a: Two.\nclaims b: One.\n") == {"a": "a", "b": "b"}
    assert claims(exchanged, "claims a: One.\nclaims b: Two.\n") == {"a": "b", "b": "a"}


def test_ids_that_are_exchanged_again_while_the_lines_stay(claims: Claims) -> None:
    exchanged = "claims a: Two.\n  was: b\nclaims b: One.\n  was: a\n"
    assert claims(exchanged, "claims a: One.\n  was: b\nclaims b: Two.\n  was: a\n") == {"a": "b", "b": "a"}
    same = "claims a: One.\n  was: b\nclaims b: One.\n  was: a\n"
    assert claims(same, same) == {"a": "a", "b": "b"}


def test_lines_that_are_written_later_or_dropped_exchange_nothing(paired: Paired) -> None:
    speeches = "document a: Speech\n  author x: X\nclaims c: {}\n{}---\ndocument b: Speech\n  author x\nclaims c: {}\n"
    plain = speeches.format("One.", "", "Two.")
    told = plain.replace("a: Speech\n", "a: Speech\n  was: b\n").replace("b: Speech\n", "b: Speech\n  was: a\n")
    for old, new in ((plain, told), (told, told), (told, plain)):
        assert paired(old, new).documents == {"a": "a", "b": "b"}
    for old, new in ((plain, told), (told, plain)):
        exchanged = new.replace("One.", "_").replace("Two.", "One.").replace("_", "Two.")
        assert paired(old, exchanged).documents == {"a": "b", "b": "a"}


def test_an_exchanged_claim_that_another_comes_from_too(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\nclaims b: Two.\n",
        HEAD + "claims a: Two.\n  was: b\nclaims b: One.\n  was: a\nclaims c: One, too.\n  was: a\n",
    )
    assert found.claims == {"town.a": "town.b", "town.b": "town.a"}
    assert (found.splits, found.merges) == ({"town.a": ("town.b", "town.c")}, {})


def test_a_name_is_passed_on_only_where_both_things_have_a_counterpart(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\nclaims b: Two.\nclaims c: Three.\n",
        HEAD + "claims b: One.\n  was: a\nclaims c: Three and two.\n  was: b, c\n",
    )
    assert found.claims == {"town.b": "town.b", "town.c": "town.c"}
    assert found.merges == {"town.b": ("town.a", "town.b")}


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        (
            "positions",
            "issue i: I?\n  position a: One\n  position b: Two\n",
            "issue i: I?\n  position a: Two\n    was: b\n  position b: One\n    was: a\n",
        ),
        (
            "issues",
            "issue a: One?\nissue b: Two?\n",
            "issue a: Two?\n  was: b\nissue b: One?\n  was: a\n",
        ),
        ("actors", "actor a: One\nactor b: Two\n", "actor a: Two\n  was: b\nactor b: One\n  was: a\n"),
        ("terms", "term a: One\nterm b: Two\n", "term a: Two\n  was: b\nterm b: One\n  was: a\n"),
        (
            "documents",
            "document a: One\n---\ndocument b: Two\n",
            "document a: Two\n  was: b\n---\ndocument b: One\n  was: a\n",
        ),
    ],
)
def test_exchanged_ids_of_everything_that_has_one(paired: Paired, field: str, old: str, new: str) -> None:
    found = getattr(paired(old, new), field)
    assert {one.rpartition(".")[2]: other.rpartition(".")[2] for one, other in found.items()} == {"a": "b", "b": "a"}


def test_a_name_that_was_kept_and_declared_before_is_no_split(paired: Paired) -> None:
    both = HEAD + "claims a: One.\nclaims b: Two.\n  was: a\n"
    found = paired(both, both)
    assert (found.splits, found.merges) == ({}, {})
    found = paired(both, HEAD + "claims b: Two.\n  was: a\n")
    assert found.claims == {"town.b": "town.b"}
    assert (found.splits, found.merges) == ({}, {})


def test_a_split_goes_on_as_the_part_that_is_likest(paired: Paired) -> None:
    old = HEAD + "claims a: Trams are quiet and trams are quick.\n"
    new = HEAD + "claims b: They are fast.\n  was: a\nclaims c: Trams are quiet.\n  was: a\n"
    found = paired(old, new)
    assert found.claims == {"town.a": "town.c"}
    assert found.splits == {"town.a": ("town.b", "town.c")}
    assert found.merges == {}


def test_a_merge_goes_on_from_the_part_that_is_likest(paired: Paired) -> None:
    old = HEAD + "claims b: They are fast.\nclaims c: Trams are quiet.\n"
    found = paired(old, HEAD + "claims a: Trams are quiet and trams are quick.\n  was: b, c\n")
    assert found.claims == {"town.c": "town.a"}
    assert found.merges == {"town.a": ("town.b", "town.c")}
    found = paired(old, HEAD + "claims c: Trams are quiet and quick.\n  was: b\n")
    assert found.merges == {"town.c": ("town.b", "town.c")}


def test_a_second_rename_is_no_merge_with_what_has_the_first_name_now(paired: Paired) -> None:
    old = HEAD + "claims a: A new thing.\nclaims b: The old thing.\n  was: a\n"
    found = paired(old, HEAD + "claims a: A new thing.\nclaims c: The old thing.\n  was: a, b\n")
    assert found.claims == {"town.a": "town.a", "town.b": "town.c"}
    assert (found.splits, found.merges) == ({}, {})


def test_the_same_words_once_on_each_side(claims: Claims) -> None:
    assert claims("claims a: Trams are \u201cquiet\u201d.\n", 'claims b: trams\n  | are "quiet"\n') == {"a": "b"}
    assert claims("claims a: Trams are quiet.\n", "claims b: Trams are very quiet.\n") == {}


def test_the_same_words_twice_on_one_side_say_nothing(claims: Claims) -> None:
    assert claims("claims a: One.\nclaims b: One.\n", "claims c: One.\n") == {}
    assert claims("claims a: One.\nclaims b: One.\n", "claims c: One.\nclaims d: One.\n") == {}
    assert claims("claims a: .\n", "claims b: .\n") == {}
    # What is matched already does not count.
    assert claims("claims a: One.\nclaims b: One.\n", "claims a: One.\nclaims c: One.\n") == {"a": "a", "b": "c"}


def test_the_same_words_with_a_name_go_first(claims: Claims) -> None:
    found = claims("claims a: One.\nclaims c: C.\n", "claims b: One.\nclaims c: C.\n  because: One.\n")
    assert found == {"a": "b", "c": "c"}


SECOND = "---\ndocument city: Buses\n  author author-a\n"


def test_a_claim_that_moved_to_another_document(paired: Paired) -> None:
    found = paired(HEAD + "claims a: One.\n" + SECOND, HEAD + SECOND + "claims b: One.\n")
    assert found.claims == {"town.a": "city.b"}


def test_the_same_words_are_looked_for_in_the_same_document_first(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\n" + SECOND + "claims b: One.\n",
        HEAD + "claims c: One.\n" + SECOND + "claims d: One.\n",
    )
    assert found.claims == {"town.a": "town.c", "city.b": "city.d"}


def test_a_document_renamed_with_its_claims(paired: Paired) -> None:
    found = paired(
        HEAD + "actor crowd: The crowd\nterm tram: On rails\nclaims a: One.\n  because: Two.\nclaims b: Three.\n",
        "document village: Trams\n  was: town\n  author author-a: Author A\nactor many: The crowd\n  was: crowd\n"
        "term tram: On rails\nclaims a: One.\n  because: Two.\nclaims c: Four.\n  was: b\n",
    )
    assert found.documents == {"town": "village"}
    assert found.claims == {"town.a": "village.a", "town.a~1": "village.a~1", "town.b": "village.c"}
    assert found.actors == {"town.crowd": "village.many", "author-a": "author-a"}
    assert found.terms == {"town.tram": "village.tram"}


def test_a_document_renamed_in_silence_is_another_but_its_claims_have_moved(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\n  because: Two.\n",
        HEAD.replace("town", "village") + "claims a: One.\n  because: Two or three.\n",
    )
    assert found.documents == {}
    assert found.claims == {"town.a": "village.a", "town.a~1": "village.a~1"}


def test_was_is_a_name_of_the_same_document(paired: Paired) -> None:
    found = paired(
        HEAD + "claims a: One.\n" + SECOND + "claims x: Two.\n",
        HEAD + "claims y: Three.\n  was: x\n" + SECOND + "claims z: Four.\n  was: a\n",
    )
    assert found.claims == {}


def test_a_position_renamed_in_a_renamed_issue(paired: Paired) -> None:
    found = paired(
        "issue trams: Trams?\n  position yes: Yes\n  position no: No\n  position soon: So\n",
        "issue rails: Trams?\n  was: trams\n"
        "  position build: Yes\n    was: yes\n  position no: No\n  position later: So\n",
    )
    assert found.issues == {"trams": "rails"}
    assert found.positions == {"trams.yes": "rails.build", "trams.no": "rails.no"}


def test_the_same_position_of_another_issue_is_another(paired: Paired) -> None:
    yes_and_no = "  position yes: Yes\n  position no: No\n"
    found = paired("issue trams: Trams?\n" + yes_and_no, "issue buses: Buses?\n" + yes_and_no)
    assert (found.issues, found.positions) == ({}, {})


def test_an_author_renamed(paired: Paired) -> None:
    old = "document town: Trams\n  author first: Author A\nclaims a: One.\n"
    new = "document town: Trams\n  author second: Author A\nclaims a: One.\n"
    assert paired(old, new).actors == {}
    declared = "---\nactor second: Author A\n  was: first\n"
    assert paired(old, new + declared).actors == {"first": "second"}


def test_an_actor_of_one_document_is_not_that_of_another(paired: Paired) -> None:
    found = paired(
        HEAD + "actor crowd: The crowd\n" + SECOND + "actor crowd: The crowd\n",
        HEAD + "actor many: The crowd\n  was: crowd\n" + SECOND + "actor crowd: The crowd\n",
    )
    assert found.actors == {"town.crowd": "town.many", "city.crowd": "city.crowd", "author-a": "author-a"}


class TestPremisesWithoutAName:
    def test_numbers_shift(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n    because: Under one.\n  because: Two.\n",
            "claims a: A.\n  because: Zero comes first.\n  because: One.\n    because: Under one.\n  because: Two.\n",
        )
        assert found == {"a": "a", "a~1": "a~2", "a~2": "a~3", "a~3": "a~4"}

    def test_they_change_places(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n    because: Deep.\n  despite: Two.\n",
            "claims a: A.\n  despite: Two.\n  because: One.\n    because: Deep.\n",
        )
        assert found == {"a": "a", "a~1": "a~2", "a~2": "a~3", "a~3": "a~1"}

    def test_under_a_renamed_claim(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n  and: Two.\n    because: Deep.\n  undercut: But.\n",
            "claims b: B.\n  was: a\n  because: One.\n  and: Two.\n    because: Deep.\n  undercut: But.\n",
        )
        assert found == {"a": "b", "a~1": "b~1", "a~2": "b~2", "a~3": "b~3", "a~4": "b~4"}

    def test_they_get_a_name_and_lose_one(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n  because two: Two.\n",
            "claims a: A.\n  because one: One.\n  because: Two.\n",
        )
        assert found == {"a": "a", "a~1": "one", "two": "a~1"}

    def test_a_reason_gets_a_statement_of_its_own(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n    because: Deep.\n",
            "claims a: A.\n  because one\nclaims one: One.\n  because: Deep.\n",
        )
        assert found == {"a": "a", "a~1": "one", "a~2": "one~1"}

    def test_reworded_a_little(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: Line one of the trams is full.\n  because: Line two of the trams is full.\n",
            "claims a: A.\n  because: Line two of the trams is often full.\n"
            "  because: Line one of the trams is always full.\n  because: There is no line three.\n",
        )
        assert found == {"a": "a", "a~1": "a~2", "a~2": "a~1"}

    def test_reworded_beside_a_premise_that_stays(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: Kept.\n  and: One.\n  because: Stays.\n  and: Two.\n",
            "claims a: A.\n  because: Kept.\n  and: Another.\n  because: Stays.\n  and: Yet another.\n",
        )
        assert found == {"a": "a", "a~1": "a~1", "a~2": "a~2", "a~3": "a~3", "a~4": "a~4"}

    def test_a_doubt_reworded_at_a_step_that_stays(self, claims: Claims) -> None:
        old = "claims a: A.\n  because: Kept.\n  undercut: One.\n  because: Stays.\n"
        assert claims(old, "claims a: A.\n  because: Kept.\n  undercut: Another.\n  because: Stays.\n")["a~2"] == "a~2"
        assert "a~2" not in claims(old, "claims a: A.\n  because: Kept.\n  because: Stays.\n  undercut: Another.\n")

    def test_the_only_reason_reworded(self, claims: Claims) -> None:
        old = "claims a: A.\n  because: Kept.\n  because: They say so.\n"
        assert claims(old, "claims a: A.\n  because: Kept.\n  because: It is said.\n")["a~2"] == "a~2"
        assert claims(old, "claims a: A.\n  because: It is said.\n  and: Widely.\n  because: Kept.\n") == {
            "a": "a",
            "a~1": "a~3",
        }

    def test_another_reason_while_others_come_and_go(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: They are allied.\n  despite: It was attacked.\n",
            "doubts a: A.\n  because attacks: It has often been attacked.\n  despite: An ally, it helps.\n",
        )
        assert found == {"a": "a"}

    def test_another_reason_with_reasons_of_its_own(self, claims: Claims) -> None:
        old = "claims a: A.\n  because: They say so.\n    because: Deep.\n"
        assert claims(old, "claims a: A.\n  because: It is said.\n    because: Deep.\n") == {
            "a": "a",
            "a~1": "a~1",
            "a~2": "a~2",
        }
        assert claims(old, "claims a: A.\n  because: Nobody comes.\n    because: Shallow.\n") == {"a": "a"}

    def test_which_of_several_is_not_guessed(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n  because: Two.\n", "claims a: A.\n  because: Three.\n  because: Four.\n"
        )
        assert found == {"a": "a"}

    def test_other_words_in_another_role_are_another(self, claims: Claims) -> None:
        assert claims("claims a: A.\n  because: One.\n", "claims a: A.\n  despite: Two.\n") == {"a": "a"}
        assert claims("claims a: A.\n  because: One.\n", "claims a: A.\n  despite: One.\n") == {"a": "a", "a~1": "a~1"}

    def test_the_same_words_twice_in_one_place(self, claims: Claims) -> None:
        twice = "claims a: A.\n  because: One.\n  because: One.\n"
        assert claims(twice, twice) == {"a": "a", "a~1": "a~1", "a~2": "a~2"}
        assert claims(twice, "claims a: A.\n  because: One.\n") == {"a": "a", "a~1": "a~1"}

    def test_they_move_to_another_conclusion(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: One.\n    because: Deep.\nclaims b: B.\n",
            "claims a: A.\nclaims b: B.\n  because: One.\n    because: Deep.\n",
        )
        assert found == {"a": "a", "b": "b", "a~1": "b~1", "a~2": "b~2"}

    def test_two_names_are_never_one(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because one: The trams are full.\n",
            "claims a: A.\n  because two: The trams are too full.\n",
        )
        assert found == {"a": "a"}

    def test_two_become_one_name(self, claims: Claims) -> None:
        old = "claims a: A.\n  because: One.\nclaims b: B.\n  because: One.\n"
        expected = {"a": "a", "b": "b", "a~1": "one"}
        assert claims(old, "claims a: A.\n  because one: One.\nclaims b: B.\n  because one\n") == expected
        assert claims(old, "claims b: B.\n  because one: One.\nclaims a: A.\n  because one\n") == expected

    def test_of_the_same_words_those_in_the_same_role(self, claims: Claims) -> None:
        both = "claims a: A.\n  because: One.\n  despite: One.\n"
        assert claims(both, "claims a: A.\n  despite: One.\n") == {"a": "a", "a~2": "a~1"}
        turned = claims(
            "claims a: A.\n  because: One.\n  despite: Two.\n", "claims a: A.\n  because: Two.\n  despite: One.\n"
        )
        assert turned == {"a": "a", "a~1": "a~2", "a~2": "a~1"}

    def test_of_the_same_words_those_in_the_same_order(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: Towns beat trams.\n",
            "claims a: A.\n  because first: Trams beat towns.\n  because second: Towns beat trams.\n",
        )
        assert found == {"a": "a", "a~1": "second"}

    def test_which_of_two_steps_goes_on_is_not_guessed(self, claims: Claims) -> None:
        found = claims(
            "claims k: Kept.\nclaims a: A.\n  because k\n  and: One.\n",
            "claims k: Kept.\nclaims a: A.\n  because k\n  and: Two.\n  because k\n  and: Three.\n",
        )
        assert found == {"k": "k", "a": "a"}

    def test_a_name_is_not_told_by_its_step(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: Kept.\n  and one: One.\n", "claims a: A.\n  because: Kept.\n  and: Another.\n"
        )
        assert found == {"a": "a", "a~1": "a~1"}

    def test_a_premise_is_not_that_beside_it(self, claims: Claims) -> None:
        found = claims(
            "claims a: A.\n  because: Kept.\n  and: One.\n  and: Two.\n",
            "claims a: A.\n  because: Kept.\n  and: Three.\n",
        )
        assert found == {"a": "a", "a~1": "a~1"}


def test_a_claim_stated_twice_is_an_error_and_still_itself(claims: Claims) -> None:
    both = "claims a: One.\n  because: Deep.\nclaims a: Two.\n  because: Deep.\n"
    assert claims(both, both) == {"a": "a", "a~1": "a~1", "a~2": "a~2", "a~3": "a~3"}


def test_claims_whose_step_could_not_be_read(claims: Claims) -> None:
    unread = "claims a: A.\n  because: One.\n  adn: Two.\n  because: One.\n  adn: Three.\n"
    assert claims(unread, unread.replace("A.", "B.")) == {"a": "a", "a~1": "a~1", "a~2": "a~2"}
