import re

import attrs
import pytest
from harbour import EDITS, GUESS, REVIEW, Edit, comment, told
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.diff.change import Changed
from argmap.diff.significance import Judged, Significance
from argmap.report.difference.github_comment import MOST, TAG
from argmap.report.markdown import plain


def address(file: str, line: int, is_new: bool) -> str:
    return f"https://host.example/blob/{'new' if is_new else 'old'}/{file}#L{line}"


def test_a_review(file_regression: FileRegressionFixture) -> None:
    file_regression.check(comment(told(*REVIEW, GUESS), address), encoding="utf-8", extension=".md")


def test_the_tag_is_the_first_line() -> None:
    for story in (told(), told(*REVIEW)):
        assert comment(story).splitlines()[0] == TAG == "<!-- argmap-diff -->"


def test_nothing_changed() -> None:
    assert comment(told()) == f"{TAG}\n**No stance changed, and nothing else that anybody says did.**\n"


def test_partial_and_accepted() -> None:
    story = told(*EDITS["another year"], partial=("arguments/a`b.argmap",))
    story = attrs.evolve(story, judged=(), accepted=story.judged)
    shown = comment(story)
    assert "> **Partial:** arguments/a\\`b.argmap could not be read whole; only the rest is compared." in shown
    assert "<summary>1 change accepted, and not counted above</summary>" in shown
    assert "- claim-redated: A claim of The planning office (2021-03) now holds as of 2021" in shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("see #12", "see #<!-- -->12"),
        ("# heading", "\\# heading"),
        ("GH-7 and gh-8", "GH-<!-- -->7 and gh-<!-- -->8"),
        ("@author-a", "@<!-- -->author-a"),
        ("org/repo#3", "org/repo#<!-- -->3"),
        ("a|b `c` <d> *e*", "a\\|b \\`c\\` \\<d\\> \\*e\\*"),
        ("[x](y) ![z](w)", "\\[x\\](y) !\\[z\\](w)"),
        ("https://a.example www.b.example", "https\\://a.example www\\.b.example"),
        ("one\ntwo", "one two"),
    ],
)
def test_words_stay_words(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_link_cannot_be_ended_from_within() -> None:
    shown = comment(told(*EDITS["another year"]), lambda *_: "https://host.example/a b>)[x](y")
    assert "](<https://host.example/a%20b%3E)[x](y>)" in shown


def test_a_hostile_text_adds_no_line() -> None:
    evil = "</details> | ``` <!-- # @all [x](y)"
    shown = comment(told(Edit("office", "The work costs forty million.", evil)))
    assert "\n#### " in shown and "details>" not in shown.replace("details\\>", "")
    assert "@all" not in shown


@pytest.mark.parametrize("number", [10, 400, 3000])
def test_never_longer_than_github_takes(number: int) -> None:
    story = told(*EDITS["other words"], command="argmap diff main")
    (judged,) = story.judged
    old, new = judged.change.old, judged.change.new
    long = tuple(
        Judged(attrs.evolve(judged.change, edit=Changed(old, attrs.evolve(new, text=f"😀 {place} " * 9))), level)
        for place, level in zip(range(number), (Significance.HIGH, Significance.LOW) * number, strict=False)
    )
    shown = comment(attrs.evolve(story, judged=long), address)
    assert len(shown.encode("utf-16-le")) // 2 <= MOST
    assert shown.count("<details>") == shown.count("</details>")
    told_here = shown.count("`claim-reworded`")
    left = re.search(
        r"\*\*([\d,]+) more changes? left out here:\*\* .* `argmap diff --full main` shows them\.\n\Z", shown
    )
    assert told_here + (int(left[1].replace(",", "")) if left else 0) == number
