import re

import attrs
from harbour import EDITS, REVIEW, Edit, told

from argmap.diff.change import Added, Removed
from argmap.diff.kinds import ClaimRemoved
from argmap.diff.significance import Judged, Significance
from argmap.model.ids import ClaimId
from argmap.report.difference.change_annotations import github
from argmap.report.difference.difference_report import DiffReport
from argmap.report.difference.entries import entries_of
from argmap.report.page import Entry
from argmap.wording.changes import headline
from argmap.wording.names import DifferenceNames


def lines(story: DiffReport, failing: Significance | None = None) -> list[str]:
    return github(story, failing).splitlines()


def levels(story: DiffReport, failing: Significance | None = None) -> list[str]:
    return [line.split(" ")[0].strip(":") for line in lines(story, failing)]


def entries(story: DiffReport) -> list[Entry]:
    return [entry for _, entry in entries_of(story, full=False)]


def grave(story: DiffReport) -> int:
    """How many commands tell a change of high significance, or something from which one follows."""
    return sum(entry.gravest is Significance.HIGH for entry in entries(story))


def test_what_follows_from_a_change_is_in_one_command_with_it() -> None:
    (line,) = (line for line in lines(told(*REVIEW)) if "stance-reversed" in line)
    assert "%0AThe dispute with The union of fishers (2022) closes: they agree with a difference" in line
    assert sum(len(list(entry.all_rules)) for entry in entries(told(*REVIEW))) == len(told(*REVIEW).judged)


def many(count: int, significance: Significance) -> DiffReport:
    story = told(*EDITS["other words"])
    return attrs.evolve(story, judged=(Judged(story.judged[0].change, significance),) * count)


def test_a_command_names_rule_place_and_both_wordings() -> None:
    story = told(*EDITS["other words"])
    change = story.judged[0].change
    assert lines(story) == [
        "::notice file=arguments/office.argmap,line=20,endLine=20,col=15,endColumn=48,title=claim-reworded (medium)"
        f"::{headline(change, story.difference, DifferenceNames.of(story.difference))}"
    ]
    assert "“The dredging costs forty million”, no longer “The work costs forty million”" in lines(story)[0]


def test_a_file_that_could_not_be_read_whole_is_said_even_where_nothing_changed() -> None:
    assert lines(told(partial=("arguments/office.argmap",))) == [
        "::warning title=argmap diff::arguments/office.argmap could not be read whole; only the rest is compared"
    ]


def test_words_that_no_sentence_has_whole_stand_below_it() -> None:
    long = "The work costs forty million, and nobody knows who of all the towns on the bay should ever pay for it."
    (line,) = lines(told(Edit("office", "The work costs forty million.", long)))
    assert line.endswith(f"%0A- The work costs forty million.%0A+ {long}")


def test_what_matters_most_is_a_warning_and_comes_first() -> None:
    story = told(*REVIEW)
    assert levels(story) == ["warning"] * grave(story) + ["notice"] * (len(entries(story)) - grave(story))
    severities = [re.search(r"\((high|medium|low)\)", line)[1] for line in lines(story)]  # type: ignore[index]
    assert severities == sorted(severities, key=["high", "medium", "low"].index)


def test_what_fails_is_an_error() -> None:
    story = told(*REVIEW)
    assert levels(story, Significance.HIGH).count("error") == grave(story)
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
    assert statement.startswith("::warning file=arguments/office.argmap,line=1,")
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
