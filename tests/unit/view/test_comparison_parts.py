"""Single rules of the pictures of a comparison."""

from collections.abc import Callable

from argmap.compare.comparison import Comparison, compare
from argmap.model.corpus import Corpus
from argmap.view.comparison.comparison_context import document_labels
from argmap.view.comparison.comparison_pictures import pictures_of_comparison
from argmap.view.tables_and_trees import ComparisonNode, ComparisonRole, Tree

Corpora = Callable[..., Corpus]
ISSUE = "issue act: Can it act?\n  position yes: It can\n  position no: It cannot\n"


def document(name: str, claims: str, author: str = "", date: str = "") -> str:
    dated = f"  date: {date}\n" if date else ""
    return f"document {name}: Title of {name}\n  author {author or name}-author: {author or name}\n{dated}\n{claims}"


def tree(comparison: Comparison, name: str) -> Tree:
    found = {each.name: each.drawing for each in pictures_of_comparison(comparison)}[f"compare/{name}"]
    assert isinstance(found, Tree)
    return found


def at(drawing: Tree, claim: str) -> ComparisonNode:
    return next(node for node in drawing.nodes if node.card.id.endswith(f"/{claim}"))


def test_what_is_folded_is_counted_once_at_the_last_drawn_claim_above_it(corpus_of: Corpora) -> None:
    deep = (
        "claims a: A.\n  answers act: yes\n  because b: B.\n    because c: C.\n      because d: D.\n"
        "        because e: E.\n      because f: F.\n"
    )
    other = document("y", "claims n: N.\n  answers act: no\n  because m: M.\n")
    drawing = tree(compare(corpus_of(ISSUE, document("x", deep), other)), "x--y.act")
    notes = {node.card.id.rpartition(".")[2]: node.card.notes for node in drawing.nodes if "/" in node.card.id}
    assert notes == {"a": (), "b": (), "c": ("▸ +3 claims in the text's own map",), "n": (), "m": ()}


def test_an_answer_with_very_many_reasons_shows_whole_steps_and_counts_the_rest(corpus_of: Corpora) -> None:
    single, linked = "  because r{0}: R.\n", "  because r{0}: R.\n  and s{0}: S.\n"
    steps = "".join((linked if number % 2 else single).format(number) for number in range(20))
    many = f"claims a: A.\n  answers act: yes\n{steps}"
    other = document("y", "claims n: N.\n  answers act: no\n  because m: M.\n")
    drawing = tree(compare(corpus_of(ISSUE, document("x", many), other)), "x--y.act")
    drawn = [node for node in drawing.nodes if node.parent.endswith("x.a")]
    joints = [node.joint for node in drawn if node.joint]
    assert len(drawn) == 8
    assert joints
    assert all(joints.count(joint) == 2 for joint in joints)
    assert at(drawing, "x.a").card.notes == ("▸ +22 claims in the text's own map",)


def test_claims_that_a_link_sets_against_each_other_stand_side_by_side(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  because b: B.\n"),
        document("y", "claims n: N.\n  because m: M.\n"),
        "link x.a contrary-to y.n: Both cannot be true.\n",
    )
    comparison = compare(corpus_of(ISSUE, *texts, document("z", "claims z: Z.\n  answers act: yes\n")))
    drawing = tree(comparison, "x--y.x.a--y.n")
    assert drawing.title == "Both cannot be true."
    assert [node.role for node in drawing.nodes if node.parent == "question"] == [
        ComparisonRole.TAKES,
        ComparisonRole.TAKES,
    ]


def test_whoever_denies_an_answer_excludes_it(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  answers act: yes\n  because b: B.\n"),
        document("y", "denies n: It can act.\n  answers act: yes\n  because m: M.\n"),
    )
    comparison = compare(corpus_of(ISSUE, *texts))
    assert at(tree(comparison, "x--y.act"), "y.n").role is ComparisonRole.EXCLUDES
    held = {node.card.id: node for node in tree(comparison, "issue.act").nodes}
    assert held["holder/y/yes"].role is ComparisonRole.EXCLUDES
    assert "denies that" in held["holder/y/yes"].card.words


def test_a_conflict_without_reasons_on_one_side_has_no_picture_side_by_side(corpus_of: Corpora) -> None:
    texts = (
        document("x", "claims a: A.\n  answers act: yes\n  because b: B.\n"),
        document("y", "claims n: N.\n  answers act: no\n"),
    )
    names = [each.name for each in pictures_of_comparison(compare(corpus_of(ISSUE, *texts)))]
    assert names == ["compare/matrix", "compare/agreement", "compare/issue.act"]


def test_names_take_as_much_of_a_date_as_tells_them_apart(corpus_of: Corpora) -> None:
    dates = {"a": "2020-01-05", "b": "2020-01-07", "c": "2020-02", "d": "2021-03-01", "e": "", "f": ""}
    texts = [document(name, "claims x: X.\n", author="same", date=date) for name, date in dates.items()]
    labels = document_labels(compare(corpus_of(*texts)))
    assert labels == {
        "a": "same, 2020-01-05",
        "b": "same, 2020-01-07",
        "c": "same, 2020-02",
        "d": "same, 2021",
        "e": "same (e)",
        "f": "same (f)",
    }
