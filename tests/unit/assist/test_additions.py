"""Lines that are added where they belong, and nothing else that changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from edited import applied
from opened import name_of, opened

from argmap.api.formatting import fmt_text
from argmap.assist.additions import edits, is_there
from argmap.project.open_project import ProjectState
from argmap.suggest.suggestion import Addition, Under
from argmap.workspace.errors import RefusedError

HEAD = "document first: Trams\n  author a: A\n\n"
OTHER = "document second: Buses\n  author b: B\n\nclaims cheap: Buses are cheap.\n\nclaims slow: Buses are slow.\n"
ISSUES = """\
issue trams: Should there be trams?
  position yes: Yes
  position no: No

issue noise: Are they loud?
  position yes: Yes
  position no: No
"""
LINKS = "links/first--second"


def project(root: Path, first: str, **files: str) -> ProjectState:
    """Two documents and issues, and other files."""
    named = {"first": first, "second": OTHER, "shared": ISSUES, "argmap.toml": "language = 2\n"}
    return opened(root, named | files)


def answer(claim: str, *lines: str) -> Addition:
    return Addition(lines=lines or ("answers trams: yes",), under=Under.CLAIM, of=(claim,))


def silent(*issues: str) -> Addition:
    return Addition(lines=tuple(f"silent: {issue}" for issue in issues), under=Under.DOCUMENT, of=("first",))


def link(*lines: str, of: tuple[str, ...] = ("first", "second")) -> Addition:
    return Addition(lines=lines, under=Under.LINKS, of=of)


def done(state: ProjectState, *additions: Addition) -> dict[str, str]:
    """The files afterwards, those of links that are made too; what was canonical is so still."""
    made = edits(additions, state.loaded.corpus, state.files)
    known = [one for one in made if one.place.file in state.files]
    texts = applied(state, known)
    texts |= {one.place.file: one.replacement for one in made if one.place.file not in state.files}
    for name, text in texts.items():
        if name not in state.files or not fmt_text(state.files[name].source.text).changed:
            assert fmt_text(text).after == text
    return texts


UNDER_CLAIMS = {
    "alone": ("claims one: One.\n", "claims one: One.\n  answers trams: yes\n"),
    "behind fields and before steps": (
        "claims one: One.\n  kind: fact\n  # why\n  because: Two.\n  note: late\n",
        "claims one: One.\n  kind: fact\n  answers trams: yes\n  # why\n  because: Two.\n  note: late\n",
    ),
    "behind text that goes on": (
        "claims one: One,\n  | and so\n  |\n  | on.\n\n  because: Two.\n",
        "claims one: One,\n  | and so\n  |\n  | on.\n  answers trams: yes\n\n  because: Two.\n",
    ),
    "inside a step": (
        "claims zero: Zero.\n  because one: One.\n    at: 7\n    because: Two.\n  and three: Three.\n",
        "claims zero: Zero.\n  because one: One.\n    at: 7\n    answers trams: yes\n    because: Two.\n"
        "  and three: Three.\n",
    ),
    "named before it is stated": (
        "claims zero: Zero.\n  because one\n\nclaims one: One.\n  because: Two.\n",
        "claims zero: Zero.\n  because one\n\nclaims one: One.\n  answers trams: yes\n  because: Two.\n",
    ),
    "between claims of one line": (
        "claims zero: Zero.\nclaims one: One.\nclaims two: Two.\n",
        "claims zero: Zero.\n\nclaims one: One.\n  answers trams: yes\n\nclaims two: Two.\n",
    ),
    "without a last line end": (
        "claims one: One.\n  kind: fact",
        "claims one: One.\n  kind: fact\n  answers trams: yes",
    ),
    "above a comment that ends the file": (
        "claims one: One.\n\n# So far.\n",
        "claims one: One.\n  answers trams: yes\n\n# So far.\n",
    ),
    "where lines end in CR LF": (
        "claims one: One.\r\n  | More.\r\n  because: Two.\r\n",
        "claims one: One.\r\n  | More.\r\n  answers trams: yes\r\n  because: Two.\r\n",
    ),
    "behind bare lines that go on": (
        "claims one: One.\n  |\n  |\n  because: Two.\n",
        "claims one: One.\n  |\n  |\n  answers trams: yes\n  because: Two.\n",
    ),
    "behind blanks and tabs": (
        "claims one:\tOne. \t\n  kind: fact\t\n\n\n  because: Two.\n",
        "claims one:\tOne. \t\n  kind: fact\t\n  answers trams: yes\n\n\n  because: Two.\n",
    ),
    "beside a statement with a gap": (
        "claims one: One.\n\nclaims two: Two.\n\tkind: fact\n",
        "claims one: One.\n  answers trams: yes\n\nclaims two: Two.\n\tkind: fact\n",
    ),
}


@pytest.mark.parametrize("shape", UNDER_CLAIMS)
def test_a_field_goes_behind_the_fields_of_its_claim(tmp_path: Path, shape: str) -> None:
    before, after = UNDER_CLAIMS[shape]
    head = HEAD.replace("\n", "\r\n") if "\r\n" in before else HEAD
    state = project(tmp_path, head + before)
    assert done(state, answer("first.one"))[name_of("first")] == head + after


def test_several_lines_under_neighbours_are_parted_by_one_blank_line(tmp_path: Path) -> None:
    state = project(tmp_path, f"{HEAD}claims one: One.\nclaims two: Two.\n")
    texts = done(state, answer("first.two"), answer("first.one"), answer("first.two", "answers noise: no"))
    assert texts[name_of("first")] == (
        f"{HEAD}claims one: One.\n  answers trams: yes\n\nclaims two: Two.\n  answers trams: yes\n  answers noise: no\n"
    )


def test_what_has_no_name_is_found(tmp_path: Path) -> None:
    state = project(tmp_path, f"{HEAD}claims one: One.\n  because (likely): Two.\n")
    assert done(state, answer("first.one~1"))[name_of("first")].endswith(": Two.\n    answers trams: yes\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "  silent: trams, noise\n"),
        ("  silent: noise\n", "  silent: noise, trams\n"),
        ("  silent: trams,\n    | noise\n", None),
        ("  silent: noise ,\n", "  silent: noise, trams ,\n"),
        ("  thesis: one\n  note: Late.\n", "  thesis: one\n  silent: trams, noise\n  note: Late.\n"),
        ("    was: z\n  # c\n  note: Late.\n", "    was: z\n  silent: trams, noise\n  # c\n  note: Late.\n"),
    ],
)
def test_a_line_of_silent_issues_grows(tmp_path: Path, before: str, after: str | None) -> None:
    head = HEAD.removesuffix("\n")
    state = project(tmp_path, f"{head}{before}\nclaims one: One.\n")
    texts = done(state, silent("trams"), silent("noise"), silent("trams"))
    expected = before if after is None else after
    assert texts[name_of("first")] == f"{head}{expected}\nclaims one: One.\n"


def test_a_long_line_of_silent_issues_is_followed_by_another(tmp_path: Path) -> None:
    names = [f"a-question-of-the-town-{number}" for number in range(9)]
    issues = "\n".join(f"issue {name}: Q?\n  position yes: Yes\n" for name in names)
    state = project(tmp_path, f"{HEAD}claims one: One.\n", shared=issues)
    text = done(state, *map(silent, names))[name_of("first")]
    lines = text.splitlines()[2:5]
    assert [len(line) <= 120 for line in lines] == [True, True, True]
    assert [line.count("town") for line in lines] == [4, 4, 1]
    state = project(tmp_path, text.replace(f", {names[3]}", ""), shared=issues)
    assert names[3] in done(state, silent(names[3]))[name_of("first")].splitlines()[4]


def test_statements_go_to_the_end_and_before_its_comments(tmp_path: Path) -> None:
    lines = ("claims two: Two.", '  at: "two words"')
    state = project(tmp_path, f"{HEAD}claims one: One.\n\n# So far.\n")
    addition = Addition(lines=lines, under=Under.END_OF_DOCUMENT, of=("first",))
    three = Addition(lines=("claims three: Three.",), under=Under.END_OF_DOCUMENT, of=("first",))
    assert done(state, addition, three)[name_of("first")] == (
        f'{HEAD}claims one: One.\n\nclaims two: Two.\n  at: "two words"\n\nclaims three: Three.\n\n# So far.\n'
    )


FIRST = f"{HEAD}claims one: One.\n\nclaims two: Two.\n"
NEW = "link first.one same-as second.slow"
AMONG_LINKS = {
    "in order": (
        "link first.one unrelated-to second.cheap\nlink first.two unrelated-to second.cheap\n",
        f"link first.one unrelated-to second.cheap\n{NEW}\nlink first.two unrelated-to second.cheap\n",
    ),
    "before all": ("link first.two unrelated-to second.cheap\n", f"{NEW}\nlink first.two unrelated-to second.cheap\n"),
    "behind a first one with a comment": (
        "# Why\nlink first.two unrelated-to second.cheap\n",
        f"# Why\nlink first.two unrelated-to second.cheap\n{NEW}\n",
    ),
    "behind one of several lines": (
        "link first.one unrelated-to second.cheap\n  note: x\n",
        f"link first.one unrelated-to second.cheap\n  note: x\n\n{NEW}\n",
    ),
    "before one of several lines": (
        "link first.two unrelated-to second.cheap: Why\n  | so\n  note: x\n",
        f"{NEW}\n\nlink first.two unrelated-to second.cheap: Why\n  | so\n  note: x\n",
    ),
    "between, where a comment is": (
        "link first.one unrelated-to second.cheap\n\n# c\nlink first.two unrelated-to second.cheap",
        f"link first.one unrelated-to second.cheap\n{NEW}\n\n# c\nlink first.two unrelated-to second.cheap",
    ),
    "in a file of comments": ("# Links of the two\n", f"# Links of the two\n{NEW}\n"),
    "in an empty file": ("", f"{NEW}\n"),
}


@pytest.mark.parametrize("shape", AMONG_LINKS)
def test_a_link_goes_among_those_of_its_documents(tmp_path: Path, shape: str) -> None:
    before, after = AMONG_LINKS[shape]
    state = project(tmp_path, FIRST, **{name_of(LINKS): before})
    assert done(state, link(NEW))[name_of(LINKS)] == after


def test_links_of_two_documents_that_stand_elsewhere_are_joined(tmp_path: Path) -> None:
    state = project(tmp_path, FIRST, links="link first.one unrelated-to second.cheap\n")
    texts = done(state, link(NEW))
    assert texts[name_of("links")] == f"link first.one unrelated-to second.cheap\n{NEW}\n"
    assert name_of(LINKS) not in texts


def test_a_new_file_of_links_is_sorted(tmp_path: Path) -> None:
    state = project(tmp_path, FIRST)
    texts = done(state, link("link first.two same-as second.slow", "  note: x"), link(NEW))
    assert texts[name_of(LINKS)] == f"{NEW}\n\nlink first.two same-as second.slow\n  note: x\n"


def test_links_of_several_lines_are_parted(tmp_path: Path) -> None:
    links = "link first.one unrelated-to second.cheap\nlink first.two unrelated-to second.cheap\n"
    state = project(tmp_path, FIRST, **{name_of(LINKS): links})
    assert done(state, link(NEW, "  note: x"))[name_of(LINKS)] == (
        f"link first.one unrelated-to second.cheap\n\n{NEW}\n  note: x\n\nlink first.two unrelated-to second.cheap\n"
    )


def test_what_is_said_already_is_not_added_again(tmp_path: Path) -> None:
    first = FIRST.replace("One.\n", "One.\n  answers trams: yes\n").replace(
        "  author a: A\n", "  author a: A\n  silent: noise\n"
    )
    state = project(tmp_path, first, **{name_of(LINKS): "link second.slow same-as first.one\n"})
    additions = (answer("first.one"), silent("noise"), link(NEW))
    assert all(is_there(one, state.loaded.corpus, state.files) for one in additions)
    assert edits(additions, state.loaded.corpus, state.files) == ()
    assert not is_there(link("link first.one entails second.slow"), state.loaded.corpus, state.files)


def test_nothing_is_added_where_it_cannot_be(tmp_path: Path) -> None:
    state = project(tmp_path, f"{HEAD}claims one: One.\n  becuase: Two.\n")
    for addition, said in (
        (answer("first.gone"), "there is no claim `first.gone`"),
        (answer("first.one"), "first.argmap:5 cannot be read"),
        (link("link a.x same-as b.y", of=("a", "b")), "there is no document `a`"),
    ):
        with pytest.raises(RefusedError, match=said):
            edits((addition,), state.loaded.corpus, state.files)


def test_what_has_nothing_to_do_with_an_issue_is_linked_once(tmp_path: Path) -> None:
    state = project(tmp_path, FIRST)
    addition = link("link first.one unrelated-to noise", of=("first",))
    texts = done(state, addition)
    assert texts[name_of("links/first")] == "link first.one unrelated-to noise\n"
    state = project(tmp_path, FIRST, **{name_of("links/first"): "link noise unrelated-to first.one\n"})
    assert is_there(addition, state.loaded.corpus, state.files)
    assert done(state, link("link first.two unrelated-to noise", of=("first",)))[name_of("links/first")] == (
        "link first.two unrelated-to noise\nlink noise unrelated-to first.one\n"
    )
