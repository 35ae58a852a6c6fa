"""Numbers that customers give are dialled as in the country of our own number, or with the country code they told."""

import pytest

from frontdesk.app.dialling import dialler


@pytest.mark.parametrize(
    ("ours", "given", "dialled"),
    [
        ("+864001234567", "13800138000", "+8613800138000"),
        ("+864001234567", "02012345678", "+862012345678"),
        ("+864001234567", "00442079460018", "+442079460018"),
        ("+442079460000", "020 7946 0018", "+442079460018"),
        ("+442079460000", "8613800138000", "+8613800138000"),
        ("+15550100000", "4155552671", "+14155552671"),
        ("+15550100000", "+13800138000", "+13800138000"),
        ("+15550100000", "13800138000", None),
        ("+15550100000", "5552671", None),
        ("", "13800138000", None),
        ("", "+8613800138000", "+8613800138000"),
        ("+442079460000", "", None),
    ],
)
def test_a_number_is_dialled_where_it_was_meant(ours: str, given: str, dialled: str | None) -> None:
    """With its country code; a number that is one in no country, or in another one, is none."""
    assert dialler(ours)(given) == dialled
