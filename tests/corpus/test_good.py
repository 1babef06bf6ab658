"""Every construct of the language is read without a finding, as the tree beside it says, and prints to itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.api.formatting import fmt_text
from argmap.api.loaded_corpus import load
from argmap.model.claim import Answer, Claim
from argmap.model.corpus import Corpus

CASES = sorted(Path(__file__).with_name("good").glob("*/*.argmap"))


def story(case: Path) -> str:
    return f"{case.parent.name}-{case.stem}"


@pytest.mark.parametrize("case", CASES, ids=story)
def test_prints_to_itself(case: Path) -> None:
    text = case.read_bytes().decode()
    formatted = fmt_text(text)
    assert formatted.findings == ()
    assert formatted.after == text


@pytest.mark.parametrize("case", CASES, ids=story)
def test_means_what_the_tree_says(
    case: Path, file_regression: FileRegressionFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    loaded = load(case.name)
    assert loaded.findings == ()
    tree = "".join(f"{line}\n" for line in lines(loaded.corpus))
    file_regression.check(tree, fullpath=case.with_suffix(".tree.txt"), encoding="utf-8", newline="")


def lines(corpus: Corpus) -> Iterator[str]:
    """One line for each record, each answer and each step."""
    for issue in corpus.issues.values():
        scale = " > ".join(issue.order) or ", ".join(position.id for position in issue.positions)
        together = "".join(f" ({'+'.join(sorted(group))})" for group in issue.compatible)
        together += "".join(f" (one of {'+'.join(sorted(group))})" for group in issue.exhaustive)
        more = said(kind=issue.kind, changes=issue.changes, short=issue.short, topic=issue.topic)
        short = "".join(said(**{each.id: each.short}) for each in issue.positions)
        yield f"issue {issue.id}: {scale}{together}{more}{short}"
    for actor in corpus.actors.values():
        speaks = f", speaks for {actor.speaks_for}" if actor.speaks_for else ""
        yield f"actor {actor.id}: {' = '.join([actor.name, *actor.also])}{speaks}{said(short=actor.short)}"
    for term in corpus.terms.values():
        yield f"term {term.id}: {' = '.join([term.meaning, *term.also])}"
    for document in corpus.documents.values():
        yield f"document {document.id} by {', '.join(document.authors)}, thesis {document.thesis}" + said(
            short=document.short, silent=", ".join(document.silent), by=document.by, sure=document.sure
        )
        for number in range(len(document.sections)):
            members = [claim.name for claim in corpus.claims_of(document.id) if claim.section == number]
            yield f"  section {document.heading(number)}: {', '.join(members)}"
        for claim in corpus.claims_of(document.id):
            yield from claim_lines(claim)
    for link in corpus.links:
        confidence = "" if link.confidence is None else f" ({link.confidence})"
        yield f"link {link.source} {link.relation} {link.target}{confidence}{said(by=link.by)}"


def said(**fields: object) -> str:
    return "".join(f" {name}={value}" for name, value in fields.items() if value not in (None, ""))


def claim_lines(claim: Claim) -> Iterator[str]:
    voices = " quoting ".join(", ".join(group) for group in claim.voices)
    yield " ".join(
        filter(
            None,
            [
                f"  {claim.name}",
                claim.attitude.value,
                f"from {voices}" if voices else "",
                f"({claim.strength})" if claim.strength else "",
                f"[{claim.kind}]" if claim.kind else "",
                f"[{claim.as_of}]" if claim.as_of else "",
                said(until=claim.until, said=claim.said, by=claim.by, sure=claim.sure).lstrip(),
                *(f"@{cue.number}<{cue.words}>" for cue in claim.cues),
                repr(claim.text) if "\n" in claim.text else claim.text,
            ],
        )
    )
    yield from (f"    answers {answer_line(answer)}" for answer in claim.answers)
    for step in claim.steps:
        schemes = f" ({', '.join(step.schemes)})" if step.schemes else ""
        yield f"    {step.role.word}{schemes} {joined(step.premises)}"
        yield from (f"      at {cue}" for cue in step.cues)
        yield from (f"      note {note}" for note in step.notes)
        yield from (f"      undercut {joined(undercut.premises)}" for undercut in step.undercuts)


def answer_line(answer: Answer) -> str:
    return str(answer)


def joined(premises: tuple[str, ...]) -> str:
    return " + ".join(premise.partition(".")[2] for premise in premises)
