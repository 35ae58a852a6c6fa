"""Requests told by their orders or goods."""

import pytest

from frontdesk.rasa_worker.paired import LONGEST, paired_in


@pytest.mark.parametrize(
    ("text", "first", "kept"),
    [
        ("要退的是10032，催的是10031", "return_item", "delivery_problem 10031 : 催的是10031"),
        ("改地址是10033，发票是10032", "change_order", "invoice 10032 : 发票是10032"),
        ("没到的是10031坏的是10032", "delivery_problem", "delivery_problem 10032 : 坏的是10032"),
        ("return is 10024 and cancel is 10025", "return_item", "cancel_order 10025 : cancel is 10025"),
        ("一单想退，一单想催", "return_item", "delivery_problem ? : 一单想催"),
        ("取消皮夹退手表", "cancel_order", "return_item ? : 退手表"),
        ("取消皮夹退手表，尾号6688", "cancel_order", "return_item ? : 退手表"),
        ("cancel the wallet and return the watch", "cancel_order", "return_item ? : return the watch"),
        ("三个订单，手表要换，背包要退", "exchange_item", "return_item ? : 背包要退"),
    ],
)
def test_each_with_what_tells_its_order(text: str, first: str, kept: str) -> None:
    """The first is begun with; the others are kept with their numbers, or as unnamed."""
    found = paired_in(text)
    assert found is not None
    assert (found.first["name"], found.value) == (first, kept)


@pytest.mark.parametrize(
    "text",
    [
        "退货换货",
        "取消订单退款",
        "cancel my order and return the money",
        "订单号是10032，手机尾号是6688",
        "要退的是10032",
        "手表坏了，要退",
        "退手表还是换背包",
        "return the headphones and the speaker",
        "要退的是10032，" * LONGEST,
    ],
)
def test_one_request_stays_one(text: str) -> None:
    """What names no second need, or leaves anything over, is left to others."""
    assert paired_in(text) is None


def test_the_proof_goes_with_the_first() -> None:
    """It tells whose they are."""
    found = paired_in("取消皮夹退手表，尾号6688")
    assert found is not None
    assert "6688" in found.words
