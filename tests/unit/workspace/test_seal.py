from argmap.workspace.seal import has_seal, seal_fits, sealed, unsealed

CONTENT = b"<svg>\n</svg>\n"


def test_a_sealed_file_is_known_again() -> None:
    data = sealed("a.svg", CONTENT)
    assert data.startswith(CONTENT + b"<!-- argmap-seal ")
    assert seal_fits("a.svg", data)
    assert unsealed("a.svg", data) == CONTENT


def test_sealing_twice_is_sealing_once() -> None:
    assert sealed("a.svg", sealed("a.svg", CONTENT)) == sealed("a.svg", CONTENT)
    assert sealed("a.svg", sealed("b.svg", CONTENT)) == sealed("a.svg", CONTENT)


def test_a_copy_and_an_edited_file_are_not_ours() -> None:
    data = sealed("a.svg", CONTENT)
    assert not seal_fits("copy.svg", data)
    assert not seal_fits("a.svg", data.replace(b"<svg>", b"<svg >"))
    assert not seal_fits("a.svg", data + b"<!-- mine -->\n")
    assert not seal_fits("a.svg", CONTENT)
    assert has_seal(data.replace(b"<svg>", b"<svg >"))
    assert not has_seal(CONTENT)


def test_line_ends_that_git_turned_do_not_matter() -> None:
    data = sealed("a.svg", CONTENT).replace(b"\n", b"\r\n")
    assert seal_fits("a.svg", data)
    assert has_seal(data)


def test_a_text_begins_with_a_mark_that_never_changes() -> None:
    one, two = sealed("a.txt", b"one\n"), sealed("a.txt", b"two\n")
    assert one.splitlines()[0] == two.splitlines()[0]
    assert one.startswith(b"# a.txt: written by `argmap build`")
    assert one.endswith(b"\none\n")
    assert unsealed("a.txt", one) == b"one\n"
    assert sealed("a.txt", one) == one


def test_a_text_with_the_mark_of_its_name_is_ours_and_a_copy_is_not() -> None:
    data = sealed("a.txt", b"one\n")
    assert seal_fits("a.txt", data)
    assert seal_fits("a.txt", data.replace(b"one", b"edited"))
    assert seal_fits("a.txt", data.replace(b"\n", b"\r\n"))
    assert not seal_fits("b.txt", data)
    assert not seal_fits("a.txt", b"one\n")
    assert not seal_fits("a.txt", b"one\n" + data)
    assert has_seal(data.replace(b"one", b"<<<<<<< ours"))
    assert not has_seal(b"one\n" + data)
