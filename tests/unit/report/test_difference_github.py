import re

import attrs
from harbour import EDITS, REVIEW, told

from argmap.diff.change import Added, Removed
from argmap.diff.kinds import ClaimRemoved
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import ClaimId
from argmap.report.difference.change_annotations import github
from argmap.report.difference.difference_report import DiffReport
from argmap.wording.changes import headline
from argmap.wording.names import DifferenceNames


def lines(story: DiffReport, failing: Significance | None = None) -> list[str]:
    return github(story, failing).splitlines()


def levels(story: DiffReport, failing: Significance | None = None) -> list[str]:
    return [line.split(" ")[0].strip(":") for line in lines(story, failing)]


def many(count: int, significance: Significance) -> DiffReport:
    story = told(*EDITS["other words"])
    return attrs.evolve(story, judged=(Judged(story.judged[0].change, significance),) * count)


def test_a_command_names_rule_place_and_both_wordings() -> None:
    story = told(*EDITS["other words"])
    change = story.judged[0].change
    assert lines(story) == [
        "::notice file=arguments/office.argmap,line=20,endLine=20,col=15,endColumn=48,title=claim-reworded (medium)"
        f"::{headline(change, story.difference, DifferenceNames.of(story.difference))}"
        "%0A- The work costs forty million.%0A+ The dredging costs forty million."
    ]


def test_what_matters_most_is_a_warning_and_comes_first() -> None:
    story = told(*REVIEW)
    counts = story.counts
    assert levels(story) == ["warning"] * counts[Significance.HIGH] + ["notice"] * (
        counts[Significance.MEDIUM] + counts[Significance.LOW]
    )
    severities = [re.search(r"\((high|medium|low)\)", line)[1] for line in lines(story)]  # type: ignore[index]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)


def test_what_fails_is_an_error() -> None:
    story = told(*REVIEW)
    grave = story.counts[Significance.HIGH]
    assert levels(story, Significance.HIGH).count("error") == grave
    assert "warning" not in levels(story, Significance.HIGH)
    assert levels(told(*EDITS["other words"]), Significance.MEDIUM) == ["error"]
    assert levels(told(*EDITS["another year"]), Significance.MEDIUM) == ["notice"]
    assert levels(told(*EDITS["another year"]), Significance.LOW) == ["error"]


def test_no_more_than_github_shows() -> None:
    assert levels(many(10, Significance.HIGH)) == ["warning"] * 10
    assert levels(many(11, Significance.HIGH)) == ["warning"] * 10 + ["notice"]
    assert lines(many(11, Significance.HIGH))[-1] == "::notice title=argmap diff::1 more change: see the summary"
    assert levels(many(10, Significance.LOW)) == ["notice"] * 10
    assert levels(many(30, Significance.LOW)) == ["notice"] * 10
    assert lines(many(30, Significance.LOW))[-1].endswith("::21 more changes: see the summary")
    assert levels(many(30, Significance.HIGH), Significance.HIGH) == ["error"] * 10 + ["notice"]


def test_what_is_gone_is_shown_at_its_document_or_its_file() -> None:
    statement = next(line for line in lines(told(*EDITS["a claim gone"])) if "claim-removed" in line)
    assert statement.startswith("::notice file=arguments/office.argmap,line=1,")
    document = next(line for line in lines(told(*EDITS["no document"])) if "document-removed" in line)
    assert document.startswith("::warning file=arguments/club.argmap,line=1,")
    question = next(line for line in lines(told(*EDITS["no definition"])) if "term-removed" in line)
    assert question.startswith("::notice file=arguments/shared.argmap,line=1,")


def test_a_premise_that_is_gone_is_shown_at_the_statement_in_which_it_stood() -> None:
    story = told(*EDITS["a premise gone"])
    gone = story.difference.old.claims[ClaimId("office.rivals")]
    removed = ClaimRemoved(edit=Removed(gone))
    shown = lines(attrs.evolve(story, judged=(Judged(removed, Significance.HIGH),)))
    assert shown[0].startswith("::warning file=arguments/office.argmap,line=6,")


def test_no_text_can_start_a_command_of_its_own() -> None:
    story = told(*EDITS["other words"])
    change = story.judged[0].change
    nasty = attrs.evolve(change.new, text="a\r\n::stop-commands::x\x1b[2J%0A")  # type: ignore[attr-defined]
    judged = (Judged(attrs.evolve(change, edit=Added(nasty)), Significance.HIGH),)
    shown = github(attrs.evolve(story, judged=judged))
    assert shown.count("\n") == 1
    assert "\x1b" not in shown
    assert "%250A" in shown


def test_nothing_changed() -> None:
    assert github(told()) == ""
