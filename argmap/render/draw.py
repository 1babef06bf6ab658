"""Drawing a picture: DOT, engine, checks, and another layout where the engine lost something."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.render.dot import Layout, dot_of
from argmap.render.engine import Engine, EngineError, lay_out
from argmap.render.measures import WIDEST
from argmap.render.stamp import Stamp, stamp_for
from argmap.render.svg import missing, read, tidy, width_of
from argmap.render.theme import face_of
from argmap.view.picture import CardRole, Picture, Side


def draw(picture: Picture, engine: Engine) -> bytes:
    """The picture as an SVG file: the same bytes whenever picture and engine are the same.

    Raises:
        EngineError: If the engine fails, or loses a part of the picture however it is asked.
    """
    stamp = picture_stamp(picture, engine)
    complaint = EngineError("The layout engine was not asked.")
    for layout in Layout:
        try:
            root = read(lay_out(dot_of(picture, layout), engine))
        except EngineError as error:
            complaint = error
            continue
        lost = missing(root, picture)
        if lost:
            complaint = EngineError(f"The layout engine lost parts of “{picture.title}”: {', '.join(lost[:5])}.")
        elif width_of(root) > WIDEST and layout is not Layout.STRAIGHT:
            complaint = EngineError(f"The layout engine made “{picture.title}” too wide.")
        else:
            return tidy(root, picture, stamp)
    raise complaint


def picture_stamp(picture: Picture, engine: Engine) -> Stamp:
    """The stamp that a drawing of the picture bears; a file that bears it already need not be drawn again."""
    return stamp_for(dot_of(picture) + "".join(_sides_without_colour(picture)), engine)


def _sides_without_colour(picture: Picture) -> Iterator[str]:
    """What a drawing says in its classes alone: on which side a card is whose colours are the same on every side.

    Most such cards are on the side of the main claim, and go without saying; so does the card of a whole picture.
    """
    for card in picture.cards:
        faces = {face_of(card.role, side, card.attitude) for side in Side}
        if len(faces) == 1 and card.side is not Side.FOR and card.role is not CardRole.SECTION:
            yield f"{card.side} {card.id}\n"
