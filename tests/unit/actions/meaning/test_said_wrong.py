"""That something is wrong is no plain no; what it should be may be told with it."""

import pytest

from actions.meaning.said_wrong import all_wrong, told_instead, wrong_of_invoice


@pytest.mark.parametrize(
    "said",
    [
        "不对",
        "不是",
        "错了",
        "不对不对",
        "不对，错了",
        "你写错了",
        "嗯不对吧",
        "that's wrong",
        "No, that's not right.",
        "wrong",
    ],
)
def test_only_that_it_is_wrong(said: str) -> None:
    """In whatever words."""
    assert all_wrong(said)


@pytest.mark.parametrize(
    "said",
    ["不用", "不要", "no", "不对，是102号", "不是这个订单", "wrong order", "对"],
)
def test_what_says_more_or_less(said: str) -> None:
    """A plain no gives up, and what names the thing is heard elsewhere."""
    assert not all_wrong(said)


def test_what_it_should_be_and_what_of_it_is_wrong() -> None:
    """Behind the no; of an invoice by the name of its part."""
    assert told_instead("不对 三个") == "三个"
    assert told_instead("错了，应该是白色") == "白色"
    assert told_instead("三个") is None
    assert wrong_of_invoice("税号错了") == "tax_number"
    assert wrong_of_invoice("公司名不对") == "invoice_title"
    assert wrong_of_invoice("the tax number is wrong") == "tax_number"
    assert wrong_of_invoice("错了") is None
