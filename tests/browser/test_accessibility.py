"""Every view of a page, in both themes, wide and narrow: axe-core finds nothing wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from harbour_town import written

from argmap.api.loaded_corpus import load
from argmap.api.one_page import PageOptions, page

axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="comes with the extra `browser`")

VIEWS = {
    "overview": "",
    "matrix with voices": "#matrix?voice=*",
    "dispute": "#i/trams",
    "agreement": "#i/air",
    "text": "#d/first",
    "text without a source": "#d/second",
    "words in the source": "#s/first.rails",
    "map": "#d/first/map",
    "card over the overview": "#c/first.build",
    "card in a text": "#t/first.quiet",
    "changes": "#changes",
    "search": "#search?q=tram",
}
"""Of the harbour, by what each shows."""
OWN_VIEWS = {
    "overview": "",
    "dispute": "#i/sco-action",
    "text": "#d/korybko-2021-08",
    "map": "#d/korybko-2021-08/map",
    "card in a text": "#t/korybko-2021-08.common-foes",
    "search": "#search?q=afghanistan",
}
"""Of the texts of this repository."""
SCREENS = {"wide": (1280, 720), "narrow": (360, 700)}


@contextmanager
def shown(browser: Any, theme: str, screen: str) -> Iterator[Any]:
    """A tab into which a script may be put, and in which nothing is half faded in."""
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, reduced_motion="reduce", bypass_csp=True
    )
    yield context.new_page()
    context.close()


def violations(tab: Any, view: str) -> list[str]:
    """What is wrong with what is shown: the rule and the element."""
    found = axe.Axe().run(tab).response
    assert found["passes"]
    return [
        f"{view}: {rule['id']} ({rule['help']}): {' '.join(map(str, node['target']))}: {node['html'][:200]}: "
        + "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def found_on(tab: Any, address: str, views: dict[str, str]) -> list[str]:
    """What is wrong with any of the views, each opened cold."""
    found = []
    for view, fragment in views.items():
        tab.goto("about:blank")
        tab.goto(f"{address}{fragment}")
        found += violations(tab, view)
    return found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_view_breaks_a_rule(theme: str, screen: str, browser: Any, harbour: Path) -> None:
    with shown(browser, theme, screen) as tab:
        found = found_on(tab, harbour.as_uri(), VIEWS)
        tab.keyboard.press("Escape")
        tab.keyboard.press("?")
        assert tab.locator("#help").is_visible()
        found += violations(tab, "help")

    assert not found, "\n".join(found)


def test_no_view_of_the_texts_of_this_repository_breaks_a_rule(browser: Any, tmp_path: Path) -> None:
    address = tmp_path / "page.html"
    address.write_text(page(load(Path(__file__).parents[2]), PageOptions(maps=True)), encoding="utf-8")
    with shown(browser, "light", "wide") as tab:
        found = found_on(tab, address.as_uri(), OWN_VIEWS)

    assert not found, "\n".join(found)


def test_what_breaks_a_rule_is_told_with_its_element(browser: Any) -> None:
    with shown(browser, "light", "wide") as tab:
        tab.set_content("<html lang=en><title>x</title><main><h1>x</h1><a href='#x' ></a></main>")
        (found,) = violations(tab, "made")

    assert "link-name" in found
    assert '<a href="#x"></a>' in found


# --- What the system of a reader asks for


@contextmanager
def asked(browser: Any, harbour: Path, fragment: str, **wishes: str) -> Iterator[Any]:
    """A tab of the harbour for a reader with such wishes."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, **wishes)
    tab = context.new_page()
    tab.goto(f"{harbour.as_uri()}{fragment}")
    yield tab
    context.close()


def style(tab: Any, selector: str, name: str) -> str:
    found: str = tab.locator(selector).first.evaluate("(x, name) => getComputedStyle(x)[name]", name)
    return found


def test_forced_colours_keep_signs_sides_and_what_is_chosen(browser: Any, harbour: Path) -> None:
    with asked(browser, harbour, "#matrix", forced_colors="active") as tab:
        assert style(tab, "td .g-h", "backgroundColor") != style(tab, "td", "backgroundColor")
        assert style(tab, "td.one", "borderLeftWidth") == style(tab, "td.other", "borderLeftWidth") == "4px"
    with asked(browser, harbour, "#t/first.quiet", forced_colors="active") as tab:
        assert style(tab, "li.cur > .row", "outlineStyle") == "solid"
        assert style(tab, ".m.on", "outlineStyle") == "solid"


