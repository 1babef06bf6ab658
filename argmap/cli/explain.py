"""Say what the code of a finding means, with an example; without a code, list all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="such as A103")


def run(arguments: Namespace) -> int:
    """Print the page."""
    from argmap.api.explaining import explain
    from argmap.cli.terminal import say
    from argmap.source.codes import SEVERITIES, title
    from argmap.source.nearest import suggestion

    if arguments.code is None:
        for code, severity in SEVERITIES.items():
            print(f"{code}  {severity.value:<8} {title(code)}")
        return 0
    try:
        print(explain(arguments.code), end="")
    except KeyError:
        say(f"argmap: there is no code `{arguments.code}`{suggestion(arguments.code.upper(), SEVERITIES)}")
        return 2
    return 0
