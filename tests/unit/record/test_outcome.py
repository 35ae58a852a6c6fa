"""Every session ends in exactly one outcome, and in the right one."""

from collections.abc import Sequence
from typing import get_args

import pytest
from hypothesis import given, settings

from actions import TASKS
from frontdesk.core.events import CallbackPromised, Event, MessageLeft, SessionEnded, TaskFinished
from frontdesk.record.log import LogEntry
from frontdesk.record.needs import ANSWERS, CONFIRMED, SETTLED
from frontdesk.record.session_row import Outcome
from tests.unit.record.logs import (
    ABANDONED,
    ASKED,
    CALL,
    CHAT,
    CLOSED,
    COMPLETED,
    CONNECTED,
    EXPIRED,
    FAILURES,
    FOUND,
    HUNG_UP,
    MISMATCH,
    NOT_FOUND,
    SPOKE,
    SURVEY,
    TALK_ENDED,
    VERIFIED,
    log,
    row_of,
    sessions,
    through_projection,
    understood,
)

RETURN_REFUSED = TaskFinished(task="start_return", outcome="not_returnable", by="bot")
SHOP_DOWN = TaskFinished(task="order_status", outcome="shop_down", by="menu")
CALLBACK = CallbackPromised(promise="P-1-1", queue="service", lang="en", due_at=20_000.0)
MESSAGE = MessageLeft(promise="P-1-1", queue="post", lang="zh", due_at=20_000.0)
GOAL = understood("order_status")
LOST = understood(None, well=False)

