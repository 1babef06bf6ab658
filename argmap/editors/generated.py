"""The files made from the words of the language: ``python -m argmap.editors.generated`` makes them anew."""

from __future__ import annotations

from pathlib import Path

from argmap.editors.grammars import emacs, kate, textmate, vim
from argmap.editors.snippets import language_configuration, snippets

HERE = Path(__file__).parent
_RULE = ";; ----------------------------------------\n"
"""Stands around what is made within a file that is otherwise written by hand."""


def generated() -> dict[str, str]:
    """Every such file by its path from here, as it has to be."""
    mode = "emacs/argmap-mode.el"
    before, _, after = (HERE / mode).read_text(encoding="utf-8").split(_RULE)
    return {
        "vscode/syntaxes/argmap.tmLanguage.json": textmate(),
        "vscode/snippets.json": snippets(),
        "vscode/language-configuration.json": language_configuration(),
        "vim/syntax/argmap.vim": vim(),
        "kate/argmap.xml": kate(),
        mode: f"{before}{_RULE}{emacs()}{_RULE}{after}",
    }


if __name__ == "__main__":
    for name, text in generated().items():
        (HERE / name).parent.mkdir(parents=True, exist_ok=True)
        (HERE / name).write_text(text, encoding="utf-8", newline="\n")
