"""Words by which two clauses of English are set against each other: opposites and negations."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from argmap.similarity.clause import Part, are_alike, are_same, do_meet, is_among
from argmap.similarity.opposites import are_opposed, is_negative, is_prefix_opposite, is_revoking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from argmap.similarity.clause import Clause, Negator, Word


class PolarityKind(StrEnum):
    """In which way."""

    NEGATION = "negation"
    ANTONYM = "antonym"
    NUMBER = "number"
    DATE = "date"
    QUANTIFIER = "quantifier"
    MODAL = "modal"


class Clash(NamedTuple):
    """Where in two texts the words stand that set them against each other."""

    first: tuple[int, int]
    second: tuple[int, int]
    kind: PolarityKind


def word_clashes(a: Clause, b: Clause) -> Iterator[Clash]:
    """Where a word of one clause is negated or opposed in the other, and the rest of the two is alike."""
    opposites = list(_opposites(a, b))
    for i, j in opposites:
        x, y = a.words[i], b.words[j]
        if (
            x.is_negated == y.is_negated
            and x.is_asserted
            and y.is_asserted
            and x.is_comparative == y.is_comparative
            and not x.is_particular
            and not y.is_particular
            and not any(k < i and m < j for k, m in opposites)
            and not _is_turned(a, i, b)
            and not _is_turned(b, j, a)
            and _spoken(a) == _spoken(b)
            and (x.following == y.following or _PARTICLES.isdisjoint((x.following, y.following)))
            and not (_is_hedged(x, y) and _is_hedged(y, x))
            and (not is_prefix_opposite(x.lemmas, y.lemmas) or (_is_predicate(x) and _is_predicate(y)))
            and _have_one_place(a, i, b, j)
            and are_alike(Part(a, _without(a, i)), Part(b, _without(b, j)), 0.67, 0.34)
        ):
            yield Clash((x.start, x.end), (y.start, y.end), _kind_of_opposites(x, y))
    # *Not harmful* against *helpful* is no conflict: a negation beside an opposite cancels it.
    if a.has_exception or b.has_exception or any(a.words[i].is_negated != b.words[j].is_negated for i, j in opposites):
        return
    yield from _votes(a, b)
    for negator, i, j in _negations(a, b):
        x, y = a.words[i], b.words[j]
        yield Clash((min(negator.start, x.start), x.end), (y.start, y.end), _kind_of(negator, x, y))
    for negator, j, i in _negations(b, a):
        x, y = a.words[i], b.words[j]
        yield Clash((x.start, x.end), (min(negator.start, y.start), y.end), _kind_of(negator, y, x))


_FOR_OR_AGAINST = frozenset("argue argument campaign case decide evidence fight reason rule speak stand vote".split())
_PARTICLES = frozenset("up into out off apart short behind over through".split())


def _spoken(clause: Clause) -> int:
    return sum(negator.is_spoken for negator in clause.negators)


def _votes(a: Clause, b: Clause) -> Iterator[Clash]:
    """One word with *for* and with *against*: of one subject, and of the same matter."""
    for i, x in enumerate(a.words):
        for j, y in enumerate(b.words):
            if (
                {x.following, y.following} == {"for", "against"}
                and not _FOR_OR_AGAINST.isdisjoint(x.lemmas)
                and are_same(x, y)
                and x.is_negated == y.is_negated
                and do_meet(a.words[i + 1 : i + 3], b.words[j + 1 : j + 3])
                and do_meet(_sides(a, i)[0], _sides(b, j)[0])
            ):
                ends = x.end + 1 + len(x.following), y.end + 1 + len(y.following)
                yield Clash((x.start, ends[0]), (y.start, ends[1]), PolarityKind.ANTONYM)


def _opposites(a: Clause, b: Clause) -> Iterator[tuple[int, int]]:
    """Numbers of opposite words of two clauses, each in one clause only."""
    mine = [i for i, word in enumerate(a.words) if not is_among(word, b.words)]
    theirs = [j for j, word in enumerate(b.words) if not is_among(word, a.words)]
    for i in mine:
        for j in theirs:
            one, other = a.words[i].lemmas, b.words[j].lemmas
            if are_opposed(one, other) or is_prefix_opposite(one, other):
                yield i, j


def _is_turned(clause: Clause, i: int, against: Clause) -> bool:
    """Whether a word of negative sense, which the other clause lacks, stands before a word or right behind it."""
    if any(is_revoking(word.lemmas) and not is_among(word, against.words) for word in clause.words):
        return True
    return any(
        (is_negative(word.lemmas) or (word.following == "up" and "give" in word.lemmas))
        and not is_among(word, against.words)
        for place, word in enumerate(clause.words[: i + 2])
        if place != i
    )


def _negations(a: Clause, b: Clause) -> Iterator[tuple[Negator, int, int]]:
    """Negators of the first clause, the number of what each negates, and the number of that in the second."""
    for negator in a.negators:
        for i in negator.focus:
            x = a.words[i]
            j = next((j for j, word in enumerate(b.words) if not set(x.lemmas).isdisjoint(word.lemmas)), None)
            if j is None:
                continue
            y = b.words[j]
            if (
                not x.is_adverb
                and x.is_asserted
                and y.is_asserted
                and x.is_negated
                and not y.is_negated
                and not x.is_particular
                and not y.is_particular
                and not _is_hedged(x, y)
                and _have_one_complement(a, i, b, j)
                and _says_what_is_denied(negator, x, y)
                and not _spoken(b)
                and not x.is_name
                and "not" not in {x.following, y.following}
                and (not _reports(x) or _govern_one_thing(a, i, b))
                and not _is_turned(a, i, b)
                and not _is_turned(b, j, a)
                and not (
                    negator.form in {"no", "less", "fewer"}
                    and not all(is_among(word, b.words) for word in a.words[i + 1 : i + 3])
                )
                and _have_one_place(a, i, b, j)
            ):
                yield negator, i, j
                break


_BELIEFS = frozenset("possible impossible likely unlikely probable improbable certain doubtful".split())


def _kind_of_opposites(x: Word, y: Word) -> PolarityKind:
    if x.form in _BELIEFS and y.form in _BELIEFS:
        return PolarityKind.MODAL
    return PolarityKind.NEGATION if is_prefix_opposite(x.lemmas, y.lemmas) else PolarityKind.ANTONYM


def _have_one_complement(a: Clause, i: int, b: Clause, j: int) -> bool:
    """Whether what follows two words by a preposition is the same, where both have such a thing."""
    x, y = a.words[i], b.words[j]
    if not {x.following, y.following} <= _PREPOSITIONS | {"to"}:
        takes_object = {x.following, y.following} & _DETERMINERS and not x.is_passive and not y.is_passive
        return not takes_object or {x.following, y.following}.isdisjoint(_PREPOSITIONS)
    return do_meet(a.words[i + 1 : i + 3], b.words[j + 1 : j + 3])


def _kind_of(negator: Negator, negated: Word, other: Word) -> PolarityKind:
    if negator.is_belief or (negated.modal and other.modal and negated.modal != other.modal):
        return PolarityKind.MODAL
    return PolarityKind.NEGATION


_DENIED_BY = {
    "": {""},
    "will": {"", "will"},
    "duty": {"duty"},
    "can": {"", "will", "can", "may", "duty"},
    "belief": {"", "will", "belief"},
}


def _is_hedged(negated: Word, other: Word) -> bool:
    """Whether both may be true by their modal verbs: what may be and may not be, what ought to be and is not."""
    return other.modal not in _DENIED_BY.get(negated.modal, ())


_REPORTS = frozenset("prove proven show shown know known understand say believe think find mean need want".split())
_PREPOSITIONS = frozenset(
    "as for in of by with from what at on under that about how over beyond among outside inside within between like "
    "until".split()
)


def _reports(word: Word) -> bool:
    return not _REPORTS.isdisjoint(word.lemmas)


def _govern_one_thing(a: Clause, i: int, b: Clause) -> bool:
    then = a.words[i + 1 : i + 6]
    return bool(then) and all(is_among(word, b.words) for word in then)


def _says_what_is_denied(negator: Negator, negated: Word, other: Word) -> bool:
    """Whether a word says what is denied of it in the other clause: compared alike, and in a like phrase."""
    if negator.form in {"less", "fewer"} or not {"as", "so"}.isdisjoint(negated.preceding):
        if not other.is_comparative and {"as", "equally", "so"}.isdisjoint(other.preceding):
            return False
    elif other.is_comparative != negated.is_comparative:
        return False
    phrase, other_phrase = (_PREPOSITIONS.intersection(word.preceding) for word in (negated, other))
    if other.following == "of" and negated.following != "of":
        return False
    if negator.form == "no" and _BE.isdisjoint(other.preceding) and not other.has_light_verb:
        return False
    return phrase == other_phrase and (other.has_light_verb or not negated.has_light_verb)


# Where a word stands in its clause


def _sides(clause: Clause, i: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words of content next to a word; before it, those of the clause before, where its subject is a pronoun."""
    left = clause.words[max(0, i - 3) : i]
    return (clause.before[-4:] if len(left) < 3 else ()) + left, clause.words[i + 1 : i + 4]


