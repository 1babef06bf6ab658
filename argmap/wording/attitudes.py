"""What an author does with a claim, in words: as a verb, in a sentence, and on a label."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.language.words import Attitude

DOES: Mapping[Attitude, str] = {
    Attitude.CLAIMS: "claim",
    Attitude.DENIES: "deny",
    Attitude.REPORTS: "report",
    Attitude.ENDORSES: "endorse",
    Attitude.DOUBTS: "doubt",
    Attitude.SUPPOSES: "suppose",
    Attitude.IMPLIES: "leave",
}
"""The verb, in the form for several authors; what is implied is left unsaid."""

NOW: Mapping[Attitude, str] = {
    Attitude.CLAIMS: "NOW CLAIMED",
    Attitude.ENDORSES: "NOW ENDORSED",
    Attitude.DENIES: "NOW DENIED",
    Attitude.DOUBTS: "NOW DOUBTED",
    Attitude.REPORTS: "NOW ONLY REPORTED",
    Attitude.SUPPOSES: "NOW ONLY SUPPOSED",
    Attitude.IMPLIES: "NOW LEFT UNSAID",
}
"""The label of a claim to which its author now has this attitude."""
