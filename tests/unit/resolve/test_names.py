from collections.abc import Callable

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n"


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_a_premise_without_a_name_is_counted_under_the_nearest_that_has_one(understand: Understand) -> None:
    text = "claims x: X\n  because: One\n    because: Two\n  because y: Y\n    because: Three\n  and: Four\n"
    corpus, _ = understand(HEAD + text)
    assert list(corpus.claims) == ["d.x", "d.x~1", "d.x~2", "d.y", "d.y~1", "d.x~3"]


def test_of_two_with_one_id_the_first_stands(understand: Understand) -> None:
    corpus, findings = understand(HEAD + "claims x: One\n  because y: Y\nclaims x: Two\n  because: Z\n  because y\n")
    assert codes(findings) == ["A110"]
    assert corpus.claims["d.x"].text == "One"
    assert len(corpus.claims) == 4


def test_composed_and_decomposed_ids_are_one(understand: Understand) -> None:
    _, findings = understand(
        HEAD + "  thesis: cafe\u0301\nclaims caf\u00e9: X\n  because y: Y\nclaims z: Z\n  because cafe\u0301\n"
    )
    assert codes(findings) == []


def test_the_mend_of_a_decomposed_id_replaces_all_of_it(understand: Understand) -> None:
    text = HEAD + "claims x: X\n  because cafe\u0301e\nclaims caf\u00e9: Y\n"
    _, (finding,) = understand(text)
    assert finding.fix is not None
    start, end = finding.fix.place.span
    assert (
        text[:start] + finding.fix.replacement + text[end:]
        == HEAD + "claims x: X\n  because caf\u00e9\nclaims caf\u00e9: Y\n"
    )


def test_an_author_may_be_an_actor_too(understand: Understand) -> None:
    shared = "actor a: A\n  also: Ah\n"
    claims = "claims x: X\n  because: Y\n"
    for files in ((HEAD + claims, shared), (shared, HEAD + claims)):
        corpus, findings = understand(*files)
        assert findings == []
        assert corpus.actors["a"].also == ("Ah",)
    _, findings = understand(HEAD + claims, "actor a: Another\n")
    assert codes(findings) == ["A111"]


def test_documents_issues_and_actors_share_one_space(understand: Understand) -> None:
    _, findings = understand(HEAD + "claims x: X\n  because: Y\n", "issue d: D?\n  position y: Y\n  position n: N\n")
    assert codes(findings) == ["A110"]
    _, findings = understand(HEAD + "actor d: D\nclaims x: X\n  because reports y from d: Y\n")
    assert codes(findings) == ["A110"]


def test_a_copied_file_is_one_finding(understand: Understand) -> None:
    text = HEAD + "claims x: X\n  because y: Y\n" + "".join(f"claims c{n}: C{n}\n  because x\n" for n in range(30))
    corpus, findings = understand(text, text, "document e: E\n  author b: B\nclaims z: Z\n  because d.x\n")
    assert codes(findings) == ["A110"]
    assert set(corpus.documents) == {"d", "1", "e"}
    assert len(corpus.documents["1"].claims) == 32


def test_a_copied_issue_is_one_finding(understand: Understand) -> None:
    issue = "issue i: I?\n  position y: Y\n  position n: N\n"
    other = "issue i: I?\n  position y: Y\n  position z: Z\n"
    text = HEAD + "claims x: X\n  answers i: z\nclaims w: W\n  answers i: y\n"
    corpus, findings = understand(text, issue, other)
    assert codes(findings) == ["A110"]
    assert [position.id for position in corpus.issues["i"].positions] == ["y", "n"]


def test_names_in_a_gap_are_not_called_unknown(understand: Understand) -> None:
    text = (
        "docment d: D\n  author a: A\nclaims x: X\n  becuase y: Y\n  because z\n  answers i: p from c\n"
        "clams z: Z\nactr c: C\nisue i: I?\n  position p: P\n"
    )
    _, findings = understand(text)
    assert codes(findings) == ["A010"] * 5


def test_a_claim_in_a_file_without_a_document_is_told_once(understand: Understand) -> None:
    corpus, findings = understand("claims x: X\n  because: Y\nclaims z: Z\n  because x\n")
    assert codes(findings) == ["A210"]
    assert set(corpus.documents) == {"0"}


def test_many_unknown_names_are_told_in_bounded_time(understand: Understand) -> None:
    text = HEAD + "claims x: X\n" + "".join(f"  because foo{n}bar\n  because y{n}: {n}\n" for n in range(2000))
    _, findings = understand(text)
    assert len(findings) == 2000
    assert "did you mean" not in findings[-1].message


def test_an_actor_is_found_by_its_name(understand: Understand) -> None:
    actors = "actor council: The Staff Council\n  also: staff, The Workers\nactor russia: Russian Federation\n"
    text = HEAD + "{}claims x: X\n  because reports y from {}: Y\n"
    for shared, own in ((actors, ""), ("", actors)):
        for name, meant in (("Staff  council", "council"), ("workers", "council"), ("Russia", "russia"), ("A", "a")):
            findings = [f for f in understand(text.format(own, name), shared)[1] if f.code != "A303"]
            assert codes(findings) == ["A104"]
            assert findings[0].fix is not None
            assert findings[0].fix.replacement == meant


def test_several_words_are_no_holder(understand: Understand) -> None:
    corpus, findings = understand(HEAD + "claims x: X\n  because reports y from a town clerk: Y\n  because: Z\n")
    assert codes(findings) == ["A104"]
    assert "`actor a-town-clerk: NAME`" in findings[0].help
    assert corpus.claims["d.y"].voices == ()
    _, findings = understand(HEAD + "claims x: X\n  because reports y from a a: Y\n")
    assert codes(findings) == ["A014"]
