"""Check digits: does a number end in the digit its other digits call for? Finds most slips of one or two digits."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from frontdesk.ivr.entry.form import CheckDigit


def luhn(digits: str) -> bool:
    """ISO/IEC 7812: every second digit from the right doubled, its digits summed; the whole divides by 10."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def mod11(digits: str) -> bool:
    """Weights 1, 2, 3 … from the right, the check digit included; the whole divides by 11 (as ISBN-10 without X)."""
    return sum(weight * int(digit) for weight, digit in enumerate(reversed(digits), start=1)) % 11 == 0


CHECKS: Mapping[CheckDigit, Callable[[str], bool]] = MappingProxyType({"luhn": luhn, "mod11": mod11})
