"""Tests for which kind of invoice is meant."""

import pytest

from actions.meaning.invoice_kinds import invoice_kind_in, wants_plain


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("开专票", "vat_special"),
        ("可以开专票吗", "vat_special"),
        ("专票，公司抬头是北京百度", "vat_special"),
        ("我要开专票，啊不，普票", "company"),
        ("不要专票，普票就行", "company"),
        ("开公司普票", "company"),
        ("公司的，不对，个人", "personal"),
        ("not to me but to my company", "company"),
        ("company invoice, send it to my personal email", "company"),
        ("to me personally", "personal"),
        ("没收到发票", "same"),
        ("resend it", "same"),
    ],
)
def test_what_was_said_last_counts(text: str, kind: str) -> None:
    """What is refused is not the kind, and an ordinary one in place of the special one is a company's."""
    assert invoice_kind_in(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "是专票吗",
        "专票和普票有啥区别",
        "专票还是普票好",
        "is it a company invoice?",
        "could you email it to me",
        "那我开普票",
    ],
)
def test_a_question_sets_nothing(text: str) -> None:
    """Nor does where it is to be sent, nor an ordinary one alone, which may be anybody's."""
    assert invoice_kind_in(text) is None


def test_an_ordinary_one_instead() -> None:
    """Where the special one was read back."""
    assert wants_plain("还是普票吧")
    assert not wants_plain("专票和普票有啥区别")
    assert not wants_plain("普票不行，要专票")
