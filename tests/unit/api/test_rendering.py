import attrs
import pytest

from argmap.api.rendering import render
from argmap.model.inference import StepRole
from argmap.render.drawing import Layout
from argmap.view.drawings import NamedOutline
from argmap.view.outline import Form, Outline, Row

ROW = Row(form=Form.THESIS, text='One "and" only.', sentence="The author claims one.")
STEP = Row(form=Form.CARD, role=StepRole.BECAUSE, word="because", text="So.", sentence="So.", joining="It supports.")
PICTURE = NamedOutline("doc", Outline(title="Doc", description="One claim.", rows=(ROW,)))


def test_a_picture_is_given_in_every_form_that_there_is() -> None:
    assert render(PICTURE).startswith(b"<?xml")
    assert render(PICTURE, form="svg") == render(PICTURE)
    assert render(PICTURE, form="dot").startswith(b"digraph")
    assert b'One \\"and\\" only.' in render(PICTURE, form="dot")


def test_an_outline_is_as_wide_as_a_column_and_a_graph_as_wide_as_it_takes() -> None:
    wide = NamedOutline(
        "doc", attrs.evolve(PICTURE.picture, rows=(ROW, *(attrs.evolve(STEP, depth=n) for n in (1, 2, 3, 4))))
    )
    outline, graph = (render(wide, layout=layout) for layout in Layout)
    assert b'width="880"' in outline[:1000]
    assert b'width="880"' not in graph[:1000]
    assert b'width="880"' in render(PICTURE, layout=Layout.GRAPH)[:1000]


@pytest.mark.parametrize("form", ["jpg", "SVG", ".svg", ""])
def test_a_form_that_there_is_not_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=f"^`{form}` is not a form of pictures: svg, png, pdf, dot$"):
        render(PICTURE, form=form)
    with pytest.raises(ValueError, match="is not a form"):
        render(PICTURE, form=form, engine="/no/engine")
