"""The contexts of a line as the grammar of each editor: TextMate (VS Code and many others), Vim, Emacs and Kate.

`LOOKS` says how each sort of thing is called where themes choose colours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from argmap.editors.syntax import (
    BAR,
    COMMENT,
    PROSE,
    START,
    TEXTS,
    UNREAD,
    WORD_ENDS,
    Rule,
    Sort,
    contexts,
)
from argmap.language.words import STATEMENTS


class Look(NamedTuple):
    """What a sort is called by themes.

    Attributes:
        scope: In TextMate, without the name of the language; several for what looks like two things at once.
        group: In Vim.
        face: In Emacs.
        style: In Kate.
    """

    scope: str
    group: str
    face: str
    style: str


LOOKS = {
    Sort.COMMENT: Look("comment.line.number-sign", "Comment", "font-lock-comment-face", "Comment"),
    Sort.STATEMENT: Look("storage.type.statement", "Structure", "font-lock-keyword-face", "DataType"),
    Sort.VERB: Look("keyword.other.verb", "Statement", "font-lock-keyword-face", "Keyword"),
    Sort.DENIAL: Look("keyword.other.denial markup.deleted.denial", "argmapDenied", "argmap-denied-face", "Warning"),
    Sort.STEP: Look("keyword.control.step", "Conditional", "font-lock-builtin-face", "ControlFlow"),
    Sort.FIELD: Look("variable.other.property.field", "Label", "font-lock-variable-name-face", "Attribute"),
    Sort.JOINING_WORD: Look("keyword.operator.wordlike", "Operator", "font-lock-keyword-face", "Operator"),
    Sort.OWN_ID: Look("entity.name.function", "Function", "font-lock-function-name-face", "Function"),
    Sort.FOREIGN_ID: Look("entity.name.function.foreign markup.underline.link", "Underlined", "link", "Import"),
    Sort.ISSUE: Look("variable.other.constant", "Identifier", "font-lock-constant-face", "Variable"),
    Sort.POSITION: Look(
        "variable.other.enummember markup.bold.answer", "Constant", "font-lock-constant-face", "Constant"
    ),
    Sort.HOLDER: Look("entity.name.type", "Type", "font-lock-type-face", "BuiltIn"),
    Sort.STRENGTH: Look("constant.numeric.strength", "Number", "font-lock-constant-face", "DecVal"),
    Sort.SCHEME: Look("storage.modifier.scheme", "StorageClass", "font-lock-preprocessor-face", "Annotation"),
    Sort.RELATION: Look("keyword.control.relation", "Conditional", "font-lock-builtin-face", "ControlFlow"),
    Sort.CONSTANT: Look("constant.language", "Boolean", "font-lock-constant-face", "Constant"),
    Sort.NUMBER: Look("constant.numeric", "Number", "font-lock-constant-face", "DecVal"),
    Sort.DATE: Look("constant.numeric.date", "Number", "font-lock-constant-face", "DecVal"),
    Sort.CUE: Look("string.quoted.double", "String", "font-lock-string-face", "String"),
    Sort.TITLE: Look("markup.heading.title", "Title", "bold", "Keyword"),
    Sort.TEXT: Look("meta.prose", "Normal", "default", "Normal"),
    Sort.DENIED_TEXT: Look(
        "markup.deleted.denied markup.italic.denied", "argmapDenied", "argmap-denied-face", "Warning"
    ),
    Sort.BAR: Look("punctuation.separator.continuation", "Delimiter", "font-lock-comment-delimiter-face", "Operator"),
    Sort.MARK: Look("punctuation.separator", "Delimiter", "default", "Normal"),
    Sort.ERROR: Look("invalid.illegal", "Error", "font-lock-warning-face", "Error"),
}
MADE_BY = "Made from the words of the language by `python -m argmap.editors.generated`: change nothing here."


def textmate() -> str:
    """The grammar as JSON for TextMate.

    A rule that leads to another context holds as long as lines go on with the text, and all that it led to with it.
    """
    goes_on = f"^(?=[ \\t]*(?:#|{BAR}|$))"
    repository: dict[str, object] = {"comment": _matched(Sort.COMMENT, f"^[ \\t]*{COMMENT}")}
    for name, rules in contexts().items():
        patterns: list[object] = [{"include": "#comment"}]
        for rule in (*rules, *UNREAD):
            pattern = f"{'^' if name == START else ''}{_bounded(rule)}"
            if not rule.next:
                patterns.append(_matched(rule.sort, pattern))
                continue
            captures = {"0": {"name": _scope(rule.sort)}}
            inner = [{"include": f"#{rule.next}"}]
            led: dict[str, object] = {"begin": pattern, "beginCaptures": captures, "while": goes_on, "patterns": inner}
            patterns.append(led)
        repository[name] = {"patterns": patterns}
    for name, sort in TEXTS.items():
        bar = _matched(Sort.BAR, f"^[ \\t]*{BAR}")
        # Where a line begins there is a bar or a comment, or else it does not go on.
        repository[name] = {"patterns": [{"include": "#comment"}, bar, _matched(sort, PROSE)]}
    parts = {
        "information_for_contributors": [MADE_BY],
        "name": "argmap",
        "scopeName": "source.argmap",
        "fileTypes": ["argmap"],
        "patterns": [{"include": f"#{START}"}],
    }
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in parts.items()]
    listed = ",\n".join(f"    {_json(name)}: {_json(context)}" for name, context in repository.items())
    return "\n".join(["{", *lines, '  "repository": {', listed, "  }", "}", ""])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _bounded(rule: Rule) -> str:
    return f"{rule.pattern}(?={WORD_ENDS}|$)" if rule.whole else rule.pattern


def _scope(sort: Sort) -> str:
    return " ".join(f"{scope}.argmap" for scope in LOOKS[sort].scope.split())


def _matched(sort: Sort, pattern: str) -> dict[str, object]:
    return {"match": pattern, "name": _scope(sort)}


def vim() -> str:
    """The syntax file of Vim.

    A context is a cluster of matches, and what one of them leads to are its next groups.
    """
    lines = [
        f'" {MADE_BY}',
        'if exists("b:current_syntax")',
        "  finish",
        "endif",
        "syntax case match",
        "syntax spell notoplevel",
        # How far a text may go on above the line that is shown first.
        "syntax sync minlines=100",
    ]
    groups: dict[str, Sort] = {}
    for name, rules in contexts().items():
        numbered = [(_group(name, number), rule) for number, rule in enumerate((*rules, *UNREAD))]
        groups |= {group: rule.sort for group, rule in numbered}
        if name != START:
            lines.append(f"syntax cluster {_cluster(name)} contains={','.join(group for group, _ in numbered)}")
        # Of several matches at one place, the one that is defined last goes before the others.
        for group, rule in reversed(numbered):
            pattern = f"{_vim(rule.pattern)}\\ze%({_vim(WORD_ENDS)}|$)" if rule.whole else _vim(rule.pattern)
            following = rule.next or name
            lines.append(
                f"syntax match {group} /\\v{'^' if name == START else ''}{pattern}/"
                + (" contained" if name != START else "")
                + f" nextgroup=@{_cluster(following)} skipwhite"
            )
    for name, sort in TEXTS.items():
        prose, bar, empty, comment, blank = (_group(name, number) for number in range(5))
        # Not `skipwhite`: a line that does not go on with the text is read from its beginning.
        on = f"nextgroup={bar},{empty},{comment},{blank} skipnl"
        groups |= {prose: sort, bar: Sort.BAR, empty: Sort.BAR, comment: Sort.COMMENT}
        lines += [
            f"syntax cluster {_cluster(name)} contains={prose}",
            f"syntax match {prose} /\\v{PROSE}/ contained contains=@Spell {on}",
            f"syntax match {blank} /\\v^[ \\t]*\\n/ contained {on}",
            f"syntax match {comment} /\\v^[ \\t]*{COMMENT}/ contained {on}",
            f"syntax match {bar} /\\v^[ \\t]*{BAR}/ contained nextgroup={prose} skipwhite",
            f"syntax match {empty} /\\v^[ \\t]*{BAR}[ \\t]*$/ contained {on}",
        ]
    comment = _group("comment", 0)
    groups[comment] = Sort.COMMENT
    lines.append(f"syntax match {comment} /\\v^[ \\t]*{_vim(COMMENT)}/ contains=@Spell")
    lines += [f"highlight default link {group} argmap{_title(sort.value)}" for group, sort in groups.items()]
    lines += [f"highlight default link argmap{_title(sort.value)} {look.group}" for sort, look in LOOKS.items()]
    lines += [
        "highlight default argmapDenied cterm=italic gui=italic ctermfg=Brown guifg=#b8470a",
        'let b:current_syntax = "argmap"',
    ]
    return "\n".join(lines) + "\n"


def _vim(pattern: str) -> str:
    """A pattern in the "very magic" spelling of Vim."""
    return pattern.replace("(?:", "%(").replace("\\n", "")


def _title(name: str) -> str:
    return "".join(part.capitalize() for part in re.split("[ -]", name))


def _cluster(context: str) -> str:
    return f"argmapIn{_title(context)}"


def _group(context: str, number: int) -> str:
    return f"argmapIn{_title(context)}{number}"


def emacs() -> str:
    """The table that the mode of Emacs reads: by context, patterns, each with its face and the context that follows."""
    lines = ["(defconst argmap-contexts", "  '("]
    for name, rules in contexts().items():
        lines.append(f"    ({_symbol(name)}")
        for rule in (*rules, *UNREAD):
            ends = _emacs(f"(?:{WORD_ENDS}|$)") if rule.whole else ""
            pattern = _emacs(f"({rule.pattern})") + ends
            lines.append(f"     ({_quoted(pattern)} {LOOKS[rule.sort].face} {_symbol(rule.next or name)})")
        lines[-1] += ")"
    lines += [
        f"    ({_symbol(name)} ({_quoted(_emacs(f'({PROSE})'))} {LOOKS[sort].face} {_symbol(name)}))"
        for name, sort in TEXTS.items()
    ]
    lines[-1] += ")"
    lines += [
        '  "By context, patterns, each with its face and the context of what follows.")',
        "",
        f"(defconst argmap-texts '({' '.join(_symbol(name) for name in TEXTS)})",
        '  "The contexts of what can go on in lines that begin with a bar.")',
        "",
        f"(defconst argmap-statements '({' '.join(_quoted(word) for word in sorted(STATEMENTS))})",
        '  "The words that begin a statement.")',
    ]
    return "\n".join(lines) + "\n"


def _emacs(pattern: str) -> str:
    """A pattern in the spelling of Emacs, where brackets and bars are what they are unless they are escaped."""
    return "".join(_emacs_parts(pattern.replace("\\n", "\n").replace("\\t", "\t")))


def _emacs_parts(pattern: str) -> Iterator[str]:
    for part in re.findall(r"\[\^?\]?[^\]]*\]|\\.|\(\?:|.", pattern, re.DOTALL):
        special: dict[str, str] = {"(?:": "\\(?:", "(": "\\(", ")": "\\)", "|": "\\|", "\\|": "|"}
        yield special.get(part, part)


def _symbol(context: str) -> str:
    return context.replace(" ", "-")


def _quoted(text: str) -> str:
    """A text as Emacs reads it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def kate() -> str:
    """The definition of Kate, and of all that draws text with its library.

    A context is left where its line ends; a text waits there for lines that go on with it.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MADE_BY} -->",
        "<!DOCTYPE language>",
        '<language name="argmap" section="Markup" version="1" kateversion="5.62" extensions="*.argmap" license="MIT">',
        "  <highlighting>",
        "    <contexts>",
    ]
    for name, rules in contexts().items():
        lines.append(_kate_context(name, "#stay" if name == START else "#pop"))
        lines.append(_kate_rule(Sort.COMMENT, f"^[ \\t]*{COMMENT}", "#stay"))
        if name != START:
            lines.append(
                f"        <DetectSpaces attribute={_attribute(Sort.TEXT.value)} context={_attribute('#stay')}/>"
            )
        for rule in (*rules, *UNREAD):
            following = f"{'' if name == START else '#pop!'}{rule.next}" if rule.next else "#stay"
            lines.append(_kate_rule(rule.sort, ("^" if name == START else "") + _bounded(rule), following))
        lines.append("      </context>")
    for name, sort in TEXTS.items():
        between = f"between lines of {name}"
        lines += [
            _kate_context(name, f"#pop!{between}"),
            _kate_rule(sort, PROSE, "#stay"),
            "      </context>",
            _kate_context(between, "#stay", falls_through=True),
            _kate_rule(Sort.COMMENT, f"^[ \\t]*{COMMENT}", "#stay"),
            _kate_rule(Sort.BAR, f"^[ \\t]*{BAR}", f"#pop!{name}"),
            "      </context>",
        ]
    lines += ["    </contexts>", "    <itemDatas>"]
    for sort, look in LOOKS.items():
        italic = ' italic="true"' if sort is Sort.DENIED_TEXT else ""
        lines.append(f'      <itemData name={_attribute(sort.value)} defStyleNum="ds{look.style}"{italic}/>')
    lines += [
        "    </itemDatas>",
        "  </highlighting>",
        "  <general>",
        '    <comments><comment name="singleLine" start="#" position="afterwhitespace"/></comments>',
        '    <keywords casesensitive="1"/>',
        '    <folding indentationsensitive="1"/>',
        "  </general>",
        "</language>",
    ]
    return "\n".join(lines) + "\n"


def _kate_context(name: str, at_line_end: str, *, falls_through: bool = False) -> str:
    through = ' fallthroughContext="#pop"' if falls_through else ""
    empty = ' lineEmptyContext="#stay"' if falls_through else ""
    return (
        f"      <context name={_attribute(name)} attribute={_attribute(Sort.TEXT.value)}"
        f" lineEndContext={_attribute(at_line_end)}{empty}{through}>"
    )


def _kate_rule(sort: Sort, pattern: str, following: str) -> str:
    said = f"attribute={_attribute(sort.value)} context={_attribute(following)} String={_attribute(pattern)}"
    return f"        <RegExpr {said}/>"


def _attribute(text: str) -> str:
    return quoteattr(text)
