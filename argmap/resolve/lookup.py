"""What a name means where it is used, or a finding that names the nearest known one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain as one_after_the_other
from typing import TypeVar

import attrs

from argmap.language.ids import is_id
from argmap.language.tree import Word
from argmap.language.words import OPEN
from argmap.model.ids import ActorId, ClaimId, IssueId, PositionId
from argmap.resolve.declared import Declared, Space, Told, without_article
from argmap.source.finding import Edit, Related
from argmap.source.nearest import nearest
from argmap.source.text import Place, Span

Id = TypeVar("Id", bound=str)
_NAME_THE_CLAIM = "name the claim that takes this position, and write `answers` under that claim"


@attrs.define(eq=False, repr=False)
class FileLookups(Told):
    """What came of looking names up from one file.

    Attributes:
        asked: What was found in the spaces that files share, or in the documents of others, by id.
        guesses: Whether something was not found as it is written: then all that is declared may matter, and gaps too.
        former_ids_of_authors: By author, those that stand under `author` lines.
    """

    asked: set[str] = attrs.field(factory=set)
    guesses: bool = False
    former_ids_of_authors: dict[str, list[str]] = attrs.field(factory=dict)


@attrs.frozen(eq=False, repr=False)
class Lookup:
    """Looks names up from one document of one file; what it does not find becomes a finding.

    Attributes:
        noted: What comes of it.
        schemes: Those that the project knows.
        version: Of the language.  In the first, positions called just ``yes`` and ``no`` mean that one of the two is
            right, and the strength with which an actor holds an answer may be below even.
    """

    declared: Declared
    noted: FileLookups
    file: str = ""
    document: str = ""
    schemes: frozenset[str] = frozenset()
    version: int = 1

    def inside(self, document: str) -> Lookup:
        """The same, from a document of the file."""
        return Lookup(self.declared, self.noted, self.file, document, self.schemes, self.version)

    def claim(self, word: Word) -> ClaimId | None:
        """The claim that ``claim`` or ``document.claim`` means here."""
        word = word.normal
        document, dot, name = word.text.rpartition(".")
        if not dot:
            document, name = self.document, word.text
        for home in (document, *self.declared.namesakes.get(document, ())):
            claim = ClaimId.of(home, name)
            if home != self.document:
                self.noted.asked.update((claim, document))
            if claim in self.declared.claims:
                return claim
        self.noted.guesses = True
        renamed = self.renamed_claims(document, name) if document else ()
        if renamed:
            own = not dot
            return self.formerly("A103", word, renamed, lambda claim: claim.name if own else claim)
        if dot and self.declared.kinds.get(document) != "document":
            if document in self.declared.positions:
                self.report("A103", word, f"`{document}` is an issue, and a premise is a claim", help=_NAME_THE_CLAIM)
                return None
            self._unknown("A103", "document", document, word, self.declared.of_kind("document"), suffix=f".{name}")
            return None
        if not document:
            said = f"`{name}` stands in no document, and a claim is its document's"
            self.report("A103", word, said, help=self._homes(name))
            return None
        where = f" in `{document}`" if dot else ""
        prefix = f"{document}." if dot else ""
        known = self.declared.claims_by_document.get(document, ())
        found = self._unknown("A103", "claim", name, word, known, where=where, prefix=prefix)
        self.noted.doubtful.add(f"{document}.{found}")
        return None

    def renamed_claims(self, document: str, name: str) -> tuple[ClaimId, ...]:
        """The claims that a document or a claim of other ids now are; those of the document of that id go first."""
        known = self.declared.kinds.get(document) == "document" or document == self.document
        homes = self.once(Space("document"), document)
        for home in (document, *homes) if known else homes:
            if home != document and ClaimId.of(home, name) in self.declared.claims:
                return (ClaimId.of(home, name),)
            renamed = self.once(Space("claim", home), name)
            if renamed:
                return tuple(ClaimId.of(home, now) for now in renamed)
        return ()

    def _homes(self, name: str) -> str:
        found = self.declared.homes.get(name, ())
        return "write " + (" or ".join(f"`{claim}`" for claim in found[:6]) or f"`some-document.{name}`")

    def issue(self, word: Word) -> IssueId | None:
        """The issue of that id."""
        self.noted.asked.add(word.text)
        if word.text in self.declared.positions:
            return IssueId(word.text)
        self.noted.guesses = True
        renamed = self.issues_once(word.text)
        if renamed:
            return self.formerly("A101", word, renamed)
        self.noted.doubtful.add(self._unknown("A101", "issue", word.text, word, self.declared.positions))
        return None

    def issues_once(self, name: str) -> tuple[IssueId, ...]:
        """The issues that had an id before."""
        return tuple(map(IssueId, self.once(Space("issue"), name)))

    def position(self, issue: IssueId, word: Word) -> PositionId | None:
        """The position of that id, or of ``issue.position``, on an issue; every issue has ``open``."""
        word = word.normal
        positions = self.declared.positions[issue]
        name = word.text.removeprefix(f"{issue}.")
        self.noted.asked.add(issue)
        if name in positions or name == OPEN:
            return PositionId(name)
        self.noted.guesses = True
        first, dot, rest = word.text.partition(".")
        if dot and issue in self.issues_once(first):
            name = rest
        prefix = f"{issue}." if name != word.text else ""
        known = name in positions or name == OPEN
        renamed = (name,) if known else self.once(Space("position", issue), name)
        if renamed:
            return self.formerly("A102", word, tuple(map(PositionId, renamed)), lambda now: f"{prefix}{now}")
        self._unknown("A102", "position", name, word, _and_open(positions), where=f" on `{issue}`", prefix=prefix)
        self.noted.doubtful.add(issue)
        return None

    def actor(self, word: Word) -> ActorId | None:
        """The document's own actor of that id, else the shared one."""
        word = word.normal
        own = self.declared.own_actors.get(self.document, {})
        self.noted.asked.add(word.text)
        if word.text in own or self.declared.kinds.get(word.text) == "actor":
            return ActorId(word.text)
        self.noted.guesses = True
        renamed = self.once(Space("actor", self.document), word.text)
        renamed = renamed or self.once(Space("actor"), word.text)
        if renamed:
            return self.formerly("A104", word, tuple(map(ActorId, renamed)))
        parts = word.text.split()
        shared = self.declared.shared_actors
        if len(parts) > 1 and all(part in own or part in shared for part in parts):
            mend = f"write `{', '.join(parts)}`"
            self.report("A014", word, "a comma is missing between two holders", help=mend)
            return None
        found = self._called(parts)
        if found:
            message = f"no actor has the id `{word.text}`; did you mean `{found}`?"
            self.report("A104", word, message, help=f"write `{found}`, whose name this is", mended=found)
        elif not any(self.declared.may_be_unread(part, "actor") for part in parts):
            found = self._unknown(
                "A104", "actor", "-".join(parts), word, one_after_the_other(own, shared), shown=word.text
            )
        self.noted.doubtful.update((found, f"{self.document}.{found}"))
        return None

    def once(self, space: Space, former: str) -> tuple[str, ...]:
        """What had an id before, unless a part that could not be read may declare something that has it now."""
        if self.declared.may_be_unread(former, space.kind):
            return ()
        return self.declared.now_called(space, former)

    def formerly(self, code: str, word: Word, renamed: tuple[Id, ...], written: Callable[[Id], str] = str) -> Id | None:
        """What had an id before that `was` gives, with a note that offers the id it has now.

        Of several that had it, nobody knows which is meant.

        Args:
            code: Of the finding where several had it.
            word: As it is written.
            renamed: What had it, by the ids of now.
            written: What to write there instead.
        """
        ids = [written(now) for now in renamed]
        if len(ids) == 1:
            said = f"`{word.text}` is the former id of `{ids[0]}`"
            self.report("A113", word, said, label="called so before", help=f"write `{ids[0]}`", mended=ids[0])
            return renamed[0]
        listed = f"{', '.join(f'`{one}`' for one in ids[:-1])} and `{ids[-1]}`"
        message = f"`{word.text}` is the former id of {listed}, as `was` says"
        self.report(code, word, message, help=f"write the one that is meant, {listed.replace(' and ', ' or ')}")
        self.noted.doubtful.update((*renamed, *(f"{self.document}.{now}" for now in renamed)))
        return None

    def _called(self, words: list[str]) -> str:
        """The actor whose name, or other name, these words are, whatever their case; empty where there is none."""
        wanted = without_article(" ".join(words))
        scopes = (self.declared.ids_by_called.get(scope, {}) for scope in (self.document, ""))
        return next((names[wanted] for names in scopes if wanted in names), "")

    def one_of(self, code: str, what: str, word: Word, known: Iterable[str]) -> str | None:
        """A word of a closed vocabulary."""
        words = tuple(known)
        if word.text in words:
            return word.text
        self._unknown(code, what, word.text, word, words, closed=True)
        return None

    def report(
        self,
        code: str,
        at: Word | Place,
        message: str,
        *,
        label: str = "",
        first: Related | None = None,
        help: str = "",  # noqa: A002
        mended: str | None = None,
    ) -> None:
        """Keep a finding; `first` explains it, and `mended` is what to write there, where that alone mends it."""
        place = self.place(at) if isinstance(at, Word) else at
        fix = Edit(place, mended) if mended is not None else None
        self.noted.report(code, place, message, label=label, first=first, help=help, fix=fix)

    def given_twice(self, message: str, again: Word, first: Word) -> None:
        """Say that something stands twice where it may stand once."""
        self.report(
            "A212",
            again,
            message,
            label="here again",
            first=Related(self.place(first), "first here"),
            help="keep one of the two",
        )

    def place(self, word: Word) -> Place:
        """Where a word of this file stands."""
        text, start, composed = word
        return Place(self.file, Span(start, start + len(text) + composed))

    def _unknown(
        self,
        code: str,
        what: str,
        name: str,
        word: Word,
        known: Iterable[str],
        *,
        where: str = "",
        prefix: str = "",
        suffix: str = "",
        shown: str = "",
        closed: bool = False,
    ) -> str:
        """Report a name that means nothing here; returns the one that may be meant, or an empty text."""
        if not closed and self.declared.may_be_unread(name, what):
            return ""
        words = tuple(known) if self.declared.may_search() else ()
        article = "an" if what[0] in "aeiou" else "a"
        found = nearest(name, words)
        message = f"`{name}` is not {article} {what}" if closed else f"no {what}{where} has the id `{shown or name}`"
        if found:
            mended = f"{prefix}{found}{suffix}"
            hint = f"write `{mended}`" + ("" if closed else f", or {_declare(what, name)}")
            self.report(code, word, f"{message}; did you mean `{found}`?", help=hint, mended=mended)
        elif closed:
            self.report(code, word, message, help="use one of " + ", ".join(f"`{other}`" for other in words))
        else:
            known_here = sorted(set(words))
            hint = ", ".join(f"`{other}`" for other in known_here[:12])
            rest = "" if len(known_here) <= 12 else f" and {len(known_here) - 12} more"
            listed = f"known here: {hint}{rest}; " if hint else ""
            self.report(code, word, message, help=listed + _declare(what, name))
        return found or ""


def _declare(what: str, name: str) -> str:
    """How something of that id would be declared, and where."""
    shown = name if is_id(name) else "some-id"
    match what:
        case "actor":
            return f"add `actor {shown}: NAME` to this file, or to a shared one such as arguments/shared/actors.argmap"
        case "issue":
            lines = f"`issue {shown}: QUESTION`, with `position some-id: ANSWER` lines under it,"
            return f"add {lines} to a shared file such as arguments/shared/issues.argmap"
        case "position":
            return f"add `position {shown}: ANSWER` under the issue"
        case "claim":
            return f"state it, as in `claims {shown}: TEXT`"
        case _:
            return f"declare a {what} with this id"


def _and_open(positions: Iterable[str]) -> Iterator[str]:
    yield from positions
    yield OPEN
