"""The tables of a comparison: who answers what, how far any two agree, what time has changed; and what decides."""

from collections.abc import Callable

import pytest
from council import ISSUES

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.view.comparison.comparison_pictures import MOST, picture_plan
from argmap.view.tables import (
    AgreementGrid,
    AnswerPlace,
    CruxMap,
    Matrix,
    Parting,
    QuestionRow,
    Timeline,
    TimeSign,
)

CorpusOf = Callable[..., Corpus]
FIRST = """\
document first-2020: The council must lead
  author author-a: Author A
  date: 2020-01

claims lead (must): The council must lead.
  answers lead: council
  because acts: The council can act.
    answers act: yes
    because united: Its members are united.
      answers united: yes

denies hopes from ministry (likely): The council will act.
  answers act: partly
"""
SECOND = """\
document second-2021: Not the council
  author author-b: Author B
  date: 2021-05

denies no-lead: The council should lead.
  answers lead: council
  because powerless: It cannot act.
    answers act: no
    because split: Its members are not united.
      answers united: no
"""
THIRD = """\
document third-2022: Second thoughts
  author author-a
  date: 2022

implies half (possible): The council can act in part.
  answers act: partly
claims who: Nobody can tell who will lead.
  answers lead: open
"""


@pytest.fixture
def comparison(corpus_of: CorpusOf) -> Comparison:
    return compare(corpus_of(ISSUES, FIRST, SECOND, THIRD))


def document(name: str, claims: str, author: str = "", date: str = "") -> str:
    dated = f"  date: {date}\n" if date else ""
    return f"document {name}: Title of {name}\n  author {author or f'by-{name}'}: By {name}\n{dated}\n{claims}\n"


def picture(comparison: Comparison, name: str) -> object:
    return {each.name: each for each in picture_plan(comparison).drawn}[f"compare/{name}"].drawing


def matrix(comparison: Comparison, name: str = "matrix") -> Matrix:
    found = picture(comparison, name)
    assert isinstance(found, Matrix)
    return found


def rows(found: Matrix) -> dict[str, QuestionRow]:
    return {row.id: row for group in found.groups for row in group.rows}


def answers(found: Matrix, row: str) -> dict[str, list[str]]:
    """The answers of a row by the names of columns."""
    cells = zip(found.columns, rows(found)[row].cells, strict=True)
    return {head.name: [f"{mark.sign} {mark.words}".strip() for mark in cell.marks] for head, cell in cells}


# --- Who answers what


def test_a_cell_says_each_answer_in_its_sign_and_words(comparison: Comparison) -> None:
    found = matrix(comparison)
    assert answers(found, "issue/act") == {
        "Author A, 2020": ["+ yes", "± not: In part (denies “likely”)"],
        "Author A, 2022": ["± In part (possible)"],
        "Author B, 2021": ["− no"],
    }
    assert answers(found, "issue/lead") == {
        "Author A, 2020": ["The council"],
        "Author A, 2022": ["? left open"],
        "Author B, 2021": ["not: The council"],
    }
    marks = {head.name: cell.marks[0] for head, cell in zip(found.columns, rows(found)["issue/act"].cells, strict=True)}
    half = marks["Author A, 2022"]
    assert (half.place, half.firmness, half.unsaid) == (AnswerPlace.BETWEEN, 1, True)
    assert (marks["Author A, 2020"].firmness, marks["Author A, 2020"].unsaid) == (3, False)


def test_a_cell_without_an_answer_says_whether_one_was_looked_for(corpus_of: CorpusOf) -> None:
    speaking = document("x", "claims a: A.\n  answers act: yes\n\nclaims b: B.\n  answers united: yes")
    quiet = "claims a: A.\n  answers act: no"
    looked = document("y", quiet).replace("\n\n", "\n  silent: united, act\n\n", 1)
    found = matrix(compare(corpus_of(ISSUES, speaking, looked, document("z", quiet))))
    assert not any(cell.looked_for for cell in rows(found)["issue/act"].cells)
    assert {cell.id: (cell.looked_for, cell.sentence) for cell in rows(found)["issue/united"].cells} == {
        "united/x": (False, "By x: yes"),
        "united/y": (True, "By y: silent: looked for, and not there"),
        "united/z": (False, "By z: silent"),
    }


