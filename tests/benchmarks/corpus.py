"""A synthetic project of any size, the same for the same numbers, and its trees as one Argdown file.

    python tests/benchmarks/corpus.py CLAIMS FOLDER [--documents N] [--argdown FILE]

Trees of 40 claims (three premises a claim, three levels) are dealt out to documents of 400 claims.  One premise in
four is conceded; roots, and one claim in five, answer one of 50 shared issues of three ordered positions.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

import attrs

ISSUES = 50
PREMISES = 3
TREE = 1 + PREMISES + PREMISES**2 + PREMISES**3
DOCUMENT = 400
POSITIONS = ("yes", "partly", "no")
STRENGTHS = ("likely", "very-likely", "possible", "unlikely", "must", "should")
NOUNS = (
    "border budget carbon choice court data debt duty energy evidence forest freedom growth harbour health housing "
    "income judge labour market media method norm party peace pension price public reform right risk road school "
    "science state study tariff tax trade treaty union value vote wage water welfare"
).split()


@attrs.frozen
class Node:
    """One claim: its number, how it stands to the claim above, and what is said of it."""

    number: int
    depth: int
    step: str
    text: str
    strength: str
    issue: int | None
    position: str


def tree(first: int, size: int, chance: random.Random) -> Iterator[Node]:
    """The claims of one tree in reading order, numbered from a first number."""
    stack = [(0, 0, "claims")]
    while stack:
        place, depth, step = stack.pop()
        answers = place == 0 or chance.random() < 0.2
        yield Node(
            number=first + place,
            depth=depth,
            step=step,
            text="The " + " ".join(chance.choice(NOUNS) for _ in range(chance.randint(8, 16))) + ".",
            strength=chance.choice(STRENGTHS) if chance.random() < 0.3 else "",
            issue=(first + place) % ISSUES if answers else None,
            position=chance.choice(POSITIONS),
        )
        below = range(PREMISES * place + 1, min(size, PREMISES * place + PREMISES + 1))
        steps = ["despite" if chance.random() < 0.25 else "because" for _ in below]
        stack += reversed([(child, depth + 1, how) for child, how in zip(below, steps, strict=True)])


def argmap_lines(node: Node) -> Iterator[str]:
    """A claim in the language of argmap."""
    pad = "  " * node.depth
    strength = f" ({node.strength})" if node.strength else ""
    yield f"{pad}{node.step} c{node.number}{strength}: {node.text}"
    if node.issue is not None:
        yield f"{pad}  answers i{node.issue}: {node.position}"


def argdown_line(node: Node) -> str:
    """The same claim in the language of Argdown."""
    mark = {"claims": "", "because": "+ ", "despite": "- "}[node.step]
    return f"{'    ' * node.depth}{mark}[c{node.number}]: {node.text}"


def write(
    claims: int, folder: Path, *, documents: int = 0, argdown: Path | None = None, answering: bool = True
) -> None:
    """Write a project of so many claims, in so many documents (by default one for each 400).

    Unless they are `answering`, claims answer no issue, and there is nothing to compare.
    """
    chance = random.Random(claims)
    count = documents or max(1, claims // DOCUMENT)
    texts: list[list[str]] = [
        [
            f"document d{number}: Treatise {number}",
            f"  author a{number}: Author {number}",
            f"  date: {2000 + number % 25}",
            "",
        ]
        for number in range(count)
    ]
    other: list[str] = []
    for index, first in enumerate(range(0, claims, TREE)):
        text = texts[index % count]
        for node in tree(first, min(TREE, claims - first), chance):
            text += argmap_lines(node if answering else attrs.evolve(node, issue=None))
            other.append(argdown_line(node))
        text.append("")
        other.append("")
    shared = folder / "arguments" / "shared"
    shared.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts):
        (folder / "arguments" / f"d{number}.argmap").write_text("\n".join(text), encoding="utf-8")
    if answering:
        (shared / "issues.argmap").write_text("\n\n".join(issues(chance)) + "\n", encoding="utf-8")
    if argdown is not None:
        argdown.write_text("\n".join(other), encoding="utf-8")


def write_questionnaire(folder: Path, *, parties: int = 38, questions: int = 38) -> None:
    """Write what parties answer to the questions of a questionnaire, each with a reason of a few sentences."""
    chance = random.Random(parties)
    asked = folder / "arguments" / "shared"
    asked.mkdir(parents=True, exist_ok=True)
    thesis = "issue q{0}: Should the {1} be changed?\n  kind: policy\n  position yes: Yes\n  position no: No\n"
    texts = [thesis.format(number, chance.choice(NOUNS)) + "  exhaustive: yes, no\n" for number in range(questions)]
    (asked / "questions.argmap").write_text("\n".join(texts), encoding="utf-8")
    (folder / "argmap.toml").write_text("language = 2\n", encoding="utf-8")
    for party in range(parties):
        text = [f"document p{party}: Answers of party {party}\n  author a{party}: Party {party}\n  date: 2021-08\n"]
        for number in range(questions):
            words = " ".join(chance.choice(NOUNS) for _ in range(chance.randint(15, 60)))
            position = chance.choice(("yes", "yes", "no", "no", "open"))
            text.append(f"claims c{number}: We say {words}.\n  answers q{number}: {position}\n")
        (folder / "arguments" / f"p{party}.argmap").write_text("\n".join(text), encoding="utf-8")


def issues(chance: random.Random) -> Iterator[str]:
    """The shared issues."""
    for number in range(ISSUES):
        yield (
            f"issue i{number}: Does the {chance.choice(NOUNS)} justify the {chance.choice(NOUNS)} of case {number}?\n"
            "  position yes: It does\n  position partly: Only in part\n  position no: It does not\n"
            "  order: yes > partly > no"
        )


if __name__ == "__main__":
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("claims", type=int)
    reader.add_argument("folder", type=Path)
    reader.add_argument("--documents", type=int, default=0)
    reader.add_argument("--argdown", type=Path)
    given = reader.parse_args()
    write(given.claims, given.folder, documents=given.documents, argdown=given.argdown)
