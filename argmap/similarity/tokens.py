"""The words, numbers and marks of a text, and what words have in common."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from argmap.similarity.wordnet import WordNet

MOST_WORDS = 400
"""How many words of a text are read: a claim has fewer."""
_TOKEN = re.compile(
    r"(?P<number>[$€£¥]?\d+(?:[.,]\d+)*(?:\s?%|(?:st|nd|rd|th|s|bn|m|k)\b)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*)"
    r"|(?P<mark>[&.;:?!,()\[\]—–/\"“”-])"
)
_MISSPELT = frozenset(
    "dont doesnt didnt isnt arent wasnt werent wouldnt shouldnt couldnt cant wont hasnt havent hadnt".split()
)
_FUNCTION = frozenset(
    """
a an the this that these those and or nor but so of to in on at by for from with without into onto upon about above
after before against among amongst between beyond during through throughout under over within across along around
behind below down beneath beside besides despite except inside near off out outside past since than till toward towards
until up via as if unless while whereas because although though when whenever where whether which who whom whose what
why how i me my we us our you your he him his she her it its they them their one oneself itself themselves himself
herself myself yourself ourselves be am is are was were been being do does did done doing have has had having will
would shall should can could may might must ought need not n't no never none nobody nothing neither very too also just
even still yet already again ever quite rather really simply merely only all any both each every some such other
another more most less least fewer few many much several enough own same there here then thus hence therefore however
now well perhaps maybe likely unlikely possibly probably certainly indeed always often sometimes usually rarely seldom
hardly scarcely barely cannot everyone everybody everything someone somebody something anyone anybody anything that's
it's they're we're you're i'm i've we've they've don there's what's let's s t re ve ll d m et al
get gets got make makes made making take takes took taken go goes went come comes came put puts way thing things like
lot kind sort longer able going become becomes became according due instead us
""".split()
)
# Words of which a text in German, French, Dutch, Spanish or Italian has some, and an English one hardly any.
_FOREIGN = frozenset(
    "der das und ist nicht ein eine den dem des sind mit von für auf la le les du et est une un pour dans que qui el "
    "los las del y una por con het een van niet en zijn op il di che per della wird sie ne pas det og".split()
)

MONTHS = {
    month: number
    for number, month in enumerate(
        "january february march april may june july august september october november december".split(), 1
    )
}


class Token(NamedTuple):
    """A word, number or mark as it stands."""

    form: str
    start: int
    end: int
    is_mark: bool
    is_number: bool
    is_capital: bool = False


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words, numbers and marks of a text, in lower case; ``cannot`` and ``don't`` are two words each."""
    return tuple(islice(_tokens(text), MOST_WORDS))


def _tokens(text: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        form, start, end = found.group().lower().replace("’", "'"), found.start(), found.end()
        if form == "cannot":
            yield Token("can", start, start + 3, False, False)
            yield Token("not", start + 3, end, False, False)
        elif (form.endswith("n't") or form in _MISSPELT) and len(form) > 3 and len(form) == end - start:
            stem = form.removesuffix("n't").removesuffix("nt")
            yield Token({"ca": "can", "wo": "will", "sha": "shall"}.get(stem, stem), start, end, False, False)
            yield Token("not", start, end, False, False)
        else:
            for ending in ("'s", "'re", "'ve", "'ll", "'d", "'m", "'"):
                if form.endswith(ending):
                    form = form[: -len(ending)]
                    break
            yield Token(
                form, start, end, found.lastgroup == "mark", found.lastgroup == "number", found.group()[0].isupper()
            )


def is_content(token: Token) -> bool:
    """Whether it is a word that says what a text is about."""
    return not token.is_mark and not token.is_number and token.form not in _FUNCTION and len(token.form) > 1


_NUMBERED = frozenset(
    "article audience chapter channel figure group level member number option page part phase radio section table tier "
    "witness".split()
)


def is_numbered(word: Token, number: Token) -> bool:
    """Whether a number behind a word is part of its name, as in *Article 5*: it counts nothing."""
    is_code = word.is_capital and number.form.isdecimal() and len(number.form) >= 7
    return number.is_number and (word.form in _NUMBERED or is_code)


def keys_of(form: str, lemmas: tuple[str, ...], wordnet: WordNet) -> frozenset[str]:
    """What a word has in common with words that count as the same: lemmas, lemmas of their roots, and its stem."""
    keys = {"~" + _stem(form), *lemmas}
    for lemma in lemmas:
        keys |= wordnet.related(lemma)
    if form in _ALIASES:
        keys.add(_ALIASES[form])
    return frozenset(keys)


_ENDINGS = (
    "izations isations ization isation ational ations ation ments ment ities ity ically ical ness ists ist isms ism "
    "izing ising ized ised izes ises ize ise ings ing ions ion ers er ors or ies ied ians ian ans als al ous ive "
    "ants ant ents ent ance ence able ible ed es ly an ic s e y"
).split()


_ALIASES = {
    **dict.fromkeys("america american americans usa washington".split(), "@us"),
    **dict.fromkeys("kill kills killed die dies died dead death deaths casualties casualty".split(), "@die"),
}


def _stem(form: str) -> str:
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form


def is_english(tokens: tuple[Token, ...], wordnet: WordNet) -> bool:
    """Whether most words of a text are English ones, and hardly any such as every text of a neighbour has."""
    words = [token.form for token in tokens if not token.is_mark and not token.is_number]
    known = sum(word in _FUNCTION or bool(wordnet.lemmas(word)) for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    return bool(words) and known >= 0.6 * len(words) and foreign < max(0.15 * len(words), 1)
