"""What the desk shows, as JSON-ready data. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from handoff.order import NO_LOAD, Load, Rules, loads, plain_rules, waiting
from handoff.ports import Agent, QueuedTicket

STAFF = ("agent", "supervisor")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskNow:
    """Everything the snapshot is made of."""

    agents: Sequence[Agent]
    tickets: Sequence[QueuedTicket]
    states: dict[str, State]
    now: float
    rules: Rules = plain_rules
    queues: Sequence[str] = ()


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
        "foreign": ticket.foreign,
        "status": ticket.status,
        "mode": ticket.mode,
        "reason": ticket.reason,
        "queue": ticket.queue,
        "priority": ticket.priority,
        "front": ticket.front,
        "created_at": ticket.created_at,
        "connected_at": ticket.connected_at,
        "due_at": ticket.due_at,
        "agent": ticket.agent,
        "agent_name": ticket.agent_name,
        "waiting_since": ticket.waiting_since,
        "held_since": ticket.held_since,
        "waited_s": round((ticket.held_since or now) - ticket.waiting_since, 1),
        "customer": known if any(known.values()) else None,
        "goal": facts.get("goal"),
        "customer_left": bool(state is not None and state.over),
        "unread": 0,
        "held": ticket.held,
        "muted": ticket.muted,
        "recording": state.recording_is if state is not None else "",
        "unrecorded": ticket.unrecorded,
        "helpers": [_helper(ticket, name) for name in (h.agent for h in ticket.helpers)],
    }


def _helper(ticket: Ticket, name: str) -> dict[str, Any]:
    helper = ticket.helper(name)
    assert helper is not None, "A name of its own list."
    return {"id": helper.agent, "name": helper.name, "role": helper.role, "joined": helper.joined}


def snapshot(me: Agent, desk: DeskNow) -> dict[str, Any]:
    """The whole desk as one agent sees it."""
    cards = {q.ticket.id: card(q, desk.states.get(q.session), desk.now) for q in desk.tickets}
    busy = loads(desk.tickets)
    mine = [cards[q.ticket.id] for q in desk.tickets if q.ticket.agent == me.id]
    queue = [cards[q.ticket.id] for q in waiting(desk.tickets, desk.now, desk.rules)]
    queue += [cards[q.ticket.id] for q in desk.tickets if q.ticket.status == "offered"]
    shot = {
        "me": {**_agent(me, busy.get(me.id, NO_LOAD), desk.tickets), "phone": me.phone},
        "agents": [_agent(a, busy.get(a.id, NO_LOAD), desk.tickets) for a in desk.agents if a.role in STAFF],
        "queue": queue,
        "mine": mine,
        "helping": [cards[q.ticket.id] for q in desk.tickets if q.ticket.helper(me.id) is not None],
        "queues": queues(desk),
        "now": desk.now,
    }
    if me.role in ("supervisor", "admin"):
        shot["live"] = [cards[q.ticket.id] for q in desk.tickets if q.ticket.status not in ("waiting", "offered")]
    return shot


def queues(desk: DeskNow) -> list[dict[str, Any]]:
    """Every queue with its target and how it does now."""
    names = dict.fromkeys([*desk.queues, *(q.ticket.queue for q in desk.tickets)])
    busy = loads(desk.tickets)
    return [_queue(name, desk, busy) for name in names]


def _queue(name: str, desk: DeskNow, busy: dict[str, Load]) -> dict[str, Any]:
    rules = desk.rules(name)
    inside = [q.ticket for q in waiting(desk.tickets, desk.now, desk.rules) if q.ticket.queue == name]
    live = [desk.now - ticket.waiting_since for ticket in inside if ticket.mode == "live"]
    able = [a for a in desk.agents if a.role in STAFF and (not a.queues or name in a.queues)]
    return {
        "name": name,
        "skills": list(rules.skills),
        "languages": list(rules.languages),
        "target": {"share": rules.target_share, "within_s": rules.target_s},
        "capacity": rules.capacity,
        "waiting": len(live),
        "callbacks": sum(ticket.mode == "callback" for ticket in inside),
        "messages": sum(ticket.mode == "message" for ticket in inside),
        "longest_wait_s": round(max(live, default=0.0), 1),
        "late": sum(waited > rules.target_s for waited in live),
        "ready": sum(a.status == "ready" and not busy.get(a.id, NO_LOAD).busy for a in able),
        "on_shift": sum(a.status in ("ready", "wrap_up") for a in able),
    }


def _agent(agent: Agent, load: Load, tickets: Sequence[QueuedTicket]) -> dict[str, Any]:
    wraps = any(q.ticket.agent == agent.id and q.ticket.status == "wrap_up" for q in tickets)
    return {
        "id": agent.id,
        "name": agent.name,
        "role": agent.role,
        "langs": list(agent.langs),
        "skills": dict(agent.skills),
        "queues": list(agent.queues),
        "status": agent.status,
        "reason": agent.reason,
        "status_since": agent.status_since,
        "doing": doing(agent, load, wraps=wraps),
        "busy": load.busy,
        "chats": load.chats,
        "on_call": load.calls > 0,
        "room": {"calls": agent.calls, "chats": agent.chats},
    }


def doing(agent: Agent, load: Load, *, wraps: bool) -> str:
    """What the agent is about: a talk comes before a status, wrap-up before being free."""
    if load.busy:
        return "wrap_up" if wraps and load.calls + load.chats == 1 else "busy"
    return agent.status
