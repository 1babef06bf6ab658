"""Foreign files, imported without a disk."""

from collections.abc import Callable, Mapping

import attrs
import pytest

from argmap.exchange.formats import Importing, module
from argmap.exchange.loss import Fate, LossReport
from argmap.exchange.writing import written
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode


@attrs.frozen(kw_only=True)
class Made:
    """What an import makes: argument files by name, what was changed and dropped, and the checked records."""

    files: Mapping[str, str]
    loss: LossReport
    loaded: Loaded

    @property
    def told(self) -> list[str]:
        """What was not simply kept."""
        return [f"{one.fate}: {one}" for one in self.loss if one.fate is not Fate.KEPT]

    @property
    def kept(self) -> dict[str, int]:
        return {one.what: one.number for one in self.loss.losses(Fate.KEPT)}

    def file(self, name: str) -> str:
        return self.files[f"arguments/{name}.argmap"]


@pytest.fixture
def imported() -> Callable[..., Made]:
    def imports(form: str, files: Mapping[str, bytes], title: str = "", **options: str) -> Made:
        loss = LossReport()
        draft = module(form).read(files, Importing(loss=loss, title=title, options=options))
        result = written(draft, loss)
        readings = tuple(decode(name, text.encode()) for name, text in sorted(result.files.items()))
        loaded = load_checked(Input(project=None, readings=readings))
        return Made(files=result.files, loss=loss, loaded=loaded)

    return imports