def test_nothing_moves_where_a_reader_wants_no_motion(browser: Any, harbour: Path) -> None:
    moving = {"no-preference": "in", "reduce": "none"}
    for wish, name in moving.items():
        with asked(browser, harbour, "#t/first.quiet", reduced_motion=wish) as tab:
            assert style(tab, "#panel", "animationName") == name
            assert (style(tab, "li.cur > .row", "transitionDuration") == "0s") == (wish == "reduce")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_more_contrast_leaves_nothing_dim(theme: str, browser: Any, harbour: Path) -> None:
    for wish in ("no-preference", "more"):
        with asked(browser, harbour, "", contrast=wish, color_scheme=theme) as tab:
            assert (style(tab, ".cw", "color") == style(tab, "body", "color")) == (wish == "more")


def test_paper_has_the_whole_report_from_the_overview_and_a_view_from_elsewhere(browser: Any, harbour: Path) -> None:
    claims = ("build", "quiet", "rails", "steel", "dear", "air", "debt")
    for fragment, is_whole in (("", True), ("#d/second", False)):
        with asked(browser, harbour, fragment, color_scheme="dark") as tab:
            tab.emulate_media(media="print")
            tab.evaluate("dispatchEvent(new Event('beforeprint'))")
            for claim in claims:
                assert tab.locator(f'li[id="c/first.{claim}"] > .row').is_visible() == is_whole
            assert tab.locator('li[id="c/second.loud"] > .row').is_visible()
            assert tab.locator("#changes h1").is_visible() == is_whole
            assert not tab.locator(".bar").is_visible()
            assert style(tab, "body", "color") == "rgb(0, 0, 0)"
            assert style(tab, "body", "backgroundColor") == "rgb(255, 255, 255)"
            tab.emulate_media(media="screen")
            tab.evaluate("dispatchEvent(new Event('afterprint'))")
            assert not tab.locator('li[id="c/first.steel"] > .row').is_visible()


# --- Scripts that are written from right to left

HEBREW = """\
document rail: הרכבת עכשיו!
  author cohen: רות כהן
  date: 2020
  source: rail.txt
  language: he

claims build: העיר צריכה לבנות רכבת קלה.
  answers trams: yes
  at: "צריכה לבנות רכבת קלה"
  because quiet: הרכבת שקטה מאוד.
    answers noise: yes
    at: "שקטה כמו חתול"
"""
HEBREW_SOURCE = 'הרכבת עכשיו!\n\nהעיר צריכה לבנות רכבת קלה, כפי שאמר ד"ר לוי. היא שקטה כמו חתול, "וכולם יודעים".\n'
PLACES = """x => {
  const text = x.firstChild, range = document.createRange();
  return [0, text.length - 1].map(at => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  });
}"""
"""How far from the left the first and the last letter of a text stand."""


@pytest.fixture(scope="module")
def hebrew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of the harbour, of which one text is Hebrew."""
    root = written(tmp_path_factory.mktemp("hebrew"))
    (root / "arguments/rail.argmap").write_text(HEBREW, encoding="utf-8")
    (root / "sources/rail.txt").write_text(HEBREW_SOURCE, encoding="utf-8")
    file = root / "page.html"
    file.write_text(page(load(root), PageOptions(sources=root / "sources")), encoding="utf-8")
    return file


@pytest.mark.parametrize("selector", [".view.on h1", 'li[id="c/rail.quiet"] .t', "#panel h2"])
def test_a_claim_ends_on_the_left_where_its_script_begins_on_the_right(
    selector: str, browser: Any, hebrew: Path
) -> None:
    with asked(browser, hebrew, "#t/rail.quiet") as tab:
        first, last = tab.locator(selector).first.evaluate(PLACES)

    assert last < first


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_a_text_from_right_to_left_is_shown_beside_its_claims(width: int, browser: Any, hebrew: Path) -> None:
    with asked(browser, hebrew, "#t/rail.quiet") as tab:
        tab.set_viewport_size({"width": width, "height": 720})
        assert tab.locator("#panel blockquote b").inner_text() == "שקטה כמו חתול"
        said = tab.locator("#panel blockquote").inner_text()
        assert said.startswith("היא שקטה")
        assert said.endswith("line 3")
        assert tab.locator('.m[data-s~="rail.quiet"]').inner_text() == "שקטה כמו חתול"
        claim = tab.locator('li[id="c/rail.quiet"] .t').bounding_box()
        answer = tab.locator('li[id="c/rail.quiet"] .an').first.bounding_box()
        assert answer["x"] > claim["x"] or answer["y"] > claim["y"]
        assert style(tab, ".view.on .src", "direction") == "rtl"
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
