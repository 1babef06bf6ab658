"""What is shown beside a name and above a line."""

from pathlib import Path

from harbour_town import FILES
from opened import name_of, opened, shown

from argmap.assist.hints import (
    LensKind,
    changed_lenses,
    changed_symbols,
    hints,
    lens_title,
    lenses,
)
from argmap.diff.differ import diff
from argmap.project.open_project import OpenProject, ProjectState
from argmap.source.text import Span


def titles(state: ProjectState, name: str) -> list[str]:
    found = ((shown(state, lens.place), lens_title(state, lens)) for lens in lenses(state, name_of(name)))
    return [f"{place}: {title}" for place, title in found if title]


def test_a_name_has_what_it_says_beside_it(tmp_path: Path) -> None:
    text = FILES["arguments/second.argmap"] + "  because leave\n  because first.rails\n"
    state = opened(tmp_path, {**FILES, "arguments/second.argmap": text})
    source = state.files[name_of("second")].source
    found = [(source.text[: one.offset].split()[-1], one.label) for one in hints(state, name_of("second"))]
    assert found == [
        ("leave", "The town should leave its streets as…"),
        ("leave", "The town should leave its streets as…"),
        ("first.rails", "Ada Able: Rails are welded."),
    ]
    assert hints(state, name_of("second"))[0].text == "The town should leave its streets as they are."
    assert hints(state, name_of("second"), Span(0, 60)) == ()
    assert hints(state, name_of("none")) == ()


def test_lenses_count_who_agrees_and_what_is_supported(tmp_path: Path) -> None:
    third = "document third: T\n  author author-c: Cy\n\nclaims go: Go.\n  answers trams: yes\n  because first.quiet\n"
    again = "document again: T\n  author author-a: Ada Able\n\nclaims still: Build.\n  answers trams: yes\n"
    state = opened(tmp_path, {**FILES, "third": third, "again": again})
    assert titles(state, "first") == [
        "first:1 first: silent on 1 question: none was looked at",
        "first:9 build: 1 agrees, 1 disagrees",
        "first:13 quiet: 1 disagrees",
        "first:13 quiet: supports 2",
        "first:25 air: 1 agrees",
    ]
    assert titles(state, "issues") == [
        "issues:1 trams: 4 texts answer it",
        "issues:10 noise: 2 texts answer it",
        "issues:15 air: 2 texts answer it",
        "issues:19 lone: 0 texts answer it, 1 actor is shown to",
    ]


def test_what_stands_right_above_a_claim_is_not_told(tmp_path: Path) -> None:
    text = "document d: D\n  author a: A\n\nclaims x: X.\n  because y: Y.\n  because z\n\nclaims z: Z.\n"
    assert titles(opened(tmp_path, {"d": text}), "d") == ["d:8 z: supports 1"]


def test_silence_is_told_above_a_document_with_what_was_looked_at(tmp_path: Path) -> None:
    head = "document d: D\n  author a: A\n{}\nclaims x: X.\n{}"
    issues = "\n".join(f"issue {name}: Q?\n  position yes: Yes\n" for name in ("one", "two", "three"))
    told = []
    for silent, answers in (
        ("", ""),
        ("  silent: one, two\n", ""),
        ("  silent: one\n  silent: two, three\n", ""),
        ("  silent: two\n", "  answers one: yes\n  answers three: yes from a\n"),
        ("", "".join(f"  answers {name}: not yes\n" for name in ("one", "two", "three"))),
    ):
        found = titles(opened(tmp_path, {"d": head.format(silent, answers), "issues": issues}), "d")
        told.append([one.partition(": ")[2] for one in found if "silent" in one])
    assert told == [
        ["silent on 3 questions: none was looked at"],
        ["silent on 3 questions: 2 looked at, 1 not"],
        ["silent on 3 questions: all looked at"],
        ["silent on 2 questions: 1 looked at, 1 not"],
        [],
    ]
    assert titles(opened(tmp_path / "alone", {"d": head.format("", "")}), "d") == []


def test_what_changed_stands_above_what_is_declared(tmp_path: Path) -> None:
    before = opened(tmp_path, FILES)
    project = OpenProject(tmp_path.resolve())
    changed = FILES["arguments/first.argmap"].replace("answers trams: yes", "answers trams: later")
    project.set_text(name_of("first"), f"# more\n{changed}")
    after = project.state()
    found = changed_symbols(diff(before.loaded.corpus, after.loaded.corpus))
    (lens,) = changed_lenses(after, name_of("first"), found)
    assert shown(after, lens.place) == "first:10 build"
    assert any("“Only after the bridge”" in sentence for sentence in lens.sentences)
    assert changed_lenses(after, name_of("second"), found) == ()


def test_a_lens_of_what_has_gone_says_nothing(tmp_path: Path) -> None:
    found = lenses(opened(tmp_path / "one", FILES), name_of("first"))
    assert {lens.kind for lens in found} == {LensKind.OTHERS, LensKind.SILENT}
    other = opened(tmp_path / "two", {"d": "document d: D\n  author a: A\n"})
    assert {lens_title(other, lens) for lens in found} == {""}
