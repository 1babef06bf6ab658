"""Output proper, to a file or to standard output, and saying why there is none."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.api.loading import Loaded
    from argmap.source.finding import Finding


def write_output(path: str | None, data: bytes) -> int:
    """Write to a file, whole or not at all, or to standard output; the exit code."""
    if path is None or path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    from argmap.workspace.writing import write_atomically

    target = Path(path)
    try:
        write_atomically(target, data, target.resolve().parent)
    except OSError as error:
        if error.strerror is None:
            raise
        # The system names the temporary file, which nobody has heard of.
        raise OSError(error.errno, error.strerror, path) from error
    return 0


def refused(errors: Sequence[Finding], loaded: Loaded, therefore: str) -> int:
    """Show the errors for which a command does nothing; the exit code."""
    from argmap.cli.terminal import palette, say, width
    from argmap.report.findings.concise import summary_line
    from argmap.report.findings.full import full

    print(full(errors, loaded.texts, palette(sys.stderr), width()), file=sys.stderr)
    say(f"{summary_line(errors)}: {therefore}")
    return 1
