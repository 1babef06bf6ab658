"""Keep one comment on a pull request: the first push writes it, each later one edits it.

Where the token may not write, as for a fork, the job's summary says the same, and nothing fails.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

TAG = "<!-- argmap-diff -->"
_MAY_NOT = (401, 403, 404)
_PAGES = 30
_A_PAGE = 100


def main() -> int:
    """Write, edit or leave alone; the exit code is always 0, since a comment is a kindness."""
    body = (Path(os.environ["FOLDER"]) / "comment.md").read_text(encoding="utf-8")
    changes = json.loads((Path(os.environ["FOLDER"]) / "changes.json").read_text(encoding="utf-8"))
    issues = f"{os.environ['GITHUB_API_URL']}/repos/{os.environ['GITHUB_REPOSITORY']}/issues"
    try:
        for comment in _own(f"{issues}/{int(os.environ['PULL_REQUEST'])}/comments"):
            if comment.get("body") == body:
                return _say("the comment says it already")
            try:
                _call("PATCH", f"{issues}/comments/{int(comment['id'])}", {"body": body})
                return _say("the comment is edited")
            except HTTPError as error:
                # Somebody may have quoted the tag in a comment of theirs: it is not this token's to edit.
                if error.code not in _MAY_NOT:
                    raise
        if not changes["changes"] and not changes["partial"]:
            return _say("nothing changed, so nothing is said")
        _call("POST", f"{issues}/{int(os.environ['PULL_REQUEST'])}/comments", {"body": body})
        return _say("the comment is written")
    except HTTPError as error:
        if error.code in _MAY_NOT:
            return _say("this token may not write comments, as that of a fork may not: the summary of the job says it")
        return _say(f"no comment, since the host answered {error.code}: the summary of the job says it")
    except URLError as error:
        return _say(f"no comment, since the host cannot be reached ({error.reason}): the summary of the job says it")


def _own(url: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for page in range(1, _PAGES + 1):
        comments = _call("GET", f"{url}?per_page={_A_PAGE}&page={page}", None)
        found += [comment for comment in comments if str(comment.get("body", "")).startswith(TAG)]
        if len(comments) < _A_PAGE:
            break
    return found


def _call(method: str, url: str, content: dict[str, str] | None) -> list[dict[str, object]]:
    request = Request(url, method=method, data=None if content is None else json.dumps(content).encode())  # noqa: S310
    request.add_header("Accept", "application/vnd.github+json")
    request.add_header("Authorization", f"Bearer {os.environ['TOKEN']}")
    request.add_header("Content-Type", "application/json")
    with urlopen(request, timeout=30) as answer:  # noqa: S310
        said = json.load(answer)
    return said if isinstance(said, list) else [said]


def _say(text: str) -> int:
    print(f"argmap diff: {text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
