"""Actors and authors are declared: one id for one holder, whoever names it."""

from __future__ import annotations

from argmap.language.tree import Field, Named, Statement
from argmap.resolve.declared import Declared
from argmap.source.finding import Related
from argmap.source.loosened import loosened
from argmap.source.text import Place


def declare_actor(declared: Declared, statement: Statement, place: Place) -> None:
    """An ``actor`` statement that all files share."""
    head = statement.head
    assert isinstance(head, Named)
    name = head.id.text
    if name in declared.only_authors:
        declared.only_authors.remove(name)
        declared.shared[name] = place
    elif not declared.share("actor", name, place):
        return
    if head.text is not None:
        _declare_name(declared, name, head.text.text, place)
    declared.called.setdefault("", {})[name] = tuple(names_of(statement))


def names_of(statement: Statement) -> list[str]:
    """The name of an actor, then its other names."""
    names: list[str] = []
    for line in statement.lines:
        content = line.content
        if isinstance(content, Named) and content.text is not None:
            names.append(content.text.text)
        elif isinstance(content, Field) and content.keyword.text == "also":
            names += (name.strip() for name in content.text.text.split(","))
    return names


def declare_authors(declared: Declared, statement: Statement, file: str) -> None:
    """The ``author`` lines of a document that give a name."""
    for line in statement.lines[1:]:
        content = line.content
        if not (isinstance(content, Named) and content.keyword.text == "author" and content.text is not None):
            continue
        name, place = content.id.text, Place(file, content.id.span)
        if declared.kinds.get(name, "actor") != "actor":
            declared.share("actor", name, place)
            continue
        if name not in declared.shared:
            declared.shared[name] = place
            declared.kinds[name] = "actor"
            declared.only_authors.add(name)
        _declare_name(declared, name, content.text.text, place)


def compare_own_actors(declared: Declared) -> None:
    """See that no document has an actor of its own who is known already, by the id or by the name."""
    for document, own in declared.own_actors.items():
        names_here: dict[str, tuple[str, Place]] = {}
        for actor, place in own.items():
            name = next(iter(declared.called[document][actor]), "")
            key = loosened(name)
            known = declared.shared.get(actor)
            if known is not None:
                declared.doubtful.add(f"{document}.{actor}")
                if key and loosened(declared.names.get(actor, ("",))[0]) == key:
                    declared.report(
                        "A110",
                        place,
                        f"`{actor}` is declared already, under the same name",
                        label="here again",
                        first=Related(known, "declared here"),
                        help=f"delete this line: {_everywhere(declared, actor)}",
                    )
                else:
                    declared.declare(declared.shared, "actor", actor, place, first_kind=declared.kinds[actor])
            elif key in declared.ids_of_names:
                shared, first = declared.ids_of_names[key]
                mend = f"delete this line and write `{shared}`: {_everywhere(declared, shared)}"
                _refuse_name(declared, f"{_shown(name)} has the id `{shared}` elsewhere", place, first, mend)
            elif key:
                other, first = names_here.setdefault(key, (actor, place))
                if other != actor:
                    _refuse_name(declared, f"{_shown(name)} has the id `{other}` too", place, first)


def _everywhere(declared: Declared, actor: str) -> str:
    who = "an author" if actor in declared.only_authors else "a shared actor"
    return f"{who} is known to all documents"


def _declare_name(declared: Declared, actor: str, name: str, place: Place) -> None:
    """One id for one name, and one name for one id, however it is spaced, composed and capitalised."""
    key = loosened(name)
    if (actor, key) in declared.told_names:
        return
    known_name, first = declared.names.setdefault(actor, (name, place))
    if loosened(known_name) != key:
        declared.told_names.add((actor, key))
        _refuse_name(declared, f"`{actor}` is called {_shown(known_name)} elsewhere", place, first)
        return
    known_actor, first = declared.ids_of_names.setdefault(key, (actor, place)) if key else (actor, place)
    if known_actor != actor:
        declared.told_names.add((actor, key))
        _refuse_name(declared, f"{_shown(name)} has the id `{known_actor}` elsewhere", place, first)


def _shown(name: str) -> str:
    """A name without the odd spaces by which it may differ from another."""
    return " ".join(name.split())


def _refuse_name(declared: Declared, message: str, place: Place, first: Place, mend: str = "") -> None:
    declared.report(
        "A111",
        place,
        message,
        label="is this the same holder?",
        first=Related(first, "declared here"),
        help=mend or "use one id and one spelling for one holder, and different ids for two",
    )
