"""What a page tells, and what it tells once."""

import re

import pytest
from town import SHARED, Town, read

from argmap.api.comparing import SCREEN, Form, Length, Question


def written(*bodies: str, links: str = "", shared: str = "") -> Town:
    """A town of other documents: ``a``, ``b`` and so on, each of its own author."""
    texts = {
        letter: f"document {letter}: D\n  author author-{letter}: Author {letter}\n{body}"
        for letter, body in zip("abcde", bodies, strict=False)
    }
    return Town(*read(shared=SHARED + shared, **texts, **({"links": links} if links else {})))


def section(page: str, title: str) -> str:
    """What stands under a heading."""
    found = re.search(rf"^## {title}\n\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def claims(**answers: str) -> str:
    return "".join(f"claims {name}: {name.capitalize()}.\n  answers {answer}\n" for name, answer in answers.items())


def test_each_issue_is_told_under_one_heading() -> None:
    town = written(claims(x="ban: yes", y="trade: yes"), claims(x="ban: no", y="trade: yes"), claims(x="ban: yes"))
    page = town.told(Form.MARKDOWN, length=Length.FULL)
    assert page.count("### 1. Should the old town be closed to cars? (`ban`)") == 1
    assert page.count("### Would the shops lose by it? (`trade`)") == 1
    assert "**Agreement.** Author a (a) and Author c (c) both answer" in section(page, "Where they disagree")
    assert "`ban`" not in section(page, "Where they agree")
    for claim in ("a.x", "a.y", "b.x", "b.y", "c.x"):
        assert page.count(f"<br>`{claim}`, `arguments/") == 1


MORE = "".join(f"issue more{n}: More {n}?\n  position yes: Y\n  position no: N\n" for n in range(12))


def many(answer: str, claim: str = "m") -> str:
    """An answer to each of a dozen questions."""
    return "".join(f"claims {claim}{n}: {claim.upper()}{n}.\n  answers more{n}: {answer}\n" for n in range(12))


def test_the_first_part_tells_five_questions_and_how_many_there_are() -> None:
    page = written(many("yes"), many("no"), shared=MORE).told(Form.MARKDOWN)
    assert (
        "Both answer 12 questions. They disagree on 12 questions, in 12 disputes. In all nothing fits both sides."
        in page
    )
    assert "5 of 12 are told here, the weightiest first; the others are told with `--full`." in page
    assert [line[4] for line in page.splitlines() if line.startswith("### ")] == list("12345")
    assert page.count(" In full: `argmap compare --issue more") == 5
    assert page.rstrip().endswith("Everything, with all reasons: `argmap compare --full`")


def test_a_report_tells_the_others_a_line_each() -> None:
    page = written(many("yes"), many("no"), shared=MORE).told(Form.MARKDOWN, length=Length.REPORT)
    assert section(page, "Further questions in dispute").count("\n- ") == 6
    assert "the others follow below." in page
    for number in range(12):
        assert page.count(f"“More {number}?”") + page.count(f". More {number}? ") == 1


def test_one_sentence_that_answers_several_questions_is_one_dispute() -> None:
    several = "claims m: M.\n" + "".join(f"  answers more{n}: yes\n" for n in range(3))
    page = written(several, many("no"), shared=MORE).told(Form.MARKDOWN)
    assert (
        "They disagree on 3 questions, in 1 dispute (of 3 disagreements, those that rest on the same claims are one "
        "dispute). In it nothing fits both sides."
    ) in page
    assert page.count("\n### ") == 1
    assert "The same claims also part them on “More 1?” (`more1`) and “More 2?” (`more2`)." in page


def test_disputes_on_one_question_are_told_once_with_its_sides() -> None:
    page = written(claims(x="ban: yes"), claims(x="ban: no"), claims(x="ban: yes")).told(Form.MARKDOWN)
    assert "They disagree on 1 question, in 2 disputes." in page
    assert section(page, "Where they disagree").splitlines()[:7] == [
        "### 1. Should the old town be closed to cars? (`ban`)",
        "",
        "- **“Yes, all of it”**, Author a (a): X. (`a.x`); also Author c (c)",
        "- **“No”**, Author b (b): X. (`b.x`)",
        "- **Cannot both be right:** Author a (a) and Author c (c) against Author b (b). Perhaps neither is right.",
        "- It turns on nothing deeper: Author a (a), Author b (b) and Author c (c) give no reason for it. "
        "In full: `argmap compare --issue ban --full`",
        "",
    ]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_in_brief_it_fits_on_a_screen(width: int) -> None:
    page = written(many("yes"), many("no"), shared=MORE).told(Form.TEXT, length=Length.BRIEF, width=width)
    assert page.count("\n") <= SCREEN
    assert "8 of 12 fit here, the weightiest first:" in page


def test_no_sentence_of_a_claim_stands_twice() -> None:
    given = many("yes") + "claims w: Weighty.\n  answers more0: yes\n  because v: Vital.\n    answers more1: yes\n"
    town = written(given, many("no", "k"), many("no", "l"), shared=MORE)
    for length in (Length.FIRST, Length.REPORT, Length.FULL):
        page = town.told(Form.MARKDOWN, length=length)
        for claim in town.corpus.claims.values():
            assert len(re.findall(rf"\b{re.escape(claim.text.rstrip('.'))}\b", page)) <= 1


def test_where_nobody_disagrees_the_first_part_tells_what_they_agree_on() -> None:
    page = written(many("yes"), many("yes"), shared=MORE).told(Form.MARKDOWN)
    assert "They have no dispute." in page
    assert section(page, r"Where they agree \(5 of 12 questions\)").count("both answer “Y”") == 5


def test_a_forecast_that_facts_speak_against_is_no_dispute_and_stands_in_a_table() -> None:
    forecast = "  date: 2020\nclaims x: It will be closed.\n  kind: prediction\n  answers ban: yes\n"
    fact = "  date: 2022\nclaims x: It is open.\n  kind: fact\n  as-of: 2022\n  answers ban: no\n"
    page = written(forecast, fact).told(Form.MARKDOWN, length=Length.REPORT)
    assert "They have no dispute." in page
    assert (
        "| Author a (2020) | “It will be closed” (`a.x`) on “Should the old town be closed to cars?” (`ban`) "
        "| no date | "
        "so far against it: Author b (2022), “It is open” (`b.x`) |"
    ) in section(page, "Forecasts")


def test_a_tension_is_told_once_under_the_conflict_that_it_touches() -> None:
    one, other = claims(x="ban: yes") + "claims z: Z.\n", claims(x="ban: no") + "claims y: Y.\nclaims w: W.\n"
    links = (
        "link a.x in-tension-with b.y (0.5): Touching.\n"
        "link a.z in-tension-with b.w (0.9): Apart.\n"
        "link a.z in-tension-with b.y: Unsure.\n"
    )
    page = written(one, other, links=links).told(Form.MARKDOWN, length=Length.FULL)
    assert "**Tension besides:** Touching (0.5)." in section(page, "Where they disagree")
    rest = section(page, "What is neither")
    assert "Touching" not in rest
    assert rest.index("Apart (0.9).") < rest.index("Unsure.")
    assert "a.z in-tension-with b.w" in rest


def test_voices_are_told_by_issue_with_who_agrees_and_who_conflicts() -> None:
    reports = "reports r from shops: R.\n  answers trade: yes\n"
    page = written(reports, claims(x="trade: yes"), claims(x="trade: no")).told(Form.MARKDOWN, length=Length.FULL)
    assert section(page, "Reported views").splitlines()[2:] == [
        "- `trade`",
        "  - **The shopkeepers** (shown by Author a (a)): “They would”. Agree: Author b (b). Disagree: Author c (c).",
        "    - \\[reports, from the shopkeepers\\] R. <br>`a.r`, `arguments/a.argmap:3`",
        "",
    ]


def test_one_issue_puts_every_voice_beside_every_other() -> None:
    first, second = (f"{verb} r from shops: R.\n  answers trade: yes\n" for verb in ("reports", "denies"))
    page = written(first, second).told(Form.MARKDOWN, Question(issue="trade"), length=Length.FULL)
    assert "3 voices answer it. They disagree on 1 question, in 2 disputes." in page
    assert "is “They would”" in section(page, "Where they disagree")
    assert not section(page, "Reported views")


def test_words_that_only_a_question_uses_come_last() -> None:
    bodies = [
        f"claims x: {meaning} car.\n  answers ban: {ban}\nclaims y: Y.\n  answers trade: {trade}\n"
        f"term a-loss: {meaning} loss.\n  also: lose\nterm car: {meaning} engine.\n"
        for meaning, ban, trade in (("One", "yes", "yes"), ("Another", "no", "no"))
    ]
    told = section(written(*bodies).told(Form.MARKDOWN, length=Length.FULL), "One word, two meanings")
    assert told.index("`car`, in the disagreement on `ban`") < told.index("`a-loss`, only in the question of `trade`")
    assert told.count("One engine") == told.count("Another engine") == 1


def test_background_and_parts_are_no_explanation() -> None:
    steps = (("background", "background"), ("parts", "namely"), ("explanation", "explained by"))
    body = "claims x: X.\n  answers ban: yes\n" + "".join(f"  because ({scheme}): T.\n" for scheme, _ in steps)
    page = written(body, claims(x="ban: no")).told(Form.MARKDOWN, Question(one="a", other="b"), length=Length.FULL)
    assert [page.count(f"**{role}:** T.") for _, role in steps] == [1, 1, 1]


def test_what_came_too_late_to_be_met_is_told_as_that() -> None:
    argued = "claims x: X.\n  answers ban: {0}\n  because y: Why {0}.\n"
    bodies = [f"  date: {year}\n{argued.format(answer)}" for year, answer in ((2020, "yes"), (2021, "no"))]
    page = written(*bodies).told(Form.MARKDOWN, length=Length.FULL)
    assert "**Not taken up** by Author b (2021): Author a (2020) argues `a.y`." in page
    assert "**Argued later** by Author b (2021), when Author a (2020) could no longer answer: `b.y`." in page


def test_a_cell_of_the_matrix_says_in_words_what_the_table_for_machines_marks() -> None:
    body = "claims x (likely): X.\n  answers trade: yes\nclaims y: Y.\n  answers trade: not no\n"
    told = written(claims(x="ban: no"), body).told(Form.MARKDOWN, length=Length.FULL)
    assert "| `trade` |  | yes (likely), not no |" in told


def test_of_two_answers_that_follow_alike_neither_is_ascribed() -> None:
    shared = (
        "issue board: Who?\n  position board: B\n  position city: C\n"
        "issue when: When?\n  position soon: S\n  position late: L\n"
    )
    links = "link board.board entails ban.partly: T.\nlink when.soon entails ban.no: T.\n"
    town = written(claims(x="board: board", y="when: soon"), "claims z: Z.\n", links=links, shared=shared)
    told = " ".join(town.told(Form.TEXT, length=Length.FULL).split())
    assert (
        "from one statement of Author a (a) it follows that the answer is “No”, and from another that the answer is "
        "“Some streets”; so neither is taken for an answer of Author a (a)."
    ) in told
    assert told.count("Implied, not said: ") == 2
    assert "“S” to “When?”; therefore “No”" in told
    assert "“B” to “Who?”; therefore “Some streets”" in told
    assert "ban" not in section(town.told(Form.MARKDOWN, length=Length.FULL), "Who answers what")


def test_a_fact_of_a_document_that_is_left_out_tests_a_forecast_and_its_author_is_named() -> None:
    fact = "  date: 2015\nclaims x: It is open.\n  kind: fact\n  as-of: 2020\n  answers ban: no\n"
    forecast = "  date: 2018\nclaims x: It will be closed.\n  kind: prediction\n  until: 2020\n  answers ban: yes\n"
    town = written(fact, forecast, "  date: 2019\n" + claims(x="ban: yes"))
    told = town.told(Form.MARKDOWN, Question(since="2018"), length=Length.FULL)
    assert "Left out as older, or without a date: `a`." in told
    assert "Author a (2015), “It is open”" in told
    assert "Left out as older, or without a date: `a`." in town.told(Form.MARKDOWN, Question(since="2018"))


LOOKED = "  silent: trade\n"
"""Said of a document that does not answer whether the shops would lose."""


def test_silence_that_was_looked_for_is_told_apart() -> None:
    said, quiet = claims(x="ban: yes", y="trade: yes"), claims(x="ban: no")
    town = written(said, LOOKED + quiet, quiet)
    page = town.told(Form.MARKDOWN, length=Length.FULL)
    rows = {line.split(" | ")[0]: line.split(" | ")[1:] for line in page.splitlines() if line.startswith("| `")}
    assert {row: [cell.strip(" |") for cell in cells] for row, cells in rows.items()} == {
        "| `ban`": ["yes", "no", "no"],
        "| `trade`": ["yes", "–", ""],
    }
    assert "–: looked for, and not there. Blank: silent, and perhaps nobody looked." in page
    assert page.count("looked") == 2


def test_where_nobody_says_that_they_looked_nothing_is_told_of_it() -> None:
    page = written(claims(x="ban: yes", y="trade: yes"), claims(x="ban: no")).told(Form.MARKDOWN, length=Length.FULL)
    assert "an empty cell is silence." in page
    assert "looked" not in page and "–" not in page


def test_of_two_sides_it_is_told_where_an_answer_was_looked_for() -> None:
    said, quiet = claims(x="ban: yes", y="trade: yes"), claims(x="ban: no")
    for mark, end in ((LOOKED, "says nothing on it, though an answer was looked for."), ("", "says nothing on it.")):
        page = written(said, mark + quiet).told(Form.MARKDOWN, Question(one="a", other="b"), length=Length.REPORT)
        assert section(page, "What one says and the other is silent on").rstrip().endswith(f"and Author b (b) {end}")


def test_on_one_issue_it_is_told_whose_answer_was_looked_for() -> None:
    said, quiet = claims(x="ban: yes", y="trade: yes"), claims(x="ban: no")
    town = written(said, LOOKED + quiet, quiet)
    page = town.told(Form.MARKDOWN, Question(issue="trade"), length=Length.FULL)
    assert "\nLooked for, and not there: Author b (b).\n" in page and page.count("ooked for") == 1
    assert "ooked for" not in town.told(Form.MARKDOWN, Question(issue="ban"), length=Length.FULL)


def test_silence_where_most_speak_says_of_which_answers_it_is_known() -> None:
    said, quiet = claims(x="ban: yes", y="trade: yes"), claims(x="ban: no")
    one = section(written(said, said, LOOKED + quiet).told(Form.MARKDOWN, length=Length.REPORT), SILENCE)
    assert "All of these answers were looked for, and are not there." in one
    assert "- **Author c (c)**: `trade` (2 of 2)." in one
    some = section(written(said, said, said, LOOKED + quiet, quiet).told(Form.MARKDOWN, length=Length.REPORT), SILENCE)
    assert "All of these" not in some
    assert "- **Author d (d)**: `trade` (3 of 4; looked for, and not there)." in some
    assert "- **Author e (e)**: `trade` (3 of 4)." in some


SILENCE = "Silent where most others speak"
