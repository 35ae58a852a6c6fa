"""Sessions, their turns and the log in memory. A commit has no pause in it, so it is whole."""

from collections.abc import Callable, Sequence

from frontdesk.adapters.memory.data import MemoryData, kept, queued
from frontdesk.conversation.ports import Standing, StoredTurn
from frontdesk.core.errors import StaleSession
from frontdesk.core.rooms import State
from frontdesk.core.tickets import OPEN, Ticket
from frontdesk.record.log import LogEntry
from handoff.ports import AgentTaken, QueuedTicket


class MemorySessionStore:
    """The SessionStore port in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data

    async def session_at(self, address: str, *, lately: bool = False) -> str | None:
        return self._data.addresses.get(address)

    async def load(self, session: str) -> State | None:
        turns = self._data.turns.get(session)
        return turns[-1].state if turns else None

    async def commit(
        self, turn: StoredTurn, *, address: str | None = None, then: Callable[[], None] | None = None
    ) -> None:
        before = self._data.turns.get(turn.session, [])
        if turn.seq != len(before) + 1:
            raise StaleSession(
                f"Turn {turn.seq} does not follow what is stored; load the session again and repeat the turn."
            )
        if any(earlier.key == turn.key for earlier in before):
            raise StaleSession("A turn with this key is stored already; load it by its key instead of stepping again.")
        whole, tickets = kept(turn), queued(turn)
        self._one_customer_each(tickets)
        self._data.turns[turn.session] = [*before, whole]
        if address is not None:
            self._data.addresses[address] = turn.session
        self._data.tickets |= {ticket.ticket.id: ticket for ticket in tickets}
        self._append(whole)
        if then is not None:
            then()

    def _one_customer_each(self, changed: list[QueuedTicket]) -> None:
        """What two unique indexes hold in the SQL forms."""
        after = self._data.tickets | {ticket.ticket.id: ticket for ticket in changed}
        for busy in (_offered, _on_a_call):
            agents = [q.ticket.agent for q in after.values() if _ours(q.ticket.agent) and busy(q.ticket)]
            if len(agents) != len(set(agents)):
                raise AgentTaken("This agent has another customer by now; the ticket is offered anew.")

    def _append(self, turn: StoredTurn) -> None:
        for event in turn.events:
            position = len(self._data.log) + 1
            entry = LogEntry(position=position, session=turn.session, seq=turn.seq, at=turn.at, event=event)
            self._data.log.append(entry)

    async def standing(self, session: str, key: str, *, at: str | None = None) -> Standing:
        if at is not None and (now := self._data.addresses.get(at)) != session:
            return Standing(None, None, elsewhere=now)
        told = next((turn for turn in self._data.turns.get(session, []) if turn.key == key), None)
        return Standing(await self.load(session), told)

    async def open_sessions(self) -> Sequence[str]:
        return tuple(sorted(session for session, turns in self._data.turns.items() if not turns[-1].state.over))

    async def turns_after(self, session: str, seq: int) -> Sequence[StoredTurn]:
        return tuple(turn for turn in self._data.turns.get(session, []) if turn.seq > seq)


def _offered(ticket: Ticket) -> bool:
    return ticket.status == "offered"


def _on_a_call(ticket: Ticket) -> bool:
    return ticket.channel == "voice" and ticket.status in OPEN - {"waiting"}


def _ours(agent: str | None) -> bool:
    """People of outside queues are their own system's business."""
    return agent is not None and ":" not in agent
