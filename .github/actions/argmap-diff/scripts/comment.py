"""Keep one comment on a pull request: the first push writes it, each later one edits it.

A comment is a kindness: whatever the host answers, or fails to answer, the job goes on, and its summary says the same.
Only a comment that begins with the tag of this use of the action, and that the token's own user wrote, is edited.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from threading import Timer
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener

TAG = "<!-- argmap-diff -->"
_WORKFLOW_USER = "github-actions[bot]"
"""Who writes with the token that a workflow has by itself; its host tells no installation who it is."""
_MAY_NOT = (401, 403, 404)
_PAGES = 30
_A_PAGE = 100
_SECONDS = 20
_SECONDS_IN_ALL = 90
_LARGEST = 20_000_000
_PIECE = 65536
_ADDRESS = re.compile(r"https?://[A-Za-z0-9._~:/?#&=%+-]+")


class _NoRedirect(HTTPRedirectHandler):
    """The token is for one host."""

    def redirect_request(self, *_: object) -> None:
        """Follow none."""


_opener = build_opener(_NoRedirect)


def main() -> int:
    """Write, edit or leave alone; the exit code is always 0."""
    # Each byte may come in time, and the last one never.
    watch = Timer(_SECONDS_IN_ALL, _give_up)
    watch.daemon = True
    watch.start()
    try:
        return _say(_kept())
    except HTTPError as error:
        if error.code in _MAY_NOT:
            return _missing("this token may not write comments, as that of a fork may not")
        return _missing(f"the host answered {error.code}")
    except URLError as error:
        return _missing(f"the host cannot be reached ({error.reason})")
    except (OSError, HTTPException) as error:
        return _missing(f"the host broke off ({type(error).__name__})")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return _missing(f"the host answered something else than expected ({type(error).__name__})")


def _kept() -> str:
    """Bring the comment up to date; what was done."""
    folder = Path(os.environ["FOLDER"])
    changes = json.loads((folder / "changes.json").read_text(encoding="utf-8"))
    tag = _tag()
    body = tag + (folder / "comment.md").read_text(encoding="utf-8").removeprefix(TAG) + _page()
    issues = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    comments = f"{issues}/{int(os.environ['PULL_REQUEST'])}/comments"
    tagged = [comment for comment in _comments(comments) if str(comment.get("body", "")).startswith(tag)]
    users = _users() if tagged else frozenset()
    for comment in tagged:
        if _author(comment) not in users:
            continue
        if comment["body"] == body:
            return "the comment says it already"
        try:
            _call("PATCH", f"{issues}/comments/{int(comment['id'])}", {"body": body})
        except HTTPError as error:
            # It is this user's, and yet not this token's to edit.
            if error.code not in _MAY_NOT:
                raise
        else:
            return "the comment is edited"
    if not changes["changes"] and not changes["partial"]:
        return "nothing changed, so nothing is said"
    _call("POST", comments, {"body": body})
    return "the comment is written"


def _page() -> str:
    """A link to the page that was kept with this run; nothing where none was."""
    url = os.environ.get("PAGE_URL", "")
    if not _ADDRESS.fullmatch(url):
        return ""
    return f"\n\n[The whole project with these changes, as one page]({url}): an archive with `page.html`.\n"


def _tag() -> str:
    """What the comment of this use of the action begins with: two uses, on two projects or on parts, keep two."""
    folder = os.environ.get("WORKING_DIRECTORY", "").strip().strip("/") or "."
    paths = os.environ.get("PATHS", "").split()
    if folder == "." and not paths:
        return TAG
    # Nothing of a name can end the comment that the tag is; its bytes are the same in every locale.
    words = " ".join(quote(os.fsencode(word), safe="/.").replace("-", "%2D") for word in (folder, *paths))
    return f"{TAG.removesuffix(' -->')} {words} -->"


def _users() -> frozenset[str]:
    """The names under which the token's user may have written."""
    if os.environ.get("GITHUB_GRAPHQL_URL"):
        try:
            answer = _call("POST", os.environ["GITHUB_GRAPHQL_URL"], {"query": "{ viewer { login } }"})
            return frozenset({str(answer["data"]["viewer"]["login"])})
        except (OSError, HTTPException, ValueError, TypeError, KeyError, RecursionError):
            pass
    try:
        return frozenset({str(_call("GET", f"{os.environ['GITHUB_API_URL']}/user")["login"])})
    except (OSError, HTTPException, ValueError, TypeError, KeyError, RecursionError):
        return frozenset({_WORKFLOW_USER})


def _author(comment: dict[str, Any]) -> str | None:
    user = comment.get("user")
    return user.get("login") if isinstance(user, dict) else None


def _comments(url: str) -> Iterator[dict[str, Any]]:
    for page in range(1, _PAGES + 1):
        found = _call("GET", f"{url}?per_page={_A_PAGE}&page={page}")
        if not isinstance(found, list):
            raise TypeError
        yield from (comment for comment in found if isinstance(comment, dict))
        if len(found) < _A_PAGE:
            return


def _call(method: str, url: str, content: dict[str, str] | None = None) -> Any:  # noqa: ANN401
    request = Request(url, method=method, data=None if content is None else json.dumps(content).encode())  # noqa: S310
    request.add_header("Accept", "application/vnd.github+json")
    request.add_header("Authorization", f"Bearer {os.environ['TOKEN']}")
    request.add_header("Content-Type", "application/json")
    with _opener.open(request, timeout=_SECONDS) as answer:
        return json.loads(_read(answer))


def _read(answer: Any) -> bytes:  # noqa: ANN401
    """All of an answer, unless it is endless."""
    data = b""
    while piece := answer.read1(_PIECE):
        data += piece
        if len(data) > _LARGEST:
            raise ValueError
    return data


def _give_up() -> None:
    _missing("the host took too long")
    sys.stdout.flush()
    os._exit(0)


def _missing(why: str) -> int:
    return _say(f"no comment, since {why}: the summary of the job says it")


def _say(text: str) -> int:
    print(f"argmap diff: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
