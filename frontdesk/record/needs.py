"""What customers want, by intent and by task, and which outcomes of a task answer it. Pure; the record's own small table."""

from collections.abc import Mapping
from types import MappingProxyType

HUMAN_INTENTS = frozenset({"human_agent"})
THANKS = frozenset({"thanks"})
PARTING = frozenset({"goodbye", *THANKS})
NO_NEED = frozenset({"greeting", "affirm", "deny", "inform", *PARTING, *HUMAN_INTENTS})
NOT_SERVED = frozenset({"out_of_scope", "nlu_fallback"})
NOT_UNDERSTOOD, IDENTITY = "not_understood", "verify_identity"  # open needs that are no goal
TASK_OF_GOAL: Mapping[str, str] = MappingProxyType({"order_status": "order_status", "return_item": "start_return"})
GOAL_OF_TASK: Mapping[str, str] = MappingProxyType({task: goal for goal, task in TASK_OF_GOAL.items()})

# Outcomes in which the shop itself says that the customer has what they wanted.
CONFIRMED = frozenset({("order_status", "found"), ("start_return", "started"), ("start_return", "already_started")})
# Outcomes that leave no need behind them: the above, and proving who one is.
SETTLED = CONFIRMED | {(IDENTITY, "verified")}
# Outcomes that answer the customer, be it with a no.
ANSWERS = CONFIRMED | {("start_return", "not_returnable")}

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
