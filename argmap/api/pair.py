"""Two sides of a comparison beside each other: on what they disagree or agree, why, and what that turns on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

import attrs

from argmap.api.comparing import pictures
from argmap.api.record_lists import UnknownNameError, lists_of, plain, shown, stances_of
from argmap.api.svg_picture import Picture
from argmap.records.alignment_json import ALIGNMENTS, Told
from argmap.records.comparison_json import COMPARISON, PAIRS, Compared
from argmap.report.comparison.comparison_report import disagreement_of
from argmap.wording.english import counted
from argmap.wording.relations import link_text
from argmap.wording.stance_sentences import says, view
from argmap.wording.verdict_reasons import share_words
from argmap.wording.verdict_sentences import why

if TYPE_CHECKING:
    from argmap.compare.alignment import Alignment, Side
    from argmap.compare.cruxes import Crux
    from argmap.compare.stance import Stance
    from argmap.judge.holder import Holder
    from argmap.judge.verdict import Verdict
    from argmap.model.claim import Claim
    from argmap.model.ids import ClaimId, IssueId
    from argmap.model.link import Link
    from argmap.report.comparison.comparison_report import ComparisonReport

_PARTS = ("alignments", "conflicts", "one-sided", "stances")
"""Lists of records that are a part of what is published."""


@attrs.frozen(eq=False, repr=False)
class PairSide:
    """What one holder brings to an alignment."""

    side: Side
    _told: Told

    @property
    def holder(self) -> Holder:
        """Who it is: a document for its author, or an actor whom it shows."""
        return self.side.holder

    @property
    def name(self) -> str:
        """What the holder is called, with a date; nobody else in the corpus is called the same."""
        return self._told.names.holder(self.holder)

    @property
    def answer(self) -> str:
        """What the holder does, as a sentence without a full stop."""
        names = self._told.names
        return says((self.side,), names) if self.side.accepts is None else view(self.side, names)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """Those on which the verdict rests, the one that counts first; none where claims are linked."""
        return self.side.stances

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that show the stances, or the linked claim."""
        return _claims(self.side.claims, self._told)

    def __repr__(self) -> str:
        return self.answer


@attrs.frozen(eq=False, repr=False)
class PairCrux:
    """A deeper disagreement of the same two holders on which one turns."""

    crux: Crux
    _told: Told

    @property
    def conflict(self) -> PairAlignment:
        """The deeper disagreement."""
        return PairAlignment(self.crux.conflict, self._told)

    @property
    def weight(self) -> int:
        """How many claims lose all their support with it, of both sides together."""
        return self.crux.weight

    @property
    def turns(self) -> str:
        """How much turns on it: "its only reason", "one of four reasons"; of both sides where these differ."""
        shares = (share_words(effect.turn) for effect in (self.crux.one, self.crux.other) if effect.turn.size)
        return " and ".join(dict.fromkeys(shares))

    @property
    def premises(self) -> tuple[Claim, ...]:
        """The claims of both sides that carry the deeper disagreement."""
        return _claims((*self.crux.one.premises, *self.crux.other.premises), self._told)

    @property
    def lost_support(self) -> tuple[Claim, ...]:
        """The claims of both sides that lose all their support with it."""
        return _claims((*self.crux.one.lost_support, *self.crux.other.lost_support), self._told)

    def __repr__(self) -> str:
        return f"crux {self.conflict.subject}, {self.turns}"


@attrs.frozen(eq=False, repr=False)
class PairAlignment:
    """How two holders stand to each other on an issue, or over a link.

    Attributes:
        alignment: The same as `argmap.compare` has it.
    """

    alignment: Alignment
    _told: Told

    @property
    def verdict(self) -> Verdict:
        """A contradiction, a contrariety, a tension, an agreement, ...; a text with that word, too."""
        return self.alignment.verdict

    @property
    def why(self) -> str:
        """The verdict's reason, as one sentence."""
        return why(self.alignment, self._told.names)

    @property
    def issue(self) -> IssueId | None:
        """The issue; None where a link is the subject."""
        return self.alignment.issue

    @property
    def link(self) -> Link | None:
        """The link; None where an issue is the subject."""
        return self.alignment.link

    @property
    def subject(self) -> str:
        """The id of the issue, or the link as it is written."""
        link = self.alignment.link
        return self.alignment.issue or (link_text(link) if link is not None else "")

    @property
    def holders(self) -> tuple[Holder, Holder]:
        """Both holders, in the order of the sides."""
        return self.alignment.holders

    @property
    def sides(self) -> tuple[PairSide, PairSide]:
        """What each of them brings."""
        return PairSide(self.alignment.one, self._told), PairSide(self.alignment.other, self._told)

    @cached_property
    def cruxes(self) -> tuple[PairCrux, ...]:
        """On what it turns, that on which most turns first; none where it is no disagreement."""
        found = self._told.account.comparison.cruxes(self.alignment)
        return tuple(PairCrux(crux, self._told) for crux in found)

    def to_records(self) -> list[dict[str, Any]]:
        """A list of one plain dict; of a disagreement also the reasons and what it turns on."""
        if not self.alignment.is_disagreement:
            return plain(ALIGNMENTS, [self.alignment], self._told)
        return conflict_records([self.alignment], self._told)

    def __repr__(self) -> str:
        return f"{self.verdict} on {self.subject}: {self._told.names.holders(self.holders)}"


