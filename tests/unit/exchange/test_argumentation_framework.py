"""The argumentation framework: what attacks what, in three formats, and what a solver accepts of it."""

import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from small_debate import FILES, SHARED, exported, project

ISSUE = "issue q: Trams?\n  position yes: Yes\n  position no: No\n"


def document(name: str, text: str) -> str:
    return f"document {name}: D\n  author a-{name}: A {name}\n\n{text}"


def read(text: str) -> tuple[dict[int, str], list[tuple[int, int]]]:
    """The names and attacks of a file in ICCMA23."""
    lines = text.splitlines()
    assert lines[0].startswith("p af ")
    told = [line[2:].split(" ", 1) for line in lines[3:] if line.startswith("#")]
    names = {int(number): name.split(": ")[0] for number, name in told}
    assert list(names) == list(range(1, int(lines[0][5:]) + 1))
    return names, [tuple(map(int, line.split())) for line in lines[1:] if not line.startswith("#")]  # type: ignore[misc]


def grounded(text: str) -> set[str]:
    """The names of the arguments in the grounded extension: nobody can but accept them."""
    names, attacks = read(text)
    attackers: dict[int, set[int]] = {number: set() for number in names}
    for source, target in attacks:
        attackers[target].add(source)
    accepted: set[int] = set()
    defeated: set[int] = set()
    while True:
        more = {number for number in names if number not in accepted and attackers[number] <= defeated}
        if not more:
            return {names[number] for number in accepted}
        accepted |= more
        defeated |= {number for number in names if attackers[number] & accepted}


def accepted(text: str, issues: str = ISSUE, **options: str) -> set[str]:
    """The claims of one document that a solver accepts, without steps and arguments of the reduction."""
    found = grounded(
        exported(project({"arguments/d.argmap": text, "arguments/i.argmap": issues}), "iccma23", **options)[0]
    )
    return {name for name in found if ":" not in name and name.count(".") == 1}


@pytest.mark.parametrize("form", ["iccma23", "apx", "tgf"])
def test_as_it_is_written(form: str, file_regression: FileRegressionFixture) -> None:
    file_regression.check(exported(project(), form)[0], extension=f".{form}")


def test_all_formats_number_alike() -> None:
    debate = project()
    numbers = {form: exported(debate, form, names="no")[0].splitlines() for form in ("iccma23", "apx", "tgf")}
    attacks = numbers["iccma23"][1:]
    assert numbers["tgf"][numbers["tgf"].index("#") + 1 :] == attacks
    assert [f"att(a{line.replace(' ', ',a')})." for line in attacks] == [
        line for line in numbers["apx"] if line.startswith("att")
    ]


def test_numbers_stay_where_a_file_after_all_others_is_added() -> None:
    files = {**FILES, "arguments/shared/actors.argmap": SHARED}
    more = files | {"arguments/zzz.argmap": document("zzz", "claims a: A.\n")}
    names = [list(read(exported(project(some), "iccma23")[0])[0].values()) for some in (files, more)]
    assert [name for name in names[1] if "zzz" not in name] == names[0]


def test_an_objection_defeats_a_claim_until_it_is_answered_itself() -> None:
    text = document("d", "claims a: A.\n  objection claims b: B.\n")
    assert accepted(text) == {"d.b"}
    assert accepted(text + "    objection claims c: C.\n") == {"d.a", "d.c"}


def test_linked_premises_fall_together_and_an_undercut_defeats_the_step() -> None:
    linked = document("d", "claims a: A.\n  objection claims b: B.\n  and claims c: C.\n    objection claims e: E.\n")
    assert accepted(linked) == {"d.a", "d.b", "d.e"}
    doubted = document("d", "claims a: A.\n  objection claims b: B.\n  undercut c: C.\n")
    assert accepted(doubted) == {"d.a", "d.b", "d.c"}


def test_reasons_carry_nothing_unless_support_is_asked_for() -> None:
    text = document("d", "claims a: A.\n  because b: B.\n    objection claims c: C.\n")
    assert accepted(text) == {"d.a", "d.c"}
    assert accepted(text, support="evidential") == {"d.c"}
    two = text + "  because e: E.\n"
    assert accepted(two, support="evidential") == {"d.a", "d.c", "d.e"}


