"""A small project with one of each construct that a graph can show, and what an export of a project gives."""

from collections.abc import Mapping

from argmap.api.exporting import export_files
from argmap.exchange.loss import Fate
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

FILES = {
    "arguments/shared/issues.argmap": """\
issue trams: Should the town build trams?
  position yes: It should
  position no: It should not
link north.quiet contradicts south.loud (0.9): One and the same street.
""",
    "arguments/north.argmap": """\
document north: Trams now
  author ada: Ada Able
  date: 2024-03
  publisher: The Herald
  source: https://example.org/trams

claims build (should): The town should build trams.
  answers trams: yes
  because (example) quiet: Trams are quiet.
  and quiet-good: Quiet is good.
  undercut night: It was measured at night.
  objection reports cost from council: Trams cost "a lot" & more <each> year.
""",
    "arguments/south.argmap": """\
document south: No trams
  author bea: Bea Bold
  date: 2024

claims leave (should): The town should not build trams.
  answers trams: no
  because loud: Trams are loud.
  despite denies cheap: Trams are cheap.
""",
}
SHARED = "actor council: The council\n"


def project(files: Mapping[str, str] | None = None) -> Loaded:
    """Argument files, by default those of the debate, loaded and checked."""
    chosen = {**FILES, "arguments/shared/actors.argmap": SHARED} if files is None else files
    readings = tuple(decode(name, text.encode()) for name, text in sorted(chosen.items()))
    return load_checked(Input(project=None, readings=readings))


def exported(loaded: Loaded, form: str, **options: str) -> tuple[str, list[str]]:
    """The only file of an export, and what is not simply kept."""
    made = export_files(loaded, form, options=options)
    return made.files[""].decode(), [f"{one.fate}: {one}" for one in made.loss if one.fate is not Fate.KEPT]
