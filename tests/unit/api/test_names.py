"""What the interface for programs shows of itself."""

from argmap import api


def test_every_name_is_offered_and_there() -> None:
    assert dir(api) == sorted(api.__all__)
    assert [name for name in api.__all__ if getattr(api, name).__name__ != name] == []
