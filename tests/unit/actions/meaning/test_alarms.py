"""A theft is heard as one, and what only sounds like it is not."""

import pytest

from actions.meaning.alarms import alarm_in, burns


@pytest.mark.parametrize(
    "text",
    [
        "somebody used my card",
        "someone else has used my credit card",
        "there's a charge I don’t recognise",
        "there is an order 10023 i did not make",
        "I never placed this order",
        "unauthorised payment on my statement",
        "不是我下的单",
        "卡被盗刷了",
        "有人用我的卡买东西",
        "我没下单怎么扣我钱",
        "這筆訂單不是我下的",
    ],
)
def test_a_strange_charge_or_order(text: str) -> None:
    """It belongs to the payments."""
    assert alarm_in(text) == "payment_problem"


@pytest.mark.parametrize(
    "text", ["my account was hacked", "someone is using my account", "账号被盗", "帳號被盜了", "有人登了我的账号"]
)
def test_an_account_in_strange_hands(text: str) -> None:
    """It belongs to the account."""
    assert alarm_in(text) == "account_problem"


@pytest.mark.parametrize(
    "text",
    [
        "what if someone used my card",
        "i was charged twice",
        "I didn't order this",  # the wrong goods
        "I haven't made the payment yet",
        "my wife used my card, is that ok",
        "can I pay with my card",
        "收到的东西不是我买的",
        "莫名其妙扣了我两次钱",
        "我还没下单",
        "如果账号被盗怎么办",
        "",
    ],
)
def test_no_alarm(text: str) -> None:
    """A question about it, a charge that stands twice and the wrong goods have their own ways."""
    assert alarm_in(text) is None


def test_a_long_message_is_quick() -> None:
    """Only its beginning is looked at."""
    assert alarm_in("someone has " * 5000) is None


@pytest.mark.parametrize(
    "text", ["my charger caught fire", "it started smoking when I plugged it in", "充电很烫，冒烟了", "一插電就冒煙"]
)
def test_what_burns_is_heard(text: str) -> None:
    """Whatever else is told with it."""
    assert burns(text)


@pytest.mark.parametrize(
    "text",
    [
        "the driver was smoking in my porch",
        "what if it catches fire",
        "如果冒烟怎么办",
        "a smoke detector",
        "burnt orange",
    ],
)
def test_what_only_speaks_of_fire_is_none(text: str) -> None:
    """People smoke, colours are burnt, and what might be is no alarm."""
    assert not burns(text)


@pytest.mark.parametrize("text", ["我等得都冒火了", "你们真让人冒火", "气得我冒烟", "等得我嗓子都冒烟了"])
def test_anger_is_no_fire(text: str) -> None:
    """It is the customer who smokes, not what they bought."""
    assert not burns(text)
    assert burns("充电器都冒烟了")
    assert burns("it\u2019s smoking")
