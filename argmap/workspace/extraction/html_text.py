"""The text of an HTML page as a browser shows it, without style sheets and scripts.

Tags are told from text as the HTML standard says.  The parser of the standard library goes over what follows again and
again where tags and comments are not closed; here every character is gone over once or twice, whatever the page.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Mapping
from html import unescape

from argmap.source.text import Extraction
from argmap.workspace.extraction.lines import Extracted, Lines, Unreadable, counted_losses, raised

READER = "argmap"

_SPACE = r"\t\n\f\r "
_TAG_NAME = re.compile(rf"[a-zA-Z][^{_SPACE}/>]*+")
_ATTRIBUTE = re.compile(
    rf"([^{_SPACE}/>][^{_SPACE}/>=]*+)"
    rf"(?:[{_SPACE}]*+=[{_SPACE}]*+(?:\"([^\"]*+)(?:\"|\Z)|'([^']*+)(?:'|\Z)|([^{_SPACE}>\"'][^{_SPACE}>]*+)?))?"
)
_BETWEEN = re.compile(rf"[{_SPACE}/]*+")
_COMMENT = re.compile(r"<!--(?:-?>|)")
_COMMENT_END = re.compile(r"--!?>")
_TOO_LARGE = re.compile(r"&#(?:[0-9]{8,}+|[xX][0-9a-fA-F]{7,}+);?")
_NOT_SHOWN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))(?![a-z-])", re.IGNORECASE)

_VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr".split()
)
_RAW = frozenset("script style xmp iframe noembed noframes noscript title textarea".split())
"""Elements up to whose end tag all is text."""
_LEFT_OUT = frozenset(
    "template datalist select audio video canvas object rp rt annotation annotation-xml desc metadata defs".split()
)
"""Elements whose contents are not shown, or stand beside the text."""
_BLOCKS = frozenset(
    "address article aside blockquote details dialog dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr "
    "main menu nav ol p pre section table ul".split()
)
_LINES = frozenset(
    "body caption center dd div dt figcaption html legend li option summary tbody tfoot thead tr".split()
)
_ENDED_BY: Mapping[str, frozenset[str]] = {
    "li": frozenset(("li",)),
    **dict.fromkeys(("dt", "dd"), frozenset(("dt", "dd"))),
    "tr": frozenset(("td", "th", "tr")),
    **dict.fromkeys(("td", "th"), frozenset(("td", "th"))),
    **dict.fromkeys(_BLOCKS | {"div", "center"}, frozenset(("p",))),
}
"""The elements that end where another begins, though nothing says so."""
_LEFT_BEHIND = 8
"""Elements that are looked through for such a one."""
_MISSED = {"img": "picture", "svg": "picture", "video": "video", "audio": "recording", "iframe": "embedded page"}
_MISSED |= {"select": "choice", "canvas": "picture", "object": "object"}

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"<meta[^>]{0,512}?charset\s*=\s*[\"']?\s*([A-Za-z0-9:_.-]{1,40})", re.IGNORECASE)
_DECLARED_IN_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9:_.-]{1,40})[\"']")
_ENCODINGS: Mapping[str, str] = {
    **dict.fromkeys(("ascii", "us-ascii", "latin1", "l1", "iso-8859-1", "iso8859-1", "iso_8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms_kanji"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601"), "cp949"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "unicode", "utf8"), "utf-8"),
    **{f"windows-{number}": f"cp{number}" for number in (874, *range(1250, 1259))},
    **{f"iso-8859-{number}": f"iso8859-{number}" for number in (*range(2, 9), 10, 13, 14, 15, 16)},
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "big5": "big5hkscs",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    **{name: name for name in ("utf-8", "gb18030", "big5-hkscs", "euc-jp", "iso-2022-jp", "koi8-r", "koi8-u")},
    "ibm866": "cp866",
}
"""The encodings that browsers know, by the names that pages give them, as Python calls them."""
_BEGIN = 4096
_BEGINNING = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)(?=[\s/>])", re.IGNORECASE
)


def is_html(data: bytes) -> bool:
    """Whether a file begins as only a page of HTML does."""
    return _BEGINNING.match(_in_part(data)) is not None


def _in_part(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _BEGIN].decode(encoding, "replace")
    return data[:_BEGIN].decode("latin-1")


def html_text(data: bytes) -> Extracted:
    """The text of a page.

    Raises:
        Unreadable: It says that it is in an encoding that nobody knows.
    """
    lines, losses = Lines(), Counter[str]()
    text, gap = decoded(data)
    is_xml = re.match(r"\s*<\?xml\s", text) is not None
    gap = read_html(text, lines, losses, is_xml=is_xml) or gap
    extraction = Extraction("an HTML page", READER, lost=counted_losses(losses), gap=gap)
    return Extracted(lines.text(), extraction)


def decoded(data: bytes) -> tuple[str, str]:
    """The characters of a page, and what is wrong with its bytes, as the end of a sentence; empty where nothing is.

    Raises:
        Unreadable: It says that it is in an encoding that nobody knows.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], encoding)
    declared = _DECLARED_IN_XML.match(data[:_BEGIN]) or _DECLARED.search(data[:_BEGIN])
    if declared:
        name = declared[1].decode().lower()
        if name not in _ENCODINGS:
            raise Unreadable(f"says that it is in the encoding `{name}`, which is not known")
        return _as(data, _ENCODINGS[name])
    try:
        return data.decode(), ""
    except UnicodeDecodeError:
        return _as(data, "cp1252")