def test_each_pair_that_disagrees_is_shown_and_nobody_disagrees_with_itself(comparison: Comparison) -> None:
    found = matrix(comparison)
    names = [head.name for head in found.columns]
    pairs = {
        row.id: {(frozenset((names[pair.one], names[pair.other])), pair.parting) for pair in row.pairs}
        for row in rows(found).values()
    }
    a, b, later = "Author A, 2020", "Author B, 2021", "Author A, 2022"
    assert pairs["issue/act"] == {(frozenset((a, b)), Parting.CANNOT), (frozenset((later, b)), Parting.DISAGREES)}
    assert pairs["issue/united"] == {(frozenset((a, b)), Parting.CANNOT)}
    assert all(a not in both or later not in both for those in pairs.values() for both, _ in those)
    parted = {head.name: cell for head, cell in zip(found.columns, rows(found)["issue/act"].cells, strict=True)}
    assert parted[a].sentence == (f"{a}: yes; not: In part, only “likely” is denied; cannot hold beside {b}")


def test_rows_are_grouped_by_dispute_and_the_groups_count_them(corpus_of: CorpusOf) -> None:
    issues = ISSUES + "issue pay: Who pays?\n  position all: All\n  position some: Some\n  compatible: all, some\n"
    one = document(
        "x",
        "claims a: A.\n  answers act: yes\n\nclaims b: B.\n  answers united: yes\n\nclaims c: C.\n  answers pay: all",
    )
    other = document(
        "y",
        "claims a: A.\n  answers act: no\n\nclaims b: B.\n  answers united: yes\n\nclaims c: C.\n  answers pay: some",
    )
    lone = document("z", "claims a: A.\n  answers lead: council")
    found = matrix(compare(corpus_of(issues, one, other, lone)))
    assert [(group.title, [row.id for row in group.rows]) for group in found.groups] == [
        ("In dispute: 1 question, 1 disagreement", ["issue/act"]),
        ("Different answers, and no disagreement: 1 question", ["issue/pay"]),
        ("An answer in common: 1 question", ["issue/united"]),
        ("Answered by one text alone: 1 question", ["issue/lead"]),
    ]
    assert rows(found)["issue/pay"].note == "can stand together"
    assert "4 questions" in found.subtitle[0]


def test_beyond_a_few_texts_signs_are_at_odds_and_letters_have_a_key(corpus_of: CorpusOf) -> None:
    texts = [document(f"d{n}", f"claims a: A.\n  answers act: {'yes' if n < 5 else 'no'}") for n in range(9)]
    texts += [document(f"e{n}", f"claims a: A.\n  answers lead: {'council' if n else 'states'}") for n in range(2)]
    found = matrix(compare(corpus_of(ISSUES, *texts)))
    act, lead = rows(found)["issue/act"], rows(found)["issue/lead"]
    assert not found.wide
    assert (act.sides, act.parting, act.pairs, act.key) == ("+ ↔ −", Parting.CANNOT, (), "")
    assert (lead.sides, lead.key) == ("a ↔ b", "a The council · b The states")
    assert [cell.parting for cell in act.cells if cell.marks] == [Parting.CANNOT] * 9
    assert found.groups[0].title == "In dispute: 2 questions, 21 disagreements"


def test_where_not_all_who_differ_disagree_their_number_is_told(corpus_of: CorpusOf) -> None:
    strengths = ["", "", "", "", " (possible)", "", "", ""]
    texts = [
        document(
            f"d{n}",
            f"claims a{strength}: A.\n  answers act: {'yes' if n < 7 else 'no'}\n"
            + ("  if supposes s: S." if n == 4 else ""),
        )
        for n, strength in enumerate(strengths)
    ]
    texts.append(document("open", "claims a: A.\n  answers act: open"))
    found = matrix(compare(corpus_of(ISSUES, *texts)))
    told = rows(found)["issue/act"].sides
    of = sum(cell.parting is not Parting.NONE for cell in rows(found)["issue/act"].cells) - 1
    assert told == f"+ ↔ − {of}/15"


def test_of_very_many_texts_and_questions_the_picture_says_what_it_leaves_out(corpus_of: CorpusOf) -> None:
    issues = "".join(f"issue i{n}: Q{n}?\n  position yes: Y\n  position no: N\n\n" for n in range(125))
    every = "".join(f"claims c{n}: C.\n  answers i{n}: yes\n\n" for n in range(125))
    texts = [document(f"d{n}", every if n == 44 else "claims c: C.\n  answers i0: yes") for n in range(45)]
    found = matrix(compare(corpus_of(issues, *texts)))
    assert len(found.columns) == 40
    assert "By d44" in {head.name for head in found.columns}
    assert "40 of 45 texts" in found.subtitle[0]
    assert sum(len(group.rows) for group in found.groups) == 120
    assert "5 more questions: `argmap compare --format csv` has all" in found.closing


