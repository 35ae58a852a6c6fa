"""What customers say is understood when it is clear, and left alone when it is not."""

import pytest

from actions import TASKS
from frontdesk.core.inputs import ChoicePicked, CustomerInput, KeysPressed, TextTyped, WordsSpoken
from frontdesk.ivr.listen import digits_of, keys_of, option_of, payload, wants_operator, wants_repeat, yes_or_no
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.nodes import Menu

from .bench import SHIPPED

BOOK = load_book(SHIPPED, TASKS)


def spoken(text: str) -> CustomerInput:
    return WordsSpoken(at=0.0, text=text)


def menu(name: str = "menu") -> Menu:
    node = BOOK.node("main", name)
    assert isinstance(node, Menu)
    return node


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("order status", "1"),
        ("Order status, please.", "1"),
        ("I'd like to track my order", "1"),
        ("我要查订单", "1"),
        ("帮我查一下物流", "1"),
        ("a return", "2"),
        ("我要退货", "2"),
        ("press two", "2"),
        ("2", "2"),
        ("二", "2"),
        ("选二", "2"),
        ("where is my order 10023", None),
        ("one moment", None),
        ("I have been waiting for my order for three weeks and nobody answers", None),
        ("hmm", None),
        ("check my order again", "1"),
        ("cancel my order", None),
        ("change my delivery address", None),
        ("取消我的订单", None),
        ("我的快递丢了", None),
        ("where is my refund", None),
        ("我的退款到了吗", None),
        ("i want to exchange it", None),
        ("where is my return", None),
        ("so where is my order", "1"),
        ("we turn", "2"),
    ],
)
def test_menu_options_by_words(said: str, key: str | None) -> None:
    """Short answers choose; whole stories, and sentences with an order number, are for the bot."""
    option = option_of(BOOK, menu(), spoken(said))
    assert (option.key if option else None) == key


@pytest.mark.parametrize(
    "said",
    [
        "operator",
        "I want to talk to a real person",
        "can I speak to a human please",
        "转人工",
        "我要人工客服",
        "帮我找个人吧",
    ],
)
def test_a_person_is_heard(said: str) -> None:
    """Asking for a person works in both languages, politely or not."""
    assert wants_operator(BOOK, spoken(said))


@pytest.mark.parametrize("said", ["order status", "personal data", "查订单", "机器人", ""])
def test_a_person_is_not_heard_where_none_is_asked_for(said: str) -> None:
    """Words that merely look alike do not call anybody."""
    assert not wants_operator(BOOK, spoken(said))


@pytest.mark.parametrize(
    ("said", "answer"),
    [("yes", True), ("yeah that's right", True), ("no", False), ("不对", False), ("对", True), ("不是", False), ("是的", True),
     ("1", True), ("two", False), ("maybe", None), ("that's not right", False), ("不正确", False), ("嗯", True)],
)  # fmt: skip
def test_yes_and_no(said: str, answer: bool | None) -> None:
    """The longer match wins: 不对 is no although 对 is in it."""
    assert yes_or_no(BOOK, spoken(said)) is answer


def test_digits_of_the_wanted_length() -> None:
    """Digits count when their number fits and it is clear which are meant."""
    assert digits_of(KeysPressed(at=0.0, digits="10023#"), 5, 5) == "10023"
    assert digits_of(KeysPressed(at=0.0, digits="１００２３"), 5, 5) == "10023"
    assert digits_of(KeysPressed(at=0.0, digits="1002*"), 5, 5) is None
    assert digits_of(TextTyped(at=0.0, text="我有1个订单，是10023"), 5, 5) == "10023"
    assert digits_of(TextTyped(at=0.0, text="10023 or maybe 10024"), 5, 5) is None
    assert digits_of(spoken("ten thousand and twenty three"), 5, 5) == "10023"
    assert digits_of(spoken("double seven double seven"), 4, 4) == "7777"
    assert digits_of(spoken("两个六两个八"), 4, 4) == "6688"
    assert digits_of(spoken("zero won ate nine"), 4, 4) == "0189"
    assert digits_of(spoken("one for me"), 2, 2) is None


def test_an_old_button_is_not_taken_for_a_new_one() -> None:
    """A button names its menu; a payload that comes as plain text works too; another menu's falls back to its title."""
    first = menu().options[0]
    assert option_of(BOOK, menu(), ChoicePicked(at=0.0, payload=payload(menu(), first), title="x")) == first
    assert option_of(BOOK, menu(), TextTyped(at=0.0, text=payload(menu(), first))) == first
    old = ChoicePicked(at=0.0, payload="main.trouble.1", title="blah")
    assert option_of(BOOK, menu(), old) is None
    assert option_of(BOOK, menu(), ChoicePicked(at=0.0, payload="x.y.1", title="a return")) == menu().options[1]


def test_repeating_is_not_doing_again() -> None:
    """The word again asks for the question once more only when little else is said."""
    assert wants_repeat(BOOK, spoken("again please"))
    assert all(wants_repeat(BOOK, spoken(said)) for said in ("tell me again", "没听清楚"))
    assert wants_repeat(BOOK, TextTyped(at=0.0, text="*"))
    assert not wants_repeat(BOOK, spoken("check my order again"))


def test_a_polite_nothing_is_no_key() -> None:
    """Please alone presses nothing."""
    assert keys_of(TextTyped(at=0.0, text="please")) is None
