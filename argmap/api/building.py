"""`argmap build`: check everything, then draw what changed into ``renders/``, and write down who holds what.

Two things decide what is fresh.  Every render has a stamp: what it was made from and by, which its file bears.  And
stamps are kept under a key made of all that they follow from: those of the whole project under everything that was
read, so that nothing is made where nothing changed; those of one document's pictures under the records of which they
are made; that of a picture of the comparison under the picture.  No list says which files a picture depends on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.git.left_out_files import names_left_out, read_whole_input
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.project.finding_cache import Checked, check_input
from argmap.render.drawing import draw, picture_stamp
from argmap.render.engine import EMBEDDED, Engine, EngineError, find_engine
from argmap.render.stamp import Stamp, stamp_of
from argmap.source.codes import OF_LINKS_LEFT_OUT
from argmap.source.finding import Finding, Severity
from argmap.view.document_maps import maps_from
from argmap.view.document_records import DocumentRecords, records_of
from argmap.workspace.cache import Cache, content_of, key_of, user_cache
from argmap.workspace.errors import NoProjectError
from argmap.workspace.integrity_footer import plain, without_footer
from argmap.workspace.project_files import Input
from argmap.workspace.renders import FOLDER, Change, Keep, Renders

if TYPE_CHECKING:
    from argmap.compare.comparison import Comparison
    from argmap.view.drawings import Drawing

SUFFIX = ".svg"
REPORT = "report.md"
LEDGER = "stances.txt"
PAGE = "page.html"
_Draw = Callable[[], bytes]
Progress = Callable[[int, int, str], None]
"""Told how many pictures are done, of how many known so far, and which one it is about."""


@attrs.frozen(kw_only=True, repr=False)
class Built:
    """What a build did, or, where it only looked, would do.

    Attributes:
        checked: What the check before it found; with an error in it, nothing else was done.
        changes: The renders that were not as they should be.
        pictures: How many pictures the documents and their comparison have.
        drawn: How many of them had to be drawn.
        failures: By render, why it could not be drawn or written.
        first: The render to open first; None where there is none.
        undrawn: How many pictures of questions and disputes are left out, since others weigh more, and how many
            disagreements nobody looked for a picture of; nothing also where nothing was made anew.
        unstaged: By render, why it will not be committed as it should be; nothing where that was not asked for.
    """

    checked: Checked
    changes: tuple[Change, ...] = ()
    pictures: int = 0
    drawn: int = 0
    failures: Mapping[str, str] = attrs.field(factory=dict)
    first: Path | None = None
    undrawn: tuple[int, int] = (0, 0)
    unstaged: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def refused(self) -> bool:
        """Whether errors kept it from drawing anything."""
        return bool(_in_the_way(self.checked))

    @property
    def links_left_out(self) -> bool:
        """Whether it was drawn without links, since these cannot all hold."""
        errors = any(finding.severity is Severity.ERROR for finding in self.checked.findings)
        return errors and not self.refused

    def __repr__(self) -> str:
        from argmap.wording.english import counted

        pictures, renders = counted(self.pictures, "picture"), counted(len(self.changes), "render")
        return f"{pictures}, {self.drawn} drawn, {renders} changed, {len(self.failures)} failed"


def build(
    folder: Path | str = ".",
    *,
    only_check: bool = False,
    cached: bool = True,
    staged: bool = False,
    progress: Progress = lambda done, total, name: None,  # noqa: ARG005
) -> Built:
    """Bring the renders of a project up to date; each file is written at once or not at all.

    The embedded engine draws, whatever another command would use: so the bytes are the same on every machine.

    Args:
        folder: A folder of the project.
        only_check: Write nothing, and draw nothing either.
        cached: Whether results of earlier runs may be used.
        staged: Whether to draw what will be committed, and to say which renders will not be.
        progress: Called when a picture is found to be drawn, and before each.

    Raises:
        NoProjectError: There is no project there.
        RefusedError: git cannot say what is staged.
        EngineError: The embedded engine is missing.
        OSError: The disk said no.
    """
    given = _given(Path(folder), staged=staged)
    if given.project is None and not staged:
        raise NoProjectError(f"no `arguments` folder in {folder} or in a folder above it")
    given = attrs.evolve(given, chosen=None)
    cache = user_cache(given.project.root if given.project else None) if cached else Cache(None)
    checked, loaded = check_input(given, cache, None)
    if given.project is None or _in_the_way(checked):
        return Built(checked=checked)
    lost = _without_text(given)
    if lost:
        notice = f"there is no text in {', '.join(lost)}, so no render is removed: write it again, or delete the file"
        checked = attrs.evolve(checked, notices=(*checked.notices, notice))
    folder = Path(folder)
    in_renders = given.root / FOLDER
    renders = Renders(in_renders, given.root, partial(_unmerged, in_renders))
    left_out = names_left_out(given.root, FOLDER)
    builder = _Builder(given, cache, renders, find_engine(EMBEDDED), progress, left_out, folder if staged else None)
    return builder.build(checked, loaded, only_check=only_check)


def _in_the_way(checked: Checked) -> tuple[Finding, ...]:
    """The errors that keep a build from drawing; links that cannot all hold do not count, and the rest is drawn."""
    errors = (finding for finding in checked.findings if finding.severity is Severity.ERROR)
    return tuple(finding for finding in errors if finding.code not in OF_LINKS_LEFT_OUT)


def _given(folder: Path, *, staged: bool) -> Input:
    if not staged:
        return read_whole_input([folder])
    from argmap.git.staged import staged_input

    if not folder.is_dir():
        raise FileNotFoundError(folder)
    return staged_input(folder=folder)


def _without_text(given: Input) -> tuple[str, ...]:
    """The files that are empty, or not read: documents that stood in them need not be gone, nor their renders."""
    return tuple(reading.source.name for reading in given.readings if not reading.source.text.strip())


@attrs.frozen
class _Builder:
    given: Input
    cache: Cache
    renders: Renders
    engine: Engine
    progress: Progress
    left_out: frozenset[str]
    """The renders that the checkout leaves out: they stay as they are, which is not here."""
    staged_from: Path | None = None
    """From where git is asked what is staged; None where that does not matter."""
    undrawn: list[int] = attrs.field(factory=lambda: [0, 0])
    """See `Built`."""

    def build(self, checked: Checked, loaded: Loaded | None, *, only_check: bool) -> Built:
        everything = self._key(b"everything", *self.given.digests)
        stamps = self._known(everything)
        wanted = {name: self._kept(name, stamp) for name, stamp in (stamps or {}).items()}
        failures: dict[str, str] = {}
        drawn = 0
        fresh = all(content is Keep.UNCHANGED for content in wanted.values())
        if stamps is None or not (fresh or only_check):
            wanted = {}
            if loaded is None:
                loaded = load_checked(self.given)
            stamps = {}
            pending: list[tuple[str, _Draw]] = []
            for name, stamp, drawing in self._renders(loaded):
                stamps[name] = stamp
                wanted[name] = self._kept(name, stamp)
                if wanted[name] is not Keep.UNCHANGED and drawing is not None:
                    pending.append((name, drawing))
                    self.progress(0, len(pending), name)
            for done, (name, drawing) in enumerate(() if only_check else pending):
                self.progress(done, len(pending), name)
                try:
                    wanted[name] = drawing()
                    drawn += 1
                except EngineError as error:
                    failures[name] = str(error)
                    del wanted[name]
            if not failures:
                self._keep(everything, stamps)
        wanted = {name: content for name, content in wanted.items() if name not in self.left_out}
        changes = (*self.renders.changed(wanted), *self._left_over(stamps))
        if not only_check:
            unwritten = self.renders.apply(changes)
            failures |= unwritten
            changes = tuple(change for change in changes if change.name not in unwritten)
        pictures = sum(name.endswith(SUFFIX) for name in stamps)
        stay = {*failures, *(change.name for change in changes if only_check or change.state.stays)}
        return Built(
            checked=checked,
            changes=changes,
            pictures=pictures,
            drawn=drawn,
            failures=failures,
            first=self._first(stamps, stay),
            undrawn=(self.undrawn[0], self.undrawn[1]),
            unstaged=self._unstaged(stamps),
        )

    def _first(self, stamps: Mapping[str, Stamp], passed_over: Collection[str]) -> Path | None:
        """The file to open first: the report, which leads to all else, or the map of the first document."""
        names = [name for name in (REPORT, *stamps) if name in stamps and name not in passed_over]
        return next((path for path in (self.renders.folder / name for name in names) if path.is_file()), None)

    def _left_over(self, names: Collection[str]) -> tuple[Change, ...]:
        """What nothing is drawn for any more; what was drawn for files that are not staged is none of it."""
        found = () if _without_text(self.given) else self.renders.left_over(names)
        if self.staged_from is None or not found:
            return found
        from argmap.git.staged import staged_renders

        staged = staged_renders(self.given.root, self.staged_from)
        return tuple(change for change in found if change.name in staged)

    def _unstaged(self, names: Collection[str]) -> Mapping[str, str]:
        if self.staged_from is None:
            return {}
        from argmap.git.staged import unstaged_renders

        found = unstaged_renders(self.given.root, names, self.staged_from)
        # What stays as it is, since nobody sees whether it should be so, is staged as it should be.
        stays = self.left_out if not _without_text(self.given) else self.left_out | (found.keys() - set(names))
        return {name: why for name, why in found.items() if name not in stays}

    def _renders(self, loaded: Loaded) -> Iterator[tuple[str, Stamp, _Draw | None]]:
        """Each render's file, its stamp, and how to make it unless its file is known to be fresh."""
        from argmap.compare.comparison import compare
        from argmap.view.claim_marks import claim_marks
        from argmap.view.comparison.comparison_pictures import picture_plan

        comparison = compare(loaded.corpus, left_out=loaded.links_left_out)
        marks = claim_marks(comparison)
        for document in loaded.corpus.documents:
            records = records_of(loaded.corpus, document, marks)
            yield from self._unless_fresh(records, partial(self._of_document, records))
        compared = []
        plan = picture_plan(comparison)
        self.undrawn[:] = len(plan.left_out), plan.unseen
        for named in plan.drawn:
            name, drawing = named.name + SUFFIX, named.drawing
            compared.append(name)
            yield from self._unless_fresh((name, drawing), partial(self._of_drawing, name, drawing))
        has_page = self.given.settings.page and bool(loaded.corpus.documents)
        yield from _of_report(loaded, comparison, compared, has_page=has_page)
        yield from _of_ledger(comparison)
        yield from _of_page(loaded) if has_page else ()

    def _unless_fresh(
        self, source: object, make: Callable[[], Iterator[tuple[str, Stamp, _Draw]]]
    ) -> Iterator[tuple[str, Stamp, _Draw | None]]:
        """The pictures that are made from a source alone, and not made where their files are known to be fresh."""
        key = self._key(b"pictures", content_of(source))
        known = self._known(key)
        if known is not None and all(self._is_fresh(name, stamp) for name, stamp in known.items()):
            yield from ((name, stamp, None) for name, stamp in known.items())
            return
        made = {}
        for name, stamp, drawing in make():
            made[name] = stamp
            yield name, stamp, drawing
        self._keep(key, made)

    def _of_document(self, records: DocumentRecords) -> Iterator[tuple[str, Stamp, _Draw]]:
        for each in maps_from(records):
            stamp = picture_stamp(each.picture, self.engine)
            yield each.name + SUFFIX, stamp, partial(draw, each.picture, self.engine)

    def _of_drawing(self, name: str, drawing: Drawing) -> Iterator[tuple[str, Stamp, _Draw]]:
        from argmap.render.drawing import draw_any, stamp_of_any

        yield name, stamp_of_any(drawing, self.engine), partial(draw_any, drawing, self.engine)

    def _is_fresh(self, name: str, stamp: Stamp) -> bool:
        if name in self.left_out:
            return True
        content = self.renders.intact(name)
        return (stamp_of(content) if name.endswith(SUFFIX) else _words_stamp(name, content)) == stamp

    def _kept(self, name: str, stamp: Stamp) -> bytes | Keep:
        return Keep.UNCHANGED if self._is_fresh(name, stamp) else b""

    def _key(self, *parts: bytes) -> str:
        return key_of((b"build", self.engine.name.encode(), self.engine.version.encode(), *parts))

    def _known(self, key: str) -> dict[str, Stamp] | None:
        data = self.cache.get(key)
        if data is None:
            return None
        try:
            return {name: Stamp(engine, version, digest) for name, engine, version, digest in json.loads(data)}
        except (ValueError, TypeError):
            return None

    def _keep(self, key: str, stamps: Mapping[str, Stamp]) -> None:
        stamped = [(name, stamp.engine, stamp.version, stamp.digest) for name, stamp in stamps.items()]
        self.cache.put(key, json.dumps(stamped).encode())


