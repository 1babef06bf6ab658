"""What VS Code knows of the language beside its grammar: snippets, and how lines are indented, commented and folded."""

from __future__ import annotations

import json

from argmap.language.words import (
    FIELDS,
    NAMED,
    SCHEMES,
    STATEMENTS,
    STEPS,
    UNDER,
    VALUES,
    VERBS,
    YES_OR_NO,
    Attitude,
    Kind,
    Relation,
    Value,
)

_SKELETONS = {
    "document": ("author", "date", "publisher", "source"),
    "issue": ("position", "position"),
    "claims": ("answers", "at", "because"),
}
"""Lines that most often stand under a line, by its first word."""
_VALUES = {
    Value.DATE: "${%d:2021-07-09}",
    Value.SHARE: "${%d:0.8}",
    Value.LEVEL: "${%d:2}",
    Value.KIND: "${%d|" + ",".join(Kind) + "|}",
    Value.YES_OR_NO: "${%d|" + ",".join(YES_OR_NO) + "|}",
    Value.CLAIM: "${%d:some-claim}",
    Value.ACTOR: "${%d:some-actor}",
    Value.ISSUES: "${%d:some-issue}",
    Value.POSITIONS: "${%d:yes}, ${%d:no}",
    Value.SCALE: "${%d:yes} > ${%d:no}",
    Value.OLD_IDS: "${%d:old-id}",
}
_OWN = {
    "link": "${%d:document.claim} ${%d|" + ",".join(Relation) + "|} ${%d:other.claim}: ${%d:Why}",
    "answers": "${%d:some-issue}: ${%d:yes}",
    "section": ": ${%d:Title}",
    **dict.fromkeys(("at", "step-at"), ': "${%d:two to six words}"'),
}
"""What follows the words whose lines are like no other."""


def snippets() -> str:
    """The snippets of VS Code: one for each word that begins a line, and skeletons of what has several lines."""
    found: dict[str, object] = {}
    for word in sorted(STATEMENTS | STEPS | FIELDS):
        found[word] = {"prefix": word, "body": [_numbered(_line(word))], "description": f"a line with `{word}`"}
    for word in sorted(STEPS - {"and", "undercut"}):
        choice = "${%d|" + ",".join(SCHEMES) + "|}"
        body = [_numbered(f"{word} ({choice}) ${{%d:id}}: ${{%d:Text}}")]
        found[f"{word} by a scheme"] = {"prefix": f"{word} (", "body": body, "description": "and the kind of reason"}
    for word, below in _SKELETONS.items():
        lines = [_line(word), *(f"\t{_line(one)}" for one in below)]
        found[f"{word} with lines below"] = {
            "prefix": f"{word}+",
            "body": _numbered("\n".join(lines)).split("\n"),
            "description": f"`{word}` with {', '.join(dict.fromkeys(below))}",
        }
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def _line(word: str) -> str:
    """A line that begins with a word, with a place for each number that is still to be given."""
    if word in _OWN:
        return f"{word}{'' if _OWN[word].startswith(':') else ' '}{_OWN[word]}"
    if word in VERBS:
        holder = " from ${%d:some-actor}" if Attitude(word).needs_holder else ""
        return f"{word} ${{%d:id}}{holder}: ${{%d:Text}}"
    if word in NAMED | STEPS:
        return f"{word} ${{%d:id}}: ${{%d:Text}}"
    return f"{word}: {_VALUES[VALUES[word]] if word in VALUES else '${%d:text}'}"


def _numbered(body: str) -> str:
    """The places in the order in which the cursor visits them."""
    first, *rest = body.split("%d")
    return first + "".join(f"{number}{part}" for number, part in enumerate(rest, 1))


def language_configuration() -> str:
    """How VS Code indents, comments, folds and selects."""
    opened = sorted(word for word in STATEMENTS if (NAMED | STEPS).intersection(UNDER[word]))
    return (
        json.dumps(
            {
                "comments": {"lineComment": "#"},
                "brackets": [["(", ")"]],
                "autoClosingPairs": [{"open": "(", "close": ")"}],
                "surroundingPairs": [["(", ")"], ['"', '"']],
                "wordPattern": "".join(('[^\\s,.():>|"', "\u201c\u201d", "]+")),
                "folding": {"offSide": True},
                "indentationRules": {
                    "increaseIndentPattern": f"^(?:{'|'.join(opened)})[ :].*$",
                    "decreaseIndentPattern": "^(?!)",
                },
                "onEnterRules": [
                    {"beforeText": "^\\s*\\|.*\\S.*$", "action": {"indent": "none", "appendText": "| "}},
                ],
            },
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )
