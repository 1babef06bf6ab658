"""Argdown text -> argument files, construct by construct, with what became of each part."""

import pytest

from argmap.exchange.argdown import looks_alike, read
from argmap.exchange.argdown.inline import wording, written_text
from argmap.exchange.formats import Importing, NotThisFormatError
from argmap.exchange.loss import Fate, LossReport
from argmap.exchange.writing import written


def imported(text: str | bytes, **options: str) -> tuple[str, list[str]]:
    """The statements of the argument files, their heads left out, and what is not as it was."""
    loss = LossReport()
    data = text if isinstance(text, bytes) else text.encode()
    draft = read({"x.argdown": data}, Importing(loss=loss, title="x", options=options))
    files = written(draft, loss).files
    body = files.pop("arguments/x.argmap", None) or next(iter(files.values()))
    body = body.partition("\n\n")[2]
    links = "".join(text for name, text in files.items() if name.endswith("links.argmap"))
    return body + links, [f"{one.fate}: {one}" for one in loss if one.fate is not Fate.KEPT]


def test_reasons_and_objections_stand_under_what_they_bear_on() -> None:
    body, lost = imported(
        "[Trams]: Build\ntrams.\n"
        "  + [Quiet]: They are quiet.\n"
        "    <- [Bells]: They ring bells.\n"
        "  - [Dear]: They are dear.\n"
        "    + [Rails]: Rails cost.\n"
    )
    assert body == (
        "claims Trams: Build trams.\n"
        "  because Quiet: They are quiet.\n"
        "    objection Bells: They ring bells.\n"
        "  objection Dear: They are dear.\n"
        "    because supposes Rails: Rails cost.\n"
    )
    assert lost == []


def test_outgoing_relations_turn_round() -> None:
    body, _ = imported("[A]: One.\n  +> [B]: Two.\n  -> [C]: Three.\n")
    assert "claims B: Two.\n  because A\n" in body
    assert "claims C: Three.\n  objection A\n" in body
    assert "supposes A: One.\n" in body


def test_nobody_claims_both_sides_of_a_contradiction() -> None:
    body, _ = imported("[A]: One.\n  + [B]: Two.\n  >< [C]: Three.\n\n[D]: Four.\n")
    assert body == (
        "supposes A: One.\n  because supposes B: Two.\n\nsupposes C: Three.\n\nclaims D: Four.\n"
        "link x.A contradicts x.C\n"
    )


def test_a_structure_is_a_step_for_each_conclusion() -> None:
    body, lost = imported(
        "<Swans>: From birds to colours.\n\n"
        "(1) [Birds]: Swans are birds.\n"
        "(2) Birds have feathers.\n"
        "-- Modus ponens --\n"
        "(3) Swans have feathers.\n"
        "-- Sign {uses: [3, 1]} --\n"
        "  <_ <Black>: Some are black.\n"
        "(4) [White]: Swans are white.\n"
    )
    assert body == (
        "claims Birds: Swans are birds.\n"
        "\n"
        "claims White: Swans are white.\n"
        "  note: Argument: Swans: From birds to colours.\n"
        "  because (sign) swans-feathers: Swans have feathers.\n"
        "    note: Inference rule: Modus ponens\n"
        "    because Birds\n"
        "    and birds-feathers: Birds have feathers.\n"
        "  and Birds\n"
        "  undercut supposes Black: Some are black.\n"
    )
    assert lost == [
        "changed: 1 argument: it has no premises of its own: its description is a claim (x.argdown, line 8)",
        "changed: 1 inference rule: it is no scheme here, and a note on the conclusion (x.argdown, line 5)",
        "changed: 1 argument: its title and description are a note on its conclusion (x.argdown, line 1)",
    ]


def test_an_argument_without_premises_is_a_premise_and_its_step_can_be_undercut() -> None:
    body, _ = imported("[A]: One.\n  + <B>: Two.\n    _ <C>: Three.\n  - <D>\n")
    assert body == (
        "claims A: One.\n  because B: Two.\n  undercut supposes C: Three.\n  objection D: D\n"  # D has only a title.
    )


def test_an_attack_on_an_argument_is_not_guessed_to_be_one_on_a_premise() -> None:
    text = "<E>\n\n(1) P.\n(2) Q.\n----\n(3) R.\n\n[S]: S.\n  -> <E>\n"
    body, lost = imported(text)
    assert "supposes S: S.\n  note: Attacks the argument as a whole: E\n" in body
    assert any("does not say which premise" in one for one in lost)
    one, _ = imported(text.replace("(2) Q.\n", ""))
    assert "because p: P.\n    objection S: S.\n" in one


def test_of_many_definitions_the_last_counts_unless_one_is_canonical() -> None:
    body, lost = imported("[A]: One.\n\n[A]: Two. {isCanonical: true}\n\n[A]: Three.\n\n[A]\n")
    assert body == "claims A: Two.\n  note: One.\n  note: Three.\n"
    assert lost == ["changed: 2 statements: another wording of it is a note (x.argdown, line 1; x.argdown, line 5)"]


def test_strict_mode_knows_logical_relations() -> None:
    body, _ = imported("===\nmodel: {mode: strict}\n===\n\n[A]: One.\n  + [B]: Two.\n  - [C]: Three.\n  + <D>: Four.\n")
    assert "link x.B entails x.A\n" in body
    assert "link x.C contrary-to x.A\n" in body
    assert "supposes A: One.\n  because supposes D: Four.\n" in body


def test_front_matter_headings_tags_and_data() -> None:
    loss = LossReport()
    text = (
        "===\ntitle: Trams\nauthor: [Ada Able, 'Ben Bold']\ndate: 2024-03\n"
        "subTitle: >\n  For\n  all\ncolor:\n  a: b\n===\n\n"
        "# First\n\n[A]: One. #street #(old town) {source: Smith, pages: [1, 2], color: red}\n\n"
        "## Second {isGroup: true}\n\n[B]: Two.\n"
    )
    draft = read({"x.argdown": text.encode()}, Importing(loss=loss, title="x"))
    assert written(draft, loss).files["arguments/Trams.argmap"] == (
        "document Trams: Trams\n  author ada-able: Ada Able\n  author ben-bold: Ben Bold\n  date: 2024-03\n"
        "  note: subTitle: For all\n\n"
        "section: First\n\nclaims A: One.\n  cites: Smith\n  tags: street, old town\n  note: pages: 1, 2\n\n"
        "section: Second\n\nclaims B: Two.\n"
    )
    assert [f"{one.fate}: {one.what}" for one in loss if one.fate is not Fate.KEPT] == [
        *("changed: heading", "changed: front matter entry", "changed: data value"),
        *("dropped: data value", "dropped: front matter entry", "dropped: data value"),
    ]


def test_what_ends_a_text() -> None:
    body, _ = imported("[A]: One\ntwo\n[B]: Three\n* Four\n(1) Five\n")
    assert [line for line in body.splitlines() if line] == [
        *("claims A: One two", "claims B: Three", "claims Four: Four", "claims Five: Five"),
    ]


def test_texts_survive() -> None:
    body, _ = imported("See https://example.org/a_b, the U.A.E. and #1 of (2) things: a*b, [1] says. // but not this\n")
    assert body.startswith("claims ")
    assert "See https://example.org/a_b, the U.A.E. and #1 of (2) things: a*b, [1] says.\n" in body


def test_a_relation_without_a_parent_is_left_out_and_its_statement_is_not() -> None:
    body, lost = imported("[A]: One.\n+ [B]: Two.\n")
    assert body == "claims A: One.\n\nclaims B: Two.\n"
    assert lost == [
        "dropped: 1 relation: it stands no deeper than a line above that it could relate to (x.argdown, line 2)"
    ]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("{a: !!python/object:os.system x}", "`!` begins a tag, which is not read"),
        ("{a: &x [1], b: *x}", "`&` begins an anchor, which is not read"),
        ("{a: [1, 2}", "a comma or `]` is missing"),
        ("{a: " + "[" * 70 + "]" * 70 + "}", "more than 60 deep"),
    ],
)
def test_data_that_is_not_read_is_counted(data: str, why: str) -> None:
    body, lost = imported(f"[A]: One. {data}\n")
    assert body == "claims A: One.\n"
    assert len(lost) == 1
    assert why in lost[0]


def test_holders_and_attitudes_where_the_options_say_so() -> None:
    text = "[A]: One. #denied\n\n[B]: Two. {proponent: The council}\n\n[C]: Three. #taliban #seen\n"
    body, _ = imported(text, holder="proponent", **{"holder.taliban": "The Taliban", "attitude.denied": "denies"})
    assert body.startswith(
        "denies A: One.\n\nreports B from council: Two.\n\nreports C from taliban: Three.\n  tags: seen\n"
    )
    plain, _ = imported(text)
    assert "claims B: Two.\n  note: proponent: The council\n" in plain
    assert imported("[A]: One.\n", attitude="supposes")[0] == "supposes A: One.\n"
    assert imported("[A]: One.\n", colour="red")[1] == ["dropped: 1 option: `colour=red` is none of this format"]


def test_what_is_no_argdown_is_refused_with_its_place() -> None:
    with pytest.raises(NotThisFormatError, match="no statement"):
        imported("// nothing\n")
    with pytest.raises(NotThisFormatError) as refused:
        imported(b"[A]: One.\n\xff")
    assert refused.value.where == "line 2"


def test_it_is_told_from_its_name_or_how_it_begins() -> None:
    assert looks_alike({"a.argdown": b""})
    assert looks_alike({"a.md": b"[Trams]: Build them.\n  + <Quiet>: They are quiet.\n"})
    assert looks_alike({"a.txt": b"<E>\n\n(1) One.\n----\n(2) Two.\n"})
    assert not looks_alike({"a.md": b"# Shopping\n\n- milk\n  - fresh\n"})
    assert not looks_alike({"a.txt": b"Discussion Title: Trams\n\n1.1. Pro: Quiet.\n"})
    assert not looks_alike({"a.json": b'["[A]:", "  + [B]"]'})


@pytest.mark.parametrize(
    "text",
    [
        "+ a",
        "- a",
        "(1) a",
        "1. a",
        "* a",
        "a #b",
        "[a]: b",
        "<a> b",
        "a // b",
        "a {b: c}",
        "# a",
        ".A. :^: :a:b:",
        "_a_",
    ],
)
def test_any_text_is_written_so_that_it_is_read_as_itself(text: str) -> None:
    assert wording(written_text(text)).text == text
    body, _ = imported(f"[T]: {written_text(text)}\n")
    assert body == f"claims T: {text}\n"
