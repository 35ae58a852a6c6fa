"""What the desk shows, as JSON-ready data. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdesk.core.rooms import State
from handoff.order import CALL_LOAD, load, waiting
from handoff.ports import Agent, QueuedTicket


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNow:
    """Everything the snapshot is made of."""

    agents: Sequence[Agent]
    tickets: Sequence[QueuedTicket]
    states: dict[str, State]
    now: float


def card(queued: QueuedTicket, state: State | None, now: float) -> dict[str, Any]:
    """One ticket as the desk lists it."""
    ticket = queued.ticket
    facts = state.facts if state is not None else {}
    known = {"name": facts.get("customer_name"), "tier": facts.get("customer_tier"), "verified": "customer_id" in facts}
    return {
        "id": ticket.id,
        "session": queued.session,
        "channel": ticket.channel,
        "lang": ticket.lang,
        "status": ticket.status,
        "reason": ticket.reason,
        "queue": ticket.queue,
        "priority": ticket.priority,
        "created_at": ticket.created_at,
        "connected_at": ticket.connected_at,
        "due_at": ticket.due_at,
        "agent": ticket.agent,
        "agent_name": ticket.agent_name,
        "waited_s": round((ticket.connected_at or now) - ticket.created_at, 1),
        "customer": known if any(known.values()) else None,
        "goal": facts.get("goal"),
        "customer_left": bool(state is not None and state.over),
        "unread": 0,
    }


def snapshot(me: Agent, desk: DeskNow) -> dict[str, Any]:
    """The whole desk as one agent sees it."""
    cards = {q.ticket.id: card(q, desk.states.get(q.session), desk.now) for q in desk.tickets}
    mine = [cards[q.ticket.id] for q in desk.tickets if q.ticket.agent == me.id]
    queue = [cards[q.ticket.id] for q in waiting(desk.tickets, desk.now)]
    queue += [cards[q.ticket.id] for q in desk.tickets if q.ticket.status == "offered"]
    return {
        "me": {
            "id": me.id,
            "name": me.name,
            "role": me.role,
            "status": me.status,
            "langs": list(me.langs),
            "phone": me.phone,
        },
        "agents": [_agent(agent, desk.tickets) for agent in desk.agents if agent.role in ("agent", "supervisor")],
        "queue": queue,
        "mine": mine,
        "now": desk.now,
    }


def _agent(agent: Agent, tickets: Sequence[QueuedTicket]) -> dict[str, Any]:
    busy = load(agent, tickets)
    return {
        "id": agent.id,
        "name": agent.name,
        "status": agent.status,
        "busy": busy > 0,
        "chats": busy % CALL_LOAD,
        "on_call": busy >= CALL_LOAD,
    }
