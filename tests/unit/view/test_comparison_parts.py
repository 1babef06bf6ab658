"""Two who disagree, and a question with everybody who speaks on it: what their pictures show."""

from collections.abc import Callable

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.view.comparison.comparison_context import ComparisonContext, between, on_issue
from argmap.view.comparison.comparison_pictures import picture_plan
from argmap.view.outline import Butterfly, Form, Outline, Row, Stress
from argmap.wording.names import document_labels

Corpora = Callable[..., Corpus]
ISSUE = "issue act: Can it act?\n  position yes: It can\n  position no: It cannot\n"


def document(name: str, claims: str, author: str = "", date: str = "") -> str:
    dated = f"  date: {date}\n" if date else ""
    return f"document {name}: Title of {name}\n  author {author or name}-author: {author or name}\n{dated}\n{claims}"


def picture(comparison: Comparison, name: str) -> Butterfly | Outline:
    found = {each.name: each.drawing for each in picture_plan(comparison).drawn}[f"compare/{name}"]
    assert isinstance(found, Butterfly | Outline)
    return found


def butterfly(comparison: Comparison, name: str) -> Butterfly:
    found = picture(comparison, name)
    assert isinstance(found, Butterfly)
    return found


def hidden(row: Row) -> int:
    return sum(int(note.text[1:].split()[0]) for note in row.notes if note.text.startswith("+"))


def test_what_is_not_drawn_is_counted_once_and_the_counts_add_up(corpus_of: Corpora) -> None:
    steps = "".join(f"  because r{n}: R.\n    because s{n}: S.\n" for n in range(20))
    other = document("y", "claims n: N.\n  answers act: no\n  because m: M.\n")
    drawing = butterfly(
        compare(corpus_of(ISSUE, document("x", f"claims a: A.\n  answers act: yes\n{steps}"), other)), "x--y.act"
    )
    half, two = drawing.halves
    assert len(half) == 9
    assert drawing.speakers[0].count == "9 of 41 claims drawn"
    assert len(half) + sum(map(hidden, half)) == 41
    assert (drawing.speakers[1].count, len(two)) == ("2 claims", 2)


def test_the_premises_of_a_step_are_drawn_together_or_not_at_all(corpus_of: Corpora) -> None:
    single, linked = "  because r{0}: R.\n", "  because r{0}: R.\n  and s{0}: S.\n"
    steps = "".join((linked if number % 2 else single).format(number) for number in range(20))
    other = document("y", "claims n: N.\n  answers act: no\n  because m: M.\n")
    drawing = butterfly(
        compare(corpus_of(ISSUE, document("x", f"claims a: A.\n  answers act: yes\n{steps}"), other)), "x--y.act"
    )
    shown = {row.address for row in drawing.halves[0]}
    assert len(shown) == 9
    for number in range(1, 20, 2):
        assert (f"r{number}" in shown) is (f"s{number}" in shown)
    assert any(row.linked for row in drawing.halves[0])


def test_what_decides_is_drawn_however_deep_and_a_line_joins_it(corpus_of: Corpora) -> None:
    more = "".join(f"  because r{n}: R.\n" for n in range(12))
    deep = "  because b: B.\n    because c: C.\n      because d: They are.\n        answers united: yes\n"
    united = "issue united: Are they united?\n  position yes: They are\n  position no: They are not\n"
    one = document("x", f"claims a: A.\n  answers act: yes\n{more}{deep}")
    other = document("y", "claims n: N.\n  answers act: no\n  because m: They are not.\n    answers united: no\n")
    drawing = butterfly(compare(corpus_of(ISSUE, united, one, other)), "x--y.act")
    (clash,) = drawing.clashes
    assert [drawing.halves[0][row].address for row in clash.one] == ["d"]
    assert [drawing.halves[1][row].address for row in clash.other] == ["m"]
    assert clash.cannot
    assert drawing.turns_on[0].startswith("It turns on “Are they united?”")
    assert "one of 13 reasons" in drawing.turns_on[0]
    marked = [row.address for half in drawing.halves for row in half if row.differs]
    assert marked == ["d", "m"]


def test_verdict_and_answers_are_told_in_full_words_and_drawn_on_the_scale(corpus_of: Corpora) -> None:
    issue = ISSUE.replace("  position no", "  position partly: In part\n  position no") + "  order: yes > partly > no\n"
    one = document("x", "claims a: A.\n  answers act: partly\n  because b: B.\n")
    other = document("y", "claims n: N.\n  answers act: no\n  because m: M.\n")
    drawing = butterfly(compare(corpus_of(issue, one, other)), "x--y.act")
    assert [speaker.answer for speaker in drawing.speakers] == ["“In part”", "“It cannot”"]
    assert drawing.verdict == "≠ Cannot both be right"
    assert drawing.meaning == "perhaps neither is right"
    assert (drawing.scale, drawing.places) == (("It can", "In part", "It cannot"), (1, 2))


