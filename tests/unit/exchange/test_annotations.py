"""Annotations in JSON: what they say, the argument files that they become, and what becomes of the rest."""

import json

import pytest
from exchanged import exported, exported_with_loss, imported, project

from argmap.api.importing import NotThisFormatError

TEXT = (
    "Trams at last\n\nThey say that trams are quiet. I say that trams are quiet at night, and cheap.\nTrams are new.\n"
)


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, object]:
    return {"selector": [{"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}]}


def row(exact: str, text: str = "", **more: object) -> dict[str, object]:
    return {"uri": "https://example.org/trams.txt", "text": text, "target": [quote(exact)], **more}


def read(*rows: object, with_source: bool = True, **options: str):
    sources = {"trams.txt": TEXT} if with_source else None
    return imported({"h.json": json.dumps({"total": 9, "rows": rows})}, sources=sources, author="Ann Able", **options)


def test_what_hypothesis_has() -> None:
    made = read(
        row("trams are quiet at night", "Trams make no noise at night.", id="a", user="acct:bob@hypothes.is",
            tags=["noise:no", "night", "see:http://x"], document={"title": ["Trams at last"]}, created="2021-03-04"),
        {"uri": "https://example.org/trams.txt", "references": ["a"], "user": "acct:cid@h", "text": "Do they?"},
        {"uri": "https://example.org/trams.txt", "target": [{}], "text": "A letter."},
    )  # fmt: skip
    assert made.format == "annotations"
    assert made.file("trams-last") == (
        "document trams-last: Trams at last\n"
        "  author ann-able: Ann Able\n"
        "  source: trams.txt\n"
        "  note: https://example.org/trams.txt\n"
        "  note: A letter.\n"
        "\n"
        "claims trams-make-no-noise-night: Trams make no noise at night.\n"
        '  at: "quiet at"\n'
        "  answers noise: no\n"
        "  tags: night, see:http://x\n"
        "  by: bob\n"
        "  note: cid: Do they?\n"
    )
    assert "changed: 1 reply: it stands in a note of the claim (h.json, annotation 2)" in made.told


def test_the_shortest_words_that_stand_once_are_the_cue() -> None:
    made = read(row("quiet. I say that trams are quiet at night", "x"))
    assert '  at: "quiet. I"\n' in made.file("trams-txt")
    assert "kept" not in str(made.told)


def test_a_quote_that_stands_twice_is_placed_by_what_is_around_it() -> None:
    twice = row("trams are quiet", "Quiet.")
    twice["target"] = [quote("trams are quiet", "I say that ", " at night")]
    made = read(twice)
    # Both stand on one line, and no words within the quote tell them apart: the line is all that is known.
    assert "  at: 3\n" in made.file("trams-txt")


def test_a_position_alone_is_a_quote_where_the_text_is_given() -> None:
    start = TEXT.index("cheap")
    told = {"type": "TextPositionSelector", "start": start - 4, "end": start + 5}
    annotation = {"uri": "trams.txt", "text": "Trams cost little.", "target": [{"selector": [told]}]}
    assert '  at: "and cheap"\n' in read(annotation).file("trams-txt")
    lost = read(annotation, with_source=False).told
    assert (
        "dropped: 1 place of an annotation: it is told by numbers alone, without a quote (h.json, annotation 1)" in lost
    )


def test_an_orphan_is_said_and_never_anchored_anew() -> None:
    made = read(row("trams are quiet in the morning", "Quiet."))
    assert "  at:" not in made.file("trams-txt")
    assert "  note: not found in the source: \u201ctrams are quiet in the morning\u201d\n" in made.file("trams-txt")
    assert made.told[-1] == (
        "dropped: 1 orphan: its quote is not in trams.txt: the claim has no place (h.json, annotation 1)"
    )


def test_a_quote_without_a_comment_is_the_authors_own_words() -> None:
    made = read(row("I say that trams are quiet at night, and cheap"))
    assert ": I say that trams are quiet at night, and cheap\n" in made.file("trams-txt")
    assert made.told[0] == (
        "changed: 1 annotation: its text is a quote, which `check --sources` tells as a copy (A507): "
        "say it in your own words (h.json, annotation 1)"
    )
    short = read(row("I say that trams are quiet at night, and cheap"), quotes="short").file("trams-txt")
    assert ": I say that trams are quiet at \u2026\n" in short
    assert "  note: the text is the beginning of a quote: say it in your own words\n" in short
    assert ": trams are quiet\n" in read(row("trams are quiet"), quotes="short").file("trams-txt")


def test_comments_can_be_notes() -> None:
    made = read(row("trams are new", "Nonsense!"), comments="notes")
    assert ": trams are new\n" in made.file("trams-txt")
    assert "  note: Nonsense!\n" in made.file("trams-txt")


def test_without_a_source_the_first_words_are_an_unproved_cue() -> None:
    made = read(row("I say that trams are quiet at night", "x"), row("Trams", "y"), with_source=False)
    assert '  at: "I say that trams are quiet"\n' in made.file("https-example-org-trams-txt")
    assert "  note: quote: Trams\n" in made.file("https-example-org-trams-txt")


def test_what_zotero_has() -> None:
    made = imported(
        {
            "z.json": json.dumps(
                {
                    "items": [
                        {
                            "title": "Trams at last",
                            "creators": [{"firstName": "Ann", "lastName": "Able"}],
                            "attachments": [
                                {
                                    "path": "files/trams.pdf",
                                    "annotations": [
                                        {
                                            "annotationType": "highlight",
                                            "annotationText": "trams are quiet at night",
                                            "annotationComment": "Trams make no noise.",
                                            "annotationPageLabel": "iv",
                                            "annotationColor": "#ffd400",
                                            "tags": [{"tag": "noise:no"}],
                                        }
                                    ],
                                }
                            ],
                        }
                    ]
                }
            )
        }
    )
    text = made.file("trams-last")
    assert "  author ann-able: Ann Able\n  source: files/trams.pdf\n" in text
    assert "claims trams-make-no-noise: Trams make no noise.\n" in text
    assert "  note: page iv\n" in text
    assert made.told[-1] == "dropped: 1 colour: what it means is not said (z.json, annotation 1)"


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2]", '{"rows": []}', "not JSON", '{"a": {"b": [{}]}}', "\ufeff"])
def test_what_holds_no_annotation_is_refused(text: str) -> None:
    with pytest.raises(NotThisFormatError):
        imported({"a.json": text}, "annotations")


ARGUMENT = {
    "arguments/a.argmap": "document a: Trams at last\n  author ann: Ann Able\n  source: trams.txt\n\n"
    "denies loud from bob (likely): Trams are loud.\n"
    '  at: "trams are quiet at"\n  at: 4 "are new"\n  answers noise: yes\n  because: We heard one.\n',
    "arguments/b.argmap": "actor bob: Bob\nissue noise: Noise?\n  position yes: Yes\n  position no: No\n",
}


def test_each_claim_with_a_place_is_a_web_annotation() -> None:
    data, lost = exported_with_loss(project(ARGUMENT), "annotations", sources={"trams.txt": TEXT})
    (item,) = json.loads(data)["first"]["items"]
    assert item["body"] == [
        {"type": "TextualBody", "value": "Trams are loud.", "purpose": "describing"},
        {"type": "TextualBody", "value": "noise:yes", "purpose": "tagging"},
    ]
    assert item["argmap"] == {"claim": "loud", "verb": "denies", "from": [["Bob"]], "strength": "likely"}
    first, second = item["target"]
    start = TEXT.index("trams are quiet at")
    assert first["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "trams are quiet at",
            "prefix": TEXT[start - 32 : start],
            "suffix": TEXT[start + 18 : start + 50],
        },
        {"type": "TextPositionSelector", "start": start, "end": start + 18},
    ]
    assert second["selector"][0]["argmap:line"] == 4
    assert lost == [
        "dropped: 1 step: annotations have no steps (arguments/a.argmap, a.loud)",
        "dropped: 1 claim: it has no place in a source (arguments/a.argmap, a.loud~1)",
        "dropped: 1 question in words: a tag holds their ids alone",
    ]
    again = imported({"a.json": data}, sources={"trams.txt": TEXT})
    assert "denies loud from Bob (likely): Trams are loud.\n" in again.file("trams-last")
    once_more = json.loads(exported(again.loaded, "annotations", sources={"trams.txt": TEXT}))["first"]["items"][0]
    assert (once_more["body"], once_more["target"]) == (item["body"], item["target"])
