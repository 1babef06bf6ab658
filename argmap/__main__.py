"""``python -m argmap``."""

from argmap.cli.main import entry

entry()
