"""A page as its readers use it: by pointer, by keys alone, by links, on a phone, without a script."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from harbour_town import written

import argmap
from argmap.api.loaded_corpus import load
from argmap.api.one_page import PageOptions, page

pytest.importorskip("playwright.sync_api", reason="comes with the extra `browser`")
from playwright.sync_api import expect


def fragment(tab: Any) -> str:
    return tab.url.partition("#")[2]


def test_the_first_screen_answers_without_a_click(tab: Any) -> None:
    tab.at()
    for said in (
        "What should become of the harbour?",
        "disagree on two",
        "The town should build trams.",
        "The town should leave its streets as they are.",
        "What the disputes turn on",
    ):
        expect(tab.get_by_text(said).first).to_be_in_viewport()


def test_a_dispute_and_back_keeps_the_place(tab: Any) -> None:
    tab.at()
    link = tab.locator("#matrix tbody th a").last
    link.scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    assert before > 0
    link.click()
    expect(tab.locator("article.view.on h1")).to_be_focused()
    tab.go_back()
    expect(tab.locator("#front")).to_be_visible()
    assert abs(tab.evaluate("scrollY") - before) < 3


def test_pointing_at_a_cell_shows_the_sentence(tab: Any) -> None:
    tab.at("#matrix")
    tab.locator('.cell[data-c="first.build"]').first.hover()

    expect(tab.locator("#tip")).to_contain_text("We should build the trams, as Mr. Cable says.")


def test_a_cell_leads_to_the_card_with_the_sentence_marked_and_the_line_of_the_file(tab: Any) -> None:
    tab.at("#matrix")
    tab.locator('.cell[data-c="first.build"]').first.click()

    panel = tab.locator("#panel")
    expect(panel.locator("h2")).to_have_text("The town should build trams.")
    expect(panel.locator("blockquote b")).to_have_text("build the trams")
    expect(panel.locator("blockquote")).to_contain_text("line 3")
    expect(panel.get_by_role("link", name="arguments/first.argmap:9")).to_have_attribute(
        "href", "https://example.org/blob/main/arguments/first.argmap#L9"
    )
    expect(tab.locator("#front")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    assert fragment(tab) == "matrix"


def test_arrows_move_in_the_matrix(tab: Any) -> None:
    tab.at("#matrix")
    tab.locator("#matrix tbody th a").first.focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.locator("td .cell").first).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator("#matrix tr[data-k]").nth(1).locator("td .cell").first).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_be_focused()


def test_the_matrix_is_sorted_and_narrowed_by_its_address(tab: Any) -> None:
    tab.at("#matrix?sort=az&hide=second&voice=*")
    shown = tab.locator("#matrix tr[data-k]:visible th")
    assert shown.all_inner_texts()[0].startswith("Are trams quiet?")
    expect(tab.locator('th[data-h="second"]')).to_be_hidden()
    expect(tab.locator(".voice.on").first).to_contain_text("The town council")

    tab.locator('#mf select[name="sort"]').select_option("agree")
    assert fragment(tab) == "matrix?sort=agree&voice=*&hide=second"


def test_a_claim_leads_to_its_words_in_the_source(tab: Any) -> None:
    tab.at("#d/first")
    tab.locator('li[id="c/first.steel"] > .row').evaluate("x => x.closest('details').open = true")
    tab.keyboard.press("4")
    tab.locator('li[id="c/first.steel"] > .row .t').click()
    mark = tab.locator('.m[data-s~="first.steel"]')
    expect(mark).to_have_class(re.compile("on"))
    expect(mark).to_be_in_viewport()


def test_words_in_the_source_lead_to_the_claim(tab: Any) -> None:
    tab.at("#d/first")
    tab.keyboard.press("1")
    tab.locator('.m[data-s~="first.quiet"]').click()
    row = tab.locator('li[id="c/first.quiet"]')
    expect(row).to_have_class(re.compile("cur"))
    expect(row).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "heading"),
    [
        ("i/trams", "Should the town build trams to the harbour?"),
        ("d/first", "Trams now"),
        ("c/first.quiet", "Trams now"),
        ("t/first.quiet", "Trams now"),
        ("s/first.rails", "Trams now"),
        ("c/first.old-build", "Trams now"),
        ("d/old-first", "Trams now"),
        ("changes", "What changed"),
        ("nonsense", "What should become of the harbour?"),
        ("c/first.nonsense", "What should become of the harbour?"),
        ("%E0%A4%A", "What should become of the harbour?"),
    ],
)
def test_a_link_works_cold(asked: str, heading: str, tab: Any) -> None:
    tab.at(f"#{asked}")

    expect(tab.locator(".view.on h1")).to_have_text(heading)


def test_search_ranks_filters_and_opens(tab: Any) -> None:
    tab.at()
    tab.keyboard.press("/")
    tab.keyboard.type("tram")
    expect(tab.locator("#n")).to_contain_text("found")
    assert tab.locator("#rs li").first.inner_text().startswith("Are trams quiet?")
    tab.locator("#fd").select_option("second")
    tab.locator("#fv").select_option("claims")
    expect(tab.locator("#rs li")).to_have_count(1)
    tab.locator("#q").press("Enter")
    expect(tab.locator("#panel h2")).to_have_text("Trams are loud.")
    assert fragment(tab) == "t/second.loud"


def test_an_address_holds_a_search(tab: Any) -> None:
    tab.at("#search?q=welded")

    expect(tab.locator("#rs li")).to_have_count(1)


def test_keys_move_in_a_tree_that_stays_a_list(tab: Any) -> None:
    tab.at("#d/first")
    top = tab.locator('li[id="c/first.build"] > .row .t')
    top.focus()
    tab.keyboard.press("ArrowRight")
    expect(tab.locator('li[id="c/first.quiet"] > .row .t')).to_be_focused()
    tab.keyboard.press("End")
    tab.keyboard.press("Home")
    expect(top).to_be_focused()
    tab.keyboard.press("ArrowLeft")
    expect(tab.locator('li[id="c/first.build"] > details')).not_to_have_attribute("open", "")
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(top).to_be_focused()
    assert tab.locator(".view.on [role]:not(.src)").count() == 0


def test_letters_do_what_the_help_says_and_nothing_in_fields(tab: Any) -> None:
    tab.at()
    tab.keyboard.press("]")
    expect(tab.locator(".crumbs:visible")).to_contain_text("Question 1 of 2 in dispute")
    tab.keyboard.press("]")
    expect(tab.locator(".crumbs:visible")).to_contain_text("Question 2 of 2 in dispute")
    tab.keyboard.press("j")
    expect(tab.locator("li.cur > .row .t")).to_be_focused()
    tab.keyboard.press("?")
    expect(tab.locator("#help")).to_be_visible()
    tab.keyboard.press("Escape")
    tab.keyboard.press("/")
    tab.keyboard.type("m")
    assert fragment(tab) != "matrix"
    tab.keyboard.press("Escape")
    tab.keyboard.press("m")
    expect(tab.locator("#front")).to_be_visible()


def test_what_it_turns_on_leads_down(tab: Any) -> None:
    tab.at("#i/trams")
    tab.locator(".turns .big").click()
    assert fragment(tab) == "i/noise"
    tab.go_back()
    tab.locator(".crux .cx").first.click()
    assert fragment(tab) == "i/noise"


def test_a_map_is_drawn_and_its_cards_are_claims(tab: Any) -> None:
    tab.at("#d/first/map")
    tab.locator(".map svg g.card").first.click()

    expect(tab.locator("#panel h2")).to_be_visible()
    tab.get_by_role("link", name="Outline").click()
    expect(tab.locator(".view.on .arg")).to_be_visible()


def test_a_citation_names_text_place_and_address(tab: Any, browser: Any) -> None:
    tab.at("#c/first.build")
    tab.evaluate("navigator.clipboard.writeText = async text => { document.title = text; }")
    tab.get_by_role("button", name="Copy citation").click()

    expect(tab.get_by_role("button", name="Copied")).to_be_visible()
    cited = tab.title()
    assert cited.startswith(
        "“The town should build trams.” Ada Able (2020), “Trams now” (The Gazette, 2020), at “build the trams”; "
        "argmap claim first.build, file://"
    )
    assert cited.endswith("#c/first.build")


def test_the_theme_is_kept(tab: Any) -> None:
    tab.at()
    tab.get_by_role("button", name="Light or dark").click()
    tab.reload()

    assert tab.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize("width", [390, 360, 320])
@pytest.mark.parametrize("asked", ["", "#i/trams", "#d/first", "#c/first.quiet", "#changes", "#d/first/map"])
def test_nothing_is_wider_than_a_narrow_screen(asked: str, width: int, tab: Any) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.at(asked)

    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_everything_can_be_read(browser: Any, harbour: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{harbour.as_uri()}#c/first.steel")

    expect(tab.get_by_text("Steel is soft.").last).to_be_visible()
    expect(tab.get_by_role("heading", name="Should the town build trams to the harbour?").first).to_be_visible()
    expect(tab.get_by_text("The air stinks.").first).to_be_visible()
    expect(tab.locator("#q")).to_be_hidden()
    context.close()


def test_changed_stances_and_claims_are_marked(tab: Any) -> None:
    tab.at("#matrix")
    expect(tab.locator(".chg")).to_have_count(1)
    expect(tab.locator(".chg")).to_have_attribute("title", "was: “It is”")
    tab.at("#t/first.quiet")
    expect(tab.locator("#panel .old")).to_have_text("Was: Trams are very quiet.")
    expect(tab.locator('li[id="c/first.quiet"]')).to_have_class(re.compile("changed"))
    tab.at("#changes")
    expect(tab.locator("table.ba tbody tr").first).to_contain_text("Is the air of the town good?")


def test_it_prints_with_every_claim(tab: Any) -> None:
    tab.at("#d/first")
    tab.emulate_media(media="print")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")

    expect(tab.locator('li[id="c/first.steel"] > .row')).to_be_visible()
    expect(tab.locator(".bar")).to_be_hidden()


def test_an_answer_of_the_example_with_its_texts_leads_to_the_words_that_prove_it(browser: Any, tmp_path: Path) -> None:
    root = tmp_path / "federalist"
    shutil.copytree(Path(argmap.__file__).parent / "examples/federalist", root)
    address = root / "page.html"
    address.write_text(page(load(root), PageOptions(sources=root / "texts")), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    tab.goto(address.as_uri())
    expect(tab.get_by_role("link", name="Brutus", exact=False).first).to_be_in_viewport()

    tab.goto(f"{address.as_uri()}#matrix")
    tab.locator('.cell[data-c^="brutus-1."]').first.click()
    words = tab.locator("#panel blockquote b").first
    expect(words).to_be_visible()
    text = " ".join((root / "texts/brutus-1.txt").read_text(encoding="utf-8").split())
    assert " ".join(words.inner_text().split()) in text
    tab.close()


def test_a_claim_is_shown_on_the_map_that_has_its_card(browser: Any, tmp_path: Path) -> None:
    root = tmp_path / "federalist"
    shutil.copytree(Path(argmap.__file__).parent / "examples/federalist", root)
    file = root / "arguments" / "brutus-1.argmap"
    reasons = "".join(f"  because more-{number}: More.\n" for number in range(40))
    more = f"\nsection: More\n\nclaims last: Last.\n{reasons}"
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    address = root / "page.html"
    address.write_text(page(load(root), PageOptions(maps=True)), encoding="utf-8")
    tab = browser.new_page(viewport={"width": 1280, "height": 720})
    tab.goto(f"{address.as_uri()}#d/brutus-1/map")
    overview = tab.locator(".view.on .mapbox select").input_value()
    tab.goto(f"{address.as_uri()}#c/brutus-1.more-7")

    expect(tab.locator(".view.on .mapbox select")).not_to_have_value(overview)
    expect(tab.locator(".view.on .map g.on")).to_have_attribute("id", "more-7")
    tab.close()


ATTACK = "</script><img src=x onerror=alert(1)><svg/onload=alert(2)>\"'><script>alert(3)</script>"


@pytest.mark.parametrize("bypassed", [False, True])
def test_no_text_runs_with_or_without_the_policy(bypassed: bool, browser: Any, tmp_path: Path) -> None:
    root = written(tmp_path)
    for file in (root / "arguments").glob("*.argmap"):
        text = file.read_text(encoding="utf-8")
        for said in ("Trams are quiet.", "Trams are loud.", "They are not", "Trams now", "Ada Able", "Trams?"):
            text = text.replace(said, ATTACK)
        file.write_text(text, encoding="utf-8")
    (root / "sources/first.txt").write_text(f"{ATTACK} build the trams {ATTACK}\n", encoding="utf-8")
    address = root / "page.html"
    address.write_text(page(load(root), PageOptions(title=ATTACK, sources=root / "sources")), encoding="utf-8")
    context = browser.new_context(bypass_csp=bypassed)
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("dialog", lambda dialog: complaints.append(dialog.message))
    tab.on("request", lambda asked: complaints.append(asked.url))
    for asked in ("", "#matrix", "#i/noise", "#d/first", "#c/first.quiet", "#c/first.build", "#search?q=alert"):
        tab.goto("about:blank")
        tab.goto(f"{address.as_uri()}{asked}")
        expect(tab.locator(".view.on h1")).to_be_visible()
        assert tab.locator("img, svg, iframe").count() == 0
    assert {said.partition("#")[0] for said in complaints} == {address.as_uri()}
    context.close()
