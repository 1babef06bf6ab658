"""Which sentences of a source no cue touches, and what they are near to."""

from likeness import material

from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.sentences import sentences as sentences_of
from argmap.suggest.suggestion import SentenceSuggestion

FILES = {
    "arguments/issues.argmap": "issue trams: Should the town build new trams?\n  position yes: Yes\n",
    "arguments/first.argmap": """\
document first: Trams of the town
  author ada: Ada Able
  thesis: quiet

claims quiet: Trams are quiet as cats at night.
  at: "as quiet as cats"
  because: It was measured.
    at: "sound was measured"

term night: From ten to six
  at: "between ten and"
""",
}
TEXT = """\
Trams of the town of Harbour

Trams run as quiet as cats.
The sound was measured here.
We speak of hours between ten
and six in the morning.
The town should build trams now.
All trams are quiet at night.
Nobody has ever been there.
Too short.
"""


def sentences(material: Material) -> list[Pending]:
    return sentences_of(material, ComparedTexts.of(material, with_sentences=True))


def found(text: str = TEXT, issue: str = "") -> list[SentenceSuggestion]:
    pending = sentences(material(FILES, issue=issue, sources={"first": text}))
    made = [one.make() for one in sorted(pending, key=lambda one: one.order)]
    return [one for one in made if isinstance(one, SentenceSuggestion)]


def test_sentences_that_no_cue_touches_those_first_that_are_near_to_a_question_or_a_thesis() -> None:
    assert [(one.sentence.line, one.issue, one.like) for one in found()] == [
        (7, "trams", None),
        (8, None, "first.quiet"),
        (9, None, None),
    ]


def test_each_is_a_claim_to_be_worded_with_a_cue_that_is_proved() -> None:
    for one in found():
        (choice,) = one.choices
        head, cue = choice.additions[0].lines
        assert head.startswith("claims ") and head.endswith(":")
        words = cue.removeprefix('  at: "').removesuffix('"')
        assert TEXT.count(words) == 1 and words in one.sentence.text


def test_a_cue_has_no_sign_that_nobody_sees() -> None:
    (one,) = found("The to\u202ewn should pay all.\n")
    assert one.choices[0].additions[0].lines[-1] == '  at: "The town should pay all"'


def test_words_that_stand_twice_are_told_apart_by_their_line() -> None:
    twice = "All trams are quiet at night.\nAll trams are quiet at night.\n"
    cues = [one.choices[0].additions[0].lines[-1].partition(" at: ")[2].partition(" ")[0] for one in found(twice)]
    assert cues == ["1", "2"]


def test_of_one_issue_only_what_is_near_to_it() -> None:
    near = found(issue="trams")
    assert near[0].sentence.line == 7
    assert {one.issue for one in near} == {"trams"}


def test_nothing_without_a_source() -> None:
    assert not sentences(material(FILES))
