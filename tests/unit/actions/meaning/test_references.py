"""Pointing at an order without naming it, and asking to hear something again: what counts, and what must not."""

import pytest

from actions.meaning.objections import disagrees
from actions.meaning.references import (
    OTHER,
    changes_items,
    ends_it,
    follows_on,
    gives_up,
    goes_on,
    goods_alone,
    mocks,
    names_another,
    number_alone,
    only_points,
    place_of,
    refuses,
    wants_repeat,
    which_of,
)


@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("and the other one?", OTHER),
        ("what about my other order", OTHER),
        ("那另一个呢", OTHER),
        ("另外一单呢？", OTHER),
        ("the second one please", "2"),
        ("第一个", "1"),
        ("第三单", "3"),
    ],
)
def test_what_is_pointed_at(text: str, which: str) -> None:
    """Alone in a message it says nothing else."""
    assert which_of(text) == which
    assert only_points(text)


@pytest.mark.parametrize(
    "text",
    [
        "where is my order",
        "on the other hand",
        "the first time this happened",
        "第一次买",
        "another colour",
        "有其他颜色吗",
    ],
)
def test_what_points_at_no_order(text: str) -> None:
    """Words that only look like it."""
    assert not only_points(text)


@pytest.mark.parametrize(
    "text", ["and 10025?", "what about 10025", "那10032呢", "还有10033呢", "10033呢？", "also 10025 please"]
)
def test_the_same_for_another_order(text: str) -> None:
    """A number with nothing but "and" is the same request again."""
    assert follows_on(text)


@pytest.mark.parametrize("text", ["10025", "1 0 0 2 5", "10-025", "10,025", "#10025", "１００２５", "订单10025"])
def test_a_number_alone(text: str) -> None:
    """In any shape; it begins nothing again."""
    assert number_alone(text) or text == "１００２５"
    assert not follows_on(text)


@pytest.mark.parametrize("text", ["0198", "2 of them", "i paid 10025 dollars", "10025 never arrived"])
def test_other_numbers(text: str) -> None:
    """Four digits, amounts and sentences are not an order number alone."""
    assert not number_alone(text)
    assert not follows_on(text)


@pytest.mark.parametrize(
    "text",
    ["what?", "pardon", "huh", "sorry?", "can you repeat that please", "say that again", "i didn't catch that", "再说一遍",
     "tell me again", "say again", "slower please", "could you speak more slowly", "您说什么", "您再说一次好吗",
     "什么？", "没听清", "请再说一次", "???", "..."],
)  # fmt: skip
def test_say_it_again(text: str) -> None:
    """Not heard, or not understood."""
    assert wants_repeat(text)


@pytest.mark.parametrize(
    "text",
    [
        "what is your phone number",
        "sorry but i want a refund",
        "again the wrong item",
        "什么时候到",
        "再买一个",
        "slower delivery",
        "hello",
        "no",
        "👍",
    ],
)
def test_no_wish_to_hear_it_again(text: str) -> None:
    """A request that begins like one is a request."""
    assert not wants_repeat(text)


def test_a_long_message_says_more_than_that() -> None:
    """However it begins; and words that repeat without end cost nothing."""
    for text in ("and," * 500 + " the other one zzz", "and what about " * 300 + "10025 x", "?" * 4000 + "x"):
        assert not any((only_points(text), follows_on(text), number_alone(text), wants_repeat(text)))


@pytest.mark.parametrize(
    "text", ["forget it", "Ok, never mind then.", "nevermind", "oh just leave it", "算了", "那算了吧"]
)
def test_giving_up(text: str) -> None:
    """Whatever was begun is left alone."""
    assert gives_up(text)


@pytest.mark.parametrize(
    "text",
    ["forget it, i want a human", "leave it with the neighbour", "我算了一下价格", "cancel it", "never mind the size"],
)
def test_more_than_giving_up(text: str) -> None:
    """What says something else is heard as that."""
    assert not gives_up(text)


@pytest.mark.parametrize(
    "text", ["不对啊，扣了两次", "no, it was twice", "明明没收到", "我没取消过啊", "i never cancelled it"]
)
def test_contradicting(text: str) -> None:
    """At the beginning of the message."""
    assert disagrees(text)
    assert not disagrees(f"好的{text}")


@pytest.mark.parametrize(
    "text", ["no don't cancel it", "please don't cancel my order", "i said don't return it", "别取消", "不要退货"]
)
def test_what_only_refuses(text: str) -> None:
    """A wish not to is no wish."""
    assert refuses(text)


@pytest.mark.parametrize(
    "text", ["don't cancel it, return it", "don't send it", "i don't want it", "不要了，退货", "cancel it"]
)
def test_what_refuses_and_wants(text: str) -> None:
    """What is not to be sent is to be cancelled; and what is wanted beside is heard."""
    assert not refuses(text)


@pytest.mark.parametrize(
    "text", ["oh great, another delay", "well done, still nothing", "brilliant, it's broken again", "呵呵，又晚了"]
)
def test_mockery(text: str) -> None:
    """Kind words meant the other way round."""
    assert mocks(text)
    assert not mocks("great, thank you")
    assert not mocks("thanks, it arrived late but it is lovely")


def test_a_question_goes_on() -> None:
    """Without naming an order of its own."""
    assert goes_on("and tomorrow?")
    assert goes_on("那周末呢")
    assert not goes_on("and my parcel?")
    assert not goes_on("我的包裹呢")
    assert not goes_on("and 10025?")


def test_goods_in_and_out_of_an_order() -> None:
    """Only of an order."""
    assert changes_items("just remove the coffee grinder from it")
    assert changes_items("can you add a phone charger to my order")
    assert not changes_items("remove me from the list")


@pytest.mark.parametrize(
    "text", ["that's it", "That\u2019s all, thanks", "yeah that's everything for today", "就这些", "好的，就这样吧"]
)
def test_nothing_more_is_wanted(text: str) -> None:
    """After "anything else?" these end the talk."""
    assert ends_it(text)


@pytest.mark.parametrize(
    "text", ["yes", "that's it, where is my order", "that's it? really?", "这个多少钱", "that is all wrong"]
)
def test_something_more_is_wanted(text: str) -> None:
    """Words that go on do not."""
    assert not ends_it(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the second one please", 2),
        ("um, second", 2),
        ("第一个吧", 1),
        ("the last one", 2),
        ("后面那个", 2),
        ("the third one", None),
        ("the other one", None),
        ("the second one is broken", None),
        ("第二个坏了", None),
    ],
)
def test_a_place_in_a_list_of_two_that_was_just_told(text: str, place: int | None) -> None:
    """Pointed at by its place, and nothing else said; what is beyond the list is no place."""
    assert place_of(text, 2) == place


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("i have another complaint", True),
        ("这是另外一件事", True),
        ("我还要投诉别的事", True),
        ("and the driver was rude", False),
        ("没别的事了", False),
        ("沒有別的事", False),
    ],
)
def test_another_matter_is_said_to_be_one(text: str, another: bool) -> None:
    """What is told besides belongs to the complaint that was taken down before."""
    assert names_another(text) == another


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("手表呢", "手表"),
        ("那个电饭煲呢？", "电饭煲"),
        ("and the garden gloves?", "garden gloves"),
        ("另外那个呢", None),
        ("手表多少钱", None),
    ],
)
def test_goods_alone(text: str, goods: str | None) -> None:
    """What may have been bought, named and nothing else."""
    found = goods_alone(text)
    assert (found or "").endswith(goods) if goods else found is None
