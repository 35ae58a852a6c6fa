"""What is given with the wish: an address, a company's name, what is to be different."""

import time

import pytest

from actions.given_at_once import address_in, in_or_out, items_in, names_kind_only, title_in


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我要开发票，抬头云湖星河科技有限公司，税号91110000600037341L，订单10034", "云湖星河科技有限公司"),
        ("抬头：云湖星河科技有限公司 税号：91110000600037341L", "云湖星河科技有限公司"),
        ("an invoice made out to Lane Trading Ltd please", "Lane Trading Ltd"),
        ("发票能开公司抬头吗", None),
        ("抬头公司", None),
        ("开公司抬头的发票给我公司", None),
        ("i need an invoice to my company", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    """A name, not only that there is a company."""
    assert title_in(text) == title


def test_a_kind_is_no_name() -> None:
    """Asked what the company is called, "公司的" says nothing."""
    assert names_kind_only("公司的")
    assert names_kind_only("my company")
    assert not names_kind_only("云湖公司")


def test_items() -> None:
    """The words as they stand, without their courtesy."""
    assert items_in("10033能改成红色的吗") == "改成红色的"
    assert items_in("change it to two please") == "change it to two"
    assert items_in("我想改一下") is None


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.perf_counter()
    for text in (
        "地址改成" * 5_000,
        "抬头" + "云" * 50_000,
        "made out to " * 5_000,
        "change it to " * 5_000,
        "省路" * 20_000,
    ):
        address_in(text)
        title_in(text)
        items_in(text)
    assert time.perf_counter() - started < 0.5


def test_goods_in_and_out() -> None:
    """What is to be put into an order or taken out, in the customer's words."""
    assert in_or_out("no, just remove the phone charger from it please") == "remove the phone charger from it"
    assert in_or_out("帮我去掉充电器，谢谢") == "去掉充电器"
    assert in_or_out("please add my address") is None
