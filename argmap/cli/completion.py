"""Print a script for the completion of commands and options in your shell (needs `argmap[completion]`)."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

_HOW = {
    "bash": 'eval "$(argmap completion bash)"  in ~/.bashrc',
    "zsh": 'eval "$(argmap completion zsh)"  in ~/.zshrc, after compinit',
    "tcsh": "argmap completion tcsh | source /dev/stdin  in ~/.tcshrc",
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("shell", choices=tuple(_HOW), help="your shell")


def run(arguments: Namespace) -> int:
    """Print the script, or say what is missing for it."""
    from argmap.cli.main import whole_parser
    from argmap.cli.terminal import say

    try:
        import shtab
    except ImportError:
        say("argmap: completion needs one more package: pip install 'argmap[completion]'")
        return 2
    print(shtab.complete(whole_parser(), shell=arguments.shell))
    say(f"to have it in every session: {_HOW[arguments.shell]}")
    return 0
