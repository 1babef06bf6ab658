"""Which claims and sentences may answer an issue on which a document is silent."""

from collections.abc import Mapping

import attrs
import pytest
from likeness import material

from argmap.similarity.match import Band
from argmap.similarity.matcher import Matcher
from argmap.similarity.tiers import Tier
from argmap.suggest.compared_texts import ComparedTexts
from argmap.suggest.material import Material, Pending
from argmap.suggest.possible_answers import possible_answers
from argmap.suggest.suggestion import AnswerSuggestion, Under

ISSUES = """\
issue trams: Should the town build trams?
  position yes: It should
  position no: The trams would cost the town too much money
"""
NORTH = """\
document north: Trams now
  author ada: Ada Able

claims build: The town should build trams along the river.
  answers trams: yes
"""
SOUTH = """\
document south: A river walk
  author bea: Bea Bold

claims walk: The river needs a walk.
  because rails: The town should build trams along the river bank.
  because shade: People want shade.
reports council-wants from council: The town should build trams along the river soon.
supposes built: The town should build trams along the river.

actor council: The council
"""
FILES = {"arguments/issues.argmap": ISSUES, "arguments/north.argmap": NORTH, "arguments/south.argmap": SOUTH}


def answers(material: Material) -> tuple[list[Pending], list[Pending]]:
    return possible_answers(material, ComparedTexts.of(material, with_sentences=True))


def found(files: Mapping[str, str] = FILES, **more: object) -> list[AnswerSuggestion]:
    silent, _ = answers(material(files, **more))  # type: ignore[arg-type]
    made = [one.make() for one in sorted(silent, key=lambda one: one.order)]
    return [one for one in made if isinstance(one, AnswerSuggestion)]


def test_a_claim_like_that_of_another_author_who_answers() -> None:
    (one,) = found()
    assert (one.document, one.issue, one.answering) == ("south", "trams", ())
    best = one.candidates[0]
    assert (best.claim, best.like) == ("south.rails", "north.build")
    assert [choice.name for choice in best.choices] == ["yes", "no"]
    assert best.choices[0].additions[0].lines == ("answers trams: yes",)
    assert (best.choices[0].additions[0].under, best.choices[0].additions[0].of) == (Under.CLAIM, ("south.rails",))
    assert one.rejection is not None
    assert (one.rejection.lines, one.rejection.under) == (("silent: trams",), Under.DOCUMENT)


def test_a_silence_is_told_where_nothing_was_found_that_may_answer() -> None:
    bare = "document south: A river walk\n  author bea: Bea Bold\n"
    (one,) = found({**FILES, "arguments/south.argmap": bare})
    assert (one.document, one.issue, one.candidates) == ("south", "trams", ())
    assert one.rejection is not None and one.rejection.lines == ("silent: trams",)


def test_where_nothing_is_likely_the_nearest_is_told_be_it_a_claim_or_a_sentence() -> None:
    far = "document south: A walk\n  author bea: Bea Bold\n  source: south\n\nclaims walk: The river needs a walk.\n"
    text = "Nobody can deny that a town of such size would gain much by trams that run all day in many streets.\n"
    (one,) = found({**FILES, "arguments/south.argmap": far}, sources={"south": text})
    (best,) = one.candidates
    assert best.claim is None and best.sentence is not None
    # A claim is told where it is nearer.
    (other,) = found(
        {**FILES, "arguments/south.argmap": far}, sources={"south": "It rains here on most days of the year.\n"}
    )
    assert [candidate.claim for candidate in other.candidates] == ["south.walk"]


def test_what_is_only_supposed_is_nobodys_answer_and_what_is_reported_is_anothers() -> None:
    (one,) = found()
    assert [candidate.claim for candidate in one.candidates] == ["south.rails", "south.council-wants"]


def test_the_position_comes_first_that_is_most_like_the_claim() -> None:
    dear = SOUTH.replace("People want shade", "The trams would cost the town too much of its money")
    (one,) = found({**FILES, "arguments/south.argmap": dear})
    by_claim = {candidate.claim: candidate for candidate in one.candidates}
    assert by_claim["south.shade"].like == "trams.no"
    assert [choice.name for choice in by_claim["south.shade"].choices] == ["no", "yes"]


