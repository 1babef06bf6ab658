"""Write what an editor needs for argument files: colours, snippets, and what starts `argmap lsp`; without a name, list
all editors.

`argmap explain editors` says how each is set up.
"""

from __future__ import annotations

import json
import re
import shlex
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple


class Editor(NamedTuple):
    """An editor that there are files for.

    Attributes:
        title: What it is called.
        files: Where each goes, in a folder of its own, by where it is in `argmap.editors`.
        next: What to do then, by the folder; `{}` stands for it, as it is written there.
        written: How a path is written in `next`.
    """

    title: str
    files: Mapping[str, str]
    next: tuple[str, ...]
    written: Callable[[str], str]


def _in_vim(path: str) -> str:
    return re.sub(r"([\\ ,|\"])", r"\\\1", path)


def _in_lua_or_lisp(path: str) -> str:
    return json.dumps(path, ensure_ascii=False)


_VIM = {f"vim/{name}/argmap.vim": f"{name}/argmap.vim" for name in ("ftdetect", "ftplugin", "syntax")}
EDITORS = {
    "vscode": Editor(
        "Visual Studio Code, and editors made from it",
        {"argmap.vsix": "argmap.vsix"},
        ("run: code --install-extension {}",),
        lambda folder: shlex.quote(str(Path(folder) / "argmap.vsix")),
    ),
    "vim": Editor(
        "Vim: colours, folds, and formatting by `gq`",
        _VIM,
        ("in ~/.vimrc, above `filetype plugin on` and `syntax on`: set runtimepath^={}",),
        _in_vim,
    ),
    "neovim": Editor(
        "Neovim 0.11 or newer: the same, and the language server",
        {**_VIM, "vim/lsp/argmap.lua": "lsp/argmap.lua"},
        ("in ~/.config/nvim/init.lua: vim.opt.runtimepath:prepend({})", 'below it: vim.lsp.enable("argmap")'),
        _in_lua_or_lisp,
    ),
    "emacs": Editor(
        "Emacs 26 or newer: a mode, and the language server by `M-x eglot`",
        {"emacs/argmap-mode.el": "argmap-mode.el"},
        ("in ~/.emacs.d/init.el: (add-to-list 'load-path {})", "below it: (require 'argmap-mode)"),
        _in_lua_or_lisp,
    ),
    "kate": Editor(
        "Kate, KWrite and KDevelop: colours, and the language server",
        {"kate/argmap.xml": "argmap.xml"},
        (
            "run: install -Dm644 -t ~/.local/share/org.kde.syntax-highlighting/syntax {}",
            'in the settings of its LSP client: {"servers": {"argmap": {"command": ["argmap", "lsp"], '
            '"highlightingModeRegex": "^argmap$"}}}',
        ),
        lambda folder: shlex.quote(str(Path(folder) / "argmap.xml")),
    ),
    "helix": Editor(
        "Helix: the language server, without colours",
        {"helix/languages.toml": "languages.toml"},
        ("run: cat {} >> ~/.config/helix/languages.toml",),
        lambda folder: shlex.quote(str(Path(folder) / "languages.toml")),
    ),
}
"""By name, in the order in which they are listed."""


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("name", nargs="?", metavar="|".join(EDITORS), help="the editor")
    parser.add_argument("-o", "--output", metavar="DIR", help="where to; default: argmap-NAME, for vscode this folder")
    parser.add_argument("--force", action="store_true", help="replace files that are there already and differ")


def run(arguments: Namespace) -> int:
    """Write the files, or none where one that is there would be lost, and say what to do next."""
    from argmap.cli.terminal import say, tell
    from argmap.source.nearest import suggestion
    from argmap.workspace.errors import RefusedError

    name = arguments.name
    if name is None:
        for known, editor in EDITORS.items():
            print(f"{known:<8} {editor.title}")
        say("`argmap editor NAME` writes what it needs; `argmap explain editors` says how each is set up")
        return 0
    if name not in EDITORS:
        raise RefusedError(
            f"there is no `argmap editor {name}`{suggestion(name, EDITORS)}", f"there are: {', '.join(EDITORS)}"
        )
    editor = EDITORS[name]
    folder = Path(arguments.output or ("." if name == "vscode" else f"argmap-{name}"))
    wanted = {folder / target: _shipped(source) for source, target in editor.files.items()}
    differing = [path for path, data in wanted.items() if path.exists() and not _holds(path, data)]
    if differing and not arguments.force:
        for path in differing:
            say(f"argmap: {path} is there already and differs, and stays as it is")
        say(f"nothing was written; --force replaces {'them' if differing[1:] else 'it'}")
        return 1
    for path, data in wanted.items():
        _write(path, data)
        tell(f"{path} (replaced)" if path in differing else str(path))
    for line in editor.next:
        say(line.replace("{}", editor.written(str(folder if line.startswith("run: ") else folder.resolve()))))
    return 0


def _shipped(source: str) -> bytes:
    from importlib.resources import files

    return files("argmap.editors").joinpath(source).read_bytes()


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _write(path: Path, data: bytes) -> None:
    from argmap.cli.output import output_folder, write_output

    output_folder(str(path.parent))
    write_output(str(path), data)
