"""Which project a text belongs to, and what is open how long."""

from pathlib import Path

import pytest

pytest.importorskip("lsprotocol", reason="comes with the extra `lsp`")

from argmap.lsp.projects import Home, Projects

TEXT = "document d: D\n  author a: A\n  date: 2020\n\nclaims one: One.\n  because two: Two.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("arguments/inner", "texts", ".hidden"):
        (tmp_path / "project" / name).mkdir(parents=True)
    (tmp_path / "project/arguments/d.argmap").write_text(TEXT, encoding="utf-8")
    return (tmp_path / "project").resolve()


def opened(projects: Projects, path: Path, language: str = "argmap", text: str = TEXT) -> Home | None:
    found = projects.open_text(path.as_uri(), language, 1, text)
    return found.home if found is not None else None


def test_a_text_of_a_project_is_known_by_its_name_in_it(root: Path) -> None:
    projects = Projects()
    found = projects.open_text((root / "arguments/inner/d.argmap").as_uri(), "argmap", 1, TEXT)
    assert found is not None
    assert (found.home.root, found.home.alone, found.source.name) == (root, None, "arguments/inner/d.argmap")
    assert opened(projects, root / "arguments/d.argmap") is found.home


@pytest.mark.parametrize("name", ["beside.argmap", "arguments/.draft.argmap", "../far.argmap", "arguments/notes.txt"])
def test_what_is_no_argument_file_of_the_project_stands_alone(root: Path, name: str) -> None:
    projects = Projects()
    home = opened(projects, root / name)
    assert home is not None and home.alone == (root / name).resolve()
    home.check()
    assert home.state is not None
    assert [finding.code for finding in home.state.loaded.errors] == []
    assert list(home.state.files) == [str((root / name).resolve())]


def test_other_texts_are_none_of_ours(root: Path) -> None:
    projects = Projects()
    assert opened(projects, root / "argmap.toml", "toml") is None
    assert opened(projects, root / "texts/d.txt", "plaintext") is None
    assert projects.open_text("git:/x.argmap", "argmap", 1, TEXT) is None
    assert list(projects) == []


def test_a_project_is_open_while_a_text_or_a_folder_of_it_is(root: Path) -> None:
    projects, file = Projects(), root / "arguments/d.argmap"
    home = projects.open_folder((root / "texts").as_uri())
    assert home is not None and opened(projects, file) is home
    assert projects.home_of((root / "texts/any.txt").as_uri()) is home
    assert projects.close_text(file.as_uri()) == (home, False)
    assert projects.close_folder((root / "texts").as_uri()) is home
    assert list(projects) == []
    assert projects.open_folder((root.parent / "nowhere").as_uri()) is None
    assert projects.close_folder("file:///never") is projects.close_text("file:///never") is None


def test_what_is_written_stands_before_the_disk_until_it_is_closed(root: Path) -> None:
    projects, file = Projects(), root / "arguments/d.argmap"
    home = opened(projects, file, text=TEXT.replace("because", "becuase"))
    assert home is not None
    home.check()
    assert home.state is not None and [one.code for one in home.state.loaded.errors] == ["A010"]
    projects.close_text(file.as_uri())
    home.check()
    assert home.state.loaded.errors == ()


def test_one_file_under_two_addresses_is_as_it_was_written_last(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root, target_is_directory=True)
    projects = Projects()
    home = opened(projects, root / "arguments/d.argmap")
    assert opened(projects, link / "arguments/d.argmap", text="# other\n") is home
    assert home is not None
    home.check()
    assert home.state is not None and home.state.files["arguments/d.argmap"].source.text == "# other\n"
    assert projects.close_text((link / "arguments/d.argmap").as_uri()) == (home, False)
    home.check()
    assert home.state.files["arguments/d.argmap"].source.text == TEXT


def test_a_nearer_project_has_its_own_files(root: Path) -> None:
    (root / "arguments/inner/arguments").mkdir()
    projects = Projects()
    outer, inner = root / "arguments/d.argmap", root / "arguments/inner/arguments/d.argmap"
    homes = [opened(projects, outer), opened(projects, inner)]
    assert [home.root for home in homes if home] == [root, root / "arguments/inner"]
    assert projects.home_of(inner.as_uri()) is homes[1]


def test_the_files_beside_and_the_file_that_a_source_means(root: Path) -> None:
    (root / "argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    (root / "texts/e\u0301t\u00e9.txt").write_text("x", encoding="utf-8")
    home = Home(root)
    assert home.sources_beside() == ("e\u0301t\u00e9.txt",)
    assert home.source_path("\u00e9t\u00e9.txt") == root / "texts/e\u0301t\u00e9.txt"
    assert home.source_path("other.txt") is None
    assert Home(root, alone=root / "x.argmap").sources_beside() == ()
