"""Changes of claims, and of what speaks for and against them, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.diff.change import Change, Changed, ClaimChange, Reason, SupportChange
from argmap.diff.kinds import ASPECTS, STEP_ASPECTS
from argmap.diff.rule import Rule
from argmap.model.claim import Claim
from argmap.model.corpus import Corpus
from argmap.model.ids import ClaimId
from argmap.model.inference import StepRole
from argmap.wording.claim_sentences import as_premise, attitude_of, attribution
from argmap.wording.english import briefly_quoted, counted, form_of, listed, one_line, quoted, shortened, verb
from argmap.wording.names import DifferenceNames
from argmap.wording.relations import ROLE_CHANGES, ROLES
from argmap.wording.rules import ASPECT_WORDS
from argmap.wording.speakers import Speaker, belonging, claiming, held_by
from argmap.wording.text_changes import reworded

_BRIEF = 60
"""Characters of a premise that are enough where it stays, and only does something else."""


def claim_changed(change: ClaimChange, former: Mapping[str, str], names: DifferenceNames) -> str:
    """What became of a claim.

    Args:
        change: What became of it.
        former: Old ids by new ones.
        names: What everybody is called.
    """
    match change.edit:
        case Changed(old, new):
            return _on_both(change, old, new, former, names)
    claim, gone = change.record, change.new is None
    text, parts = briefly_quoted(claim.text), counted(len(change.others), "claim")
    match change.rule:
        case Rule.CLAIM_SPLIT if gone:
            return f"{belonging(claim, 'a claim', names)} is split into {parts}: {text}"
        case Rule.CLAIM_MERGED if not gone:
            return f"{parts} are merged into {belonging(claim, 'one claim', names)}: {text}"
    whose = belonging(claim, "a claim", names)
    if not gone:
        return f"{whose} is new: {text}"
    below = _gone_below((claim.id,), names)
    also = f", and {counted(below, 'claim')} below it" if below else ""
    return f"{whose} is gone{also}: {text}"


def _gone_below(claims: Iterable[ClaimId], names: DifferenceNames) -> int:
    """How many claims are gone with some that are: those that stood beneath them, and nowhere else.

    A statement of its own that is gone has a change of its own.
    """
    old, found = names.old.claims, set[ClaimId]()
    pending = [claim for claim in claims if claim in old and claim not in names.new.claims]
    while pending:
        for premise in old[pending.pop()].premises:
            is_gone = premise in old and premise not in names.new.claims and not old[premise].statement
            if is_gone and premise not in found:
                found.add(premise)
                pending.append(premise)
    return len(found)


def claim_in_words(claim: Claim, rule: Rule, corpus: Corpus, name: str) -> str:
    """As much of a claim as it takes to see what changed.

    Args:
        claim: The claim on one side.
        rule: What changed.
        corpus: That side.
        name: What the claim is called there.
    """
    match rule:
        case Rule.CLAIM_RENAMED:
            return name
        case Rule.CLAIM_MOVED:
            return f"{_title(claim, corpus)}, {_section(claim, corpus)}"
        case _ if rule in ASPECTS:
            return f"{claim.text} ({_aspect(claim, rule)})"
        case Rule.ATTRIBUTION_CHANGED:
            return f"{claim.attitude.value}{attribution(claim)}: {claim.text}"
    return claim.text


def _on_both(change: ClaimChange, old: Claim, new: Claim, former: Mapping[str, str], names: DifferenceNames) -> str:
    text, whose = briefly_quoted(new.text), belonging(new, "a claim", names)
    parts = counted(len(change.others) + 1, "claim")
    match change.rule:
        case Rule.ATTRIBUTION_CHANGED:
            return _attributed(old, new, text, names)
        case Rule.CLAIM_NEGATED:
            return f"{whose} changes its sense{reworded(old.text, new.text, names)}"
        case Rule.CLAIM_SPLIT:
            return f"{whose} is split into {parts}: {briefly_quoted(old.text)}"
        case Rule.CLAIM_MERGED:
            return f"{parts} are merged into {belonging(new, 'one claim', names)}: {text}"
        case Rule.CLAIM_RENAMED:
            return f"{whose} is renamed from `{former.get(new.id, old.id)}` to `{new.id}`: {text}"
        case Rule.CLAIM_MOVED:
            tell = _title if old.document != new.document else _section
            within = "in " if old.document != new.document else ""
            before, now = (f"{within}{tell(claim, corpus)}" for claim, corpus in ((old, names.old), (new, names.new)))
            return f"{whose} now stands {now}, no longer {before}: {text}"
        case rule if rule in ASPECTS:
            return f"{whose} now holds {_aspect(new, rule)}, no longer {_aspect(old, rule)}: {text}"
        case Rule.CONCLUSION_UNGROUNDED | Rule.CONCLUSION_GROUNDED:
            return grounds_changed((change,), names)
    return f"{whose} is reworded{reworded(old.text, new.text, names)}"


def _attributed(old: Claim, new: Claim, text: str, names: DifferenceNames) -> str:
    author = Speaker.author(new.document, names)
    by, before = held_by(new, names), held_by(old, names)
    if old.document != new.document:
        plain = claiming(new, text, author.form, names)
        return author.does("now", f"{plain}, which is no longer {belonging(old, 'a claim', names)}")
    if old.attitude is not new.attitude:
        now = claiming(new, "it", author.form, names)
        return author.does("no longer", claiming(old, text, author.form, names), now)
    plain = claiming(new, text, author.form, names)
    if new.voices[:-1] == old.voices[:-1] and set(old.holders) < set(new.holders):
        return author.does("now", f"{plain.removesuffix(by)}{_others(new, old, names)}{' too' if before else ''}")
    if new.voices[:-1] == old.voices[:-1] and set(new.holders) < set(old.holders):
        kept = claiming(old, text, author.form, names).removesuffix(before)
        return author.does("no longer", f"{kept}{_others(old, new, names)}{f', only by {by}' if by else ''}")
    if by and before:
        kept = plain.removesuffix(by)
        return f"{author.does('no longer', kept)}{before} but as held by {by}"
    return author.does("now", plain)


def _others(one: Claim, other: Claim, names: DifferenceNames) -> str:
    """Those who hold the first and not the second."""
    return listed([names.actor(actor, one.document) for actor in one.holders if actor not in other.holders])


def _aspect(claim: Claim, rule: Rule) -> str:
    value = ASPECTS[rule].aspect(claim)
    return ASPECT_WORDS[rule].given.format(value) if value else f"without a {ASPECT_WORDS[rule].thing}"


def _title(claim: Claim, corpus: Corpus) -> str:
    document = corpus.documents.get(claim.document)
    return quoted(document.title) if document is not None and document.title else f"`{claim.document}`"


def _section(claim: Claim, corpus: Corpus) -> str:
    document = corpus.documents.get(claim.document)
    if document is None or claim.section is None or claim.section >= len(document.sections):
        return "before the first section"
    return f"under {quoted(document.heading(claim.section))}"


def grounds_changed(changes: Sequence[Change], names: DifferenceNames) -> str:
    """What became of the grounds of one conclusion, and by which of its steps.

    Args:
        changes: One or more changes of its steps, and perhaps that it lost or gained its grounds by them.
        names: What everybody is called.
    """
    lost = next((change for change in changes if isinstance(change, ClaimChange)), None)
    supports = [change for change in changes if isinstance(change, SupportChange)]
    claim = lost.record.id if lost is not None else supports[0].conclusion
    record, conclusion = names.claim(claim), _conclusion(claim, names)
    whose = "" if record is None or record.document == names.home else f"for {names.author(record.document)}, "
    removed = [premise for change in supports if change.rule in _REMOVED for premise in change.premises]
    below = _gone_below(removed, names)
    also = f"; {counted(below, 'claim')} below {'it' if len(removed) == 1 else 'them'} went too" if below else ""
    if lost is None:
        return f"{whose}{'; '.join(_steps_changed(supports, '', names))}{also}"
    has = "has no reason left" if lost.rule is Rule.CONCLUSION_UNGROUNDED else "now has a reason, and had none"
    said = "; ".join(_steps_changed(supports, "it", names))
    return f"{whose}{conclusion} {has}{f': {said}' if said else ''}{also}"


def _steps_changed(changes: Sequence[SupportChange], conclusion: str, names: DifferenceNames) -> Iterator[str]:
    """Each change of a step in words; what only does something else than before is told once.

    Args:
        changes: Of the steps of one conclusion.
        conclusion: What to call that; empty for its own words, those that it had where a step is gone.
        names: What everybody is called.
    """
    others = {id(gone): change for gone, change in turned(changes)}
    told = {id(change) for change in others.values()}
    for change in changes:
        if id(change) in others:
            yield _turned(change, others[id(change)], conclusion or _conclusion(change.conclusion, names), names)
        elif id(change) not in told:
            yield _said(change, conclusion, names)


def turned(changes: Iterable[SupportChange]) -> Iterator[tuple[SupportChange, SupportChange]]:
    """Each step that is gone since its premises do something else for the conclusion now, with the change that says so.

    Args:
        changes: Of the steps of one conclusion.
    """
    gone: dict[tuple[ClaimId, ...], SupportChange] = {}
    came: list[SupportChange] = []
    for change in changes:
        if change.rule in _REMOVED and _is_whole_step(change.old, change):
            gone[change.premises] = change
        elif change.rule in _ADDED and _is_whole_step(change.new, change):
            came.append(change)
    yield from ((gone[change.premises], change) for change in came if change.premises in gone)


_REMOVED = (Rule.SUPPORT_REMOVED, Rule.OBJECTION_REMOVED, Rule.CONDITION_REMOVED)
_ADDED = (Rule.SUPPORT_ADDED, Rule.OBJECTION_ADDED, Rule.CONDITION_ADDED)


def _is_whole_step(reasons: Sequence[Reason], change: SupportChange) -> bool:
    """Whether what changed is one step with all its premises, and no doubt about one."""
    return [(reason.premises, reason.against) for reason in reasons] == [(change.premises, ())]


def _turned(one: SupportChange, other: SupportChange, conclusion: str, names: DifferenceNames) -> str:
    many = len(one.premises) > 1
    did, does = (ROLE_CHANGES[reason.role][many].format for reason in (one.old[0], other.new[0]))
    premises = listed([_premise(premise, names, StepRole.BECAUSE, _BRIEF) for premise in one.premises])
    if one.old[0].role is StepRole.BECAUSE and other.new[0].role.broad is StepRole.EXPLANATION:
        return f"{premises} {does('now only')} {conclusion}"
    return f"{premises} {does('now')} {conclusion}, and {did('no longer')} it"


def _said(change: SupportChange, conclusion: str, names: DifferenceNames) -> str:
    is_new = change.rule in _ADDED
    is_other = change.rule in STEP_ASPECTS or change.rule is Rule.INFERENCE_REGROUPED
    names = names if is_new or is_other else names.earlier()
    conclusion = conclusion or _conclusion(change.conclusion, names)
    match change.rule:
        case Rule.SUPPORT_FLIPPED:
            return _flipped(change, conclusion, names)
        case rule if rule in STEP_ASPECTS:
            return f"the step from {_premises(change.premises, names)} to {conclusion} {_said_of_it(change)}"
        case Rule.INFERENCE_REGROUPED:
            return _regrouped(change, conclusion, names)
    adverb, reasons = ("now", change.new) if is_new else ("no longer", change.old)
    changed = set(change.premises)
    said = [_sentence(reason, changed, adverb, conclusion, names) for reason in reasons]
    return "; ".join(dict.fromkeys(filter(None, said))) or f"other reasons bear on {conclusion}"


def reasons_in_words(reasons: Iterable[Reason], names: DifferenceNames) -> str:
    """Steps as a list: the premises of each, linked by `and`."""
    return "; ".join(_premises(reason.premises, names, reason.role) for reason in reasons)


def _sentence(reason: Reason, changed: set[ClaimId], adverb: str, conclusion: str, names: DifferenceNames) -> str:
    """What one step does, or that premises joined or left it; empty where it has none of those that changed."""
    these = [premise for premise in reason.premises if premise in changed]
    others = [premise for premise in reason.premises if premise not in changed]
    target = _target(reason, conclusion, names)
    if not these:
        return ""
    said = _premises(these, names, reason.role)
    if not others:
        return f"{said} {ROLE_CHANGES[reason.role][len(reason.premises) > 1].format(adverb)} {target}"
    taken = f"{verb('be', form_of(len(these)))} {adverb} taken together with"
    return f"{said} {taken} {_premises(others, names, reason.role)} {ROLES[reason.role].part} {target}"


def _target(reason: Reason, conclusion: str, names: DifferenceNames) -> str:
    if reason.role is not StepRole.UNDERCUT:
        return conclusion
    if not reason.against:
        return f"a step to {conclusion}"
    return f"the step from {_premises(reason.against, names)} to {conclusion}"


def _flipped(change: SupportChange, conclusion: str, names: DifferenceNames) -> str:
    premises = _premises(change.premises, names)
    before, after = (
        next((reason for reason in reasons if not set(change.premises).isdisjoint(reason.premises)), None)
        for reasons in (change.old, change.new)
    )
    if before is None or after is None:
        return f"{premises} changed sides on {conclusion}"
    many = len(change.premises) > 1
    did, does = (ROLE_CHANGES[reason.role][many].format for reason in (before, after))
    said = f"{did('no longer')} {_target(before, conclusion, names)}"
    against = "a step to it" if after.role is StepRole.UNDERCUT else "it"
    return f"{premises} {said} but {does('now')} {against}"


def _regrouped(change: SupportChange, conclusion: str, names: DifferenceNames) -> str:
    premises = _premises(change.premises, names)
    groups = [
        {frozenset(change.premises).intersection(reason.premises) for reason in reasons} - {frozenset()}
        for reasons in (change.old, change.new)
    ]
    before, after = (max(map(len, found), default=0) for found in groups)
    if before == 1 and len(groups[1]) == 1:
        return f"{premises} now count only together for {conclusion}, no longer each on its own"
    if after == 1 and len(groups[0]) == 1:
        return f"{premises} now count each on its own for {conclusion}, no longer only together"
    return f"{premises} are linked in other groups for {conclusion}"


def _said_of_it(change: SupportChange) -> str:
    """What is said of a step now, and what no longer."""
    aspect = STEP_ASPECTS[change.rule].aspect
    if change.rule is Rule.SCHEME_CHANGED:
        was, now = (
            listed([listed(aspect(reason)) or "no scheme" for reason in side]) for side in (change.old, change.new)
        )
        return f"is now by {now}, no longer by {was}"
    old, new = ([one for reason in side for one in aspect(reason)] for side in (change.old, change.new))
    is_note = change.rule is Rule.STEP_NOTES_CHANGED
    does, shown = ("bears the note", briefly_quoted) if is_note else ("has its place in the source at", one_line)
    was, now = (
        listed([shown(one) for one in side if one not in other] or list(map(shown, side)))
        for side, other in ((old, new), (new, old))
    )
    return f"{'now' if now else 'no longer'} {does} {now or was}{f', no longer {was}' if now and was else ''}"


def _premises(premises: Iterable[ClaimId], names: DifferenceNames, role: StepRole = StepRole.BECAUSE) -> str:
    return listed([_premise(premise, names, role) for premise in premises])


def _premise(claim: ClaimId, names: DifferenceNames, role: StepRole, most: int | None = None) -> str:
    record = names.claim(claim)
    if record is None:
        return names.text(claim)
    holders = listed([names.actor(holder, record.document) for holder in record.holders])
    text = names.text(claim) if most is None else quoted(shortened(record.text, most))
    return as_premise(record, role, text, holders)


def _conclusion(claim: ClaimId, names: DifferenceNames) -> str:
    record = names.claim(claim)
    return names.text(claim) if record is None else attitude_of(record, names.text(claim))
