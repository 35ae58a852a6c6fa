"""What customers want, by intent and by task, and which outcomes of a task answer it. Pure; the record's own small table."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

HUMAN_INTENTS = frozenset({"human_agent"})
THANKS = frozenset({"thanks"})
PARTING = frozenset({"goodbye", *THANKS})
NO_NEED = frozenset({"greeting", "affirm", "deny", "inform", *PARTING, *HUMAN_INTENTS})
NOT_SERVED = frozenset({"out_of_scope", "nlu_fallback"})
NOT_UNDERSTOOD, IDENTITY = "not_understood", "verify_identity"  # open needs that are no goal
PROOFS = frozenset({IDENTITY, "verify_contact"})  # the tasks that prove identity, which is one need
WHOSE = PROOFS | {"choose_order"}  # what comes before the need itself can be served
# The tasks that serve a goal; the first is the one that settles it by itself.
TASKS_OF_GOAL: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "order_status": ("order_status", "list_orders", "tell_address"),
        "delivery_problem": ("report_delivery_problem", "case_status"),
        "cancel_order": ("cancel_order",),
        "change_order": ("change_address", "change_items", "note_delivery"),
        "return_item": ("start_return",),
        "exchange_item": ("start_exchange",),
        "refund_request": ("request_refund",),
        "refund_status": ("refund_status",),
        "invoice": ("request_invoice",),
        "payment_problem": ("check_payment", "report_fraud"),
        "price_protection": ("claim_price_protection",),
        "account_problem": ("account_help",),
        "product_question": ("answer_question",),
        "complaint": ("file_complaint",),
    }
)
TASK_OF_GOAL: Mapping[str, str] = MappingProxyType({goal: tasks[0] for goal, tasks in TASKS_OF_GOAL.items()})
GOAL_OF_TASK: Mapping[str, str] = MappingProxyType(
    {task: goal for goal, tasks in TASKS_OF_GOAL.items() for task in tasks}
)


def _pairs(table: Mapping[str, Iterable[str]]) -> frozenset[tuple[str, str]]:
    return frozenset((task, outcome) for task, outcomes in table.items() for outcome in outcomes)


# Outcomes in which the shop itself says that the customer has what they wanted. A case that was opened, a complaint that was
# taken down and an answer out of a file are none: something is still to come, or nobody but we say so.
CONFIRMED = _pairs(
    {
        "order_status": ("found",),
        "list_orders": ("listed",),
        "tell_address": ("told",),
        "cancel_order": ("cancelled", "already_cancelled"),
        "change_address": ("changed", "same"),
        "start_return": ("started", "already_started"),
        "start_exchange": ("started", "already_started"),
        "request_refund": ("requested", "already_requested"),
        "refund_status": ("told", "return_on_its_way"),
        "request_invoice": ("issued", "sent_again", "corrected"),
        "check_payment": ("charged_once", "pending", "given_back", "refused", "not_charged"),
        "claim_price_protection": ("claimed", "already_claimed"),
        "account_help": ("link_sent",),
    }
)
# Outcomes that leave no need behind them: the above, and proving who one is.
SETTLED = CONFIRMED | {(task, "verified") for task in PROOFS} | {("choose_order", "one"), ("choose_order", "several")}
# Outcomes that answer the customer, be it with a no or with a promise.
ANSWERS = CONFIRMED | _pairs(
    {
        "report_delivery_problem": ("case_opened", "already_open", "on_time", "not_there_yet", "over"),
        "cancel_order": ("too_late", "delivered"),
        "change_address": ("too_late",),
        "change_items": ("noted", "already_noted", "too_late"),
        "note_delivery": ("noted", "already_noted", "too_late"),
        "case_status": ("being_looked_into",),
        "start_return": ("not_returnable",),
        "start_exchange": ("not_exchangeable", "return_open"),
        "request_refund": ("refused", "return_first", "cancel_first", "on_its_way", "not_paid", "too_late"),
        "refund_status": ("refused", "none"),
        "request_invoice": ("requested", "not_paid"),
        "check_payment": ("charged_twice", "case_opened", "already_open"),
        "claim_price_protection": ("not_cheaper", "too_late", "not_covered"),
        "account_help": ("told",),
        "answer_question": ("answered",),
        "list_orders": ("none",),
    }
)

# Intents that are the same matter to the customer who comes back: "where is it" today, "it is late" tomorrow.
TOPICS: Mapping[str, str] = MappingProxyType(
    {
        "order_status": "delivery",
        "delivery_problem": "delivery",
        "return_item": "return",
        "exchange_item": "return",
        "refund_request": "return",
        "refund_status": "return",
    }
)
