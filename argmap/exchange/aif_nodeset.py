"""A nodeset of the Argument Interchange Format: its nodes, edges and locutions, as far as they are whole; its schemes.

It is what AIFdb gives as JSON, ``{nodes, edges, locutions}``; xAIF wraps it as ``{AIF: {...}, text, ...}``.  Of the
argumentation schemes (Walton, Reed and Macagno 2008) some are cases of schemes of argmap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import attrs

from argmap.exchange.formats import NotThisFormatError
from argmap.exchange.loss import ForeignPlace, LossReport
from argmap.source.loosened import loosened, plain

TYPES = ("I", "L", "RA", "CA", "MA", "PA", "TA", "YA")
"""Claims; locutions; inferences, conflicts, rephrases, preferences; transitions; illocutions."""
_MOST_SHOWN = 40
"""Characters of an id that a place tells."""
_LONGEST_NAME, _MOST_NAMES = 60, 6
"""Characters and words of what stands before a colon and is still the name of a speaker."""
_KNOWN = frozenset({"nodeID", "text", "type", "scheme", "schemeID", "timestamp"})


class Node(NamedTuple):
    """A node.

    Attributes:
        kind: One of `TYPES`.
        text: On one line.
        scheme: What sort of inference, illocution and so on it is, as the file calls it.
    """

    id: str
    kind: str
    text: str
    scheme: str


class Locution(NamedTuple):
    """What is known of an utterance beside its text.

    Attributes:
        person: An id of the speaker, or a name.
        start: When it began, as the file writes it.
    """

    person: str
    start: str


@attrs.define(kw_only=True)
class Nodeset:
    """A nodeset; both ends of each edge are there.

    Attributes:
        title: What it is called.
        into: By node, those from which an edge leads to it, each once.
        out: By node, those to which an edge leads from it, each once.
        locutions: By node.
        speakers: By locution, the name of who utters it; empty where nothing says so.
    """

    file: str
    title: str
    nodes: Mapping[str, Node]
    into: Mapping[str, list[Node]]
    out: Mapping[str, list[Node]]
    locutions: Mapping[str, Locution]
    speakers: Mapping[str, str]

    def place(self, node: str) -> ForeignPlace:
        """Where a node stands."""
        return place(self.file, node)

    def of_kind(self, *kinds: str) -> Iterator[Node]:
        """All nodes of some kinds, in the order of the file."""
        return (node for node in self.nodes.values() if node.kind in kinds)

    def speaker(self, node: Node) -> str:
        """The name of who utters a locution; empty where nothing says so."""
        return self.speakers[node.id]


def place(file: str, node: str) -> ForeignPlace:
    """Where a node stands."""
    shown = node if len(node) <= _MOST_SHOWN else f"{node[:_MOST_SHOWN]}…"
    return ForeignPlace(file, f"node {plain(shown)}")


def name_before(text: str) -> str:
    """The name of a speaker that stands before the first colon of a text; empty where nothing like it does."""
    before, colon, after = text.partition(":")
    name = " ".join(before.split())
    if not colon or after.startswith("//") or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_NAMES:
        return ""
    return name if any(sign.isalnum() for sign in name) else ""


def nodeset(data: Any, file: str, title: str, spellings: dict[str, str], loss: LossReport) -> Nodeset:  # noqa: ANN401
    """The nodeset that a JSON value is; what is wrong with a part of it is counted and left out.

    Args:
        data: The value.
        file: Its name.
        title: What it is called.
        spellings: How a name is spelled, by its loosened form; new names are added.
        loss: Where it is counted.

    Raises:
        NotThisFormatError: It is none.
    """
    whole = data
    if isinstance(data, dict) and "AIF" in data:
        _count_others(data, ("AIF", "text", "dialog"), file, loss)
        text = data.get("text")
        if text and text != {"txt": ""}:
            loss.dropped("source text", "argument files name their source and do not hold it", ForeignPlace(file))
        whole = data["AIF"]
    if not isinstance(whole, dict) or not isinstance(whole.get("nodes"), list):
        raise NotThisFormatError("it has no list of `nodes`", file, help="AIF is {nodes, edges, locutions} as JSON")
    _count_others(whole, ("nodes", "edges", "locutions", "participants"), file, loss)
    nodes = _nodes(whole["nodes"], file, loss)
    into: dict[str, list[Node]] = {node: [] for node in nodes}
    out: dict[str, list[Node]] = {node: [] for node in nodes}
    for source, target in _edges(whole.get("edges"), nodes, file, loss):
        out[source].append(nodes[target])
        into[target].append(nodes[source])
    locutions = _locutions(whole.get("locutions"), nodes, file, loss)
    participants = _participants(whole.get("participants"), file, loss)
    speakers: dict[str, str] = {}
    for node in nodes.values():
        if node.kind == "L":
            person = locutions[node.id].person if node.id in locutions else ""
            name = _speaker(node.text, person, participants)
            speakers[node.id] = spellings.setdefault(loosened(name), name)
            if speakers[node.id] != name:
                loss.changed("speaker name", "elsewhere it is spelled in another way", place(file, node.id))
    spoken = {locution.person for locution in locutions.values()}
    for person, name in participants.items():
        if person not in spoken and loosened(name) not in spellings:
            loss.dropped("participant", "no locution is theirs", ForeignPlace(file, name))
    return Nodeset(file=file, title=title, nodes=nodes, into=into, out=out, locutions=locutions, speakers=speakers)


def _speaker(text: str, person: str, participants: Mapping[str, str]) -> str:
    """Who utters a locution.

    The name is that of the participant; or what stands before the colon, as AIFdb has it, where the same number often
    stands for several persons.
    """
    before = name_before(text)
    known = participants.get(person, "")
    if known:
        return before if before in participants.values() else known
    if person and not person.isdigit():
        return plain(person.rstrip(": "))
    return before or (f"person {person}" if person else "")


def _count_others(data: Mapping[str, Any], known: tuple[str, ...], file: str, loss: LossReport) -> None:
    for key, value in data.items():
        if key not in known and value not in (None, [], {}, "", False):
            why = "argument files have no place for it"
            loss.dropped("file part", why, ForeignPlace(file, f"`{plain(key)[:_MOST_SHOWN]}`"))


def _entries(data: Any, what: str, file: str, loss: LossReport) -> Iterator[tuple[ForeignPlace, dict[str, Any]]]:  # noqa: ANN401
    if data is None:
        return
    if not isinstance(data, list):
        loss.dropped(f"list of {what}s", "it is no list", ForeignPlace(file))
        return
    for number, entry in enumerate(data, 1):
        where = ForeignPlace(file, f"{what} {number} in the list")
        if isinstance(entry, dict):
            yield where, entry
        else:
            loss.dropped(what, "it is no object with fields", where)


def _id(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """An id as a text; empty where it is none."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return str(value).strip()


def _text(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return plain(value) if isinstance(value, str) else ""


def _nodes(data: Any, file: str, loss: LossReport) -> dict[str, Node]:  # noqa: ANN401
    nodes: dict[str, Node] = {}
    for where, entry in _entries(data, "node", file, loss):
        id_ = _id(entry.get("nodeID"))
        kind = _text(entry.get("type")).upper()
        if not id_:
            loss.dropped("node", "it has no id", where)
            continue
        at = place(file, id_)
        if kind not in TYPES:
            loss.dropped("node", "its type is none of AIF", at)
            continue
        text = _text(entry.get("text"))
        node = Node(id_, kind, text, _text(entry.get("scheme")) or ("" if kind in ("I", "L") else text))
        if id_ in nodes:
            same = nodes[id_] == node
            loss.dropped("node", "it stands there twice" if same else "another node has its id", at)
            continue
        if entry.get("timestamp") is not None:
            loss.dropped("record time", "it says when the node was made, not when anything was said", at)
        if any(key not in _KNOWN for key in entry):
            loss.dropped("node field", "argument files have no place for it", at)
        if isinstance(entry.get("text"), str) and kind in ("I", "L") and text != entry["text"].strip():
            loss.changed("text", "white space and control characters are settled", at)
        nodes[id_] = node
    return nodes


def _edges(data: Any, nodes: Mapping[str, Node], file: str, loss: LossReport) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    seen: set[tuple[str, str]] = set()
    for where, entry in _entries(data, "edge", file, loss):
        edge = _id(entry.get("fromID")), _id(entry.get("toID"))
        if edge[0] not in nodes or edge[1] not in nodes:
            loss.dropped("edge", "a node at its end is missing", where)
        elif edge in seen:
            loss.dropped("edge", "it stands there twice", where)
        elif edge[0] == edge[1]:
            loss.dropped("edge", "it leads from a node to itself", where)
        else:
            seen.add(edge)
            yield edge


def _locutions(data: Any, nodes: Mapping[str, Node], file: str, loss: LossReport) -> dict[str, Locution]:  # noqa: ANN401
    found: dict[str, Locution] = {}
    for where, entry in _entries(data, "locution", file, loss):
        id_ = _id(entry.get("nodeID"))
        if id_ not in nodes or nodes[id_].kind != "L":
            loss.dropped("locution", "there is no L node of its id", where)
            continue
        known = found.get(id_, Locution("", ""))
        person, start = plain(_id(entry.get("personID"))), _text(entry.get("start"))
        if entry.get("start") is not None and not start:
            loss.dropped("locution time", "it is no date", place(file, id_))
        if entry.get("end"):
            loss.dropped("locution end", "argmap keeps when something was said, not how long", place(file, id_))
        for one, other, what in ((known.person, person, "locution speaker"), (known.start, start, "locution time")):
            if one and other and one != other:
                loss.dropped(what, "the locution has another one already", place(file, id_))
        found[id_] = Locution(known.person or person, known.start or start)
    return found


def _participants(data: Any, file: str, loss: LossReport) -> dict[str, str]:  # noqa: ANN401
    found: dict[str, str] = {}
    for where, entry in _entries(data, "participant", file, loss):
        id_ = plain(_id(entry.get("participantID")))
        name = plain(f"{_text(entry.get('firstname'))} {_text(entry.get('surname'))}")
        if id_ and name and id_ not in found:
            found[id_] = name
        else:
            loss.dropped("participant", "it has no id or no name, or its id is another's", where)
    return found


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
