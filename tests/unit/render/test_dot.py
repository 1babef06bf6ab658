"""DOT, reduced to what stands in it: names, ids, roles; never measures or colours."""

import re

from pytest_regressions.file_regression import FileRegressionFixture

from argmap.render.dot import Layout, dot_of
from argmap.view.picture import ArgumentMap


def reduced(dot: str) -> str:
    lines = []
    for line in dot.splitlines():
        kept = re.sub(r"label=<.*?>>|label=<<.*>>", "", line.strip())
        attributes = re.findall(r'\b(id|arrowtail|minlen|peripheries|rank|URL)=("[^"]*"|[\w.]+)', kept)
        start = "" if "=" in kept.partition("[")[0] else kept.partition("[")[0].strip()
        lines.append(" ".join((start, *(f"{key}={value}" for key, value in attributes))).strip())
    return "\n".join(line for line in lines if line and line != "}") + "\n"


def test_what_stands_in_the_dot(everything: ArgumentMap, file_regression: FileRegressionFixture) -> None:
    file_regression.check(reduced(dot_of(everything)), encoding="utf-8")


def test_names_are_plain_and_ids_stand_in_attributes_alone(everything: ArgumentMap) -> None:
    names = re.findall(r"^\s*(\S+)(?: -> (\S+))? \[", dot_of(everything), re.MULTILINE)
    plain = re.compile(r"(c\d+(:p\d+:e|:w)?)|(j\d+(:p\d+:e|:sw?)?)|p\d+|node|edge|graph|")
    assert all(plain.fullmatch(name) for pair in names for name in pair)


def test_every_way_of_asking_has_the_same_things(everything: ArgumentMap) -> None:
    ids = {layout: sorted(re.findall(r'\bid="?([^" \]]+)', dot_of(everything, layout))) for layout in Layout}
    assert all(found == ids[Layout.WITH_PORTS] for found in ids.values())
    assert ":p1" in dot_of(everything)
    assert ":p1" not in dot_of(everything, Layout.WITHOUT_PORTS)
    assert "splines=line" in dot_of(everything, Layout.STRAIGHT)
