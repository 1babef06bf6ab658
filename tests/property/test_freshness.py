"""Whatever is edited: a build that uses earlier results writes, byte for byte, what a build from nothing does."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from argmap.api.building import build
from argmap.api.loaded_corpus import load
from argmap.render.drawing import draw, picture_stamp
from argmap.render.engine import Engine
from argmap.render.stamp import Stamp
from argmap.view.document_maps import maps_of_document
from argmap.view.outline import Effect, Outline

LONG = os.environ.get("HYPOTHESIS_PROFILE") in ("ci", "search")
ISSUES = ("go", "pay")
DOCUMENTS = ("a", "b", "c")
VERBS = ("claims", "denies", "doubts", "supposes", "reports", "endorses")
STEPS = ("because", "despite", "unless", "if", "only-if")
RELATIONS = ("same-as", "entails", "contradicts", "in-tension-with", "unrelated-to")
ENGINE = Engine("graphviz-pure", "0", "stand-in")
PHASES = tuple(phase for phase in Phase if LONG or phase is not Phase.shrink)
"""An example takes builds, and to make one smaller takes many: that is for whoever searches."""
Draw = Callable[[st.SearchStrategy[Any]], Any]


@attrs.define
class Said:
    """A claim of the project that is edited; its steps lead only to claims that come later, so there is no circle."""

    verb: str
    text: str
    section: int
    answers: dict[str, str]
    steps: dict[str, str]


@attrs.define
class Project:
    """What several files say, and in which of them each issue stands."""

    claims: dict[str, dict[str, Said]]
    titles: dict[str, str]
    sections: dict[str, list[str]]
    positions: dict[str, dict[str, str]]
    homes: dict[str, str]
    actors: dict[str, str]
    links: dict[tuple[str, str], str]

    def files(self) -> dict[str, str]:
        """The text of each file by its name."""
        files = {"issues": "", "links": "", "actors": ""}
        for document in self.claims:
            files[document] = "\n".join(self._document(document))
        files["actors"] = "".join(f"actor {actor}: {name}\n" for actor, name in self.actors.items())
        for issue, home in self.homes.items():
            lines = [f"  position {position}: {text}\n" for position, text in self.positions[issue].items()]
            files[home] += f"\nissue {issue}: What of {issue}?\n{''.join(lines)}"
        for (one, other), relation in self.links.items():
            files["links"] += f"link {one} {relation} {other} (0.5): So it seems.\n"
        return files

    def _document(self, document: str) -> Iterator[str]:
        yield f"document {document}: {self.titles[document]}\n  author author-{document}: Author {document}\n"
        current = 0
        for name, said in sorted(self.claims[document].items(), key=lambda item: (item[1].section, item[0])):
            while current < said.section:
                yield f"section: {self.sections[document][current]}\n"
                current += 1
            holder = " from council" if said.verb in ("reports", "endorses") else ""
            yield f"{said.verb} {name}{holder}: {said.text}"
            yield from (f"  answers {issue}: {position}" for issue, position in said.answers.items())
            for target, step in said.steps.items():
                yield f"  {step} {target.removeprefix(f'{document}.')}"
            yield ""

    def ids(self) -> list[str]:
        """Every claim, in an order in which steps lead only forward."""
        return sorted(f"{document}.{name}" for document, claims in self.claims.items() for name in claims)

    def said(self, claim: str) -> Said:
        document, _, name = claim.partition(".")
        return self.claims[document][name]


def some(draw: Draw, choices: Any) -> Any:
    return draw(st.sampled_from(sorted(choices)))


def new_claim(draw: Draw, project: Project, document: str) -> None:
    name = f"n{draw(st.integers(0, 9))}"
    project.claims[document].setdefault(
        name,
        Said(
            verb=draw(st.sampled_from(VERBS)),
            text=f"Text {draw(st.integers(0, 9))} of {document} {name}.",
            section=draw(st.integers(0, 2)),
            answers={issue: some(draw, project.positions[issue]) for issue in ISSUES if draw(st.booleans())},
            steps={},
        ),
    )
    new_step(draw, project, f"{document}.{name}")


def new_step(draw: Draw, project: Project, claim: str) -> None:
    later = [other for other in project.ids() if other > claim]
    if later:
        project.said(claim).steps[some(draw, later)] = draw(st.sampled_from(STEPS))


@st.composite
def projects(draw: st.DrawFn) -> Project:
    """Three documents on two issues, which stand in any of the files."""
    project = Project(
        claims={document: {} for document in DOCUMENTS},
        titles={document: f"Title {document}" for document in DOCUMENTS},
        sections={document: ["First", "Second"] for document in DOCUMENTS},
        positions={issue: {"yes": "It is", "partly": "In part", "no": "It is not"} for issue in ISSUES},
        homes={issue: draw(st.sampled_from(("issues", *DOCUMENTS))) for issue in ISSUES},
        actors={"council": "The council", "pilots": "The pilots"},
        links={},
    )
    for document in reversed(DOCUMENTS):
        for _ in range(draw(st.integers(2, 6))):
            new_claim(draw, project, document)
    for _ in range(draw(st.integers(0, 2))):
        add_link(draw, project)
    return project


def reword_claim(draw: Draw, project: Project) -> None:
    project.said(some(draw, project.ids())).text += " Or so it seems."


def change_verb(draw: Draw, project: Project) -> None:
    project.said(some(draw, project.ids())).verb = draw(st.sampled_from(VERBS))


def change_step(draw: Draw, project: Project) -> None:
    steps = project.said(some(draw, project.ids())).steps
    for target in steps:
        steps[target] = draw(st.sampled_from(STEPS))


def add_step(draw: Draw, project: Project) -> None:
    new_step(draw, project, some(draw, project.ids()))


def change_answer(draw: Draw, project: Project) -> None:
    answers, issue = project.said(some(draw, project.ids())).answers, draw(st.sampled_from(ISSUES))
    if answers.pop(issue, None) is None or draw(st.booleans()):
        answers[issue] = some(draw, project.positions[issue])


def add_claim(draw: Draw, project: Project) -> None:
    new_claim(draw, project, draw(st.sampled_from(DOCUMENTS)))


def remove_claim(draw: Draw, project: Project) -> None:
    gone = some(draw, project.ids())
    document, _, name = gone.partition(".")
    if len(project.claims[document]) > 1:
        del project.claims[document][name]
        for other in project.ids():
            project.said(other).steps.pop(gone, None)
        project.links = {ends: relation for ends, relation in project.links.items() if gone not in ends}


def rename_claim(draw: Draw, project: Project) -> None:
    old = some(draw, project.ids())
    document, _, name = old.partition(".")
    project.claims[document][f"{name}z"] = project.claims[document].pop(name)
    new = f"{old}z"
    for other in project.ids():
        steps = project.said(other).steps
        project.said(other).steps = {new if target == old else target: step for target, step in steps.items()}
    project.links = {
        (new if one == old else one, new if other == old else other): relation
        for (one, other), relation in project.links.items()
    }


def change_section(draw: Draw, project: Project) -> None:
    project.said(some(draw, project.ids())).section = draw(st.integers(0, 2))


def retitle_section(draw: Draw, project: Project) -> None:
    project.sections[draw(st.sampled_from(DOCUMENTS))][draw(st.integers(0, 1))] += " again"


def retitle_document(draw: Draw, project: Project) -> None:
    project.titles[draw(st.sampled_from(DOCUMENTS))] += " anew"


def reword_position(draw: Draw, project: Project) -> None:
    positions = project.positions[draw(st.sampled_from(ISSUES))]
    positions[some(draw, positions)] += " indeed"


def add_position(draw: Draw, project: Project) -> None:
    project.positions[draw(st.sampled_from(ISSUES))]["never"] = "It never is"


def move_issue(draw: Draw, project: Project) -> None:
    project.homes[draw(st.sampled_from(ISSUES))] = draw(st.sampled_from(("issues", *DOCUMENTS)))


def rename_actor(draw: Draw, project: Project) -> None:
    project.actors[some(draw, project.actors)] += " of the town"


def add_link(draw: Draw, project: Project) -> None:
    one, other = some(draw, project.ids()), some(draw, project.ids())
    if one[0] != other[0] and (other, one) not in project.links:
        project.links[one, other] = draw(st.sampled_from(RELATIONS))


def remove_link(draw: Draw, project: Project) -> None:
    if project.links:
        del project.links[some(draw, project.links)]


EDITS = (
    reword_claim,
    change_verb,
    change_step,
    add_step,
    change_answer,
    add_claim,
    remove_claim,
    rename_claim,
    change_section,
    retitle_section,
    retitle_document,
    reword_position,
    add_position,
    move_issue,
    rename_actor,
    add_link,
    remove_link,
)


def laid_out(dot: str, engine: Engine) -> bytes:
    """Stands in for the engine: every part that the DOT names, at places that no other DOT has."""
    digest = int(sha256(dot.encode()).hexdigest()[:6], 16)
    nodes = "".join(
        f'<g class="node"><title>{name}</title><polygon points="{place % 997},{digest + 40 * place}"/></g>'
        for place, name in enumerate(re.findall(r"^([jk]\d+) \[label=", dot, re.MULTILINE))
    )
    return f"<svg>{nodes}</svg>".encode()


@pytest.fixture(scope="module", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all examples, as for all projects of whoever runs argmap, and an engine that takes no time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGMAP_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("argmap.render.outline_dot.lay_out", laid_out)
        patch.setattr("argmap.workspace.writing.os.fsync", lambda number: None)
        yield


def written(project: Project, folder: Path) -> Path:
    shutil.rmtree(folder / "arguments", ignore_errors=True)
    (folder / "arguments").mkdir(parents=True)
    for name, text in project.files().items():
        (folder / "arguments" / f"{name}.argmap").write_text(text, encoding="utf-8")
    return folder


def renders(folder: Path) -> dict[str, bytes]:
    files = (folder / "renders").rglob("*")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files if path.is_file()}


@given(projects(), st.lists(st.sampled_from(EDITS), min_size=1, max_size=3), st.data())
@settings(max_examples=150 if LONG else 10, phases=PHASES)
def test_a_build_after_an_edit_is_a_build_from_nothing(
    project: Project, edits: list[Callable[[Draw, Project], None]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as name:
        used, fresh = Path(name, "used"), Path(name, "fresh")
        assert not build(written(project, used)).refused
        for edit in edits:
            project = deepcopy(project)
            edit(data.draw, project)
            written(project, used)
            looks = [build(used, only_check=True, cached=cached).changes for cached in (True, False)]
            assert [(each.name, each.state) for each in looks[0]] == [(each.name, each.state) for each in looks[1]]
            build(used)
            shutil.rmtree(fresh, ignore_errors=True)
            build(written(project, fresh), cached=False)
            assert renders(used) == renders(fresh)
            assert not any(build(used, only_check=True, cached=cached).changes for cached in (True, False))


@given(projects(), st.lists(st.sampled_from(EDITS), max_size=6), st.data())
@settings(max_examples=200 if LONG else 8, phases=PHASES)
def test_pictures_of_one_stamp_are_drawn_alike(
    project: Project, edits: list[Callable[[Draw, Project], None]], data: st.DataObject
) -> None:
    drawn: dict[tuple[str, Stamp], bytes] = {}
    with tempfile.TemporaryDirectory() as name:
        for edit in (lambda draw, project: None, *edits):
            edit(data.draw, project)
            corpus = load(written(project, Path(name))).corpus
            for named in (named for document in corpus.documents for named in maps_of_document(corpus, document)):
                for picture in (named.picture, *on_other_sides(data.draw, named.picture)):
                    content = draw(picture, ENGINE)
                    assert drawn.setdefault((named.name, picture_stamp(picture, ENGINE)), content) == content


def on_other_sides(draw: Draw, picture: Outline) -> Iterator[Outline]:
    """The same with one row of each effect: which one it has may follow from what stands in another picture."""
    row = draw(st.sampled_from(picture.rows))
    for effect in Effect:
        rows = (attrs.evolve(each, effect=effect) if each is row else each for each in picture.rows)
        yield attrs.evolve(picture, rows=tuple(rows))
