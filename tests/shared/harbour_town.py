"""A project of two texts about a harbour, one with its source: what a page of it must show, many tests ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from argmap.api.one_page import PageBuilder, PageOptions
from argmap.api.serving import Frame, Serving, serve

FILES = {
    "argmap.toml": 'language = 2\ntitle = "What should become of the harbour?"\n',
    "arguments/issues.argmap": """\
issue trams: Should the town build trams to the harbour?
  was: rails-question
  short: Trams?
  topic: Transport
  position yes: It should
  position later: Only after the bridge
  position no: It should not
  order: yes > later > no

issue noise: Are trams quiet?
  topic: Noise
  position yes: They are
  position no: They are not

issue air: Is the air of the town good?
  position yes: It is
  position no: It is not

issue lone: Who pays?
  position town: The town

actor council: The town council
""",
    "arguments/first.argmap": """\
document first: Trams now
  author author-a: Ada Able
  date: 2020
  publisher: The Gazette
  source: first.txt
  thesis: build
  was: old-first

claims build (should): The town should build trams.
  answers trams: yes
  at: "build the trams"
  was: old-build
  because quiet: Trams are quiet.
    answers noise: yes
    at: "quiet as cats"
    because rails: Rails are welded.
      at: "rails are welded"
      because steel: Steel is soft.
        at: "steel is soft"
  despite dear (likely): Trams cost a lot.
    at: "cost a fortune"

section: What else is said

claims air: The air of the town is bad.
  answers air: no
  at: "air is bad"

reports debt from council: The town is in debt.
  answers lone: town
  at: "the council says"
""",
    "arguments/second.argmap": """\
document second: No trams
  author author-b: Bo Brave
  date: 2021
  thesis: leave

claims leave: The town should leave its streets as they are.
  answers trams: no
  because loud: Trams are loud.
    answers noise: no

claims stink: The air stinks.
  answers air: no
""",
}
SOURCE = (
    "Trams now\n\nWe should build the trams, as Mr. Cable says. They are quiet as cats.\n"
    + "".join(f"Line {number} of the story says little.\n" for number in range(60))
    + "The rails are welded, and steel is soft. Yet they cost a fortune.\n\n"
    + "The air is bad, and the council says more.\n"
)


def written(root: Path) -> Path:
    for name, text in {**FILES, "sources/first.txt": SOURCE}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


@contextmanager
def served(root: Path, frame: Frame | None = None) -> Iterator[tuple[Serving, Path]]:
    """The project, written into a folder and shown live from there, until the block ends."""
    written(root)
    builder = PageBuilder(root, PageOptions(sources=root / "sources"))
    found = serve(builder, lambda built: built.errors[0].message, frame=frame)
    ended = Event()
    thread = Thread(target=found.run, args=(ended.is_set,))
    thread.start()
    try:
        yield found, root
    finally:
        ended.set()
        thread.join(5)