def test_voices_stand_under_the_text_that_lets_them_speak_and_it_is_said_whether_its_author_shares_it(
    comparison: Comparison,
) -> None:
    found = matrix(comparison, "actors")
    assert answers(found, "issue/act") == {"Author A, 2020": ["± The ministry ✗"]}
    assert rows(found)["issue/act"].key == "± In part"
    assert found.subtitle[0].startswith("1 reported voice in 1 of 3 texts on 1 question")


def test_questions_that_only_voices_answer_are_told_of_in_the_matrix(corpus_of: CorpusOf) -> None:
    reported = "reports r from who: R.\n  answers lead: council\n\nclaims a: A.\n  answers act: yes"
    texts = [document("x", reported), document("y", "claims a: A.\n  answers act: yes"), "actor who: W\n"]
    found = matrix(compare(corpus_of(ISSUES, *texts)))
    assert "issue/lead" not in rows(found)
    assert (
        found.closing == "Not in this picture: 1 question that only reported voices answer: see the picture of these."
    )


# --- How far any two agree


def test_the_grid_counts_agreement_above_and_disagreement_below_as_the_matrix_does(comparison: Comparison) -> None:
    grid = picture(comparison, "agreement")
    assert isinstance(grid, AgreementGrid)
    names = [head.name for head in grid.heads]
    cells = {
        (names[row], names[column]): cell
        for row, those in enumerate(grid.rows)
        for column, cell in enumerate(those)
        if cell is not None
    }
    one, other = sorted(("Author A, 2020", "Author B, 2021"), key=names.index)
    above, below = cells[one, other], cells[other, one]
    assert (above.count, above.shared, above.cannot) == (0, 3, 0)
    assert (below.count, below.shared, below.cannot) == (3, 3, 3)
    assert below.sentence.endswith("they disagree on 3, and on 3 of these both cannot hold")
    assert cells["Author A, 2020", "Author A, 2022"].same_author
    in_matrix = sum(len(row.pairs) for row in rows(matrix(comparison)).values())
    in_grid = sum(cell.count for row, those in enumerate(grid.rows) for cell in those[:row] if cell is not None)
    assert in_matrix == in_grid == 4
    assert f"{in_grid} disagreements" in grid.subtitle[0]


# --- What time has changed


def timeline(comparison: Comparison) -> Timeline:
    found = picture(comparison, "timeline")
    assert isinstance(found, Timeline)
    return found


def told(found: Timeline) -> dict[str, dict[str, list[tuple[int, TimeSign]]]]:
    return {
        group.title: {row.text: [(point.at, point.sign) for point in row.points] for row in group.rows}
        for group in found.groups
    }


def test_what_a_later_text_shows_to_hold_no_longer_stands_between_both_dates(corpus_of: CorpusOf) -> None:
    texts = (
        document("x", "claims a: Six are members.", date="2008"),
        document("y", "claims b: Nine are members.", date="2021-07-09"),
        document("z", "claims c: Ten are members.", date="2021-08"),
        "link y.b supersedes x.a: Three have joined.\nlink z.c supersedes x.a\n",
    )
    found = timeline(compare(corpus_of(*texts)))
    assert [(date.date, date.gap) for date in found.dates] == [
        ("2008", ""),
        ("9 Jul 2021", "about 13 years"),
        ("Aug 2021", "1 month"),
    ]
    steps = [(0, TimeSign.SAID), (1, TimeSign.REPLACED), (2, TimeSign.REPLACED)]
    assert told(found) == {"1 statement that later texts have overtaken": {"Six are members.": steps}}
    (row,) = found.groups[0].rows
    assert row.notes == ("→ By y, 2021: Three have joined.", "→ By z, 2021: Ten are members.")


def test_a_forecast_has_the_facts_that_test_it_and_untold_ones_are_counted(corpus_of: CorpusOf) -> None:
    texts = (
        document(
            "x",
            "claims f: It will act.\n  answers act: yes\n  kind: prediction\n  until: 2021\n\n"
            "claims g: They will unite.\n  answers united: yes\n  kind: prediction",
            date="2020",
        ),
        document("y", "claims n: It has not acted.\n  answers act: no\n  kind: fact\n  as-of: 2022", date="2022"),
    )
    (group,) = timeline(compare(corpus_of(ISSUES, *texts))).groups
    (row,) = group.rows
    assert group.title == "1 forecast, and what came of it"
    assert [(point.at, point.sign) for point in row.points] == [(0, TimeSign.FORETOLD), (1, TimeSign.FAILED)]
    assert row.notes == ("By x, 2020, for 2021", "→ failed: By y, 2022: It has not acted.")
    assert group.closing == "Of 1 more forecast no later text here tells what came."


