"""`argmap import` and `argmap export` of tables and annotations, as processes."""

import json
from pathlib import Path

from program import Program

TEXT = "Trams at last.\nThey say that trams are quiet at night, and that the shops would gain by them.\n"


def test_a_survey_comes_in_is_compared_and_goes_out(argmap: Program, tmp_path: Path) -> None:
    table = tmp_path / "survey.csv"
    table.write_text("Question;Ann;Bob\nTrams?;yes;no\nBuses?;yes (likely);\n", encoding="utf-8")
    folder = tmp_path / "survey"
    ran = argmap("import", str(table), "-o", str(folder), "--set", "by=The town")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"3 files written into {folder}, read as stance-table\nkept:\n  3 answers\n")
    assert "reports trams-no from Bob: Trams? no\n" in (folder / "arguments" / "survey.argmap").read_text("utf-8")
    assert argmap("check", within=str(folder)).code == 0
    assert "the answer of Bob" in argmap("compare", "--issue", "trams", "--full", within=str(folder)).out
    out = tmp_path / "out.xlsx"
    assert argmap("export", "stance-table", "--set", "form=xlsx", "-o", str(out), within=str(folder)).code == 0
    again = tmp_path / "again"
    assert argmap("import", str(out), "-o", str(again)).code == 0
    assert (
        argmap("export", "stance-table", within=str(again)).out
        == argmap("export", "stance-table", within=str(folder)).out
    )


def test_annotations_come_in_with_proved_cues(argmap: Program, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "trams.txt").write_text(TEXT, encoding="utf-8")
    target = {"selector": [{"type": "TextQuoteSelector", "exact": "trams are quiet at night"}]}
    rows = [{"uri": "https://example.org/trams.txt", "text": "Trams make no noise.", "target": [target]}]
    (tmp_path / "a.json").write_text(json.dumps({"rows": rows}), encoding="utf-8")
    folder = tmp_path / "made"
    ran = argmap(
        *("import", str(tmp_path / "a.json"), "-o", str(folder), "--sources", str(sources)),
        *("--set", "author=Ann Able", "--format", "json"),
    )
    told = json.loads(ran.out)
    assert (told["format"], told["files"], told["findings"]) == ("annotations", ["arguments/trams-txt.argmap"], [])
    assert (
        argmap("check", "--sources", str(sources), within=str(folder)).err
        == "1 document, 1 claim, 1 cue looked up: no findings\n"
    )
    exported = json.loads(argmap("export", "annotations", "--sources", str(sources), within=str(folder)).out)
    (selector, _) = exported["first"]["items"][0]["target"]["selector"]
    assert TEXT.count(selector["exact"]) == 1


def test_brat_files_lie_side_by_side(argmap: Program, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "e.txt").write_text(TEXT, encoding="utf-8")
    start = TEXT.index("trams are")
    (corpus / "e.ann").write_text(f"T1\tClaim {start} {start + 15}\ttrams are quiet\n", encoding="utf-8")
    folder = tmp_path / "made"
    assert argmap("import", str(corpus), "-o", str(folder), "--sources", str(corpus)).code == 0
    assert argmap("check", "--sources", str(corpus), within=str(folder)).code == 0


def test_what_is_no_table_is_said_with_its_place(argmap: Program, tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_bytes("holder,issue,position\nÖrn,Trams?,yes\n".encode("latin-1"))
    ran = argmap("import", str(table), "-o", str(tmp_path / "p"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "argmap: t.csv, line 2: byte 0xD6 is not UTF-8; save the file as UTF-8\n"
    assert not (tmp_path / "p").exists()