@attrs.frozen(eq=False, repr=False)
class Pair:
    """Two sides beside each other.

    Attributes:
        report: The same as `argmap.api.compare` has it, and `argmap.api.report` tells it.
    """

    report: ComparisonReport
    _told: Told

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Everybody on either side; an author of several documents is a holder for each."""
        return self.report.holders

    @cached_property
    def alignments(self) -> tuple[PairAlignment, ...]:
        """On all that both speak about, issue by issue, then over links."""
        return tuple(PairAlignment(found, self._told) for found in self.report.alignments)

    @cached_property
    def conflicts(self) -> tuple[PairAlignment, ...]:
        """Those on which they disagree, that for which most reasons are given first."""
        return tuple(PairAlignment(found.alignment, self._told) for found in self.report.disagreements)

    @property
    def agreements(self) -> tuple[PairAlignment, ...]:
        """Those on which they agree, with a difference or without."""
        return tuple(found for found in self.alignments if found.verdict.is_agreement)

    def disputes(self) -> list[dict[str, Any]]:
        """Their disagreements by what they rest on, the weightiest first, as `to_records` gives them."""
        return self.to_records("disputes")

    def forecasts(self) -> list[dict[str, Any]]:
        """Holder by holder what was foretold and what came of it, as `to_records` gives them."""
        return self.to_records("forecasts")

    @cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the two, the one that says most first; none where no picture is worth drawing."""
        return tuple(Picture.of_drawing(drawing) for drawing in pictures(self.report))

    def picture(self) -> Picture | None:
        """The picture that says most; None where there is none."""
        return next(iter(self.pictures), None)

    def to_records(self, name: str = "alignments") -> list[dict[str, Any]]:
        """A list of records as plain dicts.

        Args:
            name: `alignments`, or of these only `conflicts`, with what bears on them; `one-sided`; `stances`; or a list
                in what `argmap compare --format json` prints: `pairs`, `disputes`, `forecasts`, `holders`, ...

        Raises:
            UnknownNameError: There is no such list; with the nearest.
        """
        if name == "alignments":
            return plain(ALIGNMENTS, self.report.alignments, self._told)
        lists = lists_of(COMPARISON)
        del lists["claims"]
        if name == "conflicts":
            return plain(PAIRS, (Compared(found.alignment, found) for found in self.report.disagreements), self._told)
        if name == "one-sided":
            return plain(ALIGNMENTS, self.report.one_sided, self._told)
        if name == "stances":
            return stances_of(self.to_records("profiles"))
        if name not in lists:
            raise UnknownNameError.among((*lists, *_PARTS), "list of records", name)
        return plain(lists[name].kind, lists[name].get(self.report, self._told), self._told)

    def _repr_html_(self) -> str:
        rows = ((one.subject, one.verdict.value, one.why) for one in self.alignments)
        return shown(("about", "verdict", "why"), rows, len(self.alignments), repr(self))

    def __repr__(self) -> str:
        one, other = (self._told.names.holders(side) for side in (self.report.scope.one, self.report.scope.other))
        conflicts, agreements = len(self.conflicts), len(self.agreements)
        return f"{one} beside {other}: {counted(conflicts, 'disagreement')}, {counted(agreements, 'agreement')}"


def conflict_records(conflicts: Iterable[Alignment], told: Told) -> list[dict[str, Any]]:
    """Disagreements as plain dicts, with the reasons of both sides and what they turn on."""
    told_in_full = (Compared(found, disagreement_of(told.account.comparison, found)) for found in conflicts)
    return plain(PAIRS, told_in_full, told)


def _claims(ids: Iterable[ClaimId], told: Told) -> tuple[Claim, ...]:
    return tuple(told.names.corpus.claims[claim] for claim in ids)
