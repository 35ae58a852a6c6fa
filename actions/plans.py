"""What the bot does about each need, as one table: what it asks for, which task it runs, what it offers afterwards.

A new task that is asked for in words is a row here, an intent, and questions in `bot/domain/responses.yml`; no code.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

OF_PART = frozenset(
    {"return_item", "exchange_item", "refund_request", "cancel_order"}
)  # what a part of an order may be meant for
PERSON = "person"  # as a task: nothing of ours does it
GRIEVANCE = "grievance"  # a complaint that has still to say what happened


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One need. `asks` are slots, in order; `only_if` names the slot and values without which one is not asked.

    `again`: outcomes after which a slot is asked anew. `leads_to`: outcomes, with the order's state where that decides, after
    which another need is offered; `hands_on` are the slots whose words that one takes over, with their names there.
    `leads_by_state` does so by the state of the order, with the issue it is about. `by` turns the plan into another one,
    by what a slot holds. A task that changes the shop is confirmed before (`confirm`). `may_hear` names slots that are
    filled when they are said and never asked for. `of_order`: it is about an order, not only
    about whoever proves to be theirs. `weigh_first`: what stands in the way is told before `asks` are asked.
    """

    task: str
    asks: tuple[str, ...] = ()
    confirm: bool = False
    identity: bool = True
    of_order: bool = True
    only_if: Mapping[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    again: Mapping[str, str] = field(default_factory=dict)
    leads_to: Mapping[str, str] = field(default_factory=dict)
    hands_on: Mapping[str, str] = field(default_factory=dict)
    leads_by_state: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    by: tuple[str, Mapping[str, str]] | None = None
    may_hear: tuple[str, ...] = ()
    weigh_first: bool = False

    def onward(self, outcome: str, state: str) -> str | None:
        """The need that is offered after this outcome for an order in this state."""
        return self.leads_to.get(f"{outcome} {state}") or self.leads_to.get(outcome)

    def turned(self, kind: str) -> str:
        """The need it turns into for this value of the slot it goes by."""
        return self.by[1].get(kind, "") if self.by else ""

    @property
    def slots(self) -> tuple[str, ...]:
        """Everything asked, in order: which order, whose, what else, and the yes."""
        whose = ("order_number", "last4", "proof") if self.identity else ()
        return (*whose, *self.asks, *(("confirmed",) if self.confirm else ()))


_COMPANY = ("invoice_kind", ("company", "vat_special"))
PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        "order_status": Plan(
            task="order_status",
            leads_by_state={"delayed": ("delivery_problem", "late"), "lost": ("delivery_problem", "lost")},
        ),
        "delivery_problem": Plan(
            task="report_delivery_problem",
            asks=("issue", "details"),
            confirm=True,
            may_hear=("details",),
            only_if={"details": ("issue", ("other",))},
        ),
        "cancel_order": Plan(
            task="cancel_order",
            confirm=True,
            may_hear=("goods",),
            leads_to={"delivered": "return_item"},
            hands_on={"goods": "goods"},
        ),
        "change_order": Plan(
            task=PERSON,
            asks=("change_kind",),
            by=("change_kind", {"address": "change_address", "items": "change_items", "delivery": "delivery_note"}),
        ),
        "change_address": Plan(
            task="change_address",
            asks=("new_address",),
            confirm=True,
            again={"address_needed": "new_address"},
            weigh_first=True,
        ),
        "order_address": Plan(task="tell_address"),
        "change_items": Plan(
            task="change_items",
            asks=("new_items",),
            confirm=True,
            weigh_first=True,
            leads_to={"too_late delivered": "exchange_item"},
            hands_on={"new_items": "wish"},
        ),
        "delivery_note": Plan(task="note_delivery", asks=("delivery_note",), confirm=True, weigh_first=True),
        "return_item": Plan(
            task="start_return",
            confirm=True,
            may_hear=("return_reason", "goods"),
            leads_to={"not_returnable placed": "cancel_order", "not_returnable paid": "cancel_order"},
        ),
        "exchange_item": Plan(
            task="start_exchange",
            asks=("wish",),
            confirm=True,
            weigh_first=True,
            may_hear=("goods",),
            leads_to={"not_exchangeable placed": "change_items", "not_exchangeable paid": "change_items"},
            hands_on={"wish": "new_items"},
        ),
        "refund_request": Plan(
            task="request_refund",
            confirm=True,
            may_hear=("return_reason", "goods"),
            leads_to={"return_first": "return_item", "cancel_first": "cancel_order"},
            hands_on={"goods": "goods", "return_reason": "return_reason"},
        ),
        "refund_status": Plan(task="refund_status", leads_to={"none": "refund_request"}),
        "invoice": Plan(
            task="request_invoice",
            asks=("invoice_kind", "invoice_title", "tax_number"),
            confirm=True,
            may_hear=("email",),
            weigh_first=True,
            only_if={"invoice_title": _COMPANY, "tax_number": _COMPANY},
            again={"no_email": "email", "bad_tax_number": "tax_number", "title_needed": "invoice_title"},
        ),
        "payment_problem": Plan(task="check_payment"),
        "payment_case": Plan(task="check_payment", confirm=True, may_hear=("details",)),
        "price_protection": Plan(task="claim_price_protection", confirm=True),
        "account_problem": Plan(task="account_help", identity=False, may_hear=("account_topic", "email")),
        GRIEVANCE: Plan(task="file_complaint", asks=("details",), identity=False, of_order=False),
        "case_status": Plan(task="case_status", of_order=False, may_hear=("case_number",)),
    }
)
# Slots that belong to one request; they are forgotten when it is over.
OF_REQUEST = (
    "issue", "change_kind", "new_address", "new_items", "delivery_note", "wish", "invoice_kind", "invoice_title", "tax_number",
    "email",    "account_topic", "details", "return_reason", "goods", "case_number",
)  # fmt: skip
# Outcomes after which a person is offered; after all others the customer is asked whether there is anything else.
FOR_A_PERSON = frozenset(
    {
        "not_found", "identity_needed", "needs_person", "shop_down", "too_late", "not_returnable", "not_exchangeable",
        "return_open", "not_there_yet", "refused", "unknown", "none",
        "being_looked_into", "bad_tax_number", "no_email", "title_needed", "address_needed", "locked",
    }
)  # fmt: skip
