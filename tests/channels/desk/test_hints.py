"""Which tasks are named to the agent as the next ones."""

import pytest

from actions import TASKS
from frontdesk.channels.desk.hints import AFTER, FOR_GOAL, next_tasks
from frontdesk.core.rooms import State, Tried


def after(*tried: tuple[str, str], **facts: str) -> list[str]:
    """What is named after these, by task and outcome."""
    done = tuple(Tried(what=what, outcome=outcome, by="bot", at=1.0) for what, outcome in tried)
    state = State(session="S-1", channel="chat", lang="en", started_at=0.0, facts=facts, tried=done)
    return next_tasks(state, tuple(TASKS))


def test_the_tables_name_real_tasks_and_outcomes() -> None:
    """A task or an outcome that no longer is would never be proposed, and nobody would notice."""
    assert {*AFTER.values(), *FOR_GOAL.values()} <= set(TASKS)
    assert [key for key in AFTER if key[1] not in TASKS[key[0]].outcomes] == []


@pytest.mark.parametrize(
    ("tried", "facts", "named"),
    [
        ([("request_refund", "cancel_first")], {"goal": "refund_request"}, ["cancel_order"]),
        ([("cancel_order", "delivered")], {"goal": "cancel_order"}, ["start_return"]),
        ([], {"goal": "return_item"}, ["start_return"]),
        ([("start_return", "shop_down")], {"goal": "return_item"}, ["start_return"]),
        ([("start_return", "started")], {"goal": "return_item"}, []),
        ([("order_status", "found")], {"goal": "order_status", "order_state": "delayed"}, ["report_delivery_problem"]),
        ([], {"goal": "out_of_scope"}, []),
    ],
)
def test_what_follows(tried: list[tuple[str, str]], facts: dict[str, str], named: list[str]) -> None:
    """From the last outcome, the goal, the order's state; what came to an end is not named again."""
    assert after(*tried, **facts) == named
