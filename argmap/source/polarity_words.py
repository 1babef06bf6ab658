"""The words of an English text on which its sense turns: negations, modals and quantifiers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from argmap.source.loosened import loosened

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_CONTRACTED = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall", "ain't": "is"}

_GROUPS = {
    "not": "not no none nobody no-one nothing nowhere neither nor",
    "never": "never",
    "without": "without",
    "hardly": "hardly barely scarcely",
    "must": "must",
    "should": "should ought",
    "may": "may",
    "might": "might",
    "can": "can able",
    "could": "could",
    "will": "will",
    "would": "would",
    "shall": "shall",
    "all": "all every each everyone everybody everything everywhere",
    "any": "any anyone anybody anything anywhere",
    "some": "some someone somebody something somewhere",
    "most": "most",
    "many": "many",
    "few": "few",
    "several": "several",
    "both": "both",
    "half": "half",
    "only": "only solely exclusively",
    "always": "always",
    "usually": "usually",
    "often": "often frequently",
    "sometimes": "sometimes occasionally",
    "rarely": "rarely seldom",
}
_TURNING = {word: group for group, words in _GROUPS.items() for word in words.split()}
_DENYING = (
    "un-able in-ability un-likely im-possible im-possibility im-probable un-certain un-certainty un-clear un-true"
    " in-correct in-accurate un-willing un-willingness un-prepared un-aware in-capable in-effective in-sufficient"
    " in-adequate in-complete un-necessary un-important ir-relevant un-successful un-safe in-secure un-stable"
    " in-stability un-reliable un-sustainable un-realistic un-reasonable ir-rational ir-responsible il-legal"
    " un-lawful il-legitimate un-constitutional un-democratic un-just un-justified un-fair un-wise un-desirable"
    " un-acceptable un-affordable un-avoidable un-popular un-friendly"
)
NEGATED = {word.replace("-", ""): word.partition("-")[2] for word in _DENYING.split()}
"""Words that deny another by their first letters alone; in others, such as *understand*, the letters deny nothing."""

_FAILING = frozenset("fail fails failed failing".split())
_HAVING = frozenset("have has had having".split())
_NEEDING = frozenset("need needs needed".split())
_NOUNS = frozenset("will might can must may need".split())
_BEFORE_NOUNS = frozenset("a an the its their our your my his her own no political popular military free good".split())
_BEFORE_MONTHS = frozenset("in by since until of last early mid late".split())
_AFTER_NOT = frozenset("only merely simply solely".split())
_BEFORE_ALL = frozenset("at after above".split())


def changes_sense(old: str, new: str) -> bool:
    """Whether a rewording adds or drops a negation, a modal or a quantifier.

    Only English texts can be asked this; about others nothing is known, and their rewordings are merely that (see
    `is_english`).  Words are counted and not understood: what was moved within a text is not noticed, and neither is
    another noun.
    """
    return turning_words(old) != turning_words(new)


def is_english(language: str) -> bool:
    """Whether a document's ``language`` is English, which it also is where none is given: ``en``, ``en-GB``."""
    return language.strip().casefold().replace("_", "-").partition("-")[0] in ("", "en", "eng", "english")


def turning_words(text: str) -> Counter[str]:
    """How often each negation, modal and quantifier stands in an English text.

    Forms of one word count as one word: ``cannot`` is ``can`` and ``not``, ``unlikely`` is ``likely`` and ``not``,
    ``everybody`` is ``all``.  What only looks like one is left out: the political *will*, the month of *May*, the
    *most* important, *not only*.
    """
    # A long dash parts words where a hyphen joins them; loosened, they are the same.
    words = [part for word in _WORD.findall(loosened(text.replace("\u2014", " "))) for part in _uncontracted(word)]
    if "neither" in words:
        words = [word for word in words if word != "nor"]
    return Counter(found for place, word in enumerate(words) for found in _found(word, place, words))


def _uncontracted(word: str) -> tuple[str, ...]:
    if word in _CONTRACTED:
        return (_CONTRACTED[word], "not")
    if word.endswith("n't"):
        return (word.removesuffix("n't"), "not")
    if word.endswith("'ll"):
        return (word.removesuffix("'ll"), "will")
    return (word,)


def _found(word: str, place: int, words: list[str]) -> Iterator[str]:
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word in NEGATED:
        yield "not"
        word = NEGATED[word]
    if word in _TURNING:
        if not _is_idle(word, before, after):
            yield "a few" if word == "few" and before == "a" else _TURNING[word]
    elif after == "to" and word in _FAILING:
        yield "not"
    elif after == "to" and word in _HAVING:
        yield "must"
    elif after in ("to", "not") and word in _NEEDING and before not in _BEFORE_NOUNS:
        yield "need"
    elif word == "least" and before == "at":
        yield "at least"


def _is_idle(word: str, before: str, after: str) -> bool:
    """Whether a word does not do here what it mostly does."""
    if word in _NOUNS and before in _BEFORE_NOUNS:
        return True
    match word:
        case "may":
            return before in _BEFORE_MONTHS or after[:1].isdigit()
        case "most":
            return before == "the"
        case "all":
            return before in _BEFORE_ALL
        case "not":
            return after in _AFTER_NOT
        case "no":
            return after == "doubt"
        case "only":
            return before == "not"
        case _:
            return False
