"""Examples that come with argmap: whole projects, with which nothing is wrong."""

from pathlib import Path

import pytest

from argmap.api.checking import check
from argmap.api.starting import EXAMPLES, example


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_all_files_of_its_folder(name: str) -> None:
    folder = Path(__file__).parents[3] / "argmap" / "examples" / name
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    files = example(name)
    assert files == there
    assert list(files) == sorted(files)
    assert "argmap.toml" in files
    assert ("NOTICE" in files) is any(path.startswith("texts/") for path in files)


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_wrong_with_an_example_and_each_text_is_one_document(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, data in example(name).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    checked = check(cached=False)
    assert checked.findings == ()
    texts = tmp_path / "texts"
    if texts.is_dir():
        assert checked.documents == len(list(texts.iterdir()))
        assert checked.cues is not None and checked.cues > checked.claims


def test_what_is_no_example_is_said_with_those_that_are() -> None:
    for word in ("", "..", "Federalist", "federalist/texts"):
        with pytest.raises(ValueError, match="there is `bike-lanes`, `federalist`"):
            example(word)