def _is_attributive(clause: Clause, i: int) -> bool:
    return i + 1 < len(clause.words) and clause.words[i + 1].position == clause.words[i].position + 1


def _is_nominal(word: Word) -> bool:
    """Whether it begins a phrase behind an article or a preposition."""
    return word.preceding[1] in _DETERMINERS or word.preceding[1] in _PREPOSITIONS


def _is_predicate(word: Word) -> bool:
    """Whether it is an adjective that is said of something."""
    is_verb = word.is_passive or word.form.endswith("ing")
    return not _BE.isdisjoint(word.preceding) and not _is_nominal(word) and not is_verb


def _may_be_predicate(word: Word) -> bool:
    return word.is_passive or not (_BE | _DEGREES).isdisjoint(word.preceding) or word.preceding[1].endswith("ly")


def _go_on_alike(a: Clause, i: int, b: Clause) -> bool:
    """Whether what follows a word at once is in the other clause, too: *service* in *health service*."""
    follows = next((word for word in a.words[i + 1 :] if not word.is_adverb), None)
    if follows is None or (a.words[i].following != "to" and follows.position != a.words[i].position + 1):
        return True
    return is_among(follows, (*b.words, *b.before))


def _run(words: Sequence[Word], place: int) -> tuple[Word, ...]:
    """The words of content around a place, without a word between them."""
    begin = end = place
    while begin and words[begin - 1].position + 1 == words[begin].position:
        begin -= 1
    while end + 1 < len(words) and words[end + 1].position == words[end].position + 1:
        end += 1
    return tuple(words[begin : end + 1])


