"""Say what the code of a finding means, with an example; without a code, list all. `language` is the whole language."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("topic", nargs="?", metavar="TOPIC", help="a code, such as A103, or `language`")


def run(arguments: Namespace) -> int:
    """Print the page."""
    from argmap.api.explaining import LANGUAGE, explain
    from argmap.cli.terminal import say
    from argmap.source.codes import SEVERITIES, title
    from argmap.source.nearest import suggestion

    topic = arguments.topic
    if topic is None:
        for code, severity in SEVERITIES.items():
            print(f"{code}  {severity.value:<8} {title(code)}")
        return 0
    try:
        print(explain(topic), end="")
    except KeyError:
        nearest = suggestion(topic.upper(), SEVERITIES) or suggestion(topic.casefold(), [LANGUAGE])
        say(f"argmap: there is no code `{topic}`{nearest}")
        say("`argmap explain` lists all codes; `argmap explain language` prints the language reference")
        return 2
    return 0
