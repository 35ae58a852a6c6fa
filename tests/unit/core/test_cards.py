"""Card numbers in words: found in every shape people write them in, and nothing else taken for one."""

import pytest

from frontdesk.core.cards import without_cards


@pytest.mark.parametrize(
    "card",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "6221 2600 0000 0000 001",
        "４１１１１１１１１１１１１１１１",
    ],
)
def test_a_card_is_taken_out(card: str) -> None:
    """Whole, with what stands around it left."""
    assert without_cards(f"It is {card}, thanks. 卡号{card}。") == "It is [card], thanks. 卡号[card]。"


@pytest.mark.parametrize(
    "text",
    [
        "order 10023",
        "+86 138 0013 8000",
        "4111 1111 1111 1112",
        "tracking 1Z999AA10123456784",
        "2026-11-22 08:00",
        "0000000000000000",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    """Orders, phones, dates, and long numbers whose check digit is another."""
    assert without_cards(text) == text
