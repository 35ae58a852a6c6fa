"""A note holds neither the order's number nor its proof."""

import pytest

from actions.reading.note_numbers import without_ids, without_number


@pytest.mark.parametrize(
    ("note", "left"),
    [
        ("10023, 0198 please leave it with the concierge", "please leave it with the concierge"),
        ("one oh oh two three, oh one nine eight, tell the driver to knock", "tell the driver to knock"),
        ("leave it by the shed, order 10023", "leave it by the shed"),
        ("leave it at the door, 0198", "leave it at the door"),
        ("my last four are 0198, knock twice", "knock twice"),
        ("knock twice for 10023, 0198", "knock twice"),
        ("订单10031尾号6688放门口", "放门口"),
        ("放门口，6688", "放门口"),
        ("6688 放门卫那里", "放门卫那里"),
        ("leave it in the porch, the gate code is 48213", "leave it in the porch, the gate code is 48213"),
        ("gate code, 44711", "gate code, 44711"),
        ("12345 is the gate code", "12345 is the gate code"),
        ("gate 4, code 4471", "gate 4, code 4471"),
        ("门禁密码，6688", "门禁密码，6688"),
        ("放门口，门禁密码12345", "放门口，门禁密码12345"),
    ],
)
def test_a_note_without_what_proves(note: str, left: str) -> None:
    """The code of a gate stays."""
    assert without_ids(note) == left


def test_the_order_that_is_known() -> None:
    """Its number goes wherever it stands, but for a code that is the same."""
    assert without_number("leave 10023 by the shed", "10023") == "leave by the shed"
    assert without_number("the code is 10023", "10023") == "the code is 10023"
    assert without_number("leave order one oh oh two three by the shed", "10023") == "leave by the shed"
    assert without_number("the code is one oh oh two three", "10023") == "the code is one oh oh two three"
