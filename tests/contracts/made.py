"""Turns, tickets and agents for contract tests."""

from typing import Any

from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.events import (
    CustomerSpoke,
    Event,
    HandoffRequested,
    Said,
    SessionOpened,
    SurveyAnswered,
    TaskFinished,
)
from frontdesk.core.rooms import InMenu, State, Tried, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import Choice, ForAgent, ForCustomer
from handoff.ports import Agent

HELLO: tuple[Event, ...] = (
    SessionOpened(channel="chat", lang="en", flow_version="3f2a"),
    Said(text="Hello, 你好 👋", spoken="Hello", lang="en", prompt="system.welcome_chat"),
)


def state(session: str = "S-1", seq: int = 1, **changes: Any) -> State:
    given: dict[str, Any] = {"session": session, "channel": "chat", "lang": "en", "started_at": 100.5, "seq": seq}
    return State(**(given | changes))


def rich_state(session: str, seq: int) -> State:
    """A state that uses every kind of field a store has to bring back."""
    return state(
        session,
        seq,
        lang="zh",
        caller="+441632960000",
        room=InMenu(flow="main", node="order", pending="10023"),
        wait=ForCustomer(accepts=("keys", "speech"), choices=(Choice(label="是", payload="yes", key="1"),)),
        facts={"order_number": "10023", "goal": "order_status"},
        tried=(Tried(what="order_status", outcome="not_found", by="menu", at=101.25),),
        ticket=ticket("T-rich", status="waiting"),
    )


def rich_events() -> tuple[Event, ...]:
    return (
        CustomerSpoke(text="“我的订单” \x00 \U0001f4e6", via="speech", confidence=0.5),
        TaskFinished(task="order_status", outcome="found", by="menu", facts={"order_state": "shipped"}),
        HandoffRequested(ticket="T-1", queue="service", reason="asked", priority=2),
        SurveyAnswered(question="ces2", score=7),
    )


def turn(session: str = "S-1", seq: int = 1, key: str | None = None, **changes: Any) -> StoredTurn:
    """A turn whose state is `state`; `events` and `ticket` may be given."""
    events = changes.pop("events", HELLO)
    after = changes.pop("state", None) or state(session, seq, **changes)
    return StoredTurn(session=session, seq=seq, key=key or f"k{seq}", at=100.0 + seq, state=after, events=events)


def ticket(ticket: str = "T-1", **changes: Any) -> Ticket:
    given: dict[str, Any] = {"queue": "service", "reason": "asked", "priority": 1, "lang": "en", "channel": "chat"}
    return Ticket(**(given | {"id": ticket, "status": "waiting", "created_at": 100.0} | changes))


def ticket_turn(session: str, held: Ticket, seq: int = 1) -> StoredTurn:
    return turn(session, seq, ticket=held, room=WithHuman(), wait=ForAgent(ticket=held.id))


def agent(agent: str = "amy", **changes: Any) -> Agent:
    given: dict[str, Any] = {
        "name": "Amy 艾米",
        "role": "agent",
        "langs": ("en", "zh"),
        "phone": "client:amy",
        "password_hash": "$h$",
    }
    return Agent(**(given | {"id": agent} | changes))
