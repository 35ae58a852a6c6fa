"""Finding the answers in one message: typed, spoken, glued to Chinese, or in a button's payload."""

import pytest

from actions.rasa_turn import CustomerTurn, hear


def turn(text: str, intent: str = "inform", confidence: float = 0.9, **entities: str) -> CustomerTurn:
    return CustomerTurn(text=text, intent=intent, confidence=confidence, entities=entities)


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("where is order 10023", {"order_number": "10023"}),
        ("one double zero two three", {}),
        ("幺零零二三", {}),
        ("1 0 0 2 3", {}),
        ("１００２３", {}),
        ("10 023", {}),
    ],
)
def test_order_number(text: str, entities: dict[str, str]) -> None:
    """Five to seven digits in any shape are the order, whatever was asked."""
    for asked in (None, "order_number", "last4", "return_confirmed"):
        assert hear(turn(text, **entities), asked).order_number == "10023"


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("0198", {"last4": "0198"}),
        ("oh one nine eight", {}),
        ("零幺九八", {}),
        ("it's 0 1 9 8", {}),
        ("+1 415 555 0198", {"last4": "0198"}),
        ("14155550198", {}),
    ],
)
def test_last_four_digits_when_asked(text: str, entities: dict[str, str]) -> None:
    """The digits in any shape, or the end of a whole phone number."""
    assert hear(turn(text, **entities), "last4").last4 == "0198"


def test_last_four_digits_unasked_need_a_reason() -> None:
    """A year is no phone number; digits beside the word phone are."""
    assert hear(turn("i bought it in 2024", last4="2024"), None).last4 is None
    both = turn("order 10023, phone ends in 0198", order_number="10023", last4="0198")
    assert hear(both, None).last4 == "0198"
    assert hear(turn("订单10023手机尾号0198", order_number="10023", last4="0198"), None).last4 == "0198"


def test_four_digits_are_no_order_number() -> None:
    """Asked for the order, four digits are not taken for something else."""
    heard = hear(turn("1002", last4="1002"), "order_number")
    assert heard.order_number is None
    assert heard.last4 is None


def test_only_a_sure_yes_confirms() -> None:
    """A yes that changes something is never a guess; a no may be."""
    assert hear(turn("yes", "affirm", 0.95), "return_confirmed").confirmed is True
    assert hear(turn("hmm", "affirm", 0.45), "return_confirmed").confirmed is None
    assert hear(turn("no", "deny", 0.45), "return_confirmed").confirmed is False
    assert hear(turn("/affirm", "affirm", 1.0), "return_confirmed").confirmed is True
    assert hear(turn("yes", "affirm", 0.95), "last4").confirmed is None
