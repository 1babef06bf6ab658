"""Numbers, dates and quantifiers in a text: how many or when, and of what."""

from __future__ import annotations

import re
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from argmap.similarity.tokens import MONTHS, Token, is_content, is_numbered, keys_of
from argmap.source.scripts import is_han_or_kana

if TYPE_CHECKING:
    from argmap.similarity.wordnet import WordNet

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {
    **{word: float(value) for value, word in enumerate(_ONES)},
    **{word: 10.0 * value for value, word in enumerate(_TENS, 2)},
}
_MULTIPLIERS = {
    "hundred": 100.0, "hundreds": 100.0, "dozen": 12.0, "dozens": 12.0, "thousand": 1e3, "million": 1e6,
    "billion": 1e9, "trillion": 1e12,
}  # fmt: skip
_FRACTIONS = {"half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0, "fifths": 20.0}
_SUFFIXES = {"k": 1e3, "m": 1e6, "bn": 1e9}
_CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
MEASURES = frozenset(("%", *_CURRENCIES.values()))
_ABOUT = frozenset("about around some roughly nearly almost approximately circa estimated perhaps".split())
_FROM = frozenset("since after from".split())
_UP_TO = frozenset("before until till by".split())
_SKIPPED = frozenset(
    "of the its their his her all other different new such these those more additional further".split()
)
_NUMBER = re.compile(r"([$€£¥]?)(\d+(?:[.,]\d+)*)(\s?%|st|nd|rd|th|s|bn|m|k)?")


class Quantity(NamedTuple):
    """How many, or when.

    Attributes:
        low: The least that it can be; of a date, in days.
        high: The most.
        unit: What the counted thing has in common with words that count as the same; empty of a date.
        start: Where its words begin in the text.
        end: Where they end.
        position: Number of its first token among those of the text.
        is_date: Whether it says when.
        share_of: The same as a unit, of what a share is of.
    """

    low: float
    high: float
    unit: frozenset[str]
    start: int
    end: int
    position: int
    is_date: bool = False
    share_of: frozenset[str] = frozenset()

    def excludes(self, other: Quantity) -> bool:
        """Whether both cannot be true of one thing."""
        slack = 0.0 if self.is_date else 0.03
        return self.high * (1 + slack) < other.low or other.high * (1 + slack) < self.low


def quantities_of(tokens: tuple[Token, ...], text: str, wordnet: WordNet) -> tuple[Quantity, ...]:
    """The numbers with a unit and the dates of a text, in order."""
    quantities: list[Quantity] = []
    place = 0
    while place < len(tokens):
        found = _date(tokens, text, place) or _number(tokens, text, place, wordnet)
        if found is None:
            place += 1
            continue
        quantity, place = found
        if quantity is not None:
            quantities.append(quantity)
    return tuple(quantities)


def _form(tokens: tuple[Token, ...], place: int) -> str:
    return tokens[place].form if 0 <= place < len(tokens) else ""


def _is_glued(tokens: tuple[Token, ...], text: str, place: int) -> bool:
    token = tokens[place]
    before, after = text[token.start - 1 : token.start], text[token.end : token.end + 2]
    return (
        (before.isalpha() and not is_han_or_kana(before))
        or before in {"/", "+", "#"}
        or (before == "-" and not _form(tokens, place - 2).isdigit())
        or (after[:1] == "/" or (after[:1] in {"-", ":"} and after[1:].isalnum() and not after[1:].isdigit()))
    )


def _year(tokens: tuple[Token, ...], place: int) -> tuple[int, int] | None:
    form = _form(tokens, place)
    if len(form) == 4 and form.isdecimal() and form.isascii() and 1000 <= int(form) <= 2199:
        return int(form), int(form)
    if len(form) == 5 and form.endswith("0s") and form[:4].isdecimal() and form.isascii():
        return int(form[:4]), int(form[:4]) + 9
    return None


def _day(year: int, month: int = 1, day: int = 1) -> float:
    return year * 372.0 + (month - 1) * 31 + day


def _span_of_date(tokens: tuple[Token, ...], place: int) -> tuple[float, float, int] | None:
    """First and last day of the date that begins there, and the place behind it."""
    form, next_form = _form(tokens, place), _form(tokens, place + 1)
    day = int(form) if form.isdecimal() and form.isascii() and len(form) <= 2 else 0
    if day and next_form in MONTHS and (year := _year(tokens, place + 2)):
        return _day(year[0], MONTHS[next_form], day), _day(year[0], MONTHS[next_form], day), place + 3
    if form in MONTHS:
        after = place + 1
        number = next_form if next_form.isdecimal() and next_form.isascii() and len(next_form) <= 2 else ""
        after += bool(number) + (bool(number) and _form(tokens, place + 2) == ",")
        if year := _year(tokens, after):
            first = int(number) if number else 1
            return _day(year[0], MONTHS[form], first), _day(year[0], MONTHS[form], int(number or 31)), after + 1
        return None
    if year := _year(tokens, place):
        return _day(year[0]), _day(year[1], 12, 31), place + 1
    return None


def _date(tokens: tuple[Token, ...], text: str, place: int) -> tuple[Quantity | None, int] | None:
    if tokens[place].is_number and _is_glued(tokens, text, place):
        return None
    found = _span_of_date(tokens, place)
    if found is None:
        return None
    low, high, after = found
    is_bare = after == place + 1 and tokens[place].form.isdecimal()
    if is_bare and after < len(tokens) and is_content(tokens[after]) and tokens[after].form.endswith("s"):
        return None
    before = _form(tokens, place - 1)
    if _form(tokens, after) in {"-", "–", "to", "and"} and (
        before in {"from", "between"} or _form(tokens, after) in "-–"
    ):
        last = _span_of_date(tokens, after + 1)
        if last is not None:
            high, after = last[1], last[2]
    elif before in _FROM:
        high = inf
    elif before in _UP_TO:
        low = -inf
    return Quantity(low, high, frozenset(), tokens[place].start, tokens[after - 1].end, place, is_date=True), after


def is_numeral(form: str) -> bool:
    """Whether a word stands for a number."""
    return form in _MULTIPLIERS or form in _FRACTIONS or _value(form) is not None


def _value(form: str) -> float | None:
    if form in _VALUES:
        return _VALUES[form]
    parts = form.split("-")
    if len(parts) == 2 and parts[0] in _TENS and parts[1] in _VALUES:
        return _VALUES[parts[0]] + _VALUES[parts[1]]
    found = _NUMBER.fullmatch(form)
    if found is None or found[3] in {"st", "nd", "rd", "th", "s"}:
        return None
    digits = found[2]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    else:
        digits = digits.replace(",", ".")
    if digits.count(".") > 1 or len(digits) > 30:
        return None
    return float(digits) * _SUFFIXES.get(found[3] or "", 1.0)


def _number(tokens: tuple[Token, ...], text: str, place: int, wordnet: WordNet) -> tuple[Quantity | None, int] | None:
    form = tokens[place].form
    if form in _FRACTIONS or (form in {"two-thirds", "three-quarters"}):
        return _fraction(tokens, place, wordnet)
    value = _value(form)
    after = place + 1
    if value is None and form in _MULTIPLIERS and not form.endswith("s"):
        value = _MULTIPLIERS[form]
    elif value is None:
        return None
    if tokens[place].is_number and _is_glued(tokens, text, place):
        return None, after
    if place and is_numbered(tokens[place - 1], tokens[place]):
        return None, after
    if form == "one" and _form(tokens, after) == "of":
        return None, after
    while _form(tokens, after) in _MULTIPLIERS:
        value *= _MULTIPLIERS[_form(tokens, after)]
        after += 1
    high = value
    if _form(tokens, after) in {"-", "–", "to", "or"} and (second := _value(_form(tokens, after + 1))) is not None:
        high, after = second, after + 2
    elif _form(tokens, after) == "and" and _form(tokens, place - 1) == "between":
        second = _value(_form(tokens, after + 1))
        if second is not None:
            high, after = second, after + 2
    if _form(tokens, after) in _FRACTIONS:
        return _fraction(tokens, after, wordnet, value, place)
    low, high = _bounds(tokens, place, value, max(value, high))
    unit, share_of, after = _unit(tokens, place, after, wordnet)
    if not unit or (form == "one" and after == place + 1):
        return None, after
    return Quantity(low, high, unit, tokens[place].start, tokens[after - 1].end, place, share_of=share_of), after


def _bounds(tokens: tuple[Token, ...], place: int, low: float, high: float) -> tuple[float, float]:
    before = _form(tokens, place - 1)
    two = f"{_form(tokens, place - 2)} {before}"
    if two in {"more than", "no fewer than", "no less than", "greater than"}:
        return (low, inf) if _form(tokens, place - 3) != "no" else (0.0, high)
    if two in {"less than", "fewer than", "lower than"}:
        return (low, inf) if _form(tokens, place - 3) in {"no", "not"} else (0.0, high)
    if before == "than":  # A higher rise than one percent: of what, words in between say.
        return -inf, inf
    if before in {"over", "exceeding", "above"} or two == "at least":
        return low, inf
    if before in {"under", "below"} or two in {"at most", "up to"}:
        return 0.0, high
    if before in _ABOUT:
        return low * 0.8, high * 1.2
    return low, high


def _fraction(
    tokens: tuple[Token, ...], place: int, wordnet: WordNet, count: float = 1.0, begin: int | None = None
) -> tuple[Quantity | None, int]:
    form = tokens[place].form
    begin = place if begin is None else begin
    value = {"two-thirds": 200 / 3, "three-quarters": 75.0}.get(form) or _FRACTIONS[form] * count
    if _form(tokens, place + 1) not in {"of", "the", "its", "their", "all"}:
        return None, place + 1
    low, high = _bounds(tokens, begin - (_form(tokens, begin - 1) == "a"), value, value)
    noun, after = _noun(tokens, place + 1, wordnet)
    if not noun:
        return None, place + 1
    return (
        Quantity(low, high, frozenset(("%",)), tokens[begin].start, tokens[after - 1].end, begin, share_of=noun),
        after,
    )


def _unit(
    tokens: tuple[Token, ...], place: int, after: int, wordnet: WordNet
) -> tuple[frozenset[str], frozenset[str], int]:
    """The unit, what a share is of, and the place behind what shows the number."""
    form, next_form = tokens[place].form, _form(tokens, after)
    is_percent = form.endswith("%")
    if next_form in {"percent", "per-cent", "%"} or (next_form == "per" and _form(tokens, after + 1) == "cent"):
        is_percent, after = True, after + 1 + (next_form == "per")
    if is_percent:
        share_of = _noun(tokens, after, wordnet)[0] if _form(tokens, after) == "of" else frozenset()
        return frozenset(("%",)), share_of, after
    if form[0] in _CURRENCIES:
        return frozenset((_CURRENCIES[form[0]],)), frozenset(), after
    if next_form in MONTHS:
        return frozenset(), frozenset(), after
    noun, end = _noun(tokens, after, wordnet)
    return noun, frozenset(), end if noun else after


def _noun(tokens: tuple[Token, ...], place: int, wordnet: WordNet) -> tuple[frozenset[str], int]:
    """What the noun that begins there has in common with its like, and the place behind it."""
    while _form(tokens, place) in _SKIPPED:
        place += 1
    run: list[int] = []
    while place < len(tokens) and len(run) < 4 and is_content(tokens[place]):
        run.append(place)
        place += 1
    if not run:
        return frozenset(), place
    plural = (
        each for each in run if tokens[each].form.endswith("s") or tokens[each].form in {"people", "men", "women"}
    )
    noun = next(plural, run[0])
    form = tokens[noun].form
    return keys_of(form, wordnet.lemmas(form) or (form,), wordnet), noun + 1


class Quantifier(NamedTuple):
    """How many of a kind, without a number.

    Attributes:
        amount: One of ``all``, ``most``, ``some``, ``few``, ``none``, ``not all``.
        head: What the kind has in common with words that count as the same; ``person`` of *everybody*.
        start: Where its words begin in the text.
        end: Where they end.
        position: Number of its first token among those of the text.
    """

    amount: str
    head: frozenset[str]
    start: int
    end: int
    position: int


_AMOUNTS = {
    "all": "all", "every": "all", "each": "all", "everyone": "all", "everybody": "all", "always": "all",
    "most": "most", "many": "most", "some": "some", "few": "few", "rarely": "few", "seldom": "few",
    "no": "none", "none": "none", "nobody": "none", "never": "none", "neither": "none",
}  # fmt: skip
_CLASHES = frozenset(
    frozenset(pair) for pair in (
        ("all", "none"), ("all", "few"), ("all", "not all"), ("most", "none"), ("most", "few"), ("some", "none"),
    )
)  # fmt: skip
_PERSONS = frozenset("everyone everybody nobody".split())
_SET_PHRASES = frozenset((
    "at all", "above all", "after all", "all but", "at most", "the most", "no doubt", "no longer", "no more",
    "no matter", "a few", "the few", "these few", "first few", "last few", "many a", "so many", "how many", "as many",
))  # fmt: skip


def clash(first: Quantifier, second: Quantifier) -> bool:
    """Whether two amounts of one kind cannot both be true."""
    return frozenset((first.amount, second.amount)) in _CLASHES and not first.head.isdisjoint(second.head)


def quantifiers_of(tokens: tuple[Token, ...], wordnet: WordNet) -> tuple[Quantifier, ...]:
    """The quantifiers of a text with what they are of, in order."""
    quantifiers = []
    for place, token in enumerate(tokens):
        amount = _AMOUNTS.get(token.form)
        before, following = _form(tokens, place - 1), _form(tokens, place + 1)
        phrases = {f"{before} {token.form}", f"{token.form} {following}"}
        if amount is None or not phrases.isdisjoint(_SET_PHRASES):
            continue
        start, end = token.start, token.end
        if (amount == "all" and before in {"not", "hardly"}) or (amount == "some" and before == "only"):
            amount, start = "not all", tokens[place - 1].start
        elif before in {"not", "only"}:
            continue
        if token.form in _PERSONS and token.end - token.start > len(token.form):  # everyone's
            continue
        if token.form in _PERSONS or following == "one":
            head = frozenset(("person",))
            end = tokens[place + (following == "one")].end
        else:
            head, after = _noun(tokens, place + 1, wordnet)
            if not head:
                continue
            end = tokens[after - 1].end
        quantifiers.append(Quantifier(amount, head, start, end, place))
    return tuple(quantifiers)
