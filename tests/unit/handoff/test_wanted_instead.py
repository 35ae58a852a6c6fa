"""What is asked for by who leaves the queue in the same breath."""

import pytest

from handoff.asked import wanted_instead


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("never mind, I want to return 10024", "I want to return 10024"),
        ("actually never mind, where is my order 10023", "where is my order 10023"),
        ("actually, cancel that. where is my order 10023?", "where is my order 10023?"),
        ("算了，我要退10034", "我要退10034"),
        ("never mind", ""),
        ("forget it, thanks bye", ""),
        ("不等了", ""),
        ("算了吧", ""),
    ],
)
def test_what_is_wanted_instead(text: str, wanted: str) -> None:
    """It goes to the bot with them; a bare farewell is nothing to ask."""
    assert wanted_instead(text) == wanted
