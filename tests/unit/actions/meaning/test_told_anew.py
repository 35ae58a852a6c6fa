"""What was told is wanted anew or in writing, or nothing was wanted but to ask."""

import pytest

from actions.meaning.grievances import bare_complaint
from actions.meaning.in_general import asks_back_if, asks_in_general
from actions.meaning.told_anew import asks_address_told, asks_in_writing, asks_which_order, only_asking


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("can I have that in writing?", True),
        ("can you text it to me", True),
        ("will I get a confirmation?", True),
        ("会给我发确认短信吗", True),
        ("能发邮件给我吗", True),
        ("can you email me the label", False),
        ("can you send me the invoice by email", False),
        ("能把发票发邮件给我吗", False),
    ],
)
def test_in_writing(said: str, meant: bool) -> None:
    """What was done, and no paper of another kind."""
    assert asks_in_writing(said) is meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("can you read me the address back?", True),
        ("which address did you save?", True),
        ("再念一遍地址", True),
        ("change the address", False),
        ("what is your address", False),
        ("退货地址", False),
    ],
)
def test_the_address_once_more(said: str, meant: bool) -> None:
    """It is no wish for another one, nor the shop's."""
    assert asks_address_told(said) is meant


def test_which_order_is_spoken_of() -> None:
    """In English and Chinese."""
    assert all(
        map(
            asks_which_order,
            ("which order is that", "what did i order", "what was the order", "是哪个订单", "我买的是什么"),
        )
    )
    assert not asks_which_order("what order number")


def test_only_asking() -> None:
    """Who says more wants more."""
    assert all(map(only_asking, ("just asking", "only asking thanks", "我就问问", "就问一下")))
    assert not only_asking("just asking about my order")


def test_a_complaint_may_name_only_whom_it_is_about() -> None:
    """It tells nothing of what happened then."""
    assert all(
        map(
            bare_complaint,
            ("I want to complain about the driver", "complaint about my delivery", "我要投诉快递员", "对客服投诉"),
        )
    )
    assert not any(map(bare_complaint, ("I want to complain about the rude driver", "我要投诉快递员乱扔包裹")))


def test_what_is_asked_before_it_is_wanted() -> None:
    """How goods go back, if they are to, is a rule."""
    assert asks_back_if("and if i want to send it back")
    assert asks_back_if("要是以后想退怎么办")
    assert asks_in_general("what do i do if it breaks?")
    assert not asks_back_if("what do i do if it breaks?")
