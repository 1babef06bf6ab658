import pytest

from argmap.wording.text_changes import Run, focus, runs


def marked(parts: tuple[Run, ...]) -> str:
    return "".join(f"[{part.text}]" if part.changed else part.text for part in parts)


@pytest.mark.parametrize(
    ("old", "new", "was", "now"),
    [
        ("The SCO can act.", "The SCO cannot act.", "The SCO [can] act.", "The SCO [cannot] act."),
        ("It is so.", "It is not so.", "It is so.", "It is [not] so."),
        ("One two three", "Four five", "[One two three]", "[Four five]"),
        ("A  long  way off", "A short way on", "A  [long]  way [off]", "A [short] way [on]"),
        ("It doesn’t help", "It does help", "It [doesn’t] help", "It [does] help"),
        ("中国可以行动", "中国不可以行动", "中国可以行动", "中国[不]可以行动"),
        ("Сегодня да", "Сегодня нет", "Сегодня [да]", "Сегодня [нет]"),
        ("", "New", "", "[New]"),
        ("same", "same", "same", "same"),
    ],
)
def test_what_changed(old: str, new: str, was: str, now: str) -> None:
    before, after = runs(old, new)
    assert (marked(before), marked(after)) == (was, now)


def test_a_word_between_two_changes_stays() -> None:
    before, after = runs("a b c d e", "a x c y e")
    assert (marked(before), marked(after)) == ("a [b] c [d] e", "a [x] c [y] e")


def test_long_texts_are_marked_from_the_first_change_to_the_last() -> None:
    old = " ".join(f"w{number}" for number in range(5000))
    new = old.replace("w10 ", "x ").replace("w4000 ", "y ")
    before, after = runs(old, new)
    assert "".join(part.text for part in before) == old
    assert [part.changed for part in after] == [False, True, False]


def test_a_short_text_is_quoted_whole() -> None:
    assert focus("It can act.", "It cannot act.") == ("“It can act”", "“It cannot act”")


def test_a_long_text_is_cut_around_the_change() -> None:
    text = "The members have met every year since they founded it and they {} agree on what a threat is to all of them."
    assert focus(text.format("never"), text.format("often")) == (
        "“… founded it and they never agree on what a …”",
        "“… founded it and they often agree on what a …”",
    )


def test_the_start_and_the_end_are_not_cut() -> None:
    text = "{} members have met every year since they founded it and they agree on what a threat is to all of {}"
    assert focus(text.format("The", "them"), text.format("Some", "us")) == (
        f"“{text.format('The', 'them')}”",
        f"“{text.format('Some', 'us')}”",
    )
