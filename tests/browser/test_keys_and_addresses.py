"""A page by keys alone, every key of its help; and by its addresses, there and back."""

import re
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="comes with the extra `browser`")
from playwright.sync_api import expect


def fragment(tab: Any) -> str:
    return tab.url.partition("#")[2]


def row(tab: Any, claim: str) -> Any:
    return tab.locator(f'.view.on li[data-c="{claim}"] > .row .t').first


def folded(tab: Any, claim: str) -> bool:
    return tab.locator(f'.view.on li[data-c="{claim}"] > details').first.evaluate("x => !x.open")


# --- Keys


def test_claims_are_walked_folded_and_found_in_the_source_by_letters(tab: Any) -> None:
    tab.at("#d/first")
    tab.keyboard.press("j")
    expect(row(tab, "first.build")).to_be_focused()
    tab.keyboard.press("j")
    expect(row(tab, "first.quiet")).to_be_focused()
    tab.keyboard.press("k")
    expect(row(tab, "first.build")).to_be_focused()
    assert fragment(tab) == "c/first.build"

    assert not folded(tab, "first.build")
    tab.keyboard.press("o")
    assert folded(tab, "first.build")
    tab.keyboard.press("o")
    assert not folded(tab, "first.build")

    tab.keyboard.press("j")
    tab.keyboard.press("s")
    mark = tab.locator('.m[data-s~="first.quiet"]')
    expect(mark).to_be_focused()
    expect(mark).to_have_class(re.compile("on"))
    tab.keyboard.press("Enter")
    expect(tab.locator("#panel h2")).to_have_text("Trams are quiet.")
    tab.keyboard.press("Escape")
    expect(tab.locator("#panel")).to_be_hidden()


def test_the_source_of_a_claim_is_one_key_away_from_a_question(tab: Any) -> None:
    tab.at("#i/trams")
    tab.keyboard.press("j")
    tab.keyboard.press("s")

    expect(tab.locator('.view.on .m[data-s~="first.build"]')).to_be_focused()


def test_a_tree_is_moved_in_by_arrows_and_opened_with_its_siblings(tab: Any) -> None:
    tab.at("#d/first")
    tab.keyboard.press("2")
    row(tab, "first.build").focus()
    tab.keyboard.press("ArrowDown")
    expect(row(tab, "first.quiet")).to_be_focused()
    tab.keyboard.press("ArrowDown")
    expect(row(tab, "first.dear")).to_be_focused()
    tab.keyboard.press("ArrowUp")
    expect(row(tab, "first.quiet")).to_be_focused()
    assert folded(tab, "first.quiet")
    tab.keyboard.press("*")
    assert not folded(tab, "first.quiet")
    tab.keyboard.press("ArrowRight")
    expect(row(tab, "first.rails")).to_be_focused()
    tab.keyboard.press("ArrowLeft")
    expect(row(tab, "first.quiet")).to_be_focused()
    tab.keyboard.press("End")
    expect(row(tab, "first.dear")).to_be_focused()


@pytest.mark.parametrize("key", ["Enter", " "])
def test_a_key_opens_the_card_and_the_focus_comes_back(key: str, tab: Any) -> None:
    tab.at("#d/first")
    row(tab, "first.quiet").focus()
    tab.keyboard.press(key)
    expect(tab.locator("#panel h2")).to_be_focused()
    expect(tab.locator("#panel h2")).to_have_text("Trams are quiet.")
    tab.keyboard.press("Escape")
    expect(row(tab, "first.quiet")).to_be_focused()


def test_digits_open_so_many_levels(tab: Any) -> None:
    tab.at("#d/first")
    shown = {"1": "first.build", "2": "first.quiet", "3": "first.rails", "4": "first.steel"}
    for key, deepest in shown.items():
        tab.keyboard.press(key)
        for level, claim in shown.items():
            assert row(tab, claim).is_visible() == (level <= key), (deepest, claim)


def test_a_text_is_presented_and_left_by_one_key(tab: Any) -> None:
    tab.at("#d/first")
    size = row(tab, "first.quiet").evaluate("x => parseFloat(getComputedStyle(x).fontSize)")
    tab.keyboard.press("p")
    expect(tab.locator(".bar")).to_be_hidden()
    expect(tab.locator(".view.on .src")).to_be_hidden()
    assert row(tab, "first.quiet").evaluate("x => parseFloat(getComputedStyle(x).fontSize)") > size
    tab.keyboard.press("3")
    expect(row(tab, "first.rails")).to_be_visible()
    tab.keyboard.press("Escape")
    expect(tab.locator(".bar")).to_be_visible()
    button = tab.get_by_role("button", name="Present")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(".bar")).to_be_hidden()
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(tab.locator(".bar")).to_be_visible()


