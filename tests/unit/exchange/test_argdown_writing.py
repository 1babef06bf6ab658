"""Records -> Argdown, and back: what Argdown says in its own words, and what stands as data."""

from pathlib import Path

from argmap.api.exporting import export_files
from argmap.exchange.argdown import read
from argmap.exchange.formats import Importing
from argmap.exchange.loss import Fate, LossReport
from argmap.exchange.writing import written
from argmap.project.corpus_loader import Loaded, load_checked
from argmap.workspace.project_files import Input
from argmap.workspace.reader import decode

HEAD = "document d: Trams\n  author ada: Ada Able\n\n"


def loaded(files: dict[str, str]) -> Loaded:
    readings = tuple(decode(name, text.encode()) for name, text in sorted(files.items()))
    return load_checked(Input(project=None, readings=readings))


def exported(body: str, **more: str) -> tuple[str, list[str]]:
    files = {"arguments/d.argmap": HEAD + body, **{f"arguments/{name}.argmap": text for name, text in more.items()}}
    result = export_files(loaded(files), "argdown")
    told = [f"{one.fate}: {one.number} {one.what}: {one.why}" for one in result.loss if one.fate is not Fate.KEPT]
    text = result.files.get("", result.files.get("d.argdown", b"")).decode()
    return text.partition("\n===\n\n")[2], told


def back(text: str) -> str:
    """The argument file that an exported file becomes."""
    loss = LossReport()
    own = f"===\nencoded: argmap\nid: d\ntitle: Trams\nauthors: {{ada: Ada Able}}\n===\n\n{text}"
    draft = read({"d.argdown": own.encode()}, Importing(loss=loss))
    return written(draft, loss).files["arguments/d.argmap"].removeprefix(HEAD)


def test_reasons_objections_and_verbs() -> None:
    body = (
        "claims build (should): The town should build trams.\n"
        "  tags: rails, old town\n"
        "  because quiet: Trams are quiet.\n"
        "  objection dear: Trams are *dear*.\n"
        "\n"
        "denies slow: Trams are slow.\n"
    )
    text, told = exported(body)
    assert text == (
        "[build]: The town should build trams. #rails #(old town) {strength: should}\n"
        "  <+ [quiet]: Trams are quiet.\n"
        "  <- [dear]: Trams are \\*dear\\*. #supposes\n"
        "\n"
        "[slow]: Trams are slow. #denies\n"
    )
    assert told == ["changed: 1 field: Argdown has none: it is data"]
    assert back(text) == body


def test_linked_premises_schemes_and_undercuts_are_structures() -> None:
    body = (
        "claims build: The town should build trams.\n"
        "  because (authority) quiet: Trams are quiet.\n"
        "  and good: Quiet is good.\n"
        "  undercut bells: They ring bells.\n"
    )
    text, told = exported(body)
    assert text == (
        "[build]: The town should build trams.\n"
        "\n"
        "<build 1>\n"
        "\n"
        "(1) [quiet]: Trams are quiet.\n"
        "(2) [good]: Quiet is good.\n"
        "-- authority --\n"
        "  <_ [bells]\n"
        "(3) [build]\n"
        "\n"
        "[bells]: They ring bells.\n"
    )
    assert told == []
    assert back(text) == body


def test_what_argdown_has_no_word_for_is_data() -> None:
    body = (
        "claims build: The town should build trams.\n"
        "  despite (sign) dear: Trams are dear.\n"
        "  and slow: They are slow.\n"
        "  undercut cheap: Buses are dearer.\n"
        "  and slower: Buses are slower.\n"
        "  because (explanation) mayor: The mayor likes them.\n"
        "  unless war: There is a war.\n"
    )
    text, told = exported(body)
    assert text.startswith(
        "[build]: The town should build trams. "
        '{despite: ["(sign) dear and slow undercut cheap and slower"], unless: [war], explanation: [mayor]}\n'
        "  <- [dear]: Trams are dear.\n"
        "  <- [slow]: They are slow.\n"
    )
    assert told == [
        "changed: 1 step: Argdown does not have all of `despite`: it is data",
        "changed: 1 step: Argdown does not have all of `explanation`: it is data",
        "changed: 1 step: Argdown does not have all of `unless`: it is data",
    ]
    # The order of steps says nothing.
    assert sorted(back(text).splitlines()) == sorted(body.splitlines())


def test_links() -> None:
    text, told = exported(
        "claims one: One.\n\nclaims two: Two.\n\nclaims three: Three.\n",
        links="link d.one contradicts d.two\n\nlink d.one entails d.three (0.5): It does.\n",
    )
    assert text.startswith(
        '[one]: One. {links: [{is: entails, to: three, sure: "0.5", why: It does.}]}\n  >< [two]: Two.\n'
    )
    assert told == ["changed: 1 link: Argdown does not have all of it: it is data"]


def test_what_is_left_out_is_counted() -> None:
    _, told = exported("term tram: A train in a street.\n\nclaims one: One.\n  because: Two.\n")
    assert told == [
        "changed: 1 claim: it has no id, and is called after its first words",
        "dropped: 1 term: Argdown has no definitions of words",
    ]


def test_the_project_of_this_house_comes_back_as_it_was() -> None:
    """Every claim with its fields, its answers and its steps; but for ids where a claim had none."""
    folder = Path(__file__).parents[3] / "arguments"
    files = {path.relative_to(folder.parent).as_posix(): path.read_text() for path in folder.rglob("*.argmap")}
    first = loaded(files)
    result = export_files(first, "argdown")
    loss = LossReport()
    second = loaded(dict(written(read(result.files, Importing(loss=loss)), loss).files))
    assert [finding for finding in second.errors if finding.code != "A202"] == []
    assert told_claims(first) == told_claims(second)
    assert len(first.corpus.links) == len(second.corpus.links)


def told_claims(loaded: Loaded) -> dict[tuple[str, str], tuple[object, ...]]:
    claims = loaded.corpus.claims
    return {
        (claim.document, claim.text): (
            *(claim.attitude, claim.strength, tuple(map(str, claim.answers)), tuple(map(str, claim.cues))),
            *(claim.kind, claim.as_of, claim.until, claim.said, claim.cites, claim.notes, sorted(claim.tags)),
            *(tuple(len(group) for group in claim.voices), claim.by, claim.sure),
            sorted(
                (
                    *(step.role.value, step.schemes, tuple(claims[key].text for key in step.premises)),
                    sorted(tuple(claims[key].text for key in undercut.premises) for undercut in step.undercuts),
                )
                for step in claim.steps
            ),
        )
        for claim in claims.values()
    }
