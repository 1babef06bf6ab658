from collections.abc import Callable

import pytest

from argmap.model.corpus import Corpus
from argmap.source.finding import Finding
from argmap.source.loosened import loosened

Understand = Callable[..., tuple[Corpus, list[Finding]]]
HEAD = "document d: D\n  author a: A\n  source: s.txt\n"
SOURCE = (
    "It\u2019s a well\u2013known  \u201cFact\u201d, that\nthe harbour is shallow. The\n"
    "harbour is old; the Harbour\u00a0is deep.\n\nAb ab ab.\n"
)


def found(understand: Understand, at: str, source: str = SOURCE) -> list[str]:
    _, findings = understand(HEAD + f"claims x: X\n  at: {at}\n", sources={"s.txt": source})
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    "at",
    [
        '"it\'s a WELL-KNOWN"',
        '"known “fact”, that the"',
        '"harbour is deep"',
        '2 "harbour is shallow"',
        '2 "the harbour is old"',
        "5",
        '"that the harbour"',
        '"Ab ab ab"',
    ],
)
def test_case_quotes_dashes_and_line_ends_do_not_matter(understand: Understand, at: str) -> None:
    assert found(understand, at) == []


@pytest.mark.parametrize(
    ("at", "code"),
    [
        ('"harbour was deep"', "A501"),
        ('"arbour is deep"', "A501"),
        ('"harbour is dee"', "A501"),
        ('"the harbour is"', "A502"),
        ('3 "harbour is"', "A502"),
        ('"ab ab"', "A502"),
        ('1 "harbour is deep"', "A505"),
        ("0", "A505"),
        ("6", "A505"),
    ],
)
def test_all_else_does(understand: Understand, at: str, code: str) -> None:
    assert found(understand, at) == [code]


@pytest.mark.parametrize(
    ("at", "code"),
    [('"harbour is deep"', []), ('"harbour was deep"', ["A501"]), ("6", ["A505"]), ('"deep"', ["A503"])],
)
def test_the_place_of_a_step_is_proved_as_that_of_a_claim(understand: Understand, at: str, code: list[str]) -> None:
    text = f"claims x: X\n  at: 1\n  because y: Y\n    at: 2\n  step-at: {at}\n"
    _, findings = understand(HEAD + text, sources={"s.txt": SOURCE})
    assert [finding.code for finding in findings] == code


def test_the_part_that_is_there_is_named(understand: Understand) -> None:
    _, (finding,) = understand(HEAD + 'claims x: X\n  at: "harbour is quite deep"\n', sources={"s.txt": SOURCE})
    assert finding.help.startswith("`harbour is` is there")


def test_addresses_are_not_fetched(understand: Understand) -> None:
    text = HEAD.replace("s.txt", "https://harbour.example/s.txt") + 'claims x: X\n  at: "not there"\n'
    assert [finding.code for finding in understand(text, sources={})[1]] == ["A508"]


def test_without_sources_nothing_is_proved(understand: Understand) -> None:
    assert understand(HEAD + 'claims x: X\n  at: "not there"\n')[1] == []


def test_what_is_left_unsaid_needs_no_place(understand: Understand) -> None:
    text = HEAD + "implies x: X\n  because: Y\n"
    findings = understand(text, sources={"s.txt": SOURCE})[1]
    assert [(finding.code, finding.message) for finding in findings] == [
        ("A506", "this premise has no place in its source")
    ]


def test_eight_words_in_a_row_are_a_copy(understand: Understand) -> None:
    source = {"s.txt": "One two three four five six seven eight nine."}
    eight = "claims x: Say “two three, four FIVE six seven eight nine” again.\n  at: 1\n"
    seven = "claims x: Say two three four five six seven eight again.\n  at: 1\n"
    assert [finding.code for finding in understand(HEAD + eight, sources=source)[1]] == ["A507"]
    assert understand(HEAD + seven, sources=source)[1] == []


def test_loosening_twice_is_loosening_once() -> None:
    assert loosened(loosened(SOURCE)) == loosened(SOURCE)


