"""What is known in a session, and what each thing is for. A fact not listed here may not be stored or passed on."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Purpose = Literal["service", "identity", "routing", "language"]
FactForm = Literal["text", "digits", "date", "money", "yes_no", "phone"]


@dataclass(frozen=True, slots=True)
class FactType:
    """Purpose, sensitivity and lifetime of one fact. `secret` facts never enter an event, a packet or a log.

    Every value is kept as text; `form` says which: 2026-11-27 for a date, hundredths for money, yes or no.
    """

    purpose: Purpose
    sensitivity: Literal["public", "personal", "secret"]
    lifetime: Literal["turn", "session", "retention"]
    meaning: str
    form: FactForm = "text"

    @property
    def secret(self) -> bool:
        return self.sensitivity == "secret"


FACTS: Mapping[str, FactType] = MappingProxyType(
    {
        "order_number": FactType("service", "personal", "retention", "The order the customer asks about.", "digits"),
        "last4": FactType("identity", "secret", "turn", "Last four digits of the phone number on the order.", "digits"),
        "customer_id": FactType("identity", "personal", "retention", "The verified customer."),
        "customer_name": FactType("service", "personal", "session", "How the customer is called."),
        "customer_tier": FactType("routing", "public", "session", "Service tier: standard, silver, gold."),
        "verified_by": FactType("identity", "public", "retention", "How identity was verified."),
        "order_state": FactType("service", "public", "session", "State of the order as the shop told it."),
        "return_reason": FactType("service", "public", "retention", "Why the customer returns the goods."),
        "return_number": FactType("service", "personal", "retention", "The number of the return just opened."),
        "goal": FactType("routing", "public", "retention", "What the customer wants, as an intent's name."),
        "amount": FactType("service", "personal", "retention", "An amount of money the customer named.", "money"),
        "wanted_date": FactType("service", "public", "retention", "A day the customer named.", "date"),
        "agreed": FactType("service", "public", "session", "The customer's last yes or no to a question.", "yes_no"),
        "reference": FactType("service", "personal", "retention", "A number the customer read out.", "digits"),
        "message": FactType("service", "personal", "retention", "What the customer wants passed on, in their words."),
    }
)


def storable(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts that may be written down: known ones that are not secret."""
    return {name: value for name, value in facts.items() if name in FACTS and not FACTS[name].secret}
