"""What may stand at a place: words of the language, names, strengths, cues, and whole statements to fill in.

All of it is found from the line as it is typed and the lines above it, so that it works where nothing can be read yet.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from argmap.assist.completion_items import (
    FEWEST_LETTERS,
    KINDS,
    MOST,
    OF_ANSWERS,
    RELATIONS,
    WHOLE,
    Completion,
    CompletionKind,
    ProjectItems,
    bracket,
    keyword,
    strengths,
    values,
    within,
)
from argmap.assist.occurrences import document_at
from argmap.assist.source_cues import CompletedCue, completed_cues, cue_near
from argmap.assist.typed_lines import TypedLine, line_at, lines_above
from argmap.language.ids import normal
from argmap.language.tree import Named
from argmap.language.words import CUED, KEYWORDS, SCHEMES, STATEMENTS, STEP_FIELDS, STEPS, UNDER, VERBS, Relation
from argmap.model.ids import DocumentId
from argmap.project.open_project import ProjectState
from argmap.source.text import Place, SourceText, Span

_FRAGMENT = re.compile(r"[^\s:()|#,\"<>]*\Z")
_REST = re.compile(r"[^\s:()|#,\"<>]*")
_ONCE = frozenset(
    "date publisher source language short thesis by sure kind as-of until said order changes topic speaks-for".split()
)
"""Fields that stand once under a line."""
_HOLDERS = ("denies", "doubts", "reports", "endorses", "implies")
_UNDERCUT = ("because", "despite", "objection")


class Completions(NamedTuple):
    """All that is offered, what fits best first.

    Attributes:
        place: What it takes the place of, on one line.
        is_whole: Whether there is nothing else that would fit; else it has to be asked for again as more is typed.
    """

    place: Place
    items: tuple[Completion, ...] = ()
    is_whole: bool = True


def completions(state: ProjectState, file: str, offset: int, beside: Collection[str] = ()) -> Completions:
    """What may stand at an offset of a file.

    Args:
        state: The project.
        file: The name of the file.
        offset: In its text.
        beside: The names of the files in the folder of sources.
    """
    syntax = state.files.get(file)
    if syntax is None:
        return Completions(Place(file, Span(offset, offset)))
    line = line_at(syntax.source, offset)
    typing = _Typing(state, file, syntax.source, line, beside)
    if line.keyword in CUED and line.colon >= 0 and not line.in_head:
        return typing.cues()
    start, end = line.start + line.column - len(typing.fragment), line.start + line.column
    # The rest of a word in which the place stands goes with it.
    rest = _REST.match(line.text, line.column)
    end += len(rest[0]) if rest is not None else 0
    found = list(islice(_fitting(typing.offered(), typing.fragment), MOST + 1))
    return Completions(
        Place(file, Span(start, end)), tuple(found[:MOST]), len(found) <= MOST and not typing.items.left_out
    )


def _fitting(offered: Iterable[Completion], fragment: str) -> Iterator[Completion]:
    """Those that begin as what is typed, then those of which a part does, then those that say it."""
    sought = normal(fragment).casefold()
    parts: list[Completion] = []
    saying: list[Completion] = []
    for one in offered:
        label = one.label.casefold()
        if label.startswith(sought):
            yield one._replace(matches=one.label)
        elif _has(label, sought):
            parts.append(one._replace(matches=f"{fragment} {one.label}"))
        elif len(sought) >= FEWEST_LETTERS and _has(one.text.casefold(), sought):
            saying.append(one._replace(matches=f"{fragment} {one.label}"))
    yield from parts
    yield from saying


def _has(text: str, sought: str) -> bool:
    """Whether a word of a text, or a part of an id, begins so."""
    at = text.find(sought)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(sought, at + 1)
    return at >= 0


class _Typing:
    """A line that is being typed, with all that bears on what may stand in it."""

    def __init__(
        self, state: ProjectState, file: str, source: SourceText, line: TypedLine, beside: Collection[str]
    ) -> None:
        self._state = state
        self._corpus = state.loaded.corpus
        self._source = source
        self._line = line
        self._beside = beside
        self._file = file
        match = _FRAGMENT.search(line.before)
        self.fragment = match[0] if match is not None else ""
        document = DocumentId(document_at(state, file, line.start + line.column))
        self.items = ProjectItems(state, file, document, self.fragment)

    def offered(self) -> Iterator[Completion]:
        """All that may stand there, whatever is typed of it so far."""
        line = self._line
        keyword = line.keyword
        if line.is_prose:
            return
        if line.column <= line.indent + len(keyword):
            yield from self._keywords()
        elif line.in_head:
            yield from self._in_head(keyword, line.before[line.indent + len(keyword) :])
        else:
            yield from self._behind_colon(keyword, line.before[line.colon + 1 :])

    def cues(self) -> Completions:
        """What may stand behind ``at:``, from the source of the document."""
        line = self._line
        value = line.text[line.colon + 1 :]
        match = re.match(r"[ \t]*(?:(?:p\.[ \t]*)?[0-9]{1,9}(?=[ \t\"]))?[ \t]*", value)
        begin = line.colon + 1 + (match.end() if match is not None else 0)
        # What is left of a cue that stands there goes with it.
        end = len(line.text.rstrip()) if line.text[line.column :].rstrip().endswith(('"', "\u201d")) else line.column
        place = Place(self._file, Span(line.start + min(begin, line.column), line.start + end))
        record = self._corpus.documents.get(self.items.document)
        source = self._state.sources.get(normal(record.source)) if record is not None and record.source else None
        if source is None or line.column < begin:
            return Completions(place)
        typed = line.text[begin : line.column]
        near = cue_near(self._source, line, source)
        # Whoever gives lines or pages with the cues around gives one here.
        gives_number = near is not None and near.has_number
        has_number = bool(value[: begin - line.colon - 1].strip())
        items = tuple(
            Completion(
                kind=CompletionKind.CUE,
                label=cue.words,
                insert=f'{"" if has_number else _number(cue, source, gives_number=gives_number)}"{cue.words}"',
                detail=f"{source.name}, {source.where(cue.line)}",
                text=cue.sentence,
                matches=f"{typed} {cue.words}",
            )
            for cue in completed_cues(typed.strip('"\u201c\u201d '), source, near)
        )
        return Completions(place, items, is_whole=False)

    # --- The first word of a line

    def _keywords(self) -> Iterator[Completion]:
        line = self._line
        # What has its colon, or its text, already needs no more than the word.
        bare = bool(line.text[line.indent + len(line.keyword) :].strip())
        if (line.column if line.is_blank else line.indent) == 0:
            words: Collection[str] = sorted(STATEMENTS - ({"document"} if self._has_document() else set()))
            for word, whole in () if bare else WHOLE.items():
                if word in words:
                    what = "a whole statement to fill in"
                    yield Completion(CompletionKind.SNIPPET, f"{word} ...", whole, what, is_snippet=True)
        else:
            words = tuple(self._under())
        yield from (keyword(word, bare=bare) for word in words)

    def _has_document(self) -> bool:
        heads = (statement.head for statement in self._state.files[self._file].statements)
        return any(isinstance(head, Named) and head.keyword.text == "document" for head in heads)

    def _under(self) -> Iterator[str]:
        """The words that may begin a line here, by the line above it and those beside it."""
        above = next(lines_above(self._source, self._line), None)
        if above is None or (above.keyword in STEPS and above.colon < 0):
            return
        # A first word that is misspelt is most often one of a step.
        known = UNDER.get(above.keyword, () if above.keyword in KEYWORDS else UNDER["because"])
        beside = list(self._beside_it(above))
        step = next((word for word in reversed(beside) if word in STEPS), "")
        joined = bool(beside) and beside[-1] in STEPS
        goes_on = joined or (bool(beside) and beside[-1] in STEP_FIELDS)
        group = next((word for word in reversed(beside) if word in STEPS - {"and", "undercut"}), "")
        for word in known:
            if word == "and" and not (joined and step):
                continue
            if word == "undercut" and not (goes_on and group in _UNDERCUT):
                continue
            if word in STEP_FIELDS and not (goes_on and step):
                continue
            if word not in _ONCE or word not in beside:
                yield word

    def _beside_it(self, above: TypedLine) -> Iterator[str]:
        """The first words of the lines under the same line, before this one."""
        indent = self._line.column if self._line.is_blank else self._line.indent
        for number in range(above.number + 1, self._line.number):
            text = self._source.line(number)
            stripped = text.lstrip(" \t")
            if stripped and stripped[0] not in "|#" and len(text) - len(stripped) == indent:
                yield re.split(r"[\s:(]", stripped, maxsplit=1)[0]

    # --- Before the colon

    def _in_head(self, keyword: str, said: str) -> Iterator[Completion]:
        opened = said.rfind("(")
        if opened > said.rfind(")"):
            first = not said[:opened].strip()
            if keyword in STEPS and first:
                yield from values((*SCHEMES, *self.items.schemes()), "a scheme")
            if keyword in STEPS | VERBS:
                yield from strengths(said[opened + 1 :])
            return
        words = re.sub(r"\([^()]*\)", " ", said).replace(",", " ").split()
        if said[-1:] not in (" ", "\t", ",", ")") and words:
            words.pop()
        holders = "from" in words
        if keyword in STEPS:
            yield from self._premises(words, opens=not words and "(" not in said)
        elif keyword in VERBS and words and not holders and keyword in _HOLDERS:
            yield within("from")
        elif keyword == "answers" and not words:
            yield from self.items.issues("" if self._line.colon >= 0 else ": ")
        elif keyword == "link":
            yield from self._link(words)
        elif keyword == "author" and not words:
            yield from self.items.actors()
        if holders and keyword in STEPS | VERBS:
            yield from self.items.actors()
            if words[-1] not in ("from", "quoting"):
                yield within("quoting")

    def _premises(self, words: list[str], *, opens: bool) -> Iterator[Completion]:
        verb = bool(words) and words[0] in VERBS
        if not words:
            yield from self.items.claims()
            yield from values(sorted(VERBS), "a verb", after=" ")
            if opens and self._line.keyword not in ("and", "undercut"):
                yield bracket("scheme", "example", "the kind of reason")
        elif len(words) > int(verb) and "from" not in words:
            yield within("from")

    def _link(self, words: list[str]) -> Iterator[Completion]:
        if len(words) == 1:
            yield from values(RELATIONS, "a relation", after=" ")
        elif len(words) in (0, 2):
            yield from self.items.claims()
            yield from self.items.positions_in_links()
            if words[1:] in ([], [Relation.UNRELATED_TO]):
                yield from self.items.issues()
                yield from self.items.actors_in_links()
                yield from self.items.terms_in_links()

    # --- Behind the colon

    def _behind_colon(self, keyword: str, said: str) -> Iterator[Completion]:
        given = [part.strip() for part in re.split(r"[,>]", said)[:-1]]
        match keyword:
            case "answers":
                yield from self._answer(said)
            case "thesis":
                yield from self.items.claims(foreign=False)
            case "silent":
                yield from (one for one in self.items.issues() if one.label not in given)
            case "speaks-for":
                yield from self.items.actors()
            case "order" | "compatible" | "exhaustive":
                head = next(
                    (above for above in lines_above(self._source, self._line) if above.keyword == "issue"), None
                )
                issue = head.text.partition(":")[0].split()[1:2] if head is not None else []
                yield from (one for one in self.items.positions(*issue) if one.label not in given)
            case "kind":
                yield from values(KINDS, "a kind of claim")
            case "changes":
                yield from values(("yes", "no"), "")
            case "source":
                for name in sorted({*self._beside, *self._state.sources}):
                    yield Completion(CompletionKind.SOURCE, name, name, "a file in the folder of sources")
            case "by" | "publisher" | "language" | "topic" | "tags":
                for value in sorted(self.items.used(keyword) - set(given)):
                    yield Completion(CompletionKind.VALUE, value, value, "used elsewhere in this project")

    def _answer(self, said: str) -> Iterator[Completion]:
        opened = said.rfind("(")
        if opened > said.rfind(")"):
            yield from values(OF_ANSWERS, "a strength")
            return
        words = re.sub(r"\([^()]*\)", " ", said).replace(",", " ").split()
        if said[-1:] not in (" ", "\t", ",", ")") and words:
            words.pop()
        if "from" in words:
            yield from self.items.actors()
        elif not [word for word in words if word != "not"]:
            head = self._line.text[: self._line.colon].split()
            yield from self.items.positions(*head[1:2], is_answer=True)
            if not words:
                yield within("not", "a word before a position")
        else:
            yield within("from", "whose stance the claim shows")
            yield bracket("strength", "likely", "how firmly the answer is given")


def _number(cue: CompletedCue, source: SourceText, *, gives_number: bool) -> str:
    """What stands before a cue: its page, or its line where there are no pages or it stands on several; or nothing."""
    if not cue.needs_line and not gives_number:
        return ""
    page = None if cue.needs_line else source.page(cue.line)
    return f"{cue.line} " if page is None else f"p. {page} "
