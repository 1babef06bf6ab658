"""What comes with argmap and is of others: whose it is, texts that are what they were, and cues that anybody finds."""

import re
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from argmap.api.starting import EXAMPLES

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "argmap" / "examples"
DIGESTS = {
    "federalist/texts/brutus-1.txt": "5eb588c7a053f965f23ffc11b3f18d702e2007db0c6e4fd32981cb2a19df4833",
    "federalist/texts/federalist-10.txt": "56249255483b53ca011b9c2dd57f057a7080b418cd500b0b3ca58575088e8b70",
    "federalist/texts/federalist-14.txt": "10bc348c6d9efd77fdb759a5b217d703106e85299dab3fbeec60a6193ea128c8",
}
LICENCES = {
    "argmap/examples/federalist": "LicenseRef-Public-Domain",
    "argmap/similarity/minilm_data": "Apache-2.0",
    "argmap/similarity/wordnet_data": "LicenseRef-WordNet",
}
"""By the folder of its notice, the licence of what is not argmap's own."""
MOST = 64_000
"""Bytes of text in one example: it travels in every installation."""
PLACE = re.compile(r'^ +at: (\d+ )?"')


def test_the_texts_are_what_they_were() -> None:
    found = {path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in FOLDER.glob("*/texts/*")}
    assert {name: sha256(data).hexdigest() for name, data in found.items()} == DIGESTS
    for name in EXAMPLES:
        assert sum(len(data) for path, data in found.items() if path.startswith(f"{name}/")) <= MOST


def test_each_folder_is_an_example() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(EXAMPLES)


WITH_TEXTS = [name for name in EXAMPLES if (FOLDER / name / "texts").is_dir()]


@pytest.mark.parametrize("name", WITH_TEXTS)
def test_a_notice_says_whose_each_text_is(name: str) -> None:
    notice = FOLDER / name / "NOTICE"
    for text in (FOLDER / name / "texts").iterdir():
        assert f"\n{text.name}\n" in notice.read_text(encoding="utf-8")
    assert "public domain" in notice.read_text(encoding="utf-8")


def test_every_notice_travels_with_the_package_and_its_licence_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    patterns = project["license-files"]
    # Hatchling takes `**` for one folder, and so would leave out what is deeper without a word.
    assert [pattern for pattern in patterns if "**" in pattern] == []
    travelling = {path.relative_to(ROOT).as_posix() for pattern in patterns for path in ROOT.glob(pattern)}
    notices = {path.parent.relative_to(ROOT).as_posix() for path in (ROOT / "argmap").rglob("NOTICE")}
    assert notices == LICENCES.keys()
    assert {"LICENSE", *(f"{folder}/NOTICE" for folder in notices)} <= travelling
    assert set(project["license"].split(" AND ")) == {"MIT", *LICENCES.values()}
    assert "argmap/similarity/minilm_data/LICENSE" in travelling
    licence = " ".join((ROOT / "LICENSE").read_text(encoding="utf-8").split())
    assert [folder for folder in notices if folder not in licence] == []


@pytest.mark.parametrize("name", WITH_TEXTS)
def test_every_cue_names_its_line(name: str) -> None:
    places = [
        found
        for path in (FOLDER / name / "arguments").rglob("*.argmap")
        for line in path.read_text(encoding="utf-8").splitlines()
        if (found := PLACE.match(line))
    ]
    assert len(places) > 100
    assert [found[0] for found in places if not found[1]] == []