STORIES: dict[str, tuple[Outcome, Sequence[Event]]] = {
    "still open": ("running", [CHAT, SPOKE, FOUND]),
    "with a human now": ("running", [CHAT, SPOKE, ASKED, CONNECTED]),
    "hung up at once": ("unreachable", [CALL, HUNG_UP]),
    "silent, called a human, gone": ("unreachable", [CALL, FAILURES, ABANDONED, HUNG_UP]),
    "told and done": ("resolved_verified", [CHAT, SPOKE, GOAL, VERIFIED, FOUND, SURVEY, HUNG_UP]),
    "told and hung up": ("resolved_verified", [CALL, SPOKE, VERIFIED, FOUND, HUNG_UP]),
    "wrong digits first": ("resolved_verified", [CALL, SPOKE, MISMATCH, VERIFIED, FOUND, HUNG_UP]),
    "first number wrong": ("resolved_verified", [CHAT, SPOKE, VERIFIED, NOT_FOUND, FOUND, HUNG_UP]),
    "told, then another not found": ("gave_up", [CHAT, SPOKE, VERIFIED, FOUND, NOT_FOUND, HUNG_UP]),
    "return refused, accepted": (
        "resolved_unverified",
        [CHAT, SPOKE, understood("return_item"), VERIFIED, RETURN_REFUSED, understood("thanks"), HUNG_UP],
    ),
    "return refused, hung up": ("gave_up", [CHAT, SPOKE, VERIFIED, RETURN_REFUSED, HUNG_UP]),
    "an answer without a task": (
        "resolved_unverified",
        [CHAT, SPOKE, understood("contact_hours"), understood("goodbye"), SURVEY, HUNG_UP],
    ),
    "asked for a number, said bye": ("gave_up", [CHAT, SPOKE, GOAL, understood("goodbye"), SURVEY, COMPLETED]),
    "not served": ("gave_up", [CHAT, SPOKE, understood("out_of_scope"), understood("goodbye"), SURVEY, COMPLETED]),
    "only hello": ("resolved_unverified", [CHAT, SPOKE, understood("greeting"), understood("goodbye"), COMPLETED]),
    "not found in the menu, then bye": ("gave_up", [CALL, SPOKE, VERIFIED, NOT_FOUND, SURVEY, COMPLETED]),
    "shop down": ("gave_up", [CALL, SPOKE, VERIFIED, SHOP_DOWN, SURVEY, COMPLETED]),
    "never verified": ("gave_up", [CALL, SPOKE, MISMATCH, MISMATCH, SURVEY, COMPLETED]),
    "told, then something not understood": ("gave_up", [CHAT, SPOKE, GOAL, VERIFIED, FOUND, SPOKE, LOST, HUNG_UP]),
    "told, then something not served": (
        "gave_up",
        [CHAT, SPOKE, VERIFIED, FOUND, understood("out_of_scope"), COMPLETED],
    ),
    "told, then another matter, gone": ("gave_up", [CHAT, SPOKE, VERIFIED, FOUND, understood("return_item"), HUNG_UP]),
    "told, not understood, content": (
        "resolved_unverified",
        [CHAT, SPOKE, VERIFIED, FOUND, LOST, understood("thanks"), COMPLETED],
    ),
    "not understood, then told": ("resolved_verified", [CHAT, SPOKE, LOST, GOAL, VERIFIED, FOUND, COMPLETED]),
    "only a number": ("gave_up", [CHAT, SPOKE, understood("inform"), HUNG_UP]),
    "left the queue, helped by the bot": (
        "resolved_verified",
        [CHAT, SPOKE, understood("human_agent"), ASKED, ABANDONED, SPOKE, GOAL, VERIFIED, FOUND, COMPLETED],
    ),
    "left the queue, then nothing": ("gave_up", [CHAT, SPOKE, ASKED, ABANDONED, SPOKE, GOAL, HUNG_UP]),
    "left the queue, back in it, gone": (
        "abandoned_in_queue",
        [CHAT, SPOKE, ASKED, ABANDONED, SPOKE, ASKED, HUNG_UP, ABANDONED],
    ),
    "cut while waiting": ("trapped", [CALL, SPOKE, ASKED, SessionEnded(reason="failed")]),
    "left alone": ("gave_up", [CHAT, SPOKE, GOAL, HUNG_UP]),
    "got a human": ("escalated", [CHAT, SPOKE, ASKED, CONNECTED, TALK_ENDED, SURVEY, HUNG_UP, CLOSED]),
    "helped, still wanted a human": ("escalated", [CHAT, SPOKE, VERIFIED, FOUND, ASKED, CONNECTED, HUNG_UP]),
    "promised a call back": ("promised", [CALL, SPOKE, CALLBACK, COMPLETED]),
    "left the queue for a message": ("promised", [CALL, SPOKE, ASKED, ABANDONED, MESSAGE, HUNG_UP]),
    "promised, then a human after all": ("escalated", [CALL, SPOKE, CALLBACK, ASKED, CONNECTED, HUNG_UP]),
    "left the queue": ("abandoned_in_queue", [CALL, SPOKE, ASKED, ABANDONED, HUNG_UP]),
    "nobody came": ("trapped", [CALL, SPOKE, ASKED, EXPIRED, SURVEY, COMPLETED]),
    "three failures, nobody came": ("trapped", [CALL, SPOKE, FAILURES, EXPIRED, SURVEY, HUNG_UP]),
    "asked, not heard": ("trapped", [CHAT, SPOKE, understood("human_agent"), HUNG_UP]),
    "helped, but a human was needed": ("abandoned_in_queue", [CALL, SPOKE, VERIFIED, FOUND, ASKED, ABANDONED, HUNG_UP]),
}


@pytest.mark.parametrize("story", STORIES)
def test_the_outcome_of(story: str) -> None:
    """What a reader of the story would say came of it."""
    outcome, events = STORIES[story]
    assert row_of(log(*events)).outcome == outcome


@settings(deadline=None)
@given(sessions())
def test_exactly_one(entries: list[LogEntry]) -> None:
    """Whatever happens, a session has one known outcome; it is running as long as it is open, and only then."""
    for row in through_projection(entries).values():
        assert row["outcome"] in get_args(Outcome)
        assert (row["outcome"] == "running") == (row["ended_at"] is None)


def test_outcomes_named_here_exist() -> None:
    """The record counts outcomes that the tasks really have."""
    for task, outcome in CONFIRMED | SETTLED | ANSWERS:
        assert outcome in TASKS[task].outcomes


def test_a_number_alone_is_no_goal() -> None:
    """A bare order number says nothing of what is wanted."""
    assert row_of(log(CHAT, SPOKE, understood("inform"))).goal is None
