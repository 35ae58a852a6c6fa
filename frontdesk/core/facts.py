"""What is known in a session, and what each thing is for. A fact not listed here may not be stored or passed on."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Purpose = Literal["service", "identity", "routing", "language", "consent"]
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
        "order_numbers": FactType(
            "service", "personal", "session", "The orders the customer was told of, in that order."
        ),
        "last4": FactType("identity", "secret", "turn", "Last four digits of the phone number on the order.", "digits"),
        "contact": FactType("identity", "personal", "session", "The phone number orders are looked for by.", "phone"),
        "proof": FactType("identity", "secret", "turn", "What proves the contact to be the customer's own."),
        "customer_id": FactType("identity", "personal", "retention", "The verified customer."),
        "customer_name": FactType("service", "personal", "session", "How the customer is called."),
        "customer_tier": FactType("routing", "public", "session", "Service tier: standard, silver, gold."),
        "verified_by": FactType("identity", "public", "retention", "How identity was verified."),
        "order_state": FactType("service", "public", "session", "State of the order as the shop told it."),
        "return_reason": FactType("service", "public", "retention", "Why the customer returns the goods."),
        "return_number": FactType("service", "personal", "retention", "The number of the return just opened."),
        "exchange_number": FactType("service", "personal", "retention", "The number of the exchange just opened."),
        "refund_number": FactType("service", "personal", "retention", "The number of the order's refund."),
        "refund_state": FactType("service", "public", "session", "State of the refund as the shop told it."),
        "case_number": FactType("service", "personal", "retention", "The number of the case just opened."),
        "issue": FactType("service", "public", "retention", "What went wrong with a delivery."),
        "details": FactType("service", "personal", "retention", "What went wrong, in the customer's words."),
        "wish": FactType("service", "personal", "retention", "What the customer wants in exchange."),
        "new_address": FactType("service", "personal", "retention", "Where the order shall go instead."),
        "new_items": FactType("service", "personal", "retention", "What shall be different about an order's items."),
        "invoice_kind": FactType("service", "public", "retention", "Invoice: personal, company, vat_special."),
        "invoice_title": FactType("service", "personal", "retention", "Whom the invoice is made out to."),
        "tax_number": FactType("service", "personal", "retention", "The tax number on the invoice."),
        "email": FactType("service", "personal", "retention", "Where the invoice is sent."),
        "account_topic": FactType("service", "public", "session", "What about the account: password, profile, close."),
        "question": FactType("service", "personal", "turn", "A question, in the customer's words."),
        "topic": FactType("service", "public", "session", "The entry of the knowledge that answered a question."),
        "caller": FactType("identity", "personal", "turn", "Whose tries are counted; a digest, never the number."),
        "goal": FactType("routing", "public", "retention", "What the customer wants, as an intent's name."),
        "amount": FactType("service", "personal", "retention", "An amount of money the customer named.", "money"),
        "wanted_date": FactType("service", "public", "retention", "A day the customer named.", "date"),
        "agreed": FactType("service", "public", "session", "The customer's last yes or no to a question.", "yes_no"),
        "reference": FactType("service", "personal", "retention", "A number the customer read out.", "digits"),
        "recording": FactType(
            "consent", "public", "retention", "Whether the caller agreed that this call is recorded.", "yes_no"
        ),
        "message": FactType("service", "personal", "retention", "What the customer wants passed on, in their words."),
    }
)


def storable(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts that may be written down: known ones that are not secret."""
    return {name: value for name, value in facts.items() if name in FACTS and not FACTS[name].secret}


def caller_fact(caller: str | None, session: str) -> dict[str, str]:
    """Whose tries are counted, for the tasks: a digest of the caller's number, else of the session; it is kept nowhere."""
    return {"caller": hashlib.sha256((caller or session).encode()).hexdigest()[:16]}
