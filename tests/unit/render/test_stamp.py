from argmap.render.engine import Engine
from argmap.render.stamp import Stamp, digest_of, stamp_for, stamp_of

ENGINE = Engine("graphviz-pure", "0.2.2", "program")


def test_a_stamp_depends_on_what_is_drawn_and_by_what() -> None:
    stamp = stamp_for("digraph {}", ENGINE)
    assert stamp == Stamp("graphviz-pure", "0.2.2", digest_of("digraph {}"))
    assert stamp != stamp_for("digraph { a }", ENGINE)
    assert stamp != stamp_for("digraph {}", Engine("graphviz", "0.2.2", "program"))


def test_a_file_without_a_stamp_has_none() -> None:
    assert stamp_of(b"") is None
    assert stamp_of(b"<svg xmlns='http://www.w3.org/2000/svg'></svg>") is None
    assert stamp_of(b"\xff\xfe<svg ") is None


def test_a_stamp_is_looked_for_at_the_beginning_only() -> None:
    digest = "0" * 64
    mark = f'<svg data-argmap-engine="e" data-argmap-version="v" data-argmap-dot="{digest}">'.encode()
    assert stamp_of(mark) == Stamp("e", "v", digest)
    assert stamp_of(b" " * 10_000 + mark) is None
    assert stamp_of(b"<svg " * 100_000) is None