def _subjects(clause: Clause, i: int) -> tuple[tuple[Word, ...], ...]:
    """Of what a word may be said: the phrase before it, and the one at the beginning of its clause."""
    left = [word for word in clause.words[:i] if not word.is_adverb] or clause.before
    return (_run(left, 0), _run(left, len(left) - 1)) if left else ()


def _have_one_subject(a: Clause, i: int, b: Clause, j: int) -> bool:
    """Whether a phrase of which a word may be said has the noun of one of the other, and no other attributes."""
    return any(
        (is_among(mine[-1], theirs[-2:]) or is_among(theirs[-1], mine[-2:]))
        and (len(mine) == 1 or len(theirs) == 1 or do_meet(mine[:-1], theirs))
        for mine in _subjects(a, i)
        for theirs in _subjects(b, j)
    )


def _are_exchanged(words: Sequence[Word], others: Sequence[Word], behind: Sequence[Word]) -> bool:
    return any(not is_among(word, others) and is_among(word, behind) for word in words)


_DEGREES = frozenset("not so too very more quite longer equally always never".split())
_DETERMINERS = frozenset("a an the our their its his her my your this that these those every".split())
_ARTICLES = frozenset(("", *"the a an our their its".split()))


def _opens(clause: Clause, i: int) -> bool:
    """Whether a clause begins with a word as the attribute of its subject, which it then does not say."""
    before, article = clause.words[i].preceding
    return i == 0 and _is_attributive(clause, i) and article in _ARTICLES and before not in _BE


