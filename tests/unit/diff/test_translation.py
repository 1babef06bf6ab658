"""The old corpus in the names of the new."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from argmap.diff.pairing import pair
from argmap.diff.translation import former_names, translated
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus

Read = Callable[[str], Corpus]

OLD = """\
issue trams: Should the town build trams?
  position yes: It should
  position partly: On one line
  position no: It should not
  order: yes > partly > no
  compatible: yes, partly

issue pay: Who pays?
  position town: The town
  position state: The state

actor council: The council
actor mayor: The mayor
  speaks-for: council
term rail: A track

link trams.yes entails pay.town
link first.build contradicts second.leave
---
document first: Trams now
  author author-a: Author A
  thesis: build

actor crowd: The crowd
  speaks-for: council
term stop: Where a tram waits

claims build: The town should build trams.
  answers trams: yes
  answers pay: town from council
  because quiet: Trams are quiet.
  and: Quiet towns are good towns.
  undercut: Some like noise.
  undercut noise: Noise sells.
  despite: Trams cost a lot.
  unless ruin: The town is ruined.
  if only-one: There is one line.

reports debt from crowd quoting council, mayor: The town is in debt.
  answers trams: open
claims open-door: Doors are open.
  answers trams: open
---
document second: No trams
  author author-b: Author B
claims leave: The town should stay as it is.
  because first.quiet
  answers trams: no
"""
RENAMES = {
    "issue trams:": "issue rails:",
    "position yes:": "position build:",
    "order: yes": "order: build",
    "compatible: yes": "compatible: build",
    "trams.yes": "rails.build",
    "trams: yes": "rails: build",
    "trams: open": "rails: open",
    "trams: no": "rails: no",
    "actor council:": "actor town-council:",
    "speaks-for: council": "speaks-for: town-council",
    "from council": "from town-council",
    "quoting council": "quoting town-council",
    "actor crowd:": "actor many:",
    "from crowd": "from many",
    "author author-a:": "author a:",
    "term rail:": "term track:",
    "term stop:": "term halt:",
    "document first:": "document one:",
    "first.": "one.",
    "thesis: build": "thesis: lay",
    "claims build:": "claims lay:",
    "one.build": "one.lay",
    "because quiet:": "because calm:",
    "one.quiet": "one.calm",
    "undercut noise:": "undercut din:",
}
WAS = {
    "issue rails: Should the town build trams?": "  was: trams",
    "  position build: It should": "    was: yes",
    "actor town-council: The council": "  was: council",
    "actor many: The crowd": "  was: crowd",
    "term track: A track": "  was: rail",
    "term halt: Where a tram waits": "  was: stop",
    "document one: Trams now": "  was: first",
    "  because calm: Trams are quiet.": "    was: quiet",
    "  undercut din: Noise sells.": "    was: noise",
    "claims lay: The town should build trams.": "  was: build",
}


@pytest.fixture
def read(understand: Callable[..., tuple[Corpus, object]]) -> Read:
    """A function of files with a line of dashes between them."""
    return lambda text: understand(*text.split("---\n"))[0]


def renamed(*, declared: bool) -> str:
    text = OLD
    for old, new in RENAMES.items():
        assert old in text, old
        text = text.replace(old, new)
    if declared:
        for line, was in WAS.items():
            assert f"{line}\n" in text, line
            text = text.replace(f"{line}\n", f"{line}\n{was}\n")
        text += "---\nactor a: Author A\n  was: author-a\n"
    return text


def test_every_name_in_every_place(read: Read) -> None:
    old, new = read(OLD), read(renamed(declared=True))
    told = translated(old, pair(old, new))
    # Where only names changed, all that is left is what `was` says: so compare with names that nobody declared.
    expected = read(renamed(declared=False))
    assert list(told.documents.items()) == list(expected.documents.items())
    assert list(told.issues.items()) == list(expected.issues.items())
    assert list(told.claims.items()) == list(expected.claims.items())
    assert told.actors == expected.actors
    assert told.terms == expected.terms
    assert told.links == expected.links
    assert told.claims.keys() == new.claims.keys()


def test_places_stay_those_of_the_old_texts(read: Read) -> None:
    old, new = read(OLD), read(renamed(declared=True))
    pairing = pair(old, new)
    told = translated(old, pairing)
    for before, after in pairing.claims.items():
        was, now = old.claims[before], told.claims[after]
        assert (was.origin, was.wording, was.was, was.named) == (now.origin, now.wording, now.was, now.named)
        assert [step.origin for step in was.steps] == [step.origin for step in now.steps]
        assert [answer.origin for answer in was.answers] == [answer.origin for answer in now.answers]
    assert [issue.origin for issue in old.issues.values()] == [issue.origin for issue in told.issues.values()]
    assert [link.origin for link in old.links] == [link.origin for link in told.links]


def test_what_it_was_called(read: Read) -> None:
    old, new = read(OLD), read(renamed(declared=True))
    assert former_names(old, pair(old, new)) == {
        "rails": "trams",
        "rails.build": "trams.yes",
        "rails.partly": "trams.partly",
        "rails.no": "trams.no",
        "town-council": "council",
        "one.many": "first.crowd",
        "track": "rail",
        "one.halt": "first.stop",
        "a": "author-a",
        "one": "first",
        "one.lay": "first.build",
        "one.calm": "first.quiet",
        "one.din": "first.noise",
        "one.ruin": "first.ruin",
        "one.only-one": "first.only-one",
        "one.debt": "first.debt",
        "one.open-door": "first.open-door",
    }


def test_what_a_claim_was_called_is_not_what_an_actor_or_a_term_of_its_name_was(read: Read) -> None:
    old = "document d: D\n  author a: A\nactor one: O\nterm two: T\nclaims x: X\nclaims y: Y\n"
    new = old.replace("actor one: O\n", "actor x: O\n  was: one\n").replace("term two: T\n", "term y: T\n  was: two\n")
    assert former_names(read(old), pair(read(old), read(new))) == {}


def test_where_nothing_was_renamed_the_corpus_is_the_very_same(read: Read) -> None:
    old = read(OLD)
    assert translated(old, pair(old, read(OLD))) is old
    assert former_names(old, pair(old, read(OLD))) == {}
    fewer = OLD.replace("claims open-door: Doors are open.\n  answers trams: open\n", "")
    assert translated(old, pair(old, read(fewer))) is old
    assert translated(read(fewer), pair(read(fewer), old)) == read(fewer)


HEAD = "document first: One\n  author author-a: Author A\n"


def told(read: Read, old: str, new: str) -> dict[str, Claim]:
    one, other = read(old), read(new)
    return {str(name): claim for name, claim in translated(one, pair(one, other)).claims.items()}


def test_a_premise_without_a_counterpart_keeps_apart_from_new_ones(read: Read) -> None:
    found = told(
        read,
        HEAD + "claims a: A.\n  because: Gone with the wind.\n    because: Its reason.\n  because: Kept.\n",
        HEAD + "claims b: A.\n  was: a\n  because: Kept.\n  because new: New.\n  because: And one more.\n",
    )
    assert list(found) == ["first.b", "first.b~1~old", "first.b~2~old", "first.b~1"]
    premises = [step.premises for step in found["first.b"].steps]
    assert premises == [("first.b~1~old",), ("first.b~1",)]
    assert found["first.b~1~old"].steps[0].supports
    assert found["first.b~1~old"].steps[0].premises == ("first.b~2~old",)


def test_what_is_gone_goes_with_its_document_and_its_issue(read: Read) -> None:
    old = read(
        "issue trams: Trams?\n  position yes: Yes\n  position no: No\nlink trams.yes contradicts trams.no\n---\n"
        + HEAD
        + "actor crowd: The crowd\nreports a from crowd: A.\n  answers trams: yes\n  because b: B.\n"
    )
    new = read(
        "issue rails: Trams?\n  was: trams\n  position maybe: So\n  position no: No\n---\n"
        "document one: One\n  was: first\n  author author-a: Author A\nclaims c: C.\n"
    )
    now = translated(old, pair(old, new))
    assert list(now.claims) == ["one.a", "one.b"]
    assert list(now.documents["one"].claims) == ["one.a", "one.b"]
    assert [position.id for position in now.issues["rails"].positions] == ["yes", "no"]
    assert [(link.source, link.target) for link in now.links] == [("rails.yes", "rails.no")]
    assert [(answer.issue, answer.position) for answer in now.claims["one.a"].answers] == [("rails", "yes")]
    assert list(now.actors) == ["one.crowd", "author-a"]
    assert now.actors["one.crowd"].document == "one"


def test_an_actor_is_renamed_where_it_is_meant(read: Read) -> None:
    """A document's own actor goes before a shared one, and only the document in which one was renamed has new names."""
    said = "reports a from crowd: A.\nclaims b: B.\n  because a\n"
    second = "---\n" + HEAD.replace("first", "second")
    old = read(HEAD + "actor crowd: The crowd\n" + said + second + "actor crowd: A crowd\n" + said)
    new = read(
        HEAD
        + "actor many: The crowd\n  was: crowd\n"
        + said.replace("crowd", "many")
        + second
        + "actor crowd: A crowd\n"
        + said
    )
    now = translated(old, pair(old, new))
    assert now.claims == new.claims
    assert list(now.actors) == ["first.many", "second.crowd", "author-a"]


