"""Rows of outlines, built by hand."""

from argmap.model.inference import StepRole
from argmap.view.outline import Form, Row
from argmap.wording.relations import connective


def row(name: str, **more: object) -> Row:
    settled: dict[str, object] = {
        "id": name,
        "form": Form.CARD,
        "text": f"The text of {name}.",
        "address": name,
        "sentence": f"`{name}`, claimed: The text of {name}.",
    }
    return Row(**(settled | more))  # type: ignore[arg-type]


def below(name: str, depth: int, role: StepRole, *, linked: bool = False, **more: object) -> Row:
    placed = {"depth": depth, "role": role, "linked": linked, "word": connective(role, linked=linked)}
    return row(name, joining=f"`{name}` does something", **(placed | more))
