"""`argmap new`: the skeleton of an argument file, or a whole project as an example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

import attrs

from argmap.language.ids import is_id, normal
from argmap.language.words import RESERVED

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

EXAMPLES = ("bike-lanes", "federalist")
"""The projects that come with argmap, by name."""

_GUIDE = """
# Now its claims, in your own words, in the order of the text.  For example:
#
# claims main-point (should): What the text says in the end, as one sentence.
#   at: "two to six words"
#   answers some-question: yes
#   because first-reason: Why, according to the text.
#     at: "words from its source"
#   despite objection: What the text concedes and finds outweighed.
#
# reports their-view from some-actor: What others hold, according to the text.
#
# In a file that all texts share, the questions that they answer:
#
# issue some-question: Should it be done?
#   position yes: It should
#   position no: It should not
#
# actor some-actor: Whoever is named after `from`; authors, and actors of shared files, are known already
#
# `argmap check` says what is missing, and `argmap explain language` what can stand in a file.
"""


@attrs.frozen(kw_only=True)
class Start:
    """What is known of a document before it is encoded.

    Attributes:
        id: The document's id.
        authors: Names; ids are made of their last words.
    """

    id: str
    title: str
    authors: Sequence[str] = ()
    date: str = ""
    publisher: str = ""
    source: str = ""
    language: str = ""


def new(start: Start) -> str:
    """The text of a file for a document, with a comment that shows how to go on.

    Raises:
        ValueError: The id, or a name from which an id should be made, cannot be one, or something is no text.
    """
    check_id(start.id)
    lines = [f"document {normal(start.id)}: {_one_line(start.title)}"]
    taken: set[str] = set()
    for name in start.authors:
        identifier = author_id(name)
        while identifier in taken:
            identifier += "-2"
        taken.add(identifier)
        lines.append(f"  author {identifier}: {_one_line(name)}")
    fields = {"date": start.date, "publisher": start.publisher, "source": start.source, "language": start.language}
    lines += [f"  {field}: {_one_line(value)}" for field, value in fields.items() if value.strip()]
    text = "\n".join(lines) + "\n" + _GUIDE
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise ValueError("not all of this is UTF-8 text") from error
    return text


def example(name: str) -> dict[str, bytes]:
    """The files of a project that comes with argmap, by their path in it, sorted.

    Raises:
        ValueError: There is no such example.
    """
    if name not in EXAMPLES:
        raise ValueError(f"there is no example `{name}`; there is {', '.join(f'`{each}`' for each in EXAMPLES)}")
    return dict(sorted(_below(files("argmap").joinpath("examples", name), "")))


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _below(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_bytes()


def check_id(word: str) -> None:
    """See that a word can be the id of a document.

    Raises:
        ValueError: It cannot.
    """
    if word in RESERVED:
        raise ValueError(f"`{word}` is a word of the language and cannot be an id")
    if not is_id(word):
        raise ValueError(f"`{word}` is no id: letters, digits and single hyphens inside")


def author_id(name: str) -> str:
    """An id made of the last word of a name.

    Raises:
        ValueError: No word of it can be an id.
    """
    for word in reversed(name.replace(".", " ").split()):
        identifier = normal(word.casefold().replace("'", "").replace("\u2019", ""))
        if is_id(identifier):
            return f"{identifier}-author" if identifier in RESERVED else identifier
    raise ValueError(f"no id can be made of the name `{name}`")


def _one_line(text: str) -> str:
    return " ".join(text.split())
