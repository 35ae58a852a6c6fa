"""The form of what is collected: its kind, lengths, bounds, check digit and pattern. Values only; reads nothing."""

from dataclasses import dataclass
from typing import Literal

EntryKind = Literal["digits", "order_number", "date", "money", "yes_no", "text"]
CheckDigit = Literal["luhn", "mod11"]
When = Literal["any", "past", "future"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """`least` and `most` count characters, but for money hundredths of the currency. `prefix` comes before the digits.

    `when` says on which side of today a date lies; it also decides the year of a date said without one.
    """

    kind: EntryKind = "digits"
    least: int = 1
    most: int = 32
    check: CheckDigit | None = None
    pattern: str | None = None
    prefix: str = ""
    when: When = "any"

    @property
    def is_digits(self) -> bool:
        """Whether it is a number that may be given in pieces, digit by digit."""
        return self.kind in ("digits", "order_number")

    @property
    def keys(self) -> int | None:
        """After how many keys the entry is whole; None when only `#` or a pause ends it."""
        match self.kind:
            case "digits" | "order_number":
                return self.most
            case "date":
                return 4
            case "yes_no":
                return 1
            case "money" | "text":
                return None


@dataclass(frozen=True, slots=True)
class Entry:
    """What was entered, as it is kept: digits, 2026-11-27, hundredths, yes or no, words. `sound`: it passes the form."""

    value: str
    sound: bool = True
