"""Which of an order's goods are meant."""

import time

import pytest

from actions.meaning.parts import goods_meant, told_with
from actions.order import Name, OrderLine

TWO = (
    OrderLine(sku="H", name=Name("wireless headphones", "无线耳机")),
    OrderLine(sku="S", name=Name("a portable speaker", "便携音箱")),
)
THREE = (
    OrderLine(sku="B", name=Name("a travel backpack", "旅行背包")),
    OrderLine(sku="R", name=Name("a rice cooker", "电饭煲")),
    OrderLine(sku="T", name=Name("a tea set", "茶具")),
)


def _meant(told: str, lines: tuple[OrderLine, ...] = TWO) -> str:
    """The signs of the goods that are meant, with a "?" where it is unclear."""
    meant = goods_meant(lines, told.replace(" | ", "\n"))
    return "".join(line.sku for line in meant.lines) + ("?" if meant.unclear else "")


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ("return 10024", "HS"),
        ("return the speaker from 10024", "S"),
        ("return everything except the speaker from 10024", "H"),
        ("everything but the speaker", "H"),
        ("all but the headphones", "S"),
        ("return 10024 without the speaker", "H"),
        ("return all of 10024 apart from the headphones", "S"),
        ("the headphones from order 10024 do not suit me. I would like to send them back but keep the speaker", "H"),
        ("I'm keeping the speaker but the headphones go back", "H"),
        ("i keep the speaker", "H"),
        ("the speaker stays", "H"),
        ("the speaker i want to keep", "H"),
        ("the speaker goes back", "S"),
        ("keep everything except the speaker", "S"),
        ("keep both", "?"),
        ("i want to return 10024, keep the speaker", "H"),
        ("the headphones are great but the speaker is bad", "S"),
        ("the headphones are fine the speaker is broken", "S"),
        ("everything was fine but the speaker is bad", "S"),
        ("the speaker is not good", "S"),
        ("Only speaker. He is not good.", "S"),
        ("just the uh the speaker", "S"),
        ("only the uh what's it called the loudspeaker", "HS?"),
        ("can i return just one", "HS?"),
        ("just one", "HS?"),
        ("return one of them", "HS?"),
        ("not all of it", "HS?"),
        ("only the case", "HS?"),
        ("without the box", "HS"),
        ("i only know the number", "HS"),
        ("not at all", "HS"),
        ("that's all", "HS"),
        ("it is all right", "HS"),
        ("return the wireless headphones and the speaker from 10024", "HS"),
        ("headphones no speaker", "H"),
        ("the headphones, not the other one", "H"),
        ("the headphones not the other one", "H"),
        ("the headphones without the other thing", "H"),
        ("no headphones", "H"),
        ("i don't want the speaker", "S"),
        ("i don't want to return the speaker", "H"),
        ("i do not want to return everything, just the speaker", "S"),
        ("return the speaker, everything else is fine", "S"),
        ("keep the speaker, the headphones crackle", "H"),
        ("return the headphones not the speaker, i like the speaker", "H"),
        ("exchange the headphones for the speaker", "H"),
        ("i want the headphones instead of the speaker", "HS?"),
        ("i need the speaker", "HS?"),
        ("i still need the speaker", "H"),
        ("i need the speaker to go back", "S"),
        ("i want the speaker returned", "S"),
        ("i want to keep the speaker", "H"),
        ("i don't need the speaker", "S"),
        ("speaker yes headphones no", "S"),
        ("half of it", "HS?"),
        ("return the order with the headphones", "HS"),
        ("the headphones order please", "HS"),
        ("the portable one", "S"),
        ("return the speaker | no sorry the headphones", "H"),
        ("return the speaker | sorry I meant headphones", "H"),
        ("return the speaker | and the headphones too", "HS"),
        ("return the speaker | ok both", "HS"),
        ("return the speaker | it's broken", "S"),
        ("return the speaker | headphones", "H"),
        ("not the speaker | actually both", "HS"),
        ("just one | the speaker", "S"),
        ("just one | keep the speaker", "H"),
        ("just one | yes", "HS?"),
        ("only the speaker | not the speaker", "?"),
        ("退10024的音箱", "S"),
        ("除了音箱都退", "H"),
        ("除了音箱以外都要退", "H"),
        ("音箱以外都退", "H"),
        ("音箱留着，耳机退", "H"),
        ("音箱不退", "H"),
        ("不退音箱", "H"),
        ("只退耳机不退音箱", "H"),
        ("耳机退音箱不退", "H"),
        ("耳机没问题，音箱坏了", "S"),
        ("两个都退", "HS"),
        ("退货 耳机留着", "S"),
        ("退货耳机留着", "S"),
        ("只退一个", "HS?"),
        ("只退鞋子", "HS?"),
        ("只退款行吗", "HS"),
        ("只退耳机 | 音箱也退", "HS"),
        ("只退耳机 | 不对，是音箱", "S"),
        ("退那个耳机的订单", "HS"),
    ],
)
def test_what_is_meant(told: str, goods: str) -> None:
    """Exceptions, what is kept, corrections; never the opposite, and never a guess."""
    assert _meant(told) == goods


@pytest.mark.parametrize(
    ("told", "goods"),
    [
        ("取消背包", "B"),
        ("三样里取消一样可以吗", "BRT?"),
        ("取消其中的背包", "B"),
        ("不是全部，就背包", "B"),
        ("其他两样留着", "BRT?"),
        ("背包和茶具都不要了", "BT"),
        ("两个都退", "BRT"),
        ("背包和另外一件不要了", "BRT?"),
        ("茶具还要", "BR"),
        ("电饭煲和茶具照发", "B"),
        ("我只要背包", "BRT?"),
        ("只要背包，其他取消", "BRT?"),
        ("我只要取消背包", "B"),
        ("everything except the backpack and the tea set", "R"),
        ("except the backpack, the tea set", "R"),
        ("return both the backpack and the tea set", "BT"),
        ("not the backpack | not the tea set", "R"),
        ("keep the backpack and return the rest", "RT"),
        ("the backpack | the tea set as well", "BT"),
    ],
)
def test_what_is_meant_of_three(told: str, goods: str) -> None:
    """More than one may be left out, or added."""
    assert _meant(told, THREE) == goods


def test_one_thing_is_always_meant() -> None:
    """Of a single product no part is asked for."""
    assert _meant("only the case", TWO[:1]) == "H"


def test_what_is_kept_of_the_talk() -> None:
    """A line for each message, once; what was said first and last stays."""
    assert told_with(None, " return\nit ") == "return it"
    assert told_with("a", "a") == "a"
    assert told_with("a", "b") == "a\nb"
    long = "a"
    for at in range(9):
        long = told_with(long, f"{at}" * 150)
    assert long.startswith("a\n")
    assert long.endswith("8" * 150)
    assert len(long) < 700


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in ("keep the " * 300, "exchange it for " * 300, "除了" * 900, "everything but " * 300, "一" * 900):
        goods_meant(TWO, text)
    assert time.thread_time() - started < 0.5
