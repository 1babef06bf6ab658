"""What a page tells, and what it tells once."""

import re

from town import SHARED, Town, read

from argmap.api.comparing import Form, Question
from argmap.report.comparison.comparison_page import legend


def written(*bodies: str, links: str = "", shared: str = "") -> Town:
    """A town of other documents: ``a``, ``b`` and so on, each of its own author."""
    texts = {
        letter: f"document {letter}: D\n  author author-{letter}: Author {letter}\n{body}"
        for letter, body in zip("abcd", bodies, strict=False)
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
    page = town.told(Form.MARKDOWN)
    assert page.count("### 1. Should the old town be closed to cars? (`ban`)") == 1
    assert page.count("### Would the shops lose by it? (`trade`)") == 1
    assert "**Agreement.** Author a (a) and Author c (c) both answer" in section(page, "Where they disagree")
    assert "`ban`" not in section(page, "Where they agree")
    for claim in ("a.x", "a.y", "b.x", "b.y", "c.x"):
        assert page.count(f"<br>`{claim}`, `arguments/") == 1


def test_the_brief_comes_only_where_the_page_is_longer() -> None:
    one, other = claims(x="ban: yes", y="trade: yes"), claims(x="ban: no", y="trade: yes")
    assert "In brief" not in written(one, other).told(Form.MARKDOWN)
    more = "".join(f"issue more{n}: More {n}?\n  position yes: Y\n  position no: N\n" for n in range(6))
    given = "".join(f"claims m{n}: M.\n  answers more{n}: yes\n" for n in range(6))
    brief = section(written(one + given, other + given, shared=more).told(Form.MARKDOWN), "In brief")
    assert [line.split("**")[1] for line in brief.splitlines() if line] == [
        "Answers that cannot both hold",
        *["Agreement"] * 3,
    ]
    assert "(`ban`): Author a (a) answers “Yes, all of it”, Author b (b) answers “No”; no deeper disagreement" in brief


def test_a_tension_is_told_once_under_the_conflict_that_it_touches() -> None:
    one, other = claims(x="ban: yes") + "claims z: Z.\n", claims(x="ban: no") + "claims y: Y.\nclaims w: W.\n"
    links = (
        "link a.x in-tension-with b.y (0.5): Touching.\n"
        "link a.z in-tension-with b.w (0.9): Apart.\n"
        "link a.z in-tension-with b.y: Unsure.\n"
    )
    page = written(one, other, links=links).told(Form.MARKDOWN)
    assert "**Tension besides:** Touching (0.5)." in section(page, "Where they disagree")
    rest = section(page, "Neither agreement nor conflict")
    assert "Touching" not in rest
    assert rest.index("Apart (0.9).") < rest.index("Unsure.")
    assert "“Z” (`a.z`) is in tension with “W” (`b.w`)." in rest


def test_voices_are_told_by_issue_with_who_agrees_and_who_conflicts() -> None:
    reports = "reports r from shops: R.\n  answers trade: yes\n"
    page = written(reports, claims(x="trade: yes"), claims(x="trade: no")).told(Form.MARKDOWN)
    assert section(page, "Voices of others").splitlines()[2:] == [
        "- “Would the shops lose by it?” (`trade`)",
        "  - **The shopkeepers** (shown by Author a (a)): “They would”. Agree: Author b (b). Disagree: Author c (c).",
        "    - “R” (`a.r`)",
        "",
    ]


def test_one_issue_puts_every_voice_beside_every_other() -> None:
    first, second = (f"{verb} r from shops: R.\n  answers trade: yes\n" for verb in ("reports", "denies"))
    page = written(first, second).told(Form.MARKDOWN, Question(issue="trade"))
    assert "among 3 pairs of voices: 2 disagreements, 1 agreement." in page
    assert "is “They would”" in section(page, "Where they disagree")
    assert not section(page, "Voices of others")


def test_words_that_only_a_question_uses_come_last() -> None:
    bodies = [
        f"claims x: {meaning} car.\n  answers ban: {ban}\nclaims y: Y.\n  answers trade: {trade}\n"
        f"term a-loss: {meaning} loss.\n  also: lose\nterm car: {meaning} engine.\n"
        for meaning, ban, trade in (("One", "yes", "yes"), ("Another", "no", "no"))
    ]
    told = section(written(*bodies).told(Form.MARKDOWN), "One word, two meanings")
    assert told.index("`car`, in the disagreement on `ban`") < told.index("`a-loss`, only in the question of `trade`")
    assert told.count("One engine") == told.count("Another engine") == 1


def test_background_and_parts_are_no_explanation() -> None:
    steps = (("background", "background"), ("parts", "namely"), ("explanation", "explained by"))
    body = "claims x: X.\n  answers ban: yes\n" + "".join(f"  because ({scheme}): T.\n" for scheme, _ in steps)
    page = written(body, claims(x="ban: no")).told(Form.MARKDOWN, Question(one="a", other="b"))
    assert [page.count(f"**{role}:** T.") for _, role in steps] == [1, 1, 1]


def test_what_came_too_late_to_be_met_is_left_to_narrower_pages() -> None:
    argued = "claims x: X.\n  answers ban: {0}\n  because y: Why {0}.\n"
    bodies = [f"  date: {year}\n{argued.format(answer)}" for year, answer in ((2020, "yes"), (2021, "no"))]
    town = written(*bodies)
    everybody, two = town.told(Form.MARKDOWN), town.told(Form.MARKDOWN, Question(one="a", other="b"))
    assert "**Not taken up** by Author b (2021): Author a (2020) argues “Why yes” (`a.y`)." in everybody
    assert "Argued later" not in everybody
    assert "**Argued later** by Author b (2021), when Author a (2020) could no longer answer: “Why no” (`b.y`)." in two


def test_the_legend_explains_the_marks_that_occur() -> None:
    assert legend(["yes", "no (likely)", ""]).endswith("an empty cell is silence.")
    assert legend(["yes + not no *"]).endswith(
        "Marked are: “not” an answer that is rejected, “+” two answers and “*” what was left unsaid or only follows."
    )


def test_of_two_answers_that_follow_alike_neither_is_ascribed() -> None:
    shared = (
        "issue board: Who?\n  position board: B\n  position city: C\n"
        "issue when: When?\n  position soon: S\n  position late: L\n"
    )
    links = "link board.board entails ban.partly: T.\nlink when.soon entails ban.no: T.\n"
    town = written(claims(x="board: board", y="when: soon"), "claims z: Z.\n", links=links, shared=shared)
    told = " ".join(town.told(Form.TEXT).split())
    assert (
        "from one statement of Author a (a) it follows that the answer is “No”, and from another that the answer is "
        "“Some streets”; so neither is taken for an answer of Author a (a)."
    ) in told
    assert told.count("Implied, not said: ") == 2
    assert "“S” to “When?”; therefore “No”" in told
    assert "“B” to “Who?”; therefore “Some streets”" in told
    assert "ban" not in section(town.told(Form.MARKDOWN), "Who answers what")