def test_a_moved_claim_stays_in_the_document_where_it_stood(read: Read) -> None:
    second = "---\ndocument second: Two\n  author author-b: Author B\n"
    old, new = read(HEAD + "claims a: A.\n" + second), read(HEAD + second + "claims a: A.\n")
    now = translated(old, pair(old, new))
    assert now.claims["second.a"].document == "first"
    assert now.documents["first"].claims == ("second.a",)


def test_doubts_are_about_the_new_names(read: Read) -> None:
    unread = "claims a: A.\n  becuase: B.\nclaims c: C.\n  because nothing\n"
    old, new = read(HEAD + unread), read(HEAD + "claims b: A.\n  was: a\n")
    assert {"first", "first.a"} <= old.doubtful
    doubtful = translated(old, pair(old, new)).doubtful
    assert "first.b" in doubtful
    assert "first.a" not in doubtful
    assert "first" in doubtful
    moved = read(HEAD.replace("document first: One\n", "document one: One\n  was: first\n") + unread)
    doubtful = translated(old, pair(old, moved)).doubtful
    assert {"one", "one.a"} <= doubtful
    assert not {"first", "first.a"} & doubtful


def test_corpora_with_nothing_in_them(read: Read) -> None:
    empty, old = read(""), read(OLD)
    assert translated(empty, pair(empty, old)) is empty
    gone = translated(old, pair(old, empty))
    assert [name for name in gone.claims if "~" not in name] == [name for name in old.claims if "~" not in name]
    assert gone.documents.keys() == old.documents.keys()
