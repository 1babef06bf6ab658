"""What is told of the thing under the pointer."""

from pathlib import Path

import attrs
import pytest
from counting import calls
from harbour_town import written
from opened import at, name_of, opened

from argmap.assist.hints import lens_title, lenses
from argmap.assist.hover import hover
from argmap.assist.issue_answers import IssueAnswers
from argmap.judge.concessions import conceded
from argmap.model.corpus import Corpus
from argmap.model.document import Document
from argmap.model.ids import ClaimId, IssueId
from argmap.project.open_project import OpenProject, ProjectState


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> ProjectState:
    root = written(tmp_path_factory.mktemp("harbour")).resolve()
    return OpenProject(root, sources=root / "sources").state()


def told(state: ProjectState, name: str, place: str) -> str:
    found = hover(state, *at(state, name, place))
    return found.markdown if found is not None else ""


def test_a_claim_is_told_with_its_source_and_with_who_answers_otherwise(state: ProjectState) -> None:
    assert told(state, "first", "claims bu|ild") == (
        "**Ada Able (2020)**, claimed, should (`first.build`)\n\n"
        "The town should build trams.\n\n"
        "“We should **build the trams**, as Mr. Cable says.” (first.txt, line 3)\n\n"
        "**Should the town build trams to the harbour?** (`trams`)\n\n"
        "- **“It should”**: **Ada Able (2020)** \\[should\\]\n"
        "- **“It should not”**: Bo Brave (2021) \\[answers that cannot both hold, 2 of 2 steps apart\\]"
    )


def test_where_it_is_only_named_the_same_is_told(state: ProjectState) -> None:
    assert told(state, "first", "thesis: bu|ild") == told(state, "first", "claims bu|ild")


def test_a_report_is_told_as_one(state: ProjectState) -> None:
    said = told(state, "first", "reports de|bt")
    assert said.startswith("**Ada Able (2020)**, reported of the town council (`first.debt`)\n\nThe town is in debt.")
    assert "- **“The town”**: **The town council \\[shown by Ada Able, 2020\\]**" in said


def test_an_issue_is_told_with_all_who_answer_it(state: ProjectState) -> None:
    assert told(state, "issues", "issue tr|ams") == (
        "Topic: Transport\n\n"
        "**Should the town build trams to the harbour?** (`trams`)\n\n"
        "- **“It should”**: Ada Able (2020) \\[should\\]\n"
        "- **“It should not”**: Bo Brave (2021)\n\n"
        "Nobody answers “Only after the bridge”."
    )


def test_a_position_is_told_with_those_who_give_it(state: ProjectState) -> None:
    assert told(state, "second", "answers trams: n|o") == (
        "**It should not** (`trams.no`)\n\nShould the town build trams to the harbour?\n\n"
        "- **“It should not”**: Bo Brave (2021)"
    )
    assert told(state, "issues", "position la|ter").endswith("Nobody gives this answer.")


@pytest.mark.parametrize(
    ("name", "place", "beginning"),
    [
        ("first", "document fi|rst", "**Trams now**: Ada Able, 2020, The Gazette\n\nThesis: The town should"),
        ("first", "author auth|or-a", "**Ada Able**\n\nAuthor of “Trams now”."),
        ("issues", "actor coun|cil", "**The town council**"),
        ("first", "desp|ite dear", "**despite**: a step\n\nWhat speaks against the claim above"),
        ("first", "section|: What", "**section**: a statement"),
        ("first", "answers trams|:", "Topic: Transport"),
        ("first", "reports debt fr|om", "**from**: a word before the colon"),
        ("first", '"quiet a|s cats"', "“They are **quiet as cats**.” (first.txt, line 3)"),
        ("issues", "|order: yes", "**order**: a line under an issue"),
    ],
)
def test_other_things_and_words_have_their_page(state: ProjectState, name: str, place: str, beginning: str) -> None:
    assert told(state, name, place).startswith(beginning)


@pytest.mark.parametrize("place", ["section: What else is sa|id", "date: 20|20", "was: old-first\n|\n"])
def test_the_words_of_an_author_are_no_words_of_the_language(state: ProjectState, place: str) -> None:
    assert hover(state, *at(state, "first", place)) is None


@pytest.mark.parametrize(
    ("strength", "probability"),
    [
        ("likely", "55 to 80 %, the band of ICD 203. A verdict takes the answer for at least 55 % probable."),
        ("unlikely", "20 to 45 %, the band of ICD 203. A verdict takes the answer for at least 55 % probable."),
        ("certain", "at least 95 %, the band of ICD 203. A verdict takes the answer for at least 95 % probable."),
        ("no-chance", "at most 5 %, the band of ICD 203. A verdict takes the answer for at least 95 % probable."),
        (
            "likely..very-likely",
            "55 to 95 %, the band of ICD 203. A verdict takes the answer for at least 55 % probable.",
        ),
        ("possible", "at least 5.1 %. A verdict takes the answer for at least 5.1 % probable."),
        ("even-chance", "45 to 55 %, the band of ICD 203. A verdict takes the answer for 45 to 55 % probable."),
    ],
)
def test_a_strength_has_its_band_of_probability(tmp_path: Path, strength: str, probability: str) -> None:
    state = opened(tmp_path, {"one": f"document one: T\n  author a: A\n\nclaims x ({strength}): X.\n"})
    said = told(state, "one", f"claims x ({strength[:2]}|{strength[2:]})")
    assert said.startswith(f"**{strength.partition('..')[0]}**: a strength of belief")
    assert said.endswith(f"As a probability: {probability}")


