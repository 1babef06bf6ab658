"""Print a prompt that asks a language model, or a person, to draft the encoding of a text. argmap asks nobody itself.

It has the language, what a good encoding is, the project's questions, actors and terms, and the source line by line;
`argmap explain drafted` says how to go on from there. DOC is the id of a document, a file in the folder of sources, or
any file that can be a source.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

ACTIONS = ("encode",)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("action", choices=ACTIONS, help="what is asked for: to encode a text")
    parser.add_argument("document", metavar="DOC", help="the id of a document, or a file that can be a source")
    parser.add_argument("--sources", metavar="DIR", help="the folder of source texts; by default that of the settings")
    parser.add_argument("-o", "--output", metavar="FILE", help="write it to a file")


def run(arguments: Namespace) -> int:
    """Print it, and say what to know of it."""
    from argmap.api.prompting import prompt_to_encode
    from argmap.cli.chosen import typed
    from argmap.cli.output import OutputPath, write_output
    from argmap.cli.terminal import notify, say

    output = OutputPath(arguments.output) if arguments.output else None
    prompt = prompt_to_encode(typed(arguments.document), arguments.sources)
    code = write_output(output, prompt.text.encode("utf-8", "replace"))
    notify(prompt.notices)
    say(f"{len(prompt.text.split()):,} words; give them to a model, and hold its draft to `argmap check --drafted`")
    return code
