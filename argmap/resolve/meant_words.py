"""Everyday words for strengths and schemes: which word of the language is meant by one that people write instead."""

from __future__ import annotations

import re
from collections.abc import Collection

from argmap.resolve.values import DEGREES, strength

_STRENGTHS = {
    "certain": "certainly surely definitely undoubtedly doubtless clearly obviously must-be has-to-be sure always will"
    " almost-certain almost-certainly nearly-certain true 100% proven confident high-confidence",
    "very-likely": "very-probable very-probably most-likely most-probably highly-likely highly-probable strongly",
    "likely": "probable probably presumably seems seem seemingly appears appear apparently rather-likely supposedly"
    " expected should-be i-think plausible plausibly usually mostly moderate moderate-confidence",
    "possible": "may might maybe perhaps possibly conceivable conceivably may-be might-be could-be can-be sometimes"
    " potentially eventually low-confidence",
    "even-chance": "even even-odds 50-50 50/50 fifty-fifty toss-up roughly-even 50% even-chances",
    "unlikely": "improbable improbably probably-not hardly doubtful doubtfully not-likely rarely",
    "very-unlikely": "very-improbable highly-unlikely highly-improbable most-unlikely scarcely",
    "no-chance": "impossible impossibly never cannot cannot-be can't-be can't remote almost-no-chance no-way",
    "must": "must-do has-to have-to needs-to need-to required obliged shall necessary mandatory obligatory imperative",
    "should": "ought ought-to ideally had-better recommended desirable advisable",
    "could": "optional optionally permitted allowed may-do can-do one-option",
    "should-not": "ought-not ought-not-to shouldn't not-recommended inadvisable",
    "must-not": "mustn't may-not forbidden prohibited shall-not",
}
_EITHER: dict[str, tuple[str, ...]] = {
    "can": ("possible", "could"),
    "need": ("must", "certain"),
    "would": ("likely", "possible"),
}
_SCHEMES = {
    "authority": "expert experts expert-opinion testimony witness source according-to",
    "example": "examples instance case illustration e.g. eg for-example",
    "cause": "causes causal because-of reason mechanism",
    "sign": "signs symptom indicator indication evidence clue",
    "analogy": "analogies analogous comparison similar similarity parallel like",
    "consequence": "consequences result results effect effects outcome outcomes",
    "precedent": "precedents earlier-case",
    "definition": "definitions define defined meaning by-definition",
    "classification": "class category kind",
    "explanation": "explains explain explained why",
    "parts": "part enumeration list",
    "background": "context setting",
}


def meant_strengths(text: str) -> tuple[str, ...]:
    """The strengths that a bracket may be meant for which holds none: at most two; ranges as ranges."""
    whole = _meant(text, _STRENGTHS, _EITHER)
    if whole:
        return whole
    ends = next(filter(None, map(_ends, _FROM_TO.finditer(text))), ())
    return ("..".join(ends),) if ends else ()


_FROM_TO = re.compile(r"\.\.|\bto\b|\bor\b|[-\u2010-\u2014/]")
"""What people write between the two ends of a range, some of it inside the words as well."""


def _ends(between: re.Match[str]) -> tuple[str, ...]:
    """The strengths on both sides of such a sign, the lower one first, where they make a range."""
    parts = between.string[: between.start()], between.string[between.end() :]
    meant = [found[0] for found in (_meant(part, _STRENGTHS, _EITHER) for part in parts) if found]
    low, high = sorted(meant, key=lambda word: -DEGREES[word].rank) if len(meant) == len(parts) else ("", "")
    return (low, high) if low and strength(f"{low}..{high}") else ()


def meant_scheme(text: str, known: Collection[str]) -> str:
    """The scheme among the known ones that a word may be meant for; empty where that is not known."""
    found = _meant(text, _SCHEMES, {})
    word = text.casefold()
    return word if word in known else found[0] if found and found[0] in known else ""


def _meant(text: str, table: dict[str, str], either: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    word = "-".join(text.casefold().replace("\u2019", "'").replace("_", " ").split()).strip("-")
    if word in DEGREES and table is _STRENGTHS:
        return (word,)
    return either.get(word) or tuple(meant for meant, words in table.items() if word in words.split())