def test_an_author_is_followed_from_text_to_text(comparison: Comparison) -> None:
    (group,) = timeline(comparison).groups
    assert group.title == "Author A from text to text, on 2 questions"
    act = next(row for row in group.rows if row.text == "Can the council act?")
    assert [(point.at, point.mark.sign) for point in act.points if point.mark is not None] == [
        (0, "+"),
        (0, "±"),
        (2, "±"),
    ]
    assert act.notes[0].startswith("yes, not: In part (denies “likely”) → In part (possible): ")


def test_texts_of_one_date_or_of_none_have_no_timeline(corpus_of: CorpusOf) -> None:
    for dates in (("2020", "2020"), ("", "2020"), ("", "")):
        texts = [
            document(name, "claims x: X.\n  answers act: yes", author="same", date=date)
            for name, date in zip("ab", dates, strict=True)
        ]
        names = [each.name for each in picture_plan(compare(corpus_of(ISSUES, *texts))).drawn]
        assert "compare/timeline" not in names


def test_many_dates_are_told_by_the_year(corpus_of: CorpusOf) -> None:
    texts = [
        document(f"d{month}", "claims x: X.\n  answers act: yes", author="same", date=f"{2018 + month % 3}-{month:02}")
        for month in range(1, 13)
    ]
    found = timeline(compare(corpus_of(ISSUES, *texts)))
    assert [(date.date, date.texts) for date in found.dates] == [
        (year, ("4 texts",)) for year in ("2018", "2019", "2020")
    ]


# --- What decides


def cruxes(comparison: Comparison) -> CruxMap:
    found = picture(comparison, "cruxes")
    assert isinstance(found, CruxMap)
    return found


def test_a_question_stands_once_and_arrows_say_how_many_reasons_depend(comparison: Comparison) -> None:
    found = cruxes(comparison)
    assert [node.id for node in found.nodes] == ["issue/united", "issue/act", "issue/lead"]
    edges = {(edge.source, edge.target): edge for edge in found.edges}
    assert edges["issue/lead", "issue/act"].label == "its only reason"
    assert edges["issue/act", "issue/united"].whole
    nodes = {node.id: node for node in found.nodes}
    assert nodes["issue/united"].decides == "decides 2 disagreements"
    assert max(node.share for node in found.nodes) == 1.0
    assert nodes["issue/united"].sides == ("Author A, 2020: yes", "Author B, 2021: no")


def test_one_of_several_reasons_is_told_as_that(corpus_of: CorpusOf) -> None:
    one = document(
        "one",
        "claims x: X.\n  answers united: yes\n  because y: Y.\n    answers lead: council\n"
        "  because z: Z.\n  because w: W.",
    )
    other = document("two", "claims c: C.\n  answers united: no\n\ndenies d: D.\n  answers lead: council")
    found = cruxes(compare(corpus_of(ISSUES, one, other)))
    (edge,) = found.edges
    assert (edge.source, edge.target, edge.label, edge.whole) == (
        "issue/united",
        "issue/lead",
        "one of three reasons",
        False,
    )
    assert next(node for node in found.nodes if node.id == "issue/united").depends == (
        "depends on “Who should lead?”: one of three reasons for By one",
    )


def test_a_condition_that_one_rejects_decides(corpus_of: CorpusOf) -> None:
    one = document("one", "claims x: X.\n  answers united: yes\n  if supposes y: Y.\n    answers act: yes")
    other = document("two", "claims c: C.\n  answers united: no\n\nclaims d: D.\n  answers act: no")
    found = cruxes(compare(corpus_of(ISSUES, one, other)))
    condition = next(node for node in found.nodes if node.id == "condition/one.y")
    assert condition.sides == ("a condition of By one", "By two rejects it")
    assert [(edge.source, edge.label) for edge in found.edges] == [("issue/united", "on this condition")]


