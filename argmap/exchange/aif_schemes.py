"""The argumentation schemes of AIF (Walton, Reed and Macagno 2008) that are cases of schemes of argmap."""

from __future__ import annotations

from collections.abc import Mapping

_CASES: Mapping[str, str] = {
    "authority": "expertopinion positiontoknow witnesstestimony adverecundiam",
    "example": "illustration",
    "cause": "causetoeffect correlationtocause effecttocause",
    "sign": "",
    "analogy": "practicalreasoningfromanalogy",
    "consequence": "consequences positiveconsequences negativeconsequences goodconsequences badconsequences"
    " slipperyslope causalslipperyslope dangerappeal fearappeal threat",
    "precedent": "",
    "definition": "definitiontoverbalclassification",
    "classification": "verbalclassification",
}
"""By scheme, its cases besides itself."""
_SCHEMES = {case: scheme for scheme, cases in _CASES.items() for case in (scheme, *cases.split())}
_BEFORE = ("argumentfrom", "argumentto", "appealto", "from", "to")

CONTRADICTION, CONTRARIETY = "contradiction", "contrariety"
"""Schemes of a conflict that is a link and no objection, as argmap writes them."""


def scheme_of(name: str) -> str:
    """The scheme of argmap of which a scheme of AIF is a case; empty where it is of none.

    "Argument From Expert Opinion", "ExpertOpinion" and "expert opinion" are one name.
    """
    word = "".join(sign for sign in name.casefold() if sign.isalnum())
    for before in _BEFORE:
        rest = word.removeprefix(before)
        if rest != word and rest in _SCHEMES:
            return _SCHEMES[rest]
    return _SCHEMES.get(word, "")
