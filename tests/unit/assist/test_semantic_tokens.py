"""What each word of a file is."""

from pathlib import Path

from counting import calls
from harbour_town import FILES
from opened import name_of, opened

from argmap.assist.semantic_tokens import SemanticToken, semantic_tokens
from argmap.project.open_project import ProjectState
from argmap.source.text import Span

TEXT = """\
document one: T
  author a: A
  thesis: x

# a comment
denies x from a quoting b (likely): X # no comment.
  answers q: not no (certain) from a, b
  at: 12 "two words"
  was: old-x
  because (sign) y: Y.
  because two.z
  becuase w: W.
    because x

link x contrary-to two.z (0.5): Why
"""
OTHERS = {
    "two": "document two: T\n  author b: B\n\nclaims z: Z.\n  because one.x\n",
    "q": "issue q: Q?\n  position yes: Y\n  position no: N\n",
}


def told(state: ProjectState, name: str, within: Span | None = None) -> list[str]:
    text = state.files[name_of(name)].source.text
    found = semantic_tokens(state, name_of(name), within)
    return [
        " ".join(
            [f"{token.type.name.lower()}:{text[slice(*token.span)]}", *(each.name.lower() for each in token.modifiers)]
        )
        for token in found
    ]


def test_every_word_that_means_something_has_its_type(tmp_path: Path) -> None:
    assert told(opened(tmp_path, {"one": TEXT, **OTHERS}), "one") == [
        *("field:document", "document:one declared", "field:author", "actor:a declared"),
        *("field:thesis", "claim:x rejected", "comment:# a comment"),
        *("verb:denies", "claim:x declared rejected", "relation:from", "actor:a", "relation:quoting", "actor:b"),
        "strength:likely",
        *("field:answers", "issue:q", "relation:not", "position:no", "strength:certain"),
        *("relation:from", "actor:a", "actor:b"),
        *("field:at", "number:12", "cue:two words"),
        *("field:was", "claim:old-x former rejected"),
        *("step:because", "scheme:sign", "claim:y declared"),
        *("step:because", "document:two foreign", "claim:z foreign"),
        *("step:because", "claim:x rejected"),
        *(
            "field:link",
            "claim:x rejected",
            "relation:contrary-to",
            "document:two foreign",
            "claim:z foreign",
            "number:0.5",
        ),
    ]


def test_what_is_denied_is_so_in_other_files_too(tmp_path: Path) -> None:
    assert told(opened(tmp_path, {"one": TEXT, **OTHERS}), "two")[-2:] == [
        "document:one foreign",
        "claim:x foreign rejected",
    ]


def test_a_part_of_a_file_has_the_tokens_of_the_whole(tmp_path: Path) -> None:
    state = opened(tmp_path, FILES)
    for file in state.files:
        text = state.files[file].source.text
        whole = semantic_tokens(state, file)
        for start in range(0, len(text), 37):
            within = Span(start, min(start + 150, len(text)))
            inside = [one for one in whole if within.start <= one.span.start and one.span.end <= within.end]
            assert list(semantic_tokens(state, file, within)) == inside


def test_tokens_stand_on_one_line_and_never_overlap(tmp_path: Path) -> None:
    state = opened(tmp_path, {"one": TEXT, **OTHERS})
    for file, syntax in state.files.items():
        found: tuple[SemanticToken, ...] = semantic_tokens(state, file)
        end = 0
        for token in found:
            assert end <= token.span.start < token.span.end
            assert "\n" not in syntax.source.text[slice(*token.span)]
            end = token.span.end


def test_work_grows_with_the_file(tmp_path: Path) -> None:
    def state(claims: int) -> ProjectState:
        text = "".join(f"claims c{number}: C.\n  because d{number}: D.\n\n" for number in range(claims))
        return opened(tmp_path / str(claims), {"one": f"document one: T\n  author a: A\n\n{text}"})

    states = [state(claims) for claims in (50, 200)]
    for each in states:
        semantic_tokens(each, name_of("one"))
    few, many = (calls(lambda one: semantic_tokens(one, name_of("one")), each) for each in states)
    assert many < 5 * few
    assert semantic_tokens(states[0], name_of("none")) == ()


def test_ends_of_what_is_unrelated_are_what_they_name(tmp_path: Path) -> None:
    text = "actor c: C\nactor d: D\nterm t: T.\n"
    text += "link q unrelated-to two.z\nlink c unrelated-to d\nlink t unrelated-to two.u\n"
    files = OTHERS | {"two": OTHERS["two"].replace("\n\n", "\n\nterm u: U.\n", 1), "links": text}
    assert told(opened(tmp_path, {"one": TEXT, **files}), "links")[6:] == [
        *("field:link", "issue:q", "relation:unrelated-to", "document:two foreign", "claim:z foreign"),
        *("field:link", "actor:c", "relation:unrelated-to", "actor:d"),
        *("field:link", "term:t", "relation:unrelated-to", "document:two foreign", "term:u"),
    ]