@pytest.mark.parametrize("width", [320, 390, 1280, 1920])
@pytest.mark.parametrize("asked", ["", "#i/trams", "#d/first", "#changes"])
def test_every_view_is_presented_larger_and_no_wider(asked: str, width: int, tab: Any) -> None:
    tab.set_viewport_size({"width": width, "height": 700})
    tab.at(asked)
    heading = tab.locator(".view.on h1")
    before = heading.evaluate("x => parseFloat(getComputedStyle(x).fontSize)")
    tab.keyboard.press("p")

    expect(tab.locator(".bar")).to_be_hidden()
    assert heading.evaluate("x => parseFloat(getComputedStyle(x).fontSize)") > before
    assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_brackets_go_from_dispute_to_dispute(tab: Any) -> None:
    tab.at("#front")
    tab.keyboard.press("]")
    expect(tab.locator(".view.on .crumbs")).to_contain_text("Question 1 of 2 in dispute")
    first = fragment(tab)
    tab.keyboard.press("]")
    expect(tab.locator(".view.on .crumbs")).to_contain_text("Question 2 of 2 in dispute")
    tab.keyboard.press("[")
    expect(tab.locator(".view.on .crumbs")).to_contain_text("Question 1 of 2 in dispute")
    assert fragment(tab) == first


def test_a_result_is_chosen_by_arrows_and_opened_by_enter(tab: Any) -> None:
    tab.at()
    tab.keyboard.press("/")
    tab.keyboard.type("trams")
    chosen = tab.locator('#rs [aria-selected="true"]')
    expect(chosen).to_have_id("o0")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    expect(chosen).to_have_id("o2")
    tab.keyboard.press("ArrowUp")
    expect(chosen).to_have_id("o1")
    expect(tab.locator("#q")).to_have_attribute("aria-activedescendant", "o1")
    target = chosen.get_attribute("data-h")
    tab.keyboard.press("Enter")
    expect(tab.locator("#pop")).to_be_hidden()
    assert f"#{fragment(tab)}" == target


@pytest.mark.parametrize("key", ["Control+m", "Alt+m", "Meta+m", "Control+p", "Alt+j"])
def test_letters_with_another_key_are_the_browsers(key: str, tab: Any) -> None:
    tab.at("#d/first")
    tab.keyboard.press(key)

    assert fragment(tab) == "d/first"
    expect(tab.locator(".bar")).to_be_visible()


def test_a_cell_that_has_the_focus_shows_its_sentence(tab: Any) -> None:
    tab.at("#matrix")
    tab.locator("#matrix tbody th a").first.focus()
    tab.keyboard.press("ArrowRight")

    expect(tab.locator("#tip")).to_be_visible()
    described = tab.locator(":focus").get_attribute("aria-describedby")
    assert described == "tip"


def test_everything_can_be_reached_by_the_tab_key(tab: Any) -> None:
    tab.at("#i/trams")
    reached = set()
    for _ in range(60):
        tab.keyboard.press("Tab")
        reached.add(tab.evaluate("document.activeElement.textContent.trim()"))

    assert {"Overview", "Matrix", "Changes", "The town should build trams.", "\u2190 previous"} <= reached


# --- Addresses


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("matrix", "What should become"),
        ("matrix?sort=agree", "Is the air of the town good?"),
        ("matrix?sort=az", "Are trams quiet?"),
        ("matrix?sort=second", ""),
    ],
)
def test_a_matrix_is_sorted_as_its_address_says(asked: str, first: str, tab: Any) -> None:
    tab.at(f"#{asked}")
    shown = tab.locator("#matrix tr[data-k]:visible")
    if asked == "matrix":
        assert shown.evaluate_all("rows => rows.map(x => x.dataset.k)")[:2] == ["dispute", "dispute"]
    elif asked.endswith("second"):
        answered = shown.evaluate_all("rows => rows.map(x => !!x.cells[2].querySelector('.cell'))")
        assert answered == sorted(answered, reverse=True)
    else:
        expect(shown.first).to_contain_text(first)


def test_a_matrix_goes_back_to_the_order_that_it_had(tab: Any) -> None:
    tab.at("#matrix")
    rows = tab.locator("#matrix tr[data-k] th a")
    before = rows.all_inner_texts()
    tab.locator('#mf select[name="sort"]').select_option("az")
    assert rows.all_inner_texts() == sorted(before)
    tab.locator('#mf select[name="sort"]').select_option("")
    assert rows.all_inner_texts() == before
    assert fragment(tab) == "matrix"


