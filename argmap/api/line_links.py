"""The addresses of lines on the host of a repository, where a run on that host says what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from argmap.api.sides import Sides


@attrs.frozen
class Host:
    """How one kind of host says in its environment where a line is.

    Attributes:
        base: Variables whose values, joined by ``/``, are the address of the repository.
        commit: The variable that holds the commit which is checked out.
        files: What stands between the repository and a commit in an address.
    """

    base: tuple[str, ...]
    commit: str
    files: str


HOSTS = (
    Host(("GITHUB_SERVER_URL", "GITHUB_REPOSITORY"), "GITHUB_SHA", "blob"),
    Host(("CI_PROJECT_URL",), "CI_COMMIT_SHA", "-/blob"),
)
"""GitHub, Gitea and Forgejo; GitLab."""


def line_links(sides: Sides, environment: Mapping[str, str]) -> Callable[[str, int, bool], str] | None:
    """The address of a line: its file, its number, whether it is of the new side; None outside the hosts' own runs.

    The working tree counts as the commit that was checked out; a side that is in no commit has no addresses.
    """
    host = next((host for host in HOSTS if all(environment.get(name) for name in (*host.base, host.commit))), None)
    commits = {is_new: side.commit for is_new, side in ((False, sides.old), (True, sides.new))}
    if host is None or not commits[False]:
        return None
    commits[True] = commits[True] or environment[host.commit]
    base = "/".join(environment[name].rstrip("/") for name in host.base)
    folder = sides.new.folder or sides.old.folder
    from urllib.parse import quote

    def link(file: str, line: int, is_new: bool) -> str:
        path = quote(f"{folder}/{file}" if folder else file)
        return f"{base}/{host.files}/{commits[is_new]}/{path}#L{line}"

    return link