@pytest.mark.parametrize(
    "south",
    [
        SOUTH.replace("  author bea", "  silent: trams\n  author bea"),
        SOUTH.replace("shade: People want shade.", "shade: People want shade.\n    answers trams: no"),
    ],
)
def test_nothing_where_an_answer_was_looked_for_or_is_there(south: str) -> None:
    assert not found({**FILES, "arguments/south.argmap": south})


def test_a_claim_that_gives_the_answer_of_another_is_no_candidate() -> None:
    south = SOUTH.replace("river soon.", "river soon.\n  answers trams: yes")
    (one,) = found({**FILES, "arguments/south.argmap": south})
    assert [candidate.claim for candidate in one.candidates] == ["south.rails"]


def test_sentences_that_no_cue_touches_come_behind_claims_with_a_cue_that_is_proved() -> None:
    text = (
        "A walk is nice.\n"
        "The town should perhaps build trams along the river.\n"
        "The town should build trams by the river."
    )
    south = SOUTH.replace("river bank.", 'river bank.\n    at: "trams by the river"')
    (one,) = found({**FILES, "arguments/south.argmap": south}, sources={"south": text})
    claims, sentences = [c.claim for c in one.candidates if c.claim], [c for c in one.candidates if c.sentence]
    assert len(claims) == 2 and one.candidates[-1] is sentences[0]
    (said,) = sentences
    assert said.sentence is not None and said.sentence.line == 2
    added = said.choices[0].additions[0]
    name = added.lines[0].removeprefix("claims ").removesuffix(":")
    assert added.lines == (f"claims {name}:", "  answers trams: yes", f"  at: {added.lines[2].removeprefix('  at: ')}")
    cue = added.lines[2].removeprefix('  at: "').removesuffix('"')
    assert text.count(cue) == 1 and cue in text.splitlines()[1] and len(cue.split()) == 5
    assert added.under is Under.END_OF_DOCUMENT


def test_only_one_document_and_only_one_issue_where_asked() -> None:
    assert not found_in("north")
    assert len(found_in("south")) == 1
    # What is hardly ever right is shown where somebody asks for one issue.
    assert len(found(issue="trams")[0].candidates) >= 2


def found_in(document: str) -> list[object]:
    silent, _ = answers(material(FILES, document))
    return list(silent)


def test_a_claim_nearer_to_the_thesis_that_is_likelier_to_answer() -> None:
    south = """\
document south: Rails
  author bea: Bea Bold
  thesis: rails

claims rails: The town should build trams along the river.
  because sooner: Others have them.
    answers trams: yes
"""
    _, nearer = answers(material({**FILES, "arguments/south.argmap": south}))
    (one,) = [pending.make() for pending in nearer]
    assert isinstance(one, AnswerSuggestion)
    assert (one.answering, [c.claim for c in one.candidates]) == (("south.sooner",), ["south.rails"])
    assert one.rejection is None
    below = south.replace("thesis: rails", "thesis: sooner").replace("  because sooner", "  objection sooner")
    _, none = answers(material({**FILES, "arguments/south.argmap": below.replace("claims rails", "claims rails")}))
    assert not none


def test_who_says_in_the_same_words_what_answers_elsewhere_probably_answers() -> None:
    copied = {**FILES, "arguments/south.argmap": SOUTH.replace("along the river bank", "along the river")}
    plain, same = (
        next(
            candidate.match.band
            for one in made(attrs.evolve(material(files, "south"), likeness=Matcher(Tier.WORDS)))
            for candidate in one.candidates
            if candidate.claim == "south.rails"
        )
        for files in (FILES, copied)
    )
    assert plain is Band.WEAK
    assert same is Band.LIKELY


def made(material: Material) -> list[AnswerSuggestion]:
    silent, _ = answers(material)
    return [suggestion for one in silent if isinstance(suggestion := one.make(), AnswerSuggestion)]
