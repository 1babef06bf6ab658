"""A language server among bad input, and folders that come and go: it answers, says so, and lives."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pytest
from conftest import BAD, FILES, written
from started_server import SECONDS, StartedServer

pytest.importorskip("pygls", reason="THE LANGUAGE SERVER IS NOT TRIED: pip install '.[lsp]'")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[StartedServer]:
    started = StartedServer(tmp_path)
    yield started
    started.process.kill()
    started.process.wait()
    assert not [told for told in started.told if "garbage" in told]


def test_it_begins_and_ends_as_the_protocol_says(server: StartedServer, project: Path) -> None:
    answer = server.begin(project)["result"]
    assert answer["serverInfo"]["name"] == "argmap"
    assert answer["capabilities"]["positionEncoding"] == "utf-16"
    assert server.end() == 0


def test_an_end_without_a_shutdown_is_no_success(server: StartedServer, project: Path) -> None:
    server.begin(project)
    server.message(method="exit")
    assert server.process.wait(SECONDS) == 1


def test_an_editor_that_is_gone_ends_it(server: StartedServer, project: Path) -> None:
    server.begin(project)
    assert server.process.stdin is not None
    server.process.stdin.close()
    server.process.wait(SECONDS)


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x00\xff\x00 nonsense\r\n\r\n",
        b"x" * 100_000 + b"\n",
        b"Content-Length: 5\r\n\r\n{\xff}}}",
        b"Content-Length: 2\r\n\r\n[]",
        b"Content-Length: 4\r\n\r\nnull",
        b'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}',
        b'Content-Length: 33\r\n\r\n{"jsonrpc":"2.0","method":"no/no"}',
        b'Content-Length: 67\r\n\r\n{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"x":[]}}',
        b'Content-Length: 62\r\n\r\n{"jsonrpc":"2.0","id":99,"method":"textDocument/hover","params":0}',
    ],
    ids=range(9),
)
def test_nonsense_is_survived(nonsense: bytes, server: StartedServer, project: Path) -> None:
    server.begin(project)
    head, _, body = nonsense.partition(b"\r\n\r\n")
    if head.startswith(b"Content-Length"):
        nonsense = b"Content-Length: %d\r\n\r\n%s" % (len(body), body)
    server.send(nonsense)
    server.open(project / "arguments/bad.argmap", BAD)
    server.shows(project / "arguments/bad.argmap", ["A010"])
    assert server.end() == 0


def test_what_comes_before_the_beginning_is_survived(server: StartedServer, project: Path) -> None:
    server.open(project / "arguments/bad.argmap", BAD)
    assert "error" in server.ask("textDocument/hover", {"textDocument": {"uri": "file:///x"}, "position": {}})
    server.begin(project)
    assert server.end() == 0


def test_a_file_that_is_no_text_is_a_finding_until_the_editor_has_a_text(server: StartedServer, project: Path) -> None:
    path = project / "arguments/odd.argmap"
    path.write_bytes(b"# \xff\n")
    server.begin(project)
    server.shows(path, ["A001"])
    server.open(path, "document odd: Odd\n  author a: A\n\nclaims one: One.\n  because two: Two.\n")
    server.shows(path, [])
    server.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})
    server.shows(path, ["A001"])
    assert path.read_bytes() == b"# \xff\n"
    assert server.end() == 0


def test_what_is_not_saved_stands_before_the_disk(server: StartedServer, project: Path) -> None:
    first, second = project / "arguments/first.argmap", project / "arguments/second.argmap"
    server.begin(project)
    text = first.read_text(encoding="utf-8").replace("despite dear", "despite costly")
    server.open(first, text)
    second.write_text(f"{FILES['arguments/second.argmap']}  because first.costly\n", encoding="utf-8")
    changed = [{"uri": second.as_uri(), "type": 2}]
    server.tell("workspace/didChangeWatchedFiles", changes=changed)
    second.write_text(f"{FILES['arguments/second.argmap']}  because first.dear\n", encoding="utf-8")
    server.tell("workspace/didChangeWatchedFiles", changes=changed)
    server.shows(second, ["A103"])
    first.write_text("document other: Nothing of that\n  author a: A\n", encoding="utf-8")
    server.tell("textDocument/didClose", textDocument={"uri": first.as_uri()})
    server.shows(first, ["A208"])
    assert server.end() == 0


def test_a_folder_that_vanishes_and_comes_back(server: StartedServer, project: Path) -> None:
    bad = project / "arguments/bad.argmap"
    bad.write_text(BAD, encoding="utf-8")
    server.begin(project)
    server.shows(bad, ["A010"])
    shutil.rmtree(project)
    server.tell("workspace/didChangeWatchedFiles", changes=[{"uri": bad.as_uri(), "type": 3}])
    server.shows(bad, [])
    written(project)
    bad.write_text(BAD, encoding="utf-8")
    server.tell("workspace/didChangeWatchedFiles", changes=[{"uri": bad.as_uri(), "type": 1}])
    server.shows(bad, ["A010"])
    assert server.end() == 0


def test_two_projects_and_a_file_of_none_know_nothing_of_each_other(
    server: StartedServer, project: Path, tmp_path: Path
) -> None:
    other = written(tmp_path / "other")
    alone = tmp_path / "alone.argmap"
    server.begin(project, other)
    server.open(alone, BAD)
    server.shows(alone, ["A010"])
    for root in (project, other):
        server.open(root / "arguments/third.argmap", f"{BAD.replace('becuase', 'because')}  because first.no\n")
        server.shows(root / "arguments/third.argmap", ["A103"])
    removed = [{"uri": other.as_uri(), "name": "other"}]
    server.tell("workspace/didChangeWorkspaceFolders", event={"added": [], "removed": removed})
    server.tell("textDocument/didClose", textDocument={"uri": (other / "arguments/third.argmap").as_uri()})
    server.shows(other / "arguments/third.argmap", [])
    assert server.end() == 0


def test_texts_that_are_in_no_file_are_checked_alone(server: StartedServer, project: Path) -> None:
    server.begin(project)
    item = {"uri": "untitled:Untitled-1", "languageId": "argmap", "version": 1, "text": BAD}
    server.tell("textDocument/didOpen", textDocument=item)
    shown = server.wait(lambda told: (told.get("params") or {}).get("uri") == "untitled:Untitled-1")
    assert [one["code"] for one in shown["params"]["diagnostics"]] == ["A010"]
    edit = [{"text": "{}"}]
    for address, language in (("git:/a.argmap", "argmap"), ("file:///a.toml", "toml"), ("nonsense", "plaintext")):
        item = {"uri": address, "languageId": language, "version": 1, "text": BAD}
        server.tell("textDocument/didOpen", textDocument=item)
        server.tell("textDocument/didChange", textDocument={"uri": address, "version": 2}, contentChanges=edit)
        where = {"textDocument": {"uri": address}, "position": {"line": 0, "character": 0}}
        assert server.ask("textDocument/hover", where)["result"] is None
    assert server.end() == 0


def test_a_project_without_files_waits_for_the_first(server: StartedServer, tmp_path: Path) -> None:
    (tmp_path / "empty/arguments").mkdir(parents=True)
    server.begin(tmp_path / "empty")
    server.open(tmp_path / "empty/arguments/bad.argmap", BAD)
    server.shows(tmp_path / "empty/arguments/bad.argmap", ["A010"])
    assert server.end() == 0


def test_letters_outside_the_basic_plane_keep_their_places(server: StartedServer, project: Path) -> None:
    path = project / "arguments/bad.argmap"
    server.begin(project)
    server.open(path, "document bad: 𝔸\n  author author-c: Author C\n\nclaims 𝔸𝔸: One 🚋.\n  because x: 🚋 y\n")
    change = {"start": {"line": 4, "character": 13}, "end": {"line": 4, "character": 15}}
    version = {"uri": path.as_uri(), "version": 2}
    server.tell("textDocument/didChange", textDocument=version, contentChanges=[{"range": change, "text": "🚋\n  𝔸"}])
    shown = server.wait(lambda told: (told.get("params") or {}).get("version") == 2)
    (one,) = shown["params"]["diagnostics"]
    assert (one["code"], one["range"]["start"]) == ("A010", {"line": 5, "character": 2})
    assert one["range"]["end"]["character"] == 4
    assert server.end() == 0


def test_nothing_outside_the_project_is_read_or_written(server: StartedServer, project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.argmap"
    secret.write_text(BAD, encoding="utf-8")
    (project / "arguments/link.argmap").symlink_to(secret)
    before = sorted(path for path in tmp_path.rglob("*"))
    server.begin(project)
    server.shows(project / "arguments/link.argmap", ["A001"])
    assert server.end() == 0
    assert sorted(path for path in tmp_path.rglob("*")) == before
    assert "becuase" not in json.dumps(server.told)


def test_an_editor_that_cannot_watch_the_disk_is_told_all_the_same(server: StartedServer, project: Path) -> None:
    server.begin(project)
    path = project / "arguments/bad.argmap"
    server.open(project / "arguments/draft.argmap", "# nothing yet\n")
    server.ask("textDocument/foldingRange", {"textDocument": {"uri": (project / "arguments/draft.argmap").as_uri()}})
    sleep(0.3)
    path.write_text(BAD, encoding="utf-8")
    server.shows(path, ["A010"])
    path.unlink()
    server.shows(path, [])
    assert server.end() == 0


def test_a_folder_of_sources_that_is_not_there_is_said_once(server: StartedServer, project: Path) -> None:
    (project / "argmap.toml").write_text('sources = "texts"\n', encoding="utf-8")
    server.begin(project)
    told = server.wait(lambda told: told.get("method") == "window/showMessage")
    assert told["params"]["message"].endswith(f"source texts {project.resolve()}/texts, so that no cue is proved")
    server.open(project / "arguments/bad.argmap", BAD)
    server.shows(project / "arguments/bad.argmap", ["A010"])
    assert server.end() == 0
    assert sum(told.get("method") == "window/showMessage" for told in server.told) == 1
