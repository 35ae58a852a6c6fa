"""A ticket's life as a table: (status, what came in) -> next status. What is not in the table is not allowed."""

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import TicketStatus

TABLE: Mapping[tuple[TicketStatus, str], TicketStatus] = MappingProxyType(
    {
        ("waiting", "offer_made"): "offered",
        ("waiting", "contact_left"): "abandoned",
        ("waiting", "timer_rang"): "expired",
        ("waiting", "choice_picked"): "abandoned",  # on chat: back to the bot
        ("waiting", "outside_failed"): "waiting",  # the place is kept; in the end our own desk takes it
        ("offered", "choice_picked"): "abandoned",
        ("offered", "offer_accepted"): "accepted",
        ("offered", "offer_declined"): "waiting",
        ("offered", "timer_rang"): "waiting",
        ("offered", "contact_left"): "abandoned",
        ("accepted", "agent_rung"): "accepted",
        ("accepted", "agent_joined"): "connected",
        ("accepted", "offer_declined"): "waiting",
        ("accepted", "timer_rang"): "waiting",
        ("accepted", "contact_left"): "abandoned",
        ("connected", "agent_rung"): "connected",
        ("connected", "agent_wrote"): "connected",
        ("connected", "agent_left"): "wrap_up",
        ("connected", "contact_left"): "wrap_up",
        ("connected", "agent_closed"): "closed",
        ("wrap_up", "agent_closed"): "closed",
    }
)
BY_AGENT = frozenset(
    {"offer_accepted", "offer_declined", "agent_rung", "agent_joined", "agent_wrote", "agent_left", "agent_closed"}
)


def following(status: TicketStatus, kind: str) -> TicketStatus:
    """The status after an input of this kind. Raises NotAllowed with a sentence for the agent."""
    after = TABLE.get((status, kind))
    if after is None:
        doing = kind.replace("_", " ")
        raise NotAllowed(
            f"This conversation is {status.replace('_', ' ')} now, so '{doing}' does not apply; reload the desk."
        )
    return after


def diagram() -> str:
    """The table as a Mermaid state diagram, for the documentation."""
    rows = [f"    {before} --> {after}: {kind}" for (before, kind), after in TABLE.items()]
    ends = [f"    {status} --> [*]" for status in ("closed", "abandoned", "expired")]
    return "\n".join(["stateDiagram-v2", "    [*] --> waiting: handoff requested", *rows, *ends])
