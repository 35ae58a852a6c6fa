"""The line with which an address may begin."""

import pytest

from actions.meaning.places_begun import town_begun


@pytest.mark.parametrize(
    ("text", "town"),
    [("springfield", "springfield"), ("it's in springfield", "springfield"), ("salt lake city", "salt lake city"),
     ("new york", "new york"), ("two zero one zero", "2010")],
)  # fmt: skip
def test_a_town_may_come_first(text: str, town: str) -> None:
    """Without capitals, as on the phone."""
    assert town_begun(text) == town


@pytest.mark.parametrize(
    "text", ["hello", "one sec", "my place", "whatever", "what", "new", "springfield?", "10023 please", "sure thing"]
)
def test_other_words_are_none(text: str) -> None:
    """What may be said of anything begins no address."""
    assert town_begun(text) is None
