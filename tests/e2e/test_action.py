"""The Action's scripts, run as a runner runs them: real repositories, and a host that is only on this machine."""

import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import create_server, socket
from subprocess import CompletedProcess, run
from threading import Thread
from time import sleep

import attrs
import pytest
import yaml
from conftest import written
from repository import Git

ROOT = Path(__file__).parents[2]
ACTION = ROOT / ".github" / "actions" / "argmap-diff"
TAG = "<!-- argmap-diff -->"
pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("bash") is None or shutil.which("git") is None, reason="needs bash and git"
)


@attrs.frozen
class Runner:
    """What a runner gives to each step, and what the step leaves there."""

    folder: Path
    temporary: Path

    def __call__(self, script: str, **values: str) -> CompletedProcess[str]:
        path = ACTION / "scripts" / script
        command = [sys.executable, str(path)] if path.suffix == ".py" else ["bash", str(path)]
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GIT_", "ARGMAP"))}
        files = {name: str(self.temporary / name) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
        given = {"ACTION": str(ACTION), "RUNNER_TEMP": str(self.temporary), "ARGMAP_CACHE": str(self.temporary / "c")}
        return run(
            command,
            cwd=self.folder,
            env=kept | files | given | {"PYTHONUTF8": "1"} | values,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    @property
    def outputs(self) -> dict[str, str]:
        lines = (self.temporary / "GITHUB_OUTPUT").read_text(encoding="utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)

    @property
    def summary(self) -> str:
        return (self.temporary / "GITHUB_STEP_SUMMARY").read_text(encoding="utf-8")


@attrs.frozen
class PullRequest:
    """A repository on a host, with one pull request: its branch, its base, and the merge that the host makes of it."""

    remote: Git
    base: str
    head: str
    merge: str


@pytest.fixture
def pull_request(project: Path) -> PullRequest:
    """It turns one stance round; since it began, the base has got another claim."""
    remote = Git.new(project)
    remote.commit(message="The project")
    remote("checkout", "-q", "-b", "change")
    second = project / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("trams: no", "trams: yes"), encoding="utf-8")
    head = remote.commit(message="Turn round")
    remote("checkout", "-q", "main")
    first = project / "arguments" / "first.argmap"
    first.write_text(first.read_text(encoding="utf-8") + "\nclaims more: More.\n  because: More.\n", encoding="utf-8")
    base = remote.commit(message="Go on")
    remote("checkout", "-q", "--detach")
    remote("merge", "-q", "--no-ff", "-m", "Merge", "change")
    merge = remote("rev-parse", "HEAD")
    remote("update-ref", "refs/pull/1/merge", merge)
    remote("checkout", "-q", "main")
    remote("config", "uploadpack.allowAnySHA1InWant", "true")
    return PullRequest(remote, base, head, merge)


def checked_out(pull: PullRequest, folder: Path, what: str, depth: int = 1) -> Runner:
    """As the checkout action does it: one commit, and no branch."""
    clone = Git.new(folder)
    clone("remote", "add", "origin", pull.remote.folder.as_uri())
    clone("fetch", "-q", "--no-tags", f"--depth={depth}", "origin", what)
    clone("checkout", "-q", "--detach", "FETCH_HEAD")
    temporary = folder.with_name(folder.name + "-temporary")
    temporary.mkdir()
    return Runner(folder, temporary)


@pytest.fixture
def runner(pull_request: PullRequest, tmp_path: Path) -> Runner:
    return checked_out(pull_request, tmp_path / "clone", "refs/pull/1/merge")


def compared(runner: Runner, base: str, **values: str) -> CompletedProcess[str]:
    found = runner("base.sh", BASE=base)
    assert found.returncode == 0, found.stdout + found.stderr
    return runner("compare.py", OLD=runner.outputs["old"], **values)


def test_a_pull_request_is_compared_with_what_it_would_be_merged_into(
    runner: Runner, pull_request: PullRequest
) -> None:
    ran = compared(runner, pull_request.base, FAIL_ON="high")

    assert ran.returncode == 0, ran.stderr
    assert runner.outputs["old"] == pull_request.base
    told = {name: runner.outputs[name] for name in ("changed", "stances-changed", "conflicts-closed", "code")}
    assert told == {"changed": "true", "stances-changed": "1", "conflicts-closed": "1", "code": "1"}
    assert "::error file=arguments/second.argmap" in ran.stdout
    assert runner.summary.startswith(TAG)
    assert "More" not in runner.summary
    files = sorted(path.name for path in Path(runner.outputs["folder"]).iterdir())
    assert files == ["changes.html", "changes.json", "changes.svg", "comment.md"]


def test_a_page_is_kept_where_it_is_asked_for(runner: Runner, pull_request: PullRequest) -> None:
    assert compared(runner, pull_request.base, PAGE="true").returncode == 0

    page = Path(runner.outputs["folder"], "page.html").read_text(encoding="utf-8")
    assert '<article class="view" id="changes">' in page


def test_files_of_a_project_in_a_folder_are_named_as_the_repository_knows_them(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "whole")
    written(git.folder / "maps: all")
    old = git.commit()
    second = git.folder / "maps: all" / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("trams: no", "trams: yes"), encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    ran = Runner(git.folder / "maps: all", temporary)("compare.py", OLD=old)

    assert ran.returncode == 0, ran.stderr
    assert "::warning file=maps%3A all/arguments/second.argmap,line=" in ran.stdout


@pytest.mark.skipif(os.name != "posix", reason="as POSIX systems do it")
def test_letters_that_the_locale_does_not_know_change_nothing(tmp_path: Path) -> None:
    git = Git.new(tmp_path / "whole")
    place = git.folder / "straßen" / "größe"
    written(place)
    old = git.commit()
    second = place / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("trams: no", "trams: yes"), encoding="utf-8")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    values = {"OLD": old, "OUTPUT": str(temporary / "ausgänge"), "LABEL": "gut ✓", "LABELS": '["gut ✓"]'}
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = Runner(place, temporary)("compare.py", **values, **ascii_only)

    assert ran.returncode == 0, ran.stderr
    assert "::warning file=straßen/größe/arguments/second.argmap,line=" in ran.stdout
    outputs = Runner(place, temporary).outputs
    assert (outputs["approved"], outputs["folder"]) == ("true", str(temporary / "ausgänge"))
    assert "The label `gut ✓` approves these changes." in Runner(place, temporary).summary


def test_a_base_that_went_on_since_the_merge_was_made(runner: Runner, pull_request: PullRequest) -> None:
    file = pull_request.remote.folder / "arguments" / "first.argmap"
    file.write_text(file.read_text(encoding="utf-8") + "\nclaims later: Later.\n  because: L.\n", encoding="utf-8")
    later = pull_request.remote.commit(message="And on")

    assert compared(runner, later).returncode == 0
    assert runner.outputs["old"] == pull_request.base


@pytest.mark.parametrize("depth", [1, 2])
def test_a_branch_that_is_no_merge_is_compared_with_where_it_began(
    pull_request: PullRequest, tmp_path: Path, depth: int
) -> None:
    runner = checked_out(pull_request, tmp_path / "clone", pull_request.head, depth)

    assert compared(runner, "main").returncode == 0
    began = pull_request.remote("merge-base", pull_request.base, pull_request.head)
    assert runner.outputs["old"] == began
    assert runner.outputs["stances-changed"] == "1"


def test_the_first_push_of_a_branch_has_everything_to_say(runner: Runner) -> None:
    assert compared(runner, "0" * 40).returncode == 0
    assert runner.outputs["changed"] == "true"


@pytest.mark.parametrize("base", ["", "--upload-pack=x", "f" * 40, "gone"])
def test_a_base_that_is_not_there_is_said(runner: Runner, base: str) -> None:
    ran = runner("base.sh", BASE=base)

    assert ran.returncode == 1
    assert ran.stdout.startswith("::error title=argmap diff::")


def test_the_label_approves(runner: Runner, pull_request: PullRequest) -> None:
    labels = json.dumps(["other", "stances-approved"])
    compared(runner, pull_request.base, FAIL_ON="high", LABEL="stances-approved", LABELS=labels)

    assert runner.outputs["approved"] == "true"
    assert "approves these changes" in runner.summary
    values = {"CODE": runner.outputs["code"], "FAIL_ON": "high", "LABEL": "stances-approved"}
    assert runner("judge.sh", APPROVED="true", **values).returncode == 0
    refused = runner("judge.sh", APPROVED="false", **values)
    assert refused.returncode == 1
    assert "stances-approved" in refused.stdout


def test_a_file_that_cannot_be_read_whole_fails_last(runner: Runner, pull_request: PullRequest) -> None:
    (runner.folder / "arguments" / "bad.argmap").write_text(
        "document bad: B\n  author author-c: C\n\nclaims one\n", encoding="utf-8"
    )
    ran = compared(runner, pull_request.base)

    assert ran.returncode == 0
    assert "::error file=arguments/bad.argmap,line=4" in ran.stdout
    assert runner.outputs["code"] == "3"
    assert "bad.argmap" in runner.summary
    assert runner("judge.sh", CODE="3", APPROVED="true", FAIL_ON="never", LABEL="").returncode == 1


def test_paths_narrow_what_is_told(runner: Runner, pull_request: PullRequest) -> None:
    compared(runner, pull_request.base, PATHS="arguments/first.argmap\n")

    assert runner.outputs["stances-changed"] == "0"


class Host(ThreadingHTTPServer):
    """Just so much of the host's interface as comments need."""

    def __init__(self, *, may_write: bool, comments: list[dict[str, object]]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.may_write = may_write
        self.comments = comments
        self.asked: list[str] = []
        self.user: dict[str, object] = {"login": "github-actions[bot]"}
        self.raw: bytes | None = None
        """What is answered to everything, instead of an answer; empty to break off."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Host

    def do_GET(self) -> None:
        if self.path == "/user":
            # As a host answers to the token that a workflow has by itself.
            self._answer(403, {"message": "Resource not accessible by integration"})
        else:
            self._answer(200, self.server.comments)

    def do_POST(self) -> None:
        self._write()

    def do_PATCH(self) -> None:
        self._write()

    def _write(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        if not self.server.may_write or (self.command == "PATCH" and self.path.endswith("/7")):
            self._answer(403, {"message": "Resource not accessible by integration"})
            return
        self.server.asked.append(f"{self.command} {self.path}")
        if self.command == "PATCH":
            for comment in self.server.comments:
                if self.path.endswith(f"/{comment['id']}"):
                    comment["body"] = body
        else:
            number = len(self.server.comments) + 1
            self.server.comments.append({"id": number, "body": body, "user": self.server.user})
        self._answer(200, {})

    def _answer(self, code: int, content: object) -> None:
        if self.server.raw == b"":
            self.connection.close()
            return
        data = self.server.raw or json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[Host]:
    quoted = {"id": 7, "body": f"{TAG}\nquoted by somebody", "user": {"login": "somebody"}}
    server = Host(may_write=True, comments=[quoted, {"id": 8, "body": None, "user": None}])
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def commented(runner: Runner, host: Host, **changes: str) -> CompletedProcess[str]:
    values = {"GITHUB_API_URL": host.url, "GITHUB_REPOSITORY": "a/b", "PULL_REQUEST": "1", "TOKEN": "t"} | changes
    return runner("comment.py", FOLDER=runner.outputs["folder"], no_proxy="*", **values)


def test_one_comment_is_written_and_then_edited(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    compared(runner, pull_request.base)
    assert "is written" in commented(runner, host).stdout
    assert "says it already" in commented(runner, host).stdout

    second = runner.folder / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("claims leave", "doubts leave"), encoding="utf-8")
    compared(runner, pull_request.base)
    assert "is edited" in commented(runner, host).stdout
    assert host.asked == ["POST /repos/a/b/issues/1/comments", "PATCH /repos/a/b/issues/comments/3"]
    assert str(host.comments[-1]["body"]).startswith(TAG)


def test_the_comment_links_the_page_that_was_kept(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    compared(runner, pull_request.base)
    for url in (
        "https://example.org/a/b/actions/runs/1/artifacts/12",
        "https://example.org/a/b/actions/runs/2/artifacts/13",
    ):
        commented(runner, host, PAGE_URL=url)
        assert f"[The whole project with these changes, as one page]({url})" in str(host.comments[-1]["body"])
    assert [asked.split()[0] for asked in host.asked] == ["POST", "PATCH"]
    for url in ("", "javascript:alert(1)", "https://example.org/x) [y](z"):
        commented(runner, host, PAGE_URL=url)
        assert "as one page" not in str(host.comments[-1]["body"])


def test_a_token_that_may_only_read_fails_nothing(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    host.may_write = False
    compared(runner, pull_request.base)
    ran = commented(runner, host)

    assert (ran.returncode, host.asked) == (0, [])
    assert "may not write comments" in ran.stdout


def test_where_nothing_changed_nothing_is_said(runner: Runner, host: Host) -> None:
    compared(runner, "HEAD")

    assert "nothing changed" in commented(runner, host).stdout
    assert host.asked == []


def test_what_somebody_else_wrote_under_the_tag_is_never_edited(
    runner: Runner, pull_request: PullRequest, host: Host
) -> None:
    before = dict(host.comments[0])
    compared(runner, pull_request.base)
    for _ in range(2):
        commented(runner, host)
    assert host.comments[0] == before
    assert host.asked == ["POST /repos/a/b/issues/1/comments"]


def test_the_token_of_a_user_edits_what_that_user_wrote(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    host.user = {"login": "somebody-else"}
    compared(runner, pull_request.base)
    commented(runner, host)
    # The host does not say who the token is, and who wrote the comment is not whoever a workflow is by itself.
    commented(runner, host)
    assert host.asked == ["POST /repos/a/b/issues/1/comments"] * 2


def test_two_uses_of_the_action_keep_two_comments(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    compared(runner, pull_request.base)
    uses = ({}, {"WORKING_DIRECTORY": "one--> two"}, {"PATHS": "arguments/first.argmap\n"})
    for _ in range(2):
        for use in uses:
            commented(runner, host, **use)
    assert host.asked == ["POST /repos/a/b/issues/1/comments"] * len(uses)
    tags = [str(comment["body"]).splitlines()[0] for comment in host.comments[2:]]
    assert len(set(tags)) == len(uses)
    assert all(tag.startswith("<!-- argmap-diff") and tag.count("-->") == 1 and tag.endswith("-->") for tag in tags)


@pytest.mark.parametrize(
    "raw",
    [b"", b"<html>maintenance</html>", b"[" * 100_000, b"{}", b"null", b'[{"body": 3}, 4]', b"\xff\xfe", b"[[]]"],
    ids=repr,
)
def test_whatever_the_host_answers_fails_nothing(
    runner: Runner, pull_request: PullRequest, host: Host, raw: bytes
) -> None:
    compared(runner, pull_request.base)
    host.raw = raw
    ran = commented(runner, host)
    assert (ran.returncode, ran.stderr, "Traceback" in ran.stdout) == (0, "", False)


def test_a_host_that_cannot_be_reached_fails_nothing(runner: Runner, pull_request: PullRequest, host: Host) -> None:
    compared(runner, pull_request.base)
    host.shutdown()
    host.server_close()

    ran = commented(runner, host)
    assert (ran.returncode, "cannot be reached" in ran.stdout) == (0, True)


def test_a_host_that_trickles_holds_nothing_up(runner: Runner, pull_request: PullRequest, tmp_path: Path) -> None:
    compared(runner, pull_request.base)
    script = tmp_path / "comment.py"
    text = (ACTION / "scripts" / "comment.py").read_text(encoding="utf-8")
    script.write_text(text.replace("_SECONDS_IN_ALL = 90", "_SECONDS_IN_ALL = 1"), encoding="utf-8")
    with create_server(("127.0.0.1", 0)) as server:
        Thread(target=trickle, args=(server,), daemon=True).start()
        values = {"GITHUB_API_URL": f"http://127.0.0.1:{server.getsockname()[1]}", "GITHUB_REPOSITORY": "a/b"}
        values |= {"FOLDER": runner.outputs["folder"], "PULL_REQUEST": "1", "TOKEN": "t", "no_proxy": "*"}
        ran = runner(str(script), **values)
    assert (ran.returncode, ran.stderr, "the host took too long" in ran.stdout) == (0, "", True)


def trickle(server: socket) -> None:
    connection, _ = server.accept()
    with connection, suppress(OSError):
        connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
        while True:
            connection.sendall(b"x")
            sleep(0.1)


def test_nothing_of_the_checkout_is_run(runner: Runner, pull_request: PullRequest, tmp_path: Path) -> None:
    marker = tmp_path / "ran"
    for module in ("venv", "pip", "argmap", "json", "lark", "ensurepip", "sitecustomize"):
        (runner.folder / f"{module}.py").write_text(f"open({str(marker)!r}, 'w').close()\n", encoding="utf-8")
    programs = runner.folder / "bin"
    programs.mkdir()
    for name in ("git", "sed", "grep", "mktemp", "python3", "mkdir"):
        (programs / name).write_text(f"#!/bin/sh\ntouch {marker}\n", encoding="utf-8")
        (programs / name).chmod(0o755)
    path = os.pathsep.join(["bin", str(programs), "", os.environ["PATH"]])
    values = {"PATH": path, "PYTHONPATH": str(runner.folder), "GITHUB_WORKSPACE": str(runner.folder)}
    # What would be installed is not there: how far it gets shows whose pip it is.
    ran = runner("install.sh", PACKAGE="./nothing", PYTHON="python3", **values)
    assert "nothing" in ran.stderr
    found = runner("base.sh", BASE=pull_request.base, **values)
    assert found.returncode == 0, found.stderr
    compared(runner, pull_request.base)
    assert not marker.exists()


def test_a_folder_that_looks_like_a_repository_decides_nothing(
    runner: Runner, pull_request: PullRequest, tmp_path: Path
) -> None:
    """git takes a folder with `HEAD`, `objects` and `refs` for a bare repository, whose `config` may name programs."""
    marker = tmp_path / "ran"
    folder = runner.folder / "docs"
    Git.new(folder, "--bare")
    with (folder / "config").open("a", encoding="utf-8") as config:
        config.write(f'[remote "origin"]\n\turl = {pull_request.remote.folder}\n')
        config.write(f'\tuploadpack = "touch {marker}; false"\n')
    ran = attrs.evolve(runner, folder=folder)("base.sh", BASE="f" * 40)
    assert (ran.returncode, marker.exists()) == (1, False)
    assert ran.stdout.startswith("::error title=argmap diff::git says: ")


def test_no_line_of_a_file_commands_the_runner(runner: Runner, pull_request: PullRequest) -> None:
    evil = "document evil: E\n  author e: E\n\nclaims c: C.\n  becuase: ##[stop-commands]x\n"
    (runner.folder / "arguments" / "evil.argmap").write_text(evil, encoding="utf-8")
    ran = compared(runner, pull_request.base)
    assert "# #[stop-commands]x" in ran.stdout
    assert "##[" not in ran.stdout + ran.stderr


def test_what_git_refuses_is_told_in_its_own_words(runner: Runner, pull_request: PullRequest) -> None:
    ran = runner("base.sh", BASE=pull_request.base, GIT_TEST_ASSUME_DIFFERENT_OWNER="1", HOME=str(runner.temporary))
    assert ran.returncode == 1
    assert ran.stdout.startswith("::error title=argmap diff::git says: ")
    assert "dubious ownership" in ran.stdout
    assert len(ran.stdout.splitlines()) == 1
    assert "force push" not in ran.stdout


def test_a_pull_request_does_not_switch_off_its_own_gate(project: Path, tmp_path: Path) -> None:
    git = Git.new(project)
    base = git.commit()
    second = project / "arguments" / "second.argmap"
    second.write_text(second.read_text(encoding="utf-8").replace("trams: no", "trams: yes"), encoding="utf-8")
    git.commit({"argmap.toml": '[changes]\nstance-reversed = "off"\nconflict-closed = "off"\n'})
    (tmp_path / "runner").mkdir()
    runner = Runner(project, tmp_path / "runner")
    compared(runner, base, FAIL_ON="high")
    assert runner.outputs["code"] == "1"
    assert "the settings in the working tree differ for conflict-closed, stance-reversed" in runner.summary


def loaded(path: Path) -> dict[str, object]:
    # YAML 1.1 takes `on` for true.
    return {str(key): value for key, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()}


def test_the_action_names_what_there_is() -> None:
    action = loaded(ACTION / "action.yml")
    steps = action["runs"]["steps"]  # type: ignore[index]
    scripts = {path.name for path in (ACTION / "scripts").iterdir() if path.is_file()}
    own, foreign = ([step for step in steps if ("uses" in step) is used] for used in (False, True))
    said = "".join(step["run"] for step in own)

    read = {
        path.name
        for path in (ACTION / "scripts").iterdir()
        if "read by the other scripts" in path.read_text("utf-8").lower()
    }
    assert {name for name in scripts if f"/scripts/{name}" in said} == scripts - read
    assert all((ACTION / "scripts" / name).stat().st_mode & stat.S_IXUSR for name in scripts if name.endswith(".sh"))
    text = (ACTION / "action.yml").read_text(encoding="utf-8")
    inputs = action["inputs"]
    assert {name for name in inputs if f"inputs.{name}" not in text} == set()  # type: ignore[attr-defined]
    assert all("${{" not in step["run"] for step in own), "an expression inside a script lets an event write the script"
    assert all(step["shell"] == "bash" for step in own)
    assert all(len(step["uses"].split("@")[1]) == 40 for step in foreign), "a tag can be moved, a commit cannot"


def test_the_page_is_kept_before_the_comment_links_it() -> None:
    steps = loaded(ACTION / "action.yml")["runs"]["steps"]  # type: ignore[index]
    names = [step["name"] for step in steps]
    keep, comment = (steps[names.index(name)] for name in ("Keep the page", "Comment"))
    assert names.index("Compare") < names.index("Keep the page") < names.index("Comment")
    assert comment["env"]["PAGE_URL"] == f"${{{{ steps.{keep['id']}.outputs.artifact-url }}}}"
    assert keep["with"]["path"] == "${{ steps.compare.outputs.folder }}/page.html"
    # What fails to be kept fails nothing, and the comment then has no link.
    assert keep["continue-on-error"] is True
    assert "inputs.page == 'true'" in keep["if"]


def test_the_workflow_hands_the_action_inputs_that_it_has_and_pins_the_others() -> None:
    workflow = loaded(ROOT / ".github" / "workflows" / "argmap.yml")
    inputs = loaded(ACTION / "action.yml")["inputs"]
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]  # type: ignore[attr-defined]
    own = [step for step in steps if step.get("uses", "").startswith("./")]

    assert [step["uses"] for step in own] == ["./.github/actions/argmap-diff"]
    assert all(set(step.get("with", {})) <= set(inputs) for step in own)  # type: ignore[call-overload]
    foreign = [step["uses"] for step in steps if "uses" in step and step not in own]
    assert all(len(used.split("@")[1]) == 40 for used in foreign), "a tag can be moved, a commit cannot"
    assert all("${{" not in step.get("run", "") for step in steps)
    assert workflow["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("hook", loaded_hooks := yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")))
def test_each_hook_does_its_work(hook: dict[str, object], project: Path, tmp_path: Path) -> None:
    command, *words = str(hook["entry"]).split()
    assert command == "argmap"
    names = [] if hook.get("pass_filenames") is False else ["arguments/first.argmap"]
    file = project / "arguments" / "first.argmap"
    file.write_text(file.read_text(encoding="utf-8").replace("Trams are quiet", "Trams   are loud"), encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ARGMAP")}
    environment |= {"ARGMAP_CACHE": str(tmp_path / "cache")}
    Git.new(project)("add", "--all")
    line = [sys.executable, "-m", command, *words, *names]
    ran = run(line, cwd=project, env=environment, capture_output=True, text=True, timeout=120, check=False)
    if hook["id"] == "argmap-build":
        assert (ran.returncode, "renders/first.svg is not staged" in ran.stderr) == (1, True)
        Git(project)("add", "--all")
        ran = run(line, cwd=project, env=environment, capture_output=True, text=True, timeout=120, check=False)

    assert ran.returncode == 0, ran.stderr
    # Else it would be skipped where a commit only deletes files, or only changes settings.
    assert bool(names) is not hook.get("always_run", False)
    assert {str(hook["id"]) for hook in loaded_hooks} == {"argmap-fmt", "argmap-check", "argmap-build"}
    assert ("renders" in {path.name for path in project.iterdir()}) is (hook["id"] == "argmap-build")