def _have_one_place(a: Clause, i: int, b: Clause, j: int) -> bool:
    """Whether two words that are set against each other are said of the same, in clauses that are alike."""
    x, y = a.words[i], b.words[j]
    (left, right), (other_left, other_right) = _sides(a, i), _sides(b, j)
    if x.is_negated == y.is_negated:
        # What they are said of, and what they govern, is then to be negated alike, too.
        left = tuple(word for word in left if x.is_negated or not word.is_negated)
        other_left = tuple(word for word in other_left if y.is_negated or not word.is_negated)
        right = tuple(word for word in right if word.is_negated == x.is_negated)
        other_right = tuple(word for word in other_right if word.is_negated == y.is_negated)
        for governed, against in (
            (right if _has_object(x, right) else (), b),
            (other_right if _has_object(y, other_right) else (), a),
        ):
            if governed and not x.is_passive and not y.is_passive and not do_meet(governed[:2], against.words):
                return False
    if _are_exchanged(left, other_left, b.words[j + 1 :]) and _are_exchanged(other_left, left, a.words[i + 1 :]):
        return False
    if _is_nominal(x) != _is_nominal(y) or (_is_predicate(x) and not _may_be_predicate(y)):
        return False
    if (_is_predicate(y) and not _may_be_predicate(x)) or not (_go_on_alike(a, i, b) and _go_on_alike(b, j, a)):
        return False
    if any(not is_among(word, (*b.words, *b.before)) for word in right) and any(
        not is_among(word, (*a.words, *a.before)) for word in other_right
    ):
        return False
    if x.is_passive != y.is_passive:
        if (
            _is_attributive(*((b, j) if x.is_passive else (a, i)))
            and (y if x.is_passive else x).preceding[1] in _ARTICLES
        ):
            return False
        if (y if x.is_passive else x).following.endswith("ing"):
            return False
        # *Close the borders* is wanted, and no conflict with *The borders are not closed*.
        if (y if x.is_passive else x).preceding == ("", "") and (x if x.is_passive else y).modal != "duty":
            return False
        is_met = do_meet(left if x.is_passive else right, other_left if y.is_passive else other_right) and (
            "by" not in {x.following, y.following}
            or do_meet(right if x.is_passive else left, other_right if y.is_passive else other_left)
        )
    elif _opens(a, i) or _opens(b, j):
        return False
    elif left and other_left:
        is_met = _have_one_subject(a, i, b, j)
    else:
        is_met = bool(left) == bool(other_left) or "duty" in {x.modal, y.modal}
        is_met = is_met and do_meet(right[:1], other_right[:1])
    return is_met and are_alike(Part(a, _without(a, i)), Part(b, _without(b, j)), 0.5, 0.25)


_BE = frozenset("is are was were be as".split())
_NO_OBJECT = _PREPOSITIONS | frozenset(
    "to and or as than into onto against because when while after before during".split()
)


def _has_object(word: Word, right: Sequence[Word]) -> bool:
    return (
        bool(right)
        and bool(word.following)
        and word.following not in _NO_OBJECT
        and right[0].position - word.position <= 3
    )


def _without(clause: Clause, i: int) -> tuple[Word, ...]:
    return clause.words[:i] + clause.words[i + 1 :]
