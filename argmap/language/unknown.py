"""A line that does not begin with a word of the language: what it may be meant for."""

from __future__ import annotations

from collections.abc import Iterable

from argmap.language.tree import Refused
from argmap.language.words import STATEMENTS, UNDER
from argmap.source.finding import Edit, Finding
from argmap.source.nearest import nearest
from argmap.source.text import Place, SourceText, Span

_MEANT = {
    "because": "since as for therefore thus hence reason reasons due premise support supports pro argument",
    "despite": "although though but however yet notwithstanding albeit granted concedes con nevertheless",
    "and": "plus moreover furthermore together",
    "objection": "objections objects counterargument counter rebuttal rebuts contra against con criticism",
    "undercut": "undercuts undercutter doubt",
    "unless": "except exception barring",
    "if": "when provided assuming suppose given",
    "only-if": "requires needs",
    "answers": "answer stance",
    "at": "quote quotes cue page line lines where place",
    "kind": "type sort",
    "level": "depth indent indentation",
    "step-note": "warrant",
    "until": "till deadline horizon due expires",
    "said": "uttered spoken",
    "by": "encoder encoded annotator annotated coder",
    "sure": "confidence confident",
    "short": "abbreviation abbreviated nickname shortname",
    "topic": "theme subject category group",
    "silent": "silence unanswered",
    "exhaustive": "exhausts exhaust",
    "changes": "change changing varies",
    "as-of": "when time valid period",
    "cites": "reference ref citing citation",
    "note": "comment comments remark remarks annotation todo",
    "tags": "tag label labels keywords",
    "author": "authors by writer speaker",
    "date": "year published day dated",
    "publisher": "journal newspaper magazine outlet venue site website",
    "source": "url uri href link file text",
    "language": "lang",
    "thesis": "main conclusion",
    "also": "alias aliases aka synonym synonyms",
    "position": "answer answers option options choice",
    "order": "scale ranking",
    "document": "article text title",
    "section": "heading chapter part",
    "issue": "question topic",
    "actor": "person author holder organisation organization",
    "term": "definition define defines",
    "claims": "says said states argues asserts believes thinks holds maintains affirms writes statement thesis",
    "reports": "says said states argues asserts believes thinks holds quotes mentions cites",
    "denies": "rejects disputes refutes opposes disputed",
    "endorses": "agrees accepts supports",
    "doubts": "questions",
    "supposes": "assumes imagines hypothesis",
}
"""Words near in meaning, by the word of the language that stands for them."""
_LONGEST = 60
_FEW_WORDS = 3
_GOES_ON = "if it goes on with the text above, begin it with `|`, two spaces deeper than that line"


def unknown_word(source: SourceText, refused: Refused, under: str) -> Finding:
    """The finding for a line that begins with no word of the language.

    Args:
        source: The file.
        refused: Where the line's first word stands, or the line where it has none.
        under: The first word of the line that it stands under; empty at column 0.
    """
    start, end = refused.span
    word = source.text[start:end]
    place = Place(source.name, refused.span)
    if word.startswith("|"):
        return Finding(
            code="A019",
            message="`|` has no text to go on with",
            place=Place(source.name, Span(start, start + 1)),
            help="put it right below the line whose text goes on, two spaces deeper than that line",
        )
    if word[:1].isspace():
        return _odd_blank(source, start)
    if len(word) > _LONGEST or not word[:1].isalnum():
        return Finding(
            code="A010",
            message="this line does not begin with a word of the language",
            place=place,
            help="if it goes on with the text above, begin it with `|`, two spaces deeper; a comment begins with `#`",
        )
    known = UNDER[under] if under else tuple(sorted(STATEMENTS))
    line_end = source.text.find("\n", start)
    line = source.text[start : line_end if line_end >= 0 else len(source.text)]
    message = f"`{word}` is no word of the language"
    has_colon = ":" in line
    is_prose = not has_colon and len(line.split(None, _FEW_WORDS)) > _FEW_WORDS
    choice = meant(word, known)
    near = nearest(word, known) if not choice else choice[0] if len(choice) == 1 else None
    if near and not (choice and is_prose):
        return Finding(
            code="A010",
            message=f"{message}; did you mean `{near}`?",
            place=place,
            help=f"write `{near}`" + (f"; or, {_GOES_ON}" if is_prose else ""),
            fix=Edit(place, near),
        )
    choices = " or ".join(f"`{one}`" for one in choice)
    if choice and not is_prose:
        return Finding(
            code="A010",
            message=f"{message}; did you mean {choices}?",
            place=place,
            help="write `claims` for what the author says, and `reports ID from ACTOR` for what somebody else does"
            if choice == ("claims", "reports")
            else f"write {choices}",
        )
    if choice:
        hint = f"{_GOES_ON}; else write {choices}, with a colon before the text"
    elif start and (is_prose or not (under or has_colon)):
        hint = _GOES_ON + ("" if under else "; at column 0 a statement begins, and nothing else does")
    else:
        listed = ", ".join(f"`{one}`" for one in known)
        hint = f"a line {f'under `{under}`' if under else 'at column 0'} begins with {listed}"
        hint += f"; {_GOES_ON}" if start else ""
    return Finding(code="A010", message=message, place=place, help=hint)


def meant(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that can stand here for which people write this one."""
    folded, words = word.casefold(), tuple(known)
    if folded in words:
        return (folded,)
    return tuple(choice for choice in words if folded in _MEANT.get(choice, "").split())


def _odd_blank(source: SourceText, start: int) -> Finding:
    """The finding for a line that is indented by blanks which are neither spaces nor tabs."""
    from unicodedata import name

    end = start + 1
    while source.text[end : end + 1].isspace() and source.text[end] not in " \t\r\n":
        end += 1
    blank = source.text[start]
    known = name(blank, "").lower()
    return Finding(
        code="A006",
        message=f"U+{ord(blank):04X}{f' ({known})' if known else ''} in the indentation",
        place=Place(source.name, Span(start, end)),
        label="it looks like a space and is none",
        help="indent by plain spaces, two a level",
    )
