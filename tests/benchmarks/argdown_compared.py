"""Argdown files read by argmap and by Argdown itself: statements, arguments, relations, structures, tags and sections.

``python tests/benchmarks/argdown_compared.py node_modules/.bin/argdown [FILES]`` (``npm install @argdown/cli@1.7.5``)
compares them on the files of ``tests/corpus/argdown``, and fails where they do not agree.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from argmap.exchange.argdown.model import Entry, Model, Section, modelled
from argmap.exchange.plain_yaml import Data

CONSTRUCTS = Path(__file__).parents[1] / "corpus" / "argdown"
_TAGS_AT_THE_END = re.compile(r"(?:\s*#(?:\([^)]+\)|[\w-]+))+\s*$")
_NUMBER_BEFORE = "Untitled "


def main(program: str, *names: str) -> int:
    """Compare, and tell what differs."""
    paths = [Path(name) for name in names] or sorted(CONSTRUCTS.glob("*.argdown"))
    differing = 0
    for path in paths:
        theirs = their_view(program, path)
        ours = our_view(path.read_bytes().decode().replace("\r\n", "\n"))
        found = [] if theirs is None else list(differences(ours, theirs))
        differing += bool(found) or theirs is None
        print(f"{path.name}: {'Argdown refuses it' if theirs is None else 'differs' if found else 'the same'}")
        for line in found:
            print(f"  {line}")
    print(f"{len(paths)} files, {differing} read otherwise than by Argdown")
    return int(differing > 0 or not paths)


def differences(ours: dict[str, Counter[Any]], theirs: dict[str, Counter[Any]]) -> list[str]:
    """What only one of two views has."""
    found = []
    for part, known in theirs.items():
        found += [f"only argmap, {part}: {one}" for one in (ours[part] - known)]
        found += [f"only Argdown, {part}: {one}" for one in (known - ours[part])]
    return found


def _data(data: Any) -> str:
    """Data as a text; Argdown knows numbers and truth, argmap keeps what is written."""
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_data(data[key])}" for key in sorted(data)) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(_data, data)) + "]"
    return json.dumps(data) if isinstance(data, bool) else "null" if data is None else str(data)


def our_view(text: str) -> dict[str, Counter[Any]]:
    """What argmap understands."""
    told: list[tuple[str, str, str, int]] = []
    model = modelled(text, lambda *said: told.append(said))
    entries = model.entries

    def name(key: str) -> str:
        entry = entries[key]
        return entry.title or f"({entry.members[0].wording.text})" if entry.members else "(no title)"

    def members(entry: Entry) -> Any:
        return tuple(sorted(member.wording.text for member in entry.members if member.wording.text))

    view = {part: Counter[Any]() for part in PARTS}
    for entry in entries.values():
        part = "argument" if entry.is_argument else "statement"
        section = "" if entry.section is None or not entry.members else model.sections[entry.section].title
        if not entry.steps:
            view["section of a statement or argument"][part, name(entry.key), section] += 1
        view[part][name(entry.key), members(entry), tuple(sorted(entry.tags))] += 1
        data: dict[str, Data] = entry.data
        if data:
            view["data"][part, name(entry.key), _data(data)] += 1
        for step in entry.steps:
            view["inference"][name(entry.key), name(step.conclusion), tuple(step.rules)] += 1
    for relation in model.relations:
        end = relation.target
        target = name(end) if isinstance(end, str) else (name(end.argument), name(end.conclusion))
        ends = (name(relation.source), target)
        if relation.kind == "contradictory":
            ends = tuple(sorted(ends))  # type: ignore[assignment]
        view["relation"][ends[0], relation.kind.value, ends[1]] += 1
    for section in model.sections:
        view["section"][_section(section)] += 1
    _structures(model, view, name)
    view["finding"].update(told)
    return view


PARTS = (
    *("statement", "argument", "section of a statement or argument", "data", "relation", "inference", "premise"),
    *("section", "finding"),
)


def _structures(model: Model, view: dict[str, Counter[Any]], name: Any) -> None:
    for entry in model.entries.values():
        view["premise"].update((name(entry.key), name(key)) for key in entry.premises)


def _section(section: Section) -> Any:
    return section.title, section.level, tuple(sorted(section.tags)), _data(section.data)


def their_view(program: str, path: Path) -> dict[str, Counter[Any]] | None:
    """What Argdown understands; None where it refuses the file."""
    done = subprocess.run([program, "json", str(path), "--stdout"], capture_output=True, text=True, check=False)
    begin = done.stdout.find("{")
    if done.returncode or begin < 0:
        return None
    try:
        found, _ = json.JSONDecoder().raw_decode(done.stdout[begin:])
    except json.JSONDecodeError:
        return None
    statements, arguments = found["statements"], found["arguments"]
    sections = {section["id"]: section for one in found["sections"] for section in _all(one)}

    def text(member: dict[str, Any]) -> str:
        return " ".join(_TAGS_AT_THE_END.sub("", member.get("text") or "").split())

    def name(title: str, part: dict[str, Any]) -> str:
        if not title.startswith(_NUMBER_BEFORE):
            return title
        members = part[title]["members"]
        return f"({text(members[0])})" if members else "(no title)"

    view = {part: Counter[Any]() for part in PARTS}
    for part, all_of in (("statement", statements), ("argument", arguments)):
        for title, one in all_of.items():
            texts = tuple(sorted(filter(None, map(text, one["members"]))))
            view[part][name(title, all_of), texts, tuple(sorted(one.get("tags") or ()))] += 1
            if one.get("data"):
                view["data"][part, name(title, all_of), _data(one["data"])] += 1
            section = " ".join(sections[one["section"]]["title"].split()) if one.get("section") else ""
            section = _TAGS_AT_THE_END.sub("", section)
            if not one.get("pcs"):
                view["section of a statement or argument"][part, name(title, all_of), section] += 1
            for member in one.get("pcs") or ():
                if member["role"] == "premise":
                    view["premise"][name(title, all_of), name(member["title"], statements)] += 1
                else:
                    rules = tuple(member["inference"]["inferenceRules"])
                    view["inference"][name(title, all_of), name(member["title"], statements), rules] += 1
    for relation in found["relations"]:
        of = {"equivalence-class": statements, "argument": arguments}
        source = name(relation["from"], of[relation["fromType"]])
        target: Any
        if relation["toType"] == "inference":
            conclusion = arguments[relation["to"]]["pcs"][relation["conclusionIndex"]]["title"]
            target = (name(relation["to"], arguments), name(conclusion, statements))
        else:
            target = name(relation["to"], of[relation["toType"]])
        ends = (source, target)
        if relation["relationType"] == "contradictory":
            ends = tuple(sorted(ends))
        view["relation"][ends[0], relation["relationType"], ends[1]] += 1
    for section in sections.values():
        title = _TAGS_AT_THE_END.sub("", section["title"])
        said = (title, section["level"], tuple(sorted(section.get("tags") or ())), _data(section.get("data") or {}))
        view["section"][said] += 1
    return view


def _all(section: dict[str, Any]) -> list[dict[str, Any]]:
    return [section, *(below for one in section["children"] for below in _all(one))]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
