"""What became of something, in the word or two that fit a label."""

from __future__ import annotations

from argmap.diff.rule import Rule
from argmap.diff.significance import Judged, Significance
from argmap.language.words import Attitude
from argmap.view.tables_and_trees import Badge, Fate

_CAME = "+ {}"
_WENT = "− {}"
_TURNED = "~ {}"
_FORMS = {Fate.NEW: _CAME, Fate.GONE: _WENT, Fate.CHANGED: _TURNED}

_LABELS = {
    Rule.STANCE_REVERSED: (Fate.CHANGED, "REVERSED"),
    Rule.STANCE_RETRACTED: (Fate.GONE, "RETRACTED"),
    Rule.STANCE_ADOPTED: (Fate.NEW, "NEW STANCE"),
    Rule.STANCE_SHIFTED: (Fate.CHANGED, "SHIFTED"),
    Rule.STANCE_SUSPENDED: (Fate.CHANGED, "LEFT OPEN"),
    Rule.STANCE_SETTLED: (Fate.CHANGED, "SETTLED"),
    Rule.STANCE_QUALIFIED: (Fate.CHANGED, "OTHER TERMS"),
    Rule.ATTRIBUTION_CHANGED: (Fate.CHANGED, "OTHER HOLDER"),
    Rule.CLAIM_NEGATED: (Fate.CHANGED, "OTHER SENSE"),
    Rule.CLAIM_REWORDED: (Fate.CHANGED, "REWORDED"),
    Rule.CLAIM_REMOVED: (Fate.GONE, "GONE"),
    Rule.CLAIM_ADDED: (Fate.NEW, "NEW"),
    Rule.CLAIM_SPLIT: (Fate.CHANGED, "SPLIT"),
    Rule.CLAIM_MERGED: (Fate.CHANGED, "MERGED"),
    Rule.CLAIM_RENAMED: (Fate.CHANGED, "RENAMED"),
    Rule.CLAIM_MOVED: (Fate.CHANGED, "MOVED"),
    Rule.CLAIM_REDATED: (Fate.CHANGED, "OTHER DATE"),
    Rule.SUPPORT_FLIPPED: (Fate.CHANGED, "CHANGED SIDES"),
    Rule.SUPPORT_ADDED: (Fate.NEW, "NEW REASON"),
    Rule.SUPPORT_REMOVED: (Fate.GONE, "REASON GONE"),
    Rule.INFERENCE_REGROUPED: (Fate.CHANGED, "REGROUPED"),
    Rule.OBJECTION_ADDED: (Fate.NEW, "NEW OBJECTION"),
    Rule.OBJECTION_REMOVED: (Fate.GONE, "OBJECTION GONE"),
    Rule.CONDITION_ADDED: (Fate.NEW, "NEW CONDITION"),
    Rule.CONDITION_REMOVED: (Fate.GONE, "CONDITION GONE"),
    Rule.CONCLUSION_UNGROUNDED: (Fate.GONE, "NO REASON LEFT"),
    Rule.CONCLUSION_GROUNDED: (Fate.NEW, "NOW ARGUED FOR"),
    Rule.CONFLICT_OPENED: (Fate.NEW, "CONFLICT OPENED"),
    Rule.CONFLICT_CLOSED: (Fate.GONE, "CONFLICT CLOSED"),
    Rule.AGREEMENT_GAINED: (Fate.NEW, "AGREEMENT"),
    Rule.AGREEMENT_LOST: (Fate.GONE, "AGREEMENT LOST"),
    Rule.CRUX_GAINED: (Fate.NEW, "CRUX"),
    Rule.CRUX_LOST: (Fate.GONE, "CRUX LOST"),
    Rule.LINK_ADDED: (Fate.NEW, "LINK"),
    Rule.LINK_REMOVED: (Fate.GONE, "LINK GONE"),
    Rule.LINK_RETYPED: (Fate.CHANGED, "OTHER LINK"),
    Rule.ISSUE_ADDED: (Fate.NEW, "QUESTION"),
    Rule.ISSUE_REMOVED: (Fate.GONE, "QUESTION GONE"),
    Rule.ISSUE_REWORDED: (Fate.CHANGED, "QUESTION REWORDED"),
    Rule.ISSUE_RESCALED: (Fate.CHANGED, "ANSWERS RESCALED"),
    Rule.POSITION_ADDED: (Fate.NEW, "ANSWER"),
    Rule.POSITION_REMOVED: (Fate.GONE, "ANSWER GONE"),
    Rule.POSITION_REWORDED: (Fate.CHANGED, "ANSWER REWORDED"),
    Rule.TERM_ADDED: (Fate.NEW, "TERM"),
    Rule.TERM_REMOVED: (Fate.GONE, "TERM GONE"),
    Rule.TERM_REDEFINED: (Fate.CHANGED, "TERM REDEFINED"),
    Rule.DOCUMENT_ADDED: (Fate.NEW, "NEW DOCUMENT"),
    Rule.DOCUMENT_REMOVED: (Fate.GONE, "DOCUMENT GONE"),
    Rule.THESIS_CHANGED: (Fate.CHANGED, "OTHER THESIS"),
    Rule.AUTHORSHIP_CHANGED: (Fate.CHANGED, "OTHER AUTHORS"),
    Rule.SOURCE_CHANGED: (Fate.CHANGED, "OTHER SOURCE"),
}
"""What each rule is called on a label, whatever its subject."""

_NOW = {
    Attitude.CLAIMS: "NOW CLAIMED",
    Attitude.ENDORSES: "NOW ENDORSED",
    Attitude.DENIES: "NOW DENIED",
    Attitude.DOUBTS: "NOW DOUBTED",
    Attitude.REPORTS: "NOW ONLY REPORTED",
    Attitude.SUPPOSES: "NOW ONLY SUPPOSED",
    Attitude.IMPLIES: "NOW LEFT UNSAID",
}


def badge_of(judged: Judged) -> Badge:
    """The label of a change."""
    fate, words = _LABELS[judged.change.rule]
    return _badge(words, fate, judged)


def attitude_badge(attitude: Attitude, judged: Judged) -> Badge:
    """The label of a claim to which its author now has another attitude."""
    return _badge(_NOW[attitude], Fate.CHANGED, judged)


def worded_badge(words: str, judged: Judged, fate: Fate = Fate.CHANGED) -> Badge:
    """A label of its own for what became of something."""
    return _badge(words, fate, judged)


def _badge(words: str, fate: Fate, judged: Judged | None) -> Badge:
    return Badge(_FORMS[fate].format(words), fate, judged is not None and judged.significance is Significance.HIGH)


CAME = _badge("NEW", Fate.NEW, None)
WENT = _badge("GONE", Fate.GONE, None)
TAGS = {Fate.NEW: _badge("new", Fate.NEW, None), Fate.GONE: _badge("gone", Fate.GONE, None)}
"""The labels of lines that came or went with their claim."""
