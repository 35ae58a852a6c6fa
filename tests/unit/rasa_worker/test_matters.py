"""What somebody wants to talk about, where nobody is named to talk to."""

import pytest

from frontdesk.rasa_worker.matters import matter_in


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("i want to talk about my bill", "my bill"),
        ("I'd like to discuss the invoice please", "the invoice please"),
        ("my grandson ordered it for me and he told me to talk to you about the parcel", "the parcel"),
        ("我想谈谈我的账单", "我的账单"),
        ("我孙子让我找你们问快递", "快递"),
        ("我想反映一下10034没收到", "10034没收到"),
    ],
)
def test_the_matter_is_found(text: str, matter: str) -> None:
    """Without the wish to talk about it, and without who sent them."""
    assert matter_in(text) == matter


@pytest.mark.parametrize(
    "text",
    [
        "let me talk to someone about my bill",
        "i want to talk about my bill with a manager",
        "i want to talk about my order to a real person",
        "i want to talk",
        "where is my order",
        "我想和经理谈谈退货",
        "我要找人工说一下退货的事",
        "想要" * 40,
    ],
)
def test_who_names_somebody_to_talk_to_wants_them(text: str) -> None:
    """There is no matter of its own then, nor where nothing is to be talked about."""
    assert matter_in(text) is None
