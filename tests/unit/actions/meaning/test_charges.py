"""Tests for what is said of a charge that the books don't show."""

import pytest

from actions.meaning.charges import insists_on_charge


@pytest.mark.parametrize(
    "text",
    [
        "two times 89 on my visa",
        "my bank says both are booked",
        "no, I see two charges",
        "PayPal",
        "银行显示两笔",
        "支付宝",
        "不对，扣了两次",
    ],
)
def test_who_insists(text: str) -> None:
    """On two charges, or tells by which way it was."""
    assert insists_on_charge(text)


@pytest.mark.parametrize(
    "text", ["ok thanks", "多久退", "how long until the second one goes away?", "好的", "when is it back"]
)
def test_who_does_not(text: str) -> None:
    """A question is none."""
    assert not insists_on_charge(text)