def test_by_deductive_support_a_reason_falls_with_its_conclusion() -> None:
    text = document("d", "claims a: A.\n  because b: B.\n  objection claims c: C.\n")
    loaded = project({"arguments/d.argmap": text})
    assert "d.a.1" in grounded(exported(loaded, "iccma23")[0])
    assert "d.a.1" not in grounded(exported(loaded, "iccma23", support="deductive")[0])


def test_what_an_author_rejects_is_an_argument_against_it() -> None:
    files = {
        "arguments/a.argmap": document("a", "claims x: Trams are quiet.\n"),
        "arguments/b.argmap": document("b", "denies y: Trams are quiet.\n"),
        "arguments/links.argmap": "link a.x same-as b.y\n",
    }
    text, told = exported(project(files), "iccma23")
    assert "# 2 b.y: denied: Trams are quiet.\n1 2\n2 1\n" in text
    assert told == [
        "changed: 1 claim: the argument is that the author rejects what is said",
        "changed: 1 link: both claims attack each other",
    ]


def test_several_who_answer_alike_attack_as_one_and_one_who_stands_is_enough() -> None:
    sides = {
        f"arguments/{side}{number}.argmap": document(f"{side}{number}", f"claims x: {side}.\n  answers q: {side}\n")
        for side in ("yes", "no")
        for number in range(3)
    }
    names, _ = read(exported(project({**sides, "arguments/q.argmap": ISSUE}), "iccma23")[0])
    assert [name for name in names.values() if "q." in name] == [
        "answered:q.no.1",
        "out:answered:q.no.1",
        "answered:q.yes.1",
        "out:answered:q.yes.1",
    ]
    objected = {name: text + "  objection claims z: Z.\n" for name, text in sides.items() if "/no" in name}
    found = grounded(exported(project({**sides, **objected, "arguments/q.argmap": ISSUE}), "iccma23")[0])
    assert {f"yes{number}.x" for number in range(3)} <= found
    objected.pop("arguments/no2.argmap")
    found = grounded(exported(project({**sides, **objected, "arguments/q.argmap": ISSUE}), "iccma23")[0])
    assert not {f"yes{number}.x" for number in range(3)} & found


def test_attacks_grow_in_line_with_the_answers() -> None:
    def attacks(count: int) -> int:
        said = "".join(f"claims c{number}: C.\n  answers q: {('yes', 'no')[number % 2]}\n" for number in range(count))
        text = exported(project({"arguments/d.argmap": document("d", said), "arguments/q.argmap": ISSUE}), "iccma23")[0]
        return len(read(text)[1])

    assert attacks(400) <= 2 * attacks(200) + 4


def test_a_premise_that_is_only_supposed_is_marked() -> None:
    text, told = exported(
        project({"arguments/d.argmap": document("d", "claims a: A.\n  objection b: B.\n")}), "iccma23"
    )
    assert "# 2 d.b: supposed: B.\n" in text
    assert told == ["changed: 1 claim: only supposed, and an argument all the same, as a premise of one"]


def test_an_option_that_is_none_is_told() -> None:
    text, told = exported(project(), "iccma23", support="strong")
    assert "# support=none: " in text
    assert "dropped: 1 option: `support` is one of none, deductive, evidential" in told


def test_what_is_no_attack_is_counted() -> None:
    text = (
        "claims a: A.\n  answers q: yes\n  despite b: B.\n  unless c: C.\n  if e: E.\n  because (parts) f: F.\n"
        "supposes g: G.\nclaims h: H.\n  answers q: open\n"
    )
    _, told = exported(project({"arguments/d.argmap": document("d", text), "arguments/q.argmap": ISSUE}), "iccma23")
    assert told == [
        "dropped: 3 claims: only supposed, and no premise of an argument",
        "dropped: 1 step: conceded, and found outweighed by the author",
        "dropped: 1 step: an exception is only supposed",
        "dropped: 1 step: a condition is only supposed",
        "dropped: 1 step: of a role that does not argue",
        "dropped: 2 answers: open, conditional, or only granted or shown",
    ]