def _as(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        before = data[: error.start].count(b"\n") + 1
        if encoding == "cp1252":
            # Browsers take the five bytes that mean nothing for control characters.
            return data.decode("latin-1").translate(_CP1252), ""
        said = encoding.upper()
        return data.decode(encoding, "replace"), f"is {said} in part only, and not on line {before} of the file"


_CP1252 = {number: bytes((number,)).decode("cp1252", "replace").replace("\ufffd", "") for number in range(0x80, 0xA0)}


def read_html(text: str, lines: Lines, losses: Counter[str], *, is_xml: bool = False) -> str:
    """Write down what a page says; what comes back is what is missing, as the end of a sentence, or empty.

    Args:
        text: The page.
        lines: Where its text is written.
        losses: Where things that are not in the text are counted.
        is_xml: Whether it is XHTML, in which any element may end in its own tag.
    """
    reader = _Reader(lines, losses, is_xml=is_xml)
    gap = reader.read(text)
    reader.finish()
    return gap


class _Reader:
    def __init__(self, lines: Lines, losses: Counter[str], *, is_xml: bool) -> None:
        self._lines, self._losses, self._is_xml = lines, losses, is_xml
        self._open: list[str] = []
        self._count = Counter[str]()
        self._hidden_from: int | None = None
        self._lists: list[int | None] = []
        self._raised: list[str] | None = None

    # --- Tags and texts

    def read(self, text: str) -> str:
        at = 0
        while at < len(text):
            tag = text.find("<", at)
            tag = len(text) if tag < 0 else tag
            self._say(_unescaped(text[at:tag]))
            if tag == len(text):
                return ""
            at = tag
            sign = text[at + 1 : at + 2]
            if text.startswith("<![CDATA[", at) and self._has_sections:
                end = text.find("]]>", at)
                if end < 0:
                    return "ends inside `<![CDATA[`"
                self._say(text[at + 9 : end])
                at = end + 3
            elif sign in ("!", "?") or (sign == "/" and not _TAG_NAME.match(text, at + 2)):
                behind = self._behind_comment(text, at)
                if behind is None:
                    return "ends inside a comment"
                at = behind
            elif sign == "/" or _TAG_NAME.match(text, at + 1):
                after = self._tag(text, at)
                if isinstance(after, str):
                    return after
                at = after
            else:
                self._say("<")
                at += 1
        return ""

    @property
    def _has_sections(self) -> bool:
        return self._is_xml or self._is_foreign

    @property
    def _is_foreign(self) -> bool:
        return self._count["svg"] + self._count["math"] > 0

    def _behind_comment(self, text: str, at: int) -> int | None:
        """Where a comment, or what browsers take for one, has ended; None where it does not."""
        begin = _COMMENT.match(text, at)
        if begin is None:
            end = text.find(">", at)
            return None if end < 0 else end + 1
        if begin[0].endswith(">"):
            return begin.end()
        match = _COMMENT_END.search(text, begin.end())
        return None if match is None else match.end()

    def _tag(self, text: str, at: int) -> int | str:
        """Take in a tag, and all of an element up to whose end tag all is text; where that ends, or what is missing."""
        is_end = text[at + 1] == "/"
        match = _TAG_NAME.match(text, at + 1 + is_end)
        assert match is not None
        name = match[0].lower()
        attributes: dict[str, str] = {}
        at = match.end()
        while True:
            between = _BETWEEN.match(text, at)
            assert between is not None
            at = between.end()
            if at >= len(text):
                return f"ends inside the tag `<{name[:20]}`"
            if text[at] == ">":
                break
            found = _ATTRIBUTE.match(text, at)
            assert found is not None
            attributes.setdefault(found[1].lower(), found[2] or found[3] or found[4] or "")
            at = found.end()
        closes_itself = text[at - 1] == "/"
        at += 1
        if is_end:
            self._end(name)
            return at
        closed = closes_itself and self._has_sections
        self._start(name, attributes, is_closed=closed)
        if (
            closed
            or name not in _RAW
            or self._is_foreign
            or (self._is_xml and name not in ("script", "style", "title"))
        ):
            return at
        end = re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE).search(text, at)
        if name == "textarea" and end is not None:
            self._say_as_it_stands(_unescaped(text[at : end.start()]))
        return f"ends inside `<{name}>`" if end is None else end.start()

    # --- What they mean

    def _start(self, name: str, attributes: Mapping[str, str], *, is_closed: bool) -> None:
        self._end_what_ends_by_itself(name)
        if self._hidden_from is None:
            self._shown_start(name, attributes)
            if self._is_left_out(name, attributes) and name not in _VOID and not is_closed:
                self._hidden_from = len(self._open)
        if name not in _VOID and not is_closed:
            self._open.append(name)
            self._count[name] += 1
        elif name == "hr":
            self._lines.end_block()

    def _shown_start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _MISSED:
            self._losses[_MISSED[name]] += 1
        if name in ("ul", "menu", "ol"):
            self._end_raised()
            self._lines.end_line() if self._lists else self._lines.end_block()
            start = attributes.get("start", "")
            self._lists.append(None if name != "ol" else int(start) if re.fullmatch("[0-9]{1,9}", start) else 1)
        elif name in _BLOCKS:
            self._end_raised()
            self._lines.end_block()
        elif name in _LINES or name == "br":
            self._end_raised()
            self._lines.end_line()
        elif name in ("td", "th"):
            self._end_raised()
            self._lines.tab()
        elif name == "sup" and self._raised is None:
            self._raised = []
        if name == "li":
            self._mark()

    def _mark(self) -> None:
        number = self._lists[-1] if self._lists else None
        self._lines.mark("- " if number is None else f"{number}. ")
        if number is not None:
            self._lists[-1] = number + 1

    def _is_left_out(self, name: str, attributes: Mapping[str, str]) -> bool:
        if name in _LEFT_OUT or (name in _RAW and name != "textarea") or "hidden" in attributes:
            return True
        if name == "dialog" and "open" not in attributes:
            return True
        # The number of a page of the printed book, in the midst of a sentence.
        if "pagebreak" in attributes.get("epub:type", "") or attributes.get("role") == "doc-pagebreak":
            return True
        return _NOT_SHOWN.search(attributes.get("style", "")[:2000]) is not None

    def _end_what_ends_by_itself(self, name: str) -> None:
        ended = _ENDED_BY.get(name)
        if ended is None or self._is_xml:
            return
        stops = ("ul", "ol", "menu", "dl", "table")
        for place in range(len(self._open) - 1, max(len(self._open) - _LEFT_BEHIND, 0) - 1, -1):
            if self._open[place] in ended:
                self._close_from(place)
                if name != "tr":
                    return
            elif self._open[place] in stops:
                return

    def _end(self, name: str) -> None:
        if not self._count[name]:
            if name in ("br", "p") and self._hidden_from is None:
                self._lines.end_line()
            return
        place = len(self._open) - 1
        while self._open[place] != name:
            place -= 1
        self._close_from(place)

    def _close_from(self, place: int) -> None:
        for name in reversed(self._open[place:]):
            self._count[name] -= 1
            if self._hidden_from is None:
                self._shown_end(name)
            self._open.pop()
            if self._hidden_from == len(self._open):
                self._hidden_from = None
                self._shown_end(name)

    def _shown_end(self, name: str) -> None:
        if name == "sup":
            self._end_raised()
        if name in ("ul", "menu", "ol") and self._lists:
            self._end_raised()
            self._lists.pop()
            self._lines.end_line() if self._lists else self._lines.end_block()
        elif name in _BLOCKS:
            self._end_raised()
            self._lines.end_block()
        elif name in _LINES:
            self._end_raised()
            self._lines.end_line()

    # --- What is written

    def _say(self, text: str) -> None:
        if not text or self._hidden_from is not None:
            return
        if self._raised is not None:
            self._raised.append(text)
        elif self._count["pre"]:
            self._lines.say_as_it_stands(text)
        else:
            self._lines.say(text)

    def _say_as_it_stands(self, text: str) -> None:
        if self._hidden_from is None:
            self._lines.say_as_it_stands(text)

    def _end_raised(self) -> None:
        if self._raised is not None:
            text, self._raised = raised("".join(self._raised)), None
            self._say(text)

    def finish(self) -> None:
        self._end_raised()
        self._lines.end_block()


def _unescaped(text: str) -> str:
    """A text with its references to characters resolved; none stands for more than one or two of them."""
    return unescape(_TOO_LARGE.sub("\ufffd", text)) if "&" in text else text