def test_the_matrix_shows_one_voice_and_hides_texts(tab: Any) -> None:
    tab.at("#matrix?voice=council")
    expect(tab.locator("#matrix .voice.on")).to_have_count(1)
    expect(tab.locator("#matrix tr[data-k]:visible")).to_have_count(1)
    expect(tab.locator("#mf output")).to_have_text("1 of 4 questions")
    tab.at("#matrix?hide=first")
    expect(tab.locator('th[data-h="first"]')).to_be_hidden()
    expect(tab.locator("#matrix tr[data-k]:visible")).to_have_count(3)


def test_a_card_opens_over_the_view_that_has_the_claim(tab: Any) -> None:
    tab.at("#i/noise")
    row(tab, "first.quiet").click()
    expect(tab.locator("#panel h2")).to_have_text("Trams are quiet.")
    expect(tab.locator(".view.on")).to_have_attribute("id", "i/noise")
    assert fragment(tab) == "c/first.quiet"
    tab.locator("#panel").get_by_role("link", name="In its text").click()
    assert fragment(tab) == "t/first.quiet"
    expect(tab.locator(".view.on")).to_have_attribute("id", "d/first")


@pytest.mark.parametrize(
    ("old", "view", "claim"),
    [
        ("c/first.old-build", "d/first", "The town should build trams."),
        ("t/first.old-build", "d/first", "The town should build trams."),
        ("s/first.old-build", "d/first", "The town should build trams."),
        ("c/old-first.quiet", "d/first", "Trams are quiet."),
        ("d/old-first", "d/first", ""),
        ("i/rails-question", "i/trams", ""),
    ],
)
def test_an_old_address_leads_to_what_took_its_place(old: str, view: str, claim: str, tab: Any) -> None:
    tab.at(f"#{old}")

    assert tab.locator(".view.on").get_attribute("id") == view
    if claim:
        expect(tab.locator("#panel h2")).to_have_text(claim)


def test_a_new_view_begins_at_its_heading_and_back_and_forward_keep_the_place(tab: Any) -> None:
    tab.set_viewport_size({"width": 900, "height": 400})
    tab.at()
    tab.evaluate("scrollTo(0, 300)")
    tab.locator('#front a[href="#i/trams"]').first.evaluate("x => x.click()")
    expect(tab.locator(".view.on h1")).to_be_focused()
    assert tab.evaluate("scrollY") == 0
    tab.evaluate("scrollTo(0, 200)")
    tab.locator('.view.on .side h3 a[href="#d/first"]').evaluate("x => x.click()")
    expect(tab.locator(".view.on h1")).to_have_text("Trams now")
    assert tab.evaluate("scrollY") == 0

    tab.go_back()
    expect(tab.locator(".view.on")).to_have_id("i/trams")
    assert abs(tab.evaluate("scrollY") - 200) < 3
    tab.go_back()
    expect(tab.locator(".view.on")).to_have_id("front")
    assert abs(tab.evaluate("scrollY") - 300) < 3
    tab.go_forward()
    expect(tab.locator(".view.on")).to_have_id("i/trams")
    assert abs(tab.evaluate("scrollY") - 200) < 3


def test_links_are_kept_in_the_history_and_moves_sorts_and_closing_are_not(tab: Any) -> None:
    tab.at()
    before = tab.evaluate("history.length")
    tab.keyboard.press("m")
    tab.locator('#mf select[name="sort"]').select_option("az")
    tab.locator('#mf select[name="sort"]').select_option("agree")
    assert tab.evaluate("history.length") == before + 1
    tab.locator('.cell[data-c="first.build"]').first.click()
    tab.keyboard.press("Escape")
    assert tab.evaluate("history.length") == before + 2
    tab.locator('#matrix a[href="#i/trams"]').click()
    for _ in range(3):
        tab.keyboard.press("j")
    assert tab.evaluate("history.length") == before + 3


@pytest.mark.parametrize(
    ("asked", "current"),
    [("", ["Overview"]), ("#matrix?sort=az", ["Matrix"]), ("#changes", ["Changes"]), ("#d/first", [])],
)
def test_the_bar_tells_which_of_its_views_is_shown(asked: str, current: list[str], tab: Any) -> None:
    tab.at(asked)
    assert tab.locator(".bar [aria-current]").all_inner_texts() == current