LINES = {
    "a hyphen at a line end": ("They said that the agree-\nment was reached.", "that the agreement was"),
    "the same, copied from a page": ("They said that the agree- ment was reached.", "that the agreement was"),
    "copied with its hyphen": ("They said that the agreement was reached.", "that the agree- ment was"),
    "a soft hyphen": ("the minis\xad\ntry keeps return\xading", "the ministry keeps returning"),
    "a sign for a soft hyphen": ("the minis\xac\ntry keeps", "the ministry keeps"),
    "a non-breaking hyphen": ("a well\u2011\nknown case", "a well-known case"),
    "a compound at a line end": ("a well-\nknown case", "a well-known case"),
    "a compound with CR LF": ("a well-\r\n  known case", "a well-known case"),
    "a quoted line": ("> the agree-\n> ment was\n> reached", "the agreement was reached"),
    "a line that is wrapped": ("- the agreement\n  was reached", "the agreement was reached"),
    "years": ("from 1990-\n2000 on", "from 1990\u20132000 on"),
    "Japanese over a line end": (
        "\u65e5\u672c\u653f\u5e9c\u306f\u53cd\n\u5bfe\u3057\u305f",
        "\u653f\u5e9c\u306f\u53cd\u5bfe",
    ),
    "Japanese and Latin": ("\u65e5\u672c\u306eNATO\u52a0\u76df", "NATO \u52a0\u76df"),
    "Chinese and digits": ("\u57282021\u5e74\u5317\u4eac", "2021 \u5e74\u5317\u4eac"),
    "full width": ("\u5317\u4eac\uff0c\uff2e\uff21\uff34\uff2f\u540c\u610f", "\u5317\u4eac, nato\u540c\u610f"),
    "Thai": (
        "\u0e23\u0e31\u0e10\u0e1a\u0e32\u0e25\u0e44\u0e21\u0e48\u0e40\u0e2b\u0e47\u0e19\u0e14\u0e49\u0e27\u0e22",
        "\u0e44\u0e21\u0e48\u0e40\u0e2b\u0e47\u0e19",
    ),
    "Khmer with zero-width spaces": (
        "\u179a\u178a\u17d2\u178b\u200b\u1797\u17b7\u1794\u17b6\u179b",
        "\u179a\u178a\u17d2\u178b\u1797\u17b7\u1794\u17b6\u179b",
    ),
    "straight quotes": ("the \u201cministry\u201d keeps", 'the "ministry" keeps'),
    "no quotes": ("the \u201cministry\u201d keeps", "the ministry keeps"),
    "apostrophes": ("it\u2019s the traders\u2019 view", "it's the traders' view"),
    "Japanese quotes": ("\u300c\u53cd\u5bfe\u300d\u3068\u8a00\u3063\u305f", "\u53cd\u5bfe\u3068\u8a00\u3063\u305f"),
    "an ellipsis": ("well \u2026 the ministry", "well... the ministry"),
    "marks of titles": ("\u300a道路\u300b\u3092\u3010作る\u3011\u3079\u304d\u3060", "道路\u3092作る\u3079\u304d\u3060"),
    "one that the cue ends in": ("the ministry keeps returning", "the ministry keeps\u2026"),
    "a dash without spaces": ("reached\u2014and the toll", "reached \u2014 and the toll"),
    "two hyphens for a dash": ("reached -- and the toll", "reached\u2014and the toll"),
    "footnote marks": ("the ministry[3] keeps.[^note] It returns\xb2 now", "ministry keeps. It returns now"),
    "a power": ("ten km\xb2 of land", "ten km2 of land"),
    "emphasis": ("the **ministry** _keeps_ re*turn*ing", "the ministry keeps returning"),
    "a link": ("the [ministry](https://m.example/a_b) keeps", "the ministry keeps"),
    "a ligature": ("the of\ufb01ce and the \u0153uvre", "office and the oeuvre"),
    "decomposed letters": ("le Comite\u0301 d\u2019E\u0301te\u0301", "le comit\xe9 d'\xe9t\xe9"),
    "Turkish": ("\u0130stanbul ve Ankara", "istanbul ve ankara"),
    "no-break spaces": ("dit\u202f: non\xa0!", "dit : non !"),
    "a joiner": ("the minis\u2060try keeps", "the ministry keeps"),
}


@pytest.mark.parametrize(("source", "cue"), LINES.values(), ids=list(LINES))
def test_words_are_found_whatever_stands_between_and_around_them(understand: Understand, source: str, cue: str) -> None:
    assert found(understand, f'"{cue}"', source) == []
    assert found(understand, f'1 "{cue}"', "\n" + source + "\n") == ["A505"]


OTHERS = {
    "a part of a word": ("the agreements was", "agreement was"),
    "two words for one": ("he was therapist here", "the rapist here"),
    "one word for two": ("the rapist was here", "therapist was here"),
    "a space in a compound": ("a well-known case", "a well known case"),
    "a vowel sign is part of its letter": (
        "\u0915\u093f\u0924\u093e\u092c \u0928\u0939\u0940\u0902",
        "\u0939\u0948 \u0915",
    ),
    "another letter in Japanese": (
        "\u65e5\u672c\u653f\u5e9c\u306f\u53cd\u5bfe\u3057\u305f",
        "\u653f\u5e9c\u306f\u8cdb\u6210",
    ),
    "a Thai letter without its mark": ("\u0e44\u0e21\u0e48\u0e40\u0e2b\u0e47\u0e19", "\u0e44\u0e21"),
    "an accent": ("the r\xe9sum\xe9 here", "the resume here"),
    "a stem in Hindi": (
        "\u0939\u093f\u0928\u094d\u0926\u0940 \u0939\u0948",
        "\u0939\u093f\u0928\u094d\u0926 \u0939\u0948",
    ),
}


@pytest.mark.parametrize(("source", "cue"), OTHERS.values(), ids=list(OTHERS))
def test_other_words_are_not(understand: Understand, source: str, cue: str) -> None:
    codes = found(understand, f'"{cue}"', source)
    assert codes[-1:] == ["A501"]


