"""A project that stays in memory says after any edits what a fresh check says, and no more is asked than is needed."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs
import harbour_town
from hypothesis import example, given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.api.checking import check
from argmap.project.open_project import OpenProject, ProjectState

NAMES = {name: text for name, text in harbour_town.FILES.items() if name.endswith(".argmap")}
OTHERS = """\
document first: Trams now
document third: A third text
  author author-a: Ada Able
  author author-b: Bo Brave
  was: second
  source: first.txt
  source: second.txt
  silent: air, lone
  thesis: second.leave
claims loud: Trams are loud.
claims leave: The town should leave its streets as they are.
denies quiet (likely): Trams are quiet.
claims later (unlikely): It will come.
  kind: prediction
  answers trams: not yes
  answers trams: no (likely) from council
  answers noise: yes
  answers noise: first.no
  answers old-trams: later
  because second.loud
  because first.old-build
  because third.loud
  because first.quiet
  and old-first.rails
  despite: Trams cost a lot.
  undercut leave
  was: stink
  was: build
  at: "cost a fortune"
  at: "no such words"
  at: 3
link first.build contradicts second.leave: why
link second.loud same-as third.loud
link trams.yes entails noise.yes
link noise.yes contrary-to trams.yes
issue trams: Should there be trams?
issue fares: Are fares fair?
  position yes: Yes
  position no: No
  position maybe: Perhaps
  was: old-trams
  was: later
  order: yes > maybe > no
  compatible: yes, maybe
  exhaustive: yes, no
  short: Trams?
actor council: The town council
actor riders: The riders
  also: council, those who ride
  speaks-for: council
  was: council
term tram: A carriage
  at: "quiet as cats"
section: More
<<<<<<< ours
=======
>>>>>>> theirs
because
  answers
\tclaims tab: With a tab.
   claims odd: Indented oddly.
author author-a: Somebody else
# A remark
""".splitlines()
LINES = sorted({*OTHERS, *(line for text in NAMES.values() for line in text.splitlines())})
FILES = (*NAMES, "arguments/third.argmap", "arguments/a/first.argmap")


@attrs.frozen
class Edit:
    """A change of one file: some of its lines become others, from a share of it on; or all of them go."""

    file: str
    at: float
    removed: int
    lines: tuple[str, ...]
    saved: bool
    gone: bool

    def applied(self, text: str) -> str:
        lines = text.splitlines()
        start = int(self.at * len(lines))
        lines[start : start + self.removed] = self.lines
        return "".join(f"{line}\n" for line in lines)


EDITS = st.builds(
    Edit,
    file=st.sampled_from(FILES),
    at=st.floats(0, 1),
    removed=st.integers(0, 3),
    lines=st.lists(st.sampled_from(LINES), max_size=3).map(tuple),
    saved=st.booleans(),
    gone=st.integers(0, 11).map(lambda number: number == 0),
)


def told(state: ProjectState) -> tuple[Any, ...]:
    """All that a state says, the places of records included: equal records may stand in different places."""
    loaded = state.loaded
    return loaded.findings, loaded.switched_off, attrs.astuple(loaded.corpus), loaded.texts, state.files, state.sources


def write(root: Path, texts: Mapping[str, str]) -> None:
    harbour_town.written(root)
    for name in NAMES:
        (root / name).unlink()
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def _prepended(*lines: str) -> Edit:
    return Edit(file="arguments/a/first.argmap", at=0.0, removed=0, lines=lines, saved=False, gone=False)


@given(st.lists(EDITS, min_size=1, max_size=6))
@examples(400)
@example([_prepended("\tclaims tab: With a tab.", "issue air: Good?"), _prepended("claims air: Bad.")])
def test_after_any_edits_it_says_what_a_fresh_check_says(edits: list[Edit]) -> None:
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        root = Path(one, "p").resolve()
        texts = dict(NAMES)
        write(root, texts)
        project = OpenProject(root, root / "sources")
        project.state()
        for number, edit in enumerate(edits):
            text = edit.applied(texts.get(edit.file, ""))
            path = root / edit.file
            if edit.gone:
                texts.pop(edit.file, None)
                path.unlink(missing_ok=True)
                project.drop_text(edit.file)
                project.look()
            else:
                texts[edit.file] = text
                if edit.saved:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, encoding="utf-8")
                    project.drop_text(edit.file)
                    project.look()
                else:
                    project.set_text(edit.file, text)
            fresh_root = Path(other, str(number)).resolve()
            write(fresh_root, texts)
            fresh = OpenProject(fresh_root, fresh_root / "sources").state()
            assert told(project.state()) == told(fresh)
        checked = check([fresh_root], sources=fresh_root / "sources", cached=False)
        assert project.state().loaded.findings == checked.findings
