"""What of a wish the carrier is told."""

import pytest

from actions.meaning.delivery_notes import delivery_note_in, other_note


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("please leave it with the neighbour", True),
        ("能放门口吗", True),
        ("deliver it on Friday", True),
        ("I won't be home tomorrow", False),
        ("can they leave it somewhere", False),
        ("不在家能不能改天送", False),
    ],
)
def test_what_to_tell_the_carrier(text: str, told: bool) -> None:
    """Said with the wish; "somewhere" is asked about."""
    assert (delivery_note_in(text) is not None) is told


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("10025 请放驿站", "放驿站"),
        ("订单号是10025，放物业", "放物业"),
        ("order number 10025, leave it with the neighbour please", "leave it with the neighbour"),
        (
            "please leave it in the porch, the gate code is 48213",
            "leave it in the porch, the gate code is 48213",
        ),
        ("放门口，门禁密码12345", "放门口，门禁密码12345"),
        ("leave it behind the shed at 10250 Main Road", "leave it behind the shed at 10250 Main Road"),
    ],
)
def test_a_note_keeps_what_the_carrier_needs(text: str, note: str) -> None:
    """The order's number is none of it; a gate's code and a house's number are."""
    assert delivery_note_in(text) == note


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("no, at the door", "leave it at the door"),
        ("actually put it behind the shed", "put it behind the shed"),
        ("不，放门口", "放门口"),
        ("no", None),
        ("no, tomorrow", None),
    ],
)
def test_a_note_in_place_of_the_one_before(text: str, note: str | None) -> None:
    """What is to be noted instead; a bare no is none."""
    assert other_note(text) == note
