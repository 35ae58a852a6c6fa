"""Two requests in one message ("where is 10023 and I want to return 10024"): which comes first, and what is kept for later."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from actions.numbers import runs_in
from actions.rasa_plans import PLANS

SURE = 0.85  # of each of the two; a guess is no second request
SHORTEST = 5  # characters of a clause
_BETWEEN = re.compile(  # tried at the first of many separators only: thousands of them must stay quick
    r"(?<![,;.!? ])[,;.!? ]+(?:and also|and then|and|also|then|plus|besides)\b[, ]*(?:also |then |could you |can you |please )*"
    r"|(?<![,，;；。.!！ ])[,，;；。.!！ ]*(?:另外|还有就是|还有|還有|顺便|順便|顺带|并且|同时|同時|然后|然後)[,，]?",
    re.I,
)
# What follows from the first by itself is no second request.
FOLLOWS: Mapping[str, frozenset[str]] = {
    "cancel_order": frozenset({"refund_request", "refund_status"}),
    "return_item": frozenset({"refund_request", "refund_status", "exchange_item"}),
    "refund_request": frozenset({"refund_status", "return_item", "cancel_order"}),
    "delivery_problem": frozenset({"order_status", "refund_request", "exchange_item", "return_item"}),
    "order_status": frozenset({"delivery_problem"}),
    "exchange_item": frozenset({"return_item"}),
    "payment_problem": frozenset({"refund_request", "refund_status"}),
}
Guess = Mapping[str, Any]  # name and confidence


@dataclass(frozen=True, slots=True)
class Later:
    """What to begin with, and the need kept for later, with its order's number if it names one ("return_item 10024")."""

    first: dict[str, Any]
    value: str


def later_of(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> Later | None:
    """None when it is one request. Where numbers are named the first leads, else what the whole sounds like."""
    parts = [part.strip() for part in _BETWEEN.split(text) if part and len(part.strip()) >= SHORTEST]
    if text.startswith("/") or len(parts) != 2 or whole["name"] not in PLANS:
        return None
    one, other = (classify(part) for part in parts)
    if not all(guess["name"] in PLANS and guess["confidence"] >= SURE for guess in (one, other)):
        return None
    if one["name"] == other["name"] or other["name"] in FOLLOWS.get(one["name"], ()):
        return None
    numbers = [next((run for run in runs_in(part) if 5 <= len(run) <= 7), "") for part in parts]
    if any(numbers) or whole["name"] == one["name"]:
        return Later(one, f"{other['name']} {numbers[1]}".strip())
    return Later(other, f"{one['name']} {numbers[0]}".strip()) if whole["name"] == other["name"] else None
