"""Measures of the floor for Prometheus: agents by status and busy, customers waiting and the longest wait by queue."""

from collections import Counter
from collections.abc import Sequence
from typing import get_args

from prometheus_client import CollectorRegistry, Gauge

from frontdesk.core.staffing import AgentStatus
from handoff.order import NO_LOAD, loads, waiting
from handoff.ports import Agent, QueuedTicket


class FloorGauges:
    """Set from one look at all agents and open tickets. Occupancy over time is the board's; here is this moment."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._agents = Gauge("frontdesk_agents", "Agents, by status.", ["status"], registry=registry)
        self._busy = Gauge(
            "frontdesk_agents_busy", "Agents with an offer, a customer or wrap-up at hand.", registry=registry
        )
        self._waiting = Gauge("frontdesk_waiting", "Customers who wait for a human.", ["queue"], registry=registry)
        self._queues = set[str]()
        self._longest = Gauge(
            "frontdesk_longest_wait_seconds", "How long who waits longest has waited.", ["queue"], registry=registry
        )

    def show(self, agents: Sequence[Agent], tickets: Sequence[QueuedTicket], now: float) -> None:
        """Every status is told, also of nobody; a queue that was seen and is empty is told as 0."""
        by_status, on_hand = Counter(agent.status for agent in agents), loads(tickets)
        for status in get_args(AgentStatus):
            self._agents.labels(status).set(by_status[status])
        self._busy.set(sum(on_hand.get(agent.id, NO_LOAD).busy for agent in agents))
        since: dict[str, list[float]] = {queued.ticket.queue: [] for queued in tickets}
        for queued in waiting(tickets, now):
            since[queued.ticket.queue].append(queued.ticket.waiting_since)
        self._queues |= set(since)
        for queue in self._queues:
            found = since.get(queue, [])
            self._waiting.labels(queue).set(len(found))
            self._longest.labels(queue).set(max(0.0, now - min(found)) if found else 0.0)
