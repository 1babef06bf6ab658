"""`argmap diff`: which stances, disputes and grounds an edit changes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING, Any

import attrs

from argmap.diff.difference import Difference
from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance, judge
from argmap.git.sides import Sides, read_sides
from argmap.project.corpus_loader import Loaded, differing_settings, levels, load_sides, settings_of_diff
from argmap.report.difference.difference_report import DiffReport
from argmap.source.finding import Finding
from argmap.workspace.errors import RefusedError

if TYPE_CHECKING:
    from argmap.api.svg_picture import Picture
    from argmap.diff.change import Change
    from argmap.project.single_file import Content
    from argmap.report.terminal_text import Palette
    from argmap.workspace.accepted import Accepted


class Form(StrEnum):
    """In which a difference is told."""

    TEXT = "text"
    ONELINE = "oneline"
    JSON = "json"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    HTML = "html"
    SVG = "svg"
    PNG = "png"
    PDF = "pdf"

    @property
    def is_picture(self) -> bool:
        """Whether it is a picture of the difference."""
        return self in (Form.SVG, Form.PNG, Form.PDF)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Diffed:
    """Two sides and what differs between them.

    Attributes:
        difference: All of it, whatever was asked for.
        sides: What was read, and which files were asked for.
        old: The old side as it was understood.
        new: The new side.
        levels: What the project says of how much a kind of change matters; None switches it off.
        command: What somebody would type to see all of it.
        folder: In which all that was meant.
    """

    difference: Difference
    sides: Sides
    old: Loaded
    new: Loaded
    levels: Mapping[Rule, Significance | None] = attrs.field(factory=dict)
    command: str = "argmap diff"
    folder: Path = Path()

    @property
    def partial(self) -> tuple[str, ...]:
        """The names of the files that could not be read whole, sorted; the rest of them is compared all the same."""
        sides = (self.old, self.new)
        return tuple(sorted({name for side in sides for name in (*side.unseen, *_files_of(side.unread))}))

    @property
    def changes(self) -> tuple[Change, ...]:
        """The changes in the files that were asked for, on either side."""
        chosen = self.sides.chosen
        if chosen is None:
            return self.difference.changes
        return tuple(change for change in self.difference.changes if _stands_in(change, self.difference, chosen))

    def to_records(self) -> list[dict[str, Any]]:
        """The changes as plain dicts, as `argmap diff --format json` prints them; those switched off are left out."""
        from argmap.api.record_lists import plain
        from argmap.records.changes_json import CHANGE, Telling
        from argmap.records.fields import Many

        report = told(self)
        return plain(Many(CHANGE), report.judged, Telling.of(report))

    def picture(self) -> Picture:
        """A map of what changed."""
        from argmap.api.svg_picture import Picture

        return Picture("changes", lambda: picture(told(self)))

    def _repr_html_(self) -> str:
        from argmap.api.record_lists import shown
        from argmap.report.difference.entries import entries_of

        entries = [entry for _, entry in entries_of(told(self), full=True)]
        rows = ((one.significance.value, one.sentence, " ".join(one.place)) for one in entries)
        return shown(("weight", "what changed", "where"), rows, len(entries), repr(self))

    def __repr__(self) -> str:
        from argmap.report.difference.difference_page import outcome_of

        return f"{self.sides.old.name} -> {self.sides.new.name}: {outcome_of(told(self))}"

    def stale(self, accepted: Accepted) -> tuple[Finding, ...]:
        """A warning for each entry that accepts none of all the changes, reported or not."""
        from argmap.diff.fingerprint import fingerprint

        return accepted.stale({fingerprint(change, self.difference) for change in self.difference.changes})


def diff(
    old: str = "",
    new: str | None = None,
    paths: Sequence[str] = (),
    *,
    against: str | None = None,
    staged: bool = False,
    cwd: Path | str = ".",
    standard_input: Callable[[], bytes] | None = None,
) -> Diffed:
    """What differs between two sides: files, folders, revisions, ``REF:path``, or ``-``.

    Args:
        old: The old side; empty for ``HEAD``.  Or a range, such as ``A..B``, which names both sides.
        new: The new side; None for the working tree.
        paths: Files and folders to report on; names are resolved across the whole project all the same.
        against: Instead of `old`, a revision: the old side is where `new` (or ``HEAD``) left it; empty for the default
            branch.
        staged: Whether the new side is what is staged, in the place of `new`.
        cwd: The folder in which all this is meant.
        standard_input: What reads ``-``; by default from this process.

    Raises:
        RefusedError: A word means nothing, or both a path and a revision; git is missing, or has not the commit.  Its
            help says what to do.
        NoProjectError: There is no project here.
    """
    read = standard_input or sys.stdin.buffer.read
    sides = read_sides(old, new, paths, against=against, staged=staged, folder=Path(cwd), standard_input=read)
    command = _command(old, new, paths, against, staged=staged)
    return attrs.evolve(_diffed(sides), command=command, folder=Path(cwd))


def diff_of_edit(old: Content, new: Content) -> DiffReport:
    """What an edit of one file changes, with the project around it as it is on the disk now."""
    from argmap.project.single_file import sides_of_edit

    sides = sides_of_edit(old, new)
    found = told(_diffed(sides))
    return attrs.evolve(found, partial=tuple(name for name in found.partial if name in (sides.chosen or ())))


def _diffed(sides: Sides) -> Diffed:
    from argmap.project.unseen_files import difference_of

    before, after = load_sides(sides.old.given, sides.new.given)
    return Diffed(
        difference=difference_of(before, after, before.unseen | after.unseen),
        sides=sides,
        old=before,
        new=after,
        levels=levels(settings_of_diff(sides.old.given, sides.new.given)),
    )


def _files_of(findings: Iterable[Finding]) -> set[str]:
    return {finding.place.file for finding in findings}


def accept(path: Path | str, diffed: Diffed | None = None) -> Accepted:
    """The changes that a file accepts.

    Args:
        path: The file.
        diffed: What is compared.  Where its old side is a commit, and the file is under version control beside it,
            only what it says in that commit counts: a change must not accept itself.

    Raises:
        RefusedError: It cannot be read.
    """
    from argmap.workspace.accepted import read_accepted

    accepted = read_accepted(Path(path))
    before = "" if diffed is None else diffed.sides.old.state
    if not before:
        return accepted
    from argmap.git.sides import as_in_commit

    assert diffed is not None
    return as_in_commit(accepted, Path(path), before, diffed.sides.new.state, diffed.folder)


def told(
    diffed: Diffed,
    *,
    only: Collection[Rule] = (),
    ignored: Collection[Rule] = (),
    accepted: Accepted | None = None,
) -> DiffReport:
    """What is to be said of it.

    Args:
        diffed: What differs.
        only: The kinds of change to report; none for all.
        ignored: The kinds to leave out.
        accepted: The changes that somebody accepted: they are counted apart.
    """
    asked = [change for change in diffed.changes if (not only or change.rule in only) and change.rule not in ignored]
    judged = list(judge(asked, diffed.levels))
    reasons, kept, taken = _sorted_out(judged, diffed.difference, accepted)
    guesses = diffed.difference.guesses
    chosen = diffed.sides.chosen
    if chosen is not None:
        guesses = tuple(guess for guess in guesses if {guess.old.origin.file, guess.new.origin.file} & chosen)
    return DiffReport(
        difference=attrs.evolve(diffed.difference, changes=diffed.changes, guesses=guesses),
        judged=kept,
        accepted=taken,
        reasons=reasons,
        partial=diffed.partial,
        passed_over=diffed.sides.passed_over,
        old_name=diffed.sides.old.name,
        new_name=diffed.sides.new.name,
        old_texts=diffed.old.texts,
        new_texts=diffed.new.texts,
        command=_narrowed(diffed.command, only, ignored, accepted),
        switched_off=tuple(change.rule for change in asked if diffed.levels.get(change.rule, change) is None),
        notices=_notices(diffed, accepted),
    )


def _notices(diffed: Diffed, accepted: Accepted | None) -> tuple[str, ...]:
    """What to know before the changes: what is not compared, and what the new side would decide, and does not."""
    old, new = diffed.sides.old, diffed.sides.new
    said = [f"{name} is a submodule, and what is in it is not compared" for name in diffed.sides.passed_over]
    said += dict.fromkeys((*diffed.old.notices, *diffed.new.notices))
    said += [
        f"the settings in {new.name} differ for {names}; those in {old.name} count"
        for names in differing_settings(old.given, new.given)
    ]
    if accepted is not None:
        said += [
            f"{accepted.source.name} adds an acceptance of {entry.fingerprint} ({entry.reason}; {entry.owner}), which "
            f"does not count until {old.name} has it"
            for entry in accepted.unheeded
        ]
    return tuple(said)


def report(
    told: DiffReport,
    form: Form = Form.TEXT,
    *,
    width: int = 100,
    palette: Palette | None = None,
    failing: Significance | None = None,
    links: Callable[[str, int, bool], str] | None = None,
    full: bool = False,
) -> bytes:
    """A difference in one of the forms.

    Args:
        told: What is told.
        form: In which form.
        width: Of a terminal, in columns.
        palette: Colours of a terminal; none by default.
        failing: From where on a change is an error, for forms that know errors.
        links: The address of a line: its file, its number, and whether it is of the new side; None for no links.
        full: Whether a form for people has a sentence for each change.
    """
    match form:
        case Form.SVG | Form.PNG | Form.PDF:
            from argmap.render.media import picture_as

            return picture_as(picture(told), form)
        case Form.HTML:
            from argmap.report.difference.difference_page import WEB_TITLE, web_page
            from argmap.report.html import html

            return html(web_page(told, picture(told).decode(), full=full), WEB_TITLE).encode()
        case Form.TEXT:
            from argmap.report.difference.difference_page import terminal_page
            from argmap.report.terminal import terminal
            from argmap.report.terminal_text import PLAIN

            said = terminal(terminal_page(told, full=full), width, palette or PLAIN)
        case Form.ONELINE:
            from argmap.report.difference.difference_page import oneline

            said = oneline(told)
        case Form.JSON:
            from argmap.records.difference_json import difference_json

            said = difference_json(told)
        case Form.MARKDOWN:
            from argmap.report.difference.difference_page import comment_page
            from argmap.report.difference.github_comment import github_comment

            said = github_comment(comment_page(told, full=full), told.full_command, links)
        case Form.GITHUB:
            from argmap.report.difference.change_annotations import github

            said = github(told, failing)
        case Form.SARIF:
            from argmap.report.difference.change_annotations import sarif

            said = sarif(told)
    return said.encode("utf-8", "replace")


def picture(told: DiffReport) -> bytes:
    """A map of what changed, as SVG: the same bytes for the same difference.

    Raises:
        EngineError: The embedded layout engine is missing, or fails.
    """
    from argmap.render.drawing import draw
    from argmap.render.engine import find_engine
    from argmap.report.difference.difference_page import outcome_of
    from argmap.view.changes.change_picture import changes_of
    from argmap.wording.changes import ChangeSentences
    from argmap.wording.english import counted
    from argmap.wording.names import DifferenceNames

    difference = told.difference
    title = "What changed" if told.judged else "Nothing to report" if difference.changes else "Nothing changed"
    counts = " · ".join(f"{count} {significance}" for significance, count in told.counts.items() if count)
    left_out = f"{counted(len(told.accepted), 'accepted change')} not shown" if told.accepted and told.judged else ""
    partial_files = f"Read in part only: {', '.join(told.partial)}" if told.partial else ""
    sentences = ChangeSentences(
        difference=difference,
        names=DifferenceNames.of(difference),
        title=f"{title} from {told.old_name} to {told.new_name}",
        subtitle=tuple(line for line in (outcome_of(told), counts, left_out, partial_files) if line),
    )
    return draw(changes_of(difference, told.judged, sentences), find_engine())


def _command(old: str, new: str | None, paths: Sequence[str], against: str | None, *, staged: bool) -> str:
    base = ["--staged"] if staged else []
    base += [] if against is None else ["--against", *([against] if against else [])]
    sides = [word for word in (old, new) if word]
    words = ["argmap", "diff", *base, *sides, *(["--", *paths] if paths else [])]
    if all(word.replace("/", "").replace(".", "").replace("-", "").isalnum() or word == "--" for word in words):
        return " ".join(words)
    return join(words)


def _narrowed(command: str, only: Collection[Rule], ignored: Collection[Rule], accepted: Accepted | None) -> str:
    """A command that tells the same changes."""
    words: list[str] = []
    for option, chosen in (("--only", only), ("--ignore", ignored)):
        words += [option, ",".join(rule for rule in Rule if rule in chosen)] if chosen else []
    words += ["--accept", accepted.source.name] if accepted is not None else []
    return command.replace("argmap diff", join(["argmap", "diff", *words]), 1)


def _stands_in(change: Change, difference: Difference, chosen: Collection[str]) -> bool:
    """Whether what changed stood or stands in one of some files; what has no place goes with its documents."""
    from argmap.diff.change_subject import documents_of, place_of

    places = [place.file for place in place_of(change, difference) if place is not None]
    if not places:
        sides = (difference.old.documents, difference.new.documents)
        documents = documents_of(change, difference)
        places = [side[document].file for side in sides for document in documents if document in side]
    return any(file in chosen for file in places)


def _sorted_out(
    judged: Iterable[Judged], difference: Difference, accepted: Accepted | None
) -> tuple[dict[str, str], tuple[Judged, ...], tuple[Judged, ...]]:
    """Why what is accepted was accepted, what is not, and what is."""
    if accepted is None or not accepted.entries:
        return {}, tuple(judged), ()
    from argmap.diff.fingerprint import fingerprint

    entries = {entry.fingerprint: f"{entry.reason} ({entry.owner})" for entry in accepted.entries}
    marked = [(fingerprint(one.change, difference), one) for one in judged]
    return (
        {mark: entries[mark] for mark, _ in marked if mark in entries},
        tuple(one for mark, one in marked if mark not in entries),
        tuple(one for mark, one in marked if mark in entries),
    )


__all__ = ["Diffed", "Form", "RefusedError", "accept", "diff", "picture", "report", "told"]
