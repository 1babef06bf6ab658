"""Projects in which one thing that a verdict looks at is there very often (see `shapes`)."""

from __future__ import annotations

from collections.abc import Callable

from shapes import (
    ONE,
    YES_OR_NO,
    Shape,
    Texts,
    answers,
    compatible,
    head,
    linked_claims,
    names,
    one,
    positions,
    repeated,
)


def disagreeing(lines: Callable[[int], str], other: Callable[[int], str] | None = None, shared: str = "") -> Shape:
    """Two documents that answer one issue yes and no, with lines under the answers, or claims after them."""

    def shape(count: int) -> Texts:
        texts = {"shared": "issue q: Q?\n" + YES_OR_NO + shared}
        for place, answer, line in ((1, "yes", lines), (2, "no", other)):
            texts[f"d{place}"] = head(place) + f"claims c: T.\n  answers q: {answer}\n"
            texts[f"d{place}"] += repeated(line, count) if line is not None else ""
        return texts

    return shape


def conditions_that_are_same(count: int) -> Texts:
    """Two who answer under as many conditions, each the same as one of the other's."""
    texts = disagreeing(
        lambda number: f"  if i{number}: I {number}.\n", lambda number: f"  if i{number}: J {number}.\n"
    )(count)
    texts["shared"] += repeated(lambda number: f"link d1.i{number} same-as d2.i{number}\n", count)
    return texts


def many_answers_of_two(first: Callable[[int], str], second: Callable[[int], str]) -> Shape:
    """Two documents that answer one issue as often; what is said of the texts stands beside each answer."""

    def shape(count: int) -> Texts:
        texts = {"shared": "issue q: Q?\n  changes: yes\n" + YES_OR_NO}
        for place, said in ((1, first), (2, second)):
            texts[f"d{place}"] = head(place) + repeated(
                lambda number: f"claims c{number}: T {number}.\n" + said(number),  # noqa: B023
                count,
            )
        return texts

    return shape


def reported(count: int) -> Texts:
    """A document that reports as many answers of another, half of them wrongly."""
    answered = repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count)
    given = repeated(lambda number: f"claims c{number}: T {number}.\n  answers q{number}: yes\n", count)
    told = repeated(
        lambda number: (
            f"reports r{number} from au1: T {number}.\n  answers q{number}: {'yes' if number % 2 else 'no'}\n"
        ),
        count,
    )
    told += repeated(
        lambda number: f"claims o{number}: U {number}.\n  answers q{number}: no\n  despite r{number}\n", count
    )
    return {"shared": answered, "d1": head(1) + given, "d2": head(2).replace("2020", "2021") + told}


def opposed_steps(step: Callable[[int], str]) -> Shape:
    """Two documents that conflict on as many claims, each of which has a reason."""

    def shape(count: int) -> Texts:
        texts = {"shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count)}
        for place, answer in ((1, "yes"), (2, "no")):
            texts[f"d{place}"] = head(place) + repeated(
                lambda number: f"claims c{number}: T {number}.\n  answers q{number}: {answer}\n" + step(number),  # noqa: B023
                count,
            )
        return texts

    return shape


VERDICT_SHAPES: dict[str, Shape] = {
    "conditions of both": disagreeing(
        lambda number: f"  if i{number}: I {number}.\n", lambda number: f"  if i{number}: J {number}.\n"
    ),
    "conditions that are the same": conditions_that_are_same,
    "linked conditions": disagreeing(
        lambda number: f"  {'and' if number else 'if'} i{number}: I {number}.\n",
        lambda number: f"  {'and' if number else 'unless'} i{number}: J {number}.\n",
    ),
    "conditions that contradict": lambda count: {
        **(texts := disagreeing(lambda n: f"  if i{n}: I {n}.\n", lambda n: f"  if i{n}: J {n}.\n")(count)),
        "shared": texts["shared"] + repeated(lambda n: f"link d1.i{n} contradicts d2.i{n}\n", count),
    },
    "answers under conditions": many_answers_of_two(
        lambda number: f"  answers q: yes\n  if i{number}: I {number}.\n",
        lambda number: f"  answers q: no\n  if j{number}: J {number}.\n",
    ),
    "facts and forecasts": many_answers_of_two(
        lambda number: f"  answers q: yes\n  kind: fact\n  as-of: {1000 + number % 1000}\n",
        lambda number: f"  answers q: no\n  kind: prediction\n  until: {3000 + number % 1000}\n",
    ),
    "said at many times": many_answers_of_two(
        lambda number: f"  answers q: {('yes', 'no')[number % 2]}\n  said: {1000 + number % 1000}\n",
        lambda number: f"  answers q: no\n  said: {1000 + number % 1000}\n",
    ),
    "strengths of many answers": many_answers_of_two(
        lambda number: f"  answers q: yes ({('likely', 'possible', 'certain')[number % 3]})\n",
        lambda number: f"  answers q: not yes ({('likely', 'possible', 'certain')[number % 3]})\n",
    ),
    "reported answers": reported,
    "exhaustive pairs": answers(
        lambda count: positions(count) + repeated(lambda number: f"  exhaustive: p{number}, p{number + 1}\n", count - 1)
    ),
    "exhaustive pairs of one": answers(
        lambda count: positions(count) + repeated(lambda number: f"  exhaustive: p0, p{number + 1}\n", count - 1)
    ),
    "exhaustive": answers(lambda count: positions(count) + f"  exhaustive: {names(count, ', ')}\n"),
    "compatible pairs of one": answers(
        lambda count: positions(count) + repeated(lambda number: f"  compatible: p0, p{number + 1}\n", count - 1)
    ),
    "tensions of one issue": answers(
        lambda count: (
            compatible(count)
            + repeated(lambda number: f"link q.p{number} in-tension-with q.p{number + 1}\n", count - 1)
        )
    ),
    "contradicting positions of one issue": answers(
        lambda count: compatible(count) + repeated(lambda number: f"link q.p0 contradicts q.p{number + 1}\n", count - 1)
    ),
    "silent": lambda count: {
        "shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count),
        "a": "document d: Doc\n  author au: Au\n"
        + repeated(lambda number: f"  silent: q{number}\n", count)
        + "\nclaims c: T.\n",
        "b": head(2) + repeated(lambda number: f"claims b{number}: B {number}.\n  answers q{number}: yes\n", count),
    },
    "objections": one(lambda number: f"  objection p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "concessions": disagreeing(
        lambda number: f"claims e{number}: E {number}.\n  answers q: no\n",
        lambda number: f"  despite e{number}: E {number}.\n    answers q: yes\n",
    ),
    "claims in a chain of supersedes": linked_claims("supersedes"),
    "claims in a star of supersedes": linked_claims("supersedes", star=True),
    "superseding answers": lambda count: {
        **(
            texts := many_answers_of_two(lambda number: "  answers q: yes\n", lambda number: "  answers q: no\n")(count)
        ),
        "shared": texts["shared"] + repeated(lambda n: f"link d2.c{n} supersedes d1.c{n}\n", count),
    },
    "one disputed reason": opposed_steps(lambda number: "  because c0\n" if number else ""),
    "opposed chain of reasons": opposed_steps(lambda number: f"  because c{number - 1}\n" if number else ""),
}
"""By what is there often."""
