"""A project that is checked whenever it changes."""

from pathlib import Path

from harbour_town import written

from argmap.api.checking import check, watch


def test_it_is_checked_now_and_after_each_change_as_a_check_would(tmp_path: Path) -> None:
    root = written(tmp_path)
    file, waits = root / "arguments/second.argmap", 0
    good = file.read_text(encoding="utf-8")
    settings = (root / "argmap.toml").read_text(encoding="utf-8")

    def wait(seconds: float) -> None:
        nonlocal waits
        waits += 1
        if waits == 3:
            file.write_text(good.replace("because", "becuase"), encoding="utf-8")
        elif waits == 5:
            (root / "argmap.toml").write_text(settings + 'sources = "sources"\n', encoding="utf-8")
        elif waits == 7:
            (root / "sources/first.txt").write_text("Nothing of all that.\n", encoding="utf-8")

    checks = watch(root, wait=wait)
    for count in range(4):
        found, alike = next(checks), check([root], cached=False)
        assert (found.findings, found.documents, found.claims) == (alike.findings, alike.documents, alike.claims)
        assert (found.cues, found.switched_off) == (alike.cues, alike.switched_off)
        assert waits == (0, 3, 5, 7)[count]
    assert [one.code for one in found.findings].count("A501") > 1
