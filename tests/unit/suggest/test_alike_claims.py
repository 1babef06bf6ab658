"""Which claims of two documents may say the same, follow from one another, or conflict."""

from collections.abc import Iterator

import pytest
from likeness import material

from argmap.language.words import Relation
from argmap.similarity.match import Band
from argmap.suggest.alike_claims import links as links_of
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material
from argmap.suggest.suggestion import LinkSuggestion


def links(material: Material) -> Iterator[LinkSuggestion]:
    same, conflicts = links_of(material, ComparedTexts.of(material, with_sentences=False))
    made = (one.make() for one in sorted((*same, *conflicts), key=lambda one: one.order))
    return (one for one in made if isinstance(one, LinkSuggestion))


def found(first: str, second: str, rest: str = "", **more: object) -> list[LinkSuggestion]:
    files = {
        "arguments/first.argmap": f"document first: First\n  author ada: Ada Able\nclaims mine: {first}\n",
        "arguments/second.argmap": f"document second: Second\n  author bea: Bea Bold\nclaims yours: {second}\n",
        "arguments/shared.argmap": rest,
    }
    return list(links(material({name: text for name, text in files.items() if text}, **more)))  # type: ignore[arg-type]


def names(suggestion: LinkSuggestion) -> list[str]:
    return [choice.name for choice in suggestion.choices]


def lines(suggestion: LinkSuggestion) -> list[str]:
    return [line for choice in suggestion.choices for one in choice.additions for line in one.lines]


def test_the_same_in_other_words() -> None:
    (one,) = found("Trams are quiet in towns.", "In towns, quiet are the trams.")
    assert (one.first, one.second, one.relation) == ("first.mine", "second.yours", Relation.SAME_AS)
    assert lines(one) == [
        "link first.mine same-as second.yours",
        "link first.mine entails second.yours",
        "link second.yours entails first.mine",
    ]
    assert one.rejection.lines == ("link first.mine unrelated-to second.yours",)
    assert one.rejection.of == ("first", "second")


@pytest.mark.parametrize(
    ("first", "second", "line"),
    [
        ("New trams are quiet and cheap.", "New trams are quiet.", "link first.mine entails second.yours"),
        ("New trams are quiet.", "New trams are quiet and cheap.", "link second.yours entails first.mine"),
        ("All new trams are quiet.", "Some new trams are quiet.", "link first.mine entails second.yours"),
        ("Many new trams are quiet.", "Most new trams are quiet.", "link second.yours entails first.mine"),
    ],
)
def test_the_one_that_says_more_comes_first(first: str, second: str, line: str) -> None:
    (one,) = found(first, second)
    assert one.relation is Relation.ENTAILS
    assert lines(one)[0] == line


def test_all_that_is_said_of_few_does_not_follow_from_what_is_said_of_all_but_others() -> None:
    (one,) = found("All new trams are quiet here.", "Some new trams are quiet there.")
    assert one.relation is Relation.SAME_AS


def test_words_that_set_them_against_each_other_make_a_conflict() -> None:
    (one,) = found("New trams are quiet.", "New trams are not quiet.")
    assert [cue.second for cue in one.cues] == ["not"]
    assert one.relation is Relation.CONTRARY_TO
    assert names(one) == ["contrary-to", "contradicts", "in-tension-with"]


@pytest.mark.parametrize(
    "rest",
    [
        "link first.mine same-as second.yours\n",
        "link second.yours unrelated-to first.mine\n",
        "link second.yours in-tension-with first.mine: Why.\n",
    ],
)
def test_what_a_link_decides_is_not_suggested(rest: str) -> None:
    assert not found("New trams are quiet.", "New trams are quiet.", rest)


def test_what_an_issue_compares_is_not_suggested() -> None:
    issue = "issue noise: Are trams quiet?\n  position yes: Yes\n  position no: No\n"
    mine, yours = (f"New trams are quiet.\n  answers noise: {position}" for position in ("yes", "no"))
    assert not found(mine, yours, issue)
    assert len(found(mine, "New trams are quiet.", issue)) == 1


def test_a_premise_without_a_name_cannot_be_linked() -> None:
    assert not found("It is so.\n  because: New trams are quiet.", "New trams are quiet.")


def test_one_document_is_put_beside_all_others_and_several_beside_each_other() -> None:
    files = {
        f"arguments/{name}.argmap": f"document {name}: {name}\n  author {name}-a: A {name}\nclaims x: New trams run.\n"
        for name in ("one", "two", "three")
    }
    pairs = [(one.first, one.second) for one in links(material(files))]
    assert pairs == [("one.x", "three.x"), ("one.x", "two.x"), ("three.x", "two.x")]
    assert len(list(links(material(files, "one")))) == 2
    assert [(one.first, one.second) for one in links(material(files, "one", "two"))] == [("one.x", "two.x")]


def test_of_the_same_words_nothing_has_to_be_measured() -> None:
    (one,) = found("Trams are quiet in towns.", "Trams are quiet, in towns!")
    assert (one.match.band, one.match.right) == (Band.STRONG, None)
