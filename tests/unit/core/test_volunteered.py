"""What a customer volunteers of their phone number is not written down; everything else is."""

import pytest

from frontdesk.core.given import written
from frontdesk.core.volunteered import without_proof


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("my order is 10023, phone ends 0198", "my order is 10023, phone ends ****"),
        ("10023 0198", "10023 ****"),
        ("10023, 0198", "10023, ****"),
        ("1002345, 0198", "1002345, ****"),
        ("20000123, 0198", "20000123, ****"),
        ("2000012301, 0198", "****, ****"),
        ("订单10031，手机尾号6688", "订单10031，手机尾号****"),
        ("call me on +1 415 555 0198", "call me on ****"),
        ("13800138000", "****"),
        ("where is my order 10023?", "where is my order 10023?"),
        ("I paid 1999 in 2026", "I paid 1999 in 2026"),
        ("return 10024 please", "return 10024 please"),
        ("MS79372137", "MS79372137"),
    ],
)
def test_only_the_proof_is_masked(said: str, kept: str) -> None:
    """Order numbers, years and prices stay readable."""
    assert without_proof(said) == kept


@pytest.mark.parametrize(
    ("said", "order", "kept"),
    [
        ("my order is 2000012301, phone 4155550198", "2000012301", "my order is 2000012301, phone ****"),
        ("2000012301, 0198", "2000012301", "2000012301, ****"),
        ("2000012301 or 4155550198", "", "**** or ****"),
    ],
)
def test_a_long_order_number_is_no_phone(said: str, order: str, kept: str) -> None:
    """Where it is known to be one it stays readable; nothing beside it does."""
    assert without_proof(said, order) == kept


@pytest.mark.parametrize("name", ["RE" + "4155550198" * 3 + "ab", "RE10023ab0198" + "c" * 21])
def test_the_name_of_a_recording_is_nobodys_number(name: str) -> None:
    """However its digits fall, a voice message keeps the name of its sound; what is said around it is masked as ever."""
    assert written(f"Voice message 4 s, {name}") == f"Voice message 4 s, {name}"
    assert written(f"phone ends 0198, {name}") == f"phone ends ****, {name}"
