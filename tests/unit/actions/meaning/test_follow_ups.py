"""Questions about the thing just done: what counts, whose task answers, and what says more than it points."""

import pytest

from actions.meaning.follow_ups import AGAIN, asks_of_money, asks_when, follow_up, progress_of, wants_amends


@pytest.mark.parametrize(
    "text",
    [
        "ok so when exactly",
        "how long will that take?",
        "when do i hear back",
        "那要多久",
        "大概几天能到？",
        "什么时候",
        "多久有消息",
    ],
)
def test_when(text: str) -> None:
    """The money's day after a cancellation, the parcel's after a status; a case's answer has said it."""
    assert follow_up(text, "cancel_order") == "refund_status"
    assert follow_up(text, "order_status") == "order_status"
    assert follow_up(text, "delivery_problem") == AGAIN
    assert follow_up(text, None) is None


@pytest.mark.parametrize(
    "text", ["and my money?", "what happens with my money", "how long till i get my refund", "那钱呢", "钱什么时候退"]
)
def test_money(text: str) -> None:
    """Only where money was talked of."""
    assert follow_up(text, "return_item") == "refund_status"
    assert follow_up(text, "order_status") is None


@pytest.mark.parametrize(
    "text",
    [
        "so what do i do now",
        "what now?",
        "did you change it?",
        "what was the case number again?",
        "so do i keep the wrong one?",
        "when do i get the new one?",
        "where are you sending it now?",
        "改好了吗",
        "那怎么办",
        "我该怎么办呢",
    ],
)
def test_what_now(text: str) -> None:
    """The answer, with what it offers, is said again."""
    assert follow_up(text, "order_status") == AGAIN


def test_the_number() -> None:
    """Of an order that was looked up it is the parcel's; of what was done, what was told has it."""
    assert follow_up("单号是多少来着", "order_status") == "order_status"
    assert follow_up("单号是多少来着", "delivery_problem") == AGAIN
    assert follow_up("what's the tracking number", "invoice") == "order_status"


@pytest.mark.parametrize(
    "text",
    [
        "how long does delivery take", "when will my other order arrive", "how long is the cable", "where is my refund",
        "when i opened it the screen was broken", "my money is as good as anyone's", "退货要多久", "我的手机多久充一次电",
        "when " * 30,
    ],
)  # fmt: skip
def test_what_says_more(text: str) -> None:
    """Such a message names its own matter."""
    assert follow_up(text, "cancel_order") is None


@pytest.mark.parametrize(
    "text", ["did you get my return", "any news on my return", "我的退货你们收到没", "退货处理好了吗"]
)
def test_progress(text: str) -> None:
    """How far something is that was begun before is told, and not begun anew."""
    assert progress_of(text, "return_item") == "refund_status"
    assert progress_of(text, "exchange_item") == "order_status"
    assert progress_of(text, "invoice") is None


@pytest.mark.parametrize("text", ["i want to return this", "我要退货", "收到了，不喜欢，要退"])
def test_a_wish_is_no_question_for_progress(text: str) -> None:
    """What is wanted begins."""
    assert progress_of(text, "return_item") is None


@pytest.mark.parametrize("text", ["什么时候退", "那钱什么时候退", "when do i get my money back"])
def test_money_that_was_charged_twice(text: str) -> None:
    """The answer said by when; no refund is asked for."""
    assert follow_up(text, "payment_problem") == AGAIN


@pytest.mark.parametrize(
    ("text", "need", "asks"),
    [
        ("how long does it take", "return_item", True),
        ("多久能换好", "exchange_item", True),
        ("when do i get my money", "cancel_order", True),
        ("how long does it take", "order_status", False),
        ("how long will that take", "order_address", False),
        ("cancel it", "return_item", False),
        ("换个大号的", "exchange_item", False),
    ],
)
def test_how_long_what_was_begun_takes(text: str, need: str, asks: bool) -> None:
    """Of what is delivered it asks for the parcel."""
    assert asks_when(text, need) is asks


@pytest.mark.parametrize("text", ["多久补发", "什么时候退我", "那要是找不到怎么办", "when will you send the right one"])
def test_what_is_asked_of_a_case(text: str) -> None:
    """Answered by what was told of it."""
    assert follow_up(text, "delivery_problem") == AGAIN or follow_up(text, "payment_problem") == AGAIN


def test_amends() -> None:
    """Wanted for a trouble that is taken down; elsewhere it is a wish of its own."""
    assert wants_amends("能不能给我补偿点", "delivery_problem")
    assert not wants_amends("能不能给我补偿点", "return_item")
    assert not wants_amends("昨天已经赔偿了", "delivery_problem")


@pytest.mark.parametrize(
    "text",
    [
        "yes if you pay me back today",
        "only if I get the money back on the same card",
        "does that mean I get all my money back?",
        "要是能退到微信就退",
    ],
)
def test_the_money_is_asked_for_or_made_a_condition(text: str) -> None:
    """Of what is paid back; of nothing else."""
    assert asks_of_money(text, "cancel_order")
    assert not asks_of_money(text, "change_address")


def test_a_wish_for_the_money_asks_nothing() -> None:
    """It is another need."""
    assert not asks_of_money("i want my money back instead", "exchange_item")
    assert not asks_of_money("直接退款吧", "return_item")
