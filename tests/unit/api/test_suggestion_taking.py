"""What was shown under a number is what is written, and nothing else."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from opened import opened

from argmap.api.formatting import write_all
from argmap.api.loaded_corpus import load
from argmap.api.suggestion_taking import remember, take
from argmap.language.words import Relation
from argmap.model.ids import ClaimId, DocumentId, IssueId, PositionRef
from argmap.similarity.match import Band, Match
from argmap.source.text import Span
from argmap.suggest.additions import answer, linked, silence
from argmap.suggest.suggestion import (
    Addition,
    AnswerCandidate,
    AnswerSuggestion,
    Choice,
    LinkSuggestion,
    Sentence,
    SentenceSuggestion,
    Suggestion,
    Under,
)
from argmap.workspace.cache import Cache, user_cache
from argmap.workspace.errors import RefusedError

FIRST = "document first: Trams\n  author a: A\n\nclaims one: One.\nclaims two: Two.\n"
SECOND = "document second: Buses\n  author b: B\n\nclaims slow: Buses are slow.\n  answers trams: no\n"
ISSUES = "issue trams: Should there be trams?\n  position yes: Yes\n  position no: No\n"
MATCH = Match(first=0, second=0, probability=0.5, band=Band.LIKELY, right=0.7)
ONE, TWO, SLOW = (ClaimId(name) for name in ("first.one", "first.two", "second.slow"))
DOCUMENT, TRAMS = DocumentId("first"), IssueId("trams")


def candidate(claim: ClaimId) -> AnswerCandidate:
    choices = (Choice(name=name, additions=(answer(claim, PositionRef.of("trams", name)),)) for name in ("yes", "no"))
    return AnswerCandidate(claim=claim, sentence=None, match=MATCH, choices=tuple(choices))


def shown() -> list[Suggestion]:
    silent = AnswerSuggestion(
        document=DOCUMENT,
        issue=TRAMS,
        answering=(),
        candidates=(candidate(ONE), candidate(TWO)),
        rejection=silence(DOCUMENT, TRAMS),
    )
    unrelated = linked(ONE, Relation.UNRELATED_TO, SLOW).additions[0]
    same = LinkSuggestion(
        first=ONE,
        second=SLOW,
        relation=Relation.SAME_AS,
        match=MATCH,
        cues=(),
        choices=(linked(ONE, Relation.SAME_AS, SLOW), linked(SLOW, Relation.ENTAILS, ONE)),
        rejection=unrelated,
    )
    lines = ("claims trams-run:", '  at: 3 "trams run"')
    claim = Choice(name="claim", additions=(Addition(lines=lines, under=Under.END_OF_DOCUMENT, of=("first",)),))
    sentence = SentenceSuggestion(
        document=DOCUMENT,
        sentence=Sentence(text="Trams run.", span=Span(0, 10), line=3),
        issue=None,
        match=None,
        choices=(claim,),
    )
    return [silent, same, sentence, attrs.evolve(silent, rejection=None)]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ARGMAP_CACHE", str(tmp_path / "cache"))
    root = (tmp_path / "project").resolve()
    root.mkdir()
    state = opened(root, {"first": FIRST, "second": SECOND, "issues": ISSUES, "argmap.toml": "language = 2\n"})
    assert remember(shown(), state.loaded.corpus, root)
    return root


def written(root: Path, accepted: str, rejected: str = "") -> dict[str, str]:
    """The files that change, once they are written."""
    taken = take(accepted.split(), rejected.split(), root)
    write_all(taken.files)
    return {one.before.name: (root / one.before.name).read_text(encoding="utf-8") for one in taken.files}


ARGUMENTS = "arguments/first.argmap"
LINK_FILE = "arguments/links/first--second.argmap"


@pytest.mark.parametrize(
    ("accepted", "rejected", "name", "line"),
    [
        ("1", "", ARGUMENTS, "claims one: One.\n  answers trams: yes\n"),
        ("1a=no", "", ARGUMENTS, "claims one: One.\n  answers trams: no\n"),
        ("1b", "", ARGUMENTS, "claims two: Two.\n  answers trams: yes\n"),
        ("1 1b=no", "", ARGUMENTS, "  answers trams: yes\n\nclaims two: Two.\n  answers trams: no\n"),
        ("2", "", LINK_FILE, "link first.one same-as second.slow\n"),
        ("2=entails", "", LINK_FILE, "link second.slow entails first.one\n"),
        ("3", "", ARGUMENTS, 'claims two: Two.\n\nclaims trams-run:\n  at: 3 "trams run"\n'),
        ("", "1", ARGUMENTS, "  author a: A\n  silent: trams\n\n"),
        ("", "1b", "arguments/links/first.argmap", "link first.two unrelated-to trams\n"),
        ("", "2", LINK_FILE, "link first.one unrelated-to second.slow\n"),
    ],
)
def test_what_is_taken_is_written(root: Path, accepted: str, rejected: str, name: str, line: str) -> None:
    files = written(root, accepted, rejected)
    assert list(files) == [name]
    assert line in files[name]


def test_numbers_mean_what_was_shown_after_others_were_taken(root: Path) -> None:
    written(root, "1b")
    files = written(root, "1 2", "")
    assert files[ARGUMENTS].endswith(
        "claims one: One.\n  answers trams: yes\n\nclaims two: Two.\n  answers trams: yes\n"
    )
    again = take(["1", "2"], [], root)
    assert again.files == ()
    assert again.there == ("answers trams: yes", "link first.one same-as second.slow")


@pytest.mark.parametrize(
    ("accepted", "rejected", "said"),
    [
        ("9", "", "there is no suggestion 9: the last that was shown is 4"),
        ("0", "", "there is no suggestion 0"),
        ("1c", "", "there is no suggestion 1c: 1 has no such letter"),
        ("2b", "", "there is no suggestion 2b"),
        ("x", "", "`x` is no number"),
        ("1=maybe", "", "cannot be accepted as `maybe`"),
        ("1 1a=no", "", "`1a=no` and `1` do not go together"),
        ("1b", "1", "`1` and `1b` do not go together"),
        ("2", "2", "do not go together"),
        ("", "3", "suggestion 3 has nothing to reject"),
        ("", "4", "suggestion 4 has nothing to reject"),
        ("", "1=yes", "rejected without a choice"),
    ],
)
def test_what_stands_for_nothing_is_refused(root: Path, accepted: str, rejected: str, said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        take(accepted.split(), rejected.split(), root)


def test_what_was_reworded_since_is_refused(root: Path) -> None:
    path = root / ARGUMENTS
    path.write_text(FIRST.replace("One.", "One or none."), encoding="utf-8")
    with pytest.raises(RefusedError, match=r"`first\.one` says something else since suggestion 1 was shown"):
        take(["1"], [], root)
    assert written(root, "1b")[ARGUMENTS].endswith("  answers trams: yes\n")
    path.write_text(FIRST.replace("claims one: One.\n", ""), encoding="utf-8")
    with pytest.raises(RefusedError, match=r"`first\.one` is gone"):
        take([], ["2"], root)


def test_what_would_be_an_error_is_refused(root: Path) -> None:
    written(root, "1")
    with pytest.raises(RefusedError, match="1 place would be wrong afterwards") as refused:
        take(["1=no"], [], root)
    assert any("answers `trams` in two ways" in line for line in refused.value.help)


def test_a_silence_that_is_none_is_refused(root: Path) -> None:
    written(root, "1")
    with pytest.raises(RefusedError, match="1 place would be wrong afterwards") as refused:
        take([], ["1"], root)
    assert any("is said to be silent on `trams`, and answers it" in line for line in refused.value.help)


def test_a_claim_that_is_still_to_be_worded_is_told(root: Path) -> None:
    assert [one.code for one in take(["3"], [], root).findings] == ["A017"]


def test_what_changes_meanwhile_is_kept_and_all_or_nothing_is_written(root: Path) -> None:
    taken = take(["1", "2"], [], root)
    assert [one.before.name for one in taken.files] == [ARGUMENTS, LINK_FILE]
    (root / "arguments/links").mkdir()
    (root / LINK_FILE).write_text("# Mine\n")
    with pytest.raises(RefusedError, match="somebody else changed it meanwhile; nothing is written"):
        write_all(taken.files)
    assert (root / ARGUMENTS).read_text() == FIRST
    assert (root / LINK_FILE).read_text() == "# Mine\n"


def test_without_a_listing_numbers_mean_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for changes in ({"ARGMAP_CACHE": str(root.parent / "elsewhere")}, {"ARGMAP_CACHE": ""}):
        for name, value in changes.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(RefusedError, match="nothing is known of suggestions"):
            take(["1"], [], root)
    state = opened(root, {})
    assert not remember(shown(), state.loaded.corpus, root)


def test_links_of_a_folder_that_leads_elsewhere_are_not_written(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (root / "arguments/links").symlink_to(outside)
    with pytest.raises(RefusedError, match="cannot be read, and nothing is written"):
        take(["2"], [], root)


def test_what_is_too_much_to_be_kept_leaves_no_number_of_what_was_shown_before(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert take(["1"], [], root).files
    small = Cache(user_cache(root).folder, shelf_bytes=300)
    monkeypatch.setattr("argmap.api.suggestion_taking.user_cache", lambda _: small)
    assert not remember(shown(), load(root).corpus, root)
    with pytest.raises(RefusedError, match="nothing is known"):
        take(["1"], [], root)
