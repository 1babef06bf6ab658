from argmap.model.inference import StepRole
from argmap.render.dot import reading_order
from argmap.view.picture import ArgumentMap, CardRole, Edge, Junction, MapCard


def test_a_card_is_followed_by_what_it_rests_on() -> None:
    lines = (("dot", "top"), ("b", "dot"), ("a", "dot"), ("d", "dot"), ("c", "b"), ("a", "other"))
    picture = ArgumentMap(
        title="T",
        description="D",
        cards=tuple(
            MapCard(id=name, role=CardRole.CLAIM, text=name, sentence=name)
            for name in ("top", "other", "a", "b", "c", "d", "alone")
        ),
        junctions=(Junction(id="dot", role=StepRole.BECAUSE, sentence="dot"),),
        edges=tuple(
            Edge(id=f"{source}-{target}", source=source, target=target, role=StepRole.BECAUSE, sentence="")
            for source, target in lines
        ),
    )
    assert [card.id for card in reading_order(picture)] == ["top", "b", "c", "a", "d", "other", "alone"]
