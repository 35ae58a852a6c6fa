"""Tests for what is said of an invoice that was just sent."""

import pytest

from actions.meaning.invoice_mails import as_before, asks_where_sent, like_the_last, missed_mail


@pytest.mark.parametrize(
    "text",
    [
        "I didn't get it",
        "the mail did not arrive",
        "still nothing",
        "没收到",
        "还是没收到邮件",
        "邮箱里没有",
        "换个邮箱",
        "use another email",
    ],
)
def test_a_mail_that_did_not_come(text: str) -> None:
    """Or that is to go elsewhere."""
    assert missed_mail(text)


@pytest.mark.parametrize(
    "text", ["没收到包裹", "I never got the parcel", "10034没收到", "谢谢", "got it, thanks", "对"]
)
def test_a_parcel_is_no_mail(text: str) -> None:
    """Nor is what names another order."""
    assert not missed_mail(text)


def test_where_it_was_sent() -> None:
    """A question only; an address that is given is none."""
    assert asks_where_sent("发到我邮箱吗")
    assert asks_where_sent("which email did you use")
    assert not asks_where_sent("send it to jo@lane.com")
    assert not asks_where_sent("发到我邮箱")


def test_like_the_one_before() -> None:
    """The same name and number for another order."""
    assert like_the_last("抬头税号一样的")
    assert like_the_last("10034也按这个开")
    assert like_the_last("one for 10026 with the same data")
    assert not like_the_last("same day delivery")


def test_the_mailbox_of_before() -> None:
    """There is no other, or it is named so."""
    assert as_before("就发原来的")
    assert as_before("没有别的邮箱")
    assert as_before("the same address please")
    assert not as_before("jo@lane.com")
