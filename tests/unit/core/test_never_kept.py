"""What is never kept is found in every shape people write it in, and nothing else is taken for it."""

import pytest

from frontdesk.core.never_kept import without_secrets


@pytest.mark.parametrize(
    "card",
    [
        "4111111111111111",
        "4111 1111 1111 1111",
        "5555-5555-5555-4444",
        "3782 822463 10005",
        "6221 2600 0000 0000 001",
        "４１１１１１１１１１１１１１１１",
        "four one one one, one one one one, one one one one, one one one one",
        "四一一一一一一一一一一一一一一一",
    ],
)
def test_a_card_is_taken_out(card: str) -> None:
    """Whole, with what stands around it left."""
    assert without_secrets(f"It is {card}, thanks. 卡号{card}。") == "It is [card], thanks. 卡号[card]。"


@pytest.mark.parametrize(
    "text",
    [
        "order 10023",
        "+86 138 0013 8000",
        "4111 1111 1111 1112",
        "tracking 1Z999AA10123456784",
        "2026-11-22 08:00",
        "0000000000000000",
        "110105194912310021",
        "I forgot my password",
        "我忘记密码了怎么办",
        "the password is not accepted by the page",
        "it was ordered on 2026-03-01",
        "one two three four five",
        "税号52075002010170188X",  # a company's, whose digits alone would do for a card
        "tax no 5207 5002 0101 7018 8X",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    """Orders, phones, dates, and long numbers whose check digit is another."""
    assert without_secrets(text) == text


@pytest.mark.parametrize(
    "number", ["11010519491231002X", "11010519491231002x", "110105 19491231 002X", "440308199901101512"]
)
def test_a_chinese_identity_number_is_taken_out(number: str) -> None:
    """By its day of birth and its check character; with another check character it is some other number."""
    assert without_secrets(f"ID {number}, 身份证{number}。") == "ID [id], 身份证[id]。"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("my password is Hunter2!x", "my password is [secret]"),
        ("password: s3cr3t and order 10023", "password: [secret] and order 10023"),
        ("我的密码是abc12345，谢谢", "我的密码是[secret]，谢谢"),
        ("支付密码是 123456", "支付密码是 [secret]"),
        ("the PIN is 4321", "the PIN is [secret]"),
        ("cvv 123", "cvv [secret]"),
        ("SSN 123-45-6789", "SSN [secret]"),
        ("date of birth 1985-03-12", "date of birth [secret]"),
        ("I was born on 12 March 1985", "I was born on [secret]"),
        ("DOB: 03/12/1985 thanks", "DOB: [secret] thanks"),
        ("我的生日是1985年3月12日", "我的生日是[secret]"),
        ("1985年3月12日出生", "[secret]出生"),
    ],
)
def test_what_is_called_a_secret_is_taken_out(text: str, kept: str) -> None:
    """Passwords, codes and days of birth, where the words say that they are."""
    assert without_secrets(text) == kept
    assert without_secrets(kept) == kept


def test_names_of_recordings_stay_whole() -> None:
    """A name with enough digits for a card is a name: what it names is erased by it. What stands beside it is no name."""
    name = "RE" + "4111111111111111" * 2
    assert without_secrets(f"Voice message, {name}") == f"Voice message, {name}"
    assert without_secrets(f"{name} 4111 1111 1111 1111") == f"{name} [card]"