def test_a_chain_that_is_too_long_to_stand_beside_each_other_is_left_out_and_counted(corpus_of: CorpusOf) -> None:
    issues = "".join(f"issue i{n}: Q{n}?\n  position yes: Y\n  position no: N\n\n" for n in range(7))

    def chain(answer: str) -> str:
        return "".join(
            f"{'  ' * n}{'claims' if not n else 'because'} c{n}: C{n}.\n{'  ' * n}  answers i{n}: {answer}\n"
            for n in range(7)
        )

    found = cruxes(compare(corpus_of(issues, document("x", chain("yes")), document("y", chain("no")))))
    depth = {node.id: 1 for node in found.nodes}
    for _ in found.nodes:
        for edge in found.edges:
            depth[edge.source] = max(depth[edge.source], depth[edge.target] + 1)
    assert max(depth.values()) <= 4
    assert any("Not in this picture: " in said for said in found.closing)


def test_no_arrow_no_picture(corpus_of: CorpusOf) -> None:
    texts = [document(name, f"claims a: A.\n  answers act: {answer}") for name, answer in (("x", "yes"), ("y", "no"))]
    names = [each.name for each in picture_plan(compare(corpus_of(ISSUES, *texts))).drawn]
    assert names == ["compare/matrix", "compare/agreement", "compare/issue.act"]


# --- Which pictures there are


def test_no_more_pictures_are_drawn_than_are_looked_at_and_the_others_can_be_asked_for(corpus_of: CorpusOf) -> None:
    issues = "".join(f"issue i{n}: Q{n}?\n  position yes: Y\n  position no: N\n\n" for n in range(60))
    texts = [
        document(
            name, "".join(f"claims c{n}: C.\n  answers i{n}: {'yes' if n < 50 else answer}\n\n" for n in range(60))
        )
        for name, answer in (("x", "yes"), ("y", "no"))
    ]
    plan = picture_plan(compare(corpus_of(issues, *texts)))
    assert len(plan.drawn) == MOST
    assert len(plan.left_out) == 62 - MOST
    drawn = [each.name for each in plan.drawn]
    assert drawn[:2] == ["compare/matrix", "compare/agreement"]
    # Questions in dispute come first.
    assert {f"compare/issue.i{n}" for n in range(50, 60)} <= set(drawn)
    found = plan.drawn[0].drawing
    assert isinstance(found, Matrix)
    links = {row.link for row in rows(found).values() if row.link}
    assert {f"compare/{link.removesuffix('.svg')}" for link in links} <= set(drawn)
    assert plan.left_out[0].drawing.title


def test_the_order_of_files_changes_nothing(corpus_of: CorpusOf, comparison: Comparison) -> None:
    turned = compare(corpus_of(ISSUES, THIRD, SECOND, FIRST))
    assert {each.name: each.drawing for each in picture_plan(turned).drawn} == {
        each.name: each.drawing for each in picture_plan(comparison).drawn
    }


def test_ids_are_unique_and_everything_says_what_it_is(comparison: Comparison) -> None:
    found = matrix(comparison)
    ids = [row.id for row in rows(found).values()] + [cell.id for row in rows(found).values() for cell in row.cells]
    assert len(ids) == len(set(ids))
    assert all(cell.sentence for row in rows(found).values() for cell in row.cells)
    assert all(pair.sentence for row in rows(found).values() for pair in row.pairs)
    assert all(point.sentence for group in timeline(comparison).groups for row in group.rows for point in row.points)


def test_two_answers_at_once_both_stand_in_the_cell(corpus_of: CorpusOf) -> None:
    both = "claims a: A.\n  answers act: yes\n\nclaims b: B.\n  answers act: no"
    texts = [document("x", both), document("y", "claims a: A.\n  answers act: partly"), document("z", "claims a: A.")]
    found = answers(matrix(compare(corpus_of(ISSUES, *texts))), "issue/act")
    assert found == {"By x": ["+ yes", "− no"], "By y": ["± In part"], "By z": []}


def test_how_firmly_an_answer_is_given_speaks_of_the_answer(corpus_of: CorpusOf) -> None:
    strengths = {"x": "(unlikely)", "y": "(possible)", "z": "(certain)"}
    texts = [
        document(name, f"claims a {strength}: It will act.\n  answers act: {'no' if name == 'x' else 'yes'}")
        for name, strength in strengths.items()
    ]
    found = answers(matrix(compare(corpus_of(ISSUES, *texts))), "issue/act")
    # Whoever calls a yes unlikely finds a no likely.
    assert found == {"By x": ["− no (likely)"], "By y": ["+ yes (possible)"], "By z": ["+ yes"]}


