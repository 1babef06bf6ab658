"""`argmap suggest --accept` and `--reject`: what was shown under a number -> lines in the argument files.

A number means what the last listing of the project showed under it, which is kept in the cache of the user, whatever
was written or reworded since: nothing is taken that nobody saw.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from string import ascii_lowercase
from typing import Any, NamedTuple

import attrs

from argmap.api.formatting import Formatted
from argmap.assist.additions import edits, is_there
from argmap.model.corpus import Corpus
from argmap.project.corpus_loader import CorpusLoader, Loaded
from argmap.source.finding import Edit, Finding, Severity
from argmap.source.text import SourceText
from argmap.suggest.additions import not_an_answer
from argmap.suggest.suggestion import (
    Addition,
    AnswerSuggestion,
    Choice,
    LinkSuggestion,
    NameSuggestion,
    SentenceSuggestion,
    Suggestion,
    Under,
    candidate_name,
)
from argmap.wording.english import counted
from argmap.workspace.cache import key_of, user_cache
from argmap.workspace.errors import RefusedError
from argmap.workspace.project_files import Input, find_root, read_input
from argmap.workspace.reader import Reading
from argmap.workspace.writing import linked_out

_TAKEN = re.compile(r"([0-9]{1,9})([a-z]?)(?:=(.+))?")
_MOST_SHOWN = 5
_AGAIN = "run `argmap suggest` again: a number means what it showed last"


# --- What was shown


class _Way(NamedTuple):
    """What may be accepted or rejected under one number.

    Attributes:
        choices: What is written by the name of each choice, the likeliest first.
        rejection: What is written where it is rejected; None where nothing can be.
        texts: What it was made of: the texts of claims and issues by their ids.
    """

    choices: Mapping[str, tuple[Addition, ...]]
    rejection: tuple[Addition, ...] | None
    texts: Mapping[str, str]


def remember(suggestions: Sequence[Suggestion], corpus: Corpus, root: Path) -> bool:
    """Keep what is shown under which number, in the order of the numbers; whether that was possible.

    Args:
        suggestions: The first is number 1.
        corpus: That of which they were made.
        root: The folder of the project.
    """
    import json

    cache = user_cache(root)
    shown = {
        name: [
            [[choice, _packed(additions)] for choice, additions in way.choices.items()],
            None if way.rejection is None else _packed(way.rejection),
            way.texts,
        ]
        for number, suggestion in enumerate(suggestions, 1)
        for name, way in _ways(number, suggestion, corpus)
    }
    data = json.dumps(shown, ensure_ascii=False).encode("utf-8", "surrogatepass")
    # Where it is too much to be kept, what was shown before must not be taken for it.
    cache.put(_key(root), b"")
    cache.put(_key(root), data)
    return cache.get(_key(root)) == data


def _key(root: Path) -> str:
    return key_of((b"suggestions shown", str(root).encode("utf-8", "surrogatepass")))


def _ways(number: int, suggestion: Suggestion, corpus: Corpus) -> Iterator[tuple[str, _Way]]:
    """By number, and letter where there is one, what may be taken."""
    match suggestion:
        case AnswerSuggestion(issue=issue, candidates=candidates):
            asked = _texts((issue, *suggestion.answering), corpus)
            first = _choices(candidates[0].choices) if candidates else {}
            about = _texts((candidates[0].claim or "",), corpus) if candidates else {}
            whole = (suggestion.rejection,) if suggestion.rejection is not None else None
            yield str(number), _Way(first, whole, asked | about)
            for place, candidate in enumerate(candidates[: len(ascii_lowercase)]):
                rejection = not_an_answer(candidate.claim, issue)
                about = _texts((candidate.claim or "",), corpus)
                yield candidate_name(number, place), _Way(_choices(candidate.choices), rejection, asked | about)
        case LinkSuggestion(first=one, second=other) | NameSuggestion(first=one, second=other):
            yield str(number), _Way(_choices(suggestion.choices), (suggestion.rejection,), _texts((one, other), corpus))
        case SentenceSuggestion():
            yield str(number), _Way(_choices(suggestion.choices), None, _texts((suggestion.document,), corpus))


def _choices(choices: Iterable[Choice]) -> dict[str, tuple[Addition, ...]]:
    return {choice.name: choice.additions for choice in choices}


def _texts(ids: Iterable[str], corpus: Corpus) -> dict[str, str]:
    """What is said under some ids, whatever they are of: of a claim with whose view it is, of an issue with answers."""
    kinds: tuple[tuple[Mapping[Any, Any], Callable[[Any], Iterable[str]]], ...] = (
        (corpus.claims, lambda claim: (claim.attitude.value, *claim.holders, claim.text)),
        (corpus.issues, lambda issue: (issue.question, *(f"{one.id}: {one.text}" for one in issue.positions))),
        (corpus.documents, lambda document: (document.title,)),
        (corpus.actors, lambda actor: (actor.name,)),
        (corpus.terms, lambda term: (term.meaning,)),
    )
    found = {}
    for one in ids:
        said = [str(word) for records, words in kinds if one in records for word in words(records[one])]
        if said:
            found[str(one)] = "\n".join(said)
    return found


def _packed(additions: Iterable[Addition]) -> list[list[Any]]:
    return [[list(one.lines), one.under.value, list(one.of)] for one in additions]


def _unpacked(packed: Iterable[Sequence[Any]]) -> tuple[Addition, ...]:
    return tuple(
        Addition(lines=tuple(map(str, lines)), under=Under(under), of=tuple(map(str, of)))
        for lines, under, of in packed
    )


def _shown(root: Path) -> dict[str, _Way]:
    """What was shown last.

    Raises:
        RefusedError: Nothing is known of it.
    """
    import json

    data = user_cache(root).get(_key(root))
    try:
        return {
            name: _Way(
                {str(choice): _unpacked(packed) for choice, packed in choices},
                None if rejection is None else _unpacked(rejection),
                {str(one): str(text) for one, text in texts.items()},
            )
            for name, (choices, rejection, texts) in json.loads(data or b"").items()
        }
    except (ValueError, TypeError, AttributeError):
        said = "nothing is known of suggestions that were shown here"
        raise RefusedError(said, "run `argmap suggest` first: a number means what it showed last") from None


# --- What is taken


@attrs.frozen(kw_only=True)
class Taken:
    """What taking some suggestions comes to.

    Attributes:
        files: Those that change, before and after; nothing is written yet (see `argmap.api.formatting.write_all`).
        there: Lines that stand there already.
        findings: The errors and warnings that there are afterwards and were not before.
    """

    files: tuple[Formatted, ...]
    there: tuple[str, ...]
    findings: tuple[Finding, ...]


def take(accepted: Sequence[str], rejected: Sequence[str], path: Path | str | None = None) -> Taken:
    """What accepting and rejecting some of the suggestions that were shown last makes of the files.

    Args:
        accepted: Numbers as they were shown: ``3``; ``3b`` for a candidate of an answer, else the first is meant;
            ``3b=no`` for a choice, else the first is.
        rejected: Numbers likewise, without a choice: ``3`` is all of it, ``3b`` one candidate.
        path: The folder of the project, or one in it; by default the working folder.

    Raises:
        NoProjectError: There is no project.
        RefusedError: A number stands for nothing that can be taken now, or what would come of it is an error.
    """
    root = find_root(Path.cwd() if path is None else Path(path))
    shown = _shown(root)
    given = read_input([root])
    loader = CorpusLoader()
    before = _loaded(loader, given)
    additions = tuple(_additions(accepted, rejected, shown, before.corpus))
    files = {one.source.name: loader.parse(one).value for one in given.readings}
    there = [line for one in dict.fromkeys(additions) if is_there(one, before.corpus, files) for line in one.lines]
    made = edits(additions, before.corpus, files)
    changed = tuple(_changed(made, given, root))
    after = {one.before.name: SourceText(one.before.name, one.after) for one in changed}
    known = {one.source.name for one in given.readings}
    readings = [
        *(attrs.evolve(one, source=after.get(one.source.name, one.source), digest="") for one in given.readings),
        *(Reading(source=source) for name, source in after.items() if name not in known),
    ]
    readings.sort(key=lambda reading: reading.source.name.split("/"))
    findings = _new_findings(before, _loaded(loader, attrs.evolve(given, readings=tuple(readings))))
    errors = [one for one in findings if _is_wrong(one)]
    if errors:
        more = [f"  and {len(errors) - _MOST_SHOWN} more"] if len(errors) > _MOST_SHOWN else []
        raise RefusedError(
            f"{counted(len(errors), 'place')} would be wrong afterwards; nothing is written",
            *(f"  {one.place.file}: {one.message}" for one in errors[:_MOST_SHOWN]),
            *more,
        )
    return Taken(files=changed, there=tuple(there), findings=findings)


def _is_wrong(finding: Finding) -> bool:
    """Whether what is written would be an error, or say of a document that answers that it is silent.

    That a claim has no text is none: what is made of a sentence has none until somebody words it.
    """
    return finding.code == "A716" or (finding.severity is Severity.ERROR and finding.code != "A017")


def _loaded(loader: CorpusLoader, given: Input) -> Loaded:
    from argmap.check.check import check

    sources = [reading.source for reading in given.readings]
    return loader.load(given, rules=partial(check, files=sources))


def _new_findings(before: Loaded, after: Loaded) -> tuple[Finding, ...]:
    """Errors and warnings of the files afterwards, without those that say what was said before."""
    known = Counter((one.place.file, one.code, one.message) for one in before.findings)
    found = []
    for one in after.findings:
        key = (one.place.file, one.code, one.message)
        if known[key]:
            known[key] -= 1
        elif one.severity is not Severity.NOTE:
            found.append(one)
    return tuple(found)


def _changed(made: Sequence[Edit], given: Input, root: Path) -> Iterator[Formatted]:
    """The files that edits change, those that are made too."""
    readings = {reading.source.name: reading for reading in given.readings}
    for name in dict.fromkeys(edit.place.file for edit in made):
        reading = readings.get(name)
        if linked_out(root / name, root) or (reading is not None and not reading.intact):
            raise RefusedError(f"`{name}` cannot be read, and nothing is written", "`argmap check` says why")
        text = reading.source.text if reading is not None else ""
        for edit in sorted((one for one in made if one.place.file == name), key=lambda one: one.place, reverse=True):
            text = text[: edit.place.span.start] + edit.replacement + text[edit.place.span.end :]
        yield Formatted(
            path=reading.path if reading is not None else root / name,
            before=reading.source if reading is not None else SourceText(name, ""),
            after=text,
            digest=reading.digest if reading is not None else "",
        )


def _additions(
    accepted: Sequence[str], rejected: Sequence[str], shown: Mapping[str, _Way], corpus: Corpus
) -> Iterator[Addition]:
    """What is written, in the order in which it was asked for; no number is both accepted and rejected."""
    known: dict[str, str] = {}
    for word, is_accepted in (*((word, True) for word in accepted), *((word, False) for word in rejected)):
        match = _TAKEN.fullmatch(word)
        if match is None:
            raise RefusedError(f"`{word}` is no number of a suggestion", "write it like 3, 3b or 3b=no")
        name, choice = f"{int(match[1])}{match[2]}", match[3]
        way = shown.get(name)
        if way is None:
            last = max((int(one.rstrip(ascii_lowercase)) for one in shown), default=0)
            is_number = 0 < int(match[1]) <= last
            said = f"{int(match[1])} has no such letter" if is_number else f"the last that was shown is {last}"
            raise RefusedError(f"there is no suggestion {name}: {said}", _AGAIN)
        for other in _overlapping(name, is_accepted, known):
            raise RefusedError(f"`{word}` and `{other}` do not go together", "name each suggestion once")
        known[name] = word
        _refuse_changed(name, way, corpus)
        yield from _accepted(name, way, choice) if is_accepted else _rejected(name, way, choice)


def _overlapping(name: str, is_accepted: bool, known: Mapping[str, str]) -> Iterator[str]:
    """Words that are about the same: several candidates of one answer may be accepted, and several rejected."""
    whole = name.rstrip(ascii_lowercase)
    for other, word in known.items():
        same = other == name or (name == whole and other in (f"{whole}a",)) or (other == whole and name == f"{whole}a")
        if same or (not is_accepted and whole in (name, other) and other.rstrip(ascii_lowercase) == whole):
            yield word


def _accepted(name: str, way: _Way, choice: str | None) -> tuple[Addition, ...]:
    if not way.choices:
        raise RefusedError(f"suggestion {name} has nothing that could be written", "write it by hand")
    if choice is None:
        return next(iter(way.choices.values()))
    if choice not in way.choices:
        named = ", ".join(f"{name}={one}" for one in way.choices)
        raise RefusedError(f"suggestion {name} cannot be accepted as `{choice}`", f"choose one of {named}")
    return way.choices[choice]


def _rejected(name: str, way: _Way, choice: str | None) -> tuple[Addition, ...]:
    if choice is not None:
        raise RefusedError(f"suggestion {name} is rejected without a choice", f"write `--reject {name}`")
    if way.rejection is None:
        raise RefusedError(
            f"suggestion {name} has nothing to reject that could be written",
            "of an issue that is answered already, reject the candidates by their letters; leave a sentence as it is",
        )
    return way.rejection


def _refuse_changed(name: str, way: _Way, corpus: Corpus) -> None:
    now = _texts(way.texts, corpus)
    for one, text in way.texts.items():
        if now.get(one) != text:
            said = "says something else" if one in now else "is gone"
            raise RefusedError(f"`{one}` {said} since suggestion {name} was shown", _AGAIN)
