"""Where an order goes: who asks for it, and what is told of it."""

import pytest

from actions.meaning.beyond_doubt import asks_where_to
from actions.tell_address import veiled


@pytest.mark.parametrize(
    "text",
    [
        "which address does it go to", "what address is order 10023 going to", "is it going to the right address",
        "where is it being sent to", "寄到哪个地址", "10031的收货地址是哪里", "送到哪個地址", "订单10033寄到哪里",
        "包裹寄往哪里了", "10033送到哪里呢",
    ],
)  # fmt: skip
def test_where_an_order_goes(text: str) -> None:
    """It is asked for beyond doubt."""
    assert asks_where_to(text)


@pytest.mark.parametrize(
    "text",
    [
        "what is your address", "which address do i send the return to", "change the address of 10025",
        "where is my order", "退货寄到哪个地址", "你们的地址是哪里", "换货寄到哪里", "我的订单到哪里了",
        "我的包裹送到哪里了", "10023送到哪里了呢", "订单寄到哪了", "坏的那台我自己寄回，寄到哪个地址去", "发票寄到哪个地址",
    ],
)  # fmt: skip
def test_other_addresses(text: str) -> None:
    """The shop's, a return's, a new one."""
    assert not asks_where_to(text)


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("12 Quay Street, Flat 4B, 2010 Northport", "** Quay Street, Flat **, ** Northport"),
        ("海棠市长桥街103号804室", "海棠市长桥街**号**室"),
        ("Flat C, 221b Baker Street, London N1 7AA", "Flat **, ** Baker Street, London ** **"),
        ("350 W 42nd Street, Apt 9, New York", "** W 42nd Street, Apt **, New York"),
        ("海棠市三里屯路八十八号二单元三楼十二室", "海棠市三里屯路**号**单元**楼**室"),
        ("海棠市长桥街１０３号", "海棠市长桥街**号"),
    ],
)
def test_the_door_is_not_told(address: str, told: str) -> None:
    """Street and town are enough to know it again."""
    assert veiled(address) == told
