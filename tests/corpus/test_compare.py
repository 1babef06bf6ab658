"""Every verdict and every finding of a comparison, each in a story whose accepted result a reader can judge."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from parsing import parser
from pytest_regressions.file_regression import FileRegressionFixture

from argmap.compare.alignment import Alignment
from argmap.compare.attributed_views import borrowed_voices, opposed_voices
from argmap.compare.comparison import Comparison, compare
from argmap.compare.drift import drift
from argmap.compare.inconsistency import inconsistencies
from argmap.compare.representation import representations
from argmap.compare.stance import IssueStatus, Profile
from argmap.compare.terms import talking_past
from argmap.compare.unanswered import unanswered, unanswered_issues
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.resolve.corpus import resolve
from argmap.source.text import SourceText
from argmap.wording.names import ComparisonNames
from argmap.wording.verdict_reasons import share_words
from argmap.wording.verdict_sentences import why

STORIES = sorted(path for path in Path(__file__).with_name("compare").iterdir() if path.is_dir())


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)
def test_tells_the_accepted_story(story: Path, file_regression: FileRegressionFixture) -> None:
    told = "".join(f"{line}\n" for line in lines(compare(read(story))))
    file_regression.check(told, fullpath=story / "result.txt", encoding="utf-8", newline="")


def read(story: Path) -> Corpus:
    files = [SourceText(path.name, path.read_text(encoding="utf-8")) for path in sorted(story.glob("*.argmap"))]
    parsed = [parser().parse(file) for file in files]
    resolved = resolve([outcome.value for outcome in parsed])
    assert [finding for outcome in (*parsed, resolved) for finding in outcome.findings] == []
    return resolved.value


def lines(comparison: Comparison) -> Iterator[str]:
    """What is noteworthy of the holders, then each alignment with what stands beneath it, then the findings."""
    for profiles in comparison.stances.by_issue.values():
        yield from (standing(profile) for profile in profiles.values() if profile.standing is not IssueStatus.SETTLED)
    for alignment in comparison.alignments():
        yield from alignment_lines(comparison, alignment)
    for drifting in drift(comparison):
        steps = " -> ".join(profile.holder.document for profile in drifting.profiles)
        verdicts = ", ".join(change.verdict for change in drifting.changes)
        undated = "".join(f"; undated: {holder.document}" for holder in drifting.undated)
        yield f"drift of {drifting.author} on {drifting.issue}: {steps} ({verdicts}){undated}"
    for voice in borrowed_voices(comparison):
        against = ", against the one who shows it" if voice.against_reporter else ""
        author, actor = voice.alignment.holders
        yield f"{name(author)} borrows the voice of {name(actor)} ({', '.join(voice.regards)}){against}"
    for opposed in opposed_voices(comparison):
        author, actor = opposed.alignment.holders
        subject = opposed.alignment.issue or "a link"
        yield f"{name(author)} is against the voice of {name(actor)} on {subject} ({', '.join(opposed.regards)})"
    for strain in inconsistencies(comparison):
        subject = strain.issue or strain.kind
        rests = f"; on it rests {', '.join(strain.rests)}" if strain.rests else ""
        yield f"{name(strain.holder)} {strain.kind} on {subject}: {joined(strain.one)} / {joined(strain.other)}{rests}"
    for silence in unanswered_issues(comparison):
        count = f"{len(silence.answered_by)} of {silence.others}"
        shows = f", but shows {', '.join(map(name, silence.shows))}" if silence.shows else ""
        early = ", but is older than all of them" if silence.too_early else ""
        elsewhere = "".join(f", but answers it in {holder.document}" for holder in silence.elsewhere)
        sought = ", where an answer was looked for" if silence.looked_for else ""
        but = f"{shows}{elsewhere}{early}{sought}"
        yield f"{name(silence.holder)} is silent on {silence.issue}, which {count} others answer{but}"
    for shown in representations(comparison):
        through = " (one speaks for the other)" if shown.through else ""
        subject = shown.alignment.issue or "a link"
        yield f"{name(shown.reported)} is {shown.fidelity} to {name(shown.original)} on {subject}{through}"


def said(alignment: Alignment, comparison: Comparison) -> str:
    return why(alignment, ComparisonNames.of(comparison, {}))


def alignment_lines(comparison: Comparison, alignment: Alignment) -> Iterator[str]:
    yield f"{alignment.issue or 'link'}: {alignment.verdict}: {said(alignment, comparison)}"
    beneath = comparison.beneath(alignment)
    if beneath.rejected:
        yield f"  turns wholly on a condition that is rejected: {joined(beneath.rejected)}"
    for crux in (*beneath.cruxes, *beneath.of_other_times):
        subject = crux.conflict.issue or said(crux.conflict, comparison).removesuffix(".")
        times = "" if crux.conflict.verdict.is_disagreement else f" ({crux.conflict.verdict})"
        sides = zip((alignment.one, alignment.other), (crux.one, crux.other), strict=True)
        turns = "; ".join(
            f"{name(side.holder)}: {share_words(effect.turn)}" for side, effect in sides if effect.turn.size
        )
        falls = joined((*crux.one.lost_support, *crux.other.lost_support))
        lost = f"; with it fall {falls}" if falls else ""
        yield f"  crux {subject}{times}, {crux.depth} deep, {turns}{lost}"
    reasons = comparison.reasons(alignment)
    if reasons.same_conclusion_other_reasons:
        yield "  for other reasons"
    if reasons.same_premise_other_conclusion:
        shared = ", ".join(f"{premise.one} and {premise.other}" for premise in reasons.shared)
        yield f"  from the same premise: {shared}"
    for past in talking_past(comparison, alignment):
        yield f"  {past.one.id} means “{past.one.meaning}” to one and “{past.other.meaning}” to the other"
    for direction in (alignment, alignment.mirrored()):
        for argument in unanswered(comparison, direction):
            granted = f", though it grants {joined(argument.granted)}" if argument.granted else ""
            granted += (
                f", though it answers {', '.join(one.name for one in argument.shared)}" if argument.shared else ""
            )
            later = " (written later)" if argument.written_later else ""
            told = f"{argument.conclusion} because {joined(argument.premises)}"
            yield f"  {name(argument.attacked)} leaves unanswered: {told}{granted}{later}"


def standing(profile: Profile) -> str:
    return f"{name(profile.holder)} is {profile.standing} on {profile.issue}"


def name(holder: Holder) -> str:
    return f"{holder.document}/{holder.actor}" if holder.actor else holder.document


def joined(claims: tuple[str, ...]) -> str:
    return " + ".join(claims)
