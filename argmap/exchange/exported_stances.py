"""The rows of a stance table that argmap wrote, back into the claims from which they came (see `stance_export`)."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.exchange.draft import DraftActor, DraftAnswer, DraftClaim, DraftCue, DraftDocument
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.exchange.sheets import Sheet
from argmap.exchange.stance_draft import StanceDraft
from argmap.exchange.table_heads import Columns
from argmap.language.words import OPEN, Attitude, Kind
from argmap.model.claim import Strength
from argmap.resolve.values import is_date, is_moment, is_share, period
from argmap.source.loosened import plain

AUTHOR, REPORTED, SHOWN = "author", "reported", "shown"
"""Whose stance a row shows: of the author, of whom the claim is ``from``, or of whom the answer is ``from``."""
BETWEEN = "; "
"""What stands between several names, lines or cues in one cell."""
QUOTING = " quoting "


class ExportedStances:
    """Claims that grow by rows."""

    def __init__(self, stances: StanceDraft) -> None:
        self._stances = stances
        self._loss = stances.loss
        self._documents: dict[str, DraftDocument] = {}
        self._claims: dict[tuple[str, str], DraftClaim] = {}

    def read(self, sheet: Sheet, columns: Columns) -> None:
        """Take the rows of a table."""
        for row in columns.rows:
            told = {role: plain(row.cells[column]) for role, column in columns.by_role.items() if column in row.cells}
            place = sheet.place(row)
            missing = next(
                (role for role in ("document", "claim id", "claim", "issue", "position") if not told.get(role)), ""
            )
            if missing or told.get("verb", "") not in set(Attitude):
                why = f"it has no {missing}" if missing else "its verb is no word of the language"
                self._loss.dropped("row", why, place)
                continue
            self._row(told, place)
        self._loss.dropped("column", "nothing in the language answers to its head", None, len(list(columns.unused())))

    def finish(self) -> None:
        """Put the documents into the draft."""
        for document in self._documents.values():
            self._stances.put(document)

    def _row(self, told: Mapping[str, str], place: ForeignPlace) -> None:
        document = self._document(told, place)
        claim = self._claim(told, document, place)
        issue = self._stances.issue(told["issue"], told.get("question", ""), place)
        position = (
            OPEN
            if told["position"] == OPEN
            else self._stances.position(issue, told["position"], told.get("answer", ""))
        )
        strength, notes = self._stances.strength(told.get("strength", ""), place)
        claim.notes += [note for note in notes if note not in claim.notes]
        voice = told.get("voice", AUTHOR)
        holder = self._actors(told.get("holder", ""), told.get("holder id", ""), place)
        shown = holder[0] if voice == SHOWN and holder else ""
        answer = DraftAnswer(
            issue=issue.key,
            position=position,
            negated=told.get("negated") == "yes",
            holder=shown,
            strength=None if not shown and strength == claim.strength else strength,
        )
        if answer not in claim.answers:
            claim.answers.append(answer)
        self._loss.kept("answer", place)

    def _actors(self, names: str, ids: str, place: ForeignPlace) -> list[str]:
        """The keys of actors, of whom names and ids stand in two cells."""
        known = names.split(BETWEEN) if names else []
        given = ids.split(BETWEEN) if ids else []
        found = []
        for number, name in enumerate(known):
            if not name.strip():
                continue
            key = self._stances.actor(name, place)
            actor: DraftActor = self._stances.draft.actors[key]
            if len(given) == len(known):
                actor.id = given[number]
            found.append(key)
        return found

    def _voices(self, told: Mapping[str, str], place: ForeignPlace) -> list[list[str]]:
        """The chain of those from whom the author has a claim; only the last of them hold it."""
        groups = told["from"].split(QUOTING) if told.get("from") else []
        return [group for group in (self._actors(names, "", place) for names in groups) if group]

    def _document(self, told: Mapping[str, str], place: ForeignPlace) -> DraftDocument:
        found = self._documents.get(told["document"])
        if found is None:
            found = DraftDocument(
                key=f"exported {told['document']}",
                name=told["document"],
                title=told.get("title", told["document"]),
                authors=self._actors(told.get("author", ""), told.get("author id", ""), place),
                date=told.get("document date", "") if is_date(told.get("document date", "")) else "",
                publisher=told.get("publisher", ""),
                source=told.get("source", ""),
                language=told.get("language", ""),
                by=told.get("document by", ""),
                origin=place,
            )
            found.authors = found.authors or [self._stances.unnamed(found.key, found.title, place)]
            self._documents[told["document"]] = found
        return found

    def _claim(self, told: Mapping[str, str], document: DraftDocument, place: ForeignPlace) -> DraftClaim:
        key = (told["document"], told["claim id"])
        found = self._claims.get(key)
        if found is not None:
            return found
        strength, notes = self._stances.strength(told.get("claim strength", ""), place)
        found = DraftClaim(
            key=f"exported {told['document']}.{told['claim id']}",
            text=told["claim"],
            name=told["claim id"].replace("~", "-"),
            attitude=Attitude(told["verb"]),
            voices=self._voices(told, place),
            strength=strength,
            cues=_cues(told.get("line", ""), told.get("cue", "")),
            kind=told["kind"] if told.get("kind") in set(Kind) else "",
            as_of=told["as of"] if period(told.get("as of", "")) else "",
            until=told["until"] if is_date(told.get("until", "")) else "",
            said=told["said"] if is_moment(told.get("said", "")) else "",
            by=told.get("by", ""),
            sure=float(told["sure"]) if is_share(told.get("sure", "")) else None,
            notes=list(notes),
            origin=place,
        )
        settle_voices(found, self._loss)
        self._claims[key] = found
        document.claims.append(found)
        return found


def settle_voices(claim: DraftClaim, loss: LossReport) -> None:
    """Give a claim a verb that goes with whether somebody is named from whom its author has it."""
    if not any(claim.voices) and claim.attitude in (Attitude.REPORTS, Attitude.ENDORSES):
        claim.attitude = Attitude.SUPPOSES
        loss.changed("claim", "nobody is named who holds it, and it is only supposed", claim.origin)
    elif any(claim.voices) and claim.attitude in (Attitude.CLAIMS, Attitude.SUPPOSES):
        claim.attitude = Attitude.ENDORSES if claim.attitude is Attitude.CLAIMS else Attitude.REPORTS
        loss.changed("claim", f"somebody is named who holds it, and the verb is `{claim.attitude}`", claim.origin)


def strength_cell(strength: Strength | None) -> str:
    """A strength as it stands in a cell."""
    return "" if strength is None else str(strength)


def _cues(lines: str, words: str) -> list[DraftCue]:
    """The cues whose lines and words stand in two cells."""
    numbers, said = lines.split(BETWEEN.strip()), words.split("|")
    count = max(len(numbers), len(said))
    cues = []
    for number in range(count):
        line = numbers[number].strip() if len(numbers) == count else ""
        cue = said[number].strip() if len(said) == count else ""
        is_line = line.isascii() and line.isdigit() and 0 < int(line[:10]) < 10**9
        if cue or is_line:
            cues.append(DraftCue(words=cue, line=int(line) if is_line else None))
    return cues
