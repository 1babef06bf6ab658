"""How a line looks: a table of contexts, from which the grammar of every editor is made.

A line begins in the context `START`.  Each rule of a context reads one thing at the place where the one before ended,
blanks left out, says of what sort it is, and in which context what follows is read.  A text goes on in lines that begin
with `|`, whatever comments and blank lines stand between.  What no rule reads is an error.

Patterns are written in what all engines share: classes, the dot, groups without a number, `*`, `+`, `?` and `|`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from argmap.language.words import (
    DEGREES,
    FIELDS,
    FROM,
    NAMED,
    NOT,
    OPEN,
    QUOTING,
    SCHEMES,
    STATEMENTS,
    STEPS,
    VALUES,
    VERBS,
    YES_OR_NO,
    Attitude,
    Kind,
    Relation,
    Value,
)


class Sort(StrEnum):
    """What a stretch of a line is."""

    COMMENT = "comment"
    STATEMENT = "statement"
    VERB = "verb"
    DENIAL = "denial"
    STEP = "step"
    FIELD = "field"
    JOINING_WORD = "joining word"
    OWN_ID = "own id"
    FOREIGN_ID = "foreign id"
    ISSUE = "issue"
    POSITION = "position"
    HOLDER = "holder"
    STRENGTH = "strength"
    SCHEME = "scheme"
    RELATION = "relation"
    CONSTANT = "constant"
    NUMBER = "number"
    DATE = "date"
    CUE = "cue"
    TITLE = "title"
    TEXT = "text"
    DENIED_TEXT = "denied text"
    BAR = "bar"
    MARK = "mark"
    ERROR = "error"


class Rule(NamedTuple):
    """One thing that can stand next.

    Attributes:
        whole: Whether it ends where a word does.
        next: The context of what follows it; empty where that stays.
    """

    sort: Sort
    pattern: str
    next: str = ""
    whole: bool = False


START = "start"
"""The context in which every line begins that goes on with no text."""
TEXTS = {"text": Sort.TEXT, "denied text": Sort.DENIED_TEXT, "title": Sort.TITLE}
"""The contexts of prose, each with its sort."""
REST = "rest"
"""The context of what follows an error, in which nothing more is one."""

COMMENT = "#.*"
BAR = "\\|"
BLANKS = "[ \\t]+"
PROSE = ".+"
WORD_ENDS = "[ \\t,.():]"
"""What follows a word, where the line does not end."""
_ID = '[^ \\t\\n,.():>|"\u201c\u201d]+'
_FOREIGN_ID = f"{_ID}[.]{_ID}"
_NUMBER = "[0-9]+"
_PLACE_NUMBER = "(?:p[.][ \\t]*)?[0-9]+"
_SHARE = "[0-9]*[.]?[0-9]+"
_DATE = "[0-9]+(?:-[0-9]+)*(?:T[0-9:]+)?"
_CUE = '["\u201c\u201d].*["\u201c\u201d]'
_RANGE = "[.][.]"

_ID_OF = {"issue": Sort.ISSUE, "position": Sort.POSITION, "actor": Sort.HOLDER, "author": Sort.HOLDER}
"""Of what sort the id after a word is that names something; elsewhere it is one's own."""
_TITLED = frozenset({"document", "section", "issue"})
"""The statements whose text is the title of what follows."""
_LIKE_NO_OTHER = {"section": "section", "link": "link", "answers": "answers", "at": "place", "step-at": "place"}
"""The contexts after words whose lines are like no others."""
_DENIES = Attitude.DENIES.value


def _words(sort: Sort, words: Iterable[str], following: str = "") -> Rule:
    spelt = sorted(words)
    return Rule(sort, f"(?:{'|'.join(spelt)})" if spelt[1:] else spelt[0], following, whole=True)


def _id(sort: Sort, following: str = "") -> Rule:
    return Rule(sort, _ID, following)


def _colon(following: str) -> Rule:
    return Rule(Sort.MARK, ":", following)


def _opened(following: str) -> Rule:
    return Rule(Sort.MARK, "[(]", following)


def _closed(following: str) -> Rule:
    return Rule(Sort.MARK, "[)]", following)


_COMMA = Rule(Sort.MARK, ",")
_TO = Rule(Sort.MARK, _RANGE)
_STRENGTH = _words(Sort.STRENGTH, DEGREES)


@lru_cache(maxsize=1)
def contexts() -> dict[str, tuple[Rule, ...]]:
    """Every context but those of prose, by name."""
    return {
        START: (
            Rule(Sort.MARK, "(?:  )+", "deeper"),
            *_first_words(STATEMENTS),
            # A tab, or a single space.
            Rule(Sort.ERROR, "[ \\t][^ \\t\\n]+", REST),
        ),
        "deeper": _first_words(STEPS | FIELDS),
        REST: (Rule(Sort.TEXT, PROSE),),
        **_claim("claim", "text"),
        **_claim("denied claim", "denied text"),
        "step": (
            _opened("scheme"),
            _words(Sort.VERB, VERBS - {_DENIES}, "claim"),
            _words(Sort.DENIAL, (_DENIES,), "denied claim"),
            _colon("text"),
            Rule(Sort.FOREIGN_ID, _FOREIGN_ID, "end"),
            _id(Sort.OWN_ID, "named claim"),
        ),
        "scheme": (_words(Sort.SCHEME, SCHEMES), _STRENGTH, _TO, _COMMA, _id(Sort.SCHEME), _closed("step")),
        **_named(),
        **_link(),
        **_answers(),
        "place": (_colon("place in the source"),),
        "place in the source": (Rule(Sort.NUMBER, _PLACE_NUMBER), Rule(Sort.CUE, _CUE)),
        "prose": (_colon("text"),),
        **_values(),
        "end": (),
    }


