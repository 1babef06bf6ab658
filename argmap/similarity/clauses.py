"""English text as clauses of words, each with the negations that reach it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from argmap.similarity.clause import BE, BY_THE_WAY, SILENT, Clause, Negator, Word
from argmap.similarity.tokens import MONTHS, Token, is_content, is_numbered, keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from argmap.similarity.wordnet import WordNet

_PRONOUNS = frozenset("it they this these he she".split())
# Begin a clause of its own.
_SUBORDINATORS = frozenset(
    "because but although though while whereas which who whom whose where so therefore thus hence therefore yet".split()
)
# Begin a clause that does not say what is so.
_CONDITIONS = frozenset("if unless when whenever whether until till once provided".split())
_NEGATORS = frozenset(
    "not n't no never nobody nothing none nowhere neither nor without hardly lack lacks lacked lacking unlikely "
    "impossible improbable unable incapable less fewer against few from out instead rather".split()
)
_BEFORE_TO = frozenset(
    "fail fails failed failing refuse refuses refused refusing decline declines declined ceases cease ceased neglect "
    "neglects neglected".split()
)
# Behind a negator, what makes it none, or a hedge.
_NO_NEGATION = {
    "not": frozenset(
        "only just merely simply necessarily least yet all every always everyone everybody everything "
        "entirely fully completely wholly exactly quite so much many alone long unlike to enough".split()
    ),
    "no": frozenset("need doubt matter less more fewer later sooner wonder".split()),
    "never": frozenset(("mind",)),
    "nothing": frozenset("but less more".split()),
    "less": frozenset("than".split()),
    "fewer": frozenset("than".split()),
    "hardly": frozenset("any".split()),
}
_MODALS = {
    "must": "duty", "should": "duty", "ought": "duty", "shall": "duty", "need": "duty", "needs": "duty",
    "can": "can", "could": "can", "may": "may", "might": "may", "will": "will", "would": "will", "'ll": "will",
    "unlikely": "belief", "impossible": "belief", "improbable": "belief",
}  # fmt: skip
_NEGATIVE_BELIEFS = frozenset(("unlikely", "impossible", "improbable"))
_RELATIVE = frozenset("which who whom whose where".split())
_QUESTIONS = frozenset("how what why".split())
_EXCEPTIONS = frozenset("without unless except until only".split())
_BUT_RATHER = frozenset("rather a an the of also by in for on to".split())
_OF_ONESELF = frozenset("am identify have was live work had got".split())

# Behind these, *not to* is what somebody chooses, not what is denied.
_CHOICES = frozenset("choose chooses chose chosen decide decides decided to or whether".split())
_BEFORE_A_FEW = frozenset("a the these those last next past first".split())
_LIGHT = frozenset("have has had having get gets got make makes made take takes took give gives gave".split())
# They negate the whole clause, from its subject on.
_SUBJECTS = frozenset("no nobody none neither nothing few".split())
_PARTIAL = frozenset(
    "all every always everyone everybody everything necessarily entirely fully completely wholly".split()
)
_AUXILIARIES = BE | frozenset(
    "am do does did have has had can could will would should must may might shall need ought ca".split()
)
_WISHES = frozenset("want wants wanted hope hopes wish wishes".split())
_BEFORE_VERBS = _AUXILIARIES | frozenset("it they he she we you i".split())
_CLAIM = frozenset("think say claim suggest believe pretend".split())
_BETWEEN = frozenset("just still now also even".split())
_BELIEVE = frozenset("think thinks believe believes".split())
_FINITE = BE | frozenset("should must can will would may might could has have had do does did it they we".split())
# How far a negation reaches, in words of content.
_REACH = {
    **dict.fromkeys("less fewer out".split(), 2),
    **dict.fromkeys("from instead rather lack lacks without against".split(), 3),
}
_FAR = 6


def clauses_of(tokens: tuple[Token, ...], wordnet: WordNet) -> tuple[Clause, ...]:
    """The clauses of a text in which something is said, each with at least one word of content."""
    clauses: list[Clause] = []
    for segment, supposed in _segments(tokens):
        rest = [token.form for token in tokens[segment[-1][0] + 1 : segment[-1][0] + 3]]
        before: tuple[Word, ...] = ()
        if clauses and segment[0][1].form in {"which", "who"}:
            before = clauses[-1].words[-1:]
        elif clauses and _begins_with_pronoun(segment):
            before = clauses[-1].words
        start = segment[0][0]
        # *The people who could not stay* are some: what is said of them is not said of all.
        is_restrictive = segment[0][1].form in _RELATIVE and start > 0 and not tokens[start - 1].is_mark
        clause = _ClauseReader(segment, supposed, before, is_restrictive, wordnet).clause()
        if rest[:1] and (rest[0] in _EXCEPTIONS or (rest[0] == "but" and rest[1:] and rest[1] in _BUT_RATHER)):
            clause = clause._replace(has_exception=True)
        if clause.words:
            clauses.append(clause)
    return tuple(clauses)


_Segment = list[tuple[int, Token]]


def _segments(tokens: tuple[Token, ...]) -> list[tuple[_Segment, bool]]:
    segments: list[tuple[_Segment, bool]] = []
    current: _Segment = []
    supposed = False
    for position, token in enumerate(tokens):
        ends_condition = supposed and token.form in {",", "then"}
        if (
            token.form in _CONDITIONS
            or ends_condition
            or (token.form in _SUBORDINATORS and not (token.form == "but" and _last(current) in {"nothing", "all"}))
        ):
            segments.append((current, supposed))
            current, supposed = [], token.form in _CONDITIONS
        elif token.is_mark and token.form in ".;:?!()—–":
            segments.append((current, supposed or token.form == "?"))
            current, supposed = [], False
        current.append((position, token))
    segments.append((current, supposed))
    read: list[tuple[_Segment, bool]] = []
    for segment, is_condition in segments:
        if segment:
            goes_on = bool(read) and read[-1][1] and segment[0][1].form in _RELATIVE
            read.append((segment, is_condition or goes_on or _is_open(segment)))
    return read


def _is_open(segment: _Segment) -> bool:
    """Whether it only asks: *is or is not fair*, *fair or not*, *how does it help*."""
    forms = [token.form for _, token in segment]
    if any(form in {"or", "/"} and "not" in forms[place + 1 : place + 3] for place, form in enumerate(forms)):
        return True
    return any(form in _QUESTIONS and then in _AUXILIARIES for form, then in pairwise(forms[:3]))


def _last(segment: _Segment) -> str:
    return segment[-1][1].form if segment else ""


def _begins_with_pronoun(segment: _Segment) -> bool:
    for _, token in segment:
        if token.form in _PRONOUNS:
            return True
        if is_content(token):
            return False
    return False


class _ClauseReader:
    """Goes through the words of a clause from left to right, and keeps which negations reach so far."""

    def __init__(
        self,
        segment: _Segment,
        supposed: bool,
        before: tuple[Word, ...],
        is_restrictive: bool,
        wordnet: WordNet,
    ) -> None:
        self._segment, self._supposed, self._before_clause, self._wordnet = segment, supposed, before, wordnet
        self._words: list[Word] = []
        self._negators: list[Negator] = []
        self._focus: list[list[int]] = []
        self._reaching: dict[int, int] = {}
        """Of each negator whose scope is not at its end, how many words of content it still reaches."""
        self._modal, self._modal_at, self._light_at = "", -9, -1
        self._has_exception = self._has_passed = False
        self._is_particular = is_restrictive

    def clause(self) -> Clause:
        """The clause, read."""
        for place, (position, token) in enumerate(self._segment):
            if token.form == ",":
                self._reaching.clear()
            elif not token.is_mark or token.form == "&":
                self._end_scopes(place)
                self._note_modal(place, position)
                if self._is_negator(place):
                    self._add_negator(place, position)
                else:
                    self._note_hedges(place, position)
                    if is_content(token):
                        self._add_word(place, position)
        return Clause(
            tuple(self._words),
            self._before_clause,
            tuple(each._replace(focus=tuple(focus)) for each, focus in zip(self._negators, self._focus, strict=True)),
            self._has_exception,
            any(
                token.form == "my" or (token.form == "i" and then.form in _OF_ONESELF)
                for (_, token), (_, then) in pairwise(self._segment)
            ),
            self._segment[0][0],
            self._segment[-1][0] + 1,
            frozenset[str]().union(*(word.keys for word in (*self._words, *self._before_clause))),
        )

    def _form(self, place: int) -> str:
        return self._segment[place][1].form if 0 <= place < len(self._segment) else ""

    def _end_scopes(self, place: int) -> None:
        """Drop the negations whose scope ends before a word."""
        form = self._form(place)
        if self._form(place - 1) in _BELIEVE:
            # *I do not think it should* is *I think it should not*.
            return
        is_and = form in {"and", "or", "&"}
        if form in _FINITE or (is_and and self._form(place + 1) in _FINITE):
            self._keep(lambda number: not is_and and self._negators[number].form not in _REACH)
        if self._negators and form in _EXCEPTIONS | {"than"}:
            self._has_exception = self._has_exception or form != "than"
            self._reaching.clear()
        if form in _QUESTIONS or form == "whether":
            self._reaching.clear()
        if form in _MODALS or form in {"is", "are", "was", "were"}:
            self._keep(lambda number: self._goes_on(number) or self._negators[number].form in _SUBJECTS)

    def _goes_on(self, number: int) -> bool:
        """Whether a negation has reached nothing yet; or what is believed alone, and this is the first verb of that."""
        if not self._focus[number]:
            return True
        is_first, self._has_passed = not self._has_passed, True
        return is_first and all(self._words[each].form in _BELIEVE for each in self._focus[number])

    def _keep(self, keeps: Callable[[int], bool]) -> None:
        self._reaching = {number: left for number, left in self._reaching.items() if keeps(number)}

    def _note_modal(self, place: int, position: int) -> None:
        form = self._form(place)
        is_noun = form == "need" and self._form(place - 1) in {"the", "a", "no", "in", "of", "any", "their", "its"}
        if form in _WISHES:
            self._modal, self._modal_at = "wish", position + 5
        elif form in {"have", "has", "had", "having", "got"} and self._form(place + 1) == "to":
            self._modal, self._modal_at = "duty", position
        elif form in _MODALS and not is_noun:
            self._modal, self._modal_at = _MODALS[form], position

    def _is_negator(self, place: int) -> bool:
        form, before, following = self._form(place), self._form(place - 1), self._form(place + 1)
        if form == "not" and following == "to" and before in _CHOICES:
            return False
        if form == "few":
            return before not in _BEFORE_A_FEW or self._form(place - 2) == "only"
        return _negates(form, following)

    def _add_negator(self, place: int, position: int) -> None:
        form, token = self._form(place), self._segment[place][1]
        if form in {"not", "never"}:
            form = self._of_verb(place)
        number = len(self._negators)
        is_belief = form in _NEGATIVE_BELIEFS or (form == "not" and self._form(place - 1) in {"need", "likely"})
        self._negators.append(Negator(form, token.start, token.end, position, is_belief=is_belief))
        self._focus.append([])
        last = self._words[-1] if self._words else None
        if last and form in {"nothing", "nobody", "none", "nowhere"} and position - last.position == 1:
            # *Achieved nothing*: what it negates stands before it.
            self._negators[-1] = self._negators[-1]._replace(start=last.start)
            self._focus[-1].append(len(self._words) - 1)
            self._words[-1] = last._replace(negators=(*last.negators, number))
        else:
            self._reaching[number] = _reach(form)

    def _of_verb(self, place: int) -> str:
        """A *not* or *never* that denies what is said; or what it counts as where it denies a gerund, or a part."""
        form, before, following = self._form(place), self._form(place - 1), self._form(place + 1)
        if before in {"and", "but"} or (following.endswith("ing") and before not in BE):
            return BY_THE_WAY
        while place and (before.endswith("ly") or before in _BETWEEN):
            place -= 1
            before = self._form(place - 1)
        token = self._segment[place - 1][1]
        is_contracted = place > 0 and not token.is_mark and token.end - token.start > len(token.form)  # it's
        is_of_verb = form == "never" or before in _AUXILIARIES or is_contracted
        return form if is_of_verb and (following == "need" or following not in _MODALS) else "rather"

    def _note_hedges(self, place: int, position: int) -> None:
        form, following = self._form(place), self._form(place + 1)
        if (form == "not" and following in _PARTIAL) or (form == "no" and following in {"more", "less", "fewer"}):
            self._supposed = True
        if form in _PARTIAL and self._reaching:
            self._has_exception = True
        if form in {"some", "several", "many", "other", "others", "only"} or (
            form == "few" and self._form(place - 1) == "a"
        ):
            self._is_particular = True
        before = self._segment[place - 1][1] if place else None
        if form in _CLAIM and before is not None and before.form == "to":  # It is wrong to think that it is so.
            self._supposed = True
        if form in _QUESTIONS and before is not None and is_content(before):  # They know what is so.
            self._supposed = True
        if form in _LIGHT:
            self._light_at = position

    def _add_word(self, place: int, position: int) -> None:
        token, words = self._segment[place][1], self._words
        lemmas = self._wordnet.lemmas(token.form) or (token.form,)
        keys = keys_of(token.form, lemmas, self._wordnet)
        if (token.form, self._form(place + 1)) == ("united", "states"):
            keys |= {"@us"}
        has_number = place + 1 < len(self._segment) and is_numbered(token, self._segment[place + 1][1])
        if has_number:
            lemmas = (f"{token.form} {self._form(place + 1)}",)
            keys = frozenset(lemmas)
        for number, left in self._reaching.items():
            form, focus = self._negators[number].form, self._focus[number]
            is_first = left == _reach(form) or all(
                words[each].is_adverb or words[each].is_name or words[each].form in _BELIEVE for each in focus
            )
            is_raised = any(words[each].form in _BELIEVE for each in focus)
            if form not in SILENT and is_first and (not is_raised or self._form(place - 1) in _BEFORE_VERBS):
                focus.append(len(words))
        last = max(
            words[-1].position if words else -1,
            self._negators[max(self._reaching)].position if self._reaching else -1,
        )
        words.append(
            Word(
                form=token.form,
                lemmas=lemmas,
                keys=keys,
                start=token.start,
                end=token.end,
                position=position,
                negators=tuple(self._reaching),
                modal=self._modal if position - self._modal_at <= 5 else "",
                is_particular=self._is_particular,
                supposed=self._supposed,
                preceding=(self._form(place - 2), self._form(place - 1)),
                following=self._form(place + 1),
                has_light_verb=self._light_at > last,
                is_name=has_number
                or (
                    token.is_capital
                    and token.form not in MONTHS
                    and place > 0
                    and not self._segment[place - 1][1].is_mark
                ),
            )
        )
        self._reaching = {number: left - 1 for number, left in self._reaching.items() if left > 1}


def _reach(form: str) -> int:
    return _REACH.get(form, _FAR)


def _negates(form: str, following: str) -> bool:
    if form in _BEFORE_TO:
        return following == "to"
    if form in _NEGATIVE_BELIEFS:
        return following in {"to", "that", "for"}
    if form == "from":
        return following.endswith("ing")
    if form in {"out", "instead"}:
        return following == "of"
    if form == "rather":
        return following == "than"
    if form in {"miss", "misses", "missed", "missing"}:
        return following == "out"
    return form in _NEGATORS and following not in _NO_NEGATION.get(form, ())
