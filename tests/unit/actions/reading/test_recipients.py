"""Who takes a parcel in, told beside its address."""

import pytest

from actions.reading.recipients import only_who, recipient_in, with_recipient


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("for Tom Baker, 555 0134 2211", ("Tom Baker", "555 0134 2211")),
        ("Tom Baker 555 0134 2211", ("Tom Baker", "555 0134 2211")),
        ("for tom baker five five five oh one three four double two one one", ("Tom Baker", "55501342211")),
        ("change the recipient to Tom Baker 5550134221, same address", ("Tom Baker", "5550134221")),
        ("李雷 13912345678", ("李雷", "13912345678")),
        ("收货人改成李雷，电话13912345678，地址不变", ("李雷", "13912345678")),
        ("给李雷收", ("李雷", "")),
    ],
)
def test_a_name_with_a_phone_is_a_recipient(text: str, who: tuple[str, str]) -> None:
    """Or a name that is called the recipient's."""
    assert recipient_in(text) == who


@pytest.mark.parametrize(
    "text",
    ["for both", "for my wife", "for 10023 too", "to Springfield Ohio", "Springfield 44551234", "12 Oak Street, 2010 Northport",
     "Tom Baker", "电话改成13912345678", "北京市朝阳区建国路8号 李雷 13912345678", "李雷"],
)  # fmt: skip
def test_what_is_no_recipient(text: str) -> None:
    """Places, other orders, and a name alone, which may be anything."""
    assert recipient_in(text) is None


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("the address stays, only the recipient changes", True),
        ("收货人改一下地址不变", True),
        ("keep the address", False),
        ("change the recipient", False),
    ],
)
def test_only_who_takes_it_in_is_to_be_another(text: str, only: bool) -> None:
    """Both have to be said."""
    assert only_who(text) is only


def test_a_recipient_is_a_line_of_the_address() -> None:
    """Behind the place."""
    assert with_recipient("12 Oak Street", "Tom Baker", "") == "12 Oak Street, Tom Baker"
    assert (
        with_recipient("北京市朝阳区建国路8号", "李雷", "13912345678")
        == "北京市朝阳区建国路8号，收件人李雷，电话13912345678"
    )