def _unmerged(folder: Path, name: str) -> Sequence[bytes]:
    from argmap.git.index import unmerged_versions

    return unmerged_versions(folder, name)


def _of_report(
    loaded: Loaded, comparison: Comparison, pictures: Sequence[str], *, has_page: bool
) -> Iterator[tuple[str, Stamp, _Draw]]:
    """The report of the whole comparison; none where there is nothing to compare."""
    from argmap.api.comparing import Form, Length, Question, answer, missing, report
    from argmap.report.markdown import with_lines_below

    told = answer(comparison, Question())
    if missing(told) is None:
        page = report(told, Form.MARKDOWN, texts=loaded.texts, length=Length.REPORT, pictures=pictures, root="../")
        if has_page:
            heading, _, rest = page.partition("\n\n")
            page = f"{heading}\n\nThe same to click through, in a browser: [{PAGE}]({PAGE})\n\n{rest}"
        content = with_lines_below(page).encode()
        yield REPORT, _words_stamp(REPORT, content), partial(bytes, content)


def _of_page(loaded: Loaded) -> Iterator[tuple[str, Stamp, _Draw]]:
    """The project as one page, where its settings ask for that."""
    from argmap.api.one_page import page

    content = page(loaded).encode()
    yield PAGE, _words_stamp(PAGE, content), partial(bytes, content)


def _of_ledger(comparison: Comparison) -> Iterator[tuple[str, Stamp, _Draw]]:
    """Who holds what, line by line; none where nobody takes a stance."""
    from argmap.report.ledger import ledger

    lines = ledger(comparison.stances).encode()
    if lines:
        yield LEDGER, _words_stamp(LEDGER, lines), partial(bytes, lines)


def _words_stamp(name: str, content: bytes) -> Stamp:
    """A report or a ledger is made from nothing but its own words, so they are its stamp."""
    from hashlib import sha256

    return Stamp("argmap", "words", sha256(without_footer(name, plain(content))).hexdigest())
