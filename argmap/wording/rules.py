"""Kinds of change in a few words: as the label of what changed, and counted in one line for whoever reviews them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from argmap.diff.rule import Rule
from argmap.diff.significance import Significance
from argmap.wording.english import counted, listed

if TYPE_CHECKING:
    from argmap.diff.dispute_changes import DisputeCount

SIGNS: Mapping[Significance, str] = {Significance.HIGH: "◆", Significance.MEDIUM: "◇", Significance.LOW: "·"}
"""How much a change matters, in one sign that needs no colour."""

_MOST = 4
"""Kinds of change beyond which a line only counts the rest."""


class RuleWords(NamedTuple):
    """How a change of one kind is said in a few words.

    Attributes:
        sign: What became of its subject: ``+`` it came, ``−`` it went, ``~`` it is another one.
        label: What a picture writes beside the subject.
        one: One change, to be counted: ``disagreement opened``.
        several: More than one of them.
    """

    sign: str
    label: str
    one: str
    several: str


RULES: Mapping[Rule, RuleWords] = {
    Rule.STANCE_REVERSED: RuleWords("~", "REVERSED", "stance reversed", "stances reversed"),
    Rule.STANCE_RETRACTED: RuleWords("−", "RETRACTED", "stance retracted", "stances retracted"),
    Rule.STANCE_ADOPTED: RuleWords("+", "NEW STANCE", "stance adopted", "stances adopted"),
    Rule.STANCE_SHIFTED: RuleWords("~", "SHIFTED", "stance shifted", "stances shifted"),
    Rule.STANCE_SUSPENDED: RuleWords("~", "LEFT OPEN", "stance left open", "stances left open"),
    Rule.STANCE_SETTLED: RuleWords("~", "SETTLED", "stance settled", "stances settled"),
    Rule.CONFLICT_OPENED: RuleWords("+", "NOW DISAGREE", "disagreement opened", "disagreements opened"),
    Rule.CONFLICT_CLOSED: RuleWords("−", "NO LONGER DISAGREE", "disagreement closed", "disagreements closed"),
    Rule.CONCLUSION_UNGROUNDED: RuleWords(
        "−", "NO REASON LEFT", "conclusion lost its grounds", "conclusions lost their grounds"
    ),
    Rule.ATTRIBUTION_CHANGED: RuleWords(
        "~", "OTHER HOLDER", "claim given to somebody else", "claims given to somebody else"
    ),
    Rule.CLAIM_NEGATED: RuleWords("~", "OTHER SENSE", "claim changed its sense", "claims changed their sense"),
    Rule.SUPPORT_FLIPPED: RuleWords("~", "CHANGED SIDES", "reason changed sides", "reasons changed sides"),
    Rule.THESIS_CHANGED: RuleWords("~", "OTHER THESIS", "thesis changed", "theses changed"),
    Rule.DOCUMENT_REMOVED: RuleWords("−", "DOCUMENT GONE", "document removed", "documents removed"),
    Rule.AUTHORSHIP_CHANGED: RuleWords(
        "~", "OTHER AUTHORS", "document given to other authors", "documents given to other authors"
    ),
    Rule.ACTOR_NAME_CHANGED: RuleWords("~", "OTHER NAME", "actor under another name", "actors under other names"),
    Rule.SPEAKS_FOR_CHANGED: RuleWords(
        "~", "SPEAKS FOR ANOTHER", "actor who speaks for another", "actors who speak for others"
    ),
    Rule.DOCUMENT_REDATED: RuleWords("~", "DATED ANEW", "document dated anew", "documents dated anew"),
    Rule.DOCUMENT_ADDED: RuleWords("+", "NEW DOCUMENT", "document added", "documents added"),
    Rule.CONCLUSION_GROUNDED: RuleWords("+", "NOW ARGUED FOR", "claim gained support", "claims gained support"),
    Rule.CRUX_GAINED: RuleWords("+", "CRUX", "crux gained", "cruxes gained"),
    Rule.CRUX_LOST: RuleWords("−", "CRUX LOST", "crux lost", "cruxes lost"),
    Rule.CRUX_SHIFTED: RuleWords("~", "CRUX SHIFTED", "crux shifted", "cruxes shifted"),
    Rule.VERDICT_CHANGED: RuleWords("~", "OTHER VERDICT", "verdict changed", "verdicts changed"),
    Rule.AGREEMENT_GAINED: RuleWords("+", "AGREEMENT", "agreement gained", "agreements gained"),
    Rule.AGREEMENT_LOST: RuleWords("−", "AGREEMENT LOST", "agreement lost", "agreements lost"),
    Rule.CLAIM_REMOVED: RuleWords("−", "GONE", "claim removed", "claims removed"),
    Rule.CLAIM_ADDED: RuleWords("+", "NEW", "claim added", "claims added"),
    Rule.CLAIM_REWORDED: RuleWords("~", "REWORDED", "claim reworded", "claims reworded"),
    Rule.CLAIM_SPLIT: RuleWords("~", "SPLIT", "claim split", "claims split"),
    Rule.CLAIM_MERGED: RuleWords("~", "MERGED", "merger of claims", "mergers of claims"),
    Rule.SUPPORT_REMOVED: RuleWords("−", "REASON GONE", "reason removed", "reasons removed"),
    Rule.SUPPORT_ADDED: RuleWords("+", "NEW REASON", "reason added", "reasons added"),
    Rule.INFERENCE_REGROUPED: RuleWords("~", "REGROUPED", "argument regrouped", "arguments regrouped"),
    Rule.OBJECTION_ADDED: RuleWords("+", "NEW OBJECTION", "objection added", "objections added"),
    Rule.OBJECTION_REMOVED: RuleWords("−", "OBJECTION GONE", "objection removed", "objections removed"),
    Rule.CONDITION_ADDED: RuleWords("+", "NEW CONDITION", "condition added", "conditions added"),
    Rule.CONDITION_REMOVED: RuleWords("−", "CONDITION GONE", "condition removed", "conditions removed"),
    Rule.LINK_ADDED: RuleWords("+", "LINK", "link added", "links added"),
    Rule.LINK_REMOVED: RuleWords("−", "LINK GONE", "link removed", "links removed"),
    Rule.LINK_RETYPED: RuleWords("~", "OTHER LINK", "link changed", "links changed"),
    Rule.ISSUE_ADDED: RuleWords("+", "QUESTION", "question added", "questions added"),
    Rule.ISSUE_REMOVED: RuleWords("−", "QUESTION GONE", "question removed", "questions removed"),
    Rule.ISSUE_REWORDED: RuleWords("~", "QUESTION REWORDED", "question reworded", "questions reworded"),
    Rule.ISSUE_RESCALED: RuleWords("~", "ANSWERS RESCALED", "question scaled anew", "questions scaled anew"),
    Rule.POSITION_ADDED: RuleWords("+", "ANSWER", "answer added to a question", "answers added to questions"),
    Rule.POSITION_REMOVED: RuleWords(
        "−", "ANSWER GONE", "answer taken from a question", "answers taken from questions"
    ),
    Rule.POSITION_REWORDED: RuleWords(
        "~", "ANSWER REWORDED", "answer to a question reworded", "answers to questions reworded"
    ),
    Rule.TERM_ADDED: RuleWords("+", "TERM", "term defined", "terms defined"),
    Rule.TERM_REMOVED: RuleWords("−", "TERM GONE", "definition removed", "definitions removed"),
    Rule.TERM_REDEFINED: RuleWords("~", "TERM REDEFINED", "term redefined", "terms redefined"),
    Rule.SOURCE_CHANGED: RuleWords("~", "OTHER SOURCE", "source changed", "sources changed"),
    Rule.STANCE_QUALIFIED: RuleWords("~", "OTHER TERMS", "stance qualified", "stances qualified"),
    Rule.CLAIM_RENAMED: RuleWords("~", "RENAMED", "claim renamed", "claims renamed"),
    Rule.CLAIM_MOVED: RuleWords("~", "MOVED", "claim moved", "claims moved"),
    Rule.CLAIM_REDATED: RuleWords("~", "OTHER DATE", "claim dated anew", "claims dated anew"),
    Rule.SCHEME_CHANGED: RuleWords("~", "OTHER SCHEME", "argument by another scheme", "arguments by other schemes"),
    Rule.ANSWERS_CHANGED: RuleWords("~", "OTHER ANSWERS", "claim with other answers", "claims with other answers"),
    Rule.STRENGTH_CHANGED: RuleWords("~", "OTHER STRENGTH", "strength changed", "strengths changed"),
    Rule.CLAIM_KIND_CHANGED: RuleWords("~", "OTHER KIND", "claim of another kind", "claims of another kind"),
    Rule.HORIZON_CHANGED: RuleWords("~", "OTHER HORIZON", "horizon of a prediction changed", "horizons changed"),
    Rule.UTTERANCE_REDATED: RuleWords("~", "SAID AT ANOTHER TIME", "utterance dated anew", "utterances dated anew"),
    Rule.EXHAUSTIVE_CHANGED: RuleWords(
        "~", "OTHER ANSWERS EXHAUST IT", "change of exhaustive answers", "changes of exhaustive answers"
    ),
    Rule.ISSUE_KIND_CHANGED: RuleWords("~", "OTHER QUESTION", "question of another kind", "questions of another kind"),
    Rule.CHANGES_CHANGED: RuleWords(
        "~", "OTHER DATING", "question dated by another rule", "questions dated by another rule"
    ),
    Rule.SILENCE_CHANGED: RuleWords("~", "OTHER SILENCE", "change of silence", "changes of silence"),
    Rule.SURENESS_CHANGED: RuleWords(
        "~", "OTHER SURENESS", "confidence in an encoding changed", "confidences in encodings changed"
    ),
    Rule.CONFIDENCE_CHANGED: RuleWords("~", "OTHER CONFIDENCE", "confidence changed", "confidences changed"),
    Rule.PUBLISHER_CHANGED: RuleWords("~", "OTHER PUBLISHER", "publisher changed", "publishers changed"),
    Rule.CITATIONS_CHANGED: RuleWords("~", "OTHER CITATIONS", "citation changed", "citations changed"),
    Rule.ALIASES_CHANGED: RuleWords("~", "ALSO CALLED", "other names changed", "changes of other names"),
    Rule.ACTOR_ADDED: RuleWords("+", "ACTOR", "actor declared", "actors declared"),
    Rule.ACTOR_REMOVED: RuleWords("−", "ACTOR GONE", "actor removed", "actors removed"),
    Rule.SHORT_NAME_CHANGED: RuleWords("~", "OTHER SHORT NAME", "short name changed", "short names changed"),
    Rule.TOPIC_CHANGED: RuleWords("~", "OTHER TOPIC", "topic changed", "topics changed"),
    Rule.ENCODER_CHANGED: RuleWords("~", "OTHER ENCODER", "encoder changed", "encoders changed"),
    Rule.TITLE_CHANGED: RuleWords("~", "OTHER TITLE", "title changed", "titles changed"),
    Rule.LANGUAGE_CHANGED: RuleWords("~", "OTHER LANGUAGE", "language changed", "languages changed"),
    Rule.HEADINGS_CHANGED: RuleWords("~", "OTHER HEADINGS", "change of headings", "changes of headings"),
    Rule.SUBSECTIONS_CHANGED: RuleWords("~", "OTHER SUBSECTIONS", "change of subsections", "changes of subsections"),
    Rule.LINK_REASON_CHANGED: RuleWords("~", "OTHER REASON", "reason of a link changed", "reasons of links changed"),
    Rule.CUES_CHANGED: RuleWords("~", "OTHER PLACE", "place in a source changed", "places in sources changed"),
    Rule.STEP_CUES_CHANGED: RuleWords(
        "~", "OTHER PLACE OF A STEP", "place of an argument changed", "places of arguments changed"
    ),
    Rule.TAGS_CHANGED: RuleWords("~", "OTHER TAGS", "change of tags", "changes of tags"),
    Rule.NOTES_CHANGED: RuleWords("~", "OTHER NOTE", "change of notes", "changes of notes"),
    Rule.STEP_NOTES_CHANGED: RuleWords(
        "~", "OTHER NOTE ON A STEP", "change of notes on an argument", "changes of notes on arguments"
    ),
    Rule.FORMER_IDS_CHANGED: RuleWords("~", "OTHER FORMER IDS", "change of former ids", "changes of former ids"),
}
"""In the order in which a reviewer asks for them."""


class AspectWords(NamedTuple):
    """How one field of a claim is said.

    Attributes:
        name: Before its value: ``as of``.
        given: With its value, after what it is said of.
        thing: What is missing where it has no value.
    """

    name: str
    given: str
    thing: str


ASPECT_WORDS: Mapping[Rule, AspectWords] = {Rule.CLAIM_REDATED: AspectWords("as of", "as of {}", "date")}
"""The fields whose changes are a rule of their own (see `argmap.diff.kinds.ASPECTS`)."""


class FieldWords(NamedTuple):
    """How it is said what one field of a statement says.

    Attributes:
        does: After the name of the statement, with room for an adverb and for the values.
        quoted: Whether the values are somebody's words.
    """

    does: str
    quoted: bool = True


FIELD_WORDS: Mapping[Rule, FieldWords] = {
    Rule.DOCUMENT_REDATED: FieldWords("is {} dated {}", quoted=False),
    Rule.ACTOR_NAME_CHANGED: FieldWords("is {} called {}"),
    Rule.SPEAKS_FOR_CHANGED: FieldWords("{} speaks for {}"),
    Rule.STRENGTH_CHANGED: FieldWords("{} has the strength {}", quoted=False),
    Rule.ANSWERS_CHANGED: FieldWords("{} gives the answer {}"),
    Rule.CLAIM_KIND_CHANGED: FieldWords("is {} of the kind {}", quoted=False),
    Rule.HORIZON_CHANGED: FieldWords("is {} to be known by {}", quoted=False),
    Rule.UTTERANCE_REDATED: FieldWords("{} has the date of utterance {}", quoted=False),
    Rule.EXHAUSTIVE_CHANGED: FieldWords("{} has one right answer among {}", quoted=False),
    Rule.ISSUE_KIND_CHANGED: FieldWords("is {} of the kind {}", quoted=False),
    Rule.CHANGES_CHANGED: FieldWords("{} has {}", quoted=False),
    Rule.TOPIC_CHANGED: FieldWords("is {} listed under {}"),
    Rule.SILENCE_CHANGED: FieldWords("is {} marked as silent on {}", quoted=False),
    Rule.SHORT_NAME_CHANGED: FieldWords("is {} called {} for short"),
    Rule.ENCODER_CHANGED: FieldWords("is {} encoded by {}"),
    Rule.SURENESS_CHANGED: FieldWords("is {} encoded with the confidence {}", quoted=False),
    Rule.CONFIDENCE_CHANGED: FieldWords("{} has the confidence {}", quoted=False),
    Rule.PUBLISHER_CHANGED: FieldWords("is {} published by {}"),
    Rule.CITATIONS_CHANGED: FieldWords("{} cites {}"),
    Rule.ALIASES_CHANGED: FieldWords("is {} also called {}"),
    Rule.TITLE_CHANGED: FieldWords("{} has the title {}"),
    Rule.LANGUAGE_CHANGED: FieldWords("is {} said to be in the language {}", quoted=False),
    Rule.HEADINGS_CHANGED: FieldWords("{} has the heading {}"),
    Rule.SUBSECTIONS_CHANGED: FieldWords("{} has the subsection {}"),
    Rule.LINK_REASON_CHANGED: FieldWords("{} gives the reason {}"),
    Rule.CUES_CHANGED: FieldWords("{} has its place in the source at {}", quoted=False),
    Rule.TAGS_CHANGED: FieldWords("{} has the tag {}"),
    Rule.NOTES_CHANGED: FieldWords("{} bears the note {}"),
    Rule.FORMER_IDS_CHANGED: FieldWords("is {} said to have been {}"),
}
"""The rules that are about one field of a statement (see `argmap.diff.field_kinds.FIELDS`)."""

_NONE: Mapping[Rule, DisputeCount] = {}
_STANCES = tuple(rule for rule in RULES if RULES[rule].one.startswith("stance ") and rule is not Rule.STANCE_QUALIFIED)
"""What is counted together: all changes of stances but for mere qualifications."""


def outcome(
    rules: Iterable[Rule],
    left_out: Collection[Rule] = (),
    *,
    disputes: Mapping[Rule, DisputeCount] = _NONE,
    switched_off: Collection[Rule] = (),
    partial: bool = False,
) -> str:
    """One sentence: ``2 stances changed (1 reversed, 1 retracted), 1 dispute opened.``

    Where no stance changed, that is said first; what the settings leave out is counted in a sentence of its own.

    Args:
        rules: What is reported.
        left_out: What changed and is not reported: it did not stay as it was.
        disputes: By rule, the disagreements among those that open or close disputes, which are counted instead.
        switched_off: Those of `left_out` that the settings leave out.
        partial: Whether something could not be read.
    """
    said = _outcome(tuple(rules), left_out, disputes, partial=partial)
    if not switched_off:
        return said
    verb = "is" if len(switched_off) == 1 else "are"
    kinds = listed(sorted({str(rule) for rule in switched_off}))
    return f"{said} {counted(len(switched_off), 'change')} {verb} switched off by the settings ({kinds})."


def _outcome(
    found: tuple[Rule, ...], left_out: Collection[Rule], disputes: Mapping[Rule, DisputeCount], *, partial: bool
) -> str:
    if not found and left_out:
        verb = "is" if len(left_out) == 1 else "are"
        return f"Nothing is left to report: {counted(len(left_out), 'change')} {verb} accepted or left out."
    if not found:
        known = ", as far as it could be read" if partial else ""
        return f"No stance changed, and nothing else that anybody says did{known}."
    if {*found, *left_out}.intersection(_STANCES):
        return f"{tally(found, disputes)}."
    sides = " sides" if Rule.STANCE_QUALIFIED in {*found, *left_out} else ""
    return f"No stance changed{sides}: {tally(found, disputes)}."


def tally(rules: Iterable[Rule], disputes: Mapping[Rule, DisputeCount] = _NONE) -> str:
    """How many of each kind, the kinds in the order of `RULES`, all stances together."""
    found = Counter(rules)
    parts = [*_stances(found), *_others(found, disputes)]
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
        yield number, _counted(number, RULES[next(iter(kinds))])
    elif kinds:
        each = ", ".join(f"{count} {RULES[rule].one.removeprefix('stance ')}" for rule, count in kinds.items())
        yield number, f"{number} stances changed ({each})"


def _others(found: Counter[Rule], disputes: Mapping[Rule, DisputeCount]) -> Iterator[tuple[int, str]]:
    for rule, said in RULES.items():
        if rule in _STANCES or not found[rule]:
            continue
        within, whole = disputes.get(rule, (0, 0))
        if whole:
            one, several = (words.replace("disagreement", "dispute") for words in (said.one, said.several))
            yield within, counted(whole, one, several)
        if found[rule] > within:
            yield found[rule] - within, _counted(found[rule] - within, said)


def _counted(number: int, said: RuleWords) -> str:
    return counted(number, said.one, said.several)
