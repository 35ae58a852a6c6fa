"""Keys that are said: of what was read out, and of nothing else."""

import pytest

from frontdesk.core.waits import Choice
from frontdesk.dialogue.spoken_keys import key_said

MENU = (
    Choice(label="Tell us about a delivery problem", payload="/delivery", key="1"),
    Choice(label="Talk to a person", payload="/human_agent", key="2"),
)
YES_NO = (Choice(label="Yes, please", payload="/affirm", key="1"), Choice(label="No", payload="/deny", key="2"))
ORDERS = (Choice(label="10032", payload="/a", key="1"), Choice(label="10034", payload="/b", key="2"))


@pytest.mark.parametrize(
    ("said", "choices", "meant"),
    [
        ("one", MENU, "/delivery"),
        ("Press one.", MENU, "/delivery"),
        ("number two please", MENU, "/human_agent"),
        ("the first one", MENU, "/delivery"),
        ("um, option 2", MENU, "/human_agent"),
        ("i press one", MENU, "/delivery"),
        ("一", MENU, "/delivery"),
        ("按一", MENU, "/delivery"),
        ("一吧", MENU, "/delivery"),
        ("第一个", MENU, "/delivery"),
        ("我按2", MENU, "/human_agent"),
        ("选二", MENU, "/human_agent"),
        ("1号键", MENU, "/delivery"),
        ("three", MENU, None),
        ("one of them is broken", MENU, None),
        ("the first order", MENU, None),
        ("一个", MENU, None),
        ("一共两个", MENU, None),
        ("one", YES_NO, "/affirm"),
        ("按二", YES_NO, "/deny"),
        ("the first one", YES_NO, None),
        ("第一个", YES_NO, None),
        ("one", ORDERS, None),
        ("press two", ORDERS, "/b"),
        ("第二个", ORDERS, "/b"),
        ("one", (), None),
    ],
)
def test_a_key_that_is_said(said: str, choices: tuple[Choice, ...], meant: str | None) -> None:
    """A number alone is no key where a number is asked for; "the first one" is none where a yes is."""
    assert key_said(said, choices) == meant


def test_a_number_alone_counts_where_goods_are_counted() -> None:
    """At the yes to "two grinders", "one" may be how many; who names the key presses it."""
    assert key_said("one", YES_NO, counts=True) is None
    assert key_said("press one", YES_NO, counts=True) == "/affirm"
