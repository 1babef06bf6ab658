"""Small pictures built by hand."""

import pytest
from outline_rows import below, row

from argmap.model.inference import StepRole
from argmap.view.outline import Asserted, Effect, Form, Note, Outline, Stress


@pytest.fixture
def everything() -> Outline:
    """A picture with every role, form, effect and kind of note."""
    roles = [below(f"by-{role}", 2, role, effect=Effect.FOR.below(role)) for role in StepRole]
    return Outline(
        title="A picture",
        subtitle=("Author A", "13 claims"),
        description="A picture of everything.",
        rows=(
            row("", form=Form.HEADING, text="A section"),
            row("top", form=Form.THESIS, notes=(Note("must", firmness=4), Note("≠ B, 2020", Stress.CONFLICT))),
            below("one", 1, StepRole.BECAUSE, notes=(Note("≠ B, 2020", Stress.CONFLICT), Note("→ two"))),
            *roles,
            below("two", 1, StepRole.BECAUSE, linked=True, link="other.svg#two", asserted=Asserted.UNSAID),
            below("doubt", 1, StepRole.UNDERCUT, effect=Effect.DOUBT, asserted=Asserted.SUPPOSED),
            below("", 1, StepRole.BECAUSE, form=Form.REFERENCE, link="#one", address="one"),
            row("other", form=Form.ROOT, effect=Effect.AGAINST, notes=(Note("author disagrees", Stress.AGAINST),)),
        ),
    )


@pytest.fixture
def alone() -> Outline:
    """Seven cards without a line."""
    rows = tuple(row(f"c{number}", form=Form.ROOT) for number in range(7))
    return Outline(title="Alone", description="Seven claims.", rows=rows)
