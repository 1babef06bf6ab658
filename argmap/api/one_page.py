"""`argmap page`: a project as one HTML file; and the same again and again, for whoever shows it live."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.api.loaded_corpus import sources_of
from argmap.compare.comparison import compare
from argmap.project.corpus_loader import Loaded
from argmap.project.open_project import OpenProject
from argmap.render.page.document import page_html
from argmap.view.page.records import Changes, Map
from argmap.view.page.whole_page import SourceShower, whole_page
from argmap.workspace.errors import RefusedError
from argmap.workspace.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from argmap.api.diffing import Diffed
    from argmap.diff.change import StanceChange
    from argmap.judge.holder import Holder
    from argmap.model.ids import ClaimId, DocumentId, IssueId
    from argmap.report.page import Entry
    from argmap.source.finding import Finding
    from argmap.source.text import SourceText
    from argmap.view.page.records import Change, StanceBefore


@attrs.frozen(kw_only=True)
class PageOptions:
    """What a page shows beside the argument files.

    Attributes:
        title: What the project is called; empty for what its settings say.
        sources: The folder of source texts, where they are to be shown: texts have owners.
        maps: Whether to draw the maps of every text into it.
        code: The address at which a code host shows the files of the project, by lines; empty for none.
    """

    title: str = ""
    sources: Path | None = None
    maps: bool = False
    code: str = ""

    def __attrs_post_init__(self) -> None:
        """See that it can be done.

        Raises:
            FileNotFoundError: The folder of sources leads to nothing.
            RefusedError: The address of the code is none that a page may lead to.
        """
        if self.sources is not None and not self.sources.is_dir():
            raise FileNotFoundError(self.sources)
        if self.code and not self.code.startswith("https://"):
            raise RefusedError(f"`{self.code}` is no address that begins with https://", "give that of the code host")


def page(loaded: Loaded, options: PageOptions | None = None, diffed: Diffed | None = None) -> str:
    """A project as one HTML file, which fetches nothing.

    Args:
        loaded: The project.
        options: What else to show.
        diffed: What changed since some other state of it, to show that too.
    """
    return _page(loaded, options or PageOptions(), diffed)


def _page(
    loaded: Loaded,
    options: PageOptions,
    diffed: Diffed | None = None,
    shower: SourceShower | None = None,
    *,
    live: bool = False,
) -> str:
    comparison = compare(loaded.corpus, left_out=loaded.links_left_out)
    changed = _Changed.of(diffed) if diffed is not None else _Changed()
    records = whole_page(
        comparison,
        loaded.texts,
        options.title or read_settings(loaded.root)[0].title,
        sources=sources_of(loaded.corpus, options.sources),
        maps=_maps(loaded) if options.maps else {},
        changes=changed.changes,
        before=changed.before,
        earlier=changed.earlier,
        changed=changed.claims,
        code=options.code if options.code.endswith("/") or not options.code else f"{options.code}/",
        shower=shower,
    )
    return page_html(records, live=live)


def _maps(loaded: Loaded) -> dict[DocumentId, tuple[Map, ...]]:
    from argmap.api.rendering import pictures, render

    engine = loaded.engine or "embedded"
    found = {}
    for document in loaded.corpus.documents:
        drawn = [
            Map(
                name=one.name,
                title=one.picture.title,
                svg=render(one, engine=engine).decode(),
                claims=one.claims,
            )
            for one in pictures(loaded.corpus, document)
        ]
        # What could end the element that holds it is no picture of argmap's.
        found[document] = tuple(one for one in drawn if "</script" not in one.svg and "<!--" not in one.svg)
    return found


# --- What changed


@attrs.frozen(kw_only=True)
class _Changed:
    """What a page tells of a difference: as a view of its own, and beside what changed."""

    changes: Changes | None = None
    before: Mapping[tuple[Holder, IssueId], str] = attrs.field(factory=dict)
    earlier: Mapping[ClaimId, str] = attrs.field(factory=dict)
    claims: frozenset[ClaimId] = frozenset()

    @classmethod
    def of(cls, diffed: Diffed) -> _Changed:
        from argmap.api.diffing import told
        from argmap.diff.change import ClaimChange, StanceChange, SupportChange
        from argmap.report.difference.difference_page import outcome_of
        from argmap.report.difference.entries import entries_of

        report = told(diffed)
        found = [judged.change for judged in report.judged]
        stances = [one for one in found if isinstance(one, StanceChange) and one.issue is not None]
        claims = [one for one in found if isinstance(one, ClaimChange) and one.new is not None]
        entries = sorted((entry for _, entry in entries_of(report, full=True)), key=lambda one: one.gravest.rank)
        stances.sort(key=lambda one: not one.holder.is_author)
        return cls(
            changes=Changes(
                old=report.old_name,
                new=report.new_name,
                sentence=outcome_of(report),
                stances=tuple(_before(stances, diffed)),
                changes=tuple(map(_change, entries)),
            ),
            before=_answers_before(stances, diffed),
            earlier={
                one.new.id: one.old.text
                for one in claims
                if one.new is not None and one.old is not None and one.old.text != one.new.text
            },
            claims=frozenset(
                (
                    *(one.new.id for one in claims if one.new is not None),
                    *(one.conclusion for one in found if isinstance(one, SupportChange)),
                )
            ),
        )


def _words(change: StanceChange, diffed: Diffed) -> tuple[str, str]:
    """What was done with an answer, and what is now; empty where nothing was, or is."""
    from argmap.wording.names import DifferenceNames
    from argmap.wording.stance_changes import stand_in_words

    names = DifferenceNames.of(diffed.difference)
    sides = ((change.old, names.old), (change.new, names.new))
    before, after = (stand_in_words(one, change.issue, names, corpus) if one else "" for one, corpus in sides)
    return before, after


def _answers_before(stances: Iterable[StanceChange], diffed: Diffed) -> dict[tuple[Holder, IssueId], str]:
    """All that authors answered, where any of it changed."""
    from argmap.diff.stances import changed_profiles
    from argmap.wording.names import DifferenceNames
    from argmap.wording.stance_changes import stand_in_words

    difference = diffed.difference
    names = DifferenceNames.of(difference)
    return {
        (one.holder, one.issue): "; ".join(stand_in_words(was, one.issue, names, difference.old) for was in one.was)
        for one in changed_profiles(stances, difference.old, difference.new)
        if one.holder.is_author
    }


def _before(stances: Iterable[StanceChange], diffed: Diffed) -> Iterator[StanceBefore]:
    from argmap.view.page.compared import of_subject
    from argmap.view.page.records import StanceBefore
    from argmap.wording.english import first_upper
    from argmap.wording.names import DifferenceNames

    names = DifferenceNames.of(diffed.difference)
    issues = {**diffed.difference.old.issues, **diffed.difference.new.issues}
    for change in stances:
        assert change.issue is not None
        before, after = _words(change, diffed)
        yield StanceBefore(
            who=first_upper(names.holder(change.holder)),
            question=issues[change.issue].question or change.issue,
            target=of_subject(change.issue),
            before=before,
            after=after,
        )


def _change(entry: Entry) -> Change:
    from argmap.view.page.records import Change

    return Change(
        weight=entry.significance.value,
        sign=entry.sign,
        sentence=entry.sentence,
        place=" ".join(entry.place),
        before=entry.before,
        after=entry.after,
        follows=tuple(map(_change, entry.follows)),
    )


# --- Again and again

_OF_SOURCES = "A5"
"""How the codes of findings about source texts begin."""


@attrs.frozen(kw_only=True)
class BuiltPage:
    """A page, or what is in its way.

    Attributes:
        html: Empty where something is.
        errors: The findings without which it could be made.
        texts: The argument files by name, to show findings in.
    """

    html: str
    errors: tuple[Finding, ...] = ()
    texts: Mapping[str, SourceText] = attrs.field(factory=dict)


class PageBuilder:
    """Makes the page of a project whenever it is asked for; what has not changed is not understood again.

    Args:
        root: The folder of the project.
        options: What the page shows.
        state: The project as it is now; by default as its files on the disk are.
    """

    def __init__(self, root: Path, options: PageOptions, state: Callable[[], Loaded] | None = None) -> None:
        self.root = root
        self.options = options
        self._state = state or self._on_disk
        self._project = OpenProject(root.resolve())
        self._shower = SourceShower()

    def _on_disk(self) -> Loaded:
        self._project.look()
        return self._project.state().loaded

    def build(self) -> BuiltPage:
        """The page as the project is now; links that cannot all hold are left out."""
        loaded = self._state()
        # That a cue is not where it should be keeps nobody from reading what is argued.
        errors = tuple(finding for finding in loaded.errors_of_reading if not finding.code.startswith(_OF_SOURCES))
        if errors:
            return BuiltPage(html="", errors=errors, texts=loaded.texts)
        return BuiltPage(html=_page(loaded, self.options, None, self._shower, live=True), texts=loaded.texts)