def test_claims_that_a_link_sets_against_each_other_stand_side_by_side(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  because b: B.\n"),
        document("y", "claims n: N.\n  because m: M.\n"),
        "link x.a contrary-to y.n: Both cannot be true.\n",
    )
    comparison = compare(corpus_of(ISSUE, *texts, document("z", "claims z: Z.\n  answers act: yes\n")))
    drawing = butterfly(comparison, "x--y.x.a--y.n")
    assert drawing.title == "Both cannot be true."
    assert [half[0].address for half in drawing.halves] == ["a", "n"]
    assert drawing.scale == ()


def test_whoever_denies_an_answer_gives_the_opposite(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  answers act: yes\n  because b: B.\n"),
        document("y", "denies n: It can act.\n  answers act: yes\n  because m: M.\n"),
    )
    comparison = compare(corpus_of(ISSUE, *texts))
    drawing = butterfly(comparison, "x--y.act")
    assert drawing.speakers[1].answer == "Not “It can”"
    assert drawing.halves[1][0].text == "Not: It can act."
    shown = picture(comparison, "issue.act")
    assert isinstance(shown, Outline)
    answers = [row.text for row in shown.rows if row.form is Form.ROOT]
    assert answers == ["It can", "Not: It can"]


def test_a_question_has_everybody_with_the_claim_behind_the_answer_and_conflicts_by_name(corpus_of: Corpora) -> None:
    texts = (
        document(
            "x",
            "actor friend: The friend\n\nclaims a (likely): A.\n  answers act: yes\n\n"
            "reports b from friend: B.\n  answers act: no\n",
        ),
        document("y", "claims n: N.\n  answers act: no\n"),
    )
    shown = picture(compare(corpus_of(ISSUE, *texts)), "issue.act")
    assert isinstance(shown, Outline)
    told = [(row.word, row.text, row.address, [note.text for note in row.notes]) for row in shown.rows if row.depth]
    assert told == [
        ("x", "A.", "a", ["≠ y", "likely"]),
        ("y", "N.", "n", ["≠ x"]),
        ("The friend", "B.", "b", ["in x"]),
    ]
    assert shown.rows[1].notes[0].stress is Stress.CONFLICT
    assert "1 pair of texts: none agree, 1 cannot both hold" in shown.subtitle[0]


def test_a_question_that_very_many_answer_alike_stays_short(corpus_of: Corpora) -> None:
    texts = [document(f"d{n}", "claims a: A.\n  answers act: yes\n") for n in range(30)]
    shown = picture(compare(corpus_of(ISSUE, *texts, document("y", "claims n: N.\n  answers act: no\n"))), "issue.act")
    assert isinstance(shown, Outline)
    assert len(shown.rows) == 16
    assert "18 more voices" in shown.rows[13].text
    assert shown.rows[-1].notes[0].text == "≠ 30 texts"


def test_a_conflict_without_reasons_on_one_side_has_no_picture_side_by_side(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  answers act: yes\n  because b: B.\n"),
        document("y", "claims n: N.\n  answers act: no\n"),
    )
    names = [each.name for each in picture_plan(compare(corpus_of(ISSUE, *texts))).drawn]
    assert not [name for name in names if "--" in name]


def test_names_take_as_much_of_a_date_as_tells_them_apart(corpus_of: Corpora) -> None:
    dates = {"a": "2020-01-05", "b": "2020-01-07", "c": "2020-02", "d": "2021-03-01", "e": "", "f": ""}
    texts = [document(name, "claims x: X.\n", author="same", date=date) for name, date in dates.items()]
    corpus = corpus_of(*texts)
    assert document_labels(corpus.documents, corpus) == {
        "a": "same, 2020-01-05",
        "b": "same, 2020-01-07",
        "c": "same, 2020-02",
        "d": "same, 2021",
        "e": "same (e)",
        "f": "same (f)",
    }


def test_every_card_links_to_where_its_claim_is_drawn(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  answers act: yes\n  because b: B.\n"),
        document("y", "claims n: N.\n  answers act: no\n  because m: M.\n"),
    )
    comparison = compare(corpus_of(ISSUE, *texts))
    one, other = comparison.authors
    context = ComparisonContext.of(comparison, (on_issue("act"), between(one, other, "act")))
    drawing = butterfly(comparison, "x--y.act")
    assert [row.link for half in drawing.halves for row in half] == [
        "../x.svg#a", "../x.svg#b", "../y.svg#n", "../y.svg#m",
    ]  # fmt: skip
    assert set(context.homes.values()) >= {row.link for half in drawing.halves for row in half}
