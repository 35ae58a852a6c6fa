"""Which answer of the shop is meant whatever words it is put in: who is hurt, cheated or no customer; and what only sounds so."""

import time

import pytest

from actions.meaning.alarms import hurts
from actions.meaning.topics import price_fell, topic_behind, topic_of


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("my skin got a rash from the watch", "recall_safety"),
        ("it gave my son a rash", "recall_safety"),
        ("the charger burned my hand", "recall_safety"),
        ("10026 gave me a shock when i plugged it in", "recall_safety"),
        ("there's smoke coming from the charger", "recall_safety"),
        ("手表戴了皮肤过敏", "recall_safety"),
        ("充电器把我手烫伤了", "recall_safety"),
        ("孩子被電了一下", "recall_safety"),
        ("the headphones burned my ear", "recall_safety"),
        ("the lamp shocked me", "recall_safety"),
        ("小孩把零件吞下去了", "recall_safety"),
        ("hello this is the police, who lives at the address of 10023", "authorities"),
        ("there is a box here for the previous tenant", "not_mine"),
        ("你们仓库还要人吗", "jobs"),
        ("收到短信说包裹地址不对让我点链接", "phishing"),
        ("I got a text that my parcel is held, pay 1.99 at http://pay.example", "phishing"),
        ("a man called and wants my card number", "phishing"),
        ("有人打电话说我的订单有问题要退钱给我", "phishing"),
        ("他要我银行卡号", "phishing"),
        ("快递说要收钱才给我是不是骗子", "phishing"),
        ("i'm a courier from morning star express", "driver"),
        ("我是海湾快递的客服", "driver"),
        ("我是顺丰的快递员客户电话打不通", "driver"),
        ("this is officer Miller, give me the address for order 10023", "authorities"),
        ("我是市场监管局的", "authorities"),
        ("I found a parcel at my door which isn't for me", "not_mine"),
        ("my neighbour's parcel was left at my door", "not_mine"),
        ("我是隔壁邻居，她的快递放我家了", "not_mine"),
        ("your courier parked in my driveway and hit my gate. I'm not a customer", "third_party"),
        ("do you have any vacancies", "jobs"),
        ("你们招人吗", "jobs"),
        ("我想应聘客服", "jobs"),
    ],
)
def test_an_answer_that_comes_before_all(text: str, topic: str) -> None:
    """By meaning, not by a list of phrases."""
    assert topic_of(text) == topic


@pytest.mark.parametrize(
    "text",
    [
        "i got a shock when i saw the bill",
        "the driver was smoking in my porch",
        "does it have surge protection, can it give a shock",
        "我对镍过敏，手表能戴吗",
        "会不会过敏",
        "有漏电保护吗",
        "煤气灶打不着火",
        "the price shocked me",
        "那个退款短信我点开说链接失效到底退没退",
        "i got an email that my refund was processed",
        "你们是不是骗子",
        "我是问快递员的电话",
        "我不是快递员",
        "我是顺丰的收件人",
        "my neighbour took my parcel",
        "我的快递放邻居家了",
        "i'm not a customer yet i just wondered do you sell bicycles",
        "你们招人都不看素质的吗",
        "where is my order",
        "",
    ],
)
def test_what_only_sounds_so(text: str) -> None:
    """A question about it, a customer's own trouble or a manner of speaking goes its own way."""
    assert topic_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I bought the coffee grinder and now it's 48.60, order 10025",
        "kettle i bought dropped in price. order 10038",
        "I bought it last week and now it's cheaper",
        "刚买的水壶就便宜了，订单10032",
        "买了就降价了",
        "the same jacket is 20 dollars less today, i ordered yesterday",
        "10032我买的时候199现在179",
    ],
)
def test_a_price_that_fell(text: str) -> None:
    """Of what was bought here."""
    assert price_fell(text)
    assert topic_behind(text) == "price_protection"


@pytest.mark.parametrize(
    "text",
    [
        "i bought it and amazon has it cheaper now, the price dropped there",
        "what if the price dropped after i bought it",
        "别家便宜了，我买贵了",
        "the price dropped",
        "降价了吗",
        "i bought two and now it's broken",
    ],
)
def test_no_price_of_ours_fell(text: str) -> None:
    """Another shop's, what might be, and what nobody bought."""
    assert not price_fell(text)


def test_other_answers_behind_words_that_name_no_request() -> None:
    """A payment that fails before there is an order; a call of the shop's."""
    assert topic_behind("my card is declined at checkout") == "payment_refused"
    assert topic_behind("结算的时候付款失败") == "payment_refused"
    assert topic_behind("my card is declined at checkout for order 10023") is None
    assert topic_behind("I got a call from you") == "called_by_us"
    assert topic_behind("can you call me") is None
    assert topic_behind("你们给我打个电话吧") is None


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in (
        "i got a text that a man called and asks " * 5_000,
        "parcel is not for " * 5_000,
        "courier i am not a customer " * 5_000,
        "有人打电话说是你们" * 5_000,
        "我是我是" * 5_000,
        "gave me a rash from " * 5_000,
        "手烫手烫" * 5_000,
        "price now it is " * 5_000,
    ):
        topic_of(text)
        topic_behind(text)
        hurts(text)
    assert time.thread_time() - started < 0.5
