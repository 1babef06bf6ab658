"""What else a comparison finds: reports of each other, inconsistency, unanswered issues, drift, and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from argmap.check.links_left_out import WhyLeftOut
from argmap.compare.agreement import IssueNumbers, PairNumbers, Share, most_consensual, most_divisive
from argmap.compare.drift import Drift
from argmap.compare.inconsistency import Inconsistency, InconsistencyKind
from argmap.compare.krippendorff import Alpha
from argmap.compare.unanswered import UnansweredIssue
from argmap.judge.holder import Holder
from argmap.model.corpus import Corpus
from argmap.report.comparison.answers import lone_claims
from argmap.report.comparison.context import MOST_LINES, PageContext, beginning
from argmap.report.page import Block, Heading, Item, Paragraph, Picture
from argmap.wording.english import counted, first_upper, listed, verb
from argmap.wording.names import ComparisonNames, actor_name
from argmap.wording.observation_sentences import inconsistency_sentence, representation_sentence
from argmap.wording.relations import link_text
from argmap.wording.spans import Span, code, codes, joined, strong, words
from argmap.wording.stance_sentences import NOT_THERE, answers, chain_words
from argmap.wording.verdicts import changed_answer


def links_left_out(context: PageContext) -> Iterator[Block]:
    """The links that do not count here."""
    for reason, said in _LEFT_OUT.items():
        links = [each.link for each in context.report.comparison.links_left_out if each.why is reason]
        if links:
            told, more = links[:_MOST_LEFT_OUT], len(links) - _MOST_LEFT_OUT
            yield Paragraph(words(strong("Left out: "), f"{counted(len(links), 'link')} {said[len(links) > 1]}."))
            yield from (Item(words(code(link_text(link)), f" ({link.origin.file})")) for link in told)
            if more > 0:
                yield Item(words(f"... and {more} more; `argmap check` says all."))


_MOST_LEFT_OUT = 20
_MOST = 5
_LEFT_OUT = {
    WhyLeftOut.AT_ODDS: (
        "cannot hold beside what an issue declares, and does not count here",
        "cannot all hold: one thing would carry another with it and exclude it. None of them counts here",
    ),
    WhyLeftOut.ITSELF: ("joins something to itself", "join something to itself"),
    WhyLeftOut.TWICE: ("is declared twice, and counts once", "are declared twice, and count once"),
}


def representations(context: PageContext) -> Iterator[Block]:
    """How documents report authors who are compared too."""
    report, names = context.report, context.names
    if not report.representations:
        return
    shown, part = beginning(report.representations, MOST_LINES, whole=context.is_full)
    yield Heading(2, words("How they report each other", f" ({part})" if part else ""))
    for found in shown:
        yield Item(representation_sentence(found, context.subject(found.alignment), names))
        if context.is_full:
            yield from lone_claims(found.alignment.one.claims, context, 1)
            yield from lone_claims(found.alignment.other.claims, context, 1)


def inconsistencies(context: PageContext) -> Iterator[Block]:
    """Documents that take two sides."""
    report = context.report
    shown, part = beginning(report.inconsistencies, MOST_LINES, whole=context.is_full)
    if shown:
        yield Heading(2, words("Two sides in one document", f" ({part})" if part else ""))
    for inconsistency in shown:
        yield from _inconsistency(inconsistency, context)
    if report.inconsistencies_left_out:
        yield Paragraph(words(f"... and {report.inconsistencies_left_out:,} more."))


def unanswered_issues(context: PageContext) -> Iterator[Block]:
    """What most others answer and somebody does not, by document; what nearly all answer first."""
    report, names = context.report, context.names
    if not report.unanswered_issues:
        return
    yield Heading(2, words("Silent where most others speak"))
    sought = all(issue.looked_for for issue in report.unanswered_issues)
    known = " All of these answers were looked for, and are not there." if sought else ""
    yield Paragraph(words(f"In brackets, how many of the documents that others wrote do answer.{known}"))
    found: dict[Holder, list[UnansweredIssue]] = {}
    for issue in sorted(report.unanswered_issues, key=lambda one: (-len(one.answered_by) / one.others, one.issue)):
        found.setdefault(issue.holder, []).append(issue)
    for holder in sorted(found, key=list(dict.fromkeys((*report.holders, *found))).index):
        older = f" {verb('be older', names.form([holder]))} than all who answer: "
        for too_early, says in ((False, ": "), (True, older)):
            those = [issue for issue in found[holder] if issue.too_early is too_early]
            if not context.is_full:
                # What an author says elsewhere is no silence.
                those = [issue for issue in those if not (issue.elsewhere or issue.too_early)]
            shown, part = beginning(those, _MOST, whole=context.is_full)
            if shown:
                more = f", and {len(those) - len(shown)} more" if part else ""
                yield Item(
                    words(strong(names.holder(holder)), says, *_unasked(shown, names, marked=not sought), f"{more}.")
                )


def drifts(context: PageContext) -> Iterator[Block]:
    """What one author says over several dated documents; what did not change in a line."""
    report, names = context.report, context.names
    if not report.drifts:
        return
    yield Heading(2, words("One author over time"))
    by_author: dict[str, list[Drift]] = {}
    for found in report.drifts:
        by_author.setdefault(found.author, []).append(found)
    for those in by_author.values():
        name = _author(those[0], names.corpus)
        yield Paragraph(words(strong(name)))
        for found in (one for one in those if not one.is_steady):
            told = [
                words(strong(names.holder(profile.holder)), " ", answers(profile, names), f".{change}")
                for profile, change in zip(found.profiles, ("", *_changed(found)), strict=True)
            ]
            if not context.is_full:
                yield Item(words(*context.question(found.issue), ": ", *joined(told, " ")))
                continue
            yield Item(context.question(found.issue))
            yield from (Item(said, 1) for said in told)
            for file in filter(None, map(context.pictures.butterfly, found.changes)):
                yield Picture(file, f"{name}, earlier and later, beside each other")
        steady = [one for one in those if one.is_steady]
        if steady and not context.is_full:
            yield Item(words("No change on ", *codes(found.issue for found in steady), "."))
        for found in steady if context.is_full else ():
            last = found.profiles[-1]
            said = f": {names.holder(last.holder)} "
            yield Item(words("No change on ", context.question(found.issue), said, answers(last, names), "."))


def _changed(found: Drift) -> Iterator[str]:
    """What became of the answer of each document in the next; the answers themselves stand beside it."""
    for change, partly in zip(found.changes, found.partly, strict=True):
        yield f" {first_upper(changed_answer(change, partly=partly))}."


def _unasked(found: Iterable[UnansweredIssue], names: ComparisonNames, *, marked: bool) -> Iterator[Span | str]:
    for number, each in enumerate(found):
        notes = [f"{len(each.answered_by)} of {each.others}"]
        notes += [f"but see {names.holders(each.elsewhere)}"] if each.elsewhere else []
        shows = [actor_name(one.actor, one.document, names.corpus) for one in each.shows if one.actor]
        notes += [f"though it shows {listed(shows)}"] if shows else []
        notes += [NOT_THERE] if marked and each.looked_for else []
        yield ", " if number else ""
        yield code(each.issue)
        yield f" ({'; '.join(notes)})"


def _author(found: Drift, corpus: Corpus) -> str:
    document = found.profiles[0].holder.document
    authors = corpus.documents[document].authors
    author = next((one for one in authors if found.author in (one, f"{document}.{one}")), authors[0])
    return actor_name(author, document, corpus)


def _inconsistency(found: Inconsistency, context: PageContext) -> Iterator[Block]:
    names = context.names
    about = context.question(found.stances[0].issue) if found.stances else ()
    yield Item(inconsistency_sentence(found, about, names))
    if not context.is_full:
        return
    if found.kind is InconsistencyKind.TWO_CONSEQUENCES:
        yield Item(chain_words(found.stances[0].chain, names), 1)
    if found.chain:
        yield Item(chain_words(found.chain, names), 1)
    yield from lone_claims(tuple(dict.fromkeys((*found.one, *found.other))), context, 1)
    if found.rests:
        yield Item(words("On this rests ", *context.all_claims(found.rests), "."), 1)


def numbers(context: PageContext) -> Iterator[Block]:
    """Pairs, issues, and agreement beyond chance."""
    report, names = context.report, context.names
    speaking = [found for found in report.pair_numbers if found.agreement.of]
    if not (speaking or any(issue.holders > 1 for issue in report.issue_numbers)):
        return
    yield Heading(2, words("In numbers"))
    if speaking:
        near = any(pair.nearness is not None for pair in speaking)
        scales = " Nearness on scales: 1 is the same place, 0 the opposite end." if near else ""
        yield Paragraph(words(f"Of the questions that both answer.{scales}"))
    for pair in speaking:
        yield Item(words(_pair(pair, names)))
    if report.scope.issue is None:
        yield from _ranked(context)
    for issue in report.issue_numbers if report.scope.issue is not None else ():
        shares = f"{share(issue.agreement)} pairs agree, and {share(issue.conflict)} cannot both be right"
        yield Item(words(f"Of the documents alone, {shares}{_taken(issue)}."))
    if report.reliability is not None:
        known = "Krippendorff's alpha: 1 is full agreement, 0 what chance would give"
        alphas = [f"over accepted and rejected answers {_alpha(report.reliability.nominal)}"]
        alphas += [f"over scales of {length} {_alpha(found)}" for length, found in report.reliability.ordinal]
        yield Paragraph(words(f"Agreement beyond chance ({known}): {'; '.join(alphas)}."))


def share(found: Share) -> str:
    """``3 of 12``."""
    return f"{found.count} of {found.of}"


def _pair(pair: PairNumbers, names: ComparisonNames) -> str:
    qualified = f" ({pair.qualified.count} with a difference)" if pair.qualified.count else ""
    said = f"agree on {share(pair.agreement)}{qualified}, cannot both be right on {share(pair.conflict)}"
    if pair.nearness is not None:
        said += f"; nearness on {counted(pair.ordered, 'scale')}: {pair.nearness / pair.ordered:.2f}"
    return f"{names.holder(pair.one)} and {names.holder(pair.other)}: {said}."


def _ranked(context: PageContext) -> Iterator[Block]:
    report = context.report
    divisive, consensual = most_divisive(report.issue_numbers), most_consensual(report.issue_numbers)
    for title, found in (("Most divisive", divisive), ("Most agreed upon", consensual)):
        if found:
            yield Paragraph(words(f"{title}:"))
        for issue in found[:_MOST]:
            part, how = (issue.conflict, "cannot both be right") if found is divisive else (issue.agreement, "agree")
            pairs = f"{share(part)} {'pair' if part.of == 1 else 'pairs'} of documents {how}"
            yield Item(words(context.question(issue.issue), f": {pairs}{_taken(issue)}."))


def _taken(issue: IssueNumbers) -> str:
    counts = [f"{position} {count}" for position, count in issue.positions if count]
    counts += [f"undecided {issue.undecided}"] if issue.undecided else []
    return f"; {', '.join(counts)}" if counts else ""


def _alpha(found: Alpha) -> str:
    of = f"({counted(found.values, 'value')} on {counted(found.units, 'question')})"
    return f"is not defined {of}" if found.value is None else f"{found.value:.2f} {of}"