def _first_words(words: Iterable[str]) -> tuple[Rule, ...]:
    """The rules for those of some words that begin a line: a rule for all words that what follows is the same after."""
    alike: dict[tuple[Sort, str], list[str]] = {}
    for word in sorted(words):
        alike.setdefault(_after(word), []).append(word)
    return tuple(_words(sort, those, following) for (sort, following), those in alike.items())


def _after(word: str) -> tuple[Sort, str]:
    """The sort of a word that begins a line, and the context after it."""
    if word in VERBS:
        return (Sort.DENIAL, "denied claim") if word == _DENIES else (Sort.VERB, "claim")
    if word in STEPS:
        return Sort.STEP, "step"
    sort = Sort.STATEMENT if word in STATEMENTS else Sort.FIELD
    if word in NAMED:
        return sort, f"{word} to name"
    return sort, _LIKE_NO_OTHER.get(word) or (VALUES[word].value if word in VALUES else "prose")


def _claim(claim: str, text: str) -> dict[str, tuple[Rule, ...]]:
    """What stands between a verb and the text of a claim."""
    voices = _words(Sort.JOINING_WORD, (FROM,), f"holders of {claim}")
    strength = _opened(f"strength of {claim}")
    return {
        claim: (voices, strength, _colon(text), _id(Sort.OWN_ID, f"named {claim}")),
        f"named {claim}": (voices, strength, _colon(text)),
        f"holders of {claim}": (
            _words(Sort.JOINING_WORD, (QUOTING,)),
            *(strength, _colon(text), _COMMA),
            _id(Sort.HOLDER),
        ),
        f"strength of {claim}": (_STRENGTH, _TO, _closed(f"end of {claim}")),
        f"end of {claim}": (_colon(text),),
    }


def _named() -> dict[str, tuple[Rule, ...]]:
    """What stands after the words that name something, and after `section`."""
    found: dict[str, tuple[Rule, ...]] = {"section": (_colon("title"),)}
    for word in sorted(NAMED):
        found[f"{word} to name"] = (_id(_ID_OF.get(word, Sort.OWN_ID), f"named {word}"),)
        found[f"named {word}"] = (_colon("title" if word in _TITLED else "text"),)
    return found


def _link() -> dict[str, tuple[Rule, ...]]:
    def ends(following: str) -> tuple[Rule, Rule]:
        return Rule(Sort.FOREIGN_ID, _FOREIGN_ID, following), _id(Sort.OWN_ID, following)

    return {
        "link": ends("relation"),
        "relation": (_words(Sort.RELATION, (one.value for one in Relation), "target"),),
        "target": ends("end of link"),
        "end of link": (_opened("confidence"), _colon("text")),
        "confidence": (Rule(Sort.NUMBER, _SHARE), _closed("end of link")),
    }


def _answers() -> dict[str, tuple[Rule, ...]]:
    return {
        "answers": (_id(Sort.ISSUE, "answered issue"),),
        "answered issue": (_colon("answer"),),
        "answer": (
            _words(Sort.JOINING_WORD, (NOT,)),
            _words(Sort.CONSTANT, (OPEN,), "end of answer"),
            _id(Sort.POSITION, "end of answer"),
        ),
        "end of answer": (_words(Sort.JOINING_WORD, (FROM,), "holders of answer"), _opened("strength of answer")),
        "holders of answer": (_COMMA, _opened("strength of answer"), _id(Sort.HOLDER)),
        "strength of answer": (_STRENGTH, _TO, _closed("end of answer")),
    }


def _values() -> dict[str, tuple[Rule, ...]]:
    """What stands after the fields that are set to something else than prose."""
    said: dict[Value, tuple[Rule, ...]] = {
        Value.DATE: (Rule(Sort.DATE, _DATE), _TO),
        Value.SHARE: (Rule(Sort.NUMBER, _SHARE),),
        Value.LEVEL: (Rule(Sort.NUMBER, _NUMBER),),
        Value.KIND: (_words(Sort.CONSTANT, (kind.value for kind in Kind)),),
        Value.YES_OR_NO: (_words(Sort.CONSTANT, YES_OR_NO),),
        Value.CLAIM: (Rule(Sort.FOREIGN_ID, _FOREIGN_ID), _id(Sort.OWN_ID)),
        Value.ACTOR: (_id(Sort.HOLDER),),
        Value.ISSUES: (_COMMA, _id(Sort.ISSUE)),
        Value.POSITIONS: (_COMMA, _id(Sort.POSITION)),
        Value.SCALE: (Rule(Sort.MARK, "[>]"), _id(Sort.POSITION)),
        Value.OLD_IDS: (_COMMA, _id(Sort.OWN_ID)),
    }
    before = {value.value: (_colon(f"{value.value} that is set"),) for value in Value}
    return before | {f"{value.value} that is set": rules for value, rules in said.items()}


UNREAD = (_id(Sort.ERROR, REST), Rule(Sort.ERROR, "[^ \\t\\n]", REST))
"""The rules that end every context but those of prose: what none before them reads is an error."""
