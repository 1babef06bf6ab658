from argmap.workspace.integrity_footer import footer_fits, has_footer, with_footer, without_footer

CONTENT = b"<svg>\n</svg>\n"


def test_a_file_with_its_footer_is_known_again() -> None:
    data = with_footer("a.svg", CONTENT)
    assert data.startswith(CONTENT + b"<!-- argmap-seal ")
    assert footer_fits("a.svg", data)
    assert without_footer("a.svg", data) == CONTENT


def test_a_second_footer_replaces_the_first() -> None:
    assert with_footer("a.svg", with_footer("a.svg", CONTENT)) == with_footer("a.svg", CONTENT)
    assert with_footer("a.svg", with_footer("b.svg", CONTENT)) == with_footer("a.svg", CONTENT)


def test_a_copy_and_an_edited_file_are_not_ours() -> None:
    data = with_footer("a.svg", CONTENT)
    assert not footer_fits("copy.svg", data)
    assert not footer_fits("a.svg", data.replace(b"<svg>", b"<svg >"))
    assert not footer_fits("a.svg", data + b"<!-- mine -->\n")
    assert not footer_fits("a.svg", CONTENT)
    assert has_footer(data.replace(b"<svg>", b"<svg >"))
    assert not has_footer(CONTENT)


def test_line_ends_that_git_turned_do_not_matter() -> None:
    data = with_footer("a.svg", CONTENT).replace(b"\n", b"\r\n")
    assert footer_fits("a.svg", data)
    assert has_footer(data)


def test_a_text_begins_with_a_mark_that_never_changes() -> None:
    one, two = with_footer("a.txt", b"one\n"), with_footer("a.txt", b"two\n")
    assert one.splitlines()[0] == two.splitlines()[0]
    assert one.startswith(b"# a.txt: written by `argmap build`")
    assert one.endswith(b"\none\n")
    assert without_footer("a.txt", one) == b"one\n"
    assert with_footer("a.txt", one) == one


def test_a_text_with_the_mark_of_its_name_is_ours_and_a_copy_is_not() -> None:
    data = with_footer("a.txt", b"one\n")
    assert footer_fits("a.txt", data)
    assert footer_fits("a.txt", data.replace(b"one", b"edited"))
    assert footer_fits("a.txt", data.replace(b"\n", b"\r\n"))
    assert not footer_fits("b.txt", data)
    assert not footer_fits("a.txt", b"one\n")
    assert not footer_fits("a.txt", b"one\n" + data)
    assert has_footer(data.replace(b"one", b"<<<<<<< ours"))
    assert not has_footer(b"one\n" + data)
