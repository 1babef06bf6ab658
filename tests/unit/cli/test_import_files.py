"""The lists of formats: what can be read is told where it is read, and what can be written where it is written."""

from argparse import ArgumentParser

import pytest

from argmap.cli import export, import_files
from argmap.exchange.formats import FORMATS


@pytest.mark.parametrize(("command", "does"), [(import_files, "reads"), (export, "writes")])
def test_a_list_has_what_the_command_can_do(command: object, does: str, capsys: pytest.CaptureFixture[str]) -> None:
    parser = ArgumentParser()
    command.add_arguments(parser)
    assert command.run(parser.parse_args(["--list"])) == 0
    told = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert [name for name in told if name != "json"] == [name for name, one in FORMATS.items() if getattr(one, does)]