def test_what_only_follows_is_told_from_what_is_said(corpus_of: CorpusOf) -> None:
    texts = [document("x", "claims a: A."), document("y", "claims b: B.\n  answers act: yes")]
    found = matrix(compare(corpus_of(ISSUES, "link x.a same-as y.b: They say the same.\n", *texts)))
    cells = {head.name: cell for head, cell in zip(found.columns, rows(found)["issue/act"].cells, strict=True)}
    assert [cells[name].marks[0].unsaid for name in ("By x", "By y")] == [True, False]
    assert "implied" in cells["By x"].sentence


def test_disagreements_over_links_are_told_of_where_no_question_has_them(corpus_of: CorpusOf) -> None:
    texts = [
        document("x", "claims a: A.\n  answers act: yes"),
        document("y", "claims b: B.\n\nclaims c: C.\n  answers act: yes"),
    ]
    comparison = compare(corpus_of(ISSUES, "link x.a contradicts y.b: Not both.\n", *texts))
    assert "1 disagreement over claims that a link joins" in matrix(comparison).closing
    grid = picture(comparison, "agreement")
    assert isinstance(grid, AgreementGrid)
    assert "1 disagreement over claims that a link joins" in grid.closing


def test_a_text_that_overtakes_itself_has_no_place_on_the_axis(corpus_of: CorpusOf) -> None:
    texts = (
        document("x", "claims a: Six are members.\n\nclaims b: Nine are members.", date="2008"),
        document("y", "claims c: C.", date="2010"),
    )
    comparison = compare(corpus_of("link x.b supersedes x.a\nlink y.c same-as x.b\n", *texts))
    assert "compare/timeline" not in [each.name for each in picture_plan(comparison).drawn]


def test_what_a_link_sets_apart_may_decide_a_question(corpus_of: CorpusOf) -> None:
    one = document("one", "claims x: X.\n  answers united: yes\n  because r: The reason holds.")
    other = document("two", "claims c: C.\n  answers united: no\n\nclaims n: It does not hold.")
    link = "link two.n contradicts one.r: They exclude each other.\n"
    found = cruxes(compare(corpus_of(ISSUES, link, one, other)))
    nodes = {node.id: node for node in found.nodes}
    assert set(nodes) == {"issue/united", "link/two.n/one.r"}
    deciding = nodes["link/two.n/one.r"]
    assert deciding.question == "They exclude each other."
    assert set(deciding.sides) == {"By one: The reason holds.", "By two: It does not hold."}
    assert deciding.parting is Parting.CANNOT
    assert [(edge.target, edge.label) for edge in found.edges] == [("link/two.n/one.r", "its only reason")]


def test_a_condition_of_two_questions_stands_once(corpus_of: CorpusOf) -> None:
    one = document(
        "one",
        "claims x: X.\n  answers united: yes\n  if supposes y: Y.\n    answers act: yes\n\n"
        "claims z: Z.\n  answers lead: council\n  if y",
    )
    other = document(
        "two",
        "claims c: C.\n  answers united: no\n\nclaims d: D.\n  answers act: no\n\nclaims e: E.\n  answers lead: states",
    )
    found = cruxes(compare(corpus_of(ISSUES, one, other)))
    ids = [node.id for node in found.nodes]
    assert len(ids) == len(set(ids))
    assert next(node for node in found.nodes if node.id == "condition/one.y").decides == "decides 2 disagreements"
    assert {edge.source for edge in found.edges} == {"issue/united", "issue/lead"}


def test_a_dispute_that_weighs_little_is_drawn_for_whoever_asks(corpus_of: CorpusOf) -> None:
    issues = "".join(f"issue i{n}: Q{n}?\n  position yes: Y\n  position no: N\n\n" for n in range(105))

    def claims(answer: str) -> str:
        weak = f"claims last (likely): L.\n  answers i104: {answer}\n  because m: M.\n"
        return "".join(f"claims c{n}: C.\n  answers i{n}: {answer}\n  because r{n}: R.\n\n" for n in range(104)) + weak

    comparison = compare(corpus_of(issues, document("x", claims("yes")), document("y", claims("no"))))
    plan = picture_plan(comparison)
    assert plan.unseen == 5
    asked = [each for each in comparison.disagreements(comparison.authors) if each.issue == "i104"]
    names = [each.name for each in picture_plan(comparison, [asked[0].mirrored()]).left_out]
    assert names[-1] == "compare/x--y.i104"
    assert "compare/x--y.i104" not in [each.name for each in (*plan.drawn, *plan.left_out)]
