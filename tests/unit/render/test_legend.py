from argmap.render.picture_heading import legend_of
from argmap.view.picture import ArgumentMap


def test_a_legend_has_what_occurs_and_nothing_else(alone: ArgumentMap, everything: ArgumentMap) -> None:
    assert [sample.meaning for sample in legend_of(alone)] == []
    assert [sample.meaning for sample in legend_of(everything)] == [
        "supports",
        "speaks against, conceded",
        "speaks against, left open",
        "is an exception",
        "doubts the step",
        "is enough, if it holds",
        "is needed",
        "explains",
        "spells out a part",
        "sets the scene",
        "a step: premises taken together, or what a doubt points at",
        "helps the main claim that it leads to",
        "neither, or not accepted",
        "drawn in full elsewhere",
        "with a double outline: denied; what arrives here speaks for the denial",
        "doubted; what arrives here speaks for the doubt",
        "reported: held by those named, not by the author",
        "dashed outline: left unsaid, reconstructed",
        "dotted outline: supposed, not asserted",
    ]
