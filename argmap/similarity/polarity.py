"""Words that may set two texts on one matter against each other."""

from __future__ import annotations

from enum import StrEnum

import attrs


class PolarityKind(StrEnum):
    """In which way."""

    NEGATION = "negation"
    ANTONYM = "antonym"
    NUMBER = "number"
    DATE = "date"
    QUANTIFIER = "quantifier"
    MODAL = "modal"
    ROLES = "roles"


@attrs.frozen(kw_only=True)
class PolarityCue:
    """The words that triggered it, as they stand in each text; one can be empty, where the other alone has it."""

    kind: PolarityKind
    first: str
    second: str