def test_a_strength_of_duty_has_none(tmp_path: Path) -> None:
    state = opened(tmp_path, {"one": "document one: T\n  author a: A\n\nclaims x (must): X.\n"})
    assert told(state, "one", "claims x (mu|st)") == "**must**: a strength of duty\n\nIt has to be done; the firmest."


def test_a_relation_and_a_scheme_have_their_page(tmp_path: Path) -> None:
    text = "document one: T\n  author a: A\n\nclaims x: X.\n  because (sign) y: Y.\n\nlink x contrary-to y: Z\n"
    state = opened(tmp_path, {"one": text})
    assert told(state, "one", "(si|gn)").startswith("**sign**: a scheme")
    assert told(state, "one", "contra|ry-to").startswith("**contrary-to**: a relation")


def test_what_is_being_typed_has_its_page_too(tmp_path: Path) -> None:
    state = opened(tmp_path, {"one": "document one: T\n  author a: A\n\nclaims x: X.\n  becau|se (\n".replace("|", "")})
    assert told(state, "one", "becau|se (").startswith("**because**: a step")


def test_a_claim_below_a_line_with_an_error_is_told_by_its_text(tmp_path: Path) -> None:
    text = "document one: T\n  author a: A\n\nclaims x: X.\n  becuase y: Y.\n    because z: *Z*.\n"
    state = opened(tmp_path, {"one": text})
    assert told(state, "one", "because z|:") == "\\*Z\\*."


def test_nothing_in_the_words_of_anybody_is_markup(tmp_path: Path) -> None:
    text = "document one: T\n  author a: A\n\nclaims x: *X* [a](b) <i> @someone `code` <!-- -->\n  answers q: yes\n"
    state = opened(tmp_path, {"one": text, "q": "issue q: _Q_ #1?\n  position yes: <b>Y</b>\n"})
    said = told(state, "one", "claims x|:")
    assert "\\*X\\* \\[a\\](b) \\<i\\> @someone \\`code\\` \\<!-- --\\>" in said
    assert "\\_Q\\_ \\#1?" in said
    assert "“\\<b\\>Y\\</b\\>”" in said


def document(number: int, claims: int) -> str:
    lines = (f"claims c{n}: C {n}.\n  answers q{n % 20}: yes\n  despite d{n}: D {n}.\n\n" for n in range(claims))
    return f"document d{number}: T\n  author a{number}: A{number}\n  date: 2020\n\n{''.join(lines)}"


def test_what_is_told_costs_no_more_than_the_question(tmp_path: Path) -> None:
    issues = "".join(f"issue q{n}: Q {n}?\n  position yes: Y\n\n" for n in range(20))
    found = []
    for number, claims in enumerate((20, 100)):
        files = {f"d{n}": document(n, claims) for n in range(5)}
        # A further file asks a question of its own.
        files["own"] = "document own: T\n  author own-a: A\n\nclaims x: X.\n  answers alone: yes\n"
        state = opened(tmp_path / str(number), {"q": f"{issues}issue alone: A?\n  position yes: Y\n", **files})
        place = at(state, "own", "claims x|:")
        hover(state, *place)
        IssueAnswers.of(state).groups(IssueId("alone"))
        found.append(calls(lambda place, state=state: hover(state, *place), place))
    assert found[0] == found[1]


def test_what_a_document_grants_is_found_again_only_where_its_records_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []

    def looking(document: Document, corpus: Corpus) -> frozenset[ClaimId]:
        looked_at.append(document.id)
        return conceded(document, corpus)

    monkeypatch.setattr("argmap.assist.issue_answers.conceded", looking)
    issues = "".join(f"issue q{n}: Q {n}?\n  position yes: Y\n\n" for n in range(20))
    before = opened(tmp_path, {"q": issues, **{f"d{n}": document(n, 20) for n in range(4)}})
    IssueAnswers.of(before).groups(IssueId("q1"))
    assert looked_at == ["d0", "d1", "d2", "d3"]
    corpus = before.loaded.corpus
    changed = {
        name: attrs.evolve(claim, text="Other.") if claim.document == "d2" else claim
        for name, claim in corpus.claims.items()
    }
    loaded = attrs.evolve(before.loaded, corpus=attrs.evolve(corpus, claims=changed))
    IssueAnswers.of(attrs.evolve(before, loaded=loaded)).groups(IssueId("q1"))
    assert looked_at[4:] == ["d2"]


def test_a_file_that_is_not_there_has_nothing_to_tell(state: ProjectState) -> None:
    assert hover(state, name_of("none"), 3) is None


def test_silence_that_was_looked_for_is_told(tmp_path: Path) -> None:
    issue = "issue i: I?\n  position yes: Y\n"
    one = "document one: O\n  author a: A\n  silent: i, j, i\n"
    two = "document two: T\n  author b: B\n  silent: i\n\nclaims x: X.\n  answers i: yes\n"
    found = opened(tmp_path, {"issues": f"{issue}{issue.replace('i:', 'j:')}", "one": one, "two": two})
    assert told(found, "issues", "issue |i").endswith("- **“Y”**: B (two)\n\nLooked for, and not there: A (one).")
    assert told(found, "one", "document o|ne").endswith("Answers that were looked for, and not there: `i` and `j`.")
    (lens,) = (lens for lens in lenses(found, name_of("issues")) if lens.symbol.id == "i")
    assert lens_title(found, lens) == "1 text answers it; in 1 text it was looked for, and not there"
