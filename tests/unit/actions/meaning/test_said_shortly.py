"""What hurried customers say in a few words: a yes with its way, where it goes back to, calls that are not wanted."""

import pytest

from actions.meaning.contacting import left_alone, needs_no_call
from actions.meaning.costs import asks_cost
from actions.meaning.follow_ups import asks_answer
from actions.meaning.ways import yes_with_way
from actions.meaning.ways_back import asks_where_back
from actions.meaning.wishes import wish_in


@pytest.mark.parametrize(
    "said",
    [
        "yeah just send a new one",
        "ok do the refund then",
        "yes resend",
        "yes and i want my money back",
        "嗯 帮我补",
        "好 退钱吧",
    ],
)
def test_a_yes_that_says_how(said: str) -> None:
    """It is one where nothing else is said."""
    assert yes_with_way(said)


@pytest.mark.parametrize(
    "said",
    [
        "send a new one",
        "ok refund or replacement?",
        "yes but send a new one first",
        "ok no refund",
        "yes but i want to return it",
        "好 那先不要补发",
        "嗯 补发还是退款",
        "是坏的",
        "帮我补",
    ],
)
def test_what_is_no_yes_with_a_way(said: str) -> None:
    """Without a yes, with a question, a no or another wish beside it."""
    assert not yes_with_way(said)


@pytest.mark.parametrize(
    "said",
    ["where to", "your address?", "yep but whats the address", "which carrier", "地址给我一下", "往哪寄", "拿啥快递寄"],
)
def test_where_it_goes_back_to(said: str) -> None:
    """Asked in a word or two."""
    assert asks_where_back(said)


@pytest.mark.parametrize(
    "said", ["change the address", "where is it", "我的地址改一下", "寄到上海", "where is my order"]
)
def test_what_does_not_ask_for_it(said: str) -> None:
    """Another address, or another question."""
    assert not asks_where_back(said)


@pytest.mark.parametrize(
    "said", ["does it cost me", "is it free", "any charge", "要钱不", "收费不", "邮费哪个出", "运费谁出"]
)
def test_what_it_costs(said: str) -> None:
    """Asked in a word or two, in dialect, too."""
    assert asks_cost(said)


@pytest.mark.parametrize(
    "said", ["when will you get back to me", "when do i hear from you", "几天给我回话", "多久能回我", "好久给我回话"]
)
def test_when_somebody_answers(said: str) -> None:
    """It is no wish to speak with anybody now."""
    assert asks_answer(said)


@pytest.mark.parametrize("said", ["call me back", "回电", "给我回个电话", "when will it arrive", "什么时候到"])
def test_a_wish_to_be_called_is_no_question(said: str) -> None:
    """Nor is what is asked of a parcel."""
    assert not asks_answer(said)


@pytest.mark.parametrize(
    "said", ["stop calling me", "no more ads", "don't text me any more", "别再给我打电话了", "不要再发广告了"]
)
def test_calls_that_are_to_stop(said: str) -> None:
    """And mail, and advertising."""
    assert left_alone(said)


@pytest.mark.parametrize(
    "said", ["call me", "stop the order", "no more", "给我打电话", "别发货", "stop talking to me like that"]
)
def test_what_is_to_go_on(said: str) -> None:
    """A wish for a call, or that something else stops."""
    assert not left_alone(said)


@pytest.mark.parametrize(
    ("said", "needless"), [("no need to call me", True), ("不用回电话了", True), ("call me", False)]
)
def test_that_no_call_is_needed(said: str, *, needless: bool) -> None:
    """All is well then."""
    assert needs_no_call(said) is needless


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("hmm make it the M", "the m"),
        ("hold on, still the white one", "the white one"),
        ("等等 还是黑色", "黑色"),
        ("等一下 中码行不", "中码"),
        ("wait", None),
        ("等等", None),
        ("m", None),
    ],
)
def test_a_wish_put_right_in_a_word(said: str, wish: str | None) -> None:
    """Without the words that lead to it; a wait alone is none."""
    assert wish_in(said, alone=True) == wish
