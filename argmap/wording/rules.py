"""Kinds of change, counted in one line for whoever reviews them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.wording.english import counted, form_of, listed, verb

SIGNS: Mapping[Significance, str] = {Significance.HIGH: "◆", Significance.MEDIUM: "◇", Significance.LOW: "·"}
"""How much a change matters, in one sign that needs no colour."""

_MOST = 7
"""Kinds of change beyond which a line only counts the rest."""


RULES: Mapping[Rule, tuple[str, str]] = {
    Rule.STANCE_REVERSED: ("stance reversed", "stances reversed"),
    Rule.STANCE_RETRACTED: ("stance retracted", "stances retracted"),
    Rule.STANCE_ADOPTED: ("stance adopted", "stances adopted"),
    Rule.STANCE_SHIFTED: ("stance shifted", "stances shifted"),
    Rule.STANCE_SUSPENDED: ("stance left open", "stances left open"),
    Rule.STANCE_SETTLED: ("stance settled", "stances settled"),
    Rule.CONFLICT_OPENED: ("conflict opened", "conflicts opened"),
    Rule.CONFLICT_CLOSED: ("conflict closed", "conflicts closed"),
    Rule.CONCLUSION_UNGROUNDED: ("conclusion lost its grounds", "conclusions lost their grounds"),
    Rule.ATTRIBUTION_CHANGED: ("claim given to somebody else", "claims given to somebody else"),
    Rule.CLAIM_NEGATED: ("claim changed its sense", "claims changed their sense"),
    Rule.SUPPORT_FLIPPED: ("reason changed sides", "reasons changed sides"),
    Rule.THESIS_CHANGED: ("thesis changed", "theses changed"),
    Rule.DOCUMENT_REMOVED: ("document removed", "documents removed"),
    Rule.AUTHORSHIP_CHANGED: ("document given to other authors", "documents given to other authors"),
    Rule.DOCUMENT_ADDED: ("document added", "documents added"),
    Rule.CONCLUSION_GROUNDED: ("claim gained support", "claims gained support"),
    Rule.CRUX_GAINED: ("crux gained", "cruxes gained"),
    Rule.CRUX_LOST: ("crux lost", "cruxes lost"),
    Rule.AGREEMENT_GAINED: ("agreement gained", "agreements gained"),
    Rule.AGREEMENT_LOST: ("agreement lost", "agreements lost"),
    Rule.CLAIM_REMOVED: ("claim removed", "claims removed"),
    Rule.CLAIM_ADDED: ("claim added", "claims added"),
    Rule.CLAIM_REWORDED: ("claim reworded", "claims reworded"),
    Rule.CLAIM_SPLIT: ("claim split", "claims split"),
    Rule.CLAIM_MERGED: ("merger of claims", "mergers of claims"),
    Rule.SUPPORT_REMOVED: ("reason removed", "reasons removed"),
    Rule.SUPPORT_ADDED: ("reason added", "reasons added"),
    Rule.INFERENCE_REGROUPED: ("argument regrouped", "arguments regrouped"),
    Rule.OBJECTION_ADDED: ("objection added", "objections added"),
    Rule.OBJECTION_REMOVED: ("objection removed", "objections removed"),
    Rule.CONDITION_ADDED: ("condition added", "conditions added"),
    Rule.CONDITION_REMOVED: ("condition removed", "conditions removed"),
    Rule.LINK_ADDED: ("link added", "links added"),
    Rule.LINK_REMOVED: ("link removed", "links removed"),
    Rule.LINK_RETYPED: ("link changed", "links changed"),
    Rule.ISSUE_ADDED: ("question added", "questions added"),
    Rule.ISSUE_REMOVED: ("question removed", "questions removed"),
    Rule.ISSUE_REWORDED: ("question reworded", "questions reworded"),
    Rule.ISSUE_RESCALED: ("question scaled anew", "questions scaled anew"),
    Rule.POSITION_ADDED: ("answer added to a question", "answers added to questions"),
    Rule.POSITION_REMOVED: ("answer taken from a question", "answers taken from questions"),
    Rule.POSITION_REWORDED: ("answer to a question reworded", "answers to questions reworded"),
    Rule.TERM_ADDED: ("term defined", "terms defined"),
    Rule.TERM_REMOVED: ("definition removed", "definitions removed"),
    Rule.TERM_REDEFINED: ("term redefined", "terms redefined"),
    Rule.SOURCE_CHANGED: ("source changed", "sources changed"),
    Rule.STANCE_QUALIFIED: ("stance qualified", "stances qualified"),
    Rule.CLAIM_RENAMED: ("claim renamed", "claims renamed"),
    Rule.CLAIM_MOVED: ("claim moved", "claims moved"),
    Rule.CLAIM_REDATED: ("claim dated anew", "claims dated anew"),
}
"""One change of a kind, to be counted, and more than one of them; in the order in which a reviewer asks for them."""

_STANCES = tuple(rule for rule in RULES if RULES[rule][0].startswith("stance ") and rule is not Rule.STANCE_QUALIFIED)
"""What is counted together: all changes of stances but for mere qualifications."""


def outcome(
    rules: Iterable[Rule],
    left_out: Collection[Rule] = (),
    *,
    switched_off: Collection[Rule] = (),
    partial: bool = False,
) -> str:
    """One sentence: ``2 stances changed (1 reversed, 1 retracted), 1 conflict opened.``

    Where no stance changed, that is said first; what the settings leave out is counted in a sentence of its own.

    Args:
        rules: What is reported.
        left_out: What changed and is not reported: it did not stay as it was.
        switched_off: Those of `left_out` that the settings leave out.
        partial: Whether something could not be read.
    """
    said = _outcome(tuple(rules), left_out, partial=partial)
    kinds = listed(sorted({str(rule) for rule in switched_off}))
    return f"{said} {_changes(switched_off)} switched off by the settings ({kinds})." if switched_off else said


def _outcome(found: tuple[Rule, ...], left_out: Collection[Rule], *, partial: bool) -> str:
    if not found and left_out:
        return f"Nothing is left to report: {_changes(left_out)} accepted or left out."
    if not found:
        known = ", as far as it could be read" if partial else ""
        return f"No stance changed, and nothing else that anybody says did{known}."
    if {*found, *left_out}.intersection(_STANCES):
        return f"{tally(found)}."
    sides = " sides" if Rule.STANCE_QUALIFIED in {*found, *left_out} else ""
    return f"No stance changed{sides}: {tally(found)}."


def _changes(rules: Collection[Rule]) -> str:
    return f"{counted(len(rules), 'change')} {verb('be', form_of(len(rules)))}"


def tally(rules: Iterable[Rule]) -> str:
    """How many of each kind, the kinds in the order of `RULES`, all stances together."""
    found = Counter(rules)
    parts = [*_stances(found), *_others(found)]
    said = [said for _, said in parts]
    if len(parts) > _MOST:
        rest = sum(count for count, _ in parts[_MOST - 1 :])
        said = [*said[: _MOST - 1], counted(rest, "other change")]
    return listed(said)


def _stances(found: Counter[Rule]) -> Iterator[tuple[int, str]]:
    """All changes of stances but for mere qualifications, as one part."""
    kinds = {rule: found[rule] for rule in _STANCES if found[rule]}
    number = sum(kinds.values())
    if len(kinds) == 1:
        yield number, counted(number, *RULES[next(iter(kinds))])
    elif kinds:
        each = ", ".join(f"{count} {RULES[rule][0].removeprefix('stance ')}" for rule, count in kinds.items())
        yield number, f"{number} stances changed ({each})"


def _others(found: Counter[Rule]) -> Iterator[tuple[int, str]]:
    return ((found[rule], counted(found[rule], *RULES[rule])) for rule in RULES if found[rule] and rule not in _STANCES)
