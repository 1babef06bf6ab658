"""What happened to documents, theses, issues, positions, terms and links."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.wording.changes import headline
from argmap.wording.names import DifferenceNames

Differing = Callable[..., object]
SHARED = """document z: Zones
  author author-z: Author Z
  source: z.txt
  date: 2020
claims zone: There are zones.
claims other: There are no zones.
  because why: Why.
term zone-term: A zone.
"""


@pytest.mark.parametrize(
    ("replaced", "told"),
    [
        (("date: 2020", "date: 2021"), ["document-redated z"]),
        (("z: Zones", "z: Areas"), ["title-changed z"]),
        (("z: Zones", "z: zones."), []),
        (("Author Z", "Somebody"), ["actor-name-changed author-z"]),
        (("author-z: Author Z", "author-z: Author Z\n  author author-a"), ["authorship-changed z"]),
        (("source: z.txt", "source: y.txt"), ["source-changed z"]),
        (("  source: z.txt\n", ""), ["source-changed z"]),
        (("  date: 2020\n", "  date: 2020\n  thesis: other\n"), ["thesis-changed z"]),
        (("  date: 2020\n", "  date: 2020\n  thesis: zone\n"), []),
        (("A zone.", "A part of a town."), ["term-redefined zone-term"]),
        (("term zone-term: A zone.\n", ""), ["term-removed zone-term -> nothing"]),
        (("It should not", "It should never"), ["position-reworded go no"]),
        (("  position users: The users\n", ""), ["position-removed pay users -> nothing"]),
        (("Should it be done?", "Ought it to be done?"), ["issue-reworded go"]),
        (("Should it be done?", "should it be done?"), []),
        (("fast > steady > slow", "steady > fast > slow"), ["issue-rescaled pace"]),
        (("  order: fast > steady > slow\n", ""), ["issue-rescaled pace"]),
        (("compatible: city, state", "compatible: city, users"), ["issue-rescaled pay"]),
        (("compatible: city, state", "compatible: state, city"), []),
        (("  order:", "  position never: Never\n  order: never >"), ["position-added pace nothing -> never"]),
        (
            ("issue pace", "issue more: M?\n  position a1: A\n  position b1: B\nissue pace"),
            ["issue-added nothing -> more"],
        ),
        (("issue pace: How", "issue speed: How"), ["issue-removed pace -> nothing", "issue-added nothing -> speed"]),
        (("issue pace: How fast?\n", "issue speed: How fast?\n  was: pace\n"), []),
        (("position users: The users", "position drivers: The users\n    was: users"), []),
        (("The envoy", "An envoy"), ["actor-name-changed envoy"]),
    ],
)
def test_one_line(differing: Differing, replaced: tuple[str, str], told: list[str]) -> None:
    assert sorted(differing("", "", shared=SHARED, replaced=replaced).lines) == sorted(told)


def test_a_document_comes_with_all_that_is_in_it(differing: Differing) -> None:
    body = "term own: Own.\nclaims it: T.\n  answers go: yes\n  because: Why.\n"
    story = differing(("", ""), ("", "", body))
    assert story.lines == [
        "document-added nothing -> c",
        "stance-adopted c go nothing -> accepted yes <= document-added",
    ]


def test_a_document_with_another_id(differing: Differing) -> None:
    body = "claims it: T.\n  answers go: yes\n  because: Why.\n"
    renamed = "document y: Zones\n  was: z\n  author author-z: Author Z\n" + body
    shared = "document z: Zones\n  author author-z: Author Z\n" + body
    assert differing("", "", shared=shared, replaced=(shared, renamed)).lines == []
    story = differing("", "", shared=shared, replaced=(shared, renamed.replace("  was: z\n", "")))
    assert story.lines == [
        "document-added nothing -> y",
        "stance-adopted y go nothing -> accepted yes <= document-added, document-removed",
        "document-removed z -> nothing",
        "stance-retracted z go accepted yes -> nothing <= document-added, document-removed",
    ]


FIRST, SECOND = "claims first: First.\n", "claims second: Second.\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (FIRST + SECOND, SECOND + FIRST, []),
        (FIRST + SECOND, SECOND, ["claim-removed z.first -> nothing", "thesis-changed z <= claim-removed"]),
        (
            FIRST + SECOND,
            FIRST + SECOND + "  because first\n",
            [
                "support-added z.second nothing -> because z.first",
                "conclusion-grounded z.second <= support-added",
                "thesis-changed z <= support-added",
            ],
        ),
        (
            FIRST + SECOND,
            FIRST.replace("claims", "denies") + SECOND,
            ["stance-reversed z z.first accepted -> rejected", "thesis-changed z <= stance-reversed"],
        ),
        (
            FIRST + SECOND,
            FIRST.replace("claims first", "reports first from envoy") + SECOND,
            ["attribution-changed z.first", "thesis-changed z <= attribution-changed"],
        ),
        (
            FIRST + SECOND + "  because why: W.\n  undercut first\n",
            FIRST + SECOND + "  because why: W.\n",
            [
                "objection-removed z.second undercut z.first of z.why -> nothing",
                "thesis-changed z <= objection-removed",
            ],
        ),
    ],
)
def test_a_thesis_that_nobody_named(differing: Differing, old: str, new: str, told: list[str]) -> None:
    head = "document z: Zones\n  author author-z: Author Z\n"
    assert sorted(differing("", "", shared=head + old, replaced=(old, new)).lines) == sorted(told)


LINKED = "claims one: One.\nclaims two: Two.\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "link a.one same-as b.two (0.9): Why.\n",
            "link a.one same-as b.two: So.\n  note: A note.\n",
            [f"{field}-changed a.one same-as b.two" for field in ("link-reason", "confidence", "notes")],
        ),
        ("link a.one same-as b.two\n", "link b.two same-as a.one\n", []),
        (
            "link a.one entails b.two\n",
            "link b.two entails a.one\n",
            ["link-retyped a.one entails b.two -> b.two entails a.one"],
        ),
        (
            "link a.one same-as b.two\n",
            "link a.one entails b.two\n",
            ["link-retyped a.one same-as b.two -> a.one entails b.two"],
        ),
        ("link a.one unrelated-to b.two\n", "", ["link-removed a.one unrelated-to b.two -> nothing"]),
        ("", "link pay.city unrelated-to go.yes\n", ["link-added nothing -> pay.city unrelated-to go.yes"]),
        (
            "link a.one unrelated-to b.two\n",
            "link a.one unrelated-to b.one\n",
            [
                "link-added nothing -> a.one unrelated-to b.one",
                "link-removed a.one unrelated-to b.two -> nothing",
            ],
        ),
        (
            "link a.one entails b.two\nlink a.one supersedes b.two\n",
            "link a.one entails b.two\n",
            ["link-removed a.one supersedes b.two -> nothing"],
        ),
    ],
)
def test_links(differing: Differing, old: str, new: str, told: list[str]) -> None:
    bodies, term = (LINKED, LINKED), "term t: T.\n"
    lines = differing(bodies, bodies, shared=old + term, replaced=(old + term, new + term)).lines
    assert sorted(line for line in lines if line.startswith(("link", "confidence", "notes"))) == sorted(told)


def test_a_link_goes_with_the_claim_at_its_end(differing: Differing) -> None:
    story = differing(
        (LINKED, LINKED), (LINKED.replace("claims one: One.\n", ""), LINKED), shared="link a.one unrelated-to b.two\n"
    )
    assert story.lines == [
        "claim-removed a.one -> nothing",
        "link-removed a.one unrelated-to b.two -> nothing <= claim-removed",
    ]


UNRELATED = "actor m: M\nactor k: K\nterm t: T.\nterm u: U.\n"


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (
            "a.one unrelated-to go",
            "A link now says that “One” (Author a, a) has nothing to do with “Should it be done?”",
        ),
        ("go unrelated-to pay", "“Should it be done?” has nothing to do with “Who should pay?”"),
        ("m unrelated-to k", "A link now says that the actor `m` has nothing to do with the actor `k`"),
        ("t unrelated-to u", "A link now says that the term `t` has nothing to do with the term `u`"),
    ],
)
def test_what_else_is_unrelated(differing: Differing, link: str, told: str) -> None:
    bodies, term = (LINKED, LINKED), "term z: Z.\n"
    story = differing(
        bodies, bodies, shared=UNRELATED + term, replaced=(UNRELATED + term, f"{UNRELATED}{term}link {link}\n")
    )
    assert story.lines == [f"link-added nothing -> {link}"]
    (change,) = story.changes
    assert told in headline(change, story.difference, DifferenceNames.of(story.difference))


def test_what_is_unrelated_goes_with_it_and_keeps_its_fields(differing: Differing) -> None:
    bodies, link = (LINKED, LINKED), "link a.one unrelated-to go (0.5)\n"
    story = differing(bodies, (LINKED.replace("claims one: One.\n", ""), LINKED), shared=link)
    assert story.lines == [
        "claim-removed a.one -> nothing",
        "link-removed a.one unrelated-to go -> nothing <= claim-removed",
    ]
    story = differing(bodies, bodies, shared=link, replaced=("(0.5)", "(0.75): So."))
    assert sorted(story.rules) == ["confidence-changed", "link-reason-changed"]


def test_what_is_unrelated_follows_renames(differing: Differing) -> None:
    links = "link a.one unrelated-to go\nlink m unrelated-to k\nlink t unrelated-to u\nlink go unrelated-to pay\n"
    shared = UNRELATED + links
    new = shared.replace("a.one", "a.uno").replace("link m", "link n").replace("actor m: M", "actor n: M\n  was: m")
    new = new.replace("link t ", "link v ").replace("term t: T.", "term v: T.\n  was: t")
    bodies = (LINKED, LINKED)
    renamed = (LINKED.replace("claims one: One.\n", "claims uno: One.\n  was: one\n"), LINKED)
    story = differing(bodies, renamed, shared=shared, replaced=(shared, new))
    assert [rule for rule in story.rules if rule.startswith("link")] == []
