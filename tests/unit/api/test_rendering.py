import pytest

from argmap.api.rendering import render
from argmap.view.picture import ArgumentMap, CardRole, MapCard, NamedPicture

CARD = MapCard(id="one", role=CardRole.THESIS, text="One.", sentence="The author claims one.")
PICTURE = NamedPicture("doc", ArgumentMap(title="Doc", description="One claim.", cards=(CARD,)))


def test_a_picture_is_given_in_every_form_that_there_is() -> None:
    assert render(PICTURE).startswith(b"<?xml")
    assert render(PICTURE, form="svg") == render(PICTURE)
    assert render(PICTURE, form="dot").startswith(b"digraph")


@pytest.mark.parametrize("form", ["png", "SVG", ".svg", ""])
def test_a_form_that_there_is_not_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=f"^`{form}` is not a form of pictures: svg, dot$"):
        render(PICTURE, form=form)
    with pytest.raises(ValueError, match="is not a form"):
        render(PICTURE, form=form, engine="/no/engine")
