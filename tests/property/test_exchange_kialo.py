"""Exports of debates, whole and damaged: nothing is raised, and each claim stands where its number says."""

from pathlib import Path
from typing import Any

from damaged import damaged_bytes
from hypothesis import given
from hypothesis import strategies as st
from thoroughness import examples

from argmap.api.importing import Imported, NotThisFormatError, import_files
from argmap.model.inference import StepRole
from argmap.workspace.errors import RefusedError

ONE = (
    "Discussion Title: Trams?\n\n1. The town should build trams.\n1.1. Pro: Trams are \\(very\\) quiet [1].\n"
    "1.1.1. Con: They [squeak](https://a.org/x_\\(y\\)).\n1.2. Con: -> See 1.1.1.\n1.2.1. Pro: Two\nlines.\n"
    "Sources:\n[1] https://b.org\n“Quiet!”\n"
)
OTHER = (
    "Discussion Name:\nTrams?\n\n1. Question:\nWhich?\n\n  1.1. Thesis:\n  Trams.\n\n    1.1.1. Pro:\n"
    "    Quiet [1].\n\n  1.2. Thesis:\n  Buses.\n\n    1.2.1. Con:\n    -> See 1.1.1.\n\nSources:\n[1] https://b.org\n"
)


def imported(folder: Path, data: bytes, form: str = "kialo") -> Imported | None:
    """What a file becomes; None where it is none of the format."""
    path = folder / "debate.txt"
    path.write_bytes(data)
    try:
        return import_files([path], folder / "project", form=form, options={"author": "The users"})
    except (NotThisFormatError, RefusedError):
        return None


PIECES = [
    "[",
    "]",
    "(",
    ")",
    "\\",
    "[1]",
    "1.",
    "1.1.",
    "1.2.2.",
    " Pro: ",
    " Con: ",
    "-> See ",
    "\n",
    "Sources:",
    " a",
]


@examples(400)
@given(st.data())
def test_damaged_exports_end_in_what_is_told(tmp_path_factory: Any, data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from([ONE, OTHER])).encode()
    text = data.draw(damaged_bytes(whole) | st.lists(st.sampled_from(PIECES)).map(lambda some: "".join(some).encode()))
    found = imported(tmp_path_factory.mktemp("kialo"), text)
    assert found is None or not found.loaded.errors


@st.composite
def trees(draw: st.DrawFn) -> list[tuple[tuple[int, ...], str, str]]:
    """Numbers with labels and texts, each below one before it."""
    found: list[tuple[tuple[int, ...], str, str]] = [((1,), "", "Claim 0.")]
    children: dict[tuple[int, ...], int] = {}
    for number in range(1, draw(st.integers(1, 12))):
        above = draw(st.sampled_from(found))[0]
        children[above] = children.get(above, 0) + 1
        found.append(((*above, children[above]), draw(st.sampled_from(["Pro", "Con"])), f"Claim {number}."))
    return sorted(found)


@examples(200)
@given(trees(), st.booleans())
def test_each_claim_stands_where_its_number_says(
    tmp_path_factory: Any, tree: list[tuple[tuple[int, ...], str, str]], nested: bool
) -> None:
    lines = ["Discussion Name:\nTrams?\n" if nested else "Discussion Title: Trams?\n"]
    for number, label, text in tree:
        written = ".".join(map(str, number))
        if nested:
            pad = "  " * (len(number) - 1)
            lines.append(f"{pad}{written}. {label or 'Thesis'}:\n{pad}{text}\n")
        else:
            lines.append(f"{written}. {label}: {text}" if label else f"{written}. {text}")
    found = imported(tmp_path_factory.mktemp("kialo"), "\n".join(lines).encode())
    assert found is not None
    corpus = found.loaded.corpus
    told = {
        (corpus.claims[premise].text, step.role, claim.text)
        for claim in corpus.claims.values()
        for step in claim.steps
        for premise in step.premises
    }
    roles = {"Pro": StepRole.BECAUSE, "Con": StepRole.OBJECTION}
    texts = {number: text for number, _, text in tree}
    assert told == {(text, roles[label], texts[number[:-1]]) for number, label, text in tree if label}
    assert found.loss.is_whole
