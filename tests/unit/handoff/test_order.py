"""Who is next, and with whom."""

from dataclasses import replace

from frontdesk.core.tickets import Ticket
from handoff.order import matches
from handoff.ports import QueuedTicket
from tests.fakes.desk import AMY, NOON

READY = replace(AMY, status="ready")
CHAT = Ticket(
    id="T-1", queue="service", reason="asked", priority=50, lang="en", channel="chat", status="waiting",
    created_at=NOON - 60,
)  # fmt: skip


def queued(ticket: Ticket, **changed: object) -> QueuedTicket:
    ticket = replace(ticket, **changed)  # type: ignore[arg-type]
    return QueuedTicket(session=f"S-{ticket.id}", ticket=ticket)


WITH_AMY = queued(CHAT, id="T-0", status="connected", agent="amy")
CALL = queued(CHAT, id="T-2", channel="voice", created_at=NOON - 90)


def test_a_caller_is_not_passed_by_chats_for_ever() -> None:
    """An agent with a chat on hand can't take the call yet; chats that came after it wait behind it, so that she can soon."""
    assert matches([WITH_AMY, CALL, queued(CHAT)], [READY], NOON) == []
    [match] = matches([CALL, queued(CHAT)], [READY], NOON)
    assert match.queued == CALL


def test_a_chat_before_the_call_is_offered() -> None:
    """Who came first is not kept waiting for the call."""
    [match] = matches([WITH_AMY, CALL, queued(CHAT, created_at=NOON - 120)], [READY], NOON)
    assert match.queued.ticket.id == "T-1"


def test_only_one_agent_is_kept_for_a_call() -> None:
    """The others go on taking chats."""
    ben = replace(READY, id="ben")
    with_ben = queued(CHAT, id="T-3", status="connected", agent="ben")
    [match] = matches([WITH_AMY, with_ben, CALL, queued(CHAT)], [READY, ben], NOON)
    assert match.queued.ticket.channel == "chat"