def test_a_word_may_begin_behind_a_hyphen(understand: Understand) -> None:
    assert found(understand, '"known case"', "a well-known case, and a well-\nmeant one") == []
    assert found(understand, '"meant one"', "a well-known case, and a well-\nmeant one") == []


def test_the_line_is_that_on_which_a_divided_word_begins(understand: Understand) -> None:
    source = "one\nthat the agree-\nment was\n\n> reached"
    assert found(understand, '2 "agreement was reached"', source) == []
    assert found(understand, '5 "reached"', source) == ["A503"]


@pytest.mark.parametrize(
    ("cue", "codes"),
    [
        ("\u65e5\u672c\u653f\u5e9c\u306f", []),
        ("\u53cd", ["A503"]),
        ("NATO\u52a0\u76df", []),
        (
            "\u5317\u4eac\u8ba4\u4e3a\u8be5\u7ec4\u7ec7\u53ef\u4ee5\u5e2e\u52a9\u963f\u5bcc\u6c57\u6062\u590d\u7a33\u5b9a\u4f46\u662f\u83ab\u65af\u79d1\u4e0d\u540c\u610f",
            ["A503"],
        ),
        ("\u0e23\u0e31\u0e10\u0e1a\u0e32\u0e25\u0e44\u0e21\u0e48\u0e40\u0e2b\u0e47\u0e19\u0e14\u0e49\u0e27\u0e22", []),
        ("un mot", []),
        ("\xe9t\xe9", ["A503"]),
    ],
)
def test_words_of_a_cue_are_counted_in_every_script(understand: Understand, cue: str, codes: list[str]) -> None:
    _, findings = understand(HEAD + f'claims x: X\n  at: "{cue}"\n  because: Y\n')
    assert [finding.code for finding in findings] == codes


def test_a_sentence_without_spaces_is_a_copy(understand: Understand) -> None:
    said = (
        "\u5317\u4eac\u8ba4\u4e3a\u8be5\u7ec4\u7ec7\u53ef\u4ee5\u5e2e\u52a9\u963f\u5bcc\u6c57\u6062\u590d\u7a33\u5b9a"
    )
    sources = {"s.txt": said[:5] + "\n" + said[5:] + "\u3002"}
    copied = f"claims x: {said}\n  at: 1\n  because: {said[:9]}\n    at: 1\n"
    _, (finding,) = understand(HEAD + copied, sources=sources)
    assert finding.code == "A507"
    assert "16 words and letters in a row" in finding.message
    assert finding.label == f"\u201c{said[:16]}\u201d"


def test_a_copy_is_found_over_divided_words_and_footnotes(understand: Understand) -> None:
    sources = {"s.txt": "One two three[1] four five six se-\nven well-known nine."}
    text = "claims x: One two three four five six seven well-known thing\n  at: 1\n  because: Y\n    at: 1\n"
    assert [finding.code for finding in understand(HEAD + text, sources=sources)[1]] == ["A507"]


def test_the_longest_part_is_named_without_spaces_too(understand: Understand) -> None:
    source = {"s.txt": "\u65e5\u672c\u653f\u5e9c\u306f\u53cd\u5bfe\u3057\u305f"}
    text = 'claims x: X\n  at: "\u65e5\u672c\u653f\u5e9c\u306f\u8cdb\u6210"\n'
    _, (finding,) = understand(HEAD + text, sources=source)
    assert finding.help.startswith("`\u65e5\u672c\u653f\u5e9c\u306f` is there")


def test_the_place_of_a_term_is_proved(understand: Understand) -> None:
    text = 'claims x: X\n  at: 1\n  because: Y\n    at: 1\nterm t: T\n  at: "not there"\n  at: "harbour"\n  at: 9\n'
    _, findings = understand(HEAD + text, sources={"s.txt": SOURCE})
    assert [finding.code for finding in findings] == ["A503", "A501", "A502", "A505"]


def test_what_nothing_can_prove_is_said(understand: Understand) -> None:
    head = "document d: D\n  author a: A\n"
    text = 'claims x: X\n  at: "not there"\n  because: Y\n    at: "not here"\nterm t: T\n  at: "nor there"\n'
    _, findings = understand(head + text, sources={})
    assert [(finding.code, finding.message) for finding in findings] == [
        ("A508", "nothing can prove the 3 cues of `d`, which names no source")
    ]
    shared = 'term t: T\n  at: "nor there"\n'
    _, findings = understand(head + "claims x: X\n  because: Y\n", shared, sources={})
    assert [finding.code for finding in findings] == ["A508"]
    assert understand(head + "claims x: X\n  because: Y\n", sources={})[1] == []


def test_many_odd_lines_take_no_long(understand: Understand) -> None:
    from time import process_time

    odd = [
        "](" * 50_000,
        "[1, " * 50_000,
        "> " * 50_000,
        "-\n" * 50_000,
        "a-\n" * 50_000,
        "\u5317 " * 50_000,
        "[^" * 50_000,
    ]
    for source in odd:
        started = process_time()
        found(understand, '"not there"', source)
        assert process_time() - started < 5
