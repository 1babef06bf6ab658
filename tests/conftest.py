"""How much is tried has to be known before any test is read."""

import pytest
import thoroughness

__all__ = ["thoroughness"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, exitstatus: int) -> None:
    """Say what to look at, where all is well."""
    if not exitstatus:
        terminalreporter.write_line("to see what argmap makes of the five texts, open renders/report.md")
