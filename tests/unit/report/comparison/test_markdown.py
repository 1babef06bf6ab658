import pytest
from pytest_regressions.file_regression import FileRegressionFixture
from town import Town

from argmap.api.comparing import Form, Length, Question
from argmap.report.markdown import escaped, markdown, with_lines_below
from argmap.report.page import Heading, Item, Paragraph, Picture, Table
from argmap.wording.spans import Span, Style, code, strong, words


def test_one_issue(town: Town, file_regression: FileRegressionFixture) -> None:
    pictures = ["compare/one--two.ban.svg"]
    shown = town.told(Form.MARKDOWN, Question(issue="ban"), length=Length.FULL, root="../", pictures=pictures)
    file_regression.check(shown, encoding="utf-8", extension=".md")


def test_the_report_of_everybody(town: Town, file_regression: FileRegressionFixture) -> None:
    pictures = ["compare/one--two.ban.svg", "compare/issue.ban.svg", "compare/matrix.svg"]
    shown = town.told(Form.MARKDOWN, length=Length.REPORT, root="../", pictures=pictures)
    file_regression.check(shown, encoding="utf-8", extension=".md")
    for picture in pictures:
        assert shown.count(f"(<{picture}>)") >= 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[here](http://example.org)", r"\[here\](http\://example.org)"),
        ("![x](y)", r"!\[x\](y)"),
        ("<b onclick=x>", r"\<b onclick=x\>"),
        ("<!-- x -->", r"\<!-- x --\>"),
        ("see www.example.org", r"see www\.example.org"),
        ("a@example.org", "a@<!-- -->example.org"),
        ("AT&T &lt; &#60;", r"AT&T &amp;lt; &amp;\#60;"),
        ("*a* _b_ `c` ~~d~~ $e$ #f a|b", r"\*a\* \_b\_ \`c\` \~\~d\~\~ \$e\$ \#f a\|b"),
        ("\x1b\n", r"\<U+001B\>\<U+000A\>"),
        ("plain, (with) “marks”.", "plain, (with) “marks”."),
    ],
)
def test_nothing_that_somebody_wrote_is_markup(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("- a", r"\- a"), ("+ a", r"\+ a"), ("12. a", r"12\. a"), ("3) a", r"3\) a"), ("=== ", r"\=== ")],
)
def test_nothing_that_somebody_wrote_begins_a_block(text: str, shown: str) -> None:
    assert markdown((Paragraph(words(text)),)) == f"{shown}\n"
    assert markdown((Item(words(text), 1),)) == f"  - {shown}\n"


def test_a_code_span_ends_where_it_should() -> None:
    assert markdown((Paragraph(words(code("a`b``c"), code("`"))),)) == "```a`b``c````` ` ``\n"


def test_blocks() -> None:
    page = (
        Heading(2, words("A heading ##")),
        Item(words(strong(" loud "), "and plain"), 0, words(Span("a.argmap:3", Style.CODE, "../a.argmap#L3"))),
        Item(words("below"), 1),
        Table(("a", "b"), (("x | y", "-"),)),
        Picture("compare/a.svg", "A [picture]"),
    )
    assert markdown(page) == (
        "## A heading \\#\\#\n\n"
        "-  **loud** and plain <br>[`a.argmap:3`](<../a.argmap#L3>)\n"
        "  - below\n\n"
        "| a | b |\n| --- | --- |\n| x \\| y | - |\n\n"
        "[![A \\[picture\\]](<compare/a.svg>)](<compare/a.svg>)\n"
    )


def test_where_ids_stand_is_told_once_below_the_page_and_apart_by_file() -> None:
    def at(name: str, line: int) -> Span:
        return code(name)._replace(target=f"../arguments/{name.partition('.')[0]}.argmap#L{line}")

    blocks = [
        Paragraph(words("First ", at("two.b", 9), " and ", at("one.a", 3), ".")),
        Item(words(at("one.a", 3), " again, ", Span("a map", target="compare/map.svg")), source=words(at("two.a", 1))),
        # CommonMark takes two labels that differ in case for one.
        Item(words(at("two.B", 12))),
    ]
    assert with_lines_below(markdown(blocks)) == (
        "First [`two.b`][] and [`one.a`][].\n\n"
        "- [`one.a`][] again, [a map](<compare/map.svg>) <br>[`two.a`][]\n"
        "- [`two.B`](<../arguments/two.argmap#L12>)\n\n"
        "[`one.a`]: <../arguments/one.argmap#L3>\n\n"
        "[`two.a`]: <../arguments/two.argmap#L1>\n"
        "[`two.b`]: <../arguments/two.argmap#L9>\n"
    )


def test_what_somebody_wrote_stays_where_it_is_although_it_looks_like_a_link() -> None:
    page = markdown([Paragraph(words("[`one.a`](<../arguments/one.argmap#L3>)", code("[x](<y#L1>)")))])
    assert with_lines_below(page) == page
