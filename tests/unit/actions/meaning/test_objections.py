"""A "but" that gives a reason asks after nothing; one that asks on is not taken for a reason."""

import pytest

from actions.meaning.objections import argues, gives_reason


@pytest.mark.parametrize(
    "text",
    [
        "but i ordered it by mistake",
        "but I only just ordered it",
        "but it was an accident, i accidentally clicked buy",
        "可是我才下的单",
        "但是我刚下单啊",
        "可是我手滑点错了",
        "不过我是不小心买的",
    ],
)
def test_a_reason_is_only_an_objection(text: str) -> None:
    """Nothing is looked up for it."""
    assert argues(text)
    assert gives_reason(text)


@pytest.mark.parametrize(
    "text",
    [
        "but where is it then",
        "but it still has not been sent",
        "but can i send it back, i ordered it by mistake",
        "可是还没发货",
        "可是我的退款呢",
        "但是我要取消,点错了",
        "才下的单到哪了",
        "by mistake",
    ],
)
def test_all_else_is_none(text: str) -> None:
    """What is asked after goes on to its task."""
    assert not gives_reason(text)
