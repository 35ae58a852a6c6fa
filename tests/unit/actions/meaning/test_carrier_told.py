"""What the carrier is to be told."""

import pytest

from actions.meaning.carrier_told import told_to_carrier


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("tell the courier the gate code is 4471, order 10023", "the gate code is 4471"),
        ("please let the driver know the gate code is 4471", "the gate code is 4471"),
        ("tell the driver not to ring", "not to ring"),
        ("the courier should ring the side door", "ring the side door"),
        ("can the courier ring before he comes? 10023", "ring before he comes"),
        ("code is 9 star 22", "code is 9 star 22"),
        ("the gate code is 4471", "the gate code is 4471"),
        ("请让司机知道侧门没锁", "侧门没锁"),
        ("快递员应该按侧门的门铃", "按侧门的门铃"),
        ("告诉快递员放门口", "放门口"),
    ],
)
def test_what_the_carrier_is_told(text: str, note: str) -> None:
    """Without whom it is for, and without the order's number."""
    assert told_to_carrier(text) == note


@pytest.mark.parametrize(
    "text",
    [
        "the driver should have rung", "tell the driver thanks", "tell the driver to hurry", "ask the driver where my parcel is",
        "can the courier deliver it to my office", "the code is SAVE10", "where is the courier",
        "the courier can leave it but he never does",
        "快递员能不能快点", "告诉快递员快点", "快递员没按门铃",
    ],
)  # fmt: skip
def test_nothing_to_tell(text: str) -> None:
    """Thanks, haste, another address, and what happened already are no note."""
    assert told_to_carrier(text) is None
