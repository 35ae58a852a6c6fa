"""A ticket's life as a table: (status, what came in) -> next status. What is not in the table is not allowed."""

from collections.abc import Mapping
from types import MappingProxyType

from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import TicketStatus

TABLE: Mapping[tuple[TicketStatus, str], TicketStatus] = MappingProxyType(
    {
        ("waiting", "turned_away"): "turned_away",  # after hours, or the queue is full
        ("waiting", "offer_made"): "offered",
        ("waiting", "outside_failed"): "waiting",  # the place is kept; in the end our own desk takes it
        ("waiting", "wait_continued"): "waiting",
        ("waiting", "ticket_moved"): "waiting",
        ("waiting", "ticket_taken"): "accepted",
        ("waiting", "callback_wanted"): "waiting",  # hangs up and keeps the place
        ("waiting", "message_left"): "waiting",  # the message takes the place
        ("waiting", "callback_dropped"): "abandoned",
        ("waiting", "withdrawn"): "abandoned",  # goes on without a colleague
        ("waiting", "contact_left"): "abandoned",
        ("waiting", "timer_rang"): "expired",
        ("turned_away", "callback_wanted"): "waiting",
        ("turned_away", "message_left"): "waiting",
        ("expired", "callback_wanted"): "waiting",
        ("expired", "message_left"): "waiting",
        ("offered", "offer_accepted"): "accepted",
        ("offered", "offer_declined"): "waiting",
        ("offered", "timer_rang"): "waiting",
        ("offered", "ticket_moved"): "waiting",
        ("offered", "ticket_taken"): "accepted",
        ("offered", "agent_lost"): "waiting",
        ("offered", "withdrawn"): "abandoned",
        ("offered", "callback_dropped"): "abandoned",
        ("offered", "contact_left"): "abandoned",
        ("accepted", "agent_rung"): "accepted",
        ("accepted", "callback_dialled"): "accepted",
        ("accepted", "callback_picked_up"): "accepted",
        ("accepted", "callback_failed"): "waiting",
        ("accepted", "callback_given_up"): "closed",  # after the last try
        ("accepted", "callback_dropped"): "abandoned",
        ("accepted", "agent_joined"): "briefed",
        ("accepted", "message_opened"): "wrap_up",  # a message is worked on without a talk
        ("accepted", "offer_declined"): "waiting",
        ("accepted", "timer_rang"): "waiting",
        ("accepted", "ticket_moved"): "waiting",
        ("accepted", "ticket_taken"): "accepted",
        ("accepted", "agent_lost"): "waiting",
        ("accepted", "contact_left"): "abandoned",
        ("briefed", "bridge_confirmed"): "connected",
        ("briefed", "offer_declined"): "waiting",  # the agent's leg ended before the customer came
        ("briefed", "timer_rang"): "waiting",
        ("briefed", "ticket_taken"): "accepted",
        ("briefed", "agent_lost"): "waiting",
        ("briefed", "contact_left"): "abandoned",
        ("connected", "agent_rung"): "connected",
        ("connected", "agent_wrote"): "connected",
        ("connected", "agent_note_written"): "connected",
        ("connected", "fact_judged"): "connected",
        ("connected", "hold_set"): "connected",
        ("connected", "helper_asked"): "connected",
        ("connected", "mute_set"): "connected",
        ("connected", "recording_pause_set"): "connected",
        ("connected", "helper_rung"): "connected",
        ("connected", "helper_came"): "connected",
        ("connected", "helper_went"): "connected",
        ("connected", "bridge_confirmed"): "connected",
        ("connected", "answer_late"): "connected",
        ("connected", "again_wanted"): "waiting",  # somebody else, where the agent does not answer
        ("connected", "talk_given"): "connected",  # to a helper who is in it
        ("connected", "ticket_moved"): "waiting",
        ("connected", "ticket_taken"): "accepted",
        ("connected", "agent_lost"): "waiting",
        ("connected", "message_called"): "waiting",  # voicemail: then it waits as a message
        ("connected", "bot_called"): "wrap_up",  # returned to the bot
        ("connected", "agent_left"): "wrap_up",
        ("connected", "contact_left"): "wrap_up",
        ("connected", "agent_closed"): "closed",
        ("wrap_up", "agent_note_written"): "wrap_up",
        ("wrap_up", "fact_judged"): "wrap_up",
        ("wrap_up", "answer_given"): "closed",  # of a message that was left
        ("wrap_up", "message_put_back"): "waiting",
        ("wrap_up", "agent_closed"): "closed",
        ("wrap_up", "timer_rang"): "closed",  # filed by itself
    }
)
ENDS = ("closed", "abandoned", "expired")
# What only the agent whose ticket it is may do.
BY_AGENT = frozenset(
    {
        "offer_accepted", "offer_declined", "agent_rung", "agent_joined", "agent_wrote", "agent_left", "agent_closed",
        "agent_lost", "bot_called", "message_called", "hold_set", "mute_set", "recording_pause_set", "talk_given", "fact_judged",
        "answer_given", "message_put_back",
    }
)  # fmt: skip


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
    ends = [f"    {status} --> [*]" for status in (*ENDS, "turned_away")]
    return "\n".join(["stateDiagram-v2", "    [*] --> waiting: handoff requested", *rows, *ends])
