"""Splitting messages of two languages into tokens."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.rasa_worker.pieces import pieces


def plain(text: str) -> list[str]:
    return [p.plain for p in pieces(text)]


def test_words_and_characters() -> None:
    """Latin words stay whole, Chinese goes character by character, numbers part from both."""
    assert plain("Where's my order10023?") == ["wheres", "my", "order", "10023", "?"]
    assert plain("我的订单10023到哪了") == [*"我的订单", "10023", *"到哪了"]
    assert plain("退iphone15吧") == ["退", "iphone", "15", "吧"]


def test_spellings_that_mean_the_same() -> None:
    """Half and full width, upper and lower case, with and without apostrophe are the same token."""
    assert plain("ＤＯＮ’Ｔ") == plain("don't") == plain("dont") == ["dont"]
    assert plain("１００２３？") == plain("10023?")


@given(st.text())
def test_positions_are_those_of_the_text(text: str) -> None:
    """Tokens come in order, do not overlap, and stand where they say."""
    end = 0
    for piece in pieces(text):
        assert end <= piece.start < piece.end <= len(text)
        assert piece.plain
        end = piece.end
