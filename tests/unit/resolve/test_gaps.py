"""What could not be read mutes what it may declare, and nothing else."""

from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\nclaims x: X\n  because y: Y\n"


@pytest.mark.parametrize(
    ("gap", "use", "told"),
    [
        ("claims open: On z", "  answers z: yes\n", {"A016", "A101"}),
        ("claims z Z", "  because z\n", {"A012"}),
        ("claims z Z", "  because reports r from z: R\n", {"A012", "A104"}),
        ("issue z Z?", "  answers z: yes\n", {"A012"}),
        ("issue z Z?", "  because z\n", {"A012", "A103"}),
        ("actor z Z", "  because reports r from z: R\n", {"A012"}),
        ("actor z Z", "  answers z: yes\n", {"A012", "A101"}),
        ("clams z: Z", "  because z\n", {"A010"}),
        ("isue z: Z?\n  position yes: Y", "  answers z: yes\n", {"A010"}),
        ("section (: z", "  because z\n", {"A014", "A103"}),
    ],
)
def test_a_gap_mutes_what_its_first_word_can_declare(
    understand: Understand, gap: str, use: str, told: set[str]
) -> None:
    _, findings = understand(f"{HEAD}{use}{gap}\n")
    assert {finding.code for finding in findings} == told


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("goes on here.\n  at: {cue}\n", {"A010"}),
        ("at: {cue}\n", {"A011"}),
        ("claims z Z\n  at: {cue}\n", {"A012", "A506"}),
    ],
)
def test_nothing_is_missing_in_a_statement_that_stray_lines_may_go_on_with(
    understand: Understand, below: str, told: set[str]
) -> None:
    cue = '"the very words"'
    head = f"document d: D\n  author a: A\n  source: s\nclaims y: Y\n  at: {cue}\n  because x\nclaims x: X\n"
    _, findings = understand(head + below.format(cue=cue), sources={"s": "Here are the very words."})
    assert {finding.code for finding in findings} == told


def test_who_is_known_to_all_documents_is_no_actor_of_one(understand: Understand) -> None:
    text = "document e: E\n  author b: B\nactor {}\nclaims z: Z\n  because reports r from {}: R\n"
    for actor, code in (("a: A", "A110"), ("a: Another", "A110"), ("other: A", "A111")):
        _, (finding,) = understand(HEAD, text.format(actor, actor.partition(":")[0]))
        assert finding.code == code
        assert ("delete this line" in finding.help) == actor.endswith(": A")
    assert understand(HEAD, text.format("c: C", "c"))[1] == []
