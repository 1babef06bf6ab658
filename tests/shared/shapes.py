"""Projects in which one thing is there very often: each shape takes a number and gives texts by file name.

What grows is what the name of a shape says.  A shape of several documents puts the shared statements into `shared`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

Texts = dict[str, str]
Shape = Callable[[int], Texts]
"""From how often the thing is there to the texts of a project."""

ONE = "document d: Doc\n  author au: Au\n\n"
YES_OR_NO = "  position yes: Yes\n  position no: No\n"


def head(number: int) -> str:
    """The statement of a document."""
    return f"document d{number}: Doc {number}\n  author au{number}: Author {number}\n  date: 2020\n\n"


def repeated(line: Callable[[int], str], count: int) -> str:
    """The lines of 0, 1, 2, ..."""
    return "".join(line(number) for number in range(count))


def one(line: Callable[[int], str], before: str = ONE, after: str = "") -> Shape:
    """One document in which a line, or several, stands for each number."""
    return lambda count: {"a": before + repeated(line, count) + after}


def listed(before: str, name: Callable[[int], str], between: str = ", ", after: str = "\n") -> Shape:
    """One document with one line that lists a name for each number."""
    return lambda count: {"a": before + between.join(name(number) for number in range(count)) + after}


def clique(count: int) -> Texts:
    """Claims that all support each other; as many steps as there are in a chain of `count`."""
    size = max(2, round(count**0.5))
    lines = (
        f"claims c{claim}: T {claim}.\n"
        + repeated(lambda other: f"  because c{other}\n" if other != claim else "", size)  # noqa: B023
        for claim in range(size)
    )
    return {"a": ONE + "".join(lines)}


def circle(count: int) -> Texts:
    """Each claim because of the next, and the last because of the first."""
    return one(lambda number: f"claims c{number}: T {number}.\n  because c{(number + 1) % count}\n")(count)


def nested(count: int) -> Texts:
    """A premise below a premise; the indentation makes the text grow with the square, so the depth is a root."""
    depth = round((count * 30) ** 0.5)
    return {
        "a": ONE + "claims c: T.\n" + repeated(lambda number: "  " * (number + 1) + f"because p{number}: P.\n", depth)
    }


def with_issues(count: int, links: Iterable[str], first: str, last: str) -> Texts:
    """As many yes-no issues, two documents that answer one each, and links."""
    issues = repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count)
    return {
        "shared": issues + "".join(f"link {link}\n" for link in links),
        "a": head(1) + f"claims a0: T.\n  answers {first}\n",
        "b": head(2) + f"claims b0: U.\n  answers {last}\n",
    }


def chain(relation: str) -> Shape:
    """Positions of as many issues, each linked to the next."""

    def shape(count: int) -> Texts:
        links = (f"q{number}.yes {relation} q{number + 1}.yes" for number in range(count - 1))
        return with_issues(count, links, "q0: yes", f"q{count - 1}: no")

    return shape


def star(relation: str) -> Shape:
    """Positions that are all linked to one."""

    def shape(count: int) -> Texts:
        links = (f"q0.yes {relation} q{number}.yes" for number in range(1, count))
        return with_issues(count, links, "q0: yes", f"q{count - 1}: no")

    return shape


def all_linked(relation: str) -> Shape:
    """Positions linked to each other, every one to every one."""

    def shape(count: int) -> Texts:
        size = max(2, round(count**0.5))
        links = (f"q{one}.yes {relation} q{other}.yes" for one in range(size) for other in range(one + 1, size))
        return with_issues(size, links, "q0: yes", f"q{size - 1}: no")

    return shape


def linked_claims(relation: str, *, star: bool = False) -> Shape:
    """Claims of two documents in turn, linked in a chain, or all to one."""

    def shape(count: int) -> Texts:
        ends = [f"d{number % 2 + 1}.c{number}" for number in range(count)]
        links = repeated(
            lambda number: f"link {ends[0 if star else number]} {relation} {ends[number + 1]}\n", count - 1
        )
        return {
            "shared": links,
            "a": head(1) + repeated(lambda number: f"claims c{2 * number}: T {number}.\n", (count + 1) // 2),
            "b": head(2) + repeated(lambda number: f"claims c{2 * number + 1}: U {number}.\n", count // 2),
        }

    return shape


def opposed_chains(count: int) -> Texts:
    """Two documents that conflict on each of a chain of claims."""
    texts = {"shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count)}
    for place, answer in ((1, "yes"), (2, "no")):
        texts[f"d{place}"] = head(place) + repeated(
            lambda number: (
                f"claims c{number}: T {number}.\n  answers q{number}: {answer}\n"  # noqa: B023
                + (f"  because c{number + 1}\n" if number < count - 1 else "")
            ),
            count,
        )
    return texts


def opposed_reasons(count: int) -> Texts:
    """Two documents that conflict on a claim and on each of its reasons."""
    texts = {"shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count + 1)}
    for place, answer in ((1, "yes"), (2, "no")):
        texts[f"d{place}"] = (
            head(place)
            + f"claims c: T.\n  answers q{count}: {answer}\n"
            + repeated(
                lambda number: f"  because c{number}: T {number}.\n    answers q{number}: {answer}\n",  # noqa: B023
                count,
            )
        )
    return texts


def opposed_documents(count: int) -> Texts:
    """Documents that all answer one issue, half of them yes and half no."""
    texts = {"shared": "issue q: Q?\n" + YES_OR_NO}
    for number in range(count):
        answer = "yes" if number % 2 else "no"
        texts[f"d{number}"] = head(number) + f"claims c: T {number}.\n  answers q: {answer}\n"
    return texts


def own_answers(count: int) -> Texts:
    """Documents that each give an answer of their own."""
    texts = {"shared": "issue q: Q?\n" + repeated(lambda number: f"  position p{number}: P {number}\n", count)}
    for number in range(count):
        texts[f"d{number}"] = head(number) + f"claims c: T {number}.\n  answers q: p{number}\n"
    return texts


def answers(issue: Callable[[int], str], *, second: bool = True) -> Shape:
    """An issue with as many positions, one document that answers all of them, and one that answers every other."""

    def shape(count: int) -> Texts:
        texts = {
            "shared": issue(count),
            "a": head(1) + repeated(lambda number: f"claims a{number}: A {number}\n  answers q: p{number}\n", count),
        }
        if second:
            texts["b"] = head(2) + repeated(
                lambda number: f"claims b{number}: B {number}\n  answers q: p{2 * number}\n", count // 2
            )
        return texts

    return shape


def positions(count: int) -> str:
    """An issue with as many positions."""
    return "issue q: Q?\n" + repeated(lambda number: f"  position p{number}: P {number}\n", count)


def names(count: int, between: str) -> str:
    """All positions of such an issue."""
    return between.join(f"p{number}" for number in range(count))


def compatible(count: int) -> str:
    """All can stand together."""
    return positions(count) + f"  compatible: {names(count, ', ')}\n"


def compatible_pairs(count: int) -> str:
    """Each can stand together with the next."""
    return positions(count) + repeated(lambda number: f"  compatible: p{number}, p{number + 1}\n", count - 1)


def scale(count: int) -> str:
    """All stand on one scale."""
    return positions(count) + f"  order: {names(count, ' > ')}\n"


def actors(count: int) -> Texts:
    """One claim that shows the answers of many."""
    told = repeated(lambda number: f"actor x{number}: X {number}\n", count)
    voices = ", ".join(f"x{number}" for number in range(count))
    return {
        "shared": "issue q: Q?\n" + YES_OR_NO,
        "a": ONE + told + f"reports r from {voices}: They all say it.\n  answers q: yes\n",
    }


def actors_opposed(count: int) -> Texts:
    """Many to whom a document ascribes an answer, half of them yes and half no."""
    told = repeated(lambda number: f"actor x{number}: X {number}\n", count)
    said = repeated(
        lambda number: (
            f"reports r{number} from x{number}: They say {number}.\n  answers q: {'yes' if number % 2 else 'no'}\n"
        ),
        count,
    )
    return {"shared": "issue q: Q?\n" + YES_OR_NO, "a": ONE + told + said}


def actors_of_an_answer(count: int) -> Texts:
    """One answer from many."""
    told = repeated(lambda number: f"actor x{number}: X {number}\n", count)
    voices = ", ".join(f"x{number}" for number in range(count))
    return {"shared": "issue q: Q?\n" + YES_OR_NO, "a": ONE + told + f"claims r: So.\n  answers q: yes from {voices}\n"}


def documents(count: int) -> Texts:
    """Documents with nothing in common."""
    return {f"d{number}": head(number) + f"claims c: T {number}.\n" for number in range(count)}


def treatise(count: int) -> Texts:
    """Plain trees of claims that answer issues, three premises each, in two documents."""
    texts = {"shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, 40)}
    for place in (1, 2):
        texts[f"d{place}"] = head(place) + repeated(
            lambda number: (
                f"claims c{number}: The {number} of {number % 7} and {number % 11}.\n"
                f"  answers q{number % 40}: {'yes' if number % 3 else 'no'}\n"
                f"  because a{number}: One reason {number}.\n    because b{number}: Below {number}.\n"
                f"  despite e{number}: Though {number}.\n"
            ),
            count,
        )
    return texts


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


SHAPES: dict[str, Shape] = {
    "treatise": treatise,
    "documents": documents,
    "marks": one(lambda _: "<<<<<<< x\n"),
    "whole marks": one(lambda _: "<<<<<<< x\nclaims a: A\n=======\n>>>>>>> y\n"),
    "clique": clique,
    "circle": circle,
    "nested": nested,
    "chain of claims": one(
        lambda number: f"claims c{number}: T {number}.\n  because c{number + 1}\n", after="claims c"
    ),
    "statements": one(lambda number: f"claims c{number}: T {number}.\n"),
    "sections": one(lambda number: f"section: S {number}\n\nclaims c{number}: T {number}.\n"),
    "reasons": one(lambda number: f"  because p{number}: P {number}.\n", ONE + "claims c: T.\n"),
    "linked premises": one(lambda number: f"  and p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "named premises": one(lambda number: f"  and p{number}\n", ONE + "claims c: T.\n  because q: Q.\n", ""),
    "one premise many times": one(lambda number: "  because p\n", ONE + "claims p: P.\nclaims c: T.\n"),
    "one reason of many": one(lambda number: f"claims c{number}: T {number}.\n  because p\n", ONE + "claims p: P.\n"),
    "unless": one(lambda number: f"  unless p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "despite": one(lambda number: f"  despite p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "if": one(lambda number: f"  if p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "undercuts": one(lambda number: f"  undercut p{number}: P {number}.\n", ONE + "claims c: T.\n  because q: Q.\n"),
    "conditions that answer": lambda count: {
        "shared": "issue q: Q?\n" + YES_OR_NO,
        "a": ONE
        + "claims c: T.\n  answers q: yes\n"
        + repeated(lambda number: f"  unless u{number}: U {number}.\n", count),
        "b": head(2) + "claims c: T.\n  answers q: no\n",
    },
    "notes": one(lambda number: f"  note: N {number}.\n", ONE + "claims c: T.\n"),
    "tags": listed(ONE + "claims c: T.\n  tags: ", lambda number: f"t{number}"),
    "tag lines": one(lambda number: f"  tags: t{number}\n", ONE + "claims c: T.\n"),
    "tags twice": listed(ONE + "claims c: T.\n  tags: ", lambda number: "t"),
    "was": listed(ONE + "claims c: T.\n  was: ", lambda number: f"w{number}"),
    "was lines": one(lambda number: f"  was: w{number}\n", ONE + "claims c: T.\n"),
    "was in a chain": one(lambda number: f"claims c{number}: T {number}.\n  was: c{number + 1}\n"),
    "was of one": one(lambda number: f"claims c{number}: T {number}.\n  was: x\n"),
    "cites": one(lambda number: f"  cites: Book {number}\n", ONE + "claims c: T.\n"),
    "cues": one(lambda number: f'claims c{number}: T {number}.\n  at: "two words {number}"\n'),
    "cues of one claim": one(lambda number: f'  at: "two words {number}"\n', ONE + "claims c: T.\n"),
    "authors": one(lambda number: f"  author x{number}: X {number}\n", "document d: D\n"),
    "authors twice": one(lambda _: "  author x: X\n", "document d: D\n"),
    "dates": one(lambda _: "  date: 2020\n", "document d: D\n  author x: X\n"),
    "unknown reasons": one(lambda number: f"claims c{number}: T {number}.\n  because x{number}\n"),
    "unknown reasons of a document": one(lambda number: f"claims c{number}: T {number}.\n  because e{number}.x\n"),
    "unknown issues": one(lambda number: f"claims c{number}: T {number}.\n  answers q{number}: yes\n"),
    "unknown positions": lambda count: {
        "shared": positions(count),
        "a": ONE + repeated(lambda number: f"claims c{number}: T {number}.\n  answers q: x{number}\n", count),
    },
    "unknown actors": lambda count: {
        "a": ONE
        + repeated(lambda number: f"actor x{number}: X {number}\n", count)
        + repeated(lambda number: f"reports r{number} from y{number}: T {number}.\n", count)
    },
    "unknown actors in a line": listed(ONE + "reports r from ", lambda number: f"x{number}", ", ", ": T.\n"),
    "actors with a blank": listed(ONE + "reports r from ", lambda number: f"x{number}", " ", ": T.\n"),
    "quoting": listed(ONE + "reports r from ", lambda number: f"x{number}", " quoting ", ": T.\n"),
    "unknown ends": one(lambda number: f"link d.x{number} contradicts d.y{number}\n", ONE + "claims c: T.\n"),
    "ids twice": one(lambda _: "claims c: T.\n"),
    "names twice": one(lambda number: f"actor x{number}: X\n"),
    "also": one(lambda number: f"actor x{number}: X {number}\n  also: Same\n"),
    "also in a line": listed(ONE + "actor x: X\n  also: ", lambda number: f"Y {number}"),
    "terms": one(lambda number: f"term t{number}: T {number}.\n"),
    "terms of documents": lambda count: {
        f"d{number}": head(number) + f"term t: Meaning {number}.\nclaims c: T {number}.\n" for number in range(count)
    },
    "terms twice": one(lambda _: "term t: T.\n"),
    "issues": one(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO),
    "issues twice": one(lambda _: "issue q: Q?\n" + YES_OR_NO, ""),
    "positions": lambda count: {"a": positions(count)},
    "positions twice": one(lambda _: "  position p: P\n", "issue q: Q?\n"),
    "scale": lambda count: {"a": scale(count)},
    "scale that lacks some": lambda count: {"a": positions(count) + "  order: p0 > p1\n"},
    "unknown on a scale": lambda count: {"a": positions(2) + f"  order: {names(count, ' > ')}\n"},
    "refused lines": one(lambda number: f"  becuase p{number}: P.\n", ONE + "claims c: T.\n"),
    "refused statements": one(lambda number: f"clams c{number}: T {number}.\n"),
    "odd indentation": one(lambda number: f"claims c{number}: T.\n   because: P.\n"),
    "odd characters": one(lambda number: f"claims c{number}: T\u200b {number}.\n"),
    "odd characters in a line": one(lambda _: "\u200b ", ONE + "claims c: ", ".\n"),
    "invisible and turning": one(lambda _: "\u202ex ", ONE + "claims c: ", ".\n"),
    "same words": one(lambda number: f"claims c{number}: The very same words here.\n"),
    "hedges in a line": one(lambda _: "perhaps probably must ", ONE + "claims c: ", ".\n"),
    "long text": one(lambda number: f"word{number % 1000} ", ONE + "claims c: ", ".\n"),
    "long token": one(lambda _: "x", ONE + "claims c: ", ".\n"),
    "long id": one(lambda _: "x", ONE + "claims ", ": T.\n"),
    "long id of a reason": one(lambda _: "x", ONE + "claims c: T.\n  because ", "\n"),
    "long keyword": one(lambda _: "x", ONE, ": T.\n"),
    "wrapped text": one(lambda number: f"  | and {number}\n", ONE + "claims c: T.\n"),
    "paragraphs": one(lambda number: f"  |\n  | and {number}\n", ONE + "claims c: T.\n"),
    "comments": one(lambda number: f"# {number}\n"),
    "comments in between": one(lambda number: f"# {number}\nclaims c{number}: T {number}.\n"),
    "brackets": one(lambda _: "(", ONE + "claims c ", ": T.\n"),
    "quotes": one(lambda _: '"a ', ONE + "claims c: T.\n  at: ", "\n"),
    "compatible": answers(compatible),
    "compatible pairs": answers(compatible_pairs),
    "two answers": answers(positions, second=False),
    "answers on a scale": answers(scale),
    "answers of one claim": lambda count: {
        "shared": compatible(count),
        "a": head(1) + "claims a: A.\n" + repeated(lambda number: f"  answers q: p{number}\n", count),
        "b": head(2) + "claims b: B.\n  answers q: p0\n",
    },
    "answers to many": lambda count: {
        "shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count),
        "a": head(1) + "claims a: A.\n" + repeated(lambda number: f"  answers q{number}: yes\n", count),
        "b": head(2) + "claims b: B.\n" + repeated(lambda number: f"  answers q{number}: no\n", count),
    },
    "one answer of many claims": lambda count: {
        "shared": "issue q: Q?\n" + YES_OR_NO,
        "a": head(1) + repeated(lambda number: f"claims a{number}: A {number}.\n  answers q: yes\n", count),
        "b": head(2) + repeated(lambda number: f"claims b{number}: B {number}.\n  answers q: no\n", count),
    },
    "both answers of many claims": lambda count: {
        "shared": "issue q: Q?\n" + YES_OR_NO,
        "a": head(1)
        + repeated(lambda number: f"claims a{number}: A {number}.\n  answers q: {('yes', 'no')[number % 2]}\n", count),
    },
    "actors": actors,
    "actors opposed": actors_opposed,
    "actors of an answer": actors_of_an_answer,
    "opposed documents": opposed_documents,
    "own answers": own_answers,
    "opposed chains": opposed_chains,
    "opposed reasons": opposed_reasons,
    "chain of entails": chain("entails"),
    "chain of same-as": chain("same-as"),
    "chain of contradicts": chain("contradicts"),
    "chain of contrary-to": chain("contrary-to"),
    "chain of tensions": chain("in-tension-with"),
    "star of entails": star("entails"),
    "star of same-as": star("same-as"),
    "star of contradicts": star("contradicts"),
    "all entail": all_linked("entails"),
    "all same-as": all_linked("same-as"),
    "all contradict": all_linked("contradicts"),
    "all in tension": all_linked("in-tension-with"),
    "claims in a chain of same-as": linked_claims("same-as"),
    "claims in a chain of contradicts": linked_claims("contradicts"),
    "claims in a chain of entails": linked_claims("entails"),
    "claims in a star of same-as": linked_claims("same-as", star=True),
    "claims in a star of contradicts": linked_claims("contradicts", star=True),
    "one link many times": one(lambda _: "link d.a contradicts d.b\n", ONE + "claims a: A.\nclaims b: B.\n"),
    "links of a claim to itself": one(lambda _: "link d.a contradicts d.a\n", ONE + "claims a: A.\n"),
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
    "one disputed reason": lambda count: {
        "shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count),
        **{
            f"d{place}": head(place)
            + f"claims p: P.\n  answers q0: {answer}\n"
            + "".join(f"claims c{n}: T {n}.\n  answers q{n}: {answer}\n  because p\n" for n in range(1, count + 1))
            for place, answer in ((1, "yes"), (2, "no"))
        },
    },
    "opposed steps": lambda count: {
        "shared": repeated(lambda number: f"issue q{number}: Q{number}?\n" + YES_OR_NO, count),
        **{
            f"d{place}": head(place)
            + repeated(
                lambda number: (
                    f"claims c{number}: T {number}.\n  answers q{number}: {answer}\n  because c{(number + 1) % count}\n"  # noqa: B023
                ),
                count,
            )
            for place, answer in ((1, "yes"), (2, "no"))
        },
    },
}
"""By what is there often."""
