"""Names for the things that are stored. Plain strings at run time, distinct types for the checker."""

from typing import NewType

SessionId = NewType("SessionId", str)
TicketId = NewType("TicketId", str)
AgentId = NewType("AgentId", str)


def promise_id(session: SessionId, count: int) -> str:
    """The id of the `count`-th promise (from 1) of a session: a callback, an answer to a message."""
    return f"P-{session.removeprefix('S-')}-{count}"


def ticket_id(session: SessionId, count: int) -> TicketId:
    """The id of the `count`-th ticket (from 1) of a session; the same input gives the same id."""
    return TicketId(f"T-{session.removeprefix('S-')}-{count}")
