"""Who comes for what goes back."""

import pytest

from actions.meaning.collecting import asks_pickup


@pytest.mark.parametrize(
    "said",
    [
        "when will you collect it?", "Can someone pick it up?", "do you collect it from my house", "what time is the pick-up",
        "when does the courier come to get it", "什么时候来取件", "上门取件吗", "快递员什么时候来拿", "有人来收吗",
    ],
)  # fmt: skip
def test_it_is_asked_who_comes(said: str) -> None:
    """In whatever words."""
    assert asks_pickup(said)


@pytest.mark.parametrize(
    "said",
    ["can i pick it up myself", "where can we collect the new one", "collect it", "how do i send it back", "退货"],
)
def test_what_one_does_oneself_is_another_matter(said: str) -> None:
    """Nor is a wish a question."""
    assert not asks_pickup(said)
