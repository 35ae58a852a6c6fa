"""What is to be undone, and the verb beside a number."""

import pytest

from actions.meaning.taking_back import (
    act_in,
    act_instead,
    act_put_right,
    back_instead,
    declined_so,
    deed_named,
    gives_up_and_cancels,
    lies_at,
    rest_after_drop,
    restores,
    turned_up,
    withdraws,
)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("10032我不想退了，上次说的退货取消", "return_item"),
        ("之前申请的退货能撤销吗", "return_item"),
        ("cancel my return", "cancel_order"),
        ("i don't want to return it anymore", "return_item"),
    ],
)
def test_taking_back_what_was_asked_for_before(text: str, need: str) -> None:
    """It sounds like the need and is its contrary."""
    assert withdraws(text, need)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("别取消，我要退货", "return_item"),
        ("申请取消订单", "cancel_order"),
        ("取消这单换个新的", "cancel_order"),
        ("cancel my order and refund me", "cancel_order"),
        ("不退了，换货", "exchange_item"),
    ],
)
def test_a_wish_takes_nothing_back(text: str, need: str) -> None:
    """What is wanted begins."""
    assert not withdraws(text, need)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("这两个都退：10032、10034", "return_item"),
        ("10023 cancel", "cancel_order"),
        ("10023", None),
        ("10032退不退都行，换也可以", None),
        ("不退10032", None),
        ("10032退款到哪了", None),
    ],
)
def test_a_verb_beside_a_number(text: str, need: str | None) -> None:
    """One verb and no negation name the need."""
    assert act_in(text) == need


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("oh forget it, cancel", True), ("never mind just cancel it please", True), ("cancel it, forget it", True),
        ("算了取消吧", True), ("唉算了，直接取消吧", True), ("取消算了", True),
        ("forget it, cancel order 10025", False), ("forget it", False), ("cancel", False),
        ("算了取消订单", False), ("算了", False),
        ("forget it, cancel the return and send me a new one", False),
    ],
)  # fmt: skip
def test_given_up_in_words_that_may_cancel(text: str, told: bool) -> None:
    """Both are said, and nothing that names the order or what else is wanted."""
    assert gives_up_and_cancels(text) is told


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("我想退货 不对 我想换货", "exchange_item"),
        ("帮我取消 说错了 我要退货", "return_item"),
        ("i want to return it, no wait, exchange it", "exchange_item"),
        ("我想退货", None),
        ("颜色不对 我想退货", None),
        ("退货地址不对", None),
    ],
)
def test_what_is_put_right_in_the_same_message(said: str, need: str | None) -> None:
    """The second half counts; goods that are not right put nothing right."""
    assert act_put_right(said) == need


def test_what_was_cancelled_is_wanted_back() -> None:
    """Regret before the question counts as none of it."""
    assert restores("后悔了 能恢复不")
    assert not restores("后悔了 不要了")


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("no i got it now, found it at the neighbours", True),
        ("never mind, it has arrived", True),
        ("oh it turned up", True),
        ("never mind, my wife has it", True),
        ("it just came", True),
        ("my son took it in, sorry", True),
        ("I see it at the door now", True),
        ("邻居帮我收了", True),
        ("it came without the cable", False),
        ("the neighbour doesn't have it", False),
        ("邻居没收到", False),
        ("找到了", True),
        ("刚收到", True),
        ("yes i have it here", False),
        ("i received it yesterday and it is broken", False),
        ("it arrived but it is the wrong one", False),
        ("i got it from your shop", False),
        ("刚收到就是坏的", False),
        ("是的 已经收到了", False),
    ],
)
def test_what_was_missed_is_there_after_all(text: str, there: bool) -> None:
    """A yes that says where the goods are, and goods that came broken, end nothing."""
    assert turned_up(text) is there


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("never mind, where is 10025?", "where is 10025?"),
        ("actually no, don't cancel. when does it come?", "when does it come?"),
        ("算了，10031到哪了", "10031到哪了"),
        ("算了不取消了，什么时候到", "什么时候到"),
        ("forget it", None),
        ("算了不退了", None),
        ("where is it", None),
    ],
)
def test_what_is_said_behind_words_that_drop_it(text: str, rest: str | None) -> None:
    """None where nothing is dropped, or nothing follows."""
    assert rest_after_drop(text) == rest


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("还是退吧", "return_item"),
        ("退了算了", "return_item"),
        ("actually just return it", "return_item"),
        ("我要退款", "refund_request"),
        ("i want my money back", "refund_request"),
        ("a bigger one", None),
        ("换个不退色的", None),
        ("get it in black", None),
    ],
)
def test_money_or_a_return_in_place_of_other_goods(text: str, need: str | None) -> None:
    """Nothing else is said, or it may be what is wanted instead."""
    assert back_instead(text) == need


def test_the_act_that_is_named_after_another() -> None:
    """算了还是退了吧 to an exchange; 我不是要退货我要换货 to a return."""
    assert act_instead("算了还是退了吧") == "return_item"
    assert act_instead("我不是要退货我要换货") == "exchange_item"
    assert act_instead("我不是要取消") is None


def test_a_no_that_sounds_like_a_cancellation() -> None:
    """不要了 right after an offer, and "no, cancel that"."""
    assert all(declined_so(said) for said in ("不要了", "那不要了吧", "no, cancel that"))
    assert not any(declined_so(said) for said in ("cancel that", "取消", "不要了，取消订单", "不要红的"))


@pytest.mark.parametrize(
    "text", ["found it", "oh it's at the neighbour's", "it was in the garage", "原来在门口", "快递刚送来"]
)
def test_where_it_lies(text: str) -> None:
    """Nothing is missing any more."""
    assert lies_at(text)


@pytest.mark.parametrize(
    "text", ["it's not at the door", "it was in the garage but empty", "i see it says delivered", "没在门口"]
)
def test_where_it_does_not_lie(text: str) -> None:
    """It is missing still, or came and is not right."""
    assert not lies_at(text)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("ok do the exchange", "exchange_item"),
        ("I want to start a return", "return_item"),
        ("process a refund", "refund_request"),
        ("i want to send it back", "return_item"),
        ("start it", None),
        ("do i get a refund", None),
    ],
)
def test_a_deed_by_its_name(text: str, need: str | None) -> None:
    """What is to be begun is named, and nothing else is said."""
    assert deed_named(text) == need
