"""A question with all that bears on it: who stands where and why, what it turns on, and what is said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.compare import alignment as aligned
from argmap.compare.alignment import Alignment
from argmap.compare.cruxes import CruxEffect
from argmap.compare.disputes import Turning, tensions, turnings, without_reasons
from argmap.compare.stance import Profile
from argmap.compare.terms import talking_past
from argmap.compare.unanswered import unanswered
from argmap.judge.holder import Holder
from argmap.model.ids import ClaimId, IssueId
from argmap.model.link import Link
from argmap.view.page.compared import Compared, Subject, of_claim, of_document, of_subject
from argmap.view.page.matrix import answers, kind_of, silence, voice_name
from argmap.view.page.outlines import Chip, Row, lead, reasons
from argmap.view.page.records import (
    Answer,
    Note,
    Place,
    QuestionView,
    SaidBy,
    Side,
    SideColour,
    SideTree,
    Stake,
    TurnsOn,
)
from argmap.wording.english import counted, first_upper, listed, one_line, quoted
from argmap.wording.grouped_pairs import grouped_pairs, shared_answers
from argmap.wording.observation_sentences import granted_sentences, unanswered_sentence
from argmap.wording.relations import RELATIONS, reason_of, sure
from argmap.wording.spans import Span, Words, code, joined, strong, words
from argmap.wording.stance_sentences import side_answer, side_note
from argmap.wording.strengths import in_words
from argmap.wording.verdict_reasons import outdated_words, share_words
from argmap.wording.verdict_sentences import against, agreement_sentence, by_share, nothing_deeper, verdict_and_why

_MOST_FALLS = 12
_MOST_LINES = 24
_MOST_CONCLUSIONS = 3


def questions(compared: Compared) -> tuple[QuestionView, ...]:
    """Those in dispute, the weightiest first, then all others that somebody answers."""
    disputed = tuple(compared.disagreements)
    others = [issue for issue in compared.comparison.stances.by_issue if issue not in compared.disagreements]
    found = []
    for number, subject in enumerate(disputed):
        around = [of_subject(disputed[at]) if 0 <= at < len(disputed) else "" for at in (number - 1, number + 1)]
        place = f"Question {number + 1} of {len(disputed)} in dispute"
        found.append(_view(subject, compared, place, *around))
    return (*found, *(_view(issue, compared) for issue in others))


def _view(subject: Subject, compared: Compared, place: str = "", before: str = "", after: str = "") -> QuestionView:
    issue = None if isinstance(subject, Link) else subject
    disagreements = compared.disagreements.get(subject, ())
    turning = turnings(disagreements, compared.comparison)
    return QuestionView(
        address=of_subject(subject),
        question=one_line(compared.question(subject)),
        place=place,
        before=before,
        after=after,
        verdicts=(*_link_lines(subject), *verdicts(subject, compared), *_beside(subject, compared)),
        places=_places(issue, compared) if issue else (),
        is_scale=bool(issue and compared.corpus.issues[issue].order),
        turns_on=tuple(_turns_on(one, compared) for one in turning),
        grounds=tuple(_of_other_grounds(disagreements, compared)),
        nothing_deeper="" if turning else bare_words(disagreements, compared),
        sides=sides(subject, compared, turning, with_reasons=True),
        notes=tuple(note for note in _notes(subject, disagreements, compared) if note.lines),
        voices=_voices(issue, compared) if issue else (),
    )


# --- How those who answer stand to each other


def verdicts(subject: Subject, compared: Compared) -> tuple[Words, ...]:
    """The disagreements of authors, those of one kind together."""
    alone = len(compared.authors) == 2
    groups = compared.disagreeing(subject)
    found = [against(group, compared.names, alone=alone) for group in groups[:_MOST_LINES]]
    if len(groups) > _MOST_LINES:
        found.append(words(f"... and {len(groups) - _MOST_LINES} more of the kind."))
    if not groups and not isinstance(subject, Link) and subject not in compared.by_subject:
        numbers = compared.numbers.get(subject)
        if numbers is not None and numbers.conflict.count:
            pairs = f"{counted(numbers.conflict.count, 'pair')} of {numbers.conflict.of:,}"
            found.append(words(f"The answers of {pairs} cannot both hold."))
    return tuple(found)


def _beside(subject: Subject, compared: Compared) -> Iterator[Words]:
    """Who agrees, and what is neither; that one alone answers."""
    those = compared.by_subject.get(subject, ())
    agreeing = shared_answers([one for one in those if one.verdict.is_agreement])
    yield from (words(strong("Agreement. "), agreement_sentence(one, compared.names)) for one in agreeing[:_MOST_LINES])
    known = {frozenset(one.holders) for one in compared.disagreements.get(subject, ())}
    neither = [one for one in those if not one.verdict.is_agreement and frozenset(one.holders) not in known]
    yield from (verdict_and_why(group, compared.names) for group in grouped_pairs(neither)[:_MOST_LINES])
    if not isinstance(subject, Link):
        speaking = [one for one in compared.authors if one in compared.comparison.stances.by_issue[subject]]
        if len(speaking) == 1:
            yield words(f"Only {compared.names.holder(speaking[0])} answers it.")
        elif not speaking:
            yield words("No author answers it; these texts only report what others say.")


def _link_lines(subject: Subject) -> Iterator[Words]:
    if isinstance(subject, Link):
        why = reason_of(subject)
        yield words(
            f"A link says that {RELATIONS[subject.relation].meaning}{sure(subject)}{f': {why}' if why else ''}."
        )


def bare_words(disagreements: Sequence[Alignment], compared: Compared) -> str:
    """Why some disagreements turn on nothing deeper; empty where they turn on something, or there are none."""
    if not disagreements or any(compared.comparison.beneath(one) for one in disagreements):
        return ""
    return nothing_deeper(without_reasons(disagreements, compared.comparison), compared.names)


# --- What it turns on


def turning_lines(subject: Subject, compared: Compared) -> tuple[Words, ...]:
    """What a question in dispute turns on, a line each: the deeper question, and for whom how many reasons."""
    disagreements = compared.disagreements.get(subject, ())
    found = []
    for one in turnings(disagreements, compared.comparison):
        found.append(words(asked(one.subject, compared), f" – {shares(one.staked, compared)}."))
    found += [line for line in _of_other_grounds(disagreements, compared) if line not in found]
    bare = bare_words(disagreements, compared)
    return (*found, *((words(first_upper(bare.removeprefix("It turns on "))),) if bare else ()))


def shares(staked: Iterable[tuple[aligned.Side, CruxEffect]], compared: Compared) -> str:
    """How many of whose reasons turn on something, those of whom the same is true together."""
    told = by_share(staked).items()
    return "; ".join(f"{compared.names.mentioned(holders)}, {share}" for share, (_, holders) in told)


def _of_other_grounds(disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Words]:
    """Conditions that the other side rejects, and what rests on facts that later ones replaced."""
    told: set[object] = set()
    for one in disagreements:
        beneath = compared.comparison.beneath(one)
        if beneath.rejected and beneath.rejected not in told:
            told.add(beneath.rejected)
            yield words("A condition, which is rejected: ", *_claims(beneath.rejected, compared), ".")
        for crux in beneath.of_other_times:
            deeper = crux.conflict
            for side, effect, is_old in zip(
                (deeper.one, deeper.other), (crux.one, crux.other), crux.outdated, strict=True
            ):
                if is_old and (side.holder, deeper.subject) not in told:
                    told.add((side.holder, deeper.subject))
                    who = compared.names.mentioned([side.holder])
                    rests = outdated_words(replaced=deeper.newer is not None)
                    yield words(asked(deeper.subject, compared), f" – {who} {rests}, {share_words(effect.turn)}.")


def asked(subject: Subject, compared: Compared) -> Span:
    """A question as a link to where it is told."""
    return Span(one_line(compared.question(subject)), target=f"#{compared.target(subject)}")


def _turns_on(turning: Turning, compared: Compared) -> TurnsOn:
    colours = compared.colours(turning.subject)
    stakes = []
    for side, effect in turning.staked:
        count = len(effect.lost_support)
        lose = f"{counted(count, 'claim')} {'loses its' if count == 1 else 'lose their'} support" if count else ""
        stakes.append(
            Stake(
                who=compared.names.holder(side.holder),
                colour=colours.get(side.holder, SideColour.NONE),
                share=share_words(effect.turn),
                premises=tuple((claim, compared.names.text(claim)) for claim in effect.premises),
                falls=tuple((claim, compared.names.text(claim)) for claim in effect.lost_support[:_MOST_FALLS]),
                falls_words=f"without {'it' if len(effect.premises) == 1 else 'them'}, {lose}" if lose else "",
            )
        )
    return TurnsOn(
        target=f"#{compared.target(turning.subject)}",
        question=one_line(compared.question(turning.subject)),
        stakes=tuple(stakes),
    )


# --- Who stands where


def sides(
    subject: Subject, compared: Compared, turning: Sequence[Turning] = (), *, with_reasons: bool = False
) -> tuple[Side, ...]:
    """Those who give the same answer together, in the order of the answers; in dispute, only those who are."""
    cruxes = _cruxes(turning, compared)
    colours = compared.colours(subject)
    disputed = compared.sides.get(subject, ())
    found = [_side(group, subject, colours, compared, cruxes, with_reasons=with_reasons) for group in disputed]
    if found or isinstance(subject, Link):
        return tuple(found)
    agreed = kind_of(subject, compared) == "agree"
    groups = _groups(subject, compared)
    return tuple(_undisputed(group, agreed, compared, with_reasons=with_reasons) for group in groups)


def _cruxes(turning: Sequence[Turning], compared: Compared) -> Mapping[Holder, Mapping[ClaimId, tuple[Chip, ...]]]:
    found: dict[Holder, dict[ClaimId, tuple[Chip, ...]]] = {}
    for one in turning:
        question = one_line(compared.question(one.subject))
        chip = Chip(
            target=compared.target(one.subject),
            answer=one_line(compared.short(one.subject)) or question,
            question=question,
        )
        for side, effect in one.staked:
            mine = found.setdefault(side.holder, {})
            for claim in effect.premises:
                mine[claim] = tuple(dict.fromkeys((*mine.get(claim, ()), chip)))
    return found


def _side(
    group: Sequence[aligned.Side],
    subject: Subject,
    colours: Mapping[Holder, SideColour],
    compared: Compared,
    cruxes: Mapping[Holder, Mapping[ClaimId, tuple[Chip, ...]]],
    *,
    with_reasons: bool,
) -> Side:
    names = compared.names
    answer = side_answer(group[0], names, firmly=False)
    said = tuple(_said(side, compared) for side in group)
    trees = []
    for side in group if with_reasons else ():
        mine, levels = cruxes.get(side.holder, {}), 1 if compared.are_many else 3
        rows, left = reasons(side.claims, compared, mine, subject=subject, levels=levels)
        firmly = side_answer(side, names)
        trees.append(_tree(side.holder, firmly if firmly != answer else "", rows, left, compared))
    return Side(
        colour=colours.get(group[0].holder, SideColour.NONE),
        answer=answer,
        who=names.holders(side.holder for side in group),
        said=said,
        trees=tuple(trees),
    )


def _tree(holder: Holder, note: str, rows: tuple[Row, ...], left: int, compared: Compared) -> SideTree:
    who, target = compared.names.holder(holder), f"#{of_document(holder.document)}"
    return SideTree(who=who, target=target, note=note, rows=rows, left_out=left)


def _said(side: aligned.Side, compared: Compared) -> SaidBy:
    note = side_note(side)
    who = f"{compared.names.holder(side.holder)}{f' ({note})' if note else ''}"
    if not side.claims:
        return SaidBy(who=who, claim=None)
    claim = compared.weights.chief(side)
    record = compared.corpus.claims[claim]
    before = lead(record, compared)
    return SaidBy(
        who=who,
        claim=claim,
        text=f"{before} {one_line(record.text)}" if before else one_line(record.text),
        strength=in_words(record.strength) if record.strength else "",
        more=len(side.claims) - 1,
    )


def _groups(issue: IssueId, compared: Compared) -> list[list[Profile]]:
    """Authors who do the same with the same answers of a question that is not in dispute."""
    found: dict[tuple[tuple[str, str], ...], list[Profile]] = {}
    speaking = compared.comparison.stances.by_issue[issue]
    for author in compared.authors:
        if author in speaking:
            key = tuple(sorted((one.position, one.acceptance.value) for one in speaking[author].stances))
            found.setdefault(key, []).append(speaking[author])
    return list(found.values())


def _undisputed(profiles: Sequence[Profile], agreed: bool, compared: Compared, *, with_reasons: bool) -> Side:
    told = list(answers(profiles[0], compared))
    label = "; ".join(f"{'not: ' if one.sign.value == 'rejects' else ''}{one.text}" for one in told)
    said, trees = [], []
    for profile in profiles:
        mine = [one for one in answers(profile, compared) if one.claim is not None]
        claims = tuple(dict.fromkeys(claim for stance in profile.stances for claim in stance.claims))
        first = mine[0].claim if mine else None
        text = compared.names.text(first) if first else ""
        said.append(SaidBy(who=compared.names.holder(profile.holder), claim=first, text=text, more=len(claims) - 1))
        if with_reasons:
            rows, left = reasons(claims, compared, {}, subject=profile.issue, levels=1 if compared.are_many else 2)
            note = ", ".join(filter(None, (one.note for one in mine)))
            trees.append(_tree(profile.holder, note, rows, left, compared))
    return Side(
        colour=SideColour.AGREED if agreed else SideColour.NONE,
        answer=label,
        who=compared.names.holders(profile.holder for profile in profiles),
        said=tuple(said),
        trees=tuple(trees),
    )


def _places(issue: IssueId, compared: Compared) -> tuple[Place, ...]:
    """The answers of a question, each with the authors who take it."""
    record, colours = compared.corpus.issues[issue], compared.colours(issue)
    agreed = SideColour.AGREED if kind_of(issue, compared) == "agree" else SideColour.NONE
    speaking = compared.comparison.stances.by_issue.get(issue, {})
    found = []
    for position in sorted(record.positions, key=lambda one: record.rank(one.id) or 0):
        taking = (
            author
            for author in compared.authors
            if author in speaking and any(one.position == position.id for one in speaking[author].accepted)
        )
        found.append(
            Place(
                answer=one_line(position.text or position.id),
                holders=tuple((colours.get(one, agreed), compared.names.holder(one)) for one in taking),
            )
        )
    return tuple(found)


def _voices(issue: IssueId, compared: Compared) -> tuple[tuple[str, Answer], ...]:
    found: list[tuple[str, Answer]] = []
    for holder, profile in compared.comparison.stances.by_issue.get(issue, {}).items():
        if not holder.is_author:
            shown = compared.names.holder(Holder(holder.document))
            found += [(f"{voice_name(holder, compared)}, in {shown}", one) for one in answers(profile, compared)]
    return tuple(found)


# --- What is said beside it


def _notes(subject: Subject, disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Note]:
    if disagreements and not isinstance(subject, Link):
        yield Note(title="What rests on it", lines=tuple(_resting(subject, compared)))
    yield Note(title="Same premise, other conclusion", lines=tuple(dict.fromkeys(_shared(disagreements, compared))))
    yield Note(title="Tension besides", lines=tuple(dict.fromkeys(_tensions(disagreements, compared))))
    yield Note(title="Arguments that nobody met", lines=tuple(dict.fromkeys(_unmet(disagreements, compared))))
    yield Note(title="One word, two meanings", lines=tuple(dict.fromkeys(_terms(disagreements, compared))))
    if not isinstance(subject, Link):
        yield Note(title="Silence", lines=tuple(silence(subject, compared)))
        notes = compared.corpus.issues[subject].notes
        yield Note(title="Remarks", lines=tuple(words(one_line(note)) for note in notes))


def _resting(issue: IssueId, compared: Compared) -> Iterator[Words]:
    """The conclusions of each author that rest on the answer by reasons, the nearest first."""
    speaking = compared.comparison.stances.by_issue[issue]
    for author in (one for one in compared.authors if one in speaking):
        found = compared.comparison.resting_on(speaking[author])
        who, told = compared.names.holder(author), found.conclusions[:_MOST_CONCLUSIONS]
        if told:
            more = ", and more" if found.conclusions[len(told) :] or found.more else ""
            main = "; the main claim is among them" if found.carries_thesis else ""
            yield words(f"{who}: ", *_claims(told, compared), f"{more}{main}.")
        elif found.carries_thesis:
            yield words(f"{who}: it is the main claim.")


def _shared(disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Words]:
    for one in disagreements:
        found = compared.comparison.reasons(one)
        for shared in found.shared if found.same_premise_other_conclusion else ():
            both = _claims((shared.one, shared.other), compared)
            yield words(f"{compared.names.holders(one.holders)} both argue from ", *both, ".")


def _tensions(disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Words]:
    for one in disagreements:
        for found in tensions(one, compared.comparison):
            assert found.link is not None
            why = reason_of(found.link) or "a link says so"
            both = _claims((*found.one.claims[:1], *found.other.claims[:1]), compared)
            yield words(f"{first_upper(why)}{sure(found.link)}: ", *both, ".")


def _unmet(disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Words]:
    for one in disagreements:
        for side in (one, one.mirrored()):
            for argument in unanswered(compared.comparison, side):
                said = _claims(argument.premises, compared)
                both, later = (argument.attacker, (argument.attacked,)), argument.written_later
                yield unanswered_sentence(*both, said, compared.names, later=later)
                granted = _claims(argument.granted, compared)
                yield from granted_sentences(argument, granted, compared.names)


def _terms(disagreements: Sequence[Alignment], compared: Compared) -> Iterator[Words]:
    for one in disagreements:
        for term in talking_past(compared.comparison, one):
            told = (
                f"{compared.names.holder(holder)} means {quoted(each.meaning)}"
                for holder, each in zip(term.conflict.holders, (term.one, term.other), strict=True)
            )
            yield words(code(term.one.id), f": {listed(list(told))}.")


def _claims(claims: Sequence[ClaimId], compared: Compared) -> Words:
    links = (Span(quoted(compared.names.text(claim)), target=f"#{of_claim(claim)}") for claim in claims)
    return joined(links, ", ", " and ")
